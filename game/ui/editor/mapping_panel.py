"""Which column of an event list is which, to be chosen by hand: a list of headings for each field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.authoring.events.columns import COLUMNS, NEEDED, Mapping
from game.ui.desk.form_choice import Choice
from game.ui.icons import Icons
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Page, button, label, spaced


class MappingPanel(QWidget):
    """Signals: `sheet_chosen` (name), `chosen` (Mapping), `keep_asked` and `fetch_asked` for the mapping's file."""

    sheet_chosen = Signal(str)
    chosen = Signal(object)
    keep_asked = Signal()
    fetch_asked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = ""
        column = spaced(QVBoxLayout(self), theme, 0, 1)
        column.setContentsMargins(0, 0, theme.space(3), 0)
        column.addWidget(label(self.tr("哪一列是什么"), "heading"))
        page = Page(theme, 0, 1)
        body = page.body
        body.addWidget(label(self.tr("工作表"), "small"))
        self.sheet = Choice("editor.events.sheet", self.tr("工作表"))
        body.addWidget(self.sheet)
        self.fields: dict[str, Choice] = {}
        for key, word in self._words().items():
            told = self.tr("{column}（必须有）").format(column=word) if key in NEEDED else word
            body.addWidget(label(told, "small"))
            field = Choice(f"editor.events.column.{key}", told)
            field.chosen.connect(weak_slot(self._on_chosen, key))
            self.fields[key] = field
            body.addWidget(field)
        body.addStretch(1)
        column.addWidget(page, 1)
        foot = spaced(QHBoxLayout(), theme, 0, 1)
        self.fetch = button(
            self.tr("取列对照…"), icons, "open", name="editor.events.fetch", tip=self.tr("用以前存下的列对照文件")
        )
        self.keep = button(
            self.tr("存列对照…"),
            icons,
            "ledger",
            name="editor.events.keep",
            tip=self.tr("存成文件，下次或在命令行里再用"),
        )
        foot.addWidget(self.fetch)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self.sheet.chosen.connect(self.sheet_chosen)
        self.fetch.clicked.connect(self.fetch_asked)
        self.keep.clicked.connect(self.keep_asked)
        self.show_mapping((), "", (), Mapping("", {}))

    def show_mapping(self, sheets: Sequence[str], sheet: str, headings: Sequence[str], mapping: Mapping) -> None:
        """Show how a sheet's columns are read; a heading of the mapping that is not there is offered all the same."""
        self._sheet = sheet
        self.sheet.set_options([(name, name or self.tr("（只有一张表）")) for name in sheets])
        self.sheet.set_value(sheet)
        self.sheet.setEnabled(len(sheets) > 1)
        for key, field in self.fields.items():
            mine = mapping.columns.get(key, "")
            words = [(name, name) for name in headings]
            if mine and mine not in headings:
                words.append((mine, self.tr("{heading}（表里没有）").format(heading=mine)))
            field.set_options([("", self.tr("没有这一列")), *words])
            field.set_value(mine)
            field.setEnabled(bool(headings))
        self.keep.setEnabled(bool(mapping.columns))

    def mapping(self) -> Mapping:
        """Return what is chosen."""
        return Mapping(self._sheet, {key: field.value() for key, field in self.fields.items() if field.value()})

    def _on_chosen(self, key: str) -> None:
        mine = self.fields[key].value()
        for other, field in self.fields.items():  # one heading is one column: the last choice holds
            if mine and other != key and field.value() == mine:
                field.set_value("")
        self.chosen.emit(self.mapping())

    def _words(self) -> dict[str, str]:
        words = {
            "number": self.tr("序号"),
            "id": self.tr("编号"),
            "time": self.tr("时间"),
            "title": self.tr("标题"),
            "domain": self.tr("类型"),
            "form": self.tr("方式"),
            "sender": self.tr("发出方"),
            "to": self.tr("接收方"),
            "place": self.tr("地点"),
            "text": self.tr("内容"),
            "expect": self.tr("预期行动"),
            "reply": self.tr("答复期限"),
            "objective": self.tr("目标"),
            "noise": self.tr("干扰"),
        }
        # What must be there comes first
        return {key: words[key] for key in (*NEEDED, *(key for key in COLUMNS if key not in NEEDED))}
