"""The county's shapes in map units: townships, and the borders between the zones they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from game.exercise.views.shape import TownshipView

Point = tuple[int, int]


class Shapes:
    """Outlines of the townships by id, the zones' borders as one path, and the room they all take."""

    def __init__(self, townships: Sequence[TownshipView] = ()) -> None:
        self.areas: dict[str, QPainterPath] = {}
        self.bounds = QRectF()
        for township in townships:
            path = QPainterPath()
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in township.outline]))
            path.closeSubpath()
            self.areas[township.id] = path
            self.bounds = self.bounds.united(path.boundingRect())
        if self.bounds.isEmpty():
            self.bounds = QRectF(0, 0, 1000, 1000)
        self.zones = _borders(townships)

    def at(self, point: QPointF) -> str:
        """Return the id of the township around a point, empty outside all."""
        return next((key for key, path in self.areas.items() if path.contains(point)), "")


def _borders(townships: Sequence[TownshipView]) -> QPainterPath:
    """Return every edge that two zones share; neighbours draw their common border with the same points."""
    sides: dict[tuple[Point, Point], set[str]] = {}
    for township in townships:
        outline = [(x, y) for x, y in township.outline]
        for one, other in zip(outline, outline[1:] + outline[:1], strict=True):
            sides.setdefault((min(one, other), max(one, other)), set()).add(township.zone)
    path = QPainterPath()
    for (one, other), zones in sides.items():
        if len(zones) > 1:
            path.moveTo(*one)
            path.lineTo(*other)
    return path
