"""At the table: powers lent and taken back, the last command undone, ready, the next turn, and the opening."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from game.exercise.commands.base import REGISTRY, Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import explain, legal, move, revise, shift_all
from game.exercise.commands.scope import answer, check_seat
from game.exercise.effects import GOODWILL, STRAINS, amount, queued, seat_organ, shifted
from game.exercise.entities import Cause
from game.exercise.events import Event, Shifted, Turned, VisitCalledOff
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Power

WEEK = 7
LENDABLE = tuple(power.value for power in Power if power not in (Power.TALK, Power.INSTRUCT))
"""Powers that one seat can lend another; talking is everybody's."""


class DelegatePower(Command):
    """Lend a power of one's own to another seat."""

    power: Ref
    to: Ref


@command("delegate_power", group="talk", attention=1)(DelegatePower)
def delegate_power(state: State, cmd: DelegatePower, ctx: Ctx) -> Decision:
    """Lend a power: who does the work can act on it (K50); what was lent cannot be lent on."""
    if cmd.power not in LENDABLE:
        return Refusal("unknown_power", {"power": cmd.power})
    if refusal := check_seat(state, cmd.to):
        return refusal
    giver, taker = state.seats.get(ctx.seat), state.seats[cmd.to]
    lent = (cmd.power, ctx.seat)
    if refusal := answer(
        None if giver is not None and cmd.power in giver.powers else Refusal("not_your_power", {"power": cmd.power}),
        Refusal("already_holds", {"seat": cmd.to, "power": cmd.power})
        if cmd.power in taker.powers or lent in taker.delegated
        else None,
    ):
        return refusal
    organ = seat_organ(state, cmd.to)
    said = {"code": "cause.power_lent", "claim": "K50", "source": "command", "ref": ctx.seat}
    return (
        *revise("seats", cmd.to, delegated=(*taker.delegated, lent)),
        *explain("powers", cmd.to, 1, code="cause.power_lent", claim="K50", ref=ctx.seat),
        *shift_all(state, (organ,), "attention", amount("attention.delegated"), **said),
    )


class RecallPower(Command):
    """Take back a power one has lent."""

    power: Ref
    seat: Ref


@command("recall_power", group="talk", attention=0)(RecallPower)
def recall_power(state: State, cmd: RecallPower, ctx: Ctx) -> Decision:
    """Take a lent power back: the borrower's organ loses what it had gained."""
    if refusal := check_seat(state, cmd.seat):
        return refusal
    holder = state.seats[cmd.seat]
    lent = (cmd.power, ctx.seat)
    if lent not in holder.delegated:
        return Refusal("not_lent", {"seat": cmd.seat, "power": cmd.power})
    organ = seat_organ(state, cmd.seat)
    said = {"code": "cause.power_recalled", "claim": "K50", "source": "command", "ref": ctx.seat}
    return (
        *revise("seats", cmd.seat, delegated=tuple(pair for pair in holder.delegated if pair != lent)),
        *explain("powers", cmd.seat, -1, code="cause.power_recalled", claim="K50", ref=ctx.seat),
        *shift_all(state, (organ,), "attention", -amount("attention.delegated"), **said),
    )


# --- taking back --------------------------------------------------------------------------------------------------


class UndoLast(Command):
    """Take back one's own last command of this turn."""


@command("undo_last", group="talk", attention=0)(UndoLast)
def undo_last(state: State, cmd: UndoLast, ctx: Ctx) -> Decision:
    """Take back the seat's last command that can be: what it moved moves back, its attention returns."""
    del cmd
    seat = state.seats.get(ctx.seat)
    if seat is None or seat.undo is None:
        return Refusal("nothing_to_undo", {})
    kind, entity, turn = seat.undo
    spec = REGISTRY.get(kind)
    if spec is None or not spec.undo:
        return Refusal("nothing_to_undo", {})
    if turn != state.turn:
        return Refusal("undo_too_late", {})
    undone = _cancelled(state, entity) if spec.undo == "visit" else _reversed(state, spec.undo, entity, ctx)
    if isinstance(undone, Refusal):
        return undone
    back = min(seat.attention_turn, seat.attention + spec.attention)
    return (*undone, *_moved_back(state, entity), *revise("seats", seat.id, undo=None, attention=back))


def _reversed(state: State, kind: str, entity: str, ctx: Ctx) -> Decision:
    """Return what the opposite command does to the entity, without the price it has for a change of mind."""
    spec = REGISTRY.get(kind)
    if spec is None:
        return Refusal("nothing_to_undo", {})
    first = next(iter(spec.model.model_fields))
    try:
        opposite = spec.model.model_validate({first: entity})
    except ValidationError:
        return Refusal("nothing_to_undo", {})
    events = spec.decide(state, opposite, ctx)
    if isinstance(events, Refusal):
        return Refusal("undo_too_late", {})
    return tuple(event for event in events if not isinstance(event, Shifted))


def _cancelled(state: State, visit_id: str) -> Decision:
    visit = state.visits.get(visit_id)
    if visit is None or visit.state != "planned":
        return Refusal("undo_too_late", {})
    prepared = [c for c in _causes(state, visit_id) if c.figure == "hours_forms" and c.scope in state.organs]
    events: list[Event] = [VisitCalledOff(id=visit.id)]
    for cause in prepared:
        left = max(0, state.organs[cause.scope].forms_extra - cause.delta)
        events += revise("organs", cause.scope, forms_extra=left)
        events += explain("hours_forms", cause.scope, -cause.delta, code="cause.undone", ref=visit_id)
    return tuple(events)


def _causes(state: State, entity: str) -> Iterable[Cause]:
    """Return what an entity has moved in this turn."""
    return (cause for cause in state.causes.get(state.turn, ()) if cause.ref == entity)


def _moved_back(state: State, entity: str) -> tuple[Event, ...]:
    """Return the opposite of every quantity and approval that an entity has moved in this turn."""
    moved: dict[tuple[str, str], int] = {}
    events: list[Event] = []
    for cause in _causes(state, entity):
        if cause.scope in state.organs and cause.figure in STRAINS:
            moved[cause.scope, cause.figure] = moved.get((cause.scope, cause.figure), 0) + cause.delta
        elif cause.figure == "approval":
            events += _unliked(state, cause)
    for (organ, quantity), delta in moved.items():
        events += shifted(state, "organs", organ, quantity, -delta, code="cause.undone", ref=entity)
    return tuple(events)


def _unliked(state: State, cause: Cause) -> tuple[Event, ...]:
    try:
        villages = state.county.place_villages(cause.scope)
    except KeyError:
        return ()
    rows = {
        village.id: {"goodwill": -cause.delta * GOODWILL}
        for village in villages
        if state.pending.get(village.id, {}).get("goodwill", 0)
    }
    return (*queued(rows), *explain("approval", cause.scope, -cause.delta, code="cause.undone", ref=cause.ref))


# --- time ---------------------------------------------------------------------------------------------------------


class SetReady(Command):
    """Say that one is done with this turn."""

    ready: bool = True


@command("set_ready", group="talk", attention=0, when_paused=True)(SetReady)
def set_ready(state: State, cmd: SetReady, ctx: Ctx) -> Decision:
    """Note that a seat is ready for the next turn, or not yet."""
    seat = state.seats.get(ctx.seat)
    if seat is None:
        return Refusal("no_seat", {"seat": ctx.seat[:40]})
    return revise("seats", seat.id, ready=cmd.ready)


class Advance(Command):
    """End the turn."""


@command("advance", group="talk", attention=0)(Advance)
def advance(state: State, cmd: Advance, ctx: Ctx) -> Decision:
    """Begin the next turn: the clock and the instructor always may, a seat once all other people are ready."""
    del cmd
    from game.exercise.reactions import stages

    turn = state.scenario.turn
    waiting = [s.id for s in state.seats.values() if s.state == "human" and not s.ready and s.id != ctx.seat]
    free = ctx.source in ("clock", "instructor")
    if refusal := answer(
        Refusal("turn_running", {}) if state.stages else None,
        Refusal("exercise_over", {}) if state.turn >= turn.count else None,
        Refusal("others_not_ready", {"count": len(waiting), "seat": waiting[0]}) if waiting and not free else None,
    ):
        return refusal
    return (Turned(turn=state.turn + 1, stages=stages(turn.days // WEEK)),)


class OpenBriefing(Command):
    """Open the briefing."""


@command("open_briefing", group="talk", attention=0, sessions=("lobby",))(OpenBriefing)
def open_briefing(state: State, cmd: OpenBriefing, ctx: Ctx) -> Decision:
    """Go from the lobby into the briefing."""
    del cmd
    return legal("session", "", state.session.state, "open") or move("session", "", state.session.state, "open", ctx)


class StartPlay(Command):
    """Start to play."""


@command("start_play", group="talk", attention=0, sessions=("briefing",))(StartPlay)
def start_play(state: State, cmd: StartPlay, ctx: Ctx) -> Decision:
    """Go from the briefing into play."""
    del cmd
    return legal("session", "", state.session.state, "start") or move("session", "", state.session.state, "start", ctx)
