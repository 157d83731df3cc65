"""The timeline as a table: every command and what it set off, searchable, with the turning points on top."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.review.story import Entry, Moment, turning_points
from game.session.session import Session
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.names import NameBook
from game.ui.phases import entered, tone_of
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Card, Page, RecordTable, SearchBox, button, label, named, spaced

KIND_ICONS = {
    "command": "person",
    "order": "order",
    "contract": "contract",
    "problem": "ledger",
    "supervision": "supervise",
    "inject": "inbox",
    "campaign": "flag",
    "evaluation": "review",
    "seat": "people",
}


class EventsPanel(QWidget):
    """What happened, in order. Signals: `day_asked` (day) to see it in the replay."""

    day_asked = Signal(int)

    def __init__(
        self, session: Session, entries: tuple[Entry, ...], theme: Theme, icons: Icons, names: NameBook, lang: str
    ) -> None:
        super().__init__()
        self._theme, self._icons, self._names = theme, icons, names
        self.entries = entries
        self._tones = {entry: tone_of(phase) for entry, phase in entered(session.view("review").phases, entries)}
        self.moments = turning_points(session.state, lang=lang)
        self._build_ui()
        self.search.textChanged.connect(self._on_search)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)
        self.show_day.clicked.connect(self._on_show_day)

    def seek(self, ref: str, seq: int) -> None:
        """Show the entries of an entity and select the one of that journal number."""
        own = [e for e in self.entries if e.ref == ref]
        later = [e for e in own if e.seq >= seq]
        near = later[:1] or own[-1:] or [e for e in self.entries if e.seq >= seq][:1] or list(self.entries[-1:])
        if not near:
            return
        title = self._names.title(ref)
        self.search.setText(title if title in near[0].text else "")
        self.table.select((near[0].seq, near[0].kind, near[0].text))
        self.table.setFocus()

    def _build_ui(self) -> None:
        theme = self._theme
        named(self, "review.events", self.tr("时间线"))
        page = Page(theme, 0, 3)  # scrolls where the turning points leave no room for the table
        spaced(QVBoxLayout(self), theme, 0, 0).addWidget(page)
        outer = page.body
        card = Card(theme, self.tr("转折点：影响最大的几件事"))
        for moment in self.moments:
            card.body.addLayout(self._moment(moment))
        if not self.moments:
            card.body.addWidget(label(self.tr("还没有形成转折的事。推演过几周后，这里列出影响最大的几件事。"), "muted"))
        outer.addWidget(card)
        bar = spaced(QHBoxLayout(), theme, 0, 2)
        self.search = SearchBox(self._icons, self.tr("查找人、战令、问题……"), "review.search")
        self.show_day = button(self.tr("看那时的局面"), self._icons, "map", name="review.show_day")
        self.show_day.setEnabled(False)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.show_day)
        outer.addLayout(bar)
        names, county = self._names, self.tr("县里")
        columns: list[Column[Entry]] = [
            Column(self.tr("日期"), lambda e: names.date(e.day), sort=lambda e: (e.day, e.seq), width=8),
            Column(self.tr("谁"), lambda e: e.who or county, width=9),
            Column(
                self.tr("事情"),
                lambda e: e.text,
                width=-1,
                icon=lambda e: (KIND_ICONS.get(e.kind, "info"), self._tones.get(e, "muted")),
                tip=lambda e: e.text,
            ),
            Column(self.tr("指令号"), lambda e: str(e.seq), sort=lambda e: e.seq, align="right", width=4),
        ]
        self.table: RecordTable[Entry] = RecordTable(
            columns,
            theme,
            self._icons,
            name="review.timeline",
            accessible=self.tr("时间线"),
            key=lambda e: (e.seq, e.kind, e.text),
        )
        self.table.set_records(self.entries)
        self.table.setMinimumHeight(theme.px(7))
        outer.addWidget(self.table, 1)

    def _moment(self, moment: Moment) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), self._theme, 0, 2)
        sign = {1: "▲", -1: "▼"}.get(moment.good, "●")
        row.addWidget(label(sign, {1: "ok", -1: "overdue"}.get(moment.good, "muted")))
        when = label(self._names.date(moment.day), "muted")
        when.setMinimumWidth(self._theme.px(7.2))
        row.addWidget(when)
        row.addWidget(label(moment.text, wrap=True), 1)
        link = button(self.tr("查看"), kind="quiet", accessible=self.tr("查看：{what}").format(what=moment.text))
        link.clicked.connect(weak_slot(self.seek, moment.ref, moment.seq))
        row.addWidget(link)
        return row

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self.table.seek(text)

    @Slot(object)
    def _on_picked(self, entry: object) -> None:
        self.show_day.setEnabled(entry is not None)

    @Slot(object)
    def _on_opened(self, entry: Entry) -> None:
        self.day_asked.emit(entry.day)

    @Slot()
    def _on_show_day(self) -> None:
        entry = self.table.selected()
        if entry is not None:
            self.day_asked.emit(entry.day)
