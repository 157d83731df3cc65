"""The turn is closed with its figures, shown and true."""

from __future__ import annotations

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.entities import TurnRecord
from game.exercise.figures import shown_figures, true_figures
from game.exercise.state import State


def turn_record(state: State) -> TurnRecord:
    """Return the record of the turn that ends now."""
    return TurnRecord(turn=state.turn, day=state.day, shown=shown_figures(state), true=true_figures(state))


def record(state: State, draws: Draws) -> list[ev.Event]:
    """Close the turn with its figures."""
    del draws
    return [ev.TurnClosed(record=turn_record(state))]
