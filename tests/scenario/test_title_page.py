"""The title page of a scenario: quick to read, the same as the checked scenario says, there even for a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.resources import list_scenarios, scenario_dir
from game.scenario.card import card_of
from game.scenario.title_page import read_card
from game.session.library import load_scenario


@pytest.mark.parametrize("name", list_scenarios())
def test_the_title_page_says_what_the_checked_scenario_says(name):
    """Whoever chooses by the title page gets that scenario."""
    scenario = load_scenario(name).scenario
    assert scenario is not None
    assert read_card(scenario_dir(name)) == card_of(scenario)


def test_a_broken_scenario_has_a_title_page(tmp_path: Path):
    """What can be read is shown; the rest is empty."""
    path = tmp_path / "torn.yaml"
    path.write_text(
        "id: torn\ntitle: 半本\nminutes: 很久\nseats:\n  - id: a\n    post: 3\nobjectives: {\n", encoding="utf-8"
    )
    card = read_card(path)
    assert card is not None
    assert (card.title, card.minutes, card.turns, card.objectives) == ("半本", 0, 0, ())
    assert [seat.id for seat in card.seats] == ["a"]


@pytest.mark.parametrize("text", ["", "- 1\n", "just words", "\x00", "a: &a [*a]\nturn: 3\nseats: 4\n"])
def test_any_file_is_read_or_has_none(tmp_path: Path, text: str):
    """A hostile or empty file never raises."""
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    card = read_card(path)
    assert card is None or card.title == ""


def test_no_file_has_no_title_page(tmp_path: Path):
    """A folder without a scenario is nothing."""
    assert read_card(tmp_path) is None
