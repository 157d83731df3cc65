"""A writer killed at any moment loses nothing that it acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_play import script_environment

from game.session.session import Session, state_hash

SCRIPT = Path(__file__).with_name("writer_script.py")


def killed_run(folder: Path, after: int, pause: float) -> tuple[Path, int, int]:
    """Start a writer, kill it some milliseconds after so many acknowledged commands; return file and last (seq, id)."""
    file = folder / "killed.tonghe"
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), str(file)], stdout=subprocess.PIPE, text=True, env=script_environment()
    ) as writer:
        assert writer.stdout is not None
        seen = (0, 0)
        for _ in range(after):
            seen = tuple(map(int, writer.stdout.readline().split()))
        time.sleep(pause)
        writer.kill()
        for line in writer.stdout.read().splitlines():
            parts = line.split()
            if len(parts) == 2:
                seen = (int(parts[0]), int(parts[1]))
    return file, *seen


def check_one(folder: Path, chance: random.Random) -> None:
    file, seq, number = killed_run(folder, chance.randrange(1, 60), chance.random() * 0.25)
    with Session.open(file) as session:
        assert session.damage is None
        assert session.seq >= seq, "an acknowledged command is gone"
        again = session.submit("squad", "message_seat", {"to": ["director"], "text": "x"}, cmd_id=f"c{number}")
        assert (again.repeated, again.seq) == (True, seq), "a retry after the crash must get the first answer"
        assert session.submit("squad", "message_seat", {"to": ["director"], "text": "下一条"}).accepted
        now = state_hash(session.state)
    with Session.open(file) as session:
        assert state_hash(session.state) == now


@pytest.mark.parametrize("run", [0, *(pytest.param(run, marks=pytest.mark.ci) for run in (1, 2))])
def test_killed_writer_loses_no_acknowledged_command(run: int, tmp_path: Path) -> None:
    """Every command acknowledged before the kill is in the file, answers its retry, and play goes on."""
    check_one(tmp_path, random.Random(run))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_writer_fifty_times(tmp_path: Path) -> None:
    """The same at fifty random moments."""
    for run in range(50):
        folder = tmp_path / str(run)
        folder.mkdir()
        check_one(folder, random.Random(1000 + run))
