"""The title pages kept between starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import resources
from game.scenario import title_page
from game.ui.shelf import Shelf


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with one scenario in a folder."""
    folder = tmp_path / "scenarios" / "alpha"
    (folder / "seats").mkdir(parents=True)
    (folder / "scenario.yaml").write_text("id: alpha\ntitle: 甲\n", encoding="utf-8")
    (folder / "seats" / "one.yaml").write_text("id: one\npost: x\n", encoding="utf-8")
    monkeypatch.setattr(resources, "scenario_dir", lambda name: tmp_path / "scenarios" / name)
    return folder


def test_a_page_is_read_once(library, tmp_path, monkeypatch):
    """The next start takes it from the cache."""
    shelf = Shelf(tmp_path / "library.json")
    first = shelf.card("alpha")
    shelf.save()
    assert first is not None
    assert (first.title, first.seats[0].id) == ("甲", "one")

    monkeypatch.setattr(title_page, "read_card", lambda _: pytest.fail("read again"))
    assert Shelf(tmp_path / "library.json").card("alpha") == first


@pytest.mark.parametrize("file", ["scenario.yaml", "seats/one.yaml"])
def test_a_changed_file_is_read_anew(library, tmp_path, file):
    """A cached page never outlives the file it was read from."""
    shelf = Shelf(tmp_path / "library.json")
    before = shelf.card("alpha")
    shelf.save()
    (library / file).write_text("id: other\ntitle: 另一个\npost: y\n", encoding="utf-8")
    assert Shelf(tmp_path / "library.json").card("alpha") != before


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"format": 1}', '{"format": 1, "cards": {"x": {"card": {}}}}', '{"format": 99}']
)
def test_a_damaged_cache_costs_only_time(library, tmp_path, text):
    """Whatever stands in the file, the pages are shown."""
    path = tmp_path / "library.json"
    path.write_text(text, encoding="utf-8")
    card = Shelf(path).card("alpha")
    assert card is not None
    assert card.title == "甲"


def test_a_scenario_that_is_gone_has_no_page(library, tmp_path):
    """A name without files is no error."""
    assert Shelf(tmp_path / "library.json").card("beta") is None
