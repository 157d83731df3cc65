"""Make outlines of a map's shapes: whole map units, neighbours sharing their border points, few enough points.

Real boundaries have thousands of points, and neighbours drawn apart differ by a hair. Three things help, in the order
of how much they change: points near each other become one, points near a neighbour's side join that side, and borders
are thinned stretch by stretch, so that both sides of a border are thinned alike. The least change that gives a map is
taken; where none does, the faults of the best attempt are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from game.authoring.frame import MAP
from game.county.geometry import Point, apart, area2, edges, first_fault, overlap, turn

Ring = tuple[Point, ...]

_ATTEMPTS = ((0, 0), (1, 1), (2, 2), (2, 4), (3, 6))
"""How far points may move, in map units, tried in turn: (made one with a neighbour's, border thinned)."""
MOST_POINTS = 200
_ENOUGH = 80
"""Points of an outline that show any township well; more only make every later look at the map slower."""
SMALLEST = 60
"""Twice the area, in map units, below which a township cannot be seen."""
_CELL = 8


def fit(rings: Sequence[Ring]) -> tuple[list[Ring], list[tuple[str, int, int]]]:
    """Return the outlines, and the faults that are left: (kind, number of the outline, other outline or side).

    Kinds: `small`, `long` (too many points), `crossing`, `overlap`.
    """
    best: list[Ring] = []
    least: tuple[int, bool, bool] | None = None
    left: list[tuple[str, int, int]] = []
    for near, thin in _ATTEMPTS:
        made = _attempt(rings, near, thin)
        faults = list(_faults(made))
        rank = len(faults), any(len(ring) > _ENOUGH for ring in made), not in_one_piece(made)
        if least is None or rank < least:
            best, least, left = made, rank, faults
        if least == (0, False, False):
            break
    return best, left


def in_one_piece(rings: Sequence[Ring]) -> bool:
    """Whether the sides that only one township has make one ring: no gaps, no islands, no border drawn in two ways."""
    single: set[frozenset[Point]] = set()
    for ring in rings:
        single ^= {frozenset((a, b)) for a, b in edges(ring) if a != b}
    next_to: dict[Point, list[Point]] = {}
    for a, b in (tuple(side) for side in single):
        next_to.setdefault(a, []).append(b)
        next_to.setdefault(b, []).append(a)
    if not next_to or any(len(ends) != 2 for ends in next_to.values()):
        return False
    first = min(next_to)
    before, here, seen = first, next_to[first][0], 1
    while here != first:
        before, here = here, next(p for p in next_to[here] if p != before)
        seen += 1
    return seen == len(next_to)


def _faults(rings: Sequence[Ring]) -> Iterator[tuple[str, int, int]]:
    sound = []
    for k, ring in enumerate(rings):
        if len(ring) > MOST_POINTS:
            yield "long", k, len(ring)
        elif len(ring) < 3 or _slight(ring):
            yield "small", k, 0
        elif (fault := first_fault(ring)) is not None:
            yield "crossing", k, fault[1]
        elif area2(ring) < SMALLEST:
            yield "small", k, 0
        else:
            sound.append(k)
    for n, k in enumerate(sound):
        for other in sound[:n]:
            if not apart(rings[k], rings[other]) and overlap(rings[k], rings[other]):
                yield "overlap", k, other


def _slight(ring: Ring) -> bool:
    """Whether a ring is thinner than its points can tell."""
    return any(max(p[axis] for p in ring) - min(p[axis] for p in ring) < 3 for axis in (0, 1))


def _attempt(rings: Sequence[Ring], near: int, thin: int) -> list[Ring]:
    made = [_tidy(ring) for ring in (_welded(rings, near) if near else rings)]
    if near:
        made = [_tidy(ring) for ring in _joined(made)]
    return [_tidy(ring) for ring in _thinned(made, thin)] if thin else made


def _tidy(ring: Ring) -> Ring:
    """Return a ring without points said twice in a row and without spikes that run out and back."""
    points: list[Point] = []
    for p in ring:
        if points and points[-1] == p:
            continue
        if len(points) > 1 and points[-2] == p:
            points.pop()
            continue
        points.append(p)
    while len(points) > 2 and (points[0] == points[-1] or points[-2] == points[0] or points[-1] == points[1]):
        if points[0] != points[-1] and points[-1] == points[1]:
            points.pop(0)
        points.pop()
    return tuple(points)


class _Near:
    """Points by the square they lie in."""

    def __init__(self) -> None:
        self.squares: dict[Point, list[Point]] = {}

    def add(self, p: Point) -> None:
        self.squares.setdefault((p[0] // _CELL, p[1] // _CELL), []).append(p)

    def about(self, low: Point, high: Point) -> Iterator[Point]:
        """Yield the points of all squares that meet a frame."""
        for x in range(low[0] // _CELL, high[0] // _CELL + 1):
            for y in range(low[1] // _CELL, high[1] // _CELL + 1):
                yield from self.squares.get((x, y), ())


def _welded(rings: Sequence[Ring], near: int) -> list[Ring]:
    """Return the rings with points that lie within `near` of an earlier one moved onto it."""
    known = _Near()
    moved: dict[Point, Point] = {}
    for ring in rings:
        for p in ring:
            if p in moved:
                continue
            around = known.about((p[0] - near, p[1] - near), (p[0] + near, p[1] + near))
            at = min(((_far(p, q), q) for q in around if _far(p, q) <= near * near), default=(0, p))[1]
            moved[p] = at
            if at == p:
                known.add(p)
    return [tuple(moved[p] for p in ring) for ring in rings]


def _far(p: Point, q: Point) -> int:
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def _joined(rings: Sequence[Ring]) -> Iterator[Ring]:
    """Yield the rings with other rings' points that lie on one of their sides, or within a unit or so, put into it."""
    known = _Near()
    for p in sorted({p for ring in rings for p in ring}):
        known.add(p)
    for ring in rings:
        own = set(ring)
        points: list[Point] = []
        for a, b in edges(ring):
            points.append(a)
            low = min(a[0], b[0]) - 1, min(a[1], b[1]) - 1
            high = max(a[0], b[0]) + 1, max(a[1], b[1]) + 1
            dx, dy = b[0] - a[0], b[1] - a[1]
            long = dx * dx + dy * dy
            between = sorted(
                ((q[0] - a[0]) * dx + (q[1] - a[1]) * dy, q)
                for q in known.about(low, high)
                if q not in own and turn(a, b, q) ** 2 <= 2 * long
            )
            points += [q for along, q in between if 0 < along < long]
        yield tuple(points)


def _thinned(rings: Sequence[Ring], thin: int) -> list[Ring]:
    """Return the rings with their borders thinned between the points where more than two sides meet."""
    meets: dict[Point, set[Point]] = {}
    for ring in rings:
        for a, b in edges(ring):
            meets.setdefault(a, set()).add(b)
            meets.setdefault(b, set()).add(a)
    done: dict[tuple[Point, ...], list[Point]] = {}

    def stretch(points: tuple[Point, ...]) -> list[Point]:
        back = points[::-1]
        key = min(points, back)
        if key not in done:
            done[key] = _thin(key, thin)
        return done[key] if key == points else done[key][::-1]

    made: list[Ring] = []
    for ring in rings:
        if len(ring) < 4:
            made.append(ring)
            continue
        knots = [k for k, p in enumerate(ring) if len(meets[p]) > 2]
        if len(knots) < 2:  # an island, or one that hangs on a point: its corner and the point furthest from it
            first = knots[0] if knots else min(range(len(ring)), key=lambda k: ring[k])
            knots = sorted({first, max(range(len(ring)), key=lambda k: (_far(ring[k], ring[first]), ring[k]))})
        turned = ring[knots[0] :] + ring[: knots[0] + 1]
        cuts = [k - knots[0] for k in knots] + [len(ring)]
        made.append(tuple(p for i, j in pairwise(cuts) for p in stretch(turned[i : j + 1])[:-1]))
    return made


def _thin(points: Sequence[Point], far: int) -> list[Point]:
    """Return the points of a line that are needed to keep within `far` of it (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        i, j = todo.pop()
        a, b = points[i], points[j]
        long = _far(a, b)
        worst, at = -1, i
        for k in range(i + 1, j):
            off = turn(a, b, points[k]) ** 2 if long else _far(a, points[k])
            if off > worst:
                worst, at = off, k
        if at != i and worst > far * far * max(long, 1):
            keep.add(at)
            todo += [(i, at), (at, j)]
    return [points[k] for k in sorted(keep)]


def within(p: Point) -> Point:
    """Return a point moved onto the map where rounding put it a hair outside."""
    return min(MAP, max(0, p[0])), min(MAP, max(0, p[1]))
