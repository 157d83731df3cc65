"""Carve a piece of ground into townships: whole-number outlines that share every border point.

A piece is split in two by a wandering line from one corner of its outline to another, and so on until each part is one
township. Lines begin and end at corners that are there already, so neighbours share their points by construction, and
a line is taken only where it meets nothing on its way: every part is a simple polygon, whatever was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isqrt

from game.county.draws import Draws
from game.county.geometry import Point, edges, first_fault, inside, touch, turn

Ring = list[Point]
Vector = tuple[int, int]

_PERMILLE = 1000
_WANDER = ((6, 3), (6, 3), (10, 4), (10, 4), (20, 6), (40, 8))
"""How far a line may wander, tried in turn: (length divided by, step divided by)."""
_TOLERANCES = (50, 100, 200, 500)
"""How far a part's share of the ground may be off, per mille, tried in turn."""
_TRIED = 40
_CROWDED = 3
"""A line that ends where another ended counts as this much longer: four townships seldom meet in one point."""


class CarveError(ValueError):
    """A piece of ground that no line parts: a triangle, or one with too few corners for what is asked."""


@dataclass(slots=True)
class Carver:
    """What one carving remembers: its chance, the length of a stretch of border, and where lines have ended."""

    draws: Draws
    step: int
    ends: set[Point] = field(default_factory=set)

    def divide(self, ring: Sequence[Point], weights: Sequence[int], label: str) -> list[Ring]:
        """Return one part for each weight, the parts' ground about in the proportion of the weights."""
        if len(weights) == 1:
            return [list(ring)]
        half = len(weights) // 2
        first, second = self.cut(ring, sum(weights[:half]) * _PERMILLE // sum(weights), label)
        return self.divide(first, weights[:half], label + "0") + self.divide(second, weights[half:], label + "1")

    def cut(self, ring: Sequence[Point], share: int, label: str, toward: Vector | None = None) -> tuple[Ring, Ring]:
        """Return two parts of a ring, the first with about `share` per mille of its ground, lying `toward` a side."""
        ring = counter(ring)
        for tolerance in _TOLERANCES:
            chords = self._chords(ring, share, tolerance, label, toward)
            for divisors in _WANDER:
                for i, j, swapped in chords[:_TRIED]:
                    line = self._line(ring, i, j, f"{label}:{i}:{j}", divisors)
                    if line is not None:
                        return self._parted(ring, i, j, line, swapped=swapped)
        for i, j, swapped in self._chords(ring, share, _PERMILLE, label, None):
            if self._free(ring, i, j, []):
                return self._parted(ring, i, j, [], swapped=swapped)
        raise CarveError(f"{len(ring)} corners have no line between them")

    def _parted(self, ring: Ring, i: int, j: int, line: Ring, *, swapped: bool) -> tuple[Ring, Ring]:
        self.ends |= {ring[i], ring[j]}
        one = [*ring[i : j + 1], *reversed(line)]
        two = [*ring[j:], *ring[: i + 1], *line]
        return (two, one) if swapped else (one, two)

    def _chords(
        self, ring: Ring, share: int, tolerance: int, label: str, toward: Vector | None
    ) -> list[tuple[int, int, bool]]:
        """Return the chords that part the ring about as asked, the best first: short ones, towards the right side."""
        count = len(ring)
        sums = [0]
        for a, b in edges(ring):
            sums.append(sums[-1] + a[0] * b[1] - b[0] * a[1])
        found: list[tuple[int, int, int, bool]] = []
        for i in range(count):
            for j in range(i + 2, count):
                if i == 0 and j == count - 1:
                    continue
                a, b = ring[i], ring[j]
                part = sums[j] - sums[i] + b[0] * a[1] - a[0] * b[1]
                here = part * _PERMILLE // sums[-1]
                for swapped in (False, True):
                    off = abs((_PERMILLE - here if swapped else here) - share)
                    if off > tolerance:
                        continue
                    cost = isqrt(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) * 10_000) * (_PERMILLE + 4 * off)
                    cost = cost * (800 + self.draws.below(400, "chord", label, i, j)) // _PERMILLE
                    cost *= _CROWDED ** ((a in self.ends) + (b in self.ends))
                    if toward is not None:
                        cost = cost * _PERMILLE // max(1, _leaning(a, b, toward, swapped=swapped))
                    found.append((cost, i, j, swapped))
        return [(i, j, swapped) for _, i, j, swapped in sorted(found)]

    def _line(self, ring: Ring, i: int, j: int, label: str, divisors: tuple[int, int]) -> Ring | None:
        """Return the inner points of a wandering line between two corners, or None where it would meet the border."""
        line = self.wander(ring[i], ring[j], label, divisors)
        room = self.step // 3
        if any(not _clear(p, a, b, room) for p in line for a, b in edges(ring)):
            return None
        return line if self._free(ring, i, j, line) else None

    def wander(self, a: Point, b: Point, label: str, divisors: tuple[int, int]) -> Ring:
        """Return the inner points of a line from a to b that bends and trembles."""
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = max(1, isqrt(dx * dx + dy * dy))
        count = max(1, (length + self.step // 2) // self.step)
        bend, tremble = length // divisors[0], max(1, self.step // divisors[1])
        bow = self._around(bend, label, 0)
        sway = self._around(bend, label, 1)
        points: Ring = []
        for m in range(1, count):
            rest = count - m
            aside = bow * 4 * m * rest // count**2 + sway * 10 * m * rest * (rest - m) // count**3
            aside += self._around(tremble, label, 2 * m)
            along = length * m // count + self._around(tremble, label, 2 * m + 1) // 2
            points.append((a[0] + (dx * along - dy * aside) // length, a[1] + (dy * along + dx * aside) // length))
        return points

    def _around(self, most: int, label: str, k: int) -> int:
        return self.draws.below(2 * most + 1, "wander", label, 0, k) - most

    def _free(self, ring: Ring, i: int, j: int, line: Ring) -> bool:
        """Whether a line between two corners runs inside and meets neither the border nor itself."""
        course = [ring[i], *line, ring[j]]
        if not inside((course[0][0] + course[1][0], course[0][1] + course[1][1]), [(2 * x, 2 * y) for x, y in ring]):
            return False
        ends = {ring[i], ring[j]}
        for a, b in pairwise(course):
            for c, d in edges(ring):
                shared = {a, b} & {c, d} & ends
                if not shared:
                    if touch(a, b, c, d):
                        return False
                elif len(shared) == 2 or _folded(a, b, c, d):
                    return False
        return all(first_fault(part) is None for part in self._both(ring, i, j, line))

    @staticmethod
    def _both(ring: Ring, i: int, j: int, line: Ring) -> Iterator[Ring]:
        yield [*ring[i : j + 1], *reversed(line)]
        yield [*ring[j:], *ring[: i + 1], *line]


def counter(ring: Sequence[Point]) -> Ring:
    """Return a ring the way round that makes its signed area positive."""
    signed = sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring))
    return list(ring) if signed > 0 else list(reversed(ring))


def _leaning(a: Point, b: Point, toward: Vector, *, swapped: bool) -> int:
    """Return how squarely the first part of a chord lies towards a side, per mille, never under 1."""
    nx, ny = b[1] - a[1], a[0] - b[0]  # into the part a..b; see `counter`
    if swapped:
        nx, ny = -nx, -ny
    long = isqrt((nx * nx + ny * ny) * (toward[0] ** 2 + toward[1] ** 2))
    even = max(1, (nx * toward[0] + ny * toward[1]) * _PERMILLE // max(1, long))
    return max(1, even * even * even // _PERMILLE**2)


def _clear(p: Point, a: Point, b: Point, room: int) -> bool:
    """Whether p keeps `room` from the segment a-b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = (p[0] - a[0]) * dx + (p[1] - a[1]) * dy
    long = dx * dx + dy * dy
    if along <= 0:
        return (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2 >= room * room
    if along >= long:
        return (p[0] - b[0]) ** 2 + (p[1] - b[1]) ** 2 >= room * room
    return turn(a, b, p) ** 2 >= room * room * long


def _folded(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments with one common end lie on each other."""
    common = a if a in (c, d) else b
    one = b if common == a else a
    two = d if common == c else c
    if turn(common, one, two) != 0:
        return False
    return (one[0] - common[0]) * (two[0] - common[0]) + (one[1] - common[1]) * (two[1] - common[1]) > 0
