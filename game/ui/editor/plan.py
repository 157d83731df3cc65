"""What happens when, as far as the text says: each inject's turn, its deadline and its seats, the phases, the load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.authoring.draft_tree import DraftTree
from game.scenario.known import items, number, text, texts
from game.scenario.tree import Node
from game.ui.editor.counts import signs

MANY = 3
"""Injects of one turn that are too many for one seat."""
KINDS = ("at", "after", "when", "chance", "by_hand")


@dataclass(frozen=True, slots=True)
class Bar:
    """One inject in time; days from 0 at the start."""

    id: str
    title: str
    seats: tuple[str, ...]
    kind: str
    """`at`, `after`, `when`, `chance`, `by_hand`; "" where it has no trigger."""
    start: int | None
    """Day it comes due; the earliest of a chained one, the first a conditional one may come; None where unknown."""
    end: int | None
    """Day of the reply, else of the last deadline; of a conditional one the last day it may come."""
    escalates: int | None
    dated: bool
    """Whether its day is written as a date."""
    said: str
    """Its condition, its chance, or what it follows, as written."""
    signs: int
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase and its planned days."""

    name: str
    first: int
    last: int
    """Exclusive."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A scenario in time."""

    seats: tuple[tuple[str, str], ...]
    """Ids and names, in the order written."""
    days: int
    """Days of a turn."""
    turns: int
    minutes: int
    start: date | None
    phases: tuple[Stretch, ...]
    bars: tuple[Bar, ...]

    def load(self, seat: str) -> dict[int, tuple[int, int]]:
        """Return how many injects, and signs to read, come to a seat in each turn that has any; from 0."""
        found: dict[int, tuple[int, int]] = {}
        for bar in self.bars:
            if seat in bar.seats and bar.start is not None and bar.kind in ("at", "after"):
                count, words = found.get(bar.start // self.days, (0, 0))
                found[bar.start // self.days] = (count + 1, words + bar.signs)
        return found


def plan(tree: DraftTree) -> Plan:
    """Return a scenario in time, as far as it is written."""
    root = tree.root
    turn = root.get("turn")
    begin = _date(text(root, "start"))
    injects = items(root, "injects")
    days = number(turn, "days") or 7
    by_id = {ident: inject for inject in injects if (ident := text(inject, "id"))}
    starts: dict[str, int | None] = {}
    return Plan(
        tuple((ident, text(seat, "name") or ident) for seat in items(root, "seats") if (ident := text(seat, "id"))),
        max(1, days),
        max(1, min(number(turn, "count") or 1, 400)),
        number(turn, "minutes") or 6,
        begin,
        tuple(_phases(root)),
        tuple(_bar(ident, inject, begin, by_id, starts) for ident, inject in by_id.items()),
    )


def _bar(ident: str, inject: Node, begin: date | None, by_id: dict[str, Node], starts: dict[str, int | None]) -> Bar:
    trigger = inject.get("trigger")
    kind = next((one for one in KINDS if trigger is not None and _given(trigger.get(one))), "")
    start = _start(ident, begin, by_id, starts, ())
    escalates = number(inject.get("escalate"), "after")
    end = start
    if kind in ("at", "after") and start is not None:
        end = start + _term(inject)
    elif kind in ("when", "chance"):
        start, end = number(trigger, "from_day") or 0, number(trigger, "until_day")
    escalates = start + escalates if escalates is not None and start is not None and kind in ("at", "after") else None
    said = {"when": text(trigger, "when"), "after": text(trigger, "after")}.get(kind) or ""
    if kind == "chance":
        said = f"{number(trigger, 'chance') or 0}‰"
    dated = kind == "at" and text(trigger, "at") is not None
    words = signs((text(inject, "title") or "") + (text(inject, "text") or ""))
    words += sum(signs(text(option, "text") or "") for option in items(inject, "options"))
    seats = tuple(node.text() or "" for node in texts(inject, "to"))
    title = text(inject, "title") or ident
    place = inject.file, inject.line, inject.column
    return Bar(ident, title, seats, kind, start, end, escalates, dated, said, words, *place)


def _given(node: Node | None) -> bool:
    return node is not None and node.value is not False and (node.kind != "scalar" or node.value is not None)


def _term(inject: Node) -> int:
    """Return the days an inject has: its reply, else the longest of what is expected, else its problem's deadline."""
    reply = number(inject, "reply_within")
    if reply is not None:
        return reply
    expected = [within for one in items(inject, "expect") if (within := number(one, "within")) is not None]
    problem = inject.get("problem")
    return max(expected, default=number(problem, "deadline") or 0)


def _start(
    ident: str,
    begin: date | None,
    by_id: dict[str, Node],
    starts: dict[str, int | None],
    behind: tuple[str, ...],
) -> int | None:
    """Return the first day an inject can come; None where that hangs on play alone, or on itself."""
    if ident in starts:
        return starts[ident]
    inject = by_id.get(ident)
    trigger = inject.get("trigger") if inject is not None else None
    first, found = text(trigger, "after"), None
    if trigger is None or ident in behind:
        return None
    at = trigger.get("at")
    if at is not None:
        when = _date(at.text())
        found = at.number() if when is None else (when - begin).days if begin is not None else None
    elif first is not None and first in by_id:
        base = _start(first, begin, by_id, starts, (*behind, ident))
        if base is not None:
            found = base + _until(by_id[first], text(trigger, "outcome")) + (number(trigger, "delay") or 0)
    starts[ident] = found
    return found


def _until(inject: Node, outcome: str | None) -> int:
    """Return the fewest days from an inject's delivery to one of its outcomes."""
    if outcome == "escalated":
        return number(inject.get("escalate"), "after") or 0
    if outcome == "expired":
        return number(inject, "reply_within") or number(inject.get("escalate"), "after") or 0
    return 0  # the delivery, a choice and a cure may come at once


def _phases(root: Node) -> Iterator[Stretch]:
    """Yield the phases as planned, from the campaign that runs first."""
    campaigns = items(root, "campaigns")
    ids = [text(campaign, "id") for campaign in campaigns]
    first = text(root.get("starting"), "campaign")
    at = 0
    for campaign in campaigns[ids.index(first) if first in ids else 0 :]:
        for phase in items(campaign, "phases"):
            days = max(0, number(phase, "days") or 0)
            yield Stretch(text(phase, "name") or text(phase, "id") or "?", at, at + days)
            at += days


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
