"""回头看: what was signed off, what is due for a second look, and what came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from game.exercise.entities import Problem
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.desk.form_actions import Action, ActionRow
from game.ui.desk.form_fields import Chips
from game.ui.desk.form_panel import CommandForm
from game.ui.desk.supervision_forms import ProblemForms
from game.ui.models import Column
from game.ui.widgets import EmptyState, Page, RecordTable, Sides, label, spaced

DUE_DAYS = 28
"""Days after sign-off from which a second look is due."""


def standing(problem: Problem, day: int) -> str:
    """Return how a row stands: rebounded, planned, seen, due or fresh."""
    if problem.rebounds and problem.state != "closed":
        return "rebounded"
    if problem.look_back >= day:
        return "planned"
    if 0 <= problem.closed <= problem.look_back:
        return "seen"
    return "due" if day - problem.closed >= DUE_DAYS or problem.depth < 2 else "fresh"


def look_day(problem: Problem, day: int) -> int:
    """Return the day on which a row is to be looked at again: planned, due by now or later; -1 for none."""
    state = standing(problem, day)
    if state == "planned":
        return problem.look_back
    return {"due": day, "fresh": problem.closed + DUE_DAYS}.get(state, -1)


def calendar(problems: Sequence[Problem], view: View) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return (first day, rows) of every turn from this one in which something is to be looked at again."""
    turns: dict[int, list[str]] = {}
    for problem in problems:
        when = look_day(problem, view.day)
        if when >= 0:
            later = max(0, when - view.day) // max(1, view.turn_days)
            turns.setdefault(view.day + later * view.turn_days, []).append(problem.id)
    return tuple((day, tuple(rows)) for day, rows in sorted(turns.items()))


LOOK = {
    "rebounded": ("undo", "overdue"), "due": ("warn", "warn"), "planned": ("calendar", "info"), "seen": ("ok", "ok"),
    "fresh": ("clock", "muted"),
}  # fmt: skip
ORDER = ("rebounded", "due", "planned", "fresh", "seen")


class LookBackPage(QWidget):
    """Closed and rebounded problems; several can be planned at once."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        theme, icons = bridge.theme, bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        left = QWidget()
        left.setMinimumWidth(theme.px(21))  # narrower, the list scrolls sideways
        column = spaced(QVBoxLayout(left), theme, 3, 2)
        self._sum = label("", "muted", wrap=True)
        self.table: RecordTable[Problem] = RecordTable(
            self._columns(), theme, icons, name="supervision.closed", accessible=self.tr("回头看清单"), multi=True
        )
        column.addWidget(label(self.tr("销了号的，还要回头看"), "heading"))
        column.addWidget(self._sum)
        self.calendar = Chips(bridge, "supervision.calendar")
        self.calendar.setToolTip(self.tr("每回合该回头看几个；点一下只看那一回合的"))
        self._turn = ""
        column.addWidget(self.calendar)
        column.addWidget(self.table, 1)
        right = QFrame()
        right.setMinimumWidth(theme.px(14))
        right.setProperty("card", "side")
        outer = spaced(QVBoxLayout(right), theme, 0, 0)
        page = Page(theme, 4, 3)
        outer.addWidget(page)
        self._title = label("", "title", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._actions = ActionRow(bridge)
        self.form = CommandForm(bridge, "supervision.back")
        self._forms = ProblemForms(bridge, self.form, self)
        hint = self.tr("问题销号以后才谈得上回头看。")
        self._empty = EmptyState(theme, icons, "undo", self.tr("还没有销号的问题"), hint)
        for part in (self._empty, self._title, self._hint, self._actions, self.form):
            page.body.addWidget(part)
        page.body.addStretch(1)
        outer.addWidget(self.form.foot_apart())
        self.sides = Sides(
            theme, left, right, (self.tr("清单"), self.tr("选中的问题")), "supervision.back.sides",
            self.tr("看清单或选中的问题"), sizes=(theme.px(44), theme.px(23)),
        )  # fmt: skip
        row.addWidget(self.sides)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self._actions.chosen.connect(self._on_action)
        self.calendar.picked.connect(self._on_turn)

    def refresh(self, view: View) -> None:
        """Show a view."""
        if self.form.stale:
            self.form.close_form()
        rows = [p for p in view.problems if p.state == "closed" or p.rebounds]
        rows.sort(key=lambda p: (ORDER.index(standing(p, view.day)), p.closed, p.id))
        self.table.set_records(rows)
        count = {key: sum(standing(p, view.day) == key for p in rows) for key in ORDER}
        text = self.tr("该回头看{due}个，已排{planned}个，反弹{back}个。只看过材料就销号的排在前面。")
        self._sum.setText(text.format(due=count["due"], planned=count["planned"], back=count["rebounded"]))
        self._show_calendar(rows, view)
        if rows and not self.table.selected_all():
            self.table.select(rows[0].id)
        self._show()

    # Slots

    def _on_turn(self, turn: str) -> None:
        self._turn = "" if turn == self._turn else turn
        view = self.bridge.view
        self._show_calendar(self.table.table_model.records, view)
        self._show()

    def _on_selected(self, *_change: object) -> None:
        self.form.close_form()
        self._show()

    def _on_opened(self, *_row: object) -> None:
        self.sides.show_right()

    def _on_action(self, action: str) -> None:
        rows = self.table.selected_all()
        if action == "ledger" and rows:
            self.bridge.focus("supervision", rows[0].id)
        else:
            self._forms.open("look_back", rows)

    # Helpers

    def _show_calendar(self, rows: Sequence[Problem], view: View) -> None:
        """Show how many are to be looked at again turn by turn, and only those of the turn chosen."""
        turns = {str(day): keys for day, keys in calendar(rows, view)}
        if self._turn not in turns:
            self._turn = ""
        chips = []
        for day, keys in turns.items():
            now = int(day) == view.day
            when = self.tr("这一回合") if now else self.bridge.names.date(int(day), week=False)
            words = self.tr("{when} {count}个").format(when=when, count=len(keys))
            chips.append((day, f"✓ {words}" if day == self._turn else words))
        self.calendar.set_chips(chips)
        chosen = frozenset(turns.get(self._turn, ()))
        self.table.admit((lambda p: p.id in chosen) if chosen else None)

    def _show(self) -> None:
        rows = self.table.selected_all()
        self._empty.setVisible(not rows)
        for part in (self._title, self._hint, self._actions):
            part.setVisible(bool(rows))
        if not rows:
            return
        one = rows[0]
        title = one.title if len(rows) == 1 else self.tr("选了{count}个").format(count=len(rows))
        self._title.setText(title)
        names = self.bridge.names
        if len(rows) == 1:
            line = self.tr("{place} · {owner} · {date}销号")
            date = names.date(one.closed, week=False)
            place = names.where(one.village, one.township)
            self._hint.setText(line.format(place=place, owner=names.organ(one.owner), date=date))
        else:
            self._hint.setText(self.tr("按乡镇分开派人，一个乡镇一次。"))
        open_ = next((p for p in rows if p.state != "closed"), None)
        why = self.tr("“{title}”已经反弹，要重新交办").format(title=open_.title) if open_ else ""
        planned = next((p for p in rows if standing(p, self.bridge.view.day) == "planned"), None)
        if planned is not None and not why:
            date = names.date(planned.look_back, week=False)
            why = self.tr("“{title}”已排在{date}").format(title=planned.title, date=date)
        self._actions.set_actions(
            [
                Action(
                    "look_back",
                    self.tr("安排回头看"),
                    "undo",
                    "plan_look_back",
                    why,
                    "primary",
                    "supervision.back.open",
                ),
                Action("ledger", self.tr("看台账"), "ledger", style="quiet", name="supervision.back.ledger"),
            ]
        )

    def _columns(self) -> list[Column[Problem]]:
        bridge = self.bridge
        words = {
            "rebounded": self.tr("已反弹"), "due": self.tr("该看了"), "planned": self.tr("已排定"),
            "seen": self.tr("看过了"), "fresh": self.tr("刚销号"),
        }  # fmt: skip
        depths = {0: self.tr("没查"), 1: self.tr("看材料"), 2: self.tr("到现场"), 3: self.tr("深查")}
        return [
            Column(self.tr("问题"), lambda p: p.title, width=-1),
            Column(self.tr("地点"), lambda p: bridge.names.where(p.village, p.township), width=7, spare=True),
            Column(self.tr("责任单位"), lambda p: bridge.names.organ(p.owner), width=6.4, spare=True),
            Column(
                self.tr("销号日"),
                lambda p: bridge.names.date(p.closed, week=False),
                sort=lambda p: p.closed,
                width=4.4,
                spare=True,
            ),
            Column(
                self.tr("销号前核查"),
                lambda p: depths.get(p.depth, ""),
                sort=lambda p: p.depth,
                width=5.4,
                icon=lambda p: ("warn", "warn") if p.depth < 2 else None,
            ),
            Column(
                self.tr("回头看"),
                lambda p: bridge.names.date(p.look_back, week=False),
                sort=lambda p: p.look_back,
                width=4.4,
                spare=True,
            ),
            Column(
                self.tr("情况"),
                lambda p: words[standing(p, bridge.view.day)],
                sort=lambda p: ORDER.index(standing(p, bridge.view.day)),
                width=5,
                icon=lambda p: LOOK[standing(p, bridge.view.day)],
                tone=lambda p: "overdue" if standing(p, bridge.view.day) == "rebounded" else None,
            ),
        ]
