"""Small drawings: pips, a meter, a course."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.ui.theme import Theme


def draw_track(painter: QPainter, theme: Theme, bar: QRectF) -> None:
    """Draw what a bar may fill: hollow within an outline, so that it is taken for empty in every theme."""
    edge = theme.hair / 2
    painter.setPen(QPen(theme.color("line"), theme.hair))
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(bar.adjusted(edge, edge, -edge, -edge), bar.height() / 2, bar.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)


class Pips(QWidget):
    """Points of a small purse: filled while there, rings once spent; the number stands beside them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left, self._all = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, left: int, of: int) -> None:
        """Show how many of how many are left."""
        self._left, self._all = left, max(of, left)
        self.setAccessibleName(f"{left}/{self._all}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two rows of pips beyond twelve."""
        side, rows = self._side(), 2 if self._all > 12 else 1
        across = -(-self._all // rows)
        return QSize(across * side, rows * side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, rows = self._side(), 2 if self._all > 12 else 1
        across = max(1, -(-self._all // rows))
        for number in range(self._all):
            row, column = divmod(number, across)
            spot = QRectF(column * side + 1.5, row * side + 1.5, side - 4, side - 4)
            full = number < self._left
            painter.setPen(QPen(self._theme.color("accent" if full else "edge"), self._theme.line(1.2)))
            painter.setBrush(self._theme.color("accent") if full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot)

    def _side(self) -> int:
        return self._theme.px(0.62)


class Meter(QWidget):
    """A bar from 0 to a most, with the value in words beside it; `limit` marks where it becomes too much."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value, self._most, self._limit = 0, 1000, -1
        self._text, self._tone = "", "accent"
        self._beside = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: int, most: int, text: str, *, tone: str = "accent", limit: int = -1) -> None:
        """Show a value; `tone` a semantic colour."""
        self._value, self._most, self._limit = value, max(1, most), limit
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def beside(self) -> int:
        """Return the width in pixels that the words of this meter need."""
        return QFontMetrics(self._theme.font("small")).horizontalAdvance(self._text)

    def keep_beside(self, width: int) -> None:
        """Keep so many pixels for the words, as those of other meters may need more."""
        self._beside = width
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line high, eight lines wide and the words."""
        words = self._words()
        return QSize(self._theme.px(4) + words + self._theme.space(2), self._theme.px(1))

    def minimumSizeHint(self) -> QSize:
        """Room for the words and a little bar."""
        words = self._words()
        return QSize(self._theme.px(2) + words + self._theme.space(2), self._theme.px(1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar, the mark and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font("small")
        words = self._words()
        thick = self._theme.px(0.42)
        bar = QRectF(0, (self.height() - thick) / 2, self.width() - words - self._theme.space(2), thick)
        draw_track(painter, self._theme, bar)
        share = min(1.0, max(0.0, self._value / self._most))
        if share > 0:
            painter.setBrush(self._theme.color(self._tone))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(thick, bar.width() * share), thick), thick / 2, thick / 2
            )
        if 0 <= self._limit <= self._most:
            x = bar.left() + bar.width() * self._limit / self._most
            painter.setPen(QPen(self._theme.color("text"), self._theme.line(1.5)))
            painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 2))
        painter.setPen(self._theme.color("text"))
        painter.setFont(font)
        painter.drawText(
            QRectF(bar.right() + self._theme.space(2), 0, words + 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self._text,
        )

    def _words(self) -> int:
        """Room for the words; never less than a percentage takes, so that bars above each other are equally long."""
        room = QFontMetrics(self._theme.font("small"))
        return max(room.horizontalAdvance(self._text), room.horizontalAdvance("100.0%"), self._beside)


def level(meters: Sequence[Meter]) -> None:
    """Give meters that stand one above the other bars of one length, so that the eye can compare them."""
    widest = max((meter.beside() for meter in meters), default=0)
    for meter in meters:
        meter.keep_beside(widest)


class Sparkline(QWidget):
    """A figure's course as a thin line with its last point; an optional target as a dashed line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._course: tuple[tuple[int, int], ...] = ()
        self._target: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_course(self, course: Sequence[tuple[int, int]], target: int | None = None, spoken: str = "") -> None:
        """Show (day, value) pairs."""
        self._course, self._target = tuple(course), target
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Five lines wide, one and a half high."""
        return QSize(self._theme.px(5), self._theme.px(1.5))

    def minimumSizeHint(self) -> QSize:
        """Two lines wide."""
        return QSize(self._theme.px(2), self._theme.px(1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the course."""
        if not self._course:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = [value for _day, value in self._course] + ([self._target] if self._target is not None else [])
        low, high = min(values), max(values)
        # All from the first day on, so that what is drawn below each other is of the same week
        days = 0, self._course[-1][0]
        area = QRectF(self.rect()).adjusted(3, 4, -5, -4)

        def spot(day: int, value: int) -> QPointF:
            across = (day - days[0]) / (days[1] - days[0]) if days[1] > days[0] else 1.0
            up = (value - low) / (high - low) if high > low else 0.5
            return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

        if self._target is not None:
            painter.setPen(QPen(self._theme.color("edge"), self._theme.line(1), Qt.PenStyle.DashLine))
            painter.drawLine(spot(days[0], self._target), spot(days[1], self._target))
        painter.setPen(QPen(self._theme.color("accent"), self._theme.line(1.6)))
        if len(self._course) > 1:
            painter.drawPolyline(QPolygonF([spot(day, value) for day, value in self._course]))
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(spot(*self._course[-1]), 2.6, 2.6)
