"""The sheet beside the map: what is known of one place, how old it is, and what can be done there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.county.place import NEEDS
from game.exercise.entities import Contract, Problem
from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.bridge import Bridge
from game.ui.county_map.zones import Zone, drawn_zones, zones_of
from game.ui.desk.figures_causes import course_from_causes
from game.ui.desk.figures_rows import TRACED
from game.ui.desk.map_trends import Trend, TrendRows
from game.ui.icons import DOMAIN_ICONS, NEED_ICONS
from game.ui.kept import Kept, places
from game.ui.slots import weak_slot
from game.ui.widgets import (
    FlowLayout,
    KeyValues,
    Meter,
    Page,
    Pill,
    RefusalBar,
    Rule,
    button,
    clear,
    label,
    named,
    spaced,
)

_STALE = 14
"""Days after which a report is called old."""
_MOST = 6


_COUNTY = ("incidence_recorded_bp", "approval", "problems_open", "problems_overdue", "load", "fatigue")
"""Figures of the whole county that the sheet shows."""


def _of_county(view: View) -> tuple[object, ...]:
    """Return what the county's sheet shows: less than all that is known of places, and it changes less often."""
    figures = [view.figures.get(key) for key in _COUNTY]
    return (
        view.day,
        view.session,
        figures,
        drawn_zones(view),
        [(t.id, t.name, t.problems, t.visited) for t in view.townships],
    )


class PlaceSheet(QFrame):
    """Shows a zone, a township, a village, or the county when nothing is selected."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place = ""
        self._built = Kept()
        self.setProperty("card", "side")
        named(self, "map.sheet")
        self._build_ui()

    def _build_ui(self) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        self._page = Page(theme, 4, 3)
        column.addWidget(self._page, 1)
        foot = QFrame()
        inner = spaced(QVBoxLayout(foot), theme, 3, 2)
        self._actions = FlowLayout(theme.space(2))
        self.order = button(self.tr("下战令"), icons, "order", kind="primary", name="map.order")
        self.contract = button(self.tr("包干"), icons, "contract", name="map.contract")
        self.visit = button(self.tr("派督战"), icons, "supervise", name="map.visit")
        self.field = button(self.tr("下乡走访"), icons, "visit", name="map.field_visit", tip=self.tr("亲自去看，精力3"))
        self.ask = button(
            self.tr("要情况"),
            icons,
            "report",
            name="map.ask_report",
            tip=self.tr("让乡里写一份报告，精力1，占基层工时"),
        )
        for control in (self.order, self.contract, self.visit, self.field, self.ask):
            self._actions.addWidget(control)
        self.refusal = RefusalBar(self._bridge, "map.refusal")
        inner.addWidget(self.refusal)
        inner.addLayout(self._actions)
        column.addWidget(Rule(self))
        column.addWidget(foot)
        self.order.clicked.connect(weak_slot(self._on_go, "order"))
        self.contract.clicked.connect(weak_slot(self._on_go, "contract"))
        self.visit.clicked.connect(weak_slot(self._on_go, "supervision"))
        self.field.clicked.connect(self._on_field)
        self.ask.clicked.connect(self._on_ask)

    def show_place(self, place: str, view: View) -> None:
        """Show what a view knows of a place."""
        if place != self._place:
            self.refusal.clear()
        self._place = place
        facts = places(view) if place else _of_county(view)
        past = self._bridge.trail.version if place else 0
        if self._built.same(place, *facts, past, view.seat.powers if view.seat is not None else ()):
            return
        body = self._page.body
        clear(body)
        kind, _, key = place.partition(":")
        township = next((t for t in view.townships if kind == "township" and t.id == key), None)
        village = next((v for v in view.villages if kind == "village" and v.id == key), None)
        zone = next((z for z in zones_of(view) if z.id == key), None) if kind == "zone" else None
        if zone is not None:
            self._show_zone(zone, view)
        elif township is not None:
            self._show_township(township, view)
        elif village is not None:
            self._show_village(village, view)
        else:
            self._show_county(view)
        body.addStretch(1)
        powers = view.seat.powers if view.seat is not None else ()
        self.order.setVisible("order" in powers)
        self.contract.setVisible("contract" in powers)
        self.visit.setVisible("supervise" in powers and zone is None)  # a visit goes to one township
        self.field.setVisible("talk" in powers and village is not None)
        self.ask.setVisible("talk" in powers and township is not None)

    # The kinds of sheet

    def _show_county(self, view: View) -> None:
        names, body = self._bridge.names, self._page.body
        body.addWidget(label(self.tr("全县"), "title"))
        if drawn_zones(view):
            hint = self.tr("点地图上的战区名、乡镇或村，看它的数字、问题和包干人。")
        else:
            hint = self.tr("点地图上的乡镇或村，看它的数字、问题和包干人。")
        body.addWidget(label(hint, "muted", wrap=True))
        pairs = []
        for key in _COUNTY:
            figure = view.figures.get(key)
            if figure is not None:
                change = names.change(figure)[0]
                text = names.figure_value(figure)
                if change:
                    text = self.tr("{value}（{change}）").format(value=text, change=change)
                pairs.append((names.figure(key), text))
        table = KeyValues(self._bridge.theme)
        table.set_pairs(pairs)
        body.addWidget(table)
        worst = [t for t in sorted(view.townships, key=lambda t: (-t.problems, t.id)) if t.problems][:_MOST]
        if worst:
            body.addWidget(label(self.tr("未销号问题最多的乡镇"), "heading", wrap=True))
            for township in worst:
                text = self.tr("{name} · {problems}个未销号").format(name=township.name, problems=township.problems)
                body.addWidget(self._link(text, "map", f"township:{township.id}", "chevron"))
            return
        # An empty ledger says nothing of the townships; how long nobody looked does
        body.addWidget(label(self.tr("最久没人去看的乡镇"), "heading", wrap=True))
        for township in sorted(view.townships, key=lambda t: (t.visited, -t.persons, t.id))[:_MOST]:
            text = self.tr("{name} · 四周内到过{share}的村").format(
                name=township.name, share=names.permille(township.visited)
            )
            body.addWidget(self._link(text, "map", f"township:{township.id}", "chevron"))

    def _show_township(self, township: TownshipView, view: View) -> None:
        names = self._bridge.names
        who = township.commander or self.tr("无人负责")
        zone = dict(view.zones).get(township.zone, "")
        line = self.tr("指挥长：{who}").format(who=who)
        self._head(township.name, f"{zone} · {line}" if zone else line, township.as_of, view)
        table = KeyValues(self._bridge.theme)
        table.set_pairs(
            [
                (self.tr("农村人口"), names.persons(township.persons)),
                (self.tr("账面贫困发生率"), names.bp(township.incidence_bp)),
                (self.tr("群众认可度"), names.permille(township.approval)),
                (self.tr("四周内到访的村"), names.permille(township.visited)),
            ]
        )
        self._page.body.addWidget(table)
        self._meters(township)
        self._trends(f"township:{township.id}", township, view)
        self._gaps(township.gaps, ())
        problems = [p for p in view.problems if p.township == township.id]
        self._problems(problems, view)
        self._contracts([c for c in view.contracts if c.object.endswith(f":{township.id}")], view)
        if zone:
            self._page.body.addWidget(
                self._link(self.tr("看{zone}").format(zone=zone), "map", f"zone:{township.zone}", "up")
            )

    def _show_zone(self, zone: Zone, view: View) -> None:
        names, sums = self._bridge.names, zone.sums
        count = self.tr("{count}个乡镇").format(count=len(zone.townships))
        line = self.tr("指挥长：{who}").format(who=sums.commander or self.tr("无人负责"))
        self._head(zone.name, f"{count} · {line}", sums.as_of, view)
        table = KeyValues(self._bridge.theme)
        table.set_pairs(
            [
                (self.tr("农村人口"), names.persons(sums.persons)),
                (self.tr("账面贫困发生率"), names.bp(sums.incidence_bp)),
                (self.tr("群众认可度"), names.permille(sums.approval)),
                (self.tr("四周内到访的村"), names.permille(sums.visited)),
            ]
        )
        self._page.body.addWidget(table)
        self._page.body.addWidget(label(self.tr("各乡镇，发生率高的在前"), "heading", wrap=True))
        for town in sorted(zone.townships, key=lambda t: (-t.incidence_bp, t.id)):
            text = self.tr("{name} · {incidence} · {problems}个未销号").format(
                name=town.name, incidence=names.bp(town.incidence_bp), problems=town.problems
            )
            self._page.body.addWidget(self._link(text, "map", f"township:{town.id}", "chevron"))
        if max(sums.pressure, sums.load, sums.fatigue, sums.friction) >= 0:
            self._page.body.addWidget(label(self.tr("乡镇平均"), "heading"))
            self._meters(sums)
        self._trends(f"zone:{zone.id}", sums, view)
        self._gaps(sums.gaps, ())
        towns = {t.id for t in zone.townships}
        self._problems([p for p in view.problems if p.township in towns], view)
        self._contracts([c for c in view.contracts if c.object == f"zone:{zone.id}"], view)

    # Parts

    def _meters(self, township: TownshipView) -> None:
        names = self._bridge.names
        meters = QGridLayout()
        meters.setHorizontalSpacing(self._bridge.theme.space(3))
        meters.setVerticalSpacing(self._bridge.theme.space(1))
        rows = (
            (self.tr("压力"), township.pressure, 1000, 700), (self.tr("负荷"), township.load, 1500, 1000),
            (self.tr("疲劳"), township.fatigue, 1000, 600), (self.tr("条块摩擦"), township.friction, 1000, -1),
        )  # fmt: skip
        for number, (word, value, most, limit) in enumerate(rows):
            meter = Meter(self._bridge.theme)
            high = 0 <= limit < value
            meter.set_value(max(0, value), most, names.permille(value), tone="warn" if high else "accent", limit=limit)
            meters.addWidget(label(word, "small"), number, 0)
            meters.addWidget(meter, number, 1)
        self._page.body.addLayout(meters)

    def _show_village(self, village: VillageView, view: View) -> None:
        names = self._bridge.names
        kind = self.tr("贫困村") if village.poor else self.tr("非贫困村")
        place = names.place(f"township:{village.township}")
        self._head(village.name, f"{place} · {kind}", village.as_of, view)
        seen = names.date(village.seen_day) if village.seen_day >= 0 else self.tr("还没有人去看过")
        table = KeyValues(self._bridge.theme)
        table.set_pairs(
            [
                (self.tr("人口"), names.persons(village.persons)),
                (self.tr("账面贫困发生率"), names.bp(village.incidence_bp)),
                (self.tr("群众认可度"), names.permille(village.approval)),
                (self.tr("最近到村"), seen),
            ]
        )
        self._page.body.addWidget(table)
        self._gaps(village.gaps, village.seen_gaps)
        self._problems([p for p in view.problems if p.village == village.id], view)
        mine = {f"village:{village.id}", f"township:{village.township}"}
        self._contracts([c for c in view.contracts if c.object in mine], view)
        self._page.body.addWidget(
            self._link(self.tr("看{township}").format(township=place), "map", f"township:{village.township}", "up")
        )

    def _trends(self, scope: str, place: TownshipView, view: View) -> None:
        """Draw how a place's figures went since the first day; each line leads to its causes."""
        names = self._bridge.names
        lines = [
            (figure, self._bridge.course(scope, figure), unit)
            for figure, unit in (("incidence_recorded_bp", "bp"), ("approval", "permille"))
        ]
        if scope.startswith("township:") and place.pressure >= 0:
            lines += [
                (strain, course_from_causes(view, strain, scope, getattr(place, strain)), "permille")
                for strain in TRACED
            ]
        lines = [line for line in lines if len(line[1]) > 1]
        if not lines:
            return
        self._page.body.addWidget(label(self.tr("走势"), "heading"))
        trends = []
        for figure, course, unit in lines:
            first, last = names.value(course[0][1], unit), names.value(course[-1][1], unit)
            name = names.figure(figure)
            words = self.tr("{figure}由{first}（{date}）到{last}").format(
                figure=name, first=first, date=names.date(course[0][0], week=False), last=last
            )
            trends.append(Trend(name, course, f"{first}→{last}", words))
        self._page.body.addWidget(TrendRows(self._bridge.theme, trends))
        self._page.body.addWidget(self._link(self.tr("看这些数字为什么变"), "figures", scope, "figures"))

    def _head(self, title: str, line: str, as_of: int, view: View) -> None:
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        self._page.body.addWidget(label(title, "title", wrap=True))
        self._page.body.addWidget(label(line, "muted", wrap=True))
        late = view.day - as_of
        old = as_of < 0 or late > _STALE
        text = self.tr("数据截至{date}").format(date=names.date(as_of))
        self._page.body.addWidget(Pill(theme, icons, text, "warn" if old else "muted", "clock"))

    def _gaps(self, gaps: tuple[int, ...], seen: tuple[int, ...]) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        self._page.body.addWidget(label(self.tr("缺什么（户）"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        if seen:
            grid.addWidget(label(self.tr("上报"), "small"), 0, 2, right)
            grid.addWidget(label(self.tr("实见"), "small"), 0, 3, right)
        for need in range(min(len(NEEDS), len(gaps))):
            picture = QLabel()
            picture.setPixmap(icons.pixmap(NEED_ICONS[need], "muted", theme.px(0.9)))
            grid.addWidget(picture, need + 1, 0)
            grid.addWidget(label(self._bridge.names.need(need)), need + 1, 1)
            grid.addWidget(label(f"{gaps[need]:,}" if gaps[need] >= 0 else "—"), need + 1, 2, right)
            if seen and need < len(seen):
                more = seen[need] > gaps[need] + 2
                text = f"{seen[need]:,}" + (" ▲" if more else "")
                grid.addWidget(label(text, "overdue" if more else ""), need + 1, 3, right)
        self._page.body.addLayout(grid)
        if seen:
            note = self.tr("“实见”是按走访抽看的几户推算的：没碰上，不等于没有。")
            self._page.body.addWidget(label(note, "small", wrap=True))

    def _problems(self, problems: list[Problem], view: View) -> None:
        names, body = self._bridge.names, self._page.body
        open_ones = [p for p in problems if p.state != "closed"]
        body.addWidget(label(self.tr("未销号问题 {count}").format(count=len(open_ones)), "heading"))
        if not open_ones:
            body.addWidget(label(self.tr("台账上没有。没有上账不等于没有问题。"), "muted", wrap=True))
        for problem in sorted(open_ones, key=lambda p: (p.state != "overdue", -p.severity, p.id))[:_MOST]:
            until = names.until(problem.deadline, view.day)
            parts = [names.state("problem", problem.state), until]
            text = f"{problem.title}\n{' · '.join(part for part in parts if part)}"
            link = self._link(text, "supervision", problem.id, DOMAIN_ICONS.get(problem.domain, "ledger"))
            body.addWidget(link)

    def _contracts(self, contracts: list[Contract], view: View) -> None:
        names, body = self._bridge.names, self._page.body
        del view
        body.addWidget(label(self.tr("包干"), "heading"))
        if not contracts:
            body.addWidget(label(self.tr("没有人包干。"), "muted"))
        for contract in contracts:
            text = self.tr("{who} · {state} · 到{date}").format(
                who=names.who(contract.holder),
                state=names.state("contract", contract.state),
                date=names.date(contract.end, week=False),
            )
            body.addWidget(self._link(text, "contract", contract.id, "contract"))

    def _link(self, text: str, desk: str, ref: str, icon: str) -> QWidget:
        """Return a row that leads somewhere; long titles wrap, which a push button cannot."""
        theme = self._bridge.theme
        holder = QWidget()
        row = spaced(QHBoxLayout(holder), theme, 0, 1)
        words = label(text, wrap=True)
        picture = QLabel()
        picture.setPixmap(self._bridge.icons.pixmap(icon, "muted", theme.px(0.9)))
        go = button("", self._bridge.icons, "arrow", kind="quiet", accessible=self.tr("去看：{text}").format(text=text))
        go.setToolTip(self.tr("去看"))
        go.clicked.connect(weak_slot(self._on_link, desk, ref))
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(go)
        return holder

    # Slots

    def _on_link(self, desk: str, ref: str) -> None:
        self._bridge.focus(desk, ref)

    def _on_go(self, desk: str) -> None:
        self._bridge.focus(desk, self._place or "county")

    def _on_field(self) -> None:
        self._submit("field_visit", village=self._place.removeprefix("village:"))

    def _on_ask(self) -> None:
        self._submit("ask_report", organ=self._place)

    def _submit(self, kind: str, **args: str) -> None:
        self.refusal.clear()
        if self._bridge.submit(kind, **args):
            self._bridge.notice.emit(self.tr("已办：{what}").format(what=self._bridge.names.command(kind)))
        elif self._bridge.last is not None and self._bridge.last.refusal is not None:
            self.refusal.show_refusal(self._bridge.last.refusal)
