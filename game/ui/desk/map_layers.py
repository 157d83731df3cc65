"""What the map can show: one layer is one reported figure of the townships and, where it is known, of the villages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from game.county.place import NEEDS
from game.exercise.views.shape import TownshipView, View, VillageView
from game.ui.icons import NEED_ICONS
from game.ui.names import NameBook

STEPS = 5
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer. A darker colour always means more of what the title says."""

    id: str
    title: str
    icon: str
    township: Callable[[TownshipView], int]
    village: Callable[[VillageView], int] | None
    show: Callable[[int], str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("MapLayers", text)


def layers(names: NameBook, view: View) -> tuple[Layer, ...]:
    """Return the layers of a view."""
    day = view.day

    def plain(value: int) -> str:
        return "—" if value < 0 else f"{value:,}"

    def days(value: int) -> str:
        return "—" if value < 0 else _tr("{days}天").format(days=value)

    def since(as_of: int) -> int:
        return day - as_of if as_of >= 0 else _UNKNOWN

    def need_of(need: int) -> tuple[Callable[[TownshipView], int], Callable[[VillageView], int]]:
        return (
            lambda t: t.gaps[need] if need < len(t.gaps) else _UNKNOWN,
            lambda v: v.gaps[need] if need < len(v.gaps) else _UNKNOWN,
        )

    made = [
        Layer("incidence", _tr("记录贫困发生率"), "people", lambda t: t.incidence_bp, lambda v: v.incidence_bp, names.bp),
        Layer("problems", _tr("未销号问题"), "ledger", lambda t: t.problems, lambda v: v.problems, plain),
    ]
    for need in range(len(NEEDS)):
        of_township, of_village = need_of(need)
        title = _tr("{need}缺口（户）").format(need=names.need(need))
        made.append(Layer(f"gap-{NEEDS[need]}", title, NEED_ICONS[need], of_township, of_village, plain))
    made += [
        Layer("approval", _tr("群众认可度"), "star", lambda t: t.approval, lambda v: v.approval, names.permille),
        Layer("pressure", _tr("压力"), "pressure", lambda t: t.pressure, None, names.permille),
        Layer("load", _tr("工作负荷"), "work", lambda t: t.load, None, names.permille),
        Layer("fatigue", _tr("疲劳"), "fatigue", lambda t: t.fatigue, None, names.permille),
        Layer("visited", _tr("四周内到访的村"), "visit", lambda t: t.visited, lambda v: since(v.seen_day), names.permille),
        Layer("age", _tr("信息滞后"), "clock", lambda t: since(t.as_of), lambda v: since(v.as_of), days),
    ]
    # Days since a visit are no share: the villages of that layer show their own count
    return tuple(Layer(x.id, x.title, x.icon, x.township, None, x.show) if x.id == "visited" else x for x in made)


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
        return tuple(zip(edges[:-1], edges[1:], strict=True))


def scale_of(values: list[int]) -> Scale:
    """Return the scale over the values that are known."""
    known = [value for value in values if value >= 0]
    return Scale(min(known), max(known)) if known else Scale(0, 0)
