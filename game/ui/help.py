"""F1: the help, beside the work and on the page of the screen that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from game.ui.help_topics import START, TERMS, terms_text, topics
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import MarkdownView, SearchBox, button, label, named, spaced


class HelpDialog(QDialog):
    """Stays open while one works; `turn_to` shows another page."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, topic: str = START, lang: str = "zh", word: str = ""
    ) -> None:
        super().__init__(parent)
        self._lang = lang
        self._topics = topics(lang)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("帮助"))
        self.setObjectName("help")
        self._build_ui(theme)
        self.turn_to(topic, word)

    def _build_ui(self, theme: Theme) -> None:
        column = spaced(QVBoxLayout(self), theme, 4, 3)
        row = spaced(QHBoxLayout(), theme, 0, 4)
        self.list = named(QListWidget(), "help.topics", self.tr("帮助目录"))
        self.list.addItems([topic.title for topic in self._topics])
        self.list.setSpacing(theme.space(1) // 2)
        self.list.setFixedWidth(
            max(self.list.fontMetrics().horizontalAdvance(topic.title) for topic in self._topics) + theme.px(2.5)
        )
        right = spaced(QVBoxLayout(), theme, 0, 2)
        self._title = label("", "title", wrap=True)
        self.search = SearchBox(Icons(theme), self.tr("找一个名词"), "help.search")
        self.text = named(MarkdownView(theme, grow=False), "help.text", self.tr("帮助正文"))
        for part in (self._title, self.search):
            right.addWidget(part)
        right.addWidget(self.text, 1)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column.addLayout(row, 1)
        foot = spaced(QHBoxLayout(), theme, 0, 0)
        shut = button(self.tr("关闭"), kind="primary", name="help.close")
        shut.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(shut)
        column.addLayout(foot)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.accept)
        self.list.currentRowChanged.connect(self._on_row)
        self.search.textChanged.connect(self._on_search)
        self.resize(QSize(theme.wide(40), theme.wide(30)).boundedTo(self.screen().availableSize() * 0.95))

    @property
    def topic(self) -> str:
        """The page shown."""
        return self._topics[max(0, self.list.currentRow())].id

    def turn_to(self, topic: str, word: str = "") -> None:
        """Show a page, the first one where there is none of that name; of the words only those that hold `word`."""
        rows = [number for number, one in enumerate(self._topics) if one.id == topic]
        self.search.setText(word if topic == TERMS else "")
        self.list.setCurrentRow(rows[0] if rows else 0)

    def _on_row(self, row: int) -> None:
        topic = self._topics[max(0, row)]
        self._title.setText(topic.title)
        self.text.setAccessibleName(topic.title)
        self.search.setVisible(topic.id == TERMS)
        self.text.set_markdown(topic.text)
        if topic.id == TERMS and self.search.text():
            self._on_search(self.search.text())

    def _on_search(self, words: str) -> None:
        if self.topic == TERMS:
            self.text.set_markdown(terms_text(self._lang, words))
