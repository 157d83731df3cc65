"""The editor in a small window and in large type: what gives way, and that nothing has to be scrolled sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.scenario.findings import Fix
from game.scenario.render import cure, message
from game.ui.app import Languages
from game.ui.editor.page import EditorPage
from game.ui.editor.project import Project
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import Pill, RecordTable
from game.ui.worker import Direct

SMALL = (1280, 720)


@pytest.fixture
def page_at(qtbot, qapp, large, answers) -> Iterator[Callable[..., EditorPage]]:
    """Open the editor in a type and language, with an error in its text."""
    made: list[tuple[EditorPage, Project]] = []
    languages = Languages(qapp)

    def opened(scale: int, lang: str = "zh", size: tuple[int, int] = SMALL) -> EditorPage:
        languages.use(lang)
        theme = Theme("light", scale)
        theme.apply(qapp)
        project = Project(large)
        page = EditorPage(project, theme, Icons(theme), answers, worker=Direct())
        made.append((page, project))
        qtbot.addWidget(page)
        page.workbook.apply([Fix("injects/01-muster.yaml", 8, 8, 8, 19, "water-chef")])
        page.checking.start()
        settle(page, *size)
        return page

    yield opened
    for page, project in made:
        page.retire()
        project.close()
        project.deleteLater()
    languages.drop()
    Theme("light", 100).apply(qapp)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_fits_a_small_screen_in_the_largest_type(page_at, lang):
    """At 1280 pixels and 200 % the frame is no wider than the screen, every view's tab is in sight, none scrolls."""
    page = page_at(200, lang)

    for view in ("", *page.views):
        page.show_view(view)
        settle(page, *SMALL)
        assert page.minimumSizeHint().width() <= SMALL[0], view
        assert page.size().toTuple() == SMALL, view
        assert_named(page)
        assert_not_clipped(page)
    assert not any(one.isVisible() for one in page.tabs.findChildren(QToolButton))
    last = page.tabs.tabRect(page.tabs.count() - 1)
    assert last.right() <= page.tabs.width()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_lost_its_words_still_says_them(page_at, lang):
    """A control that shows its picture alone has a picture, and its word stands in the tooltip and in its name."""
    wide = page_at(100, lang, (3840, 720))
    words = {part.objectName(): part.text() for part in (wide.find_button, wide.history_button, wide.save_button)}
    assert all(words.values())
    page = page_at(200, lang)

    folded = page.find_button.parentWidget().folded()
    assert page.find_button in folded
    for part in folded:
        if isinstance(part, Pill):
            assert part.toolTip() == part.accessibleName() != ""
            continue
        assert part.text() == ""
        assert not part.icon().isNull()
        word = part.toolTip().split("\n")[0]
        assert word == words.get(part.objectName(), word)
        assert word in part.accessibleName() or part.accessibleName() in part.toolTip()


def test_the_panel_offers_what_can_be_mended(page_at):
    """With errors in the text one is chosen at once and its buttons work; stepping still begins at the first."""
    page = page_at(100)
    panel = page.text.findings
    assert panel.list.selected() is not None
    assert panel.fix.isEnabled() or panel.make.isEnabled()
    assert panel.chosen() is None
    page.text.step(1)
    assert panel.chosen() == panel.rows()[0]


def test_an_offer_goes_with_its_finding(page_at):
    """Once the last finding is mended nothing is chosen and no button works."""
    page = page_at(100)
    page.workbook.undo("injects/01-muster.yaml")
    page.checking.start()
    panel = page.text.findings
    assert panel.rows() == ()
    assert not any(part.isEnabled() for part in (panel.fix, panel.make, panel.fix_all))


def test_advice_takes_the_room_there_is(page_at):
    """What is wrong is read whole and what to do gets all that is left; in a narrow window the tooltip says both."""
    page = page_at(100, size=(1920, 1080))
    table = page.text.findings.list
    header = [table.model().headerData(n, table.horizontalHeader().orientation()) for n in range(5)]
    wrong, todo = header.index("问题"), header.index("怎么改")

    def spare(column: int) -> int:
        said = str(table.model().index(0, column).data())
        return table.columnWidth(column) - QFontMetrics(table.font()).horizontalAdvance(said)

    assert spare(wrong) >= 0
    assert spare(todo) >= 0 or spare(wrong) < 40, "advice is cut beside empty room"
    assert sum(table.columnWidth(n) for n in range(5)) == table.viewport().width()
    narrow = page_at(200).text.findings.list
    assert narrow.isColumnHidden(header.index("代码"))
    tip = str(narrow.model().index(0, header.index("问题")).data(Qt.ItemDataRole.ToolTipRole))
    advice = str(narrow.model().index(0, header.index("怎么改")).data())
    assert advice in tip


@pytest.mark.parametrize(("scale", "lang"), [(100, "en"), (150, "en"), (200, "zh"), (200, "en")])
def test_figures_do_not_scroll_sideways(page_at, scale, lang):
    """The tables of the figures show their columns whole, beside or below each other as there is room."""
    page = page_at(scale, lang)
    page.show_view("statistics")
    settle(page, *SMALL)
    view: QWidget = page.views["statistics"]
    tables = view.findChildren(RecordTable)
    assert tables
    for table in tables:
        assert table.horizontalScrollBar().maximum() == 0, table.objectName()
        assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize(), table.objectName()
        metrics = QFontMetrics(table.font())
        for column, spec in enumerate(table.table_model.columns):
            if spec.width < 0:  # takes what is left; its words end in an ellipsis
                continue
            longest = max(
                metrics.horizontalAdvance(str(table.model().index(row, column).data()))
                for row in range(table.model().rowCount())
            )
            assert table.isColumnHidden(column) or table.columnWidth(column) > longest


def test_boxes_grow_with_their_words_as_far_as_there_is_room(page_at):
    """In a wide window a box of the graph is as wide as its words; in a small one the layers stay in sight."""
    page = page_at(100, size=(1920, 1080))
    page.show_view("graph")
    settle(page, 1920, 1080)
    wide = page.views["graph"].chart
    least = wide.theme.px(8)
    assert all(box.rect.width() > least for box in wide.boxes)
    page = page_at(200)
    page.show_view("graph")
    settle(page, *SMALL)
    assert page.views["graph"].chart.horizontalScrollBar().maximum() == 0


def test_a_wide_window_shows_every_word(page_at):
    """With room nothing is folded: the buttons have their words, the tabs their distance, the table all columns."""
    page = page_at(100, size=(1440, 900))
    assert page.find_button.parentWidget().folded() == []
    assert not page.tabs.property("tight")
    table = page.text.findings.list
    assert not any(table.isColumnHidden(n) for n in range(table.model().columnCount()))


def test_the_outline_keeps_the_width_a_hand_gave_it(page_at):
    """In a narrow window the outline is narrow by itself, but not against a hand."""
    page = page_at(200)
    assert page.outline.width() <= SMALL[0] * 0.28 + 1
    page.split.moveSplitter(450, 1)
    settle(page, SMALL[0] + 1, SMALL[1])
    assert page.outline.width() == pytest.approx(450, abs=3)


def test_the_finding_chosen_is_read_in_full(page_at):
    """In large type in a small window, where the list cuts words, the one chosen stands whole below it."""
    page = page_at(150)
    settle(page, *SMALL)
    panel = page.text.findings
    assert panel.list.isColumnHidden(4)
    assert panel.told.isVisible()
    row = panel.list.selected()
    assert message(row.finding, "zh") in panel.told.text()
    assert cure(row.finding, "zh")[:20] in panel.told.text()
    assert cure(row.finding, "zh") in panel.told.toolTip()
    assert_not_clipped(page)
    wide = page_at(100, size=(1920, 1080)).text.findings
    assert not wide.list.isColumnHidden(4)
    assert not wide.told.isVisible()
