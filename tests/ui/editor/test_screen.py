"""The editor as it stands on the screen: names, room, contrast, the way of Tab, and the figures of a draft."""

from __future__ import annotations

import pytest
from measures import beyond, faint, leaps, meeting
from uihelp import assert_named, assert_not_clipped, settle

from game.scenario.findings import Fix
from game.session.library import load_scenario
from game.ui.bench_editor import long_scenario
from game.ui.editor.checking import check
from game.ui.editor.counts import counts
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.editor.reading import SIGNS_A_MINUTE, signs
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.worker import Direct


@pytest.mark.parametrize(
    ("name", "scale"),
    [("light", 100), *(pytest.param(*look, marks=pytest.mark.ci) for look in (("dark", 150), ("contrast", 200)))],
)
def test_the_page_can_be_read_and_used(qtbot, qapp, large, answers, name, scale):
    """In three themes and sizes everything has a name and room, stands out from its ground, and Tab goes as one reads."""
    theme = Theme(name, scale)
    theme.apply(qapp)
    project = Project(large)
    page = EditorPage(project, theme, Icons(theme), answers, worker=Direct())
    qtbot.addWidget(page)
    settle(page)
    page.workbook.apply([Fix("seats.yaml", 1, 7, 1, 16, "Secretary")])
    page.checking.start()
    page.text.find_bar.open()
    settle(page)
    assert_named(page)
    assert_not_clipped(page)
    assert faint(page) == []
    assert beyond(page) == []
    assert meeting(page) == []
    assert leaps(page) == []
    for view in page.views.values():
        page.show_view(view.name)
        settle(page)
        assert_named(view)
    page.retire()
    project.close()
    project.deleteLater()
    Theme("light", 100).apply(qapp)


def test_the_figures_of_a_draft(large):
    """Words, minutes and injects per seat, turn and phase are those of the scenario itself."""
    checked = load_scenario(large)
    scenario = checked.scenario
    assert scenario is not None
    found = counts(checked.bundle)
    for seat in scenario.seats:
        (row,) = [s for s in found.seats if s.id == seat.id]
        mine = [i for i in scenario.injects if seat.id in i.to]
        assert row.injects == len(mine)
        assert row.brief == signs(seat.brief) + sum(map(signs, seat.facts))
        assert row.signs == sum(signs(i.title) + signs(i.text) + sum(signs(o.text) for o in i.options) for i in mine)
        assert (row.minutes - 1) * SIGNS_A_MINUTE < row.brief + row.signs <= row.minutes * SIGNS_A_MINUTE
    assert len(found.turns) == scenario.turn.count
    assert [span.name for span in found.phases] == [p.name for c in scenario.campaigns for p in c.phases]
    planned = [i for i in scenario.injects if i.trigger.at is not None]
    assert sum(len(span.injects) for span in found.turns) + len(found.beyond) == len(planned)
    assert len(found.unplanned) == len(scenario.injects) - len(planned)
    first = [i.id for i in planned if i.trigger.at == 0]
    assert sorted(first) == sorted(found.turns[0].injects)


def test_signs_count_chinese_one_by_one_and_western_words_whole():
    """A Chinese sign counts one, a Western word two, stops nothing."""
    assert signs("去三户，看水。") == 5
    assert signs("GPS 定位") == 4
    assert signs("") == 0


@pytest.mark.parametrize("text", ["", "seats: 3\n", "format: 1\nturn: {count: 99999}\nstart: x\n", "- 1\n", "[" * 99])
def test_figures_of_a_broken_draft(text):
    """A half-written scenario has figures too, as far as it can be read."""
    assert counts({"scenario.yaml": text}).seats == ()


def test_the_bench_types_into_a_sound_scenario():
    """The text whose keys are measured is as long as it says and free of errors, so that its check is a whole one."""
    text = long_scenario(400)

    assert 400 <= text.count("\n") < 500
    assert check({"scenario.yaml": text}).errors == ()


def test_the_statistics_tab_shows_the_draft(open_page, small):
    """The tab is filled when it comes to the front, and again after the text changed."""
    page = open_page(small)
    view = page.views["statistics"]
    page.show_view(view.name)
    assert [s.id for s in view.seats.table_model.records] == ["commander", "water-chief", "squad-leader"]
    assert len(view.turns.table_model.records) == 4
    assert view.turns.table_model.index(0, 2).data().startswith("新龙头，没有水")
    row = page.workbook.texts()["scenario.yaml"].split("\n").index("turn: {days: 7, count: 4, minutes: 4}") + 1
    page.workbook.apply([Fix("scenario.yaml", row, 24, row, 25, "5")])
    page.checking.start()
    assert len(view.turns.table_model.records) == 5


def test_a_view_edits_the_text_through_the_page(qtbot, open_page, small):
    """An edit a view asks for goes into the text as one step; one of an older draft is refused."""
    page = open_page(small)
    view = page.views["statistics"]
    page.show_view(view.name)
    before = page.workbook.texts()
    qtbot.waitUntil(lambda: page._shown.get(view.name) == page.workbook.version)
    view.edit_asked.emit((Fix("scenario.yaml", 4, 8, 4, 13, "第二道战令"),))
    assert "title: 第二道战令" in page.workbook.texts()["scenario.yaml"]
    page.workbook.undo("scenario.yaml")
    page.checking._timer.stop()
    assert page.workbook.texts() == before
    view.edit_asked.emit((Fix("scenario.yaml", 4, 8, 4, 13, "第三道战令"),))
    assert page.workbook.texts() == before
    assert "变了" in page.state.text()
    view.place_asked.emit("scenario.yaml", 24, 5)
    assert page.stack.currentWidget() is page.text
    assert page.text.place() == ("scenario.yaml", 24, 5)
