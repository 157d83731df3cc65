"""The window's benchmark runs and gives every figure; how fast is nobody's test."""

from __future__ import annotations

import json

import pytest

from game.ui import bench as window

SPREAD = {"median", "p90", "p99", "n"}


def test_the_window_benchmark_times_commands_and_turns(qapp) -> None:
    """A turn in a window brings at least one command and one turn."""
    times = window.in_window("first-order", 1, 1)

    assert len(times["turn_ms"]) == 1
    assert times["command_ms"]
    assert all(value > 0 for row in times.values() for value in row)


@pytest.mark.slow
def test_the_window_benchmark_gives_every_figure(qapp, capsys: pytest.CaptureFixture[str]) -> None:
    """Fresh processes bring up both windows; each figure has its spread."""
    assert window.main(["--scenario", "first-order", "--runs", "1", "--turns", "1", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)

    assert list(result["figures"]) == list(window.LABELS)
    assert all(set(row) == SPREAD and row["n"] for row in result["figures"].values())


def test_a_window_that_does_not_come_up_says_why(tmp_path) -> None:
    """The child's last words are the message."""
    with pytest.raises(window.ChildFailed, match="no window today"):
        window.start_once("raise SystemExit('no window today')", ("shown",), tmp_path)
