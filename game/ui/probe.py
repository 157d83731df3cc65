"""For tests that drive the window from outside: tells, in a file, what is on the screen and where.

Off unless the variable `TONGHE_PROBE` names a file. The program then keeps a JSON object there, written anew at every
look, which other programs may read at any time: `look`, the number of this look, `still`, for how many looks nothing
has changed, and `windows`, the open windows from back to front, each
with its `title`, whether it is a popup, and its visible `widgets`: object `name`, `accessible` name, `type`, `text`,
whether `enabled`, `checked`, `focus`, the global rectangle `rect` (x, y, width, height) of the part in sight, and for
lists and tables the `items` (texts of each row, its number, and its rectangle where it is in sight) and `columns`. It
takes no orders.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)

VARIABLE = "TONGHE_PROBE"
EVERY_MS = 60


def probe(app: QApplication) -> Probe | None:
    """Return a probe where the environment asks for one."""
    path = os.environ.get(VARIABLE, "")
    return Probe(Path(path), app) if path else None


class Probe(QObject):
    """Looks at the screen at short intervals and writes what is new."""

    def __init__(self, path: Path, app: QApplication) -> None:
        super().__init__(app)
        self._path, self._app = path, app
        self._last = ""
        self._looks = self._still = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(EVERY_MS)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> list[dict[str, Any]]:
        """Return the windows on the screen."""
        shown = [w for w in self._app.topLevelWidgets() if w.isVisible() and not w.isMinimized()]
        popup = self._app.activePopupWidget()
        modal = self._app.activeModalWidget()
        shown.sort(key=lambda w: (w is popup, w is modal))
        focus = self._app.focusWidget()
        return [_window(w, focus) for w in shown]

    @Slot()
    def _on_time(self) -> None:
        windows = json.dumps(self.look(), ensure_ascii=False)
        self._looks += 1
        self._still = self._still + 1 if windows == self._last else 0
        self._last = windows
        draft = self._path.with_suffix(".part")
        draft.write_text(f'{{"look": {self._looks}, "still": {self._still}, "windows": {windows}}}', encoding="utf-8")
        draft.replace(self._path)


def _window(window: QWidget, focus: QWidget | None) -> dict[str, Any]:
    parts = [w for w in (window, *window.findChildren(QWidget)) if w.isVisible() and w.window() is window]
    told = [_widget(part, focus) for part in parts]
    return {
        "title": window.windowTitle(),
        "type": type(window).__name__,
        "popup": window.windowType() is Qt.WindowType.Popup,
        "widgets": [part for part in told if part is not None],
    }


def _widget(widget: QWidget, focus: QWidget | None) -> dict[str, Any] | None:
    """Return what there is to say of a widget; None for what has neither name nor words, or is out of sight."""
    rect = _in_sight(widget)
    name = widget.objectName()
    words, accessible = _words(widget), widget.accessibleName()
    told_of = words or accessible or (name and not name.startswith("qt_")) or isinstance(widget, QAbstractItemView)
    if rect.isEmpty() or not told_of:
        return None
    told: dict[str, Any] = {
        "name": name,
        "accessible": accessible,
        "type": type(widget).__name__,
        "text": words,
        "enabled": widget.isEnabled(),
        "focus": widget is focus,
        "rect": [rect.x(), rect.y(), rect.width(), rect.height()],
    }
    if isinstance(widget, QAbstractButton):
        told["checked"] = widget.isChecked()
    if isinstance(widget, QComboBox):
        told["choices"] = [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, QAbstractItemView):
        told["items"] = _items(widget)
    if isinstance(widget, QTableView):
        told["columns"] = _columns(widget)
    return told


def _in_sight(widget: QWidget) -> QRect:
    """Return the global rectangle of the part of a widget that its parents leave in sight."""
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapToGlobal(region.topLeft()), region.size())


def _words(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QSpinBox):
        return widget.text()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    return ""


def _items(view: QAbstractItemView) -> list[dict[str, Any]]:
    model = view.model()
    found: list[dict[str, Any]] = []
    if model is None:
        return found
    for row in range(model.rowCount(view.rootIndex())):
        columns = model.columnCount(view.rootIndex()) if isinstance(view, QTableView) else 1
        cells = [model.index(row, column, view.rootIndex()) for column in range(columns)]
        rect = _cell(view, cells[0]) if cells else QRect()
        for cell in cells[1:]:
            rect = rect.united(_cell(view, cell))
        corner = view.viewport().mapToGlobal(QPoint(0, 0))
        rect = rect.intersected(view.viewport().rect()).translated(corner)
        texts = [str(cell.data() or cell.data(Qt.ItemDataRole.AccessibleTextRole) or "") for cell in cells]
        selected = view.selectionModel() is not None and any(view.selectionModel().isSelected(cell) for cell in cells)
        found.append(
            {
                "row": row,
                "texts": texts,
                "selected": selected,
                "rect": [rect.x(), rect.y(), rect.width(), rect.height()] if not rect.isEmpty() else None,
            }
        )
    return found


def _columns(table: QTableView) -> list[dict[str, Any]]:
    header = table.horizontalHeader()
    if not header.isVisible():
        return []
    found: list[dict[str, Any]] = []
    for column in range(header.count()):
        rect = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), header.height())
        rect = rect.intersected(header.viewport().rect()).translated(header.viewport().mapToGlobal(QPoint(0, 0)))
        text = str(header.model().headerData(column, Qt.Orientation.Horizontal) or "")
        found.append({"text": text, "rect": [rect.x(), rect.y(), rect.width(), rect.height()]})
    return found


def _cell(view: QAbstractItemView, cell: QModelIndex) -> QRect:
    return view.visualRect(cell)
