"""Indentation gone wrong: which line is the one that stands elsewhere, and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

_WIDTHS = {" ": 1, "\t": 2, "\u3000": 2}
"""Columns that a sign of indentation is most likely meant to be."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip of the pen in one line, from 0: where it is, and how the line reads when it is mended."""

    code: str
    line: int
    column: int
    end: int
    mended: str
    params: dict[str, str | int]
    fix: bool = True


def indent_slip(lines: list[str], here: int, above: int, error: yaml.MarkedYAMLError) -> Slip | None:
    """Return the slip of a line that does not line up with its group, `here` or the one before it; else None."""
    depth = depth_of(lines[here])
    if not lines[here].strip() or above < 0:
        return None
    astray = _first_astray(lines, here)
    if astray is not None:
        return _shifted(lines, astray, depth)
    if "mapping values" in str(error.problem):  # a key deeper than the finished "key: value" above it
        return _shifted(lines, here, levels_of(lines[above])[-1])
    parent, entries = _group(lines, here)
    if parent >= 0 and entries and depth_of(lines[entries[0]]) != depth > depth_of(lines[parent]):
        return _shifted(lines, here, depth_of(lines[entries[0]]))
    levels: set[int] = set()
    for number in range(above, max(above - 60, -1), -1):
        if says(lines[number]):
            levels.update(levels_of(lines[number]))
    if not levels:
        return None
    target = min(sorted(levels, reverse=True), key=lambda level: abs(level - depth))
    return _shifted(lines, here, target)


def _shifted(lines: list[str], number: int, target: int) -> Slip | None:
    depth = depth_of(lines[number])
    if target == depth:
        return None
    mended = " " * target + lines[number].lstrip()
    return Slip("TH118", number, 0, max(depth, 1), mended, {"found": depth, "wanted": target})


def first_item_astray(lines: list[str], first: int, here: int) -> bool:
    """Whether of the items at `first` and below, it is the first that stands elsewhere: it took the others in."""
    parent, _ = _group(lines, first)
    heads = parent >= 0 and content_of(lines[parent]).endswith(":") and not any(map(says, lines[parent + 1 : first]))
    below = [line for line in lines[here : here + 60] if line.lstrip().startswith("- ")]
    return heads and sum(depth_of(line) == depth_of(lines[here]) for line in below) > 1


def _first_astray(lines: list[str], here: int) -> int | None:
    """Return the first line of the group that `here` is in where that line alone stands elsewhere than the others.

    The parser takes the first line's indentation for the group's and stops at the second, which is right.
    """
    parent, entries = _group(lines, here)
    depth = depth_of(lines[here])
    if len(entries) != 1 or parent < 0 or not depth > depth_of(lines[parent]):
        return None
    if not content_of(lines[parent]).endswith(":") or depth_of(lines[entries[0]]) == depth:
        return None
    like = 0
    for line in lines[here : here + 60]:
        if says(line):
            if depth_of(line) < depth:
                break
            like += depth_of(line) == depth
    return entries[0] if like > 1 or depth == depth_of(lines[parent]) + 2 else None


def _group(lines: list[str], here: int) -> tuple[int, list[int]]:
    """Return the line that heads the group of `here` (-1: none) and the lines of its entries above `here`."""
    item = lines[here].lstrip().startswith("- ")
    above = [number for number in range(here - 1, max(here - 200, -1), -1) if says(lines[number])]
    if not above:
        return -1, []
    low = min(depth_of(lines[here]), depth_of(lines[above[0]]))
    inner: list[int] = []
    for number in above:
        line = lines[number]
        if depth_of(line) < low:
            if not (item and line.lstrip().startswith("- ")):
                entries = [n for n in inner if depth_of(lines[n]) == depth_of(lines[inner[-1]])] if inner else []
                return number, entries[::-1]
            low = depth_of(line)  # an item that is not aligned with this one
        inner.append(number)
    return -1, []


def says(line: str) -> bool:
    """Whether a line is more than a blank or a comment."""
    content = line.lstrip()
    return bool(content) and not content.startswith("#")


def content_of(line: str) -> str:
    """Return a line without its comment."""
    return line.partition(" #")[0].rstrip()


def depth_of(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())


def levels_of(line: str) -> list[int]:
    """Return the columns at which a line starts something: of its dash and of what follows it."""
    found = [len(line) - len(line.lstrip())]
    rest = line.lstrip()
    while rest.startswith("- "):
        rest = rest[2:].lstrip()
        found.append(len(line) - len(rest))
    return found


def fitting_depth(lines: list[str], number: int) -> int:
    """Return the indentation that a line should have whose own is unreadable, by the lines around it."""
    body = lines[number].lstrip()
    lead = lines[number][: len(lines[number]) - len(body)]
    item, heads = body.startswith("- "), content_of(body).endswith((":", "|", ">", "|-", ">-"))
    above = [n for n in range(number - 1, max(number - 200, -1), -1) if says(lines[n])]
    below = next((line for line in lines[number + 1 : number + 60] if says(line)), "")
    places: dict[int, set[str]] = {}
    lowest = 1_000
    for n in above:
        levels = levels_of(lines[n])
        for level in reversed(levels):
            if level < lowest:
                places[level] = {"item" if level != levels[-1] else "key"}
                lowest = level
        if lowest == 0:
            break
    if above and content_of(lines[above[0]]).endswith(":"):
        places[levels_of(lines[above[0]])[-1] + 2] = {"item", "key"}
    fits = [level for level, kinds in places.items() if ("item" if item else "key") in kinds] or [*places, 0]
    width = sum(_WIDTHS.get(sign, 1) for sign in lead)

    def score(level: int) -> tuple[int, int]:
        inner, follows = level + 2 * item, depth_of(below)
        if heads:
            good = 3 * (follows == inner + 2)
        elif below.lstrip().startswith("- "):
            good = 2 * (item and follows == level)
        else:
            good = 2 * (follows == inner)
        return max(good, int(below == "" or (follows < level and follows in places))), -abs(level - width)

    return max(fits, key=score)
