"""Colours of the text: keys, texts, numbers, comments, and the Markdown inside of texts."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from game.scenario.keys import chinese_keys
from game.ui.editor.scan import KEY, indent, opens_text
from game.ui.theme import Theme

_DASHES = re.compile(r"^[ \t]*((?:-[ ]+|-$)+)")
_WORD = re.compile(
    r"(?P<quoted>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
    r"|(?P<comment>(?:^|(?<=\s))#.*$)"
    r"|(?P<key>(?<=[{,]) *[^\W\d][\w-]*(?= *:(?:\s|$)))"
    r"|(?P<plain>(?<![\w.-])(?:true|false|null|-?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d)(?=\s*(?:$|[,\]}#])))"
    r"|(?P<sign>[\[\]{},])"
)
_MARK = re.compile(r"(?P<field>\{[a-z]+\})|(?P<strong>\*\*[^*]+\*\*|__[^_]+__)|(?P<code>`[^`]+`)")
_HEAD = re.compile(r"^\s*#{1,6}\s.*$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_IDS = frozenset({"id", *(word for word, key in chinese_keys().items() if key == "id")})
_TEXT = 8
"""Block state from which on a text goes on; the rest of the number is the column it must be deeper than."""


class Highlighter(QSyntaxHighlighter):
    """Colours one document; `markdown` takes it as a text from its first line."""

    def __init__(self, document: QTextDocument, theme: Theme, *, markdown: bool = False) -> None:
        super().__init__(document)
        self._markdown = markdown
        self._formats = {
            "key": _format(theme, "accent"),
            "ident": _format(theme, "text", bold=True),
            "quoted": _format(theme, "ok"),
            "text": _format(theme, "ok"),
            "comment": _format(theme, "faint"),
            "plain": _format(theme, "info"),
            "sign": _format(theme, "muted"),
            "field": _format(theme, "info"),
            "strong": _format(theme, "ok", bold=True),
            "code": _format(theme, "info"),
        }

    def highlightBlock(self, text: str) -> None:
        """Colour one line, knowing where the line before ended."""
        if self._markdown:
            self._text(text, 0)
            return
        before = self.previousBlockState()
        if before >= _TEXT and (not text.strip() or indent(text) > before - _TEXT):
            self.setCurrentBlockState(before)
            self._text(text, indent(text))
            return
        self.setCurrentBlockState(0)
        at = 0
        if not text.lstrip().startswith("#"):
            if dashes := _DASHES.match(text):
                self.setFormat(dashes.start(1), dashes.end(1) - dashes.start(1), self._formats["sign"])
            if match := KEY.match(text):
                start = match.start("key")
                self._paint(text, start, match.end("colon"), "key")
                at = match.end("colon")
                if match["key"] in _IDS:
                    self._paint(text, at, len(text), "ident")
        for word in _WORD.finditer(text, at):
            kind = word.lastgroup or ""
            self._paint(text, word.start(), word.end(), kind)
            if kind == "quoted":
                self._marks(text, word.start(), word.end())
        above = opens_text(text)
        if above is not None:
            self.setCurrentBlockState(_TEXT + above)

    def _text(self, text: str, start: int) -> None:
        self._paint(text, start, len(text), "text")
        if _HEAD.match(text):
            self._paint(text, start, len(text), "strong")
        elif found := _LIST.match(text):
            self._paint(text, start, found.end(), "sign")
        self._marks(text, start, len(text))

    def _marks(self, text: str, start: int, end: int) -> None:
        for mark in _MARK.finditer(text, start, end):
            self._paint(text, mark.start(), mark.end(), mark.lastgroup or "")

    def _paint(self, text: str, start: int, end: int, kind: str) -> None:
        """Format a stretch given in characters; Qt counts UTF-16 units."""
        if not text.isascii() and any(char > "\uffff" for char in text[:end]):
            wide = [sum(1 + (char > "\uffff") for char in text[:n]) for n in (start, end)]
            start, end = wide[0], wide[1]
        self.setFormat(start, end - start, self._formats[kind])


def _format(theme: Theme, colour: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color(colour))
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    return made
