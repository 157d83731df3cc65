"""Measures of the outcome: what is true in the households, and what the evaluation makes of it."""

from __future__ import annotations

from game.county.evaluation import failed_gates
from game.county.place import NEEDS
from game.exercise.figures import share
from game.exercise.scoring.base import Measured, measure, permille
from game.exercise.state import State


def _share_bp(part: int, whole: int) -> int:
    return share(part, whole, 10_000)


def true_incidence(state: State) -> int:
    """Return the true incidence now, basis points."""
    return _share_bp(int(state.sums.poor_persons.sum()), int(state.sums.persons.sum()))


def recorded_incidence(state: State) -> int:
    """Return the recorded incidence now, basis points."""
    return _share_bp(int(state.sums.recorded_persons.sum()), int(state.sums.persons.sum()))


def _rates(state: State) -> dict[str, int]:
    """Return the four rates in basis points: the evaluation's, or by its formulas from the truth."""
    held = state.evaluation
    if held is not None:
        return {
            "composite": held.composite,
            "wrong_exit": held.wrong_exit,
            "missed": held.missed,
            "approval": held.approval,
        }
    s = state.sums
    return {
        "composite": _share_bp(int(s.composite_persons.sum()), int(s.persons.sum())),
        "wrong_exit": _share_bp(int(s.wrong_persons.sum()), int(s.exited_persons.sum())),
        "missed": _share_bp(int(s.missed_persons.sum()), int(s.unregistered_persons.sum())),
        "approval": _share_bp(int(s.approving.sum()), int(s.households.sum())),
    }


@measure("incidence_true_drop")
def incidence_true_drop(state: State, _seat: str | None) -> Measured | None:
    """Return the fall of true incidence since the start, basis points."""
    if not state.history or "incidence_true_bp" not in state.history[0].true:
        return None
    return Measured(state.history[0].true["incidence_true_bp"] - true_incidence(state))


@measure("composite_at_evaluation")
def composite_at_evaluation(state: State, _seat: str | None) -> Measured:
    """Return the composite incidence, basis points."""
    return Measured(_rates(state)["composite"])


@measure("gates_passed")
def gates_passed(state: State, _seat: str | None) -> Measured:
    """Return how many of the four gates are passed."""
    rates = _rates(state)
    failed = failed_gates(rates["composite"], rates["wrong_exit"], rates["missed"], rates["approval"])
    return Measured(len(rates) - len(failed))


@measure("gaps_closed_true")
def gaps_closed_true(state: State, _seat: str | None) -> Measured | None:
    """Return the net share of the true gaps of the start that is gone, per mille."""
    if not state.history:
        return None
    start = sum(state.history[0].true.get(f"gaps:{need}", 0) for need in NEEDS)
    if not start:
        return None
    return Measured(permille(start - int(state.sums.gaps.sum()), start))


@measure("record_gap")
def record_gap(state: State, _seat: str | None) -> Measured:
    """Return how far the record is from the truth, basis points."""
    return Measured(abs(recorded_incidence(state) - true_incidence(state)))
