"""运动式: a headquarters that drives hard. Orders for everything at once, soon due, checked weekly, answered for.

It means well and does push work: the chain of command stands, money goes with the orders, the right bureau is named.
What it lacks is what carries work beyond the push: contracts with means, partners who gain by it, an eye for the load
on the townships, and a look behind what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from game.bots import reading as see
from game.bots.base import Act, Habit
from game.bots.habits import (
    accept_offers,
    accept_reported,
    assign,
    deals_with_partners,
    decide_with_care,
    organises,
    paper_loop,
    read_inbox,
    share_money,
    supervises,
    turf,
)
from game.exercise.entities import Problem
from game.exercise.texts import say
from game.exercise.views.shape import TaskView, TownshipView, View

BELOW = ("post", "warrooms")
"""What the headquarters stands on in every township."""
ORGANS_A_TURN = 3
VISIT_EVERY = 7
SOON = 8
"""Days a campaign gives for anything."""
OVER = 1500
"""What is asked of a township, per mille of what it can sensibly take on."""
INQUIRE_EVERY = 2
DISPATCH_EVERY = 2
NEW_PRIORITY_EVERY = 4
GAPS_AT_ONCE = 2
HARDEST = 5
"""Highest rung of the ladder: accountability proper is left to the party's own bodies."""
TARGET = "township:"


def _soon(view: View) -> int:
    """Return the days given for anything: a week and a day, or until the desk is seen again."""
    return max(SOON, view.turn_days + 1)


def _quota(task: TaskView) -> int:
    """Return what is asked of a township at a time, more than it can sensibly take on."""
    return task.weekly * OVER // 1000


def raise_headquarters(view: View) -> Iterator[Act]:
    """Set up the headquarters and the commands below it, all led from the top."""
    if not organises(view):
        return
    zones = sorted({t.zone for t in view.townships})
    wanted = ["leading-group", "front-hq", "hq", "group-inspection", *(f"zone:{zone}" for zone in zones)]
    wanted += [f"{kind}:{t.id}" for kind in BELOW for t in view.townships]
    missing = {setup.id for setup in view.setups if setup.open and not setup.exists}
    for organ in [organ for organ in wanted if organ in missing][:ORGANS_A_TURN]:
        yield Act("set_up_organ", {"organ": organ, "leader": view.viewer})


def rally(view: View) -> Iterator[Act]:
    """Call everybody together again and again, each month for another first priority."""
    if not organises(view) or not view.townships:
        return
    domains = list(dict.fromkeys(p.domain for p in see.open_problems(view)))
    if domains and view.turn % NEW_PRIORITY_EVERY == 1 and domains[0] != view.priority:
        yield Act("declare_priority", {"domain": domains[0]})
    if view.turn % DISPATCH_EVERY == 1:
        yield Act("hold_dispatch", {"organs": [f"{TARGET}{t.id}" for t in view.townships][:12], "topic": view.priority})


def drive_the_ledger(view: View) -> Iterator[Act]:
    """Put every finding on the ledger with a few days to go; take a claim as it is written, there is more to do."""
    if not supervises(view):
        return
    yield from paper_loop(view, _soon(view), say("stock.measure_drive"))
    for problem in see.open_problems(view):
        if problem.state in ("registered", "escalated") and not problem.owner:
            yield assign(view, problem, _soon(view))


def inspect_everywhere(view: View) -> Iterator[Act]:
    """Send a squad to every township every week, with notice, so that everybody stands ready."""
    if not supervises(view) or view.day + 7 > view.last_day:
        return
    last = {v.township: v.day for v in view.visits if v.kind == "visit"}
    days = range(view.day + VISIT_EVERY - 1, min(view.last_day, view.day + view.turn_days) + 1, VISIT_EVERY)
    for day, township in product(days, view.townships):
        if day - last.get(township.id, -99) >= VISIT_EVERY:
            yield Act(
                "plan_visit",
                {
                    "squad": f"squad:{township.id}",
                    "township": township.id,
                    "day": day,
                    "announced": True,
                    "sample": 10,
                    "depth": 2,
                },
            )


def call_to_account(view: View) -> Iterator[Act]:
    """Slip for whatever is late, question the worst townships, go up the ladder rung by rung."""
    if not supervises(view):
        return
    late = [p for p in see.open_problems(view) if p.state == "overdue" and p.owner]
    for owner in list(dict.fromkeys(p.owner for p in late))[:3]:
        rows = [p.id for p in late if p.owner == owner][:10]
        deadline = min(view.last_day, view.day + _soon(view))
        yield Act("issue_slip", {"to": owner, "problems": rows, "deadline": deadline, "text": say("stock.slip_clear")})
    worst = sorted((t for t in view.townships if t.overdue), key=lambda t: (-t.overdue, t.id))[:3]
    if worst and view.turn % INQUIRE_EVERY == 0:
        yield Act("hold_inquiry", {"townships": [t.id for t in worst]})
    for problem in late[:2]:
        if problem.slips and problem.rung < HARDEST:
            step = {"organ": problem.owner, "rung": problem.rung + 1, "problem": problem.id}
            yield Act("apply_ladder", {**step, "reason": say("stock.rung_late")})


def order_everything(view: View) -> Iterator[Act]:
    """Order a cure for every open problem and for the widest gaps of every township, all of it at once and soon."""
    if view.last_day - view.day < _soon(view):
        return
    mine = {t.id: t for t in turf(view, "order")}
    for problem in see.open_problems(view):
        if problem.township in mine and problem.state not in ("claimed", "verified") and not see.ordered(view, problem):
            tasks = see.tasks_for(view, problem.domain)
            if tasks:
                yield _order(view, tasks[0], problem.township, max(problem.households, 1), problem)
    for township in mine.values():
        yield from _gap_orders(view, township)


def _gap_orders(view: View, township: TownshipView) -> Iterator[Act]:
    running = {o.task for o in view.orders if not o.problem and f"{TARGET}{township.id}" in o.organs and _live(o.state)}
    widest = sorted(range(len(see.NEEDS)), key=lambda i: (-township.gaps[i], i))[:GAPS_AT_ONCE]
    for index in widest:
        task = see.task(view, see.NEED_TASKS[see.NEEDS[index]])
        if task is not None and township.gaps[index] and task.id not in running:
            yield _order(view, task, township.id, min(township.gaps[index], _quota(task)), None)


def _live(state: str) -> bool:
    return state not in ("accepted", "revoked", "draft")


def _order(view: View, task: TaskView, township: str, amount: int, problem: Problem | None) -> Act:
    fund = see.best_fund(view, task.domains[0], task.yuan * amount) if task.yuan else ""
    organ = f"{TARGET}{township}"
    local = see.scope(view)[0] == "township"
    return Act(
        "issue_order",
        {
            "task": task.id,
            "organs": [organ] if local else [organ, task.bureaus[0]],
            "place": organ,
            "amount": amount,
            "deadline": min(view.last_day, view.day + _soon(view)),
            "money": task.yuan * amount if fund else 0,
            "fund": fund,
            "evidence": "photos",
            "text": say("stock.order_all_hands", task=task.name, amount=amount, unit=task.unit),
            "problem": problem.id if problem else "",
            "inject": problem.inject if problem else "",
        },
    )


def renew_orders(view: View) -> Iterator[Act]:
    """Accept what is reported; what is late gets one more short date, then it is withdrawn and ordered anew."""
    yield from accept_reported(view)
    for order in view.orders:
        if order.issuer == view.viewer and order.state == "overdue" and order.extended:
            yield Act("revoke_order", {"order": order.id, "reason": say("stock.revoke_late")})
        elif order.issuer == view.viewer and order.state == "overdue" and view.day + _soon(view) <= view.last_day:
            yield Act("extend_order", {"order": order.id, "deadline": view.day + _soon(view)})


def rally_people(view: View) -> Iterator[Act]:
    """Hold mass meetings through the own turf, one township a week."""
    places = turf(view, "mobilise")
    for beat in see.beats(view, see.WEEK) if places else ():
        yield Act("hold_mass_meeting", {"place": f"{TARGET}{places[beat % len(places)].id}"})


def demand_of_partners(view: View) -> Iterator[Act]:
    """Have every partner sign what it is told to bring, one a turn."""
    if deals_with_partners(view):
        for partner in [p for p in view.partners if p.state == "apart"][:1]:
            yield Act("approach_partner", {"partner": partner.id, "manner": "press"})


HABITS: tuple[Habit, ...] = (
    read_inbox,
    accept_offers,
    decide_with_care,
    raise_headquarters,
    drive_the_ledger,
    rally,
    share_money,
    renew_orders,
    order_everything,
    call_to_account,
    inspect_everywhere,
    rally_people,
    demand_of_partners,
)
