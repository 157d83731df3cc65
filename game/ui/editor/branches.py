"""How injects lead to each other: links, what can never come, and a place for each in layers from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.authoring.draft_tree import DraftTree
from game.scenario.conditions import ConditionError, compile_condition
from game.scenario.known import items, number, text
from game.scenario.references import OUTCOMES
from game.scenario.tree import Node
from game.ui.editor.plan import KINDS

_SWEEPS = 4
"""How often the injects of a layer are put in order by what they hang on."""
_ASKING = frozenset({"resolved", "expired", "delivered", "chose"})
"""Functions of a condition whose first argument is an inject."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One inject in the graph."""

    id: str
    title: str
    kind: str
    """What starts it: `at`, `when`, `after`, `chance`, `by_hand`, or ""."""
    said: str
    """The day or the condition, as written."""
    unreachable: bool
    place: tuple[str, int, int]
    layer: int = 0
    row: int = -1
    """Place in its layer; -1 of an inject that has no links."""


@dataclass(frozen=True, slots=True)
class Link:
    """One inject leads to another."""

    first: str
    then: str
    kind: str
    """`after` with its outcome, `option` by a choice, `asks` where a condition asks about it."""
    said: str
    """The outcome, the option, or the question, as written."""
    delay: int = 0
    words: str = ""
    """The option's text; empty of other links."""


@dataclass(frozen=True, slots=True)
class Branches:
    """The graph of a scenario."""

    knots: tuple[Knot, ...]
    links: tuple[Link, ...]

    @property
    def linked(self) -> tuple[Knot, ...]:
        """The injects that lead to others or hang on them."""
        return tuple(knot for knot in self.knots if knot.row >= 0)

    @property
    def single(self) -> tuple[Knot, ...]:
        """The injects that stand alone."""
        return tuple(knot for knot in self.knots if knot.row < 0)


def branches(tree: DraftTree) -> Branches:
    """Return the graph of a scenario, laid out."""
    injects = {ident: one for one in items(tree.root, "injects") if (ident := text(one, "id"))}
    links = tuple(link for ident, one in injects.items() for link in _links(ident, one, injects))
    dead = unreachable(injects, links)
    spots = lay_out(tuple(injects), [(link.first, link.then) for link in links])
    return Branches(tuple(_knot(i, one, i in dead, spots.get(i, (0, -1))) for i, one in injects.items()), links)


def _knot(ident: str, inject: Node, dead: bool, spot: tuple[int, int]) -> Knot:
    trigger = inject.get("trigger")
    kind = next((one for one in KINDS if trigger is not None and one in trigger.pairs), "")
    node = trigger.get(kind) if trigger is not None and kind else None
    said = "" if node is None or kind == "by_hand" or node.value is None else str(node.value)
    place = inject.file, inject.line, inject.column
    return Knot(ident, text(inject, "title") or ident, kind, said, dead, place, *spot)


def _links(ident: str, inject: Node, injects: Mapping[str, Node]) -> Iterable[Link]:
    trigger = inject.get("trigger")
    first = text(trigger, "after")
    if first is not None and first in injects:
        outcome = text(trigger, "outcome") or "delivered"
        chosen = next((o for o in items(injects[first], "options") if text(o, "id") == outcome), None)
        yield Link(first, ident, "after", outcome, number(trigger, "delay") or 0, text(chosen, "text") or "")
    yield from _asked(ident, text(trigger, "when"), injects)
    for option in items(inject, "options"):
        then = text(option, "then")
        if then is not None and then in injects:
            yield Link(ident, then, "option", text(option, "id") or "?", words=text(option, "text") or "")
        yield from _asked(ident, text(option, "needs"), injects)


def _asked(ident: str, condition: str | None, injects: Mapping[str, Node]) -> Iterable[Link]:
    if not condition:
        return
    try:
        calls = compile_condition(condition).calls
    except ConditionError:
        return
    for name, args in dict.fromkeys(calls):
        if name in _ASKING and args and args[0] in injects and args[0] != ident:
            yield Link(args[0], ident, "asks", name if len(args) < 2 else f"{name} {args[1]}")


def unreachable(injects: Mapping[str, Node], links: Iterable[Link]) -> frozenset[str]:
    """Return the injects that nothing ever starts: chains without a beginning, and ends that cannot come about."""
    ways: dict[str, list[str]] = {}
    chained: set[str] = set()
    for link in links:
        if link.kind == "asks":
            continue
        if link.kind == "after":
            chained.add(link.then)
            if not _can(injects[link.first], link.said):
                continue
        ways.setdefault(link.first, []).append(link.then)
    alive = set(injects) - chained
    waiting = sorted(alive)
    while waiting:
        for then in ways.get(waiting.pop(), ()):
            if then not in alive:
                alive.add(then)
                waiting.append(then)
    return frozenset(set(injects) - alive)


def _can(first: Node, outcome: str) -> bool:
    """Whether an inject can end like this at all."""
    if outcome == "escalated":
        return first.get("escalate") is not None
    return outcome in OUTCOMES or outcome in {text(option, "id") for option in items(first, "options")}


def lay_out(names: tuple[str, ...], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return (layer, row) of every name that has an edge; each edge but those of a circle leads to a later layer."""
    pairs = [(a, b) for a, b in dict.fromkeys(edges) if a != b]
    linked = {name for pair in pairs for name in pair}
    order = [name for name in names if name in linked]
    after: dict[str, list[str]] = {name: [] for name in order}
    before: dict[str, list[str]] = {name: [] for name in order}
    for a, b in _forward(order, pairs):
        after[a].append(b)
        before[b].append(a)
    layer = dict.fromkeys(order, 0)
    left = {name: len(before[name]) for name in order}
    waiting = [name for name in order if not left[name]]
    while waiting:
        name = waiting.pop()
        for then in after[name]:
            layer[then] = max(layer[then], layer[name] + 1)
            left[then] -= 1
            if not left[then]:
                waiting.append(then)
    found: dict[str, tuple[int, int]] = {}
    top = 0
    for group in _groups(order, pairs):
        rows = _rows(group, layer, after, before)
        found |= {name: (layer[name], top + row) for name, row in rows.items()}
        top += 1 + max(rows.values())
    return found


def _forward(order: list[str], pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the edges without those that close a circle, found by going down from each name in turn."""
    after: dict[str, list[str]] = {name: [] for name in order}
    for a, b in pairs:
        after[a].append(b)
    heads = {b for _, b in pairs}
    state: dict[str, int] = {}
    kept: list[tuple[str, str]] = []
    for root in sorted(order, key=lambda name: name in heads):
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:
            name, rest = stack[-1]
            then = next(rest, None)
            if then is None:
                state[name] = 2
                stack.pop()
            elif state.get(then) != 1:
                kept.append((name, then))
                if then not in state:
                    state[then] = 1
                    stack.append((then, iter(after[then])))
    return kept


def _groups(order: list[str], pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Return the names that hang together, each group in the order written."""
    near: dict[str, list[str]] = {name: [] for name in order}
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    seen: set[str] = set()
    found = []
    for root in order:
        if root in seen:
            continue
        group, waiting = {root}, [root]
        while waiting:
            for name in near[waiting.pop()]:
                if name not in group:
                    group.add(name)
                    waiting.append(name)
        seen |= group
        found.append([name for name in order if name in group])
    return found


def _rows(
    group: list[str], layer: Mapping[str, int], after: Mapping[str, list[str]], before: Mapping[str, list[str]]
) -> dict[str, int]:
    """Return the row of each name in its layer: as near as may be to what it hangs on, so that few lines cross."""
    layers: dict[int, list[str]] = {}
    for name in group:
        layers.setdefault(layer[name], []).append(name)
    row = {name: n for names in layers.values() for n, name in enumerate(names)}
    for sweep in range(_SWEEPS):
        near = before if sweep % 2 == 0 else after
        for column in sorted(layers, reverse=sweep % 2 == 1):
            names = layers[column]
            middle = {n: sum(row[o] for o in near[n]) / len(near[n]) if near[n] else row[n] for n in names}
            names.sort(key=lambda n: middle[n])
            row.update({name: at for at, name in enumerate(names)})
    return row
