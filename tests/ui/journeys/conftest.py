"""Whole journeys: the real window, real sessions in a folder of the test's own, and one hand that plays."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("steps")

from PySide6.QtWidgets import QApplication
from steps import Hand, Keys, Mouse

from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.theme import Theme

SEED = 20190902


@pytest.fixture
def open_shell(qtbot, qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch) -> Iterator[Callable[[], Shell]]:
    """Open the program's window over the test's own folder; every exercise begun in it has the same seed."""
    monkeypatch.setattr("game.session.session.secrets.randbits", lambda _bits: SEED)
    monkeypatch.chdir(tmp_path)
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    patience = qapp.doubleClickInterval()
    # A popup takes no click for as long as a double click may last
    qapp.setDoubleClickInterval(1)

    def opened() -> Shell:
        shell = Shell(qapp, theme, Settings(theme="light"), tmp_path / "settings.toml", sessions)
        qtbot.addWidget(shell)
        shell.resize(1440, 900)
        shell.show()
        shell.activateWindow()
        qtbot.waitExposed(shell)
        shell.home.load()
        qtbot.waitUntil(lambda: shell.home.list.shown() >= 2, timeout=20_000)
        return shell

    yield opened
    qapp.setDoubleClickInterval(patience)


@pytest.fixture
def mouse(open_shell, qtbot) -> Hand:
    """Return the hand that has only a mouse."""
    return Mouse(open_shell(), qtbot)


@pytest.fixture
def keys(open_shell, qtbot) -> Hand:
    """Return the hand that has only a keyboard."""
    return Keys(open_shell(), qtbot)
