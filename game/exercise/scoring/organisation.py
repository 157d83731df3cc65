"""Measures of organisation: bodies that work, friction, clear leads, contracts with means."""

from __future__ import annotations

from game.exercise.reactions.cure import responsible
from game.exercise.scoring.base import (
    Measured,
    evidence,
    found_problems,
    measure,
    my_contracts,
    permille,
)
from game.exercise.state import State

CHAIN = ("leading-group", "front-hq", "hq")


@measure("organs_ready")
def organs_ready(state: State, _seat: str | None) -> Measured:
    """Return the share of the chain of command that works with a leader and staff, per mille."""
    townships = [t.id for t in state.county.townships]
    zones = sorted({t.zone for t in state.county.townships})
    wanted = [*CHAIN, *(f"zone:{z}" for z in zones)]
    wanted += [f"{kind}:{t}" for t in townships for kind in ("post", "warrooms")]
    ready = 0
    for organ_id in wanted:
        organ = state.organs.get(organ_id)
        ready += (
            organ is not None
            and organ.exists
            and organ.ready_day <= state.day
            and organ.staff > 0
            and bool(organ.leader)
        )
    return Measured(permille(ready, len(wanted)))


@measure("friction_cut")
def friction_cut(state: State, _seat: str | None) -> Measured | None:
    """Return by how much the mean friction of the townships fell since the start, per mille points."""
    if not state.history or "friction" not in state.history[0].shown:
        return None
    organs = [o for o in state.organs.values() if o.kind == "township"]
    now = sum(o.friction for o in organs) // len(organs) if organs else 0
    return Measured(state.history[0].shown["friction"] - now)


@measure("lead_named")
def lead_named(state: State, _seat: str | None) -> Measured | None:
    """Return the share of found problems whose owner, or whose domain's named lead, can truly cure them, per mille."""
    problems = found_problems(state)
    if not problems:
        return None
    leads = {domain: organ.id for organ in state.organs.values() for domain in organ.lead_for}
    good = [p for p in problems if {p.owner, leads.get(p.domain, "")} & set(responsible(p))]
    return Measured(permille(len(good), len(problems)), evidence(good))


@measure("contracts_resourced")
def contracts_resourced(state: State, seat: str | None) -> Measured | None:
    """Return the share of contracts whose duty came with hours, money or powers, per mille."""
    contracts = [c for c in my_contracts(state, seat) if c.state not in ("offered", "declined")]
    if not contracts:
        return None
    good = [c for c in contracts if c.hours or c.money or c.powers]
    return Measured(permille(len(good), len(contracts)), evidence(contracts))
