"""Whole journeys: the real window, real sessions in a folder of the test's own, and one hand that plays."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("hand", "keys", "mouse", "story")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from steps import Hand, Keys, Mouse

from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.theme import Theme

SEED = 20190902


class Flashes(QObject):
    """Notes widgets that are shown as windows of their own though nobody asked for a window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every window that comes up."""
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        stray = shown and isinstance(watched, QWidget) and not isinstance(watched, (QMainWindow, QDialog))
        if stray and watched.windowType() is Qt.WindowType.Window:
            self.seen.append(f"{type(watched).__name__} {watched.objectName() or watched.accessibleName()}")
        return False


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

    flashes = Flashes(qapp)
    qapp.installEventFilter(flashes)

    opened_ones: list[Shell] = []

    def opened() -> Shell:
        shell = Shell(qapp, theme, Settings(theme="light"), tmp_path / "settings.toml", sessions)
        opened_ones.append(shell)
        qtbot.addWidget(shell)
        shell.resize(1440, 900)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow, timeout=5000)
        shell.home.load()
        qtbot.waitUntil(lambda: shell.home.list.shown() >= 2, timeout=20_000)
        return shell

    yield opened
    for shell in opened_ones:
        shell.close()
    qapp.removeEventFilter(flashes)
    flashes.deleteLater()
    assert flashes.seen == []
    qapp.setDoubleClickInterval(patience)


@pytest.fixture
def mouse(open_shell, qtbot) -> Hand:
    """Return the hand that has only a mouse."""
    return Mouse(open_shell(), qtbot)


@pytest.fixture
def keys(open_shell, qtbot) -> Hand:
    """Return the hand that has only a keyboard."""
    return Keys(open_shell(), qtbot)
