"""How commands say what they do: quantities shifted with their cause, figures explained, lives moved on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict

from game.exercise import trusted
from game.exercise.catalogue import load_effects
from game.exercise.commands.base import Ctx
from game.exercise.entities import Cause
from game.exercise.events import Event, Json
from game.exercise.lifecycles import next_state
from game.exercise.refusals import Refusal
from game.exercise.state import State

Machine = Literal["session", "campaign", "order", "contract", "problem", "supervision", "inject", "seat"]


class Said(TypedDict):
    """What several causes of one command have in common; arguments of `shift` and `explain`."""

    source: str
    ref: str


def effect(name: str) -> int:
    """Return one number of `data/commands.toml`, e.g. `order.pressure`."""
    return load_effects()[name]


def shift(
    state: State, organ_id: str, quantity: str, delta: int, *, code: str, claim: str, source: str, ref: str = ""
) -> tuple[Event, ...]:
    """Return the event that moves a quantity of an organ, with its cause; nothing for a delta that changes nothing."""
    organ = state.organs[organ_id]
    now: int = getattr(organ, quantity)
    real = min(1000, max(0, now + delta)) - now
    if not real:
        return ()
    cause = Cause(
        figure=quantity,
        scope=organ_id,
        delta=real,
        source=source,
        ref=ref,
        code=code,
        claim=claim,
        true_side=quantity == "formalism",
    )
    return (trusted.shifted(table="organs", id=organ_id, quantity=quantity, delta=real, cause=cause),)


def shift_all(
    state: State, organs: Iterable[str], quantity: str, delta: int, *, code: str, claim: str, source: str, ref: str = ""
) -> tuple[Event, ...]:
    """Return `shift` for several organs; those that are not there are left out."""
    return tuple(
        event
        for organ in organs
        if organ in state.organs
        for event in shift(state, organ, quantity, delta, code=code, claim=claim, source=source, ref=ref)
    )


def explain(
    figure: str,
    scope: str,
    delta: int,
    *,
    code: str,
    claim: str = "",
    source: str = "command",
    ref: str = "",
    true_side: bool = False,
) -> tuple[Event, ...]:
    """Return the note why a figure moves that other events change."""
    cause = Cause(
        figure=figure, scope=scope, delta=delta, source=source, ref=ref, code=code, claim=claim, true_side=true_side
    )
    return (trusted.explained(cause=cause),)


def legal(machine: Machine, entity: str, now: str, trigger: str) -> Refusal | None:
    """Refuse a step that the lifecycle does not know from this state."""
    if next_state(machine, now, trigger) is not None:
        return None
    return Refusal("wrong_state", {"machine": machine, "id": entity, "state": now, "trigger": trigger.rstrip("_")})


def move(machine: Machine, entity: str, now: str, trigger: str, ctx: Ctx, note: str = "") -> tuple[Event, ...]:
    """Return the lifecycle step; nothing where it is not legal."""
    to = next_state(machine, now, trigger)
    if to is None:
        return ()
    return (trusted.moved(machine=machine, id=entity, trigger=trigger, to=to, by=ctx.seat, note=note),)


def revise(table: str, entity: str, why: str = "", by: str = "", **changes: Json) -> tuple[Event, ...]:
    """Return the event that changes fields of a record; `why` is written into its diary."""
    return (trusted.revised(table=table, id=entity, changes=changes, why=why, by=by),)
