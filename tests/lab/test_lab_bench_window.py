"""The window's benchmark runs and gives every figure; how fast is nobody's test."""

from __future__ import annotations

import json
import time

import pytest

from game.ui import bench as window
from game.ui import bench_county as county

SPREAD = {"median", "p90", "p99", "n"}


@pytest.mark.ci
def test_the_window_benchmark_times_commands_and_turns(qapp) -> None:
    """A turn in a window brings at least one command and one turn."""
    times = window.in_window("first-order", 1, 1)

    assert len(times["turn_ms"]) == 1
    assert times["command_ms"]
    assert all(value > 0 for row in times.values() for value in row)


@pytest.mark.ci
def test_the_large_county_is_timed_at_the_map_at_every_desk_and_through_a_turn(qapp) -> None:
    """Every gesture has its frames, every desk its refreshes, and a turn its longest block."""
    times = county.large_county(window.Desktop, "first-order", 1, 1)
    desks = {name for name in times if name.startswith("panel_") and name not in county.LABELS}

    assert len(times["map_pan_ms"]) == len(times["map_zoom_ms"]) == county.FRAMES
    assert len(times["map_rest_ms"]) > 2
    assert len(times["block_ms"]) == 1
    assert county.panel("map") in desks
    assert sum(len(times[name]) for name in desks) == len(times["panel_ms"])
    assert all(value > 0 for row in times.values() for value in row)
    assert set(window.desk_labels(times)) == desks


def test_a_window_that_does_not_answer_is_noticed(qtbot) -> None:
    """A pause of the window's thread is measured as long as it was, and no longer than the whole."""
    heart = county.Heart()
    heart.start()
    qtbot.wait(20)
    begun = time.perf_counter()
    time.sleep(0.08)
    paused = 1000 * (time.perf_counter() - begun)
    qtbot.wait(20)

    assert 80 <= heart.stop() < paused + 60


@pytest.mark.slow
def test_the_window_benchmark_gives_every_figure(qapp, capsys: pytest.CaptureFixture[str]) -> None:
    """Fresh processes bring up both windows; each figure has its spread."""
    short = ["--scenario", "first-order", "--runs", "1", "--turns", "1", "--large", "first-order", "--large-turns", "1"]
    assert window.main([*short, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)

    assert set(window.LABELS) <= set(result["figures"])
    assert set(result["figures"]) - set(window.LABELS) == set(window.desk_labels(result["figures"]))
    assert all(set(row) == SPREAD and row["n"] for row in result["figures"].values())


def test_a_window_that_does_not_come_up_says_why(tmp_path) -> None:
    """The child's last words are the message."""
    with pytest.raises(window.ChildFailed, match="no window today"):
        window.start_once("raise SystemExit('no window today')", ("shown",), tmp_path)
