"""What follows from what happened: one ordered list of functions, run until none of them has anything to add.

A reaction looks at the state and returns events, or nothing. The first that returns events is heard, its events are
applied, and the list starts again from the top; so the order below is the order of precedence.
"""

from __future__ import annotations

from collections.abc import Callable

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
    state: State, draws: Draws, reactions: tuple[Reaction, ...] = REACTIONS
) -> tuple[State, tuple[Event, ...]]:
    """Return the state at rest and all events that led there; `SessionFault` when it does not come to rest."""
    happened: list[Event] = []
    chain: list[str] = []
    for _ in range(CAP):
        for reaction in reactions:
            events = reaction(state, draws)
            if events:
                chain.append(f"{reaction.__name__}:{state.stages[0]}" if reaction is turn_stage else reaction.__name__)
                happened.extend(events)
                state = evolve_all(state, events)
                break
        else:
            return state, tuple(happened)
    raise SessionFault(tuple(chain[-CHAIN:]))
