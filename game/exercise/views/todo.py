"""What waits for a seat, and what happens if it does nothing."""

from __future__ import annotations

from game.exercise.commands.scope import fund_left, pot_id
from game.exercise.commands.wording import in_force
from game.exercise.entities import Seat
from game.exercise.figures import townships
from game.exercise.reactions.hours import WORKING_ON
from game.exercise.state import State
from game.exercise.views.reach import Reach
from game.exercise.views.shape import TodoView, View

LATER, THIS_TURN, OVERDUE = 1, 2, 3


def _urgency(state: State, due: int) -> int:
    if due < 0:
        return LATER
    if due <= state.day:
        return OVERDUE
    return THIS_TURN if due <= state.day + state.scenario.turn.days else LATER


def todo_views(state: State, reach: Reach, seat: Seat | None, seen: View) -> tuple[TodoView, ...]:
    """Return the open matters of a seat, the most pressing first; empty for a viewer without a seat.

    `seen` is the view it is for: only what the viewer sees can wait for it.
    """
    if seat is None or state.session.state not in ("running", "paused"):
        return ()
    rows: list[TodoView] = []
    for item in seen.inbox:
        inject = item.record
        if inject.state not in ("delivered", "acknowledged"):
            continue
        if item.options:
            rows.append(_row(state, "decide", inject.id, inject.title, inject.reply_by, "harm.undecided"))
        elif inject.reply_by >= 0 and not inject.replied_by:
            rows.append(_row(state, "reply", inject.id, inject.title, inject.reply_by, "harm.unanswered"))
        elif inject.state == "delivered":
            rows.append(_row(state, "read", inject.id, inject.title, -1, "harm.unread"))
    if "order" in seat.powers:
        rows += [
            _row(state, "order_reported", o.id, o.text or o.task, -1, "harm.order_reported")
            for o in seen.orders
            if o.state == "reported" and o.issuer == seat.id
        ]
        rows += [
            _row(state, "order_overdue", o.id, o.text or o.task, o.deadline, "harm.order_overdue")
            for o in seen.orders
            if o.state == "overdue" and o.issuer == seat.id
        ]
    rows += [
        _row(state, "contract_offered", c.id, c.duty or c.object, -1, "harm.contract_offered")
        for c in seen.contracts
        if c.state == "offered" and c.holder == seat.id
    ]
    if "supervise" in seat.powers:
        for problem in seen.problems:
            if problem.state in ("found", "rebounded"):
                rows.append(_row(state, "problem_found", problem.id, problem.title, -1, "harm.problem_found"))
            elif problem.state == "claimed":
                rows.append(_row(state, "problem_claimed", problem.id, problem.title, -1, "harm.problem_claimed"))
            elif problem.state == "verified":
                rows.append(_row(state, "problem_verified", problem.id, problem.title, -1, "harm.problem_verified"))
    rows += [
        _row(state, "problem_overdue", p.id, p.title, p.deadline, "harm.problem_overdue")
        for p in seen.problems
        if p.state == "overdue" and (p.person == seat.id or (p.owner in reach.organs and _acts(seat)))
    ]
    if "order" in seat.powers and not reach.county:
        ordered = {o.problem for o in seen.orders if in_force(o)}
        rows += [
            _row(state, "problem_owned", p.id, p.title, p.deadline, "harm.problem_owned")
            for p in seen.problems
            if p.state in ("assigned", "rectifying") and p.owner in reach.organs and p.id not in ordered
        ]
    if seat.post == "partner":
        rows += [
            _row(state, f"partner_{p.state}", p.id, p.name, -1, f"harm.partner_{p.state}")
            for p in seen.partners
            if p.state in ("apart", "talking")
        ]
    rows += [
        _row(state, "slip", s.id, s.text, s.deadline, "harm.slip")
        for s in seen.slips
        if s.answered < 0 and (s.to == seat.id or (s.to in reach.organs and not reach.county))
    ]
    if "fund" in seat.powers and not _pays_itself(state, seat):
        county = seat.scope == "county"
        rows += [
            _row(
                state,
                "money_wanted",
                organ,
                state.organs[organ].name,
                -1,
                f"harm.money_{'wanted' if county else 'short'}",
            )
            for organ in _penniless(state, seen)
            if county or organ in reach.organs
        ]
    return tuple(sorted(rows, key=lambda row: (-row.urgency, row.due if row.due >= 0 else 9999, row.kind, row.ref)))


def _acts(seat: Seat) -> bool:
    """Whether a seat can do anything about a problem that is overdue."""
    return bool({"order", "supervise"} & {*seat.powers, *(power for power, _ in seat.delegated)})


def _pays_itself(state: State, seat: Seat) -> bool:
    """Whether a township pays out of the county's own funds, because nobody of the county sits at the table."""
    return seat.scope != "county" and all(s.scope != "county" for s in state.seats.values())


def _penniless(state: State, seen: View) -> list[str]:
    """Return the townships that have orders or problems in hand and not a yuan of their own to spend on them."""
    busy = {organ for o in seen.orders if in_force(o) for organ in o.organs}
    busy |= {f"township:{p.township}" for p in seen.problems if p.state in WORKING_ON}
    return [
        organ.id
        for organ in townships(state)
        if organ.id in busy and ((pot := state.funds.get(pot_id(organ.id))) is None or fund_left(pot) <= 0)
    ]


def _row(state: State, kind: str, ref: str, title: str, due: int, harm: str) -> TodoView:
    return TodoView(kind=kind, ref=ref, title=title, due=due, harm=harm, urgency=_urgency(state, due))
