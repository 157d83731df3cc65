"""The inbox: papers that reached the seat, and messages between seats."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.views.shape import InjectView, View
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.desk.inbox_list import PaperDelegate, is_open, is_unread, paper_column, urgency
from game.ui.desk.inbox_messages import MessagesPane
from game.ui.desk.inbox_overview import InboxOverview
from game.ui.desk.inbox_paper import PaperPane
from game.ui.widgets import (
    FlowLayout,
    RecordTable,
    SearchBox,
    Segments,
    ShownStack,
    Sides,
    label,
    spaced,
)


class InboxDesk(Desk):
    """Left the list, right the paper; or the messages."""

    name: ClassVar[str] = "inbox"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._told: set[str] = set()
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)

        # List
        left = QFrame()
        left.setMinimumWidth(theme.px(13))
        left.setProperty("card", "rail")
        column = spaced(QVBoxLayout(left), theme, 3, 2)
        self._tabs = Segments(
            theme, [("papers", self.tr("收文")), ("messages", self.tr("消息"))], "inbox.tabs", self.tr("收文或消息")
        )
        self._search = SearchBox(icons, self.tr("搜标题、来文单位、地点"), "inbox.search")
        self._show = Segments(
            theme,
            [("open", self.tr("待答复")), ("all", self.tr("全部"))],
            "inbox.show",
            self.tr("只看待答复的或全部"),
        )
        self.list: RecordTable[InjectView] = RecordTable(
            [paper_column(self.bridge, self.tr("收文"))],
            theme,
            icons,
            name="inbox.list",
            accessible=self.tr("收文列表"),
            key=lambda item: item.record.id,
        )
        self.list.horizontalHeader().hide()
        self.list.setItemDelegate(PaperDelegate(self.bridge, self.list))
        self.list.verticalHeader().setDefaultSectionSize(theme.px(3.35))
        self.list.setAlternatingRowColors(False)
        self._none = label(self.tr("没有符合的收文。"), "muted", wrap=True)
        # In large type the two rows of buttons stand below each other
        head = FlowLayout(theme.space(2))
        head.addWidget(self._tabs)
        head.addWidget(self._show)
        papers = QWidget()
        inner = spaced(QVBoxLayout(papers), theme, 0, 2)
        inner.addWidget(self._search)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._none)
        self._messages = MessagesPane(self.bridge)
        self._lists = QStackedWidget()
        self._lists.addWidget(papers)
        self._lists.addWidget(self._messages.list)
        column.addLayout(head)
        column.addWidget(self._lists, 1)

        # Paper, messages, overview
        self._stack = ShownStack()
        self._stack.setMinimumWidth(theme.px(20))  # narrower, a paper's words stand one below the other
        self._overview = InboxOverview(self.bridge)
        self._overview.opened.connect(self._on_open)
        self._paper = PaperPane(self.bridge)
        for page in (self._overview, self._paper, self._messages):
            self._stack.addWidget(page)
        self.sides = Sides(
            theme, left, self._stack, (self.tr("清单"), self.tr("正文")), "inbox.sides", self.tr("看清单或正文"),
            sizes=(theme.wide(20), theme.wide(46)),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self._search.textChanged.connect(self._on_search)
        self._tabs.picked.connect(self._on_tab)
        self._show.picked.connect(self._on_show)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("收文")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "inbox"

    @classmethod
    def badge(cls, view: View) -> tuple[int, bool]:
        """Papers unread or waiting for an answer."""
        waiting = [item for item in view.inbox if item.mine and (is_unread(item, view.viewer) or is_open(item))]
        return len(waiting), any(urgency(item, view) >= 2 for item in waiting)

    def refresh(self, view: View) -> None:
        """Show a view."""
        rows = sorted(view.inbox, key=lambda item: (-urgency(item, view), -item.record.delivered, item.record.id))
        self._admit()
        self.list.set_records(rows)
        waiting = sum(1 for item in view.inbox if is_unread(item, view.viewer) or is_open(item))
        self._show.set_text("open", self.tr("待答复 {count}").format(count=waiting))
        self._show.set_text("all", self.tr("全部 {count}").format(count=len(rows)))
        self._tabs.set_text("messages", self.tr("消息 {count}").format(count=len(view.messages)))
        self._messages.refresh(view)
        self._count()
        chosen = self.list.selected()
        if chosen is not None:
            self._paper.show_paper(chosen, view)
        elif self._stack.currentWidget() is not self._messages:
            self._show_overview(view)

    def focus_on(self, ref: str) -> None:
        """Open a paper by its id, a message thread by the id of a message."""
        key = ref.removeprefix("inject:")
        if any(message.id == key for message in self.bridge.view.messages):
            self._tabs.choose("messages")
            self._on_tab("messages")
            return
        self._choose_papers()
        self._search.clear()
        self._show.choose("all")
        self._admit()
        self.list.select(key)
        self._count()

    # Slots

    def _on_picked(self, item: InjectView | None) -> None:
        view = self.bridge.view
        if item is None:
            self._show_overview(view)
            return
        self._choose_papers()
        self._paper.show_paper(item, view)
        self._stack.setCurrentWidget(self._paper)
        self.sides.show_right()
        first = item.record.id not in self._told and is_unread(item, view.viewer)
        if first and item.mine and view.session == "running" and view.seat is not None:
            self._told.add(item.record.id)
            self.bridge.submit("acknowledge_inject", inject=item.record.id)

    def _on_search(self, text: str) -> None:
        self.list.seek(text)
        self._messages.seek(text)
        self._count()

    def _on_tab(self, tab: str) -> None:
        self._lists.setCurrentIndex(1 if tab == "messages" else 0)
        self._show.setVisible(tab != "messages")
        if tab == "messages":
            self._stack.setCurrentWidget(self._messages)
        elif (chosen := self.list.selected()) is not None:
            self._on_picked(chosen)
        else:
            self._show_overview(self.bridge.view)

    def _on_show(self, _which: str) -> None:
        self._admit()
        self._count()

    def _on_open(self, key: str) -> None:
        self.list.select(key)

    # Helpers

    def _choose_papers(self) -> None:
        self._tabs.choose("papers")
        self._lists.setCurrentIndex(0)
        self._show.setVisible(True)

    def _admit(self) -> None:
        viewer, everything, held = self.bridge.seat, self._show.current == "all", self.list.selected()
        keep = held.record.id if held is not None else ""

        def admitted(item: InjectView) -> bool:
            # The paper being read stays in the list even when reading has dealt with it
            return everything or is_unread(item, viewer) or is_open(item) or item.record.id == keep

        self.list.admit(admitted)

    def _count(self) -> None:
        self._none.setVisible(self.list.shown() == 0)

    def _show_overview(self, view: View) -> None:
        if self._tabs.current != "messages":
            self._stack.setCurrentWidget(self._overview)
        self._overview.show_view(view)
