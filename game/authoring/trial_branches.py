"""Everything that can come of an inject: the desks it finds, and where the policy and each option lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.authoring.trial_errors import CannotTry
from game.authoring.tryout import Progress, Trial, Wish

CHOSEN = ("not_chosen", "nobody_asked")
"""Codes of an option that cannot be taken; the trial of the others goes on."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What one option leads to, or "" what the policy does by itself."""

    option: str
    came: dict[str, Any] | None
    """As `Trial.branch` tells it; None where the option could not be taken."""
    refused: str = ""
    """Why it could not be taken."""


@dataclass(frozen=True, slots=True)
class Explored:
    """A trial with all that was asked of it; whoever gets it closes the trial."""

    trial: Trial
    begun: dict[str, Any]
    desks: dict[str, dict[str, Any]]
    """Seat -> its desk as the inject lies there."""
    branches: tuple[Branch, ...]


def explore(bundle: dict[str, str], wish: Wish, *, lang: str = "zh", progress: Progress | None = None) -> Explored:
    """Play up to an inject, look at every desk, then follow the policy and each option some turns on.

    `progress` hears of all that together; what it raises ends the trial. Raises what `Trial` raises.
    """

    def tell(done: int, of: int) -> None:
        if progress is not None:
            progress(done, of)

    trial = Trial(bundle, wish, lambda done, of: tell(done, of + wish.turns))
    try:
        state = trial.state
        options = ("", *(o.id for o in state.fixed.scenario_injects[wish.inject].options))
        before = state.scenario.turn.count
        total = before + wish.turns * len(options)
        desks = {seat: trial.desk(seat) for seat in state.seats}
        branches = []
        for number, option in enumerate(options):
            base = before + wish.turns * number

            def step(turn: int, _of: int, base: int = base) -> None:
                tell(base + turn - state.turn, total)

            tell(base, total)
            branches.append(_branch(trial, option, lang, step))
        return Explored(trial, trial.begun(), desks, tuple(branches))
    except BaseException:
        trial.close()
        raise


def _branch(trial: Trial, option: str, lang: str, progress: Progress) -> Branch:
    try:
        return Branch(option, trial.branch(option, lang=lang, progress=progress))
    except CannotTry as error:
        if error.code not in CHOSEN:
            raise
        return Branch(option, None, error.said(lang))
