"""A local exercise as the window plays it: one session, one seat, bots for the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from game.exercise.refusals import Refusal
from game.exercise.views.places import told_sums
from game.exercise.views.reach import reach_of
from game.exercise.views.shape import View
from game.session.errors import SessionError
from game.ui.bridge import Answer
from game.ui.trail import Told

if TYPE_CHECKING:
    from game.bots.table import Table
    from game.exercise.preview import Preview


class LocalPlay:
    """Joins a table of bots and the seat a person holds."""

    def __init__(self, table: Table, seat: str) -> None:
        self._table = table
        self._seat = seat

    @property
    def seat(self) -> str:
        """The seat played."""
        return self._seat

    @property
    def table(self) -> Table:
        """The table with its session; only for use through the bridge's worker."""
        return self._table

    def submit(self, kind: str, args: Mapping[str, Any]) -> Answer:
        """Give a command for the seat."""
        return self._table.session.submit(self._seat, kind, dict(args))

    def preview(self, kind: str, args: Mapping[str, Any]) -> Preview | Refusal:
        """Say what a command would do."""
        return self._table.session.preview(self._seat, kind, dict(args))

    def view(self) -> View:
        """Return what the seat sees now."""
        return self._table.session.view(self._seat)

    def advance(self) -> Answer | None:
        """Let the bots act and the clock move."""
        return self._table.advance()

    def told(self, first: int, last: int) -> tuple[list[Told], bool]:
        """Return what the seat's level was told of the townships within some commands, and whether more follow."""
        session = self._table.session
        state, more = session.state, last < session.seq
        level = reach_of(state, self._seat).level
        try:
            rows = session.told(level, first, last)
        except (SessionError, sqlite3.Error, ValueError):
            return [], False  # a past that cannot be read leaves what the window saw itself
        return [(day, told_sums(said, state.county)) for day, said in rows], more

    def close(self) -> None:
        """Close the session file."""
        self._table.session.close()
