"""Which commands a seat may give right now, and why not the others: the checks that need no arguments."""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.commands.base import REGISTRY, Spec
from game.exercise.decide import current_phase, holds_power
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Power


@dataclass(frozen=True, slots=True)
class Legal:
    """One command and whether it is open."""

    kind: str
    group: str
    attention: int
    refusal: Refusal | None


def legal_for(state: State, seat: str) -> tuple[Legal, ...]:
    """Return every command of a seat (or of the `instructor`) in the order of registration."""
    return tuple(
        Legal(spec.kind, spec.group, spec.attention, _closed(state, seat, spec))
        for spec in REGISTRY.values()
        if (spec.group == Power.INSTRUCT) <= (seat == "instructor")
    )


def _closed(state: State, seat: str, spec: Spec) -> Refusal | None:
    now = state.session.state
    if now not in spec.sessions and not (spec.when_paused and now == "paused"):
        return Refusal("paused" if now == "paused" else "session_closed", {"state": now})
    if seat == "instructor":
        return None
    if seat not in state.seats:
        return Refusal("no_seat", {"seat": seat[:40]})
    if not holds_power(state, seat, spec.group):
        return Refusal("no_power", {"power": spec.group})
    phase = current_phase(state)
    if phase is not None and spec.group != Power.TALK and spec.group not in phase.allowed:
        return Refusal("phase_closed", {"power": spec.group, "phase": phase.name})
    left = state.seats[seat].attention
    if spec.attention > left:
        return Refusal("no_attention", {"need": spec.attention, "left": left})
    return None
