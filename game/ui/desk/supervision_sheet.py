"""One row of the ledger in full: where it stands in the loop, the next step, its facts and its diary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.entities import Problem
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_panel import CommandForm
from game.ui.desk.form_parts import DiaryList
from game.ui.desk.order_draft import OPEN_PROBLEMS
from game.ui.desk.supervision_forms import ProblemForms
from game.ui.desk.supervision_rows import LOOK, next_step, possible
from game.ui.desk.way import Way
from game.ui.icons import DOMAIN_ICONS
from game.ui.widgets import Card, EmptyState, KeyValues, Meter, Page, Pill, ShownStack, label, named, spaced


class ProblemSheet(QFrame):
    """Shows a row, or what can be done with several at once."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.rows: tuple[Problem, ...] = ()
        self._planned: dict[str, str] = {}
        self.setProperty("card", "side")
        named(self, "supervision.sheet", self.tr("问题详情"))
        theme, icons = bridge.theme, bridge.icons
        outer = spaced(QVBoxLayout(self), theme, 0, 0)
        self._stack = ShownStack()
        outer.addWidget(self._stack)
        self._empty = EmptyState(
            theme, icons, "ledger", self.tr("台账是空的"), self.tr("还没有发现问题。派督战下去看，问题才会上账。")
        )
        page = Page(theme, 4, 3)
        self._page = page
        self._title = label("", "title", wrap=True)
        pills = spaced(QHBoxLayout(), theme, 0, 2)
        self._state = Pill(theme, icons)
        self._domain = Pill(theme, icons)
        self._back = Pill(theme, icons)
        for pill in (self._state, self._domain, self._back):
            pills.addWidget(pill)
        pills.addStretch(1)
        self._next = label("", "muted", wrap=True)
        self._loop = ActionRow(bridge, reasons=False, short=True)
        self._more = ActionRow(bridge, short=True)
        self.form = CommandForm(bridge, "supervision.act")
        self.forms = ProblemForms(bridge, self.form, self)
        self._facts_card = Card(theme)
        self._meter = Meter(theme)
        self._pairs = KeyValues(theme)
        self._facts_card.body.addWidget(self._meter)
        self._facts_card.body.addWidget(self._pairs)
        self._map = Way(bridge, self.tr("在地图上看"))
        self._map.setObjectName("supervision.map")
        self._facts_card.body.addWidget(self._map, 0, Qt.AlignmentFlag.AlignLeft)
        self._diary_card = Card(theme, self.tr("办理经过"))
        self._diary = DiaryList(bridge)
        self._diary_card.body.addWidget(self._diary)
        page.body.addWidget(self._title)
        page.body.addLayout(pills)
        for part in (self._next, self._loop, self._more, self.form, self._facts_card, self._diary_card):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        outer.addWidget(self.form.foot_apart())
        self._loop.chosen.connect(self._on_action)
        self._more.chosen.connect(self._on_action)

    def show_rows(self, rows: Sequence[Problem], view: View) -> None:
        """Show one row or several; a form that is open for the same rows stays."""
        if [r.id for r in rows] != [r.id for r in self.rows] or self.form.stale:
            self.form.close_form()
        self.rows = tuple(rows)
        self._planned = {p: v.id for v in view.visits if v.state == "planned" for p in v.problems}
        self._stack.setCurrentIndex(1 if rows else 0)
        if not rows:
            found = bool(view.problems)
            title = self.tr("先选一行") if found else self.tr("台账是空的")
            hint = self.tr("选中一行看详情和下一步；按住 Ctrl 可选多行。") if found else ""
            self._empty.set_text(title, hint or self.tr("还没有发现问题。派督战下去看，问题才会上账。"))
            return
        one = len(rows) == 1
        for part in (self._state, self._domain, self._facts_card, self._diary_card):
            part.setVisible(one)
        if one:
            self._show_one(rows[0], view)
        else:
            self._title.setText(self.tr("选了{count}行").format(count=len(rows)))
            self._back.setVisible(False)
            self._next.setText(self.tr("可以合发一张提示单、一封提示函，或一起安排回头看。"))
        self._loop.set_actions(self._main(rows) if one else [])
        self._loop.setVisible(one)
        self._more.set_actions(self._others(rows), self._loop.shut)

    def act(self, action: str) -> None:
        """Open the form of an action on the rows shown."""
        self.forms.open(action, self.rows)
        if self.form.isVisible():
            self._page.show_part(self.form)

    # Slots

    def _on_action(self, action: str) -> None:
        if action == "order":
            self.bridge.focus("order", f"problem:{self.rows[0].id}")
        elif action == "contract":
            self.bridge.focus("contract", f"problem:{self.rows[0].id}")
        else:
            self.act(action)

    # Helpers

    def _show_one(self, row: Problem, view: View) -> None:
        names = self.bridge.names
        place = f"village:{row.village}" if row.village else f"township:{row.township}"
        where = names.where(row.village, row.township)
        self._map.lead("map", place, self.tr("在地图上看{place}").format(place=where))
        icon, tone = LOOK.get(row.state, ("info", "muted"))
        self._title.setText(row.title)
        self._state.set_state(names.state("problem", row.state), tone, icon)
        self._domain.set_state(names.domain(row.domain), "muted", DOMAIN_ICONS.get(row.domain, "ledger"))
        self._back.setVisible(row.rebounds > 0)
        self._back.set_state(self.tr("反弹{count}次").format(count=row.rebounds), "overdue", "undo")
        self._next.setText(self._next_word(row))
        progress = self.tr("上报进度{share}，核查了才算数").format(share=names.permille(row.progress))
        self._meter.set_value(row.progress, 1000, progress, tone="accent" if tone == "muted" else tone)
        late = row.state != "closed" and 0 <= row.deadline < view.day
        due = self.tr("{date}，{left}").format(
            date=names.date(row.deadline, week=False), left=names.until(row.deadline, view.day)
        )
        depth = {1: self.tr("只看过材料"), 2: self.tr("到过现场"), 3: self.tr("深查过")}.get(
            row.depth, self.tr("没查过")
        )
        pairs: list[tuple[str, str] | tuple[str, str, str]] = [
            (self.tr("地点"), names.where(row.village, row.township)),
            (self.tr("涉及"), names.households(row.households)),
            (self.tr("严重程度"), self._severity(row.severity)),
            (
                self.tr("责任单位"),
                names.organ(row.owner) if row.owner else self.tr("还没定"),
                "" if row.owner else "warn",
            ),
            (self.tr("责任人"), names.seat(row.person) if row.person else self.tr("没定到人")),
            (self.tr("时限"), due if row.deadline >= 0 else self.tr("没定"), "overdue" if late else ""),
            (self.tr("措施"), row.measure or self.tr("没写")),
            (self.tr("核查"), depth),
        ]
        if row.slips or row.rung or row.returned:
            rung = self.bridge.say(f"rung.{row.rung}") if row.rung else self.tr("未提级")
            line = self.tr("提示{slips}次，退回{back}次，{rung}")
            pairs.append((self.tr("督责"), line.format(slips=row.slips, back=row.returned, rung=rung)))
        if row.look_back >= 0:
            pairs.append((self.tr("回头看"), names.date(row.look_back)))
        self._pairs.set_pairs(pairs)
        self._diary.show_steps(row.steps)

    def _main(self, rows: Sequence[Problem]) -> list[Action]:
        """Return the loop in its order; what comes next is filled."""
        row = rows[0]
        chosen = next_step(row)
        steps = (
            ("register", self.tr("登记交办"), "ledger", "register_finding"),
            ("verify", self.tr("核查"), "check", "verify_problem"),
            ("close", self.tr("销号"), "ok", "close_problem"),
            ("look_back", self.tr("回头看"), "undo", "plan_look_back"),
        )
        return [
            Action(key, word, icon, kind, self._why(row, key), "primary" if key == chosen else "", f"supervision.{key}")
            for key, word, icon, kind in steps
        ]

    def _others(self, rows: Sequence[Problem]) -> list[Action]:
        row, one = rows[0], len(rows) == 1

        def why(key: str) -> str:
            return next((w for r in rows if (w := self._why(r, key))), "")

        found = [
            Action("slip", self.tr("提示单"), "slip", "issue_slip", why("slip"), name="supervision.slip"),
            Action("letter", self.tr("提示函"), "letter", "send_letter", why("letter"), name="supervision.letter"),
        ]
        if next_step(row) == "slip" and one:
            found[0] = Action("slip", self.tr("提示单"), "slip", "issue_slip", "", "primary", "supervision.slip")
        if not one:
            look = why("look_back")
            found.append(
                Action("look_back", self.tr("回头看"), "undo", "plan_look_back", look, name="supervision.look_back.all")
            )
            return found
        found += [
            Action("return", self.tr("退回整改"), "back", "return_problem", why("return"), name="supervision.return"),
            Action("ladder", self.tr("督责提级"), "up", "apply_ladder", why("ladder"), name="supervision.ladder"),
        ]
        if row.state in OPEN_PROBLEMS:
            found.append(Action("order", self.tr("拟战令"), "order", name="supervision.order", style="quiet"))
        return found

    def _why(self, row: Problem, action: str) -> str:
        if not possible(row, action):
            state = self.bridge.names.state("problem", row.state)
            return self.tr("“{state}”时还不能办").format(state=state)
        if action in ("verify", "look_back") and row.id in self._planned:
            return self.tr("已排进督战，等结果")
        return ""

    def _next_word(self, row: Problem) -> str:
        if row.id in self._planned:
            return self.tr("核查已经排定，过了这几天就有结果。")
        return {
            "found": self.tr("下一步：登记交办，定责任单位、责任人、时限。"),
            "registered": self.tr("下一步：交办到责任单位。"),
            "assigned": self.tr("已交办，等责任单位动起来；发提示单能让它快一点。"),
            "rectifying": self.tr("正在整改。到期前可以派督战去看真进度。"),
            "claimed": self.tr("责任单位申请销号。下一步：核查，最好到现场。"),
            "verified": self.tr("复核通过。下一步：销号；看着不对就退回。"),
            "closed": self.tr("已销号。过一阵回头看，防止反弹。"),
            "rebounded": self.tr("反弹了。下一步：重新交办，换个治本的办法。"),
            "escalated": self.tr("已升级，上面在看。下一步：马上交办。"),
            "overdue": self.tr("已超期。下一步：发提示单，再不动就提级。"),
        }.get(row.state, "")

    def _severity(self, severity: int) -> str:
        return {1: self.tr("一般"), 2: self.tr("较重"), 3: self.tr("严重")}.get(severity, str(severity))
