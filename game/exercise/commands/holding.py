"""What a contract is to those it touches: whose body feels it, what binding it does, what comes back when it ends."""

from __future__ import annotations

from game.county.place import NEEDS
from game.exercise.commands.base import Ctx
from game.exercise.commands.effects import Said, effect, explain, revise, shift_all
from game.exercise.commands.scope import townships_of, undoable
from game.exercise.entities import Contract
from game.exercise.events import ContractOffered, Counted, Event, FundMoved, Moved
from game.exercise.lifecycles import is_over, next_state
from game.exercise.state import State

ASKED = ("human", "bot", "disconnected", "mirrored", "delegated")
"""States of a seat whose holder is asked before a contract binds; a vacant seat is bound at once."""
DOMAIN_NEED = {
    "water": "water",
    "housing": "housing",
    "education": "education",
    "medical": "medical",
    "relocation": "relocation",
    "industry": "livelihood",
    "jobs": "livelihood",
    "land": "livelihood",
    "partners": "livelihood",
}


def gaps_of(state: State, kind: str, target: str) -> int:
    """Return the true open gaps in a contract's object today, over all needs or the domain's own."""
    gaps = state.sums.gaps
    if kind == "area":
        return int(gaps[:, state.county.place(target).rows].sum())
    need = DOMAIN_NEED.get(target)
    return int(gaps.sum()) if need is None else int(gaps[NEEDS.index(need)].sum())


def body_of(state: State, holder: str) -> tuple[str, ...]:
    """Return the organs that feel what a holder takes on: the organ itself, or those its seat leads."""
    if holder in state.organs:
        return (holder,)
    seat = state.seats.get(holder)
    if seat is None:
        return ()
    if seat.scope in state.organs:
        return (seat.scope,)
    return tuple(key for key, organ in state.organs.items() if organ.leader == holder)


def touched(state: State, contract: Contract) -> tuple[str, ...]:
    """Return the organs whose work a contract makes easier or harder: the townships of an area, the body of a task."""
    if contract.kind == "area":
        return tuple(f"township:{township}" for township in townships_of(state, contract.object))
    return body_of(state, contract.holder)


def offered(state: State, ctx: Ctx, contract: Contract, *, undo: bool = False) -> tuple[Event, ...]:
    """Return what offering a contract does: money is set aside, and a holder who cannot be asked is bound at once."""
    events: list[Event] = [ContractOffered(contract=contract)]
    if contract.money:
        events.append(FundMoved(fund=contract.fund, reserved=contract.money, ref=contract.id))
        events += explain(
            "funds_left",
            f"fund:{contract.fund}",
            -contract.money,
            code="cause.contract_money",
            source="contract",
            ref=contract.id,
        )
    seat = state.seats.get(contract.holder)
    if seat is None or seat.state not in ASKED:
        events += bound(state, contract)
    if undo:
        events += undoable(state, ctx, "offer_contract", contract.id)
    return tuple(events)


def bare(contract: Contract) -> bool:
    """Whether a contract gives responsibility and nothing to bear it with."""
    return not (contract.hours or contract.money or contract.powers)


def bound(state: State, contract: Contract) -> tuple[Event, ...]:
    """Return what a contract does once somebody has taken it on."""
    to = next_state("contract", contract.state, "accept")
    assert to is not None
    said: Said = {"source": "contract", "ref": contract.id}
    events: list[Event] = [
        Moved(machine="contract", id=contract.id, trigger="accept", to=to, by=contract.holder),
    ]
    body, around = body_of(state, contract.holder), touched(state, contract)
    if bare(contract):
        heavy, rub = effect("contract.bare_pressure"), effect("contract.bare_friction")
        events += revise("contracts", contract.id, "bare", contract.holder)
        events += shift_all(state, body, "pressure", heavy, code="cause.contract_bare", claim="K29", **said)
        events += shift_all(state, around, "friction", rub, code="cause.contract_bare", claim="K29", **said)
        events.append(Counted(counter="contracts_bare"))
    else:
        light, ease, care = (effect(f"contract.{n}") for n in ("pressure", "equipped_friction", "equipped_attention"))
        events += shift_all(state, body, "pressure", light, code="cause.contract_taken", claim="K48", **said)
        events += shift_all(state, around, "friction", ease, code="cause.contract_equipped", claim="K33", **said)
        events += shift_all(state, around, "attention", care, code="cause.contract_equipped", claim="K50", **said)
    held = sum(
        other.holder == contract.holder and not is_over("contract", other.state) and other.id != contract.id
        for other in state.contracts.values()
    )
    if held >= effect("contract.many"):
        spread = effect("contract.many_attention")
        events += shift_all(state, body, "attention", spread, code="cause.contract_many", claim="K26", **said)
    seat = state.seats.get(contract.holder)
    if seat is not None and contract.powers:
        lent = tuple((p, contract.giver) for p in contract.powers if (p, contract.giver) not in seat.delegated)
        events += revise("seats", seat.id, delegated=(*seat.delegated, *lent))
    return tuple(events)


def freed(contract: Contract) -> tuple[Event, ...]:
    """Return the money set aside for a contract, back into its fund."""
    if not contract.money:
        return ()
    back = explain(
        "funds_left",
        f"fund:{contract.fund}",
        contract.money,
        code="cause.contract_money_back",
        source="contract",
        ref=contract.id,
    )
    return (FundMoved(fund=contract.fund, reserved=-contract.money, ref=contract.id), *back)


def recalled(state: State, contract: Contract) -> tuple[Event, ...]:
    """Return the powers that go back with a contract, unless another contract in force lends them too."""
    seat = state.seats.get(contract.holder)
    if seat is None or not contract.powers:
        return ()
    kept = {
        power
        for other in state.contracts.values()
        if other.id != contract.id and other.holder == contract.holder and other.giver == contract.giver
        for power in other.powers
        if other.state in ("accepted", "performing", "assessed")
    }
    gone = {(power, contract.giver) for power in contract.powers if power not in kept}
    rest = tuple(pair for pair in seat.delegated if pair not in gone)
    return revise("seats", seat.id, delegated=rest) if rest != seat.delegated else ()
