"""The window that tells of an unexpected error."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from game.ui.theme import Theme
from game.ui.widgets import button, label, named, spaced


class CrashDialog(QDialog):
    """Says what happened, with a button that copies it."""

    def __init__(self, text: str, kept: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("出了意外"))
        self.setObjectName("crash")
        column = spaced(QVBoxLayout(self), theme, 6, 3)
        column.addWidget(label(self.tr("程序遇到意外错误"), "title", wrap=True))
        column.addWidget(
            label(self.tr("推演已经存盘，没有丢失。可以继续；若反复出现，请把下面的内容复制给维护人员。"), wrap=True)
        )
        if kept:
            column.addWidget(label(self.tr("已写入：{path}").format(path=kept), "small", wrap=True))
        self._detail = named(QPlainTextEdit(text), "crash.detail", self.tr("错误内容"))
        self._detail.setReadOnly(True)
        column.addWidget(self._detail, 1)
        row = spaced(QHBoxLayout(), theme, 0, 2)
        self.copy = button(self.tr("复制内容"), name="crash.copy")
        go_on = button(self.tr("继续"), kind="primary", name="crash.continue")
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(go_on)
        column.addLayout(row)
        self.resize(QSize(theme.px(32), theme.px(22)).boundedTo(self.screen().availableSize() * 0.95))
        self.copy.clicked.connect(self._on_copy)
        go_on.clicked.connect(self.accept)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.setText(self.tr("已复制"))
