"""The branch graph, the phases and the changes: what they draw, where a press leads, and what a broken text leaves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from uihelp import settle

from game.authoring.changes import changes
from game.authoring.draft_tree import draft_tree
from game.authoring.patches import delete, set_value, together
from game.resources import scenario_dir
from game.scenario.files import read_path
from game.scenario.findings import Fix
from game.ui.editor.branches import branches, lay_out
from game.ui.editor.changes_view import said
from game.ui.editor.checking import check
from game.ui.editor.contract import Draft
from game.ui.editor.graph_canvas import link_words
from game.ui.editor.registry import view_classes
from game.ui.editor.states_canvas import steps
from game.ui.theme import Theme

TEXT = """
seats: [{id: x, name: 甲}]
injects:
  - {id: a, title: 甲, trigger: {at: 1}, options: [{id: p, then: c}, {id: q}]}
  - {id: b, title: 乙, trigger: {after: a, outcome: q, delay: 2}}
  - {id: c, title: 丙, trigger: {by_hand: true}}
  - {id: d, title: 丁, trigger: {when: 'resolved("a") and chose("a", "p")'}}
  - {id: e, title: 戊, trigger: {after: f}}
  - {id: f, title: 己, trigger: {after: e}}
  - {id: g, title: 庚, trigger: {after: a, outcome: escalated}}
  - {id: h, title: 辛, trigger: {after: g}}
  - {id: i, title: 壬, trigger: {chance: 5}}
"""


def test_links_and_what_is_out_of_reach():
    """Chains, choices and questions are links; a circle without a way in and an end that cannot come are out of reach."""
    graph = branches(draft_tree({"scenario.yaml": TEXT}))
    assert {(link.first, link.then, link.kind, link.said) for link in graph.links} == {
        ("a", "b", "after", "q"), ("a", "c", "option", "p"), ("a", "d", "asks", "resolved"),
        ("a", "d", "asks", "chose p"), ("f", "e", "after", "delivered"), ("e", "f", "after", "delivered"),
        ("a", "g", "after", "escalated"), ("g", "h", "after", "delivered"),
    }  # fmt: skip
    assert {knot.id for knot in graph.knots if knot.unreachable} == {"e", "f", "g", "h"}
    assert [knot.id for knot in graph.single] == ["i"]
    layer = {knot.id: knot.layer for knot in graph.linked}
    assert layer["a"] == 0
    assert layer["b"] == layer["c"] == layer["d"] == layer["g"] == 1
    assert layer["h"] == 2


NAMES = tuple("abcdefgh")


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14))
def test_no_two_injects_share_a_place_and_links_lead_to_the_right(edges):
    """Whatever leads to what, circles too: every linked name has a place of its own, and without circles links go on."""
    spots = lay_out(NAMES, edges)
    linked = {name for a, b in edges if a != b for name in (a, b)}
    assert set(spots) == linked
    assert len(set(spots.values())) == len(spots)
    ordered = [(a, b) for a, b in edges if a < b]
    places = lay_out(NAMES, ordered)
    assert all(places[a][0] < places[b][0] for a, b in ordered)


@pytest.mark.parametrize("name", ["hundred-days", "t-county-2014-2020", "first-order"])
def test_a_shipped_scenario_has_nothing_out_of_reach(name):
    """Every inject is in the graph and can come."""
    tree = draft_tree(read_path(scenario_dir(name)).bundle)
    graph = branches(tree)
    assert [knot.id for knot in graph.knots] == [inject["id"] for inject in tree.root.plain()["injects"]]
    assert not any(knot.unreachable for knot in graph.knots)
    assert steps(tree)[0].first == 0


def opened(page, name: str):
    page.resize(1280, 720)
    page.show()
    page.show_view(name)
    settle(page)
    page.checking.now()
    settle(page)
    return page.views[name]


def test_a_press_on_an_inject_goes_to_the_text(open_page, large):
    """A click on a box, or arrows and Enter, show the inject's first line."""
    page = open_page(large)
    view = opened(page, "graph")
    box = view.chart.box("tap-video")
    spot = (box.rect.center() - view.chart.shift()).toPoint()
    QTest.mouseClick(view.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.stack.currentWidget() is page.text
    assert "tap-video" in page.text.area.textCursor().block().text()
    opened(page, "graph")
    view.chart.choose("taps-dry")
    QTest.keyClick(view.chart, Qt.Key.Key_Right)
    assert view.chart.current == "tap-video"
    assert "十五秒的空龙头" in view.chart.accessibleDescription()


@pytest.mark.parametrize("name", ["graph", "timeline"])
def test_what_starts_an_inject_is_told_in_words(open_page, large, name):
    """A condition reads as a sentence, and the inject it asks about stands there by its title."""
    chart = opened(open_page(large), name).chart
    words = next(box.words for box in chart.boxes if box.key.endswith("tap-video"))
    assert "“龙头拧开，没有水”还没有办结" in words
    assert "resolved" not in words
    assert any("四十吨刺梨下树" in box.words for box in chart.boxes if box.key.endswith("quota-again"))


def test_the_graph_follows_the_text_and_outlives_its_errors(open_page, large):
    """A new link is drawn after the check; with a broken text the last graph stays, marked as old, until it is mended."""
    page = open_page(large)
    view = opened(page, "graph")
    count = len(view.chart.graph.links)
    fixes = set_value(page.workbook.texts(), "injects[tap-video].options[go-there].then", "subsidy-unpaid")
    assert page.workbook.apply(fixes)
    page.checking.now()
    settle(page)
    assert len(view.chart.graph.links) == count + 1
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    page.checking.now()
    settle(page)
    assert view.old.isVisible()
    assert len(view.chart.graph.links) == count + 1
    assert view.stack.currentWidget() is view.chart
    page.workbook.undo("scenario.yaml")
    page.checking.now()
    settle(page)
    assert not view.old.isVisible()


def test_phases_stand_in_order_with_what_leads_on(open_page, large):
    """Five phases from top to bottom, their conditions between them; a press on a condition goes to its line."""
    page = open_page(large)
    chart = opened(page, "states").chart
    assert [step.id for step in chart.steps] == ["muster", "screen", "assault", "verify", "hold"]
    tops = [chart.box(str(number)).rect.top() for number in range(5)]
    assert tops == sorted(tops)
    assert "发现问题不少于14个" in chart.box("1/exit").words
    assert "已销号问题不少于24个" in chart.box("3/enter").words
    assert chart.box("0/enter") is None
    chart.choose("3/enter")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert page.text.area.textCursor().block().text().strip().startswith("enter: day >= 63")


def test_changes_are_told_in_the_scenarios_words(open_page, large):
    """A number, a seat more, an inject gone: a line each; saving makes them the past."""
    page = open_page(large)
    view = opened(page, "changes")
    assert view.stack.currentWidget() is view.nothing
    texts = page.workbook.texts()
    fixes = together(
        texts,
        lambda now: set_value(now, "injects[subsidy-unpaid].escalate.after", 28),
        lambda now: set_value(now, "injects[subsidy-unpaid].to", ["secretary", "hq-director"]),
        lambda now: delete(now, "injects[home-teaching]"),
    )
    assert page.workbook.apply(fixes)
    page.checking.now()
    settle(page)
    lines = [view.list.item(n).text() for n in range(view.list.count())]
    assert lines == [
        "情况“房修好了，钱没到”：送达 加 hq-director、减 qingshan-commander",
        "情况“房修好了，钱没到”：升级 · 超时天数 21→28",
        "情况“送教记录的笔迹”：删去",
    ]
    assert "-    after: 21" in view.diff.toPlainText()
    assert "+    after: 28" in view.diff.toPlainText()
    view.list.setCurrentRow(1)
    view.list.itemActivated.emit(view.list.item(1))
    assert page.text.area.textCursor().block().text() == "    after: 28"
    opened(page, "changes")
    page.keeping.save()
    settle(page)
    assert view.stack.currentWidget() is view.nothing


def test_a_comment_alone_is_no_change_of_meaning(open_page, small):
    """The lines differ, the scenario does not, and the head says so."""
    page = open_page(small)
    view = opened(page, "changes")
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 注\n")])
    page.checking.now()
    settle(page)
    assert view.list.count() == 0
    assert "意思没有变" in view.hint.text()
    assert "+# 注" in view.diff.toPlainText()


def test_an_item_within_an_item_is_called_by_both():
    """A choice of an inject is named with its inject, a phase with its campaign; a long text by its length."""
    old = {"scenario.yaml": TEXT}
    new = {
        "scenario.yaml": TEXT.replace("{id: q}", "{id: q, text: 去, credit: 3}").replace(
            "甲, trigger", f"{'长' * 30}, trigger"
        )
    }
    words = [said(change) for change in changes(draft_tree(old), draft_tree(new))]
    assert words[0] == f"情况“{'长' * 24}…”：标题 改了（1→30 字）"
    assert words[1] == f"情况“{'长' * 24}…”的选项“去”：文字 写了 去"
    assert words[2].endswith("得分 写了 3")


@pytest.mark.parametrize(
    ("theme_name", "scale"),
    [("dark", 100), *(pytest.param(*look, marks=pytest.mark.ci) for look in (("contrast", 200), ("light", 150)))],
)
def test_every_view_draws_in_every_theme_and_size(qtbot, qapp, icons, theme_name, scale):
    """Each view shows a whole scenario, an empty one and a broken one, with a name for a screen reader; nothing fails."""
    theme = Theme(theme_name, scale)
    whole = dict(read_path(scenario_dir("hundred-days")).bundle)
    drafts = [
        Draft(texts, check(texts), n)
        for n, texts in enumerate(({"scenario.yaml": "a: ["}, {"scenario.yaml": "format: 1\n"}, whole))
    ]
    for name in ("timeline", "graph", "form", "states", "changes"):
        view = view_classes()[name](theme, icons)
        qtbot.addWidget(view)
        view.resize(900, 600)
        assert view.title()
        for draft in drafts:
            view.show_saved({"scenario.yaml": "format: 1\n"})
            view.show_draft(draft)
            assert not view.grab().isNull()
        assert view.stack.currentWidget() is view.picture
        if name != "form" and name != "changes":
            assert view.chart.accessibleName()
            assert view.chart.boxes
            view.chart.choose(view.chart.boxes[-1].key)
            assert view.chart.accessibleDescription()
            assert not view.grab().isNull()
        view.show_draft(drafts[0])
        assert view.stack.currentWidget() is view.picture
        assert view.stale


def test_a_choice_is_told_in_its_own_words(open_page, large):
    """What leads on is the option's text, on the line as far as there is room and whole in the tooltip; never its id."""
    page = open_page(large)
    page.show_view("graph")
    settle(page, 1440, 900)
    chart = page.views["graph"].chart
    links = [link for link in chart.graph.links if link.kind == "option" or link.words]
    assert links
    for link in links:
        assert link.words
        assert link_words(link, short=True).startswith(link.words)
        assert link.words in chart.box(link.first).words
        assert not re.search(rf"\b{re.escape(link.said)}\b", link_words(link))
