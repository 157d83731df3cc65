"""Which column of an event list is which: guessed from the headings, kept in a small file, overridden there."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.authoring.geojson import plain
from game.authoring.grid import Cell, Sheet
from game.authoring.notes import Notes

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "no", "no.", "number", "event", "event no", "serial", "#"),
    "id": ("情况编号", "编号", "标识", "代号", "id", "inject id"),
    "time": ("时间", "日期", "触发时间", "投放时间", "计划时间", "time", "date", "day", "when", "planned time"),
    "title": ("标题", "名称", "情况", "事件", "事件名称", "title", "name", "subject", "event name"),
    "domain": ("类型", "类别", "领域", "type", "category", "domain"),
    "form": ("方式", "形式", "投放方式", "渠道", "method", "means", "channel", "mode", "form", "delivery"),
    "sender": ("发出方", "发送方", "来源", "发件人", "from", "sender", "source", "originator"),
    "to": ("接收方", "接收人", "收件人", "收件席位", "对象", "to", "recipient", "recipients", "receiver", "audience"),
    "place": ("地点", "位置", "place", "location", "where"),
    "text": ("内容", "正文", "情况内容", "描述", "content", "message", "text", "description", "inject"),
    "expect": (
        "预期行动",
        "预期反应",
        "期望行动",
        "预期处置",
        "expected action",
        "expected actions",
        "expected response",
    ),
    "reply": ("答复期限", "答复期限(天)", "回复期限", "时限", "reply within", "reply by", "deadline"),
    "objective": ("目标", "学习目标", "训练目标", "objective", "goal"),
    "noise": ("干扰", "是否干扰", "噪声", "noise", "distractor"),
}
"""Column -> its headings; the first is the one that is written."""
NEEDED = ("time", "to", "text")
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
    """Return a heading to be compared: without notes in brackets, without spaces, in small letters."""
    text = re.sub(r"\(.*?\)", "", plain(value)).strip().lower()
    return text if text.isascii() else text.replace(" ", "")


def find_head(sheets: list[Sheet], mapping: Mapping | None, file: str, notes: Notes) -> Head | None:
    """Return where the headings are, or None after saying what is missing."""
    wanted = [s for s in sheets if mapping is None or not mapping.sheet or s.name == mapping.sheet]
    if mapping is not None and mapping.sheet and not wanted and sheets:
        there = "、".join(sheet.name for sheet in sheets)
        cure = "请改列对照文件里的 sheet，或留空。"
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
        cure = f"第一行写表头：{'、'.join(names[0] for names in COLUMNS.values())}。"
        notes.error("no-head", file, "", "找不到表头。", cure)
        return None
    for key in NEEDED:
        if key not in best.columns:
            name = mapping.columns.get(key, COLUMNS[key][0]) if mapping is not None else COLUMNS[key][0]
            row = best.sheet.rows[best.row]
            near = notes.seeker.nearest(name, [heading(cell.value) for cell in row])
            cure = "请补上这一列，或指明哪个表头是它（命令用 --mapping 文件，编辑器在窗口左边选）。"
            place = best.sheet.place(row[0].ref if row else "")
            notes.error("no-column", file, place, f"表头里没有“{name}”这一列。", cure, near)
    return None


def _columns(said: list[object], mapping: Mapping | None) -> dict[str, int]:
    names = [heading(value) for value in said]
    found: dict[str, int] = {}
    for key, known in COLUMNS.items():
        wanted = tuple(map(heading, known))
        if mapping is not None:
            wanted = (heading(mapping.columns[key]),) if key in mapping.columns else ()
        free = {name: k for k, name in reversed(list(enumerate(names))) if k not in found.values()}
        at = next((free[word] for word in wanted if word in free), None)
        if at is not None:
            found[key] = at
    return found


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
