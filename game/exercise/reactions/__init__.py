"""What follows from what happened: one ordered list of functions, run until none of them has anything to add.

A reaction looks at the state and returns events, or nothing. The first that returns events is heard, its events are
applied, and the list starts again from the top; so the order below is the order of precedence.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import is_

from game.county.draws import Draws
from game.exercise.events import Event
from game.exercise.evolve import evolve_all
from game.exercise.reactions.agenda import stages
from game.exercise.reactions.campaign import campaign_opens
from game.exercise.reactions.credit import expectations_met
from game.exercise.reactions.injects import injects_arrive, injects_settle
from game.exercise.reactions.turn import turn_stage
from game.exercise.state import State

__all__ = ["CAP", "REACTIONS", "SessionFault", "run_reactions", "stages"]

Reaction = Callable[[State, Draws], tuple[Event, ...]]

REACTIONS: tuple[Reaction, ...] = (
    campaign_opens,
    expectations_met,
    injects_arrive,
    injects_settle,
    turn_stage,
)
"""All reactions in order of precedence."""

LOOKS_AT: dict[Reaction, Callable[[State], tuple[object, ...]]] = {
    expectations_met: lambda state: (state.last, state.injects, state.day),
    injects_arrive: lambda state: (state.session, state.turn, state.injects, state.day),
    injects_settle: lambda state: (state.injects, state.problems, state.day),
}
"""The parts of a state that decide whether a reaction has anything to say. A turn is worked off in many small steps,
and one that had nothing to say is not asked again before one of its parts is another."""

CAP = 1000
"""Most reactions that one command may set off."""
CHAIN = 12
"""How many of the last reactions a fault names."""


class SessionFault(RuntimeError):
    """Reactions that do not come to rest; `chain` names the last of them, oldest first."""

    def __init__(self, chain: tuple[str, ...]) -> None:
        super().__init__(f"reactions do not come to rest after {CAP}: {' > '.join(chain)}")
        self.chain = chain


def run_reactions(
    state: State, draws: Draws, reactions: tuple[Reaction, ...] = REACTIONS, *, rested: State | None = None
) -> tuple[State, tuple[Event, ...]]:
    """Return the state at rest and all events that led there; `SessionFault` when it does not come to rest.

    `rested` is the state before the command, if that one had come to rest: what is still as it was there is silent.
    """
    happened: list[Event] = []
    chain: list[str] = []
    silent = {} if rested is None else {reaction: parts(rested) for reaction, parts in LOOKS_AT.items()}
    for _ in range(CAP):
        for reaction in reactions:
            parts = LOOKS_AT[reaction](state) if reaction in LOOKS_AT else ()
            before = silent.get(reaction)
            if before and all(map(is_, parts, before)):
                continue
            events = reaction(state, draws)
            if events:
                chain.append(f"{reaction.__name__}:{state.stages[0]}" if reaction is turn_stage else reaction.__name__)
                happened.extend(events)
                state = evolve_all(state, events)
                break
            silent[reaction] = parts
        else:
            return state, tuple(happened)
    raise SessionFault(tuple(chain[-CHAIN:]))
