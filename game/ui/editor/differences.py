"""Two versions of a scenario beside each other: what is different in words, and line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QWidget

from game.ui.editor.history_dialog import DiffColours
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import named

Line = tuple[str, str, str]
"""What is different: its kind (`added`, `removed`, `changed`), in one line, and in full."""
_LOOKS = {"added": ("plus", "ok"), "removed": ("minus", "overdue")}


class Differences(QSplitter):
    """A `list` of what is different, and the lines of a `diff` beside it; nothing of them can be edited."""

    def __init__(self, theme: Theme, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._icons = icons
        self.list = named(QListWidget(self), f"{name}.list", self.tr("有哪些不同"))
        self.list.setWordWrap(True)
        self.diff = named(QPlainTextEdit(self), f"{name}.diff", self.tr("逐行的不同"))
        self.diff.setReadOnly(True)
        self.diff.setTabChangesFocus(True)
        self.diff.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._colours = DiffColours(self.diff.document(), theme)
        self.addWidget(self.list)
        self.addWidget(self.diff)
        self.setSizes([theme.wide(26), theme.wide(26)])
        self.setChildrenCollapsible(False)
        self.setFocusProxy(self.list)

    def show_lines(self, told: Sequence[Line], diff: Sequence[str]) -> None:
        """Show differences; the place read in the lines stays where these are the same as before."""
        self.list.clear()
        for kind, words, full in told:
            item = QListWidgetItem(self._icons.icon(*_LOOKS.get(kind, ("edit", "accent"))), words, self.list)
            item.setToolTip(full)
        text = "\n".join(diff)
        if self.diff.toPlainText() != text:
            self.diff.setPlainText(text)
