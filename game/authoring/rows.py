"""Make sense of a table's rows: which column is which, and what a cell must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from game.authoring.geojson import Place, plain, shown
from game.authoring.grid import Cell, Sheet, letters
from game.authoring.notes import Notes

COLUMNS: dict[str, tuple[str, ...]] = {
    "township": ("乡镇", "乡镇名称", "乡镇名", "乡(镇)", "township"),
    "zone": ("战区", "战区名称", "zone"),
    "village": ("村", "村名", "行政村", "村名称", "村(社区)", "village", "name"),
    "households": ("户数", "农户数", "总户数", "households"),
    "poor": ("贫困村", "是否贫困村", "poor"),
    "remote": ("偏远程度", "偏远", "remote"),
    "x": ("经度", "横坐标", "x", "lon", "longitude"),
    "y": ("纬度", "纵坐标", "y", "lat", "latitude"),
    "id": ("村编号", "村代号", "编号", "id"),
    "township_id": ("乡镇编号", "乡镇代号", "township_id"),
}
"""Columns of the village table; the first name is the one that is written and asked for."""
SITE_COLUMNS: dict[str, tuple[str, ...]] = {
    "site": ("安置点", "安置点名称", "site"),
    "township": COLUMNS["township"],
    "households": COLUMNS["households"],
    "id": ("安置点编号", "编号", "id"),
}
FACT_COLUMNS: dict[str, tuple[str, ...]] = {"fact": ("项目", "fact"), "value": ("数值", "value")}
Kind = Literal["villages", "sites", "facts", ""]
"""What a sheet lists; "" where it lacks columns for any."""
_HEADER_WITHIN = 15
_SUMS = {"合计", "总计", "小计", "全县", "全县合计"}
_YES = {"是", "√", "✓", "对", "1", "y", "yes", "true", "贫困村"}
_NO = {"", "否", "×", "x", "0", "n", "no", "false", "-", "—", "非贫困村"}
HOUSEHOLDS = (1, 20_000)
_REMOTE = (0, 1000)
IDENT = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(slots=True)
class Row:
    """A village as the table has it; None where a column is missing or empty."""

    place: str
    township: str
    township_place: str
    village: str
    households: int
    poor: bool
    zone: str = ""
    remote: int | None = None
    at: Place | None = None
    at_place: str = ""
    id: str = ""
    township_id: str = ""


@dataclass(slots=True)
class Table:
    """What a table file says: its villages, and where it has them its sites and facts of the county."""

    file: str
    rows: list[Row] = field(default_factory=list)
    sites: list[tuple[str, str, str, int, str]] = field(default_factory=list)
    """(place, id, name, households, township name)."""
    facts: list[tuple[str, str, Cell]] = field(default_factory=list)
    """(place, what, cell)."""


def read_table(sheets: list[Sheet], file: str, notes: Notes) -> Table:
    """Return what the sheets say; every fault of every row goes into `notes`."""
    table = Table(file)
    main = False
    best: tuple[int, Sheet, int] | None = None
    for sheet in sheets:
        kind, head = head_of(sheet)
        if head is None:
            continue
        if kind == "sites":
            table.sites += _Reader(sheet, file, notes, *head).sites()
        elif kind == "facts":
            table.facts += _Reader(sheet, file, notes, *head).facts()
        elif kind == "villages":
            main = True
            table.rows += _Reader(sheet, file, notes, *head).villages()
        elif best is None or len(head[1]) > best[0]:
            best = len(head[1]), sheet, head[0]
    if not main and sheets:
        _no_head(*(best[1:] if best else (sheets[0], 0)), file, notes)
    elif main and not table.rows and not notes.errors:
        notes.error("empty", file, "", "表里只有表头，一个村也没有。", "请每个村写一行。")
    return table


def head_of(sheet: Sheet) -> tuple[Kind, tuple[int, dict[str, int]] | None]:
    """Return what a sheet lists, and the row of its headings with which column is which; None where it has none."""
    sites, facts = _head(sheet, SITE_COLUMNS), _head(sheet, FACT_COLUMNS)
    if sites is not None and "site" in sites[1]:
        return "sites", sites
    if facts is not None and len(facts[1]) == 2:
        return "facts", facts
    head = _head(sheet, COLUMNS)
    return ("villages" if head is not None and {"village", "households"} <= set(head[1]) else ""), head


def _name(value: object) -> str:
    """Return a heading without notes in brackets and without spaces."""
    text = plain(value).replace(" ", "").lower()
    bare = re.sub(r"\((?!镇|社区).*?\)", "", text)
    return bare or text


def _head(sheet: Sheet, columns: dict[str, tuple[str, ...]]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings and which column is which, or None where no row has two of them."""
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        said = [_name(cell.value) for cell in row]
        found = {
            key: next(k for k, name in enumerate(said) if name in names)
            for key, names in columns.items()
            if any(name in names for name in said)
        }
        if len(found) >= 2:
            return number, found
    return None


def _no_head(sheet: Sheet, head: int, file: str, notes: Notes) -> None:
    rows = [row for row in sheet.rows[head:_HEADER_WITHIN] if any(plain(c.value) for c in row)]
    if not rows:
        notes.error(
            "empty", file, sheet.place(""), "表是空的。", "第一行写表头：乡镇、战区、村、户数、贫困村；下面每个村一行。"
        )
        return
    known = [name for names in COLUMNS.values() for name in names]
    said = [_name(c.value) for c in rows[0]]
    for key in ("village", "households"):
        if not any(name in COLUMNS[key] for name in said):
            near = next((n for n in said if n and notes.seeker.nearest(n, COLUMNS[key])), "")
            message = f"表头里没有“{COLUMNS[key][0]}”这一列。"
            cure = "第一行写表头：乡镇、战区、村、户数、贫困村。"
            if near and near not in known:
                cure = f"请把“{near}”改成“{COLUMNS[key][0]}”。"
            notes.error("no-column", file, sheet.place(rows[0][0].ref if rows[0] else ""), message, cure)


class _Reader:
    """Reads the rows of one sheet under its headings."""

    def __init__(self, sheet: Sheet, file: str, notes: Notes, head: int, columns: dict[str, int]) -> None:
        self.sheet = sheet
        self.file = file
        self.notes = notes
        self.head = head
        self.columns = columns
        self.kept: dict[str, str] = {}
        self.merged = self._merged()

    def error(self, code: str, cell: Cell, message: str, cure: str) -> None:
        self.notes.error(code, self.file, self.sheet.place(cell.ref), message, cure)

    def _merged(self) -> dict[str, str]:
        """Say which ranges under the headings are merged; return, for each cell inside one, the cell with its value."""
        inside: dict[str, str] = {}
        named = {letters(k): key for key, k in self.columns.items()}
        for ref in self.sheet.merged:
            ends = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", ref)
            if ends is None or int(ends[4]) <= self.head + 1:
                continue
            place = self.sheet.place(ref)
            if ends[1] == ends[3] and named.get(ends[1]) in ("township", "zone", "township_id"):
                cure = "最好取消合并，把名称填满每一行。"
                self.notes.warn("merged", self.file, place, "合并了单元格；每一行都按合并的名称读。", cure)
                low, high = int(ends[2]), min(int(ends[4]), len(self.sheet.rows))
                inside |= {f"{ends[1]}{row}": f"{ends[1]}{low}" for row in range(low + 1, high + 1)}
            elif any(letter in named for letter in (ends[1], ends[3])):
                cure = "请取消合并，并给每一行填上自己的内容。"
                self.notes.error("merged", self.file, place, "合并了单元格，分不清各行的内容。", cure)
        return inside

    def lines(self) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Yield each row that says anything: its number and its cells by column."""
        for number, row in enumerate(self.sheet.rows[self.head + 1 :], self.head + 2):
            cells = {
                key: row[k] if k < len(row) else Cell(f"{letters(k)}{number}", None) for key, k in self.columns.items()
            }
            if any(plain(cell.value) or cell.fault for cell in cells.values()):
                yield number, {key: self._filled(key, cell) for key, cell in cells.items()}

    def _filled(self, key: str, cell: Cell) -> Cell:
        top = self.merged.get(cell.ref)
        if top is None:
            self.kept[key] = shown(cell.value)
            return cell
        return Cell(cell.ref, self.kept.get(key, ""))

    def villages(self) -> Iterator[Row]:
        """Yield the rows that are whole; the others are said to be not."""
        for key in ("township", "poor"):
            if key not in self.columns:
                name = COLUMNS[key][0]
                head = self.sheet.rows[self.head]
                place = Cell(head[0].ref if head else "", None)
                if key == "township":
                    self.error(
                        "no-column", place, f"表头里没有“{name}”这一列。", f"请加一列“{name}”，写上每个村属于哪个乡镇。"
                    )
                    return
                at = self.sheet.place(place.ref)
                self.notes.warn(
                    "no-column", self.file, at, f"没有“{name}”这一列，所有村都当作非贫困村。", "请加一列，写 是 或 否。"
                )
        for _, cells in self.lines():
            if any(plain(c.value) in _SUMS for c in cells.values()):
                first = next(c for c in cells.values() if plain(c.value) in _SUMS)
                self.notes.warn("sum", self.file, self.sheet.place(first.ref), "像是合计行，已略去。", "请删去合计行。")
                continue
            row = self.village(cells)
            if row is not None:
                yield row

    def village(self, cells: dict[str, Cell]) -> Row | None:
        before = self.notes.errors
        township = self.text(cells["township"], "乡镇")
        village = self.text(cells["village"], "村")
        households = self.whole(cells["households"], "户数", *HOUSEHOLDS)
        poor = self.flag(cells.get("poor"), "贫困村")
        remote = None
        if "remote" in cells and (plain(cells["remote"].value) or cells["remote"].fault):
            remote = self.whole(cells["remote"], "偏远程度", *_REMOTE)
        at = self.at(cells)
        ident = self.ident(cells.get("id"))
        township_id = self.ident(cells.get("township_id"))
        if self.notes.errors > before or households is None:
            return None
        zone = shown(cells["zone"].value) if "zone" in cells and not cells["zone"].fault else ""
        place, town_place = self.sheet.place(cells["village"].ref), self.sheet.place(cells["township"].ref)
        at_place = self.sheet.place(cells["x"].ref) if "x" in cells else ""
        return Row(
            place, township, town_place, village, households, poor, zone, remote, at, at_place, ident, township_id
        )

    def sound(self, cell: Cell, what: str) -> bool:
        """Whether a cell holds a value; says so where it holds a formula or an error."""
        if cell.fault == "formula":
            cure = "请选中这一列，复制，再“选择性粘贴”为数值。"
            self.error("formula", cell, f"{what}是公式，不是值。", cure)
        elif cell.fault == "error":
            self.error("formula-error", cell, f"{what}是出错的公式（{plain(cell.value)}）。", "请直接填上值。")
        return not cell.fault

    def text(self, cell: Cell, what: str) -> str:
        if not self.sound(cell, what):
            return ""
        text = shown(cell.value)
        if not text:
            self.error("blank", cell, f"{what}是空的。", f"请写上{what}的名称。")
        return text

    def ident(self, cell: Cell | None) -> str:
        if cell is None or not self.sound(cell, "编号"):
            return ""
        text = plain(cell.value)
        if text and not IDENT.fullmatch(text):
            self.error(
                "bad-id", cell, f"编号“{text}”不合格。", "编号用小写英文字母、数字和连字符；也可以留空，由程序编。"
            )
        return text

    def whole(self, cell: Cell, what: str, low: int, high: int) -> int | None:
        if not self.sound(cell, what):
            return None
        value, text = cell.value, plain(cell.value).replace(",", "").removesuffix("户").strip()
        if isinstance(value, bool) or not re.fullmatch(r"[+-]?[0-9]{1,15}(\.0*)?", text):
            said = f"{what}是空的" if not text else f"{what}“{plain(value)}”不是整数"
            self.error("not-a-number", cell, f"{said}。", f"请写 {low} 到 {high} 之间的整数。")
            return None
        number = int(text.split(".")[0])
        if not low <= number <= high:
            self.error("out-of-range", cell, f"{what}是 {number}。", f"请写 {low} 到 {high} 之间的整数。")
            return None
        return number

    def flag(self, cell: Cell | None, what: str) -> bool:
        if cell is None or not self.sound(cell, what):
            return False
        text = plain(cell.value).lower()
        if text not in _YES | _NO:
            self.error(
                "not-yes-or-no", cell, f"{what}“{plain(cell.value)}”不是 是 或 否。", "是贫困村写 是，不是写 否。"
            )
        return text in _YES

    def at(self, cells: dict[str, Cell]) -> Place | None:
        """Return the place of a village, in the map's coordinates, where the row gives one."""
        pair = [cells[key] for key in ("x", "y") if key in cells]
        if not any(plain(c.value) or c.fault for c in pair):
            return None
        numbers: list[float] = []
        for cell, what in zip(pair, ("经度", "纬度"), strict=False):
            if not self.sound(cell, what):
                return None
            text = plain(cell.value)
            if not re.fullmatch(r"[+-]?[0-9]{1,12}(\.[0-9]{1,20})?", text):
                said = f"{what}是空的，另一个坐标却写了" if not text else f"{what}“{text}”不是数字"
                self.error(
                    "not-a-number", cell, f"{said}。", "请写成小数，例如 105.768；或把两个坐标都留空，由程序摆放。"
                )
                return None
            numbers.append(float(text))
        if len(numbers) < 2:
            self.error("half-a-place", pair[0], "只有一个坐标列。", "请把“经度”和“纬度”两列都写上，或都删去。")
            return None
        return numbers[0], numbers[1]

    def sites(self) -> Iterator[tuple[str, str, str, int, str]]:
        """Yield the resettlement sites."""
        blank = Cell("", None)
        for _, cells in self.lines():
            before = self.notes.errors
            name = self.text(cells["site"], "安置点")
            households = self.whole(cells.get("households", blank), "户数", 1, 100_000)
            township = self.text(cells.get("township", blank), "乡镇")
            ident = self.ident(cells.get("id"))
            if self.notes.errors == before and households is not None:
                yield self.sheet.place(cells["site"].ref), ident, name, households, township

    def facts(self) -> Iterator[tuple[str, str, Cell]]:
        """Yield what is said of the whole county."""
        for _, cells in self.lines():
            if self.sound(cells["value"], "数值"):
                yield self.sheet.place(cells["value"].ref), plain(cells["fact"].value), cells["value"]
