"""The calendar moves on, and what was signed goes down the line."""

from __future__ import annotations

from datetime import timedelta

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import explain, move
from game.exercise.state import State

WEEK = 7


def begin_week(state: State, draws: Draws) -> list[ev.Event]:
    """Move on by a week; contracts accepted begin, and organs whose people are back from leave work on."""
    del draws
    events: list[ev.Event] = [ev.WeekBegun(day=state.day + WEEK)]
    for contract in state.contracts.values():
        if contract.state in ("accepted", "assessed"):
            events += move("contract", contract.id, contract.state, "perform", by=contract.holder)
    for organ in state.organs.values():
        if organ.relief > 0:
            events.append(trusted.revised(table="organs", id=organ.id, changes={"relief": organ.relief - 1}))
    events += _budgets(state)
    return events


def _budgets(state: State) -> list[ev.Event]:
    """Pay in what the budget of a year gives, in its first week; the first year's money is there from the start."""
    ended, begins = state.date.year, (state.date + timedelta(days=WEEK)).year
    events: list[ev.Event] = []
    if begins == ended:
        return events
    for fund in state.scenario.starting.funds:
        granted = fund.yearly.get(str(begins), 0) * num("money.wan_fen")
        if granted:
            events.append(ev.FundMoved(fund=fund.id, given=granted, ref=str(begins)))
            events.append(
                explain("funds_left", f"fund:{fund.id}", granted, source="budget", ref=str(begins), code="budget_year")
            )
    return events
