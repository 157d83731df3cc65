"""Orders along the calendar: when each was signed and is due, how far it is reported, and how late it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from game.exercise.entities import Order
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.order_board import LANE_LOOK
from game.ui.desk.order_draft import DONE, LANES
from game.ui.models import RECORD_ROLE, Column
from game.ui.phases import Span, draw_span, spans_of, tone_of
from game.ui.theme import Theme
from game.ui.widgets import RecordTable

CALENDAR = 2
"""The column of the calendar."""
_GROUND = 110
"""How much of a phase's colour lies behind the bars, of 255."""
_MARKS = 6
"""Most dates that are written along the calendar."""


def end_of(order: Order, today: int) -> int:
    """Return the last day of an order's bar: the day it was closed, else its deadline, or today where that is past."""
    if order.state in DONE:
        return max(order.issued, order.closed)
    return max(order.deadline, today if order.state == "overdue" else order.issued)


def span_of(orders: Sequence[Order], today: int) -> tuple[int, int]:
    """Return the first and the last day of the calendar that holds every order and today."""
    first = min((o.issued for o in orders), default=today)
    last = max((end_of(o, today) for o in orders), default=today)
    return min(first, today), max(last, today, first + 7)


class BarDelegate(QStyledItemDelegate):
    """Draws an order's bar; the calendar is set by `show_span`."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._first, self._last, self._today = 0, 1, 0
        self.spans: tuple[Span, ...] = ()

    def show_span(self, first: int, last: int, today: int, spans: tuple[Span, ...]) -> None:
        """Take the days at both ends and the phases."""
        self._first, self._last, self._today = first, last, today
        self.spans = tuple(span for span in spans if span.first <= last and span.end > first)

    def boxes(self, area: QRectF) -> Iterator[tuple[Span, QRectF]]:
        """Yield the phases with where they stand in a cell of the calendar."""
        for span in self.spans:
            left = self._x(max(span.first, self._first), area)
            right = self._x(min(span.end, self._last), area)
            if right > left:
                yield span, QRectF(left, area.top(), right - left, area.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground as ever, then phases, weeks, bar and today."""
        super().paint(painter, option, index)
        order: Order = index.data(RECORD_ROLE)
        theme, area = self._bridge.theme, QRectF(option.rect)
        painter.save()
        if not option.state & QStyle.StateFlag.State_Selected:
            for span, box in self.boxes(area):
                painter.fillRect(box, theme.color(f"{tone_of(span.phase)}_soft", _GROUND))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), theme.line(1)))
        for day in marks(self._first, self._last):
            painter.drawLine(QPointF(self._x(day, area), area.top()), QPointF(self._x(day, area), area.bottom()))
        tone = LANE_LOOK[order.state][1]
        high = area.height() * 0.46
        top = area.center().y() - high / 2
        left, due = self._x(order.issued, area), self._x(order.deadline, area)
        shut = order.state in DONE
        right = self._x(order.closed, area) if shut else due
        bar = QRectF(left, top, max(3.0, right - left), high)
        painter.setPen(QPen(theme.color("edge"), theme.line(1)))
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(bar, 3, 3)
        share = min(1.0, order.reported / max(1, order.amount))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if tone == "muted" and not shut else tone))
        if share > 0:
            painter.drawRoundedRect(QRectF(bar.left(), top, bar.width() * share, high), 3, 3)
        if order.state == "overdue" and self._today > order.deadline:
            # What is over the deadline is hatched: it is seen without the colour too
            late = QRectF(due, top, self._x(self._today, area) - due, high)
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            brush = painter.brush()
            brush.setColor(theme.color("overdue"))
            painter.fillRect(late, brush)
            painter.setPen(QPen(theme.color("overdue"), theme.line(1.4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(late)
        if order.state == "returned":
            painter.setPen(QPen(theme.color("warn"), theme.line(2), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), 4, 4)
        here = self._x(self._today, area)
        painter.setPen(QPen(theme.color("text"), theme.line(1.6)))
        painter.drawLine(QPointF(here, area.top()), QPointF(here, area.bottom()))
        painter.restore()

    def _x(self, day: int, area: QRectF) -> float:
        edge = self._bridge.theme.space(2)
        share = (day - self._first) / max(1, self._last - self._first)
        return area.left() + edge + share * (area.width() - 2 * edge)


def marks(first: int, last: int) -> tuple[int, ...]:
    """Return the days of a calendar that get a line, whole weeks apart and few enough to be told apart."""
    step = 7
    while (last - first) / step > _MARKS:
        step *= 2
    return tuple(range(first, last + 1, step))


class CalendarHeader(QHeaderView):
    """The header of the table: below the words of the calendar its phases, each with its name."""

    def __init__(self, theme: Theme, bars: BarDelegate, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._bars = theme, bars
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Room for the words, and below them for the names of the phases."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + (self._line() if self._bars.spans else 0))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw the section as ever; below the calendar's words stand the phases."""
        if logicalIndex != CALENDAR or not self._bars.spans:
            super().paintSection(painter, rect, logicalIndex)
            return
        line = self._line()
        painter.save()
        super().paintSection(painter, rect.adjusted(0, 0, 0, -line), logicalIndex)
        painter.restore()
        painter.save()
        below = QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(below, self._theme.color("sunken"))
        painter.setFont(self._theme.font("tiny"))
        for span, box in self._bars.boxes(below):
            draw_span(painter, self._theme, span.phase, box)
        painter.restore()

    def _line(self) -> int:
        return QFontMetrics(self._theme.font("tiny")).height() + 2


class OrderTimeline(RecordTable[Order]):
    """A row an order; what is overdue and what was sent back stand on top."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        self._bridge = bridge
        super().__init__(
            self._columns(""), bridge.theme, bridge.icons, name="order.timeline",
            parent=parent,
        )  # fmt: skip
        self.setAccessibleName(self.tr("战令时间轴"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._bars = BarDelegate(bridge, self)
        self.setHorizontalHeader(CalendarHeader(bridge.theme, self._bars, self))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.update_theme()
        self.setItemDelegateForColumn(CALENDAR, self._bars)

    def show_orders(self, orders: Sequence[Order], view: View) -> None:
        """Lay orders along the calendar."""
        first, last = span_of(orders, view.day)
        had = bool(self._bars.spans)
        self._bars.show_span(first, last, view.day, spans_of(view.phases))
        if had != bool(self._bars.spans):
            self.updateGeometries()
        self.horizontalHeader().viewport().update()
        date = self._bridge.names.date
        words = self.tr("{first}至{last}，竖线是今天").format(
            first=date(first, week=False), last=date(last, week=False)
        )
        if self.table_model.columns[CALENDAR].header != words:
            self.table_model.set_columns(self._columns(words))
            self.update_theme()
        rank = {state: number for number, state in enumerate(LANES)}
        urgent = ("overdue", "returned")
        self.set_records(
            sorted(orders, key=lambda o: (o.state in DONE, o.state not in urgent, o.deadline, rank.get(o.state, 9))),
            view.day,
        )

    def spoken(self, order: Order) -> str:
        """Say an order's bar: signed, due, reported, and how late it is."""
        names = self._bridge.names
        text = self.tr("{issued}签发，{deadline}到期，报完成{done}/{all}").format(
            issued=names.date(order.issued, week=False), deadline=names.date(order.deadline, week=False),
            done=f"{order.reported:,}", all=f"{order.amount:,}",
        )  # fmt: skip
        if due := next((s.phase.name for s in self._bars.spans if s.first <= order.deadline < s.end), ""):
            text = self.tr("{text}（{phase}阶段）").format(text=text, phase=due)
        until = "" if order.state in DONE else names.until(order.deadline, self._bridge.view.day)
        return f"{text} {until}".strip()

    def _columns(self, calendar: str) -> list[Column[Order]]:
        bridge = self._bridge

        def what(order: Order) -> str:
            return f"{bridge.names.place(order.place, full=True)} · {bridge.names.task(order.task)}"

        return [
            Column(
                self.tr("战令"), lambda o: f"{o.number} {bridge.names.state('order', o.state)}",
                lambda o: o.number, width=6, icon=lambda o: LANE_LOOK[o.state],
                tone=lambda o: LANE_LOOK[o.state][1] if o.state in ("overdue", "returned") else None,
            ),
            Column(self.tr("做什么"), what, width=12, tip=lambda o: o.text or what(o)),
            Column(
                calendar, lambda _o: "", lambda o: o.deadline, width=-1, spoken=self.spoken, tip=self.spoken,
            ),
        ]  # fmt: skip
