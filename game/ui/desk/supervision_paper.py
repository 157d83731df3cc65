"""提示单 and 提示函 as the papers they are: on the screen, and as a document for a printer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
)
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from game.exercise.entities import Slip
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.supervision_words import SlipWords, slip_words
from game.ui.fonts import family
from game.ui.i18n import language, translate
from game.ui.widgets import clear, label, named

RED, BLACK, GREY = QColor("#b3141c"), QColor("#000000"), QColor("#555555")
"""Ink of the printed form, whatever the theme of the window is."""
HEAD, BODY, SMALL = 22, 14, 10
"""Sizes of the printed form [pt]."""
_CUT = "- - - - - - - - - - - -"
"""Half of the line at which the stub is cut off."""


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


def slip_document(words: SlipWords) -> QTextDocument:
    """Return the form of a slip, black and red on white."""
    made = QTextDocument()
    made.setDefaultFont(QFont(family(), BODY))
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, f"{words.kind} {words.number}")
    cursor = QTextCursor(made)
    centre, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
    _write(cursor, words.kind, align=centre, size=HEAD, ink=RED, bold=True, first=True)
    _write(cursor, words.number, align=centre, rule=RED)
    _write(cursor, words.to, bold=True, above=10)
    step = "\u3000\u3000" if language() == "zh" else ""
    for text in (words.intro, *words.problems, words.text):
        if text:
            _write(cursor, step + text)
    _write(cursor, step + words.due, bold=True)
    _write(cursor, words.sender, align=right, above=24)
    _write(cursor, words.date, align=right, above=0)
    cut = f"{_CUT}  {translate('SlipPaper', '沿此线裁下存根')}  {_CUT}"
    _write(cursor, cut, align=centre, size=SMALL, ink=GREY, above=40)
    _write(cursor, translate("SlipPaper", "存根"), align=centre, bold=True)
    _write(cursor, f"{words.kind} {words.number}", size=SMALL)
    for text in (words.to, *words.problems, words.due, f"{words.sender}  {words.date}"):
        _write(cursor, text, size=SMALL, above=2)
    signed = words.state if words.answered else translate("SlipPaper", "收单人：{line}  收到日期：{line}")
    _write(cursor, signed.format(line="_" * 14), size=SMALL, above=10)
    return made


def _write(
    cursor: QTextCursor, text: str, *, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, size: int = BODY,
    ink: QColor = BLACK, bold: bool = False, above: float = 6, rule: QColor | None = None,
    first: bool = False,
) -> None:  # fmt: skip
    """Write a paragraph; `above` is the room before it [px of the document]."""
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setAlignment(align)
    block.setTopMargin(above)
    block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if rule is not None:
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        block.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
        block.setBackground(rule)
    letters.setFontPointSize(size)
    letters.setForeground(ink)
    letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(text, letters)
