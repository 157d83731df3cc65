"""Write rows of cells as a sheet of a workbook, and a workbook to its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def fill(sheet: Worksheet, rows: Iterable[Sequence[Any]], widths: Sequence[float]) -> None:
    """Write rows, the first as headings; `widths` are the columns', in characters."""
    from openpyxl.styles import Alignment, Font

    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = is a text
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for k, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + k)].width = width
    sheet.freeze_panes = "A2"


def save(book: Workbook, path: Path) -> None:
    """Write a workbook; half a file never takes the place of a whole one. `OSError` where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        book.save(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
