"""Whether the last command was one that an inject hoped for, and how much that is worth."""

from __future__ import annotations

import json
from typing import Any

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.entities import Inject
from game.exercise.state import State
from game.scenario.model import Expectation

LIVE = ("delivered", "acknowledged", "resolved", "expired", "escalated")
"""A choice settles an inject at once; what should follow from it is hoped for all the same."""
ON_TIME = 1000


def expectations_met(state: State, draws: Draws) -> tuple[ev.Event, ...]:
    """Credit the last accepted command to the expectations it meets: whole in time, the author's share when late."""
    del draws
    if state.last is None or state.last[2] in ("advance", "undo_last"):
        return ()
    seq, seat, command, text = state.last
    args: dict[str, Any] | None = None
    events: list[ev.Event] = []
    for name in state.fixed.hoping.get(command, ()):
        inject, spec = state.injects.get(name), state.fixed.scenario_injects[name]
        if inject is None or inject.state not in LIVE:
            continue
        already = {name for name, _, _ in inject.met}
        fresh: list[tuple[str, int, int]] = []
        for wanted in spec.expect:
            if wanted.id in already or wanted.command != command:
                continue
            if seat not in (wanted.by or inject.to):
                continue
            args = json.loads(text) if args is None else args
            if carries(state, inject, wanted, args):
                credit = ON_TIME if state.day <= inject.delivered + wanted.within else wanted.late
                fresh.append((wanted.id, credit, seq))
        if fresh:
            changes: dict[str, ev.Json] = {"met": (*inject.met, *fresh)}
            events.append(trusted.revised(table="injects", id=inject.id, changes=changes, why="answered", by=seat))
    return tuple(events)


def carries(state: State, inject: Inject, wanted: Expectation, args: dict[str, Any]) -> bool:
    """Whether a command carries the content that is asked for.

    Text and flags must be equal, numbers at least as large, one of a list must be there; where the command has a list,
    it must hold what is asked. {village}, {township}, {problem} and {inject} stand for the inject's own.
    """
    return all(_fits(state, inject, key, value, args.get(key)) for key, value in wanted.content.items())


def _fits(state: State, inject: Inject, key: str, value: str | int | bool | tuple[str, ...], given: Any) -> bool:
    if isinstance(value, bool):
        return given is value
    if isinstance(value, int):
        return isinstance(given, int) and not isinstance(given, bool) and given >= value
    wishes = [_filled(inject, item) for item in ((value,) if isinstance(value, str) else value)]
    held = given if isinstance(given, list) else [given]
    if any(item in wishes for item in held):
        return True
    return key == "place" and isinstance(given, str) and any(_within(state, given, wish) for wish in wishes)


def _within(state: State, place: str, wish: str) -> bool:
    """Whether an order for one place reaches the place wished for, without being spread over the whole county."""
    if place == "county":
        return wish == "county"
    try:
        there, asked = state.county.place(place).indexes, state.county.place(wish).indexes
    except KeyError:
        return False
    return bool(asked) and asked <= there


def _filled(inject: Inject, text: str) -> str:
    for name, value in (
        ("{village}", inject.village),
        ("{township}", inject.township),
        ("{problem}", inject.problem or inject.hidden_problem),
        ("{inject}", inject.id),
    ):
        text = text.replace(name, value)
    return text
