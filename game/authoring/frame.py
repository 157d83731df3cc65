"""Coordinates of a map file into map units: one scale for both directions, north up, the county in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, radians

from game.authoring.geojson import Map, Place, Shape
from game.authoring.notes import Notes
from game.county.geometry import Point

MAP = 1000
_MARGIN = 20
_OTHER_KIND = 100
"""Coordinates so many times larger than another township's are not of the same kind."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How coordinates become map units, and back."""

    left: float
    high: float
    across: float
    """Map units for one unit of the file from west to east."""
    down: float
    right_by: float
    down_by: float

    def exact(self, place: Place) -> Place:
        """Return a place in map units, not rounded."""
        return (
            (place[0] - self.left) * self.across + self.right_by,
            (self.high - place[1]) * self.down + self.down_by,
        )

    def point(self, place: Place) -> Point:
        """Return a place as a point of the map."""
        x, y = self.exact(place)
        return floor(x + 0.5), floor(y + 0.5)

    def back(self, point: Point) -> str:
        """Return a point of the map as its coordinates in the file, to show where a fault is."""
        x = (point[0] - self.right_by) / self.across + self.left
        y = self.high - (point[1] - self.down_by) / self.down
        return f"({x:.6g}, {y:.6g})"


def frame_of(found: Map, notes: Notes) -> Frame | None:
    """Return the frame of a map, or None after saying why its coordinates make no map."""
    if not found.shapes or _mixed(found.shapes, found.file, notes):
        return None
    points = [p for shape in found.shapes for p in shape.ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    margin = _MARGIN
    if found.frame is not None:
        (left, low, right, high), margin = found.frame, 0
    if not left < right or not low < high:
        notes.error("flat", found.file, "", "所有坐标都在一条线上。", "请检查坐标的两列是否都导出了。")
        return None
    degrees = abs(left) <= 180 and abs(right) <= 180 and abs(low) <= 90 and abs(high) <= 90
    if left >= 15 and right <= 55 and low >= 70 and high <= 140:
        notes.error(
            "swapped", found.file, "", "经度和纬度写反了。", "GeoJSON 的坐标是 [经度, 纬度]；请交换两列后重新导出。"
        )
        return None
    # a degree from west to east is shorter than one from south to north, the more so the further from the equator
    ratio = cos(radians((low + high) / 2)) if degrees else 1.0
    wide, tall = (right - left) * ratio, high - low
    scale = (MAP - 2 * margin) / max(wide, tall)
    return Frame(left, high, scale * ratio, scale, (MAP - wide * scale) / 2, (MAP - tall * scale) / 2)


def _mixed(shapes: Sequence[Shape], file: str, notes: Notes) -> bool:
    """Say which townships have coordinates of another kind than most: degrees among metres, or the other way round."""
    sizes = [max(max(abs(x), abs(y)) for x, y in shape.ring) for shape in shapes]
    usual = sorted(sizes)[len(sizes) // 2]
    odd = [
        shape
        for shape, size in zip(shapes, sizes, strict=True)
        if size * _OTHER_KIND < usual or size > usual * _OTHER_KIND
    ]
    for shape in odd:
        said = f"坐标与其他乡镇不是一种（例如 {shape.ring[0][0]:.6g}, {shape.ring[0][1]:.6g}）。"
        notes.error("mixed", file, shape.place, said, "请把整张地图转成同一种坐标（全用经纬度，或全用米）。")
    return bool(odd)
