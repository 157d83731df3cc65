"""What a command would cost and do, before anything is signed: the same `decide`, its events dropped.

Nothing hidden shows here: causes of hidden figures are left out, quotas are judged by what the giver has been told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from game.exercise import forecast
from game.exercise.catalogue import load_tasks
from game.exercise.commands import wording
from game.exercise.commands.base import Command, Ctx
from game.exercise.commands.contract import OfferContract
from game.exercise.commands.effects import effect
from game.exercise.commands.fund import CutForms, StartProgramme
from game.exercise.commands.ledger import RegisterFinding
from game.exercise.commands.order import AcceptOrder, IssueOrder, RevokeOrder, looked_at, worded
from game.exercise.commands.organise import DeclarePriority, HoldDispatch, SetUpOrgan
from game.exercise.commands.scope import FEN, fund_left
from game.exercise.decide import decide
from game.exercise.events import Accepted, Event, Explained, FundMoved, OrderIssued, ProgrammeStarted, Shifted
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.exercise.state import State


@dataclass(frozen=True, slots=True)
class Conflict:
    """An order in force that the new one collides with; `code` is an entry `conflict.*` of the texts."""

    order: str
    code: str


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that moves at once; `code` is the entry `cause.*` that says why, `source` the entity behind it."""

    figure: str
    scope: str
    delta: int
    code: str
    source: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a command would cost, who must do it and what stands against it."""

    attention: int
    """Points it costs the seat."""
    attention_left: int
    """Points left afterwards; 0 for whoever is no seat."""
    money_fen: int = 0
    """Fen it sets aside or gives away."""
    fund: str = ""
    money_left: int = 0
    """Fen left in the fund afterwards."""
    hours: tuple[tuple[str, int, int], ...] = ()
    """(organ, hours asked in the coming week, hours it then has for it)."""
    must_do: tuple[str, ...] = ()
    """Organs that have to carry it out."""
    conflicts: tuple[Conflict, ...] = ()
    clarity: int = 1000
    """Per mille; 1000 where the command has no wording."""
    vague: tuple[tuple[str, int], ...] = ()
    """(code `vague.*`, per mille of clarity lost)."""
    warnings: tuple[str, ...] = ()
    """Codes `warn.*`."""
    moves: tuple[Move, ...] = ()


def preview(state: State, command: Command, ctx: Ctx) -> Preview | Refusal:
    """Return what a command would cost and do, or the refusal it would meet. Pure: the state is untouched."""
    decided = decide(state, command, ctx)
    if isinstance(decided, Refusal):
        return decided
    head, events = decided[0], decided[1:]
    attention = head.attention if isinstance(head, Accepted) else 0
    seat = state.seats.get(ctx.seat)
    fund, money = _money(events)
    wanted = worded(command) if isinstance(command, IssueOrder) else None
    points = wording.vague_points(state, ctx, wanted) if wanted else ()
    hours = _meeting_hours(state, command) if isinstance(command, HoldDispatch) else _hours(state, decided)
    warn = WARNINGS.get(type(command))
    warnings = _order_warnings(state, ctx, wanted) if wanted else tuple(warn(state, command)) if warn else ()
    warnings += ("overload",) if any(asked > free for _, asked, free in hours) else ()
    return Preview(
        attention=attention,
        attention_left=seat.attention - attention if seat else 0,
        money_fen=money,
        fund=fund,
        money_left=fund_left(state.funds[fund]) - money if fund in state.funds else 0,
        hours=hours,
        must_do=wanted.organs if wanted else tuple(organ for organ, _, _ in hours),
        conflicts=tuple(Conflict(o, f"conflict.{c}") for o, c in wording.collisions(state, wanted)) if wanted else (),
        clarity=wording.clarity(points),
        vague=tuple((f"vague.{code}", share) for code, share in points),
        warnings=tuple(f"warn.{code}" for code in warnings),
        moves=_moves(events),
    )


def _money(events: Iterable[Event]) -> tuple[str, int]:
    """Return the first fund that gives, and what it sets aside or gives away, fen."""
    for event in events:
        if isinstance(event, FundMoved):
            cost = max(0, event.reserved) + max(0, event.spent) + max(0, -event.given)
            if cost:
                return event.fund, cost
    return "", 0


def _moves(events: Iterable[Event]) -> tuple[Move, ...]:
    causes = [event.cause for event in events if isinstance(event, (Shifted, Explained))]
    return tuple(Move(c.figure, c.scope, c.delta, c.code, c.ref) for c in causes if not c.true_side)


def _hours(state: State, events: tuple[Event, ...]) -> tuple[tuple[str, int, int], ...]:
    """Return the hours that a new order or programme asks in its first week, of whom, and what they have for it."""
    new = next((e for e in events if isinstance(e, (OrderIssued, ProgrammeStarted))), None)
    if new is None:
        return ()
    key = f"order:{new.order.id}" if isinstance(new, OrderIssued) else f"programme:{new.programme.id}"
    return forecast.rows(forecast.coming_week(evolve_all(state, events)), key)


def _meeting_hours(state: State, command: HoldDispatch) -> tuple[tuple[str, int, int], ...]:
    week = forecast.coming_week(state)
    rows = []
    for key in command.organs:
        kind = "township" if state.organs[key].kind == "township" else "bureau"
        rows.append((key, effect(f"organise.dispatch_hours_{kind}"), max(0, forecast.free(week, key))))
    return tuple(rows)


def _order_warnings(state: State, ctx: Ctx, wanted: wording.Wanted) -> tuple[str, ...]:
    found = []
    if wording.quota(state, ctx, wanted):
        found.append("quota")
    if not wording.competent(wanted):
        found.append("no_competent")
    price = wanted.amount * wanted.task.yuan * FEN
    if price and not wanted.money:
        found.append("no_money")
    elif price > wanted.money:
        found.append("little_money")
    if wanted.deadline - state.day < effect("order.short_days"):
        found.append("short")
    return tuple(found)


def _assign(state: State, command: RegisterFinding) -> list[str]:
    """Point out an owner whose coming week is taken already; what the problem itself will ask is nobody's knowledge."""
    week = forecast.coming_week(state)
    return ["owner_busy"] if command.owner in week.hours and forecast.free(week, command.owner) <= 0 else []


def _set_up(state: State, command: SetUpOrgan) -> list[str]:
    del state
    return [] if command.leader else ["no_leader"]


def _priority(state: State, command: DeclarePriority) -> list[str]:
    del command
    recent = state.priority is not None and state.day - state.priority[1] < effect("organise.priority_days")
    return ["priority_again"] if recent else []


def _dispatch(state: State, command: HoldDispatch) -> list[str]:
    return ["meeting_again"] if any(state.organs[organ].meetings_extra for organ in command.organs) else []


def _contract(state: State, command: OfferContract) -> list[str]:
    del state
    return [] if command.hours or command.money or command.powers else ["bare_contract"]


def _programme(state: State, command: StartProgramme) -> list[str]:
    del state
    task = load_tasks()[command.task]
    found = ["no_buyer"] if "market" in task.levers and not command.buyer else []
    found += ["little_money"] if command.money < command.amount * task.yuan else []
    found += [] if command.organ in task.bureaus or command.organ.startswith("taskforce:") else ["no_competent"]
    return [*found, "over_standard"] if command.over_standard else found


def _forms(state: State, command: CutForms) -> list[str]:
    del state
    return ["forms_blind"] if command.share > effect("fund.forms_blind") else []


def _accept(state: State, command: AcceptOrder) -> list[str]:
    return [] if looked_at(state, state.orders[command.order]) else ["unseen"]


def _revoke(state: State, command: RevokeOrder) -> list[str]:
    age = state.day - state.orders[command.order].issued
    return ["fickle"] if 0 < age < effect("order.revoke_days") else []


WARNINGS: dict[type[Command], Callable[[State, Any], list[str]]] = {
    SetUpOrgan: _set_up,
    DeclarePriority: _priority,
    HoldDispatch: _dispatch,
    OfferContract: _contract,
    StartProgramme: _programme,
    CutForms: _forms,
    AcceptOrder: _accept,
    RegisterFinding: _assign,
    RevokeOrder: _revoke,
}
"""What is pointed out before a command that is legal and yet a trap."""
