"""The paper in hand: its text on its form, the choices it offers, and where to go from it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from game.exercise.entities import Inject
from game.exercise.views.shape import InjectView, OptionView, View
from game.ui.bridge import Bridge
from game.ui.desk.inbox_forms import PaperSheet
from game.ui.desk.inbox_list import is_open
from game.ui.slots import weak_slot
from game.ui.widgets import Card, FlowLayout, Page, Pill, RefusalBar, button, clear, label, named, spaced


def mixed(paper: str, options: Sequence[OptionView]) -> list[OptionView]:
    """Return a paper's options in an order of its own, always the same: authors tend to write the best one first."""
    return sorted(options, key=lambda option: blake2b(f"{paper}/{option.id}".encode(), digest_size=8).digest())


class PaperPane(QWidget):
    """Shows one paper; every action goes through the bridge."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._item: InjectView | None = None
        self.setObjectName("inbox.open")
        self._build_ui()

    def _build_ui(self) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        outer = spaced(QVBoxLayout(self), theme, 0, 0)

        # What can be done from here
        bar = QFrame(self)
        bar.setProperty("card", "bar")
        row = FlowLayout(theme.space(2))
        row.setContentsMargins(theme.space(3), theme.space(3), theme.space(3), theme.space(3))
        bar.setLayout(row)
        self._state = Pill(theme, icons)
        self._due = Pill(theme, icons)
        self.order = button(self.tr("据此下战令"), icons, "order", kind="primary", name="inbox.to_order")
        self._ledger = button(self.tr("看台账"), icons, "ledger", name="inbox.to_ledger")
        self._place = button(self.tr("看地点"), icons, "visit", name="inbox.to_map")
        for control in (self.order, self._ledger, self._place, self._state, self._due):
            row.addWidget(control)
        outer.addWidget(bar)

        # Paper
        page = Page(theme, 5, 4)
        self._sheet = PaperSheet(self._bridge)
        self._sheet.setMaximumWidth(theme.px(44))
        page.body.addWidget(self._sheet)

        # Choices
        self._choices = QWidget()
        self._choices_body = spaced(QVBoxLayout(self._choices), theme, 0, 2)
        self._choices.setMaximumWidth(theme.px(44))
        named(self._choices, "inbox.options")
        page.body.addWidget(self._choices)

        # Reply
        self._reply = Card(theme, self.tr("答复"))
        self._reply.setMaximumWidth(theme.px(44))
        self.answer = named(QPlainTextEdit(), "inbox.reply", self.tr("答复内容"))
        self.answer.setPlaceholderText(self.tr("说清楚：谁牵头、办什么、几天办完、怎么验收。"))
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(theme.px(4.6))
        self.send = button(self.tr("答复（精力1）"), icons, "send", kind="primary", name="inbox.send")
        self._answered = label("", wrap=True)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        foot.addStretch(1)
        foot.addWidget(self.send)
        self._reply.body.addWidget(self._answered)
        self._reply.body.addWidget(self.answer)
        self._reply.body.addLayout(foot)
        self.refusal = RefusalBar(self._bridge, "inbox.refusal")
        self.refusal.setMaximumWidth(theme.px(44))
        page.body.addWidget(self._reply)
        page.body.addWidget(self.refusal)
        page.body.addStretch(1)
        outer.addWidget(page, 1)

        self.order.clicked.connect(self._on_order)
        self._ledger.clicked.connect(self._on_ledger)
        self._place.clicked.connect(self._on_place)
        self.send.clicked.connect(self._on_send)
        self.answer.textChanged.connect(self._on_typed)

    def show_paper(self, item: InjectView, view: View) -> None:
        """Show a paper; what was being written stays as long as it is the same one."""
        if self._item is None or self._item.record.id != item.record.id:
            self.answer.clear()
            self.refusal.clear()
        self._item = item
        record, names = item.record, self._bridge.names
        self._sheet.show_paper(record)
        open_still = is_open(item)
        icon = {"resolved": "ok", "expired": "overdue", "escalated": "warn"}.get(record.state, "letter")
        tone = {"resolved": "ok", "expired": "overdue", "escalated": "warn"}.get(record.state, "muted")
        self._state.set_state(names.state("inject", record.state), tone, icon)
        self._due.setVisible(open_still and record.reply_by >= 0)
        if open_still and record.reply_by >= 0:
            late = record.reply_by < view.day
            near = record.reply_by - view.day <= view.turn_days
            text = self.tr("{until} · {date}前").format(
                until=names.until(record.reply_by, view.day), date=names.date(record.reply_by, week=False)
            )
            self._due.set_state(text, "overdue" if late else "warn" if near else "muted", "clock")
        self.order.setVisible(view.seat is not None and "order" in view.seat.powers)
        self._ledger.setVisible(bool(record.problem))
        self._place.setVisible(bool(record.village or record.township))
        self._show_choices(item)
        self._show_reply(item, view)

    def _show_choices(self, item: InjectView) -> None:
        clear(self._choices_body)
        record = item.record
        self._choices.setVisible(bool(item.options))
        if not item.options:
            return
        chosen = bool(record.choice)
        self._choices_body.addWidget(label(self.tr("已作决定") if chosen else self.tr("请作决定"), "heading"))
        for option in mixed(record.id, item.options):
            self._choices_body.addWidget(self._choice(option, record, item.mine))

    def _choice(self, option: OptionView, record: Inject, mine: bool) -> QWidget:
        theme, icons = self._bridge.theme, self._bridge.icons
        taken = record.choice == option.id
        card = Card(theme, tone="ok" if taken else "true")
        row = spaced(QHBoxLayout(), theme, 0, 3)
        words = spaced(QVBoxLayout(), theme, 0, 1)
        words.addWidget(label(option.text, "strong", wrap=True))
        cost = [self.tr("精力{count}").format(count=option.attention)] if option.attention else []
        if option.cost_money:
            cost.append(self._bridge.names.money(option.cost_money))
        line = self.tr("代价：{cost}").format(cost=" · ".join(cost)) if cost else self.tr("不费精力和资金")
        words.addWidget(label(line, "small", wrap=True))
        row.addLayout(words, 1)
        if taken:
            row.addWidget(Pill(theme, icons, self.tr("已选"), "ok", "check"))
        elif not option.open and not record.choice:
            row.addWidget(Pill(theme, icons, self.tr("条件不具备"), "muted", "lock"))
        elif not record.choice and mine and record.state in ("delivered", "acknowledged", "escalated"):
            pick = button(self.tr("选这个"), icons, "check", name=f"inbox.option.{option.id}")
            pick.setAccessibleName(self.tr("选这个：{text}").format(text=option.text))
            pick.clicked.connect(weak_slot(self._on_choose, option.id))
            row.addWidget(pick)
        card.body.addLayout(row)
        return card

    def _show_reply(self, item: InjectView, view: View) -> None:
        record, names = item.record, self._bridge.names
        waits = (
            not record.replied_by and not item.options and record.state in ("delivered", "acknowledged", "escalated")
        )
        can = item.mine and view.seat is not None and waits
        self._reply.setVisible(can or bool(record.reply))
        self._answered.setVisible(bool(record.reply))
        if record.reply:
            self._answered.setText(
                self.tr("{who}答复：{text}").format(who=names.seat(record.replied_by), text=record.reply)
            )
        self.answer.setVisible(can)
        self.send.setVisible(can)
        self._on_typed()

    # Slots

    def _on_choose(self, option: str) -> None:
        if self._item is None:
            return
        self.refusal.clear()
        if not self._bridge.submit("choose_option", inject=self._item.record.id, option=option):
            self._say_refused()

    def _on_send(self) -> None:
        text = self.answer.toPlainText().strip()
        if self._item is None or not text:
            return
        self.refusal.clear()
        if self._bridge.submit("reply_inject", inject=self._item.record.id, text=text):
            self.answer.clear()
        else:
            self._say_refused()

    def _on_typed(self) -> None:
        self.send.setEnabled(bool(self.answer.toPlainText().strip()))

    def _on_order(self) -> None:
        if self._item is not None:
            self._bridge.focus("order", f"inject:{self._item.record.id}")

    def _on_ledger(self) -> None:
        if self._item is not None:
            self._bridge.focus("supervision", self._item.record.problem)

    def _on_place(self) -> None:
        if self._item is not None:
            record = self._item.record
            self._bridge.focus("map", f"village:{record.village}" if record.village else f"township:{record.township}")

    def _say_refused(self) -> None:
        answer = self._bridge.last
        if answer is not None and answer.refusal is not None:
            self.refusal.show_refusal(answer.refusal)
