"""Which option of a decision leaves nothing to weigh: by what the scenario says, and by what the runs show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from game.authoring.certificate.trials import Trial
from game.scenario.model import InjectSpec, Option

GOOD = frozenset({"attention", "trust", "approval", "funds"})
"""Quantities one wants more of; of all others one wants less."""
BLOCKS = 6
"""Fewest pairs of same seed before runs may call an option dominant: by luck it wins so many one time in 64."""
STEP = 0.5
"""Points of score below which nobody would notice the difference."""
SURE = 2.0
"""Standard errors a difference must be away from that step."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the drawn runs show of one option; scores in points, `better` against the best other one."""

    chosen: int
    mean: float
    others: float
    better: float
    error: float
    """Standard error of `better`; 0 where it cannot be told."""
    blocks: int
    wins: int

    @property
    def dominant(self) -> bool:
        """Whether it was better in all pairs of runs, by more than chance and by more than nobody would notice."""
        return self.wins == self.blocks >= BLOCKS and self.better - SURE * self.error > STEP


def dominates(one: Option, other: Option) -> bool:
    """Whether an option is as good or better than another in all the scenario says of it, and better in something."""
    if one.needs is not None or (one.then, one.needs) != (other.then, other.needs):
        return False
    pairs = [(one.credit, other.credit), (-one.cost_money, -other.cost_money), (-one.attention, -other.attention)]
    mine, theirs = _effects(one), _effects(other)
    for key in dict.fromkeys((*mine, *theirs)):
        sign = 1 if key[1] in GOOD else -1
        pairs.append((sign * mine.get(key, 0), sign * theirs.get(key, 0)))
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def _effects(option: Option) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for effect in option.effects:
        key = (effect.on, effect.quantity)
        found[key] = found.get(key, 0) + effect.add
    return found


def dominant_as_written(inject: InjectSpec) -> str:
    """Return the option that leaves no reason to take any other, "" where there is none."""
    for option in inject.options:
        others = [other for other in inject.options if other.id != option.id]
        if others and all(dominates(option, other) for other in others):
            return option.id
    return ""


def never_worth_it(inject: InjectSpec) -> tuple[str, ...]:
    """Return the options that another one beats in everything."""
    return tuple(
        option.id
        for option in inject.options
        if any(dominates(other, option) for other in inject.options if other.id != option.id)
    )


def shown(inject: InjectSpec, drawn: Sequence[Trial]) -> dict[str, Shown]:
    """Return what the drawn runs show of each option of an inject."""
    blocks: dict[int, list[Trial]] = {}
    for trial in drawn:
        blocks.setdefault(trial.seed, []).append(trial)
    return {option.id: _shown(inject.id, option.id, drawn, blocks.values()) for option in inject.options}


def _shown(inject: str, option: str, drawn: Sequence[Trial], blocks: Iterable[Sequence[Trial]]) -> Shown:
    def split(trials: Iterable[Trial]) -> tuple[list[float], dict[str, list[float]]]:
        found: dict[str, list[float]] = {}
        for trial in trials:
            if inject in trial.fates and trial.fates[inject].choice:
                found.setdefault(trial.fates[inject].choice, []).append(trial.score)
        return found.pop(option, []), found

    chosen, rest = split(drawn)
    others = [points for scores in rest.values() for points in scores]
    halves = [split(block) for block in blocks]
    # Against the best other one: beside a trap even the second best is better than the others are on average
    gains = [fmean(ours) - max(map(fmean, theirs.values())) for ours, theirs in halves if ours and theirs]
    return Shown(
        chosen=len(chosen),
        mean=fmean(chosen) if chosen else 0.0,
        others=fmean(others) if others else 0.0,
        better=fmean(gains) if gains else 0.0,
        error=stdev(gains) / sqrt(len(gains)) if len(gains) > 1 else 0.0,
        blocks=len(gains),
        wins=sum(gain > 0 for gain in gains),
    )
