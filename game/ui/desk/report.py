"""The turn report: what mattered most, what else happened, which figures moved, and what waits next."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.views.shape import FigureView, ReportLine, View
from game.ui.bridge import Bridge
from game.ui.desk.advice_card import AdviceCard
from game.ui.desk.base import Desk
from game.ui.desk.figures_words import figures_of
from game.ui.desk.report_cards import LOOKS, EvaluationCard, LineCard
from game.ui.desk.report_rows import FigureRow, NewsRow, WaitingRow
from game.ui.desk.report_words import ReportWords, by_turns
from game.ui.kept import Kept
from game.ui.widgets import (
    Card,
    EmptyState,
    FirmPage,
    Rows,
    button,
    clear,
    label,
    named,
    put_away,
    show_new,
    spaced,
    tell,
)
from game.ui.window.registry import TODO_DESK

TOP = 3
MOVED = 6
WAITING = 6
FEW = 7
"""Lines beside the three cards that are shown before one asks for all of them."""
GROUPS = (-1, 1, 0)
_BESIDE, _LEAST = 33, 20
"""Widths in lines: from which the cards stand beside each other, and that of one alone."""


class ReportDesk(Desk):
    """Shown by itself after every turn."""

    name: ClassVar[str] = "report"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = ReportWords(bridge)
        self._turn = 0
        self._stacked = False
        self._lines = Rows(self._make_card)
        self._news, self._matters = Rows(self._make_news), Rows(self._make_matter)
        self._told, self._moves, self._waits = Kept(), Kept(), Kept()
        self._build_ui()
        self.fold.toggled.connect(self._on_fold)
        self.review.clicked.connect(self._on_review)

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        outer = spaced(QVBoxLayout(self), theme, 0, 0)
        self.page = named(FirmPage(theme, 5, 4), "report.view", self.tr("回合简报"))
        outer.addWidget(self.page)
        body = self.page.body
        head = spaced(QHBoxLayout(), theme, 0, 3)
        self.heading = label("", "title")
        self.when = label("", "muted")
        self.review = button(self.tr("打开复盘"), icons, "review", kind="primary", name="report.review")
        head.addWidget(self.heading)
        head.addWidget(self.when)
        head.addStretch(1)
        head.addWidget(self.review)
        body.addLayout(head)
        self.verdict = spaced(QVBoxLayout(), theme, 0, 2)
        body.addLayout(self.verdict)
        self.quiet = label(self.tr("这一回合平平静静，没有要紧的事。平静也可能是没人去看。"), "muted", wrap=True)
        body.addWidget(self.quiet)
        self.top = QGridLayout()
        self.top.setSpacing(theme.space(3))
        body.addLayout(self.top)
        self.parts = QWidget()
        columns = self._columns = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self.parts), theme, 0, 3)
        left = Card(theme, self.tr("其余情况"))
        self.fold = button("", kind="quiet", name="report.fold")
        self.fold.setCheckable(True)
        left.head.addWidget(self.fold)
        self.rest = QWidget()
        self.rest_column = spaced(QVBoxLayout(self.rest), theme, 0, 1)
        self.nothing = label(self.tr("没有别的了。"), "muted")
        left.body.addWidget(self.nothing)
        left.body.addWidget(self.rest)
        left.body.addStretch(1)
        right = spaced(QVBoxLayout(), theme, 0, 3)
        figures = Card(theme, self.tr("动了的数字"))
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(theme.space(3))
        self.figures.setColumnStretch(3, 1)
        self._moved_rows = [FigureRow(self.bridge, self.figures, number, figures) for number in range(MOVED)]
        self.unmoved = label(self.tr("数字都没有动。"), "muted")
        figures.body.addWidget(self.unmoved)
        figures.body.addLayout(self.figures)
        waiting = Card(theme, self.tr("接下来等着你的"))
        for card in (left, waiting):  # headings side by side stand on one line, with a button or without
            card.head.addStrut(theme.px(1.9))
        self.waiting = spaced(QVBoxLayout(), theme, 0, 1)
        waiting.body.addLayout(self.waiting)
        self.more, self.calm = label("", "small"), label("", "muted", wrap=True)
        waiting.body.addWidget(self.more)
        waiting.body.addWidget(self.calm)
        right.addWidget(waiting)
        right.addWidget(figures)
        self.advice = AdviceCard(self.bridge)
        right.addWidget(self.advice)
        right.addStretch(1)
        columns.addWidget(left, 1)
        columns.addLayout(right, 1)
        body.addWidget(self.parts)
        self.empty = EmptyState(
            theme, icons, "report", self.tr("第一回合还没有结束"),
            self.tr("先读收文、看地图、下第一道战令，再点右上角“结束本回合”。一回合过完，这里会告诉你最要紧的三件事、动了的数字和接下来等着办的事。"),
        )  # fmt: skip
        body.addWidget(self.empty)
        body.addStretch(1)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("简报")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "report"

    def refresh(self, view: View) -> None:
        """Show a view."""
        report = view.report
        self.empty.setVisible(report is None)
        self.parts.setVisible(report is not None)
        self.review.setVisible(view.over)
        names = self.bridge.names
        turn = report.turn if report is not None else 0
        self.heading.setText(self.tr("第{turn}回合简报").format(turn=turn) if turn else self.tr("回合简报"))
        phase = next((p.name for p in view.phases if p.state == "now"), "")
        self.when.setText(" · ".join(part for part in (names.date(view.day, week=not view.over), phase) if part))
        if self._told.same(report, view.day, view.over, view.evaluation, view.session):
            self._show_later(view)
            return
        clear(self.verdict)
        if view.evaluation is not None and (view.over or view.evaluation.day == view.day):
            self.verdict.addWidget(EvaluationCard(self.bridge.theme, self.bridge.icons, names, view.evaluation))
        if report is None:
            return
        top = report.lines[:TOP]
        for card, line in zip(self._lines.take(len(top)), top, strict=True):
            card.show_line(line, view)
        self._share()
        self.quiet.setVisible(not top)
        if self._turn != turn:
            self._turn = turn
            with QSignalBlocker(self.fold):
                self.fold.setChecked(False)
        self._show_rest(report.lines[TOP:])
        if view.seat is not None and not view.over:
            self.advice.show_view(view)
            self.advice.show()
        else:
            put_away(self.advice)
        self._show_later(view)

    # Qt

    def minimumSizeHint(self) -> QSize:
        """Return the room of one card: in large type on a small window they stand one below the other."""
        return QSize(self.bridge.theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards beside or below each other, as the width allows."""
        super().resizeEvent(event)
        stacked = self.width() < self.bridge.theme.px(_BESIDE)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        for number, card in enumerate(self._lines.made):
            self.top.removeWidget(card)
            self.top.addWidget(card, *self._place(number))
        self._share()

    # Parts

    def _share(self) -> None:
        """Let the cards in sight share the width evenly."""
        across = 1 if self._stacked else self._lines.shown
        for column in range(TOP):
            self.top.setColumnStretch(column, 1 if column < across else 0)

    def _show_later(self, view: View) -> None:
        """Show what a command may change after the report."""
        if view.report is None:
            return
        if not self._moves.same(view.figures, view.day):
            self._show_figures(view)
        if not self._waits.same(view.todo, view.day, view.over):
            self._show_waiting(view)

    def _show_rest(self, lines: tuple[ReportLine, ...]) -> None:
        words = {-1: self.tr("▼ 要当心"), 1: self.tr("▲ 好消息"), 0: self.tr("● 要知道")}
        ordered = sorted(lines, key=lambda line: GROUPS.index(line.good))
        opened = self.fold.isChecked()
        shown = ordered if opened else ordered[:FEW]
        group: int | None = None
        for row, line in zip(self._news.take(len(shown)), shown, strict=True):
            tone, icon = LOOKS[line.good]
            heading = ("", "")
            if line.good != group:
                group = line.good
                heading = (words[group], {1: "ok", -1: "overdue"}.get(group, "strong"))
            look = (icon, tone if tone != "true" else "muted")
            row.show_line(self.words.sentence(line), look, heading, self.words.target(line))
        self.nothing.setVisible(not lines)
        self.fold.setVisible(len(lines) > FEW)
        self.fold.setText(self.tr("收起") if opened else self.tr("全部{count}条").format(count=len(lines)))
        self.fold.setAccessibleName(self.fold.text())

    def _show_figures(self, view: View) -> None:
        moved = sorted((f for f in figures_of(view) if self._moved(f)), key=self._moved, reverse=True)[:MOVED]
        for row, figure in zip_longest(self._moved_rows, moved):
            if figure is None:
                row.put_away()
                continue
            change, good = self.words.change(figure)
            verdict = (f"{change} {self.words.verdict(good)}".strip(), {1: "ok", -1: "overdue"}.get(good, ""))
            value = self.bridge.names.value(figure.value, figure.unit)
            row.show_figure(figure, self.words.quantity(figure.id), value, verdict)
        self.unmoved.setVisible(not moved)

    @staticmethod
    def _moved(figure: FigureView) -> int:
        """How much a figure moved beside its whole course, per mille; so that figures of any unit compare."""
        if len(figure.course) < 2:
            return 0
        values = [value for _, value in figure.course]
        spread = max(1, max(values) - min(values))
        return abs(figure.moved or 0) * 1000 // spread

    def _show_waiting(self, view: View) -> None:
        ranked = by_turns(view.todo)
        shown = ranked[:WAITING]
        for row, todo in zip(self._matters.take(len(shown)), shown, strict=True):
            look = {3: ("overdue", "overdue"), 2: ("warn", "warn")}.get(todo.urgency, ("clock", "muted"))
            facts = [self.bridge.say(f"todo.{todo.kind}"), self.bridge.names.until(todo.due, view.day)]
            way = (TODO_DESK.get(todo.kind, "inbox"), todo.ref)
            row.show_matter(todo.title, " · ".join(fact for fact in facts if fact), look, way)
        more = ""
        if len(ranked) > WAITING:
            more = self.tr("还有{count}件，见右上角“待办”。").format(count=len(ranked) - WAITING)
        tell(self.more, more)
        calm = ""
        if not ranked and view.over:
            calm = self.tr("推演已经结束。打开复盘，看得分、依据和每一回合的真实情况。")
        elif not ranked:
            calm = self.tr("没有等着你办的事。可以下去走走，看看账上没有的。")
        tell(self.calm, calm)

    def _make_card(self, number: int) -> LineCard:
        card = LineCard(self.bridge, self.words, number + 1)
        self.top.addWidget(card, *self._place(number))
        return card

    def _place(self, number: int) -> tuple[int, int]:
        return (number, 0) if self._stacked else (0, number)

    def _make_news(self, _number: int) -> NewsRow:
        row = NewsRow(self.bridge)
        self.rest_column.addWidget(row)
        return row

    def _make_matter(self, number: int) -> WaitingRow:
        row = WaitingRow(self.bridge)
        self.waiting.insertWidget(number, row)
        return row

    # Slots

    def _on_fold(self, _opened: bool) -> None:
        report = self.bridge.view.report
        if report is not None:
            self._show_rest(report.lines[TOP:])
            show_new(self.rest)

    def _on_review(self) -> None:
        self.bridge.focus("review")
