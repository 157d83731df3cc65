"""Earlier versions of a scenario: when each was kept and why, and what it says otherwise than the text now."""

from __future__ import annotations

from difflib import unified_diff

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from game.ui.editor.history import DamagedVersion, Kind, Version
from game.ui.editor.project import Project
from game.ui.i18n import translate
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.theme import Theme
from game.ui.widgets import RecordTable, button, label, named, spaced

_CONTEXT = 3
_MOST_LINES = 5_000
"""Lines of a comparison that are shown."""


class HistoryDialog(QDialog):
    """Emits `chosen` (Version) for the one to bring back."""

    chosen = Signal(object)

    def __init__(self, project: Project, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("以前的版本"))
        self.setObjectName("editor.history.dialog")
        column = spaced(QVBoxLayout(self), theme, 3, 2)
        hint = self.tr("选一个版本，右边是它和现在的不同：红的是它没有的，绿的是它才有的。")
        column.addWidget(label(hint, "muted", wrap=True))
        self.list: RecordTable[Version] = RecordTable(
            [
                Column(self.tr("时间"), lambda v: f"{v.when.astimezone():%Y-%m-%d %H:%M:%S}", width=9),
                Column(self.tr("来由"), lambda v: kind_said(v.kind), width=-1),
            ],
            theme,
            icons,
            name="editor.history.list",
            accessible=self.tr("版本列表"),
            key=lambda v: v.path.name,
        )
        self.diff = named(QPlainTextEdit(self), "editor.history.diff", self.tr("和现在的不同"))
        self.diff.setReadOnly(True)
        self.diff.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._colours = DiffColours(self.diff.document(), theme)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.diff)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.wide(19), theme.wide(36)])
        column.addWidget(split, 1)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        self.back = button(self.tr("取回这个版本"), icons, "undo", kind="primary", name="editor.history.back")
        shut = button(self.tr("关闭"), name="editor.history.close")
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.back)
        column.addLayout(foot)
        self.list.picked.connect(self._on_picked)
        self.back.clicked.connect(self._on_back)
        shut.clicked.connect(self.reject)
        versions = project.history.versions() if project.history is not None else ()
        self.list.set_records(versions)
        self.back.setEnabled(False)
        if versions:
            self.list.select(versions[0].path.name)
        else:
            self.diff.setPlainText(self.tr("还没有以前的版本。"))
        self.resize(QSize(theme.wide(58), theme.wide(34)).boundedTo(self.screen().availableSize() * 0.95))

    def _on_picked(self, version: Version | None) -> None:
        history = self._project.history
        self.back.setEnabled(False)
        if version is None or history is None:
            self.diff.clear()
            return
        try:
            texts = history.read(version)
        except DamagedVersion:
            self.diff.setPlainText(self.tr("这个版本的文件已经损坏，读不出来。"))
            return
        lines = comparison(self._project.workbook.texts(), texts)
        self.diff.setPlainText("\n".join(lines) if lines else self.tr("和现在一样。"))
        self.back.setEnabled(bool(lines))

    def _on_back(self) -> None:
        version = self.list.selected()
        if version is not None:
            self.chosen.emit(version)
        self.accept()


def kind_said(kind: Kind) -> str:
    """Return why a version was kept."""
    return {
        "opened": translate("History", "打开时"),
        "saved": translate("History", "保存"),
        "auto": translate("History", "自动留存"),
        "outside": translate("History", "别的程序写的"),
        "replaced": translate("History", "没保存就离开"),
    }[kind]


def comparison(now: dict[str, str], then: dict[str, str], *, back: bool = False) -> list[str]:
    """Return the lines in which two versions differ, by file, with some lines around.

    What comes with a plus is what the version has and the text now has not; with `back` it is the other way round.
    """
    if back:
        now, then = then, now
    lines: list[str] = []
    for name in sorted({*now, *then}):
        if now.get(name) == then.get(name):
            continue
        lines.append(f"=== {name}")
        old, new = now.get(name, "").split("\n"), then.get(name, "").split("\n")
        lines += list(unified_diff(old, new, lineterm="", n=_CONTEXT))[2:]
        lines.append("")
    return lines[:_MOST_LINES]


class DiffColours(QSyntaxHighlighter):
    """Lines that come and lines that go, by sign and colour."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._looks = {
            "+": _look(theme, "ok", "ok_soft"),
            "-": _look(theme, "overdue", "overdue_soft"),
            "@": _look(theme, "faint", ""),
            "=": _look(theme, "accent", ""),
        }

    def highlightBlock(self, text: str) -> None:
        """Colour a whole line by its first sign."""
        if text[:1] in self._looks:
            self.setFormat(0, len(text) * 2, self._looks[text[:1]])


def _look(theme: Theme, ink: str, ground: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color(ink))
    if ground:
        made.setBackground(theme.color(ground))
    return made
