"""Copies of frozen records, made the short way: states are made of thousands of them.

`dataclasses.replace` goes through the constructor, which pays for being frozen field by field; here the slots of the
new record are filled directly. Records have no `__post_init__`, so nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def writers(kind: Hashable) -> dict[str, Callable[[Any, Any], None]]:
    """Return what writes each field of a record of that kind, in the order of the fields."""
    return {item.name: getattr(kind, item.name).__set__ for item in fields(kind)}  # type: ignore[arg-type]


@cache
def _reader(kind: Hashable) -> Callable[[Any], tuple[Any, ...]]:
    return reader(tuple(writers(kind)))


def reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads some fields of a record at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def filled(kind: type[T], values: Iterable[Any]) -> T:
    """Return a record of that kind with these values, in the order of its fields."""
    cls: Any = kind
    made: T = object.__new__(cls)
    for put, value in zip(writers(cls).values(), values, strict=True):
        put(made, value)
    return made


def revised(record: T, changes: Mapping[str, Any]) -> T:
    """Return a record with some fields changed, as `dataclasses.replace` does; `TypeError` for an unknown field."""
    kind: Any = type(record)
    made: T = filled(kind, _reader(kind)(record))
    overwrite(made, changes)
    return made


def overwrite(record: Any, changes: Mapping[str, Any]) -> None:
    """Change fields of a record that nobody else has seen yet; `TypeError` for an unknown field."""
    kind: Any = type(record)
    write = writers(kind)
    for name, value in changes.items():
        if name not in write:
            raise TypeError(f"{type(record).__name__} has no field {name!r}")
        write[name](record, value)
