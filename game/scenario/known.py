"""What a scenario defines, its county and the exercise's catalogues: the ids that anything in it may name.

Read from the tree, not the models, so that it works on half-written files; a value of the wrong shape is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.county.place import County
from game.scenario.conditions import Condition
from game.scenario.tree import Node


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Ids of the exercise's catalogues, handed in from above; an empty set is not checked."""

    tasks: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    powers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Post -> the powers it comes with."""
    attention: Mapping[str, int] = field(default_factory=dict)
    """Post -> its attention points a turn."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Command -> the power it needs."""
    scales: Mapping[str, tuple[str, int, int, int]] = field(default_factory=dict)
    """Measure -> its group, its values worth nothing and everything, and +1 where larger is better, else -1."""
    organs: frozenset[str] = frozenset()
    """`bureau:water`, `hq`, and the kinds that take a place or domain: `zone`, `post`, `warrooms`, `taskforce` …"""
    measures: frozenset[str] = frozenset()
    problem_types: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    """Display name -> id of posts, tasks and the like, to tell an author who wrote the name."""
    arguments: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Command -> the names of its arguments; a command that is left out is not checked."""


def items(node: Node | None, key: str) -> list[Node]:
    """Return the maps of a list under a key; nothing where there is no such list."""
    found = node.get(key) if node is not None else None
    return [part for part in found.parts if part.kind == "map"] if found is not None and found.kind == "seq" else []


def texts(node: Node | None, key: str) -> list[Node]:
    """Return the texts of a list under a key."""
    found = node.get(key) if node is not None else None
    return [part for part in found.parts if part.text() is not None] if found is not None else []


def text(node: Node | None, key: str) -> str | None:
    """Return the text under a key."""
    found = node.get(key) if node is not None else None
    return found.text() if found is not None else None


def number(node: Node | None, key: str) -> int | None:
    """Return the whole number under a key."""
    found = node.get(key) if node is not None else None
    return found.number() if found is not None else None


class Known:
    """What a scenario defines, its catalogues and its county: the ids that references may name."""

    def __init__(self, root: Node, catalogues: Catalogues, county: County | None, *, lost: bool) -> None:
        self.root = root
        self.catalogues = catalogues
        self.county = county
        self.lost = lost
        self.seats = items(root, "seats")
        self.injects = items(root, "injects")
        self.campaigns = items(root, "campaigns")
        self.phases = [phase for campaign in self.campaigns for phase in items(campaign, "phases")]
        self.funds = items(root.get("starting"), "funds")
        self.defined: dict[str, dict[str, Node]] = {}
        self.names: dict[str, dict[str, str]] = {}
        for kind, nodes in (
            ("seat", self.seats),
            ("inject", self.injects),
            ("campaign", self.campaigns),
            ("phase", self.phases),
            ("fund", self.funds),
            ("objective", items(root, "objectives")),
            ("partner", items(root, "partners")),
            ("criterion", items(root, "rubric")),
            ("guide", items(root, "guide")),
        ):
            self.defined[kind] = {ident: node for node in nodes if (ident := text(node, "id")) is not None}
            self.names[kind] = {
                name: ident
                for ident, node in self.defined[kind].items()
                if (name := text(node, "name") or text(node, "title") or text(node, "text")) is not None
            }
        self.conditions: dict[Node, Condition] = {}
        """The conditions that compiled; one that is missing has had its finding."""
        self.townships: dict[str, str] = {}
        self.villages: dict[str, str] = {}
        self.zones: dict[str, str] = {}
        self.cut: set[str] = set()
        """Townships and villages of the county that this scenario does not play."""
        if county is not None:
            kept = {node.text() for node in texts(root.get("county"), "townships")}
            if not kept <= {township.id for township in county.townships}:
                kept = set()  # a misspelt one is said where it stands, not wherever its places are named
            for township in county.townships:
                if not kept or township.id in kept:
                    self.townships[township.id] = township.name
                else:
                    self.cut.add(township.id)
            for village in county.villages:
                if village.township in self.townships:
                    self.villages[village.id] = village.name
                else:
                    self.cut.add(village.id)
            live = {township.zone for township in county.townships if township.id in self.townships}
            self.zones = {zone.id: zone.name for zone in county.zones if zone.id in live}

    def options(self, inject: Node) -> list[Node]:
        """Return an inject's options."""
        return items(inject, "options")
