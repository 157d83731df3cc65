"""Bots see what a person at their seat sees, and nothing else."""

from __future__ import annotations

import gc
import inspect
from copy import deepcopy
from dataclasses import fields, replace
from types import FunctionType, MethodType, ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.bots import POLICIES, make_bot
from game.county.columns import Columns
from game.county.draws import Draws
from game.county.sums import VillageSums
from game.exercise.decide import parse
from game.exercise.refusals import Refusal
from game.exercise.state import Fixed, State
from game.exercise.views.project import glance
from game.exercise.views.shape import View
from game.exercise.views.sight import Sight
from game.session.journal import Journal
from game.session.session import Session

SECRET = (State, Fixed, Columns, VillageSums, Draws, Session, Journal, Sight)
CODE = (type, ModuleType, FunctionType, MethodType)
TABLES = [f.name for f in fields(View) if str(f.type).startswith("tuple[")]


def _reachable(root: object) -> list[object]:
    seen, todo = {}, [root]
    while todo:
        item = todo.pop()
        if id(item) in seen or isinstance(item, CODE):
            continue
        seen[id(item)] = item
        todo += gc.get_referents(item)
    return list(seen.values())


def _acts(view: View, seat: str | None = None) -> list[tuple[str, dict[str, object]]]:
    return [
        (act.kind, act.args)
        for policy in POLICIES
        for act in make_bot(policy, seat or view.viewer).decide(view)
    ]  # fmt: skip


def _keeps_its_secrets(view: View, session: Session) -> None:
    for item in _reachable(view):
        assert not isinstance(item, SECRET), type(item)
        assert item is not session.state.history
        assert not (isinstance(item, int) and item > 1 << 64), "that may be a seed"


def test_nothing_of_the_session_can_be_reached_from_a_view(played) -> None:
    """Following every reference of a view leads to no state, no columns, no draws, no journal and not to the seed."""
    _keeps_its_secrets(played.views[-3], played.session)


def test_nor_from_a_view_that_is_not_made_yet(played) -> None:
    """What bots are handed: with no part made, with some made by their habits, with all of them."""
    seat = next(iter(played.session.state.seats))
    view = glance(played.session.state, seat)
    assert view is not played.session.glance(seat)

    _keeps_its_secrets(view, played.session)
    acts = _acts(view)
    _keeps_its_secrets(view, played.session)
    assert acts == _acts(view.complete())
    _keeps_its_secrets(view, played.session)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_bot_holds_nothing_but_its_name_and_its_habits(policy: str) -> None:
    """Habits are plain functions without closures over anything, and a bot has no other attribute."""
    bot = make_bot(policy, "hq-director")

    assert set(vars(bot)) == {"policy", "seat", "_habits"}
    for habit in bot.steps():
        assert isinstance(habit, FunctionType)
        assert habit.__closure__ is None
        assert list(inspect.signature(habit).parameters) == ["view"]


def test_a_copied_view_brings_the_same_commands(played) -> None:
    """What a bot does hangs on the content of its view alone, and asking twice changes nothing."""
    for view in played.views:
        assert _acts(deepcopy(view)) == _acts(view) == _acts(view)


def test_bots_leave_their_view_as_it_is(played) -> None:
    """A bot changes nothing in what it is shown."""
    for view in played.views[-4:]:
        before = deepcopy(view)
        _acts(view)
        assert view == before


def test_every_command_a_bot_names_exists_and_fits_its_form(played) -> None:
    """No bot names an unknown command or an argument of the wrong form, played or asked."""
    assert played.tried
    asked = [act for view in played.views for act in _acts(view)]
    for kind, args in [*asked, *((kind, args) for _, kind, args in played.tried)]:
        command = parse(kind, args)
        assert not isinstance(command, Refusal), (kind, args, command)


@pytest.mark.parametrize("table", TABLES)
def test_any_one_table_may_be_empty(played, table: str) -> None:
    """With one table empty at any seat of any turn, bots end in commands that fit their form."""
    for view in played.views:
        for kind, args in _acts(replace(view, **{table: ()})):
            assert not isinstance(parse(kind, args), Refusal), (kind, args)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pick=st.integers(0, 999), empty=st.sets(st.sampled_from(TABLES)))
def test_bots_never_raise_whatever_is_missing(played, pick: int, empty: set[str]) -> None:
    """Views with any of their tables empty, as in a small or an early exercise, end in commands, not in an exception."""
    view = played.views[pick % len(played.views)]
    bare = replace(view, **dict.fromkeys(empty, ()))

    for kind, args in _acts(bare):
        assert not isinstance(parse(kind, args), Refusal)


def test_a_view_with_nothing_in_it_is_no_trouble(played) -> None:
    """All tables empty at once, at every seat."""
    for view in played.views:
        _acts(replace(view, **dict.fromkeys(TABLES, ())))
