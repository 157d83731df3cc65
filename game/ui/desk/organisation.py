"""The organisation desk: the county's bodies as a chart that grows, the same as a list, and a sheet for one of them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.desk.figures_words import Words
from game.ui.desk.organisation_chart import OrganChart
from game.ui.desk.organisation_model import Node, node_of, nodes_of
from game.ui.desk.organisation_sheet import OrganSheet
from game.ui.models import Column
from game.ui.pictures import PictureButton
from game.ui.widgets import EmptyState, FlowLayout, RecordTable, SearchBox, Segments, Sides, button, label, spaced


class OrganisationDesk(Desk):
    """Chart and list are two faces of one selection."""

    name: ClassVar[str] = "organisation"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = Words(bridge, self)
        self._nodes: tuple[Node, ...] = ()
        self._chosen = ""
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        side = QWidget()
        side.setMinimumWidth(theme.px(18))
        left = spaced(QVBoxLayout(side), theme, 0, 0)
        bar = QFrame(side)
        bar.setProperty("card", "bar")
        tools = FlowLayout(theme.space(2))
        tools.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2))
        bar.setLayout(tools)
        faces = [("chart", self.tr("架构图")), ("list", self.tr("列表"))]
        self.faces = Segments(theme, faces, "organisation.face", self.tr("架构图或列表"))
        self.whole = button(self.tr("全县安排"), icons, "organisation", name="organisation.county")
        self.whole.setToolTip(self.tr("调度会、头等大事、精简报表"))
        self.search = SearchBox(icons, self.tr("找机构"), "organisation.search")
        self.search.setMaximumWidth(theme.px(12))
        self.search.setVisible(False)
        self.shown = Segments(
            theme, [("lead", self.tr("谁负责")), ("flow", self.tr("上传下达"))], "organisation.shown",
            self.tr("卡片上写负责人，还是令往下、报往上和摩擦"),
        )  # fmt: skip
        tools.addWidget(self.faces)
        tools.addWidget(self.shown)
        tools.addWidget(self.whole)
        self.pictures = PictureButton(icons, self.bridge.prompts, "organisation.picture", self.tr("组织架构图"))
        tools.addWidget(self.pictures)
        self.legend = label("", "small")
        tools.addWidget(self.search)
        tools.addWidget(self.legend)
        left.addWidget(bar)
        self.stack = QStackedWidget(self)
        self.chart = OrganChart(self.bridge, self.words)
        self.pictures.show_of(self.chart.inner)
        self.list = self._table()
        self.empty = EmptyState(
            theme, icons, "organisation", self.tr("还没有机构"),
            self.tr("推演开始后，这里从上到下画出县级指挥机构、战区、乡镇和县直部门，哪些在运转，哪些还可以设立。"),
        )  # fmt: skip
        for face in (self.chart, self.list, self.empty):
            self.stack.addWidget(face)
        left.addWidget(self.stack, 1)
        self.sheet = OrganSheet(self.bridge, self.words)
        self.sides = Sides(
            theme, side, self.sheet, (self.tr("架构"), self.tr("能做什么")), "organisation.sides",
            self.tr("看架构或能做什么"), fixed=theme.px(19),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _table(self) -> RecordTable[Node]:
        words, names = self.words, self.bridge
        states = {
            "works": (self.tr("在运转"), "ok", "ok"), "coming": (self.tr("筹建中"), "clock", "info"),
            "possible": (self.tr("可设立"), "plus", "accent"), "blocked": (self.tr("缺前提"), "lock", "muted"),
        }  # fmt: skip

        def strain(quantity: str, node: Node) -> str:
            if node.organ is None or not node.strained:
                return "—"
            value = getattr(node.organ, quantity)
            return f"{words.amount(quantity, value)} {words.strain(quantity, value)[0]}"

        def worth(quantity: str, node: Node) -> int:
            return getattr(node.organ, quantity) if node.organ is not None and node.strained else -1

        columns: list[Column[Node]] = [
            Column(self.tr("机构"), lambda n: n.name, width=-1, bold=lambda n: n.state == "works"),
            Column(
                self.tr("状态"), lambda n: states[n.state][0], lambda n: n.state, width=5,
                icon=lambda n: (states[n.state][1], states[n.state][2]),
            ),
            Column(
                self.tr("负责人"),
                lambda n: names.names.who(n.organ.leader) if n.organ and n.organ.leader else "—",
                width=8, spare=True,
            ),
            Column(
                self.tr("人手"),
                lambda n: str(n.organ.staff) if n.organ else "—",
                lambda n: n.organ.staff if n.organ else -1,
                "right", 3, spare=True,
            ),
            Column(self.tr("压力"), lambda n: strain("pressure", n), lambda n: worth("pressure", n), width=7),
            Column(self.tr("负荷"), lambda n: strain("load", n), lambda n: worth("load", n), width=7.5, spare=True),
            Column(self.tr("疲劳"), lambda n: strain("fatigue", n), lambda n: worth("fatigue", n), width=7, spare=True),
        ]  # fmt: skip
        made: RecordTable[Node] = RecordTable(
            columns, self.bridge.theme, self.bridge.icons, name="organisation.list", accessible=self.tr("机构列表"),
            key=lambda n: n.id,
        )  # fmt: skip
        made.setFrameShape(QFrame.Shape.NoFrame)
        return made

    def _connect(self) -> None:
        self.faces.picked.connect(self._on_face)
        self.shown.picked.connect(self._on_shown)
        self.whole.clicked.connect(self._on_whole)
        self.search.textChanged.connect(self._on_search)
        self.pictures.told.connect(self.bridge.notice)
        self.chart.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.picked.connect(self._on_row)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("组织")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "organisation"

    def refresh(self, view: View) -> None:
        """Show a view."""
        self._nodes = nodes_of(view, self.words)
        self.chart.set_nodes(self._nodes, view, flowing=self.shown.current == "flow")
        self.list.set_records(self._nodes, view.day)
        self._show_face()
        self.sheet.show_node(node_of(self._nodes, self._chosen), view, self._nodes)

    def focus_on(self, ref: str) -> None:
        """Show a body by its id, or the township of a place."""
        self.ensure_fresh()
        if ref in ("", "county"):
            self._on_whole()
        elif node_of(self._nodes, ref) is not None:
            self._take(ref)
            self.sides.show_right()

    # Slots

    def _on_face(self, _face: str) -> None:
        self._show_face()

    def _on_shown(self, shown: str) -> None:
        self.chart.set_nodes(self._nodes, self.bridge.view, flowing=shown == "flow")
        self._show_face()

    def _on_whole(self) -> None:
        self._chosen = ""
        self.list.clearSelection()
        self.sheet.show_node(None, self.bridge.view, self._nodes)
        self.sides.show_right()

    def _on_search(self, text: str) -> None:
        self.list.seek(text)

    def _on_chosen(self, organ: str) -> None:
        self._take(organ)
        self.sides.show_right()

    def _on_opened(self, _node: Node) -> None:
        self.sides.show_right()

    def _on_row(self, node: Node | None) -> None:
        if node is not None and node.id != self._chosen:
            self._take(node.id)

    # Helpers

    def _take(self, organ: str) -> None:
        self._chosen = organ
        self.chart.select(organ)
        self.list.select(organ)
        self.sheet.show_node(node_of(self._nodes, organ), self.bridge.view)

    def _show_face(self) -> None:
        listed = self.faces.current == "list"
        self.stack.setCurrentWidget(self.empty if not self._nodes else self.list if listed else self.chart)
        self.search.setVisible(listed)
        self.shown.setVisible(not listed)
        self.pictures.setVisible(not listed and bool(self._nodes))
        flowing = self.shown.current == "flow"
        self.legend.setText(
            self.tr("↓在办战令  ↑报告是几天前的  连线越粗摩擦越大")
            if flowing
            else self.tr("━ 在运转   ▨ 筹建中   ┅ 可设立")
        )
        self.legend.setVisible(not listed)
