"""The whole program from the home page to the desks, with real sessions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import assert_named, assert_not_clipped, settle

from game.ui import settings as settings_file
from game.ui.app import Languages, create_app
from game.ui.briefing import BriefingPage
from game.ui.home import HomePage
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.starting import Offer, Starter, is_trial, offer, offers, recent_label, session_name, session_path
from game.ui.theme import Theme
from game.ui.worker import Direct


class Told(Prompts):
    """Keeps what the user would be told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def tell(self, parent, title, text):
        self.said.append((title, text))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def shell(qtbot, qapp, theme: Theme, tmp_path: Path, told: Told) -> Shell:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    made = Shell(
        qapp,
        theme,
        Settings(theme="light"),
        tmp_path / "settings.toml",
        sessions,
        starter=Starter(Direct),
        prompts=told,
    )
    qtbot.addWidget(made)
    settle(made)
    return made


def _begin(shell: Shell) -> MainWindow:
    chosen = offer("first-order")
    assert chosen.scenario is not None
    shell.begin(chosen, "commander", 7)
    page = shell.page
    assert isinstance(page, BriefingPage)
    page.begin.click()
    window = shell.page
    assert isinstance(window, MainWindow)
    return window


def test_two_that_begin_within_a_second_have_two_files(tmp_path):
    """The name of a file carries the second; what is taken is not written over and not refused."""
    made = []
    for _ in range(3):
        made.append(session_path(tmp_path, "first-order", "commander"))
        made[-1].write_text("", encoding="utf-8")
    assert len(set(made)) == 3
    assert all(recent_label(path)[2] is not None for path in made)


def test_home_offers_the_library(qtbot, theme, icons, told):
    """The home page lists every scenario of the library and shows the first that can be played."""
    home = HomePage(theme, icons, Settings(), told)
    qtbot.addWidget(home)
    home.load(at_once=True)
    settle(home)
    assert_named(home)
    assert_not_clipped(home)

    assert [item.name for item in home.list.table_model.records] == list(offers())
    assert home.detail.begin.isVisible()
    assert home.detail.seat.currentData() == "commander"
    words = [part.text() for part in home.detail.findChildren(QLabel)]
    card = home.detail._offer.card
    assert card.version
    assert card.version in words, "which version it is"


def test_library_is_read_without_holding_up_the_window(qtbot, theme, icons, told):
    """One title page is read at a time; the check follows in a thread of its own and changes nothing that is right."""
    home = HomePage(theme, icons, Settings(), told)
    qtbot.addWidget(home)
    home.load()
    assert len(home.list.table_model.records) == 0
    qtbot.waitUntil(lambda: home.loaded, timeout=5_000)
    shown = [item.card for item in home.list.table_model.records]
    assert [item.name for item in home.list.table_model.records] == list(offers())
    assert not any(item.bundle for item in home.list.table_model.records)
    assert home.detail.begin.isVisibleTo(home)

    qtbot.waitUntil(lambda: all(item.bundle for item in home.list.table_model.records), timeout=20_000)
    assert [item.card for item in home.list.table_model.records] == shown


def test_reading_the_library_anew_keeps_what_is_chosen(qtbot, theme, icons, told):
    """Neither the list nor the choice goes and comes back; what is chosen meanwhile counts; what is gone is not missed."""
    home = HomePage(theme, icons, Settings(), told)
    qtbot.addWidget(home)
    home.load(at_once=True)
    home.list.select("hundred-days")
    seen: list[str | None] = []
    home.list.picked.connect(lambda item: seen.append(item.name if item is not None else None))
    home.load()
    qtbot.waitUntil(lambda: home.loaded, timeout=5_000)
    assert home.list.selected().name == "hundred-days"
    assert "first-order" not in seen
    home.load()
    home.list.select("t-county-2014-2020")
    qtbot.waitUntil(lambda: home.loaded, timeout=5_000)
    assert home.list.selected().name == "t-county-2014-2020"
    home.reload("no-more")
    qtbot.waitUntil(lambda: home.loaded, timeout=5_000)
    assert home.list.selected() is not None


def test_a_scenario_begins_before_it_is_checked(qtbot, shell):
    """Nobody has to wait for the check: what is chosen by its title page is checked when it begins."""
    shell.begin(Offer("first-order"), "commander", 7)
    assert isinstance(shell.page, BriefingPage)


def test_a_broken_scenario_chosen_before_its_check_is_refused(shell, told, monkeypatch):
    """The first fault is told and the home page stays."""
    monkeypatch.setattr("game.ui.starting.offer", lambda name: Offer(name, fault="scenario.yaml:3: 缺少 title"))
    shell.begin(Offer("broken"), "commander", 7)
    assert shell.page is shell.home
    assert any("缺少 title" in text for _, text in told.said)


def test_the_check_greys_a_broken_scenario(qtbot, theme, icons, told, monkeypatch):
    """A fault found after the list was shown takes the button away and says why."""
    monkeypatch.setattr("game.ui.starting.offer", lambda name: Offer(name, fault="scenario.yaml:3: 缺少 title"))
    home = HomePage(theme, icons, Settings(), told)
    qtbot.addWidget(home)
    home.load()
    qtbot.waitUntil(lambda: home.loaded, timeout=5_000)
    qtbot.waitUntil(lambda: all(item.fault for item in home.list.table_model.records), timeout=5_000)
    words = " ".join(label.text() for label in home.detail.findChildren(QLabel))
    assert "缺少 title" in words
    assert not home.detail.begin.isVisibleTo(home)


def test_a_broken_scenario_says_its_fault_and_cannot_begin(qtbot, theme, icons, told):
    """A scenario with errors stays in the list, greyed, with its first finding."""
    home = HomePage(theme, icons, Settings(), told)
    qtbot.addWidget(home)
    home.show_offers([Offer("broken", fault="scenario.yaml:3: 缺少 title")])
    home.list.select("broken")
    words = " ".join(label.text() for label in home.detail.findChildren(QLabel))

    assert "缺少 title" in words
    assert not home.detail.begin.isVisibleTo(home)


def test_begin_leads_through_the_briefing_to_the_desks(shell, tmp_path):
    """A new exercise makes a file, briefs, then shows the desks in play."""
    window = _begin(shell)

    assert window.bridge.view.session == "running"
    assert window.bridge.seat == "commander"
    assert len(list((tmp_path / "sessions").glob("first-order--commander--*.tonghe"))) == 1
    assert Path(shell.settings.last_session).is_file()


def test_a_turn_can_be_played(qtbot, shell):
    """Reading a paper and ending the turn work on a real session."""
    window = _begin(shell)
    paper = window.bridge.view.inbox[0]
    window.show_desk("inbox", paper.record.id)
    assert window.bridge.seat in window.bridge.view.inbox[0].record.acknowledged
    window._on_end_confirmed()

    assert window.bridge.view.turn == 1
    assert window.top.end.isEnabled()


def test_a_full_disk_is_said_at_once_and_play_goes_on(shell):
    """Nothing happens that could not be saved, the window says why, and once there is room the turn is played."""
    window = _begin(shell)
    session = window.bridge.play.table.session
    db = session._journal._db
    before = session.state
    db.execute("PRAGMA query_only = ON")
    window._on_end_confirmed()
    assert session.state is before
    assert window.bridge.view.turn == 0
    assert any("保存" in text for text in window.toasts.texts()), window.toasts.texts()
    assert window.top.end.isEnabled()

    db.execute("PRAGMA query_only = OFF")
    window._on_end_confirmed()
    assert window.bridge.view.turn == 1
    assert session.verify().ok


def test_leaving_and_continuing_loses_nothing(shell):
    """Home, then “continue”: the exercise stands where it stood."""
    window = _begin(shell)
    window._on_end_confirmed()
    day = window.bridge.view.day
    shell.show_home()
    assert shell.page is shell.home
    assert shell.bridge is None
    shell.home.continue_last.click()
    again = shell.page

    assert isinstance(again, MainWindow)
    assert again.bridge.view.day == day


@pytest.mark.ci
def test_settings_take_hold_at_once_and_are_kept(shell, tmp_path):
    """New settings rebuild the desks on the same desk, and lie in the file."""
    window = _begin(shell)
    window.show_desk("map")
    shell.take_settings(replace(shell.settings, theme="dark", scale=125))
    after = shell.page

    assert isinstance(after, MainWindow)
    assert after is not window
    assert after.stack.currentWidget().objectName() == "map"
    assert settings_file.load(tmp_path / "settings.toml")[0].theme == "dark"
    assert after.bridge.theme.dark


@pytest.mark.ci
def test_the_limit_of_a_turn_is_kept(shell, tmp_path):
    """A limit chosen in one exercise is on disk at once and holds in the next, until it is taken away again."""
    window = _begin(shell)
    for place in (2, 0):
        window.todo.limit.setCurrentIndex(place)
        window.todo.limit.activated.emit(place)
        minutes = window.todo.limit.currentData()
        kept, _ = settings_file.load(tmp_path / "settings.toml")
        assert (kept.turn_minutes, window.limit.minutes) == (minutes, minutes)
        shell.show_home()
        window = _begin(shell)
        assert window.limit.minutes == window.todo.limit.currentData() == minutes
    assert window.limit.left == -1


def test_a_foreign_file_is_refused_in_words(shell, told, tmp_path):
    """A file of another kind is refused with its reason and left alone."""
    path = tmp_path / "x.tonghe"
    path.write_text("not a session", encoding="utf-8")
    shell.resume(path)

    assert len(told.said) == 1
    assert shell.page is shell.home
    assert path.read_text(encoding="utf-8") == "not a session"


def test_a_missing_file_is_said(shell, told, tmp_path):
    """A session that is gone is said to be gone."""
    shell.resume(tmp_path / "gone.tonghe")

    assert len(told.said) == 1


def test_unwritable_settings_are_said(shell, told, tmp_path, monkeypatch):
    """A read-only folder is told at once and the settings hold all the same."""

    def refuse(*_args: object) -> None:
        raise OSError("只读")

    monkeypatch.setattr(settings_file, "save", refuse)
    shell.take_settings(replace(shell.settings, scale=125))

    assert "只读" in told.said[0][1]
    assert shell.settings.scale == 125


@pytest.mark.ci
def test_review_opens_and_leads_back(qtbot, shell):
    """When all turns are played the review opens, and there is a way back."""
    window = _begin(shell)
    while not window.bridge.view.over:
        before = window.bridge.view.turn
        window._on_end_confirmed()
        assert window.bridge.view.turn > before or window.bridge.view.over
    play = window.bridge.play
    assert isinstance(play, LocalPlay)
    window.top.review.click()
    back = shell.page.findChild(QPushButton, "review.desk")
    assert back is not None
    back.click()

    assert shell.page is window


def test_help_opens_from_every_page(qtbot, shell):
    """F1 is answered at home too."""
    shell.show_help()
    dialogs = [w for w in shell.findChildren(type(shell).__mro__[-3]) if w.objectName() == "help"]
    for dialog in dialogs:
        dialog.close()

    assert len(dialogs) == 1


def test_recent_label_reads_the_file_name():
    """The list of recent exercises says what was played, by whom and when."""
    scenario, seat, when = recent_label(Path("/x/first-order--commander--20261123-104500.tonghe"))

    assert (scenario, seat) == ("first-order", "commander")
    assert when is not None
    assert recent_label(Path("/x/other.tonghe")) == ("", "", None)


def test_a_trial_is_told_from_other_sessions():
    """A session that an author's trial left says so in its name, and what it was in the same words as others."""
    trial, plain = Path(session_name("first-order", "commander", trial=True)), Path(session_name("a", "b"))

    assert is_trial(trial)
    assert recent_label(trial)[:2] == ("first-order", "commander")
    assert not is_trial(plain)
    assert recent_label(plain)[:2] == ("a", "b")
    assert not is_trial(Path("a--b--c--d.tonghe"))
    assert recent_label(Path("a--b--c--d.tonghe")) == ("", "", None)


def test_qt_speaks_chinese(qapp):
    """Qt's own buttons are in the window's language."""
    from PySide6.QtCore import QCoreApplication

    languages = Languages(create_app())
    languages.use("zh")
    word = QCoreApplication.translate("QPlatformTheme", "Cancel")
    languages.use("en")

    other = QCoreApplication.translate("QPlatformTheme", "Cancel")
    languages.drop()

    assert word == "取消"
    assert other == "Cancel"


def test_worker_session_closes_its_thread(qtbot, qapp, theme, tmp_path, told):
    """With the real worker an exercise begins off the window's thread and leaves none behind."""
    import threading

    shell = Shell(qapp, theme, Settings(theme="light"), tmp_path / "s.toml", tmp_path, prompts=told)
    qtbot.addWidget(shell)
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shell.begin(offer("first-order"), "commander", 7)
    qtbot.waitUntil(lambda: isinstance(shell.page, BriefingPage), timeout=30_000)
    shell.show_home()

    assert not [t for t in threading.enumerate() if t.name.startswith("session")]


@pytest.mark.ci
@pytest.mark.parametrize("theme_name", ["light"])
def test_every_screen_has_its_picture(qtbot, qapp, tmp_path, theme_name):
    """`shots` writes a picture of each page and desk."""
    from game.ui.shots import take
    from game.ui.window.registry import desk_classes

    names = {file.stem for file in take(tmp_path, theme=theme_name)}

    assert {"home", "briefing", "paper", "map-township", "waiting", "settings", "editor", *desk_classes()} <= names


def test_the_first_window_is_no_larger_than_the_screen(qtbot, qapp, theme, tmp_path, told):
    """On a laptop's screen the buttons at the bottom are in sight at the first start."""
    made = Shell(qapp, theme, Settings(theme="light"), tmp_path / "settings.toml", tmp_path, prompts=told)
    qtbot.addWidget(made)

    assert made.size() == QSize(1440, 900).boundedTo(made.screen().availableSize())
