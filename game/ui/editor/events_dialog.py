"""An event list before it goes into the draft: which column is which, every row with what is wrong with it, consent."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.authoring.events import Brought, bring_into, mapping_of
from game.authoring.events.columns import COLUMNS, Mapping, read_mapping, write_mapping
from game.authoring.events.preview import Row, at_large, headings, rows_of, sheet_names
from game.authoring.notes import Note, Notes
from game.scenario.check import Checked
from game.session.folders import data_dir
from game.ui.desk.form_fields import Choice
from game.ui.editor.words import language
from game.ui.errand import Errand, reason
from game.ui.i18n import translate
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.motion import Busy
from game.ui.theme import Theme
from game.ui.widgets import Page, RecordTable, button, clear, label, named, spaced
from game.ui.worker import Worker

_ACROSS = 3
"""Columns of the list that stand beside each other in the form."""


def kept_mapping() -> Path:
    """Return where the columns told by hand are remembered for the next list of the same make."""
    return data_dir() / "event-columns.json"


def read_list(table: Path, there: Checked, mapping: Mapping | None) -> Brought:
    """Read a list by its own headings, by the mapping given, or where neither finds any by the one remembered."""
    brought = bring_into(table, there, mapping=mapping)
    if brought.head is None and mapping is None and kept_mapping().is_file():
        known = read_mapping(kept_mapping(), Notes())
        again = bring_into(table, there, mapping=known) if known is not None else brought
        return again if again.head is not None else brought
    return brought


class EventsDialog(QDialog):
    """Emits `taken` (Brought) on consent; it writes nothing itself."""

    taken = Signal(object)

    def __init__(
        self,
        table: Path,
        there: Checked,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
    ) -> None:
        super().__init__(parent)
        self._table, self._there, self._theme, self._icons, self._worker = table, there, theme, icons, worker
        self._by_hand = False
        self.brought: Brought | None = None
        """What was read last."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("导入事件清单"))
        self.setObjectName("events")
        self._build_ui()
        self.finished.connect(self._on_finished)
        self.resize(QSize(theme.wide(52), theme.wide(36)).boundedTo(self.screen().availableSize() * 0.95))
        self._errand = Errand("events", worker)
        self.read(None)

    def _build_ui(self) -> None:
        theme, icons = self._theme, self._icons
        column = spaced(QVBoxLayout(self), theme, 4, 2)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        head.addWidget(label(self._table.name, "heading", wrap=True), 1)
        self.again = button(self.tr("再读一遍"), name="events.again", tip=self.tr("在 Excel 里改好、存盘以后按"))
        head.addWidget(self.again)
        self.columns = button(self.tr("哪列是什么…"), icons, "list", name="events.columns")
        self.columns.setCheckable(True)
        head.addWidget(self.columns)
        column.addLayout(head)
        self.busy = named(Busy(theme, self), "events.busy", self.tr("正在读表"))
        column.addWidget(self.busy)
        self.summary = named(label("", wrap=True), "events.summary")
        column.addWidget(self.summary)
        self.form = QFrame(self)
        self.form.setProperty("card", "flat")
        grid = spaced(QGridLayout(self.form), theme, 2, 2)
        self.sheet = Choice("events.sheet", self.tr("工作表"))
        self._sheet_label = label(self.tr("工作表"), "small")
        grid.addWidget(self._sheet_label, 0, 0)
        grid.addWidget(self.sheet, 0, 1)
        self.fields: dict[str, Choice] = {}
        for number, key in enumerate(COLUMNS):
            word = _name(key)
            field = Choice(f"events.column.{key}", self.tr("“{name}”是哪一列").format(name=word))
            row, across = divmod(number, _ACROSS)
            grid.addWidget(label(word, "small"), row + 1, 2 * across)
            grid.addWidget(field, row + 1, 2 * across + 1)
            grid.setColumnStretch(2 * across + 1, 1)
            field.chosen.connect(self._on_field)
            self.fields[key] = field
        self.form.setVisible(False)
        column.addWidget(self.form)
        marks = {"": ("ok", "ok"), "warning": ("warn", "warn"), "error": ("overdue", "overdue")}
        words = {"": self.tr("可以导入"), "warning": self.tr("有疑问"), "error": self.tr("有错误")}
        shown: list[Column[Row]] = [
            Column(self.tr("行"), lambda r: str(r.number), lambda r: r.number, "right", 2.5),
            Column(
                self.tr("结果"), lambda r: words[r.verdict], width=6, icon=lambda r: marks[r.verdict],
                tone=lambda r: marks[r.verdict][1] if r.verdict == "error" else None,
            ),
            Column(self.tr("时间"), lambda r: r.when, width=6),
            Column(self.tr("标题"), lambda r: r.title, width=-1),
            Column(self.tr("接收方"), lambda r: r.to, width=7),
            Column(self.tr("编号"), lambda r: r.ident or "—", width=6, spare=True),
        ]  # fmt: skip
        self.table: RecordTable[Row] = RecordTable(
            shown, theme, icons, name="events.rows", accessible=self.tr("清单的各行"), key=lambda r: r.number
        )
        column.addWidget(self.table, 3)
        self.notes = Page(theme, 0, 2)
        column.addWidget(self.notes, 2)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        foot.addStretch(1)
        shut = button(self.tr("不导入"), name="events.close")
        self.take = button(self.tr("导入到草稿"), icons, "plus", kind="primary", name="events.take")
        self.take.setEnabled(False)
        foot.addWidget(shut)
        foot.addWidget(self.take)
        column.addLayout(foot)
        self.again.clicked.connect(self._on_again)
        self.columns.toggled.connect(self.form.setVisible)
        self.sheet.chosen.connect(self._on_sheet)
        self.table.picked.connect(self._on_picked)
        shut.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)

    def read(self, mapping: Mapping | None) -> None:
        """Read the list by a mapping, or by its own headings."""
        self.take.setEnabled(False)
        self.busy.setVisible(True)
        self._errand.drop()
        self._errand = Errand("events", self._worker)
        self._errand.done.connect(self._on_read)
        self._errand.failed.connect(self._on_failed)
        table, there = self._table, self._there
        self._errand.start(lambda _: read_list(table, there, mapping))

    # Slots

    def _on_read(self, brought: Brought) -> None:
        self.busy.setVisible(False)
        self.brought = brought
        self._show_columns(brought)
        rows = rows_of(brought)
        self.table.set_records(rows)
        errors, doubts = brought.notes.errors, len(brought.notes.all()) - brought.notes.errors
        if brought.files:
            told = self.tr("{count} 件情况可以导入，{doubts} 处疑问。现在什么也没有写。")
            said = told.format(count=len(brought.events), doubts=doubts)
        else:
            told = self.tr("{errors} 处错误，{doubts} 处疑问。改好表格再读一遍，或说明哪列是什么。")
            said = told.format(errors=errors, doubts=doubts)
        self.summary.setText(said)
        self.summary.setAccessibleName(said)
        self.take.setEnabled(bool(brought.files))
        self.take.setToolTip("" if brought.files else said)
        if brought.head is None:
            self.columns.setChecked(True)
        worst = next((row for row in rows if row.verdict == "error"), next((r for r in rows if r.verdict), None))
        if worst is not None and not at_large(brought):
            self.table.select(worst.number)
        else:
            self._show_notes(None)

    def _on_failed(self, error: Exception) -> None:
        self.busy.setVisible(False)
        self.summary.setText(self.tr("没有读成：{reason}").format(reason=reason(error)))

    def _on_field(self, _heading: str) -> None:
        self._by_hand = True
        self.read(self._mapping())

    def _on_again(self) -> None:
        self.read(self._mapping() if self._by_hand else None)

    def _on_sheet(self, sheet: str) -> None:
        self._by_hand = True
        self.read(Mapping(sheet, {}) if self.brought is None else self._guessed(sheet))

    def _on_picked(self, row: Row | None) -> None:
        self._show_notes(row)

    def _on_take(self) -> None:
        brought = self.brought
        if brought is None or not brought.files:
            return
        kept = mapping_of(brought)
        if self._by_hand and kept is not None:
            with suppress(OSError):  # a convenience for the next time
                write_mapping(kept_mapping(), kept)
        self.taken.emit(brought)
        self.accept()

    def _on_finished(self, _code: int) -> None:
        self._errand.drop()

    # Helpers

    def _mapping(self) -> Mapping:
        return Mapping(self.sheet.value(), {key: field.value() for key, field in self.fields.items() if field.value()})

    def _guessed(self, sheet: str) -> Mapping:
        """Return the mapping that another sheet's own headings ask for."""
        assert self.brought is not None
        there = {word.lower(): word for word in headings(self.brought, sheet)}
        found = {key: next((there[w] for w in words if w in there), "") for key, words in COLUMNS.items()}
        return Mapping(sheet, {key: word for key, word in found.items() if word})

    def _show_columns(self, brought: Brought) -> None:
        sheets = sheet_names(brought)
        self.sheet.set_options([(name, name) for name in sheets])
        for part in (self._sheet_label, self.sheet):
            part.setVisible(bool(sheets))
        if brought.head is not None:
            self.sheet.set_value(brought.head.sheet.name)
        words = headings(brought, self.sheet.value())
        kept = mapping_of(brought)
        for key, field in self.fields.items():
            chosen = field.value() if kept is None else kept.columns.get(key, "")
            field.set_options([("", self.tr("（没有）")), *((word, word) for word in words)])
            field.set_value(chosen)

    def _show_notes(self, row: Row | None) -> None:
        body = self.notes.body
        clear(body)
        brought = self.brought
        found = row.notes if row is not None else at_large(brought) if brought is not None else ()
        if row is not None and not found:
            body.addWidget(label(self.tr("这一行没有问题。"), "muted", wrap=True))
        for note in found:
            body.addWidget(label(_said(note), "overdue" if note.severity == "error" else "warn", wrap=True))
            body.addWidget(label(_cure(note), "muted", wrap=True))
        body.addStretch(1)


def _name(key: str) -> str:
    """Return what a column is called in the window's language."""
    names = COLUMNS[key]
    return names[0] if language() == "zh" else next((name for name in names if name.isascii()), key).capitalize()


def _said(note: Note) -> str:
    place = f"{note.file} {note.place}".strip()
    return translate("EventsDialog", "{place}：{text}").format(place=place, text=note.message)


def _cure(note: Note) -> str:
    if not note.suggestion:
        return note.cure
    return translate("EventsDialog", "是不是想写“{word}”？{cure}").format(word=note.suggestion, cure=note.cure)
