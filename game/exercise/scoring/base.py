"""What a measure is: a function of the state that gives a value and the events it rests on."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from game.exercise.entities import Contract, Inject, Order, Problem, Step
from game.exercise.state import State

EVIDENCE = 12
"""Most events a line names."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of `data/measures.toml`."""

    id: str
    zh: str
    en: str
    group: str
    unit: str
    zero: int
    full: int
    better: int
    zh_help: str
    en_help: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's value, in its unit, with (entity, journal number) pairs as evidence."""

    value: int
    evidence: tuple[tuple[str, int], ...] = ()


Function = Callable[[State, str | None], Measured | None]
MEASURES: dict[str, Function] = {}


def measure(name: str) -> Callable[[Function], Function]:
    """Register the function of a measure. It returns None where there is nothing to measure."""

    def register(function: Function) -> Function:
        MEASURES[name] = function
        return function

    return register


@cache
def load_measures() -> dict[str, Measure]:
    """Return the catalogue of measures by id."""
    text = (files("game.exercise") / "data" / "measures.toml").read_text(encoding="utf-8")
    return {key: Measure(id=key, **row) for key, row in tomllib.loads(text).items()}


def permille(part: int, whole: int) -> int:
    """Return a share in per mille, rounded; 0 of nothing."""
    return (part * 1000 + whole // 2) // whole if whole else 0


def evidence(records: Iterable[Any]) -> tuple[tuple[str, int], ...]:
    """Return the last diary entry of each record as evidence, newest first."""
    pairs = [(record.id, record.steps[-1].seq) for record in records if record.steps]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:EVIDENCE])


def step_day(steps: Sequence[Step], *what: str) -> int | None:
    """Return the day of the first diary entry of one of those kinds."""
    return next((step.day for step in steps if step.what in what), None)


def my_orders(state: State, seat: str | None) -> list[Order]:
    """Return the orders of the room, or those a seat issued."""
    return [o for o in state.orders.values() if seat is None or o.issuer == seat]


def my_contracts(state: State, seat: str | None) -> list[Contract]:
    """Return the contracts of the room, or those a seat gave or held."""
    return [c for c in state.contracts.values() if seat is None or seat in (c.giver, c.holder)]


def my_injects(state: State, seat: str | None) -> list[Inject]:
    """Return the delivered injects that are no noise: the room's, or those addressed to a seat."""
    return [
        i
        for i in state.injects.values()
        if i.delivered >= 0
        and not i.noise
        and i.state not in ("skipped", "cancelled")
        and (seat is None or seat in i.to)
    ]


def found_problems(state: State) -> list[Problem]:
    """Return the problems that somebody has found."""
    return [p for p in state.problems.values() if p.state != "latent"]
