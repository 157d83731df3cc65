"""Undo and redo wherever the keyboard is in the editor: in the text, a list, a view, a button or an empty field."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from game.ui.editor.checking import Checking
from game.ui.editor.text_view import TextView
from game.ui.editor.workbook import Workbook

_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
"""What takes the keys of undo for itself."""


class Undoing(QObject):
    """Takes back the last step of the file shown; with a view in front, of the file changed last.

    A field keeps the keys as long as it has something of its own to take back; then they mean the scenario.
    """

    def __init__(self, workbook: Workbook, checking: Checking, text: TextView, page: QWidget) -> None:
        super().__init__(page)
        self._workbook, self._checking, self._text, self._page = workbook, checking, text, page
        self._changed = ""
        """The file changed last."""
        self._written: list[tuple[str, ...]] = []
        """The files of each edit made from a view, the last one last."""
        self._taken: list[tuple[str, ...]] = []
        """Of those taken back."""
        workbook.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def wrote(self, files: Iterable[str]) -> None:
        """Remember an edit that was made from a view: files that it wrote to, each in one step."""
        self._written.append(tuple(dict.fromkeys(files)))
        self._taken = []

    def back(self) -> None:
        """Undo."""
        self._step(self._workbook.undo, self._written, self._taken)

    def on(self) -> None:
        """Redo."""
        self._step(self._workbook.redo, self._taken, self._written)

    def let_go(self) -> None:
        """Follow the keyboard no longer; for a page that goes."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page have the keys of a field with nothing to take back, which would swallow them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
            if (undo or redo) and not _has(watched, back=undo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _step(self, take: Callable[[str], None], source: list[tuple[str, ...]], target: list[tuple[str, ...]]) -> None:
        shown = self._text.isVisibleTo(self._page)
        names: tuple[str, ...] = (self._text.file if shown else self._changed,)
        if not shown and source:
            names = source.pop()
            target.append(names)
        for name in names:
            if name in self._workbook.names:
                take(name)
        self._checking.start()

    def _on_changed(self, name: str) -> None:
        self._changed = name

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(now, _FIELDS) and now is not self._text.area and self._page.isAncestorOf(now):
            now.installEventFilter(self)


def _has(field: QObject, *, back: bool) -> bool:
    """Whether a field has something of its own to take back, or to do again."""
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable() if back else field.document().isRedoAvailable()
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    if isinstance(line, QLineEdit):
        return line.isUndoAvailable() if back else line.isRedoAvailable()
    return False
