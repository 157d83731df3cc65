"""The score, line by line, each with the events it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.scoring import load_measures, score
from game.exercise.views.shape import ScoreLine
from game.session.session import Session
from game.ui.desk.report_cards import EvaluationCard
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import Card, FlowLayout, Meter, Page, button, label, level, named, spaced

_SHARES = (3, 2, 3)
"""Widths of a line's words, its points and what they rest on, in proportion."""
_BESIDE = 40
"""Width in lines from which the three stand beside each other."""
_CHIP = 22
"""Signs of an event's title that are shown; the whole is its tooltip."""
SHOWN = 6
"""Events named beside a line; the rest stand in the timeline."""


class ScorePanel(QWidget):
    """Room and personal score side by side. Signals: `event_asked` (entity, journal number)."""

    event_asked = Signal(str, int)

    def __init__(self, session: Session, seat: str, theme: Theme, icons: Icons, names: NameBook, lang: str) -> None:
        super().__init__()
        self._theme, self._icons, self._names, self._lang = theme, icons, names, lang
        state = session.state
        self._evaluation = state.evaluation
        self._true_on = {record.day: record.true.get("incidence_true_bp") for record in state.history}
        self._seat = state.seats[seat].name if seat in state.seats else ""
        self.room = score(state)
        self.personal = score(state, seat) if seat in state.seats else None
        self._groups = {
            "outcome": self.tr("成效"),
            "organisation": self.tr("组织统合"),
            "action": self.tr("行动统合"),
            "supervision": self.tr("督战统合"),
            "burden": self.tr("基层负担"),
            "people": self.tr("群众与伙伴"),
            "seat": self.tr("岗位任务"),
        }
        self._build_ui()

    def _build_ui(self) -> None:
        theme = self._theme
        named(self, "review.score", self.tr("得分与依据"))
        page = Page(theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._meters: list[Meter] = []
        self._cells: list[tuple[QGridLayout, QWidget, int, int]] = []
        self._stacked = False
        page.body.addWidget(self._totals())
        if self._evaluation is not None:
            true_bp = self._true_on.get(self._evaluation.day)
            page.body.addWidget(EvaluationCard(theme, self._icons, self._names, self._evaluation, true_bp))
        room = {line.id for line in self.room.lines}
        own = [line for line in self.personal.lines if line.id not in room] if self.personal is not None else []
        for group, title in self._groups.items():
            lines = [line for line in [*self.room.lines, *own] if line.group == group]
            if lines:
                page.body.addWidget(self._group(title, lines))
        level(self._meters)
        page.body.addStretch(1)

    def _totals(self) -> Card:
        card = Card(self._theme, tone="accent")
        row = spaced(QHBoxLayout(), self._theme, 0, 4)
        row.addWidget(label(f"{self.room.total / 10:.1f}", "number"))
        row.addWidget(label(self.tr("全场得分，满分 100。每一项都能点开它依据的事。"), "muted", wrap=True), 1)
        if self.personal is not None:
            row.addWidget(label(f"{self.personal.total / 10:.1f}", "number"))
            row.addWidget(label(self.tr("{seat}的得分").format(seat=self._seat), "muted"))
        card.body.addLayout(row)
        return card

    def _group(self, title: str, lines: list[ScoreLine]) -> Card:
        earned = sum(line.points for line in lines)
        weight = sum(line.weight for line in lines)
        text = self.tr("{group}：{points} / {weight} 分").format(
            group=title, points=f"{earned / 10:.1f}", weight=f"{weight / 10:.1f}"
        )
        card = Card(self._theme, text)
        grid = spaced(QGridLayout(), self._theme, 0, 2)
        grid.setHorizontalSpacing(self._theme.space(4))
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        for row, line in enumerate(lines):
            self._line(grid, row, line)
        card.body.addLayout(grid)
        return card

    def _line(self, grid: QGridLayout, row: int, line: ScoreLine) -> None:
        measure = load_measures()[line.measure]
        words = self._cell(grid, row, 0)
        words.addWidget(label(line.name, "strong", wrap=True))
        words.addWidget(label(measure.zh_help if self._lang == "zh" else measure.en_help, "small", wrap=True))
        middle = self._cell(grid, row, 1)
        meter = Meter(self._theme)
        self._meters.append(meter)
        points = self.tr("{points} / {weight} 分").format(
            points=f"{line.points / 10:.1f}", weight=f"{line.weight / 10:.1f}"
        )
        share = line.points * 100 // line.weight if line.weight else 0
        meter.set_value(
            line.points, line.weight, points, tone="ok" if share >= 60 else "warn" if share >= 30 else "overdue"
        )
        middle.addWidget(meter)
        value = self.tr("实得 {value}，零分线 {zero}，满分线 {full}").format(
            value=self._value(line.value, line.unit),
            zero=self._value(line.zero, line.unit),
            full=self._value(line.full, line.unit),
        )
        middle.addWidget(label(value, "small", wrap=True))
        mine = (
            next((one for one in self.personal.lines if one.id == line.id), None) if self.personal is not None else None
        )
        if mine is not None and (mine.points, mine.weight) != (line.points, line.weight):
            text = self.tr("{seat} {points} / {weight} 分").format(
                seat=self._seat, points=f"{mine.points / 10:.1f}", weight=f"{mine.weight / 10:.1f}"
            )
            middle.addWidget(label(text, "small", wrap=True))
        holder = QWidget()
        flow = FlowLayout(self._theme.space(1))
        holder.setLayout(flow)
        for ref, seq in line.evidence[:SHOWN]:
            title = self._names.title(ref)
            short = title if len(title) <= _CHIP else title[: _CHIP - 1] + "…"
            link = button(short, kind="chip", tip=title, accessible=self.tr("查看依据：{title}").format(title=title))
            link.clicked.connect(weak_slot(self._on_evidence, ref, seq))
            flow.addWidget(link)
        if not line.evidence:
            flow.addWidget(label(self.tr("由全县期末数据直接算出"), "small"))
        self._cell(grid, row, 2).addWidget(holder)

    def _cell(self, grid: QGridLayout, row: int, column: int) -> QVBoxLayout:
        """Return the layout of a part of a line, beside the others of its line."""
        cell = QWidget()
        grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        self._cells.append((grid, cell, row, column))
        return spaced(QVBoxLayout(cell), self._theme, 0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts of each line beside each other where they have room, else one below the other."""
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_BESIDE)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        for grid, cell, row, column in self._cells:
            grid.removeWidget(cell)
            if stacked:
                grid.addWidget(cell, row * len(_SHARES) + column, 0)
            else:
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        for grid in {id(grid): grid for grid, *_ in self._cells}.values():
            for column, share in enumerate(_SHARES):
                grid.setColumnStretch(column, 0 if stacked else share)

    def _value(self, value: int, unit: str) -> str:
        if unit == "days":
            return self.tr("{n} 天").format(n=value)
        return self._names.value(value, unit)

    @Slot()
    def _on_evidence(self, ref: str, seq: int) -> None:
        self.event_asked.emit(ref, seq)
