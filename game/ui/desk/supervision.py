"""The desk of 督战: the ledger, visits, slips, and the second look."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.desk.order_draft import township_of
from game.ui.desk.supervision_ledger import LedgerPage
from game.ui.desk.supervision_look_back import LookBackPage, standing
from game.ui.desk.supervision_rows import WAITING
from game.ui.desk.supervision_slips import SlipsPage
from game.ui.desk.supervision_visits import VisitsPage
from game.ui.widgets import Segments, ShownStack, label, spaced


class SupervisionDesk(Desk):
    """Four pages under one row of tabs."""

    name: ClassVar[str] = "supervision"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._fresh: set[str] = set()
        theme = bridge.theme
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        bar = QFrame()
        bar.setProperty("card", "bar")
        head = spaced(QHBoxLayout(bar), theme, 2, 3)
        self.tabs = Segments(
            theme,
            [
                ("ledger", self.tr("台账")), ("visits", self.tr("督战")), ("slips", self.tr("提示单")),
                ("look_back", self.tr("回头看")),
            ],
            "supervision.tabs",
            self.tr("督战各页"),
        )  # fmt: skip
        self._word = label("", "muted")
        head.addWidget(self.tabs)
        head.addWidget(self._word)
        head.addStretch(1)
        self.ledger = LedgerPage(bridge)
        self.visits = VisitsPage(bridge)
        self.slips = SlipsPage(bridge)
        self.look_back = LookBackPage(bridge)
        self._pages: dict[str, LedgerPage | VisitsPage | SlipsPage | LookBackPage] = {
            "ledger": self.ledger, "visits": self.visits, "slips": self.slips, "look_back": self.look_back,
        }  # fmt: skip
        self._stack = ShownStack()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self.tabs.picked.connect(self.show_page)

    def title(self) -> str:
        """Name in the navigation."""
        return self.tr("督战")

    def icon_name(self) -> str:
        """Icon in the navigation."""
        return "supervise"

    @classmethod
    def badge(cls, view: View) -> tuple[int, bool]:
        """Rows of the ledger whose next step is the supervisor's."""
        if view.seat is None or "supervise" not in view.seat.powers:
            return 0, False
        waiting = sum(1 for p in view.problems if p.state in WAITING)
        late = sum(1 for p in view.problems if p.state == "overdue")
        return waiting + late, late > 0

    def refresh(self, view: View) -> None:
        """Show a view: the page in sight at once, the others when they are turned to."""
        self._fresh = set()
        open_ = sum(1 for p in view.problems if p.state != "closed")
        wait = sum(1 for s in view.slips if s.answered < 0)
        due = sum(1 for p in view.problems if p.state == "closed" and standing(p, view.day) == "due")
        planned = sum(1 for v in view.visits if v.state == "planned")
        self.tabs.set_text("ledger", self.tr("台账 {count}").format(count=open_))
        self.tabs.set_text("visits", self.tr("督战 {count}").format(count=planned))
        self.tabs.set_text("slips", self.tr("提示单 {count}").format(count=wait))
        self.tabs.set_text("look_back", self.tr("回头看 {count}").format(count=due))
        self.show_page(self.tabs.current)

    def show_page(self, page: str) -> None:
        """Turn to `ledger`, `visits`, `slips` or `look_back`."""
        self.tabs.choose(page)
        shown = self._pages[page]
        if page not in self._fresh:
            self._fresh.add(page)
            shown.refresh(self.bridge.view)
        self._stack.setCurrentWidget(shown)
        self._stack.updateGeometry()
        self._word.setText(
            {
                "ledger": self.tr("发现 → 登记交办 → 整改 → 核查 → 销号 → 回头看"),
                "visits": self.tr("到现场去，看真不看账"),
                "slips": self.tr("提醒在前，追责在后"),
                "look_back": self.tr("知道有人回头看，整改才实在"),
            }[page]
        )
        self._fit_word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words beside the tabs out where they have no room."""
        super().resizeEvent(event)
        self._fit_word()

    def _fit_word(self) -> None:
        room = self.width() - self.bridge.theme.space(7)
        self._word.setVisible(self.tabs.sizeHint().width() + self._word.sizeHint().width() <= room)

    def focus_on(self, ref: str) -> None:
        """Show a page, a problem, a slip, a visit, or the planner for a place."""
        self.ensure_fresh()
        view = self.bridge.view
        key = ref.removeprefix("problem:").removeprefix("inject:")
        problem = next((p.id for p in view.problems if key and key in (p.id, p.inject)), "")
        if ref in self._pages:
            self.show_page(ref)
        elif problem:
            self.show_page("ledger")
            self.ledger.show_problem(problem)
        elif any(s.id == ref for s in view.slips):
            self.show_page("slips")
            self.slips.show_slip(ref)
        elif any(v.id == ref for v in view.visits):
            self.show_page("visits")
            self.visits.visits.select(ref)
        elif town := township_of(view, ref):
            self.show_page("visits")
            self.visits.start(town, village=ref.partition(":")[2] if ref.startswith("village:") else "")
        else:
            self.show_page("ledger")
