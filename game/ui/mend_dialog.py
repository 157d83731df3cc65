"""A scenario of the library that cannot be played: what can be mended with certainty, shown before anything is written.

An older format is brought to the program's own the same way.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from game.authoring.mending import Mending, mending
from game.scenario.render import message
from game.ui.editor.differences import Differences
from game.ui.editor.history_dialog import comparison
from game.ui.errand import reason
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, spaced


class MendDialog(QDialog):
    """Emits `mended` (the path) once the files are written; each is written whole or not at all."""

    mended = Signal(str)

    def __init__(self, path: str, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.found: Mending = mending(Path(path))
        recoded = [change.name for change in self.found.changes if change.recoded]
        self._told = [self.tr("{name}：改存成 UTF-8 编码").format(name=name) for name in recoded]
        self._told += [message(finding, language()) for finding in self.found.cured]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("代改场景"))
        self.setObjectName("mend")
        column = spaced(QVBoxLayout(self), theme, 4, 2)
        column.addWidget(label(Path(path).name, "heading", wrap=True))
        self.said = named(label(self._words(), wrap=True), "mend.said")
        column.addWidget(self.said)
        self.both = Differences(theme, icons, "mend.changes")
        self.both.show_lines([("changed", words, words) for words in self._told], self._diff())
        self.both.setVisible(bool(self.found.changes))
        column.addWidget(self.both, 1)
        if not self.found.changes:
            column.addStretch(1)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        shut = button(self.tr("不改了") if self.found.changes else self.tr("关闭"), name="mend.close")
        self.write = button(self.tr("照此改正"), icons, "check", kind="primary", name="mend.write")
        self.write.setVisible(bool(self.found.changes))
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.write)
        column.addLayout(foot)
        shut.clicked.connect(self.reject)
        self.write.clicked.connect(self._on_write)
        self.resize(QSize(theme.wide(44), theme.wide(24)).boundedTo(self.screen().availableSize() * 0.95))

    def _words(self) -> str:
        errors = sum(finding.severity == "error" for finding in self.found.left)
        if not self.found.changes:
            return self.tr("没有能放心代改的地方。请打开编辑器，照着检查出来的问题改。")
        if errors:
            return self.tr("能放心代改 {count} 处，意思不变；改了以后还有 {left} 处错误，要在编辑器里改。").format(
                count=len(self._told), left=errors
            )
        return self.tr("能放心代改 {count} 处，意思不变；改了以后就能推演。").format(count=len(self._told))

    def _diff(self) -> list[str]:
        before = {change.name: change.before for change in self.found.changes}
        after = {change.name: change.after for change in self.found.changes}
        return comparison(after, before, back=True)

    def _on_write(self) -> None:
        try:
            for change in self.found.changes:
                change.write()
        except OSError as error:
            self.write.setEnabled(False)
            self.said.setText(self.tr("没有写成：{reason}。请检查磁盘与权限。").format(reason=reason(error)))
            return
        self.mended.emit(self._path)
        self.accept()
