"""What the tests of bringing a county share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.county.place import County
from game.county.read import read_county

sys.path.insert(0, str(Path(__file__).parent))

from mapfiles import Files

ROOT = Path(__file__).parents[2]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture(scope="session")
def t_county() -> County:
    return read_county((ROOT / "counties" / "t-county.yaml").read_text(encoding="utf-8"), "county")
