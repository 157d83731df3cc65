"""The days on which the injects of a text arrive, as far as they are written: as play begins, or as a turn ends."""

from __future__ import annotations

from datetime import date

from game.scenario.arrival import of_condition, of_day, of_follower, of_outcome
from game.scenario.known import items, number, text
from game.scenario.tree import Node

MOST_TURNS = 400


class Times:
    """The turns of a scenario and when its injects come in them."""

    def __init__(self, root: Node) -> None:
        turn = root.get("turn")
        self.step = max(1, number(turn, "days") or 7)
        """Days of a turn."""
        self.turns = max(1, min(number(turn, "count") or 1, MOST_TURNS))
        self.begin = _date(text(root, "start"))
        self.injects = {ident: inject for inject in items(root, "injects") if (ident := text(inject, "id"))}
        self._firsts: dict[str, int | None] = {}

    def day(self, inject: Node) -> int | None:
        """Return the day that an inject's `at` names."""
        trigger = inject.get("trigger")
        at = trigger.get("at") if trigger is not None else None
        if at is None:
            return None
        if (day := at.number()) is not None:
            return day
        when = _date(at.text())
        return (when - self.begin).days if when is not None and self.begin is not None else None

    def opens(self, inject: Node) -> int:
        """Return the first day on which a condition or a chance is asked."""
        return of_condition(number(inject.get("trigger"), "from_day"), self.step)

    def first(self, ident: str, behind: tuple[str, ...] = ()) -> int | None:
        """Return the first day an inject can arrive; None where that hangs on play alone, or on itself."""
        if ident in self._firsts:
            return self._firsts[ident]
        inject = self.injects.get(ident)
        trigger = inject.get("trigger") if inject is not None else None
        if inject is None or trigger is None or ident in behind:
            return None
        before, found = text(trigger, "after"), None
        if trigger.get("at") is not None:
            day = self.day(inject)
            found = of_day(day, self.step) if day is not None else None
        elif before is not None and before in self.injects:
            base = self.first(before, (*behind, ident))
            if base is not None:
                since = self._outcome(self.injects[before], text(trigger, "outcome") or "", base)
                found = of_follower(since, number(trigger, "delay") or 0, self.step)
        self._firsts[ident] = found
        return found

    def _outcome(self, inject: Node, outcome: str, delivered: int) -> int:
        reply, escalate = number(inject, "reply_within"), number(inject.get("escalate"), "after")
        return of_outcome(outcome, delivered, reply, escalate, self.step)


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
