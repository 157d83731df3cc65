"""The frame and the first page on a small screen in large type: the way to everything stays in sight."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.authoring.packages import pack
from game.session.folders import scenarios_dir
from game.ui.app import Languages
from game.ui.bridge import Bridge
from game.ui.editor.differences import Differences
from game.ui.home import HomePage
from game.ui.icons import Icons
from game.ui.main_window import MainWindow
from game.ui.mend_dialog import MendDialog
from game.ui.package_dialog import PackageDialog
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.widgets import reveal
from game.ui.worker import Direct

SMALL = (1280, 720)


@pytest.fixture
def look(qapp) -> Iterator:
    """Return a function that takes a language and a size of type and gives the theme."""
    languages = Languages(qapp)

    def use(lang: str, scale: int) -> Theme:
        languages.use(lang)
        theme = Theme("light", scale)
        theme.apply(qapp)
        return theme

    yield use
    languages.drop()
    Theme("light", 100).apply(qapp)


@pytest.fixture
def frame(qtbot, fake, look) -> Iterator:
    """Return a function that takes a language and a size of type and gives the frame, laid out on a small screen."""
    bridges = []

    def use(lang: str, scale: int) -> MainWindow:
        bridge = Bridge(fake, look(lang, scale))
        bridges.append(bridge)
        window = MainWindow(bridge)
        qtbot.addWidget(window)
        settle(window, *SMALL)
        return window

    yield use
    for bridge in bridges:
        bridge.close()


def in_sight(part: QWidget, root: QWidget) -> bool:
    """Whether all of a widget is seen in a window."""
    whole = QRect(part.mapTo(root, QPoint(0, 0)), part.size())
    seen = part.visibleRegion().boundingRect()
    return part.isVisible() and root.rect().contains(whole) and seen == part.rect()


@pytest.mark.ci
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_desk_is_in_sight_in_the_rail(frame, lang, scale):
    """All desks and the four ways out of them are whole in the window, each with a name; none lies over another."""
    window = frame(lang, scale)
    nav = window.nav
    buttons = nav.findChildren(QPushButton)
    assert len(buttons) == len(window.desk_names()) + 4
    for one in buttons:
        assert in_sight(one, window), one.objectName()
        assert one.height() >= one.fontMetrics().height()
        assert one.toolTip()
    assert_named(nav)
    assert_not_clipped(nav)


def test_a_high_window_has_words_for_everything(frame):
    """Where the height allows nothing in the rail is folded, and after a low window the words are back."""
    window = frame("zh", 100)
    settle(window, 1440, 900)
    find = window.nav.findChild(QPushButton, "nav.search")
    words, tip, tall = find.text(), find.toolTip(), window.nav._buttons["map"].height()
    assert words
    settle(window, 1440, 500)
    assert find.text() == ""
    assert words in find.toolTip()
    assert tip in find.toolTip()
    settle(window, 1440, 900)
    assert (find.text(), find.toolTip(), window.nav._buttons["map"].height()) == (words, tip, tall)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [150, 200])
def test_a_scenario_can_be_chosen_and_begun_at_first_sight(qtbot, look, data_folder, lang, scale):
    """The first page shows two scenarios whole and the button that begins, and no word of a control is cut."""
    theme = look(lang, scale)
    prompts = Prompts()
    page = HomePage(theme, Icons(theme), Settings(lang=lang, scale=scale), prompts)
    qtbot.addWidget(page)
    page.load(at_once=True)
    settle(page, *SMALL)
    assert page.size().toTuple() == SMALL
    assert page.list.viewport().height() >= 2 * page.list.rowHeight(0)
    for control in (page.detail.begin, page.detail.seat, *page._controls):
        assert in_sight(control, page), control.objectName()
    assert_not_clipped(page)
    page.stop()
    prompts.deleteLater()


@pytest.mark.ci
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [150, 200])
def test_one_page_scrolls_at_a_time(frame, lang, scale):
    """An offer, a paper and an order scroll in their own page: the frame around them stands still."""
    window = frame(lang, scale)
    around = window.findChild(QScrollArea, "window.frame")
    view = window.bridge.view

    window.show_desk("contract", f"task:{view.problems[0].domain}")
    settle(window, *SMALL)
    assert around.verticalScrollBar().maximum() == 0
    assert in_sight(window.findChild(QPushButton, "contract.form.give"), window)
    for desk, ref in (("inbox", view.inbox[0].record.id), ("order", "")):
        window.show_desk(desk, ref)
        settle(window, *SMALL)
        assert around.verticalScrollBar().maximum() == 0, desk


@pytest.mark.ci
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [150, 200])
def test_a_message_has_room_to_be_written(frame, lang, scale):
    """The line of a message shows a dozen signs at least, with whom it goes to beside it or above."""
    window = frame(lang, scale)
    window.show_desk("inbox")
    settle(window, *SMALL)
    window.findChild(QPushButton, "inbox.tabs.messages").click()
    settle(window, *SMALL)
    line = window.findChild(QLineEdit, "inbox.message_text")
    if not line.isVisible():
        reveal(line)
        settle(window, *SMALL)
    assert in_sight(line, window)
    assert line.width() >= window.bridge.theme.px(12)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_broken_scenario_is_told_in_the_windows_language(qtbot, look, data_folder, lang, scale):
    """Its first fault stands whole beside it in the language of the window, under the name of its folder."""
    theme = look(lang, scale)
    broken = scenarios_dir() / "halb"
    broken.mkdir(parents=True)
    (broken / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    page = HomePage(theme, Icons(theme), Settings(lang=lang, scale=scale), Prompts())
    qtbot.addWidget(page)
    page.load(at_once=True)
    settle(page, *SMALL)
    page.list.select(str(broken))
    settle(page, *SMALL)
    words = [part.text() for part in page.detail.findChildren(QLabel) if part.isVisible()]
    assert "halb" in words
    assert any({"zh": "错误 TH", "en": "error TH"}[lang] in one for one in words)
    assert_not_clipped(page.detail)
    page.stop()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_mended_and_replaced_can_be_read(qtbot, look, data_folder, tmp_path, lang, scale):
    """The dialogs that show what would change name their parts and cut no word."""
    theme = look(lang, scale)
    mine = scenarios_dir() / "small"
    shutil.copytree(Path(__file__).parents[1] / "session" / "data" / "small", mine)
    main = mine / "scenario.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace('version: "1"', 'version: "2"'), encoding="utf-8")
    pack(mine, tmp_path / "small.zip")
    main.write_text(text.replace("format: 1\n", ""), encoding="utf-8")
    for dialog in (
        MendDialog(str(mine), theme, Icons(theme)),
        PackageDialog(tmp_path / "small.zip", theme, Icons(theme), worker=Direct()),
    ):
        qtbot.addWidget(dialog)
        settle(dialog, *dialog.size().toTuple())
        assert dialog.findChild(Differences).isVisible()
        assert_named(dialog)
        assert_not_clipped(dialog)
