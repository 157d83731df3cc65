"""The ground of an invented county: its own outline, its zones, and the outlines of its townships."""

from __future__ import annotations

from math import isqrt

from game.county.carve import CarveError, Carver, Ring, Vector
from game.county.draws import Draws
from game.county.geometry import Point, area2, edges, first_fault

_MAP = 1000
_MIDDLE = _MAP // 2
_ROUND: tuple[Vector, ...] = (
    *((1000, 0), (966, 259), (866, 500), (707, 707), (500, 866), (259, 966)),
    *((0, 1000), (-259, 966), (-500, 866), (-707, 707), (-866, 500), (-966, 259)),
    *((-1000, 0), (-966, -259), (-866, -500), (-707, -707), (-500, -866), (-259, -966)),
    *((0, -1000), (259, -966), (500, -866), (707, -707), (866, -500), (966, -259)),
)
"""Directions round the middle, each a thousand long."""
_COASTS = ((9, 4), (14, 6), (30, 8))
"""How the county's own border may wander, tried in turn; see `Carver.wander`."""
_LAYOUTS: dict[int, tuple[tuple[str, Vector], ...]] = {
    1: (),
    2: (("west", (-1, 0)),),
    3: (("west", (-1, 0)), ("east", (1, 0))),
    4: (("north", (0, -1)), ("south", (0, 1)), ("west", (-1, 0))),
    5: (("north", (0, -1)), ("south", (0, 1)), ("west", (-1, 0)), ("east", (1, 0))),
}
"""What is cut off the county in turn, and on which side; what is left is the last zone."""
_LAST = {1: "centre", 2: "east", 3: "centre", 4: "east", 5: "centre"}
_ATTEMPTS = 40
_SMALLEST = 5
"""No township is smaller than the mean divided by this."""


def zone_ids(zones: int) -> list[str]:
    """Return the ids of a county's zones by their number: sides of the compass up to five, numbers from six on."""
    if zones in _LAYOUTS:
        return [*(name for name, _ in _LAYOUTS[zones]), _LAST[zones]]
    return [f"zone{n}" for n in range(1, zones + 1)]


def carve_county(townships: int, zones: int, draws: Draws) -> dict[str, list[Ring]]:
    """Return the outlines of the townships by zone; together they fill one piece of ground without holes."""
    step = min(45, max(18, isqrt(650_000 // townships) // 5))
    for attempt in range(_ATTEMPTS):
        carver = Carver(Draws(draws.key("ground", "", attempt)), step)
        try:
            found = _zones(carver, _county(carver), townships, zones)
        except CarveError:
            continue
        rings = [ring for part in found.values() for ring in part]
        if min(map(area2, rings)) * townships * _SMALLEST >= sum(map(area2, rings)):
            return found
    raise CarveError(f"{townships} townships found no place in {_ATTEMPTS} attempts")


def _county(carver: Carver) -> Ring:
    """Return the outline of a county: round on the whole, longer one way, with bays and noses."""
    draws, count = carver.draws, len(_ROUND)
    drawn = [380 + draws.below(115, "reach", "", k) for k in range(count)]
    reach = [(drawn[k - 1] + 2 * drawn[k] + drawn[(k + 1) % count]) // 4 for k in range(count)]
    wide, high = 1000 - draws.below(160, "wide"), 1000 - draws.below(160, "high")
    star = [
        (_MIDDLE + r * x * wide // _MAP**2, _MIDDLE + r * y * high // _MAP**2)
        for r, (x, y) in zip(reach, _ROUND, strict=True)
    ]
    for divisors in _COASTS:
        ring: Ring = []
        for k, (a, b) in enumerate(edges(star)):
            ring += [a, *carver.wander(a, b, f"coast{k}", divisors)]
        if first_fault(ring) is None and all(0 <= x <= _MAP and 0 <= y <= _MAP for x, y in ring):
            return ring
    return star


def _zones(carver: Carver, ring: Ring, townships: int, zones: int) -> dict[str, list[Ring]]:
    counts = [townships // zones + (k < townships % zones) for k in range(zones)]
    names = zone_ids(zones)
    sides = _LAYOUTS.get(zones)
    if sides is None:
        parts = dict(zip(names, carver.divide(ring, counts, "zone"), strict=True))
    else:
        parts, left, weight = {}, ring, townships
        for (name, toward), count in zip(sides, counts, strict=False):
            parts[name], left = carver.cut(left, count * 1000 // weight, name, toward)
            weight -= count
        parts[names[-1]] = left
    return {
        name: sorted(carver.divide(parts[name], [1] * count, name), key=_reading)
        for name, count in zip(names, counts, strict=True)
    }


def _reading(ring: Ring) -> Point:
    """Return what sorts outlines as a page is read: by rows of the map, from the left."""
    x, y = middle(ring)
    return y // 120, x


def middle(ring: Ring) -> Point:
    """Return the mean of the corners."""
    return sum(x for x, _ in ring) // len(ring), sum(y for _, y in ring) // len(ring)
