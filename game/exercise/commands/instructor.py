"""导调: injects fired, held, skipped and written; pause and pace; values set right with a reason; notes and ratings."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationError

from game.county.place import NEEDS
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, command
from game.exercise.commands.effects import legal, move, revise
from game.exercise.commands.scope import answer, check_seat, next_id, next_number
from game.exercise.effects import STRAINS, effects_events
from game.exercise.entities import Inject, Message, Note, Step
from game.exercise.events import Event, Frozen, InjectArmed, MessageSent, Moved, NoteTaken, SpeedSet
from game.exercise.lifecycles import next_state
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Domain, Effect, Form, Quantity

PLAY = ("running", "paused")
TABLE = ("lobby", "briefing", "running", "paused", "debrief")
JUDGED = ("briefing", "running", "paused", "debrief")
LONG = Annotated[str, Field(min_length=1, max_length=6000)]
Said = Annotated[str, Field(min_length=1, max_length=1000)]
Evidence = Annotated[tuple[Annotated[int, Field(ge=0, le=10_000_000)], ...], Field(max_length=50)]
"""Journal numbers."""


def _empty(text: str) -> Refusal | None:
    return None if text.strip() else Refusal("empty_text", {})


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
    refusal = answer(*(check_seat(state, seat) for seat in cmd.to), *map(_empty, (cmd.title, cmd.sender, cmd.text)))
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
        _empty(cmd.reason)
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


# --- values, notes, people ----------------------------------------------------------------------------------------


class Adjust(Command):
    """Set a value right by hand, with a reason."""

    on: Ref
    """`county`, `township:<id>`, `village:<id>`, `organ:<id>`, `partner:<id>` or `fund:<id>`."""
    quantity: Quantity
    add: Annotated[int, Field(ge=-100_000, le=100_000)]
    """Units as in a scenario's effects: `funds` in 万元, `hours` in person-hours, a need in households."""
    reason: Said


FITTING: dict[str, tuple[str, ...]] = {
    "county": get_args(Quantity),
    "township": (*STRAINS, "hours", "approval", *NEEDS),
    "village": ("approval", *NEEDS),
    "organ": (*STRAINS, "hours"),
    "partner": ("trust",),
    "fund": ("funds",),
}
"""What can be adjusted on what."""


def _target(state: State, on: str) -> Refusal | None:
    kind, _, name = on.partition(":")
    there = {
        "county": not name,
        "township": state.county.has_township(name),
        "village": state.county.has_village(name),
        "organ": name in state.organs,
        "partner": name in state.partners,
        "fund": name in state.funds,
    }
    return None if there.get(kind, False) else Refusal("unknown_target", {"target": on})


@command("adjust", group="instruct", attention=0, sessions=PLAY)(Adjust)
def adjust(state: State, cmd: Adjust, ctx: Ctx) -> Decision:
    """Move a value by hand; the reason stands in the notes and the hand in the causes."""
    if refusal := _target(state, cmd.on) or _empty(cmd.reason):
        return refusal
    kind, _, name = cmd.on.partition(":")
    if cmd.quantity not in FITTING[kind]:
        return Refusal("wrong_quantity", {"target": cmd.on, "quantity": cmd.quantity})
    on = {"village": "place", "township": "township"}.get(kind, cmd.on)
    try:
        effect = Effect(on=on, quantity=cmd.quantity, add=cmd.add)
    except ValidationError:
        return Refusal("unknown_target", {"target": cmd.on})
    note = _note(state, "adjust", f"{cmd.on} {cmd.quantity} {cmd.add:+d} | {cmd.reason.strip()}")
    events = effects_events(
        state,
        (effect,),
        place_village=name if kind == "village" else "",
        township=name if kind == "township" else "",
        seat=ctx.seat,
        ref=note.id,
        code="cause.adjusted",
        source="instructor",
    )
    return (NoteTaken(note=note), *events) if events else Refusal("nothing_changes", {})


def _note(
    state: State, kind: str, text: str, *, seat: str = "", grade: str = "", evidence: tuple[int, ...] = ()
) -> Note:
    return Note(
        id=next_id(state, "notes", "n"),
        day=state.day,
        kind=kind,
        seat=seat,
        text=text,
        grade=grade,
        evidence=evidence,
    )


def _check_evidence(state: State, evidence: tuple[int, ...]) -> Refusal | None:
    strange = next((number for number in evidence if not 1 <= number <= state.seq), None)
    return Refusal("unknown_evidence", {"id": strange}) if strange is not None else None


class TakeNote(Command):
    """Take a note for the debrief."""

    text: Said
    seat: Annotated[str, Field(max_length=80)] = ""
    evidence: Evidence = ()


@command("take_note", group="instruct", attention=0, sessions=TABLE)(TakeNote)
def take_note(state: State, cmd: TakeNote, ctx: Ctx) -> Decision:
    """Note something; only the instructor sees it until the review."""
    del ctx
    if refusal := answer(
        check_seat(state, cmd.seat) if cmd.seat else None, _empty(cmd.text), _check_evidence(state, cmd.evidence)
    ):
        return refusal
    return (NoteTaken(note=_note(state, "note", cmd.text.strip(), seat=cmd.seat, evidence=cmd.evidence)),)


class RateSeat(Command):
    """Rate a seat: a 优, b 良, c 中, d 差."""

    seat: Ref
    grade: Literal["a", "b", "c", "d"]
    text: Words = ""
    evidence: Evidence = ()


@command("rate_seat", group="instruct", attention=0, sessions=JUDGED)(RateSeat)
def rate_seat(state: State, cmd: RateSeat, ctx: Ctx) -> Decision:
    """Rate a seat; a rating rests on commands that the journal holds."""
    del ctx
    if refusal := answer(
        check_seat(state, cmd.seat),
        _check_evidence(state, cmd.evidence),
        None if cmd.evidence else Refusal("rating_needs_evidence", {}),
    ):
        return refusal
    note = _note(state, "rating", cmd.text.strip(), seat=cmd.seat, grade=cmd.grade, evidence=cmd.evidence)
    return (NoteTaken(note=note),)


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
    if refusal := _empty(cmd.text):
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
