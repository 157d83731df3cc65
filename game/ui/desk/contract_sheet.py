"""One 包干 in full: responsibility against resources, its diary, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
from game.ui.widgets import Card, KeyValues, Page, Pill, button, clear, label, named, spaced

LOOK = {
    "offered": ("clock", "info"), "accepted": ("check", "accent"), "performing": ("work", "accent"),
    "assessed": ("star", "accent"), "fulfilled": ("ok", "ok"), "breached": ("overdue", "overdue"),
    "declined": ("close", "warn"), "handed_over": ("move", "muted"), "ended": ("close", "muted"),
}  # fmt: skip
"""(icon, tone) of each state."""
GRADES = ("a", "b", "c", "d")


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
        names, tr = self.bridge.names, self.tr
        if self.contract is None or self.contract.id != contract.id:
            self.form.close_form()
        self.contract = contract
        icon, tone = LOOK[contract.state]
        self._title.setText(
            tr("{who}包{what}").format(who=names.who(contract.holder), what=names.object(contract.object))
        )
        self._pill.set_state(names.state("contract", contract.state), tone, icon)
        self._bare.setVisible(bare(contract))
        self._means_card.set_tone("warn" if bare(contract) else "true")
        self._next.setText(self._next_word(contract, view))
        end = tr("{date},{left}").format(
            date=names.date(contract.end, week=False), left=names.until(contract.end, view.day)
        )
        pairs = [
            (tr("包什么"), names.object(contract.object)),
            (tr("内容"), contract.duty or tr("没有写明")),
            (tr("发包"), names.seat(contract.giver)),
            (tr("起"), names.date(contract.start, week=False)),
            (tr("止"), end),
        ]
        if contract.grade:
            pairs.append((tr("考评"), self.bridge.say(f"grade.{contract.grade}")))
        if contract.passed_on:
            pairs.append((tr("转手"), tr("{count}次,转得越多责任越薄").format(count=contract.passed_on)))
        self._duty.set_pairs(pairs)
        powers = "、".join(self.bridge.say(f"group.{p}") for p in contract.powers)
        none = tr("没有给")
        self._means.set_pairs(
            [
                (tr("人"), names.hours(contract.hours) + tr("/周") if contract.hours else none),
                (tr("钱"), names.money(contract.money) if contract.money else none),
                (tr("权"), powers or none),
                (tr("下去过"), tr("{count}次").format(count=contract.visits)),
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
        contract, view, names, tr = self.contract, self.bridge.view, self.bridge.names, self.tr
        if contract is None:
            return
        what = names.object(contract.object)
        fixed = {"contract": contract.id}
        reason = Ask("reason", tr("理由(会写进办理经过)"), "text", rows=2)
        if action == "accept":
            title = tr("应承:包{what}").format(what=what)
            self.form.open("answer_contract", title, (), {**fixed, "accept": True}, tr("应承"))
        elif action == "decline":
            title = tr("婉拒:包{what}").format(what=what)
            self.form.open("answer_contract", title, (reason,), {**fixed, "accept": False}, tr("婉拒"), style="danger")
        elif action == "assess":
            grades = tuple((g, self.bridge.say(f"grade.{g}")) for g in GRADES)
            asks = (
                Ask("grade", tr("等次"), "choice", grades, "b"),
                Ask("evidence", tr("依据(评优、评差必须有)"), "ticks", self._evidence(contract, view), rows=5),
            )
            self.form.open("assess_contract", tr("考评:{what}").format(what=what), asks, fixed, tr("评定"))
        elif action == "hand":
            rows = [(s.id, tr("{who}(席位)").format(who=s.name)) for s in view.seats if s.id != contract.holder]
            rows += [(o.id, o.name) for o in view.organs if o.exists and o.kind not in NO_HOLDERS]
            to = Ask("to", tr("移交给谁"), "choice", tuple(r for r in rows if r[0] != contract.holder))
            self.form.open("hand_over_contract", tr("移交:{what}").format(what=what), (to, reason), fixed, tr("移交"))
        elif action == "end":
            title = tr("终止:{what}").format(what=what)
            self.form.open("end_contract", title, (reason,), fixed, tr("终止"), style="danger")
        elif action == "look":
            self.bridge.focus("supervision", contract.object if contract.kind == "area" else "")
        if self.form.isVisible():
            self.ensureWidgetVisible(self.form)

    # Helpers

    def _possible(self, contract: Contract, view: View) -> list[Action]:
        tr, seat = self.tr, view.seat
        me = seat.id if seat else ""
        giver = seat is not None and (seat.id == contract.giver or seat.scope == "county")
        not_giver = tr("由发包的{who}来办").format(who=self.bridge.names.seat(contract.giver))
        actions = []
        if contract.state == "offered" and contract.holder == me:
            actions += [
                Action("accept", tr("应承"), "check", "answer_contract", "", "primary", "contract.accept"),
                Action("decline", tr("婉拒"), "close", "answer_contract", "", "", "contract.decline"),
            ]

        def why(trigger: str, otherwise: str, allowed: bool) -> str:
            if next_state("contract", contract.state, trigger) is None:
                return otherwise
            return "" if allowed else not_giver

        shut = tr("“{state}”时不能办").format(state=self.bridge.names.state("contract", contract.state))
        own = tr("不能给自己的包干打分") if contract.holder == me else ""
        actions += [
            Action(
                "assess", tr("考评"), "star", "assess_contract", why("assess", shut, giver) or own, "", "contract.assess"
            ),
            Action(
                "hand", tr("移交"), "move", "hand_over_contract",
                why("hand_over", shut, giver or contract.holder == me), "", "contract.hand",
            ),
            Action("end", tr("终止"), "close", "end_contract", why("end", shut, giver), "danger", "contract.end"),
            Action("look", tr("派督战去看"), "supervise", name="contract.look", style="quiet"),
        ]  # fmt: skip
        return actions

    def _evidence(self, contract: Contract, view: View) -> tuple[tuple[str, str], ...]:
        """Return what a grade can rest on: what was seen, ordered and found in the contract's field."""
        names, tr = self.bridge.names, self.tr
        area = contract.kind == "area"

        def touches(place: str, domain: str) -> bool:
            return covers_place(view, contract, place) if area else domain == contract.object

        task_domains = {t.id: t.domains for t in view.tasks}
        rows = [
            (p.id, tr("问题:{title}({state})").format(title=p.title, state=names.state("problem", p.state)))
            for p in view.problems
            if touches(place_of(p), p.domain)
        ]
        rows += [
            (v.id, tr("督战:{place} {date}").format(place=names.title(v.id), date=names.date(v.day, week=False)))
            for v in view.visits
            if v.state != "planned" and touches(f"township:{v.township}", v.focus)
        ]
        rows += [
            (o.id, tr("{order}({state})").format(order=names.title(o.id), state=names.state("order", o.state)))
            for o in view.orders
            if (touches(o.place, "") if area else contract.object in task_domains.get(o.task, ()))
        ]
        return tuple(rows)

    def _next_word(self, contract: Contract, view: View) -> str:
        tr = self.tr
        if contract.state == "offered":
            if contract.holder == view.viewer:
                return tr("等你答复。应承之前先看:责任和条件配不配。")
            return tr("等{who}答复。").format(who=self.bridge.names.who(contract.holder))
        return {
            "accepted": tr("已应承,从下一周起履约。"),
            "performing": tr("正在履约。发包人要去看、要考评,不能一包了之。"),
            "assessed": tr("已考评,继续履约。"),
            "fulfilled": tr("到期兑现。"),
            "breached": tr("到期没有兑现。"),
            "declined": tr("已婉拒,这一片还是没人负责。"),
            "handed_over": tr("已移交别人。"),
            "ended": tr("已终止。"),
        }.get(contract.state, "")
