"""A memo saves work and changes nothing a viewer sees."""

from __future__ import annotations

import pytest

from game.bots.table import Table
from game.exercise.views.memo import Memo
from game.exercise.views.project import project
from game.session.library import load_scenario
from game.session.session import Session


@pytest.mark.ci
@pytest.mark.parametrize("turns", [3])
def test_a_view_with_a_memo_is_the_view_without(turns):
    """Command by command, for every seat, the instructor and the review, over turns in which much happens."""
    with Session.create(None, load_scenario("hundred-days").bundle, seed=7) as session:
        table = Table(session, "integrated")
        table.open()
        viewers = (*session.state.seats, "instructor", "review")
        memos = {viewer: Memo() for viewer in viewers}
        for _ in range(turns):
            for seat in table.bot_seats():
                table.play_seat(seat)
                for viewer in viewers:
                    assert project(session.state, viewer, memos[viewer]) == project(session.state, viewer), viewer
            session.submit("clock", "advance", {}, source="clock")


def test_a_memo_of_another_game_misleads_nobody():
    """What it remembers is compared record by record, so even the wrong memo gives the right view."""
    memo = Memo()
    bundle = load_scenario("hundred-days").bundle
    for seed in (1, 2):
        with Session.create(None, bundle, seed=seed) as session:
            table = Table(session, "routine")
            table.open()
            table.advance()
            for viewer in (*session.state.seats, "review"):
                assert project(session.state, viewer, memo) == project(session.state, viewer), viewer


def test_the_memo_is_used():
    """A place of which nothing new is known is the very same record again."""
    with Session.create(None, load_scenario("hundred-days").bundle, seed=7) as session:
        table = Table(session, "integrated")
        table.open()
        before = session.view("hq-director")
        assert table.play_seat("secretary")
        after = session.view("hq-director")
        assert before is not after
        assert sum(a is b for a, b in zip(before.villages, after.villages, strict=True)) > len(before.villages) // 2
