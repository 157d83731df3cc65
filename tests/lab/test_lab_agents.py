"""The same week by one agent a household: other code, the same county, row by row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.county.columns import Columns
from game.county.draws import Draws
from game.county.generate import generate
from game.county.kernel import KERNELS, WeekInputs, step
from game.county.read import read_county, slice_county
from game.resources import county_text

agents = pytest.importorskip("game.lab.agents", reason="needs the extra compare", exc_type=ImportError)

SEVEN = st.tuples(*[st.integers(0, 3000)] * 7)


@pytest.fixture(scope="module")
def columns() -> Columns:
    """Return one township with few households."""
    text = county_text("t-county")
    assert text is not None
    county = slice_county(read_county(text, "t-county"), ("baiyan",), 900)
    return generate(county, Draws(3).key("households"), line=3218)


@st.composite
def weeks(draw: st.DrawFn) -> WeekInputs:
    """Return any week of a county of a few villages."""

    def table(values: st.SearchStrategy) -> dict:
        return draw(st.dictionaries(st.integers(0, 9), values, max_size=6))

    return WeekInputs(
        kernel=draw(st.sampled_from(sorted(KERNELS))),
        key=draw(st.integers(0, 2**63 - 1)),
        day=7,
        line=draw(st.sampled_from([2800, 3218, 4000])),
        effort=table(SEVEN),
        paper=table(SEVEN),
        reveal=table(st.integers(0, 1000)),
        shocks=table(SEVEN),
        income=table(st.integers(0, 500_000)),
        goodwill=table(st.integers(-20_000, 20_000)),
        honesty=table(st.integers(0, 1000)),
        exits=draw(st.booleans()),
    )


@settings(max_examples=25, deadline=None)
@given(weeks())
def test_agents_and_columns_live_the_same_week(columns: Columns, inputs: WeekInputs) -> None:
    """Every column of every household agrees after any week."""
    by_columns, by_agents = step(columns, inputs), agents.step(columns, inputs)
    for name, array in by_columns.arrays().items():
        assert np.array_equal(array, getattr(by_agents, name)), name
    assert by_columns.digest() == by_agents.digest()


@pytest.mark.parametrize("version", sorted(KERNELS))
def test_they_agree_for_a_year(columns: Columns, version: int) -> None:
    """Fifty-two weeks on, the two counties are still the same."""
    county = agents.County(columns)
    draws = Draws(9)
    for number in range(52):
        county.week = WeekInputs(
            kernel=version,
            key=draws.key("week", day=number),
            day=7 * number,
            line=3218,
            effort={number % 10: (40, 60, 80, 20, 100, 0, 300)},
            paper={number % 7: (0, 90, 0, 50, 0, 0, 0)},
            income={number % 5: 20_000},
            exits=number % 4 == 3,
        )
        columns = step(columns, county.week)
        county.step()
    assert county.as_columns().digest() == columns.digest()
