"""The end of a turn: the exit evaluation on its day, and after the last turn the debrief."""

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
    """Hold the evaluation when it is due, if the scenario has one; after the last turn finish."""
    events: list[ev.Event] = []
    due = state.scenario.evaluation_day
    if due is not None and state.day >= due and state.evaluation is None:
        events.append(ev.Evaluated(evaluation=evaluate(state, draws)))
    if state.turn < state.scenario.turn.count:
        return events
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
