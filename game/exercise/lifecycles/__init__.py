"""The eight lifecycles as data, compiled once with `transitions`; they say only whether a step is legal and where to.

Entities are never bound to a machine: the compiled table answers, and `transitions` builds, checks and draws it.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from transitions import Machine

logging.getLogger("transitions").setLevel(logging.WARNING)

NAMES = ("session", "campaign", "order", "contract", "problem", "supervision", "inject", "seat")


class LifecycleError(ValueError):
    """A table of states that does not hold together."""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """One compiled lifecycle."""

    name: str
    initial: str
    ends: frozenset[str]
    labels: dict[str, dict[str, str]]
    """State -> language -> name."""
    table: dict[tuple[str, str], str]
    """(state, trigger) -> state reached."""
    machine: Machine

    @property
    def states(self) -> tuple[str, ...]:
        """All states, in the order of the table."""
        return tuple(self.labels)


def compile_table(name: str, data: dict[str, object]) -> Lifecycle:
    """Compile one table; `LifecycleError` names the fault where it does not hold together.

    Checked: every state is named and can be reached, every trigger leads somewhere, every life can reach an end.
    """
    labels: dict[str, dict[str, str]] = data["states"]  # type: ignore[assignment]
    triggers: dict[str, tuple[list[str], str]] = data["triggers"]  # type: ignore[assignment]
    initial, ends = str(data["initial"]), frozenset(data["end"])  # type: ignore[call-overload]
    table: dict[tuple[str, str], str] = {}
    for trigger, (sources, target) in triggers.items():
        if not sources:
            raise LifecycleError(f"{name}: trigger {trigger} starts nowhere")
        for source in sources:
            table[source, trigger] = target
    known = set(labels)
    used = {initial, *ends, *(state for state, _ in table), *table.values()}
    if used - known:
        raise LifecycleError(f"{name}: unnamed states {sorted(used - known)}")
    for state, names in labels.items():
        if not names.get("zh") or not names.get("en"):
            raise LifecycleError(f"{name}: state {state} lacks a name")
    reached = _closure({initial}, table)
    if known - reached:
        raise LifecycleError(f"{name}: unreachable states {sorted(known - reached)}")
    stuck = [state for state in known if ends and not _closure({state}, table) & ends]
    if stuck:
        raise LifecycleError(f"{name}: no end from {sorted(stuck)}")
    machine = Machine(
        model=None,
        states=list(labels),
        initial=initial,
        auto_transitions=False,
        transitions=[
            {"trigger": trigger, "source": source, "dest": target} for (source, trigger), target in table.items()
        ],
    )
    return Lifecycle(name, initial, ends, labels, table, machine)


def _closure(start: set[str], table: dict[tuple[str, str], str]) -> set[str]:
    reached, frontier = set(start), list(start)
    while frontier:
        state = frontier.pop()
        for (source, _), target in table.items():
            if source == state and target not in reached:
                reached.add(target)
                frontier.append(target)
    return reached


@cache
def machines() -> dict[str, Lifecycle]:
    """Return all lifecycles by name, compiled once."""
    text = files("game.exercise.lifecycles").joinpath("tables.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {name: compile_table(name, tables[name]) for name in NAMES}


def next_state(machine: str, state: str, trigger: str) -> str | None:
    """Return where a trigger leads from a state, or None where it is not legal there."""
    return machines()[machine].table.get((state, trigger))


def triggers(machine: str, state: str) -> tuple[str, ...]:
    """Return the triggers that are legal in a state, in the order of the table."""
    return tuple(trigger for (source, trigger) in machines()[machine].table if source == state)


def is_over(machine: str, state: str) -> bool:
    """Whether a life may rest in that state for good."""
    return state in machines()[machine].ends


def label(machine: str, state: str, lang: str = "zh") -> str:
    """Return a state's name for people."""
    return machines()[machine].labels[state][lang]


def mermaid(machine: str, lang: str = "zh") -> str:
    """Return the lifecycle as a Mermaid state diagram."""
    life = machines()[machine]
    lines = ["stateDiagram-v2", "  direction LR"]
    lines += [f"  {state}: {names[lang]}" for state, names in life.labels.items()]
    lines.append(f"  [*] --> {life.initial}")
    lines += [f"  {source} --> {target}: {trigger.rstrip('_')}" for (source, trigger), target in life.table.items()]
    lines += [f"  {state} --> [*]" for state in life.labels if state in life.ends]
    return "\n".join(lines) + "\n"
