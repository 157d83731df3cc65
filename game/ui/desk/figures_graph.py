"""Causes as a small graph: what pushed a figure, from above the good and from below the bad, as thick as it weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import clear, named, spaced

TONES = {1: "ok", -1: "overdue", 0: "accent"}
THICKEST = 0.7
"""Width of the heaviest link in lines."""


@dataclass(frozen=True, slots=True)
class Push:
    """One cause as the graph shows it."""

    amount: str
    """How much and in which direction, with its arrow."""
    what: str
    where: str
    spoken: str
    """Who, when and on what ground; the whole of it for a screen reader and the tooltip."""
    share: int
    """Weight beside the heaviest, per mille."""
    good: int
    desk: str
    ref: str


class CauseNode(QAbstractButton):
    """A cause as a box with its amount and what it was; pressing it goes there."""

    def __init__(self, theme: Theme, push: Push, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.push = theme, push
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("elides", True)
        self.setToolTip(push.spoken)
        named(self, f"figures.graph.{number}", push.spoken)

    def sizeHint(self) -> QSize:
        """Two lines of words."""
        return QSize(self._theme.px(9.5), self._theme.px(2.3))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, a stripe in the colour of its direction, and the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, tone = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.color(TONES[self.push.good])
        over = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(theme.color("accent") if over else theme.color("line"), theme.line(2 if over else 1)))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.fillRect(QRectF(box.left(), box.top() + 2, theme.space(1), box.height() - 4), tone)
        left, wide = box.left() + theme.space(2), box.width() - theme.space(3)
        line = QFontMetrics(theme.font("small")).height()
        top, strong, tiny = box.top() + theme.space(1) / 2, theme.font("small", bold=True), theme.font("tiny")
        # The same work goes on in many places: where it was tells one box from the other
        after = QFontMetrics(strong).horizontalAdvance(self.push.amount) + theme.space(2)
        for text, font, colour, at, room in (
            (self.push.amount, strong, tone, QPointF(left, top), wide),
            (self.push.where, tiny, theme.color("muted"), QPointF(left + after, top), wide - after),
            (self.push.what, tiny, theme.color("text"), QPointF(left, top + line), wide),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room))
            painter.drawText(QRectF(at.x(), at.y(), room, line), Qt.AlignmentFlag.AlignVCenter, words)


class CauseGraph(QWidget):
    """Causes on the left, the figure on the right. Emits `chosen` (desk, ref)."""

    chosen = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = bridge.theme
        self.nodes: list[CauseNode] = []
        self._figure, self._value, self._more = "", "", ""
        self._column = spaced(QVBoxLayout(self), bridge.theme, 1, 1)
        self._column.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        named(self, "figures.graph")

    def show_pushes(self, figure: str, value: str, pushes: Sequence[Push], more: str = "") -> None:
        """Show what pushed a figure; the good above, the bad below. `more` says what was left out."""
        clear(self._column)
        self._figure, self._value, self._more = figure, value, more
        self.nodes = []
        before: int | None = None
        for push in sorted(pushes, key=lambda p: (-p.good, -p.share)):
            if before is not None and push.good != before:
                self._column.addSpacing(self._theme.space(3))
            before = push.good
            node = CauseNode(self._theme, push, len(self.nodes), self)
            node.clicked.connect(weak_slot(self._on_node, push.desk, push.ref))
            self._column.addWidget(node)
            self.nodes.append(node)
        self.setAccessibleName(self.tr("{figure}的因果图").format(figure=figure))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Room for the causes, the links and the figure."""
        return QSize(self._theme.px(17), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the links and the figure they end in."""
        if not self.nodes:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, small = theme.font("body", bold=True), theme.font("small")
        wide = theme.px(5.6)
        middle = (self.nodes[0].geometry().top() + self.nodes[-1].geometry().bottom()) / 2
        box = QRectF(self.width() - wide - 2, middle - theme.px(1.6), wide, theme.px(3.2))
        for node in self.nodes:
            area = node.geometry()
            start = QPointF(area.right() + 1, area.center().y())
            # Where a link comes in follows from where it comes from, so that links do not cross
            place = (start.y() - self.nodes[0].geometry().center().y()) / max(
                1, self.nodes[-1].geometry().center().y() - self.nodes[0].geometry().center().y()
            )
            end = QPointF(box.left(), box.top() + box.height() * (0.15 + 0.7 * place))
            bend = (end.x() - start.x()) / 2
            path = QPainterPath(start)
            path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
            colour = theme.color(TONES[node.push.good], 150)
            thick = max(1.5, theme.px(THICKEST) * node.push.share / 1000)
            # A dashed link is one that pushes the bad way: the colour does not say it alone
            style = Qt.PenStyle.DashLine if node.push.good < 0 else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, thick, style, Qt.PenCapStyle.FlatCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.setPen(QPen(theme.color("edge"), theme.line(1.4)))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.setPen(theme.color("text"))
        half = box.height() / 2
        for text, font, top in ((self._figure, small, box.top()), (self._value, strong, box.top() + half)):
            painter.setFont(font)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(wide - theme.space(2)))
            painter.drawText(QRectF(box.left(), top, wide, half), Qt.AlignmentFlag.AlignCenter, words)
        if self._more:
            painter.setFont(theme.font("tiny"))
            painter.setPen(theme.color("muted"))
            rest = QRectF(box.left() - theme.px(1), box.bottom() + theme.space(1), wide + theme.px(1), theme.px(2.4))
            painter.drawText(rest, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._more)

    def _on_node(self, desk: str, ref: str) -> None:
        self.chosen.emit(desk, ref)
