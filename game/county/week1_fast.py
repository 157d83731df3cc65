"""Twin of `week1.step`, compiled by numba (extra `fast`): the same columns bit for bit, several times faster.

Whoever imports this module needs numba; `kernel.use_twin` puts the twin in the place of numpy's step. The twin says
nothing of its own: a change of meaning goes into week1 first, as a new kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.county import week1
from game.county.columns import Columns
from game.county.draws import _GOLDEN, mix
from game.county.place import NEEDS
from game.county.week1_fast_loops import APPROVAL, Ints, Numbers, Rows, Tables, villages

if TYPE_CHECKING:
    from game.county.kernel import WeekInputs

LIMIT = 1 << 40
"""Amounts from here on are left to numpy: what overflows there need not be copied here."""
Part = tuple[int, int]
"""First village, and the one after the last."""
Over = Callable[[Callable[[Part], None], Iterable[Part]], Iterable[None]]


class _TooMuchError(Exception):
    """The week brings amounts of `LIMIT` or more."""


def step(columns: Columns, inputs: WeekInputs, *, parts: int = 1, over: Over = map) -> Columns:
    """Return the columns one week later; see `kernel.step`.

    The villages are done in `parts` ranges of about as many households, each with its own rows; `over` is `map`, or
    one that runs them at the same time (the loops let go of the interpreter).
    """
    try:
        tables = _tables(inputs, columns.villages)
    except _TooMuchError:
        return week1.step(columns, inputs)
    numbers = _numbers(inputs)
    rows = Rows(*(_own(name, getattr(columns, name)) for name in Rows._fields))
    offsets = columns.offsets

    def work(part: Part) -> None:
        villages(*part, offsets, numbers, tables, rows)

    for _ in over(work, ranges(columns, parts)):
        pass
    return columns.changed(**{name: getattr(rows, name) for name in Rows._fields})


def ranges(columns: Columns, parts: int) -> list[Part]:
    """Return ranges of villages with about as many households each."""
    edges = [0, columns.villages]
    if parts > 1:
        edges[1:1] = np.searchsorted(columns.offsets, np.arange(1, parts) * columns.households // parts).tolist()
    return list(pairwise(edges))


def warm_up() -> None:
    """Compile the loops, or load them from numba's cache, by a week of no households."""
    from game.county.kernel import WeekInputs

    step(nobody(), WeekInputs(key=0, day=0, line=0))


def nobody() -> Columns:
    """Return columns of no households."""
    none, flags = np.zeros(0, dtype=np.uint8), np.zeros(0, dtype=np.bool_)
    return Columns(
        offsets=np.zeros(1, dtype=np.int32),
        size=none,
        labour=none,
        income=np.zeros(0, dtype=np.int32),
        gap=np.zeros((len(NEEDS), 0), dtype=np.uint8),
        record=np.zeros((len(NEEDS), 0), dtype=np.uint8),
        cause=none,
        registered=flags,
        exited=flags,
        approval=none,
        approval_base=none,
    )


def _own(name: str, column: NDArray[Any]) -> NDArray[Any]:
    return column if name in ("size", "labour") else column.copy()


def _tables(inputs: WeekInputs, count: int) -> Tables:
    """Return `week1.by_village` of every table, all in one array: a small county's week is soon over."""
    if abs(inputs.line) >= LIMIT:
        raise _TooMuchError
    wide: tuple[Mapping[int, Any], ...] = (inputs.effort, inputs.paper, inputs.shocks)
    slim: tuple[Mapping[int, Any], ...] = (inputs.income, inputs.honesty, inputs.reveal, inputs.goodwill)
    needs, whole = len(NEEDS), len(NEEDS) * count
    flat = np.zeros(len(wide) * whole + len(slim) * count, dtype=np.int64)
    parts = [flat[n * whole : (n + 1) * whole].reshape(needs, count) for n in range(len(wide))]
    parts += [flat[len(wide) * whole + n * count :][:count] for n in range(len(slim))]
    effort, paper, extra, jobs, honesty, seen, goodwill = parts
    honesty.fill(week1.rules(inputs.kernel).honesty)
    index, amounts = _checked(wide, slim, count)
    if index.size:
        # Where each row of a table begins in the one array; the needs of a wide row lie `count` apart
        begins = [n * whole for n in range(len(wide))] + [len(wide) * whole + n * count for n in range(len(slim))]
        places = index + np.repeat(begins, [len(table) for table in (*wide, *slim)])
        cut = sum(map(len, wide))
        apart = np.arange(0, whole, count)
        flat[np.concatenate(((places[:cut, None] + apart).ravel(), places[cut:]))] = amounts
    extra *= week1.STRIKE_BASE // 100_000
    seen *= 1000
    return Tables(effort, paper, extra, jobs, honesty, seen, goodwill)


def _checked(wide: Sequence[Mapping[int, Any]], slim: Sequence[Mapping[int, Any]], count: int) -> tuple[Ints, Ints]:
    """Return the villages and the amounts of the tables, one after the other; the last table has signs."""
    index = np.fromiter(chain(*wide, *slim), dtype=np.int64, count=sum(map(len, (*wide, *slim))))
    each = chain(*(chain.from_iterable(t.values()) for t in wide), *(t.values() for t in slim))
    size = len(NEEDS) * sum(map(len, wide)) + sum(map(len, slim))
    amounts = np.fromiter(each, dtype=np.int64, count=size)
    plain = amounts[: size - len(slim[-1])].view(np.uint64)
    # Read without a sign, what lies below nothing is past every limit: one look finds both kinds
    if (int(index.view(np.uint64).max(initial=0)) >= count and index.size) or int(plain.max(initial=0)) >= LIMIT:
        for table in (*wide, *slim[:-1]):
            week1.by_village(table, count)  # says which village it is, or that an amount is below nothing
        week1.by_village(slim[-1], count, signed=True)
        raise _TooMuchError
    if slim[-1] and int(np.abs(amounts[plain.size :]).max()) >= LIMIT:
        raise _TooMuchError
    return index, amounts


def _numbers(inputs: WeekInputs) -> Numbers:
    r = week1.rules(inputs.kernel)
    return Numbers(
        **_of_rules(r),
        line=inputs.line,
        edge=inputs.line * r.edge_line,
        safe=inputs.line * r.margin // 1000,
        exits=inputs.exits,
        starts=np.array([mix(inputs.key + (n + 1) * _GOLDEN) for n in range(APPROVAL + 1)], dtype=np.uint64),
    )


@lru_cache(maxsize=8)
def _of_rules(r: week1.Rules) -> dict[str, Any]:
    """Return the numbers that only the kernel's rules decide: the same from week to week."""
    base = np.array(r.shock_base, dtype=np.int64)
    return {
        **{name: getattr(r, name) for name in Numbers._fields if name in r.__slots__},
        "idle_growth": r.growth[0],
        "able_growth": r.growth[1],
        "severity_from": r.severity[0],
        "severity_span": np.uint64(r.severity[1]),
        "base": base,
        "base_registered": base * r.registered_factor // 1000,
        "cut": np.array(r.income_cut, dtype=np.int64),
        "causes": np.array(r.cause, dtype=np.int64),
    }
