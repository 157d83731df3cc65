"""The desk of 包干: what is covered and what is nobody's, who holds what, and the offer."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Contract
from game.exercise.lifecycles import is_over
from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.desk.contract_cover import CoverTable, bare, cover, uncovered_domains
from game.ui.desk.contract_offer import OfferPanel
from game.ui.desk.contract_sheet import LOOK, ContractSheet, grade_word
from game.ui.desk.form_fields import Chips
from game.ui.desk.order_draft import place_of
from game.ui.i18n import listed
from game.ui.models import Column
from game.ui.widgets import Card, FirmPage, RecordTable, Segments, ShownStack, Sides, button, label, spaced


class ContractsDesk(Desk):
    """Coverage and contracts on the left, the offer or a contract's sheet on the right."""

    name: ClassVar[str] = "contract"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        left = QFrame()
        left.setProperty("card", "rail")
        left.setMinimumWidth(theme.px(22))  # narrower, the list scrolls sideways
        page = FirmPage(theme, 3, 3)
        spaced(QVBoxLayout(left), theme, 0, 0).addWidget(page)
        column = page.body

        # Coverage
        covered = Card(theme, self.tr("谁包哪一片"))
        self._legend = label(
            self.tr("实心：有人包  斜线：待应承  空心：没人包  红框：有问题又没人包"), "small", wrap=True
        )
        self.cover = CoverTable(self.bridge)
        self._fields = label("", wrap=True)
        self.domains = Chips(self.bridge, "contract.domain")
        covered.body.addWidget(self.cover)
        covered.body.addWidget(self._legend)
        covered.body.addWidget(self._fields)
        covered.body.addWidget(self.domains)

        # Contracts
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._which = Segments(
            theme,
            [("open", self.tr("履约中")), ("mine", self.tr("与我有关")), ("all", self.tr("全部"))],
            "contract.which",
            self.tr("看哪些包干"),
        )
        self._sum = label("", "small", wrap=True)
        self.compose = button(self.tr("发包"), icons, "plus", kind="primary", name="contract.open")
        head.addWidget(self._which)
        head.addWidget(self._sum, 1)
        head.addWidget(self.compose)
        self.table: RecordTable[Contract] = RecordTable(
            self._columns(), theme, icons, name="contract.table", accessible=self.tr("包干清单")
        )
        column.addWidget(covered)
        column.addLayout(head)
        self.table.setMinimumHeight(theme.px(9))
        column.addWidget(self.table, 1)

        # Offer and sheet
        self._right = ShownStack()
        self.offer = OfferPanel(self.bridge)
        self.sheet = ContractSheet(self.bridge)
        self._right.addWidget(self.offer)
        self._right.addWidget(self.sheet)
        self._right.setMinimumWidth(theme.px(14))  # narrower, the form's words are cut
        self.sides = Sides(
            theme, left, self._right, (self.tr("覆盖与清单"), self.tr("发包与明细")), "contract.sides",
            self.tr("看清单或明细"), sizes=(theme.px(38), theme.px(28)),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _connect(self) -> None:
        self.cover.asked.connect(self._on_offer)
        self.domains.picked.connect(self._on_offer)
        self._which.picked.connect(self._on_which)
        self.table.picked.connect(self._on_picked)
        self.compose.clicked.connect(self.show_offer)
        self.sheet.offer_asked.connect(self.show_offer)
        self.offer.offered.connect(self._on_offered)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("包干")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "contract"

    @classmethod
    def badge(cls, view: View) -> tuple[int, bool]:
        """Offers that wait for the seat's answer."""
        return sum(1 for c in view.contracts if c.state == "offered" and c.holder == view.viewer), False

    def refresh(self, view: View) -> None:
        """Show a view."""
        names = self.bridge.names
        self.cover.show_cover(view)
        bad = uncovered_domains(view)[:6]
        held = [c for c in view.contracts if c.kind == "task" and not is_over("contract", c.state)]
        line = self.tr("{domain}由{who}包")
        words = ",".join(line.format(domain=names.domain(c.object), who=names.who(c.holder)) for c in held)
        self._fields.setText(self.tr("领域：{words}").format(words=words or self.tr("还没有按领域包干")))
        chip = self.tr("{domain}没人包（问题{count}）")
        self.domains.set_chips([(d, chip.format(domain=names.domain(d), count=count)) for d, count in bad])
        self._fill(view)
        self.offer.refresh()
        shown = self.sheet.contract
        fresh = next((c for c in view.contracts if shown is not None and c.id == shown.id), None)
        if fresh is not None:
            self.sheet.show_contract(fresh, view)
        elif self._right.currentWidget() is self.sheet:
            self._right.setCurrentWidget(self.offer)

    def focus_on(self, ref: str) -> None:
        """Open a contract by its id, or begin an offer for a place, a domain or a problem's place."""
        self.ensure_fresh()
        view = self.bridge.view
        if any(c.id == ref for c in view.contracts):
            self._which.choose("all")
            self._fill(view)
            self.show_contract(ref)
            return
        key = ref.removeprefix("problem:").removeprefix("inject:")
        problem = next((p for p in view.problems if key and key in (p.id, p.inject)), None)
        if problem is not None:
            self._on_offer(place_of(problem))
        else:
            known = ref.partition(":")[0] in ("zone", "township", "village") or ref in {d.value for d in Domain}
            self._on_offer(ref if known else "")

    def show_contract(self, contract: str) -> None:
        """Show a contract's sheet."""
        found = next((c for c in self.bridge.view.contracts if c.id == contract), None)
        if found is None:
            return
        if (chosen := self.table.selected()) is None or chosen.id != contract:
            self.table.select(contract)
        self.sheet.show_contract(found, self.bridge.view)
        self._right.setCurrentWidget(self.sheet)
        self.sides.show_right()

    def show_offer(self) -> None:
        """Show the offer."""
        self.table.clearSelection()
        self._right.setCurrentWidget(self.offer)
        self.sides.show_right()

    # Slots

    def _on_offer(self, target: str) -> None:
        self.show_offer()
        self.offer.start(target, focus=True)

    def _on_which(self, _which: str) -> None:
        self._fill(self.bridge.view)

    def _on_picked(self, contract: Contract | None) -> None:
        if contract is not None:
            self.show_contract(contract.id)

    def _on_offered(self, contract: str) -> None:
        if contract:
            self._which.choose("all")
            self._fill(self.bridge.view)
            self.show_contract(contract)

    # Helpers

    def _fill(self, view: View) -> None:
        which = self._which.current
        rows = [
            c
            for c in view.contracts
            if which == "all"
            or (which == "open" and not is_over("contract", c.state))
            or (which == "mine" and view.viewer in (c.holder, c.giver))
        ]
        self.table.set_records(sorted(rows, key=lambda c: (is_over("contract", c.state), c.end, c.id)))
        live = [c for c in view.contracts if not is_over("contract", c.state)]
        empty = sum(1 for c in live if bare(c))
        gaps = sum(one.gap for one in cover(view))
        line = self.tr("在约{live}份，有责无权{bare}份，{gaps}个村没人包")
        self._sum.setText(line.format(live=len(live), bare=empty, gaps=gaps))

    def _columns(self) -> list[Column[Contract]]:
        bridge = self.bridge
        nothing, hours = self.tr("有责无权"), self.tr("{hours}工时/周")

        def means(contract: Contract) -> str:
            parts = [hours.format(hours=contract.hours)] if contract.hours else []
            parts += [bridge.names.money(contract.money)] if contract.money else []
            parts += [bridge.say(f"group.{p}") for p in contract.powers]
            return listed(parts) or nothing

        return [
            Column(self.tr("包什么"), lambda c: bridge.names.object(c.object), width=-1),
            Column(self.tr("谁来包"), lambda c: bridge.names.who(c.holder), width=8),
            Column(
                self.tr("条件"),
                means,
                width=9,
                spare=True,
                icon=lambda c: ("warn", "warn") if bare(c) else None,
                tone=lambda c: "warn" if bare(c) else None,
            ),
            Column(self.tr("到期"), lambda c: bridge.names.date(c.end, week=False), sort=lambda c: c.end, width=4.5),
            Column(
                self.tr("状态"),
                lambda c: bridge.names.state("contract", c.state),
                width=5,
                icon=lambda c: LOOK[c.state],
                tone=lambda c: "overdue" if c.state == "breached" else None,
            ),
            Column(self.tr("考评"), lambda c: grade_word(c.grade) or "—", width=3, align="center", spare=True),
        ]
