"""Try a scenario from one of its injects on: bots play up to it, figures are set by hand, and what follows is told.

Nothing is put in by force. The days before are played, an inject that waits for the instructor is fired by command,
figures are moved by the instructor's `adjust`: the session is one that a class could have come to, and it can be kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from game.authoring.trial_errors import BadFigure, CannotTry
from game.authoring.trial_figures import Setting, adjustments
from game.authoring.trial_told import desk, figures, paper, what_came
from game.bots.table import Table
from game.exercise.environment import holds
from game.exercise.refusals import Refusal
from game.exercise.scoring import score
from game.exercise.state import State
from game.scenario.suggest import nearest
from game.session.session import Session

__all__ = ["CannotTry", "Trial", "Wish", "try_out"]

Progress = Callable[[int, int], None]
TURNS = 6
"""Turns that are told after the inject unless the author says otherwise."""
SUFFIXES = ("", "-wal", "-shm")
"""What a session's file can have beside it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to try."""

    inject: str
    day: int | None = None
    """Day to begin on; the day the inject comes by itself where left out."""
    settings: tuple[Setting, ...] = ()
    choose: str = ""
    """Option that its addressee takes; what the policy takes where empty."""
    seat: str = ""
    """Seat whose desk is shown."""
    policy: str = "integrated"
    seed: int = 1
    turns: int = TURNS


def try_out(
    bundle: dict[str, str], wish: Wish, *, keep: Path | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Play a scenario up to an inject and some turns on; return what happened, ready for JSON.

    With `keep` the session is written as it stands when the inject lies on the desk, `wish.seat` held by a person, to
    be played on in the window. `CannotTry` for a wish that cannot be met, `BadFigure` for a figure, `BadScenario` and
    the errors of `session/errors.py` for texts and file.
    """
    with closing(Trial(bundle, wish, progress)) as trial:
        found = {
            **trial.begun(),
            "desk": trial.desk(wish.seat) if wish.seat else None,
            **trial.branch(wish.choose, progress=progress),
        }
        if keep is not None:  # last: a trial that fails leaves no file
            trial.keep(keep, wish.seat or trial.default_seat)
        return {**found, "kept": str(keep) if keep is not None else None}


class Trial:
    """A session that stands where an inject lies on the desk; what follows is tried on forks of it."""

    def __init__(self, bundle: dict[str, str], wish: Wish, progress: Progress | None = None) -> None:
        """Play up to the inject and set the figures; raises what `try_out` raises."""
        self.wish = wish
        self._session = _up_to(bundle, wish, progress)
        try:
            state = self._session.state
            self._day = state.day
            trigger = state.fixed.scenario_injects[wish.inject].trigger
            self._met = holds(state, trigger.when) if trigger.when is not None else None
            self._how, self._set = _stage(self._session, wish)
        except BaseException:
            self._session.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the session."""
        self._session.close()

    @property
    def state(self) -> State:
        """How things stand with the inject on the desk."""
        return self._session.state

    @property
    def default_seat(self) -> str:
        """The seat a person takes where none is named."""
        return self.state.scenario.default_seat or next(iter(self.state.seats))

    def begun(self) -> dict[str, Any]:
        """Return how it came to the inject, and its paper."""
        state, wish = self.state, self.wish
        return {
            "scenario": state.scenario.id,
            "title": state.scenario.title,
            "inject": wish.inject,
            "policy": wish.policy,
            "seed": wish.seed,
            "day": state.day,
            "turn": state.turn,
            "came": self._how,
            "condition": self._met,
            "set": self._set,
            "paper": paper(state, wish.inject),
        }

    def desk(self, seat: str) -> dict[str, Any]:
        """Return what lies on a seat's desk."""
        return desk(self._session, seat)

    def branch(self, option: str = "", *, lang: str = "zh", progress: Progress | None = None) -> dict[str, Any]:
        """Return what comes of an option, or of what the policy does, in the turns wished for."""
        before = figures(self.state)
        twin, first = self._twin()
        with closing(twin):
            chosen = _choose(twin, self.wish.inject, option) if option else None
            table = Table(twin, self.wish.policy)
            turns: list[dict[str, Any]] = []
            for _ in range(self.wish.turns):
                if twin.state.session.state != "running":
                    break
                was = twin.seq + 1
                _turn(table)
                turns.append(what_came(twin, first if not turns else was, lang))
                if progress is not None:
                    progress(twin.state.turn, twin.state.scenario.turn.count)
            end = twin.state
            inject = end.injects[self.wish.inject]
            return {
                "chosen": chosen,
                "turns": turns,
                "figures": {name: {"before": before[name], "after": value} for name, value in figures(end).items()},
                "ended": {
                    "day": end.day,
                    "state": inject.state,
                    "choice": inject.choice,
                    "score": score(end).total / 10,
                },
            }

    def keep(self, path: Path, seat: str) -> None:
        """Write the session to be played on by a person at a seat; nothing is left where that fails."""
        there = path.exists()
        try:
            twin, _ = self._twin(path, {seat})
        except BaseException:
            for suffix in () if there else SUFFIXES:
                with contextlib.suppress(OSError):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
            raise
        twin.close()

    def _twin(self, path: Path | None = None, people: Iterable[str] | None = None) -> tuple[Session, int]:
        """Return another session at the same point, and the number of its first command of this morning."""
        twin = self._session.fork(self._day, path, people)
        try:
            if twin.state.session.state in ("lobby", "briefing"):
                Table(twin, self.wish.policy, people or ()).open()
            first = twin.seq + 1
            _stage(twin, self.wish)
        except BaseException:
            twin.close()
            raise
        return twin, first


def _up_to(bundle: dict[str, str], wish: Wish, progress: Progress | None) -> Session:
    """Return a session on the morning the trial begins."""
    session = Session.create(None, bundle, seed=wish.seed, humans=())
    try:
        _check(session.state, wish)
        table = Table(session, wish.policy)
        table.open()
        _play_on(table, wish, progress)
    except BaseException:
        session.close()
        raise
    if _late(session.state, wish) and wish.day is None:
        # it never came by itself: begin anew, and let the instructor bring it in the first week
        session.close()
        session = Session.create(None, bundle, seed=wish.seed, humans=())
        Table(session, wish.policy).open()
    return session


def _late(state: State, wish: Wish) -> bool:
    return state.session.state != "running" or state.injects[wish.inject].delivered < 0


def _check(state: State, wish: Wish) -> None:
    inject = state.fixed.scenario_injects.get(wish.inject)
    if inject is None:
        known = list(state.injects)
        meant = nearest(wish.inject, known)
        if meant:
            raise CannotTry("no_inject_meant", inject=wish.inject, meant=meant)
        raise CannotTry("no_inject", inject=wish.inject, known=tuple(known))
    options = [option.id for option in inject.options]
    if wish.choose and wish.choose not in options:
        code = "no_option" if options else "no_choice"
        raise CannotTry(code, inject=wish.inject, option=wish.choose, known=tuple(options))
    if wish.seat and wish.seat not in state.seats:
        raise CannotTry("no_seat", seat=wish.seat, known=tuple(state.seats))
    last = state.scenario.turn.count * state.scenario.turn.days
    if wish.day is not None and not 0 <= wish.day < last:
        raise CannotTry("day", last=last - 1, days=last)
    if wish.turns < 1:
        raise CannotTry("turns")
    for setting in wish.settings:
        adjustments(state, setting)


def _play_on(table: Table, wish: Wish, progress: Progress | None) -> None:
    spec = table.session.state.fixed.scenario_injects[wish.inject]
    if wish.day is None and spec.trigger.by_hand:
        return
    while table.session.state.session.state == "running":
        state = table.session.state
        if state.injects[wish.inject].delivered >= 0 if wish.day is None else state.day >= wish.day:
            return
        _turn(table)
        if progress is not None:
            progress(table.session.state.turn, state.scenario.turn.count)


def _turn(table: Table) -> None:
    outcome = table.advance()
    if not outcome.accepted:
        raise CannotTry("stopped", day=table.session.state.day, why=_why(outcome.refusal))


def _stage(session: Session, wish: Wish) -> tuple[str, list[dict[str, Any]]]:
    """Set the figures and see to it that the inject lies on the desk; return how it came and what was set."""
    done = []
    for setting in wish.settings:
        moves = adjustments(session.state, setting)
        for args in moves:
            outcome = session.submit("instructor", "adjust", args, source="instructor")
            if not outcome.accepted:
                raise BadFigure("not_set", setting=str(setting), why=_why(outcome.refusal))
        done.append({"setting": str(setting), "adjusted": len(moves)})
    if session.state.injects[wish.inject].delivered >= 0:
        return "by_itself", done
    outcome = session.submit("instructor", "fire_inject", {"inject": wish.inject}, source="instructor")
    if not outcome.accepted:
        raise CannotTry("not_fired", inject=wish.inject, why=_why(outcome.refusal))
    return "fired", done


def _choose(session: Session, inject: str, option: str) -> dict[str, Any]:
    why: Refusal | None = None
    for seat in session.state.injects[inject].to:
        outcome = session.submit(seat, "choose_option", {"inject": inject, "option": option}, source="bot")
        if outcome.accepted:
            return {"option": option, "by": session.state.seats[seat].name}
        why = why or outcome.refusal
    if why is None:
        raise CannotTry("nobody_asked", option=option)
    raise CannotTry("not_chosen", option=option, why=why)


def _why(refusal: Refusal | None) -> Refusal | str:
    return refusal if refusal is not None else ""
