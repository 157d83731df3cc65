"""Orders as a board: one lane a state, what waits for the giver on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from game.exercise.entities import Order
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.order_draft import DONE, LANES
from game.ui.kept import Kept
from game.ui.models import Column
from game.ui.slots import weak_slot
from game.ui.widgets import EmptyState, Meter, Page, clear, discard, label, named, spaced

LANE_LOOK = {
    "overdue": ("overdue", "overdue"), "returned": ("back", "warn"), "reported": ("check", "info"),
    "executing": ("work", "accent"), "received": ("inbox", "muted"), "issued": ("send", "muted"),
    "accepted": ("ok", "ok"), "revoked": ("close", "muted"), "draft": ("edit", "muted"),
}  # fmt: skip
"""(icon, tone) of each state: shape and colour always go together."""
DONE_SHOWN = 6


class OrderCard(QPushButton):
    """One order on the board; space or a click opens it."""

    def __init__(self, bridge: Bridge, order: Order, today: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, names = bridge.theme, bridge.names
        self.order_id = order.id
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        icon, tone = LANE_LOOK[order.state]
        loud = order.state in ("overdue", "returned")
        edge = theme.css(tone if loud else "line")
        ground = theme.css(f"{tone}_soft" if loud else "surface")
        radius, thick, hair = theme.space(2), theme.space(1), theme.hair
        accent = theme.css("accent")
        self.setStyleSheet(
            f"OrderCard {{ background: {ground}; border: {hair}px solid {edge}; padding: 0;"
            f" border-radius: {radius}px; }}"
            f"OrderCard:hover, OrderCard:focus {{ border: {hair}px solid {accent}; padding: 0; }}"
            f"OrderCard:checked {{ background: {theme.css('accent_soft')}; border: {hair}px solid {accent};"
            f" border-left: {thick}px solid {accent}; padding: 0; }}"
        )
        column = spaced(QVBoxLayout(self), theme, 2, 1)
        head = spaced(QHBoxLayout(), theme, 0, 1)
        picture = QLabel()
        picture.setPixmap(bridge.icons.pixmap(icon, tone, theme.px(0.85)))
        state = names.state("order", order.state)
        due = names.until(order.deadline, today) if order.state not in DONE else names.date(order.closed, week=False)
        number = label(names.title(order.id), "strong")
        when = label(due, "overdue" if order.state == "overdue" else "small")
        head.addWidget(picture)
        head.addWidget(number)
        if loud:
            head.addWidget(label(state, tone))
        head.addStretch(1)
        head.addWidget(when)
        what = self.tr("{place} · {task} {amount}").format(
            place=names.place(order.place, full=True),
            task=names.task(order.task),
            amount=names.amount(order.task, order.amount),
        )
        column.addLayout(head)
        column.addWidget(label(what, wrap=True))
        meter = Meter(theme)
        done = self.tr("报进度{done}/{all}").format(done=f"{order.reported:,}", all=f"{order.amount:,}")
        meter.set_value(order.reported, order.amount, done, tone=tone if loud else "accent")
        column.addWidget(meter)
        named(self, f"order.card.{order.id}", f"{names.title(order.id)} {state} {what} {done} {due}")

    def hasHeightForWidth(self) -> bool:
        """Height follows from width: the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the card's words at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Room for the card's words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words wrap."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


class OrderBoard(Page):
    """Lanes of cards. `picked` carries the id of the order opened."""

    picked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 0, 2, parent)
        self._bridge = bridge
        self._cards: dict[str, OrderCard] = {}
        """Cards in sight, by order."""
        self._made: dict[str, tuple[Order, int, OrderCard]] = {}
        """Every card with the order and the day it shows: most commands change one of them or none."""
        self._built = Kept()
        self._chosen = ""
        named(self, "order.board", self.tr("战令看板"))

    def show_orders(self, orders: Sequence[Order], view: View) -> None:
        """Lay the orders out by state."""
        if self._built.same(orders, view.day):
            return
        self._made = {order: self._made[order] for order in (o.id for o in orders) if order in self._made}
        self._lift_cards()
        clear(self.body)
        self._cards = {}
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        for state in LANES:
            lane = [o for o in orders if o.state == state]
            if not lane:
                continue
            lane.sort(key=lambda o: (-o.closed, -o.number) if o.state in DONE else (o.deadline, o.number))
            icon, tone = LANE_LOOK[state]
            head = spaced(QHBoxLayout(), theme, 0, 1)
            picture = QLabel()
            picture.setPixmap(icons.pixmap(icon, tone, theme.px(0.95)))
            head.addWidget(picture)
            words = self.tr("{state} {count}").format(state=names.state("order", state), count=len(lane))
            head.addWidget(label(words, "strong"))
            head.addStretch(1)
            self.body.addLayout(head)
            shown = lane[:DONE_SHOWN] if state in DONE else lane
            for order in shown:
                card = self._cards[order.id] = self._card(order, view.day)
                self.body.addWidget(card)
            if len(lane) > len(shown):
                more = self.tr("另有{count}道，见清单").format(count=len(lane) - len(shown))
                self.body.addWidget(label(more, "small"))
        if not orders:
            hint = self.tr("在右边拟一道：选问题、定任务、点承办单位，签发即生效。")
            self.body.addWidget(EmptyState(theme, icons, "order", self.tr("还没有战令"), hint))
        self.body.addStretch(1)
        for key in [key for key in self._made if key not in self._cards]:
            discard(self._made.pop(key)[2])
        self.choose(self._chosen)

    def choose(self, order: str) -> None:
        """Mark an order and bring it into sight."""
        self._chosen = order
        for key, card in self._cards.items():
            card.setChecked(key == order)
        if order in self._cards:
            self.ensureWidgetVisible(self._cards[order])

    def _lift_cards(self) -> None:
        """Take the cards out of the layout; one that shows what it should is laid in again."""
        kept = {made[2] for made in self._made.values()}
        for place in reversed(range(self.body.count())):
            item = self.body.itemAt(place)
            if item is not None and item.widget() in kept:
                self.body.takeAt(place)

    def _card(self, order: Order, today: int) -> OrderCard:
        """Return the card of an order, the one there is where nothing on it changed."""
        made = self._made.get(order.id)
        if made is not None and made[:2] == (order, today):
            return made[2]
        if made is not None:
            discard(made[2])
        card = OrderCard(self._bridge, order, today, self.inner)
        card.clicked.connect(weak_slot(self._on_clicked, order.id))
        self._made[order.id] = (order, today, card)
        return card

    def _on_clicked(self, order: str) -> None:
        self.choose(order)
        self.picked.emit(order)


def table_columns(bridge: Bridge, words: dict[str, str]) -> list[Column[Order]]:
    """Return the columns of the list of orders; `words` are the headers by key."""
    return [
        Column(words["number"], lambda o: str(o.number), sort=lambda o: o.number, align="right", width=2.2),
        Column(
            words["state"],
            lambda o: bridge.names.state("order", o.state),
            sort=lambda o: LANES.index(o.state) if o.state in LANES else len(LANES),
            width=5.6,
            icon=lambda o: LANE_LOOK[o.state],
            tone=lambda o: LANE_LOOK[o.state][1] if o.state in ("overdue", "returned") else None,
        ),
        Column(words["task"], lambda o: bridge.names.task(o.task), width=-1),
        Column(words["place"], lambda o: bridge.names.place(o.place, full=True), width=6, spare=True),
        Column(words["lead"], lambda o: bridge.names.organ(o.lead or o.organs[0]), width=6, spare=True),
        Column(
            words["amount"],
            lambda o: f"{o.reported:,}/{bridge.names.amount(o.task, o.amount)}",
            sort=lambda o: o.reported * 1000 // max(1, o.amount),
            align="right",
            width=7,
            spare=True,
        ),
        Column(
            words["deadline"], lambda o: bridge.names.date(o.deadline), sort=lambda o: o.deadline, width=6, spare=True
        ),
        Column(words["left"], lambda o: _left(bridge, o), sort=lambda o: o.deadline, width=5),
        Column(words["issuer"], lambda o: bridge.names.seat(o.issuer), width=5, spare=True),
    ]


def _left(bridge: Bridge, order: Order) -> str:
    return "" if order.state in DONE else bridge.names.until(order.deadline, bridge.view.day)
