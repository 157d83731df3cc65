"""The eight lifecycles: each transition, and nothing else, is legal; bad tables are refused."""

from __future__ import annotations

import copy
import tomllib
from importlib.resources import files

import pytest
from transitions import MachineError

from game.exercise.lifecycles import LifecycleError, compile_table, is_over, machines, mermaid, next_state, triggers

STEPS = [
    (name, state, trigger, target)
    for name, life in machines().items()
    for (state, trigger), target in life.table.items()
]
ALL_PAIRS = [
    (name, state, trigger)
    for name, life in machines().items()
    for state in life.states
    for trigger in sorted({t for _, t in life.table})
]


class Body:
    """A bare thing with a state, as the library wants one."""

    def __init__(self, state: str) -> None:
        self.state = state


@pytest.mark.parametrize(("name", "state", "trigger", "target"), STEPS)
def test_every_transition_of_the_tables_is_taken(name: str, state: str, trigger: str, target: str) -> None:
    """Each row of each table leads where it says, by the table and by the library alike."""
    body = Body(state)
    machines()[name].machine.events[trigger].trigger(body)

    assert target == next_state(name, state, trigger)
    assert target == body.state
    assert trigger in triggers(name, state)


@pytest.mark.parametrize(("name", "state", "trigger"), [p for p in ALL_PAIRS if next_state(*p) is None])
def test_what_is_not_in_the_table_is_refused(name: str, state: str, trigger: str) -> None:
    """A trigger that a state does not know leads nowhere and raises in the library."""
    body = Body(state)
    with pytest.raises(MachineError):
        machines()[name].machine.events[trigger].trigger(body)

    assert state == body.state


@pytest.mark.parametrize("name", list(machines()))
def test_no_back_doors(name: str) -> None:
    """The library adds no `to_<state>` jumps that go round the rules."""
    assert not [event for event in machines()[name].machine.events if event.startswith("to_")]


@pytest.mark.parametrize("name", list(machines()))
def test_drawings_name_every_state(name: str) -> None:
    """The Mermaid picture carries each state's Chinese name."""
    drawing = mermaid(name)

    assert all(names["zh"] in drawing for names in machines()[name].labels.values())


def test_ends_have_no_way_out_but_the_named_ones() -> None:
    """A signed-off problem may only rebound, a revoked order and an archived session stay so."""
    assert triggers("problem", "closed") == ("rebound",)
    assert triggers("order", "revoked") == ()
    assert triggers("session", "archived") == ()
    assert is_over("contract", "breached")


def _table(name: str) -> dict:
    text = files("game.exercise.lifecycles").joinpath("tables.toml").read_text(encoding="utf-8")
    return copy.deepcopy(tomllib.loads(text)[name])


def test_lint_names_an_unreachable_state() -> None:
    """A state nothing leads to is a fault of the table."""
    table = _table("order")
    table["states"]["lost"] = {"zh": "失联", "en": "lost"}
    with pytest.raises(LifecycleError, match="lost"):
        compile_table("order", table)


def test_lint_names_an_unnamed_state() -> None:
    """A trigger to a state without a name is a fault of the table."""
    table = _table("order")
    table["triggers"]["report"] = [["executing"], "nowhere"]
    with pytest.raises(LifecycleError, match="nowhere"):
        compile_table("order", table)


def test_lint_names_a_state_without_end() -> None:
    """A state from which no end can be reached is a fault of the table."""
    table = _table("session")
    table["states"]["limbo"] = {"zh": "悬置", "en": "limbo"}
    table["triggers"]["lose"] = [["running"], "limbo"]
    with pytest.raises(LifecycleError, match="limbo"):
        compile_table("session", table)


def test_lint_names_a_state_without_chinese_name() -> None:
    """Every state is shown to people and needs its Chinese name."""
    table = _table("seat")
    table["states"]["human"]["zh"] = ""
    with pytest.raises(LifecycleError, match="human"):
        compile_table("seat", table)
