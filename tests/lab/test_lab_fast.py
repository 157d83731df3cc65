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


ALONE = """
from game.county.kernel import KERNELS, WeekInputs, _twins, step
from game.county import sums, week1, week1_fast, sums_fast
from game.session import fast
from game.session.library import load_scenario
from game.session.session import Session
assert fast.prefer_fast(100), "the compiled week did not come"
with Session.create(None, dict(load_scenario("first-order").bundle), seed=1) as session:
    columns = session.state.columns
fast.WORTH = columns.households
week = WeekInputs(kernel=2, key=77, day=7, line=3218, exits=True)
alone, count = step(columns, week).digest(), sums.village_sums(columns, 3218).gaps.tolist()
with fast.spread(2):
    assert _twins[2] is not week1_fast.step
    assert step(columns, week).digest() == alone == week1.step(columns, week).digest()
    assert sums.village_sums(columns, 3218).gaps.tolist() == count
assert all(_twins[version] is week1_fast.step for version in KERNELS)
assert sums._twins == [sums_fast.village_sums]
"""


@pytest.mark.ci
@pytest.mark.skipif(find_spec("numba") is None, reason="needs the extra fast")
def test_a_run_alone_shares_its_weeks_between_cores_and_nobody_can_tell() -> None:
    """Two threads come to the same households and counts, and one thread does them again afterwards."""
    subprocess.run([sys.executable, "-c", ALONE], check=True, env={**os.environ, "TONGHE_FAST": "1"})


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
