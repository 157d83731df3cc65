"""Draws are keyed: what is drawn depends on what it is for, and on nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.county.draws import Draws, mix, scaled, words

ROOT = Path(__file__).parents[2]
PROBE = """
from pathlib import Path
from game.county.draws import Draws
from game.county.generate import generate
from game.county.kernel import WeekInputs, step
from game.county.read import read_county, slice_county
county = slice_county(read_county(Path("counties/t-county.yaml").read_text(encoding="utf-8"), "t-county"), (), 3000)
draws = Draws(2**127 + 11)
columns = generate(county, draws.key("county"))
inputs = WeekInputs(key=draws.key("week", "", 7), day=7, line=3218, exits=True,
    effort={3: (100,) * 7, 50: (40,) * 7}, paper={9: (200,) * 7}, reveal={4: 500}, shocks={5: (9000,) * 7},
    income={7: 90000}, goodwill={8: -900}, honesty={5: 300})
print(columns.digest(), step(columns, inputs).digest(), draws.below(10**6, "a", "b", 3, 1), draws.key("x"))
"""


@pytest.mark.ci
def test_same_world_in_every_process() -> None:
    """Fresh processes with different hash seeds draw the same county and step it to the same digest."""
    seen = set()
    for hash_seed in ("0", "1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run(
            [sys.executable, "-c", PROBE], env=env, capture_output=True, text=True, check=True, cwd=ROOT
        )
        seen.add(done.stdout)
    assert len(seen) == 1


@given(
    st.integers(0, 2**128 - 1), st.integers(1, 10**9), st.text(max_size=8), st.text(max_size=8), st.integers(0, 9999)
)
def test_below_stays_in_range_and_repeats(seed: int, n: int, stream: str, subject: str, day: int) -> None:
    """A draw lies in its range and is the same when asked again, whatever was drawn in between."""
    draws = Draws(seed)
    first = draws.below(n, stream, subject, day)
    assert 0 <= first < n
    draws.below(7, "other")
    assert draws.below(n, stream, subject, day) == first


def test_each_part_of_the_key_counts() -> None:
    """Seed, stream, subject, day and k each change the draw; neighbours do not run together."""
    n = 2**60
    draws = Draws(1)
    drawn = {
        draws.below(n, "ab", "c"),
        draws.below(n, "a", "bc"),
        draws.below(n, "ab", "c", 1),
        draws.below(n, "ab", "c", 0, 1),
        Draws(2).below(n, "ab", "c"),
        draws.key("ab", "c"),
    }
    assert len(drawn) == 6


def test_permille_is_as_likely_as_it_says() -> None:
    """250 per mille comes true about every fourth time, never at 0 and always at 1000."""
    draws = Draws(9)
    hits = sum(draws.permille(250, "x", str(i)) for i in range(4000))
    assert 900 < hits < 1100
    assert not any(draws.permille(0, "x", str(i)) for i in range(100))
    assert all(draws.permille(1000, "x", str(i)) for i in range(100))


@pytest.mark.parametrize("seed", [-1, 2**128])
def test_seed_must_fit(seed: int) -> None:
    """A seed outside 128 bits is refused."""
    with pytest.raises(ValueError, match="seed"):
        Draws(seed)


def test_empty_range_is_refused() -> None:
    """Nothing can be drawn from nothing."""
    with pytest.raises(ValueError, match="empty"):
        Draws(0).below(0, "x")


def test_words_do_not_depend_on_the_batch() -> None:
    """A row gets the same word alone, in a batch, and by the scalar definition."""
    rows = np.arange(1000, dtype=np.uint64)
    batch = words(77, rows, 3)
    assert batch[500] == words(77, rows[500:501], 3)[0]
    start = mix(77 + 4 * 0x9E3779B97F4A7C15)
    assert int(batch[500]) == mix(start + 500 * 0x9E3779B97F4A7C15)
    assert len(np.unique(batch)) == 1000


def test_scaled_is_even() -> None:
    """Scaled words fall evenly into their range."""
    values = scaled(words(5, np.arange(100_000, dtype=np.uint64), 0), 16, 16, 10)
    counts = np.bincount(values, minlength=10)
    assert len(counts) == 10
    assert counts.min() > 9500
    assert counts.max() < 10500
