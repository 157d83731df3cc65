"""Small builders of events that every reaction uses, so that each change carries its cause."""

from __future__ import annotations

from typing import Literal

from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.entities import Cause
from game.exercise.lifecycles import next_state
from game.exercise.state import State

Machine = Literal["session", "campaign", "order", "contract", "problem", "supervision", "inject", "seat"]


def move(
    machine: Machine, entity: str, state: str, trigger: str, *, by: str = "", note: str = ""
) -> tuple[ev.Event, ...]:
    """Return one lifecycle step, or nothing where the trigger is not legal in that state."""
    to = next_state(machine, state, trigger)
    return () if to is None else (trusted.moved(machine=machine, id=entity, trigger=trigger, to=to, by=by, note=note),)


def shift(
    table: Literal["organs", "partners"],
    entity: str,
    quantity: str,
    delta: int,
    *,
    source: str,
    code: str,
    ref: str = "",
    claim: str = "",
) -> ev.Shifted:
    """Return a move of a quantity with its cause; the cause of a hidden quantity is hidden too."""
    cause = Cause(
        figure=quantity,
        scope=entity if table == "organs" else f"partner:{entity}",
        delta=delta,
        source=source,
        ref=ref,
        code=f"cause.{code}",
        claim=claim,
        true_side=quantity == "formalism",
    )
    return trusted.shifted(table=table, id=entity, quantity=quantity, delta=delta, cause=cause)


def explain(
    figure: str,
    scope: str,
    delta: int,
    *,
    source: str,
    code: str,
    ref: str = "",
    claim: str = "",
    true_side: bool = False,
) -> ev.Explained:
    """Return the cause of a figure that other events move."""
    cause = Cause(
        figure=figure,
        scope=scope,
        delta=delta,
        source=source,
        ref=ref,
        code=f"cause.{code}",
        claim=claim,
        true_side=true_side,
    )
    return trusted.explained(cause=cause)


def strength(state: State, organ_id: str) -> int:
    """Return how far an organ that was set up can do its work, per mille: 0 before it is ready, less when drained."""
    organ = state.organs.get(organ_id)
    if organ is None or not organ.exists or organ.ready_day > state.day:
        return 0
    if not organ.leader:
        return 500
    return 1000 if organ.staff > 0 else 400


def clamp(value: int, low: int = 0, high: int = 1000) -> int:
    """Return a value held between two bounds."""
    return min(high, max(low, value))
