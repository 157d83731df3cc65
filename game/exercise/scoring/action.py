"""Measures of action: answers in time, the right organs, clear orders, contracts kept, decisions."""

from __future__ import annotations

from game.exercise.entities import Inject
from game.exercise.lifecycles import is_over
from game.exercise.reactions.cure import responsible
from game.exercise.scoring.base import (
    Measured,
    evidence,
    measure,
    my_contracts,
    my_injects,
    my_orders,
    permille,
    step_day,
)
from game.exercise.state import State
from game.scenario.model import InjectSpec

LONGEST_WAIT = 28
"""Days beyond which waiting longer makes no difference."""
SOUND = 500
"""Credit of an option, per mille, from which choosing it is a fitting act."""
OPTION_WEIGHT = 3


@measure("response_days")
def response_days(state: State, seat: str | None) -> Measured | None:
    """Return the mean days from delivery to the first fitting act; one without counts as up to now, within bounds."""
    waits, used = [], []
    for inject in my_injects(state, seat):
        spec = state.fixed.scenario_injects.get(inject.id)
        if spec is None or not (spec.expect or spec.options):
            continue
        acted = _fitting_day(state, inject, spec)
        waits.append(min(LONGEST_WAIT, (state.day if acted is None else acted) - inject.delivered))
        used.append(inject)
    return Measured(sum(waits) // len(waits), evidence(used)) if waits else None


def _fitting_day(state: State, inject: Inject, spec: InjectSpec) -> int | None:
    """Return the day of the first act that fits an inject: what was hoped for, a sound choice, its problem closed.

    A paper answer, or the choice that only makes it go away, is none.
    """
    chosen = next((o.credit for o in spec.options if o.id == inject.choice), 0)
    problem = state.problems.get(inject.hidden_problem or inject.problem)
    fitting = {"answered"} if inject.met else set()
    if chosen >= SOUND:
        fitting.add("choose")
    days = [step.day for step in inject.steps if step.what in fitting and step.day >= inject.delivered]
    if problem is not None:
        days += [step.day for step in problem.steps if step.what == "close"]
    return min(days, default=None)


@measure("right_organs")
def right_organs(state: State, seat: str | None) -> Measured | None:
    """Return the share of orders on a problem whose task and organ can truly cure it, per mille."""
    orders = [o for o in my_orders(state, seat) if o.problem in state.problems and o.state != "draft"]
    if not orders:
        return None
    good = 0
    for order in orders:
        problem = state.problems[order.problem]
        good += order.task in problem.tasks and bool({*order.organs, order.lead} & set(responsible(problem)))
    return Measured(permille(good, len(orders)), evidence(orders))


@measure("order_clarity")
def order_clarity(state: State, seat: str | None) -> Measured | None:
    """Return the mean clarity of the orders, per mille."""
    orders = my_orders(state, seat)
    if not orders:
        return None
    return Measured(sum(o.clarity for o in orders) // len(orders), evidence(orders))


@measure("orders_on_time")
def orders_on_time(state: State, seat: str | None) -> Measured | None:
    """Return the share of orders fallen due that were accepted in time and at least nine tenths truly done."""
    due = [o for o in my_orders(state, seat) if o.deadline <= state.day and o.state != "revoked"]
    if not due:
        return None
    good = [
        o
        for o in due
        if o.state == "accepted"
        and (step_day(o.steps, "report") or 0) <= o.deadline
        and o.done * 10 >= o.amount * 1000 * 9
    ]
    return Measured(permille(len(good), len(due)), evidence(due))


@measure("contracts_honoured")
def contracts_honoured(state: State, seat: str | None) -> Measured | None:
    """Return the share of ended contracts that were fulfilled; those handed on count half."""
    over = [
        c for c in my_contracts(state, seat) if is_over("contract", c.state) and c.state not in ("declined", "ended")
    ]
    if not over:
        return None
    credit = sum(
        2 if c.state == "fulfilled" and not c.passed_on else c.state in ("fulfilled", "handed_over") for c in over
    )
    return Measured(permille(credit, 2 * len(over)), evidence(over))


@measure("decisions_credit")
def decisions_credit(state: State, seat: str | None) -> Measured | None:
    """Return the weighted credit of expectations and options of the delivered injects, per mille.

    An expectation whose time has not run out yet is left out unless it is already met.
    """
    earned = whole = 0
    used = []
    for inject in my_injects(state, seat):
        spec = state.fixed.scenario_injects.get(inject.id)
        if spec is None:
            continue
        met = {name: credit for name, credit, _ in inject.met}
        for expectation in spec.expect:
            if expectation.id in met or inject.delivered + expectation.within <= state.day:
                earned += met.get(expectation.id, 0) * expectation.weight
                whole += expectation.weight
                used.append(inject)
        if spec.options and (inject.choice or inject.reply_by <= state.day):
            chosen = next((o.credit for o in spec.options if o.id == inject.choice), 0)
            earned += chosen * OPTION_WEIGHT
            whole += OPTION_WEIGHT
            used.append(inject)
    return Measured(earned // whole, evidence({i.id: i for i in used}.values())) if whole else None


@measure("seat_goals")
def seat_goals(state: State, seat: str | None) -> Measured | None:
    """Return how much of the private goals is reached, by weight: the seat's, or the mean of all seats."""
    from game.exercise.environment import holds

    shares = []
    for spec in state.scenario.seats:
        if spec.goals and (seat is None or spec.id == seat):
            reached = sum(goal.weight for goal in spec.goals if holds(state, goal.when, spec.id))
            shares.append(permille(reached, sum(goal.weight for goal in spec.goals)))
    return Measured(sum(shares) // len(shares)) if shares else None
