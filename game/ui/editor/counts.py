"""How much a scenario asks people to read, and when: words and minutes a seat, injects a turn and a phase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from game.scenario.known import items, number, text, texts
from game.scenario.tree import Node
from game.ui.editor.uses import tree_of

SIGNS_A_MINUTE = 300
"""Chinese signs an adult reads in a minute with understanding; a Western word counts as two."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class SeatLoad:
    """What one seat has to read."""

    id: str
    name: str
    brief: int
    """Signs of its brief and private facts."""
    injects: int
    """Injects addressed to it."""
    signs: int
    """Signs of those injects, their options among them."""

    @property
    def minutes(self) -> int:
        """Minutes of reading over the whole exercise, at least one where there is anything."""
        return -(-(self.brief + self.signs) // SIGNS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class Span:
    """A turn or a phase and the injects that come due in it."""

    number: int
    name: str
    injects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one draft."""

    seats: tuple[SeatLoad, ...] = ()
    turns: tuple[Span, ...] = ()
    phases: tuple[Span, ...] = ()
    unplanned: tuple[str, ...] = ()
    """Injects without a day of their own: on a condition, after another, by chance, by hand."""
    beyond: tuple[str, ...] = ()
    """Injects due after the last turn."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Id of an inject -> its title, for those that have one."""


def signs(words: str) -> int:
    """Return how long a text is to a reader, in Chinese signs."""
    return len(_HAN.findall(words)) + 2 * len(_WORD.findall(words))


def counts(bundle: Mapping[str, str]) -> Counts:
    """Return the figures of a scenario, as far as its texts can be read."""
    root = tree_of(bundle)
    if root is None or root.kind != "map":
        return Counts()
    injects = items(root, "injects")
    seats = tuple(_seat(seat, injects) for seat in items(root, "seats") if text(seat, "id"))
    turn = root.get("turn")
    days, count = number(turn, "days") or 7, min(number(turn, "count") or 0, 400)
    begin = _date(text(root, "start"))
    turns: list[list[str]] = [[] for _ in range(count)]
    stages = list(_phases(root))
    phases: list[list[str]] = [[] for _ in stages]
    unplanned, beyond = [], []
    for inject in injects:
        ident = text(inject, "id") or "?"
        due = _due(inject.get("trigger"), begin)
        if due is None:
            unplanned.append(ident)
        elif due // days >= count or due < 0:
            beyond.append(ident)
        else:
            turns[due // days].append(ident)
            for place, (_, first, last) in enumerate(stages):
                if first <= due < last:
                    phases[place].append(ident)
    return Counts(
        seats,
        tuple(Span(place, str(place), tuple(found)) for place, found in enumerate(turns, 1)),
        tuple(Span(n, name, tuple(found)) for n, ((name, _, _), found) in enumerate(zip(stages, phases, strict=True))),
        tuple(unplanned),
        tuple(beyond),
        {key: called for one in injects if (key := text(one, "id")) and (called := text(one, "title"))},
    )


def _seat(seat: Node, injects: list[Node]) -> SeatLoad:
    ident = text(seat, "id") or ""
    mine = [one for one in injects if ident in {node.text() for node in texts(one, "to")}]
    brief = signs(text(seat, "brief") or "") + sum(signs(node.text() or "") for node in texts(seat, "facts"))
    return SeatLoad(ident, text(seat, "name") or ident, brief, len(mine), sum(_inject(one) for one in mine))


def _inject(inject: Node) -> int:
    total = signs(text(inject, "title") or "") + signs(text(inject, "text") or "")
    return total + sum(signs(text(option, "text") or "") for option in items(inject, "options"))


def _phases(root: Node) -> Iterator[tuple[str, int, int]]:
    """Yield the phases with their planned days; campaigns follow each other in the order written."""
    at = 0
    for campaign in items(root, "campaigns"):
        for phase in items(campaign, "phases"):
            days = max(0, number(phase, "days") or 0)
            yield text(phase, "name") or text(phase, "id") or "?", at, at + days
            at += days


def _due(trigger: Node | None, begin: date | None) -> int | None:
    node = trigger.get("at") if trigger is not None else None
    if node is None:
        return None
    if (day := node.number()) is not None:
        return day
    when = _date(node.text())
    return (when - begin).days if when is not None and begin is not None else None


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
