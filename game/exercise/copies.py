"""Frozen records made and copied the short way: states are made of hundreds of thousands of them.

A frozen dataclass pays for being frozen field by field, in its constructor and in `dataclasses.replace`. Here the slots
are filled directly, by functions written out for each kind of record as `dataclasses` writes its constructors. Records
have no `__post_init__`, so nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def quick(kind: type[T]) -> type[T]:
    """Give a frozen dataclass with slots, and without default factories, a faster constructor of the same signature."""
    record: Any = kind
    items = fields(record)
    known: dict[str, Any] = {f"_write_{name}": put for name, put in writers(record).items()}
    known |= {f"_blank_{item.name}": item.default for item in items}
    heads = [item.name if item.default is MISSING else f"{item.name}=_blank_{item.name}" for item in items]
    body = "".join(f" _write_{item.name}(self, {item.name})\n" for item in items)
    init = written(f"def __init__(self, {', '.join(heads)}):\n{body}", "__init__", known)
    for name in ("__doc__", "__module__", "__qualname__", "__annotations__"):
        setattr(init, name, getattr(record.__init__, name))
    record.__init__ = init
    return kind


def written(text: str, name: str, known: dict[str, Any]) -> Callable[..., Any]:
    """Return the function of that name; the text is made of the names of fields alone."""
    exec(text, known)  # noqa: S102
    made: Callable[..., Any] = known[name]
    return made


@cache
def writers(kind: Hashable) -> dict[str, Callable[[Any, Any], None]]:
    """Return what writes each field of a record of that kind, in the order of the fields."""
    return {item.name: getattr(kind, item.name).__set__ for item in fields(kind)}  # type: ignore[arg-type]


def reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads some fields of a record at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


@cache
def _maker(kind: Hashable) -> Callable[..., Any]:
    """Return what makes a record of that kind from its values.

    The slots are filled while the record still belongs to a class that is not frozen and laid out alike: plain
    assignments are several times as fast as anything that goes round `__setattr__`.
    """
    names = list(writers(kind))
    open_ = type("Open", (), {"__slots__": tuple(names)})
    body = "".join(f" _made.{name} = {name}\n" for name in names)
    text = f"def make({', '.join(names)}):\n _made = _new(_open)\n{body} _made.__class__ = _kind\n return _made\n"
    return written(text, "make", {"_new": object.__new__, "_open": open_, "_kind": kind})


def picker(kind: Hashable, blanks: Mapping[str, Any]) -> Callable[[Any], Any]:
    """Return what makes a record out of one of that kind, with the values of `blanks` in the fields named there."""
    values = ", ".join(f"_blank_{name}" if name in blanks else f"_record.{name}" for name in writers(kind))
    known = {"_make": _maker(kind), **{f"_blank_{name}": value for name, value in blanks.items()}}
    return written(f"def pick(_record):\n return _make({values})\n", "pick", known)


@cache
def _copier(kind: Hashable) -> Callable[[Any], Any]:
    """Return what makes another record just like one of that kind."""
    return picker(kind, {})


def filled(kind: type[T], values: Iterable[Any]) -> T:
    """Return a record of that kind with these values, in the order of its fields."""
    cls: Any = kind
    made: T = _maker(cls)(*values)
    return made


def revised(record: T, changes: Mapping[str, Any]) -> T:
    """Return a record with some fields changed, as `dataclasses.replace` does; `TypeError` for an unknown field."""
    kind: Any = type(record)
    made: T = _copier(kind)(record)
    overwrite(made, changes)
    return made


def overwrite(record: Any, changes: Mapping[str, Any]) -> None:
    """Change fields of a record that nobody else has seen yet; `TypeError` for an unknown field."""
    kind: Any = type(record)
    write = writers(kind)
    try:
        for name, value in changes.items():
            write[name](record, value)
    except KeyError as error:
        raise TypeError(f"{type(record).__name__} has no field {error}") from None
