"""Reported against true: each figure as the desks saw it and as it was."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from game.review.story import Overlay, overlay
from game.session.session import Session
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.pictures import PictureButton
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.widgets import Card, EmptyState, Page, label, named, spaced

_TWO = 38
"""Width in lines from which two charts stand beside each other."""


class OverlayPanel(QWidget):
    """Small charts, one a figure, recorded dashed and true drawn through; each is copied or saved as a picture."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, names: NameBook, prompts: Prompts) -> None:
        super().__init__()
        self._icons, self._prompts = icons, prompts
        self.overlays = overlay(session.state)
        self.pictures: list[PictureButton] = []
        named(self, "review.overlay", self.tr("账面与真实"))
        page = Page(theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        hint = self.tr("虚线是报上来的账面，实线是县里真实的情况。两条线分开的地方，就是纸面上的成绩。")
        page.body.addWidget(label(hint, "muted", wrap=True))
        self.said = named(label("", "ok", wrap=True), "review.overlay.said")
        self.said.setVisible(False)
        page.body.addWidget(self.said)
        self._theme = theme
        self._grid = spaced(QGridLayout(), theme, 0, 3)
        self._cards = [self._card(item, theme, names) for item in self.overlays]
        self._across = 0
        self._arrange(2)
        page.body.addLayout(self._grid)
        if not self.overlays:
            text = self.tr("推进一回合之后，这里画出每项数字的两条线。")
            page.body.addWidget(EmptyState(theme, icons, "figures", self.tr("还没有数据"), text))
        page.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the charts in one column where two would cut what is written over them."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._theme.px(_TWO) else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // across, number % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _card(self, item: Overlay, theme: Theme, names: NameBook) -> Card:
        name = self.tr("贫困发生率") if item.figure == "incidence" else names.figure(item.figure)
        card = Card(theme, name)
        card.body.addWidget(
            label(
                self.tr("账面 {shown} · 真实 {true}").format(
                    shown=names.value(item.shown[-1], item.unit), true=names.value(item.true[-1], item.unit)
                ),
                "muted",
                wrap=True,
            )
        )
        chart = OverlayChart(theme, item, names)
        spoken = self.tr("{name}：账面由 {a} 到 {b}，真实由 {c} 到 {d}").format(
            name=name,
            a=names.value(item.shown[0], item.unit),
            b=names.value(item.shown[-1], item.unit),
            c=names.value(item.true[0], item.unit),
            d=names.value(item.true[-1], item.unit),
        )
        named(chart, f"review.chart.{item.figure.replace(':', '-')}", spoken)
        card.body.addWidget(chart)
        title = self.tr("{name}（账面与真实）").format(name=name)
        copy = PictureButton(self._icons, self._prompts, f"{chart.objectName()}.picture", title)
        copy.show_of(card)
        copy.told.connect(self._on_told)
        card.head.addWidget(copy)
        self.pictures.append(copy)
        return card

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(True)


class OverlayChart(QWidget):
    """Two courses over the days, with the scale written at both ends."""

    def __init__(self, theme: Theme, item: Overlay, names: NameBook) -> None:
        super().__init__()
        self._theme, self._item, self._names = theme, item, names
        self.setMinimumSize(self.minimumSizeHint())

    def sizeHint(self) -> QSize:
        """Ask for room to read fourteen turns."""
        return QSize(self._theme.px(22), self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Leave enough to show a course."""
        return QSize(self._theme.px(12), self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both lines."""
        theme, item = self._theme, self._item
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("tiny"))
        low, high = min(item.shown + item.true), max(item.shown + item.true)
        marks = (self._names.value(high, item.unit), self._names.value(low, item.unit))
        room = max(painter.fontMetrics().horizontalAdvance(mark) for mark in marks) + theme.space(2)
        line = painter.fontMetrics().height()
        box = QRectF(room, line / 2, self.width() - room - theme.space(2), self.height() - 2.2 * line)
        painter.setPen(theme.color("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, room - theme.space(1), line), right, marks[0])
        painter.drawText(QRectF(0, box.bottom() - line / 2, room - theme.space(1), line), right, marks[1])
        painter.drawText(QPointF(box.left(), self.height() - line * 0.2), self._names.date(item.days[0]))
        last = self._names.date(item.days[-1])
        width = painter.fontMetrics().horizontalAdvance(last)
        painter.drawText(QPointF(box.right() - width, self.height() - line * 0.2), last)
        self._key(painter, box, line)
        painter.setPen(QPen(theme.color("line"), theme.line(1)))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topLeft(), box.topRight())
        span = max(1, item.days[-1] - item.days[0])
        depth = (high - low) or 1

        def points(values: tuple[int, ...]) -> list[QPointF]:
            return [
                QPointF(
                    box.left() + (day - item.days[0]) * box.width() / span,
                    box.bottom() - (value - low) * box.height() / depth,
                )
                for day, value in zip(item.days, values, strict=True)
            ]

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn", 36))
        painter.drawPolygon(QPolygonF(points(item.shown) + points(item.true)[::-1]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, values in zip(self._pens(), (item.shown, item.true), strict=True):
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points(values)))

    def _pens(self) -> tuple[QPen, QPen]:
        """Return the pens of the recorded and of the true course."""
        theme = self._theme
        recorded = QPen(theme.color("muted"), theme.line(2), Qt.PenStyle.DashLine)
        return recorded, QPen(theme.color("accent"), theme.line(2.4))

    def _key(self, painter: QPainter, box: QRectF, line: int) -> None:
        """Write between the dates which line is which: a picture is read without the page around it."""
        words = (self.tr("账面"), self.tr("真实"))
        room, gap = painter.fontMetrics(), self._theme.space(2)
        stroke = self._theme.px(1.4)
        wide = sum(stroke + gap + room.horizontalAdvance(word) for word in words) + 2 * gap
        dates = sum(room.horizontalAdvance(self._names.date(day)) for day in (self._item.days[0], self._item.days[-1]))
        if wide + dates + 2 * gap > box.width():
            return
        x, base = box.center().x() - wide / 2, self.height() - line * 0.2
        for pen, word in zip(self._pens(), words, strict=True):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, base - line * 0.3), QPointF(x + stroke, base - line * 0.3))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QPointF(x + stroke + gap, base), word)
            x += stroke + 3 * gap + room.horizontalAdvance(word)
