"""An invented county is a county: whole, valid, the same for the same seed, and read back as it was written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.county.carve import CarveError, Carver, counter
from game.county.draws import Draws
from game.county.geometry import area2, edges, first_fault, overlap, strictly_inside
from game.county.ground import carve_county
from game.county.invent import HOUSEHOLDS_MOST, Wishes, invent
from game.county.naming import Naming, syllables
from game.county.place import County
from game.county.read import read_county
from game.county.write import write_county

ROOT = Path(__file__).parents[2]
PROBE = """
from hashlib import sha256
from game.county.invent import Wishes, invent
from game.county.write import write_county
print(sha256(write_county(invent(Wishes(townships=9, zones=4, households=60_000), 2**100 + 3)).encode()).hexdigest())
"""

wishes = st.integers(3, 60).flatmap(
    lambda townships: st.builds(
        Wishes,
        townships=st.just(townships),
        zones=st.integers(1, min(9, townships)),
        households=st.integers(townships, HOUSEHOLDS_MOST * townships),
        poor_permille=st.integers(0, 1000),
    )
)


def ring_of(county: County) -> bool:
    """Whether every side is shared by two townships or lies on the county's own border, which is one ring."""
    count: dict[frozenset, int] = {}
    for township in county.townships:
        for side in edges(township.outline):
            count[frozenset(side)] = count.get(frozenset(side), 0) + 1
    assert set(count.values()) <= {1, 2}
    outer = [tuple(side) for side, n in count.items() if n == 1]
    ring, left = list(outer[0]), outer[1:]
    while left:
        here = next(side for side in left if ring[-1] in side)
        left.remove(here)
        ring.append(here[0] if here[1] == ring[-1] else here[1])
    return ring[0] == ring[-1] and area2(ring[:-1]) == sum(area2(t.outline) for t in county.townships)


@settings(max_examples=3, deadline=None)
@given(wishes, st.integers(0, 2**128 - 1))
def test_any_seed_and_size_is_a_county(wished: Wishes, seed: int) -> None:
    """Whatever the seed and the size, the county is as wished, valid to the reader, and equal after a round trip."""
    county = invent(wished, seed)
    assert len(county.townships) == wished.townships
    assert len(county.zones) == wished.zones
    assert {t.zone for t in county.townships} == {z.id for z in county.zones}
    assert sum(v.households for v in county.villages) == wished.households
    assert min(v.households for v in county.villages) >= 1
    assert sum(v.poor for v in county.villages) == len(county.villages) * wished.poor_permille // 1000
    assert len({v.name for v in county.villages}) == len(county.villages)
    assert county.sites
    assert ring_of(county)
    assert read_county(write_county(county), county.id) == county


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.integers(3, 60), st.integers(1, 9), st.integers(0, 2**128 - 1))
def test_ground_is_found_for_every_seed(townships: int, zones: int, seed: int) -> None:
    """No seed is left without a map, and no township is a sliver."""
    parts = carve_county(townships, min(zones, townships), Draws(seed))
    sizes = [area2(ring) for part in parts.values() for ring in part]
    assert len(sizes) == townships
    assert min(sizes) * townships * 5 >= sum(sizes)


def test_a_county_is_lived_in() -> None:
    """Villages stand apart inside their township, each with a place of its own; zones lie on their side of the map."""
    county = invent(Wishes(), 7)
    middles: dict[str, list[tuple[int, int]]] = {}
    for township in county.townships:
        villages = county.villages_of(township.id)
        assert 14 <= len(villages) <= 20
        places = [(v.x, v.y) for v in villages]
        assert len(set(places)) == len(places)
        assert all(strictly_inside(p, township.outline) for p in places)
        middles.setdefault(township.zone, []).append(places[0])
    mean = {zone: (sum(x for x, _ in p) // len(p), sum(y for _, y in p) // len(p)) for zone, p in middles.items()}
    assert mean["west"][0] < mean["centre"][0] < mean["east"][0]
    assert mean["north"][1] < mean["centre"][1] < mean["south"][1]
    remote = sorted(v.remote for v in county.villages)
    poor = [v.remote for v in county.villages if v.poor]
    assert sum(poor) / len(poor) > sum(remote) / len(remote)
    assert remote[-1] - remote[0] > 400


@pytest.mark.ci
def test_same_seed_same_county_in_every_process() -> None:
    """Fresh processes with different hash seeds invent the same county to the letter; another seed another one."""
    seen = set()
    for hash_seed in ("0", "77"):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run(
            [sys.executable, "-c", PROBE], env=env, capture_output=True, text=True, check=True, cwd=ROOT
        )
        seen.add(done.stdout)
    assert len(seen) == 1
    small = Wishes(townships=3, zones=1, households=900)
    assert invent(small, 1) == invent(small, 1) != invent(small, 2)


@pytest.mark.parametrize(
    ("wished", "fault"),
    [
        (Wishes(townships=2), "townships"),
        (Wishes(townships=61), "townships"),
        (Wishes(townships=4, zones=5, households=1000), "zones"),
        (Wishes(zones=0), "zones"),
        (Wishes(households=30), "households"),
        (Wishes(households=31 * HOUSEHOLDS_MOST + 1), "households"),
        (Wishes(poor_permille=1001), "poor_permille"),
    ],
)
def test_wishes_out_of_range_are_refused(wished: Wishes, fault: str) -> None:
    """What cannot be made is named, not made."""
    assert wished.fault() == fault
    with pytest.raises(ValueError, match=fault):
        invent(wished, 1)


def test_the_starting_figures_are_those_wished_for() -> None:
    """A profile travels into the county and its file."""
    given_profile = {"registered_bp": 2715, "recorded_bp": 2715}
    county = invent(Wishes(townships=3, zones=1, households=600, profile=given_profile), 4)
    assert read_county(write_county(county), county.id).profile == given_profile


def test_the_shipped_county_is_written_as_it_is_read(whole_county: County) -> None:
    """The writer knows everything a county file can say."""
    assert read_county(write_county(whole_county), whole_county.id) == whole_county


@pytest.mark.parametrize(
    "name", ["真", "yes", "12", "a: b", "引 号\"'", "#井", "[括]", "{花}", "路\\径", "- 横", "~", "&a *b"]
)
def test_odd_names_are_written_safely(county: County, name: str) -> None:
    """A name that YAML would take for something else comes back as the name."""
    odd = replace(county, name=name, zones=tuple(replace(z, name=name) for z in county.zones))
    assert read_county(write_county(odd), odd.id) == odd


def test_carving_keeps_the_ground() -> None:
    """Parts of any piece, bays and all, fill it: same area, simple, nothing in common; a triangle is not parted."""
    bay = [(0, 0), (300, 0), (300, 90), (120, 100), (110, 200), (300, 210), (300, 300), (0, 300), (10, 150)]
    for seed in range(20):
        parts = Carver(Draws(seed), 20).divide(bay, [1, 2, 1, 3], "bay")
        assert sum(area2(p) for p in parts) == area2(bay)
        assert all(first_fault(p) is None for p in parts)
        assert not any(overlap(a, b) for k, a in enumerate(parts) for b in parts[:k])
    with pytest.raises(CarveError):
        Carver(Draws(1), 20).divide([(0, 0), (9, 0), (0, 9)], [1, 1], "corner")
    assert counter([(0, 0), (0, 9), (9, 9)]) == [(9, 9), (0, 9), (0, 0)]


def test_names_do_not_run_out() -> None:
    """A thousand villages and sixty townships all get names of their own; known places are left alone."""
    naming = Naming(Draws(3))
    towns = [naming.township(str(k)) for k in range(60)]
    villages = [naming.village(str(k)) for k in range(1200)]
    assert len({ident for ident, _ in towns}) == len({name for _, name in towns}) == 60
    assert len(set(villages)) == 1200
    assert not {name for _, name in towns} & set(syllables()["township"]["avoid"])
    assert not set(villages) & set(syllables()["village"]["avoid"])
