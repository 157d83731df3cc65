"""Shares as people read them: one figure has one value, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots.table import Table
from game.county.evaluation import failed_gates, limits
from game.exercise.figures import share, shown_figures
from game.session.library import load_scenario
from game.session.session import Session

SHARES = ("incidence_recorded_bp", "approval")


@pytest.fixture(scope="module")
def played():
    """Give a game of some weeks, with what every seat sees in each of them."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=3) as session:
        table = Table(session, "integrated")
        table.open()
        weeks = []
        for _ in range(6):
            table.advance()
            weeks.append((shown_figures(session.state), {seat: session.glance(seat) for seat in session.state.seats}))
        yield weeks


@pytest.mark.parametrize("figure", SHARES)
def test_a_county_figure_is_what_the_record_of_that_moment_says(played, figure):
    """The chart's points are from the record and the large number is from today: their last digits agree.

    The county read 2.72% where its chart ended at 2.71%: one was rounded, the other cut.
    """
    for recorded, views in played:
        assert views["secretary"].figures[figure].value == recorded[figure]
        assert views["secretary"].figures[figure].course[-1][1] == recorded[figure]


def test_a_township_reads_the_same_on_the_map_as_on_record(played):
    """A township's own commander finds one share in the figures, on the map and in the record."""
    seen = 0
    for recorded, views in played:
        for view in views.values():
            kind, _, town = view.seat.scope.partition(":") if view.seat else ("", "", "")
            if kind == "township":
                here = next(t for t in view.townships if t.id == town)
                told = recorded[f"incidence_recorded_bp@{town}"]
                assert here.incidence_bp == view.figures["incidence_recorded_bp"].value == told
                seen += 1
    assert seen


@given(part=st.integers(0, 10**6), whole=st.integers(1, 10**6))
def test_a_share_is_never_shown_past_a_gate_that_it_has_not_passed(part: int, whole: int) -> None:
    """The digits shown and the exact share stand on the same side of "below 2%"."""
    part = min(part, whole)
    limit = limits()["composite"]
    shown = share(part, whole, 10_000)
    assert (shown < limit) == (part * 10_000 < limit * whole)
    assert ("composite" in failed_gates(shown, 0, 0, 10_000)) == (part * 10_000 >= limit * whole)
