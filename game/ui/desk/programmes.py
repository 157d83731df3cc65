"""The programmes desk: the county's money, what it builds, and what is still missing."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Programme
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActList
from game.ui.desk.base import Desk
from game.ui.desk.programmes_acts import AllotAct, MoveAct, StopAct
from game.ui.desk.programmes_funds import FundList
from game.ui.desk.programmes_start import StartAct
from game.ui.models import Column
from game.ui.widgets import EmptyState, Page, RecordTable, Segments, Sides, label, named, spaced

STATES = {
    "running": ("work", "accent"), "finished": ("ok", "ok"),
    "failed": ("overdue", "overdue"), "stopped": ("close", "muted"),
}  # fmt: skip


class ProgrammesDesk(Desk):
    """Funds and programmes on the left, the forms on the right."""

    name: ClassVar[str] = "programmes"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._states = {
            "running": self.tr("在建"), "finished": self.tr("完工"),
            "failed": self.tr("垮了"), "stopped": self.tr("停建"),
        }  # fmt: skip
        self._build_ui()
        self.table.picked.connect(self._on_picked)
        self.parts.picked.connect(self._on_part)

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        page = Page(theme, 3, 3)
        page.setMinimumWidth(theme.px(19))
        page.body.addWidget(label(self.tr("项目与资金"), "title"))
        self.funds = FundList(self.bridge)
        page.body.addWidget(self.funds)
        page.body.addWidget(label(self.tr("项目"), "heading"))
        self.table = self._table()
        page.body.addWidget(self.table, 1)
        self.empty = EmptyState(
            theme, icons, "programme", self.tr("还没有项目"),
            self.tr("项目启动后，这里能看到任务、地点、投资、花销、上报进度和销路。右边先选缺什么。"),
        )  # fmt: skip
        page.body.addWidget(self.empty, 1)

        side = QFrame()
        side.setProperty("card", "side")
        named(side, "programmes.sheet", self.tr("能做什么"))
        column = spaced(QVBoxLayout(side), theme, 0, 0)
        bar = QFrame()
        bar.setProperty("card", "bar")
        tools = spaced(QHBoxLayout(bar), theme, 2, 2)
        parts = [("start", self.tr("启动项目")), ("money", self.tr("拨钱、调钱、停建"))]
        self.parts = Segments(theme, parts, "programmes.parts", self.tr("做哪件事"))
        tools.addWidget(self.parts)
        tools.addStretch(1)
        column.addWidget(bar)
        sheet = Page(theme, 3, 3)
        column.addWidget(sheet, 1)
        self.start = StartAct(self.bridge)
        sheet.body.addWidget(self.start)
        self.acts = ActList(self.bridge, "programmes.acts")
        self.stop = StopAct(self.bridge)
        for form in (AllotAct(self.bridge), MoveAct(self.bridge), self.stop):
            self.acts.add(form)
        sheet.body.addWidget(self.acts)
        sheet.body.addStretch(1)
        self.acts.setVisible(False)
        self._foot = self.start.foot_apart()
        column.addWidget(self._foot)
        self.sides = Sides(
            theme, page, side, (self.tr("资金与项目"), self.tr("能做什么")), "programmes.sides",
            self.tr("看资金与项目或能做什么"), fixed=theme.px(20),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _table(self) -> RecordTable[Programme]:
        bridge, states = self.bridge, self._states

        def progress(p: Programme) -> str:
            share = p.reported * 100 // p.amount if p.amount else 0
            return f"{share}% · {p.reported:,}/{p.amount:,} {bridge.names.unit(p.task)}"

        no_buyer = self.tr("！没有销路")
        columns: list[Column[Programme]] = [
            Column(self.tr("任务"), lambda p: bridge.names.task(p.task), width=-1),
            Column(
                self.tr("状态"), lambda p: states.get(p.state, p.state), width=4, icon=lambda p: STATES.get(p.state),
            ),
            Column(self.tr("上报进度"), progress, lambda p: p.reported * 1000 // max(1, p.amount), width=7),
            Column(self.tr("地点"), lambda p: bridge.names.place(p.place), width=5, spare=True),
            Column(self.tr("投资"), lambda p: bridge.names.money(p.budget), lambda p: p.budget, "right", 5, spare=True),
            Column(self.tr("已花"), lambda p: bridge.names.money(p.spent), lambda p: p.spent, "right", 5, spare=True),
            Column(
                self.tr("销路"),
                lambda p: bridge.names.title(p.buyer) if p.buyer else no_buyer if p.need == "livelihood" else "—",
                width=6, tone=lambda p: "warn" if p.need == "livelihood" and not p.buyer else None, spare=True,
            ),
        ]  # fmt: skip
        made: RecordTable[Programme] = RecordTable(
            columns,
            bridge.theme,
            bridge.icons,
            name="programmes.list",
            accessible=self.tr("项目表"),
            key=lambda p: p.id,
        )
        made.setMinimumHeight(bridge.theme.px(9))
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return made

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("项目")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "programme"

    def refresh(self, view: View) -> None:
        """Show a view."""
        self.funds.refresh(view)
        rank = {"running": 0, "failed": 1, "stopped": 2, "finished": 3}
        self.table.set_records(sorted(view.programmes, key=lambda p: (rank.get(p.state, 4), p.started, p.id)))
        self.table.setVisible(bool(view.programmes))
        self.empty.setVisible(not view.programmes)
        self.start.refresh(view)
        self.acts.refresh(view)
        self.stop.set_programme(self.table.selected(), view)

    def focus_on(self, ref: str) -> None:
        """Show a programme, or begin one in a place."""
        self.ensure_fresh()
        if self.table.select(ref):
            self._show_part("money")
            self.sides.show_right()
        elif ref.partition(":")[0] in ("township", "village", "county"):
            self._show_part("start")
            self.start.preset(ref)
            self.sides.show_right()

    # Slots

    def _on_picked(self, programme: object) -> None:
        self.stop.set_programme(programme if isinstance(programme, Programme) else None, self.bridge.view)

    def _on_part(self, part: str) -> None:
        self._show_part(part)

    def _show_part(self, part: str) -> None:
        self.parts.choose(part)
        for mine in (self.start, self._foot):
            mine.setVisible(part == "start")
        self.acts.setVisible(part == "money")
