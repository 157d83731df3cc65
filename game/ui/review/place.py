"""The sheet of one place: every figure as reported and as it truly is, and what nobody sees from the record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from game.county.place import NEEDS
from game.exercise.entities import Problem
from game.exercise.views.shape import TownshipView, View, VillageView
from game.exercise.views.truth import PlaceTruth, Truth
from game.ui.county_map.layers import Layer
from game.ui.county_map.truth import apart, sided_layers
from game.ui.county_map.zones import Zone, zones_of
from game.ui.icons import NEED_ICONS, Icons
from game.ui.names import NameBook
from game.ui.theme import Theme
from game.ui.widgets import KeyValues, Page, Pill, clear, label, named, spaced

_ROUNDED = {"incidence": 1, "approval": 5}
"""What may lie between a record and a truth that are alike: shares are cut village by village, and weighed by persons
here and by homes there."""
_MOST = 6
"""Problems that are told one by one."""
Row = TownshipView | VillageView


class TruthSheet(QFrame):
    """Shows a zone, a township or a village; the whole county where none is selected."""

    def __init__(self, theme: Theme, icons: Icons, names: NameBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._names = theme, icons, names
        named(self, "review.place", self.tr("选中的地方：账面与真实"))
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        self._page = Page(theme, 0, 3)
        column.addWidget(self._page)

    def show_place(self, place: str, view: View, truth: Truth, county: dict[str, int]) -> None:
        """Show a place; `county` are the figures of the whole as reported."""
        body = self._page.body
        clear(body)
        kind, _, key = place.partition(":")
        zone = next((z for z in zones_of(view) if kind == "zone" and z.id == key), None)
        row: Row | None = zone.sums if zone is not None else None
        if kind in ("township", "village"):
            rows: tuple[Row, ...] = view.townships if kind == "township" else view.villages
            row = next((one for one in rows if one.id == key), None)
        true = truth.of(row.id if row is not None else "county")
        self._head(zone, row, place)
        self._table(row, true, view, truth, county)
        self._rest(true)
        self._unseen(self._problems(zone, row, view), true)
        body.addStretch(1)

    # Parts

    def _head(self, zone: Zone | None, row: Row | None, place: str) -> None:
        body, names = self._page.body, self._names
        if row is None:
            body.addWidget(label(self.tr("全县"), "title"))
            body.addWidget(label(self.tr("点地图上的战区名、乡镇或村，看那里的账面与真实。"), "muted", wrap=True))
            return
        body.addWidget(label(zone.name if zone is not None else names.place(place), "title", wrap=True))
        if isinstance(row, VillageView):
            kind = self.tr("贫困村") if row.poor else self.tr("非贫困村")
            body.addWidget(label(f"{names.place(f'township:{row.township}')} · {kind}", "muted", wrap=True))
        text = self.tr("账面数据截至{date}").format(date=names.date(row.as_of))
        body.addWidget(Pill(self._theme, self._icons, text, "muted", "clock"), 0, Qt.AlignmentFlag.AlignLeft)

    def _table(self, row: Row | None, true: PlaceTruth, view: View, truth: Truth, county: dict[str, int]) -> None:
        theme, names = self._theme, self._names
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1))
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        for column, word in enumerate((self.tr("账面"), self.tr("真实"), self.tr("差")), 2):
            grid.addWidget(label(word, "small"), 0, column, right)
        by_id = {layer.id: layer for layer in sided_layers(names, view, truth, "shown")}
        rows = [
            (by_id["incidence"], "people", county.get("incidence_recorded_bp", 0), true.incidence_bp),
            (by_id["approval"], "star", county.get("approval", 0), true.approval),
            (by_id["problems"], "ledger", county.get("problems_open", 0), true.problems),
        ] + [
            (by_id[f"gap-{need}"], NEED_ICONS[number], county.get(f"gaps:{need}", 0), true.gaps[number])
            for number, need in enumerate(NEEDS)
        ]
        for number, (layer, icon, whole, truly) in enumerate(rows, 1):
            shown = whole if row is None else _told(layer, row)
            picture = QLabel()
            picture.setPixmap(self._icons.pixmap(icon, "muted", theme.px(0.9)))
            grid.addWidget(picture, number, 0)
            need = layer.id.removeprefix("gap-")
            name = layer.title if need == layer.id else self._names.figure(f"gaps:{need}")
            grid.addWidget(label(name, wrap=True), number, 1)
            known = row is None or row.as_of >= 0
            grid.addWidget(label(layer.show(shown) if known else "—"), number, 2, right)
            grid.addWidget(label(layer.show(truly)), number, 3, right)
            flattered = known and layer.worse * (truly - shown) > _ROUNDED.get(layer.id, 0)
            text = apart(layer, shown, truly) if known else "—"
            grid.addWidget(
                label(f"{text} ▲" if flattered else text, "overdue" if flattered else "muted"), number, 4, right
            )
        self._page.body.addLayout(grid)
        self._page.body.addWidget(label(self.tr("▲ 账面说得比真实好"), "small", wrap=True))

    def _rest(self, true: PlaceTruth) -> None:
        names = self._names
        pairs = [
            (self.tr("错退"), names.persons(true.wrong)),
            (self.tr("漏评"), names.persons(true.missed)),
        ]
        if true.formalism >= 0:
            pairs.append((self.tr("形式主义（真实）"), names.permille(true.formalism)))
        table = KeyValues(self._theme)
        table.set_pairs(pairs)
        self._page.body.addWidget(table)

    def _unseen(self, problems: list[Problem], true: PlaceTruth) -> None:
        body, names = self._page.body, self._names
        body.addWidget(
            label(self.tr("账面上看不见的问题 {count}").format(count=true.unseen + true.on_paper), "heading")
        )
        if not problems:
            body.addWidget(label(self.tr("没有。"), "muted"))
        for problem in problems[:_MOST]:
            kind = self.tr("没人发现") if problem.state == "latent" else self.tr("纸面销号")
            holder = QWidget()
            line = spaced(QVBoxLayout(holder), self._theme, 0, 0)
            where = names.where(problem.village, problem.township)
            line.addWidget(label(problem.title, wrap=True))
            line.addWidget(label(f"{kind} · {where}", "small", wrap=True))
            if problem.root:
                line.addWidget(label(self.tr("病根：{root}").format(root=problem.root), "muted", wrap=True))
            body.addWidget(holder)
        if len(problems) > _MOST:
            body.addWidget(label(self.tr("另有{count}件").format(count=len(problems) - _MOST), "muted"))

    # Helpers

    def _problems(self, zone: Zone | None, row: Row | None, view: View) -> list[Problem]:
        """Return what is there and not on the open ledger, the gravest first."""
        towns = {t.id for t in zone.townships} if zone is not None else {row.id} if row is not None else set()

        def here(problem: Problem) -> bool:
            return row is None or (
                problem.village == row.id if isinstance(row, VillageView) else problem.township in towns
            )

        found = [p for p in view.problems if here(p) and (p.state == "latent" or (p.state == "closed" and p.on_paper))]
        return sorted(found, key=lambda p: (-p.severity, -p.households, p.id))


def _told(layer: Layer, row: Row) -> int:
    """Return what is reported of a place in a layer with sides."""
    shown = layer.sides[0]
    return shown.township(row) if isinstance(row, TownshipView) else shown.of_village(row)
