"""What can be done with partners, and among the people: the two sides of 市场与社会."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from game.exercise.entities import Partner
from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm
from game.ui.desk.form_choice import Choice
from game.ui.desk.form_fields import MoneySpin, NumberSpin, PlaceField
from game.ui.widgets import Segments, label

FEN = 100


class PartnerAct(ActForm):
    """An action on the partner chosen."""

    partner: Partner | None = None

    def set_partner(self, partner: Partner | None, view: View) -> None:
        """Take the partner chosen."""
        self.partner = partner
        self.refresh(view)

    def lacks(self) -> str:
        """Say that a partner has to be chosen."""
        return self.tr("先在左边点一个帮扶伙伴。")


class ApproachAct(PartnerAct):
    """Invite or press a partner."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "approach_partner", "", name="partners.approach", icon="phone", parent=parent)
        ways = [("invite", self.tr("请来谈")), ("press", self.tr("施压签约"))]
        self.manner = Segments(bridge.theme, ways, "partners.manner", self.tr("怎样去谈"))
        self.risk = label("", "small", wrap=True)
        self.add(self.tr("方式"), self.manner)
        self.form.addRow(self.risk)
        self.watch(self.manner.picked)
        self.manner.picked.connect(self._on_manner)
        self._on_manner(self.manner.current)

    def args(self) -> dict[str, Any] | None:
        """Partner and manner."""
        return {"partner": self.partner.id, "manner": self.manner.current} if self.partner is not None else None

    def _on_manner(self, manner: str) -> None:
        if manner == "press":
            text = self.tr("！当场就签，数字好看；但心里不情愿，信任会一路往下掉，钱和岗位到得慢，弄不好中途退出。")
            self.risk.setProperty("role", "warn")
        else:
            text = self.tr("先坐下来谈，下一步再商定条件。慢一点，信任是涨的；对口帮扶领导小组在运转时效果更好。")
            self.risk.setProperty("role", "small")
        self.risk.setText(text)
        self.risk.style().unpolish(self.risk)
        self.risk.style().polish(self.risk)


class TermsAct(PartnerAct):
    """Agree terms with a partner."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("农户分得太少留不住，企业无利可图走得快。两成到五成，双方都有账可算。")
        super().__init__(bridge, "agree_terms", hint, name="partners.agree", icon="contract", parent=parent)
        self.linkage = NumberSpin("partners.linkage", self.tr("收益归农户的比例"), 0, 100, "%")
        self.linkage.setSingleStep(5)
        self.money = MoneySpin("partners.money", self.tr("出资"))
        self.jobs = NumberSpin("partners.jobs", self.tr("岗位"), 0, 100_000, self.tr("个"))
        self.jobs.setSingleStep(10)
        self.add(self.tr("归农户"), self.linkage)
        self.add(self.tr("出资"), self.money)
        self.add(self.tr("岗位"), self.jobs)
        self.caps = label("", "small", wrap=True)
        self.form.addRow(self.caps)
        self.watch(self.linkage.valueChanged, self.money.valueChanged, self.jobs.valueChanged)

    def set_partner(self, partner: Partner | None, view: View) -> None:
        """Begin from what stands, or from what the partner could bear."""
        if partner is not None and (self.partner is None or self.partner.id != partner.id):
            self.linkage.setValue(partner.linkage // 10 or 35)
            self.money.set_yuan((partner.money_promised or partner.money_cap // 2) // FEN)
            self.jobs.setValue(partner.jobs_promised or partner.jobs_cap // 2)
        if partner is not None:
            names = self.bridge.names
            self.caps.setText(
                self.tr("家底：最多{money}、{jobs}个岗位；信任越高，肯拿出来的越多。").format(
                    money=names.money(partner.money_cap), jobs=partner.jobs_cap
                )
            )
        super().set_partner(partner, view)

    def args(self) -> dict[str, Any] | None:
        """Partner, linkage, money and jobs."""
        if self.partner is None:
            return None
        return {
            "partner": self.partner.id,
            "linkage": self.linkage.value() * 10,
            "money": self.money.yuan(),
            "jobs": self.jobs.value(),
        }


class LabourAct(PartnerAct):
    """Send workers out."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("有接收单位的，一年稳稳挣；自己出去闯的，不少人很快又回来。")
        super().__init__(bridge, "export_labour", hint, name="partners.labour", icon="work", parent=parent)
        self.place = PlaceField(bridge, "partners.labour.place", self.tr("从哪里组织"))
        self.workers = NumberSpin("partners.labour.workers", self.tr("多少人"), 1, 20_000, self.tr("人"))
        self.workers.setValue(30)
        self.to = Choice("partners.labour.partner", self.tr("到哪家"))
        self.add(self.tr("从哪里"), self.place)
        self.add(self.tr("人数"), self.workers)
        self.add(self.tr("到哪家"), self.to)
        self.watch(self.place.changed, self.workers.valueChanged, self.to.chosen)

    def set_partner(self, partner: Partner | None, view: View) -> None:
        """Take the partner chosen as the one that receives, where it has places."""
        changed = partner is not None and (self.partner is None or self.partner.id != partner.id)
        super().set_partner(partner, view)
        if changed and partner is not None:
            self.to.set_value(partner.id)
            self.recheck_soon()

    def refresh(self, view: View) -> None:
        """Offer places and engaged partners with what they still take."""
        self.place.refresh(view)
        options = [
            (p.id, self.tr("{name}（还能接{count}人）").format(name=p.name, count=p.jobs_promised - p.jobs_filled))
            for p in view.partners
            if p.state == "engaged" and p.jobs_promised > p.jobs_filled
        ]
        self.to.set_options([*options, ("", self.tr("没有接收单位，自己出去找"))])
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Place, workers and receiver."""
        return {"place": self.place.value(), "workers": self.workers.value(), "partner": self.to.value()}


class LoansAct(PartnerAct):
    """Guarantee loans."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("担保金撬动贷款，好处落不落到户，看合作企业的利益联结；企业靠不住，钱就烂在里面。")
        super().__init__(bridge, "guarantee_loans", hint, name="partners.loans", icon="money", parent=parent)
        self.place = PlaceField(bridge, "partners.loans.place", self.tr("投到哪里"))
        self.fund = Choice("partners.loans.fund", self.tr("用哪笔资金"))
        self.money = MoneySpin("partners.loans.money", self.tr("担保金"))
        self.money.set_yuan(200_000)
        self.add(self.tr("投到哪里"), self.place)
        self.add(self.tr("用哪笔钱"), self.fund)
        self.add(self.tr("担保金"), self.money)
        self.watch(self.place.changed, self.fund.chosen, self.money.valueChanged)

    def refresh(self, view: View) -> None:
        """Offer places and funds."""
        self.place.refresh(view)
        self.fund.set_options(self.words.fund_choices(view))
        super().refresh(view)

    def lacks(self) -> str:
        """Money and a fund are needed."""
        return self.tr("选资金并填担保金。")

    def args(self) -> dict[str, Any] | None:
        """Place, fund and money."""
        if not self.fund.value() or not self.money.yuan():
            return None
        return {"place": self.place.value(), "money": self.money.yuan(), "fund": self.fund.value()}


class MassesAct(ActForm):
    """An action in a township or village."""

    def __init__(
        self, bridge: Bridge, kind: str, hint: str, name: str, icon: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, kind, hint, name=name, icon=icon, parent=parent)
        self.place = PlaceField(bridge, f"{name}.place", self.tr("哪里"))
        self.add(self.tr("哪里"), self.place)
        self.watch(self.place.changed)

    def refresh(self, view: View) -> None:
        """Offer the places; meetings are held in townships and villages."""
        self.place.refresh(view)
        if self.place.value() in ("", "county") and view.townships:
            self.place.set_value(f"township:{view.townships[0].id}")
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Name the place."""
        return {"place": self.place.value()}


class MeetingAct(MassesAct):
    """Hold courtyard meetings."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("讲群众真正关心的事，能争取人心；照本宣科打对折，老开同样的会没人来。")
        super().__init__(bridge, "hold_mass_meeting", hint, "partners.meeting", "people", parent)
        self.topic = Choice("partners.meeting.topic", self.tr("讲什么"))
        self.add(self.tr("讲什么"), self.topic)
        self.watch(self.topic.chosen)

    def refresh(self, view: View) -> None:
        """Offer the topics people have problems with first."""
        asked = {p.domain for p in view.problems if p.state != "closed"}
        names = self.bridge.names
        domains = sorted((d.value for d in Domain), key=lambda d: d not in asked)
        hot = self.tr("{domain}（群众有反映）")
        options = [(d, hot.format(domain=names.domain(d)) if d in asked else names.domain(d)) for d in domains]
        self.topic.set_options([*options, ("", self.tr("一般宣讲"))])
        super().refresh(view)

    def args(self) -> dict[str, Any] | None:
        """Place and topic."""
        return {"place": self.place.value(), "topic": self.topic.value()}


class VisitsAct(MassesAct):
    """Organise home visits."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("干部进门坐一坐，听一听。占的是乡镇的工时，户数别贪多。")
        super().__init__(bridge, "organise_visits", hint, "partners.visits", "home", parent)
        self.households = NumberSpin("partners.visits.households", self.tr("走访多少户"), 1, 5000, self.tr("户"))
        self.households.setValue(40)
        self.add(self.tr("走访"), self.households)
        self.watch(self.households.valueChanged)

    def args(self) -> dict[str, Any] | None:
        """Place and households."""
        return {"place": self.place.value(), "households": self.households.value()}


class ExplainAct(MassesAct):
    """Explain policy."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        hint = self.tr("把政策讲明白，误会少、攀比少。")
        super().__init__(bridge, "explain_policy", hint, "partners.explain", "news", parent)
