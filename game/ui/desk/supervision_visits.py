"""督战 on site: who was where and when, the planner, and what visits found."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from game.exercise.commands.supervise import HOURS_A_WEEK, WEEK, visit_hours
from game.exercise.entities import Visit
from game.exercise.views.shape import View
from game.scenario.model import Domain
from game.ui.bridge import Bridge
from game.ui.desk.form_panel import Ask, CommandForm
from game.ui.desk.supervision_forms import ProblemForms
from game.ui.i18n import listed
from game.ui.models import Column
from game.ui.slots import weak_slot
from game.ui.widgets import Card, Page, RecordTable, Sides, button, clear, label, named, spaced

LOOK = {
    "planned": ("calendar", "info"), "on_site": ("visit", "accent"), "findings": ("search", "warn"),
    "slips_issued": ("slip", "accent"), "tracking": ("target", "accent"), "look_back": ("undo", "accent"),
    "finished": ("ok", "ok"),
}  # fmt: skip
PRESET = 3
"""Villages that are ticked at first: those seen longest ago."""
CROWD_DAYS = 14
KEPT = frozenset({"day", "depth", "sample", "focus", "announced"})
"""Fields of a plan that hold for whichever township is chosen."""


@dataclass(frozen=True, slots=True)
class TownRow:
    """How a township has been looked at."""

    id: str
    name: str
    last: int
    """Day of the last visit; -1 never."""
    planned: int
    """Day of the next visit; -1 none."""
    visited: int
    problems: int
    overdue: int


def town_rows(view: View) -> tuple[TownRow, ...]:
    """Return the townships, those unseen for longest first."""
    found = []
    for town in view.townships:
        here = [v for v in view.visits if v.township == town.id]
        past = [v.day for v in here if v.state != "planned"]
        seen = [v.seen_day for v in view.villages if v.township == town.id and v.seen_day >= 0]
        ahead = [v.day for v in here if v.state == "planned"]
        found.append(
            TownRow(
                town.id, town.name, max([*past, *seen], default=-1), min(ahead, default=-1), town.visited,
                town.problems, town.overdue,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda r: (r.last, -r.problems)))


_LEAST = 21
"""Width in lines that the columns of both lists need which are never left out."""
_ROWS = 6.5
"""Height in lines that each of the two lists keeps: its head and three rows."""


class VisitsPage(QWidget):
    """Coverage and visits on the left, the planner on the right."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self.bridge.theme, self.bridge.icons
        row = spaced(QVBoxLayout(self), theme, 0, 0)
        left = QWidget()
        left.setMinimumWidth(theme.px(_LEAST))
        column = spaced(QVBoxLayout(left), theme, 3, 2)
        self._sum = label("", "muted", wrap=True)
        self.towns: RecordTable[TownRow] = RecordTable(
            self._town_columns(), theme, icons, name="supervision.towns", accessible=self.tr("各乡镇督战情况")
        )
        self.towns.setMaximumHeight(theme.px(13))
        self.towns.setMinimumHeight(theme.px(_ROWS))
        self.visits: RecordTable[Visit] = RecordTable(
            self._visit_columns(), theme, icons, name="supervision.visits", accessible=self.tr("督战清单")
        )
        self.visits.setMinimumHeight(theme.px(_ROWS))
        self.details = Card(theme)
        self.details.setMinimumHeight(theme.px(4))
        column.addWidget(label(self.tr("哪里多久没人去看了"), "heading"))
        column.addWidget(self._sum)
        column.addWidget(self.towns, 2)
        column.addWidget(label(self.tr("督战安排和结果"), "heading"))
        column.addWidget(self.visits, 3)
        column.addWidget(self.details)
        right = QFrame()
        right.setMinimumWidth(theme.px(14))
        right.setProperty("card", "side")
        outer = spaced(QVBoxLayout(right), theme, 0, 0)
        page = Page(theme, 4, 3)
        outer.addWidget(page)
        self.form = CommandForm(self.bridge, "supervision.visit", frame="true")
        self._forms = ProblemForms(self.bridge, self.form, self)
        page.body.addWidget(label(self.tr("安排督战"), "title"))
        page.body.addWidget(
            label(self.tr("不打招呼才看得到真的；看得深费分队工时，去得密拖累基层。"), "muted", wrap=True)
        )
        page.body.addWidget(self.form)
        page.body.addStretch(1)
        outer.addWidget(self.form.foot_apart())
        self.sides = Sides(
            theme, left, right, (self.tr("去过哪里"), self.tr("安排督战")), "supervision.visits.sides",
            self.tr("看去过哪里或安排督战"), sizes=(theme.px(39), theme.px(28)),
        )  # fmt: skip
        row.addWidget(self.sides)

    def _connect(self) -> None:
        self.towns.picked.connect(self._on_town)
        self.visits.picked.connect(self._on_visit)
        self.form.edited.connect(self._on_edited)
        self.form.given.connect(self._on_given)

    # Public methods

    def refresh(self, view: View) -> None:
        """Show a view; what is written in the planner stays."""
        rows = town_rows(view)
        self.towns.set_records(rows)
        never = sum(r.last < 0 for r in rows)
        soon = sum(1 for v in view.visits if v.state == "planned")
        lead = self.tr("{never}个乡镇还没人去过").format(never=never) if never else self.tr("每个乡镇都有人去过")
        text = self.tr("{lead}，{soon}次督战已排定。点一行，右边就按它来排。")
        self._sum.setText(text.format(lead=lead, soon=soon))
        shown = sorted(view.visits, key=lambda v: (v.state != "planned", -v.day, v.id))
        self.visits.set_records(shown)
        self._show_details(self.visits.selected(), view)
        if not self.form.kind or self.form.stale:
            self.start(rows[0].id if rows else "", focus=False)
        else:
            self.form.show_preview()

    def start(self, township: str, *, village: str = "", focus: bool = True, keep: bool = False) -> None:
        """Begin a plan for a township with the villages seen longest ago; `keep` what else was filled in."""
        view = self.bridge.view
        if not view.townships:
            return
        town = township or view.townships[0].id
        last = max(view.day + 1, view.last_day)
        towns = tuple((t.id, t.name) for t in view.townships)
        domains = (("", self.tr("不限")), *((d.value, self.bridge.names.domain(d.value)) for d in Domain))
        asks: tuple[Ask, ...] = (
            Ask("township", self.tr("去哪个乡镇"), "choice", towns, town, half=True),
            Ask("squad", self.tr("派哪支分队"), "choice", self._forms.squads(view), f"squad:{town}", half=True),
            Ask("day", self.tr("哪天去"), "day", value=min(view.day + 3, last)),
            Ask(
                "villages", self.tr("看哪些村（最久没看的排在前面）"), "ticks", self._villages(town),
                (village,) if village else tuple(v for v, _ in self._villages(town)[:PRESET]), rows=5,
            ),
            Ask("depth", self.tr("看多深"), "choice", self._forms.depths(), "2", number=True),
            Ask("sample", self.tr("每村入户"), "number", value=10, least=1, most=60, suffix=self.tr(" 户"), half=True),
            Ask("focus", self.tr("重点看什么"), "choice", domains, half=True),
            Ask("announced", self.tr("提前通知（会有准备，占工时）"), "flag", value=False),
        )  # fmt: skip
        if keep:
            asks = tuple(replace(a, value=self.form.value(a.key)) if a.key in KEPT else a for a in asks)
        self.form.open("plan_visit", "", asks, {}, self.tr("排定督战"), closable=False, focus=focus)
        if focus:
            self.sides.show_right()
        self._weigh()

    # Slots

    def _on_town(self, row: TownRow | None) -> None:
        if row is not None:
            self.start(row.id, focus=False)
            if self.towns.hasFocus():
                self.sides.show_right()

    def _on_edited(self, key: str) -> None:
        if key == "township":
            self.start(str(self.form.value("township")), focus=False, keep=True)
        else:
            self._weigh()

    def _on_given(self, _kind: str) -> None:
        rows = town_rows(self.bridge.view)
        free = next((r for r in rows if r.planned < 0), rows[0])
        self.start(free.id, focus=False)

    def _on_visit(self, visit: Visit | None) -> None:
        self._show_details(visit, self.bridge.view)

    def _on_problem(self, problem: str) -> None:
        self.bridge.focus("supervision", problem)

    # Helpers

    def _villages(self, town: str) -> tuple[tuple[str, str], ...]:
        names, line = self.bridge.names, self.tr("{village} · {seen}{problems}")
        rows = sorted((v for v in self.bridge.view.villages if v.township == town), key=lambda v: (v.seen_day, v.id))
        never, more = self.tr("没人看过"), self.tr(" · 问题{count}")
        seen = self.tr("{date}看过")
        return tuple(
            (
                v.id,
                line.format(
                    village=v.name,
                    seen=never if v.seen_day < 0 else seen.format(date=names.date(v.seen_day, week=False)),
                    problems=more.format(count=v.problems) if v.problems else "",
                ),
            )
            for v in rows
        )

    def _weigh(self) -> None:
        """Say what the plan asks of the squad, and when visits to one township come close to each other."""
        view, town, squad = self.bridge.view, self.form.value("township"), self.form.value("squad")
        count = len(self.form.value("villages")) or PRESET
        need = visit_hours(count, self.form.value("sample"), self.form.value("depth"))
        staff = next((o.staff for o in view.organs if o.id == squad), 0)
        week = (int(self.form.value("day")) - 1) // WEEK
        taken = sum(
            visit_hours(len(v.villages), v.sample, v.depth)
            for v in view.visits
            if v.squad == squad and v.state == "planned" and (v.day - 1) // WEEK == week
        )
        free = max(0, staff * HOURS_A_WEEK - taken)
        text = self.tr("这次要{need}工时，分队那一周还有{free}工时").format(need=need, free=free)
        self.form.blocks["squad"].set_note(text)
        day = int(self.form.value("day"))
        near = [v for v in self.bridge.view.visits if v.township == town and abs(v.day - day) < CROWD_DAYS]
        text = self.tr("前后两周内这个乡镇已有{count}次督战，再去会挤占基层。").format(count=len(near))
        self.form.blocks["day"].set_note(text if near else "")

    def _show_details(self, visit: Visit | None, view: View) -> None:
        body, names = self.details.body, self.bridge.names
        clear(body)
        if visit is None:
            body.addWidget(label(self.tr("点一次督战，看去了哪些村、发现了什么。"), "muted", wrap=True))
            return
        villages = listed(names.place(f"village:{v}") for v in visit.villages) or self.tr("全乡镇")
        head = self.tr("{date} {squad}：{villages}").format(
            date=names.date(visit.day), squad=names.organ(visit.squad), villages=villages
        )
        body.addWidget(label(head, "strong", wrap=True))
        if visit.state == "planned":
            body.addWidget(label(self.tr("还没去，到日子自动出发。"), "muted", wrap=True))
        known = {p.id: p for p in view.problems}
        rows = [(p, self.tr("发现：{title}")) for p in visit.findings]
        rows += [(p, self.tr("纸面整改：{title}")) for p in visit.paper_found]
        rows += [
            (p, self.tr("核查：{title}")) for p in visit.problems if p not in (*visit.findings, *visit.paper_found)
        ]
        for problem, line in rows:
            if problem not in known:
                continue
            go = button(line.format(title=known[problem].title), self.bridge.icons, "ledger", kind="quiet")
            named(go, f"supervision.finding.{problem}")
            go.clicked.connect(weak_slot(self._on_problem, problem))
            body.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        if not rows and visit.state != "planned":
            body.addWidget(label(self.tr("没有发现问题。看得浅也会看不出来。"), "muted", wrap=True))

    def _town_columns(self) -> list[Column[TownRow]]:
        bridge = self.bridge
        never, none, today = self.tr("从没去过"), self.tr("没排"), self.tr("今天")
        ago = self.tr("{days}天前")

        def last(row: TownRow) -> str:
            days = bridge.view.day - row.last
            return never if row.last < 0 else ago.format(days=days) if days > 0 else today

        return [
            Column(self.tr("乡镇"), lambda r: r.name, width=-1, bold=lambda r: r.last < 0),
            Column(
                self.tr("最近一次"),
                last,
                sort=lambda r: r.last,
                width=6,
                icon=lambda r: ("warn", "warn") if r.last < 0 or bridge.view.day - r.last > 28 else None,
            ),
            Column(
                self.tr("四周内看过的村"), lambda r: bridge.names.permille(r.visited), sort=lambda r: r.visited,
                align="right", width=7,
            ),
            Column(
                self.tr("问题"), lambda r: str(r.problems), sort=lambda r: r.problems, align="right", width=3,
                spare=True,
            ),
            Column(
                self.tr("超期"), lambda r: str(r.overdue), sort=lambda r: r.overdue, align="right", width=3, spare=True,
                tone=lambda r: "overdue" if r.overdue else None,
            ),
            Column(
                self.tr("下一次"), lambda r: none if r.planned < 0 else bridge.names.date(r.planned, week=False),
                sort=lambda r: r.planned if r.planned >= 0 else 9999, width=5, spare=True,
            ),
        ]  # fmt: skip

    def _visit_columns(self) -> list[Column[Visit]]:
        bridge = self.bridge
        kinds = {
            "visit": self.tr("督战"),
            "verify": self.tr("核查"),
            "look_back": self.tr("回头看"),
            "field": self.tr("下乡"),
        }
        depths = {1: self.tr("看材料"), 2: self.tr("到现场"), 3: self.tr("深查")}
        told, quiet = self.tr("打招呼"), self.tr("不打招呼")
        return [
            Column(self.tr("日期"), lambda v: bridge.names.date(v.day, week=False), sort=lambda v: v.day, width=4.4),
            Column(self.tr("类别"), lambda v: kinds.get(v.kind, v.kind), width=4.8, spare=True),
            Column(self.tr("乡镇"), lambda v: bridge.names.place(f"township:{v.township}"), width=4.4),
            Column(self.tr("分队"), lambda v: bridge.names.who(v.squad or v.by), width=-1),
            Column(self.tr("方式"), lambda v: told if v.announced else quiet, width=4.6, spare=True),
            Column(self.tr("深度"), lambda v: depths.get(v.depth, ""), sort=lambda v: v.depth, width=4, spare=True),
            Column(
                self.tr("发现"),
                lambda v: "" if v.state == "planned" else str(len(v.findings) + len(v.paper_found)),
                sort=lambda v: len(v.findings) + len(v.paper_found),
                align="right",
                width=3,
                spare=True,
            ),
            Column(
                self.tr("状态"),
                lambda v: bridge.names.state("supervision", v.state),
                width=5.4,
                icon=lambda v: LOOK.get(v.state),
            ),
        ]
