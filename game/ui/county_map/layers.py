"""What the map can show: one layer is one reported figure of the townships and, where it is known, of the villages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.county.place import NEEDS
from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.i18n import translate
from game.ui.icons import NEED_ICONS
from game.ui.names import NameBook

STEPS = 5
UNKNOWN = -1
ABSENT = -(1 << 40)
"""What a layer that has values below zero gives for a place of which none is known."""
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
    least: int = 0
    """Values below it stand for what is not known."""
    key: str = ""
    """What a darker colour means where that is not simply more of what the title says."""
    sides: tuple[Layer, ...] = ()
    """As reported, as it truly is, and how far these lie apart; one of them gives this layer's colours."""

    @property
    def plain(self) -> bool:
        """Whether it has no sides: what it shows is all there is to say."""
        return not self.sides

    def knows(self, value: int) -> bool:
        """Whether a value says something of its place."""
        return value >= self.least

    def rank(self, value: int) -> int:
        """Return what sorts a value's place: the worst first, what is not known last."""
        return -self.worse * value if self.knows(value) else _LAST

    def of_village(self, village: VillageView) -> int:
        """Return the value of a village, one that is not known where villages have none."""
        return self.village(village) if self.village is not None else self.least - 1


def layers(names: NameBook, view: View) -> tuple[Layer, ...]:
    """Return the layers of a view."""
    day = view.day

    def plain(value: int) -> str:
        return "—" if value < 0 else f"{value:,}"

    def days(value: int) -> str:
        return "—" if value < 0 else translate("MapLayers", "{days}天").format(days=value)

    def since(as_of: int) -> int:
        return day - as_of if as_of >= 0 else UNKNOWN

    def need_of(need: int) -> tuple[Callable[[TownshipView], int], Callable[[VillageView], int]]:
        return (
            lambda t: t.gaps[need] if need < len(t.gaps) else UNKNOWN,
            lambda v: v.gaps[need] if need < len(v.gaps) else UNKNOWN,
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
        """Return 0 to 4, or -1 for a value below the least, which is one that is not known."""
        if value < self.low:
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


def scale_of(values: Sequence[int], least: int = 0) -> Scale:
    """Return the scale over the values that are known: `least` and more."""
    known = [value for value in values if value >= least]
    return Scale(min(known), max(known)) if known else Scale(0, 0)
