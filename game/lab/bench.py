"""`python -m game.lab.bench`: how fast a whole exercise runs on this machine, part by part, measured in one run.

Figures are only comparable within one run: a machine is never equally busy twice.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, cast

from game.bots.base import POLICIES
from game.bots.table import Table
from game.county.columns import Columns
from game.county.kernel import WeekInputs, step
from game.exercise.events import WeekStepped
from game.lab.bench_runs import whole_runs
from game.lab.bench_weeks import household_weeks, timed
from game.lab.simulate import quantile
from game.session.errors import SessionError
from game.session.library import DEFAULT, load_scenario
from game.session.session import Outcome, Session

LABELS = {
    "week_ms": ("住户过一周", "one household week"),
    "week_numpy_ms": ("二十四万户过一周，numpy", "week of 240,000 households, numpy"),
    "week_numba_ms": ("二十四万户过一周，numba", "week of 240,000 households, numba"),
    "week_two_ms": ("二十四万户过一周，numba 两线程", "the same on two threads"),
    "week_gain": ("numba 比 numpy 快几倍", "numpy's time over numba's"),
    "week_two_gain": ("numba 两线程快几倍", "the same on two threads"),
    "household_10k_ns": ("每户每周，一万户，numba", "a household's week among 10,000"),
    "household_100k_ns": ("每户每周，十万户，numba", "among 100,000"),
    "household_1m_ns": ("每户每周，一百万户，numba", "among 1,000,000"),
    "agents_ms": ("一万户过一周，每户一个对象（Mesa）", "week of 10,000 households, one object each (Mesa)"),
    "agents_to_numpy": ("每户：对象比 numpy 慢几倍", "per household, objects' time over numpy's"),
    "agents_to_numba": ("每户：对象比 numba 慢几倍", "per household, objects' time over numba's"),
    "memory_share": ("numba 用到内存带宽的千分之几", "numba's share of the memory's bandwidth, per mille"),
    "turn_ms": ("县里过一回合，不含电脑席位", "one turn, bots left out"),
    "command_ms": ("一条指令，直到存盘", "one command, until it is on disk"),
    "view_ms": ("一个席位的视图", "one seat's view"),
    "preview_ms": ("一次预览", "one preview"),
    "bot_ms": ("一个电脑席位想一回合", "one bot's thinking for a turn"),
    "jump_ms": ("跳到任意一天", "a jump to any day"),
    "file_bytes": ("推演文件大小", "size of the session file"),
    "game_s": ("电脑推演全程，一次", "one run by bots"),
    "seven_years_s": ("电脑推演七年全程，一次", "one run of the seven years"),
    "runs_per_minute": ("每分钟推演几次，用全部核", "runs a minute, all cores"),
    "two_jobs_gain": ("两个进程比一个快几倍", "one process's time over two's"),
}
"""Figure -> its Chinese and English name; the order is the table's. Figures of what is not installed are left out."""
UNITS = {"ms": "ms", "ns": "ns", "s": "s", "bytes": "bytes", "minute": "1/min"}
"""Last word of a figure -> unit."""


class Watched(Session):
    """A session that writes down how long each of its answers took, in milliseconds."""

    def watch(self) -> None:
        """Start writing down."""
        self.times: dict[str, list[float]] = {"view_ms": [], "command_ms": [], "preview_ms": [], "turn_ms": []}
        self.spent = 0.0

    def glance(self, viewer: str) -> Any:
        """Return a whole view, as the window has it; only those computed anew are written down."""
        known = self._views[0] is self._state and viewer in self._views[1]
        begun = perf_counter()
        seen = super().glance(viewer).complete()
        self._note(None if known else "view_ms", begun)
        return seen

    def submit(
        self,
        seat: str,
        kind: str,
        args: Mapping[str, Any] | str | None = None,
        *,
        source: str = "human",
        cmd_id: str | None = None,
    ) -> Outcome:
        """Carry out a command; a seat's command is previewed before, as the window does."""
        if seat in self.state.seats:
            begun = perf_counter()
            self.preview(seat, kind, args)
            self._note("preview_ms", begun)
        begun = perf_counter()
        outcome = super().submit(seat, kind, args, source=source, cmd_id=cmd_id)
        self._note("turn_ms" if kind == "advance" else "command_ms" if outcome.accepted else None, begun)
        return outcome

    def _note(self, name: str | None, begun: float) -> None:
        took = 1000 * (perf_counter() - begun)
        self.spent += took
        if name is not None:
            self.times[name].append(took)


class WatchedTable(Table):
    """A table that writes down how long its bots think, their looking and acting left out."""

    def watch(self, session: Watched) -> None:
        """Start writing down."""
        self.watched = session
        self.thoughts: list[float] = []

    def play_seat(self, seat: str) -> int:
        """Let one bot play its turn."""
        before, begun = self.watched.spent, perf_counter()
        accepted = super().play_seat(seat)
        self.thoughts.append(1000 * (perf_counter() - begun) - (self.watched.spent - before))
        return accepted


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return median, ninetieth and ninety-ninth percentile and the number of measurements."""
    row = list(values)
    return {"median": quantile(row, 0.5), "p90": quantile(row, 0.9), "p99": quantile(row, 0.99), "n": len(row)}


def measure(
    bundle: dict[str, str],
    *,
    policy: str = "integrated",
    seed: int = 1,
    turns: int | None = None,
    games: int = 3,
    runs: int = 120,
    rounds: int = 3,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Measure one scenario and return `{"setting": …, "figures": {name: spread}}` with the names of `LABELS`.

    `turns` cuts the games short, for a quick look; `games` is how many whole games in memory are timed one by one, and
    `runs` how many are played in a series on one and on several processes, to their end; 0 leaves the series out.
    The longest scenario and the series are timed `rounds` times.
    """
    with tempfile.TemporaryDirectory(prefix="tonghe-bench-") as folder:
        path = Path(folder) / "bench.tonghe"
        progress("game on disk")
        figures, setting, columns, weeks = _played(path, bundle, policy, seed, turns)
        figures["file_bytes"] = [float(path.stat().st_size)]
        progress("jumps")
        figures["jump_ms"] = _jumps(path)
    progress("household weeks")
    figures |= household_weeks(columns, weeks)
    progress("whole runs")
    figures |= whole_runs(bundle, policy, seed, games=games, runs=runs, turns=turns, rounds=rounds)
    return {"setting": setting, "figures": {name: spread(figures[name]) for name in LABELS if name in figures}}


def _played(
    path: Path, bundle: dict[str, str], policy: str, seed: int, turns: int | None
) -> tuple[dict[str, list[float]], dict[str, Any], Columns, list[WeekInputs]]:
    with cast("Watched", Watched.create(path, bundle, seed=seed)) as session:
        session.watch()
        table = WatchedTable(session, policy)
        table.watch(session)
        _play(table, turns)
        weeks = [e.inputs for record in session.records() for e in record.events if isinstance(e, WeekStepped)]
        columns = session.state.columns
        figures: dict[str, list[float]] = {
            **session.times,
            "bot_ms": table.thoughts,
            "week_ms": [timed(lambda w=week: step(columns, w)) for week in weeks],  # type: ignore[misc]
        }
        setting = {
            "scenario": session.state.scenario.id,
            "policy": policy,
            "seed": seed,
            "households": columns.households,
            "seats": len(session.state.seats),
            "turns": session.state.turn,
            "commands": session.seq,
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count() or 1,
        }
    return figures, setting, columns, weeks


def _jumps(path: Path) -> list[float]:
    """Jump to every day of a closed session, never to neighbours in a row, so that no memory helps."""
    with Session.open(path, reading=True) as session:
        last = session.state.day
        stride = next(n for n in (37, 41, 43) if (last + 1) % n)
        days = [index * stride % (last + 1) for index in range(last + 1)]
        return [timed(lambda d=day: session.state_at(d)) for day in days]  # type: ignore[misc]


def _play(table: Table, turns: int | None) -> None:
    if turns is None:
        table.run_to_end()
        return
    table.open()
    for _ in range(turns):
        table.advance()


def print_table(result: dict[str, Any], labels: Mapping[str, tuple[str, str]]) -> None:
    """Print the result of a benchmark as a table."""
    from rich.console import Console
    from rich.table import Table as Grid

    grid = Grid()
    for name in ("项目", "figure", "单位"):
        grid.add_column(name, no_wrap=True)
    for name in ("median", "p90", "p99", "n"):
        grid.add_column(name, justify="right", no_wrap=True)
    for name, row in result["figures"].items():
        cells = [f"{row[key]:,.0f}" if row[key] >= 10_000 else f"{row[key]:.2f}" for key in ("median", "p90", "p99")]
        grid.add_row(*labels[name], UNITS.get(name.rpartition("_")[2], "×"), *cells, str(row["n"]))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print("  ".join(f"{name}={value}" for name, value in result["setting"].items()), highlight=False)
    console.print(grid)


def speak_utf8() -> None:
    """Let both streams print Chinese wherever the program runs."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 2 for wrong usage, 3 for a scenario that cannot be played."""
    parser = argparse.ArgumentParser(
        prog="python -m game.lab.bench",
        description="量一量推演在这台机器上有多快 · Measure how fast exercises run here.",
    )
    parser.add_argument("scenario", nargs="?", default=DEFAULT, help="场景名或路径 · scenario name or path")
    parser.add_argument("--policy", choices=tuple(POLICIES), default="integrated")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--turns", type=int, default=None, help="只推演几个回合 · play only so many turns")
    parser.add_argument("--games", type=int, default=3, help="全程推演几次 · whole games to time")
    parser.add_argument("--runs", type=int, default=120, help="批量推演几次，0 不量 · runs of a series, 0 for none")
    parser.add_argument("--rounds", type=int, default=3, help="长课程和批量各量几遍 · times for long runs and series")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    if (
        min(options.games, options.rounds, options.runs + 1) < 1
        or (options.turns is not None and options.turns < 1)
        or options.seed < 0
    ):
        parser.error(
            "--games、--rounds 和 --turns 至少是 1，--runs 和 --seed 不小于 0 · "
            "--games, --rounds and --turns take 1 or more, --runs and --seed 0 or more"
        )
    try:
        result = measure(
            dict(load_scenario(options.scenario).bundle),
            policy=options.policy,
            seed=options.seed,
            turns=options.turns,
            games=options.games,
            runs=options.runs,
            rounds=options.rounds,
            progress=lambda what: print(f"… {what}", file=sys.stderr),
        )
    except (SessionError, OSError) as error:
        print(str(error), file=sys.stderr)
        return 3
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print_table(result, LABELS)
    return 0


if __name__ == "__main__":
    speak_utf8()
    raise SystemExit(main())
