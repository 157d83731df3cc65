"""A map and a table make a county; what is wrong with them is said all at once, with its place and its cure."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mapfiles import Files

from game.authoring.bring import Brought
from game.authoring.rows import COLUMNS
from game.authoring.words import PROFILE
from game.cli.parser import build_parser
from game.county.geometry import area2, edges, inside
from game.county.read import read_county

ROOT = Path(__file__).parents[2]


def says(made: Brought) -> list[str]:
    return [f"{n.severity} {n.file} {n.place}：{n.message}{n.suggestion}" for n in made.notes]


def test_map_and_table_make_a_county(files: Files) -> None:
    """Townships, zones, villages and poor villages arrive; north is up; villages without a place get one inside."""
    made = files.bring()
    assert says(made) == []
    county = made.county
    assert county is not None
    assert made.text is not None
    assert read_county(made.text, "county") == county
    assert [t.name for t in county.townships] == ["甲溪镇", "乙坪乡", "丙湾乡", "丁岭乡"]
    assert [(z.id, z.name) for z in county.zones] == [("east", "东部战区"), ("west", "西部战区")]
    assert [t.zone for t in county.townships] == ["west", "east", "west", "east"]
    assert [v.households for v in county.villages_of("t01")] == [200, 210, 220]
    assert [v.poor for v in county.villages_of("t01")] == [False, True, True]
    south, north = county.townships[0].outline, county.townships[2].outline
    assert min(y for _, y in south) == max(y for _, y in north) == 500
    assert {area2(t.outline) for t in county.townships} == {2 * 480 * 480}
    for village in county.villages:
        assert inside((village.x, village.y), county.township(village.township).outline)
        assert 40 <= village.remote <= 940
    assert len({(v.x, v.y) for v in county.villages}) == 12


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8", ","), ("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("gbk", ";")]
)
def test_tables_in_every_usual_writing(files: Files, encoding: str, delimiter: str) -> None:
    """Encodings and separators that Excel and its like write come to the same county, and so does xlsx."""
    plain = files.bring().county
    assert files.bring(files.write_csv(encoding, delimiter)).county == plain
    assert files.bring(files.write_xlsx()).county == plain


def test_english_headings_and_titles_above(files: Files) -> None:
    """Headings may be English, in any order, and stand below a title."""
    files.rows[0] = ["township", "zone", "village", "households", "poor", "remote", "lon", "lat"]
    plain = files.bring().county
    files.rows = [["某县村情一览表"], [], *([row[3], row[2], row[1], row[0], row[4]] for row in files.rows)]
    assert plain is not None
    assert files.bring().county == plain


def test_given_places_and_remoteness_are_kept(files: Files) -> None:
    """A village lies where its coordinates say and is as remote as its column says."""
    files.rows[1][5:] = [700, 505_000, 2_905_000]
    files.rows[2][5:] = ["", "510000.0", "2,905,000".replace(",", "")]
    county = files.bring().county
    assert county is not None
    first, second = county.villages[:2]
    assert (first.x, first.y, first.remote) == (260, 740, 700)
    assert (second.x, second.y) == (500, 740)


def test_degrees_keep_their_shape(files: Files) -> None:
    """Longitude and latitude make a map as wide as the ground is: a degree east is shorter than a degree north."""
    for number in range(1, 5):
        for point in files.ring(number):
            point[:] = [105 + (point[0] - 500_000) / 100_000, 26 + (point[1] - 2_900_000) / 100_000]
    county = files.bring().county
    assert county is not None
    corners = [p for t in county.townships for p in t.outline]
    wide = max(x for x, _ in corners) - min(x for x, _ in corners)
    tall = max(y for _, y in corners) - min(y for _, y in corners)
    assert tall == 960
    assert 855 < wide < 868


def test_a_rectangle_is_not_stretched(files: Files) -> None:
    """The longer side fills the map and the shorter one lies in the middle."""
    files.map["features"] = files.map["features"][:2]
    files.rows = files.rows[:7]
    county = files.bring().county
    assert county is not None
    corners = [p for t in county.townships for p in t.outline]
    assert (min(x for x, _ in corners), max(x for x, _ in corners)) == (20, 980)
    assert (min(y for _, y in corners), max(y for _, y in corners)) == (260, 740)


def cell(row: int, column: int, value: Any) -> Callable[[Files], None]:
    return lambda files: files.rows[row - 1].__setitem__(column, value)


def head(**changes: str) -> Callable[[Files], None]:
    return lambda files: files.rows.__setitem__(0, [changes.get(h, h) for h in files.rows[0]])


def ring(number: int, *points: tuple[float, float]) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files.feature(number)["geometry"]["coordinates"] = [[[500_000 + x, 2_900_000 + y] for x, y in points]]

    return change


def geometry(number: int, value: Any) -> Callable[[Files], None]:
    return lambda files: files.feature(number).__setitem__("geometry", value)


def rename(number: int, name: str) -> Callable[[Files], None]:
    return lambda files: files.feature(number)["properties"].__setitem__("name", name)


def whole(value: Any) -> Callable[[Files], None]:
    return lambda files: setattr(files, "map", value)


def add_hole(files: Files) -> None:
    files.feature(1)["geometry"]["coordinates"].append(
        [[503_000, 2_903_000], [507_000, 2_903_000], [507_000, 2_907_000], [503_000, 2_903_000]]
    )


def split(share: float) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        far = [[530_000, 2_900_000], [530_000 + 10_000 * share, 2_900_000], [530_000, 2_910_000], [530_000, 2_900_000]]
        first = files.ring(1)
        files.feature(1)["geometry"] = {"type": "MultiPolygon", "coordinates": [[first], [far]]}

    return change


def swap_axes(files: Files) -> None:
    for number in range(1, 5):
        for point in files.ring(number):
            point[:] = [26 + (point[1] - 2_900_000) / 1e5, 105 + (point[0] - 500_000) / 1e5]


def degrees_among_metres(files: Files) -> None:
    for point in files.ring(3):
        point[:] = [105 + (point[0] - 500_000) / 1e5, 26 + (point[1] - 2_900_000) / 1e5]


ERRORS: list[tuple[str, Callable[[Files], None], str]] = [
    (
        "bow",
        ring(1, (0, 0), (10_000, 10_000), (10_000, 0), (0, 10_000), (0, 0)),
        r"map.* 第1个要素（甲溪镇）.*自己相交.*\(5\d{5}",
    ),
    (
        "overlap",
        ring(1, (0, 0), (13_000, 0), (13_000, 10_000), (0, 10_000), (0, 0)),
        r"第2个要素（乙坪乡）.*与第1个要素（甲溪镇）重叠",
    ),
    ("hole", add_hole, r"第1个要素（甲溪镇）.*1 个洞，占 8%"),
    ("parts", split(0.9), r"第1个要素（甲溪镇）.*分成 2 块.*31%"),
    ("sliver", ring(1, (0, 0), (10_000, 0), (10_000, 5), (0, 5), (0, 0)), r"第1个要素（甲溪镇）.*太小或太窄"),
    ("two points", ring(1, (0, 0), (10_000, 0), (0, 0)), r"只有 2 个不同的点"),
    ("words", lambda f: f.ring(1).__setitem__(1, ["东", "北"]), r"第1个要素（甲溪镇）.*第2个点不是两个数字"),
    ("huge number", lambda f: f.ring(1).__setitem__(1, [10**400, 1]), r"第2个点不是两个数字"),
    (
        "line",
        geometry(2, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}),
        r"第2个要素（乙坪乡）.*LineString.*不是一块面",
    ),
    ("nothing", geometry(2, None), r"第2个要素（乙坪乡）.*没有形状"),
    ("no name", rename(3, ""), r"第3个要素：没有名称"),
    ("same name", rename(3, "甲溪镇"), r"第3个要素（甲溪镇）.*与第1个要素重复"),
    ("near name", rename(3, "丙弯乡"), r"table.csv A8.*地图上没有“丙湾乡”.*丙弯乡"),
    ("near name back", rename(3, "丙弯乡"), r"map.* 第3个要素（丙弯乡）.*表里没有.*丙湾乡"),
    ("not in table", lambda f: f.rows.__delitem__(slice(4, 7)), r"map.* 第2个要素（乙坪乡）.*表里没有“乙坪乡”的村"),
    ("swapped", swap_axes, r"经度和纬度写反了"),
    ("mixed", degrees_among_metres, r"第3个要素（丙湾乡）.*不是一种"),
    ("not json", whole('{"type": "FeatureCollection",\n "features": [}'), r"map.geojson 第2行第15列：此处不合 JSON"),
    ("nan", whole('{"type": "FeatureCollection", "features": [NaN]}'), r"NaN"),
    ("deep", whole("[" * 100_000), r"嵌套太深|不合 JSON"),
    ("a list", whole([1, 2]), r"不是 GeoJSON 的 FeatureCollection"),
    ("one feature", lambda f: setattr(f, "map", f.feature(1)), r"type 是“Feature”"),
    ("no features", whole({"type": "FeatureCollection", "features": []}), r"一个要素也没有"),
    (
        "flat",
        lambda f: [p.__setitem__(slice(2), [10 * n + k, 5]) for n in range(1, 5) for k, p in enumerate(f.ring(n))],
        r"一条线上",
    ),
    ("word", cell(3, 3, "二百"), r"table.csv D3：户数“二百”不是整数"),
    ("fraction", cell(3, 3, "12.5"), r"D3：户数“12.5”不是整数"),
    ("blank", cell(3, 3, ""), r"D3：户数是空的"),
    ("zero", cell(3, 3, 0), r"D3：户数是 0"),
    ("minus", cell(3, 3, -7), r"D3：户数是 -7"),
    ("too many", cell(3, 3, 90_000), r"D3：户数是 90000"),
    ("remote", cell(3, 5, 1001), r"F3：偏远程度是 1001"),
    ("maybe", cell(3, 4, "也许"), r"E3：贫困村“也许”不是 是 或 否"),
    ("no village", cell(3, 2, ""), r"C3：村是空的"),
    ("no township", cell(3, 0, ""), r"A3：乡镇是空的"),
    ("twice", cell(3, 2, "甲一村"), r"C3：甲溪镇的“甲一村”与C2重复"),
    ("ref", cell(3, 3, "#REF!"), r"D3：户数是出错的公式（#REF!）"),
    ("formula", cell(3, 3, "=D2+1"), r"D3：户数是公式"),
    ("half", lambda f: f.rows[2].__setitem__(6, "505000"), r"H3：纬度是空的，另一个坐标却写了"),
    ("no number", lambda f: f.rows[2].__setitem__(slice(6, 8), ["东经", "1"]), r"G3：经度“东经”不是数字"),
    (
        "outside",
        lambda f: f.rows[2].__setitem__(slice(6, 8), [515_000, 2_905_000]),
        r"G3：甲二村的位置不在甲溪镇之内，落在乙坪乡",
    ),
    ("far", lambda f: f.rows[2].__setitem__(slice(6, 8), [1, 2]), r"G3：甲二村的位置不在甲溪镇之内，不在任何乡镇里"),
    ("heading", head(户数="户数量"), r"table.csv A1：表头里没有“户数”这一列"),
    ("no township column", head(乡镇="哪里"), r"A1：表头里没有“乡镇”这一列"),
    ("only a head", lambda f: f.rows.__delitem__(slice(1, None)), r"一个村也没有"),
    ("empty", lambda f: f.rows.clear(), r"表是空的"),
    ("no zone", lambda f: [row.__setitem__(1, "") for row in f.rows[1:4]], r"第1个要素（甲溪镇）.*没有写属于哪个战区"),
    ("quote", cell(3, 2, '"甲' + "长" * 140_000), r"读不下去|村是空的|表里没有"),
]


@pytest.mark.parametrize(("change", "pattern"), [(c, p) for _, c, p in ERRORS], ids=[name for name, _, _ in ERRORS])
def test_errors_name_place_and_cure(files: Files, change: Callable[[Files], None], pattern: str) -> None:
    """Every fault is an error with its file and place and a cure, in Chinese, and no county is made."""
    change(files)
    made = files.bring()
    assert any(re.search("^error " + ".*" + pattern, line, re.DOTALL) for line in says(made)), says(made)
    assert made.text is None
    assert made.county is None
    for note in made.notes:
        assert note.cure.endswith("。")
        assert note.file in ("map.geojson", "table.csv")
        assert "办法：" in note.render()


WARNINGS: list[tuple[str, Callable[[Files], None], str]] = [
    ("unclosed", lambda f: f.ring(1).pop(), r"第1个要素（甲溪镇）.*没有闭合"),
    ("small part", split(0.2), r"第1个要素（甲溪镇）.*只用了最大的一块"),
    ("sum", lambda f: f.rows.append(["合计", "", "", 2520]), r"A14：像是合计行"),
    ("zones differ", cell(3, 1, "北部战区"), r"C3：甲溪镇写的战区“北部战区”与“西部战区”不一致"),
    ("no poor", head(**{"贫困村(是/否)": "备注"}), r"没有“贫困村”这一列"),
    ("gap", ring(1, (0, 0), (9_000, 0), (9_000, 9_000), (0, 9_000), (0, 0)), r"空隙"),
    ("bad id", lambda f: f.feature(1)["properties"].__setitem__("id", "甲 1"), r"编号“甲 1”不合格"),
]


@pytest.mark.parametrize(("change", "pattern"), [(c, p) for _, c, p in WARNINGS], ids=[name for name, _, _ in WARNINGS])
def test_doubts_do_not_stop_the_import(files: Files, change: Callable[[Files], None], pattern: str) -> None:
    """What can be taken in only one sense is taken so, and said."""
    change(files)
    made = files.bring()
    assert made.text is not None, says(made)
    assert any(re.search("^warning " + ".*" + pattern, line) for line in says(made)), says(made)


def test_everything_is_said_in_one_run(files: Files) -> None:
    """Faults of both files come together, those of the map first, each once."""
    for change in (add_hole, cell(3, 3, "二百"), cell(5, 4, "也许"), rename(4, "丁零乡")):
        change(files)
    made = files.bring()
    assert [n.code for n in made.notes] == ["hole", "not-a-number", "not-yes-or-no", "not-on-map", "not-in-table"]
    assert made.notes[0].file == "map.geojson"


def test_a_point_on_a_neighbours_side_is_shared(files: Files) -> None:
    """Where one township has a point in the middle of a border and its neighbour has none, both end with the same."""
    for off in (0, 15, -15):
        files.ring(1).insert(2, [510_000 + off, 2_904_000])
        made = files.bring()
        assert says(made) == []
        assert made.county is not None
        one, two = (t.outline for t in made.county.townships[:2])
        assert {frozenset(side) for side in edges(one)} & {frozenset(side) for side in edges(two)}
        files.ring(1).pop(2)


def test_the_page_for_instructors_names_what_there_is() -> None:
    """Every column, option and fact on the page is known to the importer, and none is left out."""
    page = (ROOT / "docs" / "counties.md").read_text(encoding="utf-8")
    said = {name for row in re.findall(r"^\| ([^|]+) \|", page, re.MULTILINE) for name in re.split(r"、", row)}
    known = {names[0] for names in COLUMNS.values()}
    assert known <= said
    for label in PROFILE.values():
        assert label.split("(")[0] in page
    options = set(re.findall(r"--[a-z]+", page))
    helps = "".join(help_of(kind) for kind in ("import", "export", "invent"))
    assert options <= set(re.findall(r"--[a-z]+", helps))


def help_of(kind: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit):
        build_parser().parse_args(["county", kind, "--help"])
    return out.getvalue()


def test_too_many_findings_are_counted(files: Files) -> None:
    """A table that is wrong in every row does not flood: the first findings are shown, the rest counted."""
    files.rows += [["甲溪镇", "西部战区", f"村{k}", "?", "?", "?", "?", "?"] for k in range(900)]
    notes = files.bring().notes
    assert len(notes) == 201
    assert "还有" in notes[-1].message


def test_merged_townships_are_read_down(files: Files) -> None:
    """A township merged over its rows counts for each of them, with a warning; other merges are errors."""
    plain = files.bring().county

    def merge(sheet: Any) -> None:
        sheet.merge_cells("A2:A4")

    made = files.bring(files.write_xlsx(merge))
    assert made.county == plain
    assert [(n.code, n.place) for n in made.notes] == [("merged", "工作表“村表”A2:A4")]

    def muddle(sheet: Any) -> None:
        sheet.merge_cells("D5:D6")

    made = files.bring(files.write_xlsx(muddle))
    assert made.county is None
    assert ("merged", "工作表“村表”D5:D6") in [(n.code, n.place) for n in made.notes]


def test_formulas_in_a_workbook_are_no_values(files: Files) -> None:
    """A formula or an error in a cell is named by its sheet and cell."""

    def change(sheet: Any) -> None:
        sheet["D3"] = "=SUM(D1:D2)"
        sheet["D4"] = "#REF!"

    made = files.bring(files.write_xlsx(change))
    assert [(n.code, n.place) for n in made.notes] == [
        ("formula", "工作表“村表”D3"),
        ("formula-error", "工作表“村表”D4"),
    ]


def test_a_sheet_for_each_township(files: Files) -> None:
    """All sheets that have the headings count; others are left alone."""
    plain = files.bring().county

    def spread(sheet: Any) -> None:
        other = sheet.parent.create_sheet("东部")
        other.append(files.rows[0])
        for row in files.rows[7:]:
            other.append(row)
        sheet.delete_rows(8, 20)
        sheet.parent.create_sheet("说明").append(["请勿修改"])

    assert files.bring(files.write_xlsx(spread)).county == plain


def test_zones_of_ones_own(files: Files) -> None:
    """A zone may be called anything; it gets an id."""
    for row in files.rows[1:]:
        row[1] = {"东部战区": "河东片区", "西部战区": "三战区"}[row[1]]
    county = files.bring().county
    assert county is not None
    assert [(z.id, z.name) for z in county.zones] == [("zone3", "三战区"), ("z1", "河东片区")]
