"""Processes that share a series: every run once, whoever dies, and an end when somebody wants one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.lab.crew import Halted, play_all

SCRIPT = """
import json, os, sys, time
from multiprocessing import parent_process
from game.lab.crew import Halted, play_all

def play(job, halt):
    time.sleep(float(sys.argv[2]))
    if job == 3:
        time.sleep(20 * float(sys.argv[2]))
    if job in (5, 6) and parent_process() is not None:
        os._exit(9)
    return [job, parent_process() is not None]

if __name__ == "__main__":
    rows = []
    play_all(list(range(60)), int(sys.argv[1]), play, lambda number, row: rows.append((number, row)))
    print(json.dumps(rows))
"""


def _run(tmp_path: Path, jobs: int, seconds: float) -> list:
    script = tmp_path / "series.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(jobs), str(seconds)], capture_output=True, text=True, timeout=100, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.ci
def test_every_run_is_played_once(tmp_path: Path) -> None:
    """By one process or the other; the run of one that dies is told as lost, and nobody else's is."""
    rows = _run(tmp_path, 3, 0.05)

    assert sorted(number for number, _ in rows) == list(range(60))
    lost = [number for number, row in rows if row is None]
    assert set(lost) <= {5, 6}
    assert all(row[0] == number for number, row in rows if row is not None)


def test_one_process_is_enough(tmp_path: Path) -> None:
    """No helper is started for it."""
    assert _run(tmp_path, 1, 0.001) == [[number, [number, False]] for number in range(60)]


def test_nothing_to_play_is_nothing_to_tell() -> None:
    """An empty series ends at once, and so does one that is given up in its first run."""
    told: list[object] = []

    def give_up(_job: int, _halt: object) -> None:
        raise Halted

    play_all([], 4, give_up, lambda *row: told.append(row))
    play_all([1], 4, give_up, lambda *row: told.append(row))
    assert told == [(0, None)]


def test_a_fault_in_whoever_listens_is_not_swallowed() -> None:
    """It comes out where it happened, and Ctrl+C does again what it did before."""
    before = signal.getsignal(signal.SIGINT)

    def complain(*_: object) -> None:
        raise ValueError("no room")

    with pytest.raises(ValueError, match="no room"):
        play_all([1, 2], 1, lambda job, _: job, complain)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.ci
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_series_with_what_was_played(tmp_path: Path, jobs: int) -> None:
    """As a terminal sends it, to every process: the rows finished by then, code 130, no traceback, no half file."""
    argv = ["simulate", "first-order", "--runs", "5000", "--jobs", str(jobs), "--json", "--keep", str(tmp_path)]
    with subprocess.Popen(
        [sys.executable, "-m", "game", *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        until = time.monotonic() + 60
        while len(list(tmp_path.glob("*.tonghe"))) < 6 and time.monotonic() < until:
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert process.returncode == 130, err
    result = json.loads(out)
    assert result["interrupted"]
    assert result["failed"] == []
    assert result["runs"] == len(result["runs_detail"]) >= 4
    assert "Traceback" not in err
    assert "已中断" in err
    assert {file.name for file in tmp_path.iterdir()} == {
        f"integrated-{row['seed']}.tonghe" for row in result["runs_detail"]
    }
