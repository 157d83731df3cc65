"""A series on a Dask cluster gives the rows it gives here."""

from __future__ import annotations

import pytest

from game.lab.cluster import ClusterError, played
from game.lab.simulate import simulate
from game.session.library import load_scenario

pytest.importorskip("distributed", reason="needs the extra cluster")


@pytest.mark.ci
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
