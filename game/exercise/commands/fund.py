"""Money and burden: allotting, building what is missing, moving money, cutting forms, resting cadres."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.exercise.catalogue import load_tasks
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, command
from game.exercise.commands.effects import Said, effect, explain, revise, shift
from game.exercise.commands.scope import (
    FEN,
    answer,
    check_money,
    check_organ,
    check_place,
    check_task,
    next_id,
    pot_id,
    seat_scope,
    undoable,
    uses_fund,
)
from game.exercise.entities import Fund, Programme, Step
from game.exercise.events import Counted, Event, FundAdded, FundMoved, ProgrammeStarted, QueuedMany
from game.exercise.refusals import Refusal
from game.exercise.state import State

Short = Annotated[str, Field(max_length=80)]
GOODWILL = 100
"""Thousandths of an approval point (0-100) in one per mille point of approval."""
SomeYuan = Annotated[int, Field(ge=1, le=10_000_000_000)]
PerMille = Annotated[int, Field(ge=0, le=1000)]


class AllotMoney(Command):
    """Give an organ money of its own."""

    fund: Ref
    organ: Ref
    money: SomeYuan


@command("allot_money", group="fund", attention=1)(AllotMoney)
def allot_money(state: State, cmd: AllotMoney, ctx: Ctx) -> Decision:
    """Open or fill an organ's pot: it can act without asking, and money that lies still does nothing."""
    amount, pot = cmd.money * FEN, pot_id(cmd.organ)
    source, target = state.funds.get(cmd.fund), state.funds.get(pot)
    mixed = source is not None and target is not None and source.earmark != target.earmark
    refusal = answer(
        check_money(state, ctx, cmd.fund, amount),
        check_organ(state, ctx, cmd.organ),
        Refusal("same_fund", {"fund": cmd.fund}) if cmd.fund == pot else None,
        Refusal("wrong_earmark", {"fund": cmd.fund}) if mixed else None,
    )
    if refusal or source is None:
        return refusal or Refusal("unknown_fund", {"fund": cmd.fund})
    events: list[Event] = [FundMoved(fund=cmd.fund, given=-amount, ref=pot)]
    if target is None:
        name = f"{state.organs[cmd.organ].name}·{source.name}"
        events.append(
            FundAdded(fund=Fund(id=pot, name=name, given=amount, earmark=source.earmark, idle_since=state.day))
        )
    else:
        events.append(FundMoved(fund=pot, given=amount, ref=cmd.fund))
    events += explain(
        "funds_left", f"fund:{cmd.fund}", -amount, code="cause.money_allotted", claim="K50", ref=cmd.organ
    )
    events += explain("funds_left", f"fund:{pot}", amount, code="cause.money_received", claim="K50", ref=cmd.fund)
    return tuple(events)


class StartProgramme(Command):
    """Build or pay for one need in one place."""

    task: Ref
    place: Ref
    amount: Annotated[int, Field(ge=1, le=1_000_000)]
    money: SomeYuan
    fund: Ref
    organ: Ref
    weeks: Annotated[int, Field(ge=1, le=200)]
    buyer: Short = ""
    """Partner that takes the product."""
    over_standard: bool = False


@command("start_programme", group="fund", attention=2, undo="stop_programme")(StartProgramme)
def start_programme(state: State, cmd: StartProgramme, ctx: Ctx) -> Decision:
    """Start a programme for what is missing (缺什么补什么); what nobody buys looks fine until it is sold."""
    if unknown := check_task(cmd.task):
        return unknown
    task = load_tasks()[cmd.task]
    partner = state.partners.get(cmd.buyer)
    money = cmd.money * FEN
    refusal = answer(
        check_money(state, ctx, cmd.fund, money, task.domains),
        check_place(state, ctx, cmd.place),
        check_organ(state, ctx, cmd.organ, task.domains),
        Refusal("cannot_execute", {"organ": cmd.organ})
        if cmd.organ in state.organs and state.organs[cmd.organ].kind == "squad"
        else None,
        Refusal("task_builds_nothing", {"task": cmd.task}) if not task.need else None,
        Refusal("unknown_partner", {"partner": cmd.buyer}) if cmd.buyer and partner is None else None,
        Refusal("partner_not_engaged", {"partner": cmd.buyer})
        if partner is not None and partner.state != "engaged"
        else None,
    )
    if refusal:
        return refusal
    key = next_id(state, "programmes", "p")
    programme = Programme(
        id=key,
        task=cmd.task,
        need=task.need,
        place=cmd.place,
        organ=cmd.organ,
        by=ctx.seat,
        fund=cmd.fund,
        budget=money,
        amount=cmd.amount,
        started=state.day,
        weeks=cmd.weeks,
        buyer=cmd.buyer,
        over_standard=cmd.over_standard,
        steps=(Step(day=state.day, seq=state.seq + 1, what="start", by=ctx.seat),),
    )
    said: Said = {"source": "programme", "ref": key}
    events: list[Event] = [
        ProgrammeStarted(programme=programme),
        FundMoved(fund=cmd.fund, reserved=money, ref=key),
        *explain("funds_left", f"fund:{cmd.fund}", -money, code="cause.programme_money", **said),
    ]
    if "market" in task.levers and not cmd.buyer:
        events.append(Counted(counter="programmes_no_buyer"))
        events += explain(
            f"gaps:{task.need}", cmd.place, 0, code="cause.programme_no_buyer", claim="K57", true_side=True, **said
        )
    if cmd.over_standard:
        events.append(Counted(counter="over_standard"))
        events += _liked(state, cmd.place, effect("fund.over_standard_goodwill"))
        events += explain(
            "approval",
            cmd.place,
            effect("fund.over_standard_goodwill") // GOODWILL,
            code="cause.over_standard",
            claim="X11",
            **said,
        )
    events += undoable(state, ctx, "start_programme", key)
    return tuple(events)


def _liked(state: State, place: str, goodwill: int) -> tuple[Event, ...]:
    """Return the approval that every household of a place gains or loses, in thousandths of a point of a hundred."""
    return (QueuedMany(rows={v.id: {"goodwill": goodwill} for v in state.county.place_villages(place)}),)


class StopProgramme(Command):
    """Stop a running programme."""

    programme: Ref
    reason: Words = ""


@command("stop_programme", group="fund", attention=1)(StopProgramme)
def stop_programme(state: State, cmd: StopProgramme, ctx: Ctx) -> Decision:
    """Stop a programme: the money left comes free, and the villages remember what was begun and not finished."""
    programme = state.programmes.get(cmd.programme)
    if programme is None:
        return Refusal("unknown_programme", {"programme": cmd.programme})
    mine = ctx.seat == programme.by or ctx.source in ("instructor", "clock") or seat_scope(state, ctx) == "county"
    refusal = answer(
        Refusal("programme_over", {"programme": cmd.programme}) if programme.state != "running" else None,
        None if mine else Refusal("not_yours", {"id": cmd.programme, "owner": programme.by}),
    )
    if refusal:
        return refusal
    rest = max(0, programme.budget - programme.spent)
    said: Said = {"source": "programme", "ref": programme.id}
    events: list[Event] = [*revise("programmes", programme.id, "stopped", ctx.seat, state="stopped")]
    if rest:
        events.append(FundMoved(fund=programme.fund, reserved=-rest, ref=programme.id))
        events += explain("funds_left", f"fund:{programme.fund}", rest, code="cause.programme_money_back", **said)
    if state.day > programme.started:
        lost = effect("fund.stopped_goodwill")
        events += _liked(state, programme.place, lost)
        events += explain("approval", programme.place, lost // GOODWILL, code="cause.programme_stopped", **said)
    return tuple(events)


class MoveMoney(Command):
    """Move money from one fund to another."""

    source: Ref
    target: Ref
    money: SomeYuan
    reason: Words = ""


@command("move_money", group="fund", attention=1)(MoveMoney)
def move_money(state: State, cmd: MoveMoney, ctx: Ctx) -> Decision:
    """Move money between funds; what is earmarked stays with its purpose, and an organ robbed of its pot resents it."""
    amount = cmd.money * FEN
    source, target = state.funds.get(cmd.source), state.funds.get(cmd.target)
    stray = (
        source is not None
        and target is not None
        and source.earmark
        and not (target.earmark and set(target.earmark) <= set(source.earmark))
    )
    refusal = answer(
        check_money(state, ctx, cmd.source, amount),
        Refusal("unknown_fund", {"fund": cmd.target}) if target is None else None,
        Refusal("fund_not_yours", {"fund": cmd.target})
        if target is not None and not uses_fund(state, ctx, cmd.target)
        else None,
        Refusal("same_fund", {"fund": cmd.source}) if cmd.source == cmd.target else None,
        Refusal("wrong_earmark", {"fund": cmd.source}) if stray else None,
    )
    if refusal:
        return refusal
    events: list[Event] = [
        FundMoved(fund=cmd.source, given=-amount, ref=cmd.target),
        FundMoved(fund=cmd.target, given=amount, ref=cmd.source),
        *explain("funds_left", f"fund:{cmd.source}", -amount, code="cause.money_moved_out", ref=cmd.target),
        *explain("funds_left", f"fund:{cmd.target}", amount, code="cause.money_moved_in", ref=cmd.source),
    ]
    owner = next((organ for organ in state.organs if pot_id(organ) == cmd.source), "")
    if owner:
        events += shift(
            state,
            owner,
            "friction",
            effect("fund.taken_friction"),
            code="cause.pot_taken",
            claim="K06",
            source="command",
            ref=cmd.target,
        )
    return tuple(events)


class CutForms(Command):
    """Cut standing forms and reports."""

    organ: Ref
    """`county`, or a township's organ."""
    share: PerMille
    """Per mille of the forms that fall away from now on; less than before brings forms back."""


@command("cut_forms", group="fund", attention=2)(CutForms)
def cut_forms(state: State, cmd: CutForms, ctx: Ctx) -> Decision:
    """Cut forms: hours come free and formalism loses ground; cut too deep, the county no longer knows what happens."""
    if cmd.organ == "county":
        refusal = check_place(state, ctx, "county")
        organs = [key for key, organ in state.organs.items() if organ.kind == "township"]
    else:
        refusal = check_organ(state, ctx, cmd.organ)
        if refusal is None and state.organs[cmd.organ].kind != "township":
            refusal = Refusal("not_a_township", {"organ": cmd.organ})
        organs = [cmd.organ]
    deepest = effect("fund.forms_deepest")
    if refusal := refusal or (Refusal("cut_too_deep", {"most": f"{deepest / 10:g}"}) if cmd.share > deepest else None):
        return refusal
    changed = [organ for organ in organs if state.organs[organ].forms_cut != cmd.share]
    if not changed:
        return Refusal("nothing_changes", {})
    events: list[Event] = []
    for key in changed:
        more = cmd.share - state.organs[key].forms_cut
        said: Said = {"source": "command", "ref": key}
        code = "cause.forms_cut" if more > 0 else "cause.forms_back"
        events += revise("organs", key, forms_cut=cmd.share)
        events += explain("hours_forms", key, -more, code=code, claim="X12", **said)
        for quantity in ("fatigue", "formalism"):
            price = -more * effect(f"fund.forms_{quantity}_share") // 1000
            events += shift(state, key, quantity, price, code=code, claim="K14", **said)
    if cmd.share > effect("fund.forms_blind"):
        events += explain(
            "honesty", cmd.organ, -(cmd.share - effect("fund.forms_blind")), code="cause.forms_blind", claim="K19"
        )
    return tuple(events)


class RotateCadres(Command):
    """Relieve an organ's cadres in turns."""

    organ: Ref
    weeks: Annotated[int, Field(ge=1, le=52)]


@command("rotate_cadres", group="fund", attention=1)(RotateCadres)
def rotate_cadres(state: State, cmd: RotateCadres, ctx: Ctx) -> Decision:
    """Give an organ's cadres leave in turns: fewer hands now, less fatigue with every week."""
    if refusal := check_organ(state, ctx, cmd.organ):
        return refusal
    most = effect("fund.rotate_weeks_most")
    if cmd.weeks > most:
        return Refusal("relief_too_long", {"most": most})
    organ = state.organs[cmd.organ]
    if organ.relief > 0:
        return Refusal("already_relieved", {"organ": cmd.organ, "weeks": organ.relief})
    return (
        *revise("organs", cmd.organ, relief=cmd.weeks),
        *explain("hours", cmd.organ, 0, code="cause.relief_hours", claim="X9", ref=cmd.organ),
        *shift(
            state,
            cmd.organ,
            "fatigue",
            effect("fund.rotate_fatigue"),
            code="cause.relief",
            claim="K14",
            source="command",
            ref=cmd.organ,
        ),
    )
