"""Edits of a mapping as fixes: a key put in or taken out, a line taken out, laid out as its author does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from game.scenario.findings import Fix, Span
from game.scenario.model import Part
from game.scenario.tree import Node


def replaced(span: Span, text: str) -> Fix:
    """Return the fix that writes something else in a place."""
    return Fix(span.file, span.line, span.column, span.end_line, span.end_column, text)


def inserted(mapping: Node, pairs: Sequence[tuple[str, str]], lines: Sequence[str]) -> Fix | None:
    """Return the fix that puts keys with their values into a mapping, None where there is no plain place for them.

    They go behind the first key whose value ends on its own line.
    """
    for key, value in mapping.pairs.values():
        line = lines[value.line - 1] if value.file == mapping.file and value.line <= len(lines) else ""
        if value.file != mapping.file or value.kind != "scalar" or value.end_line != value.line or value.value is None:
            continue
        if _braced(mapping, lines):
            put = "".join(f", {name}: {text}" for name, text in pairs)
            return Fix(value.file, value.line, value.end_column, value.line, value.end_column, put)
        if line[value.end_column - 1 :].strip() and not line[value.end_column - 1 :].lstrip().startswith("#"):
            continue
        put = "".join(f"\n{' ' * (key.column - 1)}{name}: {text}".rstrip(" ") for name, text in pairs)
        end = len(line) + 1
        return Fix(value.file, value.line, end, value.line, end, put)
    return None


def removed(mapping: Node, name: str, lines: Sequence[str]) -> Fix | None:
    """Return the fix that takes a key with its one-line value out of a mapping, None where that is not so simple."""
    pair = mapping.pairs.get(name)
    if pair is None:
        return None
    key, value = pair
    line = lines[key.line - 1] if key.line <= len(lines) else ""
    if value.end_line != key.line or key.file != mapping.file or len(mapping.pairs) < 2:
        return None
    if _braced(mapping, lines):
        end = value.end_column - 1
        after = re.match(r"\s*,\s*", line[end:])
        if after:
            return Fix(key.file, key.line, key.column, key.line, end + after.end() + 1, "")
        before = re.search(r",\s*$", line[: key.column - 1])
        return Fix(key.file, key.line, before.start() + 1, key.line, end + 1, "") if before else None
    return line_removed(key.file, key.line, lines) if not line[: key.column - 1].strip() else None


def line_removed(file: str, number: int, lines: Sequence[str]) -> Fix:
    """Return the fix that takes out a whole line with its break."""
    if number < len(lines):
        return Fix(file, number, 1, number + 1, 1, "")
    if number > 1:
        return Fix(file, number - 1, len(lines[number - 2]) + 1, number, len(lines[number - 1]) + 1, "")
    return Fix(file, number, 1, number, len(lines[number - 1]) + 1, "")


def stub(model: type[Part], key: str) -> str:
    """Return a value to begin with for a key that is missing: a text to be written, the least number, the first choice.

    Nothing for ids, lists and groups: only the author knows what belongs there.
    """
    field = model.model_fields[key]
    wanted, marks = field.annotation, list(field.metadata)
    while get_origin(wanted) in (Annotated, Union, UnionType):
        if get_origin(wanted) is Annotated:
            marks += getattr(get_args(wanted)[1], "metadata", ())
        wanted = get_args(wanted)[0]
    if wanted is int:
        return str(next((mark.ge for mark in marks if hasattr(mark, "ge")), 1))
    if wanted is bool:
        return "false"
    if wanted is date:
        return "2020-01-01"
    if get_origin(wanted) is Literal:
        return str(get_args(wanted)[0])
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return str(next(iter(wanted)).value)
    patterned = any(getattr(mark, "pattern", None) for mark in marks) or key in ("when", "done")
    return "待补充" if wanted is str and not patterned else ""


def _braced(mapping: Node, lines: Sequence[str]) -> bool:
    line = lines[mapping.line - 1] if mapping.line <= len(lines) else ""
    return line[mapping.column - 1 : mapping.column] == "{"
