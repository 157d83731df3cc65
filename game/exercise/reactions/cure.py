"""What a true cure of a problem is: the hours on its root, the right hands, the levers and the money."""

from __future__ import annotations

from game.exercise.entities import Problem
from game.exercise.reactions.numbers import num
from game.exercise.state import State


def cured(problem: Problem) -> bool:
    """Whether the root is truly worked off, whatever the ledger says."""
    return problem.done >= problem.hours and not problem.on_paper


def missing_levers(problem: Problem) -> int:
    """Return the share of needed levers that were never applied, per mille."""
    if not problem.levers:
        return 0
    return sum(lever not in problem.used for lever in problem.levers) * 1000 // len(problem.levers)


def responsible(problem: Problem) -> tuple[str, ...]:
    """Return the organs that could truly cure a problem; `township` and `village` mean those of its place."""
    home = f"township:{problem.township}"
    return tuple(dict.fromkeys(home if o in ("township", "village") else o for o in problem.organs))


def owner_fit(state: State, problem: Problem) -> int:
    """Return what share of the owner's hours reaches the root, per mille: the right hands, the lead, or strangers."""
    right = responsible(problem)
    if problem.owner in right:
        return num("problem.right_owner")
    owner = state.organs.get(problem.owner)
    if owner is not None and problem.domain in owner.lead_for:
        return num("problem.lead_owner")
    return num("problem.wrong_owner")
