"""What a 战令 is worth before it is signed: how clear it is, what it asks of whom, and with what it collides.

The composer's preview and the command itself read the same numbers here, so the trainee sees what will be charged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.county.place import NEEDS
from game.exercise.catalogue import Task, load_tasks
from game.exercise.commands.base import Ctx
from game.exercise.commands.effects import effect
from game.exercise.commands.scope import organ_place, overlaps, seat_scope, townships_of
from game.exercise.copies import quick
from game.exercise.entities import Contract, Order, Organ
from game.exercise.lately import of_table
from game.exercise.state import State

WEEK = 7
HOURS_A_WEEK = 40
IN_FORCE = frozenset({"issued", "received", "executing", "returned", "overdue"})
"""States of an order that asks for work."""
HOUSEHOLD_UNITS = ("households", "pupils", "workers")


@quick
@dataclass(frozen=True, slots=True)
class Wanted:
    """The part of an order that its wording is judged by; days, units of the task and fen."""

    task: Task
    organs: tuple[str, ...]
    place: str
    amount: int
    deadline: int
    lead: str
    money: int
    evidence: str
    text: str
    problem: str = ""

    def weeks(self, today: int) -> int:
        """Return the weeks left until the deadline, one at least."""
        return max(1, (self.deadline - today + WEEK - 1) // WEEK)


def competent(wanted: Wanted) -> tuple[str, ...]:
    """Return the executing organs that know the task: its bureaus, task forces of its domains, and groups."""
    forces = {f"taskforce:{domain}" for domain in wanted.task.domains}
    return tuple(o for o in wanted.organs if o in wanted.task.bureaus or o in forces)


def doers(state: State, wanted: Wanted) -> tuple[str, ...]:
    """Return the townships whose hours the order takes: those named, else all that its place touches."""
    return _named(townships_of(state, wanted.place), wanted.organs)


def hands(state: State, order: Order) -> tuple[str, ...]:
    """Return the `doers` of an order already signed."""
    return _named(townships_of(state, order.place), order.organs)


@lru_cache(maxsize=4096)
def _named(touched: tuple[str, ...], organs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the townships of some that organs name, or all of them; every week asks the same of each order."""
    named = {organ_place(organ) for organ in organs}
    every = tuple(f"township:{township}" for township in touched)
    return tuple(township for township in every if township in named) or every


def reported_limit(state: State, ctx: Ctx, wanted: Wanted) -> int | None:
    """Return the most units the place can have by what the giver's level has been told; None where nobody knows.

    Units that are households or persons are bounded by the reported open gaps, villages by their number.
    """
    villages = state.county.place_villages(wanted.place)
    if wanted.task.unit_en == "villages":
        return len(villages)
    if not wanted.task.need or wanted.task.unit_en not in HOUSEHOLD_UNITS:
        return None
    kind = seat_scope(state, ctx).partition(":")[0]
    level = {"township": "township", "village": "village"}.get(kind, "county")
    rows = state.reports.get(level, {})
    known = [rows[village.id] for village in villages if village.id in rows]
    if not known:
        return None
    gaps = sum(row.gaps[NEEDS.index(wanted.task.need)] for row in known)
    named = state.problems.get(wanted.problem)
    # The households of a problem on the table are known, whatever the last report said.
    return gaps if named is None or named.state == "latent" else max(gaps, named.households)


def weekly_limit(state: State, wanted: Wanted) -> int:
    """Return the units its townships can sensibly take on until the deadline."""
    return wanted.task.weekly * wanted.weeks(state.day) * max(1, len(doers(state, wanted)))


def quota(state: State, ctx: Ctx, wanted: Wanted) -> int:
    """Return by how much the amount exceeds what the place has or can do, per mille of that, at most 1000 (K02)."""
    limit = weekly_limit(state, wanted)
    reported = reported_limit(state, ctx, wanted)
    if reported is not None:
        limit = min(limit, reported)
    return min(1000, max(0, (wanted.amount - limit) * 1000 // max(1, limit)))


def vague_points(state: State, ctx: Ctx, wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """Return (code, per mille) pairs of what the wording leaves open or asks beyond reason; codes `vague.*` (K34)."""
    found: list[str] = []
    days = wanted.deadline - state.day
    if len(wanted.organs) > 1 and not wanted.lead:
        found.append("no_lead")
    bureaus = [organ for organ in wanted.organs if organ.startswith("bureau:")]
    if bureaus and not competent(wanted):
        found.append("no_competent")
    length = len(wanted.text.strip())
    if not length:
        found.append("no_text")
    elif length < effect("clarity.text_short"):
        found.append("short_text")
    elif length > effect("clarity.text_long"):
        found.append("long_text")
    if wanted.evidence in ("none", "ledger", "photos"):
        found.append(f"evidence_{wanted.evidence}")
    if wanted.amount > weekly_limit(state, wanted):
        found.append("unrealistic")
    elif quota(state, ctx, wanted):
        found.append("quota")
    if days < effect("order.short_days") and wanted.task.id != "emergency_relief":
        found.append("short")
    elif days > effect("order.far_days"):
        found.append("far")
    if wanted.place.startswith(("county", "zone")) and not any(o.startswith("township:") for o in wanted.organs):
        found.append("wide")
    return tuple((code, effect(f"clarity.{code}")) for code in found)


def clarity(points: tuple[tuple[str, int], ...]) -> int:
    """Return the clarity of an order, per mille, from what is vague in it."""
    return max(effect("clarity.least"), 1000 - sum(share for _, share in points))


def in_force(order: Order) -> bool:
    """Whether an order asks for work today."""
    return order.state in IN_FORCE


def all_in_force(state: State) -> tuple[Order, ...]:
    """Return the orders that ask for work today, in the order they were signed."""
    return _all_in_force(state.orders)


@of_table
def _all_in_force(orders: Mapping[str, Order]) -> tuple[Order, ...]:
    return tuple([order for order in orders.values() if order.state in IN_FORCE])


def asked_hours(state: State, wanted: Wanted) -> dict[str, int]:
    """Return the hours a week the order takes from each organ, until its deadline."""
    weeks = wanted.weeks(state.day)
    asked: dict[str, int] = {}
    local = doers(state, wanted)
    for organ in local:
        asked[organ] = -(-wanted.amount * wanted.task.hours // (weeks * max(1, len(local))))
    experts = competent(wanted)
    for organ in experts:
        asked[organ] = -(-wanted.amount * wanted.task.expert // (weeks * len(experts)))
    return asked


def of_order(order: Order) -> Wanted:
    """Return the wording of an order already signed."""
    return Wanted(
        task=load_tasks()[order.task],
        organs=order.organs,
        place=order.place,
        amount=order.amount,
        deadline=order.deadline,
        lead=order.lead,
        money=order.money,
        evidence=order.evidence,
        text=order.text,
        problem=order.problem,
    )


def helpers(state: State) -> tuple[Organ, ...]:
    """Return the bodies that can lend hours to those who execute: headquarters, groups, task forces, zones, bureaus."""
    return tuple(
        organ
        for organ in state.organs.values()
        if organ.exists
        and organ.ready_day <= state.day
        and organ.kind in ("hq", "group", "taskforce", "bureau", "zone")
    )


def lent_hours(state: State) -> int:
    """Return the hours a week that orders in force and contracts in a leader's hands have borrowed of the helpers."""
    ordered = sum([order.hours for order in all_in_force(state)])
    return ordered + sum(c.hours for c in state.contracts.values() if borrows(state, c))


def borrows(state: State, contract: Contract) -> bool:
    """Whether a contract's hours come out of the helpers: its holder is a person, who has none of their own."""
    running = contract.state in ("offered", "accepted", "performing", "assessed")
    return running and contract.kind == "area" and contract.holder not in state.organs


def helper_hours(state: State) -> int:
    """Return the hours a week that headquarters, groups and task forces can still lend to those who execute."""
    pool = sum(organ.staff for organ in helpers(state)) * HOURS_A_WEEK * effect("order.helper_share") // 1000
    return max(0, pool - lent_hours(state))


def collisions(state: State, wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """Return (order in force, code) pairs; codes `conflict.*`.

    `same_task`: the same task in the same place is already ordered; `deadlines`: two orders pull one organ in one
    place to deadlines a few days apart; `overload`: together they ask more hours of an organ than it has.
    """
    asked = asked_hours(state, wanted)
    near = effect("order.conflict_days")
    mine = set(doers(state, wanted))
    found: list[tuple[str, str]] = []
    for other in all_in_force(state):
        shared = [organ for organ in wanted.organs if organ in other.organs]
        if not shared and mine.isdisjoint(hands(state, other)):
            continue
        together = overlaps(state, wanted.place, other.place)
        if together and other.task == wanted.task.id:
            found.append((other.id, "same_task"))
        elif together and shared and abs(other.deadline - wanted.deadline) < near:
            found.append((other.id, "deadlines"))
        else:
            hours = asked_hours(state, of_order(other))
            if any(asked[o] + hours[o] > state.organs[o].staff * HOURS_A_WEEK for o in asked if o in hours):
                found.append((other.id, "overload"))
    return tuple(found)
