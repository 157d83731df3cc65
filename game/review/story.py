"""The course of an exercise as people tell it: commands, what they set off, turning points, reported against true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from game.exercise import lifecycles, stock
from game.exercise.catalogue import load_tasks
from game.exercise.entities import Contract, Order
from game.exercise.events import Evaluated, Event, Moved, PhaseEntered
from game.exercise.state import State
from game.exercise.texts import has, say
from game.exercise.views.report import STEP_LINES
from game.session.session import Session

SILENT = frozenset({"acknowledge_inject", "set_ready"})
"""Commands that tell nothing by themselves."""
NOT_TOLD = frozenset({("inject", "come_due"), ("order", "receive"), ("order", "execute"), ("problem", "rectify")})
"""Lifecycle steps that are mere bookkeeping."""
NO_TURN = frozenset({("orders", "report"), ("problems", "find"), ("problems", "claim"), ("injects", "deliver")})
"""Steps that are news in their week but turned nothing: what came of them did."""
POINTS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    seq: int
    day: int
    turn: int
    who: str
    """Name of the seat; empty for what the county did by itself."""
    kind: str
    """`command` or the lifecycle that moved."""
    ref: str
    """The entity it is about; empty where there is none."""
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A turning point."""

    turn: int
    day: int
    ref: str
    seq: int
    weight: int
    good: int
    text: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """One figure as recorded and as it truly was, turn by turn; `unit` as in views."""

    figure: str
    unit: str
    days: tuple[int, ...]
    shown: tuple[int, ...]
    true: tuple[int, ...]


PAIRS = (
    ("incidence", "incidence_recorded_bp", "incidence_true_bp", "bp"),
    ("gaps:food", "gaps:food", "gaps:food", "count"),
    ("gaps:water", "gaps:water", "gaps:water", "count"),
    ("gaps:housing", "gaps:housing", "gaps:housing", "count"),
    ("gaps:education", "gaps:education", "gaps:education", "count"),
    ("gaps:medical", "gaps:medical", "gaps:medical", "count"),
    ("gaps:relocation", "gaps:relocation", "gaps:relocation", "count"),
    ("gaps:livelihood", "gaps:livelihood", "gaps:livelihood", "count"),
    ("approval", "approval", "approval", "permille"),
)


def overlay(state: State) -> tuple[Overlay, ...]:
    """Return every figure that has both a recorded and a true course."""
    overlays = []
    for name, shown, true, unit in PAIRS:
        rows = [r for r in state.history if shown in r.shown and true in r.true]
        if rows:
            overlays.append(
                Overlay(
                    name,
                    unit,
                    tuple(r.day for r in rows),
                    tuple(r.shown[shown] for r in rows),
                    tuple(r.true[true] for r in rows),
                )
            )
    return tuple(overlays)


def order_words(order: Order, lang: str = "zh") -> str:
    """Return what an order says, or the name of its task where nobody wrote a word."""
    if order.text:
        return stock.read(order.text, lang)
    task = load_tasks().get(order.task)
    return order.task if task is None else task.zh if lang == "zh" else task.en


def object_words(state: State, contract: Contract, lang: str = "zh") -> str:
    """Return what a contract is about: a place by its name, or a field of work."""
    kind, _, name = contract.object.partition(":")
    if kind == "county":
        return "全县" if lang == "zh" else "The whole county"
    known: Iterable[Any] = {
        "zone": state.county.zones, "township": state.county.townships, "village": state.county.villages,
    }.get(kind, ())  # fmt: skip
    if found := next((place.name for place in known if place.id == name), ""):
        return str(found)
    return say(f"domain.{contract.object}", lang) if has(f"domain.{contract.object}") else contract.object


def title_of(state: State, machine: str, ref: str, lang: str = "zh") -> str:
    """Return what people call an entity of a lifecycle."""
    tables: dict[str, dict[str, Any]] = {
        "order": state.orders,
        "contract": state.contracts,
        "problem": state.problems,
        "supervision": state.visits,
        "inject": state.injects,
        "seat": state.seats,
    }
    record = tables.get(machine, {}).get(ref)
    if record is None:
        return ref
    if machine == "order":
        words = order_words(record, lang)
        return f"第{record.number}号 {words}" if lang == "zh" else f"No. {record.number} {words}"
    for field in ("title", "name", "duty"):
        if getattr(record, field, ""):
            return stock.read(str(getattr(record, field)), lang)
    if machine == "supervision" and state.county.has_township(record.township):
        return state.county.township(record.township).name
    return object_words(state, record, lang) if isinstance(record, Contract) else ref


def _event_entry(state: State, event: Event, seq: int, day: int, turn: int, lang: str) -> Entry | None:
    if isinstance(event, Moved):
        if event.machine in ("session", "campaign") or (event.machine, event.trigger) in NOT_TOLD:
            return None
        what = lifecycles.label(event.machine, event.to, lang)
        text = f"{title_of(state, event.machine, event.id, lang)} → {what}"
        return Entry(seq, day, turn, "", event.machine, event.id, text)
    if isinstance(event, PhaseEntered):
        name = next(
            (
                p.name
                for c in state.scenario.campaigns
                if c.id == event.campaign
                for p in c.phases
                if p.id == event.phase
            ),
            lifecycles.label("campaign", event.state, lang),
        )
        return Entry(
            seq, day, turn, "", "campaign", event.phase, f"进入阶段：{name}" if lang == "zh" else f"Phase: {name}"
        )
    if isinstance(event, Evaluated):
        e = event.evaluation
        verdict = ("通过" if e.passed else "未通过") if lang == "zh" else ("passed" if e.passed else "failed")
        text = f"退出评估{verdict}" if lang == "zh" else f"Exit evaluation {verdict}"
        return Entry(seq, day, turn, "", "evaluation", "", text)
    return None


def story(session: Session, lang: str = "zh") -> tuple[Entry, ...]:
    """Return the timeline of a session: accepted commands and the steps they set off, oldest first."""
    state = session.state
    entries: list[Entry] = []
    for record in session.records():
        seat = state.seats.get(record.seat)
        who = seat.name if seat else ""
        if record.seq and record.kind not in SILENT and record.source != "clock":
            code = f"command.{record.kind}"
            name = say(code, lang) if has(code) else record.kind
            entries.append(Entry(record.seq, record.day, record.turn, who, "command", "", name))
        for event in record.events:
            entry = _event_entry(state, event, record.seq, record.after, record.turn, lang)
            if entry is not None and record.seq:
                entries.append(entry)
    return tuple(entries)


def _moment_title(state: State, record: Any, lang: str) -> str:
    if isinstance(record, Order):
        return order_words(record, lang)
    return object_words(state, record, lang) if isinstance(record, Contract) else str(record.title)


def turning_points(state: State, most: int = POINTS, lang: str = "zh") -> tuple[Moment, ...]:
    """Return the moments that mattered most, at most one an entity, in the order they happened."""
    found: list[Moment] = []
    turn_days = state.scenario.turn.days
    tables: dict[str, Iterable[Any]] = {
        "problems": state.problems.values(),
        "orders": state.orders.values(),
        "contracts": state.contracts.values(),
        "injects": state.injects.values(),
    }
    for table, records in tables.items():
        for record in records:
            best: Moment | None = None
            for step in record.steps:
                weight, good = STEP_LINES[table].get(step.what, (0, 0))
                if (table, step.what) in NO_TURN:
                    continue
                weight += 5 * (getattr(record, "severity", 1) - 1)
                if weight and (best is None or weight > best.weight):
                    title = _moment_title(state, record, lang)
                    text = say(f"report.{table}.{step.what.rstrip('_')}", lang, title=title)
                    best = Moment(max(1, -(-step.day // turn_days)), step.day, record.id, step.seq, weight, good, text)
            if best is not None:
                found.append(best)
    ranked = sorted(found, key=lambda m: (-m.weight, m.day, m.ref))
    # What went well teaches as much as what went wrong: it gets its share of the places
    wins = [m for m in ranked if m.good > 0][: most * 2 // 5]
    rest = [m for m in ranked if m not in wins]
    heaviest = [*wins, *rest][:most]
    return tuple(sorted(heaviest, key=lambda m: (m.day, -m.weight)))


def by_turn(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """Return the entries of each turn."""
    turns: dict[int, list[Entry]] = {}
    for entry in entries:
        turns.setdefault(entry.turn, []).append(entry)
    return turns
