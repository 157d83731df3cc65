"""Measures of supervision: problems found, cured in truth, rebounds, paper caught."""

from __future__ import annotations

from game.exercise.entities import Problem
from game.exercise.reactions.cure import cured
from game.exercise.scoring.base import Measured, evidence, found_problems, measure, permille, step_day
from game.exercise.state import State

SETTLED = 14
"""Days after sign-off from which a look-back is due, and days after it was found that a problem may take at least."""


def _was_closed(problem: Problem) -> bool:
    return any(step.what == "close" for step in problem.steps)


@measure("problems_found")
def problems_found(state: State, _seat: str | None) -> Measured | None:
    """Return the share of the problems that exist which were found, per mille."""
    found = found_problems(state)
    return Measured(permille(len(found), len(state.problems)), evidence(found)) if state.problems else None


@measure("rectified_true")
def rectified_true(state: State, _seat: str | None) -> Measured | None:
    """Return the share of signed-off problems whose root is truly cured, per mille."""
    closed = [p for p in state.problems.values() if p.state == "closed"]
    if not closed:
        return None
    return Measured(permille(sum(cured(p) for p in closed), len(closed)), evidence(closed))


@measure("problems_cured")
def problems_cured(state: State, _seat: str | None) -> Measured | None:
    """Return the share of found problems that are truly cured and signed off, per mille.

    One found in the last two weeks counts once it is closed: before that there was no time to cure it.
    """
    found = [p for p in found_problems(state) if p.state == "closed" or state.day - _found_day(p) >= SETTLED]
    if not found:
        return None
    good = [p for p in found if p.state == "closed" and cured(p)]
    return Measured(permille(len(good), len(found)), evidence(good))


def _found_day(problem: Problem) -> int:
    found = step_day(problem.steps, "find")
    return problem.opened if found is None else found


@measure("rebound_rate")
def rebound_rate(state: State, _seat: str | None) -> Measured | None:
    """Return the share of problems once signed off that came back, per mille."""
    closed = [p for p in state.problems.values() if _was_closed(p)]
    if not closed:
        return None
    back = [p for p in closed if p.rebounds]
    return Measured(permille(len(back), len(closed)), evidence(back))


@measure("paper_caught")
def paper_caught(state: State, _seat: str | None) -> Measured | None:
    """Return the share of paper rectifications that a check or a look-back saw through, per mille."""
    caught = {name for visit in state.visits.values() for name in visit.paper_found}
    passed = {p.id for p in state.problems.values() if p.on_paper and p.state in ("verified", "closed")}
    whole = caught | passed
    if not whole:
        return None
    records = [state.problems[name] for name in sorted(caught) if name in state.problems]
    return Measured(permille(len(caught), len(whole)), evidence(records))


@measure("look_back_share")
def look_back_share(state: State, _seat: str | None) -> Measured | None:
    """Return the share of problems signed off two weeks ago or more that were looked at again, per mille."""
    closed = [p for p in state.problems.values() if _was_closed(p) and state.day - p.closed >= SETTLED]
    if not closed:
        return None
    seen = {
        name
        for visit in state.visits.values()
        if visit.kind == "look_back" and visit.state != "planned"
        for name in visit.problems
    }
    good = [p for p in closed if p.id in seen]
    return Measured(permille(len(good), len(closed)), evidence(good))
