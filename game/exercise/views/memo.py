"""What one viewer's views have in common from command to command.

A memo remembers results of pure functions together with what they were made of, and compares that, record by record,
before it gives a result again; so a view made with one equals a view made without. Entries are replaced whole, never
changed, so that two threads at worst do the same work twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import compress, count
from operator import is_not
from typing import Any, NamedTuple, TypeVar

from game.exercise.marks import Mark
from game.exercise.views.mask import masked

T = TypeVar("T")
R = TypeVar("R")


class _Table(NamedTuple):
    """A table as it was shown last."""

    table: Mapping[Any, Any]
    facts: tuple[Any, ...]
    records: list[Any]
    made: dict[int, Any]
    """What was shown of each record that is shown, by its place in the table."""
    shown: tuple[Any, ...]


class Memo:
    """Belongs to one viewer of one session; `common` to all of them, for what no viewer is asked about."""

    def __init__(self, common: Memo | None = None) -> None:
        self.common = common if common is not None else self
        self._kept: dict[object, tuple[tuple[Any, ...], Any]] = {}
        self._tables: dict[str, _Table] = {}
        self._masked: dict[tuple[type, str, frozenset[Mark]], tuple[Any, Any]] = {}

    def masked(self, record: T, seen: frozenset[Mark]) -> T:
        """Return `masked(record, seen)` of a record with an id: whoever sees as much of it shares one."""
        key = (type(record), record.id, seen)  # type: ignore[attr-defined]
        found = self._masked.get(key)
        if found is None or found[0] is not record:
            found = self._masked[key] = (record, masked(record, seen))
        made: T = found[1]
        return made

    def keep(self, name: object, facts: tuple[Any, ...], make: Callable[..., T], *given: Any) -> T:
        """Return `make(*given)`, which must depend on the facts alone: last time's result where they are the same."""
        found = self._kept.get(name)
        if found is None or found[0] != facts:
            found = self._kept[name] = (facts, make(*given))
        made: T = found[1]
        return made

    def rows(
        self, name: str, table: Mapping[Any, R], facts: tuple[Any, ...], show: Callable[[R], T | None]
    ) -> tuple[T, ...]:
        """Return what `show` makes of the records of a table, without its Nones; only new records are asked about.

        `show` must depend on the record and the facts alone. Where nothing shown has changed, it is the same tuple.
        """
        last = self._tables.get(name)
        if last is not None and last.facts != facts:
            last = None
        if last is not None and last.table is table:
            return last.shown
        records = list(table.values())
        made: dict[int, Any] = {}
        asked: Iterable[int] = range(len(records))
        if last is not None and len(last.records) <= len(records):  # most records stand where they stood
            made = last.made
            changed = compress(count(), map(is_not, records, last.records))
            asked = [*changed, *range(len(last.records), len(records))]
        if rows := {index: show(records[index]) for index in asked}:
            made = _put_in(made, rows)
        shown = tuple(made.values())
        if last is not None and shown == last.shown:
            shown = last.shown
        self._tables[name] = _Table(table, facts, records, made, shown)
        return shown


def _put_in(made: Mapping[int, Any], rows: Mapping[int, Any]) -> dict[int, Any]:
    """Return rows by their place, in order, with some of them new; None is no row."""
    now = dict(made)
    moved = False
    last = next(reversed(now), -1)
    for index, row in rows.items():
        if row is None:
            now.pop(index, None)
        else:
            moved = moved or (index < last and index not in now)
            now[index] = row
    return dict(sorted(now.items())) if moved else now
