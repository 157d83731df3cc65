"""The sheet beside the chart: one body, how it bears up and why, and what can be done with it."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Organ
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm, ActList, status_pill
from game.ui.desk.figures_causes import why
from game.ui.desk.figures_words import Words
from game.ui.desk.organisation_acts import OrganAct, SetUpAct, organ_acts
from game.ui.desk.organisation_model import Node, nodes_of
from game.ui.i18n import listed
from game.ui.kept import Kept
from game.ui.slots import weak_slot
from game.ui.widgets import KeyValues, Meter, Page, Rule, button, clear, label, named, spaced

METERS = (("pressure", 1000, 650), ("load", 1500, 1000), ("fatigue", 1000, 500), ("friction", 1000, 450))
CAUSES = 3


class OrganSheet(QFrame):
    """Shows a body, or the county's organisation where none is chosen."""

    def __init__(self, bridge: Bridge, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Kept()
        self._bridge, self._words = bridge, words
        self._node: Node | None = None
        self.setProperty("card", "side")
        named(self, "organisation.sheet", self.tr("机构详情"))
        theme = bridge.theme
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        page = Page(theme, 4, 3)
        column.addWidget(page)
        self._about = spaced(QVBoxLayout(), theme, 0, 2)
        page.body.addLayout(self._about)
        page.body.addWidget(Rule())
        self.setup = SetUpAct(bridge)
        page.body.addWidget(self.setup)
        self._heading = label(self.tr("能做什么"), "heading")
        page.body.addWidget(self._heading)
        self.acts = ActList(bridge, "organisation.acts")
        for act in organ_acts(bridge):
            self.acts.add(act)
        page.body.addWidget(self.acts)
        page.body.addStretch(1)

    @property
    def node(self) -> Node | None:
        """The body shown."""
        return self._node

    def show_node(self, node: Node | None, view: View, nodes: tuple[Node, ...] = ()) -> None:
        """Show a body; None for the county's organisation, which counts `nodes`."""
        self._node = node
        if node is None:
            self._county(view, nodes or nodes_of(view, self._words))
        else:
            self._told.forget()
            clear(self._about)
            if node.organ is None:
                self._possible(node)
            else:
                self._organ(node, node.organ, view)
        self.setup.set_node(node, view)
        for form in self.acts.forms:
            cast("OrganAct", form).set_node(node if node is None or node.organ is not None else None, view)
        self.acts.setVisible(node is None or node.organ is not None)
        self._heading.setVisible(node is None or node.organ is not None)
        self._heading.setText(self.tr("全县能做什么") if node is None else self.tr("能做什么"))

    # The three kinds of sheet

    def _county(self, view: View, nodes: tuple[Node, ...]) -> None:
        names = self._bridge.names
        working = [n for n in nodes if n.state == "works" and n.setup is not None]
        coming = [n for n in nodes if n.state == "coming"]
        open_ = [n for n in nodes if n.state == "possible"]
        if self._told.same(len(working), len(coming), len(open_), view.priority):
            return
        clear(self._about)
        self._about.addWidget(label(self.tr("全县组织架构"), "title", wrap=True))
        text = self.tr("实线是在运转的，斜纹是筹建中的，虚线是还可以设立的。点一张卡片看详情和能做的事。")
        self._about.addWidget(label(text, "muted", wrap=True))
        pairs = KeyValues(self._bridge.theme)
        priority = names.domain(view.priority) if view.priority else self.tr("还没有宣布")
        pairs.set_pairs(
            [
                (self.tr("已建立"), self.tr("{count}个指挥机构").format(count=len(working))),
                (self.tr("筹建中"), self.tr("{count}个").format(count=len(coming))),
                (self.tr("还可设立"), self.tr("{count}个").format(count=len(open_))),
                (self.tr("头等大事"), priority),
            ]
        )
        self._about.addWidget(pairs)

    def _possible(self, node: Node) -> None:
        setup = node.setup
        assert setup is not None
        names, theme = self._bridge.names, self._bridge.theme
        self._head(node, self.tr("可以设立") if node.state == "possible" else self.tr("条件还不够"))
        self._about.addWidget(label(self.tr("设立之后会怎样"), "heading"))
        pairs = KeyValues(theme)
        since = self.tr("{date}起可以设立").format(date=names.date(setup.since, week=False))
        needs = listed(self._words.spoken(need) for need in setup.needs) or self.tr("无")
        ready = self.tr("{weeks}周后，即{date}").format(
            weeks=setup.weeks, date=names.date(self._bridge.view.day + 7 * setup.weeks, week=False)
        )
        pairs.set_pairs(
            [
                (self.tr("条块摩擦"), self.tr("运转后下降{share}").format(share=names.permille(setup.friction)), "ok"),
                (self.tr("要抽调"), self.tr("{count}人，由各部门和乡镇出").format(count=setup.seconded)),
                (self.tr("何时可用"), ready),
                (self.tr("前提"), needs, "" if node.state == "possible" or node.waits else "warn"),
                *([(self.tr("上级部署"), since, "warn")] if node.waits else []),
            ]
        )
        self._about.addWidget(pairs)

    def _organ(self, node: Node, organ: Organ, view: View) -> None:
        names, theme = self._bridge.names, self._bridge.theme
        state = self.tr("筹建中") if node.state == "coming" else self.tr("在运转")
        self._head(node, state)
        pairs: list[tuple[str, str] | tuple[str, str, str]] = []
        headless = not organ.leader and node.kind not in ("bureau", "squad", "township")
        leader = (
            names.who(organ.leader) if organ.leader else self.tr("没有负责人") if headless else self.tr("未由席位担任")
        )
        pairs.append((self.tr("负责人"), leader, "warn" if headless else ""))
        staff = self.tr("{count}人").format(count=organ.staff)
        if organ.seconded:
            lent = self.tr("借入{n}人") if organ.seconded > 0 else self.tr("借出{n}人")
            staff += f" ({lent.format(n=abs(organ.seconded))})"
        pairs.append((self.tr("人手"), staff))
        if node.state == "coming":
            pairs.append((self.tr("何时可用"), names.date(organ.ready_day)))
        if organ.lead_for:
            pairs.append((self.tr("牵头"), listed(names.domain(d) for d in organ.lead_for)))
        if organ.relief:
            pairs.append((self.tr("轮休"), self.tr("还有{weeks}周").format(weeks=organ.relief)))
        if node.kind == "township" and organ.forms_cut:
            pairs.append((self.tr("报表已减"), names.permille(organ.forms_cut)))
        if node.setup is not None:
            pairs.append(
                (self.tr("作用"), self.tr("运转时条块摩擦降{share}").format(share=names.permille(node.setup.friction)))
            )
        table = KeyValues(theme)
        table.set_pairs(pairs)
        self._about.addWidget(table)
        if node.strained:
            self._strain(organ)
            self._hours(organ)
            self._causes(node, view)

    # Parts

    def _head(self, node: Node, state: str) -> None:
        tone = {"works": "ok", "coming": "info", "possible": "accent"}.get(node.state, "muted")
        icon = {"works": "ok", "coming": "clock", "possible": "plus"}.get(node.state, "lock")
        self._about.addWidget(label(node.name, "title", wrap=True))
        self._about.addWidget(status_pill(self._bridge, state, tone, icon))

    def _strain(self, organ: Organ) -> None:
        theme = self._bridge.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1))
        for number, (quantity, most, limit) in enumerate(METERS):
            value = getattr(organ, quantity)
            word, tone = self._words.strain(quantity, value)
            meter = Meter(theme)
            text = f"{self._words.amount(quantity, value)} {word}"
            meter.set_value(max(0, value), most, text, tone="accent" if tone in ("ok", "info") else tone, limit=limit)
            grid.addWidget(label(self._words.quantity(quantity), "small"), number, 0)
            grid.addWidget(meter, number, 1)
        grid.setColumnStretch(1, 1)
        self._about.addLayout(grid)

    def _hours(self, organ: Organ) -> None:
        names = self._bridge.names
        parts = [
            (self.tr("填表"), organ.hours_forms), (self.tr("开会"), organ.hours_meetings),
            (self.tr("迎检"), organ.hours_received), (self.tr("一线"), organ.hours_field),
        ]  # fmt: skip
        total = sum(hours for _, hours in parts)
        if total:
            text = " · ".join(f"{word} {names.permille(hours * 1000 // total // 10 * 10)}" for word, hours in parts)
            self._about.addWidget(label(self.tr("上周工时去向：{parts}").format(parts=text), "small", wrap=True))

    def _causes(self, node: Node, view: View) -> None:
        reasons = [
            r for q in ("pressure", "load", "fatigue", "friction") for r in why(view, q, node.id, 1) if r.thousandths
        ]
        if not reasons:
            return
        self._about.addWidget(label(self.tr("上回合以来为什么变"), "heading"))
        for reason in sorted(reasons, key=lambda r: -abs(r.thousandths))[:CAUSES]:
            change = f"{self._words.quantity(reason.quantity)} {self._words.delta(reason.quantity, reason.delta)}"
            verdict = self._words.verdict(reason.good)
            head = f"{change} {verdict}".strip()
            role = {1: "ok", -1: "overdue"}.get(reason.good, "strong")
            self._about.addWidget(label(head, role))
            self._about.addWidget(label(self._words.cause(reason.cause), "small", wrap=True))
        row = QHBoxLayout()
        more = button(self.tr("看全部原因"), self._bridge.icons, "figures", kind="quiet", name="organisation.why")
        more.clicked.connect(weak_slot(self._on_why, node.id))
        row.addWidget(more)
        row.addStretch(1)
        self._about.addLayout(row)

    def _on_why(self, organ: str) -> None:
        self._bridge.focus("figures", organ)

    def act(self, kind: str) -> ActForm | None:
        """Return the action of a kind."""
        return self.setup if kind == "set_up_organ" else self.acts.act(kind)
