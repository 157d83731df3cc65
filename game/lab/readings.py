"""`python -m game.lab.readings`: read from what `simulate --json` printed where its figures stood on given dates.

A date is read at the last turn not after it. Of the figures that count, what was added between two dates is read: the
difference of the percentiles, as the report holds no single runs.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.table import Table

from game.lab.bench import speak_utf8
from game.lab.figure import BLOCKS, Course, FigureError, read_course

SHARES = {
    "incidence_true": "真实贫困发生率 · true incidence",
    "incidence_recorded": "账面贫困发生率 · recorded incidence",
    "approval": "群众认可度 · approval",
    "fatigue": "疲劳 · fatigue",
    "formalism": "形式主义 · formalism",
}
COUNTS = {
    "problems_found": "发现问题 · problems found",
    "problems_rectified": "销号问题 · problems rectified",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure on one date, or what was added to it between two: the median and the edges of its band."""

    figure: str
    when: str
    values: tuple[float, ...]


def readings(course: Course, dates: Sequence[date]) -> list[Reading]:
    """Return the shares on each date and the counts added between one date and the next.

    `FigureError` for a date before the course begins.
    """
    if early := [when for when in dates if when < course.dates[0]]:
        raise FigureError(f"{early[0]} 在开始（{course.dates[0]}）之前 · is before the course begins")
    places = [bisect_right(course.dates, when) - 1 for when in dates]

    def at(name: str, place: int) -> tuple[float, ...]:
        return tuple(course.curves[name][block][place] for block in BLOCKS)

    found = [
        Reading(name, str(when), at(name, place)) for name in SHARES for when, place in zip(dates, places, strict=True)
    ]
    for name in COUNTS:
        for (one, first), (other, last) in pairwise(zip(dates, places, strict=True)):
            added = tuple(b - a for a, b in zip(at(name, first), at(name, last), strict=True))
            found.append(Reading(name, f"{one} – {other}", added))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print the readings; 2 for wrong usage, 3 where the file is something else or a date lies before its start."""
    parser = argparse.ArgumentParser(
        prog="python -m game.lab.readings",
        description="由 simulate --json 的结果读出某几天的数字 · Read the figures of some dates from simulate --json.",
    )
    parser.add_argument("result", type=Path, metavar="RESULT.json", help="simulate --json 的结果 · what it printed")
    parser.add_argument("dates", type=date.fromisoformat, nargs="+", metavar="DATE", help="哪几天，先后排好 · in order")
    parser.add_argument("--start", type=date.fromisoformat, metavar="DATE", help="从哪天开始；不写则按场景 · first day")
    options = parser.parse_args(argv)
    try:
        course = read_course(options.result, options.start, (*SHARES, *COUNTS))
        found = readings(course, sorted(options.dates))
    except FigureError as error:
        print(str(error), file=sys.stderr)
        return 3
    table = Table("数字 · figure", "日期 · date", *BLOCKS, title=course.title)
    for row in found:
        form = "{:.2%}" if row.figure in SHARES else "{:,.0f}"
        table.add_row((SHARES | COUNTS)[row.figure], row.when, *map(form.format, row.values))
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    return 0


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
