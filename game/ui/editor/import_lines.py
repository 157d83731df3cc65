"""What an import is shown as before it is taken: a line for each row of a file, with what is said of that row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.authoring.notes import Note


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, one township of a map, or a file as a whole."""

    key: tuple[str, str, int]
    """File, sheet and row; a row of 0 is the file as a whole."""
    cells: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    @property
    def state(self) -> Literal["error", "warning", ""]:
        """The worst that is said of it."""
        if any(note.severity == "error" for note in self.notes):
            return "error"
        return "warning" if self.notes else ""


def whole_file(file: str, notes: Iterable[Note], columns: int) -> tuple[Line, ...]:
    """Return the line of what belongs to no row of a file, none where there is no such thing."""
    kept = tuple(notes)
    return (Line((file, "", 0), ("",) * columns, kept),) if kept else ()
