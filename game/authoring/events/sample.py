"""An empty event list to be filled in: every heading, two rows as examples, and a sheet that says what to write where.

It is made for one scenario and comes into that without a finding: its seats, its days, its objectives stand in it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any, Literal

from game.authoring.events.columns import COLUMNS, NEEDED
from game.authoring.events.export import WIDTHS, seat_word
from game.authoring.events.frame import Frame
from game.authoring.events.read import USUAL
from game.authoring.events.wording import name_of
from game.authoring.events.workbook import fill, save
from game.scenario.model import Domain, Form

Lang = Literal["zh", "en"]
REPLY = 7
"""Days to answer the first example."""
SHOWN = 8
"""Seats and places named in the explanation."""
_GUIDE_WIDTHS = (14, 8, 90)


def sample_name(lang: Lang = "zh") -> str:
    """Return what the file is called."""
    return f"{_words()[lang]['file']}.xlsx"


def sample_rows(frame: Frame, lang: Lang = "zh") -> list[list[Any]]:
    """Return the list's rows, its headings first."""
    words, rows = _words()[lang], _words()[lang]["rows"]
    length = frame.length or 4 * frame.turn_days
    last = max(0, length - frame.turn_days)  # what comes later finds nobody at play
    days = [min(frame.turn_days * n, last) for n in (1, 2)]
    free = (n for n in count(1) if f"event-{n}" not in frame.injects)
    seats = [seat_word(seat, frame) for seat in frame.seats]
    comma = "、" if lang == "zh" else ", "
    table: list[list[Any]] = [[getattr(column, lang) for column in COLUMNS.values()]]
    for one, day, to in zip(rows.values(), days, (seats[:1], seats[:2]), strict=True):
        cells: dict[str, Any] = {
            **one,
            "number": next(free),
            "time": words["day"].format(day=day),
            "domain": name_of("domain", one["domain"], lang),
            "form": name_of("form", one["form"], lang),
            "to": comma.join(to),
        }
        if len(table) == 1 and day + REPLY < length:
            cells["reply"] = REPLY
        table.append([cells.get(key, "") for key in COLUMNS])
    return table


def guide_rows(frame: Frame, lang: Lang = "zh") -> list[list[str]]:
    """Return the sheet that explains the columns, its headings first."""
    words = _words()[lang]
    comma, semicolon = ("、", "；") if lang == "zh" else (", ", "; ")
    places = [name for name, meant in frame.places.items() if len(meant) == 1 and not name.isascii()]
    names = [seat_word(seat, frame) for seat in frame.seats]
    filled = {
        "date": frame.start.isoformat() if frame.start is not None else "2019-09-02",
        "days": str(frame.length or ""),
        "domains": comma.join(name_of("domain", one.value, lang) for one in Domain),
        "forms": comma.join(name_of("form", one.value, lang) for one in Form),
        "usual_domain": name_of("domain", USUAL["domain"], lang),
        "usual_form": name_of("form", USUAL["form"], lang),
        "seats": comma.join(names[:SHOWN]) + (" …" if len(names) > SHOWN else ""),
        "objectives": semicolon.join(frame.goals.values() or frame.objectives),
        "place": next(iter(places), words["any_place"]),
    }
    return [
        words["head"],
        *(
            [
                getattr(column, lang),
                words["needed"] if key in NEEDED else "",
                (column.about_zh if lang == "zh" else column.about_en).format(**filled),
            ]
            for key, column in COLUMNS.items()
        ),
        ["", "", words["first"]],
    ]


def write_sample(frame: Frame, path: Path, lang: Lang = "zh") -> None:
    """Write the empty list as a workbook; `OSError` where it cannot be written."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _words()[lang]["list"]
    fill(sheet, sample_rows(frame, lang), [WIDTHS[key] for key in COLUMNS])
    fill(book.create_sheet(_words()[lang]["guide"]), guide_rows(frame, lang), _GUIDE_WIDTHS)
    save(book, path)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("game.authoring.events").joinpath("sample.toml").read_text(encoding="utf-8"))
