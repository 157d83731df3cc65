"""Where a word beside a level line stands in a chart: where the course leaves room for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

_PLACES = 9
"""Places along the line that are tried on either side."""
_FINE = 24
"""Points of each piece of the course whose distance is measured."""


def free_label(size: QSizeF, level: float, course: Sequence[QPointF], room: QRectF, gap: float) -> QRectF:
    """Return the box of a word of a size on either side of a level line, within a room, clear of a course.

    The first box from the left that stays `gap` away from the course is taken, above the line before below it; where
    none does, the one farthest away. All lengths in pixels.
    """
    points = np.array([(point.x(), point.y()) for point in course], dtype=np.float64).reshape(-1, 2)
    steps = np.linspace(0, 1, _FINE)[:, None]
    pieces = [one + steps * (other - one) for one, other in pairwise(points)]
    line = np.concatenate([points, *pieces])
    best, farthest = QRectF(QPointF(room.left(), level - size.height()), size), -1.0
    for left in np.linspace(room.left(), max(room.left(), room.right() - size.width()), _PLACES):
        for top in (level - size.height(), level):
            box = QRectF(QPointF(float(left), top), size)
            if box.top() < room.top() or box.bottom() > room.bottom():
                continue
            far = _distance(line, box)
            if far >= gap:
                return box
            if far > farthest:
                best, farthest = box, far
    return best


def free_place(course: Sequence[tuple[int, int]], level: int) -> float:
    """Return where along a level line, 0 to 1, the course stays farthest from it; the left end where it never comes."""
    first, last = course[0][0], course[-1][0]
    values = [value for _, value in course] + [level]
    deep = max(1, max(values) - min(values))
    days = first + (last - first) * np.linspace(0, 1, 4 * _FINE)
    away = np.abs(np.interp(days, [day for day, _ in course], [value for _, value in course]) - level) / deep
    places = (0.06, 0.3, 0.55, 0.8)
    wide = _FINE // 2

    def clear(place: float) -> float:
        at = round(place * (len(days) - 1))
        return float(away[max(0, at - wide // 3) : at + wide].min())

    return next((place for place in places if clear(place) > 0.25), max(places, key=clear))


def _distance(line: np.ndarray, box: QRectF) -> float:
    """Return how far the nearest point of a line is from a box; 0 where one lies in it."""
    across = np.maximum(np.maximum(box.left() - line[:, 0], line[:, 0] - box.right()), 0)
    down = np.maximum(np.maximum(box.top() - line[:, 1], line[:, 1] - box.bottom()), 0)
    return float(np.hypot(across, down).min())
