"""The score: rubric lines measured on the state, partial, explained, each with the events it rests on."""

from __future__ import annotations

from game.exercise.scoring import action, burden, organisation, outcome, people, supervision
from game.exercise.scoring.base import MEASURES, Measured, load_measures
from game.exercise.state import State
from game.exercise.views.shape import ScoreLine, ScoreView
from game.scenario.model import Criterion

__all__ = [
    "MEASURES",
    "Measured",
    "action",
    "apportion",
    "burden",
    "load_measures",
    "organisation",
    "outcome",
    "people",
    "score",
    "supervision",
]

FULL = 1000
"""The whole score in tenths of a point."""


def score(state: State, seat: str | None = None) -> ScoreView:
    """Return the score of the room, or of one seat: its own doings where a measure is about doings.

    A measure with nothing to measure gives its weight to the other lines of its group, or to all lines where the
    whole group has nothing.
    """
    rubric = state.scenario.rubric
    results = {line.id: MEASURES[line.measure](state, seat) for line in rubric}
    weights = _weights(rubric, {line.id for line in rubric if results[line.id] is not None})
    lines = []
    for criterion in rubric:
        measured = results[criterion.id]
        if measured is not None:
            lines.append(_line(criterion, weights[criterion.id], measured))
    return ScoreView(total=sum(line.points for line in lines), lines=tuple(lines))


def _line(criterion: Criterion, weight: int, measured: Measured) -> ScoreLine:
    measure = load_measures()[criterion.measure]
    zero = measure.zero if criterion.zero is None else criterion.zero
    full = measure.full if criterion.full is None else criterion.full
    return ScoreLine(
        id=criterion.id,
        group=criterion.group,
        name=criterion.name,
        weight=weight,
        points=weight * share(measured.value, zero, full) // 1000,
        value=measured.value,
        zero=zero,
        full=full,
        unit=measure.unit,
        measure=criterion.measure,
        evidence=measured.evidence,
    )


def share(value: int, zero: int, full: int) -> int:
    """Return the credit of a value in per mille: 0 at or beyond `zero`, 1000 at or beyond `full`, straight between."""
    if zero == full:
        return 1000 if value >= full else 0
    return min(1000, max(0, (value - zero) * 1000 // (full - zero)))


def apportion(total: int, weights: dict[str, int]) -> dict[str, int]:
    """Share a total out by weights in whole numbers that sum exactly to it (largest remainder, ties by order)."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    parts = {key: total * weight // whole for key, weight in weights.items()}
    rest = sorted(weights, key=lambda key: -(total * weights[key] % whole))
    for key in rest[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def _weights(rubric: tuple[Criterion, ...], measured: set[str]) -> dict[str, int]:
    groups: dict[str, dict[str, int]] = {}
    lost: dict[str, int] = {}
    for line in rubric:
        if line.id in measured:
            groups.setdefault(line.group, {})[line.id] = line.weight
        else:
            lost[line.group] = lost.get(line.group, 0) + line.weight
    totals = {name: sum(lines.values()) + lost.get(name, 0) for name, lines in groups.items()}
    shares = apportion(FULL, totals)
    weights: dict[str, int] = {}
    for name, lines in groups.items():
        weights |= apportion(shares[name], lines)
    return weights
