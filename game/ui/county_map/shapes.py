"""The county's shapes in map units: townships, and the borders between the zones they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from game.exercise.views.shape import TownshipView

Point = tuple[int, int]


class Shapes:
    """Outlines of the townships by id, every border between two places once, and the room they all take.

    `homes` are the townships of each zone.
    `edges` are the borders of townships and of the county, `zones` those between zones, as rows (x, y, x, y).
    """

    def __init__(self, townships: Sequence[TownshipView] = ()) -> None:
        self.areas: dict[str, QPainterPath] = {}
        self.bounds = QRectF()
        self.homes: dict[str, list[str]] = {}
        self._whole: dict[str, QPainterPath] = {}
        for township in townships:
            self.homes.setdefault(township.zone, []).append(township.id)
            path = QPainterPath()
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in township.outline]))
            path.closeSubpath()
            self.areas[township.id] = path
            self.bounds = self.bounds.united(path.boundingRect())
        if self.bounds.isEmpty():
            self.bounds = QRectF(0, 0, 1000, 1000)
        self.edges, self.zones = _edges(townships)

    def zone(self, zone: str) -> QPainterPath:
        """Return the outline of a zone: that of its townships together; empty where it has none."""
        if zone not in self._whole:
            whole = QPainterPath()
            for township in self.homes.get(zone, ()):
                whole = whole.united(self.areas[township])
            self._whole[zone] = whole
        return self._whole[zone]

    def at(self, point: QPointF) -> str:
        """Return the id of the township around a point, empty outside all."""
        return next((key for key, path in self.areas.items() if path.contains(point)), "")


def lines(edges: np.ndarray, there: QTransform, room: QRectF) -> list[QLineF]:
    """Return those of some edges that cross a part of the widget, in its pixels."""
    if not len(edges):
        return []
    spots = edges * there.m11() + np.array([there.dx(), there.dy()] * 2)
    left, right = np.minimum(spots[:, 0], spots[:, 2]), np.maximum(spots[:, 0], spots[:, 2])
    top, bottom = np.minimum(spots[:, 1], spots[:, 3]), np.maximum(spots[:, 1], spots[:, 3])
    seen = (left < room.right()) & (right > room.left()) & (top < room.bottom()) & (bottom > room.top())
    return [QLineF(*spot) for spot in spots[seen].tolist()]


def _edges(townships: Sequence[TownshipView]) -> tuple[np.ndarray, np.ndarray]:
    """Return all borders and those that two zones share; neighbours draw their common border with the same points."""
    sides: dict[tuple[Point, Point], set[str]] = {}
    for township in townships:
        outline = [(x, y) for x, y in township.outline]
        for one, other in zip(outline, outline[1:] + outline[:1], strict=True):
            sides.setdefault((min(one, other), max(one, other)), set()).add(township.zone)
    every = [(*one, *other) for one, other in sides]
    shared = [(*one, *other) for (one, other), zones in sides.items() if len(zones) > 1]
    return (
        np.array(every, dtype=np.float64).reshape(-1, 4),
        np.array(shared, dtype=np.float64).reshape(-1, 4),
    )
