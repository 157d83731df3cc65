"""What the checker has to say, below the text: by place, with the cure, a way there and a way to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.scenario.findings import Finding
from game.scenario.render import cure, meant, message
from game.ui.editor.code_area import LOOK
from game.ui.editor.outline import Entry
from game.ui.editor.patch import sure
from game.ui.editor.words import counted, severity_word
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.theme import Theme
from game.ui.widgets import Elided, FoldingRow, RecordTable, button, label, named, spaced

_TOLD = 110
"""Most signs of a finding that stand below the list; of long lists of what there is the tooltip tells the rest."""
_LEAST = 5
"""Height in lines that head and list keep where the finding chosen is told in full below them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in its place."""

    number: int
    finding: Finding
    line: int
    """Where it stands now: edits move it until the next check."""
    column: int
    cursor: QTextCursor | None = None


class FindingsPanel(QWidget):
    """Signals: `place_asked` (Row), `fix_asked` (Finding), `fix_all_asked`, `create_asked` (Finding)."""

    place_asked = Signal(object)
    fix_asked = Signal(object)
    fix_all_asked = Signal()
    create_asked = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_create: frozenset[int] = frozenset()
        self._rows: tuple[Row, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._offered: Finding | None = None
        """What the panel chose by itself, so that its buttons have something to work on."""
        column = spaced(QVBoxLayout(self), theme, 0, 1)
        head = FoldingRow(theme, 0, 2, self)
        frame = QHBoxLayout()
        frame.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), 0)
        frame.addWidget(head)
        self.state = named(Elided("strong", self), "editor.state", self.tr("检查结果"))
        self.fix = button(self.tr("改正"), icons, "check", name="editor.fix", tip=self.tr("按建议改这一处（Alt+回车）"))
        self.make = button(
            self.tr("新建所缺"), icons, "plus", name="editor.create", tip=self.tr("给没有的编号写一个开头")
        )
        self.fix_all = button(
            self.tr("改正全部有把握的"),
            icons,
            "ok",
            name="editor.fix_all",
            tip=self.tr("语法笔误和写成名称的编号，一次改完，可以撤销"),
        )
        head.add(self.state, 1)
        for order, part in ((3, self.fix), (2, self.make), (1, self.fix_all)):
            head.add(part, fold=order, firm=part is not self.fix_all)
        column.addLayout(frame)
        self.list: RecordTable[Row] = RecordTable(
            [
                Column(
                    self.tr("级别"),
                    lambda r: severity_word(r.finding.severity),
                    icon=lambda r: LOOK[r.finding.severity],
                    width=4.5,
                ),
                Column(
                    self.tr("位置"),
                    self._place,
                    sort=lambda r: (r.finding.file != "scenario.yaml", r.finding.file, r.line, r.column),
                    width=9,
                    tip=lambda r: f"{r.finding.file}:{r.line}:{r.column}",
                ),
                Column(
                    self.tr("问题"), lambda r: message(r.finding, language()), width=-1, tip=lambda r: whole(r.finding)
                ),
                # In a narrow panel code and advice stand in the tooltip of what is wrong
                Column(self.tr("怎么改"), lambda r: advice(r.finding), width=-1, spare=True),
                Column(self.tr("代码"), lambda r: r.finding.code, width=4.5, spare=True, extra=True),
            ],
            theme,
            icons,
            name="editor.findings",
            accessible=self.tr("问题列表"),
            key=lambda r: r.number,
        )
        column.addWidget(self.list, 1)
        self.told = named(label("", "small", wrap=True), "editor.findings.told")
        """The finding chosen in full, where the list has no room for its words."""
        self.told.setContentsMargins(theme.space(2), 0, theme.space(2), theme.space(1))
        self._least = theme.px(_LEAST)
        self.told.hide()
        column.addWidget(self.told)
        self.list.picked.connect(self._on_picked)
        self.list.fitted.connect(self._tell)
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._on_opened)
        self.fix.clicked.connect(self._on_fix)
        self.make.clicked.connect(self._on_create)
        self.fix_all.clicked.connect(self.fix_all_asked)
        self.show_rows((), frozenset())
        self.state.setText(self.tr("正在检查"))

    def show_names(self, entries: Sequence[Entry]) -> None:
        """Take what has a name in the text, so that places can be told by it."""
        self._entries = tuple(entries)

    def _place(self, row: Row) -> str:
        """Say where a finding stands: in which seat or inject, else in which file, and on which line."""
        file = PurePosixPath(row.finding.file)
        above = [e for e in self._entries if e.file == row.finding.file and e.line <= row.line]
        if file.parent.name == "briefs":
            above = [e for e in self._entries if e.kind == "seat" and e.id == file.stem]
        name = above[-1].title if above and above[-1].kind in ("inject", "seat") else ""
        what = name or file.stem
        return self.tr("第{line}行 {what}").format(line=row.line, what=what)

    def show_rows(self, rows: Sequence[Row], may_create: frozenset[int]) -> None:
        """Show findings; `may_create` are the numbers of those whose missing id can be made."""
        self._may_create = may_create
        chosen = self.list.selected()
        self._rows = tuple(rows)
        self.list.set_records(self._rows)
        if chosen is not None:  # numbers are places in a list: the same finding is chosen again, not the same row
            same = next((r for r in rows if same_finding(r.finding, chosen.finding)), None)
            if same is not None:
                self.list.select(same.number)
            else:
                self.list.clearSelection()
        self._offer()
        self.state.setText(
            counted(r.finding for r in rows) if rows else self.tr("没有发现问题：0 错误 · 0 警告 · 0 建议")
        )
        self.fix_all.setEnabled(any(sure(row.finding) for row in rows))
        self._on_picked(self.list.selected())

    def rows(self) -> tuple[Row, ...]:
        """Return what is shown, by place."""
        return self._rows

    def chosen(self) -> Row | None:
        """Return the row that was chosen by hand or key."""
        row = self.list.selected()
        return None if row is None or row.finding is self._offered else row

    def choose(self, row: Row) -> None:
        """Choose a row as a hand would."""
        self._offered = None
        self.list.select(row.number)

    def _offer(self) -> None:
        """Choose where nothing is chosen: the first finding that can be mended here, else the first."""
        chosen = self.list.selected()
        if chosen is not None:
            if self._offered is not None and same_finding(chosen.finding, self._offered):
                self._offered = chosen.finding
            return
        able = (row for row in self._rows if row.finding.fixes or row.number in self._may_create)
        row = next(able, self._rows[0] if self._rows else None)
        self._offered = row.finding if row is not None else None
        if row is not None:
            self.list.select(row.number)

    def _on_picked(self, row: Row | None) -> None:
        self.fix.setEnabled(row is not None and bool(row.finding.fixes))
        self.make.setEnabled(row is not None and row.number in self._may_create)
        self._tell()

    def _tell(self) -> None:
        row = self.list.selected()
        code = len(self.list.table_model.columns) - 1
        words = f"{message(row.finding, language())} {advice(row.finding)}" if row is not None else ""
        self.told.setText(words if len(words) <= _TOLD else words[:_TOLD] + "…")
        self.told.setToolTip(words)
        room = self.height() - self.told.heightForWidth(self.width()) >= self._least
        self.told.setVisible(row is not None and room and self.list.isColumnHidden(code))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in full what the list has no room for."""
        super().resizeEvent(event)
        self._tell()

    def _on_clicked(self, *_: object) -> None:
        self._offered = None
        row = self.list.selected()
        if row is not None:
            self.place_asked.emit(row)

    def _on_opened(self, row: Row) -> None:
        self.place_asked.emit(row)

    def _on_fix(self) -> None:
        row = self.list.selected()
        if row is not None:
            self.fix_asked.emit(row.finding)

    def _on_create(self) -> None:
        row = self.list.selected()
        if row is not None:
            self.create_asked.emit(row.finding)


def same_finding(one: Finding, other: Finding) -> bool:
    """Whether two checks said the same of the same words, wherever they stand now."""
    return (one.code, one.file, one.params, one.excerpt.strip()) == (
        other.code,
        other.file,
        other.params,
        other.excerpt.strip(),
    )


def advice(finding: Finding) -> str:
    """Return what to do about a finding, with what was probably meant."""
    said = cure(finding, language())
    if finding.suggestion:
        said = f"{meant(finding, language())} {said}"
    return said


def whole(finding: Finding) -> str:
    """Return a finding as a tooltip says it."""
    return f"{severity_word(finding.severity)} {finding.code} {message(finding, language())}\n{advice(finding)}"
