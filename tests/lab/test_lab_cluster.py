"""A series on a Dask cluster gives the rows it gives here."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from game.lab.cluster import ClusterError, played
from game.lab.simulate import simulate
from game.session.library import load_scenario

pytest.importorskip("distributed", reason="needs the extra cluster")

CLUSTER = """
from dask.distributed import LocalCluster
import sys
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def address(tmp_path):
    """Return the address of a cluster in processes of its own, as a school would run it."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as cluster:
        yield cluster.stdout.readline().strip()
        cluster.stdin.close()
        cluster.wait(30)


def test_the_cluster_plays_the_same_rows(address: str) -> None:
    """Scores and state hashes agree, seed by seed, in the order of the seeds."""
    bundle = dict(load_scenario("first-order").bundle)
    seen: list[int] = []
    here = simulate(bundle, scenario="first-order", policy="integrated", runs=5)
    there = simulate(
        bundle,
        scenario="first-order",
        policy="integrated",
        runs=5,
        workers=address,
        progress=lambda done, _all: seen.append(done),
    )
    assert there == here
    assert seen == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:9", "nowhere", "tcp://:::"])
def test_a_cluster_nobody_answers_for_is_said(wrong: str) -> None:
    """No traceback, but what is wrong and what helps."""
    with pytest.raises(ClusterError, match="连不上"):
        list(played(wrong, len, [[1]]))
