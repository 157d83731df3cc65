"""The rows of the figures desk: one figure each, for the county, a township or an organ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from game.county.place import NEEDS
from game.exercise.entities import Organ
from game.exercise.views.shape import FigureView, TownshipView, View
from game.ui.bridge import Bridge
from game.ui.county_map.zones import zones_of
from game.ui.desk.figures_causes import course_from_causes
from game.ui.desk.figures_chart import Course
from game.ui.desk.figures_words import Words, figures_of, good_of

STRAINS = ("pressure", "load", "fatigue", "friction")
TRACED = ("pressure", "fatigue", "friction")
"""Quantities of an organ whose every change has its cause, so that their course can be worked back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as the table shows it."""

    id: str
    name: str
    value: str
    raw: int
    change: str
    """Change since the turn before, with its arrow; empty where nothing can be compared."""
    good: int
    course: Course
    target: str
    target_value: int | None
    as_of: int
    say: Callable[[int], str] = field(compare=False)
    """Puts a value of this figure into words."""


def rows_of(bridge: Bridge, words: Words, view: View, scope: str) -> tuple[Row, ...]:
    """Return the rows of `county`, of `zone:<id>`, `township:<id>` or of an organ."""
    if scope == "county":
        return tuple(_county(bridge, words, figure) for figure in figures_of(view))
    township = next((t for t in view.townships if f"township:{t.id}" == scope), None)
    organ = next((o for o in view.organs if o.id == scope), None)
    if township is not None:
        return _township(bridge, words, view, township, scope, organ)
    zone = next((z for z in zones_of(view) if f"zone:{z.id}" == scope), None)
    if zone is not None:
        return _township(bridge, words, view, zone.sums, scope, None)
    return _organ(words, view, organ) if organ is not None else ()


def _county(bridge: Bridge, words: Words, figure: FigureView) -> Row:
    change, good = words.change(figure)
    say = partial(_say, bridge, figure.unit)
    shown = bridge.names.figure_value(figure)
    return Row(
        figure.id, words.quantity(figure.id), shown, figure.value, change, good, figure.course,
        say(figure.target) if figure.target is not None else "", figure.target, figure.as_of, say,
    )  # fmt: skip


def _say(bridge: Bridge, unit: str, value: int) -> str:
    return bridge.names.value(value, unit)


def _made(
    words: Words, view: View, quantity: str, value: int, scope: str, as_of: int, course: Course | None = None
) -> Row:
    if course is None:
        course = course_from_causes(view, quantity, scope, value) if quantity in TRACED else ()
    change, good = "", 0
    if len(course) > 1:
        delta = value - course[-2][1]
        change = words.delta(quantity, delta)
        good = good_of(quantity, delta)
    say = partial(words.amount, quantity)
    return Row(quantity, words.quantity(quantity), say(value), value, change, good, course, "", None, as_of, say)


def _township(
    bridge: Bridge, words: Words, view: View, township: TownshipView, scope: str, organ: Organ | None
) -> tuple[Row, ...]:
    reported = [
        ("incidence_recorded_bp", township.incidence_bp), ("approval", township.approval),
        ("problems_open", township.problems), ("problems_overdue", township.overdue),
    ]  # fmt: skip
    reported += [(f"gaps:{need}", gap) for need, gap in zip(NEEDS, township.gaps, strict=False)]
    rows = [
        _made(words, view, q, value, scope, township.as_of, bridge.course(scope, q))
        for q, value in reported
        if value >= 0
    ]
    strains = [(q, getattr(township, q)) for q in STRAINS]
    hours = (
        [(q, getattr(organ, q)) for q in ("hours_forms", "hours_meetings", "hours_received", "hours_field")]
        if organ
        else []
    )
    # A zone's strains are means, which no cause moves as a whole
    course = () if scope.startswith("zone:") else None
    return tuple(rows + [_made(words, view, q, v, scope, view.day, course) for q, v in [*strains, *hours] if v >= 0])


def _organ(words: Words, view: View, organ: Organ) -> tuple[Row, ...]:
    shown = [*STRAINS, "attention", "staff", "hours_forms", "hours_meetings", "hours_received", "hours_field"]
    return tuple(_made(words, view, q, getattr(organ, q), organ.id, view.day) for q in shown)
