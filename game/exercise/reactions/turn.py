"""The turn is worked off stage by stage: the weeks first, then once what a turn brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.reactions.begin_week import begin_week
from game.exercise.reactions.campaign import phases
from game.exercise.reactions.close import end
from game.exercise.reactions.deadlines import deadlines
from game.exercise.reactions.households import households
from game.exercise.reactions.injects import injects
from game.exercise.reactions.partners import partners
from game.exercise.reactions.programmes import programmes
from game.exercise.reactions.quantities import quantities
from game.exercise.reactions.record import record
from game.exercise.reactions.reports import reports
from game.exercise.reactions.visits import visits
from game.exercise.reactions.work import work
from game.exercise.state import State

Stage = Callable[[State, Draws], Sequence[ev.Event]]

STAGES: dict[str, Stage] = {
    "begin_week": begin_week,
    "visits": visits,
    "work": work,
    "households": households,
    "quantities": quantities,
    "partners": partners,
    "programmes": programmes,
    "reports": reports,
    "injects": injects,
    "deadlines": deadlines,
    "phases": phases,
    "record": record,
    "end": end,
}
"""What each stage does, by its name."""


def turn_stage(state: State, draws: Draws) -> tuple[ev.Event, ...]:
    """Work off the first stage that is still queued."""
    if not state.stages:
        return ()
    name = state.stages[0]
    return (*STAGES[name](state, draws), ev.StageDone(stage=name))
