"""The figures desk: every figure with its course, and why it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.county_map.zones import zones_of
from game.ui.desk.base import Desk
from game.ui.desk.figures_chart import SparkDelegate
from game.ui.desk.figures_rows import Row, rows_of
from game.ui.desk.figures_why import WhyPanel
from game.ui.desk.figures_words import Words
from game.ui.desk.form_choice import Choice
from game.ui.desk.organisation_model import known
from game.ui.models import Column
from game.ui.widgets import EmptyState, FlowLayout, RecordTable, Segments, Sides, spaced

if TYPE_CHECKING:
    from game.ui.desk.figures_plot import PlotPage

TURNS = {"last": 1, "month": 4, "all": 0}
_LEAST = 22
"""Width in lines that the columns need which are never left out."""


class FiguresDesk(Desk):
    """A table of figures and the panel 为什么."""

    name: ClassVar[str] = "figures"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = Words(bridge, self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons, words = self.bridge.theme, self.bridge.icons, self.words
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        whole = QWidget()
        whole.setMinimumWidth(theme.px(_LEAST))
        left = spaced(QVBoxLayout(whole), theme, 0, 0)
        bar = QFrame()
        bar.setProperty("card", "bar")
        tools = FlowLayout(theme.space(2))
        tools.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2))
        bar.setLayout(tools)
        self.scope = Choice("figures.scope", self.tr("看哪里的数字"), search=True)
        self.scope.setMinimumContentsLength(10)
        periods = [("last", self.tr("上回合以来")), ("month", self.tr("近四回合")), ("all", self.tr("开局以来"))]
        self.period = Segments(theme, periods, "figures.period", self.tr("看多长时间的原因"))
        tools.addWidget(self.scope)
        tools.addWidget(self.period)
        left.addWidget(bar)
        bridge = self.bridge

        def spoken(row: Row) -> str:
            return words.span(row.course, row.say)

        columns: list[Column[Row]] = [
            Column(self.tr("数字"), lambda r: r.name, width=7.5, bold=lambda r: bool(r.target)),
            Column(self.tr("现在"), lambda r: r.value, lambda r: r.raw, "right", 5),
            Column(
                self.tr("比上回合"), lambda r: f"{r.change} {words.verdict(r.good)}".strip() or "—",
                lambda r: r.good, width=8, tone=lambda r: {1: "ok", -1: "overdue"}.get(r.good),
            ),
            # The panel of causes says the last three too
            Column(
                self.tr("走势"), lambda _r: "", lambda r: len(r.course), width=-1,
                spoken=spoken, tip=spoken, spare=True,
            ),
            Column(self.tr("目标"), lambda r: r.target or "—", lambda r: r.target, "right", 4.5, spare=True),
            Column(
                self.tr("截至"), lambda r: bridge.names.date(r.as_of, week=False), lambda r: r.as_of, width=4.5,
                spare=True,
            ),
        ]  # fmt: skip
        self.table: RecordTable[Row] = RecordTable(
            columns, theme, icons, name="figures.list", accessible=self.tr("数字一览"), key=lambda r: r.id
        )
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setItemDelegateForColumn(3, SparkDelegate(theme, self.table))
        self.plot: PlotPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        left.addWidget(self._stack, 1)
        self.empty = EmptyState(
            theme, icons, "figures", self.tr("还没有数字"),
            self.tr("第一批上报数字到了以后，这里逐项列出现值、比上回合的变化、走势和目标。"),
        )  # fmt: skip
        left.addWidget(self.empty, 1)
        self.why = WhyPanel(self.bridge, words)
        self.why.setMinimumWidth(theme.px(14))
        self.sides = Sides(
            theme, whole, self.why, (self.tr("数字一览"), self.tr("为什么")), "figures.sides",
            self.tr("看数字或为什么"), sizes=(5, 3),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._on_scope)
        self.period.picked.connect(self._on_period)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_enlarged)
        self.why.enlarged.connect(self._on_enlarged)
        self.bridge.past_read.connect(self._on_past_read)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("数字")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "figures"

    def refresh(self, view: View) -> None:
        """Show a view."""
        offered = [("county", self.tr("全县") if self._whole(view) else self.tr("本岗位范围"))]
        offered += [(f"zone:{z.id}", z.name) for z in zones_of(view)]
        offered += [(f"township:{t.id}", t.name) for t in view.townships]
        offered += [(o.id, o.name) for o in view.organs if o.kind == "bureau" and known(o)]
        self.scope.set_options(offered)
        rows = rows_of(self.bridge, self.words, view, self.scope.value())
        self._stack.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.set_records(rows, view.day)
        if rows and self.table.selected() is None:
            self.table.select(rows[0].id)
        self._show_why()

    def focus_on(self, ref: str) -> None:
        """Show a figure by its id, or the figures of a place or organ."""
        self.ensure_fresh()
        if ref in self.bridge.view.figures:
            self.scope.set_value("county")
            self.refresh(self.bridge.view)
            self.table.select(ref)
            self.sides.show_right()
        elif self.scope.set_value(ref):
            self.refresh(self.bridge.view)
            self.sides.show_left()

    # Slots

    def _on_scope(self, _scope: str) -> None:
        self.refresh(self.bridge.view)

    def _on_past_read(self) -> None:
        if self.isVisible():
            self.refresh(self.bridge.view)
        else:
            self._shown = None  # the courses are longer when it is seen again

    def _on_period(self, _period: str) -> None:
        self._show_why()

    def _on_picked(self, _row: object) -> None:
        self._show_why()

    def _on_enlarged(self, row: Row) -> None:
        if len(row.course) < 2:
            return
        if self.plot is None:
            from game.ui.desk.figures_plot import PlotPage

            self.plot = PlotPage(self.bridge)
            self.plot.closed.connect(self._on_plot_closed)
            self._stack.addWidget(self.plot)
        self.plot.show_row(row)
        self._stack.setCurrentWidget(self.plot)
        self.sides.show_left()
        self.plot.setFocus()

    def _on_plot_closed(self) -> None:
        self._stack.setCurrentWidget(self.table)
        self.table.setFocus()

    # Helpers

    def _show_why(self) -> None:
        turns = TURNS[self.period.current]
        row = self.table.selected()
        self.why.show_row(row, self.bridge.view, self.scope.value(), turns)
        if self.plot is not None and row is not None and self._stack.currentWidget() is self.plot:
            if len(row.course) > 1:
                self.plot.show_row(row)
            else:
                self._on_plot_closed()

    @staticmethod
    def _whole(view: View) -> bool:
        return view.seat is None or view.seat.scope.partition(":")[0] in ("county", "bureau", "squad")
