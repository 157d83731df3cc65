"""`simulate`: the same scenario, one policy, many seeds; figures turn by turn and the final score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.bots.base import check_policy
from game.bots.table import Table
from game.exercise.scoring import score
from game.lab.crew import Halt, Halted, play_all
from game.session.codec import state_hash
from game.session.session import Session

Progress = Callable[[int, int], None]

SHARES = {"incidence_true": "incidence_true_bp", "incidence_recorded": "incidence_recorded_bp"}
"""Figure of the report -> figure in basis points."""
PERMILLE = ("approval", "formalism", "fatigue", "pressure", "load", "friction")
COUNTS = ("problems_found", "problems_rectified", "problems_open", "grassroots_hours", "field_hours")


@dataclass(frozen=True, slots=True)
class Job:
    """One run to do; plain data, so that it can travel to another process."""

    bundle: dict[str, str]
    policy: str
    seed: int
    keep: str = ""
    """File to write the run to as a session; empty keeps nothing."""
    without: str | None = None
    """Part of the policy that is left out."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to. Shares are fractions of 1; `error` names what went wrong, with everything else empty."""

    seed: int
    score: float = 0.0
    hash: str = ""
    passed: bool = False
    days: tuple[int, ...] = ()
    course: Mapping[str, tuple[float, ...]] | None = None
    lines: Mapping[str, float] | None = None
    """Share of the credit earned per line of the rubric."""
    error: str = ""


def play(job: Job, halt: Halt = lambda: False) -> Run:
    """Play one run by bots in every seat and return its figures; a failure is returned, not raised.

    `halt` is asked after each turn: where it says so, and on Ctrl+C, the run is given up and its file goes.
    """
    path = Path(job.keep) if job.keep else None
    mine = path is not None and not path.exists()
    try:
        return _played(job, path, halt)
    except (Halted, KeyboardInterrupt):
        if path is not None and mine:
            path.unlink(missing_ok=True)
        raise
    except Exception as error:  # noqa: BLE001 - one bad run must not take the others with it; it is named by its seed
        return Run(job.seed, error=f"{type(error).__name__}: {error}")


def _played(job: Job, path: Path | None, halt: Halt) -> Run:
    def look_up(_turn: int, _turns: int) -> None:
        if halt():
            raise Halted

    with Session.create(path, job.bundle, seed=job.seed, humans=(), past=path is not None) as session:
        Table(session, job.policy, without=job.without).run_to_end(look_up)
        state = session.state
        if state.session.state != "debrief":
            return Run(job.seed, error=f"stopped in {state.session.state} on day {state.day}: {state.session.fault}")
        marks = score(state)
        return Run(
            seed=job.seed,
            score=marks.total / 10,
            hash=state_hash(state),
            passed=state.evaluation is not None and state.evaluation.passed,
            days=tuple(record.day for record in state.history),
            course={name: tuple(values) for name, values in _course(state.history).items()},
            lines={line.id: line.points / line.weight if line.weight else 0.0 for line in marks.lines},
        )


def _course(history: Iterable[Any]) -> dict[str, list[float]]:
    course: dict[str, list[float]] = {}
    for record in history:
        both = {**record.true, **record.shown}
        row: dict[str, float] = {name: both.get(key, 0) / 10_000 for name, key in SHARES.items()}
        row |= {name: both.get(name, 0) / 1000 for name in PERMILLE}
        row |= {
            name: float(both.get("problems_closed" if name == "problems_rectified" else name, 0)) for name in COUNTS
        }
        for name, value in row.items():
            course.setdefault(name, []).append(value)
    return course


def quantile(values: list[float], share: float) -> float:
    """Return a quantile by linear interpolation; `values` need not be sorted, 0.0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def seeds_of(seed: int, runs: int) -> list[int]:
    """Return the seeds of a series: fixed in advance, so that every row can be played again alone."""
    return [seed * 1_000_003 + index for index in range(runs)]


def simulate(
    bundle: dict[str, str],
    *,
    scenario: str,
    policy: str,
    without: str | None = None,
    runs: int = 20,
    seed: int = 1,
    jobs: int = 1,
    keep: Path | None = None,
    workers: str | None = None,
    rows: Sequence[int] = (),
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Play `runs` seeds and return the report that `simulate --json` prints.

    With `rows`, seeds of rows of such a report, only those are played, each as it was in its series. Runs that fail
    are listed with their seed and left out of the medians. Ctrl+C ends the series with what has been played by then:
    `interrupted`. `ValueError` for an unknown policy, a part it does not have or fewer than one run. With `workers`,
    the address of a Dask scheduler, the same runs are played on its machines: `cluster.ClusterError` where it cannot
    be used.
    """
    check_policy(policy, without)
    if runs < 1:
        raise ValueError("at least one run")
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    name = f"{policy}-without-{without}" if without else policy
    work = [
        Job(bundle, policy, number, str(keep / f"{name}-{number}.tonghe") if keep else "", without)
        for number in (dict.fromkeys(rows) or seeds_of(seed, runs))
    ]
    done = _play_all(work, jobs, progress) if workers is None else _play_on(workers, work, progress)
    found = report(done, scenario=scenario, policy=policy, seed=seed, without=without)
    return {**found, "interrupted": len(done) < len(work)}


def _play_all(work: list[Job], jobs: int, progress: Progress | None) -> list[Run]:
    done: dict[int, Run] = {}

    def told(number: int, run: Run | None) -> None:
        done[number] = run or Run(work[number].seed, error="the process that played it died")
        if progress is not None:
            progress(len(done), len(work))

    with suppress(KeyboardInterrupt):
        play_all(work, jobs, play, told)
    return [done[number] for number in sorted(done)]


def _play_on(address: str, work: list[Job], progress: Progress | None) -> list[Run]:
    from game.lab.cluster import played

    done: dict[int, Run] = {}
    with suppress(KeyboardInterrupt), closing(played(address, play, work)) as coming:
        for number, run in coming:
            done[number] = run
            if progress is not None:
                progress(len(done), len(work))
    return [done[number] for number in sorted(done)]


def report(runs: list[Run], *, scenario: str, policy: str, seed: int, without: str | None = None) -> dict[str, Any]:
    """Return the object of the command line's contract: medians and deciles per turn, the final spread, each run."""
    good = [run for run in runs if not run.error]
    names = list(good[0].course or {}) if good else []
    days = list(good[0].days) if good else []

    def over(share: float) -> dict[str, list[float]]:
        return {
            name: [quantile([(run.course or {})[name][turn] for run in good], share) for turn in range(len(days))]
            for name in names
        }

    def spread(values: list[float]) -> dict[str, float]:
        return {"median": quantile(values, 0.5), "p25": quantile(values, 0.25), "p75": quantile(values, 0.75)}

    final: dict[str, Any] = {"score": spread([run.score for run in good])}
    final |= {name: spread([(run.course or {})[name][-1] for run in good]) for name in names}
    final["passed"] = sum(run.passed for run in good) / len(good) if good else 0.0
    lines = list(good[0].lines or {}) if good else []
    return {
        "scenario": scenario,
        "policy": policy,
        "without": without,
        "runs": len(runs),
        "failed": [{"seed": run.seed, "error": run.error} for run in runs if run.error],
        "seed": seed,
        "days": days,
        "median": over(0.5),
        "p10": over(0.1),
        "p90": over(0.9),
        "final": final,
        "lines": {name: quantile([(run.lines or {}).get(name, 0.0) for run in good], 0.5) for name in lines},
        "runs_detail": [{"seed": run.seed, "score": run.score, "hash": run.hash, "passed": run.passed} for run in good],
    }
