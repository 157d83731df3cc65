"""What a function made of a table last: within a turn hundreds of rules and commands ask the same of the same table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def of_table(make: Callable[[Mapping[str, Any]], T]) -> Callable[[Mapping[str, Any]], T]:
    """Return a function that gives again what `make` gave for the very same table.

    For pure functions of tables of a `State`, which never change; what they return must not change either. One table
    is remembered, in one piece, so that several threads at worst do the same work twice.
    """
    last: list[tuple[Mapping[str, Any], T]] = []

    def get(table: Mapping[str, Any]) -> T:
        for known, made in last:
            if known is table:
                return made
        made = make(table)
        last[:] = [(table, made)]
        return made

    return get
