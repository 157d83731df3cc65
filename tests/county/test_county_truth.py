"""No record becomes true by itself: without work, income or luck no true gap closes, by any kernel and its twin."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.county import week1
from game.county.columns import Columns
from game.county.kernel import KERNELS, WeekInputs

Step = Callable[[Columns, WeekInputs], Columns]
LINE = 3218
SEVEN = st.tuples(*[st.integers(0, 3000)] * 7)
VILLAGE = st.integers(0, 34)
TRUTH = ("offsets", "size", "labour", "income", "gap")
VERSIONS = pytest.mark.parametrize("version", sorted(KERNELS))


@pytest.fixture(params=["numpy", "twin"])
def step(request: pytest.FixtureRequest) -> Step:
    if request.param == "numpy":
        return week1.step
    if find_spec("numba") is None:
        pytest.skip("needs the extra fast")
    from game.county import week1_fast

    return week1_fast.step


def often(examples: int) -> settings:
    # the fixtures only read; every example may have the same ones
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def table(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(VILLAGE, values, max_size=6)


def helpless(version: int, key: int, **changes: object) -> WeekInputs:
    """A week in which nobody works and nobody earns."""
    return WeekInputs(**({"kernel": version, "key": key, "day": 7, "line": LINE} | changes))


@VERSIONS
@often(15)
@given(
    key=st.integers(0, 2**63 - 1),
    paper=table(SEVEN),
    shocks=table(SEVEN),
    reveal=table(st.integers(0, 1000)),
    goodwill=table(st.integers(-20_000, 20_000)),
    honesty=table(st.integers(0, 1000)),
    line=st.sampled_from([LINE, 4000, 9000]),
    exits=st.booleans(),
)
def test_no_gap_closes_by_itself(columns: Columns, step: Step, version: int, key: int, **brought: object) -> None:
    """Neither paper, nor looking, nor praise, nor lifting makes any home's need smaller; persons stay who they are."""
    after = step(columns, helpless(version, key, **brought))
    assert (after.gap >= columns.gap).all()
    for name in ("offsets", "size", "labour"):
        assert np.array_equal(getattr(after, name), getattr(columns, name)), name
    assert not (columns.registered & ~after.registered).any(), "who was ever registered stays on the books"


@VERSIONS
@often(15)
@given(key=st.integers(0, 2**63 - 1), paper=table(SEVEN), exits=st.booleans())
def test_paper_changes_the_record_alone(
    columns: Columns, step: Step, version: int, key: int, paper: dict, exits: bool
) -> None:
    """The same week with paper has the same truth to the last yuan, and a record nowhere worse than the truth."""
    plain, papered = (step(columns, helpless(version, key, exits=exits, paper=p)) for p in ({}, paper))
    for name in TRUTH:
        assert np.array_equal(getattr(papered, name), getattr(plain, name)), name
    assert (papered.record <= np.maximum(plain.record, papered.gap)).all()


@VERSIONS
def test_years_of_paper_close_nothing(columns: Columns, step: Step, version: int) -> None:
    """A county that only writes has a clean record after three years and as many open needs as one that sleeps."""
    every = range(columns.villages)
    asleep = writing = columns
    for number in range(156):
        calm = {"key": number, "exits": number % 4 == 0, "version": version}
        asleep = step(asleep, helpless(**calm))
        writing = step(writing, helpless(**calm, paper=dict.fromkeys(every, (5_000,) * 7)))
    assert np.array_equal(writing.gap, asleep.gap)
    assert np.array_equal(writing.income, asleep.income)
    assert int((writing.record >= 40).sum()) * 10 < int((asleep.record >= 40).sum())
    assert writing.exited.sum() > asleep.exited.sum()
