"""The painted map: townships as areas, villages as marks, a layer as colour and number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.bridge import Bridge
from game.ui.desk.map_layers import Layer, Scale, scale_of
from game.ui.kept import Kept
from game.ui.widgets import named

_NEAR = 1.9
"""Zoom over the whole-county fit from which villages are named."""
_FAR = 12
"""Steps that a township's name may stand away from its centre."""


class MapCanvas(QWidget):
    """Zooms about the cursor, pans by drag; `picked` carries `township:<id>`, `village:<id>` or ""."""

    picked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view: View | None = None
        self._layer: Layer | None = None
        self.area_scale, self.spot_scale = Scale(0, 0), Scale(0, 0)
        self._areas: dict[str, QPainterPath] = {}
        self._bounds = QRectF(0, 0, 1000, 1000)
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self._selected, self._hover = "", ""
        self._grab: QPointF | None = None
        self._built = Kept()
        self._picture: tuple[tuple[float, ...], QPixmap] | None = None
        """The places as drawn last, with the transform they were drawn by; hover and selection are drawn over it."""
        self._spots: dict[tuple[str, float, float, float], QPointF] = {}
        """Where the names stand, from the middle of their township, by zoom and size."""
        self._moved = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        named(self, "map.view", self.tr("县域地图"), self.tr("方向键换地方，加减键缩放，0 看全图；同样的内容见列表。"))

    @property
    def selected(self) -> str:
        """The place selected."""
        return self._selected

    def set_view(self, view: View, layer: Layer) -> None:
        """Show a view's places coloured by a layer."""
        fresh = self._view is None or [t.id for t in self._view.townships] != [t.id for t in view.townships]
        self._view, self._layer = view, layer
        # What the picture shows of the places; where that is as before, nothing is drawn again
        shown = (
            layer.title,
            [(t.id, t.name, layer.show(layer.township(t))) for t in view.townships],
            [(v.id, layer.village(v) if layer.village else -1, v.poor, bool(v.overdue)) for v in view.villages],
        )
        if not self._built.same(*shown):
            self._picture = None
            self._spots = {}
            self.update()
        self.area_scale = scale_of([layer.township(t) for t in view.townships])
        self.spot_scale = scale_of([layer.village(v) for v in view.villages]) if layer.village else Scale(0, 0)
        if fresh:
            self._areas = {}
            whole = QRectF()
            for township in view.townships:
                path = QPainterPath()
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in township.outline]))
                path.closeSubpath()
                self._areas[township.id] = path
                whole = whole.united(path.boundingRect())
            if not whole.isEmpty():
                self._bounds = whole
            self.fit()

    def select(self, place: str, *, bring: bool = False) -> None:
        """Mark a place; `bring` moves it into the middle where it is out of sight."""
        self._selected = place
        kind, _, key = place.partition(":")
        if bring and self._view is not None:
            where = None
            if kind == "village":
                where = next((QPointF(v.x, v.y) for v in self._view.villages if v.id == key), None)
                if where is not None and self._zoom < _NEAR:
                    self.zoom(_NEAR / self._zoom, self._transform().map(where))
            elif key in self._areas:
                where = self._areas[key].boundingRect().center()
            spot = self._transform().map(where) if where is not None else QPointF()
            if where is not None and not QRectF(self.rect()).adjusted(40, 40, -40, -40).contains(spot):
                self._shift += QPointF(self.width() / 2, self.height() / 2) - spot
        self.update()

    def fit(self) -> None:
        """Show the whole county."""
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom about a point of the widget, its middle when left out."""
        spot = about or QPointF(self.width() / 2, self.height() / 2)
        fixed = self._transform().inverted()[0].map(spot)
        self._zoom = min(12.0, max(0.8, self._zoom * factor))
        self._shift += spot - self._transform().map(fixed)
        self.update()

    def place_at(self, spot: QPointF) -> str:
        """Return the place under a point of the widget: a village near it, else the township, else nothing."""
        if self._view is None:
            return ""
        there = self._transform()
        reach = self._bridge.theme.px(0.5)
        best, least = "", float(reach * reach)
        for village in self._view.villages:
            off = there.map(QPointF(village.x, village.y)) - spot
            far = off.x() * off.x() + off.y() * off.y()
            if far <= least:
                best, least = f"village:{village.id}", far
        if best:
            return best
        point = there.inverted()[0].map(spot)
        return next((f"township:{key}" for key, path in self._areas.items() if path.contains(point)), "")

    # Qt

    def sizeHint(self) -> QSize:
        """Thirty lines square."""
        return QSize(self._bridge.theme.px(30), self._bridge.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Ten lines square."""
        return QSize(self._bridge.theme.wide(8), self._bridge.theme.wide(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw areas, marks, names."""
        theme, painter = self._bridge.theme, QPainter(self)
        if self._view is None or self._layer is None:
            painter.fillRect(self.rect(), theme.color("window"))
            return
        there = self._transform()
        painter.drawPixmap(0, 0, self._places(there))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, tone, width in ((self._hover, "accent", 2.2), (self._selected, "text", 3)):
            kind, _, key = place.partition(":")
            if kind == "township" and key in self._areas:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color(tone), width))
                painter.drawPath(there.map(self._areas[key]))
        for village in self._view.villages:
            if f"village:{village.id}" in (self._hover, self._selected):
                self._draw_village(painter, village, there.map(QPointF(village.x, village.y)), marked=True)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the cursor."""
        self.zoom(1.2 ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        self._grab, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while dragging, else follow what is under the cursor."""
        if self._grab is not None:
            step = event.position() - self._grab
            if self._moved or step.manhattanLength() > 4:
                self._moved = True
                self._shift += step
                self._grab = event.position()
                self.update()
            return
        here = self.place_at(event.position())
        if here != self._hover:
            self._hover = here
            self.setCursor(Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked."""
        if self._grab is not None and not self._moved:
            self._choose(self.place_at(event.position()))
        self._grab = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in about the cursor."""
        self.zoom(1.6, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next place, Shift and arrows pan, plus and minus zoom, 0 shows all."""
        key = event.key()
        moves = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif (step := moves.get(Qt.Key(key))) is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._shift -= QPointF(step[0] * self._bridge.theme.px(2), step[1] * self._bridge.theme.px(2))
                self.update()
            else:
                self._step_to(step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what is under the pointer and how old the report is."""
        if isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            if place:
                QToolTip.showText(event.globalPos(), self.describe(place), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in the middle in the middle."""
        super().resizeEvent(event)
        self.update()

    def describe(self, place: str) -> str:
        """Return a place's name, its figure in this layer and the day of its last report."""
        if self._view is None or self._layer is None:
            return ""
        names, kind, key = self._bridge.names, *place.split(":", 1)
        lines = [names.place(place, full=True)]
        if kind == "township":
            township = next(t for t in self._view.townships if t.id == key)
            value, as_of = self._layer.township(township), township.as_of
        else:
            village = next(v for v in self._view.villages if v.id == key)
            value, as_of = self._layer.village(village) if self._layer.village else -1, village.as_of
            if village.seen_day >= 0:
                lines.append(self.tr("最近有人到村：{date}").format(date=names.date(village.seen_day)))
        if value >= 0:
            lines.insert(1, self.tr("{layer}：{value}").format(layer=self._layer.title, value=self._layer.show(value)))
        lines.append(self.tr("数据截至：{date}").format(date=names.date(as_of)))
        return "\n".join(lines)

    # Helpers

    def ramp(self, step: int) -> QColor:
        """Return the colour of a step of the scale; the ground for one that is not known."""
        return self._bridge.theme.color("sunken" if step < 0 else f"ramp{step}")

    def _transform(self) -> QTransform:
        margin = self._bridge.theme.px(1.2)
        wide, high = max(1, self.width() - 2 * margin), max(1, self.height() - 2 * margin)
        fit = min(wide / max(1.0, self._bounds.width()), high / max(1.0, self._bounds.height())) * self._zoom
        middle = QPointF(self.width() / 2, self.height() / 2) + self._shift
        made = QTransform()
        made.translate(middle.x(), middle.y())
        made.scale(fit, fit)
        made.translate(-self._bounds.center().x(), -self._bounds.center().y())
        return made

    def _places(self, there: QTransform) -> QPixmap:
        """Return the picture of all places, drawn again only where the view, the zoom or the size changed."""
        ratio = self.devicePixelRatioF()
        key = (there.m11(), there.dx(), there.dy(), self.width(), self.height(), ratio)
        if self._picture is not None and self._picture[0] == key:
            return self._picture[1]
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._bridge.theme.color("window"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self._view
        assert view is not None
        for township in view.townships:
            self._draw_area(painter, township, there)
        for village in view.villages:
            self._draw_village(painter, village, there.map(QPointF(village.x, village.y)))
        for township in view.townships:
            self._draw_name(painter, township, there)
        painter.end()
        self._picture = (key, made)
        return made

    def _draw_area(self, painter: QPainter, township: TownshipView, there: QTransform) -> None:
        layer = self._layer
        if layer is None:
            return
        step = self.area_scale.step(layer.township(township))
        painter.setBrush(self.ramp(step))
        painter.setPen(QPen(self._bridge.theme.color("edge"), 1.2))
        painter.drawPath(there.map(self._areas[township.id]))

    def _draw_village(self, painter: QPainter, village: VillageView, spot: QPointF, *, marked: bool = False) -> None:
        theme, layer = self._bridge.theme, self._layer
        if layer is None or not self.rect().adjusted(-20, -20, 20, 20).contains(spot.toPoint()):
            return
        size = theme.px(0.2) * min(1.9, max(1.0, self._zoom**0.5))
        chosen = marked and self._selected == f"village:{village.id}"
        value = layer.village(village) if layer.village else -1
        if chosen:
            size *= 1.7
        box = QRectF(spot.x() - size, spot.y() - size, size * 2, size * 2)
        width = 2.6 if chosen else 1.8 if marked else 1
        ground = self.ramp(self.spot_scale.step(value)) if layer.village else theme.color("surface")
        # A rim of the other colour around the outline: the mark stands out from the darkest and the lightest township
        for tone, pen in (("surface", width + 2.4), ("text", width)):
            painter.setBrush(ground)
            painter.setPen(QPen(theme.color(tone), pen))
            if village.poor:
                wide = size + 1
                corners = [QPointF(0, -wide), QPointF(wide, 0), QPointF(0, wide), QPointF(-wide, 0)]
                painter.drawPolygon(QPolygonF([spot + corner for corner in corners]))
            else:
                painter.drawEllipse(box)
        if village.overdue:
            tip = theme.px(0.42)
            painter.setBrush(theme.color("overdue"))
            painter.setPen(QPen(theme.color("surface"), 1))
            top = QPointF(box.right(), box.top() - tip)
            painter.drawPolygon(
                QPolygonF(
                    [top, QPointF(top.x() + tip / 1.6, top.y() + tip), QPointF(top.x() - tip / 1.6, top.y() + tip)]
                )
            )
        if self._zoom >= _NEAR or marked:
            self._halo(painter, village.name, QPointF(spot.x(), box.bottom() + theme.px(0.1)), "small")

    def _draw_name(self, painter: QPainter, township: TownshipView, there: QTransform) -> None:
        layer = self._layer
        if layer is None:
            return
        theme = self._bridge.theme
        strong, plain = theme.font("body", bold=True), theme.font()
        words = layer.show(layer.township(township))
        line = QFontMetrics(strong).height()
        wide = max(QFontMetrics(strong).horizontalAdvance(township.name), QFontMetrics(plain).horizontalAdvance(words))
        size = QSizeF(wide + theme.space(3), 2 * line)
        box = QRectF(self.label_spot(township.id, size, there) - QPointF(size.width() / 2, size.height() / 2), size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface", 235))
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.setPen(theme.color("text"))
        for font, text, top in ((strong, township.name, box.top()), (plain, words, box.top() + line)):
            painter.setFont(font)
            painter.drawText(QRectF(box.left(), top, box.width(), line), Qt.AlignmentFlag.AlignCenter, text)

    def label_spot(self, township: str, size: QSizeF, there: QTransform) -> QPointF:
        """Return the middle of a township's name: near its centre, within it, over as few of its villages as may be."""
        area = there.map(self._areas[township])
        bounds = area.boundingRect()
        centre = bounds.center()
        # Moving the map does not move a name within its township
        key = (township, there.m11(), size.width(), size.height())
        if key in self._spots:
            return centre + self._spots[key]
        reach = self._bridge.theme.px(0.3)
        half_wide, half_high = size.width() / 2 + reach, size.height() / 2 + reach
        marks = [
            (there.map(QPointF(v.x, v.y)), 4 if v.overdue else 1)
            for v in (self._view.villages if self._view is not None else ())
            if v.township == township
        ]
        step = max(4, self._bridge.theme.px(0.4))
        across, down = int(bounds.width() / 2 / step), int(bounds.height() / 2 / step)
        offers: list[tuple[float, float, float]] = []
        for column in range(-min(across, _FAR), min(across, _FAR) + 1):
            for row in range(-min(down, _FAR), min(down, _FAR) + 1):
                x, y = centre.x() + column * step, centre.y() + row * step
                hidden = sum(
                    weight for spot, weight in marks if abs(spot.x() - x) < half_wide and abs(spot.y() - y) < half_high
                )
                offers.append((hidden * 100 + abs(column) + abs(row), x, y))
        for _cost, x, y in sorted(offers):
            box = QRectF(x - size.width() / 2, y - size.height() / 2, size.width(), size.height())
            if area.contains(box):
                self._spots[key] = QPointF(x, y) - centre
                return QPointF(x, y)
        self._spots[key] = QPointF(0, 0)
        return centre

    def _halo(self, painter: QPainter, text: str, top: QPointF, size: str, *, bold: bool = False) -> None:
        """Draw centred text with a rim of the ground's colour, readable on any step of the scale."""
        theme = self._bridge.theme
        font = theme.font("small" if size == "small" else "body", bold=bold)
        room = QFontMetrics(font)
        path = QPainterPath()
        path.addText(top.x() - room.horizontalAdvance(text) / 2, top.y() + room.ascent(), font, text)
        rim = QPen(theme.color("surface", 225), 4)
        rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, rim)
        painter.fillPath(path, theme.color("text"))

    def _choose(self, place: str) -> None:
        self._selected = place
        self.update()
        self.picked.emit(place)

    def _step_to(self, step: tuple[int, int]) -> None:
        """Select the nearest place of the same kind in a direction."""
        if self._view is None or not self._view.townships:
            return
        kind, _, key = self._selected.partition(":")
        if kind == "village":
            spots = {v.id: QPointF(v.x, v.y) for v in self._view.villages}
        else:
            kind, spots = "township", {k: path.boundingRect().center() for k, path in self._areas.items()}
        if key not in spots:
            self._choose(f"{kind}:{next(iter(spots))}")
            return
        here = spots[key]

        def cost(other: QPointF) -> float:
            along = (other.x() - here.x()) * step[0] + (other.y() - here.y()) * step[1]
            aside = abs((other.x() - here.x()) * step[1]) + abs((other.y() - here.y()) * step[0])
            return along + 2 * aside if along > 0 else float("inf")

        nearest = min((k for k in spots if k != key), key=lambda k: (cost(spots[k]), k), default="")
        if nearest and cost(spots[nearest]) < float("inf"):
            self._choose(f"{kind}:{nearest}")
