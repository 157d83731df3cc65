"""The compiled twin of the weekly step equals numpy's in every bit, whatever the week brings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.county import kernel, sums, week1
from game.county.columns import Columns
from game.county.kernel import KERNELS, UnknownKernelError, WeekInputs, use_twin

if find_spec("numba") is None:
    pytest.skip("the extra `fast` is not installed", allow_module_level=True)

from game.county import sums_fast, week1_fast

LINE = 3218
MOST = np.iinfo(np.int32).max
LEVELS = np.array([0, 0, 0, 0, 1, 39, 40, 41, 55, 90, 100, 149, 150], dtype=np.uint8)
GOLDEN = {1: "1fe410c1e522e213478561fd1575acd0", 2: "7bf0284f34e50c3ff54ab2e4798890ff"}
KEYS = st.integers(0, 2**63 - 1)


@pytest.fixture(autouse=True)
def _numpy_again() -> Iterator[None]:
    yield
    for version in KERNELS:
        use_twin(version, None)
    sums.use_twin(None)


def drawn(counts: list[int], seed: int) -> Columns:
    """Return households that sit on every edge: gaps about 40 and at 150, incomes of nothing and of nearly too much."""
    chance = np.random.default_rng(seed)
    rows = sum(counts)
    incomes = np.array([0, 1, LINE - 1, LINE, 4826, 4827, 9000, MOST - 9, MOST])
    income = np.where(chance.random(rows) < 0.3, chance.choice(incomes, rows), chance.integers(0, 12_000, rows))
    registered = chance.random(rows) < chance.choice([0.0, 0.3, 1.0])
    approval = np.where(chance.random(rows) < 0.2, chance.choice([0, 1, 99, 100], rows), chance.integers(0, 101, rows))
    return Columns(
        offsets=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
        size=chance.integers(1, 9, rows).astype(np.uint8),
        labour=chance.integers(0, 5, rows).astype(np.uint8),
        income=income.astype(np.int32),
        gap=chance.choice(LEVELS, (7, rows)),
        record=chance.choice(LEVELS, (7, rows)),
        cause=chance.integers(0, 14, rows).astype(np.uint8),
        registered=registered,
        exited=registered & (chance.random(rows) < 0.5),
        approval=approval.astype(np.uint8),
        approval_base=chance.integers(0, 101, rows).astype(np.uint8),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Columns, WeekInputs]:
    counts = draw(st.lists(st.one_of(st.just(0), st.integers(0, 60)), max_size=6))
    village = st.integers(0, max(len(counts) - 1, 0))

    def table(*values: st.SearchStrategy) -> dict:
        return draw(st.dictionaries(village, st.one_of(*values), max_size=4)) if counts else {}

    def seven(*most: int) -> list[st.SearchStrategy]:
        return [st.tuples(*[st.one_of(st.just(0), st.integers(0, n))] * 7) for n in most]

    inputs = WeekInputs(
        kernel=draw(st.sampled_from(sorted(KERNELS))),
        key=draw(KEYS),
        day=7,
        line=draw(st.sampled_from([0, 1, LINE, 2**31, 2**45])),
        effort=table(*seven(300, 10_000)),
        paper=table(*seven(300, 10_000)),
        shocks=table(*seven(50, 40_000)),
        reveal=table(st.integers(0, 1000)),
        income=table(st.integers(0, 300_000), st.just(2**41)),
        goodwill=table(st.integers(-20_000, 20_000), st.sampled_from([-1, 999, -1001, -(2**50)])),
        honesty=table(st.integers(0, 1000), st.sampled_from([0, 1000])),
        exits=draw(st.booleans()),
    )
    return drawn(counts, draw(st.integers(0, 2**32))), inputs


def assert_equal(columns: Columns, inputs: WeekInputs) -> None:
    before = columns.digest()
    one, other = week1.step(columns, inputs), week1_fast.step(columns, inputs)
    for name, column in one.arrays().items():
        twin = getattr(other, name)
        assert twin.dtype == column.dtype, name
        assert np.array_equal(twin, column), name
        assert not twin.flags.writeable, name
    assert one.digest() == other.digest()
    assert columns.digest() == before


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_twin_equals_numpy(case: tuple[Columns, WeekInputs]) -> None:
    """Every column of a week is the same by both, and the columns it started from are untouched."""
    assert_equal(*case)


@settings(max_examples=40, deadline=None)
@given(cases(), st.sampled_from([-5, 0, 1, LINE, 2**31, 2**45]))
def test_the_twin_adds_up_as_numpy_does(case: tuple[Columns, WeekInputs], line: int) -> None:
    """Every sum of every village is the same by both, whoever is asked for them."""
    columns, _ = case
    one, other = sums.by_numpy(columns, line), sums_fast.village_sums(columns, line)
    sums.use_twin(sums_fast.village_sums)
    asked = sums.village_sums(columns, line)
    halves = sums_fast.village_sums(columns, line, parts=2)
    for name in one.__slots__:
        expected = getattr(one, name)
        for twin in (getattr(other, name), getattr(asked, name), getattr(halves, name)):
            assert twin.dtype == expected.dtype, name
            assert np.array_equal(twin, expected), name


@pytest.mark.timeout(600)
@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(cases())
def test_the_twin_equals_numpy_at_length(case: tuple[Columns, WeekInputs]) -> None:
    """The same for many more weeks."""
    assert_equal(*case)


def busy(villages: int, key: int, *, exits: bool, version: int = 1) -> WeekInputs:
    some = range(0, villages, 2)
    return WeekInputs(
        kernel=version,
        key=key,
        day=7,
        line=LINE,
        effort=dict.fromkeys(some, (30, 200, 100, 0, 400, 60, 500)),
        paper=dict.fromkeys(some, (0, 100, 50, 80, 90, 0, 200)),
        shocks=dict.fromkeys(some, (0, 300, 100, 0, 500, 0, 900)),
        reveal=dict.fromkeys(some, 40),
        income=dict.fromkeys(some, 50_000),
        goodwill={v: 700 - 40 * v for v in some},
        honesty=dict.fromkeys(some, 850),
        exits=exits,
    )


@pytest.mark.parametrize("version", sorted(KERNELS))
def test_a_county_stays_the_same_for_weeks(columns: Columns, version: int) -> None:
    """Twenty busy weeks of a county come to the same columns by both, and by two parts at the same time."""
    by_numpy = by_twin = by_two = columns
    with ThreadPoolExecutor(2) as pool:
        for number in range(20):
            inputs = busy(columns.villages, 977 * number, exits=number % 4 == 0, version=version)
            by_numpy, by_twin = week1.step(by_numpy, inputs), week1_fast.step(by_twin, inputs)
            by_two = week1_fast.step(by_two, inputs, parts=2, over=pool.map)
            assert by_numpy.digest() == by_twin.digest() == by_two.digest()


@pytest.mark.parametrize("version", sorted(KERNELS))
def test_both_come_to_the_digest_on_record(version: int) -> None:
    """The week of a fixed county has had one digest since the kernel was made, on any machine, by both."""
    rows = np.arange(400, dtype=np.int64)

    def level(n: int) -> np.ndarray:
        return np.stack([LEVELS[(rows * (n + need) + need) % len(LEVELS)] for need in range(7)])

    columns = Columns(
        offsets=np.array([0, 0, 150, 151, 400, 400], dtype=np.int32),
        size=(1 + rows % 6).astype(np.uint8),
        labour=(rows % 4).astype(np.uint8),
        income=(rows * 37 % 9000).astype(np.int32),
        gap=level(3),
        record=level(5),
        cause=(rows % 14).astype(np.uint8),
        registered=rows % 3 > 0,
        exited=rows % 3 == 2,
        approval=(rows % 101).astype(np.uint8),
        approval_base=(rows * 7 % 101).astype(np.uint8),
    )
    inputs = WeekInputs(
        kernel=version,
        key=2020,
        day=7,
        line=LINE,
        effort={1: (300,) * 7, 3: (900,) * 7},
        paper={1: (200,) * 7},
        shocks={3: (3000,) * 7},
        reveal={3: 100},
        income={1: 90_000, 3: 200_000},
        goodwill={1: -1500, 3: 900},
        honesty={1: 0, 3: 1000},
        exits=True,
    )
    assert week1.step(columns, inputs).digest() == GOLDEN[version]
    assert week1_fast.step(columns, inputs).digest() == GOLDEN[version]


@pytest.mark.parametrize(
    "bad",
    [{"effort": {35: (1,) * 7}}, {"reveal": {-1: 5}}, {"effort": {0: (-1, 0, 0, 0, 0, 0, 0)}}, {"income": {0: -5}}],
)
def test_both_refuse_the_same_weeks(columns: Columns, bad: dict) -> None:
    """A week numpy's step refuses is refused in the same words."""
    inputs = WeekInputs(**{"key": 1, "day": 7, "line": LINE} | bad)
    with pytest.raises(ValueError, match=r"village|negative") as one:
        week1.step(columns, inputs)
    with pytest.raises(ValueError, match=r"village|negative") as other:
        week1_fast.step(columns, inputs)
    assert str(one.value) == str(other.value)


def test_a_twin_takes_over_and_goes_again(columns: Columns) -> None:
    """`use_twin` changes who does the weeks of one version, `None` gives them back, and unknown versions have none."""
    done: list[int] = []

    def twin(before: Columns, inputs: WeekInputs) -> Columns:
        done.append(inputs.key)
        return week1_fast.step(before, inputs)

    inputs = busy(columns.villages, 5, exits=True)
    expected = kernel.step(columns, inputs).digest()
    use_twin(1, twin)
    assert kernel.step(columns, inputs).digest() == expected
    use_twin(1, None)
    assert kernel.step(columns, inputs).digest() == expected
    assert done == [5]
    with pytest.raises(UnknownKernelError):
        use_twin(9, twin)


LOADER = """
import sys, threading
from game.county import kernel, week1
from game.session import session
from game.session.fast import prefer_fast
assert "numba" not in sys.modules and threading.active_count() == 1, "only prefer_fast may load it"
ready = prefer_fast(wait=float(sys.argv[1]))
print(ready, "numba" in sys.modules, kernel._twins.get(1, week1.step).__module__)
assert prefer_fast() in (ready, True)
"""


@pytest.mark.parametrize(
    ("switch", "wait", "said"),
    [
        ("", "100", "True True game.county.week1_fast"),
        pytest.param("0", "100", "False False game.county.week1", marks=pytest.mark.ci),
        pytest.param(
            "", "0", None, marks=pytest.mark.ci
        ),  # a program that ends while the twin is still loading ends well
    ],
)
def test_the_twin_is_loaded_only_on_request(switch: str, wait: str, said: str | None) -> None:
    """Nothing imports numba before `prefer_fast`, which puts the twin in place; `TONGHE_FAST=0` switches it off."""
    environment = {**os.environ, "TONGHE_FAST": switch}
    command = [sys.executable, "-c", LOADER, wait]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    if said is not None:
        assert done.stdout.strip() == said


def test_a_week_of_nobody() -> None:
    """Columns without a village or a household pass a week, which is how the twin warms up."""
    week1_fast.warm_up()
