"""On which day an inject arrives: what has fallen due is looked at when a turn ends, and read as the next begins."""

from __future__ import annotations


def turn_end(day: int, step: int) -> int:
    """Return the first end of a turn on or after a day; `step` is the days of a turn."""
    return -(-day // step) * step


def of_day(day: int, step: int) -> int:
    """Return the day on which an inject with a day of its own arrives; that of day 0 is there as play begins."""
    return turn_end(max(0, day), step)


def of_condition(from_day: int | None, step: int) -> int:
    """Return the earliest day for a condition or a chance: nothing is asked before the first turn has ended."""
    return turn_end(max(from_day or 0, step), step)


def of_follower(since: int, delay: int, step: int) -> int:
    """Return the earliest day of an inject that follows an outcome: never in the turn of that outcome itself."""
    return turn_end(since + max(delay, step), step)


def of_escalation(delivered: int, after: int, step: int) -> int:
    """Return the day on which an inject that nobody takes up escalates."""
    return turn_end(delivered + max(1, after), step)


def of_outcome(outcome: str, delivered: int, reply: int | None, escalate: int | None, step: int) -> int:
    """Return the earliest day of an outcome; the answer, and what comes of it, may be there at once."""
    if outcome == "expired" and reply is not None:
        return turn_end(delivered + reply + 1, step)  # the last day is still in time
    if outcome in ("expired", "escalated") and escalate is not None:
        return of_escalation(delivered, escalate, step)
    return delivered
