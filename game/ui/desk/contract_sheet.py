"""One 包干 in full: responsibility against resources, its diary, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Contract
from game.exercise.lifecycles import next_state
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.contract_cover import bare, covers_place
from game.ui.desk.contract_offer import NO_HOLDERS
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.form_parts import DiaryList, cause_lines
from game.ui.desk.order_draft import place_of
from game.ui.desk.order_sheet import ON_MAP
from game.ui.i18n import listed
from game.ui.widgets import Card, KeyValues, Page, Pill, button, clear, label, named, spaced

LOOK = {
    "offered": ("clock", "info"), "accepted": ("check", "accent"), "performing": ("work", "accent"),
    "assessed": ("star", "accent"), "fulfilled": ("ok", "ok"), "breached": ("overdue", "overdue"),
    "declined": ("close", "warn"), "handed_over": ("move", "muted"), "ended": ("close", "muted"),
}  # fmt: skip
"""(icon, tone) of each state."""
GRADES = ("a", "b", "c", "d")


def grade_word(grade: str) -> str:
    """Return a grade in one word."""
    return {
        "a": QCoreApplication.translate("ContractSheet", "优"),
        "b": QCoreApplication.translate("ContractSheet", "良"),
        "c": QCoreApplication.translate("ContractSheet", "中"),
        "d": QCoreApplication.translate("ContractSheet", "差"),
    }.get(grade, grade)


class ContractSheet(Page):
    """Details and actions of the contract shown. `offer_asked` wants a new one."""

    offer_asked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 4, 3, parent)
        self.bridge = bridge
        self.contract: Contract | None = None
        named(self, "contract.sheet", self.tr("包干详情"))
        theme, icons = bridge.theme, bridge.icons
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._title = label("", "title", wrap=True)
        self.fresh = button(self.tr("再发一份"), icons, "plus", kind="quiet", name="contract.new")
        head.addWidget(self._title, 1)
        head.addWidget(self.fresh)
        state = spaced(QHBoxLayout(), theme, 0, 2)
        self._pill = Pill(theme, icons)
        self._bare = Pill(theme, icons, self.tr("有责无权"), "warn", "warn")
        state.addWidget(self._pill)
        state.addWidget(self._bare)
        state.addStretch(1)
        self._next = label("", "muted", wrap=True)
        self._actions = ActionRow(bridge)
        self.form = CommandForm(bridge, "contract.act")
        both = spaced(QHBoxLayout(), theme, 0, 3)
        duty, means = Card(theme, self.tr("责任")), Card(theme, self.tr("条件"))
        self._duty, self._means = KeyValues(theme), KeyValues(theme)
        duty.body.addWidget(self._duty)
        means.body.addWidget(self._means)
        duty.body.addStretch(1)
        means.body.addStretch(1)
        both.addWidget(duty, 1)
        both.addWidget(means, 1)
        self._means_card = means
        diary = Card(theme, self.tr("办理经过"))
        self._diary = DiaryList(bridge)
        diary.body.addWidget(self._diary)
        self._why_card = Card(theme, self.tr("它带来了什么"))
        self._why = spaced(QVBoxLayout(), theme, 0, 1)
        self._why_card.body.addLayout(self._why)
        self.body.addLayout(head)
        self.body.addLayout(state)
        self.body.addWidget(self._next)
        self.body.addWidget(self._actions)
        self.body.addWidget(self.form)
        self.body.addLayout(both)
        self.body.addWidget(self._why_card)
        self.body.addWidget(diary)
        self.body.addStretch(1)
        self._actions.chosen.connect(self._on_action)
        self.fresh.clicked.connect(self.offer_asked)

    def show_contract(self, contract: Contract, view: View) -> None:
        """Show a contract; a form that is open for it stays."""
        names = self.bridge.names
        if self.contract is None or self.contract.id != contract.id or self.form.stale:
            self.form.close_form()
        self.contract = contract
        icon, tone = LOOK[contract.state]
        self._title.setText(
            self.tr("{who}包{what}").format(who=names.who(contract.holder), what=names.object(contract.object))
        )
        self._pill.set_state(names.state("contract", contract.state), tone, icon)
        self._bare.setVisible(bare(contract))
        self._means_card.set_tone("warn" if bare(contract) else "true")
        self._next.setText(self._next_word(contract, view))
        end = self.tr("{date}，{left}").format(
            date=names.date(contract.end, week=False), left=names.until(contract.end, view.day)
        )
        pairs = [
            (self.tr("包什么"), names.object(contract.object)),
            (self.tr("内容"), contract.duty or self.tr("没有写明")),
            (self.tr("发包"), names.seat(contract.giver)),
            (self.tr("起"), names.date(contract.start, week=False)),
            (self.tr("止"), end),
        ]
        if contract.grade:
            pairs.append((self.tr("考评"), grade_word(contract.grade)))
        if contract.passed_on:
            pairs.append((self.tr("转手"), self.tr("{count}次，转得越多责任越薄").format(count=contract.passed_on)))
        self._duty.set_pairs(pairs)
        powers = listed(self.bridge.say(f"group.{p}") for p in contract.powers)
        none = self.tr("没有给")
        self._means.set_pairs(
            [
                (self.tr("人"), names.hours(contract.hours) + self.tr("/周") if contract.hours else none),
                (self.tr("钱"), names.money(contract.money) if contract.money else none),
                (self.tr("权"), powers or none),
                (self.tr("下去过"), self.tr("{count}次").format(count=contract.visits)),
            ]
        )
        self._diary.show_steps(contract.steps)
        clear(self._why)
        lines = cause_lines(self.bridge, view, contract.id)
        for line in lines:
            self._why.addWidget(label(line, wrap=True))
        self._why_card.setVisible(bool(lines))
        self._actions.set_actions(self._possible(contract, view))

    # Slots

    def _on_action(self, action: str) -> None:
        contract, view, names = self.contract, self.bridge.view, self.bridge.names
        if contract is None:
            return
        what = names.object(contract.object)
        fixed = {"contract": contract.id}
        reason = Ask("reason", self.tr("理由（会写进办理经过）"), "text", rows=2)
        if action == "accept":
            title = self.tr("应承：包{what}").format(what=what)
            self.form.open("answer_contract", title, (), {**fixed, "accept": True}, self.tr("应承"))
        elif action == "decline":
            title = self.tr("婉拒：包{what}").format(what=what)
            self.form.open(
                "answer_contract", title, (reason,), {**fixed, "accept": False}, self.tr("婉拒"), style="danger"
            )
        elif action == "assess":
            grades = tuple((g, grade_word(g)) for g in GRADES)
            asks = (
                Ask("grade", self.tr("等次"), "choice", grades, "b"),
                Ask("evidence", self.tr("依据（评优、评差必须有）"), "ticks", self._evidence(contract, view), rows=5),
            )
            self.form.open("assess_contract", self.tr("考评：{what}").format(what=what), asks, fixed, self.tr("评定"))
        elif action == "hand":
            rows = [(s.id, self.tr("{who}（席位）").format(who=s.name)) for s in view.seats if s.id != contract.holder]
            rows += [(o.id, o.name) for o in view.organs if o.exists and o.kind not in NO_HOLDERS]
            to = Ask("to", self.tr("移交给谁"), "choice", tuple(r for r in rows if r[0] != contract.holder))
            self.form.open(
                "hand_over_contract", self.tr("移交：{what}").format(what=what), (to, reason), fixed, self.tr("移交")
            )
        elif action == "end":
            title = self.tr("终止：{what}").format(what=what)
            self.form.open("end_contract", title, (reason,), fixed, self.tr("终止"), style="danger")
        elif action == "map":
            self.bridge.focus("map", contract.object)
        elif action == "look":
            self.bridge.focus("supervision", contract.object if contract.kind == "area" else "")
        if self.form.isVisible():
            self.show_part(self.form)

    # Helpers

    def _possible(self, contract: Contract, view: View) -> list[Action]:
        seat = view.seat
        me = seat.id if seat else ""
        giver = seat is not None and (seat.id == contract.giver or seat.scope == "county")
        not_giver = self.tr("由发包的{who}来办").format(who=self.bridge.names.seat(contract.giver))
        actions = []
        if contract.state == "offered" and contract.holder == me:
            actions += [
                Action("accept", self.tr("应承"), "check", "answer_contract", "", "primary", "contract.accept"),
                Action("decline", self.tr("婉拒"), "close", "answer_contract", "", "", "contract.decline"),
            ]

        def why(trigger: str, otherwise: str, allowed: bool) -> str:
            if next_state("contract", contract.state, trigger) is None:
                return otherwise
            return "" if allowed else not_giver

        shut = self.tr("“{state}”时不能办").format(state=self.bridge.names.state("contract", contract.state))
        own = self.tr("不能给自己的包干打分") if contract.holder == me else ""
        actions += [
            Action(
                "assess",
                self.tr("考评"), "star", "assess_contract", why("assess", shut, giver) or own, "", "contract.assess"
            ),
            Action(
                "hand", self.tr("移交"), "move", "hand_over_contract",
                why("hand_over", shut, giver or contract.holder == me), "", "contract.hand",
            ),
            Action("end", self.tr("终止"), "close", "end_contract", why("end", shut, giver), "danger", "contract.end"),
            Action("look", self.tr("派督战去看"), "supervise", name="contract.look", style="quiet"),
        ]  # fmt: skip
        if contract.object.startswith(ON_MAP):
            actions.append(Action("map", self.tr("在地图上看"), "map", name="contract.map", style="quiet"))
        return actions

    def _evidence(self, contract: Contract, view: View) -> tuple[tuple[str, str], ...]:
        """Return what a grade can rest on: what was seen, ordered and found in the contract's field."""
        names = self.bridge.names
        area = contract.kind == "area"

        def touches(place: str, domain: str) -> bool:
            return covers_place(view, contract, place) if area else domain == contract.object

        task_domains = {t.id: t.domains for t in view.tasks}
        rows = [
            (p.id, self.tr("问题：{title}（{state}）").format(title=p.title, state=names.state("problem", p.state)))
            for p in view.problems
            if touches(place_of(p), p.domain)
        ]
        rows += [
            (v.id, self.tr("督战：{place} {date}").format(place=names.title(v.id), date=names.date(v.day, week=False)))
            for v in view.visits
            if v.state != "planned" and touches(f"township:{v.township}", v.focus)
        ]
        rows += [
            (o.id, self.tr("{order}（{state}）").format(order=names.title(o.id), state=names.state("order", o.state)))
            for o in view.orders
            if (touches(o.place, "") if area else contract.object in task_domains.get(o.task, ()))
        ]
        return tuple(rows)

    def _next_word(self, contract: Contract, view: View) -> str:
        if contract.state == "offered":
            if contract.holder == view.viewer:
                return self.tr("等你答复。应承之前先看：责任和条件配不配。")
            return self.tr("等{who}答复。").format(who=self.bridge.names.who(contract.holder))
        return {
            "accepted": self.tr("已应承，从下一周起履约。"),
            "performing": self.tr("正在履约。发包人要去看、要考评，不能一包了之。"),
            "assessed": self.tr("已考评，继续履约。"),
            "fulfilled": self.tr("到期兑现。"),
            "breached": self.tr("到期没有兑现。"),
            "declined": self.tr("已婉拒，这一片还是没人负责。"),
            "handed_over": self.tr("已移交别人。"),
            "ended": self.tr("已终止。"),
        }.get(contract.state, "")
