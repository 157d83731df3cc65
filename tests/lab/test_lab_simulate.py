"""Many runs of one scenario: figures, spread, failures by name, files that hold."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots.table import Table
from game.lab import simulate as lab
from game.lab.crew import Halted
from game.lab.simulate import Job, Run, play, quantile, report, seeds_of, simulate
from game.session.library import load_scenario
from game.session.session import Session, state_hash

FIRST = dict(load_scenario("first-order").bundle)
HUNDRED = dict(load_scenario("hundred-days").bundle)
CONTRACT = (
    "incidence_true",
    "incidence_recorded",
    "approval",
    "problems_found",
    "problems_rectified",
    "formalism",
    "fatigue",
    "grassroots_hours",
)
"""Figures that `simulate --json` promises."""
SHARES = ("incidence_true", "incidence_recorded", "approval", "formalism", "fatigue")


@pytest.fixture(scope="module")
def series() -> dict:
    """Three runs of the first scenario."""
    return simulate(FIRST, scenario="first-order", policy="integrated", runs=3, seed=4)


@given(
    values=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), share=st.floats(0, 1)
)  # fmt: skip
def test_a_quantile_is_the_usual_one(values: list[float], share: float) -> None:
    """Linear interpolation, whatever the order; never outside the values."""
    found = quantile(values, share)

    assert found == pytest.approx(float(np.quantile(values, share)), rel=1e-9, abs=1e-6)
    assert min(values) - 1e-6 <= found <= max(values) + 1e-6
    assert quantile(list(reversed(values)), share) == found


def test_the_quantile_of_nothing_is_nothing() -> None:
    """No run, no figure, no exception."""
    assert quantile([], 0.5) == 0.0


def test_a_report_has_what_the_command_line_promises(series: dict) -> None:
    """One value a turn and figure, the start first; shares are fractions of 1; JSON takes it."""
    turns = 4

    assert series["days"] == [7 * turn for turn in range(turns + 1)]
    for block in ("median", "p10", "p90"):
        for name in CONTRACT:
            assert len(series[block][name]) == turns + 1, name
        for name in SHARES:
            assert all(0 <= value <= 1 for value in series[block][name]), name
    assert set(series["final"]["score"]) == {"median", "p25", "p75"}
    assert 0 <= series["final"]["score"]["median"] <= 100
    assert [row["seed"] for row in series["runs_detail"]] == seeds_of(4, 3)
    assert series["failed"] == []
    assert json.loads(json.dumps(series)) == series


def test_the_lower_decile_is_below_the_median_below_the_upper(series: dict) -> None:
    """Quantiles stand in their order, turn by turn."""
    for name in CONTRACT:
        for low, middle, high in zip(
            series["p10"][name], series["median"][name], series["p90"][name], strict=True
        ):  # fmt: skip
            assert low <= middle <= high


def test_one_row_can_be_played_again_alone(series: dict) -> None:
    """The seed of a row is all it takes."""
    row = series["runs_detail"][1]
    alone = play(Job(FIRST, "integrated", row["seed"]))

    assert (alone.hash, alone.score) == (row["hash"], row["score"])


def test_a_series_is_fixed_in_advance() -> None:
    """More runs only add rows; other seeds share none."""
    assert seeds_of(3, 5)[:2] == seeds_of(3, 2)
    assert not set(seeds_of(3, 50)) & set(seeds_of(4, 50))


def test_a_failing_run_is_named_with_its_seed_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """One bad run takes neither the others nor the medians with it."""
    bad = seeds_of(4, 3)[1]
    sound = Table.run_to_end

    def stumble(table: Table, progress=None) -> None:
        if table.session.seed == bad:
            raise RuntimeError("stumbled")
        sound(table, progress)

    monkeypatch.setattr(Table, "run_to_end", stumble)
    result = simulate(FIRST, scenario="first-order", policy="integrated", runs=3, seed=4)

    assert result["failed"] == [{"seed": bad, "error": "RuntimeError: stumbled"}]
    assert result["runs"] == 3
    assert [row["seed"] for row in result["runs_detail"]] == [s for s in seeds_of(4, 3) if s != bad]
    scores = [row["score"] for row in result["runs_detail"]]
    assert result["final"]["score"]["median"] == pytest.approx(sum(scores) / 2)


def test_a_run_that_does_not_end_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that stops half-way says where it stopped."""
    monkeypatch.setattr(Table, "run_to_end", lambda table, progress=None: table.open())

    assert "running" in play(Job(FIRST, "routine", 1)).error


def test_a_series_of_failures_has_no_figures() -> None:
    """Nothing but bad runs is a report too."""
    empty = report([Run(7, error="x")], scenario="s", policy="routine", seed=1)

    assert empty["days"] == []
    assert empty["median"] == {}
    assert empty["final"]["score"]["median"] == 0.0
    assert empty["failed"] == [{"seed": 7, "error": "x"}]


@pytest.mark.parametrize(("policy", "runs"), [("despotic", 1), ("integrated", 0)])
def test_what_cannot_be_simulated_is_refused(policy: str, runs: int) -> None:
    """An unknown policy and an empty series are errors of the caller."""
    with pytest.raises(ValueError, match=r"unknown policy|at least one"):
        simulate(FIRST, scenario="first-order", policy=policy, runs=runs)


def test_progress_counts_up_to_the_whole() -> None:
    """Progress is told once a run."""
    told: list[tuple[int, int]] = []
    simulate(FIRST, scenario="x", policy="routine", runs=2, progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]


def test_kept_runs_replay_to_the_hashes_they_report(tmp_path: Path) -> None:
    """Every kept run is a session file that verifies, and its state is the one in the report."""
    result = simulate(FIRST, scenario="first-order", policy="integrated", runs=2, seed=6, keep=tmp_path / "kept")
    files = sorted((tmp_path / "kept").iterdir())

    assert len(files) == 2
    for row, file in zip(result["runs_detail"], files, strict=True):
        with Session.open(file, reading=True) as session:
            verdict = session.verify()
            assert verdict.ok, verdict.reason
            assert verdict.by == "commands"
            assert session.seed == row["seed"]
            assert state_hash(session.state) == row["hash"]


def test_processes_change_nothing() -> None:
    """Two processes, started afresh, come to the same rows as one, in the same order."""
    one = simulate(FIRST, scenario="first-order", policy="integrated", runs=2, seed=9, jobs=1)
    two = simulate(FIRST, scenario="first-order", policy="integrated", runs=2, seed=9, jobs=2)

    assert two == one


def _series(policy: str, runs: int) -> dict:
    return simulate(HUNDRED, scenario="hundred-days", policy=policy, runs=runs, seed=1)


@pytest.mark.ci
def test_governing_together_beats_working_ones_own_list() -> None:
    """On two seeds each, the worst integrated run scores above the best routine one."""
    together, routine = _series("integrated", 2), _series("routine", 2)

    assert not together["failed"] + routine["failed"]
    assert min(r["score"] for r in together["runs_detail"]) > max(r["score"] for r in routine["runs_detail"])


@pytest.mark.slow
def test_governing_together_is_ahead_by_the_interquartile_range() -> None:
    """On six seeds each, the quartiles of the two policies do not overlap, and the truth says the same as the score."""
    together, routine = _series("integrated", 6), _series("routine", 6)

    assert not together["failed"] + routine["failed"]
    assert together["final"]["score"]["p25"] > routine["final"]["score"]["p75"]
    assert together["final"]["problems_rectified"]["p25"] > routine["final"]["problems_rectified"]["p75"]
    assert together["final"]["incidence_true"]["median"] < routine["final"]["incidence_true"]["median"]


def test_the_figures_of_a_course_are_known() -> None:
    """The report's figures are those the turn records really carry, not zeros by a misspelt name."""
    with Session.create(None, FIRST, seed=2) as session:
        Table(session).run_to_end()
        last = session.state.history[-1]
    known = {**last.true, **last.shown}
    counts = {"problems_rectified": "problems_closed"}
    for name in (*lab.SHARES.values(), *lab.PERMILLE, *(counts.get(n, n) for n in lab.COUNTS)):
        assert name in known


def test_a_row_is_written_to_a_file_of_its_own(series: dict, tmp_path: Path) -> None:
    """By its seed alone, in whatever order, and to the very state it had in the series."""
    chosen = [series["runs_detail"][2], series["runs_detail"][0]]
    again = simulate(
        FIRST, scenario="x", policy="integrated", rows=[row["seed"] for row in chosen], seed=99, keep=tmp_path
    )

    assert again["runs_detail"] == chosen
    assert not again["interrupted"]
    for row in chosen:
        with Session.open(tmp_path / f"integrated-{row['seed']}.tonghe", reading=True) as session:
            assert state_hash(session.state) == row["hash"]
            assert session.verify().ok


@pytest.mark.ci
def test_a_failing_run_in_another_process_is_named_too(tmp_path: Path) -> None:
    """Two of four runs find their file taken; the others are there, and the files that were there are left alone."""
    seeds = seeds_of(5, 4)
    taken = [tmp_path / f"routine-{seed}.tonghe" for seed in seeds[::2]]
    for file in taken:
        file.write_bytes(b"mine")
    result = simulate(FIRST, scenario="x", policy="routine", runs=4, seed=5, jobs=2, keep=tmp_path)

    assert [row["seed"] for row in result["failed"]] == seeds[::2]
    assert all("SessionExists" in row["error"] for row in result["failed"])
    assert [row["seed"] for row in result["runs_detail"]] == seeds[1::2]
    assert all(file.read_bytes() == b"mine" for file in taken)


def test_a_run_that_is_given_up_leaves_no_file(tmp_path: Path) -> None:
    """Nor does it come to figures."""
    with pytest.raises(Halted):
        play(Job(FIRST, "integrated", 3, str(tmp_path / "half.tonghe")), lambda: True)
    assert list(tmp_path.iterdir()) == []
