"""The step of a guided exercise at which a seat stands."""

from __future__ import annotations

from game.exercise.entities import Seat
from game.exercise.state import State
from game.exercise.views.shape import GuideView


def guide_view(state: State, seat: Seat | None) -> GuideView | None:
    """Return the first step whose condition does not hold yet; None where nothing is guided or all is done."""
    steps = state.scenario.guide
    if seat is None or not steps:
        return None
    from game.exercise.environment import holds

    for index, step in enumerate(steps):
        if not holds(state, step.done, seat.id):
            return GuideView(index, len(steps), step.id, step.title, step.text, step.point)
    return None
