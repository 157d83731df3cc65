"""督战 on site: visits by the squads, verification of what is claimed done, and the second look (回头看).

The traps: checking papers only, and checking too often.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from game.county.place import Village
from game.exercise.commands import inquiry, ledger
from game.exercise.commands.base import Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import explain, legal, revise, shift_all
from game.exercise.commands.ledger import Depth, Opt, Problems, check_problem, check_problems, step
from game.exercise.commands.scope import (
    answer,
    check_domain,
    check_later,
    check_organ,
    check_place,
    next_id,
    undoable,
)
from game.exercise.effects import amount, seat_organ
from game.exercise.entities import Problem, Visit
from game.exercise.events import Event, VisitPlanned
from game.exercise.lately import of_table
from game.exercise.refusals import Refusal
from game.exercise.state import State

__all__ = ["inquiry", "least_visited", "ledger", "squad_load", "visit_hours"]

WEEK = 7
HOURS_A_WEEK = 40
Day = Annotated[int, Field(ge=0, le=4000)]


def visit_hours(villages: int, sample: int, depth: int) -> int:
    """Return the hours a visit takes of its squad."""
    homes = sample * (depth - 1) * amount("visit.household_hours")
    return villages * (amount("visit.village_hours") + homes)


def squad_load(state: State, squad: str, day: int) -> int:
    """Return the hours of a squad that visits already planned take in the week of a day."""
    week = (day - 1) // WEEK
    return sum(
        visit_hours(len(v.villages), v.sample, v.depth)
        for v in planned(state)
        if v.squad == squad and (v.day - 1) // WEEK == week
    )


def planned(state: State) -> tuple[Visit, ...]:
    """Return the visits still to come; after some years they are few among those that were."""
    return _planned(state.visits)


@of_table
def _planned(visits: Mapping[str, Visit]) -> tuple[Visit, ...]:
    return tuple([visit for visit in visits.values() if visit.state == "planned"])


def _check_squad(state: State, ctx: Ctx, squad: str, day: int, hours: int) -> Refusal | None:
    organ = state.organs.get(squad)
    if organ is not None and organ.kind != "squad":
        return Refusal("not_a_squad", {"organ": squad})
    if refusal := check_organ(state, ctx, squad):
        return refusal
    free = state.organs[squad].staff * HOURS_A_WEEK - squad_load(state, squad, day)
    return Refusal("squad_busy", {"squad": squad, "need": hours, "left": max(0, free)}) if hours > free else None


def _check_day(state: State, day: int) -> Refusal | None:
    latest = min(state.last_day, state.day + amount("visit.most_days"))
    return check_later(state, day) or (Refusal("too_far", {"day": day, "latest": latest}) if day > latest else None)


class PlanVisit(Command):
    """Send a squad to a township."""

    squad: Ref
    township: Ref
    day: Day
    villages: Annotated[tuple[Ref, ...], Field(max_length=12)] = ()
    """Empty: those nobody has looked at for longest."""
    announced: bool = True
    sample: Annotated[int, Field(ge=1, le=60)] = 10
    """Households a village."""
    depth: Depth = 2
    focus: Opt = ""
    """A domain."""


def least_visited(state: State, township: str, count: int) -> tuple[Village, ...]:
    """Return the villages of a township that were seen longest ago or never, never first, in row order within a tie."""
    villages = state.county.villages_of(township)

    def seen(village: Village) -> tuple[int, int]:
        sighting = state.sightings.get(village.id)
        return (-1 if sighting is None else sighting.day, village.index)

    return tuple(sorted(villages, key=seen)[:count])


@command("plan_visit", group="supervise", attention=2, undo="visit")(PlanVisit)
def plan_visit(state: State, cmd: PlanVisit, ctx: Ctx) -> Decision:
    """Plan an on-site check (K36, K37); it takes hours of the squad and of the township when it happens.

    Crowded visits tire and teach form (X1), an announced one is prepared for (X4).
    """
    place = f"township:{cmd.township}"
    if refusal := check_place(state, ctx, place) or (check_domain(state, cmd.focus) if cmd.focus else None):
        return refusal
    if len(set(cmd.villages)) < len(cmd.villages):
        return Refusal("named_twice", {})
    strange = next((v for v in cmd.villages if not _lies_in(state, v, cmd.township)), None)
    if strange is not None:
        return Refusal("unknown_village", {"village": strange, "township": cmd.township})
    chosen = cmd.villages or tuple(v.id for v in least_visited(state, cmd.township, amount("visit.least_visited")))
    hours = visit_hours(len(chosen), cmd.sample, cmd.depth)
    if refusal := answer(_check_squad(state, ctx, cmd.squad, cmd.day, hours), _check_day(state, cmd.day)):
        return refusal
    visit = Visit(
        id=next_id(state, "visits", "v"),
        squad=cmd.squad,
        by=ctx.seat,
        kind="visit",
        township=cmd.township,
        villages=chosen,
        day=cmd.day,
        announced=cmd.announced,
        sample=cmd.sample,
        depth=cmd.depth,
        focus=cmd.focus,
    )
    return (VisitPlanned(visit=visit), *undoable(state, ctx, "plan_visit", visit.id), *_price(state, visit))


def _lies_in(state: State, village: str, township: str) -> bool:
    return state.county.has_village(village) and state.county.village(village).township == township


def _price(state: State, visit: Visit) -> tuple[Event, ...]:
    """Return what a visit costs the township before anybody comes."""
    organ = f"township:{visit.township}"
    if organ not in state.organs:
        return ()
    events: list[Event] = []
    if visit.announced:
        hours = amount("visit.announced_hours") * len(visit.villages)
        events += revise("organs", organ, forms_extra=state.organs[organ].forms_extra + hours)
        events += explain(
            "hours_forms", organ, hours, code="cause.visit_prepared", claim="X4", source="visit", ref=visit.id
        )
    days = amount("visit.crowd_days")
    here = [other.day for other in state.visits.values() if other.township == visit.township]
    crowd = sum(abs(day - visit.day) <= days for day in here)
    for quantity in ("fatigue", "formalism") if crowd > 1 else ():
        delta = amount(f"visit.crowd_{quantity}") * (crowd - 1)
        events += shift_all(
            state, (organ,), quantity, delta, code="cause.visits_crowded", claim="X1", source="visit", ref=visit.id
        )
    return tuple(events)


class VerifyProblem(Command):
    """Verify a claimed rectification."""

    problem: Ref
    depth: Depth = 2
    """1: papers, at once; deeper: on site in the coming week."""
    squad: Opt = ""


@command("verify_problem", group="supervise", attention=1, undo="visit")(VerifyProblem)
def verify_problem(state: State, cmd: VerifyProblem, ctx: Ctx) -> Decision:
    """Check a claim: papers take it as written (X6), a squad on site sees what is true (K15, K39)."""
    if refusal := check_problem(state, ctx, cmd.problem):
        return refusal
    problem = state.problems[cmd.problem]
    if refusal := legal("problem", problem.id, problem.state, "verify"):
        return refusal
    if cmd.depth == 1:
        return _verify_papers(state, problem, ctx)
    squad = cmd.squad or f"squad:{problem.township}"
    villages = (problem.village,) if problem.village else ()
    sample = amount("visit.verify_sample")
    day = state.day + amount("visit.verify_days")
    if refusal := answer(
        _check_squad(state, ctx, squad, day, visit_hours(len(villages), sample, cmd.depth)),
        _check_planned(state, (problem.id,)),
    ):
        return refusal
    visit = Visit(
        id=next_id(state, "visits", "v"),
        squad=squad,
        by=ctx.seat,
        kind="verify",
        township=problem.township,
        villages=villages,
        day=day,
        announced=False,
        sample=sample,
        depth=cmd.depth,
        focus=problem.domain,
        problems=(problem.id,),
    )
    return (VisitPlanned(visit=visit), *undoable(state, ctx, "verify_problem", visit.id))


def _check_planned(state: State, problems: tuple[str, ...]) -> Refusal | None:
    for visit in planned(state):
        if shared := set(visit.problems) & set(problems):
            return Refusal("visit_planned", {"problem": min(shared), "visit": visit.id})
    return None


def _verify_papers(state: State, problem: Problem, ctx: Ctx) -> tuple[Event, ...]:
    itself = bool(problem.owner) and seat_organ(state, ctx.seat) == problem.owner
    delta = amount("verify.papers_formalism") + (amount("verify.own_formalism") if itself else 0)
    return (
        *step(problem, "verify", ctx),
        *revise("problems", problem.id, verified_by=ctx.seat, depth=max(1, problem.depth)),
        *shift_all(
            state,
            (problem.owner,),
            "formalism",
            delta,
            code="cause.own_papers_checked" if itself else "cause.papers_checked",
            claim="X5" if itself else "X6",
            source="problem",
            ref=problem.id,
        ),
    )


class PlanLookBack(Command):
    """Plan to look again at closed problems (回头看)."""

    problems: Problems
    day: Day
    squad: Opt = ""
    """Empty: each township's own."""
    depth: Depth = 2


@command("plan_look_back", group="supervise", attention=1)(PlanLookBack)
def plan_look_back(state: State, cmd: PlanLookBack, ctx: Ctx) -> Decision:
    """Plan a second look (K39): whoever knows of it works truly; looking at papers again changes nothing."""
    if refusal := check_problems(state, ctx, cmd.problems):
        return refusal
    rows = [state.problems[key] for key in cmd.problems]
    if refusal := next((r for row in rows if (r := legal("problem", row.id, row.state, "rebound"))), None):
        return refusal
    visits = _look_backs(state, cmd, ctx, rows)
    needs: dict[str, int] = {}
    for visit in visits:
        needs[visit.squad] = needs.get(visit.squad, 0) + visit_hours(len(visit.villages), visit.sample, visit.depth)
    if refusal := answer(
        *(_check_squad(state, ctx, squad, cmd.day, hours) for squad, hours in needs.items()),
        _check_day(state, cmd.day),
        _check_planned(state, cmd.problems),
    ):
        return refusal
    events: list[Event] = [VisitPlanned(visit=visit) for visit in visits]
    for row in rows:
        events += revise("problems", row.id, "look_back", ctx.seat, look_back=cmd.day)
    for owner in dict.fromkeys(row.owner for row in rows if row.owner) if cmd.depth > 1 else ():
        events += shift_all(
            state,
            (owner,),
            "formalism",
            amount("look_back.formalism"),
            code="cause.look_back_planned",
            claim="K39",
            source="visit",
            ref=visits[0].id,
        )
    return tuple(events)


def _look_backs(state: State, cmd: PlanLookBack, ctx: Ctx, rows: list[Problem]) -> list[Visit]:
    """Return one visit a township, numbered on."""
    towns = dict.fromkeys(row.township for row in rows)
    return [
        Visit(
            id=next_id(state, "visits", "v", offset),
            squad=cmd.squad or f"squad:{town}",
            by=ctx.seat,
            kind="look_back",
            township=town,
            villages=tuple(dict.fromkeys(row.village for row in rows if row.township == town and row.village)),
            day=cmd.day,
            announced=False,
            sample=amount("visit.verify_sample"),
            depth=cmd.depth,
            problems=tuple(row.id for row in rows if row.township == town),
        )
        for offset, town in enumerate(towns)
    ]
