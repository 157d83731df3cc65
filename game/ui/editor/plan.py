"""What happens when, as far as the text says: each inject's turn, its deadline and its seats, the phases, the load.

Everything stands where the exercise brings it, which is seldom the day written (game/scenario/arrival.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.authoring.draft_tree import DraftTree
from game.scenario.arrival import of_escalation, turn_end
from game.scenario.known import items, number, text, texts
from game.scenario.tree import Node
from game.ui.editor.reading import inject_signs
from game.ui.editor.times import Times

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
    day: int | None
    """Day its trigger names; None where it names none."""
    start: int | None
    """Day it arrives; the earliest of a chained one, the first a conditional one may come; None where unknown."""
    end: int | None
    """Day of the reply, else of the last deadline; of a conditional one the last day it may come."""
    escalates: int | None
    """Day on which it escalates, at the end of a turn."""
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

    def turn(self, day: int) -> int:
        """Return the turn that a day lies in; from 0."""
        return day // self.days

    def load(self, seat: str) -> dict[int, tuple[int, int]]:
        """Return how many injects, and signs to read, come to a seat in each turn of play that has any; from 0."""
        found: dict[int, tuple[int, int]] = {}
        for bar in self.bars:
            if seat not in bar.seats or bar.start is None or bar.kind not in ("at", "after"):
                continue
            turn = self.turn(bar.start)
            if turn < self.turns:
                count, words = found.get(turn, (0, 0))
                found[turn] = (count + 1, words + bar.signs)
        return found


def plan(tree: DraftTree) -> Plan:
    """Return a scenario in time, as far as it is written."""
    return plan_of(tree.root)


def plan_of(root: Node) -> Plan:
    """Return the same of a scenario's tree."""
    times = Times(root)
    return Plan(
        tuple((ident, text(seat, "name") or ident) for seat in items(root, "seats") if (ident := text(seat, "id"))),
        times.step,
        times.turns,
        number(root.get("turn"), "minutes") or 6,
        times.begin,
        tuple(_phases(root, times.step)),
        tuple(_bar(ident, inject, times) for ident, inject in times.injects.items()),
    )


def _bar(ident: str, inject: Node, times: Times) -> Bar:
    trigger = inject.get("trigger")
    kind = next((one for one in KINDS if trigger is not None and _given(trigger.get(one))), "")
    start, escalates = times.first(ident), number(inject.get("escalate"), "after")
    end = start
    if kind in ("at", "after") and start is not None:
        end = start + _term(inject)
    elif kind in ("when", "chance"):
        start, until = times.opens(inject), number(trigger, "until_day")
        end = until // times.step * times.step if until is not None else None
    raised = None
    if escalates is not None and start is not None and kind in ("at", "after"):
        raised = of_escalation(start, escalates, times.step)
    said = {"when": text(trigger, "when"), "after": text(trigger, "after")}.get(kind) or ""
    if kind == "chance":
        said = f"{number(trigger, 'chance') or 0}‰"
    dated = kind == "at" and text(trigger, "at") is not None
    seats = tuple(node.text() or "" for node in texts(inject, "to"))
    title = text(inject, "title") or ident
    place = inject.file, inject.line, inject.column
    words = inject_signs(inject)
    return Bar(ident, title, seats, kind, times.day(inject), start, end, raised, dated, said, words, *place)


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


def _phases(root: Node, step: int) -> Iterator[Stretch]:
    """Yield the phases as planned, from the campaign that runs first; each lasts until a turn ends."""
    campaigns = items(root, "campaigns")
    ids = [text(campaign, "id") for campaign in campaigns]
    first = text(root.get("starting"), "campaign")
    at = 0
    for campaign in campaigns[ids.index(first) if first in ids else 0 :]:
        for phase in items(campaign, "phases"):
            days = turn_end(max(1, number(phase, "days") or 0), step)
            yield Stretch(text(phase, "name") or text(phase, "id") or "?", at, at + days)
            at += days
