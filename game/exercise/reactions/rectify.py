"""Problems are rectified, truly or on paper: what reaches the root is the right hands, task, levers and money.

hours on the root = hours x effort x passed(friction) x way x right owner x levers x money (K38, K50, K08). An organ
given to formalism claims before the work is done (K14); nobody sees it until somebody goes and looks.
"""

from __future__ import annotations

from game.county.draws import Draws
from game.county.workload import true_hours
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.commands.scope import fund_left, pot_id
from game.exercise.entities import Problem
from game.exercise.figures import works
from game.exercise.reactions.cure import missing_levers, owner_fit
from game.exercise.reactions.fields import Int
from game.exercise.reactions.hours import WORKING_ON
from game.exercise.reactions.numbers import num
from game.exercise.reactions.orders import Done
from game.exercise.reactions.places import NEED_OF_DOMAIN
from game.exercise.reactions.steps import clamp, explain, move
from game.exercise.reactions.week import Job, Week

NO_DATE_WEEKS = 4
"""Weeks an owner takes its time where the ledger names no deadline."""


def answering(week: Week, problem: Problem) -> list[Job]:
    """Return the orders in force that do something about a problem: those that name it, or its task in its village."""
    named = week.naming.get(("problem", problem.id), ())
    there = week.naming.get(("place", f"village:{problem.village}"), ())
    same = [number for number in there if week.jobs[number].order.task in problem.tasks]
    return [week.jobs[number] for number in sorted({*named, *same})]


def ask(week: Week) -> None:
    """Let every assigned problem ask its owner for hours, as far as no order already does."""
    for problem in week.state.problems.values():
        if problem.state not in WORKING_ON or problem.owner not in week.hours:
            continue
        ordered = any(
            job.order.task in problem.tasks and problem.owner in (*job.local, *job.experts)
            for job in answering(week, problem)
        )
        left = max(0, problem.hours - problem.done)
        if ordered or not left:
            continue
        weeks = week.weeks_left(problem.deadline) if problem.deadline >= 0 else NO_DATE_WEEKS
        weight = week.pressing((problem.domain,), problem.deadline) + problem.slips * num("weight.slip")
        where = week.state.county.place(f"village:{problem.village}")
        worth = week.foreseen(
            problem.owner, max(1, len(problem.organs)), (problem.domain,), where, lead=bool(problem.person)
        )
        hours = max(num("problem.least_ask"), left * num("problem.slack") // (worth * weeks))
        week.ask(problem.owner, f"problem:{problem.id}", hours, weight)


def levers(week: Week, problem: Problem, jobs: list[Job]) -> tuple[str, ...]:
    """Return the levers applied so far, with those of this week."""
    state = week.state
    row = state.county.village(problem.village).index
    new: list[str] = []
    if jobs:
        new.append("order")
    for job in jobs:
        new += job.task.levers
    if row in week.covered or problem.domain in week.domains:
        new.append("contract")
    if problem.slips:
        new.append("supervise")
    if works(state, f"taskforce:{problem.domain}"):
        new.append("coordinate")
    for programme in week.running:
        if programme.task in problem.tasks:
            new.append("market" if programme.buyer else "order")
    if problem.rung >= num("problem.law_rung"):
        new.append("law")
    return tuple(dict.fromkeys((*problem.used, *(lever for lever in new if lever in problem.levers))))


def rectify(week: Week, problem: Problem, done: dict[str, Done], draws: Draws) -> list[ev.Event]:
    """Return the week of one problem."""
    state = week.state
    organ = state.organs.get(problem.owner)
    if organ is None:
        return []
    jobs = answering(week, problem)
    used = levers(week, problem, jobs)
    paid, events = _money(week, problem, jobs, done)
    held = 1000 - missing_levers(problem) * num("problem.lever_share") // 1000
    funded = 1000
    if problem.money:
        least = num("problem.unpaid")
        funded = least + (1000 - least) * min(paid, problem.money) // problem.money
    given = week.got(problem.owner, f"problem:{problem.id}")
    where = state.county.place(f"village:{problem.village}")
    passes = week.passes(organ, max(1, len(problem.organs)), (problem.domain,), where, lead=bool(problem.person))
    fit = owner_fit(state, problem)
    worth = true_hours(given, week.spirit(organ), passes, week.way(where), fit, held, funded)
    for job in jobs:
        match = num("problem.right_task" if job.order.task in problem.tasks else "problem.wrong_task")
        worth += true_hours(done[job.order.id].hours // 1000, match, held, funded) if job.order.id in done else 0
    # No more of the root is cured than money allows, however many hours are thrown at it.
    most = problem.hours * funded // 1000
    reached = max(problem.done, min(most, problem.done + (worth + 500) // 1000))
    _relieve(week, problem, reached - problem.done, where.rows)
    if reached >= most and most < problem.hours:
        events.append(_waits_for_money(problem))
    now = problem.state
    if now == "assigned":
        events += move("problem", problem.id, now, "rectify", by=problem.owner)
        now = "rectifying"
    changes: dict[str, ev.Json] = {"done": reached, "used": used, "paid": paid}
    share = min(1000, reached * 1000 // max(1, problem.hours))
    if reached >= problem.hours:
        changes |= {"progress": 1000, "on_paper": False}
        events += move("problem", problem.id, now, "claim", by=problem.owner)
    elif _claims_early(week, problem, organ.formalism, draws):
        changes |= {"progress": 1000, "on_paper": True}
        events += move("problem", problem.id, now, "claim", by=problem.owner)
        events += _papered(week, problem, where.rows)
    else:
        told = share + (1000 - share) * organ.formalism * num("problem.told_more") // 1_000_000
        changes["progress"] = min(950, max(problem.progress, told))
    before = {"done": problem.done, "used": problem.used, "paid": problem.paid, "progress": problem.progress}
    changes = {name: value for name, value in changes.items() if before.get(name, problem.on_paper) != value}
    if changes:
        events.append(trusted.revised(table="problems", id=problem.id, changes=changes))
    return events


def _money(week: Week, problem: Problem, jobs: list[Job], done: dict[str, Done]) -> tuple[int, list[ev.Event]]:
    """Return what has been paid towards a problem, fen: by its orders, by a programme, or from the owner's pot."""
    if not problem.money or problem.paid >= problem.money:
        return problem.paid, []
    paid = problem.paid + sum(done[job.order.id].spent for job in jobs if job.order.id in done)
    state = week.state
    home = state.county.village(problem.village).index
    for programme in week.running:
        there = state.county.place(programme.place).indexes
        if programme.task in problem.tasks and programme.spent and home in there:
            paid = problem.money
    if problem.owner.startswith("bureau:"):
        # A bureau's own budget lines pay in the end; money of the campaign only makes it sooner.
        paid = min(problem.money, paid + problem.money * num("problem.line_budget") // 1000)
    pot = state.funds.get(pot_id(problem.owner))
    if paid < problem.money and pot is not None and (not pot.earmark or problem.domain in pot.earmark):
        # Several problems of one owner live on the same pot: what one has drawn, the next no longer finds
        left = fund_left(pot) - week.drawn.get(pot.id, 0)
        part = min(left, problem.money - paid, -(-problem.money // NO_DATE_WEEKS))
        if part > 0:
            week.drawn[pot.id] = week.drawn.get(pot.id, 0) + part
            return paid + part, [ev.FundMoved(fund=pot.id, spent=part, ref=problem.id)]
    return min(paid, problem.money), []


def _waits_for_money(problem: Problem) -> ev.Event:
    """Let the owner say that more hours would not help: what is missing is money."""
    return explain(
        "problems_open",
        f"village:{problem.village}",
        0,
        source="problem",
        ref=problem.id,
        code="problem_unpaid",
        claim="K08",
    )


def _relieve(week: Week, problem: Problem, hours: int, rows: Int) -> None:
    """Let the true hours on a problem close the gaps of the households it hit."""
    need = NEED_OF_DOMAIN.get(problem.domain)
    if hours <= 0:
        return
    if need is not None:
        points = problem.households * num("problem.points") * hours // max(1, problem.hours)
        week.fields.work_off(int(need), points, rows)
    week.fields.please(num("problem.goodwill") * hours // max(1, problem.hours), rows)


def _claims_early(week: Week, problem: Problem, formalism: int, draws: Draws) -> bool:
    """Whether an owner claims the sign-off on paper this week: formalism, a near deadline, too few hours (K14)."""
    near = problem.deadline < 0 or problem.deadline <= week.begun + num("problem.near_days")
    chance = formalism * num("problem.claim_near" if near and problem.deadline >= 0 else "problem.claim_far") // 1000
    load = (
        week.asked(problem.owner) * 1000 // max(1, week.hours[problem.owner].serving)
        if problem.owner in week.hours
        else 0
    )
    chance = chance * clamp(500 + load // 2, 500, 1500) // 1000
    return draws.permille(clamp(chance), "claim", problem.id, week.state.day)


def _papered(week: Week, problem: Problem, rows: Int) -> list[ev.Event]:
    """Put a paper cure on record: the households look served, the truth stays as it is."""
    need = NEED_OF_DOMAIN.get(problem.domain)
    if need is not None:
        left = max(0, problem.hours - problem.done)
        points = problem.households * num("problem.points") * left // max(1, problem.hours)
        week.fields.write_off(int(need), points, rows)
    week.paperwork[problem.owner] = week.paperwork.get(problem.owner, 0) + problem.paper_hours
    return [
        explain(
            "problems_closed",
            f"village:{problem.village}",
            1,
            source="problem",
            ref=problem.id,
            code="problem_paper",
            claim="K14",
            true_side=True,
        )
    ]


def run(week: Week, done: dict[str, Done], draws: Draws) -> list[ev.Event]:
    """Return the week of all problems that somebody works on."""
    events: list[ev.Event] = []
    for problem in week.state.problems.values():
        if problem.state in WORKING_ON:
            events += rectify(week, problem, done, draws)
    return events
