"""One body of the organisation chart: solid where it works, dashed where it could stand, hatched while it is set up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from game.ui.bridge import Bridge
from game.ui.desk.figures_words import Words
from game.ui.desk.organisation_model import Node
from game.ui.kept import Kept
from game.ui.theme import Theme
from game.ui.widgets.paint import draw_track

STRAINS = ("pressure", "load", "fatigue")
MOST = {"pressure": 1000, "load": 1500, "fatigue": 1000}
TALL = {True: 4.9, False: 2.45}
"""Height in lines with and without the meters."""


class OrganCard(QAbstractButton):
    """A card that is pressed like a button; arrow keys move between the cards of a chart."""

    def __init__(self, bridge: Bridge, words: Words, node: Node, *, wide: float, tall: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._words, self.node = bridge, words, node
        self._wide, self._tall = wide, tall
        self._built, self._flow = Kept(), ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("elides", True)
        self.setText(node.name)
        self.setObjectName(f"organisation.card.{node.id}")
        self.set_node(node)

    def set_node(self, node: Node, flow: str = "") -> None:
        """Take a new state of the same body; `flow` is written instead of who leads it."""
        if self._built.same(node, flow):
            return
        self.node, self._flow = node, flow
        lines = [node.name, self.line(), *(self._strain_words(q) for q in STRAINS if node.strained)]
        spoken = ",".join(line for line in lines if line)
        self.setAccessibleName(spoken)
        self.setToolTip("\n".join(line for line in lines if line))
        self.update()

    def line(self) -> str:
        """Return the second line: what runs here, who leads, when it is ready, or what it would bring."""
        if self._flow:
            return self._flow
        node, names = self.node, self._bridge.names
        if node.state == "coming" and node.organ is not None:
            return self.tr("筹建中，{date}可用").format(date=names.date(node.organ.ready_day, week=False))
        if node.organ is not None:
            if node.organ.leader:
                return names.who(node.organ.leader)
            if node.kind in ("bureau", "squad"):
                return self.tr("{count}人").format(count=node.organ.staff)
            return self.tr("没有负责人")
        if node.setup is None:
            return ""
        if node.waits:
            return self.tr("{date}起可设").format(date=names.date(node.setup.since, week=False))
        if node.state == "blocked":
            need = next((n for n in node.setup.needs), "")
            return self.tr("先要有{organ}").format(organ=self._words.spoken(need)) if need else self.tr("条件不够")
        gain = names.permille(node.setup.friction)
        return self.tr("摩擦▼{gain}·抽{staff}人").format(gain=gain, staff=node.setup.seconded)

    def sizeHint(self) -> QSize:
        """Width by the chart, height by what is shown."""
        theme = self._bridge.theme
        return QSize(theme.px(self._wide), theme.px(TALL[self._tall]))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, frame, words and meters."""
        theme, node = self._bridge.theme, self.node
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ground, frame, style = self._look()
        pen = QPen(theme.color("accent" if self.isChecked() else frame), theme.line(2.2 if self.isChecked() else 1.2))
        pen.setStyle(style)
        painter.setPen(pen)
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        if node.state == "coming":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            brush = painter.brush()
            brush.setColor(theme.color("info", 60))
            painter.setBrush(brush)
            painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text"), theme.line(1), Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), theme.space(1), theme.space(1))
        self._write(painter, theme)

    # Helpers

    def _look(self) -> tuple[str, str, Qt.PenStyle]:
        if self.node.state in ("possible", "blocked"):
            return "", "edge" if self.node.state == "possible" else "line", Qt.PenStyle.DashLine
        if self.node.state == "coming":
            return "info_soft", "info", Qt.PenStyle.DashLine
        return "surface", "edge", Qt.PenStyle.SolidLine

    def _write(self, painter: QPainter, theme: Theme) -> None:
        node = self.node
        edge = theme.space(2)
        wide = self.width() - 2 * edge
        solid = node.state == "works"
        painter.setFont(theme.font("small", bold=solid))
        painter.setPen(theme.color("text" if node.state != "blocked" else "muted"))
        line = QFontMetrics(theme.font("small")).height()
        top = theme.px(0.25)
        name = painter.fontMetrics().elidedText(node.name, Qt.TextElideMode.ElideMiddle, wide)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(edge, top, wide, line), left, name)
        painter.setFont(theme.font("tiny"))
        headless = node.organ is not None and not node.organ.leader and node.kind not in ("bureau", "squad", "township")
        headless = headless and not self._flow
        painter.setPen(theme.color("warn" if headless else "text" if self._flow else "muted"))
        text = ("! " if headless else "") + self.line()
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(edge, top + line, wide, line), left, text)
        if self._tall and node.organ is not None and node.strained:
            for number, quantity in enumerate(STRAINS):
                self._meter(painter, quantity, QRectF(edge, top + line * (2.15 + number * 0.98), wide, line))

    def _meter(self, painter: QPainter, quantity: str, row: QRectF) -> None:
        theme = self._bridge.theme
        value = getattr(self.node.organ, quantity)
        word, tone = self._words.strain(quantity, value)
        painter.setFont(theme.font("tiny"))
        metrics = painter.fontMetrics()
        head = self._words.quantity(quantity)
        first = metrics.horizontalAdvance(head) + theme.space(1)
        last = metrics.horizontalAdvance(word)
        middle, thick = Qt.AlignmentFlag.AlignVCenter, theme.line(5)
        painter.setPen(theme.color("muted"))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, head)
        painter.setPen(theme.color(tone if tone != "info" else "muted"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, word)
        bar = QRectF(
            row.left() + first, row.center().y() - thick / 2, row.width() - first - last - theme.space(1), thick
        )
        if bar.width() < theme.px(0.8):
            return
        draw_track(painter, theme, bar)
        share = min(1.0, max(0.03, value / MOST[quantity]))
        painter.setBrush(theme.color(tone if tone != "info" else "edge"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, thick), thick / 2, thick / 2)

    def _strain_words(self, quantity: str) -> str:
        value = getattr(self.node.organ, quantity) if self.node.organ is not None else 0
        word, _ = self._words.strain(quantity, value)
        return f"{self._words.quantity(quantity)} {self._words.amount(quantity, value)} ({word})"
