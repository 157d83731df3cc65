"""督战 on paper: the rectification ledger (台账), slips, reminder letters upward, sign-off and return.

A slip makes work start; too many make a ritual. A letter reaches where slips do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, command
from game.exercise.commands.effects import explain, legal, move, revise, shift_all
from game.exercise.commands.scope import (
    answer,
    check_later,
    check_organ,
    check_place,
    check_seat,
    covers,
    known_place,
    next_id,
    next_number,
)
from game.exercise.effects import Said, amount
from game.exercise.entities import Problem, Slip
from game.exercise.events import Counted, Event, SlipSent
from game.exercise.lifecycles import next_state
from game.exercise.refusals import Refusal
from game.exercise.state import State

Day = Annotated[int, Field(ge=0, le=4000)]
Depth = Annotated[int, Field(ge=1, le=3)]
Opt = Annotated[str, Field(max_length=80)]
Problems = Annotated[tuple[Ref, ...], Field(min_length=1, max_length=30)]
OPEN = ("registered", "assigned", "rectifying", "claimed", "overdue", "escalated", "rebounded")
"""States of a problem that stands on the ledger and waits for work."""
LEADERS = ("secretary", "magistrate", "zone_commander", "township_commander")
"""Posts that a reminder letter can reach."""
HALF = 500
"""Most progress, per mille, that a returned row still shows."""
IN_FORCE = ("accepted", "performing", "assessed")
"""States of a contract that binds."""


def check_problem(state: State, ctx: Ctx, problem: str) -> Refusal | None:
    """Refuse a problem that nobody has found, or whose place is out of reach; a latent one is as good as none."""
    row = state.problems.get(problem)
    if row is None or row.state == "latent":
        return Refusal("unknown_problem", {"problem": problem})
    return check_place(state, ctx, where(row))


def check_problems(state: State, ctx: Ctx, problems: tuple[str, ...]) -> Refusal | None:
    """Refuse a list that names a problem twice, or one that `check_problem` refuses."""
    if len(set(problems)) < len(problems):
        return Refusal("named_twice", {})
    return next((refusal for key in problems if (refusal := check_problem(state, ctx, key))), None)


def check_open(state: State, problems: Iterable[str]) -> Refusal | None:
    """Refuse known problems that are not on the ledger yet, or no longer wait for work."""
    shut = next((state.problems[key] for key in problems if state.problems[key].state not in OPEN), None)
    return Refusal("problem_not_open", {"problem": shut.id, "state": shut.state}) if shut else None


def where(problem: Problem) -> str:
    """Return the place of a problem."""
    return f"village:{problem.village}" if problem.village else f"township:{problem.township}"


def step(problem: Problem, trigger: str, ctx: Ctx, note: str = "") -> tuple[Event, ...]:
    """Return a step of a problem's life; nothing where it is not legal."""
    return move("problem", problem.id, problem.state, trigger, ctx, note)


class RegisterFinding(Command):
    """Put a finding on the ledger with owner and deadline."""

    problem: Ref
    owner: Ref
    """Organ that must rectify."""
    deadline: Day
    person: Opt = ""
    """Seat that answers for it."""
    measure: Words = ""


@command("register_finding", group="supervise", attention=1)(RegisterFinding)
def register_finding(state: State, cmd: RegisterFinding, ctx: Ctx) -> Decision:
    """Register and assign a problem (K38); the wrong owner cannot cure it, a rushed deadline gets papers (K14)."""
    if refusal := check_problem(state, ctx, cmd.problem):
        return refusal
    problem = state.problems[cmd.problem]
    if refusal := answer(
        legal("problem", problem.id, problem.state, "assign"),
        check_organ(state, ctx, cmd.owner, (problem.domain,)),
        check_later(state, cmd.deadline),
        check_seat(state, cmd.person) if cmd.person else None,
    ):
        return refusal
    events: list[Event] = [
        *step(problem, "register", ctx),
        *move("problem", problem.id, next_state("problem", problem.state, "register") or problem.state, "assign", ctx),
        *revise(
            "problems",
            problem.id,
            owner=cmd.owner,
            person=cmd.person,
            deadline=cmd.deadline,
            measure=cmd.measure,
        ),
        *shift_all(
            state,
            (cmd.owner,),
            "pressure",
            amount("finding.pressure"),
            code="cause.finding_assigned",
            claim="K38",
            source="problem",
            ref=problem.id,
        ),
    ]
    if cmd.deadline - state.day < amount("finding.rushed_days"):
        events += shift_all(
            state,
            (cmd.owner,),
            "formalism",
            amount("finding.rushed_formalism"),
            code="cause.finding_rushed",
            claim="K14",
            source="problem",
            ref=problem.id,
        )
    return tuple(events)


class IssueSlip(Command):
    """Issue a 提示单 with a list of problems."""

    to: Ref
    problems: Problems
    deadline: Day
    text: Words = ""


@command("issue_slip", group="supervise", attention=1)(IssueSlip)
def issue_slip(state: State, cmd: IssueSlip, ctx: Ctx) -> Decision:
    """Send an organ a list of its problems: work starts and goes faster (K38); the third slip is ritual (X6)."""
    if refusal := answer(check_organ(state, ctx, cmd.to), check_problems(state, ctx, cmd.problems)):
        return refusal
    rows = [state.problems[key] for key in cmd.problems]
    strange = next((row for row in rows if cmd.to not in (row.owner, f"township:{row.township}")), None)
    if refusal := answer(
        check_open(state, cmd.problems),
        check_later(state, cmd.deadline),
        Refusal("not_its_problem", {"problem": strange.id, "organ": cmd.to}) if strange else None,
    ):
        return refusal
    slip = _slip(state, ctx, "slip", cmd.to, cmd.problems, cmd.deadline, cmd.text)
    events: list[Event] = [SlipSent(slip=slip)]
    for row in rows:
        events += revise("problems", row.id, "slip", ctx.seat, slips=row.slips + 1)
        if row.state == "assigned":
            events += step(row, "rectify", ctx, slip.id)
    events += _tracked(state, ctx, cmd.problems)
    strength = amount("slip.pressure") + amount("slip.pressure_each") * min(len(rows), amount("slip.pressure_most"))
    events += shift_all(
        state, (cmd.to,), "pressure", strength, code="cause.slip_issued", claim="K38", source="slip", ref=slip.id
    )
    if any(row.slips + 1 >= amount("slip.worn") for row in rows):
        events += shift_all(
            state,
            (cmd.to,),
            "formalism",
            amount("slip.worn_formalism"),
            code="cause.slip_worn",
            claim="X6",
            source="slip",
            ref=slip.id,
        )
    return tuple(events)


def _slip(state: State, ctx: Ctx, kind: str, to: str, problems: tuple[str, ...], deadline: int, text: str) -> Slip:
    return Slip(
        id=next_id(state, "slips", "s"),
        kind=kind,
        number=next_number(state, "slips"),
        to=to,
        by=ctx.seat,
        problems=problems,
        issued=state.day,
        deadline=deadline,
        text=text.strip(),
    )


def _tracked(state: State, ctx: Ctx, problems: tuple[str, ...]) -> tuple[Event, ...]:
    """Return how the visits that found these problems go on: slips issued, then tracked."""
    events: list[Event] = []
    for visit in state.visits.values():
        if set(problems) & set(visit.findings):
            now = visit.state
            for trigger in ("slip", "track"):
                events += move("supervision", visit.id, now, trigger, ctx)
                now = next_state("supervision", now, trigger) or now
    return tuple(events)


class SendLetter(Command):
    """Send a leader a reminder letter about a place the leader answers for."""

    to: Ref
    """A leader's seat."""
    problems: Problems
    deadline: Day
    text: Words = ""


def answers_for(state: State, seat: str, place: str) -> bool:
    """Whether a seat answers for a place: by its scope, as head of its organ, or by an area contract in force."""
    holder = state.seats[seat]
    if holder.scope == "county" or (known_place(state, holder.scope) and covers(state, holder.scope, place)):
        return True
    led = [o.place for o in state.organs.values() if o.leader == seat and known_place(state, o.place)]
    held = [
        c.object
        for c in state.contracts.values()
        if c.holder == seat and c.kind == "area" and c.state in IN_FORCE and known_place(state, c.object)
    ]
    return any(covers(state, outer, place) for outer in (*led, *held))


@command("send_letter", group="supervise", attention=2)(SendLetter)
def send_letter(state: State, cmd: SendLetter, ctx: Ctx) -> Decision:
    """Remind a leader upward (K45): attention rises at the owners, places let off lightly get their share of pressure.

    One leader's attention is one: further letters within four weeks divide it.
    """
    if refusal := check_seat(state, cmd.to) or check_problems(state, ctx, cmd.problems):
        return refusal
    rows = [state.problems[key] for key in cmd.problems]
    strange = next((row for row in rows if not answers_for(state, cmd.to, where(row))), None)
    if refusal := answer(
        check_open(state, cmd.problems),
        check_later(state, cmd.deadline),
        Refusal("letter_to_self", {}) if cmd.to == ctx.seat else None,
        Refusal("not_a_leader", {"seat": cmd.to}) if state.seats[cmd.to].post not in LEADERS else None,
        Refusal("not_answerable", {"seat": cmd.to, "problem": strange.id}) if strange else None,
    ):
        return refusal
    slip = _slip(state, ctx, "letter", cmd.to, cmd.problems, cmd.deadline, cmd.text)
    since = state.day - amount("letter.days")
    before = sum(s.kind == "letter" and s.to == cmd.to and s.issued > since for s in state.slips.values())
    events: list[Event] = [SlipSent(slip=slip), Counted(counter="letters")]
    for row in rows:
        events += revise("problems", row.id, "letter", ctx.seat, slips=row.slips + 1)
    towns = tuple(dict.fromkeys(f"township:{row.township}" for row in rows))
    code = "cause.letter_sent" if not before else "cause.letter_again"
    for organ in dict.fromkeys((*(row.owner for row in rows if row.owner), *towns)):
        for quantity in ("attention", "pressure"):
            delta = amount(f"letter.{quantity}") // (1 + before)
            events += shift_all(state, (organ,), quantity, delta, code=code, claim="K45", source="slip", ref=slip.id)
    for organ in towns:
        events += _fair(state, organ, slip.id)
    return tuple(events)


def _fair(state: State, organ: str, ref: str) -> tuple[Event, ...]:
    """Return the pressure that a place let off lightly takes on, and the note on fairness."""
    local = [o for o in state.organs.values() if o.kind == "township"]
    body = state.organs.get(organ)
    if body is None or not local:
        return ()
    lag = sum(o.pressure for o in local) // len(local) - body.pressure
    lift = lag * amount("letter.fair_share") // 1000
    if lift <= 0:
        return ()
    said: Said = {"code": "cause.letter_fair", "claim": "K45", "source": "slip", "ref": ref}
    return (
        *shift_all(state, (organ,), "pressure", lift, **said),
        *explain("fairness", organ, lift, **said),
    )


class CloseProblem(Command):
    """Sign a verified problem off the ledger (销号)."""

    problem: Ref


@command("close_problem", group="supervise", attention=1)(CloseProblem)
def close_problem(state: State, cmd: CloseProblem, ctx: Ctx) -> Decision:
    """Close a verified problem (K38); one that was cured on paper comes back."""
    if refusal := check_problem(state, ctx, cmd.problem):
        return refusal
    problem = state.problems[cmd.problem]
    if refusal := legal("problem", problem.id, problem.state, "close"):
        return refusal
    scope = f"township:{problem.township}"
    return (
        *step(problem, "close", ctx),
        *revise("problems", problem.id, closed=state.day),
        *explain(
            "problems_closed", scope, 1, code="cause.problem_closed", claim="K38", source="problem", ref=problem.id
        ),
        *shift_all(
            state,
            (problem.owner,),
            "pressure",
            -amount("finding.pressure"),
            code="cause.problem_closed",
            claim="K38",
            source="problem",
            ref=problem.id,
        ),
    )


class ReturnProblem(Command):
    """Send a claimed rectification back."""

    problem: Ref
    reason: Words = ""


@command("return_problem", group="supervise", attention=1)(ReturnProblem)
def return_problem(state: State, cmd: ReturnProblem, ctx: Ctx) -> Decision:
    """Return a claim to its owner (K39); sent back without anybody having looked, it only makes bad blood."""
    if refusal := check_problem(state, ctx, cmd.problem):
        return refusal
    problem = state.problems[cmd.problem]
    if refusal := legal("problem", problem.id, problem.state, "return_"):
        return refusal
    unseen = problem.depth < 2
    events: list[Event] = [
        *step(problem, "return_", ctx, cmd.reason.strip()),
        *revise(
            "problems",
            problem.id,
            returned=problem.returned + 1,
            progress=min(problem.progress, HALF),
            on_paper=False,
        ),
        *shift_all(
            state,
            (problem.owner,),
            "pressure",
            amount("return.pressure"),
            code="cause.problem_returned",
            claim="K39",
            source="problem",
            ref=problem.id,
        ),
    ]
    if unseen:
        events += shift_all(
            state,
            (problem.owner,),
            "friction",
            amount("return.unseen_friction"),
            code="cause.returned_unseen",
            claim="K12",
            source="problem",
            ref=problem.id,
        )
    return tuple(events)
