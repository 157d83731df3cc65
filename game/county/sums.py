"""Village sums of the household columns: what the exercise counts with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.county.columns import Columns
from game.county.params import parameters
from game.county.standard import open_from, truly_poor

Sums = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class VillageSums:
    """Counts a village, int64 [V]; persons unless said otherwise."""

    households: Sums
    """Households."""
    persons: Sums
    registered: Sums
    """Households on the register, lifted or not."""
    exited: Sums
    """Households recorded as lifted."""
    poor_persons: Sums
    """Truly poor, on the register or not."""
    recorded_persons: Sums
    """Registered and not lifted."""
    composite_persons: Sums
    """Numerator of the composite incidence: not lifted, wrongly lifted, or missed."""
    wrong_persons: Sums
    """Lifted but truly poor (错退)."""
    exited_persons: Sums
    """Recorded as lifted."""
    missed_persons: Sums
    """Not registered but truly poor (漏评)."""
    unregistered_persons: Sums
    approving: Sums
    """Households that approve."""
    gaps: Sums
    """[7, V] households with a need truly open."""
    recorded_gaps: Sums
    """[7, V] households with a need open on record."""


def segment_sums(values: NDArray[Any], offsets: NDArray[np.int32]) -> Sums:
    """Return the sums of `values` [..., N] over the rows of each village, [..., V]; empty villages get 0."""
    starts = offsets[:-1]
    full = np.flatnonzero(np.diff(offsets))
    out = np.zeros((*values.shape[:-1], len(starts)), dtype=np.int64)
    if len(full):
        # Flags and bytes add up twice as fast in 32 bits, and fit there in any county below eight million households
        small = values.dtype.kind in "bu" and values.itemsize == 1 and values.shape[-1] < 1 << 23
        plain = values.view(np.uint8) if small else values
        kind = np.int32 if small else np.int64
        out[..., full] = np.add.reduceat(plain, starts[full].astype(np.intp), axis=-1, dtype=kind)
    return out


_twins: list[Callable[[Columns, int], VillageSums]] = []


def use_twin(twin: Callable[[Columns, int], VillageSums] | None) -> None:
    """Let another function add up, one that comes to the same; None goes back to numpy."""
    _twins[:] = [twin] if twin is not None else []


def village_sums(columns: Columns, line: int) -> VillageSums:
    """Return the sums of every village; `line` is the income line in yuan a person a year."""
    for twin in _twins:
        return twin(columns, line)
    return by_numpy(columns, line)


def by_numpy(columns: Columns, line: int) -> VillageSums:
    """Return `village_sums` without any twin."""
    threshold = open_from()
    poor = truly_poor(columns, line)
    registered, exited = columns.registered, columns.exited
    unlifted = registered & ~exited
    approving = columns.approval >= parameters("kernel1").number("approval.approving")
    size = columns.size
    offsets = columns.offsets
    people = np.stack(
        (
            np.ones_like(registered),
            poor,
            unlifted,
            unlifted | poor,
            exited & poor,
            exited,
            poor & ~registered,
            ~registered,
        )
    )
    persons = segment_sums(people * size, offsets)
    homes = segment_sums(np.stack((registered, exited, approving)), offsets)
    return VillageSums(
        households=np.diff(offsets).astype(np.int64),
        persons=persons[0],
        registered=homes[0],
        exited=homes[1],
        poor_persons=persons[1],
        recorded_persons=persons[2],
        composite_persons=persons[3],
        wrong_persons=persons[4],
        exited_persons=persons[5],
        missed_persons=persons[6],
        unregistered_persons=persons[7],
        approving=homes[2],
        gaps=segment_sums(columns.gap >= threshold, offsets),
        recorded_gaps=segment_sums(columns.record >= threshold, offsets),
    )
