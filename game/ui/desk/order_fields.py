"""The fields of a 战令: what each offers, what is suggested, and the wording drafted from them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from game.exercise.views.shape import TaskView, View
from game.ui.bridge import Bridge
from game.ui.desk import order_draft as draft
from game.ui.desk.form_block import Block
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import Chips, DayField, MoneySpin, NumberSpin, PlaceField, TickList
from game.ui.desk.order_draft import Draft, Target
from game.ui.i18n import listed
from game.ui.widgets import Page, button, named

FIRST_DAYS = 21
"""Days that a fresh order is given."""
_COLUMNS = 12
"""Columns of the grid that the fields stand on."""
_NARROW = 24
"""Width in lines below which the fund has a line of its own."""


class OrderFields(Page):
    """Everything an order says, as fields. `changed` fires on every edit, by hand or by suggestion."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 3, 2, parent)
        self.bridge = bridge
        self._own_text = False
        self._target = Target()
        self._domain = ""
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, bridge = self.bridge.theme, self.bridge
        self.target = Choice("order.target", self.tr("针对的问题或来文"), search=True)
        self.task = Choice("order.task", self.tr("任务"), search=True)
        self.place = PlaceField(bridge, "order.place", self.tr("地点"))
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(self.tr("找单位"))
        self.seek.setClearButtonEnabled(True)
        self.seek.setMaximumWidth(theme.px(7))
        named(self.seek, "order.organs.find", self.tr("按名称找承办单位"))
        self.organs = TickList(bridge, "order.organs", self.tr("承办单位"), 5)
        self.lead = Choice("order.lead", self.tr("牵头单位"))
        self.amount = NumberSpin("order.amount", self.tr("数量"), 1, 1_000_000)
        self.amounts = Chips(bridge, "order.amount")
        self.deadline = DayField(bridge, "order.deadline", self.tr("完成期限"))
        self.money = MoneySpin("order.money", self.tr("安排资金"))
        self.moneys = Chips(bridge, "order.money")
        self.fund = Choice("order.fund", self.tr("资金来源"))
        self.hours = NumberSpin("order.hours", self.tr("每周支援工时"), 0, 10_000, self.tr(" 工时/周"))
        self.hours.setSingleStep(20)
        self.evidence = Choice("order.evidence", self.tr("凭什么算完成"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(4.6))
        named(self.text, "order.text", self.tr("令文"))
        self.again = button(self.tr("按各项重拟"), bridge.icons, "undo", kind="quiet", name="order.redraft")

        blocks = self.blocks = {
            "problem": Block(bridge, self.tr("针对的问题或来文（可不选）"), self.target),
            "task": Block(bridge, self.tr("任务"), self.task),
            "place": Block(bridge, self.tr("地点"), self.place),
            "organs": Block(bridge, self.tr("承办单位（可多选）"), self.organs),
            "lead": Block(bridge, self.tr("牵头单位"), self.lead),
            "amount": Block(bridge, self.tr("数量"), self.amount),
            "deadline": Block(bridge, self.tr("完成期限"), self.deadline),
            "money": Block(bridge, self.tr("安排资金"), self.money),
            "fund": Block(bridge, self.tr("资金来源"), self.fund),
            "hours": Block(bridge, self.tr("县里每周支援工时"), self.hours),
            "evidence": Block(bridge, self.tr("凭什么算完成"), self.evidence),
            "text": Block(bridge, self.tr("令文（随各项自动起草，可改）"), self.text),
        }
        blocks["organs"].head.addWidget(self.seek)
        blocks["amount"].set_foot(self.amounts)
        blocks["money"].set_foot(self.moneys)
        blocks["text"].head.addWidget(self.again)

        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(2))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._arrange(narrow=False)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _arrange(self, *, narrow: bool) -> None:
        """Set the fields side by side as far as their words have room: a fund says what is left of it."""
        self._narrow = narrow
        rows: list[dict[str, int]] = [
            {"problem": 12}, {"task": 12}, {"place": 12}, {"organs": 12}, {"lead": 6, "amount": 6}, {"deadline": 12},
            *([{"money": 6, "hours": 6}, {"fund": 12}, {"evidence": 12}] if narrow
              else [{"money": 5, "fund": 7}, {"evidence": 7, "hours": 5}]),
            {"text": 12},
        ]  # fmt: skip
        for row, keys in enumerate(rows):
            column = 0
            for key, span in keys.items():
                self._grid.addWidget(self.blocks[key], row, column, 1, span)
                column += span

    def _connect(self) -> None:
        self.target.chosen.connect(self._on_target)
        self.task.chosen.connect(self._on_task)
        self.place.changed.connect(self._on_place)
        self.seek.textChanged.connect(self._on_find)
        self.organs.changed.connect(self._on_organs)
        self.amounts.picked.connect(self._on_amount_chip)
        self.moneys.picked.connect(self._on_money_chip)
        self.text.textChanged.connect(self._on_text)
        self.again.clicked.connect(self._on_again)
        for signal in (self.lead.chosen, self.evidence.chosen, self.fund.chosen, self.deadline.changed):
            signal.connect(self._on_edited)
        for spin in (self.amount, self.money, self.hours):
            spin.valueChanged.connect(self._on_edited)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields anew where the room changes much."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < self.bridge.theme.px(_NARROW)
        if narrow is not self._narrow:
            self._arrange(narrow=narrow)

    # Public methods

    def refresh(self, view: View) -> None:
        """Offer what a view has; what was written stays."""
        fresh = self.task.count() == 0
        names = self.bridge.names
        rows = [("", self.tr("不针对具体问题"))]
        for one in draft.targets(view):
            title = names.title(one.problem or one.inject)
            word = self.tr("问题") if one.problem else self.tr("来文")
            place = names.place(one.place, full=True) if one.place else self.tr("全县")
            rows.append((one.ref, self.tr("{word}：{title}（{place}）").format(word=word, title=title, place=place)))
        self.target.set_options(rows)
        self.place.refresh(view)
        self.deadline.set_range(view.day, max(view.last_day, view.day + 1))
        kinds = {
            "ledger": self.tr("台账（最省事，最容易作假）"), "photos": self.tr("现场照片"),
            "household_check": self.tr("入户核查"), "third_party": self.tr("第三方核查"), "none": self.tr("不作要求"),
        }  # fmt: skip
        self.evidence.set_options([(key, kinds[key]) for key in draft.EVIDENCE])
        self._fill_tasks(view)
        if fresh:
            self.start()
        else:
            self._fill(view)
        self.changed.emit()

    def start(self, target: str = "", place: str = "") -> None:
        """Begin an order for a problem, a paper or a place, with everything that can be guessed filled in."""
        view = self.bridge.view
        self._own_text = False
        self.seek.clear()
        self._target = draft.find_target(view, target)
        self._domain = self._target.domain
        self.target.set_value(self._target.ref)
        self._fill_tasks(view)
        if self._domain:
            self.task.setCurrentIndex(0)
        home = view.seat.scope if view.seat and view.seat.scope.startswith(("township", "village")) else ""
        self.place.set_value(place or self._target.place or home or f"township:{view.townships[0].id}")
        self.deadline.set_value(view.day + FIRST_DAYS)
        self.money.setValue(0)
        self.hours.setValue(0)
        self.evidence.set_value("ledger")
        self._suggest(view)
        self._rewrite()
        self.changed.emit()

    def draft(self) -> Draft:
        """Return the order as the fields stand."""
        return Draft(
            task=self.task.value(), organs=self.organs.value(), place=self.place.value(), amount=self.amount.value(),
            deadline=self.deadline.value(), lead=self.lead.value(), money=self.money.yuan(), fund=self.fund.value(),
            hours=self.hours.value(), evidence=self.evidence.value(), text=self.text.toPlainText().strip(),
            problem=self._target.problem, inject=self._target.inject,
        )  # fmt: skip

    # Slots

    def _on_target(self, ref: str) -> None:
        self.start(ref, "" if ref else self.place.value())

    def _on_task(self, _task: str) -> None:
        self._suggest(self.bridge.view)
        self._on_edited()

    def _on_place(self, _place: str) -> None:
        self._suggest(self.bridge.view)
        self._on_edited()

    def _on_find(self, text: str) -> None:
        words = text.strip()
        for row in range(self.organs.count()):
            self.organs.item(row).setHidden(words not in self.organs.item(row).text())

    def _on_organs(self) -> None:
        keep = self.lead.value()
        self._fill_leads()
        if keep not in self.organs.value():
            self.lead.set_value(draft.suggested_lead(self.organs.value()))
        self._on_edited()

    def _on_amount_chip(self, key: str) -> None:
        task = self._task()
        if task is not None:
            gap, most = self._limits(task)
            named = draft.named_amount(task, self._target)
            self.amount.setValue(max(1, {"gap": gap, "named": named}.get(key, most)))

    def _on_money_chip(self, _key: str) -> None:
        task = self._task()
        if task is not None:
            self.money.set_yuan(draft.price(task, self.amount.value()))

    def _on_text(self) -> None:
        if self.text.hasFocus():
            self._own_text = True
        self.changed.emit()

    def _on_again(self) -> None:
        self._own_text = False
        self._rewrite()

    def _on_edited(self, *_value: object) -> None:
        self._fill(self.bridge.view)
        self._rewrite()
        self.changed.emit()

    # Helpers

    def _task(self) -> TaskView | None:
        return draft.find_task(self.bridge.view, self.task.value())

    def _limits(self, task: TaskView) -> tuple[int, int]:
        """Return the gap reported (-1 unknown) and what can be done until the deadline."""
        view, place = self.bridge.view, self.place.value()
        most = draft.capacity(view, task, place, self.organs.value(), self.deadline.value())
        return draft.reported_gap(view, task, place), most

    def _suggest(self, view: View) -> None:
        """Preset who and how much by task and place."""
        task, place = self._task(), self.place.value()
        self._fill_organs(view)
        self.organs.set_value(draft.suggested_organs(view, task, place))
        self._fill_leads()
        self.lead.set_value(draft.suggested_lead(self.organs.value()))
        self.fund.set_options([])
        if task is not None:
            self.amount.blockSignals(True)
            self.amount.setValue(draft.suggested_amount(view, task, self._target, place, self._limits(task)[1]))
            self.amount.blockSignals(False)
        self._fill(view)

    def _fill_tasks(self, view: View) -> None:
        rows = []
        for task in draft.tasks_for(view, self._domain):
            fits = self._domain in task.domains
            domain = self.bridge.names.domain(self._domain if fits else next(iter(task.domains), ""))
            rows.append((task.id, self.tr("{task}（{domain}）").format(task=task.name, domain=domain)))
        self.task.set_options(rows)

    def _fill_organs(self, view: View) -> None:
        groups = {
            "local": self.tr("当地"), "competent": self.tr("主管"), "away": self.tr("乡镇"), "other": self.tr("其他"),
        }  # fmt: skip
        names, line = self.bridge.names, self.tr("{organ} · {group}")
        rows = [
            (o, line.format(organ=names.organ(o), group=groups[g]))
            for o, g in draft.organs_for(view, self._task(), self.place.value())
        ]
        self.organs.set_options(rows)
        self._on_find(self.seek.text())

    def _fill_leads(self) -> None:
        rows = [(o, self.bridge.names.organ(o)) for o in self.organs.value()]
        self.lead.set_options([*rows, ("", self.tr("不定牵头"))])

    def _fill(self, view: View) -> None:
        """Offer and say what depends on the fields."""
        names, task = self.bridge.names, self._task()
        self._fill_organs(view)
        self._fill_leads()
        left = {f.id: draft.fund_left(f) for f in draft.funds_for(view, task)}
        line = self.tr("{fund}（余{left}）")
        self.fund.set_options([(f, line.format(fund=names.fund(f), left=names.money(m))) for f, m in left.items()])
        self.fund.setEnabled(bool(left))
        if task is None:
            return
        cost = self.tr("一{unit}约{hours}工时").format(unit=names.unit(task.id), hours=task.hours + task.expert)
        if task.yuan:
            cost = self.tr("{cost}、{money}").format(cost=cost, money=names.money(task.yuan * draft.FEN))
        able = self.tr("一个乡镇一周最多{amount}").format(amount=names.amount(task.id, task.weekly))
        self.blocks["task"].set_note(self.tr("{cost}；{able}").format(cost=cost, able=able))
        self._count(task)
        gap, most = self._limits(task)
        chips = [("most", self.tr("期限内最多办{amount}").format(amount=names.amount(task.id, most)))]
        if gap > 0:
            chips.insert(0, ("gap", self.tr("上报缺口{count}").format(count=names.households(gap))))
        if named := draft.named_amount(task, self._target):
            chips.insert(0, ("named", self.tr("问题涉及{count}").format(count=names.households(named))))
        self.amounts.set_chips(chips)
        price = draft.price(task, self.amount.value())
        money = names.money(-(-price // 1000) * 1000 * draft.FEN)
        self.moneys.set_chips([("price", self.tr("标准{money}").format(money=money))] if price else [])

    def _count(self, task: TaskView) -> None:
        self.amount.setSuffix(" " + self.bridge.names.unit(task.id, self.amount.value()))

    def _rewrite(self) -> None:
        """Draft the wording from the fields unless it was written by hand."""
        task = self._task()
        if self._own_text or task is None:
            return
        names, order = self.bridge.names, self.draft()
        doers = listed(names.organ(o) for o in order.organs) or self.tr("承办单位")
        lead = (
            self.tr("由{lead}牵头，").format(lead=names.organ(order.lead))
            if len(order.organs) > 1 and order.lead
            else ""
        )
        proof = {
            "ledger": self.tr("完成情况记入台账。"), "photos": self.tr("逐处拍照留证后报结。"),
            "household_check": self.tr("逐户上门核查、户主签字后报结。"),
            "third_party": self.tr("由第三方核查后报结。"), "none": "",
        }.get(order.evidence, "")  # fmt: skip
        money = self.tr("安排资金{money}。").format(money=names.money(order.money * draft.FEN)) if order.money else ""
        line = self.tr("{doers}：{lead}{date}前在{place}完成{task}{amount}。{money}{proof}")
        text = line.format(
            doers=doers, lead=lead, date=names.date(order.deadline, week=False),
            place=names.place(order.place, full=True), task=task.name, amount=names.amount(task.id, order.amount),
            money=money, proof=proof,
        )  # fmt: skip
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
