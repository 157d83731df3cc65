"""The certificate's coverage on the branch graph: how often each inject came, in the bar, in words, and when it is old."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from uihelp import settle

from game.authoring.typical import Setting
from game.exercise.problem_types import load_problem_types
from game.resources import scenario_dir
from game.scenario.findings import Fix
from game.ui.editor.coverage import coverage_of, percent, short_words
from game.ui.seal import Seal

CERTIFICATE = json.loads((scenario_dir("hundred-days") / "certificate.json").read_text(encoding="utf-8"))


def opened(page):
    page.resize(1280, 800)
    page.show()
    page.show_view("graph")
    settle(page)
    page.checking.now()
    settle(page)
    return page.views["graph"]


@pytest.fixture
def certified(large):
    """The hundred days as one's own, with the certificate it was shipped with."""
    target = large / "certificate.json"
    target.write_text(json.dumps(CERTIFICATE, ensure_ascii=False), encoding="utf-8")
    return large


def rows() -> dict[str, dict]:
    return {row["id"]: row for row in CERTIFICATE["injects"]}


def test_every_inject_says_how_often_it_came(open_page, certified):
    """As the certificate has it, in the words of the box; by every policy where it came at all."""
    page = open_page(certified)
    view = opened(page)
    assert view.coverage is not None
    assert not view.coverage.outdated
    words = {box.key: box.words for box in view.chart.boxes}
    for ident, row in rows().items():
        coming = view.coverage.injects[ident]
        assert coming.share == row["fired"]
        if row["fired"]:
            assert percent(row["fired"]) in words[ident]
            assert "统合" in words[ident]
            assert "选项抽签" in words[ident]
    assert "手动放出" in words["reporter-at-gate"]
    assert "真人" in words["letter-lands"]
    assert "151" in view.hint.text()
    page.project.discard()


def test_what_never_came_is_not_what_people_must_bring():
    """By hand, or behind a command of people only, is no fault; never in any run is."""
    base = {"id": "x", "fired": 0.0, "fired_by": {"integrated": 0.0}, "by_hand": False, "untried": ""}
    for change, word, never in (
        ({}, "没来过", True),
        ({"by_hand": True}, "等人来", False),
        ({"untried": "send_letter"}, "等人来", False),
    ):
        told = {**CERTIFICATE, "injects": [{**base, **change}]}
        found = coverage_of(Seal("passed", told))
        assert short_words(found.injects["x"]) == word
        assert found.injects["x"].never is never


def test_only_always_is_all_and_only_never_is_nothing():
    """Rounding hides neither a miss nor a hit."""
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "1%", "50%", "99%", "100%"]


def test_the_picture_is_painted(open_page, certified):
    """A box with its bar looks different from one without."""
    page = open_page(certified)
    view = opened(page)
    with_bars = view.chart.viewport().grab().toImage()
    view.chart.show_graph(view.chart.graph, None)
    settle(page)
    assert view.chart.viewport().grab().toImage() != with_bars
    page.project.discard()


def test_a_changed_text_makes_it_old_and_a_broken_one_keeps_it(open_page, certified):
    """What was added since says so; the bars stay as long as nothing newer is there."""
    page = open_page(certified)
    view = opened(page)
    setting = Setting(id="later", to=("water-chief",), objective="loop", day=14)
    assert page.adding.add(load_problem_types()["iW4"], setting)
    page.show_view("graph")
    page.checking.now()
    settle(page)
    assert view.coverage.outdated
    assert "改过" in view.hint.text()
    assert "才加的" in next(box.words for box in view.chart.boxes if box.key == "later")
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    page.checking.now()
    settle(page)
    assert view.coverage is not None
    page.project.discard()


def test_without_a_certificate_the_graph_says_what_one_would_show(open_page, large):
    """No bars, and a word on how to get them."""
    (large / "certificate.json").unlink(missing_ok=True)
    page = open_page(large)
    view = opened(page)
    assert view.coverage is None
    assert "认证以后" in view.hint.text()
    page.project.discard()


def test_a_new_certificate_is_painted_at_once(open_page, large):
    """When the dialog has written one, the graph in front follows."""
    (large / "certificate.json").unlink(missing_ok=True)
    page = open_page(large)
    view = opened(page)
    made = {**CERTIFICATE, "made": datetime.now().astimezone().isoformat()}
    (large / "certificate.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    page.tools.certified.emit()
    assert view.coverage is not None
    page.project.discard()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"injects": 3},
        {"injects": [{}]},
        {"injects": [], "scores": 1, "made": "", "covering": 0},
        {"injects": [None]},
    ],
)
def test_a_certificate_of_another_make_is_none(told):
    """Whatever lies there, the graph is drawn."""
    assert coverage_of(Seal("passed", told)) is None
