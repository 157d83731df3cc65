"""What an event list would come to, row by row, for whoever has to agree before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from game.authoring.events.bring import Brought
from game.authoring.events.columns import HEADER_WITHIN, Head
from game.authoring.grid import Sheet, cell_of
from game.authoring.notes import Note

Verdict = Literal["", "warning", "error"]
SHORT = 40
"""Characters of a text that stands for a title."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list as it is written there, and what is said of it."""

    number: int
    ident: str
    """Id of the inject it becomes; "" where it becomes none."""
    when: str
    title: str
    to: str
    verdict: Verdict
    notes: tuple[Note, ...]


def rows_of(brought: Brought) -> tuple[Row, ...]:
    """Return the rows below the headings that say anything, in the list's order."""
    head = brought.head
    if head is None:
        return ()
    idents = {event.row: str(event.inject["id"]) for event in brought.events}
    said: dict[int, list[Note]] = {}
    for note in brought.notes.all():
        if (cell := cell_of(note.place)) is not None:
            said.setdefault(cell[1], []).append(note)
    found = []
    for number, cells in enumerate(head.sheet.rows[head.row + 1 :], head.row + 2):
        words = {key: _words(cells[at].value) for key, at in head.columns.items() if at < len(cells)}
        if not any(words.values()):
            continue
        notes = tuple(said.get(number, ()))
        worst: Verdict = "error" if any(n.severity == "error" for n in notes) else "warning" if notes else ""
        title = words.get("title") or words.get("text", "").replace("\n", " ")[:SHORT]
        found.append(
            Row(
                number, idents.get(number, ""), words.get("time", ""), title,
                words.get("to", "").replace("\n", "、"), worst, notes,
            )
        )  # fmt: skip
    return tuple(found)


def at_large(brought: Brought) -> tuple[Note, ...]:
    """Return what is said of no row: of the file, its headings, or the scenario."""
    numbers = {row.number for row in rows_of(brought)}
    cells = ((note, cell_of(note.place)) for note in brought.notes.all())
    return tuple(note for note, cell in cells if cell is None or cell[1] not in numbers)


def headings(brought: Brought, sheet: str = "") -> tuple[str, ...]:
    """Return the headings of a sheet, "" for the one that was read: where none was found, its fullest row."""
    if brought.head is not None and sheet in ("", brought.head.sheet.name):
        return _row(brought.head)
    sheets = [one for one in brought.sheets if sheet in ("", one.name)]
    rows = [[_words(cell.value) for cell in row] for one in sheets[:1] for row in one.rows[:HEADER_WITHIN]]
    fullest = max(rows, key=lambda row: sum(map(bool, row)), default=[])
    return tuple(dict.fromkeys(filter(None, fullest)))


def sheet_names(brought: Brought) -> tuple[str, ...]:
    """Return the sheets that have rows; none where a file has but one table."""
    found: list[Sheet] = [sheet for sheet in brought.sheets if sheet.name and sheet.rows]
    return tuple(sheet.name for sheet in found) if len(found) > 1 else ()


def _row(head: Head) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (_words(cell.value) for cell in head.sheet.rows[head.row]))))


def _words(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str("" if value is None else value).strip()
