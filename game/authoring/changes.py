"""What two versions of a scenario say differently, item by item and key by key, whatever their lines look like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.authoring.draft_tree import DraftTree
from game.scenario.tree import Node

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    kind: Literal["added", "removed", "changed", "order"]
    keys: tuple[str, ...]
    """The way from the top, keys in English, ids of items in brackets: `injects`, `[power-cut]`, `reply_within`."""
    titles: tuple[str, ...]
    """Title or name of each item on the way, in the newer version where it is there; "" where it has none."""
    old: object
    """The older value as data; None where it was not there."""
    new: object
    place: Place
    """File, line and column in the newer version: of the value, or of what it was taken from."""


def changes(old: DraftTree, new: DraftTree) -> tuple[Change, ...]:
    """Return the differences in the order of the newer version; what went comes after what stands in its place."""
    return tuple(_between(old.root, new.root, (), ()))


def _between(old: Node, new: Node, keys: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Change]:
    if old.kind == new.kind == "map":
        yield from _maps(old, new, keys, titles)
    elif old.kind == new.kind == "seq" and (_items(old) or _items(new)):
        yield from _lists(old, new, keys, titles)
    elif _plain(old) != _plain(new):
        yield Change("changed", keys, titles, _plain(old), _plain(new), _place(new))


def _maps(old: Node, new: Node, keys: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Change]:
    for key, (written, value) in new.pairs.items():
        before = old.get(key)
        if before is None:
            yield Change("added", (*keys, key), titles, None, _plain(value), _place(written))
        else:
            yield from _between(before, value, (*keys, key), titles)
    for key, (_, value) in old.pairs.items():
        if key not in new.pairs:
            yield Change("removed", (*keys, key), titles, _plain(value), None, _place(new))


def _lists(old: Node, new: Node, keys: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Change]:
    before, after = _items(old), _items(new)
    for ident, item in after.items():
        step, name = (*keys, f"[{ident}]"), (*titles, _title(item))
        if ident not in before:
            yield Change("added", step, name, None, _plain(item), _place(item))
        else:
            yield from _between(before[ident], item, step, name)
    for ident, item in before.items():
        if ident not in after:
            yield Change("removed", (*keys, f"[{ident}]"), (*titles, _title(item)), _plain(item), None, _place(new))
    stayed = [ident for ident in before if ident in after]
    now = [ident for ident in after if ident in before]
    if stayed != now:
        yield Change("order", keys, titles, stayed, now, _place(new))
    loose = [[_plain(part) for part in node.parts if _ident(part) is None] for node in (old, new)]
    if loose[0] != loose[1]:
        yield Change("changed", keys, titles, loose[0], loose[1], _place(new))


def _items(node: Node) -> dict[str, Node]:
    """Return the items of a list by their ids; of two with one id the first."""
    found: dict[str, Node] = {}
    for part in node.parts:
        ident = _ident(part)
        if ident is not None:
            found.setdefault(ident, part)
    return found


def _ident(node: Node) -> str | None:
    ident = node.get("id") if node.kind == "map" else None
    return ident.text() if ident is not None else None


def _title(node: Node) -> str:
    found = (node.get(key) for key in ("title", "name", "text"))
    return next((words for one in found if one is not None and (words := one.text())), "")


def _plain(node: Node) -> object:
    data: object = node.plain()
    return data.rstrip("\n") if isinstance(data, str) else data


def _place(node: Node) -> Place:
    return node.file, node.line, node.column
