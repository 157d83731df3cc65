"""A view whose parts are made when they are read is the view whose parts were made at once."""

from __future__ import annotations

import gc
import pickle
from copy import copy, deepcopy
from dataclasses import asdict, fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.bots import POLICIES
from game.bots.table import Table
from game.exercise.state import State
from game.exercise.views import later
from game.exercise.views.memo import Memo
from game.exercise.views.project import PARTS, glance, project
from game.exercise.views.shape import View
from game.session.library import load_scenario
from game.session.session import Session

NAMES = [item.name for item in fields(View)]
EVERYTHING = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def states() -> list[State]:
    """States of two games, from the lobby to the debrief, some of them in the middle of a turn."""
    found = []
    for name, policy, turns in (("first-order", "integrated", 99), ("hundred-days", "formalistic", 5)):
        with Session.create(None, load_scenario(name).bundle, seed=9) as session:
            table = Table(session, policy)
            found.append(session.state)
            table.open()
            for _ in range(turns):
                if session.state.session.state != "running":
                    break
                for seat in table.bot_seats():
                    table.play_seat(seat)
                    found.append(session.state)
                session.submit("clock", "advance", {}, source="clock")
            found.append(session.state)
    return found


def test_every_part_has_its_maker():
    """No field without one, and none for a field that does not exist."""
    assert sorted(PARTS) == sorted(NAMES)


@EVERYTHING
@given(data=st.data(), order=st.permutations(NAMES))
def test_the_order_of_reading_does_not_matter(states, data: st.DataObject, order: list[str]) -> None:
    """Any parts in any order, by any viewer of any state, with the memo of an earlier state or without."""
    at = data.draw(st.integers(1, len(states) - 1))
    before, state = states[at - 1], states[at]
    viewer = data.draw(st.sampled_from([*state.seats, "instructor", "review"]))
    memo = Memo() if data.draw(st.booleans()) else None
    if memo is not None and viewer in (*before.seats, "review", "instructor"):
        for name in data.draw(st.lists(st.sampled_from(NAMES), max_size=9)):
            getattr(glance(before, viewer, memo), name)

    view = glance(state, viewer, memo)
    whole = project(state, viewer)
    for name in order[: data.draw(st.integers(0, len(order)))]:
        assert getattr(view, name) == getattr(whole, name), name
    assert view == whole
    assert repr(view) == repr(whole)


def test_it_is_copied_pickled_and_compared_like_any_other(states):
    """Whoever does anything with a whole view has it made."""
    state = states[-1]
    seat = next(iter(state.seats))
    whole = project(state, seat)

    for again in (copy(glance(state, seat)), deepcopy(glance(state, seat)), pickle.loads(pickle.dumps(whole))):
        assert again == whole
    assert pickle.loads(pickle.dumps(glance(state, seat))) == whole
    assert asdict(glance(state, seat)) == asdict(whole)
    assert replace(glance(state, seat), day=-5) == replace(whole, day=-5)
    assert glance(state, seat) == glance(state, seat)
    assert glance(state, seat) != glance(states[-2], seat)


def test_a_view_can_still_not_be_written_to(states):
    """Nor does it have parts that no view has."""
    view = glance(states[0], "review")

    with pytest.raises(AttributeError):
        view.day = 3
    with pytest.raises(AttributeError):
        view.truth  # noqa: B018
    with pytest.raises(AttributeError):
        later.made(view, "__deepcopy__")
    with pytest.raises(KeyError):
        glance(states[0], "emperor")


def test_what_a_view_is_made_from_goes_with_it(states):
    """A view that is whole, or that nobody holds any more, keeps no state alive."""
    gc.collect()
    before = later.waiting()
    view, other = glance(states[0], "review"), glance(states[0], "instructor")
    assert later.waiting() == before + 2

    assert view.complete() is view
    assert later.waiting() == before + 1
    del other
    gc.collect()
    assert later.waiting() == before


@pytest.mark.parametrize("policy", POLICIES)
def test_bots_play_the_same_by_whole_views(policy):
    """The game does not hang on how its views were made."""
    chains = []
    for whole in (False, True):
        with Session.create(None, load_scenario("first-order").bundle, seed=4) as session:
            if whole:
                session.glance = lambda viewer, session=session: project(session.state, viewer)
            Table(session, policy).run_to_end()
            chains.append(session.chain)
    assert chains[0] == chains[1]


def test_two_sessions_share_nothing():
    """Turn and turn about or one after the other, each session shows what it would show alone."""
    bundle = load_scenario("hundred-days").bundle

    def shown(session: Session) -> list[View]:
        return [session.view(seat) for seat in session.state.seats]

    alone = []
    for seed in (1, 2):
        with Session.create(None, bundle, seed=seed) as session:
            table = Table(session)
            table.open()
            table.advance()
            alone.append(shown(session))
    with Session.create(None, bundle, seed=1) as one, Session.create(None, bundle, seed=2) as two:
        tables = [Table(one), Table(two)]
        for table in tables:
            table.open()
        for seats in zip(*(table.bot_seats() for table in tables), strict=True):
            for table, seat in zip(tables, seats, strict=True):
                table.play_seat(seat)
        for session in (one, two):
            session.submit("clock", "advance", {}, source="clock")
        assert [shown(one), shown(two)] == alone
