"""包干: an area or a task laid into one leader's or bureau's hands, with the resources and powers it needs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.exercise.commands import wording
from game.exercise.commands.base import Command, Ctx, Decision, Ref, Words, Yuan, command
from game.exercise.commands.effects import Said, effect, legal, move, revise, shift_all
from game.exercise.commands.holding import body_of, bound, freed, gaps_of, offered, recalled, touched
from game.exercise.commands.scope import (
    FEN,
    answer,
    check_domain,
    check_later,
    check_money,
    check_organ,
    check_place,
    next_id,
    overlaps,
    reaches_organ,
    seat_scope,
)
from game.exercise.entities import Contract, Step
from game.exercise.events import Counted, Event
from game.exercise.lifecycles import is_over
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.scenario.model import Power

Short = Annotated[str, Field(max_length=80)]
DayNumber = Annotated[int, Field(ge=0, le=4000)]
LENDABLE = tuple(power.value for power in Power if power not in (Power.INSTRUCT, Power.TALK))
AREAS = ("zone", "township", "village")


class OfferContract(Command):
    """Offer a contract for an area or a task."""

    holder: Ref
    """Seat or organ."""
    contract_kind: Literal["area", "task"]
    object: Ref
    """A place, or a domain."""
    end: DayNumber
    duty: Words = ""
    hours: Annotated[int, Field(ge=0, le=10_000)] = 0
    """Hours a week that go with it."""
    money: Yuan = 0
    fund: Short = ""
    powers: Annotated[tuple[Short, ...], Field(max_length=8)] = ()


def _fit_holder(state: State, ctx: Ctx, holder: str, object_: str) -> Refusal | None:
    if holder in state.seats:
        return Refusal("to_oneself", {}) if holder == ctx.seat else None
    if holder not in state.organs:
        return Refusal("unknown_holder", {"holder": holder})
    if state.organs[holder].kind == "squad":
        return Refusal("cannot_execute", {"organ": holder})
    return check_organ(state, ctx, holder, () if ":" in object_ else (object_,))


def _powers(state: State, ctx: Ctx, powers: tuple[str, ...]) -> Refusal | None:
    seat = state.seats.get(ctx.seat)
    for power in powers:
        if power not in LENDABLE:
            return Refusal("unknown_power", {"power": power})
        if seat is not None and power not in seat.powers:
            return Refusal("not_your_power", {"power": power})
    return None


def _hands(state: State, cmd: OfferContract) -> Refusal | None:
    """Refuse hours that nobody has: an organ gives at most a share of its own, a person borrows from the helpers."""
    if not cmd.hours:
        return None
    if cmd.holder in state.organs:
        own = state.organs[cmd.holder].staff * wording.HOURS_A_WEEK
        left = own * effect("contract.own_share") // 1000
    else:
        left = wording.helper_hours(state)
    return Refusal("no_helpers", {"need": cmd.hours, "left": left}) if cmd.hours > left else None


def _taken(state: State, kind: str, target: str) -> Refusal | None:
    for other in state.contracts.values():
        if other.kind == kind and other.object == target and not is_over("contract", other.state):
            return Refusal("already_contracted", {"object": target, "contract": other.id})
    return None


@command("offer_contract", group="contract", attention=2, undo="end_contract")(OfferContract)
def offer_contract(state: State, cmd: OfferContract, ctx: Ctx) -> Decision:
    """Offer a contract; a holder at the table must agree, an organ or empty seat is bound at once (K33, K50)."""
    if refusal := _fit_holder(state, ctx, cmd.holder, cmd.object):
        known = refusal.code != "unknown_holder"
        poor = check_money(state, ctx, cmd.fund, cmd.money * FEN) if known else None
        return answer(poor, refusal) or refusal
    area = cmd.contract_kind == "area"
    refusal = answer(
        check_money(state, ctx, cmd.fund, cmd.money * FEN, () if area else (cmd.object,)),
        check_place(state, ctx, cmd.object, AREAS) if area else check_domain(state, cmd.object),
        check_later(state, cmd.end),
        _hands(state, cmd),
        _powers(state, ctx, cmd.powers),
        _taken(state, cmd.contract_kind, cmd.object),
    )
    if refusal:
        return refusal
    return offered(
        state,
        ctx,
        Contract(
            id=next_id(state, "contracts", "c"),
            holder=cmd.holder,
            giver=ctx.seat,
            kind=cmd.contract_kind,
            object=cmd.object,
            duty=cmd.duty,
            hours=cmd.hours,
            money=cmd.money * FEN,
            fund=cmd.fund if cmd.money else "",
            powers=cmd.powers,
            start=state.day,
            end=cmd.end,
            gaps_start=gaps_of(state, cmd.contract_kind, cmd.object),
            steps=(Step(day=state.day, seq=state.seq + 1, what="offer", by=ctx.seat),),
        ),
        undo=True,
    )


class AnswerContract(Command):
    """Accept or decline a contract that was offered."""

    contract: Ref
    accept: bool
    reason: Words = ""


@command("answer_contract", group="talk", attention=0)(AnswerContract)
def answer_contract(state: State, cmd: AnswerContract, ctx: Ctx) -> Decision:
    """Take a contract on, or decline it: then the money goes back and the place stays nobody's."""
    contract = state.contracts.get(cmd.contract)
    if contract is None:
        return Refusal("unknown_contract", {"contract": cmd.contract})
    trigger = "accept" if cmd.accept else "decline"
    holder = ctx.seat == contract.holder or ctx.source == "instructor"
    refusal = answer(
        legal("contract", contract.id, contract.state, trigger),
        None if holder else Refusal("not_yours", {"id": contract.id, "owner": contract.holder}),
    )
    if refusal:
        return refusal
    if cmd.accept:
        return bound(state, contract)
    said: Said = {"source": "contract", "ref": contract.id}
    rub = effect("contract.decline_friction")
    return (
        *move("contract", contract.id, contract.state, "decline", ctx, cmd.reason[:200]),
        *freed(contract),
        *shift_all(
            state, touched(state, contract), "friction", rub, code="cause.contract_declined", claim="K46", **said
        ),
    )


def _giver(state: State, ctx: Ctx, contract: Contract) -> Refusal | None:
    county = seat_scope(state, ctx) == "county"
    if ctx.seat == contract.giver or county:
        return None
    return Refusal("not_yours", {"id": contract.id, "owner": contract.giver})


class HandOverContract(Command):
    """Pass a contract on to another holder."""

    contract: Ref
    to: Ref
    reason: Words = ""


@command("hand_over_contract", group="contract", attention=1)(HandOverContract)
def hand_over_contract(state: State, cmd: HandOverContract, ctx: Ctx) -> Decision:
    """Pass a contract on: it starts anew in other hands, and each passing thins the responsibility (K46)."""
    contract = state.contracts.get(cmd.contract)
    if contract is None:
        return Refusal("unknown_contract", {"contract": cmd.contract})
    own = ctx.seat == contract.holder
    powers = () if own else contract.powers
    known = cmd.to in state.seats or cmd.to in state.organs
    far = cmd.to in state.organs and not reaches_organ(state, ctx, cmd.to)
    refusal = answer(
        legal("contract", contract.id, contract.state, "hand_over"),
        None if own else _giver(state, ctx, contract),
        None if known else Refusal("unknown_holder", {"holder": cmd.to}),
        Refusal("same_holder", {"holder": cmd.to}) if cmd.to == contract.holder else None,
        Refusal("cannot_execute", {"organ": cmd.to})
        if cmd.to in state.organs and state.organs[cmd.to].kind == "squad"
        else None,
        Refusal("out_of_scope", {"target": cmd.to, "scope": seat_scope(state, ctx)}) if far else None,
    )
    if refusal:
        return refusal
    passed = contract.passed_on + 1
    said: Said = {"source": "contract", "ref": contract.id}
    heir = Contract(
        id=next_id(state, "contracts", "c"),
        holder=cmd.to,
        giver=contract.giver,
        kind=contract.kind,
        object=contract.object,
        duty=contract.duty,
        hours=contract.hours,
        money=contract.money,
        fund=contract.fund,
        powers=powers,
        start=state.day,
        end=max(contract.end, state.day + 1),
        gaps_start=gaps_of(state, contract.kind, contract.object),
        passed_on=passed,
        steps=(Step(day=state.day, seq=state.seq + 1, what="offer", by=ctx.seat, note=contract.id),),
    )
    around = touched(state, contract)
    thin, weight = effect("contract.passed_friction") * passed, effect("contract.passed_pressure")
    return (
        *move("contract", contract.id, contract.state, "hand_over", ctx, cmd.reason[:200]),
        *freed(contract),
        *recalled(state, contract),
        *offered(state, ctx, heir),
        *shift_all(state, around, "friction", thin, code="cause.contract_passed", claim="K46", **said),
        *shift_all(
            state, body_of(state, cmd.to), "pressure", weight, code="cause.contract_passed", claim="K32", **said
        ),
        Counted(counter="contracts_passed"),
    )


class AssessContract(Command):
    """Grade how a contract is being kept."""

    contract: Ref
    grade: Literal["a", "b", "c", "d"]
    evidence: Annotated[tuple[Ref, ...], Field(max_length=40)] = ()
    """Visits, problems, orders or slips the grade rests on."""


@command("assess_contract", group="contract", attention=1)(AssessContract)
def assess_contract(state: State, cmd: AssessContract, ctx: Ctx) -> Decision:
    """Grade a contract (K28): the best and the worst grade need evidence; praise of what nobody saw breeds paper."""
    contract = state.contracts.get(cmd.contract)
    if contract is None:
        return Refusal("unknown_contract", {"contract": cmd.contract})
    lost = next((e for e in cmd.evidence if not _on_file(state, e)), None)
    refusal = answer(
        legal("contract", contract.id, contract.state, "assess"),
        _giver(state, ctx, contract),
        Refusal("own_contract", {"id": contract.id}) if ctx.seat == contract.holder else None,
        Refusal("unknown_evidence", {"id": lost}) if lost else None,
        Refusal("no_evidence", {"grade": cmd.grade}) if cmd.grade in "ad" and not cmd.evidence else None,
    )
    if refusal:
        return refusal
    said: Said = {"source": "contract", "ref": contract.id}
    body = body_of(state, contract.holder)
    events: list[Event] = [
        *move("contract", contract.id, contract.state, "assess", ctx, ",".join(cmd.evidence)[:200]),
        *revise("contracts", contract.id, grade=cmd.grade),
    ]
    if cmd.grade in "ab":
        spur = effect("contract.grade_good_attention")
        events += shift_all(state, body, "attention", spur, code="cause.contract_praised", claim="K51", **said)
        if not _seen(state, contract):
            lull = effect("contract.grade_unseen_formalism")
            around = touched(state, contract)
            events += shift_all(state, around, "formalism", lull, code="cause.contract_unseen", claim="K14", **said)
    elif cmd.grade == "d":
        blow = effect("contract.grade_poor_pressure")
        events += shift_all(state, body, "pressure", blow, code="cause.contract_blamed", claim="K28", **said)
    return tuple(events)


def _on_file(state: State, entity: str) -> bool:
    """Whether an id names a visit, order, slip or known problem."""
    if entity in state.visits or entity in state.orders or entity in state.slips:
        return True
    return entity in state.problems and state.problems[entity].state != "latent"


def _seen(state: State, contract: Contract) -> bool:
    area = contract.object if contract.kind == "area" else "county"
    return any(
        sighting.day >= contract.start and overlaps(state, f"village:{village}", area)
        for village, sighting in state.sightings.items()
    )


class EndContract(Command):
    """End a contract before its time."""

    contract: Ref
    reason: Words = ""


@command("end_contract", group="contract", attention=1)(EndContract)
def end_contract(state: State, cmd: EndContract, ctx: Ctx) -> Decision:
    """End a contract: money and powers go back; one broken off in mid-work leaves friction behind."""
    contract = state.contracts.get(cmd.contract)
    if contract is None:
        return Refusal("unknown_contract", {"contract": cmd.contract})
    refusal = answer(legal("contract", contract.id, contract.state, "end"), _giver(state, ctx, contract))
    if refusal:
        return refusal
    events: list[Event] = [
        *move("contract", contract.id, contract.state, "end", ctx, cmd.reason[:200]),
        *freed(contract),
    ]
    if contract.state != "offered":
        events += recalled(state, contract)
        if state.day > contract.start:
            rub = effect("contract.broken_friction")
            events += shift_all(
                state,
                touched(state, contract),
                "friction",
                rub,
                code="cause.contract_ended",
                claim="K50",
                source="contract",
                ref=contract.id,
            )
    return tuple(events)
