"""Parts are imported by one thread alone, and a thread that fails is heard of."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from game.ui.starting import Offer, Starter
from game.ui.worker import Direct, Worker

PLAYED = """
import sys
from pathlib import Path
from game.ui.loading import load
from game.ui.starting import Starter, offer
from game.ui.worker import Direct
load()
before = set(sys.modules)
started = []
starter = Starter(Direct)
starter.ready.connect(started.append)
for name in ("first-order", "hundred-days"):
    chosen = offer(name)
    starter.create(chosen, chosen.scenario.default_seat or chosen.scenario.seats[0].id, 1, Path("."))
for one in started:
    one.play.view()
    one.play.advance()
    one.play.view()
    one.play.close()
assert len(started) == 2
print(sorted(name for name in set(sys.modules) - before if name.partition(".")[0] == "game"))
"""


def test_all_that_is_played_with_is_loaded_before(tmp_path):
    """After `load` neither a check nor an exercise imports anything of ours: no thread runs into another's locks."""
    found = subprocess.run(
        [sys.executable, "-c", PLAYED],
        capture_output=True, text=True, encoding="utf-8", timeout=100, check=False, cwd=tmp_path,
        env={**os.environ, "TONGHE_FAST": "0", "TONGHE_DATA": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip

    assert found.returncode == 0, found.stderr
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("broken", ["game.ui.starting.load", "game.ui.starting.Starter._create"])
def test_a_start_that_breaks_off_says_so(monkeypatch, tmp_path, broken):
    """Whatever goes wrong in the thread, the page does not wait for ever."""
    failed, told = [], []
    monkeypatch.setattr(threading, "excepthook", told.append)
    starter = Starter(Direct)
    starter.failed.connect(failed.append)
    monkeypatch.setattr(broken, lambda *_: 1 // 0)

    starter.create(Offer("first-order"), "chief", 1, tmp_path)

    assert len(failed) == 1
    assert "division" in failed[0]
    assert [args.exc_type for args in told] == [ZeroDivisionError]


@pytest.mark.parametrize("make", [Worker, Direct])
def test_a_thread_that_fails_is_heard_of(monkeypatch, make):
    """What is posted has nobody waiting for it: its errors go where those of any thread go."""
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    worker = make()
    worker.post(lambda: 1 // 0)
    assert worker.call(lambda: 2) == 2
    worker.close()

    assert [args.exc_type for args in told] == [ZeroDivisionError]
