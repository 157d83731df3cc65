"""Markdown, read only, in the theme's type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from game.ui.i18n import flowing
from game.ui.theme import Theme


class MarkdownView(QTextBrowser):
    """Shows Markdown and grows to its height, so that the page around it scrolls."""

    def __init__(self, theme: Theme, *, grow: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grow = grow
        self._source = ""
        self.setProperty("plain", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        if grow:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_markdown(self, text: str) -> None:
        """Show a text. Raw HTML in it stays text."""
        self._source = text
        self.document().setDefaultFont(self._theme.font())
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(flowing(text), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        self.setAccessibleDescription(text)
        self._fit()
        if not self._grow:  # another text is read from its beginning
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)

    def update_theme(self) -> None:
        """Set the text anew in the theme's type."""
        self.set_markdown(self._source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the document's size at the present width."""
        return QSize(self._theme.px(14), max(self._theme.px(1), round(self.document().size().height()) + 2))

    def _fit(self) -> None:
        if not self._grow:
            return
        self.document().setTextWidth(max(1, self.viewport().width()))
        self.setFixedHeight(max(self._theme.px(1), round(self.document().size().height()) + 2))
