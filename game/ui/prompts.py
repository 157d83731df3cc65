"""Every question the window asks goes through one object, so that tests can answer for the user."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from game.session.folders import reviews_dir, sessions_dir


class Prompts(QObject):
    """Asks without blocking: each question opens a dialog and calls back with the answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: dict[QFileDialog.AcceptMode, Path] = {}

    def confirm(
        self,
        parent: QWidget,
        title: str,
        text: str,
        yes: str,
        done: Callable[[bool], None],
        *,
        no: str = "",
        detail: str = "",
        danger: bool = False,
    ) -> None:
        """Ask a yes-or-no question; `done` gets True only for the named button. `no` is a word of its own to refuse."""
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(text)
        box.setInformativeText(detail)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        agree.setProperty("kind", "danger" if danger else "primary")
        refuse = box.addButton(no or self.tr("再看看"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse if danger else agree)
        box.setEscapeButton(refuse)

        def finished(_code: int) -> None:
            done(box.clickedButton() is agree)

        box.finished.connect(finished)
        box.open()

    def choose(
        self,
        parent: QWidget,
        title: str,
        text: str,
        choices: Sequence[tuple[str, str, str]],
        done: Callable[[str], None],
        *,
        detail: str = "",
    ) -> None:
        """Ask which of several ways to go, each (id, word, kind of button); the first is the default.

        `done` gets the id, "" where the user would rather stay.
        """
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(text)
        box.setInformativeText(detail)
        made = []
        for _, word, kind in choices:
            role = QMessageBox.ButtonRole.DestructiveRole if kind == "danger" else QMessageBox.ButtonRole.AcceptRole
            one = box.addButton(word, role)
            one.setProperty("kind", kind)
            made.append(one)
        stay = box.addButton(self.tr("再看看"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(made[0])
        box.setEscapeButton(stay)

        def finished(_code: int) -> None:
            clicked = box.clickedButton()
            done(next((choices[n][0] for n, one in enumerate(made) if one is clicked), ""))

        box.finished.connect(finished)
        box.open()

    def ask_text(
        self, parent: QWidget, title: str, text: str, value: str, yes: str, done: Callable[[str], None]
    ) -> None:
        """Ask for a line of text; `done` is not called when the user gives up."""
        dialog = QInputDialog(parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(text)
        dialog.setTextValue(value)
        dialog.setOkButtonText(yes)
        dialog.setCancelButtonText(self.tr("再看看"))
        field = dialog.findChild(QLineEdit)
        if isinstance(field, QLineEdit):
            field.setAccessibleName(text)
        dialog.textValueSelected.connect(done)
        dialog.open()

    def tell(self, parent: QWidget, title: str, text: str) -> None:
        """Show a message that has to be read."""
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(text)
        box.addButton(self.tr("知道了"), QMessageBox.ButtonRole.AcceptRole).setProperty("kind", "primary")
        box.open()

    def open_file(self, parent: QWidget, title: str, pattern: str, done: Callable[[Path], None]) -> None:
        """Ask for an existing file; `done` is not called when the user gives up."""
        self._files(parent, title, pattern, done, QFileDialog.AcceptMode.AcceptOpen, "")

    def save_file(self, parent: QWidget, title: str, pattern: str, name: str, done: Callable[[Path], None]) -> None:
        """Ask where to write a file; `done` is not called when the user gives up."""
        self._files(parent, title, pattern, done, QFileDialog.AcceptMode.AcceptSave, name)

    def open_folder(self, parent: QWidget, title: str, start: Path, done: Callable[[Path], None]) -> None:
        """Ask for a folder; `done` is not called when the user gives up."""
        dialog = QFileDialog(parent, title, str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)

        def chosen(folder: str) -> None:
            done(Path(folder))

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def printer(self, parent: QWidget, title: str, done: Callable[[QPagedPaintDevice], None]) -> None:
        """Ask for a printer; `done` is not called when the user gives up, or told that there is none."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if sys.platform != "linux" and not QPrinterInfo.availablePrinterNames():
            # Only there does the dialog itself offer a file in place of a printer
            self.tell(parent, title, self.tr("这台电脑没有装打印机。可以先存为 PDF，再从别处打印。"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)

        def accepted() -> None:
            done(printer)

        dialog.accepted.connect(accepted)
        QDialog.open(dialog)  # its own `open` wants a slot to call

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def _files(
        self,
        parent: QWidget,
        title: str,
        pattern: str,
        done: Callable[[Path], None],
        mode: QFileDialog.AcceptMode,
        name: str,
    ) -> None:
        opening = mode is QFileDialog.AcceptMode.AcceptOpen
        # Each way begins in its own folder and goes on where the user was last; Qt would mix them
        start = self._last.get(mode) or (sessions_dir() if opening else reviews_dir())
        dialog = QFileDialog(parent, title, str(start), pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        if opening:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        elif name:
            dialog.selectFile(name)

        def chosen(file: str) -> None:
            self._last[mode] = Path(file).parent
            done(Path(file))

        dialog.fileSelected.connect(chosen)
        dialog.open()
