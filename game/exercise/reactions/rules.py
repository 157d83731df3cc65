"""Small whole-numbered rules of this floor that the county's own (`workload`, `quantities`) do not have."""

from __future__ import annotations

from game.county.params import parameters
from game.county.quantities import paper_share
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import clamp


def recorded_undone(formalism: int, clarity: int, evidence: str) -> int:
    """Return the per mille of what was asked and not done that is put on record all the same (K14, X4, X6).

    Formalism drives it, a vague order makes it easy, and the evidence asked for makes it hard.
    """
    ease = num("paper.clear") + (1000 - num("paper.clear")) * (1000 - clamp(clarity)) // 1000
    return clamp(paper_share(formalism) * ease // 1000 * num(f"paper.{evidence or 'ledger'}") // 1000)


def friction_level(taken_off: int) -> int:
    """Return the level friction moves to when working organs take so much off the routine one (K25, K60)."""
    p = parameters("quantities")
    return max(p.number("friction.least"), p.number("friction.routine") - taken_off)


def friction_pace(now: int, level: int) -> int:
    """Return this week's step towards the level.

    Organs wear friction down at their pace; what meetings and leads have won beyond it is lost again only slowly.
    """
    pace = parameters("quantities").number("friction.pace") if now > level else num("friction.relapse")
    return (level - now) * pace // 1000
