"""Papers of the exercise on real paper: into a PDF file, or to a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Signal
from PySide6.QtGui import QAction, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.widgets import named

MARGINS = QMarginsF(6, 10, 6, 5)
"""Margins of a page [mm] before the 20 mm that a document keeps itself: about those of official papers (GB/T 9704)."""


def pdf(document: QTextDocument) -> bytes:
    """Return a document as PDF on A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    print_on(document, writer)
    del writer  # which ends the file
    return bytes(buffer.data().data())


def print_on(document: QTextDocument, device: QPagedPaintDevice) -> bool:
    """Print a document page by page, each with its number; False where the device says that it could not.

    The device knows how large its paper is.
    """
    device.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    document.print_(device)
    state = getattr(device, "printerState", None)  # printers alone have one
    return state is None or state().name not in ("Error", "Aborted")


class PrintButton(QPushButton):
    """Opens a menu that prints a paper or keeps it as PDF. `told` (str) says what came of it."""

    told = Signal(str)

    def __init__(self, icons: Icons, prompts: Prompts, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._title = ""
        self._make: Callable[[], QTextDocument] | None = None
        self.setText(self.tr("打印"))
        named(self, name)
        self.setIcon(icons.icon("print"))
        self.setIconSize(icons.size())
        self.setAutoDefault(False)
        menu = QMenu(self)
        for text, call in ((self.tr("打印…"), self.print_out), (self.tr("存为 PDF…"), self.save)):
            action = QAction(text, menu)
            action.triggered.connect(weak_slot(call))
            menu.addAction(action)
        self.setMenu(menu)

    def show_of(self, title: str, make: Callable[[], QTextDocument]) -> None:
        """Take the paper that is meant: how it is called, and what makes it."""
        self._title, self._make = title, make
        self.setAccessibleName(self.tr("打印{title}").format(title=title))

    def print_out(self) -> None:
        """Ask for a printer and print."""
        self._prompts.printer(self, self.tr("打印{title}").format(title=self._title), self._print)

    def save(self) -> None:
        """Ask where to write the paper as PDF."""
        name = "".join(sign for sign in self._title if sign not in '\\/:*?"<>| ') + ".pdf"
        self._prompts.save_file(self, self.tr("存为 PDF"), "PDF (*.pdf)", name, self._write)

    # Helpers

    def _print(self, device: QPagedPaintDevice) -> None:
        if self._make is None:
            return
        if print_on(self._make(), device):
            self.told.emit(self.tr("已送去打印：{title}").format(title=self._title))
        else:
            self.told.emit(self.tr("没有打印成。可以先存为 PDF，再从别处打印。"))

    def _write(self, file: Path) -> None:
        if self._make is None:
            return
        file = file if file.suffix.lower() == ".pdf" else file.with_name(file.name + ".pdf")
        try:
            file.write_bytes(pdf(self._make()))
        except OSError as error:
            self.told.emit(self.tr("没有存成：{reason}").format(reason=error.strerror or str(error)))
        else:
            self.told.emit(self.tr("已存到 {file}").format(file=file))
