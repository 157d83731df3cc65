"""The signs of the model hold in more than one county: the same tests over several seeds."""

from __future__ import annotations

import pytest

SEEDS = [
    7,
    *(pytest.param(seed, marks=pytest.mark.ci) for seed in (1, 2)),
    *(pytest.param(seed, marks=pytest.mark.slow) for seed in (3, 4, 6, 8, 9, 10)),
]
"""One in the plain run, two more in CI, nine by `python -m pytest -m "slow or not slow" tests/exercise`."""


@pytest.fixture(scope="session", params=SEEDS)
def seed(request: pytest.FixtureRequest) -> int:
    """Return the seed of the county and of its draws."""
    return request.param
