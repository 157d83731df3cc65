"""Try a scenario from one of its injects on: bots play up to it, figures are set by hand, and what follows is told.

Nothing is put in by force. The days before are played, an inject that waits for the instructor is fired by command,
figures are moved by the instructor's `adjust`: the session is one that a class could have come to, and it can be kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.authoring.trial_figures import BadFigure, Setting, adjustments
from game.bots.table import Table
from game.exercise.environment import holds
from game.exercise.events import Moved, PhaseEntered
from game.exercise.figures import shown_figures, true_figures
from game.exercise.lifecycles import label
from game.exercise.scoring import score
from game.exercise.state import State
from game.exercise.texts import cure, has, say
from game.scenario.suggest import nearest
from game.session.outcome import Outcome, Record
from game.session.session import Session

Progress = Callable[[int, int], None]
TURNS = 6
"""Turns that are told after the inject unless the author says otherwise."""
FIGURES = {
    "incidence_recorded_bp": "shown",
    "incidence_true_bp": "true",
    "approval": "shown",
    "fatigue": "shown",
    "pressure": "shown",
    "load": "shown",
    "formalism": "true",
    "problems_open": "shown",
}
"""Figure -> as reported, or as it truly is."""
TOLD = {"inject", "problem"}


class CannotTry(ValueError):
    """The trial cannot be made as wished; the message says why and what to do, in Chinese."""


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
    with closing(_up_to(bundle, wish, progress)) as session:
        return _told(session, wish, keep, progress)


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
        hint = f"是不是想写“{meant}”？" if meant else f"有：{'、'.join(known[:20])}{'…' if len(known) > 20 else ''}。"
        raise CannotTry(f"场景里没有编号为“{wish.inject}”的情况。{hint}")
    options = [option.id for option in inject.options]
    if wish.choose and wish.choose not in options:
        named = f"有：{'、'.join(options)}。" if options else "它不要求选择。"
        raise CannotTry(f"“{wish.inject}”没有选项“{wish.choose}”。{named}")
    if wish.seat and wish.seat not in state.seats:
        raise CannotTry(f"场景里没有席位“{wish.seat}”，有：{'、'.join(state.seats)}。")
    last = state.scenario.turn.count * state.scenario.turn.days
    if wish.day is not None and not 0 <= wish.day < last:
        raise CannotTry(f"--day 要在 0 与 {last - 1} 之间：推演到第 {last} 天结束。")
    if wish.turns < 1:
        raise CannotTry("--turns 至少是 1。")
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
        raise CannotTry(f"推演在第 {table.session.state.day} 天停下了：{refused(outcome)}")


def refused(outcome: Outcome) -> str:
    """Return why a command was refused and what helps, in Chinese."""
    if outcome.refusal is None:
        return ""
    code, params = f"refusal.{outcome.refusal.code}", dict[str, Any](outcome.refusal.params)
    return say(code, **params) + cure(code, **params)


def _stage(session: Session, wish: Wish) -> tuple[str, list[dict[str, Any]]]:
    """Set the figures and see to it that the inject lies on the desk; return how it came and what was set."""
    done = []
    for setting in wish.settings:
        moves = adjustments(session.state, setting)
        for args in moves:
            outcome = session.submit("instructor", "adjust", args, source="instructor")
            if not outcome.accepted:
                raise BadFigure(f"“{setting}”设不成：{refused(outcome)}")
        done.append({"setting": str(setting), "adjusted": len(moves)})
    if session.state.injects[wish.inject].delivered >= 0:
        return "by_itself", done
    outcome = session.submit("instructor", "fire_inject", {"inject": wish.inject}, source="instructor")
    if not outcome.accepted:
        raise CannotTry(f"投放不了“{wish.inject}”：{refused(outcome)}")
    return "fired", done


def _told(session: Session, wish: Wish, keep: Path | None, progress: Progress | None) -> dict[str, Any]:
    before = session.state
    trigger = before.fixed.scenario_injects[wish.inject].trigger
    met = holds(before, trigger.when) if trigger.when is not None else None
    first = session.seq + 1
    how, done = _stage(session, wish)
    state = session.state
    begun = {
        "scenario": state.scenario.id,
        "title": state.scenario.title,
        "inject": wish.inject,
        "policy": wish.policy,
        "seed": wish.seed,
        "day": state.day,
        "turn": state.turn,
        "came": how,
        "condition": met,
        "set": done,
        "paper": _paper(state, wish.inject),
        "desk": _desk(session, wish.seat) if wish.seat else None,
    }
    chosen = _choose(session, wish) if wish.choose else None
    table = Table(session, wish.policy)
    figures = _figures(state)
    turns: list[dict[str, Any]] = []
    for _ in range(wish.turns):
        if session.state.session.state != "running":
            break
        was = session.seq + 1
        _turn(table)
        turns.append(_what_came(session, first if not turns else was))
        if progress is not None:
            progress(session.state.turn, state.scenario.turn.count)
    if keep is not None:  # last: a trial that fails leaves no file
        _keep(session, before.day, wish, keep)
    end = session.state
    inject = end.injects[wish.inject]
    return {
        **begun,
        "chosen": chosen,
        "turns": turns,
        "figures": {name: {"before": figures[name], "after": value} for name, value in _figures(end).items()},
        "ended": {"day": end.day, "state": inject.state, "choice": inject.choice, "score": score(end).total / 10},
        "kept": str(keep) if keep is not None else None,
    }


def _keep(session: Session, day: int, wish: Wish, keep: Path) -> None:
    people = {wish.seat or session.state.scenario.default_seat or next(iter(session.state.seats))}
    with closing(session.fork(day, keep, people)) as twin:
        if twin.state.session.state in ("lobby", "briefing"):
            Table(twin, wish.policy, people).open()
        _stage(twin, wish)


def _choose(session: Session, wish: Wish) -> dict[str, Any]:
    said = ""
    for seat in session.state.injects[wish.inject].to:
        outcome = session.submit(seat, "choose_option", {"inject": wish.inject, "option": wish.choose}, source="bot")
        if outcome.accepted:
            return {"option": wish.choose, "by": session.state.seats[seat].name}
        said = said or refused(outcome)
    raise CannotTry(f"选不了“{wish.choose}”：{said}")


def _paper(state: State, ident: str) -> dict[str, Any]:
    inject, spec = state.injects[ident], state.fixed.scenario_injects[ident]
    return {
        "title": inject.title,
        "sender": inject.sender,
        "text": inject.text,
        "to": [state.seats[seat].name for seat in inject.to if seat in state.seats],
        "delivered": inject.delivered,
        "reply_by": inject.reply_by,
        "options": [
            {"id": o.id, "text": o.text, "attention": o.attention, "money": o.cost_money} for o in spec.options
        ],
    }


def _desk(session: Session, seat: str) -> dict[str, Any]:
    """Return what a seat sees: its attention and the papers that wait for it."""
    view = session.glance(seat)
    waiting = [item for item in view.inbox if item.mine and item.record.state in ("delivered", "acknowledged")]
    return {
        "seat": seat,
        "name": view.seat.name if view.seat is not None else seat,
        "attention": view.seat.attention if view.seat is not None else 0,
        "papers": [
            {
                "id": item.record.id,
                "title": item.record.title,
                "text": item.record.text,
                "days_left": item.days_left,
                "options": [{"id": o.id, "text": o.text, "open": o.open} for o in item.options],
            }
            for item in waiting
        ],
    }


def _figures(state: State) -> dict[str, int]:
    sides = {"shown": shown_figures(state), "true": true_figures(state)}
    return {name: sides[side].get(name, 0) for name, side in FIGURES.items()}


def _what_came(session: Session, first: int) -> dict[str, Any]:
    """Return what the commands since `first` came to: decisions and lifecycle steps line by line, the rest counted."""
    lines: list[dict[str, str]] = []
    commands: dict[str, int] = {}
    for record in session.records(first):
        if record.source in ("bot", "human"):
            commands[record.kind] = commands.get(record.kind, 0) + 1
        lines += _lines(session.state, record)
    named = {say(f"command.{kind}") if has(f"command.{kind}") else kind: n for kind, n in commands.items()}
    return {"turn": session.state.turn, "day": session.state.day, "lines": lines, "commands": named}


def _lines(state: State, record: Record) -> Iterator[dict[str, str]]:
    seat = state.seats.get(record.seat)
    who = seat.name if seat is not None else "导调" if record.source == "instructor" else ""
    if record.kind == "choose_option":
        args = json.loads(record.args)
        spec = state.fixed.scenario_injects[args["inject"]]
        text = next((o.text for o in spec.options if o.id == args["option"]), args["option"])
        yield {"who": who, "kind": "choice", "ref": args["inject"], "text": f"{spec.title}：选“{text}”"}
    elif record.kind == "adjust":
        args = json.loads(record.args)
        yield {"who": who, "kind": "adjust", "ref": "", "text": f"{args['on']} {args['quantity']} {args['add']:+d}"}
    for event in record.events:
        if isinstance(event, Moved) and event.machine in TOLD and event.trigger not in ("come_due", "rectify"):
            table: Mapping[str, Any] = state.injects if event.machine == "inject" else state.problems
            title = table[event.id].title if event.id in table else event.id
            text = f"{title} → {label(event.machine, event.to)}"
            yield {"who": "", "kind": event.machine, "ref": event.id, "text": text}
        elif isinstance(event, PhaseEntered):
            phases: Sequence[Any] = [p for c in state.scenario.campaigns for p in c.phases]
            name = next((p.name for p in phases if p.id == event.phase), event.phase)
            yield {"who": "", "kind": "phase", "ref": event.phase, "text": f"进入阶段：{name}"}
