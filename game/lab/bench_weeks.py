"""How fast the household week is by itself: numpy, its compiled twin, one object a household, the memory's limit."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from time import perf_counter

import numpy as np

from game.county import week1
from game.county.columns import Columns
from game.county.kernel import WeekInputs

Figures = dict[str, list[float]]

COUNTY = 240_000
"""Households of T County in full."""
SIZES = {"household_10k_ns": 10_000, "household_100k_ns": 100_000, "household_1m_ns": 1_000_000}
AGENTS = 10_000
"""Households that are made one object each."""
_COPIED = 1 << 26
"""Bytes copied at a time to measure the memory: more than any cache holds."""


class Unequal(AssertionError):
    """Two writings of the same week came to different households."""


def timed(work: Callable[[], object]) -> float:
    """Return how long a piece of work took, in milliseconds."""
    begun = perf_counter()
    work()
    return 1000 * (perf_counter() - begun)


def household_weeks(columns: Columns, weeks: list[WeekInputs], repeats: int = 9) -> Figures:
    """Time the busiest of the weeks in every way there is here, in turns; `Unequal` where results differ."""
    busiest = max(weeks, key=lambda week: len(week.model_dump_json()))
    county, week = sized(columns, busiest, COUNTY)
    numpy = partial(week1.step, county, week)
    numpy()
    if find_spec("numba") is None:
        figures = {"week_numpy_ms": [timed(numpy) for _ in range(repeats)]}
    else:
        figures = _with_the_twin(columns, busiest, county, week, repeats)
    if find_spec("mesa") is not None:
        figures |= _with_agents(*sized(columns, busiest, AGENTS), figures, county.households)
    return figures


def _with_the_twin(columns: Columns, busiest: WeekInputs, county: Columns, week: WeekInputs, repeats: int) -> Figures:
    from game.county import week1_fast

    figures: Figures = {name: [] for name in ("week_numpy_ms", "week_numba_ms", "week_two_ms")}
    with ThreadPoolExecutor(2) as pool:
        both = partial(week1_fast.step, county, week, parts=2, over=pool.map)
        works = (partial(week1.step, county, week), partial(week1_fast.step, county, week), both)
        # The first call compiles or loads, and wakes the threads
        if len({work().digest() for work in works}) != 1:
            raise Unequal("numpy and its twin disagree")
        for _ in range(repeats):
            for name, work in zip(figures, works, strict=True):
                figures[name].append(timed(work))
    rows = list(zip(*figures.values(), strict=True))
    figures["week_gain"] = [one / twin for one, twin, _ in rows]
    figures["week_two_gain"] = [one / two for one, _, two in rows]
    figures |= _by_size(partial(sized, columns, busiest), repeats)
    touched = 2 * sum(array.nbytes for array in county.arrays().values())  # read once, written once
    limit = touched / _bandwidth()
    figures["memory_share"] = [1000 * limit / (took / 1000) for took in figures["week_numba_ms"]]
    return figures


def _by_size(county: Callable[[int], tuple[Columns, WeekInputs]], repeats: int) -> Figures:
    """Time a household's week in counties of all sizes, in turns, so that a slow minute strikes every size."""
    from game.county import week1_fast

    figures: Figures = {name: [] for name in SIZES}
    works: dict[str, tuple[int, Callable[[], None]]] = {}
    for name, households in SIZES.items():
        part, week = county(households)
        # As many household-weeks in every sample: a small county's single week is too short for the clock
        times = max(SIZES.values()) // households
        works[name] = times * part.households, partial(_again, times, partial(week1_fast.step, part, week))
        works[name][1]()
    for _ in range(repeats):
        for name, (weeks, work) in works.items():
            figures[name].append(1e6 * timed(work) / weeks)
    return figures


def _again(times: int, work: Callable[[], object]) -> None:
    for _ in range(times):
        work()


def _bandwidth() -> float:
    """Return bytes a second that copying moves here, read and written, the best of some tries."""
    source = np.zeros(_COPIED, dtype=np.uint8)
    target = np.empty_like(source)
    return max(2 * _COPIED / (timed(partial(np.copyto, target, source)) / 1000) for _ in range(8))


def _with_agents(columns: Columns, week: WeekInputs, others: Figures, households: int) -> Figures:
    from game.lab.agents import County

    figures: Figures = {"agents_ms": []}
    expected = week1.step(columns, week).digest()
    for _ in range(3):
        agents = County(columns)
        agents.week = week
        figures["agents_ms"].append(timed(agents.step))
        if agents.as_columns().digest() != expected:
            raise Unequal("agents and columns disagree")
    for name, other in (("agents_to_numpy", "week_numpy_ms"), ("agents_to_numba", "week_numba_ms")):
        if other in others:
            each = sorted(others[other])[len(others[other]) // 2] / households
            figures[name] = [took / columns.households / each for took in figures["agents_ms"]]
    return figures


def sized(columns: Columns, week: WeekInputs, households: int) -> tuple[Columns, WeekInputs]:
    """Return whole villages of about so many households, the county's over and over, and the week they all have."""
    times = -(-households // columns.households)
    starts = np.arange(times)[:, None] * columns.households + columns.offsets[None, :-1]
    ends = np.append(starts.ravel(), times * columns.households)
    villages = max(1, int(np.searchsorted(ends, households, side="right")) - 1)
    rows = np.arange(ends[villages]) % columns.households
    arrays = {
        name: np.ascontiguousarray(array[..., rows]) for name, array in columns.arrays().items() if name != "offsets"
    }
    tables = {
        name: {v: value[v % columns.villages] for v in range(villages) if v % columns.villages in value}
        for name, value in week
        if isinstance(value, dict)
    }
    return Columns(offsets=ends[: villages + 1].astype(np.int32), **arrays), week.model_copy(update=tables)
