"""The county's figures at one moment: as shown by the county's own reports, and as they truly are."""

from __future__ import annotations

from game.county.place import NEEDS
from game.exercise.entities import Organ, Problem
from game.exercise.state import ReportRow, State

CLOSED = ("closed",)
UNSEEN = ("latent",)
ORDER_OVER = ("accepted", "revoked")
CONTRACT_ON = ("accepted", "performing", "assessed")
STRAINS = ("pressure", "load", "fatigue", "friction", "attention")


def works(state: State, organ_id: str) -> bool:
    """Whether an organ exists and has begun to work."""
    organ = state.organs.get(organ_id)
    return organ is not None and organ.exists and organ.ready_day <= state.day


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


def share(part: int, whole: int, scale: int) -> int:
    """Return part of whole on a scale, cut to a whole number; 0 where there is no whole.

    Every share that people read comes from here, so that no figure stands beside its own course with another last
    digit. It is cut, not rounded, because gates are read off it: nobody shall see 90.00% where 89.996% has failed, nor
    3.00% where 2.996% has passed.
    """
    return part * scale // whole if whole else 0


def ledger_figures(rows: list[Problem]) -> dict[str, int]:
    """Return the figures of the ledger over some of its rows."""
    return {
        "problems_found": len(rows),
        "problems_open": sum([is_open(p) for p in rows]),
        "problems_closed": sum([p.state in CLOSED for p in rows]),
        "problems_overdue": sum([p.state == "overdue" for p in rows]),
    }


def strain_figures(organs: list[Organ]) -> dict[str, int]:
    """Return the means of the strains, and the hours of the last week, over some townships."""
    return {
        **{name: mean(organs, name) for name in STRAINS},
        "grassroots_hours": sum(o.hours_forms + o.hours_meetings + o.hours_received for o in organs),
        "field_hours": sum(o.hours_field for o in organs),
    }


def report_figures(rows: list[ReportRow]) -> dict[str, int]:
    """Return what a level has been told, over some villages."""
    persons = sum([r.persons for r in rows])
    told = {
        "incidence_recorded_bp": share(sum([r.poor for r in rows]), persons, 10_000),
        "approval": share(sum([r.approval * r.persons for r in rows]), persons, 1),
    }
    for i, need in enumerate(NEEDS):
        told[f"gaps:{need}"] = sum([r.gaps[i] for r in rows])
    return told


def shown_figures(state: State) -> dict[str, int]:
    """Return the figures as the county has them reported: shares in basis points or per mille, money in fen.

    `<figure>@<township>` is the same for one township, by what that township itself has been told.
    """
    found = ledger(state)
    county = state.reports.get("county", {})
    shown = report_figures([county[v.id] for v in state.county.villages if v.id in county])
    shown |= ledger_figures(found) | strain_figures(townships(state))
    shown["orders_open"] = sum(o.state not in ORDER_OVER for o in state.orders.values())
    shown["orders_overdue"] = sum(o.state == "overdue" for o in state.orders.values())
    shown["contracts"] = sum(c.state in CONTRACT_ON for c in state.contracts.values())
    shown["visits"] = sum(v.state != "planned" for v in state.visits.values())
    shown["funds_left"] = sum(f.given - f.reserved - f.spent for f in state.funds.values())
    local = state.reports.get("township", {})
    at: dict[str, list[Problem]] = {}
    for problem in found:
        at.setdefault(problem.township, []).append(problem)
    for township in state.county.townships:
        own = report_figures([local[v.id] for v in state.county.villages_of(township.id) if v.id in local])
        own |= ledger_figures(at.get(township.id, []))
        own |= strain_figures([state.organs[f"township:{township.id}"]])
        shown |= {f"{name}@{township.id}": value for name, value in own.items()}
    return shown


def true_figures(state: State) -> dict[str, int]:
    """Return the figures as they truly are."""
    sums = state.sums
    persons = int(sums.persons.sum())
    local = townships(state)
    pressures = [o.pressure for o in local] or [0]
    true = {
        "incidence_true_bp": share(int(sums.poor_persons.sum()), persons, 10_000),
        "incidence_recorded_bp": share(int(sums.recorded_persons.sum()), persons, 10_000),
        "incidence_composite_bp": share(int(sums.composite_persons.sum()), persons, 10_000),
        "wrong_exit_bp": share(int(sums.wrong_persons.sum()), int(sums.exited_persons.sum()), 10_000),
        "missed_bp": share(int(sums.missed_persons.sum()), int(sums.unregistered_persons.sum()), 10_000),
        "approval": share(int(sums.approving.sum()), int(sums.households.sum()), 1000),
        "formalism": mean(local, "formalism"),
        "pressure_spread": max(pressures) - min(pressures),
        "problems_latent": sum(p.state in UNSEEN for p in state.problems.values()),
        "problems_on_paper": sum(p.on_paper for p in state.problems.values()),
    }
    for i, need in enumerate(NEEDS):
        true[f"gaps:{need}"] = int(sums.gaps[i].sum())
    return true
