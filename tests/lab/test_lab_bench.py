"""The benchmarks run and give every figure; how fast is nobody's test."""

from __future__ import annotations

import json

import pytest

from game.lab import bench
from game.session.library import load_scenario

SPREAD = {"median", "p90", "p99", "n"}


def test_the_benchmark_gives_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """One turn of the small scenario brings each figure with its spread, as JSON and as a table."""
    assert bench.main(["first-order", "--turns", "2", "--games", "1", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)

    assert list(result["figures"]) == list(bench.LABELS)
    for name, row in result["figures"].items():
        assert set(row) == SPREAD, name
        assert row["n"] > 0, name
        assert 0 < row["median"] <= row["p90"] <= row["p99"], name
    assert result["figures"]["week_ms"]["n"] == result["figures"]["turn_ms"]["n"] == 2
    assert result["figures"]["jump_ms"]["n"] == 2 * 7 + 1
    assert result["setting"]["households"] == 4000
    bench.print_table(result, bench.LABELS)
    table = capsys.readouterr().out
    for zh, en in bench.LABELS.values():
        assert zh in table
        assert en in table


def test_watching_a_game_does_not_change_it() -> None:
    """The game that is timed is the game that bots play anyway."""
    bundle = dict(load_scenario("first-order").bundle)
    timed = bench.measure(bundle, turns=2, games=1)

    with bench.Session.create(None, bundle, seed=1) as session:
        table = bench.Table(session)
        table.open()
        table.advance()
        table.advance()
        assert session.seq == timed["setting"]["commands"]


def test_a_scenario_that_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 3 and a reason, no traceback."""
    assert bench.main(["no-such-scenario"]) == 3
    assert capsys.readouterr().err
