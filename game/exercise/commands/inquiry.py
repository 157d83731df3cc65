"""督战 on people: inquiry meetings and the ladder from reminder to accountability.

Both drive while they are rare and measured; piled up, they teach people to prepare answers and to hide (K13, K40).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, command
from game.exercise.commands.effects import explain, revise, shift, shift_all
from game.exercise.commands.ledger import IN_FORCE, OPEN, Opt, check_problem
from game.exercise.commands.scope import answer, check_domain, check_organ, check_place, known_place, overlaps
from game.exercise.effects import amount, recent, seat_organ
from game.exercise.events import Counted, Event
from game.exercise.refusals import Refusal
from game.exercise.state import State


class HoldInquiry(Command):
    """Question the leaders of some townships (询问会议)."""

    townships: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=12)]
    topic: Opt = ""
    """A domain."""


def answerable(state: State, township: str) -> tuple[str, ...]:
    """Return the organs that answer for a township besides its own: its post, and holders of contracts on it."""
    place = f"township:{township}"
    found = [f"post:{township}"]
    for contract in state.contracts.values():
        area = contract.kind == "area" and contract.state in IN_FORCE and known_place(state, contract.object)
        if area and overlaps(state, contract.object, place):
            holder = contract.holder
            found.append(holder if holder in state.organs else seat_organ(state, holder))
    return tuple(dict.fromkeys(organ for organ in found if organ in state.organs and organ != place))


@command("hold_inquiry", group="supervise", attention=3)(HoldInquiry)
def hold_inquiry(state: State, cmd: HoldInquiry, ctx: Ctx) -> Decision:
    """Have those who answer for a township account for it (K28); held too often it breeds rehearsal (K13, K14)."""
    if len(set(cmd.townships)) < len(cmd.townships):
        return Refusal("named_twice", {})
    if refusal := answer(
        *(check_place(state, ctx, f"township:{t}") for t in cmd.townships),
        check_domain(state, cmd.topic) if cmd.topic else None,
    ):
        return refusal
    events: list[Event] = [Counted(counter="inquiries")]
    called: dict[str, None] = {}
    for township in cmd.townships:
        called.update(dict.fromkeys(answerable(state, township)))
        events += _questioned(state, f"township:{township}", cmd.topic)
    holders = [organ for organ in called if organ.partition(":")[2] not in cmd.townships or organ.startswith("post:")]
    drive = amount("inquiry.holder_attention")
    said = {"code": "cause.inquiry_held", "claim": "K28", "source": "command", "ref": cmd.topic}
    events += shift_all(state, holders, "attention", drive, **said)
    return tuple(events)


def _questioned(state: State, organ: str, topic: str) -> list[Event]:
    if organ not in state.organs:
        return []
    again = recent(state, "cause.inquiry_held", organ, amount("inquiry.days"))
    hours = amount("inquiry.hours")
    said = {"claim": "K28", "source": "command", "ref": topic}
    events: list[Event] = [
        *revise("organs", organ, meetings_extra=state.organs[organ].meetings_extra + hours),
        *explain("hours_meetings", organ, hours, code="cause.inquiry_held", claim="K28", ref=topic),
    ]
    for quantity in ("pressure", "attention"):
        delta = amount(f"inquiry.{quantity}") // (1 + again)
        events += shift(state, organ, quantity, delta, code="cause.inquiry_pressed", **said)
    if again:
        said = {"code": "cause.inquiry_again", "claim": "K14", "source": "command", "ref": topic}
        events += shift(state, organ, "formalism", amount("inquiry.again_formalism") * again, **said)
        events += shift(state, organ, "fatigue", amount("inquiry.again_fatigue") * again, **said)
    return events


class ApplyLadder(Command):
    """Take a step of the ladder: 1 reminder … 6 accountability."""

    organ: Ref
    rung: Annotated[int, Field(ge=1, le=6)]
    reason: Words = ""
    problem: Opt = ""


def organ_rung(state: State, organ: str) -> int:
    """Return the highest rung an organ has been taken to."""
    return state.counters.get(f"rung:{organ}", 0)


@command("apply_ladder", group="supervise", attention=2)(ApplyLadder)
def apply_ladder(state: State, cmd: ApplyLadder, ctx: Ctx) -> Decision:
    """Warn or punish, one rung at a time (K41): moderate steps drive, hard or frequent ones hide things (X3, K40)."""
    if refusal := check_organ(state, ctx, cmd.organ) or (
        check_problem(state, ctx, cmd.problem) if cmd.problem else None
    ):
        return refusal
    problem = state.problems.get(cmd.problem)
    last = max(organ_rung(state, cmd.organ), problem.rung if problem else 0)
    bare = cmd.rung >= amount("ladder.reason_from") and not cmd.reason.strip() and problem is None
    shut = problem is not None and problem.state not in OPEN
    stranger = problem is not None and cmd.organ not in (problem.owner, f"township:{problem.township}")
    if refusal := answer(
        Refusal("problem_not_open", {"problem": cmd.problem, "state": problem.state}) if problem and shut else None,
        Refusal("not_its_problem", {"problem": cmd.problem, "organ": cmd.organ}) if stranger else None,
        Refusal("rung_jump", {"rung": cmd.rung, "next": last + 1}) if cmd.rung > last + 1 else None,
        Refusal("no_reason", {"rung": cmd.rung}) if bare else None,
    ):
        return refusal
    return (*_noted(state, cmd, ctx), *_felt(state, cmd))


def _noted(state: State, cmd: ApplyLadder, ctx: Ctx) -> list[Event]:
    """Return what is written down of a step: the rung of the organ and of the problem, and how far up steps go."""
    events: list[Event] = [Counted(counter="ladder")]
    if (climb := cmd.rung - organ_rung(state, cmd.organ)) > 0:
        events.append(Counted(counter=f"rung:{cmd.organ}", by=climb))
    if cmd.rung >= amount("ladder.hard"):
        events.append(Counted(counter="ladder_high"))
    problem = state.problems.get(cmd.problem)
    if problem is not None:
        events += revise("problems", problem.id, "ladder", ctx.seat, rung=max(cmd.rung, problem.rung))
    return events


def _felt(state: State, cmd: ApplyLadder) -> list[Event]:
    again = recent(state, "cause.ladder_step", cmd.organ, amount("ladder.days"))
    said = {"source": "command", "ref": cmd.problem}
    events: list[Event] = [
        *explain("ladder", cmd.organ, cmd.rung, code="cause.ladder_step", claim="K41", ref=cmd.problem),
        *shift(
            state,
            cmd.organ,
            "pressure",
            amount("ladder.pressure") * cmd.rung,
            code="cause.ladder_pressure",
            claim="X3",
            **said,
        ),
    ]
    hard = amount("ladder.hard")
    over = max(0, cmd.rung - hard + 1) + again
    if over == 0:
        drive = amount("ladder.attention")
        events += shift(state, cmd.organ, "attention", drive, code="cause.ladder_moderate", claim="K41", **said)
        return events
    hidden = amount("ladder.hard_formalism") * over
    events += shift(state, cmd.organ, "formalism", hidden, code="cause.ladder_hides", claim="K40", **said)
    if cmd.rung >= hard:
        tired = amount("ladder.hard_fatigue") * over
        events += shift(state, cmd.organ, "fatigue", tired, code="cause.ladder_hard", claim="X3", **said)
    return events
