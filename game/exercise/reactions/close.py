"""The end: the exit evaluation is held, and the exercise goes into the debrief."""

from __future__ import annotations

from game.county.draws import Draws
from game.county.evaluation import hold_evaluation
from game.exercise import events as ev
from game.exercise.entities import Evaluation
from game.exercise.figures import mean, townships
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import clamp, move
from game.exercise.state import State


def end(state: State, draws: Draws) -> list[ev.Event]:
    """After the last turn hold the evaluation, if the scenario has one, and finish."""
    if state.turn < state.scenario.turn.count:
        return []
    events: list[ev.Event] = []
    if state.scenario.evaluation and state.evaluation is None:
        events.append(ev.Evaluated(evaluation=evaluate(state, draws)))
    if state.campaign.state != "closed":
        events += move("campaign", state.campaign.campaign, state.campaign.state, "close")
    events += move("session", "", state.session.state, "finish")
    return events


def evaluate(state: State, draws: Draws) -> Evaluation:
    """Return the outcome of the exit evaluation on today's households.

    An appeal needs evidence; honest records have it, paper does not.
    """
    formalism = mean(townships(state), "formalism")
    evidence = clamp(num("evaluation.evidence") - formalism * num("evaluation.formalism") // 1000)
    figures = hold_evaluation(
        state.columns, state.county, draws, state.day, evidence=evidence, line=state.county.line(state.date.year)
    )
    return Evaluation(
        day=state.day,
        villages=tuple(figures.villages),
        households=figures.households,
        composite=figures.composite_bp,
        wrong_exit=figures.wrong_bp,
        missed=figures.missed_bp,
        approval=figures.approval_bp,
        passed=figures.passed,
        failed=tuple(figures.failed),
        appealed=figures.appealed,
    )
