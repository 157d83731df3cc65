"""An event list on its way into a draft: read once, understood as often as its columns are chosen anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.authoring.events import Brought, bring_into
from game.authoring.events.columns import Mapping, guessed, headings
from game.authoring.events.read import rows_of
from game.authoring.geojson import plain
from game.authoring.grid import Sheet, read_sheets
from game.authoring.notes import Note, Notes, cell_of
from game.scenario.check import Checked
from game.ui.editor.import_lines import Line, whole_file

COLUMNS = ("id", "time", "to", "title")
"""What a line shows of an event."""


@dataclass(frozen=True, slots=True)
class EventList:
    """A list's file as it was read."""

    file: str
    sheets: tuple[Sheet, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class Wish:
    """How a list is to be read: a sheet ("" for the first that fits) and its columns, None to have them guessed."""

    sheet: str = ""
    mapping: Mapping | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would come to."""

    read: EventList
    brought: Brought
    lines: tuple[Line, ...]
    sheet: str
    headings: tuple[str, ...]
    """What the sheet's columns can be chosen from."""
    mapping: Mapping
    """How the columns were read, or as far as they were recognised."""


def read_list(path: Path) -> EventList:
    """Read a file's cells. Never raises on what it holds."""
    notes = Notes()
    return EventList(path.name, tuple(read_sheets(path, notes)), notes)


def preview(
    read: EventList, there: Checked, wish: Wish, *, single: bool = False, lang: Literal["zh", "en"] = "zh"
) -> Preview:
    """Return what a list comes to in a draft; `single` where that is one file and has no room for a second."""
    notes = read.notes.again()
    sheets = [sheet for sheet in read.sheets if not wish.sheet or sheet.name == wish.sheet]
    brought = bring_into(there, sheets, read.file, notes, wish.mapping, lang, single=single)
    head = brought.head
    sheet = head.sheet if head is not None else next(iter(sheets), Sheet(""))
    said = headings(sheet, head)
    mapping = head.mapping() if head is not None else wish.mapping or guessed(sheet, said)
    return Preview(read, brought, _lines(brought, read.file), sheet.name, said, mapping)


def _lines(brought: Brought, file: str) -> tuple[Line, ...]:
    by_row: dict[int, list[Note]] = {}
    rest: list[Note] = []
    rows = dict(rows_of(brought.head)) if brought.head is not None else {}
    for note in brought.notes.all():
        place = cell_of(note.place) if note.file == file else None
        if place is not None and place[1] in rows:
            by_row.setdefault(place[1], []).append(note)
        else:
            rest.append(note)
    idents = {event.row: str(event.inject["id"]) for event in brought.events}
    titles = {event.row: str(event.inject["title"]) for event in brought.events}
    name = brought.head.sheet.name if brought.head is not None else ""
    lines = list(whole_file(file, rest, len(COLUMNS)))
    for number, cells in rows.items():
        said = {key: plain(cells[key].value) for key in ("id", "number", "time", "to", "title", "text")}
        shown = (
            idents.get(number) or said["id"] or said["number"],
            said["time"],
            said["to"],
            titles.get(number) or said["title"] or said["text"],
        )
        lines.append(Line((file, name, number), shown, tuple(by_row.get(number, ()))))
    return tuple(lines)
