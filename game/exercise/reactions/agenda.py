"""The order in which a turn is worked off. Stands alone, so that commands can ask for it without the stages' code."""

from __future__ import annotations

WEEKLY = ("begin_week", "visits", "work", "households", "quantities")
"""Stages of each week."""
ONCE = ("partners", "programmes", "reports", "injects", "deadlines", "phases", "record", "end")
"""Stages at the end of the turn."""


def stages(weeks: int) -> tuple[str, ...]:
    """Return the stages of a turn of so many weeks, in order; the command `advance` puts them into `Turned`."""
    return WEEKLY * weeks + ONCE
