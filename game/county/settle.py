"""Settle a piece of ground: where its villages lie, how remote they are, how many homes each has, which are poor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt

from game.county.draws import Draws
from game.county.evaluation import shares
from game.county.geometry import Outline, Point, edges, inside, turn

_TRIES = 30
_FAR = 1000
_VILLAGE_MOST = 20_000
"""Households of one village that a county file can hold."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A township to be settled."""

    id: str
    outline: Outline
    villages: int


def distance(a: Point, b: Point) -> int:
    """Return the distance of two points in whole map units, rounded down."""
    return isqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)


def margin(p: Point, outline: Outline) -> int:
    """Return how far a point keeps from an outline, in whole map units."""
    least = None
    for a, b in edges(outline):
        dx, dy = b[0] - a[0], b[1] - a[1]
        long = dx * dx + dy * dy
        along = (p[0] - a[0]) * dx + (p[1] - a[1]) * dy
        if 0 < along < long:
            off = turn(a, b, p) ** 2 // long
        else:
            end = a if along <= 0 else b
            off = (p[0] - end[0]) ** 2 + (p[1] - end[1]) ** 2
        least = off if least is None else min(least, off)
    return isqrt(least or 0)


def seat(ground: Ground, draws: Draws) -> Point:
    """Return where the township's seat lies: well inside, by chance a little off the middle."""
    return max(_within(ground, draws, "seat", 0), key=lambda p: (margin(p, ground.outline), p))


def spread(ground: Ground, draws: Draws, first: Sequence[Point] = ()) -> list[Point]:
    """Return the places of the villages, the seat first, then each as far from the others as chance offers.

    Places in `first` are taken as given; every place is a point of its own wherever the ground has room.
    """
    points = list(first)
    if not points:
        points.append(seat(ground, draws))
    while len(points) < ground.villages:
        offered = [p for p in _within(ground, draws, "village", len(points)) if p not in points]
        if not offered:
            offered = [corner for corner in ground.outline if corner not in points] or [points[0]]
        points.append(
            max(offered, key=lambda p: (min(*(distance(p, q) for q in points), 2 * margin(p, ground.outline)), p))
        )
    return points[: ground.villages]


def _within(ground: Ground, draws: Draws, stream: str, k: int) -> list[Point]:
    """Return points drawn inside an outline, corners where it is too thin to hold any."""
    xs, ys = [x for x, _ in ground.outline], [y for _, y in ground.outline]
    wide, high = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
    found: list[Point] = []
    for n in range(8 * _TRIES):
        p = (
            min(xs) + draws.below(wide, f"{stream}-x", ground.id, k, n),
            min(ys) + draws.below(high, f"{stream}-y", ground.id, k, n),
        )
        if inside(p, ground.outline):
            found.append(p)
            if len(found) == _TRIES:
                break
    return found or list(ground.outline)


def remoteness(
    seats: dict[str, Point], capital: Point, places: dict[str, list[Point]], draws: Draws
) -> dict[str, list[int]]:
    """Return the remoteness of each township's villages, per mille in tens.

    It grows with the way from the county seat to the township's and from there to the village; mountains, drawn for
    each township, make whole townships more or less remote than their distance says.
    """
    furthest = max(1, *(distance(p, capital) for p in seats.values()))
    found: dict[str, list[int]] = {}
    for township, points in places.items():
        start = seats[township]
        base = 90 + 470 * distance(start, capital) // furthest + draws.below(230, "height", township) - 70
        reach = max(1, *(distance(p, start) for p in points))
        values: list[int] = []
        for k, point in enumerate(points):
            steep = draws.below(71, "steep", township, k) - 35
            far = base + 270 * distance(point, start) // reach + (steep if k else 0)
            values.append(min(940, max(40, far)) // 10 * 10)
        found[township] = values
    return found


def homes(remote: Sequence[int], seats: Sequence[bool], total: int, draws: Draws) -> list[int]:
    """Return households a village that come to `total`: more at seats and in easy country, fewer far out."""
    weights = [
        (1250 - far // 2) * (620 + draws.below(760, "homes", "", k)) * (13 if first else 10)
        for k, (far, first) in enumerate(zip(remote, seats, strict=True))
    ]
    counts = [1 + part for part in shares(total - len(weights), weights)]
    if max(counts) <= _VILLAGE_MOST:
        return counts
    return [1 + part for part in shares(total - len(weights), [1] * len(weights))]


def poorest(remote: Sequence[int], seats: Sequence[bool], count: int, draws: Draws) -> set[int]:
    """Return the numbers of the `count` villages that are poor: the remote ones, by chance others too."""
    order = sorted(
        range(len(remote)),
        key=lambda k: (remote[k] + draws.below(560, "poor", "", k) - (450 if seats[k] else 0), -k),
        reverse=True,
    )
    return set(order[:count])
