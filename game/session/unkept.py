"""The journal of a session whose past nobody will ask for: it counts commands and keeps none.

Series of runs are played for their outcome, and each can be played again from its seed, so writing down what happened
would be half of their work for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from game.exercise.events import Event
from game.session.errors import SessionError
from game.session.journal import Journal, Kept
from game.session.schema import Row, Stored


class NoPast(SessionError):
    """The session was played without keeping its past."""


class Unkept(Journal):
    """A journal that stands in for one in memory; whoever asks it about the past gets `NoPast`."""

    def __init__(self, header: Mapping[str, str], bundle: Mapping[str, str]) -> None:
        self.path: Path | None = None
        self.header = dict(header)
        self.bundle = dict(bundle)
        self.seq = 0

    def close(self) -> None:
        """Do nothing; there is nothing to close."""

    def stored(self, events: tuple[Event, ...]) -> tuple[Stored, ...]:
        """Return nothing: no event is written down."""
        del events
        return ()

    def append(self, row: Row, events: tuple[Stored, ...]) -> None:
        """Count a command."""
        del events
        self.seq = row.seq

    def refuse(self, *_: object) -> None:
        """Forget a refused command."""

    def blame(self, *_: object) -> None:
        """Forget a fault; the state of the session still names it."""

    def answered(self, cmd_id: str) -> None:
        """Remember no command's answer."""
        del cmd_id

    def rows(self, first: int = 0, last: int | None = None) -> Iterator[Kept]:
        """Raise `NoPast`."""
        del first, last
        _no_past()

    def reports(self, level: str, first: int, last: int) -> Iterator[tuple[int, Stored]]:
        """Raise `NoPast`."""
        del level, first, last
        _no_past()

    def snapshots(self, version: int, upto: int) -> Iterator[tuple[int, str, bytes]]:
        """Raise `NoPast`."""
        del version, upto
        _no_past()

    def first_on(self, day: int) -> int:
        """Raise `NoPast`."""
        del day
        _no_past()

    def refusals(self) -> list[tuple[int, int, str, str, str, str, str, str]]:
        """Raise `NoPast`."""
        _no_past()

    def faults(self) -> list[tuple[int, str, str, str, str]]:
        """Raise `NoPast`."""
        _no_past()

    @property
    def origin(self) -> bytes:
        """Raise `NoPast`."""
        _no_past()

    @property
    def chain(self) -> bytes:
        """Raise `NoPast`."""
        _no_past()


def _no_past() -> NoReturn:
    raise NoPast("这次推演没有保留过程：可以用同一个种子重新推演一次。")
