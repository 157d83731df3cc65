"""提示单 and 提示函 as documents for a printer: the sheet, and below the line to be cut its stub."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat, QTextLength

from game.ui.desk.supervision_words import SlipWords
from game.ui.fonts import family
from game.ui.i18n import language, translate
from game.ui.theme import Theme

INK = "light"
"""Theme whose colours the form has, whatever that of the window is."""
HEAD, BODY, SMALL = 22, 14, 10
"""Sizes of the form [pt]."""
_CUT = "- - - - - - - - - - - -"
"""Half of the line at which the stub is cut off."""
_LEFT, _MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


def slip_document(words: SlipWords) -> QTextDocument:
    """Return the form of a slip, dark and red on white."""
    sheet = _Sheet(f"{words.kind} {words.number}")
    sheet.write(words.kind, align=_MIDDLE, size=HEAD, ink="seal", bold=True)
    sheet.write(words.number, align=_MIDDLE, rule=True)
    sheet.write(words.to, bold=True, above=10)
    step = "\u3000\u3000" if language() == "zh" else ""
    for text in (words.intro, *words.problems, words.text):
        if text:
            sheet.write(step + text)
    sheet.write(step + words.due, bold=True)
    sheet.write(words.sender, align=_RIGHT, above=24)
    sheet.write(words.date, align=_RIGHT, above=0)
    cut = translate("SlipPaper", "沿此线裁下存根")
    sheet.write(f"{_CUT}  {cut}  {_CUT}", align=_MIDDLE, size=SMALL, ink="muted", above=40)
    sheet.write(translate("SlipPaper", "存根"), align=_MIDDLE, bold=True)
    sheet.write(f"{words.kind} {words.number}", size=SMALL)
    for text in (words.to, *words.problems, words.due, f"{words.sender}  {words.date}"):
        sheet.write(text, size=SMALL, above=2)
    signed = words.state if words.answered else translate("SlipPaper", "收单人：{line}  收到日期：{line}")
    sheet.write(signed.format(line="_" * 14), size=SMALL, above=10)
    return sheet.document


class _Sheet:
    """A document that is written paragraph by paragraph."""

    def __init__(self, title: str) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(QFont(family(), BODY))
        self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self._cursor = QTextCursor(self.document)
        self._ink = Theme(INK).color

    def write(
        self, text: str, *, align: Qt.AlignmentFlag = _LEFT, size: int = BODY, ink: str = "text", bold: bool = False,
        above: float = 6, rule: bool = False,
    ) -> None:  # fmt: skip
        """Write a paragraph; `above` is the room before it [px of the document], `rule` a red line below it."""
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setAlignment(align)
        block.setTopMargin(above)
        block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if rule:
            whole = QTextLength(QTextLength.Type.PercentageLength, 100)
            block.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
            block.setBackground(self._ink("seal"))
        letters.setFontPointSize(size)
        letters.setForeground(self._ink(ink))
        letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if self.document.isEmpty():
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, letters)
