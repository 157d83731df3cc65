"""The partners desk: who helps the county from outside, on what terms, and the work among the people."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from game.exercise.entities import Partner
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.act_form import ActForm, ActList
from game.ui.desk.base import Desk
from game.ui.desk.figures_words import Words
from game.ui.desk.partners_acts import (
    ApproachAct,
    ExplainAct,
    LabourAct,
    LoansAct,
    MeetingAct,
    PartnerAct,
    TermsAct,
    VisitsAct,
)
from game.ui.desk.partners_card import PartnerCard, told_of
from game.ui.kept import Kept
from game.ui.widgets import EmptyState, KeyValues, Page, Rule, Sides, clear, label, named, spaced

STEPS = 5


class PartnersDesk(Desk):
    """Cards of the partners, and beside them what can be done."""

    name: ClassVar[str] = "partners"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.words = Words(bridge, self)
        self._built = Kept()
        self._chosen = ""
        self._across = 0
        self.cards: dict[str, PartnerCard] = {}
        self._build_ui()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        page = Page(theme, 4, 3)
        page.setMinimumWidth(theme.px(17))
        page.body.addWidget(label(self.tr("帮扶伙伴"), "title"))
        self.summary = label("", "muted", wrap=True)
        page.body.addWidget(self.summary)
        self.empty = EmptyState(
            theme, icons, "partners", self.tr("还没有帮扶伙伴"),
            self.tr("对口帮扶城市、工商联、企业和合作社出现后，这里能看到信任、承诺与兑现，并去谈条件。"),
        )  # fmt: skip
        page.body.addWidget(self.empty)
        self.grid = QGridLayout()
        self.grid.setSpacing(theme.space(3))
        page.body.addLayout(self.grid)
        self.diary = spaced(QVBoxLayout(), theme, 0, 1)
        page.body.addLayout(self.diary)
        page.body.addStretch(1)
        self.page = page

        side = QFrame()
        side.setProperty("card", "side")
        named(side, "partners.sheet", self.tr("能做什么"))
        column = spaced(QVBoxLayout(side), theme, 0, 0)
        sheet = Page(theme, 4, 3)
        column.addWidget(sheet)
        self.heading = label("", "heading", wrap=True)
        self.note = label("", "muted", wrap=True)
        self.facts = KeyValues(theme)
        sheet.body.addWidget(self.heading)
        sheet.body.addWidget(self.note)
        sheet.body.addWidget(self.facts)
        self.acts = ActList(self.bridge, "partners.acts")
        self.partner_acts: tuple[PartnerAct, ...] = (
            ApproachAct(self.bridge), TermsAct(self.bridge), LabourAct(self.bridge), LoansAct(self.bridge),
        )  # fmt: skip
        for act in self.partner_acts:
            self.acts.add(act)
        sheet.body.addWidget(self.acts)
        sheet.body.addWidget(Rule())
        sheet.body.addWidget(label(self.tr("群众工作"), "heading"))
        self.people = ActList(self.bridge, "partners.people")
        people: tuple[ActForm, ...] = (MeetingAct(self.bridge), VisitsAct(self.bridge), ExplainAct(self.bridge))
        for form in people:
            self.people.add(form)
        sheet.body.addWidget(self.people)
        sheet.body.addStretch(1)
        self.sides = Sides(
            theme, page, side, (self.tr("伙伴"), self.tr("能做什么")), "partners.sides", self.tr("看伙伴或能做什么"),
            fixed=theme.px(20),
        )  # fmt: skip
        row.addWidget(self.sides)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("伙伴")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "partners"

    def refresh(self, view: View) -> None:
        """Show a view."""
        partners = view.partners
        self.empty.setVisible(not partners)
        engaged = [p for p in partners if p.state == "engaged"]
        names = self.bridge.names
        self.summary.setVisible(bool(partners))
        self.summary.setText(
            self.tr("{count}家已合作，承诺{promised}，到账{paid}；岗位承诺{jobs}个，到岗{filled}人。").format(
                count=len(engaged),
                promised=names.money(sum(p.money_promised for p in partners)),
                paid=names.money(sum(p.money_paid for p in partners)),
                jobs=sum(p.jobs_promised for p in partners),
                filled=sum(p.jobs_filled for p in partners),
            )
        )
        if not self._built.same(partners):
            clear(self.grid)
            self.cards = {}
            for partner in partners:
                card = PartnerCard(self.bridge, self.words, partner)
                card.chosen.connect(self._on_chosen)
                self.cards[partner.id] = card
            self._across = 0
            self._arrange()
        if self._chosen not in self.cards:
            self._chosen = partners[0].id if partners else ""
        self._show(view)
        self.people.refresh(view)

    def focus_on(self, ref: str) -> None:
        """Choose a partner."""
        self.ensure_fresh()
        if ref in self.cards:
            self._on_chosen(ref)

    @property
    def chosen(self) -> Partner | None:
        """The partner chosen."""
        return next((p for p in self.bridge.view.partners if p.id == self._chosen), None)

    # Slots

    def _on_chosen(self, partner: str) -> None:
        self._chosen = partner
        self._show(self.bridge.view)
        self.sides.show_right()

    # Helpers

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards in two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = 2 if self.page.width() > self.bridge.theme.px(31) else 1
        if across == self._across:
            return
        self._across = across
        for card in self.cards.values():
            self.grid.removeWidget(card)
        for number, card in enumerate(self.cards.values()):
            self.grid.addWidget(card, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self.grid.setColumnStretch(column, 1 if column < across else 0)

    def _show(self, view: View) -> None:
        partner = self.chosen
        for key, card in self.cards.items():
            card.mark(chosen=key == self._chosen)
        self.heading.setText(partner.name if partner is not None else self.tr("伙伴"))
        self.note.setText(
            partner.note if partner is not None else self.tr("有伙伴之后，在这里邀请、商定条件、送人务工、担保贷款。")
        )
        self.note.setVisible(bool(self.note.text()))
        told = partner is not None and told_of(partner)
        self.facts.setVisible(told)
        if partner is not None and told:
            names = self.bridge.names
            means = self.tr("{money}、{jobs}个岗位").format(money=names.money(partner.money_cap), jobs=partner.jobs_cap)
            talks = self.tr("{count}回，失约{broken}回").format(count=partner.promises, broken=partner.broken)
            self.facts.set_pairs(
                [
                    (self.tr("家底"), means),
                    (self.tr("谈过"), talks),
                ]
            )  # fmt: skip
        for act in self.partner_acts:
            act.set_partner(partner, view)
        self._show_diary(partner, view)

    def _show_diary(self, partner: Partner | None, view: View) -> None:
        clear(self.diary)
        if partner is None:
            return
        names, words = self.bridge.names, self.words
        causes = [c for _, c in view.causes if c.scope == f"partner:{partner.id}" and c.figure == "trust"][:STEPS]
        if causes:
            self.diary.addWidget(label(self.tr("{name}的信任为什么变").format(name=partner.name), "heading"))
        for cause in causes:
            text = self.tr("{date} 信任{change}：{why}").format(
                date=names.date(cause.day, week=False), change=words.delta("trust", cause.delta), why=words.cause(cause)
            )
            self.diary.addWidget(label(text, "ok" if cause.delta > 0 else "overdue", wrap=True))
