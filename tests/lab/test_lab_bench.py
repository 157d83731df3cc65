"""The benchmarks run and give every figure; how fast is nobody's test."""

from __future__ import annotations

import json
from importlib.util import find_spec

import numpy as np
import pytest

from game.lab import bench
from game.lab.bench_weeks import SIZES, sized
from game.session.library import load_scenario

SPREAD = {"median", "p90", "p99", "n"}
BY_NUMBA = {"week_numba_ms", "week_two_ms", "week_gain", "week_two_gain", "memory_share", "agents_to_numba", *SIZES}
BY_MESA = {"agents_ms", "agents_to_numpy", "agents_to_numba"}
FIGURES = [
    name
    for name in bench.LABELS
    if (name not in BY_NUMBA or find_spec("numba")) and (name not in BY_MESA or find_spec("mesa"))
]


@pytest.mark.ci
def test_the_benchmark_gives_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """One turn of the small scenario brings each figure with its spread, as JSON and as a table."""
    assert bench.main(["first-order", "--turns", "2", "--games", "1", "--runs", "2", "--rounds", "2", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)

    assert list(result["figures"]) == FIGURES
    for name, row in result["figures"].items():
        assert set(row) == SPREAD, name
        assert row["n"] > 0, name
        assert 0 < row["median"] <= row["p90"] <= row["p99"], name
    assert result["figures"]["week_ms"]["n"] == result["figures"]["turn_ms"]["n"] == 2
    assert result["figures"]["jump_ms"]["n"] == 2 * 7 + 1
    assert result["figures"]["seven_years_s"]["n"] == result["figures"]["two_jobs_gain"]["n"] == 2
    assert result["setting"]["households"] == 4000
    bench.print_table(result, bench.LABELS)
    table = capsys.readouterr().out
    for zh, en in (bench.LABELS[name] for name in FIGURES):
        assert zh in table
        assert en in table


@pytest.mark.ci
def test_watching_a_game_does_not_change_it() -> None:
    """The game that is timed is the game that bots play anyway."""
    bundle = dict(load_scenario("first-order").bundle)
    timed = bench.measure(bundle, turns=2, games=1, runs=0, rounds=1)

    with bench.Session.create(None, bundle, seed=1) as session:
        table = bench.Table(session)
        table.open()
        table.advance()
        table.advance()
        assert session.seq == timed["setting"]["commands"]


@pytest.mark.parametrize("households", [500, 4000, 9000])
def test_a_county_of_another_size_is_made_of_its_own_villages(households: int) -> None:
    """The county is cut or repeated by whole villages, and each village has the week its pattern had."""
    with bench.Session.create(None, dict(load_scenario("first-order").bundle), seed=1) as session:
        columns = session.state.columns
    week = bench.WeekInputs(key=1, day=7, line=3218, goodwill={0: 5}, effort={0: (1,) * 7})
    county, inputs = sized(columns, week, households)

    widest = int(np.diff(columns.offsets).max())
    assert households - widest < county.households <= households
    own = np.resize(np.diff(columns.offsets), county.villages)
    assert np.array_equal(np.diff(county.offsets), own)
    assert np.array_equal(county.income, np.resize(columns.income, county.households))
    assert inputs.goodwill == dict.fromkeys(range(0, county.villages, columns.villages), 5)
    assert set(inputs.effort) == set(inputs.goodwill)


def test_a_scenario_that_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3 and a reason, no traceback."""
    assert bench.main(["no-such-scenario"]) == 3
    assert capsys.readouterr().err
