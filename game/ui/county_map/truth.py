"""Layers with two sides: what is reported of a place, what is true, and how far the report flatters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from game.county.place import NEEDS
from game.exercise.views.shape import TownshipView, View, VillageView
from game.exercise.views.truth import PlaceTruth, Truth
from game.ui.county_map.layers import ABSENT, Layer, layers
from game.ui.i18n import translate
from game.ui.names import NameBook, in_points

Side = Literal["shown", "true", "gap"]
SIDES: tuple[Side, ...] = ("shown", "true", "gap")
Row = TownshipView | VillageView

_PAIRED: dict[str, Callable[[PlaceTruth], int]] = {
    "incidence": lambda t: t.incidence_bp,
    "problems": lambda t: t.problems,
    "approval": lambda t: t.approval,
    **{f"gap-{key}": (lambda t, n=number: t.gaps[n]) for number, key in enumerate(NEEDS)},  # type: ignore[misc]
}
"""Layer -> what is true of what it shows as reported."""


def sided_layers(names: NameBook, view: View, truth: Truth, side: Side) -> tuple[Layer, ...]:
    """Return the layers of a view with the colours of one side; those that nobody reports show what there is."""
    titles = {
        "incidence": translate("TruthLayers", "贫困发生率"),
        "problems": translate("TruthLayers", "没解决的问题"),
    }
    found = []
    for layer in layers(names, view):
        if layer.id in _PAIRED:
            found.append(_sided(replace(layer, title=titles.get(layer.id, layer.title)), truth, side))
        else:
            found.append(layer)
    formalism = Layer(
        "formalism", translate("TruthLayers", "形式主义（真实）"), "warn",
        lambda t: truth.of(t.id).formalism, None, names.permille,
    )  # fmt: skip
    return (*found, formalism)


def apart(layer: Layer, shown: int, true: int) -> str:
    """Return how far the truth lies from the report, with its sign: +1.2 points where there is more of it."""
    if shown == true:
        return "0"
    return ("+" if true > shown else "-") + in_points(layer.show(abs(true - shown)))


def _sided(layer: Layer, truth: Truth, side: Side) -> Layer:
    of, sign = _PAIRED[layer.id], layer.worse

    def true(row: Row) -> int:
        return of(truth.of(row.id))

    def gap(row: Row, shown: int) -> int:
        """More where the report says more of what is good: what it hides is the same for all layers."""
        return sign * (true(row) - shown) if row.as_of >= 0 else ABSENT

    def apart_words(value: int) -> str:
        return "—" if value <= ABSENT else apart(layer, 0, sign * value)

    village = layer.village or (lambda _: ABSENT)
    sides = (
        replace(layer, title=translate("TruthLayers", "账面")),
        replace(layer, title=translate("TruthLayers", "真实"), township=true, village=true),
        replace(
            layer, title=translate("TruthLayers", "真实减账面"), show=apart_words, least=ABSENT + 1, worse=1,
            township=lambda t: gap(t, layer.township(t)), village=lambda v: gap(v, village(v)),
        ),
    )  # fmt: skip
    chosen = sides[SIDES.index(side)]
    words = {
        "shown": translate("TruthLayers", "{layer}：账面"),
        "true": translate("TruthLayers", "{layer}：真实"),
        "gap": translate("TruthLayers", "{layer}：真实减账面；颜色越重，账面说得越好"),
    }
    return replace(chosen, title=layer.title, key=words[side].format(layer=layer.title), sides=sides)
