"""Read the cells of a table, csv or xlsx, one row at a time, each cell knowing its place and whether it is a value."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.authoring.notes import Notes
from game.authoring.reading import decode, read_bytes

MOST_BYTES = 8_000_000
MOST_UNPACKED = 60_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 40
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)\"")
_DELIMITERS = ("\t", ";", "，", ",")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value, and "formula" or "error" where it is none."""

    ref: str
    value: object
    fault: str = ""


@dataclass(slots=True)
class Sheet:
    """One sheet, or the one table of a csv file."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    """Ranges of merged cells such as A2:A9."""

    def place(self, ref: str) -> str:
        """Where to look in the file."""
        return f"工作表“{self.name}”{ref}" if self.name else ref


def letters(column: int) -> str:
    """Return the letters of a column counted from 0."""
    return chr(65 + column) if column < 26 else letters(column // 26 - 1) + chr(65 + column % 26)


def read_sheets(path: Path, notes: Notes) -> list[Sheet]:
    """Return the sheets of a table file; none where it cannot be read, after saying why."""
    data = read_bytes(path, MOST_BYTES, notes)
    if data is None:
        return []
    if data.startswith(b"PK"):
        return _workbook(data, path.name, notes)
    if data.startswith(_OLD_OFFICE):
        cure = "请在 Excel 里另存为“Excel 工作簿（.xlsx）”，不设密码。"
        notes.error("old-excel", path.name, "", "这是旧格式（.xls）或加了密码的工作簿。", cure)
        return []
    text = decode(data, path.name, notes)
    return [] if text is None else _csv(text, path.name, notes)


def _csv(text: str, file: str, notes: Notes) -> list[Sheet]:
    head = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda d: (head.count(d), _DELIMITERS.index(d)))
    sheet = Sheet("")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, 1):
            if number > MOST_ROWS:
                _too_long(file, "", notes)
                break
            cells = row[:MOST_COLUMNS]
            sheet.rows.append([_written(f"{letters(k)}{number}", value) for k, value in enumerate(cells)])
    except csv.Error:
        place = f"第{reader.line_num}行"
        notes.error("bad-csv", file, place, "这一行读不下去。", "请检查引号是否成对；或在 Excel 里重新另存为 CSV。")
    return [sheet]


def _written(ref: str, value: str) -> Cell:
    """Return a csv cell; what Excel wrote for a broken formula is no value."""
    text = value.strip()
    if re.fullmatch(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)", text):
        return Cell(ref, text, "error")
    return Cell(ref, text, "formula" if text.startswith("=") else "")


def _too_long(file: str, place: str, notes: Notes) -> None:
    notes.error("too-many", file, place, f"超过了 {MOST_ROWS} 行。", "请只保留有用的行，删去下面的空行。")


def _workbook(data: bytes, file: str, notes: Notes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > MOST_UNPACKED:
                said = f"工作簿解开后有 {size / 1_000_000:.0f} MB，超过了 {MOST_UNPACKED // 1_000_000} MB。"
                notes.error("too-large", file, "", said, "请只保留要读的表，删去图片、格式和空行，另存后再试。")
                return []
            return list(_sheets(data, archive, file, notes))
    except Exception:  # noqa: BLE001 - a damaged workbook makes the library fail in any of a dozen ways
        notes.error(
            "bad-excel",
            file,
            "",
            "不是完好的 xlsx 工作簿。",
            "请用 Excel 打开并另存为“Excel 工作簿（.xlsx）”，或存成 CSV。",
        )
        return []


def _sheets(data: bytes, archive: zipfile.ZipFile, file: str, notes: Notes) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        for source in book.worksheets:
            sheet = Sheet(str(source.title))
            source.reset_dimensions()  # what the file says of its size may be wrong
            rows = source.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
            for number, row in enumerate(rows, 1):
                if number > MOST_ROWS:
                    _too_long(file, sheet.place(""), notes)
                    break
                sheet.rows.append([_valued(f"{letters(k)}{number}", cell) for k, cell in enumerate(row)])
            sheet.merged = _merged(archive, str(source._worksheet_path))
            yield sheet
    finally:
        book.close()


def _valued(ref: str, cell: Any) -> Cell:
    kind = getattr(cell, "data_type", "n")
    value = cell.value
    if kind == "e":
        return Cell(ref, value, "error")
    return Cell(ref, value, "formula" if kind == "f" or (kind != "s" and str(value).startswith("=")) else "")


def _merged(archive: zipfile.ZipFile, path: str) -> list[str]:
    """Return the merged ranges of a sheet, which a workbook read row by row does not tell."""
    found: list[str] = []
    with archive.open(path.lstrip("/")) as stream:
        rest = b""
        while block := stream.read(1 << 20):
            window = rest + block
            found += [ref.decode() for ref in _MERGED.findall(window) if len(found) < MOST_ROWS]
            rest = window[-200:] if b"<" in window[-200:] else b""
            cut = rest.rfind(b"<")
            rest = rest[cut:] if cut >= 0 else b""
    return list(dict.fromkeys(found))
