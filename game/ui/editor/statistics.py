"""The figures of the draft in a tab: what each seat has to read, and which injects come in each turn and phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from game.ui.editor.contract import Draft, EditorView
from game.ui.editor.counts import Counts, SeatLoad, Span, counts
from game.ui.editor.reading import SIGNS_A_MINUTE
from game.ui.i18n import listed, translate
from game.ui.icons import Icons
from game.ui.models import Column
from game.ui.theme import Theme
from game.ui.widgets import Page, RecordTable, label, named, spaced

_HALF = 20
"""Least width of a half, ems: five columns of figures."""
_FEW, _MANY = 3, 10
"""Rows in sight at least, with the halves beside and below each other."""
_ROW = 1.5
"""Height of a row, ems."""


class StatisticsView(EditorView):
    """Words and reading time per seat, injects per turn and phase."""

    name: ClassVar[str] = "statistics"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.setObjectName("editor.statistics")
        self._titles: Mapping[str, str] = {}
        self._page = Page(theme, 3, 4)
        spaced(QVBoxLayout(self), theme, 0, 0).addWidget(self._page)
        self._halves = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 4)
        self._page.body.addLayout(self._halves, 1)
        left, right = spaced(QVBoxLayout(), theme, 0, 2), spaced(QVBoxLayout(), theme, 0, 2)
        left.addWidget(label(self.tr("每个席位要读多少"), "heading"))
        left.addWidget(
            label(
                self.tr("按每分钟{signs}字算，只算送到这个席位的文字。").format(signs=SIGNS_A_MINUTE),
                "muted",
                wrap=True,
            )
        )
        self.seats: RecordTable[SeatLoad] = RecordTable(
            [
                Column(self.tr("席位"), lambda s: s.name, width=-1),
                Column(self.tr("说明字数"), lambda s: str(s.brief), sort=lambda s: s.brief, align="right", spare=True),
                Column(self.tr("情况条数"), lambda s: str(s.injects), sort=lambda s: s.injects, align="right"),
                Column(self.tr("情况字数"), lambda s: str(s.signs), sort=lambda s: s.signs, align="right"),
                Column(self.tr("读完要"), _minutes, sort=lambda s: s.minutes, align="right"),
            ],
            theme,
            icons,
            name="editor.statistics.seats",
            accessible=self.tr("每个席位要读多少"),
        )
        left.addWidget(self.seats, 1)
        self.phases = self._spans(self.tr("阶段"), "editor.statistics.phases", self.tr("每个阶段来多少情况"))
        self.turns = self._spans(self.tr("回合"), "editor.statistics.turns", self.tr("每个回合来多少情况"))
        right.addWidget(label(self.tr("每个阶段来多少情况"), "heading"))
        right.addWidget(self.phases, 1)
        right.addWidget(label(self.tr("每个回合来多少情况"), "heading"))
        right.addWidget(self.turns, 2)
        self.rest = named(label("", "muted", wrap=True), "editor.statistics.rest")
        left.addWidget(self.rest)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("统计")

    def show_draft(self, draft: Draft) -> None:
        """Count the draft anew."""
        found = counts(draft.bundle)
        self._titles = found.titles
        self.seats.set_records(found.seats)
        self.phases.set_records(found.phases)
        self.turns.set_records(found.turns)
        self.rest.setText(self._rest(found))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside or below each other."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Decide by the room: below each other the page scrolls, and the tables are as high as most of their rows."""
        theme = self.theme
        beside = self.width() >= 2 * theme.px(_HALF)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        for table in (self.seats, self.phases, self.turns):
            rows = min(table.shown(), _FEW if beside else _MANY)
            table.setMinimumHeight(theme.px(_ROW * (rows + 1.5)))

    def _spans(self, head: str, name: str, accessible: str) -> RecordTable[Span]:
        return RecordTable(
            [
                Column(head, lambda s: s.name, sort=lambda s: s.number, width=5),
                Column(self.tr("条数"), lambda s: str(len(s.injects)), sort=lambda s: len(s.injects), align="right"),
                Column(self.tr("情况"), lambda s: self._called(s.injects), width=-1),
            ],
            self.theme,
            self.icons,
            name=name,
            accessible=accessible,
            key=lambda s: s.number,
        )

    def _called(self, injects: Sequence[str]) -> str:
        return listed(self._titles.get(ident, ident) for ident in injects)

    def _rest(self, found: Counts) -> str:
        said = self.tr("另有 {count} 条不定日子：看条件、接着别的情况、碰运气或教员手动。").format(
            count=len(found.unplanned)
        )
        if found.beyond:
            said += "\n" + self.tr("有 {count} 条在最后一回合之后：{ids}").format(
                count=len(found.beyond), ids=self._called(found.beyond)
            )
        return said


def _minutes(seat: SeatLoad) -> str:
    return translate("Statistics", "{count} 分钟").format(count=seat.minutes)
