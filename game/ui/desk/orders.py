"""The desk of 战令: orders in force on the left, the composer or an order's sheet on the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from game.exercise.entities import Order
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.desk.order_board import OrderBoard, table_columns
from game.ui.desk.order_compose import OrderComposer
from game.ui.desk.order_draft import DONE
from game.ui.desk.order_sheet import OrderSheet
from game.ui.desk.order_timeline import OrderTimeline
from game.ui.widgets import FlowLayout, RecordTable, SearchBox, Segments, ShownStack, button, label, spaced

_ROWS = 8
"""Height in lines that the list keeps: its head and four rows."""


class OrdersDesk(Desk):
    """Orders by state or as a list, one in full, and the composer; one at a time where the window is too narrow."""

    name: ClassVar[str] = "order"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QHBoxLayout(self), theme, 0, 0)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._narrow = False
        self._moved = False
        """Whether a hand has set the border between the sides."""

        # Orders
        left = self._left = QFrame(self._split)
        left.setProperty("card", "rail")
        column = spaced(QVBoxLayout(left), theme, 3, 2)
        self._form = Segments(
            theme,
            [("board", self.tr("看板")), ("table", self.tr("清单")), ("timeline", self.tr("时间轴"))],
            "order.form",
            self.tr("看板、清单或时间轴"),
        )
        self._which = Segments(
            theme,
            [("open", self.tr("在办")), ("mine", self.tr("我签的")), ("all", self.tr("全部"))],
            "order.which",
            self.tr("看哪些战令"),
        )
        head = FlowLayout(theme.space(2))
        head.addWidget(self._form)
        head.addWidget(self._which)
        self._search = SearchBox(icons, self.tr("搜任务、地点、单位"), "order.search")
        self._sum = label("", "small", wrap=True)
        self.compose = button(self.tr("拟一道战令"), icons, "plus", kind="primary", name="order.open")
        self.board = OrderBoard(self.bridge)
        self.table: RecordTable[Order] = RecordTable(
            table_columns(
                self.bridge,
                {
                    "number": self.tr("号"),
                    "state": self.tr("状态"),
                    "task": self.tr("任务"),
                    "place": self.tr("地点"),
                    "lead": self.tr("牵头"),
                    "amount": self.tr("报完成"),
                    "deadline": self.tr("期限"),
                    "left": self.tr("还剩"),
                    "issuer": self.tr("签发人"),
                },
            ),
            theme,
            icons,
            name="order.table",
            accessible=self.tr("战令清单"),
        )
        self.table.setMinimumHeight(theme.px(_ROWS))
        self._lists = QStackedWidget()
        self._lists.addWidget(self.board)
        self._lists.addWidget(self.table)
        self.timeline = OrderTimeline(self.bridge)
        self._lists.addWidget(self.timeline)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self._sum)
        column.addWidget(self._lists, 1)
        column.addWidget(self.compose)

        # Composer and sheet
        self._right = ShownStack()
        self.composer = OrderComposer(self.bridge)
        self.sheet = OrderSheet(self.bridge)
        self._right.addWidget(self.composer)
        self._right.addWidget(self.sheet)
        self._one = QFrame(self._split)
        column_one = spaced(QVBoxLayout(self._one), theme, 0, 0)
        self.back = button(self.tr("看全部战令"), icons, "back", kind="quiet", name="order.back")
        self.back.setVisible(False)
        column_one.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column_one.addWidget(self._right, 1)
        self._split.addWidget(left)
        self._split.addWidget(self._one)
        self._split.setStretchFactor(1, 1)
        left.setMinimumWidth(theme.px(16))  # a card says its number and what is left on one line
        row.addWidget(self._split)

    def _connect(self) -> None:
        self._split.splitterMoved.connect(self._on_moved)
        self._form.picked.connect(self._on_form)
        self._which.picked.connect(self._on_filter)
        self._search.textChanged.connect(self._on_filter)
        self.board.picked.connect(self.show_order)
        self.table.picked.connect(self._on_picked)
        self.timeline.picked.connect(self._on_picked)
        self.compose.clicked.connect(self.show_composer)
        self.back.clicked.connect(self.show_lists)
        self.sheet.compose_asked.connect(self.show_composer)
        self.composer.signed.connect(self._on_signed)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("战令")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "order"

    @classmethod
    def badge(cls, view: View) -> tuple[int, bool]:
        """Orders of the seat that wait for it: reported, or overdue."""
        mine = [o for o in view.orders if o.issuer == view.viewer]
        late = sum(1 for o in mine if o.state == "overdue")
        return late + sum(1 for o in mine if o.state == "reported"), late > 0

    def refresh(self, view: View) -> None:
        """Show a view."""
        self._fill(view)
        self.composer.refresh(view)
        shown = self.sheet.order
        fresh = next((o for o in view.orders if shown is not None and o.id == shown.id), None)
        if fresh is not None:
            self.sheet.show_order(fresh, view)
        elif self._right.currentWidget() is self.sheet:
            self.show_composer()

    def focus_on(self, ref: str) -> None:
        """Open an order by its id; begin one for a problem, a paper or a place."""
        self.ensure_fresh()
        if any(o.id == ref for o in self.bridge.view.orders):
            self._which.choose("all")
            self._search.clear()
            self._fill(self.bridge.view)
            self.show_order(ref)
            return
        kind = ref.partition(":")[0]
        if kind in ("county", "zone", "township", "village"):
            self.composer.start(place=ref)
        else:
            self.composer.start(ref)
        self.show_composer()

    def show_order(self, order: str) -> None:
        """Show an order's sheet."""
        view = self.bridge.view
        found = next((o for o in view.orders if o.id == order), None)
        if found is None:
            return
        self.board.choose(order)
        if (chosen := self.table.selected()) is None or chosen.id != order:
            self.table.select(order)
        if (chosen := self.timeline.selected()) is None or chosen.id != order:
            self.timeline.select(order)
        self.sheet.show_order(found, view)
        self._right.setCurrentWidget(self.sheet)
        self._turn_to(self._one)

    def show_composer(self) -> None:
        """Show the composer."""
        self.board.choose("")
        self.table.clearSelection()
        self.timeline.clearSelection()
        self._right.setCurrentWidget(self.composer)
        self._turn_to(self._one)
        self.composer.fields.target.setFocus()

    def show_lists(self) -> None:
        """Show the orders in force where there is room for one side only."""
        self._turn_to(self._left)
        self.compose.setFocus()

    # Qt

    def minimumSizeHint(self) -> QSize:
        """One side is enough; its height is that of what is shown."""
        sides = (self._left, self._one)
        width = max(self._left.minimumWidth(), *(side.minimumSizeHint().width() for side in sides))
        return QSize(width, max(side.minimumSizeHint().height() for side in sides if not side.isHidden()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both sides where they have room, else the one in use."""
        super().resizeEvent(event)
        self._lay_out()
        if not self._moved and self._split.orientation() == Qt.Orientation.Horizontal:
            self._split.setSizes(self._sizes())

    # Slots

    def _on_moved(self, *_where: int) -> None:
        self._moved = True

    def _on_form(self, form: str) -> None:
        table = form != "board"
        self._lists.setCurrentWidget({"table": self.table, "timeline": self.timeline}.get(form, self.board))
        self._fill(self.bridge.view)
        self._split.setOrientation(Qt.Orientation.Vertical if table else Qt.Orientation.Horizontal)
        self._lay_out()
        self._turn_to(self._left)
        high = self._split.height()
        self._split.setSizes([high * 11 // 20, high * 9 // 20] if table else self._sizes())

    def _on_filter(self, *_value: object) -> None:
        self._fill(self.bridge.view)

    def _on_picked(self, order: Order | None) -> None:
        if order is not None:
            self.show_order(order.id)

    def _on_signed(self, order: str) -> None:
        if order:
            self._which.choose("open")
            self._search.clear()
            self._fill(self.bridge.view)
            self.show_order(order)

    # Helpers

    def _sizes(self) -> list[int]:
        """Return the widths of the two sides: the cards get what is good to read where the composer has room."""
        whole = self._split.width() - self._split.handleWidth()
        left = max(self._left.minimumWidth(), min(self.bridge.theme.px(19), whole - self.composer.room))
        return [left, whole - left]

    def _lay_out(self) -> None:
        """Show both sides or one, as the width allows, or the height where one stands below the other."""
        handle = self._split.handleWidth()
        if self._split.orientation() == Qt.Orientation.Horizontal:
            narrow = self.width() < self._left.minimumWidth() + handle + self.composer.room
        else:
            sides = (self._left.minimumSizeHint(), self._one.minimumSizeHint())
            narrow = self.height() < sum(side.height() for side in sides) + handle
        if narrow is not self._narrow:
            self._narrow = narrow
            self._left.setVisible(not narrow)
            self._one.setVisible(True)
            self.back.setVisible(narrow)

    def _turn_to(self, side: QWidget) -> None:
        """Bring one side into sight where only one has room."""
        if self._narrow:
            self._left.setVisible(side is self._left)
            self._one.setVisible(side is self._one)
            self.updateGeometry()

    def _fill(self, view: View) -> None:
        names, which = self.bridge.names, self._which.current
        words = self._search.text().casefold().split()

        def wanted(order: Order) -> bool:
            if which == "open" and order.state in DONE:
                return False
            if which == "mine" and order.issuer != view.viewer:
                return False
            organs = " ".join(names.organ(o) for o in order.organs)
            place = names.place(order.place, full=True)
            line = f"{names.title(order.id)} {names.task(order.task)} {place} {organs} {order.text}".casefold()
            return all(word in line for word in words)

        rows = [o for o in view.orders if wanted(o)]
        # Only the form in sight is filled
        if self._form.current == "board":
            self.board.show_orders(rows, view)
        elif self._form.current == "timeline":
            self.timeline.show_orders(rows, view)
        self.table.set_records(sorted(rows, key=lambda o: (o.state in DONE, o.deadline, o.number)), view.day)
        late = sum(1 for o in view.orders if o.state == "overdue")
        back = sum(1 for o in view.orders if o.state == "returned")
        wait = sum(1 for o in view.orders if o.state == "reported")
        force = sum(1 for o in view.orders if o.state not in DONE)
        line = self.tr("在办{force}道：超期{late}、退回{back}、待验收{wait}")
        self._sum.setText(line.format(force=force, late=late, back=back, wait=wait))
