"""A text read anew after an edit: of a list only the items that were touched are parsed, else the touched sections.

Block YAML is read from left to right, and where an item of a list or a key of the whole text begins at the depth of the
one before, nothing of what stands above is open any more. So the lines from one to another can be parsed by themselves,
with something that stands for what is around them. Whatever is not as plain as that is left to the whole parse: a text
with any fault, keys of other letters, an edit that ends or opens a list or that reaches the end of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.recovery import Recovered, wide_indents
from game.scenario.tree import MOST_ITEMS, MOST_NODES, Node, Parsed, parse

_BREAKS_OUT = ("---", "...", "%")
"""What at the beginning of a line ends a document, or the parse, at any depth."""
_STAND_IN = "stand_in"


def reread(old: Recovered, before: Sequence[str], after: Sequence[str], file: str) -> Recovered | None:
    """Return the tree of the lines `after`, made of `old`, that of the lines `before`; None where that is not sure.

    `old` is used up: its nodes are in the new tree, where they need to with other lines.
    """
    root = old.root
    if root is None or root.kind != "map" or root.column > 1 or old.faults or old.fixes or old.lost or old.wide_keys:
        return None
    first, last = _changed(before, after)
    found = _items(root, before, first, last)
    if found is not None:
        return _with_items(old, root, found, before, after, file)
    return _with_sections(old, root, first, last, before, after, file)


def _with_items(
    old: Recovered,
    root: Node,
    found: tuple[Node, int, int, int],
    before: Sequence[str],
    after: Sequence[str],
    file: str,
) -> Recovered | None:
    """Read some items of one list anew."""
    items, start, stop, depth = found
    begin, end, grown = items.parts[start].line - 1, items.parts[stop].line - 1, len(after) - len(before)
    lines = after[begin : end + grown]
    fresh = _parsed([f"{_STAND_IN}:", *lines, " " * depth + "- x"], begin - 1, file) if begin else None
    inner = fresh.root.get(_STAND_IN) if fresh is not None and fresh.root is not None else None
    if fresh is None or fresh.root is None or inner is None or len(fresh.root.pairs) > 1 or not inner.parts:
        return None
    new, last = inner.parts[:-1], inner.parts[-1]
    if last.value != "x" or last.line != begin + len(lines) + 1:
        return None
    nodes = old.nodes - sum(map(_size, items.parts[start:stop])) + sum(map(_size, new))
    if nodes > MOST_NODES or len(items.parts) - (stop - start) + len(new) >= MOST_ITEMS:
        return None
    folded = _folded(old, fresh, begin, end)
    below = items.parts[stop:]
    items.parts[start:] = below
    if grown:
        _shift(root, grown, end)
    items.parts[start:] = [*new, *below]
    return Recovered(root, [], {}, lost=False, nodes=nodes, folded=folded)


def _with_sections(
    old: Recovered, root: Node, first: int, last: int, before: Sequence[str], after: Sequence[str], file: str
) -> Recovered | None:
    """Read some of the keys of the whole text anew, each with all below it."""
    pairs = list(root.pairs.items())
    keys = [key for _, (key, _) in pairs]
    # The line of the first of them must be the same, if it is not the text's first, and that of the one after the last
    start = next((n for n in range(len(keys) - 1, -1, -1) if keys[n].line <= first), -1)
    stop = next((n for n in range(start + 1, len(keys)) if keys[n].line > last), len(keys))
    if stop == len(keys) or any(key.column > 1 for key in keys):
        return None
    begin, end, grown = keys[start].line - 1 if start >= 0 else 0, keys[stop].line - 1, len(after) - len(before)
    start = max(0, start)
    lines = after[begin : end + grown]
    fresh = _parsed([*lines, f"{_STAND_IN}: x"], begin, file)
    top = fresh.root if fresh is not None else None
    if fresh is None or top is None or top.kind != "map" or top.column > 1 or not top.pairs:
        return None
    new = list(top.pairs.items())
    name, (key, _) = new.pop()
    kept = {name for name, _ in (*pairs[:start], *pairs[stop:])}
    if name != _STAND_IN or key.line != begin + len(lines) + 1 or not kept.isdisjoint(top.pairs):
        return None
    nodes = old.nodes - sum(1 + _size(value) for _, (_, value) in pairs[start:stop])
    nodes += sum(1 + _size(value) for _, (_, value) in new)
    if nodes > MOST_NODES:
        return None
    folded = _folded(old, fresh, begin, end)
    root.pairs = dict([*pairs[:start], *pairs[stop:]])
    if grown:
        _shift(root, grown, end)
    root.pairs = dict([*pairs[:start], *new, *pairs[stop:]])
    if start == 0:
        root.line = next(iter(root.pairs.values()))[0].line
    return Recovered(root, [], {}, lost=False, nodes=nodes, folded=folded)


def _parsed(lines: Sequence[str], above: int, file: str) -> Parsed | None:
    """Return what lines with so many lines above them are by themselves, None where there is any fault in them."""
    if any(line.startswith(_BREAKS_OUT) for line in lines) or wide_indents(list(lines)):
        return None
    found = parse("\n" * above + "\n".join(lines), file)
    return None if found.error or found.crash or found.faults or found.wide_keys else found


def _folded(old: Recovered, fresh: Parsed, begin: int, end: int) -> tuple[Node, ...]:
    """Return the plain texts of several lines, in the order of their lines."""
    above = [node for node in old.folded if node.line <= begin]
    below = [node for node in old.folded if node.line > end]
    return (*above, *fresh.folded, *below)


def _changed(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return the lines of `before`, from 0 and the end exclusive, outside which both are the same."""
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] != after[n]), most)
    same = next((n for n in range(most - first) if before[-1 - n] != after[-1 - n]), most - first)
    return first, len(before) - same


def _items(root: Node, lines: Sequence[str], first: int, last: int) -> tuple[Node, int, int, int] | None:
    """Return the list that holds the changed lines, its items from and up to which they lie, and its depth."""
    for _, section in root.pairs.values():
        parts = section.parts
        if len(parts) < 2 or parts[0].line > first:
            continue
        # The line that begins the first of the items must be the same, and so must be that of the one after the last
        start = next((n for n in range(len(parts) - 1, -1, -1) if parts[n].line <= first), 0)
        stop = next((n for n in range(start + 1, len(parts)) if parts[n].line > last), 0)
        if stop:
            depth, other = (_depth(parts[n], lines) for n in (start, stop))
            return (section, start, stop, depth) if depth == other and depth >= 0 else None
    return None


def _depth(item: Node, lines: Sequence[str]) -> int:
    """Return the depth of the dash that an item begins after, -1 where there is none in its line."""
    lead = lines[item.line - 1][: item.column - 1]
    return len(lead) - len(lead.lstrip(" ")) if lead.strip(" ") == "-" else -1


def _size(node: Node) -> int:
    """Return how many keys and values there are in a value, itself among them."""
    size, waiting = 0, [node]
    while waiting:
        one = waiting.pop()
        size += 1 + len(one.pairs)
        waiting += one.parts
        waiting += [value for _, value in one.pairs.values()]
    return size


def _shift(node: Node, by: int, after: int) -> None:
    """Move what stands after a line, from 0, by a number of lines."""
    if node.line > after:
        node.line += by
    if node.end_line > after:
        node.end_line += by
    for key, value in node.pairs.values():
        if key.line > after:
            key.line += by
            key.end_line += by
        _shift(value, by, after)
    for part in node.parts:
        _shift(part, by, after)
