"""Columns of the list that says what the map shows: the layer's own first, and what else one wants beside it."""

from __future__ import annotations

from collections.abc import Callable

from game.exercise.views.shape import TownshipView, VillageView
from game.ui.county_map.layers import Layer
from game.ui.county_map.zones import Place, Zone, figures_of
from game.ui.i18n import translate
from game.ui.models import Column
from game.ui.names import NameBook


def value_of(layer: Layer, place: Place) -> int:
    """Return what a layer shows of a place."""
    figures = figures_of(place)
    return layer.township(figures) if isinstance(figures, TownshipView) else layer.of_village(figures)


def columns_of(layer: Layer, names: NameBook) -> list[Column[Place]]:
    """Return the columns for a layer; one with sides shows them all in place of other figures, which have none."""
    of = figures_of

    def parent(place: Place) -> str:
        if isinstance(place, VillageView):
            return names.place(f"township:{place.township}")
        return names.place(f"zone:{place.zone}") if isinstance(place, TownshipView) and place.zone else ""

    def high(place: Place) -> bool:
        return not isinstance(place, VillageView)

    def words(one: Layer) -> Callable[[Place], str]:
        return lambda place: one.show(value) if one.knows(value := value_of(one, place)) else "—"

    def own(one: Layer, width: float) -> Column[Place]:
        return Column(one.title, words(one), lambda place: value_of(one, place), "right", width)

    where: list[Column[Place]] = [
        Column(
            translate("CountyMap", "地方"), lambda p: p.name, width=7, bold=high,
            icon=lambda p: ("layers", "accent") if isinstance(p, Zone) else None,
        ),
        Column(translate("CountyMap", "所属"), parent, width=5, spare=True),
    ]  # fmt: skip
    persons: Column[Place] = Column(
        translate("CountyMap", "人口"), lambda p: f"{of(p).persons:,}", lambda p: of(p).persons, "right", 5, spare=True,
    )  # fmt: skip
    until: Column[Place] = Column(
        translate("CountyMap", "数据截至"), lambda p: names.date(of(p).as_of), lambda p: of(p).as_of, width=-1,
        spare=True,
    )  # fmt: skip
    if not layer.plain:
        return [*where, *(own(side, 6) for side in layer.sides), persons, until]
    others: list[tuple[str, Column[Place]]] = [
        ("incidence", Column(
            translate("CountyMap", "发生率"), lambda p: names.bp(of(p).incidence_bp), lambda p: of(p).incidence_bp,
            "right", 4.5, spare=True,
        )),
        ("approval", Column(
            translate("CountyMap", "认可度"), lambda p: names.permille(of(p).approval), lambda p: of(p).approval,
            "right", 4.5, spare=True,
        )),
        ("problems", Column(
            translate("CountyMap", "未销号"), lambda p: str(of(p).problems), lambda p: of(p).problems, "right", 4,
            icon=lambda p: ("overdue", "overdue") if of(p).overdue > 0 else None,
        )),
    ]  # fmt: skip
    # What the layer's own column says is not said twice; what is overdue is said by no other
    rest = [column for said, column in others if said != layer.id or said == "problems"]
    return [*where, own(layer, 8), persons, *rest, until]
