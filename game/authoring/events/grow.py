"""Where the injects of an event list are written: a file of their own in a folder, the list itself in a lone file.

What is there stays as it is written; the new ones come behind it, in the language its keys are in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.authoring.draft_tree import DraftTree, draft_tree, flowing, last_line
from game.authoring.events.outset import dump
from game.authoring.events.read import Event
from game.authoring.patches import NoPlace, delete
from game.authoring.stretches import apply
from game.authoring.turn_keys import turn
from game.scenario.files import main_name
from game.scenario.keys import Keys, shape_of
from game.scenario.model import Scenario

FILE = "injects/imported.yaml"
_SECTION = "injects"


@dataclass(frozen=True, slots=True)
class Grown:
    """A file with more injects at its end."""

    file: str
    text: str
    begins: tuple[int, ...]
    """The lines, from 1, at which the new ones begin."""
    end: int
    """Their last line."""


def grown(bundle: Mapping[str, str], events: Sequence[Event], *, single: bool = False) -> Grown:
    """Return the file that takes events, as it would be; `single` where the scenario is one file and remains one.

    `NoPlace` where the injects of that file are written in brackets.
    """
    tree = draft_tree(bundle)
    text = _injects(events)
    if single:
        return _in_place(bundle, tree, text)
    before = bundle.get(FILE, "")
    if tree is not None and tree.keys.get(FILE if before.strip() else main_name(dict(bundle))) == "zh":
        text = _turned(text)
    if not before.strip():
        head = "# 由事件清单导入的情况。可以直接修改；再次导入时，新的情况接在后面。\n"
        return _put(FILE, head, text)
    return _put(FILE, before.rstrip("\n") + "\n\n", text)


def _injects(events: Sequence[Event]) -> str:
    """Return events as the YAML of their injects, in the list's order, each with its remark."""
    parts = []
    for event in events:
        remark = "".join(f"# 预期行动：{line}\n" for line in event.wishes)
        parts.append(remark + dump([event.inject]))
    return "\n".join(parts)


def _turned(text: str) -> str:
    return turn({FILE: text}, "zh").bundle.get(FILE, text)


def _put(file: str, before: str, text: str, depth: int = 0, after: str = "") -> Grown:
    """Join what is there and what is new, `depth` blanks further in."""
    blanks = " " * depth
    lines = [blanks + line if line else line for line in text.rstrip("\n").split("\n")]
    first = before.count("\n") + 1
    begins = tuple(number for number, line in enumerate(lines, first) if line.startswith(f"{blanks}- "))
    return Grown(file, before + "\n".join(lines) + "\n" + after, begins, first + len(lines) - 1)


def _in_place(bundle: Mapping[str, str], tree: DraftTree | None, text: str) -> Grown:
    main = main_name(dict(bundle))
    if tree is None or flowing(tree.root, tree.lines[main]):
        raise NoPlace(_SECTION)
    if tree.keys[main] == "zh":
        text = _turned(text)
    section = tree.root.get(_SECTION)
    if section is None or not section.parts:
        rest = bundle[main] if section is None else apply(bundle, delete(bundle, _SECTION))[main]
        return _put(main, _with_head(rest, tree.keys[main]), text, depth=2)
    lines, last = tree.lines[main], section.parts[-1]
    if flowing(section, lines):
        raise NoPlace(_SECTION)
    end = last_line(last, lines)
    before = "".join(f"{line}\n" for line in lines[:end])
    after = "\n".join(lines[end:])
    return _put(main, before + "\n", text, section.column - 1, after)


def _with_head(text: str, keys: Keys) -> str:
    return f"{text.rstrip(chr(10))}\n\n{shape_of(Scenario).said(_SECTION, keys)}:\n"
