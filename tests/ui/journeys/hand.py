"""What every hand that plays the window can do: look, wait, and the verbs that each has in its own way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QWidget,
)

from game.exercise.state import State
from game.exercise.views.shape import View
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.shell import Shell

TURN_MS = 30_000
"""Longest a turn, or the making of a county, may take."""


class Hand:
    """What both hands have in common: they look at the window and wait for it, they never call it."""

    def __init__(self, shell: Shell, qtbot: Any) -> None:
        self.shell, self.qtbot = shell, qtbot
        self.tabs: dict[str, int] = {}
        """How many presses of Tab each widget took; only the keyboard counts."""
        self.cleared: list[tuple[str, str]] = []
        """What lay over what was to be clicked; only the mouse finds it."""

    # Looking

    @property
    def main(self) -> MainWindow:
        """The seat's window."""
        page = self.shell.page
        assert isinstance(page, MainWindow), type(page).__name__
        return page

    @property
    def view(self) -> View:
        """What the seat sees."""
        assert self.shell.bridge is not None
        return self.shell.bridge.view

    @property
    def state(self) -> State:
        """The exercise as it truly stands, for what a test asserts."""
        assert self.shell.bridge is not None
        play = self.shell.bridge.play
        assert isinstance(play, LocalPlay)
        return play.table.session.state

    def all(self, name: str) -> list[QWidget]:
        """Return the visible widgets of an object name in the window, or in the dialog over it."""
        root = QApplication.activeModalWidget() or self.shell
        return [w for w in root.findChildren(QWidget, name) if w.isVisible() and w.width() > 0]

    def see(self, name: str) -> QWidget:
        """Return the one visible widget of an object name."""
        found = self.all(name)
        assert len(found) == 1, f"{name}: {len(found)} in sight on {self._where()}"
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is in sight."""
        return bool(self.all(name))

    def button(self, words: str) -> QPushButton:
        """Return the first visible button whose name contains the words."""
        root = QApplication.activeModalWidget() or self.shell
        buttons = [b for b in root.findChildren(QPushButton) if b.isVisible()]
        found = [b for b in buttons if words in b.accessibleName() or words in b.text()]
        assert found, f"no button “{words}” on {self._where()}: {[b.text() for b in buttons]}"
        return found[0]

    # Waiting

    def until(self, holds: Callable[[], bool], timeout: int = TURN_MS) -> None:
        """Wait for the window, then let it lay out what came: new widgets are shown by a later event than made."""
        self.qtbot.waitUntil(holds, timeout=timeout)
        self.rest()

    def wake(self) -> None:
        """Make the window active again after a popup: what a window system does the offscreen one leaves to us."""
        window = QApplication.activeModalWidget() or self.shell
        if not window.isActiveWindow():
            window.activateWindow()
            self.until(window.isActiveWindow, 2000)
        self.rest()

    def rest(self) -> None:
        """Let the window lay itself out."""
        for _ in range(3):
            QApplication.processEvents()

    def confirm(self) -> None:
        """Answer the question whether the turn may end with urgent matters open."""
        if self.sees("turn.confirm"):
            self.press("turn.confirm")

    def end_turn(self) -> None:
        """End the turn, say yes where asked, and wait for the report."""
        before = self.view.turn
        self._ask_end()
        self.confirm()
        bridge = self.shell.bridge
        assert bridge is not None
        self.until(lambda: self.view.turn > before and not bridge.busy, 10_000)
        self.rest()
        assert self.main.current == "report"

    # Verbs each hand has in its own way

    def press(self, what: str | QWidget) -> None:
        """Press a button."""
        raise NotImplementedError

    def go(self, desk: str) -> None:
        """Show a desk."""
        raise NotImplementedError

    def pick(self, name: str, words: str) -> None:
        """Choose the entry of a combo box that contains the words."""
        raise NotImplementedError

    def number(self, name: str, value: int) -> None:
        """Set a number."""
        raise NotImplementedError

    def row(self, name: str, fits: Callable[[Any], bool]) -> Any:
        """Select the first row of a table whose record fits, and return the record."""
        raise NotImplementedError

    def tick(self, name: str, words: str) -> None:
        """Tick the entry of a list that contains the words, if it is not ticked yet."""
        raise NotImplementedError

    def place(self, village: str) -> None:
        """Select a village on the map."""
        raise NotImplementedError

    def scrub(self, name: str, value: int) -> None:
        """Move a slider."""
        raise NotImplementedError

    def _ask_end(self) -> None:
        raise NotImplementedError

    # Helpers

    def _where(self) -> str:
        page = self.shell.page
        return f"{type(page).__name__} {page.current if isinstance(page, MainWindow) else ''}".strip()

    def _row_of(self, table: QWidget, fits: Callable[[Any], bool]) -> tuple[QModelIndex, Any]:
        proxy = table.proxy  # type: ignore[attr-defined]
        model = table.table_model  # type: ignore[attr-defined]
        for number in range(proxy.rowCount()):
            index = proxy.index(number, 0)
            record = model.record(proxy.mapToSource(index).row())
            if fits(record):
                return index, record
        raise AssertionError(f"no such row in {table.objectName()} ({proxy.rowCount()} rows) on {self._where()}")

    @staticmethod
    def _entry(combo: QComboBox, words: str) -> int:
        texts = [combo.itemText(n) for n in range(combo.count())]
        found = next((n for n, text in enumerate(texts) if words in text), -1)
        assert found >= 0, f"{combo.objectName()} has no “{words}”: {texts}"
        return found


def named(widget: QWidget | None) -> str:
    """Say which widget it is, with the named part it belongs to."""
    part, names = widget, []
    while part is not None and len(names) < 3:
        name = part.objectName() or part.accessibleName()
        if name and not name.startswith("qt_"):
            names.append(name)
        part = part.parentWidget()
    return f"{type(widget).__name__} {' < '.join(names)}"
