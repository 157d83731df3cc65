"""形式: looks after the record. Every box is ticked, every claim is signed off, nobody goes behind the papers.

No ill will is in it: it does what a file asks for, in the order in which files come up.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.bots import reading as see
from game.bots.base import Act, Habit
from game.bots.habits import (
    accept_offers,
    accept_reported,
    decide_cheaply,
    organises,
    paper_loop,
    read_inbox,
    supervises,
    turf,
)
from game.exercise.texts import say
from game.exercise.views.shape import View

TERM = 21
"""Days given for anything: long enough that a report can be written."""
REPORT_EVERY = 3
TOUR_EVERY = 2
PLEDGE_DAYS = 42
TO_ANSWER = ("registered", "assigned", "rectifying", "overdue", "escalated")
"""States of a ledger row that wants an answer on file."""


def keep_the_ledger(view: View) -> Iterator[Act]:
    """Register, check the papers, close: a row that is closed is a good row."""
    if supervises(view):
        yield from paper_loop(view, TERM, say("stock.measure_paper"))


def tour(view: View) -> Iterator[Act]:
    """Go round the townships with notice, look at their files, and leave."""
    if not supervises(view) or not view.townships or view.turn % TOUR_EVERY or view.day + 7 > view.last_day:
        return
    township = view.townships[view.turn // TOUR_EVERY % len(view.townships)]
    visit = {"squad": f"squad:{township.id}", "township": township.id, "day": view.day + 6}
    yield Act("plan_visit", {**visit, "announced": True, "sample": 6, "depth": 1})


def hang_signs(view: View) -> Iterator[Act]:
    """Set up what the documents ask for, one sign at a time, with nobody named to lead it."""
    if not organises(view):
        return
    for setup in [s for s in view.setups if s.kind in ("hq", "post") and s.open and not s.exists][:1]:
        yield Act("set_up_organ", {"organ": setup.id})


def pass_it_on(view: View) -> Iterator[Act]:
    """Answer every row of the ledger with an order in general words to the township, for the ledger's sake."""
    if view.last_day - view.day < TERM:
        return
    mine = {t.id for t in turf(view, "order")}
    for problem in see.open_problems(view):
        tasks = see.tasks_for(view, problem.domain)
        if problem.state not in TO_ANSWER or problem.township not in mine or see.ordered(view, problem) or not tasks:
            continue
        organ = f"township:{problem.township}"
        yield Act(
            "issue_order",
            {
                "task": tasks[0].id,
                "organs": [organ],
                "place": organ,
                "amount": max(1, problem.households),
                "deadline": view.day + TERM,
                "evidence": "ledger",
                "text": say("stock.order_phrase"),
                "problem": problem.id,
            },
        )


def pledges(view: View) -> Iterator[Act]:
    """Have a letter of responsibility signed for each township, without means, and grade every one excellent."""
    for township in turf(view, "contract"):
        place = f"township:{township.id}"
        if view.last_day - view.day >= PLEDGE_DAYS and not any(c.object == place for c in view.contracts):
            pledge = {"holder": place, "contract_kind": "area", "object": place, "end": view.day + PLEDGE_DAYS}
            yield Act("offer_contract", {**pledge, "duty": say("stock.duty_pledge")})
    for contract in view.contracts:
        if (
            contract.giver == view.viewer
            and contract.state == "performing"
            and contract.end - view.day <= view.turn_days
        ):
            # The best grade asks for evidence: any paper on the township will do.
            papers = [o.id for o in view.orders if o.place == contract.object][:5]
            grade = "a" if papers else "b"
            yield Act("assess_contract", {"contract": contract.id, "grade": grade, "evidence": papers})


def ask_for_reports(view: View) -> Iterator[Act]:
    """Have every township report how far it has come."""
    if organises(view) and view.turn % REPORT_EVERY == 1:
        for township in view.townships:
            yield Act("ask_report", {"organ": f"township:{township.id}"})


HABITS: tuple[Habit, ...] = (
    read_inbox,
    accept_offers,
    decide_cheaply,
    keep_the_ledger,
    accept_reported,
    hang_signs,
    pass_it_on,
    pledges,
    ask_for_reports,
    tour,
)
