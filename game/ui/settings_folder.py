"""Where the user's files are kept: shown, opened, and chosen for the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.session import folders
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, spaced


class FolderRow(QWidget):
    """Says which folder is in use. A choice holds from the next start on: sessions may be open in the present one."""

    grown = Signal()
    """There is more to read than before."""

    def __init__(self, theme: Theme, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        column = spaced(QVBoxLayout(self), theme, 0, 1)
        column.addWidget(label(self.tr("数据文件夹：推演、复盘、设置都在这里"), wrap=True))
        self.path = named(QLabel(), "settings.folder.path", self.tr("数据文件夹"))
        self.path.setProperty("role", "small")
        self.path.setWordWrap(True)
        column.addWidget(self.path)
        row = spaced(QHBoxLayout(), theme, 0, 2)
        self.open = button(self.tr("打开"), name="settings.folder.open", accessible=self.tr("打开数据文件夹"))
        self.choose = button(self.tr("换一个…"), name="settings.folder.choose", accessible=self.tr("换一个数据文件夹"))
        self.usual = button(
            self.tr("用回系统的"),
            kind="quiet",
            name="settings.folder.usual",
            accessible=self.tr("用回系统的数据文件夹"),
        )
        for part in (self.open, self.choose, self.usual):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self.said = named(label("", "small", wrap=True), "settings.folder.said")
        self.said.setVisible(False)
        column.addWidget(self.said)
        self.open.clicked.connect(self._on_open)
        self.choose.clicked.connect(self._on_choose)
        self.usual.clicked.connect(self._on_usual)
        self._show()

    def _show(self) -> None:
        # Paths have no gaps to break at
        self.path.setText(str(folders.data_dir()).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        fixed = folders.fixed()
        self.choose.setEnabled(not fixed)
        self.usual.setVisible(not fixed and folders.chosen_dir() is not None)
        if fixed:
            self._say(self.tr("由环境变量 TONGHE_DATA 指定，在这里不能改。"))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(True)
        self.grown.emit()

    def _take(self, path: Path | None) -> None:
        try:
            folders.choose_dir(path)
        except OSError as error:
            self._say(self.tr("不能用这个文件夹：{reason}").format(reason=error.strerror or str(error)))
            return
        self._show()
        self._say(self.tr("下次启动起生效。已有的推演留在原处，可以用“打开推演文件”继续。"))

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folders.data_dir())))

    def _on_choose(self) -> None:
        self._prompts.open_folder(self, self.tr("选数据文件夹"), folders.data_dir(), self._take)

    def _on_usual(self) -> None:
        self._take(None)
