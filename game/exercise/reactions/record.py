"""The county's figures at the end of a turn: as shown by the county's own reports, and as they truly are."""

from __future__ import annotations

from game.county.draws import Draws
from game.county.place import NEEDS
from game.exercise import events as ev
from game.exercise.entities import Organ, Problem, TurnRecord
from game.exercise.state import State

CLOSED = ("closed",)
UNSEEN = ("latent",)
ORDER_OPEN = ("issued", "received", "executing", "returned", "overdue")
TOTALS = ("hours:grassroots", "hours:field", "hours:capacity")


def townships(state: State) -> list[Organ]:
    """Return the townships' own organs in the county's order."""
    return [state.organs[f"township:{t.id}"] for t in state.county.townships]


def workers(state: State) -> list[Organ]:
    """Return the organs that do the county's daily work: townships, then bureaus."""
    return townships(state) + [o for o in state.organs.values() if o.kind == "bureau" and o.exists]


def mean(organs: list[Organ], quantity: str) -> int:
    """Return the mean of a quantity over organs; 0 where there are none."""
    return sum(getattr(o, quantity) for o in organs) // len(organs) if organs else 0


def ledger(state: State) -> list[Problem]:
    """Return the problems that somebody has found."""
    return [p for p in state.problems.values() if p.state not in UNSEEN]


def is_open(problem: Problem) -> bool:
    """Whether a found problem still waits to be signed off."""
    return problem.state not in CLOSED and problem.state not in UNSEEN


def is_late(state: State, problem: Problem) -> bool:
    """Whether an open problem is past its deadline."""
    return is_open(problem) and 0 <= problem.deadline < state.day and problem.state not in ("claimed", "verified")


def spent_share(part: int, whole: int, scale: int) -> int:
    """Return part of whole on a scale; 0 where there is no whole."""
    return part * scale // whole if whole else 0


def figures(state: State) -> dict[str, int]:
    """Return the figures that depend neither on reports nor on the truth: the ledger, the organs, hours and money.

    Hours are those of the turn so far, counted from the last closed turn.
    """
    rows = ledger(state)
    local = townships(state)
    before = state.history[-1].true if state.history else {}
    turn_hours = {name: state.counters.get(name, 0) - before.get(name, 0) for name in TOTALS}
    return {
        "problems_found": len(rows),
        "problems_open": sum(is_open(p) for p in rows),
        "problems_closed": sum(p.state in CLOSED for p in rows),
        "problems_overdue": sum(is_late(state, p) for p in rows),
        "orders_open": sum(o.state in ORDER_OPEN for o in state.orders.values()),
        "orders_overdue": sum(o.state in ORDER_OPEN and o.deadline < state.day for o in state.orders.values()),
        "contracts": sum(c.state in ("accepted", "performing", "assessed") for c in state.contracts.values()),
        "visits": sum(v.state != "planned" for v in state.visits.values()),
        "fatigue": mean(local, "fatigue"),
        "pressure": mean(local, "pressure"),
        "load": mean(local, "load"),
        "friction": mean(workers(state), "friction"),
        "attention": mean(local, "attention"),
        "grassroots_hours": turn_hours["hours:grassroots"],
        "field_hours": turn_hours["hours:field"],
        "grassroots_share": spent_share(turn_hours["hours:grassroots"], turn_hours["hours:capacity"], 1000),
        "funds_left": sum(f.given - f.reserved - f.spent for f in state.funds.values()) // 1_000_000,
    }


def shown_figures(state: State) -> dict[str, int]:
    """Return the figures as the county has them reported: shares in basis points or per mille, money in 万元."""
    rows = state.reports.get("county", {}).values()
    persons = sum(r.persons for r in rows)
    shown = {
        "incidence_recorded_bp": spent_share(sum(r.poor for r in rows), persons, 10_000),
        "approval": spent_share(sum(r.approval * r.persons for r in rows), persons, 1),
    }
    for i, need in enumerate(NEEDS):
        shown[f"gaps:{need}"] = sum(r.gaps[i] for r in rows)
    return shown | figures(state)


def true_figures(state: State) -> dict[str, int]:
    """Return the figures as they truly are, with the running totals the next turn counts from."""
    sums = state.sums
    persons = int(sums.persons.sum())
    local = townships(state)
    pressures = [o.pressure for o in local] or [0]
    true = {
        "incidence_true_bp": spent_share(int(sums.poor_persons.sum()), persons, 10_000),
        "incidence_recorded_bp": spent_share(int(sums.recorded_persons.sum()), persons, 10_000),
        "incidence_composite_bp": spent_share(int(sums.composite_persons.sum()), persons, 10_000),
        "wrong_exit_bp": spent_share(int(sums.wrong_persons.sum()), int(sums.exited_persons.sum()), 10_000),
        "missed_bp": spent_share(int(sums.missed_persons.sum()), int(sums.unregistered_persons.sum()), 10_000),
        "approval": spent_share(int(sums.approving.sum()), int(sums.households.sum()), 1000),
        "formalism": mean(local, "formalism"),
        "pressure_spread": max(pressures) - min(pressures),
        "problems_latent": sum(p.state in UNSEEN for p in state.problems.values()),
        "problems_on_paper": sum(p.on_paper for p in state.problems.values()),
        **{name: state.counters.get(name, 0) for name in TOTALS},
    }
    for i, need in enumerate(NEEDS):
        true[f"gaps:{need}"] = int(sums.gaps[i].sum())
    return true


def turn_record(state: State) -> TurnRecord:
    """Return the record of the turn that ends now."""
    return TurnRecord(turn=state.turn, day=state.day, shown=shown_figures(state), true=true_figures(state))


def record(state: State, draws: Draws) -> list[ev.Event]:
    """Close the turn with its figures."""
    del draws
    return [ev.TurnClosed(record=turn_record(state))]
