"""What can be measured on a screen: contrast as it is drawn, the way of Tab, texts that meet or run out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)
from uihelp import clipped, interactive

from game.ui.desk.organisation_card import OrganCard
from game.ui.focus_order import reading_order
from game.ui.widgets import Elided, RecordTable
from game.ui.window.guide import Guide
from game.ui.window.palette import Palette
from game.ui.window.toasts import Toasts
from game.ui.window.todo_panel import TodoPanel

FLOATS = (Guide, Palette, Toasts, TodoPanel)
LEAST = 4.5
FRAME = "window.frame"


def place(root: QWidget, widget: QWidget) -> QRect:
    """Return where a widget stands in the window, the part its parents leave in sight."""
    rect = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not root:
        rect = rect.intersected(QRect(above.mapTo(root, QPoint(0, 0)), above.size()))
        above = above.parentWidget()
    return rect.intersected(root.rect())


def named(widget: QWidget) -> str:
    """Say which widget it is."""
    words = getattr(widget, "text", str)() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return f"{type(widget).__name__} {widget.objectName()} {words[:24]}".strip()


# Names


def nameless(root: QWidget) -> list[str]:
    """What a screen reader could not name."""
    return [
        f"{type(w).__name__} {w.objectName()}"
        for w in interactive(root)
        if w.isVisible() and not (w.accessibleName() or getattr(w, "text", str)())
    ]


# Contrast


def faint(root: QWidget) -> list[str]:
    """Return the texts whose strokes stand out too little from their ground, as they are drawn."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    flat = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    found = []
    for what, rect in _texts(root):
        part = flat[
            round(rect.top() * ratio) : round((rect.bottom() + 1) * ratio),
            round(rect.left() * ratio) : round((rect.right() + 1) * ratio),
        ]
        if part.size < 60:
            continue
        colours, counts = np.unique(part & 0xFFFFFF, return_counts=True)
        if len(colours) < 2:
            continue
        light = _luminance(colours)
        ground = light[counts.argmax()]
        ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
        if ratios.max() < LEAST:
            found.append(f"{what}: {ratios.max():.2f}")
    return found


def _texts(root: QWidget) -> Iterator[tuple[str, QRect]]:
    covered = [f for f in root.findChildren(QWidget) if isinstance(f, FLOATS) and f.isVisible()]
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        rect = place(root, widget)
        if rect.height() < widget.height() * 2 // 3 or rect.width() < widget.width() * 2 // 3:
            continue  # scrolled half away
        if any(not f.isAncestorOf(widget) and f is not widget and place(root, f).intersects(rect) for f in covered):
            continue
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            if widget.text() and not (isinstance(widget, QLabel) and not widget.pixmap().isNull()):
                yield named(widget), rect.adjusted(2, 2, -2, -2)
        elif isinstance(widget, (QTextEdit, QPlainTextEdit)) and widget.toPlainText():
            yield named(widget), rect.adjusted(2, 2, -2, -2)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _cells(root, widget)


def _cells(root: QWidget, view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    model, shown = view.model(), view.viewport().rect()
    for row in range(min(model.rowCount(view.rootIndex()), 12)):
        for column in range(model.columnCount(view.rootIndex()) if isinstance(view, QTableView) else 1):
            cell = model.index(row, column)
            rect = view.visualRect(cell)
            if shown.contains(rect) and not rect.isEmpty() and cell.data():
                corner = view.viewport().mapTo(root, rect.topLeft())
                yield (
                    f"{view.objectName()} {str(cell.data())[:24]}",
                    place(root, view).intersected(QRect(corner, rect.size())),
                )


def _luminance(colours: np.ndarray) -> np.ndarray:
    parts = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# Keyboard


def leaps(root: QWidget) -> list[str]:
    """Return the steps of Tab that go against reading: back in a line, or up other than into the next column."""
    floats = [f for f in root.findChildren(QWidget) if isinstance(f, FLOATS)]
    stops = [s for s in reading_order(root) if not any(f is s or f.isAncestorOf(s) for f in floats)]
    rects = [_seen(root, stop) for stop in stops]
    found = []
    for (one, here), (other, there) in zip(
        zip(stops, rects, strict=True), list(zip(stops, rects, strict=True))[1:], strict=False
    ):
        up = there.bottom() < here.top() and there.left() < here.right()
        level = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        back = level > min(here.height(), there.height()) // 2 and there.right() < here.left()
        # A chart is read as a tree, branch by branch
        if (up or back) and not (isinstance(one, OrganCard) and isinstance(other, OrganCard)):
            found.append(f"{named(one)} → {named(other)}")
    return found


def _seen(root: QWidget, widget: QWidget) -> QRect:
    """Return where a widget is in sight, or where the page is that scrolls to it."""
    rect = place(root, widget)
    above = widget.parentWidget()
    while rect.isEmpty() and above is not None and above is not root:
        rect, above = place(root, above), above.parentWidget()
    return rect


def out_of_reach(root: QWidget) -> list[str]:
    """Return what can be used by the mouse but is no stop of Tab, and is not one of a row that arrows go through."""
    stops = set(reading_order(root))
    found = []
    for widget in interactive(root):
        if not widget.isVisible() or not widget.isEnabled() or widget in stops:
            continue
        if isinstance(widget, QAbstractButton) and widget.group() is not None and widget.group().exclusive():
            continue  # arrows
        if isinstance(widget, (QTextEdit, QPlainTextEdit)) and widget.isReadOnly():
            continue  # nothing to do there
        if any(isinstance(above, Palette) for above in _above(widget)):
            continue  # its arrows and Enter work from the field
        found.append(named(widget))
    return found


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


# Room


def meeting(root: QWidget) -> list[str]:
    """Return pairs of texts of one part that lie over each other."""
    groups: dict[QWidget, list[tuple[QWidget, QRect]]] = {}
    for widget in root.findChildren(QWidget):
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) and widget.isVisible() and widget.parentWidget():
            if not widget.text() or isinstance(widget.parentWidget(), (QAbstractButton, QLineEdit)):
                continue
            groups.setdefault(widget.parentWidget(), []).append((widget, widget.geometry()))
    found = []
    for parts in groups.values():
        for number, (one, here) in enumerate(parts):
            for other, there in parts[number + 1 :]:
                both = here.intersected(there)
                if both.width() > 2 and both.height() > 2:
                    found.append(f"{named(one)} × {named(other)}")
    return found


def beyond(root: QWidget) -> list[str]:
    """Return what stands beyond the edge of the window where no page scrolls to it."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton, QCheckBox, QLineEdit)) or not widget.isVisible():
            continue
        if any(isinstance(above, (QScrollArea, QAbstractItemView)) for above in _above(widget)):
            continue
        rect = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if isinstance(widget, Elided):
            continue
        if widget.text() and not root.rect().adjusted(-1, -1, 1, 1).contains(rect):
            found.append(f"{named(widget)} at {rect.getRect()}")
    return found


def sideways(root: QWidget) -> list[str]:
    """Return by how much the frame around the desks scrolls sideways, and the tables in it, where they do."""
    frame = root.findChild(QScrollArea, FRAME)
    over = frame.horizontalScrollBar().maximum() if isinstance(frame, QScrollArea) else 0
    found = [f"{over} px"] if over > 0 else []
    tables = [table for table in root.findChildren(RecordTable) if table.isVisible()]
    return found + [
        f"{table.objectName()} {over} px" for table in tables if (over := table.horizontalScrollBar().maximum()) > 0
    ]


# All of them

Measure = Callable[[QWidget], list[str]]

ALL: dict[str, Measure] = {
    "nameless": nameless, "against reading": leaps, "out of reach": out_of_reach, "too faint": faint,
    "cut": clipped, "over each other": meeting, "beyond the edge": beyond,
}  # fmt: skip
ROOM = {key: ALL[key] for key in ("cut", "over each other", "beyond the edge")}
