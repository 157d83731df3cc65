"""`decide`: the one gate through which every command passes, live, in preview and in replay alike."""

from __future__ import annotations

from collections.abc import Mapping
from json import JSONEncoder
from typing import Any

from pydantic import ValidationError

from game.exercise import commands
from game.exercise.commands.base import REGISTRY, Command, Ctx, Decision, Spec
from game.exercise.events import Accepted
from game.exercise.refusals import CHECKS, Refusal
from game.exercise.state import State
from game.exercise.texts import refusal_check
from game.scenario.model import Power

__all__ = ["commands", "decide", "holds_power", "parse"]

_AS_JSON = JSONEncoder(ensure_ascii=False, allow_nan=False)
MAX_ARGS = 20_000
"""Longest text of a command's arguments, in characters."""


def parse(kind: str, args: Mapping[str, Any] | str) -> Command | Refusal:
    """Return the command of that kind, or the refusal `unknown_command`, `too_large` or `bad_arguments`.

    `args` is a mapping of JSON values or JSON text.
    """
    spec = REGISTRY.get(kind) if isinstance(kind, str) else None
    if spec is None:
        return Refusal("unknown_command", {"kind": str(kind)[:40]})
    try:
        text = args if isinstance(args, str) else _json(args)
        if len(text) > MAX_ARGS:
            return Refusal("too_large", {"limit": MAX_ARGS})
        return spec.model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "-"
        return Refusal("bad_arguments", {"kind": kind, "field": where[:60], "problem": str(first["type"])})
    except (ValueError, TypeError, RecursionError):
        return Refusal("bad_arguments", {"kind": kind, "field": "-", "problem": "json"})


def _json(args: Mapping[str, Any]) -> str:
    return _AS_JSON.encode(dict(args))


def holds_power(state: State, seat_id: str, power: str) -> bool:
    """Whether a seat may give commands of a group, by its own post or by delegation; talking is everybody's."""
    seat = state.seats.get(seat_id)
    if seat is None:
        return False
    return power == Power.TALK or power in seat.powers or any(lent == power for lent, _ in seat.delegated)


def _open_power(state: State, power: str) -> bool:
    phase = current_phase(state)
    return phase is None or power == Power.TALK or power in phase.allowed


def current_phase(state: State) -> Any:
    """Return the scenario's phase the campaign is in, or None before and after."""
    for campaign in state.scenario.campaigns:
        if campaign.id == state.campaign.campaign:
            for phase in campaign.phases:
                if phase.id == state.campaign.phase:
                    return phase
    return None


def attention_cost(state: State, spec: Spec, command: Command) -> int:
    """Return the attention points a command costs: the declared ones, or what its `attention(state)` says."""
    cost = getattr(type(command), "attention_cost", None)  # of the class: a model takes its time to say it has none
    return cost(command, state) if callable(cost) else spec.attention


def _after_resources(refusal: Refusal) -> bool:
    """Whether a refusal stands behind the seat's attention in the order of checks."""
    return CHECKS.index(refusal_check(refusal.code)) > CHECKS.index("resources")


def decide(state: State, command: Command, ctx: Ctx) -> Decision:
    """Return what a command would make happen, or why it is refused. Pure: the state is untouched.

    The checks run in the order of `refusals.CHECKS`; the first that fails answers. Known and schema are checked by
    `parse`, which everything from outside goes through.
    """
    spec = REGISTRY.get(command.kind)
    if spec is None or not isinstance(command, spec.model):
        return Refusal("unknown_command", {"kind": command.kind})
    if state.session.state not in spec.sessions and not (spec.when_paused and state.session.state == "paused"):
        code = "paused" if state.session.state == "paused" else "session_closed"
        return Refusal(code, {"state": state.session.state})
    if ctx.source == "clock":
        pass
    elif spec.group == Power.INSTRUCT:
        if ctx.source != "instructor":
            return Refusal("no_power", {"power": spec.group})
    elif ctx.source != "instructor":
        if ctx.seat not in state.seats:
            return Refusal("no_seat", {"seat": ctx.seat[:40]})
        if not holds_power(state, ctx.seat, spec.group):
            return Refusal("no_power", {"power": spec.group})
        if not _open_power(state, spec.group):
            return Refusal("phase_closed", {"power": spec.group, "phase": current_phase(state).name})
    cost = attention_cost(state, spec, command) if ctx.seat in state.seats else 0
    events = spec.decide(state, command, ctx)
    tired = cost > 0 and state.seats[ctx.seat].attention < cost
    if isinstance(events, Refusal) and not (tired and _after_resources(events)):
        return events
    if tired:
        return Refusal("no_attention", {"need": cost, "left": state.seats[ctx.seat].attention})
    assert not isinstance(events, Refusal)
    args = command.model_dump_json()
    return (Accepted(seq=state.seq + 1, seat=ctx.seat, command=command.kind, attention=cost, args=args), *events)
