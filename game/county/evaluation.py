"""The exit evaluation (三率一度): a third-party team samples villages and homes and sees the truth there.

Formulas of domain.md §2.1, with P the rural persons:
    wrong    = wrongly lifted persons sampled / lifted persons sampled                     gate: under 2 %
    missed   = missed persons verified / unregistered persons of the sampled villages      gate: under 2 %
    composite = (not lifted + wrong x lifted + missed x unregistered) / P                  gate: under 3 %
    approval = approving households / households asked                                     gate: over 90 %
One failed gate fails the county. Rates are rounded towards the gate, so that figure and verdict agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.county.columns import Columns
from game.county.draws import Draws, scaled, words
from game.county.params import parameters
from game.county.place import County
from game.county.standard import truly_poor

Int = NDArray[np.int64]

BP = 10_000
GATES: tuple[str, ...] = ("composite", "wrong_exit", "missed", "approval")
"""Codes of the gates in the order they are read out."""
_STREAM = "evaluation"
_ORDER, _NOTICE, _APPEAL = range(3)


@dataclass(frozen=True, slots=True)
class EvaluationFigures:
    """What the team reports; rates in basis points."""

    villages: tuple[str, ...]
    """Village ids sampled."""
    households: int
    """Households surveyed."""
    composite_bp: int
    wrong_bp: int
    missed_bp: int
    approval_bp: int
    passed: bool
    failed: tuple[str, ...]
    """Gates not passed, codes of `GATES`."""
    appealed: int
    """Doubtful households withdrawn on appeal with evidence."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the sample and the register hold, in persons unless said otherwise."""

    unlifted: int
    """On the county's register and not lifted."""
    lifted: int
    """Lifted in the county."""
    unregistered: int
    """Not registered in the county."""
    sampled_lifted: int
    sampled_wrong: int
    village_unregistered: int
    """Not registered in the sampled villages."""
    found_missed: int
    asked: int
    """Households asked."""
    approving: int
    """Households that approve."""


def rates(tally: Tally) -> tuple[int, int, int, int]:
    """Return composite, wrong, missed and approval in basis points; a rate over nobody is 0, approval 10,000."""
    wrong = tally.sampled_wrong * BP // max(tally.sampled_lifted, 1)
    missed = tally.found_missed * BP // max(tally.village_unregistered, 1)
    numerator = (
        tally.unlifted
        + tally.lifted * tally.sampled_wrong // max(tally.sampled_lifted, 1)
        + tally.unregistered * tally.found_missed // max(tally.village_unregistered, 1)
    )
    people = tally.unlifted + tally.lifted + tally.unregistered
    composite = numerator * BP // max(people, 1)
    approval = -(-tally.approving * BP // tally.asked) if tally.asked else BP
    return composite, wrong, missed, approval


def limits() -> dict[str, int]:
    """Return the limit of each gate in basis points: approval must exceed its own, the others stay below."""
    p = parameters("evaluation")
    keys = ("gate.composite", "gate.wrong", "gate.missed", "gate.approval")
    return {code: p.number(key) for code, key in zip(GATES, keys, strict=True)}


def failed_gates(composite: int, wrong: int, missed: int, approval: int) -> tuple[str, ...]:
    """Return the gates that are not passed; all arguments in basis points."""
    held = dict(zip(GATES, (composite, wrong, missed, approval), strict=True))
    return tuple(
        code
        for code, limit in limits().items()
        if not (held[code] > limit if code == "approval" else held[code] < limit)
    )


def shares(total: int, sizes: list[int]) -> list[int]:
    """Return a total shared in proportion to sizes, never above a size: largest remainder, earlier rows first."""
    whole = sum(sizes)
    total = min(total, whole)
    if whole == 0:
        return [0] * len(sizes)
    out = [total * size // whole for size in sizes]
    order = sorted(range(len(sizes)), key=lambda i: (-(total * sizes[i] % whole), i))
    for i in order[: total - sum(out)]:
        out[i] += 1
    return out


def pick_villages(county: County, draws: Draws, day: int) -> tuple[int, ...]:
    """Return the indexes of the sampled villages, 24-26 or all where the county has no more."""
    p = parameters("evaluation")
    low, high = p.number("sample.villages_from"), p.number("sample.villages_to")
    count = low + draws.below(high - low + 1, _STREAM, "villages", day)
    if len(county.villages) <= count:
        return tuple(range(len(county.villages)))
    ranked = sorted(range(len(county.villages)), key=lambda i: (draws.key(_STREAM, county.villages[i].id, day), i))
    return tuple(sorted(ranked[:count]))


def _survey(columns: Columns, villages: tuple[int, ...], total: int, luck: Int) -> Int:
    """Return the rows surveyed: half on the register and half off it, each spread over the villages by what they hold.

    Where one half has too few households the other fills up. A share by village would lean the rates towards villages
    with few registered households.
    """
    parts: list[list[Int]] = [[], []]
    for village in villages:
        rows = np.arange(columns.offsets[village], columns.offsets[village + 1], dtype=np.int64)
        registered = columns.registered[rows]
        for part, held in zip(parts, (registered, ~registered), strict=True):
            group = rows[held]
            part.append(group[np.argsort(luck[group], kind="stable")])
    there = [sum(len(group) for group in part) for part in parts]
    on = min(max(total // 2, total - there[1]), there[0])
    taken = [np.zeros(0, dtype=np.int64)]
    for part, wanted in zip(parts, (on, total - on), strict=True):
        taken += [group[:n] for group, n in zip(part, shares(wanted, [len(group) for group in part]), strict=True)]
    return np.concatenate(taken)


def hold_evaluation(
    columns: Columns, county: County, draws: Draws, day: int, *, evidence: int, line: int | None = None
) -> EvaluationFigures:
    """Return what the third-party team finds.

    `evidence` is the per mille odds that an appeal with evidence is upheld; `line` the income line in yuan, the last
    one the county knows where it is left out. Missed households of a sampled village are mostly noticed as doubtful
    even if the lot did not fall on them (`notice` in data/evaluation.toml), as the formula counts them per village.
    """
    p = parameters("evaluation")
    line = county.lines[-1][1] if line is None else line
    poor = truly_poor(columns, line)
    size = columns.size.astype(np.int64)
    villages = pick_villages(county, draws, day)
    low, high = p.number("sample.households_from"), p.number("sample.households_to")
    total = low + draws.below(high - low + 1, _STREAM, "households", day)

    key = draws.key(_STREAM, "homes", day)
    every = np.arange(columns.households, dtype=np.uint64)
    luck = scaled(words(key, every, _ORDER), 0, 32, 1 << 30)
    sample = _survey(columns, villages, total, luck)
    in_village = np.zeros(columns.households, dtype=np.bool_)
    for v in villages:
        in_village[columns.offsets[v] : columns.offsets[v + 1]] = True
    sampled = np.zeros(columns.households, dtype=np.bool_)
    sampled[sample] = True

    noticed = sampled | (in_village & (scaled(words(key, every, _NOTICE), 0, 16, 1000) < p.number("notice")))
    upheld = scaled(words(key, every, _APPEAL), 0, 16, 1000) < evidence
    wrong = sampled & columns.exited & poor
    missed = noticed & ~columns.registered & poor
    withdrawn = (wrong | missed) & upheld

    def persons(mask: NDArray[np.bool_]) -> int:
        return int(size[mask].sum())

    tally = Tally(
        unlifted=persons(columns.registered & ~columns.exited),
        lifted=persons(columns.exited),
        unregistered=persons(~columns.registered),
        sampled_lifted=persons(sampled & columns.exited),
        sampled_wrong=persons(wrong & ~withdrawn),
        village_unregistered=persons(in_village & ~columns.registered),
        found_missed=persons(missed & ~withdrawn),
        asked=len(sample),
        approving=int((columns.approval[sample] >= parameters("kernel1").number("approval.approving")).sum()),
    )
    composite, wrong_bp, missed_bp, approval = rates(tally)
    failed = failed_gates(composite, wrong_bp, missed_bp, approval)
    return EvaluationFigures(
        villages=tuple(county.villages[v].id for v in villages),
        households=len(sample),
        composite_bp=composite,
        wrong_bp=wrong_bp,
        missed_bp=missed_bp,
        approval_bp=approval,
        passed=not failed,
        failed=failed,
        appealed=int(withdrawn.sum()),
    )
