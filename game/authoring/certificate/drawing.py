"""The drawings of a certificate as inline SVG: scores as boxes over their runs, turns as bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from game.lab.svg import Element, Given

Json = Mapping[str, Any]
WIDTH, LEFT, RIGHT = 860, 150, 800
ROW, HEAD = 54, 12
SPOT, BOX = 3.2, 12


def boxes(rows: Sequence[tuple[str, Json]], title: str) -> str:
    """Return the spread of scores, one row a policy: a spot a run, the box the middle half, the bar the median."""
    height = HEAD + ROW * len(rows) + 26
    parts: list[Element] = []
    for mark in range(0, 101, 10):
        x = _across(mark)
        parts.append(_line("grid", x, HEAD, x, height - 24))
        parts.append(Element("text", {"class": "small", "x": x, "y": height - 8, "text-anchor": "middle"}, str(mark)))
    for number, (name, spread) in enumerate(rows):
        parts += _box(HEAD + ROW * number + ROW / 2, name, spread)
    return _svg(WIDTH, height, title, parts)


def _box(middle: float, name: str, spread: Json) -> Iterable[Element]:
    yield Element("text", {"x": LEFT - 14, "y": middle + 5, "text-anchor": "end"}, name)
    for index, run in enumerate(spread["all"]):
        shift = (index * 7 % 5 - 2) * 2.4  # spots of equal score lie beside each other, the same way each time
        spot: Given = {"class": "spot", "cx": _across(run["score"]), "cy": middle + 14 + shift, "r": SPOT}
        yield Element("circle", spot)
    low, high = _across(spread["p25"]), _across(spread["p75"])
    yield _line("whisker", _across(spread["least"]), middle - 5, _across(spread["most"]), middle - 5)
    box: Given = {"class": "box", "x": low, "y": middle - 5 - BOX / 2, "width": max(1.0, high - low), "height": BOX}
    yield Element("rect", box)
    at = _across(spread["median"])
    yield _line("median", at, middle - 5 - BOX / 2 - 3, at, middle - 5 + BOX / 2 + 3)
    told: Given = {"class": "small", "x": RIGHT + 12, "y": middle - 1}
    yield Element("text", told, f"{spread['median']:.1f}")


def bars(values: Sequence[float], most: Sequence[float], limit: float, title: str) -> str:
    """Return one bar a turn, its most as a tick above, and a line at the limit."""
    height, base, top = 170, 140, 16
    peak = max([*most, limit, 1.0])
    step = (RIGHT - LEFT + 90) / max(1, len(values))
    left = 60.0

    def up(value: float) -> float:
        return base - value * (base - top) / peak

    parts = [_line("axis", left, base, left + step * len(values), base)]
    for turn, value in enumerate(values):
        x = left + step * turn + step * 0.15
        parts.append(
            Element("rect", {"class": "box", "x": x, "y": up(value), "width": step * 0.7, "height": base - up(value)})
        )
        parts.append(_line("whisker", x, up(most[turn]), x + step * 0.7, up(most[turn])))
        if len(values) <= 30 or turn % (len(values) // 15) == 0:
            label: Given = {"class": "small", "x": x + step * 0.35, "y": base + 16, "text-anchor": "middle"}
            parts.append(Element("text", label, str(turn + 1)))
    parts.append(_line("limit", left, up(limit), left + step * len(values), up(limit)))
    parts.append(
        Element("text", {"class": "small", "x": left - 8, "y": up(limit) + 4, "text-anchor": "end"}, f"{limit:g}")
    )
    return _svg(WIDTH, height, title, parts)


def strip(shares: Sequence[float], title: str) -> str:
    """Return the turns of a seat side by side: full where it was busy in every run, empty where in none."""
    width, height = 180, 18
    step = width / max(1, len(shares))
    parts = [Element("rect", {"class": "trough", "width": width, "height": height})]
    for turn, share in enumerate(shares):
        tall = share * height
        spot: Given = {
            "class": "box",
            "x": step * turn,
            "y": height - tall,
            "width": max(0.6, step - 1),
            "height": tall,
        }
        parts.append(Element("rect", spot))
    return _svg(width, height, title, parts)


def _across(score: float) -> float:
    return LEFT + max(0.0, min(100.0, score)) * (RIGHT - LEFT) / 100


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Element:
    return Element("line", {"class": kind, "x1": x1, "y1": y1, "x2": x2, "y2": y2})


def _svg(width: float, height: float, title: str, parts: Iterable[Element]) -> str:
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg {size} role="img">{Element("title", {}, title)}{"".join(map(str, parts))}</svg>'
