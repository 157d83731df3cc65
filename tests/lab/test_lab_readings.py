"""Readings of a result: the figures of a date, and what was added between two."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab import readings
from game.lab.figure import BLOCKS, Course
from game.lab.simulate import Run, report

START = date(2014, 1, 6)
RISING = st.lists(st.integers(0, 50), min_size=2, max_size=20)


def _course(steps: list[int]) -> Course:
    """Return a course of turns of a week in which every figure grows by these steps."""
    at = [sum(steps[: n + 1]) for n in range(len(steps))]
    blocks = {block: tuple(float(value) for value in at) for block in BLOCKS}
    names = (*readings.SHARES, *readings.COUNTS)
    return Course("", tuple(START + timedelta(7 * n) for n in range(len(at))), dict.fromkeys(names, blocks))


@given(steps=RISING, data=st.data())
def test_what_is_added_between_dates_sums_up(steps: list[int], data: st.DataObject) -> None:
    """A date reads the last turn not after it, and the parts of a count make up the whole."""
    whole = 7 * len(steps)
    days = sorted(data.draw(st.lists(st.integers(0, whole), min_size=2, max_size=5)))
    course, dates = _course(steps), [START + timedelta(day) for day in days]
    found = readings.readings(course, dates)

    shares = [row.values[0] for row in found if row.figure == "approval"]
    turns = [min(day // 7, len(steps) - 1) for day in days]
    assert shares == [course.curves["approval"]["median"][turn] for turn in turns]
    added = [row.values[0] for row in found if row.figure == "problems_found"]
    assert sum(added) == shares[-1] - shares[0]


def test_the_command_reads_what_simulate_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shares are told in per cent, counts as what was added; a date before the start and no result end in one line."""
    course = dict.fromkeys(readings.SHARES, (0.25, 0.125, 0.0625)) | dict.fromkeys(readings.COUNTS, (0.0, 40.0, 1240.0))
    runs = [Run(seed, days=(0, 364, 728), course=course) for seed in (1, 2)]
    path = tmp_path / "result.json"
    path.write_text(json.dumps(report(runs, scenario="t-county-2014-2020", policy="routine", seed=1)), encoding="utf-8")

    assert readings.main([str(path), "2015-12-31", "2016-06-30"]) == 0
    said = capsys.readouterr().out
    assert "12.50%" in said
    assert "6.25%" in said
    assert "1,200" in said

    assert readings.main([str(path), "2013-12-31"]) == 3
    assert "2014-01-06" in capsys.readouterr().err
    path.write_text("{}", encoding="utf-8")
    assert readings.main([str(path), "2015-12-31"]) == 3
