"""The picture of all places. Moving it copies what is there and draws only the strips that come into sight.

While the map is zoomed the last picture is stretched, and drawn sharp once the hand rests: a county of hundreds of
villages then follows the hand at every step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from typing import cast

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap, QRegion, QTransform

from game.exercise.views.shape import View
from game.ui.county_map.labels import FAR, free_spot, readable
from game.ui.county_map.layers import Layer, Scale, scale_of
from game.ui.county_map.shapes import Shapes, lines
from game.ui.county_map.stamps import Stamps
from game.ui.county_map.zones import drawn_zones
from game.ui.kept import Kept
from game.ui.theme import Theme

NEAR = 1.9
"""Zoom over the whole-county fit from which villages are named."""
_NAMES_AT_ONCE = 24
"""Names of villages that are drawn for the first time in one go; the others follow in the next."""


_A_NAME = 12
"""What a covered point of a township's name weighs beside a covered village."""


def _whole(value: float) -> int:
    """Return the nearest pixel, halves always the same way: `round` would take them to even ones, here and there."""
    return floor(value + 0.5)


@dataclass(frozen=True, slots=True)
class Plate:
    """A name of `township:<id>` or `zone:<id>` as drawn, with its box on a map that is not moved."""

    key: str
    picture: QPixmap
    spot: QRectF

    def box(self, there: QTransform) -> QRectF:
        """Return the box on the map where it is."""
        return self.spot.translated(there.dx(), there.dy())


def _around(middle: QPointF, size: QSizeF) -> QRectF:
    """Return the box of a size around a point."""
    return QRectF(QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), size)


def _points(box: QRectF, step: float) -> list[tuple[float, float, int]]:
    """Return points of a name that another should not cover, close enough that none can lie between them."""
    across, down = (max(2, 1 + round(side / step)) for side in (box.width(), box.height()))
    return [
        (box.left() + box.width() * i / (across - 1), box.top() + box.height() * j / (down - 1), _A_NAME)
        for i in range(across)
        for j in range(down)
    ]


class MapPicture:
    """Draws areas, borders of zones, marks and names of a view's places in the colours of a layer."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._stamps = Stamps(theme, 1.0)
        self._view: View | None = None
        self._layer: Layer | None = None
        self.shapes = Shapes()
        self.area_scale, self.spot_scale = Scale(0, 0), Scale(0, 0)
        self._built = Kept()
        self._standing = Kept()
        self._stale: set[str] = set()
        """Townships that look different from the picture that is there."""
        self._areas: list[tuple[str, str, str, int]] = []
        self._marks: list[tuple[int, int, str, int, bool, bool, str]] = []
        self._kept: tuple[QTransform, float, QPixmap] | None = None
        """Transform, zoom and picture as drawn last."""
        self._spots: dict[tuple[str, float, float, float], QPointF] = {}
        """Where the names stand, from the middle of their township, by zoom and size."""
        self._zone_spots: dict[str, tuple[tuple[object, ...], QPointF]] = {}
        """Where the names of zones stand, with what that was worked out from."""
        self._values: list[int] = []
        """What the layer shows of each township."""
        self._zones: tuple[tuple[str, str], ...] = ()
        """Zones that are named: none where all townships belong to one."""
        self._plated: tuple[float, list[Plate]] | None = None
        """Scale and the names of townships and zones at it, with where they stand."""
        self._drawn: tuple[float, list[Plate]] | None = None
        """The same as on the picture that is there."""
        self._named: tuple[float, frozenset[int]] | None = None
        """Scale and the villages that are named at it."""
        self._written: frozenset[int] = frozenset()
        """Villages named on the picture that is there."""
        self.unfinished = False
        """Whether names are still to be drawn."""
        self._behind = False
        """Whether names were left out of the picture that is there."""

    def set_view(self, view: View, layer: Layer) -> bool:
        """Take a view and a layer; return whether anything looks different."""
        fresh = self._view is None or [t.id for t in self._view.townships] != [t.id for t in view.townships]
        self._view, self._layer = view, layer
        areas = [(t.id, t.name, layer.township(t)) for t in view.townships]
        marks = [(v.id, layer.of_village(v), v.poor, bool(v.overdue)) for v in view.villages]
        if self._built.same(layer.id, layer.title, areas, marks, view.zones):
            return False
        if fresh:
            self.shapes = Shapes(view.townships)
        self._zones = drawn_zones(view)
        self._values, self._plated, self._named = [value for _, _, value in areas], None, None
        self.area_scale = scale_of(self._values, layer.least)
        self.spot_scale = scale_of([value for _, value, _, _ in marks], layer.least) if layer.village else Scale(0, 0)
        before = {area[0]: area for area in self._areas}, dict(self._by_town())
        self._areas = [(key, name, layer.show(value), self.area_scale.step(value)) for key, name, value in areas]
        self._marks = [
            (village.x, village.y, village.name, self.spot_scale.step(value), poor, late, village.township)
            for village, (_, value, poor, late) in zip(view.villages, marks, strict=True)
        ]
        if not self._standing.same(fresh, [(v.id, v.x, v.y, bool(v.overdue)) for v in view.villages]):
            self._spots, self._zone_spots, self._kept = {}, {}, None
        after = dict(self._by_town())
        self._stale |= {area[0] for area in self._areas if before[0].get(area[0]) != area}
        self._stale |= {key for key, marks in after.items() if before[1].get(key) != marks}
        return True

    def _by_town(self) -> dict[str, list[object]]:
        """Return the marks of each township."""
        found: dict[str, list[object]] = {}
        for mark in self._marks:
            found.setdefault(mark[-1], []).append(mark)
        return found

    def paint(self, painter: QPainter, size: QSize, there: QTransform, zoom: float, *, rough: bool) -> None:
        """Draw the places over a widget of a size; `rough` stretches what is there while the zoom goes on."""
        ratio = painter.device().devicePixelRatioF()
        if self._stamps.ratio != ratio:
            self._stamps, self._kept, self._plated = Stamps(self._theme, ratio), None, None
        kept = self._kept
        if kept is not None and kept[2].size() != size * ratio:
            kept = None
        if kept is not None and rough and kept[0].m11() != there.m11():
            self._stretch(painter, size, kept, there)
            return
        painter.drawPixmap(0, 0, self._sharp(size, ratio, kept, there, zoom))

    def label_spot(self, township: str, size: QSizeF, there: QTransform) -> QPointF:
        """Return the middle of a township's name: near its centre, within it, over as few of its villages as may be."""
        area = there.map(self.shapes.areas[township])
        centre = area.boundingRect().center()
        # Moving the map does not move a name within its township
        key = (township, there.m11(), size.width(), size.height())
        if key not in self._spots:
            if len(self._spots) > 1000:
                self._spots.clear()
            scale, right, down = there.m11(), there.dx(), there.dy()
            marks = [
                (x * scale + right, y * scale + down, 4 if late else 1)
                for x, y, _name, _step, _poor, late, home in self._marks
                if home == township
            ]
            step = max(4, self._theme.px(0.4))
            self._spots[key] = free_spot(area, marks, size, step, self._theme.px(0.3)) - centre
        return centre + self._spots[key]

    def zone_at(self, spot: QPointF, there: QTransform) -> str:
        """Return the zone whose name is drawn at a point of the widget, empty where there is none."""
        if self._plated is None or self._plated[0] != there.m11():
            return ""  # stretched for a moment: what is under the hand is drawn anew when it rests
        named = (p for p in self._plated[1] if p.key.startswith("zone:") and p.box(there).contains(spot))
        return next((plate.key.partition(":")[2] for plate in named), "")

    def mark_size(self, zoom: float) -> float:
        """Return half the width of a village's mark in pixels."""
        # In steps, so that the marks of one step are drawn once
        return self._theme.px(0.2) * round(4 * min(1.9, max(1.0, float(zoom**0.5)))) / 4

    # Helpers

    def _sharp(
        self, size: QSize, ratio: float, kept: tuple[QTransform, float, QPixmap] | None, there: QTransform, zoom: float
    ) -> QPixmap:
        """Return the picture as it should be, using what is there of it."""
        self.unfinished, whole = False, QRect(QPoint(0, 0), size)
        if kept is not None and kept[0].m11() == there.m11() and not self._behind:
            made = kept[2]
            right, down = (there.dx() - kept[0].dx()) * ratio, (there.dy() - kept[0].dy()) * ratio
            step = QPoint(round(right), round(down))
            if step.isNull():
                if self._stale:
                    self._kept = kept = None
                    bare = self._stale_region(whole, there, zoom).intersected(QRegion(whole))
                    for strip in cast("Iterable[QRect]", bare):
                        self._draw(made, strip, there, zoom)
                    self._keep(there, zoom, made)
                return made
            if abs(right - step.x()) < 0.01 and abs(down - step.y()) < 0.01 and not self._stale:
                self._kept = kept = None  # one owner: a picture that is shared would be copied whole
                made.scroll(step.x(), step.y(), made.rect())
                move = QPoint(round(step.x() / ratio), round(step.y() / ratio))
                bare = QRegion(whole) - QRegion(whole.translated(move)).intersected(QRegion(whole))
                for strip in cast("Iterable[QRect]", bare):
                    self._draw(made, strip.adjusted(-1, -1, 1, 1).intersected(whole), there, zoom)
                self._keep(there, zoom, made)
                return made
        made = kept[2] if kept is not None else QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        self._kept = kept = None
        self._draw(made, whole, there, zoom)
        self._keep(there, zoom, made)
        return made

    def _stale_region(self, whole: QRect, there: QTransform, zoom: float) -> QRegion:
        """Return where the picture is out of date: whole townships, with the marks and names at their borders."""
        if self._legible(there.m11(), zoom) != self._written:
            return QRegion(whole)
        edge, region = self._theme.px(3), QRegion()
        for key in self._stale:
            if key in self.shapes.areas:
                area = there.mapRect(self.shapes.areas[key].boundingRect()).toAlignedRect()
                region += QRegion(area.adjusted(-edge, -edge, edge, edge))
        # Names that came, went or moved aside for another
        scale = there.m11()
        old = {plate.key: plate for plate in self._drawn[1]} if self._drawn and self._drawn[0] == scale else {}
        new = {plate.key: plate for plate in self._plates(scale)}
        for key in old.keys() | new.keys():
            if old.get(key) != new.get(key):
                for plate in (old.get(key), new.get(key)):
                    if plate is not None:
                        region += QRegion(plate.box(there).toAlignedRect().adjusted(-2, -2, 2, 2))
        return region

    def _keep(self, there: QTransform, zoom: float, made: QPixmap) -> None:
        self._behind = self.unfinished
        self._drawn, self._written = self._plated, self._legible(there.m11(), zoom)
        self._stale = set()
        self._kept = (QTransform(there), zoom, made)

    def _stretch(
        self, painter: QPainter, size: QSize, kept: tuple[QTransform, float, QPixmap], there: QTransform
    ) -> None:
        factor = there.m11() / kept[0].m11()
        left, top = there.dx() - kept[0].dx() * factor, there.dy() - kept[0].dy() * factor
        target = QRectF(left, top, size.width() * factor, size.height() * factor)
        whole = QRect(QPoint(0, 0), size)
        if not target.contains(QRectF(whole)):
            painter.fillRect(whole, self._theme.color("window"))
            painter.save()
            painter.setClipRegion(QRegion(whole) - QRegion(target.toAlignedRect()))
            painter.setPen(Qt.PenStyle.NoPen)
            for key, _name, _words, step in self._areas:
                painter.setBrush(self._ramp(step))
                painter.drawPath(there.map(self.shapes.areas[key]))
            painter.restore()
        # Only what is in sight is stretched
        part = target.intersected(QRectF(whole))
        ratio = kept[2].devicePixelRatioF()
        source = QRectF(
            (part.left() - left) / factor * ratio, (part.top() - top) / factor * ratio,
            part.width() / factor * ratio, part.height() / factor * ratio,
        )  # fmt: skip
        painter.drawPixmap(part, kept[2], source)

    def _draw(self, made: QPixmap, clip: QRect, there: QTransform, zoom: float) -> None:
        theme = self._theme
        painter = QPainter(made)
        painter.setClipRect(clip)
        painter.fillRect(clip, theme.color("window"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(clip).adjusted(-3, -3, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        for key, _name, _words, step in self._areas:
            path = self.shapes.areas[key]
            if there.mapRect(path.boundingRect()).intersects(room):
                painter.setBrush(self._ramp(step))
                painter.drawPath(there.map(path))
        solid, end = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        for edges, tone, width in ((self.shapes.edges, "edge", 1.2), (self.shapes.zones, "text", 2.4)):
            if borders := lines(edges, there, room):
                painter.setPen(QPen(theme.color(tone), width, solid, end))
                painter.drawLines(borders)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._draw_marks(painter, QRectF(clip), there, zoom)
        for plate in self._plates(there.m11()):
            box = plate.box(there)
            if box.intersects(room):
                painter.drawPixmap(_whole(box.left()), _whole(box.top()), plate.picture)
        painter.end()

    def _plates(self, scale: float) -> list[Plate]:
        """Return the names of townships and zones with where they stand on a map that is not moved.

        Where there is no room for all, those with more of what the layer shows are named; a zone, of which there are
        few, before its townships.
        """
        if self._plated is None or self._plated[0] != scale:
            there, found = QTransform.fromScale(scale, scale), []
            for key, name, words, _step in self._areas:
                picture = self._stamps.plate(name, words)
                size = QSizeF(picture.deviceIndependentSize())
                found.append(Plate(f"township:{key}", picture, _around(self.label_spot(key, size, there), size)))
            places = self._zone_plates(there, found)
            found = [*places, *found]
            boxes = np.array(
                [(b.left(), b.top(), b.right(), b.bottom()) for b in (plate.spot for plate in found)], dtype=np.float64
            ).reshape(-1, 4)
            shown = readable(boxes, [*[-(1 << 60)] * len(places), *[-value for value in self._values]])
            self._plated = (scale, [found[number] for number in sorted(shown)])
        return self._plated[1]

    def _zone_plates(self, there: QTransform, names: list[Plate]) -> list[Plate]:
        """Return the names of zones, each within its zone where it covers least of what stands there."""
        found = []
        for zone, name in self._zones:
            towns = set(self.shapes.homes[zone])
            picture = self._stamps.zone(name)
            size = QSizeF(picture.deviceIndependentSize())
            boxes = [plate.spot for plate in names if plate.key.partition(":")[2] in towns]
            facts = (there.m11(), size, boxes)
            if zone not in self._zone_spots or self._zone_spots[zone][0] != facts:
                self._zone_spots[zone] = (facts, self._zone_spot(zone, size, there, boxes))
            found.append(Plate(f"zone:{zone}", picture, _around(self._zone_spots[zone][1], size)))
        return found

    def _zone_spot(self, zone: str, size: QSizeF, there: QTransform, names: list[QRectF]) -> QPointF:
        """Return the middle of a zone's name: where it covers least of its villages and of the names of townships."""
        towns, area = set(self.shapes.homes[zone]), there.map(self.shapes.zone(zone))
        marks = [
            (x * there.m11(), y * there.m11(), 4 if late else 1)
            for x, y, _name, _step, _poor, late, home in self._marks
            if home in towns
        ]
        for box in names:
            marks += _points(box, size.height() / 2)
        bounds = area.boundingRect()
        step = max(bounds.width(), bounds.height()) / (2 * FAR)
        return free_spot(area, marks, size, step, self._theme.px(0.2))

    def _draw_marks(self, painter: QPainter, clip: QRectF, there: QTransform, zoom: float) -> None:
        stamps, size = self._stamps, self.mark_size(zoom)
        layered = self._layer is not None and self._layer.village is not None
        scale, right, down = there.m11(), there.dx(), there.dy()
        reach = 60 if zoom >= NEAR else 20
        least_x, most_x = clip.left() - reach, clip.right() + reach
        least_y, most_y = clip.top() - reach, clip.bottom() + reach
        fresh, below = _NAMES_AT_ONCE, size + self._theme.px(0.1) - 2
        legible = self._legible(scale, zoom)
        named = []
        for number, (x, y, name, step, poor, late, _home) in enumerate(self._marks):
            there_x, there_y = x * scale + right, y * scale + down
            if not (least_x < there_x < most_x and least_y < there_y < most_y):
                continue
            stamp = stamps.mark(step, size, layered=layered, poor=poor, overdue=late)
            half = stamp.width() / 2 / stamps.ratio
            painter.drawPixmap(_whole(there_x - half), _whole(there_y - half), stamp)
            if number in legible:
                named.append((name, there_x, there_y))
        for name, there_x, there_y in named:
            if not stamps.knows(name):
                fresh -= 1
                if fresh < 0:
                    self.unfinished = True
                    continue
            word = stamps.word(name)
            painter.drawPixmap(_whole(there_x - word.width() / 2 / stamps.ratio), _whole(there_y + below), word)

    def _legible(self, scale: float, zoom: float) -> frozenset[int]:
        """Return which villages are named at a scale: of names that would cover each other the more urgent one."""
        if zoom < NEAR:
            return frozenset()
        if self._named is None or self._named[0] != scale:
            room = QFontMetrics(self._theme.font("small"))
            half = np.array([room.horizontalAdvance(mark[2]) for mark in self._marks], dtype=np.float64) / 2
            spots = np.array([mark[:2] for mark in self._marks], dtype=np.float64).reshape(-1, 2) * scale
            high = room.height()
            below = self.mark_size(zoom) + self._theme.px(0.1) - 2
            boxes = np.column_stack(
                (spots[:, 0] - half, spots[:, 1] + below, spots[:, 0] + half, spots[:, 1] + below + high)
            )
            # Half a name beside a township's plate is worse than none
            plates = [plate.spot.getCoords() for plate in self._plates(scale)]
            taken = np.array(plates, dtype=np.float64).reshape(-1, 4)
            rank = [0 if late else 1 if poor else 2 for *_, poor, late, _home in self._marks]
            free = readable(np.vstack((taken, boxes)), [*[-1] * len(plates), *rank])
            self._named = (scale, frozenset(number - len(plates) for number in free if number >= len(plates)))
        return self._named[1]

    def _ramp(self, step: int) -> QColor:
        return self._theme.color("sunken" if step < 0 else f"ramp{step}")
