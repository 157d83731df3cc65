"""Which column of an event list is which: guessed from the headings, kept in a small file, overridden there."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from game.authoring.geojson import plain
from game.authoring.grid import Cell, Sheet
from game.authoring.notes import Notes


@dataclass(frozen=True, slots=True)
class Column:
    """What an event list may say of an event, and the headings it is said under."""

    zh: str
    en: str
    words: tuple[str, ...]
    """Headings it is recognised by, the surest first."""
    about_zh: str
    about_en: str
    turns: tuple[str, ...] = ()
    """Those of them under which a bare number is a turn."""
    weeks: tuple[str, ...] = ()
    """Those of them under which a bare number is a week."""


def _columns_known() -> dict[str, Column]:
    source = files("game.authoring.events").joinpath("columns.toml").read_text(encoding="utf-8")
    return {
        key: Column(
            one["zh"],
            one["en"],
            tuple(one["words"]),
            one["about_zh"],
            one["about_en"],
            tuple(one.get("turns", ())),
            tuple(one.get("weeks", ())),
        )
        for key, one in tomllib.loads(source).items()
    }


COLUMNS: dict[str, Column] = _columns_known()
"""The columns, in the order in which they are written."""
NEEDED = ("time", "to", "text")
_BY_WANT = (*NEEDED, *(key for key in COLUMNS if key not in NEEDED))
"""The order in which headings are given out: where there is one 事件 and no 内容, it is the text, not the title."""
UNCHOSEN = frozenset({"no-column", "no-domain-column", "no-form-column"})
"""Findings that are mended by saying which column is which."""
HEADER_WITHIN = 15
MOST_BYTES = 100_000
"""Bytes of a mapping file."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which heading stands for which column, in which sheet ("" the first that has the columns needed)."""

    sheet: str
    columns: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """Return the mapping as it is kept in its file."""
        return {"sheet": self.sheet, "columns": self.columns}


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet: in which row, and which column is where (from 0)."""

    sheet: Sheet
    row: int
    columns: dict[str, int]

    def mapping(self) -> Mapping:
        """Return the mapping that finds these columns again."""
        cells = self.sheet.rows[self.row]
        return Mapping(self.sheet.name, {key: str(cells[at].value).strip() for key, at in self.columns.items()})

    @property
    def unit(self) -> Literal["day", "turn", "week"]:
        """What a bare number in the column of the time counts."""
        said = heading(self.sheet.rows[self.row][self.columns["time"]].value)
        time = COLUMNS["time"]
        return "turn" if said in time.turns else "week" if said in time.weeks else "day"


def headings(sheet: Sheet, head: Head | None = None) -> tuple[str, ...]:
    """Return the headings a sheet offers, as they are written: those of `head`, else of the row likeliest to be one."""
    rows = sheet.rows[:HEADER_WITHIN]
    if head is not None and head.sheet is sheet:
        row = sheet.rows[head.row]
    else:  # the one with most known headings, among equals the one that says most
        told = [(len(_columns([cell.value for cell in row], None)), sum(map(_is_word, row))) for row in rows]
        row = rows[told.index(max(told))] if told else []
    return tuple(dict.fromkeys(str(cell.value).strip() for cell in row if plain(cell.value)))


def guessed(sheet: Sheet, said: Sequence[str]) -> Mapping:
    """Return which of a sheet's headings is taken for which column; columns that none is taken for are left out."""
    return Mapping(sheet.name, {key: said[at] for key, at in _columns([*said], None).items()})


def _is_word(cell: Cell) -> bool:
    return isinstance(cell.value, str) and bool(plain(cell.value)) and not cell.fault


def heading(value: object) -> str:
    """Return a heading to be compared: without notes in brackets, spaces and closing marks, in small letters."""
    text = re.sub(r"\(.*?\)", "", plain(value)).strip(" :?*").lower()
    return text if text.isascii() else text.replace(" ", "")


def find_head(sheets: list[Sheet], mapping: Mapping | None, file: str, notes: Notes) -> Head | None:
    """Return where the headings are, or None after saying what is missing."""
    wanted = [s for s in sheets if mapping is None or not mapping.sheet or s.name == mapping.sheet]
    if mapping is not None and mapping.sheet and not wanted and sheets:
        there = "、".join(sheet.name for sheet in sheets)
        cure = "请改列对照文件里的工作表，或留空。"
        notes.error("no-sheet", file, "", f"没有名叫“{mapping.sheet}”的工作表，有：{there}。", cure)
        return None
    best: Head | None = None
    for sheet in wanted:
        for number, row in enumerate(sheet.rows[:HEADER_WITHIN]):
            columns = _columns([cell.value for cell in row], mapping)
            found = Head(sheet, number, columns)
            if set(NEEDED) <= set(columns):
                return found if mapping is None or _all_there(found, mapping, file, notes) else None
            if best is None or len(columns) > len(best.columns):
                best = found
    if best is None or not best.columns:
        cure = f"第一行写表头：{'、'.join(column.zh for column in COLUMNS.values())}。"
        notes.error("no-head", file, "", "找不到表头。", cure)
        return None
    for key in NEEDED:
        if key not in best.columns:
            name = mapping.columns.get(key, COLUMNS[key].zh) if mapping is not None else COLUMNS[key].zh
            row = best.sheet.rows[best.row]
            near = notes.seeker.nearest(name, [heading(cell.value) for cell in row])
            cure = "请补上这一列，或指明哪个表头是它。"
            place = best.sheet.place(row[0].ref if row else "")
            notes.error("no-column", file, place, f"表头里没有“{name}”这一列。", cure, near)
    return None


def _columns(said: list[object], mapping: Mapping | None) -> dict[str, int]:
    names = [heading(value) for value in said]
    found: dict[str, int] = {}
    for key in _BY_WANT:
        wanted = tuple(map(heading, COLUMNS[key].words))
        if mapping is not None:
            wanted = (heading(mapping.columns[key]),) if key in mapping.columns else ()
        free = {name: k for k, name in reversed(list(enumerate(names))) if k not in found.values()}
        at = next((free[word] for word in wanted if word in free), None)
        if at is not None:
            found[key] = at
    return {key: found[key] for key in COLUMNS if key in found}


def _all_there(head: Head, mapping: Mapping, file: str, notes: Notes) -> bool:
    """Say which columns of the mapping the sheet does not have: a heading misspelt there must not lose a column."""
    lost = {key: name for key, name in mapping.columns.items() if key not in head.columns}
    place = head.sheet.place(head.sheet.rows[head.row][0].ref)
    for name in lost.values():
        notes.error("no-column", file, place, f"表头里没有“{name}”这一列。", "请改列对照文件，或删去那一行。")
    return not lost


def read_mapping(path: Path, notes: Notes) -> Mapping | None:
    """Return the mapping of a file, or None after saying what is wrong with it."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig")) if path.stat().st_size < MOST_BYTES else []
        columns = data["columns"]
        sound = isinstance(columns, dict) and all(isinstance(v, str) for v in columns.values())
        sheet = data.get("sheet", "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sound, columns, sheet = False, {}, ""
    if not sound or not isinstance(sheet, str):
        cure = '请写成 {"sheet": "", "columns": {"time": "时间", …}}；删掉它再运行一次，会写出一份样板。'
        notes.error("bad-mapping", path.name, "", "这不是列对照文件。", cure)
        return None
    for key in columns:
        if key not in COLUMNS:
            near = notes.seeker.nearest(key, COLUMNS)
            notes.error("bad-mapping", path.name, "", f"没有名叫“{key}”的列。", f"可以是：{'、'.join(COLUMNS)}。", near)
    return None if notes.errors else Mapping(sheet, columns)


def write_mapping(path: Path, mapping: Mapping) -> None:
    """Keep a mapping as a file to be changed by hand; `OSError` where it cannot be written."""
    path.write_text(json.dumps(mapping.to_json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
