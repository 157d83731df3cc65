"""Blank out of a record what a viewer may not see, by the marks on its fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple, TypeVar

from game.exercise.copies import picker, reader
from game.exercise.marks import Mark

T = TypeVar("T")

ALL = frozenset(Mark)
SEAT = frozenset({Mark.PUBLIC})
CONCERNED = frozenset({Mark.PUBLIC, Mark.CONCERNED})
OWNER = frozenset({Mark.PUBLIC, Mark.CONCERNED, Mark.OWN})


class UnmarkedFieldError(TypeError):
    """A field of a record carries no visibility mark."""


def _blank_of(annotation: Any) -> Any:
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        return None
    base = origin or annotation
    return {int: 0, str: "", bool: False, tuple: (), dict: {}}[base]


@cache
def _plan(record: type) -> tuple[tuple[str, Mark, Any], ...]:
    hints = typing.get_type_hints(record)
    plan = []
    for item in fields(record):
        mark = item.metadata.get("mark")
        if mark is None:
            raise UnmarkedFieldError(f"{record.__name__}.{item.name}")
        plan.append((item.name, mark, _blank_of(hints[item.name])))
    return tuple(plan)


class _Cut(NamedTuple):
    """What a viewer of some marks sees of a kind of record."""

    unseen: Callable[[Any], tuple[Any, ...]]
    """Reads the fields that are not seen."""
    blank: tuple[Any, ...]
    """What `unseen` reads of a record that shows nothing there."""
    show: Callable[[Any], Any]
    """Makes a record of the fields that are seen; the others are blank."""


@cache
def _cut(record: type, marks: frozenset[Mark]) -> _Cut:
    blanks = {name: blank for name, mark, blank in _plan(record) if mark not in marks}
    return _Cut(unseen=reader(tuple(blanks)), blank=tuple(blanks.values()), show=picker(record, blanks))


def masked(record: T, seen: frozenset[Mark]) -> T:
    """Return a record of the same class with every field outside `seen` blank.

    Built up from nothing: only marked fields are copied. A record that is blank there already is returned as it is:
    records are frozen, and a view holds thousands of them. `UnmarkedFieldError` where a field has no mark.
    """
    kind: Any = type(record)
    cut = _cut(kind, seen)
    if cut.unseen(record) == cut.blank:
        return record
    made: T = cut.show(record)
    return made


@cache
def mark_of(record: type, name: str) -> Mark | None:
    """Return the mark of a record's field, or None if there is no such field."""
    return next((mark for field, mark, _ in _plan(record) if field == name), None)
