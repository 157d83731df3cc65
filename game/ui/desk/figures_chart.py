"""The course of one figure, drawn large, and small inside a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from game.ui.desk.figures_labels import free_label
from game.ui.models import RECORD_ROLE
from game.ui.theme import Theme

Course = tuple[tuple[int, int], ...]


def spots(course: Course, area: QRectF, low: int, high: int, first: int | None = None) -> list[QPointF]:
    """Return the points of a course within an area, from a first day on; one point stands at the right edge."""
    first, last = course[0][0] if first is None else first, course[-1][0]
    found = []
    for day, value in course:
        across = (day - first) / (last - first) if last > first else 1.0
        up = (value - low) / (high - low) if high > low else 0.5
        found.append(QPointF(area.left() + across * area.width(), area.bottom() - up * area.height()))
    return found


class SparkDelegate(QStyledItemDelegate):
    """Draws the course of a row's record in its cell; a record has `course` and `target_value`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as ever, then the line."""
        super().paint(painter, option, index)
        course: Course = getattr(index.data(RECORD_ROLE), "course", ())
        if len(course) < 2:
            return
        values = [value for _, value in course]
        unit = self._theme.space()
        area = QRectF(option.rect).adjusted(unit, 1.5 * unit, -1.5 * unit, -1.5 * unit)
        points = spots(course, area, min(values), max(values), first=0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), self._theme.line(1.5)))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self._theme.color("accent"))
        dot = self._theme.line(2.2)
        painter.drawEllipse(points[-1], dot, dot)
        painter.restore()


class HistoryChart(QWidget):
    """A figure over the days with its scale, its target and the value at the day under the hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._course: Course = ()
        self._target: int | None = None
        self._say: Callable[[int], str] = str
        self._date: Callable[[int], str] = str
        self._goal = ""
        self.setMinimumHeight(theme.px(6))

    def set_course(
        self, course: Course, target: int | None, say: Callable[[int], str], date: Callable[[int], str],
        *, goal: str, spoken: str,
    ) -> None:  # fmt: skip
        """Show (day, value) pairs; `say` and `date` put values and days into words, `goal` names the target line."""
        self._course, self._target, self._say, self._date, self._goal = course, target, say, date, goal
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room to read fifteen turns."""
        return QSize(self._theme.px(18), self._theme.px(6.5))

    def minimumSizeHint(self) -> QSize:
        """Leave enough to show a course."""
        return QSize(self._theme.px(10), self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw scale, target, area, line and points."""
        if not self._course:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("tiny"))
        metrics = painter.fontMetrics()
        low, high = self._span()
        marks = [high] if high == low else [high, low]
        line = metrics.height()
        area = self._area(metrics, low, high)
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for mark in marks:
            y = spots(((0, mark),), area, low, high)[0].y()
            painter.setPen(QPen(theme.color("line"), theme.line(1)))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.color("muted"))
            painter.drawText(QRectF(0, y - line / 2, area.left() - theme.space(1), line), middle, self._say(mark))
        if self._target is not None:
            y = spots(((0, self._target),), area, low, high)[0].y()
            painter.setPen(QPen(theme.color("ok"), theme.line(1.4), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        points = spots(self._course, area, low, high)
        fill = QPolygonF([QPointF(points[0].x(), area.bottom()), *points, QPointF(points[-1].x(), area.bottom())])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent", 28))
        painter.drawPolygon(fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), theme.line(2)))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(theme.color("surface"))
        for point in points:
            painter.drawEllipse(point, theme.line(2.6), theme.line(2.6))
        if (box := self.goal_box(metrics)) is not None:
            painter.setPen(theme.color("ok"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._goal)
        painter.setPen(theme.color("muted"))
        base = self.height() - line * 0.4
        painter.drawText(QPointF(area.left(), base), self._date(self._course[0][0]))
        last = self._date(self._course[-1][0])
        if len(self._course) > 1:
            painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(last), base), last)

    def goal_box(self, metrics: QFontMetrics) -> QRectF | None:
        """Return where the target's name stands: beside its line, clear of the course; None without a target."""
        if self._target is None or not self._course:
            return None
        low, high = self._span()
        area, line = self._area(metrics, low, high), metrics.height()
        y = spots(((0, self._target),), area, low, high)[0].y()
        edge = self._theme.space(1)
        room = QRectF(area.left() + edge, 0, area.width() - edge, area.bottom() + line * 0.2)
        size = QSizeF(metrics.horizontalAdvance(self._goal) + 2, line)
        return free_label(size, y, spots(self._course, area, low, high), room, edge)

    def _span(self) -> tuple[int, int]:
        """Return the least and the most that is drawn."""
        values = [v for _, v in self._course] + ([self._target] if self._target is not None else [])
        return min(values), max(values)

    def _area(self, metrics: QFontMetrics, low: int, high: int) -> QRectF:
        """Return where the course is drawn: beside the scale, above the dates, with room for a word on top."""
        room = max(metrics.horizontalAdvance(self._say(mark)) for mark in (low, high)) + self._theme.space(2)
        line = metrics.height()
        top = line * (1.1 if self._target == high else 0.8)
        return QRectF(room, top, self.width() - room - self._theme.space(3), self.height() - line * 1.8 - top)
