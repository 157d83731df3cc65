"""`certify`: play, sum up, judge. The certificate is one JSON object; the page is drawn from it alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from game import __version__
from game.authoring.certificate import sums
from game.authoring.certificate.gates import gates, verdict
from game.authoring.certificate.trials import COVER, POLICIES, Trial, covering, play_tasks, tasks_of
from game.lab.simulate import Progress
from game.scenario.model import Scenario
from game.session.library import setting_of
from game.session.schema import RULES

FORMAT = 1
RUNS = 30
"""Runs a policy unless the author says otherwise."""


def certify(
    bundle: dict[str, str],
    *,
    runs: int = RUNS,
    seed: int = 1,
    jobs: int = 1,
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> dict[str, Any]:
    """Play a scenario by four policies and by lot, `runs` times each, and return its certificate.

    Ctrl+C, or `stop` answering True, ends it with what has been played by then: `interrupted`, and no more than a
    trial. With `jobs` 0 no process is started. `BadScenario` where the texts have errors, `ValueError` for fewer than
    one run.
    """
    if runs < 1:
        raise ValueError("at least one run")
    setting = setting_of(bundle)
    tasks = tasks_of(setting.bundle, setting.scenario, runs, seed)
    trials = play_tasks(tasks, jobs, progress, stop)
    whole = len(trials) == len(tasks) and not stop()
    if whole:
        more = covering(setting.bundle, setting.scenario, trials)
        trials += play_tasks(more, jobs, _onward(progress, len(tasks)), stop) if more else []
        whole = len(trials) == len(tasks) + len(more)
    return {
        "format": FORMAT,
        "scenario": setting.scenario.id,
        "title": setting.scenario.title,
        "version": setting.scenario.version,
        "digest": setting.digest,
        "rules": RULES,
        "app": __version__,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": seed,
        "runs": runs,
        "interrupted": not whole,
        **judged(setting.scenario, trials, interrupted=not whole),
    }


def _onward(progress: Progress | None, before: int) -> Progress | None:
    """Return what tells the progress of more runs after so many."""
    return None if progress is None else lambda done, total: progress(before + done, before + total)


def judged(scenario: Scenario, trials: Sequence[Trial], *, interrupted: bool = False) -> dict[str, Any]:
    """Return the verdict over some runs, its gates and the figures they rest on."""
    figures = figures_of(scenario, trials)
    found = gates(figures)
    fewest = min((figures["scores"].get(policy, {}).get("runs", 0) for policy in POLICIES), default=0)
    return {
        "verdict": verdict(found, fewest, interrupted=interrupted),
        "gates": [gate.to_json() for gate in found],
        **figures,
    }


def figures_of(scenario: Scenario, trials: Sequence[Trial]) -> dict[str, Any]:
    """Return the figures of a certificate; runs that failed are listed and left out of all others."""
    good = [trial for trial in trials if not trial.error]
    return {
        "failed": [
            {"policy": trial.policy, "seed": trial.seed, "error": trial.error} for trial in trials if trial.error
        ],
        "covering": sum(trial.policy == COVER for trial in good),
        "seeds": len({trial.seed for trial in good if trial.policy == POLICIES[0]}),
        "scores": sums.scores(good),
        "firsts": sums.firsts(good),
        "asks": sums.asks(scenario, good),
        "injects": sums.injects(scenario, good),
        "decisions": sums.decisions(scenario, good),
        "seats": sums.seats(scenario, good),
        "instructor": sums.instructor(scenario, good),
    }
