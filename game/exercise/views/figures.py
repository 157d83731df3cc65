"""The figures a viewer sees: as reported to its level, with their course turn by turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.county.place import NEEDS
from game.exercise.entities import Order, Problem
from game.exercise.figures import share
from game.exercise.lifecycles import is_over
from game.exercise.state import State
from game.exercise.views.memo import Memo
from game.exercise.views.places import open_problem, report_of
from game.exercise.views.reach import Reach
from game.exercise.views.shape import FigureView

FIGURES: dict[str, tuple[str, int]] = {
    "incidence_recorded_bp": ("bp", -1),
    "approval": ("permille", 1),
    "problems_open": ("count", -1),
    "problems_overdue": ("count", -1),
    "problems_found": ("count", 0),
    "problems_closed": ("count", 1),
    "orders_open": ("count", 0),
    "orders_overdue": ("count", -1),
    "pressure": ("permille", 0),
    "load": ("permille", -1),
    "fatigue": ("permille", -1),
    "friction": ("permille", -1),
    "grassroots_hours": ("hours", -1),
    "field_hours": ("hours", 1),
    "funds_left": ("fen", 0),
}
"""Figure -> (unit, direction of good); the gaps by need follow as `gaps:<need>`."""

TARGETS = {"incidence_recorded_bp": 300, "approval": 900}
"""Exit gates for western counties (domain facts §2.1)."""
SHARES = ("incidence_recorded_bp", "approval")
"""Shares of people, as reported: of several townships they weigh by how many live there."""

STRAINS = ("pressure", "load", "fatigue", "friction")
Courses = dict[str, tuple[tuple[int, int], ...]]
HOURS = {"grassroots_hours": ("hours_forms", "hours_meetings", "hours_received"), "field_hours": ("hours_field",)}

OF_A_TURN = frozenset({"load", *HOURS})
"""What a turn's work comes to: at the outset nobody has worked yet, and nothing is no value to compare with."""


def figure_views(
    state: State, reach: Reach, memo: Memo, *, problems: Sequence[Problem], orders: Sequence[Order]
) -> dict[str, FigureView]:
    """Return the viewer's figures by id, for the whole county or the part it answers for."""
    townships = [t for t in state.county.townships if reach.township(t.id)] or list(state.county.townships)
    courses: Courses = memo.keep("courses", (state.history, reach), dict)
    villages = [
        v for t in townships for v in state.county.villages_of(t.id) if not reach.villages or v.id in reach.villages
    ]
    rows = [report_of(state, reach, v.id) for v in villages]
    persons = sum(row.persons for row in rows)
    as_of = max((row.day for row in rows), default=-1)
    now: dict[str, int] = {
        "incidence_recorded_bp": share(sum(row.poor for row in rows), persons, 10_000),
        "approval": share(sum(row.approval * row.persons for row in rows), persons, 1),
        "problems_open": sum(1 for p in problems if open_problem(p)),
        "problems_overdue": sum(1 for p in problems if p.state == "overdue"),
        "problems_found": len(problems),
        "problems_closed": sum(1 for p in problems if p.state == "closed"),
        "orders_open": sum(1 for o in orders if not is_over("order", o.state)),
        "orders_overdue": sum(1 for o in orders if o.state == "overdue"),
    }
    organs = [state.organs[f"township:{t.id}"] for t in townships if f"township:{t.id}" in state.organs]
    if reach.county or reach.townships:
        for name in STRAINS:
            now[name] = sum(getattr(o, name) for o in organs) // len(organs) if organs else 0
        for name, parts in HOURS.items():
            now[name] = sum(getattr(o, part) for o in organs for part in parts)
    if reach.county:
        now["funds_left"] = sum(f.given - f.spent - f.reserved for f in state.funds.values())
    courses_now = {name: _kept_course(state, reach, name, courses) for name in now}
    if len(reach.townships) > 1 and not reach.county:
        courses_now |= {name: _level(courses_now[name], now[name]) for name in SHARES}
    views = {
        name: FigureView(
            id=name,
            value=now[name],
            unit=unit,
            good=good,
            as_of=as_of if name in SHARES else state.day,
            course=courses_now[name],
            target=TARGETS.get(name),
        )
        for name, (unit, good) in FIGURES.items()
        if name in now
    }
    for index, need in enumerate(NEEDS):
        name = f"gaps:{need}"
        views[name] = FigureView(
            id=name,
            value=sum(row.gaps[index] for row in rows),
            unit="count",
            good=-1,
            as_of=as_of,
            course=_kept_course(state, reach, name, courses),
        )
    return views


def _kept_course(state: State, reach: Reach, name: str, courses: Courses) -> tuple[tuple[int, int], ...]:
    if name not in courses:
        courses[name] = _course(state, reach, name)
    return courses[name]


def _course(state: State, reach: Reach, name: str) -> tuple[tuple[int, int], ...]:
    """Return the figure's course: the county's for its leaders and bureaus, else over the viewer's townships.

    Nobody keeps one for a single village.
    """
    if reach.villages:
        return ()
    history = state.history[1:] if name in OF_A_TURN else state.history
    if reach.county or not reach.townships:
        return tuple((r.day, r.shown[name]) for r in history if name in r.shown)
    course = []
    homes = {
        f"{name}@{town}": sum(v.households for v in state.county.villages_of(town)) for town in sorted(reach.townships)
    }
    for record in history:
        values = {key: record.shown[key] for key in homes if key in record.shown}
        if values:
            course.append((record.day, _together(name, values, homes)))
    return tuple(course)


def _together(name: str, values: Mapping[str, int], homes: Mapping[str, int]) -> int:
    """Return a figure of some townships: shares by how many live there, strains alike, numbers added up."""
    if name in SHARES:
        whole = sum(homes[key] for key in values)
        return (2 * sum(value * homes[key] for key, value in values.items()) + whole) // (2 * whole) if whole else 0
    total = sum(values.values())
    return total // len(values) if name in STRAINS else total


def _level(course: tuple[tuple[int, int], ...], value: int) -> tuple[tuple[int, int], ...]:
    """Return a course that ends where the figure stands, if only rounding keeps them apart.

    The townships' shares on record are whole; their mean may lie beside the share of all their people, and a point
    there would read as a rise or a fall.
    """
    off = value - course[-1][1] if course else 0
    return tuple((day, point + off) for day, point in course) if abs(off) == 1 else course
