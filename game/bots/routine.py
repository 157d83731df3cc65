"""常规科层: each bureau works its own list on paper, nobody builds what crosses the lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots import reading as see
from game.bots.base import Act, Habit
from game.bots.habits import accept_offers, decide_cheaply, paper_loop, read_inbox, supervises, turf
from game.exercise.texts import say
from game.exercise.views.shape import View

PATROL_EVERY = 84
"""Days in which the patrol has been to every township once."""


LINE_EVERY = 14
"""Days from one programme of a bureau's own line to the next."""
PROGRAMME_WEEKS = 12


def file_findings(view: View) -> Iterator[Act]:
    """Put findings on the ledger, check claims by their papers, sign off; an announced round now and then."""
    if not supervises(view):
        return
    yield from paper_loop(view, 30)
    if not view.townships:
        return
    for beat in see.beats(view, max(1, PATROL_EVERY // len(view.townships))) if view.day + 7 <= view.last_day else ():
        township = view.townships[beat % len(view.townships)]
        yield Act(
            "plan_visit",
            {
                "squad": f"squad:{township.id}",
                "township": township.id,
                "day": view.day + 5,
                "announced": True,
                "sample": 8,
                "depth": 1,
            },
        )


def own_list(view: View) -> Iterator[Act]:
    """Order what the own desk is responsible for, in the order it came in, to the township alone."""
    if view.last_day - view.day < 10:
        return
    kind, name = see.scope(view)
    mine = {t.id for t in turf(view, "order")}
    for problem in sorted(view.problems, key=lambda p: (p.opened, p.id)):
        if problem.state not in ("registered", "assigned", "overdue", "escalated") or see.ordered(view, problem):
            continue
        of_bureau = kind == "bureau" and problem.owner == f"bureau:{name}"
        if not (of_bureau or problem.township in mine):
            continue
        tasks = see.tasks_for(view, problem.domain)
        if tasks:
            task = tasks[0]
            amount = max(1, min(problem.households, task.weekly * 4))
            fund = see.best_fund(view, task.domains[0], task.yuan * amount) if task.yuan else ""
            yield Act(
                "issue_order",
                {
                    "task": task.id,
                    "organs": [f"township:{problem.township}"],
                    "place": f"township:{problem.township}",
                    "amount": amount,
                    "deadline": min(view.last_day, view.day + 30),
                    "money": task.yuan * amount if fund else 0,
                    "fund": fund,
                    "evidence": "ledger",
                    "text": say("stock.order_routine", task=task.name),
                    "problem": problem.id,
                },
            )


def spend_the_budget(view: View) -> Iterator[Act]:
    """Let each bureau spend on its own line, a little for every township in turn, whatever is missing most there."""
    kind, name = see.scope(view)
    if kind != "bureau" or "fund" not in view.powers or view.last_day - view.day < PROGRAMME_WEEKS * see.WEEK:
        return
    own = [t for t in view.tasks if t.need and t.bureaus and t.bureaus[0] == f"bureau:{name}"]
    for beat in see.beats(view, LINE_EVERY) if own and view.townships else ():
        township, task = view.townships[beat % len(view.townships)], own[beat % len(own)]
        gaps = township.gaps[see.NEEDS.index(task.need)]
        amount = min(gaps, task.weekly)
        fund = see.best_fund(view, task.domains[0], task.yuan * amount)
        if amount and fund:
            yield Act(
                "start_programme",
                {
                    "task": task.id,
                    "place": f"township:{township.id}",
                    "amount": amount,
                    "money": task.yuan * amount,
                    "fund": fund,
                    "organ": f"bureau:{name}",
                    "weeks": PROGRAMME_WEEKS,
                },
            )


def close_files(view: View) -> Iterator[Act]:
    """Accept what is reported; let late ones run on with a new date."""
    for order in view.orders:
        if order.issuer != view.viewer:
            continue
        if order.state == "reported":
            yield Act("accept_order", {"order": order.id})
        elif order.state == "overdue" and view.day + 10 <= view.last_day:
            yield Act("extend_order", {"order": order.id, "deadline": min(view.last_day, view.day + 21)})


HABITS: tuple[Habit, ...] = (
    read_inbox,
    accept_offers,
    decide_cheaply,
    file_findings,
    close_files,
    own_list,
    spend_the_budget,
)
