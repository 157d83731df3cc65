"""Write a scenario's injects as an event list: the columns that `bring` reads, and nothing of what it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.authoring.events.columns import COLUMNS
from game.authoring.events.frame import Frame
from game.authoring.events.wording import name_of, say_expectation, say_place, say_time
from game.authoring.events.workbook import fill, save
from game.scenario.model import InjectSpec, Scenario

SHEET = "情况"
WIDTHS = {
    "number": 6,
    "id": 18,
    "time": 18,
    "title": 22,
    "domain": 10,
    "form": 12,
    "sender": 18,
    "to": 24,
    "place": 22,
    "text": 60,
    "expect": 44,
    "reply": 9,
    "objective": 12,
    "noise": 7,
}
NOT_COVERED = ("problem", "options", "effects", "escalate", "variants", "trap")
"""Parts of an inject that an event list has no column for."""


def event_rows(scenario: Scenario, frame: Frame) -> list[list[Any]]:
    """Return the event list of a scenario, its headings first."""
    head: list[Any] = [COLUMNS[key].zh for key in COLUMNS]
    return [head, *([_cell(key, n, i, frame) for key in COLUMNS] for n, i in enumerate(scenario.injects, 1))]


def _cell(key: str, number: int, inject: InjectSpec, frame: Frame) -> Any:
    match key:
        case "number":
            return number
        case "time":
            return say_time(inject.trigger)
        case "domain" | "form":
            return name_of(key, getattr(inject, key).value)
        case "to":
            return "、".join(seat_word(seat, frame) for seat in inject.to)
        case "place":
            return say_place(inject.place)
        case "expect":
            return "\n".join(say_expectation(one, frame.seats) for one in inject.expect)
        case "reply":
            return "" if inject.reply_within is None else inject.reply_within
        case "noise":
            return "是" if inject.noise else ""
        case _:
            return getattr(inject, key)


def seat_word(seat: str, frame: Frame) -> str:
    """Return a seat's name, or its id where two seats have that name or a mark of enumeration stands in it."""
    name = frame.seats.get(seat, seat)
    clear = frame.seats_named(name) == (seat,) and not any(sign in name for sign in "、，,;；/｜\n")
    return name if clear else seat


def left_out(scenario: Scenario) -> dict[str, int]:
    """Return how many injects have parts that the list does not show, by part."""
    counts = {part: sum(bool(getattr(inject, part)) for inject in scenario.injects) for part in NOT_COVERED}
    return {part: count for part, count in counts.items() if count}


def write_events(scenario: Scenario, frame: Frame, path: Path) -> int:
    """Write the event list as a workbook and return how many injects it has; `OSError` where it cannot be written."""
    from openpyxl import Workbook

    rows = event_rows(scenario, frame)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    fill(sheet, rows, [WIDTHS[key] for key in COLUMNS])
    sheet.auto_filter.ref = sheet.dimensions
    save(book, path)
    return len(rows) - 1
