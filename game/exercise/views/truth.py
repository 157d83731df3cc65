"""Places as they truly are, beside which an instructor and the review lay what is reported of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.county.place import NEEDS
from game.exercise.entities import Organ, Problem
from game.exercise.figures import is_open, mean, share
from game.exercise.state import State


@dataclass(frozen=True, slots=True)
class PlaceTruth:
    """One place. Shares in per mille unless `_bp` says basis points; -1 where there is nothing to say."""

    persons: int
    incidence_bp: int
    """Persons truly poor, on the register or not."""
    gaps: tuple[int, ...]
    """Households with a need truly open, per need."""
    approval: int
    """Households that approve."""
    problems: int
    """Problems that are there: those on the ledger still open, those never found, those signed off on paper."""
    unseen: int
    """Of these those that nobody has found."""
    on_paper: int
    """Of these those signed off without a cure."""
    wrong: int
    """Persons recorded as lifted who are poor (错退)."""
    missed: int
    """Poor persons who are not on the register (漏评)."""
    formalism: int
    """Mean of the townships' governments; -1 of a village."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Every place at one moment: townships and villages by id, zones by `zone:<id>`, the whole by `county`."""

    places: dict[str, PlaceTruth]

    def of(self, place: str) -> PlaceTruth:
        """Return the truth of a township's or village's id, of `zone:<id>` or `county`; `KeyError` for another."""
        return self.places[place]


def truth_of(state: State) -> Truth:
    """Return every place as it truly is. For the instructor and the review only: no seat is ever shown it."""
    county = state.county
    found: dict[str, list[Problem]] = {village.id: [] for village in county.villages}
    for problem in state.problems.values():
        if problem.village in found:
            found[problem.village].append(problem)
    ids = [village.id for village in county.villages]
    places = {key: _place(state, [row], found[key], ()) for row, key in enumerate(ids)}
    wholes = {t.id: [t] for t in county.townships} | {"county": list(county.townships)}
    for township in county.townships:
        if township.zone:
            wholes.setdefault(f"zone:{township.zone}", []).append(township)
    for key, townships in wholes.items():
        rows = [row for t in townships for row in range(t.first, t.last)]
        problems = [problem for row in rows for problem in found[ids[row]]]
        organs = [state.organs[f"township:{t.id}"] for t in townships]
        places[key] = _place(state, rows, problems, organs)
    return Truth(places)


def _place(state: State, rows: list[int], problems: Iterable[Problem], organs: Iterable[Organ]) -> PlaceTruth:
    sums, local = state.sums, list(organs)

    def add(counts: object) -> int:
        return int(counts[..., rows].sum())  # type: ignore[index]

    persons, standing = add(sums.persons), list(problems)
    unseen = sum(problem.state == "latent" for problem in standing)
    paper = sum(problem.state == "closed" and problem.on_paper for problem in standing)
    return PlaceTruth(
        persons=persons,
        incidence_bp=share(add(sums.poor_persons), persons, 10_000),
        gaps=tuple(int(sums.gaps[need, rows].sum()) for need in range(len(NEEDS))),
        approval=share(add(sums.approving), add(sums.households), 1000),
        problems=sum(is_open(problem) for problem in standing) + unseen + paper,
        unseen=unseen,
        on_paper=paper,
        wrong=add(sums.wrong_persons),
        missed=add(sums.missed_persons),
        formalism=mean(local, "formalism") if local else -1,
    )
