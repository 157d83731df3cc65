"""导调: injects fired, held, skipped and written; pause and pace; seats handed over and words to all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.exercise.commands import judging
from game.exercise.commands.base import Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import legal, move, revise
from game.exercise.commands.judging import PLAY, TABLE, Said, check_text
from game.exercise.commands.scope import answer, check_seat, next_id, next_number
from game.exercise.entities import Inject, Message, Step
from game.exercise.events import Event, Frozen, InjectArmed, MessageSent, Moved, SpeedSet
from game.exercise.lifecycles import next_state
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Domain, Form

__all__ = ["judging"]

LONG = Annotated[str, Field(min_length=1, max_length=6000)]


# --- injects ------------------------------------------------------------------------------------------------------


def _known(state: State, inject: str) -> Refusal | None:
    return None if inject in state.injects else Refusal("unknown_inject", {"inject": inject})


class FireInject(Command):
    """Bring an inject now."""

    inject: Ref


@command("fire_inject", group="instruct", attention=0, sessions=PLAY)(FireInject)
def fire_inject(state: State, cmd: FireInject, ctx: Ctx) -> Decision:
    """Let an inject come due today, held or not; it is delivered as soon as play runs."""
    if refusal := _known(state, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    if row.state == "due" and row.held:
        return revise("injects", row.id, held=False)
    if refusal := legal("inject", row.id, row.state, "come_due"):
        return refusal
    return (
        *move("inject", row.id, row.state, "come_due", ctx),
        *revise("injects", row.id, due=state.day, held=False),
    )


class HoldInject(Command):
    """Hold an inject back, or let it go again."""

    inject: Ref
    hold: bool = True


@command("hold_inject", group="instruct", attention=0, sessions=PLAY)(HoldInject)
def hold_inject(state: State, cmd: HoldInject, ctx: Ctx) -> Decision:
    """Keep an inject from arriving."""
    del ctx
    if refusal := _known(state, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    if refusal := legal("inject", row.id, row.state, "skip"):
        return refusal
    return Refusal("nothing_changes", {}) if row.held == cmd.hold else revise("injects", row.id, held=cmd.hold)


class SkipInject(Command):
    """Leave an inject out."""

    inject: Ref


@command("skip_inject", group="instruct", attention=0, sessions=PLAY)(SkipInject)
def skip_inject(state: State, cmd: SkipInject, ctx: Ctx) -> Decision:
    """Leave an inject out for good; what was to follow it does not come."""
    if refusal := _known(state, cmd.inject):
        return refusal
    row = state.injects[cmd.inject]
    if refusal := legal("inject", row.id, row.state, "skip"):
        return refusal
    return (*move("inject", row.id, row.state, "skip", ctx), *revise("injects", row.id, ended=state.day))


class WriteInject(Command):
    """Write an inject on the spot."""

    title: Annotated[str, Field(min_length=1, max_length=200)]
    form: Form
    domain: Domain
    to: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=60)]
    sender: Annotated[str, Field(min_length=1, max_length=200)]
    text: LONG
    reply_within: Annotated[int, Field(ge=0, le=400)] = 0
    """Days; 0 leaves it open."""


@command("write_inject", group="instruct", attention=0, sessions=PLAY)(WriteInject)
def write_inject(state: State, cmd: WriteInject, ctx: Ctx) -> Decision:
    """Deliver a paper of the instructor's own at once; it asks for a reply and scores nothing."""
    if len(set(cmd.to)) < len(cmd.to):
        return Refusal("named_twice", {})
    refusal = answer(*(check_seat(state, seat) for seat in cmd.to), *map(check_text, (cmd.title, cmd.sender, cmd.text)))
    if refusal:
        return refusal
    number = next_number(state, "injects")
    key = next(k for n in range(number, number + len(state.injects) + 1) if (k := f"hot-{n}") not in state.injects)
    inject = Inject(
        id=key,
        title=cmd.title.strip(),
        form=cmd.form.value,
        domain=cmd.domain.value,
        sender=cmd.sender.strip(),
        text=cmd.text.strip(),
        to=cmd.to,
        due=state.day,
        delivered=state.day,
        reply_by=state.day + cmd.reply_within if cmd.reply_within else -1,
        steps=(Step(day=state.day, seq=state.seq + 1, what="write", by=ctx.seat),),
    )
    due = next_state("inject", inject.state, "come_due") or inject.state
    return (
        InjectArmed(inject=inject),
        *move("inject", key, inject.state, "come_due", ctx),
        *move("inject", key, due, "deliver", ctx),
    )


# --- pace ---------------------------------------------------------------------------------------------------------


def _session(state: State, ctx: Ctx, trigger: str, note: str = "") -> Decision:
    now = state.session.state
    return legal("session", "", now, trigger) or move("session", "", now, trigger, ctx, note)


class Pause(Command):
    """Pause play."""


@command("pause", group="instruct", attention=0, sessions=("running",))(Pause)
def pause(state: State, cmd: Pause, ctx: Ctx) -> Decision:
    """Stop the clock; desks can still be read."""
    del cmd
    return _session(state, ctx, "pause")


class Resume(Command):
    """Go on playing."""


@command("resume", group="instruct", attention=0, sessions=("paused",))(Resume)
def resume(state: State, cmd: Resume, ctx: Ctx) -> Decision:
    """Let the clock run again."""
    del cmd
    return _session(state, ctx, "resume")


class SetSpeed(Command):
    """Set the pace of the clock."""

    speed: Annotated[int, Field(ge=1, le=10)]


@command("set_speed", group="instruct", attention=0, sessions=("briefing", *PLAY))(SetSpeed)
def set_speed(state: State, cmd: SetSpeed, ctx: Ctx) -> Decision:
    """Set how many times faster than planned the clock runs."""
    del ctx
    if cmd.speed == state.session.speed:
        return Refusal("nothing_changes", {})
    return (SpeedSet(speed=cmd.speed),)


class Freeze(Command):
    """Stop the session where it is."""

    reason: Said


@command("freeze", group="instruct", attention=0, sessions=TABLE)(Freeze)
def freeze(state: State, cmd: Freeze, ctx: Ctx) -> Decision:
    """Freeze the session: nothing goes on until it is thawed."""
    del ctx
    return (
        check_text(cmd.reason)
        or legal("session", "", state.session.state, "freeze")
        or (Frozen(reason=cmd.reason.strip()),)
    )


class Thaw(Command):
    """Take a frozen session up again, paused."""


@command("thaw", group="instruct", attention=0, sessions=("frozen",))(Thaw)
def thaw(state: State, cmd: Thaw, ctx: Ctx) -> Decision:
    """Thaw the session; it is paused until the instructor resumes."""
    del cmd
    return _session(state, ctx, "thaw")


class EndExercise(Command):
    """End play and go into the debrief."""


@command("end_exercise", group="instruct", attention=0, sessions=PLAY)(EndExercise)
def end_exercise(state: State, cmd: EndExercise, ctx: Ctx) -> Decision:
    """End the exercise today; what is open stays open."""
    del cmd
    return Refusal("turn_running", {}) if state.stages else _session(state, ctx, "finish")


class Archive(Command):
    """Close the file for good."""


@command("archive", group="instruct", attention=0, sessions=("debrief",))(Archive)
def archive(state: State, cmd: Archive, ctx: Ctx) -> Decision:
    """Archive the session: it can be read and forked, no longer played."""
    del cmd
    return _session(state, ctx, "archive")


# --- people ----------------------------------------------------------------------------------------------------------


HOLDERS: dict[str, str] = {"human": "sit", "bot": "bot", "vacant": "leave"}
"""Holder -> trigger of the seat's lifecycle."""


class HandOverSeat(Command):
    """Give a seat to a person or a bot, or empty it."""

    seat: Ref
    holder: Literal["human", "bot", "vacant"]


@command("hand_over_seat", group="instruct", attention=0, sessions=TABLE)(HandOverSeat)
def hand_over_seat(state: State, cmd: HandOverSeat, ctx: Ctx) -> Decision:
    """Change who holds a seat; its desk, powers and history stay."""
    if refusal := check_seat(state, cmd.seat):
        return refusal
    seat = state.seats[cmd.seat]
    trigger = HOLDERS[cmd.holder]
    to = next_state("seat", seat.state, trigger)
    if to is None:
        return legal("seat", seat.id, seat.state, trigger) or Refusal("nothing_changes", {})
    events: list[Event] = [Moved(machine="seat", id=seat.id, trigger=trigger, to=to, by=ctx.seat)]
    return (*events, *revise("seats", seat.id, ready=False)) if seat.ready else tuple(events)


class Broadcast(Command):
    """Tell the whole table something."""

    text: Said


@command("broadcast", group="instruct", attention=0, sessions=TABLE)(Broadcast)
def broadcast(state: State, cmd: Broadcast, ctx: Ctx) -> Decision:
    """Send every seat the same words."""
    if refusal := check_text(cmd.text):
        return refusal
    message = Message(
        id=next_id(state, "messages", "m"),
        sender=ctx.seat,
        to=tuple(state.seats),
        day=state.day,
        text=cmd.text.strip(),
        kind="broadcast",
    )
    return (MessageSent(message=message),)
