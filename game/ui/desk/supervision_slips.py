"""提示单 and 提示函 sent, and the inquiry meeting (询问会)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Slip
from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.supervision_paper import SlipPaper
from game.ui.desk.supervision_print import slip_document
from game.ui.desk.supervision_words import slip_words
from game.ui.models import Column
from game.ui.printing import PrintButton
from game.ui.slots import weak_slot
from game.ui.widgets import EmptyState, Page, RecordTable, Sides, button, clear, label, spaced


class SlipsPage(QWidget):
    """The slips sent, one of them printed, and meetings that ask questions."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        theme, icons = bridge.theme, bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        left = QWidget()
        left.setMinimumWidth(theme.px(21))  # narrower, the list scrolls sideways
        column = spaced(QVBoxLayout(left), theme, 3, 2)
        self._actions = ActionRow(bridge)
        self.form = CommandForm(bridge, "supervision.inquiry")
        self.table: RecordTable[Slip] = RecordTable(
            self._columns(), theme, icons, name="supervision.slips", accessible=self.tr("提示单清单")
        )
        self._sum = label("", "muted", wrap=True)
        column.addWidget(self._actions)
        column.addWidget(self.form)
        column.addWidget(self._sum)
        column.addWidget(self.table, 1)
        page = Page(theme, 5, 3)
        page.setMinimumWidth(theme.px(14))
        self.paper = SlipPaper(bridge)
        self.printing = PrintButton(icons, bridge.prompts, "supervision.slips.print")
        self.printing.told.connect(bridge.notice)
        self._links = spaced(QVBoxLayout(), theme, 0, 1)
        hint = self.tr("在台账里选中问题，点“提示单”就会印出一张。")
        self._empty = EmptyState(theme, icons, "slip", self.tr("还没有提示单"), hint)
        top = spaced(QHBoxLayout(), theme, 0, 0)
        top.addStretch(1)
        top.addWidget(self.printing)
        page.body.addLayout(top)
        page.body.addWidget(self.paper)
        page.body.addWidget(self._empty, 1)
        page.body.addLayout(self._links)
        page.body.addStretch(1)
        self.sides = Sides(
            theme, left, page, (self.tr("清单"), self.tr("提示单")), "supervision.slips.sides",
            self.tr("看清单或提示单"), sizes=(theme.px(36), theme.px(31)),
        )  # fmt: skip
        row.addWidget(self.sides)
        self.table.picked.connect(self._on_picked)
        self._actions.chosen.connect(self._on_action)

    def refresh(self, view: View) -> None:
        """Show a view."""
        self._actions.set_actions(
            [
                Action("ledger", self.tr("到台账选问题发提示单"), "ledger", name="supervision.to_ledger"),
                Action("inquiry", self.tr("询问会"), "people", "hold_inquiry", name="supervision.inquiry.open"),
            ]
        )
        if self.form.stale:
            self.form.close_form()
        rows = sorted(view.slips, key=lambda s: (s.answered >= 0, -s.number))
        self.table.set_records(rows)
        late = sum(1 for s in rows if s.answered < 0 and s.deadline < view.day)
        wait = sum(1 for s in rows if s.answered < 0)
        self._sum.setText(
            self.tr("发出{all}份，待回复{wait}份，超期{late}份。").format(all=len(rows), wait=wait, late=late)
        )
        if rows and self.table.selected() is None:
            self.table.select(rows[0].id)
        self._show(self.table.selected(), view)

    def show_slip(self, slip: str) -> bool:
        """Print a slip by its id."""
        self.sides.show_right()
        return self.table.select(slip)

    # Slots

    def _on_picked(self, slip: Slip | None) -> None:
        self._show(slip, self.bridge.view)
        if slip is not None and self.table.hasFocus():
            self.sides.show_right()

    def _on_action(self, action: str) -> None:
        if action == "ledger":
            self.bridge.focus("supervision", "ledger")
            return
        view = self.bridge.view
        worst = sorted(view.townships, key=lambda t: -t.overdue)
        asks = (
            Ask("townships", self.tr("请哪些乡镇来"), "ticks", tuple((t.id, t.name) for t in worst), (worst[0].id,)),
            Ask(
                "topic", self.tr("问什么"), "choice",
                (("", self.tr("不限题目")), *((d.value, self.bridge.names.domain(d.value)) for d in Domain)),
            ),
        )  # fmt: skip
        hint = self.tr("当面问包保领导和承包单位。偶尔一次压实责任，开勤了大家只会备稿子。")
        self.form.open("hold_inquiry", self.tr("召开询问会"), asks, {}, self.tr("召开"), hint=hint)

    def _on_problem(self, problem: str) -> None:
        self.bridge.focus("supervision", problem)

    # Helpers

    def _show(self, slip: Slip | None, view: View) -> None:
        clear(self._links)
        self.paper.setVisible(slip is not None)
        self.printing.setVisible(slip is not None)
        self._empty.setVisible(slip is None)
        if slip is None:
            return
        self.paper.show_slip(slip, view)
        words = slip_words(slip, view, self.bridge.names)
        self.printing.show_of(f"{words.kind} {words.number}", partial(slip_document, words))
        for problem in slip.problems:
            title = self.bridge.names.title(problem)
            go = button(self.tr("看台账：{title}").format(title=title), self.bridge.icons, "ledger", kind="quiet")
            go.clicked.connect(weak_slot(self._on_problem, problem))
            self._links.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)

    def _columns(self) -> list[Column[Slip]]:
        bridge = self.bridge
        letter, slip = self.tr("提示函"), self.tr("提示单")
        done, wait, late = self.tr("已回复"), self.tr("待回复"), self.tr("超期未回")

        def state(s: Slip) -> str:
            return done if s.answered >= 0 else late if s.deadline < bridge.view.day else wait

        def look(s: Slip) -> tuple[str, str]:
            return (
                ("ok", "ok") if s.answered >= 0 else ("overdue", "overdue") if state(s) == late else ("clock", "muted")
            )

        return [
            Column(self.tr("号"), lambda s: str(s.number), sort=lambda s: s.number, align="right", width=2.2),
            Column(self.tr("类别"), lambda s: letter if s.kind == "letter" else slip, width=4, spare=True),
            Column(self.tr("发给"), lambda s: bridge.names.who(s.to), width=-1),
            Column(
                self.tr("问题"),
                lambda s: str(len(s.problems)),
                sort=lambda s: len(s.problems),
                align="right",
                width=3,
                spare=True,
            ),
            Column(
                self.tr("发出"),
                lambda s: bridge.names.date(s.issued, week=False),
                sort=lambda s: s.issued,
                width=4.4,
                spare=True,
            ),
            Column(
                self.tr("期限"),
                lambda s: bridge.names.date(s.deadline, week=False),
                sort=lambda s: s.deadline,
                width=4.4,
            ),
            Column(self.tr("回复"), state, width=5, icon=look, tone=lambda s: "overdue" if state(s) == late else None),
        ]
