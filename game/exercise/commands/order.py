"""战令: one measurable task to named organs, and what becomes of it: extended, revoked, returned, accepted."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.exercise.catalogue import load_tasks
from game.exercise.commands import wording
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, Yuan, command
from game.exercise.commands.effects import Said, effect, explain, legal, move, revise, shift, shift_all
from game.exercise.commands.scope import (
    FEN,
    answer,
    check_later,
    check_money,
    check_organ,
    check_place,
    check_task,
    known_place,
    next_id,
    next_number,
    organ_place,
    overlaps,
    seat_scope,
    undoable,
    works,
)
from game.exercise.entities import Order, Step
from game.exercise.events import Counted, Event, FundMoved, OrderIssued
from game.exercise.lifecycles import next_state
from game.exercise.refusals import Refusal
from game.exercise.state import State

ARRIVED = ("delivered", "acknowledged", "resolved", "expired", "escalated")
"""States of an inject that somebody at the table has seen."""
NOT_EXECUTIVE = ("squad", "warrooms", "teams")
"""Organs that take no orders: who checks does not play, and rooms and teams work under their township."""

Short = Annotated[str, Field(max_length=80)]
DayNumber = Annotated[int, Field(ge=0, le=4000)]


class IssueOrder(Command):
    """Sign a 战令."""

    task: Ref
    organs: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=40)]
    place: Ref
    amount: Annotated[int, Field(ge=1, le=1_000_000)]
    deadline: DayNumber
    lead: Short = ""
    money: Yuan = 0
    fund: Short = ""
    hours: Annotated[int, Field(ge=0, le=10_000)] = 0
    """Helper hours a week lent to the executing organs."""
    evidence: Literal["none", "ledger", "photos", "household_check", "third_party"] = "ledger"
    text: Words = ""
    problem: Short = ""
    inject: Short = ""


def worded(cmd: IssueOrder) -> wording.Wanted:
    """Return what the wording of an order is judged by; `KeyError` for a task that the catalogue lacks."""
    return wording.Wanted(
        task=load_tasks()[cmd.task],
        organs=cmd.organs,
        place=cmd.place,
        amount=cmd.amount,
        deadline=cmd.deadline,
        lead=cmd.lead or (cmd.organs[0] if len(cmd.organs) == 1 else ""),
        money=cmd.money * FEN,
        evidence=cmd.evidence,
        text=cmd.text,
        problem=cmd.problem,
    )


def _unfit(state: State, cmd: IssueOrder, ctx: Ctx) -> Refusal | None:
    if unknown := check_task(cmd.task):
        return unknown
    domains = load_tasks()[cmd.task].domains
    problem = state.problems.get(cmd.problem)
    hidden = problem is None or problem.state == "latent"
    inject = state.injects.get(cmd.inject)
    here = known_place(state, cmd.place)
    found: list[Refusal | None] = [check_organ(state, ctx, organ, domains) for organ in cmd.organs]
    found += [
        Refusal("cannot_execute", {"organ": organ})
        for organ in cmd.organs
        if organ in state.organs and state.organs[organ].kind in NOT_EXECUTIVE
    ]
    found += [
        Refusal("organ_elsewhere", {"organ": organ, "place": cmd.place})
        for organ in cmd.organs
        if here and organ in state.organs and not _there(state, organ, cmd.place)
    ]
    helpers = wording.helper_hours(state) if cmd.hours else 0
    return answer(
        legal("problem", cmd.problem, "closed", "assign")
        if problem is not None and problem.state == "closed"
        else None,
        check_money(state, ctx, cmd.fund, cmd.money * FEN, domains),
        Refusal("no_helpers", {"need": cmd.hours, "left": helpers}) if cmd.hours > helpers else None,
        *found,
        check_place(state, ctx, cmd.place),
        check_later(state, cmd.deadline),
        Refusal("named_twice", {}) if len(set(cmd.organs)) != len(cmd.organs) else None,
        Refusal("lead_not_named", {"organ": cmd.lead}) if cmd.lead and cmd.lead not in cmd.organs else None,
        Refusal("unknown_problem", {"problem": cmd.problem}) if cmd.problem and hidden else None,
        Refusal("problem_elsewhere", {"problem": cmd.problem, "place": cmd.place})
        if problem is not None and not hidden and here and not overlaps(state, f"village:{problem.village}", cmd.place)
        else None,
        Refusal("unknown_inject", {"inject": cmd.inject})
        if cmd.inject and (inject is None or inject.state not in ARRIVED)
        else None,
    )


def _there(state: State, organ_id: str, place: str) -> bool:
    where = organ_place(organ_id)
    return where == "county" or (known_place(state, where) and overlaps(state, where, place))


@command("issue_order", group="order", attention=2, undo="revoke_order")(IssueOrder)
def issue_order(state: State, cmd: IssueOrder, ctx: Ctx) -> Decision:
    """Sign an order: clarity from its wording, money set aside, pressure level by level (K27, K32, K02)."""
    if refusal := _unfit(state, cmd, ctx):
        return refusal
    wanted = worded(cmd)
    points = wording.vague_points(state, ctx, wanted)
    clear = wording.clarity(points)
    key = next_id(state, "orders", "o")
    issued = next_state("order", "draft", "issue")
    assert issued is not None
    order = Order(
        id=key,
        number=next_number(state, "orders"),
        issuer=ctx.seat,
        organs=cmd.organs,
        lead=wanted.lead,
        place=cmd.place,
        task=cmd.task,
        amount=cmd.amount,
        deadline=cmd.deadline,
        issued=state.day,
        money=cmd.money * FEN,
        fund=cmd.fund if cmd.money else "",
        hours=cmd.hours,
        evidence=cmd.evidence,
        text=cmd.text,
        clarity=clear,
        problem=cmd.problem,
        inject=cmd.inject,
        state=issued,
        steps=(Step(day=state.day, seq=state.seq + 1, what="issue", by=ctx.seat),),
    )
    events: list[Event] = [OrderIssued(order=order)]
    if order.money:
        events.append(FundMoved(fund=order.fund, reserved=order.money, ref=key))
        events += explain(
            "funds_left", f"fund:{order.fund}", -order.money, code="cause.order_money", source="order", ref=key
        )
    events += _pressed(state, ctx, wanted, order)
    events += _softened(state, ctx, wanted, order)
    events += _collided(state, wanted, order)
    events += _linked(state, order, ctx)
    events += undoable(state, ctx, "issue_order", key)
    return tuple(events)


def levels(state: State, ctx: Ctx, organ_id: str) -> int:
    """Return how many levels an order passes down before it reaches an organ (K32)."""
    if organ_place(organ_id) == seat_scope(state, ctx) or not organ_id.startswith(("township:", "post:")):
        return 0
    name = organ_id.partition(":")[2]
    zone = f"zone:{state.county.township(name).zone}" if state.county.has_township(name) else ""
    passed = 1 if seat_scope(state, ctx).startswith("zone:") or not works(state, zone) else 2
    return passed + organ_id.startswith("post:")


def _pressed(state: State, ctx: Ctx, wanted: wording.Wanted, order: Order) -> tuple[Event, ...]:
    base = effect("order.pressure")
    code = "cause.order_pressure"
    if wanted.deadline - state.day < effect("order.short_days"):
        base += effect("order.pressure_short")
        code = "cause.order_short"
    over = wording.quota(state, ctx, wanted)
    if over:
        base += effect("order.pressure_quota") * over // 1000
        code = "cause.order_quota"
    share = effect("order.level_share")
    return tuple(
        event
        for organ in order.organs
        for event in shift(
            state,
            organ,
            "pressure",
            base * (1000 + share * levels(state, ctx, organ)) // 1000,
            code=code,
            claim="K02" if over else "K32",
            source="order",
            ref=order.id,
        )
    )


def _softened(state: State, ctx: Ctx, wanted: wording.Wanted, order: Order) -> tuple[Event, ...]:
    """Return how a vague or impossible order teaches organs to look after the record (K14, K34)."""
    vague = effect("order.vague_formalism") * (1000 - order.clarity) // 1000
    events = shift_all(
        state, order.organs, "formalism", vague, code="cause.order_vague", claim="K34", source="order", ref=order.id
    )
    over = wording.quota(state, ctx, wanted)
    if over:
        price = effect("order.quota_formalism") * (1000 + over) // 1000
        price = min(price, effect("order.quota_formalism_most"))
        events += shift_all(
            state, order.organs, "formalism", price, code="cause.order_quota", claim="K02", source="order", ref=order.id
        )
        events += (Counted(counter="quota_orders"),)
    return events


def _collided(state: State, wanted: wording.Wanted, order: Order) -> tuple[Event, ...]:
    events: tuple[Event, ...] = ()
    for other, code in wording.collisions(state, wanted):
        shared = [organ for organ in order.organs if organ in state.orders[other].organs]
        events += (Counted(counter="order_conflicts"),)
        events += shift_all(
            state,
            shared,
            "friction",
            effect("order.conflict_friction"),
            code=f"cause.conflict_{code}",
            claim="X7",
            source="order",
            ref=order.id,
        )
    return events


def _linked(state: State, order: Order, ctx: Ctx) -> tuple[Event, ...]:
    """Return what the order does to the problem it answers: a lever is in use, and an owner where there was none."""
    problem = state.problems.get(order.problem)
    if problem is None:
        return ()
    bureaus = [organ for organ in order.organs if organ.startswith(("bureau:", "taskforce:"))]
    levers = ["order"] + (["coordinate"] if len(bureaus) > 1 and order.lead else [])
    used = (*problem.used, *(lever for lever in levers if lever not in problem.used))
    events: tuple[Event, ...] = ()
    if used != problem.used:
        events += revise("problems", problem.id, used=used)
    assigned = move("problem", problem.id, problem.state, "assign", ctx, order.id)
    if assigned:
        measure = order.text[:200] or load_tasks()[order.task].zh
        owner = order.lead or order.organs[0]
        events += assigned
        events += revise("problems", problem.id, owner=owner, deadline=order.deadline, measure=measure)
    return events


def _mine(state: State, ctx: Ctx, order: Order) -> Refusal | None:
    """Refuse whoever neither signed the order nor commands the whole county."""
    if ctx.seat == order.issuer or ctx.source in ("instructor", "clock") or seat_scope(state, ctx) == "county":
        return None
    return Refusal("not_yours", {"id": order.id, "owner": order.issuer})


class ExtendOrder(Command):
    """Give an order more time."""

    order: Ref
    deadline: DayNumber


@command("extend_order", group="order", attention=1)(ExtendOrder)
def extend_order(state: State, cmd: ExtendOrder, ctx: Ctx) -> Decision:
    """Extend an order: pressure eases; extended again and again, the rule itself goes soft (K35)."""
    order = state.orders.get(cmd.order)
    if order is None:
        return Refusal("unknown_order", {"order": cmd.order})
    refusal = answer(
        None if wording.in_force(order) else legal("order", order.id, order.state, "extend"),
        _mine(state, ctx, order),
        check_later(state, cmd.deadline),
        Refusal("not_later", {"day": cmd.deadline, "old": order.deadline}) if cmd.deadline <= order.deadline else None,
    )
    if refusal:
        return refusal
    events: list[Event] = [*move("order", order.id, order.state, "extend", ctx)]
    events += revise("orders", order.id, "extended", ctx.seat, deadline=cmd.deadline, extended=order.extended + 1)
    said: Said = {"source": "order", "ref": order.id}
    ease = effect("order.extend_pressure")
    events += shift_all(state, order.organs, "pressure", ease, code="cause.order_extended", claim="K13", **said)
    if order.extended:
        soft = effect("order.extend_formalism") * order.extended
        events += shift_all(state, order.organs, "formalism", soft, code="cause.order_softened", claim="K35", **said)
    return tuple(events)


def _freed(order: Order) -> tuple[Event, ...]:
    """Return the money that an order set aside and did not use, back into its fund."""
    rest = order.money - order.spent
    if not order.fund or rest <= 0:
        return ()
    return (
        FundMoved(fund=order.fund, reserved=-rest, ref=order.id),
        *explain("funds_left", f"fund:{order.fund}", rest, code="cause.order_money_back", source="order", ref=order.id),
    )


class RevokeOrder(Command):
    """Withdraw an order."""

    order: Ref
    reason: Words = ""


@command("revoke_order", group="order", attention=1)(RevokeOrder)
def revoke_order(state: State, cmd: RevokeOrder, ctx: Ctx) -> Decision:
    """Withdraw an order: money and hours come free; what is dropped the day after costs trust (X7)."""
    order = state.orders.get(cmd.order)
    if order is None:
        return Refusal("unknown_order", {"order": cmd.order})
    if refusal := answer(legal("order", order.id, order.state, "revoke"), _mine(state, ctx, order)):
        return refusal
    said: Said = {"source": "order", "ref": order.id}
    events: list[Event] = [*move("order", order.id, order.state, "revoke", ctx, cmd.reason[:200])]
    events += revise("orders", order.id, closed=state.day)
    events += _freed(order)
    ease = effect("order.revoke_pressure")
    events += shift_all(state, order.organs, "pressure", ease, code="cause.order_revoked", claim="K13", **said)
    if 0 < state.day - order.issued < effect("order.revoke_days"):
        lost = effect("order.revoke_attention")
        events += shift_all(state, order.organs, "attention", lost, code="cause.order_fickle", claim="X7", **said)
    return tuple(events)


class ReturnOrder(Command):
    """Send a reported order back."""

    order: Ref
    reason: Words = ""


@command("return_order", group="order", attention=1)(ReturnOrder)
def return_order(state: State, cmd: ReturnOrder, ctx: Ctx) -> Decision:
    """Send a reported order back to be done properly: it costs hours and nerves, and paper pays less (K39)."""
    order = state.orders.get(cmd.order)
    if order is None:
        return Refusal("unknown_order", {"order": cmd.order})
    if refusal := answer(legal("order", order.id, order.state, "return_"), _mine(state, ctx, order)):
        return refusal
    said: Said = {"source": "order", "ref": order.id}
    events: list[Event] = [*move("order", order.id, order.state, "return_", ctx, cmd.reason[:200])]
    again = max(order.deadline, state.day + effect("order.return_days"))
    events += revise("orders", order.id, returned=order.returned + 1, deadline=again)
    hours = effect("order.return_hours")
    for organ in order.organs:
        if organ in state.organs:
            events += revise("organs", organ, debt_hours=state.organs[organ].debt_hours + hours)
            events += explain("hours", organ, -hours, code="cause.order_returned", claim="K39", **said)
    tired, honest = effect("order.return_fatigue"), effect("order.return_formalism")
    events += shift_all(state, order.organs, "fatigue", tired, code="cause.order_returned", claim="K39", **said)
    events += shift_all(state, order.organs, "formalism", honest, code="cause.order_returned", claim="K39", **said)
    return tuple(events)


class AcceptOrder(Command):
    """Accept a reported order as done."""

    order: Ref


def looked_at(state: State, order: Order) -> bool:
    """Whether somebody saw homes for an order: by its own evidence, or on the spot since it was signed."""
    if order.evidence in ("household_check", "third_party"):
        return True
    return any(
        sighting.day >= order.issued and overlaps(state, f"village:{village}", order.place)
        for village, sighting in state.sightings.items()
    )


@command("accept_order", group="order", attention=1)(AcceptOrder)
def accept_order(state: State, cmd: AcceptOrder, ctx: Ctx) -> Decision:
    """Accept what was reported: unseen acceptance leaves the paper where it is and teaches more of it (K14, K39)."""
    order = state.orders.get(cmd.order)
    if order is None:
        return Refusal("unknown_order", {"order": cmd.order})
    if refusal := answer(legal("order", order.id, order.state, "accept"), _mine(state, ctx, order)):
        return refusal
    said: Said = {"source": "order", "ref": order.id}
    events: list[Event] = [*move("order", order.id, order.state, "accept", ctx)]
    events += revise("orders", order.id, closed=state.day)
    events += _freed(order)
    ease = effect("order.accept_pressure")
    events += shift_all(state, order.organs, "pressure", ease, code="cause.order_accepted", claim="K48", **said)
    seen = looked_at(state, order)
    name = "order.accept_seen_formalism" if seen else "order.accept_unseen_formalism"
    code = "cause.order_accepted_seen" if seen else "cause.order_accepted_unseen"
    claim = "K39" if seen else "K14"
    events += shift_all(state, order.organs, "formalism", effect(name), code=code, claim=claim, **said)
    if not seen:
        events.append(Counted(counter="accepted_unseen"))
    return tuple(events)
