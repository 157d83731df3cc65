"""Why a figure moved: the causes of a view, put together by what did it and ranked by how much."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from game.county.place import NEEDS
from game.exercise.entities import Cause
from game.exercise.views.shape import View
from game.ui.desk.figures_words import good_of

MEANS = ("pressure", "load", "fatigue", "friction", "attention")
"""Figures of a place that are the mean over its townships."""
PARTS: dict[str, tuple[str, ...]] = {
    "incidence_recorded_bp": ("incidence_recorded_bp", "incidence_recorded", *(f"gaps:{n}" for n in NEEDS), "income"),
    "grassroots_hours": ("grassroots_hours", "hours_forms", "hours_meetings", "hours_received", "hours"),
    "field_hours": ("field_hours", "hours_field"),
    "funds_left": ("funds_left", "funds"),
    "problems_open": ("problems_open", "problems_found"),
    "orders_open": ("orders_open", "orders"),
}
"""Quantities whose causes stand behind a figure that has none, or not only, of its own."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that moved a quantity."""

    quantity: str
    delta: int
    """Change of the figure's own scope: summed, or the mean over its townships, in the quantity's unit."""
    thousandths: int
    """The same in thousandths, so that small shares of a mean still rank."""
    good: int
    first: int
    last: int
    """Days of the first and the last time it counted."""
    scopes: tuple[str, ...]
    """Where it struck."""
    cause: Cause
    """The largest of the causes put together."""


class _Sorted:
    """The causes of a view by quantity, and the first journal number of each turn: years of them are read once."""

    def __init__(self, causes: tuple[tuple[int, Cause], ...]) -> None:
        self.causes: tuple[tuple[int, Cause], ...] = ()
        self.marks: dict[int, int] = {}
        self._by_figure: dict[str, list[Cause]] = {}
        self.take(causes)

    def take(self, causes: tuple[tuple[int, Cause], ...]) -> None:
        """Add what came since; anything else than newer causes before the known ones is sorted anew."""
        known, more = self.causes, len(causes) - len(self.causes)
        if known and (more < 0 or causes[more][1] is not known[0][1] or causes[-1][1] is not known[-1][1]):
            self.marks, self._by_figure, more = {}, {}, len(causes)
        self.causes = causes
        for turn, cause in reversed(causes[:more]):
            self._by_figure.setdefault(cause.figure, []).append(cause)
            self.marks[turn] = min(self.marks.get(turn, cause.seq), cause.seq)
        self.marks[0] = 0

    def of_figure(self, quantity: str) -> Iterator[Cause]:
        """Return the causes of a quantity, newest first."""
        return reversed(self._by_figure.get(quantity, []))

    last: ClassVar[_Sorted]

    @classmethod
    def of(cls, view: View) -> _Sorted:
        """Return what was sorted last where a view has the same causes."""
        causes = view.causes
        if cls.last.causes is not causes:
            cls.last.take(causes)
        return cls.last


_Sorted.last = _Sorted(())


def turn_marks(view: View) -> dict[int, int]:
    """Return the journal number with which each turn was worked out: the first one its causes carry."""
    return _Sorted.of(view).marks


def since_mark(view: View, turns: int) -> int:
    """Return the journal number after which causes count for the last so many turns; 0 for all."""
    marks = turn_marks(view)
    return marks.get(view.turn - turns, 0) if 0 < turns <= view.turn else 0


def in_scope(cause: Cause, scope: str, towns: Collection[str] = ()) -> bool:
    """Whether a cause struck a scope: `county`, `township:<id>` with its villages, a zone's `towns`, or an organ."""
    if scope == "county":
        return True
    kind, _, name = cause.scope.partition(":")
    if cause.scope == scope:
        return True
    wanted, _, place = scope.partition(":")
    home = name.rpartition("-")[0] if kind == "village" else name if kind == "township" else ""
    return (wanted == "township" and kind == "village" and home == place) or (wanted == "zone" and home in towns)


def quantities(figure: str) -> tuple[str, ...]:
    """Return the quantities whose causes explain a figure."""
    return PARTS.get(figure, (figure,))


def why(view: View, figure: str, scope: str = "county", turns: int = 1) -> tuple[Reason, ...]:
    """Return what moved a figure in the last `turns` turns (0: ever) and since, largest first among what compares."""
    after = since_mark(view, turns)
    towns = frozenset(t.id for t in view.townships if scope == f"zone:{t.zone}")
    townships = max(1, len(towns or view.townships))
    persons = {f"village:{v.id}": v.persons for v in view.villages} | {
        f"township:{t.id}": t.persons for t in view.townships
    }
    everybody = max(1, sum(t.persons for t in view.townships))
    persons |= {scope: sum(t.persons for t in view.townships if t.id in towns)} if towns else {}
    home = everybody if scope == "county" else max(1, persons.get(scope, everybody))
    groups: dict[tuple[str, str, str], list[tuple[Cause, int]]] = {}
    known = _Sorted.of(view)
    for cause in (cause for quantity in quantities(figure) for cause in known.of_figure(quantity)):
        if not in_scope(cause, scope, towns) or (after and cause.seq <= after):
            continue
        share = _share(cause, figure, scope, townships, persons, home)
        if share or not cause.delta:
            own = cause.ref == cause.scope  # what an organ does to itself is one thing, wherever it happens
            groups.setdefault((cause.figure, cause.code, "" if own else cause.ref), []).append((cause, share))
    found = [_reason(rows) for rows in groups.values()]
    order: dict[str, int] = {}
    for quantity in quantities(figure):
        order.setdefault(comparable(quantity), len(order))
    return tuple(
        sorted(found, key=lambda r: (order[comparable(r.quantity)], -abs(r.thousandths), r.cause.code, r.cause.ref))
    )


def comparable(quantity: str) -> str:
    """Return what quantities that count the same thing have in common: gaps of every need are households."""
    return "gaps" if quantity.startswith("gaps:") else quantity


def _share(cause: Cause, figure: str, scope: str, townships: int, persons: dict[str, int], home: int) -> int:
    """Return what a cause brought the figure of a scope, in thousandths of its unit."""
    whole = cause.delta * 1000
    if figure in MEANS and scope.partition(":")[0] in ("county", "zone"):
        return whole // townships if cause.scope.startswith("township:") else whole if cause.scope == scope else 0
    if figure == "approval" and cause.scope != scope:
        return whole * persons.get(cause.scope, home) // home
    return whole


def _reason(rows: list[tuple[Cause, int]]) -> Reason:
    total = sum(share for _, share in rows)
    largest = max(rows, key=lambda row: (abs(row[1]), row[0].day))[0]
    days = [cause.day for cause, _ in rows]
    return Reason(
        quantity=largest.figure,
        delta=round_half(total),
        thousandths=total,
        good=good_of(largest.figure, total),
        first=min(days),
        last=max(days),
        scopes=tuple(dict.fromkeys(cause.scope for cause, _ in rows)),
        cause=largest,
    )


def round_half(thousandths: int) -> int:
    """Return thousandths as whole units, halves away from nought."""
    sign = -1 if thousandths < 0 else 1
    return sign * ((abs(thousandths) + 500) // 1000)


def course_from_causes(view: View, quantity: str, scope: str, value: int) -> tuple[tuple[int, int], ...]:
    """Return (day, value) pairs of an organ's quantity, worked back from its present value by its causes."""
    marks = turn_marks(view)
    own = [(c.seq, c.delta) for c in _Sorted.of(view).of_figure(quantity) if c.scope == scope]
    points = []
    for turn in range(view.turn + 1):
        after = marks.get(turn)
        if after is None and turn:
            continue
        points.append((turn * view.turn_days, value - sum(delta for seq, delta in own if seq > (after or 0))))
    return tuple(points)


def moved(rows: Iterable[Reason]) -> tuple[int, int]:
    """Return the sum of the good and of the bad changes, in thousandths of a unit, by their size."""
    good = sum(abs(r.thousandths) for r in rows if r.good > 0)
    bad = sum(abs(r.thousandths) for r in rows if r.good < 0)
    return good, bad
