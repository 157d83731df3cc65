"""The panel 为什么: one figure, its course, and what moved it, largest first, good and bad kept apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.figures_causes import Reason, comparable, why
from game.ui.desk.figures_chart import HistoryChart
from game.ui.desk.figures_graph import CauseGraph, Push
from game.ui.desk.figures_rows import Row
from game.ui.desk.figures_words import Words, destination
from game.ui.i18n import listed
from game.ui.kept import Kept
from game.ui.pictures import PictureButton
from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import EmptyState, FlowLayout, Page, Segments, button, clear, label, named, show_new, spaced
from game.ui.widgets.paint import draw_track

MOST = 8
"""Causes of one direction that are shown; the rest is counted."""
IN_GRAPH = 4
"""Causes of one direction in the graph."""
PLACES = 3


class Weight(QWidget):
    """A bar as long as a cause weighs beside the heaviest."""

    def __init__(self, theme: Theme, share: int, tone: str) -> None:
        super().__init__()
        self._theme, self._share, self._tone = theme, share, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines wide."""
        return QSize(self._theme.px(2.2), self._theme.px(0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self._theme.px(0.4)
        top = (self.height() - thick) / 2
        draw_track(painter, self._theme, QRectF(0, top, self.width(), thick))
        painter.setBrush(self._theme.color(self._tone))
        wide = max(thick, self.width() * self._share / 1000)
        painter.drawRoundedRect(QRectF(0, top, wide, thick), thick / 2, thick / 2)


class WhyPanel(QFrame):
    """Shows why one row of the figures stands where it stands. Emits `enlarged` (Row) to see its course in full."""

    enlarged = Signal(object)

    def __init__(self, bridge: Bridge, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._words = bridge, words
        self.reasons: tuple[Reason, ...] = ()
        self._row: Row | None = None
        self.setProperty("card", "side")
        named(self, "figures.why", self.tr("为什么"))
        self._built, self._told, self._drawn = Kept(), Kept(), Kept()
        theme = bridge.theme
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        self._page = Page(theme, 4, 3)
        column.addWidget(self._page)
        body = self._page.body
        self._title = label("", "title", wrap=True)
        self._line = label("", "muted", wrap=True)
        self._since = label("", "heading", wrap=True)
        self._drift = label(self.tr("下面没有一件事推它这样走，是日常工作慢慢起的变化。"), "muted", wrap=True)
        self._chart = named(HistoryChart(theme), "figures.chart")
        self.tools = PictureButton(bridge.icons, bridge.prompts, "figures.picture", self.tr("数字的走势和原因"))
        self.tools.told.connect(bridge.notice)
        self.form = Segments(
            theme, [("list", self.tr("清单")), ("graph", self.tr("因果图"))], "figures.form", self.tr("清单或因果图")
        )
        self.large = button(self.tr("放大走势"), bridge.icons, "figures", name="figures.large")
        row = FlowLayout(theme.space(2))
        for control in (self.form, self.large, self.tools):
            row.addWidget(control)
        self.graph = CauseGraph(bridge)
        self.graph.chosen.connect(self._on_go)
        self._reasons = QWidget()
        self._list = spaced(QVBoxLayout(self._reasons), theme, 0, 2)
        self.tools.show_of(self._page.inner)
        body.addWidget(self._title)
        body.addWidget(self._line)
        body.addWidget(self._chart)
        body.addLayout(row)
        body.addWidget(self._since)
        body.addWidget(self._drift)
        body.addWidget(self._reasons)
        body.addWidget(self.graph)
        body.addStretch(1)
        self.form.picked.connect(self._on_form)
        self.large.clicked.connect(self._on_large)
        self._on_form("list")
        self._empty = EmptyState(
            theme, bridge.icons, "help", self.tr("为什么变了？"),
            self.tr("点左边任何一个数字，这里按大小列出是哪些事让它变的，点“去看”回到那件事。"),
        )  # fmt: skip
        column.addWidget(self._empty, 1)
        self.show_row(None, bridge.view, "county", 1)

    def show_row(self, row: Row | None, view: View, scope: str, turns: int) -> None:
        """Show a figure of a scope over the last `turns` turns, 0 for all of them."""
        self._page.setVisible(row is not None)
        self._empty.setVisible(row is None)
        reasons = why(view, row.id, scope, turns) if row is not None else ()
        facts = (row.id, row.value, row.change, row.good, row.as_of, row.course, row.target) if row is not None else ()
        if self._built.same(facts, scope, turns, reasons):
            return
        if row is None:
            self._told.forget()
            self.reasons = ()
            return
        names = self._bridge.names
        self._title.setText(self.tr("{figure}：{value}").format(figure=row.name, value=row.value))
        since = {1: self.tr("上一回合以来"), 4: self.tr("近四个回合")}.get(turns, self.tr("开局以来"))
        state = (
            self.tr("比上回合 {change}").format(change=row.change) if row.change else self.tr("还没有可比的上一回合")
        )
        verdict = self._words.verdict(row.good)
        self._line.setText(
            f"{state} {verdict}".strip() + " · " + self.tr("截至{date}").format(date=names.date(row.as_of))
        )
        self._chart.setVisible(len(row.course) > 1)
        if len(row.course) > 1:
            spoken = self.tr("{figure}由{first}到{last}").format(
                figure=row.name, first=row.say(row.course[0][1]), last=row.say(row.course[-1][1])
            )
            goal = self.tr("目标 {value}").format(value=row.target) if row.target else ""
            self._chart.set_course(row.course, row.target_value, row.say, names.date, goal=goal, spoken=spoken)
        self.reasons, self._row = reasons, row
        self.large.setVisible(len(row.course) > 1)
        self._since.setText(self.tr("{since}，是这些事让它变的").format(since=since))
        unexplained = bool(reasons) and row.good != 0 and not any(r.good == row.good for r in reasons)
        self._drift.setVisible(turns == 1 and unexplained)
        if not self._told.same(row.id, scope, turns, reasons, self._bridge.view.day):
            clear(self._list)
            self._show_reasons(row)
        self._drawn.forget()
        self._show_graph()

    def _show_reasons(self, row: Row) -> None:
        sides = (
            (self.tr("▲ 往好的方向"), "ok", [r for r in self.reasons if r.good > 0]),
            (self.tr("▼ 往坏的方向"), "overdue", [r for r in self.reasons if r.good < 0]),
            (self.tr("● 有升有降，不论好坏"), "accent", [r for r in self.reasons if r.good == 0]),
        )
        if not self.reasons:
            text = self.tr("这段时间没有记到让它变动的事。可把时间放宽到“开局以来”，或换一个范围看。")
            self._list.addWidget(label(text, "muted", wrap=True))
        for heading, tone, reasons in sides:
            if reasons:
                self._list.addWidget(label(heading, "strong" if tone == "accent" else tone))
                self._side(reasons, tone, row)

    def _side(self, reasons: Sequence[Reason], tone: str, row: Row) -> None:
        theme, heaviest = self._bridge.theme, self._heaviest()
        for reason in sorted(reasons, key=lambda r: -self._share(r, heaviest))[:MOST]:
            share = self._share(reason, heaviest)
            holder = QWidget()
            line = spaced(QHBoxLayout(holder), theme, 0, 2)
            line.addWidget(Weight(theme, share, tone), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(self._words_of(reason, row), 1)
            sentence = self._words.cause(reason.cause)
            go = button("", self._bridge.icons, "arrow", kind="quiet", tip=self.tr("去看这件事"))
            go.setAccessibleName(self.tr("去看：{what}").format(what=sentence))
            go.clicked.connect(weak_slot(self._on_go, *destination(reason.cause)))
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addWidget(holder)
        if len(reasons) > MOST:
            self._list.addWidget(label(self.tr("另有{count}件更小的事").format(count=len(reasons) - MOST), "small"))

    def _words_of(self, reason: Reason, row: Row) -> QVBoxLayout:
        names = self._bridge.names
        column = spaced(QVBoxLayout(), self._bridge.theme, 0, 0)
        head = spaced(QHBoxLayout(), self._bridge.theme, 0, 2)
        head.addWidget(label(self.amount(reason), "strong"))
        if reason.quantity != row.id:
            head.addWidget(label(self._words.quantity(reason.quantity), "small", wrap=True), 1)
        else:
            head.addStretch(1)
        column.addLayout(head)
        column.addWidget(label(self._words.cause(reason.cause), wrap=True))
        where = listed(self._words.spoken(scope) for scope in reason.scopes[:PLACES])
        if len(reason.scopes) > PLACES:
            where = self.tr("{places}等{count}处").format(places=where, count=len(reason.scopes))
        when = names.date(reason.last, week=False)
        if reason.first != reason.last:
            when = self.tr("{first}至{last}").format(first=names.date(reason.first, week=False), last=when)
        parts = [part for part in (where, when, self._origin(reason)) if part]
        column.addWidget(label(" · ".join(parts), "small", wrap=True))
        return column

    def amount(self, reason: Reason) -> str:
        """How much a cause weighed, with its direction; less than one unit is said to be less."""
        if not reason.thousandths:
            return self.tr("影响已记，数字暂不动")
        if not reason.delta:
            return self.tr("{sign}不足{unit}").format(
                sign="▲" if reason.thousandths > 0 else "▼", unit=self._words.amount(reason.quantity, 1)
            )
        return self._words.delta(reason.quantity, reason.delta)

    def _origin(self, reason: Reason) -> str:
        title = self._words.known(reason.cause.ref)
        return title if title and title not in {self._words.spoken(scope) for scope in reason.scopes} else ""

    def _show_graph(self) -> None:
        """Draw the graph, if it is the form in sight and not drawn yet."""
        row = self._row
        if row is None or self.form.current != "graph" or self._drawn.same(row.id):
            return
        names, pushes = self._bridge.names, []
        heaviest = self._heaviest()
        for good in (1, -1, 0):
            side = [r for r in self.reasons if r.good == good]
            for reason in sorted(side, key=lambda r: -self._share(r, heaviest))[:IN_GRAPH]:
                sentence, amount = self._words.cause(reason.cause), self.amount(reason)
                where = listed(self._words.spoken(scope) for scope in reason.scopes[:PLACES])
                parts = [f"{self._words.quantity(reason.quantity)} {amount}", sentence, where]
                parts += [names.date(reason.last, week=False), self._origin(reason)]
                pushes.append(
                    Push(
                        amount,
                        sentence,
                        where,
                        " · ".join(part for part in parts if part),
                        self._share(reason, heaviest),
                        reason.good,
                        *destination(reason.cause),
                    )
                )
        left = len(self.reasons) - len(pushes)
        more = self.tr("另有{count}件，见清单").format(count=left) if left else ""
        self.graph.show_pushes(row.name, row.value, pushes, more)

    def _heaviest(self) -> dict[str, int]:
        """Return the size of the largest cause of each kind of quantity."""
        heaviest: dict[str, int] = {}
        for reason in self.reasons:
            kind = comparable(reason.quantity)
            heaviest[kind] = max(heaviest.get(kind, 1), abs(reason.thousandths))
        return heaviest

    @staticmethod
    def _share(reason: Reason, heaviest: dict[str, int]) -> int:
        return abs(reason.thousandths) * 1000 // heaviest[comparable(reason.quantity)]

    def _on_form(self, form: str) -> None:
        graph = form == "graph"
        self.graph.setVisible(graph)
        self._reasons.setVisible(not graph)
        self._show_graph()
        show_new(self.graph)

    def _on_large(self) -> None:
        if self._row is not None:
            self.enlarged.emit(self._row)

    def _on_go(self, desk: str, ref: str) -> None:
        self._bridge.focus(desk, ref)
