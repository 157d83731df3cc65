"""统合: organs, one clear order a problem, contracts with means, honest supervision, partners; the burden kept low."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.bots import reading as see
from game.bots.base import Act, Habit
from game.bots.habits import (
    accept_offers,
    assign,
    deals_with_partners,
    decide_with_care,
    organises,
    read_inbox,
    share_money,
    supervises,
    turf,
)
from game.exercise.entities import Problem
from game.exercise.texts import say
from game.exercise.views.shape import TaskView, TownshipView, View

ORDERS_PER_TOWNSHIP = 4
VISIT_EVERY = 28
"""Days from one visit to a township to the next: monthly, as placard supervision was."""
SOON = 4
"""Days until a visit that was planned: nobody is told."""
SAMPLE = 25
"""Homes a village."""
VILLAGES = 3
"""Villages a squad sees in a fortnight."""
LEDGER_FULL = 16
"""Open rows from which a township has enough to put right, before more is looked for."""
A_CURE = 21
"""Days one more row takes: near the end no more is looked for than can be put right."""
MEET_EVERY = 14
LOOK_BACK_AFTER = 10
DAYS_GRAVE = 21
DAYS = 30
"""Days given for a cure on the ledger."""
TIRED = 520
HOURS_A_WEEK = 120
"""What one township can give one order in a week."""
PROGRAMMES = 2
"""Programmes a township carries at once."""


def _seat_for(view: View, *scopes: str) -> str:
    """Return who answers for the first of some areas that anybody answers for."""
    for wanted in (*scopes, "county"):
        for seat in view.seats:
            if seat.scope == wanted and seat.post != "partner":
                return seat.id
    return view.viewer


def build_organs(view: View) -> Iterator[Act]:
    """Set up the chain of command from the top, then task forces where problems crowd."""
    if not organises(view):
        return
    zones = sorted({t.zone for t in view.townships})
    wanted = ["leading-group", "front-hq", "hq", *(f"zone:{zone}" for zone in zones)]
    wanted += [f"post:{t.id}" for t in view.townships]
    wanted += ["paired-assistance"] + [f"taskforce:{domain}" for domain in _crowded(view)[:2]]
    wanted += [f"warrooms:{t.id}" for t in view.townships]
    open_setups = {setup.id: setup for setup in view.setups}
    started = 0
    for organ_id in wanted:
        setup = open_setups.get(organ_id)
        if setup is None or setup.exists or not setup.open:
            continue
        place = organ_id.partition(":")[2]
        township = next((t for t in view.townships if t.id == place), None)
        if place in zones:
            leader = _seat_for(view, f"zone:{place}")
        elif township is not None and setup.kind != "taskforce":
            leader = _seat_for(view, f"township:{place}", f"zone:{township.zone}")
        else:
            leader = view.viewer
        yield Act("set_up_organ", {"organ": organ_id, "leader": leader})
        started += 1
        if started == 3:
            return


def _crowded(view: View) -> list[str]:
    counts: dict[str, int] = {}
    for problem in see.open_problems(view):
        counts[problem.domain] = counts.get(problem.domain, 0) + 1
    return sorted((d for d, n in counts.items() if n >= 2), key=lambda d: (-counts[d], d))


def clear_duties(view: View) -> Iterator[Act]:
    """Name leads and declare one priority."""
    if not organises(view):
        return
    led = {domain for organ in view.organs for domain in organ.lead_for}
    for domain in list(dict.fromkeys(p.domain for p in see.open_problems(view)))[:6]:
        tasks = see.tasks_for(view, domain)
        if domain not in led and tasks:
            yield Act("name_lead", {"domain": domain, "organ": tasks[0].bureaus[0]})
    if not view.priority and view.problems:
        yield Act(
            "declare_priority", {"domain": see.open_problems(view)[0].domain if see.open_problems(view) else "water"}
        )


def lighten_forms(view: View) -> Iterator[Act]:
    """Cut the townships' standing forms, once."""
    if not organises(view) or "fund" not in view.powers:
        return
    townships = [see.organ(view, f"township:{t.id}") for t in view.townships]
    if any(o is not None and o.forms_cut < 250 for o in townships):
        yield Act("cut_forms", {"organ": "county", "share": 300})


def call_together(view: View) -> Iterator[Act]:
    """Meet with all townships once, at the start."""
    if organises(view) and view.turn == 1 and view.townships:
        yield Act("hold_dispatch", {"organs": [f"township:{t.id}" for t in view.townships][:12], "topic": ""})


def rest_the_tired(view: View) -> Iterator[Act]:
    """Give tired townships leave in turns."""
    if not organises(view) or "fund" not in view.powers:
        return
    for township in view.townships:
        organ = see.organ(view, f"township:{township.id}")
        if organ is not None and organ.fatigue > TIRED and organ.relief == 0:
            yield Act("rotate_cadres", {"organ": organ.id, "weeks": 3})


def contract_areas(view: View) -> Iterator[Act]:
    """Give each township to one person with hours and powers, and judge what became of it."""
    townships = turf(view, "contract")
    days = see.phase_days_left(view)
    live = {c.object for c in view.contracts if c.state in ("offered", "accepted", "performing", "assessed")}
    for township in townships:
        place = f"township:{township.id}"
        if place not in live and days >= 21:
            near = [s.id for s in view.seats if s.scope in (place, f"zone:{township.zone}")]
            others = [seat for seat in near if seat != view.viewer]
            holder = others[0] if others else place
            yield Act(
                "offer_contract",
                {
                    "holder": holder,
                    "contract_kind": "area",
                    "object": place,
                    "end": min(view.last_day - 1, view.day + 70),
                    "duty": say("stock.duty_area", place=township.name),
                    "hours": 60,
                    "powers": ["order"],
                },
            )
    for contract in view.contracts:
        if (
            contract.giver == view.viewer
            and contract.state == "performing"
            and contract.end - view.day <= view.turn_days
        ):
            yield Act("assess_contract", {"contract": contract.id, "grade": "b", "evidence": []})


def supervise(view: View) -> Iterator[Act]:
    """Register at once, verify on site, sign off what is true, look back, visit unannounced and not too often."""
    if not supervises(view):
        return
    for problem in see.open_problems(view):
        if problem.state in ("rebounded", "found") or (
            problem.state in ("registered", "escalated") and not problem.owner
        ):
            days = DAYS_GRAVE if problem.severity == 3 else DAYS
            yield assign(view, problem, days, say("stock.measure_root"))
    yield from _look_backs(view)
    yield from _visits(view)
    checked = {problem for v in view.visits if v.state == "planned" for problem in v.problems}
    for problem in see.open_problems(view):
        if problem.state == "claimed" and problem.id not in checked:
            yield Act("verify_problem", {"problem": problem.id, "depth": 2, "squad": f"squad:{problem.township}"})
        elif problem.state == "verified":
            yield Act("close_problem", {"problem": problem.id})
    late = [p for p in view.problems if p.state == "overdue" and p.slips == 0 and p.owner]
    for owner in list(dict.fromkeys(p.owner for p in late))[:2]:
        rows = [p.id for p in late if p.owner == owner][:6]
        yield Act(
            "issue_slip",
            {"to": owner, "problems": rows, "deadline": view.day + 14, "text": say("stock.slip_why")},
        )


def _look_backs(view: View) -> Iterator[Act]:
    closed = [
        p for p in view.problems if p.state == "closed" and p.look_back < 0 and view.day - p.closed >= LOOK_BACK_AFTER
    ]
    for township in view.townships:
        rows = [p.id for p in closed if p.township == township.id][:5]
        if rows and view.day + 7 < view.last_day:
            squad = f"squad:{township.id}"
            yield Act("plan_look_back", {"problems": rows, "day": view.day + 5, "squad": squad, "depth": 2})


def _visits(view: View) -> Iterator[Act]:
    last = dict.fromkeys((t.id for t in view.townships), -99)
    for visit in view.visits:
        if visit.kind == "visit" and visit.day > last.get(visit.township, visit.day):
            last[visit.township] = visit.day
    waiting = Counter(p.township for p in see.open_problems(view))
    full = min(LEDGER_FULL, see.phase_days_left(view) // A_CURE)
    idle = [t for t in view.townships if view.day + SOON - last[t.id] >= VISIT_EVERY and waiting[t.id] < full]
    due = sorted(idle, key=lambda t: (last[t.id], t.id))
    # as many as keep the rhythm, however many townships there are and however long a turn is
    many = max(2, -(-len(view.townships) * view.turn_days // VISIT_EVERY))
    for township in due[:many]:
        if view.day + 7 <= view.last_day:
            yield Act(
                "plan_visit",
                {
                    "squad": f"squad:{township.id}",
                    "township": township.id,
                    "villages": _longest_unseen(view, township.id),
                    "day": view.day + SOON,
                    "announced": False,
                    "sample": SAMPLE,
                    "depth": 2,
                },
            )


def _longest_unseen(view: View, township: str) -> list[str]:
    own = [v for v in view.villages if v.township == township]
    many = VILLAGES * max(1, view.turn_days // MEET_EVERY)
    return [v.id for v in sorted(own, key=lambda v: (v.seen_day, v.id))[:many]]


def keep_orders(view: View) -> Iterator[Act]:
    """Accept what is reported, give a late one more time once, withdraw what is past saving."""
    for order in view.orders:
        if order.issuer != view.viewer:
            continue
        if order.state == "reported":
            yield Act("accept_order", {"order": order.id})
        elif order.state == "overdue":
            if order.extended == 0 and view.day + 10 <= view.last_day:
                yield Act("extend_order", {"order": order.id, "deadline": min(view.last_day, view.day + 14)})
            else:
                yield Act("revoke_order", {"order": order.id, "reason": say("stock.revoke_changed")})


def order_cures(view: View) -> Iterator[Act]:
    """One clear, resourced order for each assigned problem of the own turf, then for the worst gap."""
    if view.last_day - view.day < 10:
        return
    mine = {t.id: t for t in turf(view, "order")}
    if not mine:
        return
    live = [order for order in view.orders if see.live(order)]
    at = Counter(organ for order in live for organ in set(order.organs))
    standing = {organ for order in live if not order.problem for organ in order.organs}
    ordered = {order.problem for order in view.orders if order.state not in ("accepted", "revoked")}
    for problem in see.open_problems(view):
        organ = f"township:{problem.township}"
        if problem.township not in mine or problem.state in ("claimed", "verified") or problem.id in ordered:
            continue
        if at[organ] >= ORDERS_PER_TOWNSHIP:
            continue
        act = _problem_order(view, problem, organ)
        if act is not None:
            at[organ] += 1
            yield act
    for township in mine.values():
        organ = f"township:{township.id}"
        if organ not in standing and at[organ] < ORDERS_PER_TOWNSHIP - 1:
            act = _gap_order(view, township, organ)
            if act is not None:
                yield act


def _problem_order(view: View, problem: Problem, organ: str) -> Act | None:
    tasks = see.tasks_for(view, problem.domain)
    if not tasks:
        return None
    tried = sum(1 for o in view.orders if o.problem == problem.id)
    task = tasks[tried % len(tasks)]
    amount = 1 if task.unit in ("村", "处", "批", "件", "项") else max(1, min(problem.households, task.weekly * 3))
    return _order(view, task, organ, f"village:{problem.village}", amount, problem)


def _gap_order(view: View, township: TownshipView, organ: str) -> Act | None:
    index = max(range(len(see.NEEDS)), key=lambda i: (township.gaps[i], -i))
    gaps = township.gaps[index]
    if gaps < 10:
        return None
    task = see.task(view, see.NEED_TASKS[see.NEEDS[index]])
    if task is None:
        return None
    return _order(view, task, organ, f"township:{township.id}", min(gaps * 7 // 10, task.weekly * 2), None)


def _order(view: View, task: TaskView, organ: str, place: str, amount: int, problem: Problem | None) -> Act:
    fund = see.best_fund(view, task.domains[0], task.yuan * amount) if task.yuan else ""
    if task.yuan and not fund:
        fund = see.best_fund(view, task.domains[0], task.yuan * max(1, amount // 3))
        amount = max(1, amount // 3) if fund else amount
    text = say("stock.order_checked", task=task.name, amount=amount, unit=task.unit)
    local = see.scope(view)[0] == "township"
    weeks = min(4, -(-amount * task.hours // HOURS_A_WEEK))
    return Act(
        "issue_order",
        {
            "task": task.id,
            "organs": [organ] if local else [organ, task.bureaus[0]],
            "lead": organ if local else task.bureaus[0],
            "place": place,
            "amount": amount,
            "deadline": min(view.last_day, view.day + see.WEEK * (2 + weeks)),
            "money": task.yuan * amount if fund else 0,
            "fund": fund,
            "evidence": "household_check",
            "text": text,
            "problem": problem.id if problem else "",
            "inject": problem.inject if problem else "",
        },
    )


def build(view: View) -> Iterator[Act]:
    """Put idle money into what is missing most, with a buyer where something has to be sold."""
    days = see.phase_days_left(view)
    if days < 35:
        return
    for township in turf(view, "fund"):
        place = f"township:{township.id}"
        running = [p for p in view.programmes if p.place == place and p.state == "running"]
        if len(running) >= PROGRAMMES:
            continue
        taken = {p.need for p in running}
        needs = sorted(range(len(see.NEEDS)), key=lambda i: (-township.gaps[i], i))
        open_needs = [i for i in needs if see.NEEDS[i] not in taken and township.gaps[i] >= 20]
        if not open_needs:
            continue
        need = see.NEEDS[open_needs[0]]
        task = see.task(view, "industry_orders" if need == "livelihood" else see.NEED_TASKS[need])
        if task is None:
            continue
        amount = max(10, township.gaps[open_needs[0]] // 2)
        fund = see.best_fund(view, task.domains[0], task.yuan * amount)
        buyers = [p.id for p in view.partners if p.state == "engaged" and p.kind in ("company", "coop")]
        if not fund or (need == "livelihood" and not buyers):
            continue
        yield Act(
            "start_programme",
            {
                "task": task.id,
                "place": place,
                "amount": amount,
                "money": task.yuan * amount,
                "fund": fund,
                "organ": task.bureaus[0] if see.scope(view)[0] != "township" else place,
                "weeks": min(10, days // see.WEEK - 1),
                "buyer": buyers[0] if need == "livelihood" else "",
            },
        )


def win_partners(view: View) -> Iterator[Act]:
    """Invite partners, agree fair terms within what they can bring, send workers where jobs are."""
    if not deals_with_partners(view):
        return
    for partner in view.partners:
        if partner.state == "apart":
            yield Act("approach_partner", {"partner": partner.id, "manner": "invite"})
        elif partner.state == "talking":
            terms = {
                "partner": partner.id,
                "linkage": 350,
                "money": partner.money_cap // 100 * 6 // 10,
                "jobs": partner.jobs_cap * 6 // 10,
            }
            yield Act("agree_terms", terms)
    engaged = [p for p in view.partners if p.state == "engaged" and p.jobs_promised > p.jobs_filled]
    poorest = sorted(view.townships, key=lambda t: (t.gaps[6], t.id), reverse=True)
    for township, _ in zip(poorest, see.beats(view, MEET_EVERY) if engaged else (), strict=False):
        left = engaged[0].jobs_promised - engaged[0].jobs_filled
        yield Act(
            "export_labour", {"place": f"township:{township.id}", "workers": min(60, left), "partner": engaged[0].id}
        )


def meet_people(view: View) -> Iterator[Act]:
    """Visit homes and explain policy in the own turf, one place after the other."""
    places = turf(view, "mobilise")
    for beat in see.beats(view, MEET_EVERY) if places else ():
        township = places[beat % len(places)]
        if beat % 3 == 2:
            yield Act("explain_policy", {"place": f"township:{township.id}"})
        else:
            yield Act("organise_visits", {"place": f"township:{township.id}", "households": 60})


def go_and_see(view: View) -> Iterator[Act]:
    """Look at the own village with own eyes every third week, from a village post."""
    kind, name = see.scope(view)
    if kind == "village" and view.turn % 3 == 1:
        yield Act("field_visit", {"village": name})


HABITS: tuple[Habit, ...] = (
    read_inbox,
    accept_offers,
    decide_with_care,
    supervise,
    keep_orders,
    build_organs,
    share_money,
    contract_areas,
    order_cures,
    clear_duties,
    lighten_forms,
    call_together,
    rest_the_tired,
    build,
    win_partners,
    meet_people,
    go_and_see,
)
