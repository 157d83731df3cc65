"""What one viewer's views have in common from command to command.

A memo remembers results of pure functions together with what they were made of, and compares that, record by record,
before it gives a result again; so a view made with one equals a view made without.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from game.exercise.marks import Mark
from game.exercise.views.mask import masked

T = TypeVar("T")


class Memo:
    """Belongs to one viewer of one session."""

    def __init__(self) -> None:
        self._turn: object = None
        self._masked: dict[tuple[int, frozenset[Mark]], tuple[Any, Any]] = {}
        self._kept: dict[object, tuple[tuple[Any, ...], Any]] = {}

    def begin(self, history: object) -> None:
        """Forget records of turns gone by."""
        if history is not self._turn:
            self._turn = history
            self._masked = {}

    def masked(self, record: T, seen: frozenset[Mark]) -> T:
        """Return `masked(record, seen)`; records are frozen, so the same one is masked once."""
        key = (id(record), seen)
        found = self._masked.get(key)
        if found is None or found[0] is not record:
            found = self._masked[key] = (record, masked(record, seen))
        made: T = found[1]
        return made

    def keep(self, name: object, facts: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Return what `make` gives for these facts: the result of last time where the facts are the same."""
        found = self._kept.get(name)
        if found is None or found[0] != facts:
            found = self._kept[name] = (facts, make())
        made: T = found[1]
        return made
