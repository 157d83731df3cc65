"""One order in full: what it says, how far it is reported, its diary, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Order
from game.exercise.lifecycles import next_state
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.form_parts import DiaryList, cause_lines
from game.ui.desk.order_board import LANE_LOOK
from game.ui.i18n import listed
from game.ui.slots import weak_slot
from game.ui.widgets import Card, KeyValues, Meter, Page, Pill, button, clear, label, named, spaced

ON_MAP = ("zone:", "township:", "village:")
"""Kinds of places that the map can show."""
IN_FORCE = ("issued", "received", "executing", "returned", "overdue")


class OrderSheet(Page):
    """Details and actions of the order shown. `compose_asked` wants a new order."""

    compose_asked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 4, 3, parent)
        self.bridge = bridge
        self.order: Order | None = None
        named(self, "order.sheet", self.tr("战令详情"))
        theme, icons = bridge.theme, bridge.icons
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._title = label("", "title")
        self._pill = Pill(theme, icons)
        self.fresh = button(self.tr("再拟一道"), icons, "plus", kind="quiet", name="order.new")
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self.fresh)
        self._what = label("", "heading", wrap=True)
        self._next = label("", "muted", wrap=True)
        self._actions = ActionRow(bridge)
        self.form = CommandForm(bridge, "order.act")
        self._meter = Meter(theme)
        self._pairs = KeyValues(theme, 2)
        self._text = label("", wrap=True)
        self._links = spaced(QHBoxLayout(), theme, 0, 1)
        facts, words, diary = Card(theme), Card(theme, self.tr("令文")), Card(theme, self.tr("办理经过"))
        facts.body.addWidget(self._meter)
        facts.body.addWidget(self._pairs)
        facts.body.addLayout(self._links)
        words.body.addWidget(self._text)
        self._diary = DiaryList(bridge)
        diary.body.addWidget(self._diary)
        self._why_card = Card(theme, self.tr("它带来了什么"))
        self._why = spaced(QVBoxLayout(), theme, 0, 1)
        self._why_card.body.addLayout(self._why)
        self.body.addLayout(head)
        self.body.addWidget(self._what)
        self.body.addWidget(self._next)
        self.body.addWidget(self._actions)
        self.body.addWidget(self.form)
        for card in (facts, words, self._why_card, diary):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self._words = words
        self._actions.chosen.connect(self._on_action)
        self.fresh.clicked.connect(self.compose_asked)

    def show_order(self, order: Order, view: View) -> None:
        """Show an order; a form that is open for it stays."""
        names = self.bridge.names
        if self.order is None or self.order.id != order.id or self.form.stale:
            self.form.close_form()
        self.order = order
        icon, tone = LANE_LOOK[order.state]
        self._title.setText(names.title(order.id))
        self._pill.set_state(names.state("order", order.state), tone, icon)
        what, amount = self.tr("{place} · {task} {amount}"), names.amount(order.task, order.amount)
        place = names.place(order.place, full=True)
        self._what.setText(what.format(place=place, task=names.task(order.task), amount=amount))
        self._next.setText(self._next_word(order.state))
        done = self.tr("上报完成{done}/{all}，核实了才算数").format(done=f"{order.reported:,}", all=amount)
        self._meter.set_value(order.reported, order.amount, done, tone="accent" if tone == "muted" else tone)
        due = self.tr("{date}，{left}").format(
            date=names.date(order.deadline), left=names.until(order.deadline, view.day)
        )
        money = self.tr("{money}（{fund}），已用{spent}").format(
            money=names.money(order.money), fund=names.fund(order.fund), spent=names.money(order.spent)
        )
        pairs: list[tuple[str, str] | tuple[str, str, str]] = [
            (
                self.tr("签发"),
                self.tr("{who} {date}").format(who=names.seat(order.issuer), date=names.date(order.issued)),
            ),
            (self.tr("期限"), due, "overdue" if order.state == "overdue" else ""),
            (
                self.tr("牵头"),
                names.organ(order.lead) if order.lead else self.tr("未定牵头"),
                "" if order.lead else "warn",
            ),
            (self.tr("承办"), listed(names.organ(o) for o in order.organs)),
            (self.tr("资金"), money if order.money else self.tr("没有安排")),
            (self.tr("支援"), names.hours(order.hours) + self.tr("/周") if order.hours else self.tr("没有安排")),
            (self.tr("凭据"), self._evidence(order.evidence)),
            (self.tr("清楚程度"), names.permille(order.clarity), "warn" if order.clarity < 650 else ""),
        ]
        if order.extended or order.returned:
            back = self.tr("延期{extended}次，退回{returned}次").format(
                extended=order.extended, returned=order.returned
            )
            pairs.append((self.tr("反复"), back, "warn"))
        if order.spent_hours:
            pairs.append((self.tr("已用工时"), names.hours(order.spent_hours)))
        self._pairs.set_pairs(pairs)
        self._text.setText(order.text or self.tr("没有写令文。"))
        self._show_links(order)
        self._diary.show_steps(order.steps)
        clear(self._why)
        lines = cause_lines(self.bridge, view, order.id)
        for line in lines:
            self._why.addWidget(label(line, wrap=True))
        self._why_card.setVisible(bool(lines))
        self._actions.set_actions(self._possible(order, view))

    # Slots

    def _on_action(self, action: str) -> None:
        order, names = self.order, self.bridge.names
        if order is None:
            return
        title = names.title(order.id)
        fixed = {"order": order.id}
        reason = Ask("reason", self.tr("理由（会写进办理经过）"), "text", rows=2)
        if action == "accept":
            self.form.open("accept_order", self.tr("验收{title}").format(title=title), (), fixed, self.tr("验收"))
        elif action == "return":
            self.form.open(
                "return_order", self.tr("退回{title}重做").format(title=title), (reason,), fixed, self.tr("退回")
            )
        elif action == "extend":
            later = max(order.deadline, self.bridge.view.day) + 7
            day = Ask("deadline", self.tr("新的期限"), "day", value=later)
            self.form.open("extend_order", self.tr("给{title}延期").format(title=title), (day,), fixed, self.tr("延期"))
        elif action == "revoke":
            head = self.tr("撤销{title}").format(title=title)
            self.form.open("revoke_order", head, (reason,), fixed, self.tr("撤销"), style="danger")
        elif action == "look":
            self.bridge.focus("supervision", order.place)
        if self.form.isVisible():
            self.show_part(self.form)

    def _on_link(self, desk: str, ref: str) -> None:
        self.bridge.focus(desk, ref)

    # Helpers

    def _possible(self, order: Order, view: View) -> list[Action]:
        seat = view.seat
        mine = seat is not None and (seat.id == order.issuer or seat.scope == "county")
        yours = (
            "" if mine else self.tr("这道令由{who}签发，归签发人处理").format(who=self.bridge.names.seat(order.issuer))
        )

        def why(trigger: str, otherwise: str) -> str:
            legal = next_state("order", order.state, trigger) or (trigger == "extend" and order.state in IN_FORCE)
            return yours if legal else otherwise

        reported = self.tr("报结以后才能办")
        accept = Action(
            "accept", self.tr("验收"), "check", "accept_order", why("accept", reported), name="order.accept"
        )
        back = Action("return", self.tr("退回"), "back", "return_order", why("return_", reported), name="order.return")
        more = Action(
            "extend",
            self.tr("延期"),
            "clock",
            "extend_order",
            why("extend", self.tr("已报结或办结，不用延期")),
            name="order.extend",
        )
        off = Action(
            "revoke",
            self.tr("撤销"),
            "close",
            "revoke_order",
            why("revoke", self.tr("已报结或办结，不能撤销")),
            "danger",
            "order.revoke",
        )
        look = Action("look", self.tr("派督战去看"), "supervise", name="order.look", style="quiet")
        if order.state == "reported":
            accept = Action("accept", self.tr("验收"), "check", "accept_order", accept.why, "primary", "order.accept")
        return [accept, back, more, off, look]

    def _next_word(self, state: str) -> str:
        return {
            "issued": self.tr("已签发，正往下传达。下一步由承办单位签收。"),
            "received": self.tr("承办单位已签收，下一周开始执行。"),
            "executing": self.tr("正在执行。可以派督战去看真进度，别只看报上来的数。"),
            "reported": self.tr("承办单位已报结，等你验收。验收前最好有人到现场看过。"),
            "returned": self.tr("已退回重做，等承办单位再报。"),
            "overdue": self.tr("已超期。延期、撤销，或者去现场看卡在哪里。"),
            "accepted": self.tr("已验收办结。"),
            "revoked": self.tr("已撤销，资金和人力已收回。"),
        }.get(state, "")

    def _evidence(self, kind: str) -> str:
        return {
            "none": self.tr("不作要求"), "ledger": self.tr("台账"), "photos": self.tr("现场照片"),
            "household_check": self.tr("入户核查"), "third_party": self.tr("第三方核查"),
        }.get(kind, kind)  # fmt: skip

    def _show_links(self, order: Order) -> None:
        clear(self._links)
        names = self.bridge.names
        rows = [("supervision", order.problem, "ledger"), ("inbox", order.inject, "inbox")]
        for desk, ref, icon in rows:
            if not ref or names.title(ref) == ref:
                continue
            text = self.tr("针对：{title}").format(title=names.title(ref))
            go = button(text, self.bridge.icons, icon, kind="quiet", name=f"order.link.{desk}")
            go.clicked.connect(weak_slot(self._on_link, desk, ref))
            self._links.addWidget(go)
        if order.place.startswith(ON_MAP):
            go = button(self.tr("在地图上看"), self.bridge.icons, "map", kind="quiet", name="order.link.map")
            go.clicked.connect(weak_slot(self._on_link, "map", order.place))
            self._links.addWidget(go)
        self._links.addStretch(1)
