"""Measures of the burden laid on the grassroots."""

from __future__ import annotations

from game.exercise.scoring.base import Measured, evidence, measure, permille
from game.exercise.state import State

MONTH = 28


@measure("grassroots_hours")
def grassroots_hours(state: State, _seat: str | None) -> Measured | None:
    """Return the share of township hours that went to forms, meetings and received inspections, per mille."""
    records = state.history[1:]
    taken = sum(record.shown.get("grassroots_hours", 0) for record in records)
    field = sum(record.shown.get("field_hours", 0) for record in records)
    return Measured(permille(taken, taken + field)) if taken + field else None


@measure("checks_per_township")
def checks_per_township(state: State, _seat: str | None) -> Measured | None:
    """Return the inspections a township received in four weeks, on average."""
    if state.day < MONTH:
        return None
    visits = [v for v in state.visits.values() if v.state != "planned" and v.kind != "field"]
    townships = len(state.county.townships)
    return Measured(len(visits) * MONTH // (state.day * townships), evidence(visits))


@measure("orders_in_force_peak")
def orders_in_force_peak(state: State, _seat: str | None) -> Measured | None:
    """Return the most orders that any one township had in force at once; None where no order was given."""
    if not state.orders:
        return None
    peak = 0
    for township in state.county.townships:
        organ = f"township:{township.id}"
        moves: list[tuple[int, int]] = []
        for order in state.orders.values():
            if organ in order.organs:
                moves.append((order.issued, 1))
                if order.closed >= 0:
                    moves.append((order.closed, -1))
        running = 0
        for _, change in sorted(moves):
            running += change
            peak = max(peak, running)
    return Measured(peak, evidence(state.orders.values()))


@measure("forms_cut")
def forms_cut(state: State, _seat: str | None) -> Measured:
    """Return by how much the townships' standing forms shrank, per mille, less what was asked for on top."""
    organs = [o for o in state.organs.values() if o.kind == "township"]
    if not organs:
        return Measured(0)
    cut = sum(o.forms_cut - permille(o.forms_extra, max(1, o.staff * 40)) for o in organs)
    return Measured(max(0, cut // len(organs)))


@measure("fatigue_end")
def fatigue_end(state: State, _seat: str | None) -> Measured:
    """Return the mean fatigue of the townships now, per mille."""
    organs = [o for o in state.organs.values() if o.kind == "township"]
    return Measured(sum(o.fatigue for o in organs) // len(organs) if organs else 0)
