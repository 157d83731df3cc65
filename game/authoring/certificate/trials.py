"""The runs a certificate rests on: four policies over the same seeds, and runs whose choices are drawn by lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

from game.authoring.certificate.drawn import DrawnTable, Lots
from game.bots.table import Table
from game.exercise.entities import Inject
from game.exercise.scoring import score
from game.exercise.state import State
from game.lab.crew import Halt, Halted, play_all
from game.lab.simulate import Progress, seeds_of
from game.scenario.model import Scenario
from game.session.session import Session

POLICIES = ("integrated", "campaign", "routine", "formalistic")
DRAWN = "drawn"
"""In place of a policy: integrated in everything but its choices, which are drawn."""
COVER = "cover"
"""Some choices drawn over the habits of a policy that meets them, for options nobody has chosen yet."""
IDLE_WORK = ("acknowledge_inject",)
"""Commands that are no work: reading what came in."""


@dataclass(frozen=True, slots=True)
class Task:
    """One run to do; plain data, so that it can travel to another process."""

    bundle: dict[str, str]
    policy: str
    seed: int
    turn: int = 0
    """Of a drawn run: its number within its block, which is its seed."""
    habits: str = "integrated"
    """Of a drawn run: the policy that does everything but choose."""
    only: tuple[str, ...] = ()
    """Of a drawn run: the injects that are decided by lot, all where it is empty."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one inject in one run. Days from 0; -1 where it did not happen."""

    delivered: int
    answered: int
    ended: int
    state: str
    choice: str
    replied: bool
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What one run came to; `error` names what went wrong, with everything else empty."""

    policy: str
    seed: int
    turn: int = 0
    score: float = 0.0
    passed: bool = False
    fates: Mapping[str, Fate] = field(default_factory=dict)
    work: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Seat -> commands it gave in each turn, reading not counted."""
    kinds: tuple[str, ...] = ()
    """Commands that anybody gave."""
    open: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of a drawn run: inject -> options that were open when it was to be decided."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Seat -> what it is called."""
    error: str = ""


def tasks_of(bundle: dict[str, str], scenario: Scenario, runs: int, seed: int) -> list[Task]:
    """Return the runs of a certificate, one seed after the other, so that those done early say something of all."""
    most = max((len(inject.options) for inject in scenario.injects), default=0)
    seeds = seeds_of(seed, runs)
    drawn = [Task(bundle, DRAWN, block, turn) for block in seeds for turn in range(most)][: runs if most else 0]
    drawn = drawn[: len(drawn) - len(drawn) % most] or drawn if most else []
    tasks: list[Task] = []
    for index, number in enumerate(seeds):
        tasks += [Task(bundle, policy, number) for policy in POLICIES]
        tasks += drawn[index : index + 1]
    return tasks


def covering(bundle: dict[str, str], scenario: Scenario, trials: list[Trial]) -> list[Task]:
    """Return the runs that show the options nobody has chosen yet, where some policy meets the decision."""
    found: list[Task] = []
    open_still = {
        inject.id: len(inject.options)
        for inject in scenario.injects
        if any(all(t.fates[inject.id].choice != o.id for t in trials if not t.error) for o in inject.options)
    }
    played = [trial for trial in trials if trial.policy in POLICIES and not trial.error]
    while open_still:
        met = {(trial.policy, trial.seed): [i for i in open_still if trial.fates[i].delivered >= 0] for trial in played}
        best = max(met, key=lambda key: len(met[key]), default=None)
        if best is None or not met[best]:
            break
        most = max(open_still[inject] for inject in met[best])
        found += [Task(bundle, COVER, best[1], turn, best[0], tuple(met[best])) for turn in range(most)]
        for inject in met[best]:
            del open_still[inject]
    return found


class _Stopped(Exception):
    """Whoever asked for the runs wants no more of them."""


def play_tasks(
    tasks: list[Task], jobs: int, progress: Progress | None = None, stop: Callable[[], bool] = lambda: False
) -> list[Trial]:
    """Play the runs and return what they came to, in their order; after Ctrl+C or `stop` those that were done by then.

    With `jobs` 0 they are played in the calling thread alone: no process is started and no garbage is collected there,
    as a window needs it.
    """
    done: dict[int, Trial] = {}

    def told(number: int, trial: Trial | None) -> None:
        task = tasks[number]
        done[number] = trial or Trial(task.policy, task.seed, task.turn, error="the process that played it died")
        if progress is not None:
            progress(len(done), len(tasks))
        if stop():
            raise _Stopped

    with suppress(KeyboardInterrupt, _Stopped, Halted):
        if jobs:
            play_all(tasks, jobs, play, told)
        else:
            for number, task in enumerate(tasks):
                told(number, play(task, stop))
    return [done[number] for number in sorted(done)]


def play(task: Task, halt: Halt = lambda: False) -> Trial:
    """Play one run by bots in every seat; a failure is returned, not raised. `Halted` where `halt` says so."""
    try:
        return _played(task, halt)
    except (Halted, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 - one bad run must not take the others with it; it is named by its seed
        return Trial(task.policy, task.seed, task.turn, error=f"{type(error).__name__}: {error}")


def _played(task: Task, halt: Halt) -> Trial:
    with Session.create(None, task.bundle, seed=task.seed, humans=(), past=False) as session:
        lots = Lots(task.seed, task.turn, task.only)
        table = DrawnTable(session, lots, task.habits) if task.policy in (DRAWN, COVER) else Table(session, task.policy)
        given: list[dict[str, int]] = [_given(session.state)]

        def look_up(_turn: int, _turns: int) -> None:
            if halt():
                raise Halted
            given.append(_given(session.state))

        table.run_to_end(look_up)
        state = session.state
        if state.session.state != "debrief":
            said = f"stopped in {state.session.state} on day {state.day}: {state.session.fault}"
            return Trial(task.policy, task.seed, task.turn, error=said)
        return Trial(
            task.policy,
            task.seed,
            task.turn,
            score=score(state).total / 10,
            passed=state.evaluation is not None and state.evaluation.passed,
            fates={inject.id: _fate(inject) for inject in state.injects.values()},
            work={seat: tuple(after[seat] - before[seat] for before, after in pairwise(given)) for seat in state.seats},
            kinds=tuple(sorted({kind for seat in state.seats.values() for kind in seat.gave})),
            names={seat.id: seat.name for seat in state.seats.values()},
            open={inject: tuple(sorted(options)) for inject, options in lots.open.items()},
        )


def _given(state: State) -> dict[str, int]:
    return {
        seat.id: sum(count for kind, count in seat.gave.items() if kind not in IDLE_WORK)
        for seat in state.seats.values()
    }


def _fate(inject: Inject) -> Fate:
    answers = (step.day for step in inject.steps if step.what in ("choose", "reply"))
    return Fate(
        delivered=inject.delivered,
        answered=next(answers, -1),
        ended=inject.ended,
        state=inject.state,
        choice=inject.choice,
        replied=bool(inject.reply),
        to=inject.to,
    )
