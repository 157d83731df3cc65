"""The painted map: townships as areas, villages as marks, a layer as colour and number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.county_map.layers import Layer, Scale
from game.ui.county_map.picture import NEAR, MapPicture
from game.ui.county_map.stamps import Stamps, draw_mark
from game.ui.county_map.zones import zones_of
from game.ui.names import NameBook
from game.ui.theme import Theme
from game.ui.widgets import named

REST_MS = 90
"""How long the hand must rest after zooming before the map is drawn sharp."""


class MapCanvas(QWidget):
    """Zooms about the cursor, pans by drag; `picked` carries `zone:<id>`, `township:<id>`, `village:<id>` or ""."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str = "map", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: NameBook | None = None
        self._view: View | None = None
        self._layer: Layer | None = None
        self._picture = MapPicture(theme)
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self._selected, self._hover = "", ""
        self._grab: QPointF | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._moved = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        named(
            self,
            f"{name}.view",
            self.tr("县域地图"),
            self.tr("方向键换地方，Z 选战区，加减键缩放，0 看全图；同样的内容见列表。"),
        )

    @property
    def selected(self) -> str:
        """The place selected."""
        return self._selected

    def set_view(self, view: View, layer: Layer, names: NameBook) -> None:
        """Show a view's places coloured by a layer."""
        fresh = self._view is None or [t.id for t in self._view.townships] != [t.id for t in view.townships]
        self._view, self._layer, self._names = view, layer, names
        if self._picture.set_view(view, layer):
            self.update()
        if fresh:
            self.fit()

    @property
    def has_zones(self) -> bool:
        """Whether borders between zones are drawn."""
        return len(self._picture.shapes.zones) > 0

    @property
    def area_scale(self) -> Scale:
        """Scale of the townships' colours."""
        return self._picture.area_scale

    @property
    def spot_scale(self) -> Scale:
        """Scale of the villages' colours."""
        return self._picture.spot_scale

    def select(self, place: str, *, bring: bool = False) -> None:
        """Mark a place; `bring` moves it into the middle where it is out of sight."""
        self._selected = place
        kind, _, key = place.partition(":")
        if bring and self._view is not None:
            where = None
            if kind == "village":
                where = next((QPointF(v.x, v.y) for v in self._view.villages if v.id == key), None)
                if where is not None and self._zoom < NEAR:
                    self.zoom(NEAR / self._zoom, self._transform().map(where))
            elif not (area := self._area(place)).isEmpty():
                where = area.boundingRect().center()
            spot = self._transform().map(where) if where is not None else QPointF()
            if where is not None and not QRectF(self.rect()).adjusted(40, 40, -40, -40).contains(spot):
                self._move(QPointF(self.width() / 2, self.height() / 2) - spot)
        self.update()

    def fit(self) -> None:
        """Show the whole county."""
        self._zoom, self._shift = 1.0, QPointF(0, 0)
        self._rest.stop()
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom about a point of the widget, its middle when left out."""
        spot = about or QPointF(self.width() / 2, self.height() / 2)
        fixed = self._transform().inverted()[0].map(spot)
        self._zoom = min(12.0, max(0.8, self._zoom * factor))
        self._shift += spot - self._transform().map(fixed)
        self._rest.start()
        self.update()

    def pan(self, step: QPointF) -> None:
        """Move the map by a step of the widget."""
        self._move(step)
        self.update()

    def place_at(self, spot: QPointF) -> str:
        """Return the place under a point of the widget: a zone's name, a village near it, the township, or nothing."""
        if self._view is None:
            return ""
        there = self._transform()
        if zone := self._picture.zone_at(spot, there):
            return f"zone:{zone}"
        reach = self._theme.px(0.5)
        best, least = "", float(reach * reach)
        for village in self._view.villages:
            off = there.map(QPointF(village.x, village.y)) - spot
            far = off.x() * off.x() + off.y() * off.y()
            if far <= least:
                best, least = f"village:{village.id}", far
        if best:
            return best
        town = self._picture.shapes.at(there.inverted()[0].map(spot))
        return f"township:{town}" if town else ""

    # Qt

    def sizeHint(self) -> QSize:
        """Thirty lines square."""
        return QSize(self._theme.px(30), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Ten lines square."""
        return QSize(self._theme.wide(8), self._theme.wide(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw areas, marks, names."""
        theme, painter = self._theme, QPainter(self)
        if self._view is None or self._layer is None:
            painter.fillRect(self.rect(), theme.color("window"))
            return
        # Whole pixels of the screen, so that a picture that moves can be copied
        exact, ratio = self._transform(), self.devicePixelRatioF()
        scale, right, down = exact.m11(), round(exact.dx() * ratio) / ratio, round(exact.dy() * ratio) / ratio
        there = QTransform(scale, 0, 0, scale, right, down)
        self._picture.paint(painter, self.size(), there, self._zoom, rough=self._rest.isActive())
        if self._picture.unfinished and not self._rest.isActive():
            self._rest.start(0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, tone, width in ((self._hover, "accent", 2.2), (self._selected, "text", 3)):
            if not (area := self._area(place)).isEmpty():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color(tone), theme.line(width + 2 * place.startswith("zone:"))))
                painter.drawPath(there.map(area))
        for village in self._view.villages:
            if f"village:{village.id}" in (self._hover, self._selected):
                self._draw_village(painter, village, there.map(QPointF(village.x, village.y)))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), theme.line(2)))
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
                self._grab = event.position()
                self.pan(step)
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
        """Arrows go to the next place, Z to its zone and on, Shift and arrows pan, plus and minus zoom, 0 shows all."""
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
        elif key == Qt.Key.Key_Z and not event.modifiers():
            self._step_zone()
        elif (step := moves.get(Qt.Key(key))) is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.pan(-QPointF(step[0] * self._theme.px(2), step[1] * self._theme.px(2)))
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
        if self._view is None or self._layer is None or self._names is None:
            return ""
        names, kind, key = self._names, *place.split(":", 1)
        lines = [names.place(place, full=True)]
        row: TownshipView | VillageView
        if kind == "zone":
            zone = next(z for z in zones_of(self._view) if z.id == key)
            row = zone.sums
            lines.append(self.tr("{count}个乡镇").format(count=len(zone.townships)))
        elif kind == "township":
            row = next(t for t in self._view.townships if t.id == key)
            if home := dict(self._view.zones).get(row.zone, ""):
                lines[0] = f"{lines[0]} · {home}"
        else:
            row = next(v for v in self._view.villages if v.id == key)
            if row.seen_day >= 0:
                lines.append(self.tr("最近有人到村：{date}").format(date=names.date(row.seen_day)))
        lines[1:1] = self._figures(self._layer, row)
        as_of = row.as_of
        lines.append(self.tr("数据截至：{date}").format(date=names.date(as_of)))
        return "\n".join(lines)

    # Helpers

    def _figures(self, layer: Layer, row: TownshipView | VillageView) -> list[str]:
        """Return what a layer says of a place, of every side where it has more than one."""
        if not layer.plain:
            said = [line for side in layer.sides for line in self._figures(side, row)]
            return [layer.title, *said] if said else []
        value = layer.township(row) if isinstance(row, TownshipView) else layer.of_village(row)
        if not layer.knows(value):
            return []
        return [self.tr("{layer}：{value}").format(layer=layer.title, value=layer.show(value))]

    def label_spot(self, township: str, size: QSizeF, there: QTransform) -> QPointF:
        """Return the middle of a township's name."""
        return self._picture.label_spot(township, size, there)

    def _transform(self) -> QTransform:
        margin = self._theme.px(1.2)
        wide, high = max(1, self.width() - 2 * margin), max(1, self.height() - 2 * margin)
        fit = (
            min(
                wide / max(1.0, self._picture.shapes.bounds.width()),
                high / max(1.0, self._picture.shapes.bounds.height()),
            )
            * self._zoom
        )
        middle = QPointF(self.width() / 2, self.height() / 2) + self._shift
        made = QTransform()
        centre = self._picture.shapes.bounds.center()
        right, down = middle.x() - fit * centre.x(), middle.y() - fit * centre.y()
        made.translate(right, down)
        made.scale(fit, fit)
        return made

    def _move(self, step: QPointF) -> None:
        self._shift += step

    def _draw_village(self, painter: QPainter, village: VillageView, spot: QPointF) -> None:
        """Draw a village that is under the pointer or selected, larger and with its name."""
        theme, layer = self._theme, self._layer
        if layer is None or not self.rect().adjusted(-20, -20, 20, 20).contains(spot.toPoint()):
            return
        chosen = self._selected == f"village:{village.id}"
        plain = self._picture.mark_size(self._zoom)
        size = plain * (1.7 if chosen else 1)
        word = Stamps(theme, self.devicePixelRatioF()).word(village.name)
        wide, high = word.deviceIndependentSize().width(), word.deviceIndependentSize().height()
        top = spot.y() + theme.px(0.1) - 2
        # A ground of its own from where the picture may have written the name: it is read once
        plate = QRectF(spot.x() - wide / 2 - 2, top + plain, wide + 4, high + size - plain + 1)
        painter.setPen(QPen(theme.color("edge"), theme.line(1)))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(plate, theme.space(1), theme.space(1))
        step = self.spot_scale.step(layer.of_village(village))
        tone = "surface" if layer.village is None else "sunken" if step < 0 else f"ramp{step}"
        draw_mark(
            painter, theme, spot, size, theme.color(tone), poor=village.poor, overdue=bool(village.overdue),
            pen=2.6 if chosen else 1.8,
        )  # fmt: skip
        painter.drawPixmap(round(spot.x() - wide / 2), round(top + size), word)

    def settle(self) -> None:
        """Take the hand as at rest: the next picture is a sharp one."""
        self._rest.stop()
        self.update()

    @Slot()
    def _on_rest(self) -> None:
        self.update()

    def _choose(self, place: str) -> None:
        self._selected = place
        self.update()
        self.picked.emit(place)

    def _area(self, place: str) -> QPainterPath:
        """Return the outline of a zone or township in map units; empty for any other place."""
        kind, _, key = place.partition(":")
        shapes = self._picture.shapes
        if kind == "zone":
            return shapes.zone(key)
        return shapes.areas.get(key, QPainterPath()) if kind == "township" else QPainterPath()

    def _step_zone(self) -> None:
        """Select the zone of the place selected; from a zone go on to the next one."""
        if self._view is None or not (keys := [zone.id for zone in zones_of(self._view)]):
            return
        kind, _, key = self._selected.partition(":")
        if kind == "zone" and key in keys:
            self._choose(f"zone:{keys[(keys.index(key) + 1) % len(keys)]}")
            return
        town = next((v.township for v in self._view.villages if kind == "village" and v.id == key), key)
        home = next((t.zone for t in self._view.townships if t.id == town), "")
        self._choose(f"zone:{home if home in keys else keys[0]}")

    def _step_to(self, step: tuple[int, int]) -> None:
        """Select the nearest place of the same kind in a direction."""
        if self._view is None or not self._view.townships:
            return
        kind, _, key = self._selected.partition(":")
        if kind == "village":
            spots = {v.id: QPointF(v.x, v.y) for v in self._view.villages}
        elif kind == "zone":
            spots = {z.id: self._area(f"zone:{z.id}").boundingRect().center() for z in zones_of(self._view)}
        else:
            kind, spots = (
                "township",
                {k: path.boundingRect().center() for k, path in self._picture.shapes.areas.items()},
            )
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
