"""`python -m game.lab.figure`: draw the course of poverty from what `simulate --json` printed, as a plain SVG file.

True and recorded incidence over the dates, the median as a line and the middle eighty per cent of the runs as a band;
points known from elsewhere may be laid over them.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from game.lab.bench import speak_utf8
from game.lab.svg import Element, Frame, Given, document, path_of
from game.session.library import load_scenario

CURVES = {
    "incidence_true": ("真实贫困发生率", "true incidence", "true"),
    "incidence_recorded": ("账面贫困发生率", "recorded incidence", "recorded"),
}
"""Figure of the report -> its Chinese and English name and its class in the drawing."""
BLOCKS = ("median", "p10", "p90")
RING, LINE, WIDE, NARROW = 5, 15, 11, 6.5
"""Pixels: radius of a mark, height of a small line, widths of a Chinese and of another letter in it."""
COLUMNS = ("date", "share", "label")
# The drawing brings its own ground, so that it can be read wherever it is shown; a viewer in the dark gets a dark one
STYLE = """
.ground { fill: #fff; }
text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-size: 13px; fill: #333; }
.small { font-size: 11px; }
.grid { stroke: #888; stroke-opacity: .35; fill: none; }
.axis { stroke: #777; fill: none; }
.true { stroke: #c2571a; fill: none; stroke-width: 2; }
.recorded { stroke: #2f7ec2; fill: none; stroke-width: 2; stroke-dasharray: 6 3; }
.band-true { fill: #c2571a; fill-opacity: .22; stroke: none; }
.band-recorded { fill: #2f7ec2; fill-opacity: .22; stroke: none; }
.point { fill: none; stroke: #3a9a5b; stroke-width: 2; }
@media (prefers-color-scheme: dark) { .ground { fill: #1c1c1c; } text { fill: #ddd; } }
"""


class FigureError(Exception):
    """The figure cannot be drawn; the message says why, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Point:
    """A share of 1 known for a date."""

    day: date
    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Course:
    """Dates and, by figure, the median and the edges of its band; shares are of 1."""

    title: str
    dates: tuple[date, ...]
    curves: Mapping[str, Mapping[str, tuple[float, ...]]]


def read_course(path: Path, start: date | None = None, names: Iterable[str] = CURVES) -> Course:
    """Return the course of some figures of a result, which begins on `start` or when its scenario does.

    `FigureError` where the file is none, or nobody knows when it begins.
    """
    text = _text(path)
    try:
        result = json.loads(text)
    except ValueError as error:
        raise FigureError(f"{path} 不是 JSON · is not JSON: {error}") from error
    try:
        days = [int(day) for day in result["days"]]
        curves = {
            name: {block: tuple(float(value) for value in result[block][name]) for block in BLOCKS} for name in names
        }
        scenario, runs, policy = str(result["scenario"]), int(result["runs"]), str(result["policy"])
    except (KeyError, TypeError, ValueError) as error:
        raise FigureError(
            f"{path} 不是 simulate --json 的结果 · is not what simulate --json prints: {error!r}"
        ) from error
    if not days or any(len(row) != len(days) for blocks in curves.values() for row in blocks.values()):
        raise FigureError(f"{path} 里没有一次推演到底 · holds no run that came to its end")
    start = start or _start(scenario)
    without = f" without {result['without']}" if result.get("without") else ""
    title = f"{scenario} · {policy}{without} · {runs} 次 runs"
    return Course(title, tuple(start + timedelta(days=day) for day in days), curves)


def _start(scenario: str) -> date:
    found = load_scenario(scenario).scenario
    if found is None:
        raise FigureError(f"找不到场景 {scenario}，请用 --start 写明从哪天开始 · no such scenario; say --start DATE")
    return found.start


def read_points(path: Path) -> list[Point]:
    """Return the points of a table `date,share,label`; `FigureError` where it is none."""
    rows = csv.DictReader(_text(path).splitlines())
    if rows.fieldnames is None or not set(COLUMNS) <= set(rows.fieldnames):
        raise FigureError(f"{path} 要有这几列 · needs the columns {', '.join(COLUMNS)}")
    found = []
    for row in rows:
        try:
            point = Point(date.fromisoformat(row["date"] or ""), float(row["share"] or ""), row["label"] or "")
        except ValueError as error:
            raise FigureError(f"{path} 第 {rows.line_num} 行读不懂 · line {rows.line_num}: {error}") from error
        if not 0 <= point.share <= 1:
            raise FigureError(
                f"{path} 第 {rows.line_num} 行的比例要在 0 与 1 之间 · line {rows.line_num}: shares lie between 0 and 1"
            )
        found.append(point)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FigureError(f"读不到 {path} · cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise FigureError(f"{path} 不是 UTF-8 文本 · is not UTF-8 text") from error


def draw(course: Course, points: Sequence[Point] = ()) -> str:
    """Return the SVG document."""
    days = [day.toordinal() for day in course.dates]
    shown = [*days, *(point.day.toordinal() for point in points)]
    highest = max(
        [value for blocks in course.curves.values() for value in blocks["p90"]] + [point.share for point in points]
    )
    step = _step(highest)
    top = max(step, math.ceil(highest / step - 1e-9) * step)
    frame = Frame(min(shown), max(*shown, min(shown) + 1), top)
    parts = [*_axes(frame, step)]
    for name, blocks in course.curves.items():
        edge = [*zip(days, blocks["p90"], strict=True), *reversed(list(zip(days, blocks["p10"], strict=True)))]
        band = path_of([frame.at(x, y) for x, y in edge])
        parts.append(Element("path", {"class": f"band-{CURVES[name][2]}", "d": band + "Z"}))
    for name, blocks in course.curves.items():
        line = path_of([frame.at(x, y) for x, y in zip(days, blocks["median"], strict=True)])
        parts.append(Element("path", {"class": CURVES[name][2], "d": line}))
    parts += _marks(frame, points)
    parts += _legend(frame, bool(points))
    parts.append(Element("text", {"x": frame.left, "y": 22}, course.title))
    return document(frame, STYLE, parts, course.title)


def _step(highest: float) -> float:
    """Return the distance of the lines of the grid: 1, 2 or 5 of a power of ten, and about five of them."""
    power = 10.0 ** math.floor(math.log10(max(highest, 0.001) / 5))
    return next(k * power for k in (1, 2, 5, 10) if k * power * 5 >= highest)


def _axes(frame: Frame, step: float) -> list[Element]:
    parts = []
    for k in range(round(frame.top / step) + 1):
        x, y = frame.at(frame.first, k * step)
        parts.append(Element("path", {"class": "grid", "d": path_of([(x, y), (frame.right, y)])}))
        said: Given = {"class": "small", "x": x - 6, "y": y + 4, "text-anchor": "end"}
        parts.append(Element("text", said, f"{100 * k * step:g}%"))
    for day, name in _ticks(date.fromordinal(frame.first), date.fromordinal(frame.last)):
        x, y = frame.at(day.toordinal(), 0)
        parts.append(Element("path", {"class": "axis", "d": path_of([(x, y), (x, y + 5)])}))
        parts.append(Element("text", {"class": "small", "x": x, "y": y + 18, "text-anchor": "middle"}, name))
    corner = [(frame.left, frame.above), (frame.left, frame.below), (frame.right, frame.below)]
    parts.append(Element("path", {"class": "axis", "d": path_of(corner)}))
    return parts


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return the days named on the axis: years where there are two and more of them, else months."""
    years = [date(year, 1, 1) for year in range(first.year, last.year + 2)]
    inside = [day for day in years if first - timedelta(days=7) <= day <= last + timedelta(days=7)]
    if len(inside) > 2:
        return [(max(day, first), str(day.year)) for day in inside]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    return [(day, f"{day:%Y-%m}") for day in months if first <= day <= last] or [(first, first.isoformat())]


def _marks(frame: Frame, points: Sequence[Point]) -> list[Element]:
    """Return rings and their labels, each label as low above its ring as the others leave room for."""
    spots = [frame.at(point.day.toordinal(), point.share) for point in points]
    taken = [(x - RING, x + RING, y + RING) for x, y in spots]
    parts = [Element("circle", {"class": "point", "cx": x, "cy": y, "r": RING}) for x, y in spots]
    for (x, y), point in zip(spots, points, strict=True):
        said = f"{point.label} {100 * point.share:.2f}%".strip()
        wide = sum(WIDE if ord(letter) > ord("ÿ") else NARROW for letter in said)
        late = x > (frame.left + frame.right) / 2
        begins, ends = (x - wide, x) if late else (x, x + wide)
        under = y - RING - 2
        while any(begins < b and a < ends and abs(under - foot) < LINE for a, b, foot in taken):
            under -= LINE / 4
        taken.append((begins, ends, under))
        place: Given = {"class": "small", "x": x, "y": under, "text-anchor": "end" if late else "start"}
        parts.append(Element("text", place, said))
    return parts


def _legend(frame: Frame, marked: bool) -> list[Element]:
    x, y, parts = frame.right - 250, frame.above + 8, []
    for zh, en, name in CURVES.values():
        parts.append(Element("path", {"class": name, "d": path_of([(x, y), (x + 30, y)])}))
        parts.append(Element("text", {"class": "small", "x": x + 38, "y": y + 4}, f"{zh} · {en}"))
        y += 18
    parts.append(
        Element(
            "path",
            {"class": "band-true", "d": path_of([(x, y - 5), (x + 30, y - 5), (x + 30, y + 5), (x, y + 5)]) + "Z"},
        )
    )
    parts.append(Element("text", {"class": "small", "x": x + 38, "y": y + 4}, "十分位至九十分位 · p10 to p90"))
    if marked:
        y += 18
        parts.append(Element("circle", {"class": "point", "cx": x + 15, "cy": y, "r": 5}))
        parts.append(Element("text", {"class": "small", "x": x + 38, "y": y + 4}, "资料中的点 · known points"))
    return parts


def main(argv: Sequence[str] | None = None) -> int:
    """Draw; 2 for wrong usage, 3 where a file cannot be read, is something else or cannot be written."""
    parser = argparse.ArgumentParser(
        prog="python -m game.lab.figure",
        description="由 simulate --json 的结果画出贫困发生率的走势 · Draw the course of poverty from simulate --json.",
    )
    parser.add_argument("result", type=Path, metavar="RESULT.json", help="simulate --json 的结果 · what it printed")
    parser.add_argument("--points", type=Path, metavar="FILE.csv", help="已知的点：date,share,label · known points")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.svg", help="写到哪里；不写则同名 .svg · where to")
    parser.add_argument(
        "--start",
        type=date.fromisoformat,
        metavar="DATE",
        help="从哪天开始；不写则按场景 · first day, if not the scenario's",
    )
    options = parser.parse_args(argv)
    output = options.output or options.result.with_suffix(".svg")
    try:
        points = [] if options.points is None else read_points(options.points)
        text = draw(read_course(options.result, options.start), points)
        output.write_text(text, encoding="utf-8", newline="\n")
    except FigureError as error:
        print(str(error), file=sys.stderr)
        return 3
    except OSError as error:
        print(f"不能写入 {output} · cannot write {output}: {error.strerror}", file=sys.stderr)
        return 3
    print(output)
    return 0


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
