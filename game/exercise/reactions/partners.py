"""Partners bring money and jobs as far as they trust; pressed ones pay once and leave (K54-K59, X10)."""

from __future__ import annotations

import numpy as np

from game.county.draws import Draws
from game.county.quantities import next_trust
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.catalogue import load_tasks
from game.exercise.entities import Partner
from game.exercise.figures import works
from game.exercise.reactions.fields import part
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import explain, shift
from game.exercise.state import State


def partners(state: State, draws: Draws) -> list[ev.Event]:
    """Return what partners do in a turn: deliver, trust more or less, or withdraw."""
    del draws
    events: list[ev.Event] = []
    for partner in state.partners.values():
        if partner.state == "engaged":
            events += _deliver(state, partner)
            events += _trust(state, partner)
    return events


def _weeks(state: State) -> int:
    return max(1, state.scenario.turn.days // 7)


def _pace(state: State, partner: Partner) -> int:
    """Return what share of its promise a partner delivers this turn, per mille: by trust and its own channel (K20)."""
    pace = num("partner.pace") * _weeks(state) * (300 + partner.trust) // 1000
    if works(state, "paired-assistance"):
        pace = pace * num("partner.paired") // 1000
    return pace * num("partner.coerced_pace") // 1000 if partner.coerced else pace


def _deliver(state: State, partner: Partner) -> list[ev.Event]:
    pace = _pace(state, partner)
    money = min(partner.money_promised * pace // 1000, max(0, partner.money_promised - partner.money_paid))
    jobs = min(
        -(-partner.jobs_promised * pace // 1000) if partner.jobs_promised else 0,
        max(0, partner.jobs_promised - partner.jobs_filled),
    )
    if not money and not jobs:
        return []
    changes: dict[str, ev.Json] = {
        "money_paid": partner.money_paid + money,
        "jobs_filled": partner.jobs_filled + jobs,
    }
    events: list[ev.Event] = [trusted.revised(table="partners", id=partner.id, changes=changes)]
    events += _incomes(state, partner, money, jobs)
    return events


def _incomes(state: State, partner: Partner, money: int, jobs: int) -> list[ev.Event]:
    """Return the household income that jobs, and the agreed share of the gain, bring (K22, K57)."""
    gain = money // 100 * partner.linkage * num("partner.yield") // 1_000_000
    yuan = jobs * num("partner.job_yuan") + gain
    if yuan <= 0:
        return []
    weights = state.sums.recorded_persons
    shares = part(yuan, np.asarray(weights, dtype=np.int64)).tolist()
    rows = {v.id: {"income": shares[v.index]} for v in state.county.villages if shares[v.index] > 0}
    if not rows:
        return []
    return [
        trusted.queued_many(rows=rows),
        explain(
            "income",
            "county",
            yuan,
            source="partner",
            ref=partner.id,
            code="partner_delivers",
            claim="K57" if partner.linkage else "K54",
        ),
    ]


def _served(state: State, partner: Partner) -> int:
    """Return how many programmes that could sell do sell to this partner."""
    return sum(
        p.buyer == partner.id and p.state == "running" and "market" in load_tasks()[p.task].levers
        for p in state.programmes.values()
    )


def _trust(state: State, partner: Partner) -> list[ev.Event]:
    kept = 1 if partner.money_paid or partner.jobs_filled or _served(state, partner) else 0
    after = partner.trust
    for _ in range(_weeks(state)):
        after = next_trust(after, kept=0, linkage=partner.linkage, coerced=partner.coerced)
    after = next_trust(after, kept=kept if not partner.coerced else 0)
    events: list[ev.Event] = []
    delta = after - partner.trust
    if abs(delta) >= num("shift.least"):
        code, claim = ("trust_coerced", "K56") if delta < 0 else ("trust_linked", "K57")
        events.append(
            shift("partners", partner.id, "trust", delta, source="partner", ref=partner.id, code=code, claim=claim)
        )
    if after < num("partner.leaves"):
        events.append(
            trusted.revised(
                table="partners",
                id=partner.id,
                changes={"state": "withdrawn", "broken": partner.broken + 1},
                why="withdrawn",
            )
        )
        events.append(
            explain(
                "trust", f"partner:{partner.id}", 0, source="partner", ref=partner.id, code="partner_left", claim="X10"
            )
        )
    return events
