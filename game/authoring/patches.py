"""Edits of a scenario by path, such as `injects[power-cut].trigger.at`, as stretches of its text to replace.

Only what a path names is written anew, in the quotes, the indentation and the language of keys that the author used;
every other line, comments among them, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.authoring.draft_tree import DraftTree, draft_tree, flowing, last_line
from game.authoring.stretches import apply, stretch
from game.authoring.written import Value, as_block, as_item, in_language, on_one_line, under_key
from game.scenario.findings import Fix
from game.scenario.keys import Field, shape_of
from game.scenario.load import readable
from game.scenario.model import Scenario
from game.scenario.tree import Node

Step = Callable[[Mapping[str, str]], tuple[Fix, ...]]
_STEP = re.compile(r"(?P<key>[^.\[\]]+)|\[(?P<item>[^\]]+)\]")


class NoPlace(ValueError):
    """A path that leads nowhere, or a place where the text cannot be edited from outside."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value on the way down a path."""

    node: Node
    field: Field
    """What the model says of it; of an item of a list, what it says of the list."""
    flow: bool = False
    """Whether it stands inside of brackets."""
    above: _Spot | None = None
    key: str = ""
    """Its key in the map above, in English."""
    number: int = -1
    """Its place in the list above."""


def set_value(bundle: Mapping[str, str], path: str, value: Value) -> tuple[Fix, ...]:
    """Return the edit that gives a path a value: in place of what is there, or as a new key after its siblings.

    Maps that are missing on the way are made. `NoPlace` where the text cannot be read or an item of a list is missing.
    """
    tree = _tree(bundle)
    spot, rest = _down(tree, path)
    for name in reversed(rest[1:]):
        value = {name: value}
    if not rest:
        return _replace(bundle, tree, spot, value)
    if spot.node.kind == "scalar" and spot.node.value is None:
        return _replace(bundle, tree, spot, {rest[0]: value})
    if spot.node.kind != "map":
        raise NoPlace(path)
    return _insert(tree, spot, rest[0], value)


def delete(bundle: Mapping[str, str], path: str) -> tuple[Fix, ...]:
    """Return the edit that takes away a key with its value, or an item of a list; `NoPlace` where it is not there."""
    tree = _tree(bundle)
    spot, rest = _down(tree, path)
    if rest or spot.above is None:
        raise NoPlace(path)
    return _without_key(tree, spot) if spot.key else _without_item(bundle, tree, spot)


def append(bundle: Mapping[str, str], path: str, item: Value) -> tuple[Fix, ...]:
    """Return the edit that adds an item at the end of a list, which is made where it is missing."""
    tree = _tree(bundle)
    spot, rest = _down(tree, path)
    if rest or not spot.node.parts:
        return set_value(bundle, path, [item])
    last = spot.node.parts[-1]
    words = in_language(item, spot.field, tree.keys[last.file])
    lines = tree.lines[last.file]
    dash = _dash(last, lines)
    if dash is None and flowing(spot.node, lines):
        text = ", " + on_one_line(words, flow=True)
        return (Fix(last.file, last.end_line, last.end_column, last.end_line, last.end_column, text),)
    if dash is None:
        raise NoPlace(path)
    return _after(last.file, lines, last_line(last, lines), as_item(words, dash[1]))


def duplicate(bundle: Mapping[str, str], path: str, new_id: str) -> tuple[Fix, ...]:
    """Return the edit that writes an item of a list once more behind itself, word for word, with an id of its own."""
    tree = _tree(bundle)
    spot, rest = _down(tree, path)
    ident = spot.node.get("id")
    lines = tree.lines.get(spot.node.file, [])
    dash = _dash(spot.node, lines) if not rest and spot.number >= 0 and ident is not None else None
    if dash is None or ident is None or ident.line != ident.end_line:
        raise NoPlace(path)
    first, last = dash[0], last_line(spot.node, lines)
    copy = lines[first - 1 : last]
    line = copy[ident.line - first]
    copy[ident.line - first] = line[: ident.column - 1] + on_one_line(new_id) + line[ident.end_column - 1 :]
    apart = first > 1 and not lines[first - 2].strip() and last > first
    return _after(spot.node.file, lines, last, ["", *copy] if apart else copy)


def together(bundle: Mapping[str, str], *steps: Step) -> tuple[Fix, ...]:
    """Return one edit for several, each made on the texts as the one before leaves them."""
    now = dict(bundle)
    for step in steps:
        now = apply(now, step(now))
    return tuple(fix for name in sorted(now) for fix in stretch(name, bundle[name], now[name]))


def free_id(bundle: Mapping[str, str], path: str, wish: str) -> str:
    """Return an id that no item of a list has: the wish itself, else with a number behind it."""
    spot, rest = _down(_tree(bundle), path)
    taken = {part.plain().get("id") for part in spot.node.parts if part.kind == "map"} if not rest else set()
    names = (wish if n < 2 else f"{wish[:44]}-{n}" for n in range(1, len(taken) + 3))
    return next(name for name in names if name not in taken)


# Finding the place


def _tree(bundle: Mapping[str, str]) -> DraftTree:
    tree = draft_tree(bundle)
    if tree is None:
        raise NoPlace("")
    return tree


def _down(tree: DraftTree, path: str) -> tuple[_Spot, list[str]]:
    """Follow a path as far as it is written; return where that is and the keys that are missing."""
    spot = _Spot(tree.root, Field("", shape_of(Scenario)))
    steps = list(_STEP.finditer(path))
    for at, step in enumerate(steps):
        lines = tree.lines[spot.node.file]
        flow = spot.flow or (spot.node.kind != "scalar" and spot.node is not tree.root and flowing(spot.node, lines))
        if (wanted := step["item"]) is not None:
            number = _number(spot.node, wanted)
            if number < 0:
                raise NoPlace(path)
            part = spot.node.parts[number]
            same = part.file == spot.node.file
            spot = _Spot(part, spot.field, flow and same, spot, number=number)
            continue
        key = step["key"]
        pair = spot.node.pairs.get(key)
        if pair is None:
            rest = [one["key"] for one in steps[at:]]
            if None in rest:
                raise NoPlace(path)
            return spot, rest
        shape = spot.field.shape
        field = shape.fields.get(key) if shape is not None else None
        spot = _Spot(pair[1], field or Field(key), flow, spot, key)
    return spot, []


def _number(node: Node, wanted: str) -> int:
    for number, part in enumerate(node.parts):
        ident = part.get("id")
        if ident is not None and ident.value is not None and str(ident.value) == wanted:
            return number
    return int(wanted) if wanted.isdecimal() and int(wanted) < len(node.parts) else -1


def _dash(item: Node, lines: list[str]) -> tuple[int, int] | None:
    """Return the line of an item's dash and the blanks before it; None where the item has no line of its own."""
    before = lines[item.line - 1][: item.column - 1]
    if before.strip() == "-":
        return item.line, before.index("-")
    if before.strip():
        return None
    for line in range(item.line - 1, 0, -1):
        words = lines[line - 1].partition("#")[0].strip()
        if words == "-":
            return line, lines[line - 1].index("-")
        if words:
            return None
    return None


def _stretch(node: Node, lines: list[str], text: str) -> Fix:
    """Return the edit that puts other words in the place of a whole value."""
    if (node.kind == "scalar" and node.style not in ("|", ">")) or (node.kind != "scalar" and flowing(node, lines)):
        end = node.end_line, node.end_column
    else:
        last = last_line(node, lines)
        end = last, len(lines[last - 1]) + 1
    before = lines[node.line - 1][: node.column - 1]
    start = node.column
    if text.startswith("\n"):
        start = len(before.rstrip(" ")) + 1
    elif text and before.endswith((":", "-")):
        text = " " + text
    return Fix(node.file, node.line, start, *end, text)


def _after(file: str, lines: list[str], line: int, added: Sequence[str]) -> tuple[Fix, ...]:
    at = len(lines[line - 1]) + 1
    return (Fix(file, line, at, line, at, "".join(f"\n{one}" for one in added)),)


# Writing


def _replace(bundle: Mapping[str, str], tree: DraftTree, spot: _Spot, value: Value) -> tuple[Fix, ...]:
    node, file = spot.node, spot.node.file
    lines = tree.lines[file]
    words = in_language(value, spot.field, tree.keys[file])
    indent = _indent(spot)
    if isinstance(words, str) and node.kind == "scalar":
        if node.value == value:
            return ()
        text = _block(node, lines, words, indent) if not spot.flow else None
        if text is not None and node.style not in ("|", ">"):
            return (_with_remark(node, lines, text),)
        return (_stretch(node, lines, text or on_one_line(words, _quotes(node), flow=spot.flow)),)
    if isinstance(words, Sequence) and not isinstance(words, str) and node.kind == "seq" and node.parts:
        return _relist(bundle, tree, spot, words)
    if not spot.flow and isinstance(words, Mapping | Sequence) and not isinstance(words, str):
        made = under_key("k", words, indent)
        if len(made) > 1:
            return (_stretch(node, lines, "".join(f"\n{line}" for line in made[1:])),)
    return (_stretch(node, lines, on_one_line(words, flow=spot.flow)),)


def _with_remark(node: Node, lines: list[str], text: str) -> Fix:
    """Return the edit that puts a block in the place of a value on one line; a comment behind it stays on the first."""
    made, line = _stretch(node, lines, text), lines[node.end_line - 1]
    remark = line[made.end_column - 1 :].rstrip() if made.end_line == node.end_line else ""
    if not remark.strip():
        return made
    head, body = made.text.split("\n", 1)
    return replace(made, end_column=len(line) + 1, text=f"{head.rstrip()}  {remark.strip()}\n{body}")


def _quotes(node: Node) -> str:
    """Return the quotes to write with; a number in quotes, as in "1.0", must not make all words quoted."""
    return node.style if node.style in ("'", '"') else ""


def _indent(spot: _Spot) -> int:
    """Return how many blanks stand before the key of a value."""
    above = spot.above
    if above is not None and above.node.kind == "map" and spot.key:
        return above.node.pairs[spot.key][0].column - 1
    return max(0, spot.node.column - 3)


def _block(node: Node, lines: list[str], words: str, indent: int) -> str | None:
    """Return a text as a block, where it was one or has several lines; the header the author wrote stays."""
    was = node.style in ("|", ">")
    if not was and "\n" not in words:
        return None
    head = lines[node.line - 1][node.column - 1 :] if was else "|-"
    if was and (re.match(r"[|>][-+]?[0-9]|[|>][0-9]", head) or (node.style == ">" and "\n" in words)):
        head = "|-"
    elif was:
        first = next((line for line in lines[node.line : last_line(node, lines)] if line.strip()), "")
        indent = len(first) - len(first.lstrip(" ")) - 2 if first else indent
    body = as_block(words.rstrip("\n") if was else words, indent + 2)
    return f"{head}\n{body}" if body is not None else None


def _relist(bundle: Mapping[str, str], tree: DraftTree, spot: _Spot, words: Sequence[Value]) -> tuple[Fix, ...]:
    """Make a list of another: items that stay keep their lines and what is written between them."""
    node, file = spot.node, spot.node.file
    lines = tree.lines[file]
    if flowing(node, lines) or any(part.kind != "scalar" for part in node.parts) or not words:
        fixes: tuple[Fix, ...] = (_stretch(node, lines, on_one_line(words, flow=spot.flow)),)
        if not words and not flowing(node, lines):
            fixes = (_stretch(node, lines, "[]"),)
        return _shrunk(bundle, fixes)
    dashes = [_dash(part, lines) for part in node.parts]
    if None in dashes:
        raise NoPlace(spot.key)
    rows = [dash for dash in dashes if dash is not None]
    end = last_line(node, lines)
    ends = [row[0] - 1 for row in rows[1:]] + [end]
    old = {part.value: lines[row[0] - 1 : last] for part, row, last in zip(node.parts, rows, ends, strict=True)}
    was = [part.value for part in node.parts]
    if len(words) == len(was) and all(isinstance(word, str | int) and "\n" not in str(word) for word in words):
        plain = all(part.style not in ("|", ">") and part.line == part.end_line for part in node.parts)
        if plain:  # only words changed: what is written beside and between them stays
            pairs = zip(node.parts, words, was, strict=True)
            return tuple(_stretch(p, lines, on_one_line(w, _quotes(p))) for p, w, before in pairs if w != before)
    made: list[str] = []
    for part, last in zip(node.parts, ends, strict=True):
        remarks = lines[last_line(part, lines) : last]
        if part.value not in words and remarks:  # an item goes, what is said of the next one stays
            kept = next(
                (old[one.value] for one in reversed(node.parts) if one.line < part.line and one.value in words), made
            )
            kept += remarks
    for word in words:
        kept_lines = old.get(word) if isinstance(word, str | int | None) else None
        made += kept_lines if kept_lines is not None else as_item(word, rows[0][1])
    fix = Fix(file, rows[0][0], 1, end, len(lines[end - 1]) + 1, "\n".join(made))
    return _shrunk(bundle, (fix,))


def _shrunk(bundle: Mapping[str, str], fixes: tuple[Fix, ...]) -> tuple[Fix, ...]:
    return together(bundle, lambda _now: fixes)


def _insert(tree: DraftTree, spot: _Spot, key: str, value: Value) -> tuple[Fix, ...]:
    """Write a new key after the sibling that the model has before it, else after the last."""
    node = spot.node
    file = node.file
    lines, keys, shape = tree.lines[file], tree.keys[file], spot.field.shape
    field = shape.fields.get(key) if shape is not None else None
    words = in_language(value, field, keys)
    written = shape.said(key, keys) if shape is not None else key
    own = {name: pair for name, pair in node.pairs.items() if pair[0].file == pair[1].file == file}
    flow = spot.flow or (node is not tree.root and flowing(node, lines))
    if not own:
        if not flow:
            raise NoPlace(key)
        text = f"{written}: {on_one_line(words, flow=True)}"
        return (Fix(file, node.line, node.column + 1, node.line, node.column + 1, text),)
    order = list(shape.fields) if shape is not None else []
    before = [name for name in own if name in order and key in order and order.index(name) < order.index(key)]
    after = own[max(before, key=order.index) if before else list(own)[-1]]
    if flow:
        end = after[1].end_line, after[1].end_column
        return (Fix(file, *end, *end, f", {written}: {on_one_line(words, flow=True)}"),)
    indent = next(iter(own.values()))[0].column - 1
    return _after(file, lines, last_line(after[1], lines), under_key(written, words, indent))


# Taking away


def _without_key(tree: DraftTree, spot: _Spot) -> tuple[Fix, ...]:
    above = spot.above
    assert above is not None
    key, value = above.node.pairs[spot.key]
    lines = tree.lines[key.file]
    if value.file != key.file or (spot.node.kind == "seq" and any(p.file != key.file for p in spot.node.parts)):
        raise NoPlace(spot.key)
    pairs = list(above.node.pairs.values())
    at = next(number for number, pair in enumerate(pairs) if pair[0] is key)
    if spot.flow:
        if at:
            before = pairs[at - 1][1]
            return (Fix(key.file, before.end_line, before.end_column, value.end_line, value.end_column, ""),)
        if len(pairs) > 1:
            follow = pairs[1][0]
            return (Fix(key.file, key.line, key.column, follow.line, follow.column, ""),)
        return (Fix(key.file, key.line, key.column, value.end_line, value.end_column, ""),)
    last = last_line(value, lines)
    if len(pairs) == 1:
        return (Fix(key.file, key.line, key.column, last, len(lines[last - 1]) + 1, "{}"),)
    if lines[key.line - 1][: key.column - 1].strip():  # behind a dash: the next key takes its place
        follow = pairs[1][0]
        return (Fix(key.file, key.line, key.column, follow.line, follow.column, ""),)
    return (_lines_away(key.file, lines, key.line, last),)


def _without_item(bundle: Mapping[str, str], tree: DraftTree, spot: _Spot) -> tuple[Fix, ...]:
    above, node = spot.above, spot.node
    assert above is not None
    lines = tree.lines[node.file]
    parts = above.node.parts
    whole = tree.section_files.get(node.file)
    if whole is node:  # a file that is this one item
        return stretch(node.file, bundle[node.file], "")
    dash = _dash(node, lines)
    if dash is None:
        number = spot.number
        if number and parts[number - 1].file == node.file:
            before = parts[number - 1]
            return (Fix(node.file, before.end_line, before.end_column, node.end_line, node.end_column, ""),)
        follow = parts[number + 1] if number + 1 < len(parts) else None
        end = (follow.line, follow.column) if follow is not None else (node.end_line, node.end_column)
        return (Fix(node.file, node.line, node.column, *end, ""),)
    if len(parts) == 1 and whole is None:
        return (_stretch(above.node, lines, "[]"),)
    last = last_line(node, lines)
    blank_before = dash[0] == 1 or not lines[dash[0] - 2].strip()
    if blank_before and last < len(lines) and not lines[last].strip():
        last += 1  # one of the two gaps goes with it
    return (_lines_away(node.file, lines, dash[0], last),)


def _lines_away(file: str, lines: list[str], first: int, last: int) -> Fix:
    if last < len(lines):
        return Fix(file, first, 1, last + 1, 1, "")
    if first > 1:
        return Fix(file, first - 1, len(lines[first - 2]) + 1, last, len(lines[last - 1]) + 1, "")
    return Fix(file, first, 1, last, len(lines[last - 1]) + 1, "")


def new_text(words: str) -> str:
    """Return what was typed as a text of a scenario: without signs no line may hold, and without an end of blanks."""
    return "\n".join(line.rstrip() for line in readable(words).split("\n")).strip("\n").strip()
