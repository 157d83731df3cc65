"""The map of the instructor and the review: as reported, as true, and how far the report flatters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from uihelp import assert_named, assert_not_clipped, settle

from game.bots.table import Table
from game.exercise.views.truth import truth_of
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.county_map.columns import columns_of, value_of
from game.ui.county_map.truth import SIDES, apart, sided_layers
from game.ui.county_map.zones import zones_of
from game.ui.prompts import Prompts
from game.ui.review import open_review
from game.ui.settings import Settings


@pytest.fixture(scope="module")
def played():
    """Some weeks of an exercise that goes on."""
    session = Session.create(None, load_scenario("hundred-days").bundle, seed=5, humans=[])
    table = Table(session)
    table.open()
    for _ in range(3):
        table.advance()
    yield session
    session.close()


@pytest.fixture
def page(played, theme, qapp, qtbot):
    made = open_review(played, theme, Settings(), Prompts(), over=False)
    made.show_part("replay")
    settle(made)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: not made.replay.frames._going, timeout=5000)
    made.deleteLater()


def sides_of(page, name: str):
    """Return a layer's three sides, and the view they show."""
    frame, names = page.replay.shown, page._names
    layer = next(one for one in sided_layers(names, frame.view, frame.truth, "gap") if one.id == name)
    return layer.sides, frame


@pytest.mark.parametrize("name", ["incidence", "problems", "approval", "gap-water", "gap-livelihood"])
def test_the_difference_is_the_truth_less_the_record(page, name):
    """For zones, townships and villages alike; darker is where the record flatters more."""
    (shown, true, gap), frame = sides_of(page, name)
    rows = [*zones_of(frame.view), *frame.view.townships, *frame.view.villages]
    for row in rows:
        told, truly, apart_by = (value_of(layer, row) for layer in (shown, true, gap))
        assert apart_by == (told - truly if name == "approval" else truly - told)
        assert gap.show(apart_by) == apart(shown, told, truly)
        assert gap.knows(apart_by)


def test_what_was_never_reported_has_no_difference(page):
    """A village of which nothing is on record is not said to be hiding something."""
    (_, _, gap), frame = sides_of(page, "gap-water")
    silent = replace(frame.view.villages[0], as_of=-1)
    assert not gap.knows(gap.of_village(silent))
    assert gap.show(gap.of_village(silent)) == "—"


def test_the_true_side_is_the_truth(page, played):
    """The map says of a place what the state of that day says."""
    truth = truth_of(played.state)
    page.replay.show_side("true")
    town = played.state.county.townships[1]
    assert (
        page.replay.county.current.township(next(t for t in page.replay.shown.view.townships if t.id == town.id))
        == truth.of(town.id).incidence_bp
    )


@pytest.mark.parametrize("side", SIDES)
def test_a_tooltip_tells_all_three(page, side, played):
    """Whichever side gives the colours."""
    page.replay.show_side(side)
    words = page.replay.map.describe(f"township:{played.state.county.townships[0].id}")
    assert all(word in words for word in ("账面：", "真实：", "真实减账面："))


def test_the_list_has_all_three_side_by_side(page):
    """Whoever cannot see colours reads the three figures in a row."""
    headers = [column.header for column in columns_of(page.replay.county.current, page._names)]
    assert headers[2:5] == ["账面", "真实", "真实减账面"]
    page.replay.county._faces._buttons["list"].click()
    assert page.replay.county.list.model().rowCount() > 6


def test_layers_nobody_reports_have_one_side(page):
    """Pressure is not reported, so there is nothing to choose; incidence is."""
    replay = page.replay
    replay.county.layer.setCurrentIndex(replay.county.layer.findData("pressure"))
    assert not replay.side.isEnabled()
    assert replay.side.toolTip()
    replay.county.layer.setCurrentIndex(replay.county.layer.findData("formalism"))
    assert not replay.side.isEnabled()
    replay.county.layer.setCurrentIndex(replay.county.layer.findData("incidence"))
    assert replay.side.isEnabled()


def test_the_layer_stays_when_the_side_or_the_week_changes(page, qtbot):
    """One looks at one thing from several sides and through time."""
    replay = page.replay
    qtbot.waitUntil(lambda: replay.frames.whole, timeout=5000)
    replay.county.layer.setCurrentIndex(replay.county.layer.findData("gap-water"))
    for side in SIDES:
        replay.side._buttons[side].click()
        for turn in (0, 2):
            replay.go_to_turn(turn)
            assert (replay.county.current.id, replay.side.current) == ("gap-water", side)


def test_a_place_shows_both_books_and_what_no_book_has(page, played):
    """A village with a problem nobody found: its name, its place, its root."""
    hidden = next(p for p in played.state.problems.values() if p.state == "latent")
    page.replay.parts._buttons["week"].click()
    page.replay.county.focus_on(f"village:{hidden.village}")
    assert page.replay.parts.current == "place"
    words = "\n".join(part.text() for part in page.replay.sheet.findChildren(QLabel))
    for said in (hidden.title, hidden.root, "没人发现", "账面", "真实", "差"):
        assert said in words


def test_another_place_has_other_figures(page, played):
    """Zone, township, village and county each say their own."""
    towns = played.state.county.townships
    seen = set()
    for place in (
        "",
        f"township:{towns[0].id}",
        f"township:{towns[1].id}",
        f"village:{played.state.county.villages[4].id}",
    ):
        page.replay.county.focus_on(place)
        seen.add("\n".join(part.text() for part in page.replay.sheet.findChildren(QLabel)))
    assert len(seen) == 4


def test_what_goes_on_has_no_score(page):
    """An instructor sees the county, not a verdict on what is not over."""
    assert set(page._order) == {"replay", "overlay", "events"}
    assert not page.export.isVisibleTo(page)


@pytest.mark.parametrize("scale", [100, 200])
def test_all_of_it_can_be_read(played, theme, qapp, scale, qtbot):
    """At ordinary and at the largest type, by name and without clipped words."""
    theme.apply(qapp, scale=scale)
    made = open_review(played, theme, Settings(), Prompts(), over=False)
    made.show_part("replay")
    for side in SIDES:
        made.replay.show_side(side)
        made.replay.county.focus_on(f"township:{played.state.county.townships[0].id}")
        settle(made)
        assert_not_clipped(made)
    assert_named(made)
    made.hide()
    qtbot.waitUntil(lambda: not made.replay.frames._going, timeout=5000)
    made.deleteLater()
