"""Workload is the currency: how many hours an organ has, and what forms, meetings and inspections take off the top.

The rules are `county/workload.py`; here stands what of the state they are fed with. Carried claims: K02 and K14 (each
order reports), K29 and K52 (hands sent down to the tip), K43 (attention), X1 (inspections), X12 (meetings, documents).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.county.quantities import attention_share
from game.county.workload import Overheads, capacity_hours, overhead_hours
from game.exercise.commands.wording import HOURS_A_WEEK, all_in_force, hands, helpers, lent_hours
from game.exercise.copies import quick
from game.exercise.entities import Organ
from game.exercise.figures import works
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import strength
from game.exercise.state import State

LOCAL = ("post", "warrooms", "teams")
WORKING_ON = ("assigned", "rectifying", "overdue")


@quick
@dataclass(frozen=True, slots=True)
class Hours:
    """One organ's week in person-hours."""

    capacity: int
    overheads: Overheads
    """As they were taken, never more than the organ has."""
    demanded: int
    """Overheads as they were asked for."""
    free: int
    """Left for the field, whatever it serves."""
    serving: int
    """The part of `free` that serves the campaign: what attention makes of it."""


@dataclass(frozen=True, slots=True)
class Lent:
    """What orders, contracts and the ledger add to each organ's week and ask of it in reports."""

    hours: dict[str, int]
    """Organ -> helper hours a week; negative for those who lend them."""
    forms: dict[str, int]
    """Organ -> reporting hours a week beyond the standing forms."""
    orders: dict[str, int]
    """Organ -> orders in force on it."""


def lent(state: State) -> Lent:
    """Return the helper hours that reach each organ, and the reporting its orders and problems cost."""
    hours: dict[str, int] = {}
    forms: dict[str, int] = {}
    orders: dict[str, int] = {}
    for order in all_in_force(state):
        local = hands(state, order)
        for organ in dict.fromkeys((*local, *order.organs)):
            orders[organ] = orders.get(organ, 0) + 1
            forms[organ] = forms.get(organ, 0) + num(f"forms.{order.evidence or 'ledger'}")
        for organ in local:
            hours[organ] = hours.get(organ, 0) + order.hours // max(1, len(local))
    for contract in state.contracts.values():
        if contract.state not in ("performing", "assessed") or not contract.hours or contract.kind != "area":
            continue
        try:
            towns = [f"township:{name}" for name in state.county.place(contract.object).townships]
        except KeyError:
            continue
        for organ in towns:
            hours[organ] = hours.get(organ, 0) + contract.hours // len(towns)
        if contract.holder in state.organs:
            hours[contract.holder] = hours.get(contract.holder, 0) - contract.hours
    for organ, given in _lenders(state).items():
        hours[organ] = hours.get(organ, 0) - given
    for problem in state.problems.values():
        if problem.owner and problem.state in WORKING_ON:
            forms[problem.owner] = forms.get(problem.owner, 0) + num("forms.problem")
    return Lent(hours, forms, orders)


def _lenders(state: State) -> dict[str, int]:
    """Return what each bureau gives up of its week for the helpers that orders and contracts have borrowed (K29)."""
    whole = lent_hours(state)
    if not whole:
        return {}
    bodies = helpers(state)
    staff = max(1, sum(body.staff for body in bodies))
    return {body.id: whole * body.staff // staff for body in bodies if body.kind == "bureau"}


def organ_hours(state: State, organ: Organ, extra: Lent) -> Hours:
    """Return an organ's hours this week: capacity, what is taken off the top, what is left."""
    capacity = capacity_hours(organ.staff, organ.fatigue, relief=organ.relief > 0)
    if organ.kind == "township":
        name = organ.id.partition(":")[2]
        for body in (f"{kind}:{name}" for kind in LOCAL):
            if able := strength(state, body):
                capacity += capacity_hours(state.organs[body].staff, organ.fatigue) * able // 1000
    capacity = max(HOURS_A_WEEK, capacity + extra.hours.get(organ.id, 0))
    asked = overhead_hours(
        capacity,
        forms_cut=1000 - (1000 - organ.forms_cut) * (1000 - _paperless(state, organ)) // 1000,
        meetings=organ.meetings_extra,
        received=organ.hours_received,
        reports=organ.forms_extra + extra.forms.get(organ.id, 0),
        orders=extra.orders.get(organ.id, 0),
    )
    most = capacity * num("hours.overheads_most") // 1000
    taken = asked
    if asked.total > most:
        taken = Overheads(
            *(part * most // asked.total for part in (asked.forms, asked.meetings, asked.received, asked.reports))
        )
    free = max(0, capacity - taken.total - organ.debt_hours)
    return Hours(capacity, taken, asked.total, free, free * attention_share(organ.attention) // 1000)


def _paperless(state: State, organ: Organ) -> int:
    """Return by how much war rooms and a data group spare an organ its double entries, per mille (K19)."""
    spared = num("forms.data_group") * strength(state, "group-data") // 1000
    if organ.kind == "township" and works(state, f"warrooms:{organ.id.partition(':')[2]}"):
        spared += num("forms.warrooms")
    return min(1000, spared)
