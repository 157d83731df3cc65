"""Orders are carried out: hours become units, units close gaps, and what was not done may be reported all the same.

true units = hours x effort(pressure, fatigue) x passed(friction) x clarity x way x expert support / hours a unit
(K27, K34, K49, K06, K25); reported = true + paper (K14). Units without money, or beyond the gaps there are, do not
come about.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.county.place import NEEDS
from game.county.workload import clarity_factor, true_hours
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.entities import Order
from game.exercise.reactions.numbers import num
from game.exercise.reactions.rules import recorded_undone
from game.exercise.reactions.steps import explain, move
from game.exercise.reactions.week import Job, Week, resent

FEN = 100


@dataclass(frozen=True, slots=True)
class Done:
    """What a week brought for one order."""

    hours: int
    """True hours, after everything that is lost on the way."""
    spent: int
    """Fen."""


def ask(week: Week) -> None:
    """Let every order in force ask its townships for hands and its bureaus for knowledge."""
    for job in week.jobs:
        order = resent(job.order)
        thousandths = portion(week, order)
        key = f"order:{order.id}"
        for organ in job.local:
            weight = week.pressing(job.task.domains, order.deadline, lead=organ == order.lead)
            loss = week.foreseen(organ, max(1, len(order.organs)), job.task.domains, job.where, lead=bool(order.lead))
            if job.task.expert and not job.experts:
                loss = loss * num("order.no_expert") // 1000
            hours = _hours(thousandths, job.task.hours, len(job.local), max(loss, num("foresight.least")))
            week.ask(organ, key, hours * num("order.slack") // 1000, weight)
        for organ in job.experts:
            weight = week.pressing(job.task.domains, order.deadline, lead=organ == order.lead)
            week.ask(organ, key, _hours(thousandths, job.task.expert, len(job.experts), 1000), weight)


def portion(week: Week, order: Order) -> int:
    """Return the units, in thousandths, due this week: an even share of what is left, and never less than one unit."""
    left = max(0, order.amount * 1000 - order.claimed)
    return min(left, max(1000, -(-left // week.weeks_left(order.deadline))))


def _hours(thousandths: int, each: int, hands: int, worth: int) -> int:
    """Return the hours asked of one of so many organs, an hour being worth so much per mille; rounded up."""
    return -(-thousandths * each // (max(1, hands) * worth)) if thousandths > 0 and each > 0 else 0


def support(week: Week, job: Job) -> int:
    """Return what the bureaus' knowledge makes of the townships' hours, per mille."""
    if not job.task.expert:
        return 1000
    if not job.experts:
        return num("order.no_expert")
    key = f"order:{job.order.id}"
    wanted = sum(week.wanted.get((o, key), 0) for o in job.experts)
    given = sum(week.got(o, key) for o in job.experts)
    floor = num("order.no_expert")
    return 1000 if wanted == 0 else floor + (1000 - floor) * given // wanted


def carry(week: Week, job: Job) -> tuple[list[ev.Event], Done]:
    """Return the week of one order."""
    state, task = week.state, job.task
    order = resent(job.order)
    key = f"order:{order.id}"
    helped = support(week, job)
    clear = clarity_factor(order.clarity)
    hours = worth = wanted = formalism = 0
    for organ_id in job.local:
        organ = state.organs[organ_id]
        given = week.got(organ_id, key)
        asked = week.wanted.get((organ_id, key), 0)
        passes = week.passes(organ, max(1, len(order.organs)), task.domains, job.where, lead=bool(order.lead))
        hours += given
        wanted += asked
        worth += true_hours(given, week.spirit(organ), passes, clear, week.way(job.where), helped)
        formalism += organ.formalism * asked
    asked_units = portion(week, order) if wanted else 0
    room = _room(week, job)
    units = min(worth // task.hours, max(0, order.amount * 1000 - order.done), room)
    units, spent = _paid(order, units, task.yuan)
    share = recorded_undone(formalism // wanted, order.clarity, order.evidence) if wanted else 0
    paper = max(0, asked_units - units) * share // 1000
    claimed = min(order.amount * 1000, order.claimed + units + paper)
    paper = claimed - order.claimed - units if claimed > order.claimed + units else 0
    _effects(week, job, units, paper)
    for organ_id in job.local:
        spare = paper * task.paper_hours // (1000 * max(1, len(job.local)))
        week.paperwork[organ_id] = week.paperwork.get(organ_id, 0) + spare
    exhausted = bool(hours) and room <= num("order.nothing_left") and claimed < order.amount * 1000
    return _told(job, order, units, paper, claimed, spent, hours, exhausted=exhausted), Done(worth, spent)


def _room(week: Week, job: Job) -> int:
    """Return the units, in thousandths, that true gaps leave room for: what is not there cannot be done."""
    task, order = job.task, job.order
    if not task.need or not task.points or _answers(week, job):
        return order.amount * 1000
    room = int(week.fields.gaps[NEEDS.index(task.need), job.rows].sum()) * num("order.gap_points") * 1000 // task.points
    named = week.state.problems.get(order.problem)
    if named is not None and order.task in named.tasks:
        # The households of its own problem stay its work, also after the ledger has let the problem go.
        room = max(room, named.households * 1000 - order.done)
    return room


def _answers(week: Week, job: Job) -> bool:
    """Whether an order does what an open problem of its place needs: then the problem is the work, not the gaps."""
    order = job.order
    named = week.state.problems.get(order.problem)
    if named is not None and named.state != "closed" and order.task in named.tasks:
        return True
    return any(order.task in problem.tasks for problem in week.troubled.get(order.place, ()))


def _paid(order: Order, units: int, yuan: int) -> tuple[int, int]:
    """Return the units that the order's money allows and what they cost, fen; without money only a part comes about."""
    cost = yuan * FEN
    if not cost or not units:
        return units, 0
    rest = max(0, order.money - order.spent)
    price = units * cost // 1000
    if price <= rest:
        return units, price
    paid = rest * 1000 // cost
    return paid + (units - paid) * num("order.unfunded") // 1000, rest


def _effects(week: Week, job: Job, units: int, paper: int) -> None:
    task, fields = job.task, week.fields
    if task.need:
        need = NEEDS.index(task.need)
        fields.work_off(need, units * task.points // 1000, job.rows)
        fields.write_off(need, paper * task.points // 1000, job.rows)
    elif task.id == "register_check":
        fields.put_right(units // 1000, job.rows)
    elif task.id == "data_match":
        fields.put_right(units * num("order.match_households") // 1000, job.rows)
    elif task.id in ("mass_meeting", "public_answer") and job.rows.size:
        fields.please(units * num("order.meeting_goodwill") // (1000 * int(job.rows.size)), job.rows)


def _told(
    job: Job, order: Order, units: int, paper: int, claimed: int, spent: int, hours: int, *, exhausted: bool
) -> list[ev.Event]:
    """Return what the week did to an order; one that finds nothing more to do is reported as it stands."""
    events: list[ev.Event] = []
    now = order.state
    for trigger in ("receive", "execute"):
        steps = move("order", order.id, now, trigger, by=order.lead or (order.organs[0] if order.organs else ""))
        if steps:
            events += steps
            now = "received" if trigger == "receive" else "executing"
    changes: dict[str, ev.Json] = {
        "done": order.done + units,
        "claimed": claimed,
        "reported": claimed // 1000,
        "spent": order.spent + spent,
        "spent_hours": order.spent_hours + hours,
    }
    events.append(trusted.revised(table="orders", id=order.id, changes=changes))
    if spent:
        events.append(ev.FundMoved(fund=order.fund, reserved=-spent, spent=spent, ref=order.id))
    if exhausted:
        short = claimed // 1000 - order.amount
        events.append(
            explain("work", order.place, short, source="order", ref=order.id, code="order_nothing_left", claim="K02")
        )
    if exhausted or claimed >= order.amount * 1000:
        events += move("order", order.id, now, "report", by=order.lead or order.organs[0])
    figure = f"gaps:{job.task.need}" if job.task.need else "work"
    told = [(units + paper, "order_worked", "K27", False), (paper, "order_paper", "K14", True)]
    for thousandths, code, claim, hidden in told:
        if thousandths >= 1000:
            delta = -(thousandths // 1000)
            events.append(
                explain(
                    figure,
                    order.place,
                    delta,
                    source="order",
                    ref=order.id,
                    code=code,
                    claim=claim,
                    true_side=hidden,
                )
            )
    return events
