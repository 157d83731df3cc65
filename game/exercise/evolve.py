"""`evolve`: how each event changes the state. Total: no checks, no draws, no look-ups in the scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from game.county.kernel import step
from game.county.sums import village_sums
from game.exercise import events as ev
from game.exercise.copies import revised
from game.exercise.entities import Cause, Step
from game.exercise.state import TABLES, Draft, State

MACHINE_TABLE = {
    "order": "orders",
    "contract": "contracts",
    "problem": "problems",
    "supervision": "visits",
    "inject": "injects",
    "seat": "seats",
}
WITH_STEPS = frozenset(name for name, record in TABLES.items() if any(item.name == "steps" for item in fields(record)))


class KernelMismatch(RuntimeError):
    """The weekly step came to other households than the journal says."""


def evolve(state: State, event: ev.Event) -> State:
    """Return the state after one event."""
    return evolve_all(state, (event,))


def evolve_all(state: State, events: Iterable[ev.Event]) -> State:
    """Return the state after several events; cheaper than one by one."""
    draft = Draft(state)
    for event in events:
        HANDLERS[type(event)](draft, event)
    return draft.freeze()


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, (list, tuple)) else value


def _stepped(draft: Draft, table: str, key: str, what: str, by: str, note: str = "") -> dict[str, Any]:
    if not what or table not in WITH_STEPS:
        return {}
    entry = Step(day=draft.day, seq=draft.seq, what=what, by=by, note=note)
    return {"steps": (*draft.own(table)[key].steps, entry)}


def _add_cause(draft: Draft, cause: Cause) -> None:
    draft.note(revised(cause, {"day": draft.day, "seq": draft.seq}))


def _accepted(draft: Draft, event: ev.Accepted) -> None:
    draft.set(seq=event.seq, last=(event.seq, event.seat, event.command, event.args))
    seat = draft.seats.get(event.seat)
    if seat is not None:
        gave = {**seat.gave, event.command: seat.gave.get(event.command, 0) + 1}
        draft.revise("seats", event.seat, gave=gave, attention=seat.attention - event.attention)


def _put(table: str, field: str) -> Callable[[Draft, Any], None]:
    def handler(draft: Draft, event: Any) -> None:
        record = getattr(event, field)
        draft.put(table, record)
        draft.count(f"n:{table}")

    return handler


def _moved(draft: Draft, event: ev.Moved) -> None:
    if event.machine == "session":
        draft.set(session=replace(draft.session, state=event.to))
    elif event.machine == "campaign":
        draft.set(campaign=replace(draft.campaign, state=event.to))
    else:
        table = MACHINE_TABLE[event.machine]
        steps = _stepped(draft, table, event.id, event.trigger, event.by, event.note)
        draft.revise(table, event.id, state=event.to, **steps)


def _revised(draft: Draft, event: ev.Revised) -> None:
    changes: dict[str, Any] = {
        name: value if type(value) is int or type(value) is str else _tupled(value)
        for name, value in event.changes.items()
    }
    if event.why:
        changes |= _stepped(draft, event.table, event.id, event.why, event.by)
    draft.revise(event.table, event.id, **changes)


def _shifted(draft: Draft, event: ev.Shifted) -> None:
    table, quantity = event.table, event.quantity
    value = getattr(draft.own(table)[event.id], quantity) + event.delta
    draft.revise(table, event.id, **{quantity: 0 if value < 0 else min(1000, value)})
    _add_cause(draft, event.cause)


def _explained(draft: Draft, event: ev.Explained) -> None:
    _add_cause(draft, event.cause)


def _fund_moved(draft: Draft, event: ev.FundMoved) -> None:
    fund = draft.own("funds")[event.fund]
    draft.revise(
        "funds",
        event.fund,
        given=fund.given + event.given,
        reserved=fund.reserved + event.reserved,
        spent=fund.spent + event.spent,
        idle_since=draft.day,
    )


def _queue(pending: dict[Any, Any], village: str, changes: dict[str, int]) -> None:
    waiting = pending.get(village)
    if waiting is None:
        pending[village] = changes  # never written to: what is added later goes into another
        return
    row = dict(waiting)
    for name, amount in changes.items():
        row[name] = row.get(name, 0) + amount
    pending[village] = row


def _queued(draft: Draft, event: ev.Queued) -> None:
    _queue(draft.own("pending"), event.village, event.changes)


def _queued_many(draft: Draft, event: ev.QueuedMany) -> None:
    pending = draft.own("pending")
    for village, changes in event.rows.items():
        _queue(pending, village, changes)


def _visit_called_off(draft: Draft, event: ev.VisitCalledOff) -> None:
    draft.own("visits").pop(event.id, None)


def _counted(draft: Draft, event: ev.Counted) -> None:
    draft.count(event.counter, event.by)


def _prioritised(draft: Draft, event: ev.Prioritised) -> None:
    draft.set(priority=(event.domain, draft.day))


def _phase_entered(draft: Draft, event: ev.PhaseEntered) -> None:
    now = draft.campaign
    over = now.over if now.campaign in ("", event.campaign) else (*now.over, now.campaign)
    draft.set(
        campaign=replace(
            now,
            campaign=event.campaign,
            phase=event.phase,
            state=event.state,
            index=event.index,
            since=event.since,
            ends=event.ends,
            over=over,
        )
    )


def _speed_set(draft: Draft, event: ev.SpeedSet) -> None:
    draft.set(session=replace(draft.session, speed=event.speed))


def _frozen(draft: Draft, event: ev.Frozen) -> None:
    draft.set(session=replace(draft.session, state="frozen", fault=event.reason))


def _turned(draft: Draft, event: ev.Turned) -> None:
    draft.set(turn=event.turn, stages=event.stages)
    for key, seat in draft.seats.items():
        draft.revise("seats", key, attention=seat.attention_turn, ready=False)


def _week_begun(draft: Draft, event: ev.WeekBegun) -> None:
    draft.set(day=event.day)


def _stage_done(draft: Draft, event: ev.StageDone) -> None:
    draft.set(stages=draft.stages[1:] if draft.stages[:1] == (event.stage,) else draft.stages)


def _week_stepped(draft: Draft, event: ev.WeekStepped) -> None:
    columns = event.take()
    if columns is None:
        columns = step(draft.columns, event.inputs)
        if columns.digest() != event.columns_hash:
            raise KernelMismatch(f"day {draft.day}: {columns.digest()} is not {event.columns_hash}")
    draft.set(columns=columns, sums=village_sums(columns, event.inputs.line), pending={})


def _sighted(draft: Draft, event: ev.Sighted) -> None:
    draft.own("sightings")[event.sighting.village] = event.sighting


def _reported(draft: Draft, event: ev.Reported) -> None:
    reports = draft.own("reports")
    reports[event.level] = {**reports.get(event.level, {}), **event.rows}


def _turn_closed(draft: Draft, event: ev.TurnClosed) -> None:
    draft.set(history=(*draft.history, event.record))


def _evaluated(draft: Draft, event: ev.Evaluated) -> None:
    draft.set(evaluation=event.evaluation)


HANDLERS: dict[type[ev.Event], Callable[[Draft, Any], None]] = {
    ev.Accepted: _accepted,
    ev.SeatAdded: _put("seats", "seat"),
    ev.OrganAdded: _put("organs", "organ"),
    ev.OrderIssued: _put("orders", "order"),
    ev.ContractOffered: _put("contracts", "contract"),
    ev.ProblemOpened: _put("problems", "problem"),
    ev.VisitPlanned: _put("visits", "visit"),
    ev.VisitCalledOff: _visit_called_off,
    ev.SlipSent: _put("slips", "slip"),
    ev.InjectArmed: _put("injects", "inject"),
    ev.MessageSent: _put("messages", "message"),
    ev.ProgrammeStarted: _put("programmes", "programme"),
    ev.PartnerAdded: _put("partners", "partner"),
    ev.FundAdded: _put("funds", "fund"),
    ev.NoteTaken: _put("notes", "note"),
    ev.Moved: _moved,
    ev.Revised: _revised,
    ev.Shifted: _shifted,
    ev.Explained: _explained,
    ev.FundMoved: _fund_moved,
    ev.Queued: _queued,
    ev.QueuedMany: _queued_many,
    ev.Counted: _counted,
    ev.Prioritised: _prioritised,
    ev.PhaseEntered: _phase_entered,
    ev.SpeedSet: _speed_set,
    ev.Frozen: _frozen,
    ev.Turned: _turned,
    ev.WeekBegun: _week_begun,
    ev.StageDone: _stage_done,
    ev.WeekStepped: _week_stepped,
    ev.Sighted: _sighted,
    ev.Reported: _reported,
    ev.TurnClosed: _turn_closed,
    ev.Evaluated: _evaluated,
}
