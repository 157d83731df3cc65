"""Where the names of townships stand: near the centre, within the border, over as few villages as may be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

FAR = 12
"""Steps that a name may stand away from the centre."""
_HIDDEN = 100
"""What a covered village weighs beside one step away from the centre."""


@cache
def _steps(across: int, down: int) -> np.ndarray:
    """Return rows of (distance, column, row) for every place a name may stand at, nearest first."""
    grid = [(abs(c) + abs(r), c, r) for c in range(-across, across + 1) for r in range(-down, down + 1)]
    return np.array(sorted(grid), dtype=np.float64)


def free_spot(
    area: QPainterPath, marks: Sequence[tuple[float, float, int]], size: QSizeF, step: float, reach: float
) -> QPointF:
    """Return the middle of a name of a size within an area; `marks` are (x, y, weight) of what it should not cover.

    The nearest of the places that cover least is taken, the centre where the name fits nowhere. All lengths in pixels.
    """
    bounds = area.boundingRect()
    centre = bounds.center()
    wide, high = size.width(), size.height()
    steps = _steps(*(min(FAR, int(side / 2 / step)) for side in (bounds.width(), bounds.height())))
    x, y, cost = centre.x() + steps[:, 1] * step, centre.y() + steps[:, 2] * step, steps[:, 0].copy()
    if marks:
        there = np.array(marks, dtype=np.float64)
        covered = (np.abs(there[:, 0] - x[:, None]) < wide / 2 + reach) & (
            np.abs(there[:, 1] - y[:, None]) < high / 2 + reach
        )
        cost += _HIDDEN * (covered @ there[:, 2])
    for number in np.argsort(cost, kind="stable"):
        left, top = float(x[number]), float(y[number])
        if area.contains(QRectF(left - wide / 2, top - high / 2, wide, high)):
            return QPointF(left, top)
    return centre


def readable(boxes: np.ndarray, rank: Sequence[int]) -> frozenset[int]:
    """Return which of many names can be written without covering one that was chosen before it.

    `boxes` has a row (left, top, right, bottom) for each name; lower `rank` chooses first. Moving all alike changes
    nothing, so the answer holds for a zoom wherever the map is moved.
    """
    left, top, right, bottom = boxes.T
    # Who covers whom, all at once: a county has some hundreds of names
    over = (left[:, None] < right) & (right[:, None] > left) & (top[:, None] < bottom) & (bottom[:, None] > top)
    free = np.ones(len(boxes), dtype=bool)
    chosen: list[int] = []
    for number in np.argsort(np.asarray(rank), kind="stable"):
        if free[number]:
            chosen.append(int(number))
            free &= ~over[number]
    return frozenset(chosen)
