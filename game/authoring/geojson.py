"""Read a map of townships: a GeoJSON FeatureCollection of Polygons with names and, where known, ids and zones."""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from game.authoring.notes import Notes
from game.authoring.reading import decode, read_bytes

MOST_BYTES = 12_000_000
MOST_POINTS = 120_000
MOST_FEATURES = 200
_SMALL_PART = 0.2
"""Parts of a township that come to a larger share of it than this are not left out in silence."""
_KEYS = {
    "id": ("id", "code", "编号", "代号", "乡镇编号", "乡镇代号"),
    "name": ("name", "名称", "乡镇", "乡镇名称", "township"),
    "zone": ("zone", "zone_name", "战区", "战区名称"),
    "zone_id": ("zone_id", "战区编号", "战区代号"),
}

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A township as the map has it; coordinates as in the file."""

    number: int
    """Number of its feature, from 1."""
    id: str
    name: str
    zone: str
    zone_id: str
    ring: tuple[Place, ...]
    """The outer border, not closed."""

    @property
    def place(self) -> str:
        """Where to look in the file."""
        return f"第{self.number}个要素（{self.name}）"


@dataclass(frozen=True, slots=True)
class Map:
    """What a map file says."""

    file: str
    name: str
    frame: tuple[float, float, float, float] | None
    """The file's own `bbox`, where it holds all its points."""
    shapes: tuple[Shape, ...]
    """Those that are whole."""
    names: frozenset[str]
    """Names of all its features, the faulty ones too, as `plain` gives them."""


def shown(value: object) -> str:
    """Return a cell or property as a name to be shown: as it is written, without line breaks and control characters."""
    text = "" if value is None else str(value)[:400]
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:80]


def plain(value: object) -> str:
    """Return a cell or property as text to be compared: width and spaces of the two scripts made alike."""
    return shown(unicodedata.normalize("NFKC", shown(value)))


def read_map(path: Path, notes: Notes) -> Map | None:
    """Return the map of a file, or None where it is no map at all; faults go into `notes`."""
    data = read_bytes(path, MOST_BYTES, notes)
    text = None if data is None else decode(data, path.name, notes)
    found = None if text is None else _parsed(text, path.name, notes)
    if found is None:
        return None
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        kind = found.get("type") if isinstance(found, dict) else None
        said = f"这个 JSON 文件的 type 是“{plain(kind)}”，" if kind else "这个 JSON 文件"
        notes.error(
            "not-a-map",
            path.name,
            "",
            f"{said}不是 GeoJSON 的 FeatureCollection。",
            "请从地图软件把乡镇边界导出为 GeoJSON。",
        )
        return None
    features = found.get("features")
    if not isinstance(features, list) or not features:
        notes.error("no-feature", path.name, "", "地图里一个要素也没有。", "请导出含有乡镇边界的图层。")
        return None
    if len(features) > MOST_FEATURES:
        said = f"地图里有 {len(features)} 个要素，超过了 {MOST_FEATURES} 个。"
        notes.error("too-many", path.name, "", said, "请只导出一个县的乡镇边界。")
        return None
    reader = _Reader(path.name, notes)
    shapes = [shape for n, feature in enumerate(features, 1) if (shape := reader.shape(n, feature)) is not None]
    return Map(
        path.name, shown(found.get("name")), _frame(found.get("bbox"), shapes), tuple(shapes), frozenset(reader.names)
    )


def _parsed(text: str, file: str, notes: Notes) -> Any:
    def refuse(word: str) -> NoReturn:
        raise ValueError(word)

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        place = f"第{error.lineno}行第{error.colno}列"
        notes.error(
            "not-json", file, place, "此处不合 JSON 写法。", "请重新从地图软件导出 GeoJSON，不要用文字处理软件修改。"
        )
    except RecursionError:
        notes.error("not-json", file, "", "括号嵌套太深。", "请重新从地图软件导出 GeoJSON。")
    except ValueError:
        notes.error(
            "not-json", file, "", "文件里有不是数字的坐标（NaN、Infinity 或过长的数）。", "请改正坐标后重新导出。"
        )
    return None


def _frame(bbox: object, shapes: list[Shape]) -> tuple[float, float, float, float] | None:
    if not isinstance(bbox, list) or len(bbox) != 4 or not all(_is_number(v) for v in bbox):
        return None
    left, low, right, high = (float(v) for v in bbox)
    points = [p for shape in shapes for p in shape.ring]
    if not left < right or not low < high or not all(left <= x <= right and low <= y <= high for x, y in points):
        return None
    return left, low, right, high


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:  # a whole number that no coordinate is
        return False


class _Reader:
    """Reads the features of one file."""

    def __init__(self, file: str, notes: Notes) -> None:
        self.file = file
        self.notes = notes
        self.points = 0
        self.names: dict[str, int] = {}

    def error(self, code: str, place: str, message: str, cure: str) -> None:
        self.notes.error(code, self.file, place, message, cure)

    def shape(self, number: int, feature: object) -> Shape | None:
        place = f"第{number}个要素"
        if not isinstance(feature, dict):
            self.error("bad-feature", place, "不是一个要素。", "请重新从地图软件导出 GeoJSON。")
            return None
        given = feature.get("properties")
        known = {plain(k).lower(): v for k, v in given.items()} if isinstance(given, dict) else {}
        if "id" in feature:
            known.setdefault("id", feature["id"])
        said = {key: next((shown(known[k]) for k in keys if shown(known.get(k))), "") for key, keys in _KEYS.items()}
        key = plain(said["name"])
        if not said["name"]:
            self.error("no-name", place, "没有名称。", "请在属性表里加一列 name（或“乡镇”），写上乡镇名。")
        elif key in self.names:
            first = self.names[key]
            self.error(
                "twice", f"{place}（{said['name']}）", f"名称与第{first}个要素重复。", "请改名，或把两块合成一个要素。"
            )
            return None
        else:
            self.names[key] = number
            place = f"{place}（{said['name']}）"
        ring = self.outline(feature.get("geometry"), place)
        if ring is None or not said["name"]:
            return None
        return Shape(number, said["id"], said["name"], said["zone"], said["zone_id"], ring)

    def outline(self, geometry: object, place: str) -> tuple[Place, ...] | None:
        """Return the outer border of the largest part."""
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
        if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list) or not coordinates:
            what = f"形状是“{plain(kind)}”" if kind else "没有形状"
            self.error("no-area", place, f"{what}，不是一块面。", "请导出面图层（Polygon），每个乡镇一个要素。")
            return None
        parts = [self.part(part, place) for part in (coordinates if kind == "MultiPolygon" else [coordinates])]
        rings = sorted((p for p in parts if p is not None), key=_area, reverse=True)
        if len(rings) < len(parts):
            return None
        rest = sum(map(_area, rings[1:])) / max(sum(map(_area, rings)), 1e-300)
        if rest > _SMALL_PART:
            said = f"分成 {len(rings)} 块，最大的一块之外还占 {rest:.0%}。"
            self.error("in-parts", place, said, "一个乡镇只能是一块；请把各块合并，或分成几个乡镇。")
            return None
        if len(rings) > 1:
            said = f"分成 {len(rings)} 块，只用了最大的一块，略去的占 {rest:.1%}。"
            self.notes.warn("in-parts", self.file, place, said, "如果略去的部分要紧，请先合并成一块。")
        return rings[0]

    def part(self, part: object, place: str) -> tuple[Place, ...] | None:
        """Return the outer border of one part, without the closing point."""
        if not isinstance(part, list) or not part:
            self.error("bad-ring", place, "边界不是坐标的列表。", "请重新从地图软件导出 GeoJSON。")
            return None
        outer = self.ring(part[0], place)
        if outer is None:
            return None
        if len(part) > 1:
            holes = [ring for ring in (self.ring(inner, place) for inner in part[1:]) if ring is not None]
            share = sum(map(_area, holes)) / max(_area(outer), 1e-300)
            if share > 0.01:
                said = f"中间有 {len(holes)} 个洞，占 {share:.0%}。"
                self.error(
                    "hole", place, said, "乡镇不能有洞；洞里是别的乡镇时，请从洞到外边切一条缝，再分成两块归入邻乡。"
                )
                return None
            self.notes.warn("hole", self.file, place, f"中间有 {len(holes)} 个很小的洞，已填上。", "不必处理。")
        return outer

    def ring(self, ring: object, place: str) -> tuple[Place, ...] | None:
        if not isinstance(ring, list):
            self.error("bad-ring", place, "边界不是坐标的列表。", "请重新从地图软件导出 GeoJSON。")
            return None
        self.points += len(ring)
        if self.points > MOST_POINTS:
            if self.points - len(ring) <= MOST_POINTS:
                said = f"到这里地图已超过 {MOST_POINTS} 个点。"
                self.error("too-many", place, said, "请在地图软件里简化边界（容差约 50 米）后再导出。")
            return None
        points: list[Place] = []
        for n, point in enumerate(ring, 1):
            if not isinstance(point, list) or len(point) < 2 or not all(_is_number(v) for v in point[:2]):
                self.error("bad-point", place, f"第{n}个点不是两个数字。", "坐标写成 [横, 纵]，不加引号。")
                return None
            points.append((float(point[0]), float(point[1])))
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        elif len(points) > 2:
            self.notes.warn(
                "unclosed", self.file, place, "边界没有闭合，已用直线连上首尾。", "请检查首尾之间是否缺了一段。"
            )
        if len(set(points)) < 3:
            self.error("bad-ring", place, f"边界只有 {len(set(points))} 个不同的点。", "一块面至少要三个点。")
            return None
        return tuple(points)


def _area(ring: tuple[Place, ...]) -> float:
    x0, y0 = ring[0]
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in pairs)) / 2
