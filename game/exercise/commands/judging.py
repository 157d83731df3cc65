"""导调: values set right by hand with a reason, notes for the debrief, and ratings that rest on evidence."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationError

from game.county.place import NEEDS
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, command
from game.exercise.commands.scope import answer, check_seat, next_id
from game.exercise.effects import STRAINS, effects_events
from game.exercise.entities import Note
from game.exercise.events import NoteTaken
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Effect, Quantity

PLAY = ("running", "paused")
TABLE = ("lobby", "briefing", "running", "paused", "debrief")
JUDGED = ("briefing", "running", "paused", "debrief")
Said = Annotated[str, Field(min_length=1, max_length=1000)]
Evidence = Annotated[tuple[Annotated[int, Field(ge=0, le=10_000_000)], ...], Field(max_length=50)]
"""Journal numbers."""


def check_text(text: str) -> Refusal | None:
    """Refuse a text of blanks."""
    return None if text.strip() else Refusal("empty_text", {})


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
    if refusal := _target(state, cmd.on) or check_text(cmd.reason):
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
        check_seat(state, cmd.seat) if cmd.seat else None, check_text(cmd.text), _check_evidence(state, cmd.evidence)
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
