"""Motion and the data folder: what the settings offer beyond theme, size and language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakeview import guided
from PySide6.QtCore import QAbstractAnimation, QSize, Qt
from PySide6.QtWidgets import QApplication
from uihelp import assert_named, assert_not_clipped, settle

from game.session import folders
from game.ui.app import Languages
from game.ui.bridge import Bridge
from game.ui.main_window import MainWindow
from game.ui.motion import GLIDE_MS, Busy, set_motion
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.settings_dialog import SettingsDialog
from game.ui.theme import Theme


@pytest.fixture
def still(qapp: QApplication, theme: Theme):
    """Put Qt's own motion back as it was."""
    before = qapp.cursorFlashTime(), qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)
    yield theme
    qapp.setCursorFlashTime(before[0])
    qapp.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, before[1])


def test_without_motion_nothing_moves(qtbot, qapp, still):
    """The busy bar stands full and the cursor does not blink; with motion both move."""
    set_motion(qapp, still, on=False)
    bar = Busy(still)
    qtbot.addWidget(bar)
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, 1, 1)
    assert qapp.cursorFlashTime() == 0
    set_motion(qapp, still, on=True)
    moving = Busy(still)
    qtbot.addWidget(moving)
    assert moving.maximum() == 0
    assert qapp.cursorFlashTime() > 0


@pytest.mark.ci
@pytest.mark.parametrize("on", [True, False])
def test_the_guide_glides_only_with_motion(qtbot, qapp, still, fake, rich_view, on):
    """On its way to the next step the callout is seen going there, or stands there at once."""
    set_motion(qapp, still, on=on)
    bridge = Bridge(fake, still)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    fake.set_view(replace(rich_view, guide=guided("inbox.list")))
    bridge.refresh()
    settle(window)
    qtbot.wait(GLIDE_MS * 2 if on else 0)
    before = window.guide.pos()
    fake.set_view(replace(rich_view, guide=replace(guided("turn.end"), id="next")))
    bridge.refresh()
    way = window.guide._glide._way

    assert (way.state() is QAbstractAnimation.State.Running) is on
    assert (window.guide.pos() == before) is on
    qtbot.waitUntil(lambda: way.state() is QAbstractAnimation.State.Stopped)
    assert window.guide.pos() != before
    bridge.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_all_settings_are_in_sight_on_a_small_screen(request, qtbot, qapp, lang, scale):
    """At 1280x720 nothing scrolls in any type: what has no room below each other stands beside each other."""
    languages = Languages(qapp)
    request.addfinalizer(languages.drop)
    languages.use(lang)
    theme = Theme("light", scale)
    theme.apply(qapp)
    dialog = SettingsDialog(Settings(), theme)
    qtbot.addWidget(dialog)
    room = QSize(1280, 720)
    dialog.fit(room)
    settle(dialog, *dialog.size().toTuple())
    dialog.fit(room)  # the test's own screen is smaller
    settle(dialog, *dialog.size().toTuple())

    assert dialog.size() == dialog.size().boundedTo(room)
    assert dialog._page.verticalScrollBar().maximum() == 0
    assert_not_clipped(dialog)
    Theme("light", 100).apply(qapp)


def test_settings_on_a_tiny_screen_scroll(qtbot, qapp):
    """Where there is room neither way the settings scroll, and what is agreed to stays in sight."""
    theme = Theme("light", 200)
    theme.apply(qapp)
    dialog = SettingsDialog(Settings(), theme)
    qtbot.addWidget(dialog)
    settle(dialog, 900, 500)
    dialog.fit(QSize(900, 500))
    settle(dialog, *dialog.size().toTuple())

    assert dialog.height() <= 500
    assert dialog._page.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(dialog.ok.geometry())
    Theme("light", 100).apply(qapp)


class Answers(Prompts):
    """Chooses a folder for the user."""

    def __init__(self, path):
        super().__init__()
        self._path = path

    def open_folder(self, parent, title, start, done):
        done(self._path)


@pytest.fixture
def usual(tmp_path, monkeypatch):
    place = tmp_path / "usual"
    monkeypatch.delenv("TONGHE_DATA")
    monkeypatch.setattr(folders, "user_data_path", lambda *_a, **_m: place)
    folders._in_use.cache_clear()
    yield place
    folders._in_use.cache_clear()


def test_another_folder_is_chosen_and_left(qtbot, theme, usual, tmp_path):
    """The dialog shows the folder in use, takes another for the next start, and goes back to the system's."""
    answers = Answers(tmp_path / "elsewhere")
    dialog = SettingsDialog(Settings(), theme, prompts=answers)
    qtbot.addWidget(dialog)
    row = dialog.folder
    assert row.path.text().replace("\u200b", "") == str(usual)
    assert row.usual.isHidden()
    row.choose.click()
    assert folders.chosen_dir() == tmp_path / "elsewhere"
    assert "下次启动" in row.said.text()
    row.usual.click()
    assert folders.chosen_dir() is None
    answers.deleteLater()


def test_a_folder_that_cannot_be_used_is_said(qtbot, theme, usual, tmp_path):
    """The reason stands beside the button; nothing is changed."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    answers = Answers(blocked / "below")
    dialog = SettingsDialog(Settings(), theme, prompts=answers)
    qtbot.addWidget(dialog)
    dialog.folder.choose.click()

    assert "不能用" in dialog.folder.said.text()
    assert folders.chosen_dir() is None
    answers.deleteLater()


def test_a_fixed_folder_cannot_be_changed(qtbot, theme):
    """Where the environment names the folder the dialog says so."""
    dialog = SettingsDialog(Settings(), theme)
    qtbot.addWidget(dialog)
    settle(dialog, *dialog.sizeHint().toTuple())

    assert not dialog.folder.choose.isEnabled()
    assert "TONGHE_DATA" in dialog.folder.said.text()
    assert_named(dialog)
    assert_not_clipped(dialog)
