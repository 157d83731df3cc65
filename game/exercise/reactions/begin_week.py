"""The calendar moves on, and what was signed goes down the line."""

from __future__ import annotations

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.reactions.steps import move
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
            events.append(ev.Revised(table="organs", id=organ.id, changes={"relief": organ.relief - 1}))
    return events
