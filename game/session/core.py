"""One command carried out, live, in preview and in re-execution alike: pure, nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.county.draws import Draws
from game.exercise.commands.base import Command, Ctx
from game.exercise.decide import decide
from game.exercise.events import Accepted, Event
from game.exercise.evolve import evolve_all
from game.exercise.reactions import run_reactions
from game.exercise.refusals import Refusal
from game.exercise.state import State

Source = Literal["human", "bot", "instructor", "clock"]
SOURCES: tuple[Source, ...] = ("human", "bot", "instructor", "clock")


@dataclass(frozen=True, slots=True)
class Done:
    """What a command came to."""

    state: State
    events: tuple[Event, ...]


def carry_out(state: State, command: Command, seat: str, source: Source, draws: Draws) -> Done | Refusal:
    """Return the state after a command and everything it set off, or why it is refused."""
    decision = decide(state, command, Ctx(seat=seat, draws=draws, source=source))
    if isinstance(decision, Refusal):
        return decision
    at_rest, followed = run_reactions(evolve_all(state, decision), draws, rested=state)
    return Done(at_rest, (*decision, *followed))


def begin(bare: State, first: tuple[Event, ...], draws: Draws) -> Done:
    """Return the state on day 0 once the first events and what follows from them have happened."""
    at_rest, followed = run_reactions(evolve_all(bare, first), draws)
    return Done(at_rest, (*first, *followed))


def accepted_args(done: Done) -> str:
    """Return the arguments of the command that was carried out, as JSON text."""
    head = done.events[0]
    assert isinstance(head, Accepted)
    return head.args
