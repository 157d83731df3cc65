"""Lay the villages of a table out on a map: places inside their outlines, remoteness, ids, and the sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.authoring.fit import Ring
from game.authoring.frame import Frame
from game.authoring.geojson import Map, Place, Shape, plain
from game.authoring.notes import Notes
from game.authoring.rows import IDENT, Row, Table
from game.county.draws import Draws
from game.county.geometry import Point, inside
from game.county.place import County, Site, Township, Village, Zone
from game.county.settle import Ground, distance, margin, remoteness, spread

_VILLAGES_MOST = 2000
_HAIR = 6
"""Map units by which a village may lie outside its outline and be moved in: borders are thinned, points rounded."""


def lay(
    found: Map,
    frame: Frame,
    rings: Sequence[Ring],
    rows: Mapping[int, list[Row]],
    zones: Mapping[int, Zone],
    table: Table,
    notes: Notes,
) -> County | None:
    """Return the county without its facts, or None where a township lacks its zone or its villages."""
    outlines = {shape.number: ring for shape, ring in zip(found.shapes, rings, strict=True)}
    idents = _township_ids(found, rows, notes)
    places: dict[str, list[Point]] = {}
    for shape in found.shapes:
        places[idents[shape.number]] = _places(shape, rows[shape.number], outlines, found, frame, table, notes)
    if len(table.rows) > _VILLAGES_MOST:
        said = f"共有 {len(table.rows)} 个村，超过了 {_VILLAGES_MOST} 个。"
        notes.error("too-many", table.file, "", said, "请减少村的数目。")
    sites = list(_sites(table, found, idents, notes))
    if notes.errors or not all(places.values()) or len(zones) < len(found.shapes):
        return None
    seats = {ident: points[0] for ident, points in places.items()}
    mean = tuple(sum(p[axis] for p in seats.values()) // len(seats) for axis in (0, 1))
    capital = min(seats.values(), key=lambda p: (distance(p, (mean[0], mean[1])), p))
    remote = remoteness(seats, capital, places, Draws(0))
    townships: list[Township] = []
    villages: list[Village] = []
    taken = {row.id for part in rows.values() for row in part if row.id}
    for shape in found.shapes:
        ident, first = idents[shape.number], len(villages)
        for k, row in enumerate(rows[shape.number]):
            x, y = places[ident][k]
            far = remote[ident][k] if row.remote is None else row.remote
            own = row.id or _next(ident, k + 1, taken)
            villages.append(Village(own, row.village, ident, len(villages), row.households, row.poor, far, x, y))
        outline = outlines[shape.number]
        townships.append(Township(ident, shape.name, zones[shape.number].id, outline, first, len(villages)))
    ordered = tuple({zone.id: zone for zone in zones.values()}.values())
    return County("", "", ordered, tuple(townships), tuple(villages), tuple(sites), ())


def _next(township: str, number: int, taken: set[str]) -> str:
    """Return an id for a village that no other has."""
    while (ident := f"{township}-{number:02d}") in taken:
        number += 1
    taken.add(ident)
    return ident


def _township_ids(found: Map, rows: Mapping[int, list[Row]], notes: Notes) -> dict[int, str]:
    """Return an id for each township: the map's, else the table's, else a number."""
    idents: dict[int, str] = {}
    taken: set[str] = set()
    for shape in found.shapes:
        given = shape.id or next((row.township_id for row in rows[shape.number] if row.township_id), "")
        if given and (not IDENT.fullmatch(given[:37]) or given in taken or len(given) > 36):
            said = f"编号“{given}”与别的乡镇重复" if given in taken else f"编号“{given}”不合格"
            cure = "编号用小写英文字母、数字和连字符；也可以不写。"
            notes.warn("bad-id", found.file, shape.place, f"{said}，改由程序编号。", cure)
            given = ""
        if given:
            idents[shape.number] = given
            taken.add(given)
    for shape in found.shapes:
        if shape.number not in idents:
            number = shape.number
            while f"t{number:02d}" in taken:
                number += 1
            idents[shape.number] = f"t{number:02d}"
            taken.add(f"t{number:02d}")
    return idents


def _places(
    shape: Shape,
    rows: Sequence[Row],
    outlines: Mapping[int, Ring],
    found: Map,
    frame: Frame,
    table: Table,
    notes: Notes,
) -> list[Point]:
    """Return where the villages of a township lie: where the table says, the others spread inside the outline."""
    outline = outlines[shape.number]
    given: dict[int, Point] = {}
    for k, row in enumerate(rows):
        if row.at is None:
            continue
        point = _moved_in(frame.point(row.at), outline)
        if point is not None and (inside(frame.point(row.at), outline) or _holds(shape, row.at, frame, outline)):
            given[k] = point
            continue
        there = next((s for s in found.shapes if inside(frame.point(row.at), outlines[s.number])), None)
        where = f"落在{there.name}" if there is not None else "不在任何乡镇里"
        cure = "请改正坐标（与地图用同一种坐标），或留空由程序摆放。"
        notes.error("outside", table.file, row.at_place, f"{row.village}的位置不在{shape.name}之内，{where}。", cure)
        given[k] = outline[0]
    ground = Ground(f"{shape.number}:{shape.name}", outline, len(rows))
    points = spread(ground, Draws(0), tuple(given.values()))
    free = iter(points[len(given) :])
    return [given[k] if k in given else next(free) for k in range(len(rows))]


def _holds(shape: Shape, place: Place, frame: Frame, outline: Ring) -> bool:
    """Whether a place lies in the township as the map draws it, or only a hair outside of its outline."""
    odd = False
    x, y = place
    for (ax, ay), (bx, by) in zip(shape.ring, (*shape.ring[1:], shape.ring[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd or margin(frame.point(place), outline) <= 1


def _moved_in(p: Point, outline: Ring) -> Point | None:
    """Return the nearest point of the map inside an outline, None where there is none near."""
    for far in range(_HAIR + 1):
        around = [
            (p[0] + dx, p[1] + dy)
            for dx in range(-far, far + 1)
            for dy in range(-far, far + 1)
            if max(abs(dx), abs(dy)) == far and inside((p[0] + dx, p[1] + dy), outline)
        ]
        if around:
            return min(around, key=lambda q: ((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2, q))
    return None


def _sites(table: Table, found: Map, idents: Mapping[int, str], notes: Notes) -> list[Site]:
    """Return the resettlement sites of the table."""
    by_name = {plain(shape.name): idents[shape.number] for shape in found.shapes}
    sites: list[Site] = []
    taken: set[str] = set()
    for place, given, name, households, township in table.sites:
        home = by_name.get(plain(township))
        if home is None:
            near = notes.seeker.nearest(township, [shape.name for shape in found.shapes])
            cure = "请改成与地图里完全相同的名称。"
            notes.error("not-on-map", table.file, place, f"安置点“{name}”所在的“{township}”不在地图上。", cure, near)
            continue
        if given in taken:
            notes.error("twice", table.file, place, f"安置点编号“{given}”重复。", "请换一个编号，或留空由程序编。")
            continue
        ident = given or f"{home}-site"
        number = 2
        while ident in taken:
            ident = f"{home}-site{number}"
            number += 1
        taken.add(ident)
        sites.append(Site(ident, name, home, households))
    return sites
