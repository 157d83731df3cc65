"""The timeline: where injects stand in time, and that moving one changes its trigger and nothing else in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from uihelp import bring_in_front, settle

from game.authoring.draft_tree import draft_tree
from game.resources import scenario_dir
from game.scenario.files import read_path
from game.ui.editor.plan import plan
from game.ui.editor.timeline import TimelineView


def shown(page) -> TimelineView:
    page.resize(1280, 720)
    page.show()
    page.show_view("timeline")
    settle(page)
    page.checking.now()
    settle(page)
    return page.views["timeline"]


def text_of(page) -> dict[str, str]:
    return dict(page.workbook.texts())


def lines_changed(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str]]:
    """Return (old, new) of every line that differs; the number of lines must be the same."""
    found = []
    for name, text in before.items():
        old, new = text.split("\n"), after[name].split("\n")
        assert len(old) == len(new)
        found += [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return found


def test_injects_stand_at_their_day_and_chained_ones_behind_what_they_follow():
    """A day gives the place, a chain counts on in whole turns from what it follows, a condition gives no day."""
    text = """
start: 2019-09-02
turn: {days: 7, count: 14, minutes: 6}
seats: [{id: x, name: 甲}]
injects:
  - {id: a, title: 甲, trigger: {at: 14}, to: [x], reply_within: 7}
  - {id: b, title: 乙, trigger: {after: a, outcome: expired, delay: 3}, to: [x], escalate: {after: 5}}
  - {id: c, title: 丙, trigger: {at: 2019-09-16}, to: [x]}
  - {id: d, title: 丁, trigger: {when: day > 3}, to: [x]}
  - {id: e, title: 戊, trigger: {after: d}, to: [x]}
  - {id: f, title: 己, trigger: {after: f}, to: [x]}
"""
    found = {bar.id: bar for bar in plan(draft_tree({"scenario.yaml": text})).bars}
    assert [(found[i].start, found[i].end) for i in "abc"] == [(14, 21), (35, 35), (14, 14)]
    assert found["b"].escalates == 42
    assert found["c"].dated
    assert [found[i].kind for i in "def"] == ["when", "after", "after"]
    assert found["e"].start is None
    assert found["f"].start is None


@pytest.mark.parametrize("name", ["hundred-days", "t-county-2014-2020"])
def test_every_inject_of_a_scenario_is_in_its_plan(name):
    """No inject is lost, and every one with a day of its own lies within the exercise."""
    bundle = read_path(scenario_dir(name)).bundle
    tree = draft_tree(bundle)
    found = plan(tree)
    assert {bar.id for bar in found.bars} == {inject["id"] for inject in tree.root.plain()["injects"]}
    assert all(0 <= bar.start < found.days * found.turns for bar in found.bars if bar.kind == "at")


def test_dragging_a_bar_changes_its_trigger_alone(open_page, large, qtbot):
    """Two columns to the right is two turns later: one line of one file differs, in its own brackets."""
    page = open_page(large)
    view = shown(page)
    chart = view.chart
    key = next(box.key for box in chart.boxes if box.key.endswith("/subsidy-unpaid"))
    chart.choose(key)
    before = text_of(page)
    rect = chart.box(key).rect
    start = (rect.topLeft() - chart.shift()).toPoint() + QPoint(6, 6)
    far = round(chart._wide * 2)
    port = chart.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(far // 2, 0))
    QTest.mouseMove(port, start + QPoint(far, 0))
    assert text_of(page) == before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(far, 0))
    assert lines_changed(before, text_of(page)) == [("  trigger: {at: 21}", "  trigger: {at: 35}")]
    settle(page)
    assert chart.bar(key).start == 35


def test_ctrl_z_takes_a_move_back(open_page, large, qtbot):
    """With the timeline in front Ctrl+Z undoes the move and Ctrl+Y does it again."""
    page = open_page(large)
    view = shown(page)
    bring_in_front(page)
    view.chart.setFocus()
    qtbot.waitUntil(view.chart.hasFocus)
    before = text_of(page)
    view.move_inject("subsidy-unpaid", 9)
    after = text_of(page)
    assert after != before
    QTest.keyClick(view.chart, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(page) == before
    QTest.keyClick(view.chart, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert text_of(page) == after


def test_arrows_move_and_escape_leaves_it(open_page, large):
    """Left and right move the chosen inject by a turn; Escape before the key is let go changes nothing."""
    page = open_page(large)
    chart = shown(page).chart
    key = next(box.key for box in chart.boxes if box.key.endswith("/subsidy-unpaid"))
    chart.choose(key)
    before = text_of(page)
    QTest.keyPress(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    QTest.keyRelease(chart, Qt.Key.Key_Right)
    assert text_of(page) == before
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert lines_changed(before, text_of(page)) == [("  trigger: {at: 21}", "  trigger: {at: 14}")]


def test_a_date_stays_a_date(open_page, small):
    """Where the author wrote a date the new place is a date as well."""
    page = open_page(small)
    book = page.workbook
    text = book.texts()["scenario.yaml"]
    at = text.index("trigger: {at: ") + len("trigger: {at: ")
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    tree = draft_tree(book.texts())
    inject = next(i for i in tree.root.plain()["injects"] if isinstance(i["trigger"].get("at"), int))
    found = plan(tree)
    from game.scenario.findings import Fix

    width = len(str(inject["trigger"]["at"]))
    assert book.apply([Fix("scenario.yaml", line, column, line, column + width, found.start.isoformat())])
    page.checking.now()
    view = shown(page)
    view.move_inject(inject["id"], 1)
    settle(page)
    from datetime import timedelta

    assert f"at: {(found.start + timedelta(days=found.days)).isoformat()}" in book.texts()["scenario.yaml"]


def test_enter_goes_to_the_text(open_page, large):
    """Enter on a bar shows the inject's first line in the text."""
    page = open_page(large)
    chart = shown(page).chart
    key = next(box.key for box in chart.boxes if box.key.endswith("/subsidy-unpaid"))
    chart.choose(key)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.text
    assert page.text.file == "injects/03-assault-one.yaml"
    assert "subsidy-unpaid" in page.text.area.textCursor().block().text()


def test_a_broken_text_leaves_the_last_picture_marked_as_old(open_page, large):
    """With an open bracket in the text the bars stay, a word says that they are old, and nothing can be moved."""
    page = open_page(large)
    view = shown(page)
    count = len(view.chart.boxes)
    from game.scenario.findings import Fix

    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    page.checking.now()
    settle(page)
    assert view.stale
    assert view.old.isVisible()
    assert len(view.chart.boxes) == count > 0
    key = next(box.key for box in view.chart.boxes if box.key.endswith("/subsidy-unpaid"))
    assert not view.chart.movable(key)
    before = text_of(page)
    view.move_inject("subsidy-unpaid", 9)
    assert text_of(page) == before


def test_what_is_too_much_for_a_turn_is_marked_and_said(open_page, large):
    """Three injects for one seat in one turn are too many: the turn is marked, and the head counts such turns."""
    page = open_page(large)
    view = shown(page)
    chart = view.chart
    assert chart.crowded("secretary") == {}
    for inject in ("subsidy-unpaid",):
        bar = next(bar for bar in chart.plan.bars if bar.id == inject)
        others = [b for b in chart.plan.bars if b.kind == "at" and "secretary" in b.seats and b.id != bar.id][:2]
    for other in others:
        view.move_inject(other.id, bar.start // chart.plan.days)
        page.checking.now()
        settle(page)
    assert chart.crowded("secretary") == {3: 3}
    assert "1 格" in view.hint.text()
    assert "3条" in chart.load_words("secretary", "书记", 3)


def test_a_scenario_without_injects_says_what_to_do(qtbot, theme, icons):
    """An empty scenario has a sentence in place of a picture."""
    from game.ui.editor.checking import check
    from game.ui.editor.contract import Draft

    bundle = {"scenario.yaml": "format: 1\n"}
    view = TimelineView(theme, icons)
    qtbot.addWidget(view)
    view.show_draft(Draft(bundle, check(bundle), 1))
    assert view.stack.currentWidget() is view.nothing
    assert "加一条情况" in view.nothing.hint.text()


def test_a_bars_border_goes_round_its_words(open_page, large):
    """Words need more room than a short term: the border ends behind them, and the fill at the deadline."""
    page = open_page(large)
    view = shown(page)
    canvas = view.chart
    image = canvas.viewport().grab().toImage()
    sharp = image.devicePixelRatio()

    def light(x: float, y: float) -> int:
        spot = QPointF(x, y) - canvas.shift()
        return image.pixelColor(round(spot.x() * sharp), round(spot.y() * sharp)).lightness()

    seen = 0
    for box in canvas.boxes:
        bar = canvas.bar(box.key)
        right = QPointF(box.rect.right() + 4, box.rect.center().y()) - canvas.shift()
        term = canvas._end(bar) - box.rect.left()
        inside = canvas.viewport().rect().contains(right.toPoint())
        if bar.kind != "at" or not inside or term > box.rect.width() - 4 or bar.escalates is not None:
            continue
        y = box.rect.center().y()
        edge = min(light(box.rect.right() + shift, y) for shift in (-1, 0, 1))
        assert edge < light(box.rect.right() + 3, y) - 40, bar.id
        seen += 1
    assert seen
