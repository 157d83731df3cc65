"""市场与社会: partners and their terms, labour export, guaranteed loans; meetings, visits and policy talks in villages.

The traps: coercion, one-off gifts, work and loans without a partner who stands behind them, meetings by formula.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.exercise.commands import masses
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Yuan, command
from game.exercise.commands.effects import explain, revise
from game.exercise.commands.masses import check_hours, take_hours
from game.exercise.commands.scope import FEN, answer, check_money, check_place, seat_scope, townships_of, works
from game.exercise.effects import Said, amount, homes, queued, shifted, spread
from game.exercise.entities import Partner
from game.exercise.events import Counted, Event, FundMoved
from game.exercise.refusals import Refusal
from game.exercise.state import State

__all__ = ["labour_left", "masses", "most_linkage", "willing"]

FIRMS = ("company", "coop")
"""Partners that do business; the others give."""
PAIRED = ("city", "federation")
"""Partners that the paired-assistance group looks after."""
LABOUR = "bureau:labour"


def _check_partner(state: State, ctx: Ctx, partner: str) -> Refusal | None:
    if partner not in state.partners:
        return Refusal("unknown_partner", {"partner": partner})
    scope = seat_scope(state, ctx)
    if scope.startswith("partner:") and scope != f"partner:{partner}":
        return Refusal("out_of_scope", {"target": f"partner:{partner}", "scope": scope})
    return None


def _not_engaged(partner: Partner | None) -> Refusal | None:
    if partner is None or partner.state == "engaged":
        return None
    return Refusal("partner_state", {"partner": partner.id, "state": partner.state})


class ApproachPartner(Command):
    """Invite a partner to talk, or press it to sign."""

    partner: Ref
    manner: Literal["invite", "press"]


@command("approach_partner", group="mobilise", attention=2)(ApproachPartner)
def approach_partner(state: State, cmd: ApproachPartner, ctx: Ctx) -> Decision:
    """Win a partner: an invitation opens talks (K56); pressing gets a quick yes that trust pays for later (K54)."""
    if refusal := _check_partner(state, ctx, cmd.partner):
        return refusal
    partner = state.partners[cmd.partner]
    open_to = ("apart", "withdrawn") if cmd.manner == "invite" else ("apart", "talking", "withdrawn")
    if refusal := answer(
        None if partner.state in open_to else Refusal("partner_state", {"partner": partner.id, "state": partner.state}),
        Refusal("partner_distrusts", {"partner": partner.id})
        if partner.trust < amount("partner.invite_least")
        else None,
    ):
        return refusal
    return _pressed(state, partner, ctx) if cmd.manner == "press" else _invited(state, partner, ctx)


def _invited(state: State, partner: Partner, ctx: Ctx) -> tuple[Event, ...]:
    led = partner.kind in PAIRED and works(state, "paired-assistance")
    trust = amount("partner.invite_trust") + (amount("partner.invite_paired_trust") if led else 0)
    said: Said = {
        "code": "cause.partner_invited_led" if led else "cause.partner_invited",
        "claim": "K20" if led else "K56",
        "source": "partner",
        "ref": partner.id,
    }
    return (
        *revise("partners", partner.id, "invite", ctx.seat, state="talking"),
        *shifted(state, "partners", partner.id, "trust", trust, **said),
    )


def _pressed(state: State, partner: Partner, ctx: Ctx) -> tuple[Event, ...]:
    share = amount("partner.press_share")
    money = max(partner.money_promised, partner.money_cap * share // 1000)
    jobs = max(partner.jobs_promised, partner.jobs_cap * share // 1000)
    said: Said = {"code": "cause.partner_pressed", "claim": "K54", "source": "partner", "ref": partner.id}
    return (
        *revise(
            "partners",
            partner.id,
            "press",
            ctx.seat,
            state="engaged",
            coerced=True,
            money_promised=money,
            jobs_promised=jobs,
            promises=partner.promises + 1,
        ),
        *shifted(state, "partners", partner.id, "trust", amount("partner.press_trust"), **said),
        *explain("partners", f"partner:{partner.id}", 1, **said),
    )


class AgreeTerms(Command):
    """Agree with a partner what it brings and what share of the gain goes to households."""

    partner: Ref
    linkage: Annotated[int, Field(ge=0, le=1000)]
    """Per mille of the gain for households."""
    money: Yuan = 0
    """Whole yuan over the exercise, all told."""
    jobs: Annotated[int, Field(ge=0, le=100_000)] = 0


def willing(partner: Partner, means: int) -> int:
    """Return how much of its means a partner puts up: all under pressure, else as far as it trusts."""
    return means if partner.coerced else means * min(1000, amount("partner.terms_base") + partner.trust) // 1000


def most_linkage(partner: Partner) -> int:
    """Return the largest share for households, per mille, that a partner agrees to; who gives, gives all."""
    if partner.coerced or partner.kind not in FIRMS:
        return 1000
    return min(1000, amount("partner.linkage_base") + partner.trust * amount("partner.linkage_trust") // 1000)


@command("agree_terms", group="mobilise", attention=2)(AgreeTerms)
def agree_terms(state: State, cmd: AgreeTerms, ctx: Ctx) -> Decision:
    """Agree terms within a partner's means (K21, K57): linkage in which both gain holds, a mere gift ends (X10)."""
    if refusal := _check_partner(state, ctx, cmd.partner):
        return refusal
    partner = state.partners[cmd.partner]
    money, jobs = cmd.money * FEN, cmd.jobs
    most_money, most_jobs = willing(partner, partner.money_cap), willing(partner, partner.jobs_cap)
    caps: dict[str, str | int] = {"partner": partner.id, "money": most_money // FEN, "jobs": most_jobs}
    paid: dict[str, str | int] = {
        "partner": partner.id,
        "money": partner.money_paid // FEN,
        "jobs": partner.jobs_filled,
    }
    linkage: dict[str, str | int] = {"partner": partner.id, "most": f"{most_linkage(partner) / 10:g}"}
    talks = partner.state in ("talking", "engaged")
    same = (partner.linkage, partner.money_promised, partner.jobs_promised) == (cmd.linkage, money, jobs)
    if refusal := answer(
        None if talks else Refusal("partner_state", {"partner": partner.id, "state": partner.state}),
        Refusal("over_cap", caps) if money > most_money or jobs > most_jobs else None,
        Refusal("below_paid", paid) if money < partner.money_paid or jobs < partner.jobs_filled else None,
        Refusal("empty_terms", {}) if not money and not jobs else None,
        Refusal("nothing_changes", {}) if same and partner.state == "engaged" else None,
        Refusal("linkage_refused", linkage) if cmd.linkage > most_linkage(partner) else None,
    ):
        return refusal
    said: Said = {"code": "cause.terms_fair", "claim": "K57", "source": "partner", "ref": partner.id}
    trust = 0
    if partner.coerced:
        trust, said = amount("partner.coerced_trust"), {**said, "code": "cause.terms_coerced", "claim": "K54"}
    elif cmd.linkage == 0:
        trust, said = amount("partner.gift_trust"), {**said, "code": "cause.terms_gift", "claim": "X10"}
    elif amount("partner.fair_low") <= cmd.linkage <= amount("partner.fair_high"):
        trust = amount("partner.fair_trust")
    else:
        said = {**said, "code": "cause.terms_plain", "claim": "K21"}
    again = partner.promises > 0
    return (
        *revise(
            "partners",
            partner.id,
            "agree",
            ctx.seat,
            state="engaged",
            linkage=cmd.linkage,
            money_promised=money,
            jobs_promised=jobs,
            promises=partner.promises + 1,
        ),
        *shifted(state, "partners", partner.id, "trust", min(trust, 0) if again else trust, **said),
        *explain("partners", f"partner:{partner.id}", 1, **said),
    )


class ExportLabour(Command):
    """Send workers of a place out to jobs."""

    place: Ref
    workers: Annotated[int, Field(ge=1, le=20_000)]
    partner: Annotated[str, Field(max_length=80)] = ""


def labour_left(state: State, place: str) -> tuple[int, ...]:
    """Return how many workers each village of a place can still send, in row order."""
    share = amount("labour.household_share")
    return tuple(
        max(0, homes(state, village) * share // 1000 - state.counters.get(f"exported:{village.id}", 0))
        for village in state.county.place_villages(place)
    )


@command("export_labour", group="mobilise", attention=2)(ExportLabour)
def export_labour(state: State, cmd: ExportLabour, ctx: Ctx) -> Decision:
    """Send workers out: with a partner's contract they earn all year (K59), without one many are soon back."""
    if refusal := check_place(state, ctx, cmd.place) or (
        _check_partner(state, ctx, cmd.partner) if cmd.partner else None
    ):
        return refusal
    partner = state.partners.get(cmd.partner)
    left = labour_left(state, cmd.place)
    jobs = partner.jobs_promised - partner.jobs_filled if partner else cmd.workers
    towns = townships_of(state, cmd.place)
    hours = dict(zip(towns, spread(cmd.workers * amount("labour.local_hours"), [1] * len(towns)), strict=True))
    if refusal := answer(
        _not_engaged(partner),
        Refusal("no_jobs", {"partner": cmd.partner, "left": jobs}) if cmd.workers > jobs else None,
        Refusal("no_workers", {"place": cmd.place, "left": sum(left)}) if cmd.workers > sum(left) else None,
        *(check_hours(state, f"township:{town}", need) for town, need in hours.items()),
    ):
        return refusal
    said: Said = {
        "code": "cause.labour_contracted" if partner else "cause.labour_alone",
        "claim": "K59" if partner else "X4",
        "source": "partner" if partner else "command",
        "ref": cmd.partner,
    }
    yuan = amount("labour.partner_yuan" if partner else "labour.alone_yuan")
    rows: dict[str, dict[str, int]] = {}
    events: list[Event] = []
    for village, sent in zip(state.county.place_villages(cmd.place), spread(cmd.workers, left), strict=True):
        if sent:
            rows[village.id] = {"income": sent * yuan}
            if partner is None:
                rows[village.id]["goodwill"] = masses.goodwill(amount("labour.alone_goodwill"))
            events.append(Counted(counter=f"exported:{village.id}", by=sent))
    if partner is not None:
        events += revise("partners", partner.id, jobs_filled=partner.jobs_filled + cmd.workers)
    events += [*queued(rows), *explain("gaps:livelihood", cmd.place, -cmd.workers, true_side=True, **said)]
    events += explain("workers_out", cmd.place, cmd.workers, **said)
    for town, need in hours.items():
        events += take_hours(state, f"township:{town}", need, **said)
    events += take_hours(state, LABOUR, cmd.workers * amount("labour.bureau_hours"), **said)
    return tuple(events)


class GuaranteeLoans(Command):
    """Put fund money behind loans for a place's industry."""

    place: Ref
    money: Annotated[int, Field(ge=1, le=10_000_000_000)]
    fund: Ref


@command("guarantee_loans", group="mobilise", attention=2)(GuaranteeLoans)
def guarantee_loans(state: State, cmd: GuaranteeLoans, ctx: Ctx) -> Decision:
    """Found loans on a guarantee and on firms (K58): what reaches households follows the linkage, bad firms eat it."""
    if refusal := check_place(state, ctx, cmd.place):
        return refusal
    firms = [p for p in state.partners.values() if p.kind in FIRMS and p.state == "engaged"]
    money = cmd.money * FEN
    if refusal := answer(
        check_money(state, ctx, cmd.fund, money, ("industry", "jobs")),
        None if firms else Refusal("no_firms", {}),
    ):
        return refusal
    best = max(firms, key=lambda p: (not p.coerced, p.linkage, p.trust))
    bad = best.coerced or best.trust < amount("loans.trust_least")
    linked = amount("loans.linked_share")
    share = linked + (1000 - linked) * best.linkage // 1000
    gain = cmd.money * amount("loans.leverage") * amount("loans.yield_share") // 1000 * share // 1000
    if bad:
        gain = gain * amount("loans.bad_share") // 1000
    said: Said = {
        "code": "cause.loans_bad" if bad else "cause.loans_guaranteed" if best.linkage else "cause.loans_unlinked",
        "claim": "K54" if bad else "K58" if best.linkage else "K57",
        "source": "partner",
        "ref": best.id,
    }
    villages = state.county.place_villages(cmd.place)
    shares = spread(gain, [homes(state, village) for village in villages])
    return (
        FundMoved(fund=cmd.fund, spent=money, ref=best.id),
        *explain("funds_left", f"fund:{cmd.fund}", -money, code="cause.loans_money", claim="K58", ref=best.id),
        Counted(counter="loans", by=cmd.money),
        *queued({village.id: {"income": yuan} for village, yuan in zip(villages, shares, strict=True)}),
        *explain("income", cmd.place, gain, true_side=True, **said),
    )
