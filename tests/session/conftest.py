"""Sessions of the small scenario; makes `small_play` importable for the tests beside it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.session import Session

_spec = importlib.util.spec_from_file_location("small_play", Path(__file__).with_name("small_play.py"))
assert _spec is not None
assert _spec.loader is not None
small_play = importlib.util.module_from_spec(_spec)
sys.modules["small_play"] = small_play
_spec.loader.exec_module(small_play)


@pytest.fixture(scope="session")
def bundle() -> dict[str, str]:
    """Return the texts of the small scenario."""
    return small_play.small_bundle()


@pytest.fixture
def session(bundle: dict[str, str]) -> Iterator[Session]:
    """Give a running exercise in memory."""
    with Session.create(None, bundle, seed=small_play.SEED, humans=["director"]) as made:
        small_play.open_play(made)
        yield made


@pytest.fixture
def saved(bundle: dict[str, str], tmp_path: Path) -> Iterator[Session]:
    """Give a running exercise in a file."""
    with Session.create(tmp_path / "one.tonghe", bundle, seed=small_play.SEED, humans=["director"]) as made:
        small_play.open_play(made)
        yield made


@pytest.fixture
def finished(bundle: dict[str, str], tmp_path: Path) -> Path:
    """Return the closed file of an exercise three turns on."""
    path = tmp_path / "finished.tonghe"
    with Session.create(path, bundle, seed=small_play.SEED, humans=["director"]) as made:
        small_play.open_play(made)
        small_play.some_turns(made, 3)
    return path
