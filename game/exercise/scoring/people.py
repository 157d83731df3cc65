"""Measures of people: approval, fairness, promises kept, benefit linkage."""

from __future__ import annotations

from game.exercise.scoring.base import Measured, evidence, measure, permille
from game.exercise.state import State


@measure("approval")
def approval(state: State, _seat: str | None) -> Measured:
    """Return the share of households that truly approve now, per mille."""
    return Measured(permille(int(state.sums.approving.sum()), int(state.sums.households.sum())))


@measure("fairness")
def fairness(state: State, _seat: str | None) -> Measured | None:
    """Return the spread of pressure between townships, mean over the turns, per mille points."""
    keys = [f"pressure@{t.id}" for t in state.county.townships]
    if len(keys) < 2:
        return None
    spreads = []
    for record in state.history[1:]:
        values = [record.shown[key] for key in keys if key in record.shown]
        if values:
            spreads.append(max(values) - min(values))
    return Measured(sum(spreads) // len(spreads)) if spreads else None


@measure("partner_promises_kept")
def partner_promises_kept(state: State, _seat: str | None) -> Measured | None:
    """Return the share of partners' promised money and jobs that came, each counted by half, per mille."""
    bound = [p for p in state.partners.values() if p.money_promised or p.jobs_promised]
    if not bound:
        return None
    shares = []
    for partner in bound:
        if partner.money_promised:
            shares.append(min(1000, permille(partner.money_paid, partner.money_promised)))
        if partner.jobs_promised:
            shares.append(min(1000, permille(partner.jobs_filled, partner.jobs_promised)))
    return Measured(sum(shares) // len(shares), evidence(bound))


@measure("linkage")
def linkage(state: State, _seat: str | None) -> Measured | None:
    """Return the households' agreed share of the gain, weighted by money that came; coerced deals count nothing."""
    paid = [p for p in state.partners.values() if p.money_paid]
    whole = sum(p.money_paid for p in paid)
    if not whole:
        return None
    return Measured(sum(p.money_paid * (0 if p.coerced else p.linkage) for p in paid) // whole, evidence(paid))
