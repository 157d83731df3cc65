"""Deadlines pass: orders and problems fall overdue, closed ones come back by themselves, contracts end, slips lapse."""

from __future__ import annotations

from collections.abc import Mapping

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.commands.holding import freed, gaps_of
from game.exercise.entities import Contract, Problem
from game.exercise.lately import of_table
from game.exercise.reactions.cure import cured, missing_levers
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import explain, move, shift
from game.exercise.state import State

MOVING = ("issued", "received", "executing", "returned")
RECTIFYING = ("assigned", "rectifying")


def deadlines(state: State, draws: Draws) -> list[ev.Event]:
    """Return what the passing of days does by itself."""
    events: list[ev.Event] = []
    events += _orders(state)
    events += _problems(state, draws)
    events += _slips(state)
    events += _contracts(state)
    events += _visits(state)
    return events


def _orders(state: State) -> list[ev.Event]:
    events: list[ev.Event] = []
    for order in state.orders.values():
        if order.state in MOVING and order.deadline < state.day:
            events += move("order", order.id, order.state, "lapse")
            for organ in order.organs:
                if organ in state.organs:
                    events.append(
                        shift(
                            "organs",
                            organ,
                            "pressure",
                            num("deadline.order_pressure"),
                            source="order",
                            ref=order.id,
                            code="order_overdue",
                            claim="K14",
                        )
                    )
    return events


def _problems(state: State, draws: Draws) -> list[ev.Event]:
    events: list[ev.Event] = []
    for problem in state.problems.values():
        if problem.state in RECTIFYING and 0 <= problem.deadline < state.day:
            events += move("problem", problem.id, problem.state, "lapse", by=problem.owner)
            if problem.owner in state.organs:
                events.append(
                    shift(
                        "organs",
                        problem.owner,
                        "pressure",
                        num("deadline.problem_pressure"),
                        source="problem",
                        ref=problem.id,
                        code="problem_overdue",
                        claim="K38",
                    )
                )
            events += _grudge(problem, num("deadline.overdue_goodwill"), "problem_overdue_people")
        elif problem.state == "closed" and _comes_back(state, problem, draws):
            events += move("problem", problem.id, problem.state, "rebound", note="county")
            events.append(
                trusted.revised(
                    table="problems",
                    id=problem.id,
                    changes={
                        "rebounds": problem.rebounds + 1,
                        "closed": -1,
                        "progress": 0,
                        "on_paper": False,
                        "done": problem.done * num("problem.kept_after_rebound") // 1000,
                    },
                    why="came_back",
                )
            )
            events += _grudge(problem, num("deadline.rebound_goodwill"), "problem_came_back")
    return events


def _comes_back(state: State, problem: Problem, draws: Draws) -> bool:
    """Whether a closed problem shows again by itself: a paper cure soon, one without its levers now and then (K39)."""
    turn_weeks = state.scenario.turn.days // 7
    if cured(problem):
        chance = missing_levers(problem) * num("deadline.lever_rebound")
    else:
        chance = num("deadline.paper_rebound") * 1000
    return draws.below(1_000_000, "rebound", problem.id, state.day) < chance * turn_weeks


def _grudge(problem: Problem, goodwill: int, code: str) -> tuple[ev.Event, ...]:
    return (
        ev.Queued(village=problem.village, changes={"goodwill": goodwill}),
        explain(
            "approval",
            f"village:{problem.village}",
            goodwill // 100,
            source="problem",
            ref=problem.id,
            code=code,
        ),
    )


def _slips(state: State) -> list[ev.Event]:
    """Mark slips answered once every problem on them is at least claimed done."""
    return [
        trusted.revised(table="slips", id=slip.id, changes={"answered": state.day})
        for slip in state.slips.values()
        if slip.answered < 0 and all(_seen_to(state, problem) for problem in slip.problems)
    ]


def _seen_to(state: State, problem_id: str) -> bool:
    problem = state.problems.get(problem_id)
    return problem is None or problem.state in ("claimed", "verified", "closed")


def _contracts(state: State) -> list[ev.Event]:
    events: list[ev.Event] = []
    for contract in state.contracts.values():
        if contract.state not in ("performing", "assessed"):
            continue
        closed = closed_for_good(state, contract)
        if closed != contract.closed_true:
            events.append(trusted.revised(table="contracts", id=contract.id, changes={"closed_true": closed}))
        if contract.end > state.day:
            continue
        kept = honoured(state, contract)
        events += move("contract", contract.id, contract.state, "fulfil" if kept else "breach", by=contract.holder)
        events += freed(contract)
        events.append(
            explain(
                "contracts",
                contract.object if ":" in contract.object else "county",
                1 if kept else -1,
                source="contract",
                ref=contract.id,
                code="contract_kept" if kept else "contract_broken",
                claim="K50",
            )
        )
    return events


def closed_for_good(state: State, contract: Contract) -> int:
    """Return the problems of a contract's object that were truly cured and signed off since it began."""
    try:
        villages = {v.id for v in state.county.place_villages(contract.object)} if contract.kind == "area" else set()
    except KeyError:
        villages = set()
    domain = contract.object if contract.kind == "task" else ""
    return sum(
        [p.closed >= contract.start and (p.village in villages or p.domain == domain) for p in _cured(state.problems)]
    )


@of_table
def _cured(problems: Mapping[str, Problem]) -> tuple[Problem, ...]:
    """Return the problems that were truly cured and signed off."""
    return tuple([p for p in problems.values() if p.state == "closed" and cured(p)])


def honoured(state: State, contract: Contract) -> bool:
    """Whether a contract's duty was done: a problem of it was closed for good, or the object's true gaps fell."""
    if closed_for_good(state, contract):
        return True
    now = gaps_of(state, contract.kind, contract.object)
    return now * 1000 <= contract.gaps_start * num("contract.kept_at")


def _visits(state: State) -> list[ev.Event]:
    """Keep a visit's own life going: slips, follow-up, look-back, finished."""
    events: list[ev.Event] = []
    for visit in state.visits.values():
        if visit.state not in ("findings", "slips_issued", "tracking", "look_back"):
            continue
        found = [state.problems[p] for p in visit.findings if p in state.problems]
        trigger = ""
        if found and all(p.state == "closed" for p in found):
            trigger = "finish"
        elif visit.state == "tracking" and any(_looked_back(p) for p in found):
            trigger = "look_back"
        elif visit.state == "slips_issued" and any(p.state in ("rectifying", "claimed", "verified") for p in found):
            trigger = "track"
        elif visit.state == "findings" and any(p.slips for p in found):
            trigger = "slip"
        elif visit.state == "findings" and found and all(p.owner for p in found):
            trigger = "track"
        if trigger:
            events += move("supervision", visit.id, visit.state, trigger, by=visit.squad)
    return events


def _looked_back(problem: Problem) -> bool:
    return any(step.what == "looked_back" for step in problem.steps)
