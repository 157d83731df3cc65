"""A county file is read whole, or refused at a place, in Chinese, with the cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.county.geometry import area2, edges, first_fault, inside, overlap, strictly_inside
from game.county.place import County, Site, Village
from game.county.read import CountyError, read_county, slice_county

SMALL = """format: 1
name: 小县
zones:
  - {id: north, name: 北区}
townships:
  - id: aa
    name: 甲乡
    zone: north
    outline: [[0, 0], [100, 0], [100, 100], [0, 100]]
    villages:
      - {id: aa-01, name: 一村, households: 100, poor: true, remote: 300, at: [50, 50]}
      - {id: aa-02, name: 二村, households: 50, at: [20, 20]}
  - id: bb
    name: 乙乡
    zone: north
    outline: [[100, 0], [200, 0], [200, 100], [100, 100]]
    villages:
      - {id: bb-01, name: 三村, households: 80, at: [150, 50]}
sites:
  - {id: aa-site, name: 甲安置点, township: aa, households: 40}
lines: {2019: 3218, 2014: 2800}
profile: {recorded_bp: 300}
"""


def test_a_small_county_is_read() -> None:
    """All parts arrive, villages sorted by township, lines by year."""
    county = read_county(SMALL, "small")
    assert (county.id, county.name) == ("small", "小县")
    assert [(v.id, v.index, v.township) for v in county.villages] == [
        ("aa-01", 0, "aa"),
        ("aa-02", 1, "aa"),
        ("bb-01", 2, "bb"),
    ]
    assert (county.township("bb").first, county.township("bb").last) == (2, 3)
    assert county.lines == ((2014, 2800), (2019, 3218))
    assert county.line(2016) == 2800
    assert county.profile == {"recorded_bp": 300}
    assert county.village("aa-01").poor
    assert county.village("aa-02").remote == 0
    assert county.sites[0].township == "aa"


FAULTS = [
    ("[0, 100]]", "[0, 100], [60, -5]]", "坐标", 9),
    ("[[0, 0], [100, 0], [100, 100], [0, 100]]", "[[0, 0], [100, 100], [100, 0], [0, 100]]", "自己相交", 9),
    ("[[0, 0], [100, 0], [100, 100], [0, 100]]", "[[0, 0], [0, 0], [100, 0], [100, 100]]", "自己相交", 9),
    ("[[0, 0], [100, 0], [100, 100], [0, 100]]", "[[0, 0], [50, 0], [100, 0]]", "相交|没有面积", 9),
    ("[[100, 0], [200, 0], [200, 100], [100, 100]]", "[[90, 0], [200, 0], [200, 100], [90, 100]]", "重叠", 16),
    ("[[100, 0], [200, 0], [200, 100], [100, 100]]", "[[0, 0], [100, 0], [100, 100], [0, 100]]", "重叠", 16),
    ("[[0, 0], [100, 0], [100, 100], [0, 100]]", "[[0, 0], [100, 0]]", "2 个点", 9),
    ("    zone: north\n    outline: [[0", "    zone: nort\n    outline: [[0", "没有代号为“nort”的战区.*north", 8),
    ("id: aa-02", "id: aa-01", "重复", 12),
    ("- id: bb\n", "- id: aa\n", "重复", 13),
    ("at: [20, 20]", "at: [120, 20]", "边界之内", 12),
    ("households: 50", "households: 五十", "整数", 12),
    ("households: 50", "households: 50.5", "整数", 12),
    ("households: 50", "households: 0", "超出范围", 12),
    ("poor: true", "poor: 是", "true 或 false", 11),
    ("remote: 300", "remot: 300", "不认识“remot”", 11),
    ("at: [20, 20]", "at: [20]", "横、纵", 12),
    ("name: 二村", "name: 二村, name: 又村", "写了两次", 12),
    ("name: 小县\n", "", "缺少“name”", 1),
    ("format: 1", "format: 2", "超出范围", 1),
    ("township: aa,", "township: cc,", "没有代号为“cc”的乡镇", 19),
    ("2014: 2800", "去年: 2800", "不是年份", 20),
    ("recorded_bp: 300", "recorded_bp: 9000", "高于建档立卡", 21),
    ("recorded_bp: 300", "poverty: 300", "不认识“poverty”", 21),
    ("zones:\n  - {id: north, name: 北区}", "zones: 北区", "列表", 3),
    ("  - {id: north, name: 北区}", "  - {id: north, name: 北区}\n  - {id: south, name: 南区}", "没有乡镇", 5),
    ("lines: {2019", "lines: {2019: [", "YAML", 20),
    ("name: 小县", "name: &a 小县\nname2: *a", "引用", 3),
    ("id: aa\n", "id: Aa 1\n", "代号", 6),
    ("    name: 甲乡", "    name: 123", "文字", 7),
]


@pytest.mark.parametrize(("old", "new", "says", "line"), FAULTS)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, says: str, line: int) -> None:
    """Each fault names its line, what is wrong and what to do, in Chinese."""
    assert old in SMALL
    with pytest.raises(CountyError) as caught:
        read_county(SMALL.replace(old, new, 1), "small")
    error = caught.value
    assert re.search(says, error.message + error.cure), str(error)
    assert abs(error.line - line) <= 1, str(error)
    assert error.column >= 1
    assert error.cure.endswith("。")
    assert f"第{error.line}行" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "[]",
        "- 1",
        "\x00",
        "{" * 3000,
        "a: " + "[" * 3000,
        "? [a]\n: b",
        "1: 2",
        "format: !!python/object:os.system x",
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    """No text makes the reader fail in any other way than by saying what is wrong."""
    with pytest.raises(CountyError):
        read_county(text, "x")


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.text(max_size=4), st.integers(0, 12))
def test_hurt_files_never_crash(at: int, put: str, cut: int) -> None:
    """A file with a piece torn out or scribbled in is read or refused, never anything else."""
    text = SMALL[:at] + put + SMALL[at + cut :]
    with suppress(CountyError):
        assert read_county(text, "small").villages


def test_the_north_zone_is_a_map(county: County) -> None:
    """Six townships, about 100 villages, 45,000 households, one site; borders simple, shared and without holes."""
    assert [t.id for t in county.townships] == ["qingshan", "yunling", "shihe", "baiyan", "shuangxi", "huangping"]
    assert [z.id for z in county.zones] == ["north"]
    assert 95 <= len(county.villages) <= 105
    assert sum(v.households for v in county.villages) == 45_000
    assert [s.id for s in county.sites] == ["yunling-site"]
    assert len({v.name for v in county.villages}) == len(county.villages)
    assert 0.4 < sum(v.poor for v in county.villages) / len(county.villages) < 0.65
    assert all(10 <= len(t.outline) <= 25 for t in county.townships)
    assert one_piece(county)


def test_the_whole_county_is_a_map(whole_county: County) -> None:
    """31 townships in five zones, 520 villages (270 poor), seven sites, 240,000 households; one piece without holes."""
    county = whole_county
    assert [z.id for z in county.zones] == ["east", "west", "south", "north", "centre"]
    assert len(county.townships) == len({t.name for t in county.townships}) == 31
    assert [t.zone for t in county.townships[:6]] == ["north"] * 6
    assert all(t.zone != "north" for t in county.townships[6:])
    assert 515 <= len(county.villages) <= 525
    assert sum(v.poor for v in county.villages) == 270
    assert 239_000 <= sum(v.households for v in county.villages) <= 241_000
    assert len(county.sites) == 7
    assert {county.township(s.township).zone for s in county.sites} == {z.id for z in county.zones}
    assert len({v.name for v in county.villages}) == len(county.villages)
    assert all(v.name.endswith(("村", "社区")) for v in county.villages)
    assert all(10 <= len(t.outline) <= 30 for t in county.townships)
    assert one_piece(county)


def test_the_whole_county_is_lived_in(whole_county: County) -> None:
    """Villages have numbers and places of their own; the far ones are remoter, the remoter ones oftener poor."""
    for township in whole_county.townships:
        villages = whole_county.villages_of(township.id)
        assert [v.id for v in villages] == [f"{township.id}-{n:02d}" for n in range(1, len(villages) + 1)]
        assert all(strictly_inside((v.x, v.y), township.outline) for v in villages)
        assert len({(v.x, v.y) for v in villages}) == len(villages)
        assert len({v.y for v in villages}) > len(villages) // 2  # no rows
        near, far = halves(villages, from_point(villages[0].x, villages[0].y))
        assert mean(v.remote for v in near) < mean(v.remote for v in far), township.id
    near, far = halves(whole_county.villages, from_point(500, 470))
    assert mean(v.remote for v in near) + 100 < mean(v.remote for v in far)
    easy, hard = halves(whole_county.villages, lambda v: v.remote)
    assert sum(v.poor for v in easy) * 2 < sum(v.poor for v in hard)
    assert all(200 <= v.households <= 1000 for v in whole_county.villages)


def test_townships_stay_what_they_were(whole_county: County) -> None:
    """The six townships that sessions were played in keep their order, villages, households and places."""
    lines = [f"{t.id} {t.name} {t.outline}" for t in whole_county.townships[:6]]
    lines += [
        f"{v.id} {v.name} {v.households} {v.poor} {v.remote} {v.x} {v.y}"
        for t in whole_county.townships[:6]
        for v in whole_county.villages_of(t.id)
    ]
    assert whole_county.sites[0] == Site("yunling-site", "云岭安置点", "yunling", 640)
    assert blake2b("\n".join(lines).encode(), digest_size=8).hexdigest() == "0452c0ce87274c2b"


def one_piece(county: County) -> bool:
    """Whether the sides of one township only form one closed ring around all ground: no gaps, no islands, no overlap."""
    sides: dict[frozenset, int] = {}
    for township in county.townships:
        for side in edges(township.outline):
            sides[frozenset(side)] = sides.get(frozenset(side), 0) + 1
    assert set(sides.values()) == {1, 2}
    outer = [tuple(side) for side, count in sides.items() if count == 1]
    ring = [outer[0][0], outer[0][1]]
    left = outer[1:]
    while left:
        here = next(side for side in left if ring[-1] in side)
        left.remove(here)
        ring.append(here[0] if here[1] == ring[-1] else here[1])
    return ring[0] == ring[-1] and area2(ring[:-1]) == sum(area2(t.outline) for t in county.townships)


def from_point(x: int, y: int) -> Callable[[Village], int]:
    """Return what tells how far a village is from a point."""
    return lambda v: (v.x - x) ** 2 + (v.y - y) ** 2


def halves(villages: Sequence[Village], key: Callable[[Village], int]) -> tuple[list[Village], list[Village]]:
    """Return the villages in two halves, those with the lower key first."""
    order = sorted(villages, key=key)
    return order[: len(order) // 2], order[len(order) // 2 :]


def test_slice_keeps_order_and_total(county: County) -> None:
    """A slice keeps its townships' villages in order, renumbers them and comes to the households asked for."""
    part = slice_county(county, ("shuangxi", "yunling"), 5001)
    assert [t.id for t in part.townships] == ["yunling", "shuangxi"]
    assert sum(v.households for v in part.villages) == 5001
    assert min(v.households for v in part.villages) >= 1
    assert [v.index for v in part.villages] == list(range(len(part.villages)))
    for township in part.townships:
        assert [v.id for v in part.villages_of(township.id)] == [v.id for v in county.villages_of(township.id)]
    assert [s.id for s in part.sites] == ["yunling-site"]
    assert slice_county(county, ("baiyan",), None).sites == ()
    assert slice_county(county, (), None) == county


@pytest.mark.parametrize("households", [101, 300, 44_999, 45_001, 240_000])
def test_slice_to_any_size(county: County, households: int) -> None:
    """Nothing assumes a size: fewer or more households than the file are shared over all villages."""
    part = slice_county(county, (), households)
    assert sum(v.households for v in part.villages) == households
    assert min(v.households for v in part.villages) >= 1


@pytest.mark.parametrize(("townships", "households"), [(("nowhere",), None), ((), 100)])
def test_impossible_slices_are_refused(county: County, townships: tuple[str, ...], households: int | None) -> None:
    """An unknown township, or fewer households than villages, is refused with the cure."""
    with pytest.raises(CountyError):
        slice_county(county, townships, households)


def test_geometry() -> None:
    """Simple outlines, points and overlaps are told apart, borders included."""
    square = ((0, 0), (10, 0), (10, 10), (0, 10))
    assert first_fault(square) is None
    assert first_fault(((0, 0), (10, 0), (5, 0), (5, 10))) is not None
    assert first_fault(((0, 0), (10, 10), (10, 0), (0, 10))) is not None
    assert inside((0, 5), square)
    assert inside((5, 5), square)
    assert not inside((11, 5), square)
    assert not overlap(square, ((10, 0), (20, 0), (20, 10), (10, 10)))
    assert overlap(square, ((2, 2), (8, 2), (8, 8), (2, 8)))
    assert overlap(square, ((5, -5), (15, -5), (15, 5), (5, 5)))
    assert overlap(square, square)
    assert overlap(square, square[::-1])
    assert area2(square) == 200
