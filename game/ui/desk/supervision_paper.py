"""提示单 and 提示函 as the papers they are, on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from game.exercise.entities import Slip
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.supervision_words import slip_words
from game.ui.widgets import clear, label, named


class SlipPaper(QFrame):
    """A slip on its form: red head, addressee, numbered problems, deadline, sender and date, and its stub."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._column = QVBoxLayout(self)
        named(self, "supervision.paper")

    def show_slip(self, slip: Slip, view: View) -> None:
        """Put a slip onto the form."""
        theme, words = self._bridge.theme, slip_words(slip, view, self._bridge.names)
        clear(self._column)
        self._column.setContentsMargins(theme.space(9), theme.space(7), theme.space(9), theme.space(9))
        self._column.setSpacing(theme.space(3))
        head = QLabel(words.kind)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head.setStyleSheet(f"color: {theme.css('seal')}; font-size: {theme.sizes()['number']}px; font-weight: 700;")
        number = label(words.number, "muted")
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line = QFrame()
        line.setFixedHeight(max(2, theme.space(1) // 2))
        line.setStyleSheet(f"background: {theme.css('seal')}; border: none;")
        for part in (head, number, line, label(words.to, "strong")):
            self._column.addWidget(part)
        for text in (words.intro, *words.problems, words.text):
            if text:
                self._column.addWidget(label(text, wrap=True))
        self._column.addWidget(label(words.due, "strong"))
        sign = label(f"{words.sender}\n{words.date}")
        sign.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(sign)
        stub = label(
            self.tr("存根：{state}").format(state=words.state),
            "ok" if words.answered else "overdue" if words.late else "muted",
        )
        self._column.addSpacing(theme.space(4))
        self._column.addWidget(stub)
        self.setAccessibleName(f"{words.kind} {words.number} {self._bridge.names.who(slip.to)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet, and the line at which its stub is torn off."""
        theme, painter = self._bridge.theme, QPainter(self)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line"), theme.line(1)))
        painter.setBrush(theme.color("paper"))
        painter.drawRect(area)
        item = self._column.itemAt(self._column.count() - 1)
        if item is not None:
            y = item.geometry().top() - theme.space(3)
            painter.setPen(QPen(theme.color("edge"), theme.line(1.2), Qt.PenStyle.DashLine))
            painter.drawLine(round(area.left()), y, round(area.right()), y)
