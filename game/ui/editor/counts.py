"""How much a scenario asks people to read, and when: words and minutes a seat, injects a turn and a phase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.scenario.known import items, text, texts
from game.scenario.tree import Node
from game.ui.editor.plan import plan_of
from game.ui.editor.reading import SIGNS_A_MINUTE, inject_signs, signs
from game.ui.editor.uses import tree_of


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
    """A turn or a phase and the injects that are first read in it."""

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
    """Injects that arrive when the last turn is over."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Id of an inject -> its title, for those that have one."""


def counts(bundle: Mapping[str, str]) -> Counts:
    """Return the figures of a scenario, as far as its texts can be read."""
    root = tree_of(bundle)
    if root is None or root.kind != "map":
        return Counts()
    injects = items(root, "injects")
    seats = tuple(_seat(seat, injects) for seat in items(root, "seats") if text(seat, "id"))
    found = plan_of(root)
    turns: list[list[str]] = [[] for _ in range(found.turns)]
    phases: list[list[str]] = [[] for _ in found.phases]
    unplanned, beyond = [], []
    for bar in found.bars:
        if bar.kind != "at" or bar.start is None:
            unplanned.append(bar.id)
        elif found.turn(bar.start) >= found.turns:
            beyond.append(bar.id)
        else:
            turns[found.turn(bar.start)].append(bar.id)
            for place, stretch in enumerate(found.phases):
                if stretch.first <= bar.start < stretch.last:
                    phases[place].append(bar.id)
    return Counts(
        seats,
        tuple(Span(place, str(place), tuple(here)) for place, here in enumerate(turns, 1)),
        tuple(Span(n, s.name, tuple(here)) for n, (s, here) in enumerate(zip(found.phases, phases, strict=True))),
        tuple(unplanned),
        tuple(beyond),
        {bar.id: bar.title for bar in found.bars},
    )


def _seat(seat: Node, injects: list[Node]) -> SeatLoad:
    ident = text(seat, "id") or ""
    mine = [one for one in injects if ident in {node.text() for node in texts(one, "to")}]
    brief = signs(text(seat, "brief") or "") + sum(signs(node.text() or "") for node in texts(seat, "facts"))
    return SeatLoad(ident, text(seat, "name") or ident, brief, len(mine), sum(map(inject_signs, mine)))
