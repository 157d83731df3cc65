"""What a trial tells: the paper, a seat's desk, the figures, and what the commands of a turn came to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.authoring.trial_names import target_name
from game.exercise.events import Moved, PhaseEntered
from game.exercise.figures import shown_figures, true_figures
from game.exercise.lifecycles import label
from game.exercise.state import State
from game.exercise.texts import has, say
from game.session.outcome import Record
from game.session.session import Session

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


def paper(state: State, ident: str) -> dict[str, Any]:
    """Return an inject as its addressees read it."""
    inject, spec = state.injects[ident], state.fixed.scenario_injects[ident]
    return {
        "title": inject.title,
        "sender": inject.sender,
        "text": inject.text,
        "to": [state.seats[seat].name for seat in inject.to if seat in state.seats],
        "seats": [seat for seat in inject.to if seat in state.seats],
        "delivered": inject.delivered,
        "reply_by": inject.reply_by,
        "options": [
            {"id": o.id, "text": o.text, "attention": o.attention, "money": o.cost_money} for o in spec.options
        ],
    }


def desk(session: Session, seat: str) -> dict[str, Any]:
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


def figures(state: State) -> dict[str, int]:
    """Return the figures a trial is measured by."""
    sides = {"shown": shown_figures(state), "true": true_figures(state)}
    return {name: sides[side].get(name, 0) for name, side in FIGURES.items()}


def written(name: str, value: int) -> str:
    """Return a figure with its unit."""
    if name.endswith("_bp"):
        return f"{value / 100:.2f}%"
    return str(value) if name.startswith("problems") else f"{value / 10:.1f}%"


def what_came(session: Session, first: int, lang: str = "zh") -> dict[str, Any]:
    """Return what the commands since `first` came to: decisions and lifecycle steps line by line, the rest counted."""
    lines: list[dict[str, str]] = []
    commands: dict[str, int] = {}
    for record in session.records(first):
        if record.source in ("bot", "human"):
            commands[record.kind] = commands.get(record.kind, 0) + 1
        lines += _lines(session.state, record, lang)
    named = {say(f"command.{kind}", lang) if has(f"command.{kind}") else kind: n for kind, n in commands.items()}
    return {"turn": session.state.turn, "day": session.state.day, "lines": lines, "commands": named}


def _lines(state: State, record: Record, lang: str) -> Iterator[dict[str, str]]:
    seat = state.seats.get(record.seat)
    by_hand = say("trial.line.instructor", lang) if record.source == "instructor" else ""
    who = seat.name if seat is not None else by_hand
    if record.kind == "choose_option":
        args = json.loads(record.args)
        spec = state.fixed.scenario_injects[args["inject"]]
        option = next((o.text for o in spec.options if o.id == args["option"]), args["option"])
        text = say("trial.line.choice", lang, title=spec.title, option=option)
        yield {"who": who, "seat": record.seat, "kind": "choice", "ref": args["inject"], "text": text}
    elif record.kind == "adjust":
        args = json.loads(record.args)
        code = next((c for q in ("quantity", "need") if has(c := f"{q}.{args['quantity']}")), "")
        quantity = say(code, lang) if code else args["quantity"]
        text = f"{target_name(state, args['on'], lang)} {quantity} {args['add']:+d}"
        yield {"who": who, "seat": record.seat, "kind": "adjust", "ref": "", "text": text}
    for event in record.events:
        if isinstance(event, Moved) and event.machine in TOLD and event.trigger not in ("come_due", "rectify"):
            table: Mapping[str, Any] = state.injects if event.machine == "inject" else state.problems
            title = table[event.id].title if event.id in table else event.id
            text = say("trial.line.state", lang, title=title, state=label(event.machine, event.to, lang))
            yield {"who": "", "seat": "", "kind": event.machine, "ref": event.id, "text": text}
        elif isinstance(event, PhaseEntered):
            phases: Sequence[Any] = [p for c in state.scenario.campaigns for p in c.phases]
            name = next((p.name for p in phases if p.id == event.phase), event.phase)
            text = say("trial.line.phase", lang, phase=name)
            yield {"who": "", "seat": "", "kind": "phase", "ref": event.phase, "text": text}
