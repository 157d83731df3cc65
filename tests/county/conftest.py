"""The county that ships, and households drawn for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.county.columns import Columns
from game.county.draws import Draws
from game.county.generate import generate
from game.county.place import County
from game.county.read import read_county, slice_county

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def county_text() -> str:
    return (ROOT / "counties" / "t-county.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def whole_county(county_text: str) -> County:
    return read_county(county_text, "t-county")


@pytest.fixture(scope="session")
def county(whole_county: County) -> County:
    """Return the north zone, the part that most exercises are played in: a fifth of the work for the same rules."""
    return slice_county(whole_county, tuple(t.id for t in whole_county.townships if t.zone == "north"), None)


@pytest.fixture(scope="session")
def small_county(county: County) -> County:
    return slice_county(county, ("yunling", "baiyan"), 3000)


@pytest.fixture(scope="session")
def columns(small_county: County) -> Columns:
    return generate(small_county, Draws(20).key("county"))


@pytest.fixture(scope="session")
def full_columns(county: County) -> Columns:
    return generate(county, Draws(20).key("county"))
