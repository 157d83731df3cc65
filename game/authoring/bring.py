"""Bring a county: a map of townships and a table of villages in, a county file and all findings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.authoring.facts import Facts, facts_of
from game.authoring.fit import SMALLEST, Ring, fit, in_one_piece, within
from game.authoring.frame import Frame, frame_of
from game.authoring.geojson import Map, plain, read_map
from game.authoring.grid import Sheet, read_sheets
from game.authoring.lay import lay
from game.authoring.notes import Note, Notes
from game.authoring.rows import IDENT, Row, Table, read_table
from game.authoring.words import zone_of, zone_rank
from game.county.place import County, Zone
from game.county.read import CountyError, read_county
from game.county.write import write_county


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an import: the county and its file's text where there is no error, and every finding."""

    county: County | None
    text: str | None
    notes: tuple[Note, ...]
    found: Map | None = None
    """What the map file says, and what the table's sheets hold: to be shown beside the findings."""
    sheets: tuple[Sheet, ...] = ()


def bring(map_path: Path, table_path: Path, name: str = "", ident: str = "county") -> Brought:
    """Return the county of a map and a table; both are read to their end whatever is wrong with either.

    `name` goes before the names in the files. Never raises on what the files hold.
    """
    notes = Notes()
    found = read_map(map_path, notes)
    frame = None if found is None else frame_of(found, notes)
    sheets = read_sheets(table_path, notes)
    table = read_table(sheets, table_path.name, notes)
    rings = _outlines(found, frame, notes) if found is not None and frame is not None else None
    county = None
    if found is not None:
        rows = _matched(found, table, notes)
        zones = _zones(found, rows, table, notes)
        facts = facts_of(table, notes)
        if rings is not None and frame is not None:
            county = lay(found, frame, rings, rows, zones, table, notes)
        if county is not None:
            county = _named(county, facts, ident, name or facts.name or found.name or table_path.stem)
    text = None
    if county is not None and not notes.errors:
        text = write_county(county)
        try:
            county = read_county(text, ident)
        except CountyError as error:
            notes.error("county", table.file, "", error.message, error.cure)
    if notes.errors:
        county, text = None, None
    return Brought(county, text, notes.all(), found, tuple(sheets))


def one_file(name: str, notes: Notes) -> None:
    """Say that a scenario of one file has no room for a county, which is always a file of its own."""
    cure = "请新建一个文件夹，把它改名为 scenario.yaml 放进去，再导入到那个文件夹。"
    notes.error("one-file", name, "", "场景只有一个文件，旁边不能再放别的。", cure)


def _named(county: County, facts: Facts, ident: str, name: str) -> County:
    return County(
        id=ident,
        name=name[:40],
        zones=county.zones,
        townships=county.townships,
        villages=county.villages,
        sites=county.sites,
        lines=facts.lines,
        profile=facts.profile,
    )


def _outlines(found: Map, frame: Frame, notes: Notes) -> list[Ring]:
    """Return the outlines in map units, after saying what is wrong with them."""
    shapes = found.shapes
    rings, faults = fit([tuple(within(frame.point(p)) for p in shape.ring) for shape in shapes])
    for kind, k, other in faults:
        place = shapes[k].place
        if kind == "small":
            said = f"太小或太窄，在地图上看不见（全县是 1000×1000 格，它不到 {SMALLEST // 2} 格）。"
            notes.error("small", found.file, place, said, "请删去这块碎片，或把它并入邻近乡镇。")
        elif kind == "long":
            cure = "请在地图软件里简化边界后再导出。"
            notes.error("long", found.file, place, f"边界简化后还有 {other} 个点，超过了 200 个。", cure)
        elif kind == "crossing":
            at = frame.back(rings[k][other])
            cure = "请沿边界走一圈依次画点，不要交叉；地图软件里可用“修复几何图形”。"
            notes.error("crossing", found.file, place, f"边界自己相交或相碰，在 {at} 附近。", cure)
        else:
            cure = "相邻乡镇共用的边界请用同样的点；地图软件里可打开“捕捉”后重画。"
            notes.error("overlap", found.file, place, f"与{shapes[other].place}重叠。", cure)
    if not faults and not in_one_piece(rings):
        said = "乡镇之间有空隙，或全县分成了几块。"
        notes.warn("gap", found.file, "", said, "如果不是本来如此，请把相邻乡镇共用的边界画成同样的点。")
    return rings


def _matched(found: Map, table: Table, notes: Notes) -> dict[int, list[Row]]:
    """Return the rows of each township of the map, by feature number; say what is only in one of the files."""
    by_name = {plain(shape.name): shape for shape in found.shapes}
    by_id = {shape.id: shape for shape in found.shapes if shape.id}
    rows: dict[int, list[Row]] = {shape.number: [] for shape in found.shapes}
    strange: dict[str, Row] = {}
    for row in table.rows:
        shape = by_name.get(plain(row.township)) or by_id.get(row.township_id)
        if shape is not None:
            rows[shape.number].append(row)
        elif plain(row.township) not in found.names:  # what is drawn badly is not missing too
            strange.setdefault(row.township, row)
    for name, row in strange.items():
        near = notes.seeker.nearest(name, [shape.name for shape in found.shapes])
        cure = "请改成与地图里完全相同的名称，或在地图上补画这个乡镇。"
        notes.error("not-on-map", table.file, row.township_place, f"地图上没有“{name}”。", cure, near)
    for shape in found.shapes:
        if not rows[shape.number] and table.rows:
            near = notes.seeker.nearest(shape.name, list(strange))
            cure = "请在表里写上它的村，或从地图上删去它。"
            notes.error("not-in-table", found.file, shape.place, f"表里没有“{shape.name}”的村。", cure, near)
    _doubles(rows, table.file, notes)
    return rows


def _doubles(rows: Mapping[int, list[Row]], file: str, notes: Notes) -> None:
    """Say which villages are in the table twice, by name within a township or by id anywhere."""
    idents: dict[str, Row] = {}
    for part in rows.values():
        names: dict[str, Row] = {}
        for row in part:
            first = names.setdefault(plain(row.village), row)
            if first is not row:
                said = f"{row.township}的“{row.village}”与{first.place}重复。"
                notes.error("twice", file, row.place, said, "请删去一行，或给其中一个改名。")
            if row.id:
                first = idents.setdefault(row.id, row)
                if first is not row:
                    said = f"村编号“{row.id}”与{first.place}重复。"
                    notes.error("twice", file, row.place, said, "请换一个编号，或留空由程序编。")


def _zones(found: Map, rows: Mapping[int, list[Row]], table: Table, notes: Notes) -> dict[int, Zone]:
    """Return the zone of each township, by feature number: the map's word, else the table's."""
    zones: dict[int, Zone] = {}
    own: dict[str, Zone] = {}
    for shape in found.shapes:
        said = {row.zone: row for row in rows[shape.number] if row.zone}
        text = shape.zone or next(iter(said), "") or shape.zone_id
        if not text and not rows[shape.number]:
            continue  # said to have no villages; its zone would come with them
        if not text:
            cure = "请在地图的属性表或表的“战区”列里写上，例如 东部战区。"
            notes.error("no-zone", found.file, shape.place, "没有写属于哪个战区。", cure)
            continue
        for other, row in said.items():
            if _same(other) != _same(text):
                message = f"{shape.name}写的战区“{other}”与“{text}”不一致，按“{text}”处理。"
                notes.warn("zones-differ", table.file, row.place, message, "一个乡镇只能属于一个战区，请改成一致。")
        if _same(text) not in own:
            own[_same(text)] = _zone(text, shape.zone_id, {zone.id for zone in own.values()})
        zones[shape.number] = own[_same(text)]
    return dict(sorted(zones.items(), key=lambda pair: zone_rank(pair[1].id)))


def _same(text: str) -> str:
    """Return what is alike for all ways of naming one zone."""
    known = zone_of(plain(text))
    return plain(text) if known is None else known[0]


def _zone(text: str, wished: str, taken: set[str]) -> Zone:
    """Return a zone as it is named, with the id that is wished for, that of its side of the map, or a number."""
    known = zone_of(plain(text))
    name = known[1] if known is not None and (text.isascii() or len(text) == 1) else text
    for ident in (wished, "" if known is None else known[0]):
        if IDENT.fullmatch(ident) and ident not in taken:
            return Zone(ident, name)
    return Zone(next(f"z{n}" for n in range(1, len(taken) + 2) if f"z{n}" not in taken), name)
