"""常规科层: each bureau works its own list on paper, nobody builds what crosses the lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots import reading as see
from game.bots.base import Act, Habit
from game.bots.habits import accept_offers, decide_cheaply, paper_loop, read_inbox, supervises, turf
from game.exercise.views.shape import View

PATROL_EVERY = 28


def file_findings(view: View) -> Iterator[Act]:
    """Put findings on the ledger, check claims by their papers, sign off; an announced round now and then."""
    if not supervises(view):
        return
    yield from paper_loop(view, 30)
    if not view.townships:
        return
    last = max((v.day for v in view.visits if v.kind == "visit"), default=-99)
    if view.day - last >= PATROL_EVERY // max(1, len(view.townships) // 2) and view.day + 7 <= view.last_day:
        township = view.townships[view.turn % len(view.townships)]
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
                    "text": f"请抓紧落实{task.name}工作。",
                    "problem": problem.id,
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


HABITS: tuple[Habit, ...] = (read_inbox, accept_offers, decide_cheaply, file_findings, close_files, own_list)
