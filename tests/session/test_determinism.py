"""The same seed and commands come to the same journal on any machine; and a broken rule is noticed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_play import script_environment

SCRIPT = Path(__file__).with_name("played_script.py")


def played(hash_seed: str, *broken: str) -> dict[str, Any]:
    """Play in a process of its own with a Python hash seed."""
    env = script_environment(PYTHONHASHSEED=hash_seed)
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *broken], env=env, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_hash_seed_changes_nothing() -> None:
    """Hashes of every turn and the chain are equal under hash seeds 0, 1 and random, and every run verifies."""
    runs = [played(seed) for seed in ("0", "1", "random")]
    assert runs[0] == runs[1] == runs[2]
    assert runs[0]["ok"]


@pytest.mark.parametrize("broken", ["random", pytest.param("clock", marks=pytest.mark.ci)])
def test_verification_catches_chance_and_clock(broken: str) -> None:
    """A rule that draws from the global generator or reads the clock fails re-execution, at its first command."""
    run = played("0", broken)
    assert not run["ok"]
    assert run["seq"] == run["broken_at"]


@pytest.mark.ci
def test_comparison_catches_the_order_of_a_set() -> None:
    """A rule that walks a set gives another chain under another hash seed."""
    assert len({played(seed, "order")["chain"] for seed in ("0", "1", "2")}) > 1
