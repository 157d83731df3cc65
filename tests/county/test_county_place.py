"""A place is its villages, however it is asked for."""

from __future__ import annotations

import numpy as np
import pytest

from game.county.place import Place
from game.county.read import read_county
from game.resources import county_text


@pytest.fixture(scope="module")
def county():
    """The county of the library."""
    return read_county(county_text("t-county"), "t-county")


def test_a_place_says_what_its_villages_say(county):
    """Rows, townships and the way are those of its villages, also when it is asked for again."""
    names = ["county", *(f"zone:{z.id}" for z in county.zones), *(f"township:{t.id}" for t in county.townships)]
    names += [f"village:{v.id}" for v in county.villages]
    for name in names * 2:
        place, villages = county.place(name), county.place_villages(name)
        assert place.villages == villages
        assert place.rows.tolist() == [v.index for v in villages]
        assert place.indexes == {v.index for v in villages}
        assert place.townships == tuple(t.id for t in county.townships if any(v.township == t.id for v in villages))
        assert place.remote == sum(v.remote for v in villages) // len(villages)


@pytest.mark.parametrize("name", ["", "county:", "town:x", "village:nowhere", "zone:", "township:nowhere"])
def test_what_is_no_place_stays_none(county, name):
    """Asking twice makes no place of it."""
    if name == "county:":
        assert county.place(name).villages == county.villages
        return
    for _ in range(2):
        with pytest.raises(KeyError):
            county.place(name)


def test_nobody_can_write_to_a_place(county):
    """Its rows are shared by whoever asks."""
    with pytest.raises(ValueError, match="read-only"):
        county.place("county").rows[0] = 7
    assert Place.of(()).rows.dtype == np.int64
    assert Place.of(()).remote == 0
