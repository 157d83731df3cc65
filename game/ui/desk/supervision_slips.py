"""提示单 and 提示函 as the papers they are, and the inquiry meeting (询问会)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from game.exercise.entities import Slip
from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.models import Column
from game.ui.slots import weak_slot
from game.ui.widgets import EmptyState, Page, RecordTable, Sides, button, clear, label, named, spaced


class SlipPaper(QFrame):
    """A slip printed on its form: red head, addressee, numbered problems, deadline, sender and date."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._column = QVBoxLayout(self)
        named(self, "supervision.paper")

    def show_slip(self, slip: Slip, view: View) -> None:
        """Print a slip."""
        theme, names = self._bridge.theme, self._bridge.names
        clear(self._column)
        self._column.setContentsMargins(theme.space(9), theme.space(7), theme.space(9), theme.space(9))
        self._column.setSpacing(theme.space(3))
        kind = self.tr("督战提示函") if slip.kind == "letter" else self.tr("督战提示单")
        head = QLabel(kind)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head.setStyleSheet(f"color: {theme.css('seal')}; font-size: {theme.sizes()['number']}px; font-weight: 700;")
        number = label(self.tr("第{number}号").format(number=slip.number), "muted")
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line = QFrame()
        line.setFixedHeight(max(2, theme.space(1) // 2))
        line.setStyleSheet(f"background: {theme.css('seal')}; border: none;")
        for part in (head, number, line, label(self.tr("{who}：").format(who=names.who(slip.to)), "strong")):
            self._column.addWidget(part)
        intro = (
            self.tr("经督战，你处存在下列{count}个问题：")
            if slip.kind != "letter"
            else self.tr("下列{count}个问题久拖未决，请过问：")
        )
        self._column.addWidget(label(intro.format(count=len(slip.problems)), wrap=True))
        known = {p.id: p for p in view.problems}
        for index, key in enumerate(slip.problems, 1):
            problem = known.get(key)
            if problem is None:
                continue
            text = self.tr("{index}. {title}（{place}，{households}）；责任单位：{owner}；现状：{state}。").format(
                index=index, title=problem.title, place=names.where(problem.village, problem.township),
                households=names.households(problem.households), owner=names.organ(problem.owner),
                state=names.state("problem", problem.state),
            )  # fmt: skip
            self._column.addWidget(label(text, wrap=True))
        if slip.text:
            self._column.addWidget(label(slip.text, wrap=True))
        due = self.tr("请于{date}前回复。").format(date=names.date(slip.deadline, week=False))
        self._column.addWidget(label(due, "strong"))
        sign = label(f"{names.seat(slip.by)}\n{names.date(slip.issued, week=False)}")
        sign.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(sign)
        if slip.answered >= 0:
            state, role = self.tr("{date}已回复").format(date=names.date(slip.answered, week=False)), "ok"
        else:
            late = slip.deadline < view.day
            state = self.tr("还没回复，{left}").format(left=names.until(slip.deadline, view.day))
            role = "overdue" if late else "muted"
        stub = label(self.tr("存根：{state}").format(state=state), role)
        self._column.addSpacing(theme.space(4))
        self._column.addWidget(stub)
        self.setAccessibleName(f"{kind} {number.text()} {names.who(slip.to)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet, and the line at which its stub is torn off."""
        theme, painter = self._bridge.theme, QPainter(self)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line"), theme.line(1)))
        painter.setBrush(theme.color("paper"))
        painter.drawRect(area)
        item = self._column.itemAt(self._column.count() - 1)
        if item is not None:
            y = item.geometry().top() - theme.space(3)
            painter.setPen(QPen(theme.color("edge"), theme.line(1.2), Qt.PenStyle.DashLine))
            painter.drawLine(round(area.left()), y, round(area.right()), y)


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
        self._links = spaced(QVBoxLayout(), theme, 0, 1)
        hint = self.tr("在台账里选中问题，点“提示单”就会印出一张。")
        self._empty = EmptyState(theme, icons, "slip", self.tr("还没有提示单"), hint)
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
        self._empty.setVisible(slip is None)
        if slip is None:
            return
        self.paper.show_slip(slip, view)
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
