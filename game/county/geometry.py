"""Plane geometry on whole-number points: enough to know that a map of townships is a map."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[int, int]
Outline = Sequence[Point]


def turn(a: Point, b: Point, c: Point) -> int:
    """Return twice the signed area of the triangle: 0 where the points lie on one line."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def on_segment(p: Point, a: Point, b: Point) -> bool:
    """Whether p lies on the segment a-b, ends included."""
    return (
        turn(a, b, p) == 0 and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1])
    )


def cross_properly(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments a-b and c-d cross in a point inside both."""
    return _sign(turn(a, b, c)) * _sign(turn(a, b, d)) < 0 and _sign(turn(c, d, a)) * _sign(turn(c, d, b)) < 0


def touch(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments a-b and c-d have any point in common."""
    return (
        cross_properly(a, b, c, d)
        or on_segment(a, c, d)
        or on_segment(b, c, d)
        or on_segment(c, a, b)
        or on_segment(d, a, b)
    )


def edges(outline: Outline) -> list[tuple[Point, Point]]:
    """Return the sides of a closed outline."""
    return [(outline[i], outline[(i + 1) % len(outline)]) for i in range(len(outline))]


def area2(outline: Outline) -> int:
    """Return twice the area, never negative."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(outline)))


def first_fault(outline: Outline) -> tuple[int, int] | None:
    """Return the numbers of two sides that meet where they must not, or None for a simple outline."""
    sides = edges(outline)
    count = len(sides)
    for i in range(count):
        if sides[i][0] == sides[i][1]:
            return i, i
        for j in range(i + 1, count):
            (a, b), (c, d) = sides[i], sides[j]
            if j == i + 1 or (i == 0 and j == count - 1):
                # neighbours share one corner; they must not fold back onto each other
                shared, left, right = (b, a, d) if j == i + 1 else (a, b, c)
                if turn(shared, left, right) == 0 and (
                    on_segment(left, shared, right) or on_segment(right, shared, left)
                ):
                    return i, j
            elif touch(a, b, c, d):
                return i, j
    return None


def inside(p: Point, outline: Outline) -> bool:
    """Whether p lies inside the outline or on it."""
    odd = False
    for a, b in edges(outline):
        if on_segment(p, a, b):
            return True
        if (a[1] > p[1]) != (b[1] > p[1]) and (turn(a, b, p) > 0) == (b[1] > a[1]):
            odd = not odd
    return odd


def strictly_inside(p: Point, outline: Outline) -> bool:
    """Whether p lies inside the outline and not on it."""
    return inside(p, outline) and not any(on_segment(p, a, b) for a, b in edges(outline))


def apart(first: Outline, second: Outline) -> bool:
    """Whether the frames around two outlines have no ground in common: cheap to know, and true of most pairs."""
    return any(
        max(p[axis] for p in first) <= min(p[axis] for p in second)
        or max(p[axis] for p in second) <= min(p[axis] for p in first)
        for axis in (0, 1)
    )


def _sides_near(outline: Outline, other: Outline) -> list[tuple[Point, Point]]:
    """Return the sides of an outline that reach into the frame around another."""
    left, right = min(x for x, _ in other), max(x for x, _ in other)
    low, high = min(y for _, y in other), max(y for _, y in other)
    return [
        (a, b)
        for a, b in edges(outline)
        if max(a[0], b[0]) >= left and min(a[0], b[0]) <= right and max(a[1], b[1]) >= low and min(a[1], b[1]) <= high
    ]


def overlap(first: Outline, second: Outline) -> bool:
    """Whether two simple outlines share ground; shared borders are none."""
    if apart(first, second):
        return False
    near_first, near_second = _sides_near(first, second), _sides_near(second, first)
    for a, b in near_first:
        for c, d in near_second:
            if cross_properly(a, b, c, d):
                return True

    def samples(sides: list[tuple[Point, Point]]) -> list[Point]:
        # doubled coordinates, so that the middle of a side is a whole point too
        return [p for a, b in sides for p in ((2 * a[0], 2 * a[1]), (2 * b[0], 2 * b[1]), (a[0] + b[0], a[1] + b[1]))]

    double_first = [(2 * x, 2 * y) for x, y in first]
    double_second = [(2 * x, 2 * y) for x, y in second]
    return (
        any(strictly_inside(p, double_second) for p in samples(near_first))
        or any(strictly_inside(p, double_first) for p in samples(near_second))
        or set(first) == set(second)
    )
