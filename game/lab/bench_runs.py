"""How fast whole runs are: one of seven years, and many at a time on one and on two processes."""

from __future__ import annotations

import os
from functools import partial

from game.bots.table import Table
from game.lab.bench_weeks import Figures, timed
from game.lab.crew import ready
from game.lab.simulate import simulate
from game.session.library import load_scenario
from game.session.session import Session

LONGEST = "t-county-2014-2020"
"""The scenario of the longest course."""


def one_run(bundle: dict[str, str], policy: str, seed: int, turns: int | None = None) -> None:
    """Play one run in memory as a series does, or its first turns."""
    with Session.create(None, bundle, seed=seed, past=False) as session:
        table = Table(session, policy)
        if turns is None:
            table.run_to_end()
            return
        table.open()
        for _ in range(turns):
            table.advance()


def whole_runs(
    bundle: dict[str, str],
    policy: str,
    seed: int,
    *,
    games: int,
    runs: int,
    turns: int | None = None,
    rounds: int = 3,
) -> Figures:
    """Time whole runs of a scenario and of the longest; series of `runs` on one, two and all processes.

    The longest run and the series are timed `rounds` times, one process and several by turns: on a machine that is
    shared, speed may swing by a quarter within a minute.
    """
    figures: Figures = {"seven_years_s": [], "runs_per_minute": [], "two_jobs_gain": []}
    longest = dict(load_scenario(LONGEST).bundle)
    cores = os.cpu_count() or 1
    with ready(cores):
        play = partial(one_run, bundle, policy, turns=turns)
        figures["game_s"] = [timed(partial(play, seed + number)) / 1000 for number in range(games)]
        for number in range(rounds):
            figures["seven_years_s"].append(timed(partial(one_run, longest, policy, seed + number, turns)) / 1000)
    series = partial(simulate, bundle, scenario="bench", policy=policy, seed=seed, runs=runs)
    for _ in range(rounds if runs else 0):
        took = {jobs: timed(partial(series, jobs=jobs)) / 1000 for jobs in sorted({1, 2, cores})}
        figures["runs_per_minute"].append(60 * runs / took[cores])
        figures["two_jobs_gain"].append(took[1] / took[2])
    return {name: values for name, values in figures.items() if values}
