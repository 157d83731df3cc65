"""Small pictures the map is put together from: marks of villages and names. Each is drawn once and then copied."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from game.ui.theme import Theme

_AROUND = ((-1.6, 0), (1.6, 0), (0, -1.6), (0, 1.6), (-1.1, -1.1), (1.1, -1.1), (-1.1, 1.1), (1.1, 1.1))
"""Where the ground's colour is put around a letter so that it is readable on any step of the scale."""


def draw_mark(
    painter: QPainter,
    theme: Theme,
    spot: QPointF,
    size: float,
    ground: QColor,
    *,
    poor: bool,
    overdue: bool,
    pen: float,
) -> None:
    """Draw a village: a diamond where it is poor, else a disc, with a triangle where problems are overdue."""
    # A rim of the other colour around the outline: the mark stands out from the darkest and the lightest township
    for tone, width in (("surface", pen + 2.4), ("text", pen)):
        painter.setBrush(ground)
        painter.setPen(QPen(theme.color(tone), width))
        if poor:
            wide = size + 1
            corners = [QPointF(0, -wide), QPointF(wide, 0), QPointF(0, wide), QPointF(-wide, 0)]
            painter.drawPolygon(QPolygonF([spot + corner for corner in corners]))
        else:
            painter.drawEllipse(QRectF(spot.x() - size, spot.y() - size, size * 2, size * 2))
    if overdue:
        tip = theme.px(0.46)
        painter.setBrush(theme.color("overdue"))
        # A rim wide enough to be seen itself: the dark townships and the mark may be equally dark
        rim = QPen(theme.color("surface"), theme.line(2.4))
        rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(rim)
        x, y = spot.x() + size, spot.y() - size
        corners = [QPointF(x, y - tip), QPointF(x + tip / 1.6, y), QPointF(x - tip / 1.6, y)]
        painter.drawPolygon(QPolygonF(corners))


class Stamps:
    """Keeps the pictures of one theme and one pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self.ratio = theme, ratio
        self._marks: dict[tuple[int, bool, bool, bool], QPixmap] = {}
        self._plates: dict[tuple[str, str], QPixmap] = {}
        self._words: dict[str, QPixmap] = {}
        self._zones: dict[str, QPixmap] = {}
        self._size = 0.0

    def mark(self, step: int, size: float, *, layered: bool, poor: bool, overdue: bool) -> QPixmap:
        """Return a village's mark; its middle is the middle of the picture."""
        if size != self._size:
            self._marks, self._size = {}, size
        key = (step, layered, poor, overdue)
        made = self._marks.get(key)
        if made is None:
            theme = self._theme
            tone = "surface" if not layered else "sunken" if step < 0 else f"ramp{step}"
            side = 2 * round(size + theme.px(0.55) + 4)
            made = self._blank(QSizeF(side, side))
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(side / 2, side / 2)
            draw_mark(painter, theme, middle, size, theme.color(tone), poor=poor, overdue=overdue, pen=1)
            painter.end()
            self._marks[key] = made
        return made

    def plate(self, name: str, words: str) -> QPixmap:
        """Return a township's name with its figure below, on a plate."""
        made = self._plates.get((name, words))
        if made is None:
            theme = self._theme
            strong, plain = theme.font("body", bold=True), theme.font()
            line = QFontMetrics(strong).height()
            wide = max(QFontMetrics(strong).horizontalAdvance(name), QFontMetrics(plain).horizontalAdvance(words))
            size = QSizeF(wide + theme.space(3), 2 * line)
            made = self._blank(size)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface", 235))
            painter.drawRoundedRect(QRectF(QPointF(0, 0), size), theme.space(1), theme.space(1))
            painter.setPen(theme.color("text"))
            for font, text, top in ((strong, name, 0), (plain, words, line)):
                painter.setFont(font)
                painter.drawText(QRectF(0, top, size.width(), line), Qt.AlignmentFlag.AlignCenter, text)
            painter.end()
            if len(self._plates) > 400:  # figures change every turn; names that are gone need no picture
                self._plates.clear()
            self._plates[name, words] = made
        return made

    def zone(self, name: str) -> QPixmap:
        """Return a zone's name: bold on a ground of its own, unlike a township's."""
        made = self._zones.get(name)
        if made is None:
            theme = self._theme
            font = theme.font("body", bold=True)
            room = QFontMetrics(font)
            size = QSizeF(room.horizontalAdvance(name) + theme.space(4), room.height() + theme.space(1))
            made = self._blank(size)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("surface"), 1.5))
            painter.setBrush(theme.color("text"))
            box = QRectF(QPointF(0, 0), size).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(theme.color("surface"))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
            painter.end()
            self._zones[name] = made
        return made

    def knows(self, name: str) -> bool:
        """Whether the picture of a village's name is there already."""
        return name in self._words

    def word(self, name: str) -> QPixmap:
        """Return a village's name with a rim of the ground's colour."""
        made = self._words.get(name)
        if made is None:
            theme = self._theme
            font = theme.font("small")
            room = QFontMetrics(font)
            made = self._blank(QSizeF(room.horizontalAdvance(name) + 6, room.height() + 4))
            painter = QPainter(made)
            painter.setFont(font)
            base = QPointF(3, 2 + room.ascent())
            painter.setPen(theme.color("surface"))
            for x, y in _AROUND:
                painter.drawText(base + QPointF(x, y), name)
            painter.setPen(theme.color("text"))
            painter.drawText(base, name)
            painter.end()
            self._words[name] = made
        return made

    def _blank(self, size: QSizeF) -> QPixmap:
        made = QPixmap((size * self.ratio).toSize())
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made
