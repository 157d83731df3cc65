"""What a turn report compares: figures against the turn before, and only where that turn had them."""

from __future__ import annotations

import pytest

from game.bots.table import Table
from game.exercise.views.figures import OF_A_TURN
from game.session.library import load_scenario
from game.session.session import Session


@pytest.fixture(scope="module")
def begun():
    """Give a table of bots that have played the first turn."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=1) as session:
        table = Table(session, "integrated")
        table.open()
        table.advance()
        yield table


def test_the_first_turn_is_compared_with_nothing_that_was_not_yet(begun):
    """Load and hours come of a turn's work; before the first turn nobody had worked, which is no good news to lose."""
    view = begun.session.glance("secretary")
    for name in OF_A_TURN:
        assert [day for day, _ in view.figures[name].course] == [view.day], name
    assert len(view.figures["pressure"].course) == 2
    moved = {line.params["figure"] for line in view.report.lines if "figure" in line.params}
    assert "incidence_recorded_bp" in moved
    assert not moved & OF_A_TURN


def test_from_the_second_turn_on_all_figures_are_compared(begun):
    """Another turn, and each course has grown by one day."""
    begun.advance()
    view = begun.session.glance("secretary")
    for name in OF_A_TURN:
        assert len(view.figures[name].course) == 2, name


@pytest.mark.parametrize("seat", ["secretary", "north-commander", "qingshan-commander"])
def test_shares_are_weighed_by_people_in_the_course_as_in_the_figure(begun, seat):
    """What a commander of several townships reads is one figure: its course ends where it stands, but for new sights.

    With townships weighed alike, a zone whose figure had not moved was told of a fall.
    """
    for _ in range(3):
        begun.advance()
        view = begun.session.glance(seat)
        for name in ("incidence_recorded_bp", "approval"):
            figure = view.figures[name]
            assert abs(figure.value - figure.course[-1][1]) <= 2, (name, figure)
            assert figure.moved == figure.value - figure.course[-2][1]
