"""The county's bodies as a chart needs them: what works, what is being set up, what could be, and at which level."""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.entities import Organ
from game.exercise.views.shape import SetupView, View
from game.ui.desk.figures_words import Words

LEVELS = ("county", "zone", "township", "group", "taskforce", "bureau", "squad")
"""Bands of the chart from above."""
_LEVEL = {
    "hq": "county", "office": "county", "group": "group", "zone": "zone", "township": "township", "post": "township",
    "warrooms": "township", "teams": "township", "taskforce": "taskforce", "bureau": "bureau", "squad": "squad",
}  # fmt: skip
LOCAL = ("township", "post", "warrooms", "teams")
"""Bodies of a township from above."""


@dataclass(frozen=True, slots=True)
class Node:
    """One body of the chart."""

    id: str
    name: str
    kind: str
    level: str
    home: str
    """Id of its township or zone; empty for the county's."""
    state: str
    """works, coming, possible, blocked."""
    organ: Organ | None
    setup: SetupView | None
    strained: bool
    """Whether its pressure, load and fatigue mean something: it carries work of its own."""
    waits: bool = False
    """Whether superiors do not provide for it yet."""


def home_of(organ_id: str, place: str) -> str:
    """Return the township or zone of a body by its id, else by its place."""
    kind, _, name = organ_id.partition(":")
    if kind in ("township", "post", "warrooms", "teams", "squad", "zone"):
        return name
    return "" if place in ("", "county") else place.rpartition(":")[2]


def known(organ: Organ) -> bool:
    """Whether the viewer is told how an organ bears up; where not, every such field is blank."""
    return any((organ.pressure, organ.friction, organ.attention, organ.fatigue, organ.load))


def nodes_of(view: View, words: Words) -> tuple[Node, ...]:
    """Return every body that exists or could be set up, in the order of the chart."""
    setups = {s.id: s for s in view.setups}
    organs = {o.id: o for o in view.organs}
    found = []
    for key in dict.fromkeys([*setups, *organs]):
        organ, setup = organs.get(key), setups.get(key)
        there = organ is not None and organ.exists
        kind = organ.kind if organ is not None else setup.kind if setup is not None else ""
        if there and organ is not None:
            state = "coming" if organ.ready_day > view.day else "works"
        elif setup is not None:
            state = "possible" if setup.open else "blocked"
        else:
            continue
        found.append(
            Node(
                id=key,
                name=_name(key, organ if there else None, setup, words),
                kind=kind,
                level=_LEVEL.get(kind, "county"),
                home=home_of(key, organ.place if organ is not None else ""),
                state=state,
                organ=organ if there else None,
                waits=not there and setup is not None and setup.since > view.day,
                setup=setup,
                strained=kind in ("township", "bureau") and organ is not None and known(organ),
            )
        )
    rank = {level: number for number, level in enumerate(LEVELS)}
    return tuple(sorted(found, key=lambda n: rank[n.level]))


def _name(key: str, organ: Organ | None, setup: SetupView | None, words: Words) -> str:
    """Return what an organ is called, and the same before it exists: a zone's command is not its zone."""
    if organ is not None:
        return organ.name
    return words.spoken(key) if setup is None or domain_of(key) else setup.name


def node_of(nodes: tuple[Node, ...], ref: str) -> Node | None:
    """Return the body of an id."""
    return next((node for node in nodes if node.id == ref), None)


def domain_of(organ_id: str) -> str:
    """Return the domain of a task force, else an empty word."""
    kind, _, name = organ_id.partition(":")
    return name if kind == "taskforce" else ""
