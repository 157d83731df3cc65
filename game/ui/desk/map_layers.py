"""What the map can show: one layer is one reported figure of the townships and, where it is known, of the villages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from game.county.place import NEEDS
from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.i18n import translate
from game.ui.icons import NEED_ICONS
from game.ui.names import NameBook

STEPS = 5
_UNKNOWN = -1
_LAST = 1 << 60
LESS_IS_WORSE = frozenset({"approval", "visited"})
"""Layers on which the lowest place is the one to look at; on all others it is the highest."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer. A darker colour always means more of what the title says."""

    id: str
    title: str
    icon: str
    township: Callable[[TownshipView], int]
    village: Callable[[VillageView], int] | None
    show: Callable[[int], str]
    worse: int = 1
    """+1 where more is worse, -1 where less is."""

    def rank(self, value: int) -> int:
        """Return what sorts a value's place: the worst first, what is not known last."""
        return -self.worse * value if value >= 0 else _LAST


def layers(names: NameBook, view: View) -> tuple[Layer, ...]:
    """Return the layers of a view."""
    day = view.day

    def plain(value: int) -> str:
        return "—" if value < 0 else f"{value:,}"

    def days(value: int) -> str:
        return "—" if value < 0 else translate("MapLayers", "{days}天").format(days=value)

    def since(as_of: int) -> int:
        return day - as_of if as_of >= 0 else _UNKNOWN

    def need_of(need: int) -> tuple[Callable[[TownshipView], int], Callable[[VillageView], int]]:
        return (
            lambda t: t.gaps[need] if need < len(t.gaps) else _UNKNOWN,
            lambda v: v.gaps[need] if need < len(v.gaps) else _UNKNOWN,
        )

    words = {
        "incidence": translate("MapLayers", "账面贫困发生率"),
        "problems": translate("MapLayers", "未销号问题"),
        "approval": translate("MapLayers", "群众认可度"),
        "pressure": translate("MapLayers", "压力"),
        "load": translate("MapLayers", "工作负荷"),
        "fatigue": translate("MapLayers", "疲劳"),
        "visited": translate("MapLayers", "四周内到访的村"),
        "age": translate("MapLayers", "信息滞后"),
    }

    def layer(
        key: str,
        icon: str,
        township: Callable[[TownshipView], int],
        village: Callable[[VillageView], int] | None,
        show: Callable[[int], str],
    ) -> Layer:
        return Layer(key, words[key], icon, township, village, show, -1 if key in LESS_IS_WORSE else 1)

    made = [
        layer("incidence", "people", lambda t: t.incidence_bp, lambda v: v.incidence_bp, names.bp),
        layer("problems", "ledger", lambda t: t.problems, lambda v: v.problems, plain),
    ]
    for need in range(len(NEEDS)):
        of_township, of_village = need_of(need)
        title = translate("MapLayers", "{need}缺口（户）").format(need=names.need(need))
        made.append(Layer(f"gap-{NEEDS[need]}", title, NEED_ICONS[need], of_township, of_village, plain))
    made += [
        layer("approval", "star", lambda t: t.approval, lambda v: v.approval, names.permille),
        layer("pressure", "pressure", lambda t: t.pressure, None, names.permille),
        layer("load", "work", lambda t: t.load, None, names.permille),
        layer("fatigue", "fatigue", lambda t: t.fatigue, None, names.permille),
        layer("visited", "visit", lambda t: t.visited, None, names.permille),
        layer("age", "clock", lambda t: since(t.as_of), lambda v: since(v.as_of), days),
    ]
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Scale:
    """Five equal steps between the least and the most."""

    low: int
    high: int

    def step(self, value: int) -> int:
        """Return 0 to 4, or -1 for a value that is not known."""
        if value < 0:
            return -1
        if self.high <= self.low:
            return 2
        return min(STEPS - 1, (value - self.low) * STEPS // (self.high - self.low))

    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Return the (from, to) of each step; a single one where all values are equal."""
        if self.high <= self.low:
            return ((self.low, self.high),)
        edges = [self.low + (self.high - self.low) * n // STEPS for n in range(STEPS + 1)]
        return tuple(pairwise(edges))


def scale_of(values: list[int]) -> Scale:
    """Return the scale over the values that are known."""
    known = [value for value in values if value >= 0]
    return Scale(min(known), max(known)) if known else Scale(0, 0)
