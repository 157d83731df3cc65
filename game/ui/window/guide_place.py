"""Where the guide's callout stands: beside what it speaks of, over as few words and controls as can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_STRIP = 100
"""Pixels of height below which a drawing, as the phases are, counts as full of words; a map is mostly free."""
_STEP = 24
_AWAY = (0, 80, 160, 320, 480, 640)
"""Pixels up and down, and away from the target, at which there may be room."""
NEAR = 10
"""Square pixels of words that one pixel nearer to the target is worth."""


def in_use(root: QWidget, but: Iterable[QWidget]) -> list[QRect]:
    """Return where words and controls are in sight in a window, in its coordinates, leaving some widgets out."""
    left_out = set(but)
    found: list[QRect] = []
    for widget in _leaves(root, left_out):
        area = widget.visibleRegion().boundingRect()
        if isinstance(widget, QAbstractItemView):
            area = _rows(widget)
        if not area.isEmpty():
            found.append(QRect(widget.mapTo(root, area.topLeft()), area.size()))
    return found


def core(target: QWidget | None, spot: QRect, root: QWidget) -> QRect:
    """Return what of a target's `spot` in a window must be left free: of a list or table its rows, else all of it."""
    if not isinstance(target, QAbstractItemView):
        return spot
    rows = _rows(target)
    return QRect(target.mapTo(root, rows.topLeft()), rows.size()).intersected(spot) if not rows.isEmpty() else spot


def _leaves(widget: QWidget, left_out: set[QWidget]) -> Iterator[QWidget]:
    for child in widget.children():
        if not isinstance(child, QWidget) or child in left_out or not child.isVisible() or child.isWindow():
            continue
        worded = isinstance(child, QLabel) and child.text()
        drawn = not child.children() and child.accessibleName() and child.height() < _STRIP
        if isinstance(child, (*_CONTROLS, QAbstractItemView)) or worded or drawn:
            yield child
        else:
            yield from _leaves(child, left_out)


def _rows(view: QAbstractItemView) -> QRect:
    """Return the part of a list or table that holds rows: the rest of it is free."""
    model = view.model()
    count = model.rowCount(view.rootIndex()) if model is not None else 0
    seen = view.visibleRegion().boundingRect()
    if not count:
        return QRect()
    last = view.visualRect(model.index(count - 1, 0, view.rootIndex()))
    bottom = view.viewport().mapTo(view, QPoint(0, last.bottom())).y()
    return seen.intersected(QRect(0, 0, view.width(), bottom + 1)) if last.isValid() else seen


def corner_for(size: QSize, spot: QRect, room: QRect, taken: Iterable[QRect], gap: int, *, high: bool) -> QPoint:
    """Return where the top left corner of a callout belongs.

    `spot` is what it speaks of, empty for nothing in sight; it is left free unless it fills the room. `taken` is what
    should stay readable. `high` says that the spot stands in the bar on top, which is explained right below it.
    """
    width, height = size.width(), size.height()
    right, low = room.right() - width - gap, room.bottom() - height - gap
    corners = [QPoint(right, low), QPoint(gap, low), QPoint(right, gap), QPoint(gap, gap)]
    if spot.isEmpty():
        return corners[0]

    def held(wanted: int, high_end: int) -> int:
        return max(gap, min(wanted, high_end))

    across = [held(x, right) for x in (spot.center().x() - width // 2, spot.left(), spot.right() - width)]
    level = [held(y, low) for y in (spot.top(), spot.center().y() - height // 2, spot.bottom() - height)]
    down = [*level, *range(gap, low, _STEP), low]
    below = [QPoint(x, spot.bottom() + gap) for x in across]
    rows = [x for away in _AWAY for x in (spot.right() + gap + away, spot.left() - width - gap - away)]
    beside = [QPoint(x, y) for y in down for x in rows if gap <= x <= right]
    above = [QPoint(x, spot.top() - height - gap) for x in across]
    around = spot.adjusted(-4, -4, 4, 4)
    kept = list(taken)

    def free(place: QPoint) -> bool:
        mine = QRect(place, size)
        return room.contains(mine) and not mine.intersects(around)

    if high and (first := next((place for place in below if free(place)), None)) is not None:
        return first
    open_places = [place for place in (*beside, *below, *above, *corners) if free(place)]
    if open_places:
        return min(open_places, key=lambda place: _cost(QRect(place, size), spot, kept))
    # The target fills the window: stand where the least of it, and of its words, is hidden
    return min(corners, key=lambda place: _hidden(QRect(place, size), [spot, *kept]))


def _cost(mine: QRect, spot: QRect, taken: list[QRect]) -> int:
    away = max(mine.left() - spot.right(), spot.left() - mine.right(), 0)
    away += max(mine.top() - spot.bottom(), spot.top() - mine.bottom(), 0)
    return _hidden(mine, taken) + NEAR * away


def _hidden(mine: QRect, taken: list[QRect]) -> int:
    """Return how many square pixels of what is taken a callout would hide."""
    left, top, right, bottom = mine.left(), mine.top(), mine.right(), mine.bottom()
    total = 0
    for one in taken:
        across = min(right, one.right()) - max(left, one.left())
        down = min(bottom, one.bottom()) - max(top, one.top())
        if across >= 0 and down >= 0:
            total += (across + 1) * (down + 1)
    return total
