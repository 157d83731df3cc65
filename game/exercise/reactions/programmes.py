"""Programmes build what is missing: money and an organ's hours become units; an industry nobody buys from fails."""

from __future__ import annotations

from game.county.draws import Draws
from game.county.place import NEEDS
from game.county.workload import true_hours
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.catalogue import load_tasks
from game.exercise.entities import Programme
from game.exercise.reactions.fields import Int, part
from game.exercise.reactions.numbers import num
from game.exercise.reactions.orders import FEN
from game.exercise.reactions.rules import recorded_undone
from game.exercise.reactions.steps import explain
from game.exercise.reactions.week import WEEK, Week, place_of
from game.exercise.state import State

MARKET = "market"
"""Lever of tasks whose product must be sold."""


def _running(state: State) -> list[Programme]:
    return [p for p in state.programmes.values() if p.state == "running"]


def _unit_hours(programme: Programme) -> int:
    """Return the hours a unit takes of the organ in charge: its knowledge, and a share of the hands."""
    task = load_tasks()[programme.task]
    return max(1, task.expert + task.hours * num("programme.hands") // 1000)


def ask(week: Week) -> None:
    """Let every running programme ask its organ for hours."""
    for programme in week.running:
        left = max(0, programme.amount * 1000 - programme.done)
        end = programme.started + programme.weeks * WEEK
        hours = left * _unit_hours(programme) // (1000 * week.weeks_left(end))
        task = load_tasks()[programme.task]
        week.ask(programme.organ, f"programme:{programme.id}", hours, week.pressing(task.domains, end))


def build(week: Week) -> list[ev.Event]:
    """Return the week of all programmes: units built as far as hours and money reach, and the money spent."""
    events: list[ev.Event] = []
    for programme in week.running:
        organ = week.state.organs.get(programme.organ)
        if organ is None:
            continue
        task = load_tasks()[programme.task]
        where = place_of(week.state, programme.place)
        rows = where.rows
        given = week.got(programme.organ, f"programme:{programme.id}") if programme.organ in week.hours else 0
        if programme.organ not in week.hours:
            given = programme.amount * _unit_hours(programme) // max(1, programme.weeks)
        passes = week.passes(organ, 2, task.domains, where, lead=programme.organ in task.bureaus)
        worth = true_hours(given, week.spirit(organ), passes)
        units = min(worth // _unit_hours(programme), max(0, programme.amount * 1000 - programme.done))
        cost = max(1, task.yuan * FEN) * (num("programme.over_cost") if programme.over_standard else 1000) // 1000
        rest = max(0, programme.budget - programme.spent)
        units = min(units, rest * 1000 // cost)
        spent = min(rest, units * cost // 1000)
        told = min(programme.amount * 1000, programme.reported * 1000 + units)
        short = max(0, programme.amount * 1000 // max(1, programme.weeks) - units)
        told = min(programme.amount * 1000, told + short * recorded_undone(organ.formalism, 1000, "ledger") // 1000)
        need = NEEDS.index(task.need)
        week.fields.work_off(need, units * task.points // 1000, rows)
        if rows.size and MARKET in task.levers and programme.buyer:
            _linked(week, programme, units, rows)
        changes: dict[str, ev.Json] = {
            "done": programme.done + units,
            "reported": max(programme.reported, told // 1000),
            "spent": programme.spent + spent,
        }
        events.append(trusted.revised(table="programmes", id=programme.id, changes=changes))
        if spent:
            events.append(ev.FundMoved(fund=programme.fund, reserved=-spent, spent=spent, ref=programme.id))
        if units >= 1000:
            events.append(
                explain(
                    f"gaps:{task.need}",
                    programme.place,
                    -(units // 1000),
                    source="programme",
                    ref=programme.id,
                    code="programme_built",
                    claim="K33",
                )
            )
    return events


def _linked(week: Week, programme: Programme, units: int, rows: Int) -> None:
    """Let a buyer's terms reach the households: linkage turns sales into goodwill (K57, K22)."""
    partner = week.state.partners.get(programme.buyer)
    if partner is not None and partner.state == "engaged" and not partner.coerced:
        push = units * partner.linkage * num("programme.linkage_goodwill") // (1_000_000 * int(rows.size))
        week.fields.please(push, rows)


def programmes(state: State, draws: Draws) -> list[ev.Event]:
    """End programmes whose time is up; industry without a buyer may fail and leave the gaps open again (X10)."""
    events: list[ev.Event] = []
    for programme in _running(state):
        over = state.day >= programme.started + programme.weeks * WEEK
        complete = programme.done >= programme.amount * 1000
        if not over and not complete:
            continue
        buyer = state.partners.get(programme.buyer)
        sold = buyer is not None and buyer.state == "engaged"
        risky = MARKET in load_tasks()[programme.task].levers and not sold
        failed = risky and draws.permille(num("programme.fails"), "programme", programme.id, state.day)
        rest = max(0, programme.budget - programme.spent)
        if rest:
            events.append(ev.FundMoved(fund=programme.fund, reserved=-rest, ref=programme.id))
        state_now = "failed" if failed else "finished"
        events.append(
            trusted.revised(
                table="programmes", id=programme.id, changes={"state": state_now}, why=state_now, by=programme.organ
            )
        )
        if failed:
            events += _failed(state, programme)
        if programme.over_standard:
            events += _envied(state, programme)
    return events


def _failed(state: State, programme: Programme) -> list[ev.Event]:
    rows = place_of(state, programme.place).rows
    lost = programme.done * num("programme.lost") // 1_000_000
    if not rows.size or lost <= 0:
        return []
    homes = state.sums.households[rows]
    struck = part(lost, homes).tolist()
    queued: dict[str, dict[str, int]] = {}
    for row, many in zip(rows.tolist(), struck, strict=True):
        village = state.county.villages[row]
        rate = many * 100_000 // max(1, int(state.sums.households[row]))
        queued[village.id] = {f"shock:{programme.need}": rate, "goodwill": -num("programme.failed_goodwill")}
    return [
        trusted.queued_many(rows=queued),
        explain(
            f"gaps:{programme.need}",
            programme.place,
            lost,
            source="programme",
            ref=programme.id,
            code="programme_failed",
            claim="X10",
        ),
    ]


def _envied(state: State, programme: Programme) -> list[ev.Event]:
    """Let those who got nothing see what others were given above the standard (K12, X11)."""
    queued: dict[str, dict[str, int]] = {}
    push = -num("programme.envy_goodwill")
    mine = place_of(state, programme.place).indexes
    for village in state.county.villages:
        if village.index not in mine:
            queued[village.id] = {"goodwill": push}
    if not queued:
        return []
    return [
        trusted.queued_many(rows=queued),
        explain(
            "approval", "county", push // 100, source="programme", ref=programme.id, code="programme_envy", claim="X11"
        ),
    ]
