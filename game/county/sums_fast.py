"""Twin of `sums.village_sums`, compiled by numba (extra `fast`): the same counts in one go through each village."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from game.county.columns import Columns
from game.county.params import parameters
from game.county.place import NEEDS
from game.county.standard import FIRST, LAST, open_from
from game.county.sums import VillageSums
from game.county.week1_fast import Over, Part, nobody, ranges

compiled: Any = njit(cache=True, nogil=True, error_model="numpy")
ONE = np.uint8(1)
BY_PERSON = 8
"""Rows of `people`, in the order of `VillageSums`: all, poor, unlifted, unlifted or poor, and so on."""
BY_HOME = 3


@compiled
def _reached(level: Any, limit: Any) -> Any:
    """Return how many values are so high; counted in 32 bits, because wider ones take the compiler twice the time."""
    many = np.int32(0)
    for i in range(len(level)):
        many = np.int32(many + np.int32(level[i] >= limit))
    return many


@compiled
def _persons(size: Any, flags: Any, bit: Any) -> Any:
    """Return the persons of the households whose flag is up."""
    many = np.int32(0)
    for i in range(len(size)):
        many = np.int32(many + np.int32(size[i]) * np.int32((flags[i] >> bit) & ONE))
    return many


@compiled
def _count(
    first: int, last: int, c: Any, line: int, limit: Any, approving: Any, people: Any, homes: Any, gaps: Any
) -> None:
    offsets, size, income, gap, record, registered, exited, approval = c
    widest = np.int64(0)
    for v in range(first, last):
        widest = max(widest, np.int64(offsets[v + 1]) - np.int64(offsets[v]))
    scratch = np.empty((2, widest), dtype=np.uint8)
    for v in range(first, last):
        lo, hi = np.int64(offsets[v]), np.int64(offsets[v + 1])
        for need in range(len(gap)):
            gaps[0, need, v] = _reached(gap[need, lo:hi], limit)
            gaps[1, need, v] = _reached(record[need, lo:hi], limit)
        homes[0, v] = _reached(registered[lo:hi].view(np.uint8), ONE)
        homes[1, v] = _reached(exited[lo:hi].view(np.uint8), ONE)
        homes[2, v] = _reached(approval[lo:hi], approving)
        poor, flags, yuan = scratch[0, : hi - lo], scratch[1, : hi - lo], income[lo:hi]
        for i in range(hi - lo):
            poor[i] = np.uint8(yuan[i] < line)
        for need in range(FIRST, LAST):
            level = gap[need, lo:hi]
            for i in range(hi - lo):
                poor[i] |= np.uint8(level[i] >= limit)
        on, off = registered[lo:hi].view(np.uint8), exited[lo:hi].view(np.uint8)
        for i in range(hi - lo):
            unlifted, unlisted = on[i] & (off[i] ^ ONE), on[i] ^ ONE
            flags[i] = (
                (poor[i] << ONE)
                | (unlifted << np.uint8(2))
                | ((unlifted | poor[i]) << np.uint8(3))
                | ((off[i] & poor[i]) << np.uint8(4))
                | (off[i] << np.uint8(5))
                | ((poor[i] & unlisted) << np.uint8(6))
                | (unlisted << np.uint8(7))
                | ONE
            )
        for bit in range(len(people)):
            people[bit, v] = _persons(size[lo:hi], flags, np.uint8(bit))


def village_sums(columns: Columns, line: int, *, parts: int = 1, over: Over = map) -> VillageSums:
    """Return the sums of every village; see `sums.village_sums`, for `parts` and `over` `week1_fast.step`."""
    people = np.empty((BY_PERSON, columns.villages), dtype=np.int64)
    homes = np.empty((BY_HOME, columns.villages), dtype=np.int64)
    gaps = np.empty((2, len(NEEDS), columns.villages), dtype=np.int64)
    names = ("offsets", "size", "income", "gap", "record", "registered", "exited", "approval")
    rows = tuple(getattr(columns, name) for name in names)
    limit, approving = np.uint8(open_from()), np.uint8(parameters("kernel1").number("approval.approving"))

    def work(part: Part) -> None:
        _count(*part, rows, line, limit, approving, people, homes, gaps)

    for _ in over(work, ranges(columns, parts)):
        pass
    persons, poor_persons, recorded, composite, wrong, exited, missed, unregistered = people
    return VillageSums(
        households=np.diff(columns.offsets).astype(np.int64),
        persons=persons,
        registered=homes[0],
        exited=homes[1],
        poor_persons=poor_persons,
        recorded_persons=recorded,
        composite_persons=composite,
        wrong_persons=wrong,
        exited_persons=exited,
        missed_persons=missed,
        unregistered_persons=unregistered,
        approving=homes[2],
        gaps=gaps[0],
        recorded_gaps=gaps[1],
    )


def warm_up() -> None:
    """Compile the loops, or load them from numba's cache, by the sums of no households."""
    village_sums(nobody(), 0)
