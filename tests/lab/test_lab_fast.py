"""A series played with the compiled week gives the rows it gives without it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

SCRIPT = """
import json, sys
from game.lab.simulate import simulate
from game.session import fast
from game.session.library import load_scenario
if sys.argv[1] == "1":
    assert fast.prefer_fast(100), "the compiled week did not come"
bundle = dict(load_scenario("first-order").bundle)
print(json.dumps(simulate(bundle, scenario="first-order", policy="integrated", runs=4)["runs_detail"]))
"""


@pytest.mark.ci
@pytest.mark.skipif(find_spec("numba") is None, reason="needs the extra fast")
def test_nobody_can_tell_from_the_state_which_week_was_used() -> None:
    """Scores and state hashes agree seed by seed."""
    rows = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", SCRIPT, switch],
                env={**os.environ, "TONGHE_FAST": switch},
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
        for switch in ("0", "1")
    ]
    assert rows[0] == rows[1]
    assert len({row["hash"] for row in rows[0]}) == 4
