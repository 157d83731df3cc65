"""Tables of the window as Excel files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.ui.models import Column

_WIDEST = 60
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def write_sheet(file: Path, title: str, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
    """Write rows with a head that stays and filters; `OSError` where that fails. Words never become formulas."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31] or "1"
    sheet.append([column.header for column in columns])
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(columns, 1):
            text = column.text(row)
            cell = sheet.cell(number, place)
            if _NUMBER.fullmatch(text) and (text == "0" or not text.startswith("0")):
                cell.value = int(text)
            else:
                cell.value = _printable(text)
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=column.width < 0)
    for place, column in enumerate(columns, 1):
        longest = max([_wide(column.header), *(_wide(column.text(row)) for row in rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, longest + 3)
        head = sheet.cell(1, place)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="FFE6EAF0")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(file)


def _printable(text: str) -> str:
    """Return a text without the control signs that a workbook must not hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _wide(text: str) -> int:
    """Return the width of a text in a sheet: a Chinese sign takes two columns of a Latin one."""
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
