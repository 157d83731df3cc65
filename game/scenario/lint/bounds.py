"""Whether a condition can hold at all: intervals over its figures, and answers that exclude each other.

Sound, not complete: `False` means that no state within the bounds meets the condition; `True` may only mean that the
condition is too long to tell.
"""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.conditions import Tree

Range = tuple[int, int]
"""Least and most; a test is 0 or 1."""
Bounds = Callable[[Tree], Range]
"""What a figure or a call can be."""

ENDLESS = 10**12
MOST_BRANCHES = 48
MOST_STEPS = 12_000
"""Tests looked at in one run of the checker; a scenario of two thousand lines needs some hundreds."""
_TURNED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}

Atom = tuple[Tree, bool]


class _TooLong(Exception):
    """More branches than are worth the time."""


class Reason:
    """Answers whether conditions can hold, within a budget of steps."""

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def possible(self, tree: Tree, bounds: Bounds, *, wanted: bool = True) -> bool:
        """Whether the condition can be true (or false, with `wanted=False`) within the bounds."""
        try:
            return any(self._holds(branch, bounds) for branch in _branches(tree, wanted))
        except _TooLong:
            return True

    def _holds(self, branch: list[Atom], bounds: Bounds) -> bool:
        self.left -= len(branch) + 1
        if self.left < 0:
            raise _TooLong
        held: dict[Tree, Range] = {}
        taken: dict[str, str] = {}
        # Twice: a bound that the second test gives may decide the first.
        return all(all(_meet(atom, held, taken, bounds) for atom in branch) for _ in range(2))


def _branches(tree: Tree, wanted: bool) -> list[list[Atom]]:
    """Return the ways in which a condition comes true (or false), each a list of tests that all must come out."""
    head = tree[0] if tree else ""
    if head == "not":
        return _branches(tree[1], not wanted)
    if head == "is":
        return [[]] if bool(tree[1]) == wanted else []
    if head in ("and", "or"):
        return _joined([_branches(tree[1], wanted), _branches(tree[2], wanted)], both=(head == "and") == wanted)
    if head == "compare" and len(tree[2]) > 1:
        pairs = [("compare", tree[1][at : at + 2], (sign,)) for at, sign in enumerate(tree[2])]
        return _joined([_branches(pair, wanted) for pair in pairs], both=wanted)
    if head == "compare" and not wanted:
        return [[(("compare", tree[1], (_TURNED[tree[2][0]],)), True)]]
    return [[(tree, wanted)]]


def _joined(sides: list[list[list[Atom]]], *, both: bool) -> list[list[Atom]]:
    found = sides[0]
    for side in sides[1:]:
        if (len(found) * len(side) if both else len(found) + len(side)) > MOST_BRANCHES:
            raise _TooLong
        found = [[*left, *right] for left in found for right in side] if both else [*found, *side]
    return found


def _meet(atom: Atom, held: dict[Tree, Range], taken: dict[str, str], bounds: Bounds) -> bool:
    """Narrow what is held by one test; False where nothing is left."""
    tree, wanted = atom
    if tree and tree[0] == "call":
        group, value = _exclusive(tree)
        if wanted and group and taken.setdefault(group, value) != value:
            return False
        return _narrow(tree, (int(wanted), int(wanted)), held, bounds)
    if not tree or tree[0] != "compare":
        return True
    (left, right), (sign,) = tree[1], tree[2]
    a, b = _range(left, held, bounds), _range(right, held, bounds)
    if not _can(a, sign, b):
        return False
    return all(
        _narrow(one, _within(turned, other), held, bounds)
        for one, turned, other in ((left, sign, b), (right, _MIRRORED[sign], a))
        if one and one[0] in ("figure", "call")
    )


def _narrow(tree: Tree, to: Range, held: dict[Tree, Range], bounds: Bounds) -> bool:
    low, high = held.get(tree) or bounds(tree)
    held[tree] = low, high = max(low, to[0]), min(high, to[1])
    return low <= high


def _within(sign: str, other: Range) -> Range:
    low, high = other
    return {
        "<": (-ENDLESS, high - 1),
        "<=": (-ENDLESS, high),
        ">": (low + 1, ENDLESS),
        ">=": (low, ENDLESS),
        "==": other,
        "!=": (-ENDLESS, ENDLESS),
    }[sign]


def _can(a: Range, sign: str, b: Range) -> bool:
    return {
        "<": a[0] < b[1],
        "<=": a[0] <= b[1],
        ">": a[1] > b[0],
        ">=": a[1] >= b[0],
        "==": a[0] <= b[1] and b[0] <= a[1],
        "!=": not a[0] == a[1] == b[0] == b[1],
    }[sign]


def _exclusive(call: Tree) -> tuple[str, str]:
    """Return what a call answers and its answer, where one answer excludes the others."""
    name, args = call[1], call[2]
    if name == "chose":
        return f"choice {args[0]}", args[1]
    if name == "phase":
        return "phase", args[0]
    return (f"state {args[0]}", name) if name in ("resolved", "expired") else ("", "")


def _range(tree: Tree, held: dict[Tree, Range], bounds: Bounds) -> Range:
    """Return what an expression can be."""
    head = tree[0] if tree else ""
    if head == "is":
        return int(tree[1]), int(tree[1])
    if head in ("figure", "call"):
        return held.get(tree) or bounds(tree)
    if head == "neg":
        low, high = _range(tree[1], held, bounds)
        return -high, -low
    if head not in ("+", "-", "*", "//"):
        return (0, 1) if head else (-ENDLESS, ENDLESS)
    (a, b), (c, d) = _range(tree[1], held, bounds), _range(tree[2], held, bounds)
    if head == "+":
        return a + c, b + d
    if head == "-":
        return a - d, b - c
    if head == "//" and c <= 0 <= d:
        return -ENDLESS, ENDLESS
    corners = [x * y if head == "*" else x // y for x in (a, b) for y in (c, d)]
    return min(corners), max(corners)
