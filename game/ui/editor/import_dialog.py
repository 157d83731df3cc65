"""An import before it is taken: its rows with what is said of each; a button takes it, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from game.ui.editor.code_area import LOOK
from game.ui.editor.import_lines import Line
from game.ui.editor.note_words import counted, cure, in_full, joined, said
from game.ui.editor.words import severity_word
from game.ui.errand import Errand, reason
from game.ui.focus_order import step
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.motion import Busy
from game.ui.theme import Theme
from game.ui.widgets import RecordTable, button, label, named, spaced
from game.ui.worker import Worker

_TOLD = 3
"""Lines of what is said of a row that stay in sight."""


class ImportDialog(QDialog):
    """Emits `taken` (texts by name, for the draft) on consent. Nothing is written anywhere before and by itself."""

    taken = Signal(object)

    def __init__(
        self,
        name: str,
        heads: Sequence[tuple[str, float]],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
        worker: Worker | None,
    ) -> None:
        """`heads` are the columns of the rows, each with its width as `Column` has it."""
        super().__init__(parent)
        self._name, self._theme, self._icons, self._worker = name, theme, icons, worker
        self._errand: Errand | None = None
        self._texts: dict[str, str] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self._heads = [head for head, _ in heads]
        self._build_ui(heads)
        self.finished.connect(self._on_finished)

    def _build_ui(self, heads: Sequence[tuple[str, float]]) -> None:
        theme, icons, name = self._theme, self._icons, self._name
        outer = spaced(QVBoxLayout(self), theme, 3, 2)
        self.top = spaced(QVBoxLayout(), theme, 0, 2)
        """What the dialog asks before it reads."""
        outer.addLayout(self.top)
        self.busy = named(Busy(theme, self), f"{name}.busy", self.tr("正在读"))
        outer.addWidget(self.busy)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        work = QWidget(self)
        column = spaced(QVBoxLayout(work), theme, 0, 1)
        self.count = named(label("", "strong", wrap=True, parent=work), f"{name}.count")
        column.addWidget(self.count)
        self.table: RecordTable[Line] = RecordTable(
            [
                Column(self.tr("行"), self.place_of, sort=lambda line: line.key, width=4),
                Column(
                    self.tr("结果"),
                    self._state_word,
                    sort=lambda line: ("error", "warning", "").index(line.state),
                    icon=lambda line: LOOK[line.state] if line.state else ("ok", "ok"),
                    width=5,
                ),
                # Both stand in full with the table too
                Column(self.tr("问题"), lambda line: joined(map(said, line.notes)), width=8, spare=True),
                Column(self.tr("怎么改"), lambda line: joined(map(cure, line.notes)), width=7, spare=True),
                *(Column(head, _cell(at), width=width, spare=True) for at, (head, width) in enumerate(heads)),
            ],
            theme,
            icons,
            name=f"{name}.rows",
            accessible=self.tr("每一行和它的问题"),
            key=lambda line: line.key,
        )
        self.detail = named(QPlainTextEdit(work), f"{name}.detail", self.tr("选中的一行有什么问题、怎么改"))
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.rows = QSplitter(Qt.Orientation.Vertical, work)
        """The rows, and what is said of the one chosen."""
        self.rows.setChildrenCollapsible(False)
        self.rows.addWidget(self.table)
        self.rows.addWidget(self.detail)
        self.rows.setStretchFactor(0, 3)
        self.rows.setStretchFactor(1, 1)
        self.detail.setMinimumHeight(theme.px(_TOLD))
        column.addWidget(self.rows, 1)
        self.split.addWidget(work)
        self.split.setStretchFactor(0, 1)
        outer.addWidget(self.split, 1)
        self.choices = spaced(QVBoxLayout(), theme, 0, 1)
        """What can be chosen before it is taken."""
        outer.addLayout(self.choices)
        self.why = named(label("", "muted", wrap=True, parent=self), f"{name}.why")
        outer.addWidget(self.why)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        self.again = button(self.tr("再读一遍"), name=f"{name}.again", tip=self.tr("在别处改好、存盘以后按这里"))
        self.shut = button(self.tr("不导入"), name=f"{name}.close")
        self.take = button(self.tr("导入"), icons, "plus", kind="primary", name=f"{name}.take")
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        foot.addWidget(self.take)
        outer.addLayout(foot)
        self.table.picked.connect(self._on_picked)
        self.again.clicked.connect(self.read)
        self.shut.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        self.refuse(self.tr("还没有读。"))
        self.resize(QSize(theme.wide(64), theme.wide(38)).boundedTo(self.screen().availableSize() * 0.95))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Let Tab go as the dialog is read, not as its parts were made."""
        return step(self, forward=next) or super().focusNextPrevChild(next)

    # For the dialogs made of this one

    def read(self) -> None:
        """Read the files, anew where they were read before."""
        raise NotImplementedError

    def place_of(self, line: Line) -> str:
        """Return where a line stands in its file."""
        return str(line.key[2]) if line.key[2] else self.tr("整个文件")

    def send(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        """Have something done beside the window; what was under way before is of no interest any more."""
        if self._errand is not None:
            self._errand.drop()
        self._errand = errand = Errand("import", self._worker)
        errand.done.connect(self._on_done)
        errand.done.connect(done)
        errand.failed.connect(self._on_failed)
        self.busy.setVisible(True)
        self.refuse(self.tr("正在读。"))
        errand.start(lambda _: work())

    def show_lines(self, lines: Sequence[Line], count: str) -> None:
        """Show the rows, the first that has something said of it chosen."""
        chosen = self.table.selected()
        self.table.set_records(lines)
        worst = min(lines, key=lambda line: ("error", "warning", "").index(line.state), default=None)
        same = next((line for line in lines if chosen is not None and line.key == chosen.key), None)
        there = same if same is not None and worst is not None and (same.state or not worst.state) else worst
        if there is not None:
            self.table.select(there.key)
        self.count.setText(
            self.tr("{what}：{notes}").format(what=count, notes=counted(n for line in lines for n in line.notes))
        )
        self._on_picked(self.table.selected())

    def offer(self, texts: dict[str, str], word: str, why: str) -> None:
        """Let the author take the texts."""
        self._texts = texts
        self._tell(word, why, able=True)

    def refuse(self, why: str) -> None:
        """Keep the author from taking anything, and say why."""
        self._texts = {}
        self._tell(self.tr("导入"), why, able=False)

    # Slots

    def _on_done(self, _found: object) -> None:
        self.busy.setVisible(False)

    def _on_failed(self, error: Exception) -> None:
        self.busy.setVisible(False)
        self.refuse(self.tr("没有读成：{reason}").format(reason=reason(error)))

    def _on_picked(self, line: Line | None) -> None:
        hint = self.tr("选一行，这里写它的全部问题和改法。")
        told = f"{in_full(line)}\n{self._whole(line)}" if line is not None else hint
        self.detail.setPlainText(told.strip())

    def _on_take(self) -> None:
        if self._texts:
            self.taken.emit(dict(self._texts))
            self.accept()

    def _on_finished(self, _code: int) -> None:
        if self._errand is not None:
            self._errand.drop()

    # Helpers

    def _tell(self, word: str, why: str, *, able: bool) -> None:
        self.take.setText(word)
        self.take.setAccessibleName(word)
        self.take.setAccessibleDescription(why)
        self.take.setToolTip(why)
        self.take.setEnabled(able)
        self.why.setText(why)

    def _whole(self, line: Line) -> str:
        """Return a row's cells with their heads: in a narrow window the table has no room for all of them."""
        pairs = zip(self._heads, line.cells, strict=False)
        if not any(line.cells):  # the file as a whole
            return ""
        return self.tr("这一行：{cells}").format(cells=" · ".join(f"{head} {cell}" for head, cell in pairs if cell))

    def _state_word(self, line: Line) -> str:
        return severity_word(line.state) if line.state else self.tr("没有问题")


def _cell(at: int) -> Callable[[Line], str]:
    return lambda line: line.cells[at]
