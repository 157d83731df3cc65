"""What is taken out comes back: as it was, changed as it was changed, and from boundaries as real maps have them."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.bring import bring
from game.authoring.export import CSV_FILE, MAP_FILE, TABLE_FILE, geojson, write_out
from game.authoring.fit import fit
from game.county.carve import Carver
from game.county.draws import Draws
from game.county.geometry import area2, edges
from game.county.invent import Wishes, invent
from game.county.place import County
from game.county.read import read_county, slice_county


def test_the_shipped_county_comes_back(t_county: County, tmp_path: Path) -> None:
    """Map and workbook carry everything; the csv all but sites and starting figures."""
    assert [p.name for p in write_out(t_county, tmp_path)] == [MAP_FILE, TABLE_FILE, CSV_FILE]
    made = bring(tmp_path / MAP_FILE, tmp_path / TABLE_FILE)
    assert made.notes == ()
    assert made.county == t_county
    made = bring(tmp_path / MAP_FILE, tmp_path / CSV_FILE)
    assert made.notes == ()
    assert made.county == replace(t_county, sites=(), profile={})


@pytest.mark.ci
@settings(max_examples=3, deadline=None)
@given(st.integers(3, 14), st.integers(1, 9), st.integers(0, 2**64))
def test_invented_counties_come_back(
    tmp_path_factory: pytest.TempPathFactory, townships: int, zones: int, seed: int
) -> None:
    """Any invented county survives the way out and back."""
    wishes = Wishes(
        townships=townships, zones=min(zones, townships), households=800 * townships, profile={"recorded_bp": 9}
    )
    county = invent(wishes, seed)
    folder = tmp_path_factory.mktemp("out")
    write_out(county, folder)
    made = bring(folder / MAP_FILE, folder / TABLE_FILE, ident=county.id)
    assert made.notes == ()
    assert made.county == county


def test_odd_names_come_back(t_county: County, tmp_path: Path) -> None:
    """Names with brackets, quotes, commas, or a sign that Excel takes for a formula are names."""
    part = slice_county(t_county, ("yunling", "baiyan"), None)
    names = ["坪（上）村", "=SUM(A1)村", '"引"号村', "逗，号,村", "-1 村", "#井村"]
    villages = tuple(replace(v, name=names[k] if k < len(names) else v.name) for k, v in enumerate(part.villages))
    part = replace(part, villages=villages, name="某（甲）县")
    write_out(part, tmp_path)
    assert bring(tmp_path / MAP_FILE, tmp_path / TABLE_FILE).county == part


def test_a_changed_row_is_a_changed_village(t_county: County, tmp_path: Path) -> None:
    """What an instructor changes in the table is what changes in the county, and nothing else."""
    write_out(t_county, tmp_path)
    path = tmp_path / CSV_FILE
    text = path.read_text(encoding="utf-8-sig").replace("yunling-03,龙潭村,782,否", "yunling-03,卧龙潭村,790,是")
    path.write_text(text, encoding="utf-8")
    county = bring(tmp_path / MAP_FILE, path).county
    assert county is not None
    for before, after in zip(t_county.villages, county.villages, strict=True):
        if after.id == "yunling-03":
            assert (after.name, after.households, after.poor) == ("卧龙潭村", 790, True)
        else:
            assert before == after


def test_a_map_without_its_frame_is_fitted(t_county: County, tmp_path: Path) -> None:
    """Map programs drop the `bbox`: the map is then fitted anew, and its borders are still shared."""
    write_out(t_county, tmp_path)
    data = json.loads((tmp_path / MAP_FILE).read_text(encoding="utf-8"))
    del data["bbox"]
    (tmp_path / MAP_FILE).write_text(json.dumps(data), encoding="utf-8")
    county = bring(tmp_path / MAP_FILE, tmp_path / TABLE_FILE).county
    assert county is not None
    corners = [p for t in county.townships for p in t.outline]
    assert max(max(p[axis] for p in corners) - min(p[axis] for p in corners) for axis in (0, 1)) == 960
    assert shared(county) == shared(t_county)
    assert [v.name for v in county.villages] == [v.name for v in t_county.villages]


def shared(county: County) -> int:
    """Return how many sides two townships have in common."""
    count: dict[frozenset, int] = {}
    for township in county.townships:
        for side in edges(township.outline):
            count[frozenset(side)] = count.get(frozenset(side), 0) + 1
    assert set(count.values()) <= {1, 2}
    return sum(n == 2 for n in count.values())


def detailed(county: County, apart: int, seed: int = 5) -> str:
    """Return a map as survey offices draw it: ten points for each, in degrees, neighbours up to `apart` cm off.

    A map unit is about 80 m here.
    """
    draws = Draws(seed)
    carver = Carver(draws, 1)
    scale = 1000
    data = json.loads(geojson(county))
    del data["bbox"]
    drawn: dict[tuple[tuple[int, int], tuple[int, int]], list[tuple[int, int]]] = {}
    for feature in data["features"]:
        ring = [(x * scale, y * scale) for x, y in feature["geometry"]["coordinates"][0]]
        points: list[tuple[float, float]] = []
        for a, b in pairwise(ring):
            low, high = min(a, b), max(a, b)
            if (low, high) not in drawn:
                carver.step = max(1, (abs(low[0] - high[0]) + abs(low[1] - high[1])) // 10)
                drawn[low, high] = carver.wander(low, high, str(low), (60, 6))
            between = drawn[low, high] if a == low else drawn[low, high][::-1]
            points += [a, *between]
        moved = [
            (
                x + draws.below(2 * apart + 1, "dx", feature["properties"]["id"], k) - apart,
                y + draws.below(2 * apart + 1, "dy", feature["properties"]["id"], k) - apart,
            )
            for k, (x, y) in enumerate(points)
        ]
        closed = [*moved, moved[0]]
        feature["geometry"]["coordinates"] = [[[105.2 + x / 1_250_000, 26.1 + y / 1_390_000] for x, y in closed]]
    return json.dumps(data)


@pytest.mark.ci
@pytest.mark.parametrize("apart", [0, 300, 900])
def test_real_boundaries_become_a_map(t_county: County, tmp_path: Path, apart: int) -> None:
    """Thousands of points are thinned alike on both sides, and neighbours drawn a little apart are joined."""
    write_out(t_county, tmp_path)
    (tmp_path / MAP_FILE).write_text(detailed(t_county, apart), encoding="utf-8")
    text = (tmp_path / CSV_FILE).read_text(encoding="utf-8-sig")
    rows = [line.split(",") for line in text.splitlines()]
    (tmp_path / CSV_FILE).write_text("\n".join(",".join(row[:7]) for row in rows), encoding="utf-8")
    made = bring(tmp_path / MAP_FILE, tmp_path / CSV_FILE)
    assert [n.render() for n in made.notes if n.severity == "error"] == []
    county = made.county
    assert county is not None
    assert max(len(t.outline) for t in county.townships) <= 80
    if apart == 0:
        assert made.notes == ()
    assert shared(county) >= 60
    ground = sum(area2(t.outline) for t in county.townships) / sum(area2(t.outline) for t in t_county.townships)
    one = area2(county.townships[3].outline) / area2(t_county.townships[3].outline)
    assert 0.95 < one / ground < 1.05
    assert made.text is not None
    assert read_county(made.text, "county") == county


def test_fitting_leaves_good_outlines_alone(t_county: County) -> None:
    """What is a map already is not touched by a single unit."""
    rings = [t.outline for t in t_county.townships]
    assert fit(rings) == (rings, [])
