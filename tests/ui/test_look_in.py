"""An instructor looks into an exercise from the home page: asked first, reading alone, and back home."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QPushButton

from game.bots.table import Table
from game.session.library import load_scenario
from game.session.session import Session
from game.ui.prompts import Prompts
from game.ui.review.page import ReviewPage
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.worker import Direct


class Asked(Prompts):
    """Agrees or not, names a file, and remembers what was asked and told."""

    def __init__(self) -> None:
        super().__init__()
        self.agrees, self.file = True, Path()
        self.asked: list[str] = []
        self.told: list[str] = []

    def confirm(self, parent, title, text, yes, done, *, no="", detail="", danger=False):
        self.asked.append(f"{text} {detail}")
        done(self.agrees)

    def open_file(self, parent, title, pattern, done):
        done(self.file)

    def tell(self, parent, title, text):
        self.told.append(text)


@pytest.fixture
def saved(tmp_path) -> Path:
    """An exercise of two turns, on disk."""
    path = tmp_path / "first-order--first-secretary--20261127-090000.tonghe"
    session = Session.create(path, load_scenario("first-order").bundle, seed=3, humans=["first-secretary"])
    table = Table(session, people=set())
    table.open()
    table.advance()
    table.advance()
    session.close()
    return path


@pytest.fixture
def prompts(qapp) -> Asked:
    return Asked()


@pytest.fixture
def shell(qapp, qtbot, theme, tmp_path, saved, prompts):
    made = Shell(qapp, theme, Settings(recent=(str(saved),)), tmp_path / "s.json", tmp_path, prompts=prompts)
    qtbot.addWidget(made)
    made.home.load(at_once=True)
    made._reviews().worker = Direct()
    yield made
    made.close()


def looked(shell) -> ReviewPage:
    assert isinstance(shell.page, ReviewPage)
    return shell.page


def menu_of(shell) -> QMenu:
    shell.home.look_in.click()
    menu = shell.home.findChild(QMenu, "home.look.menu")
    assert menu is not None
    return menu


def leave(shell, qtbot) -> None:
    page = looked(shell)
    page.findChild(QPushButton, "review.home").click()
    qtbot.waitUntil(lambda: not page.replay.frames._going, timeout=5000)


def test_what_was_played_last_is_offered(shell, qtbot, prompts, saved):
    """The menu names it; the truth is shown only after a word of warning; home is one press away."""
    menu = menu_of(shell)
    first, other = menu.actions()[0], menu.actions()[-1]
    assert "2026-11-27" in first.text()
    assert other.text().endswith("…")
    first.trigger()
    menu.close()
    assert "真实" in prompts.asked[0]
    assert "replay" in looked(shell)._order
    assert "score" not in looked(shell)._order
    leave(shell, qtbot)
    assert shell.page is shell.home


def test_looking_changes_nothing(shell, qtbot, saved):
    """Not a byte of the file, and it can be played on afterwards."""
    before = hashlib.sha256(saved.read_bytes()).hexdigest()
    shell.look(saved)
    looked(shell).replay.go_to_turn(1)
    leave(shell, qtbot)
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == before
    with_next = Session.open(saved)
    assert with_next.state.turn == 2
    with_next.close()


def test_who_would_rather_not_sees_nothing(shell, prompts, saved):
    """No page, no session."""
    prompts.agrees = False
    shell.look(saved)
    assert shell.page is shell.home


def test_another_file_can_be_chosen(shell, qtbot, prompts, saved):
    """An instructor gets files of others."""
    prompts.file = saved
    menu = menu_of(shell)
    menu.actions()[-1].trigger()
    menu.close()
    looked(shell)
    leave(shell, qtbot)


def test_a_file_that_is_none_is_refused_in_words(shell, prompts, tmp_path):
    """The reason is told, the home page stays and takes further presses."""
    wrong = tmp_path / "x.tonghe"
    wrong.write_text("nothing", encoding="utf-8")
    shell.look(wrong)
    shell.look(tmp_path / "gone.tonghe")
    assert len(prompts.told) == 2
    assert shell.page is shell.home
    assert shell.home.look_in.isEnabled()


def test_an_exercise_that_is_over_shows_its_score(shell, qtbot, tmp_path):
    """Then there is nothing left to give away."""
    path = tmp_path / "over.tonghe"
    session = Session.create(path, load_scenario("first-order").bundle, seed=3, humans=[])
    table = Table(session)
    table.open()
    table.run_to_end()
    session.close()
    shell.look(path)
    assert "score" in looked(shell)._order
    leave(shell, qtbot)


def test_a_second_look_lets_go_of_the_first(shell, qtbot, saved):
    """No file stays open behind the page."""
    shell.look(saved)
    first = shell.reviews._session
    leave(shell, qtbot)
    assert shell.reviews._session is None
    shell.look(saved)
    assert shell.reviews._session is not first
    leave(shell, qtbot)


def test_what_a_damaged_file_lost_is_told(shell, qtbot, prompts, saved, monkeypatch):
    """An instructor is not shown a shortened exercise as if it were whole."""
    opened = Session.open

    def damaged(path: Path, **kept: object) -> Session:
        session = opened(path, **kept)
        session.damage = "后面两条指令读不出来。"
        return session

    monkeypatch.setattr(Session, "open", damaged)
    shell.look(saved)
    assert prompts.told == ["后面两条指令读不出来。"]
    leave(shell, qtbot)
