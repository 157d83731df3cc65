"""The turn: what was given is taken back while the rules allow it, and a limit of time ends it with its default."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from uihelp import assert_named, settle

from game.ui.main_window import MainWindow
from game.ui.settings import Settings
from game.ui.window.limit import WARN_S


@pytest.fixture
def window(qtbot, bridge):
    bridge.settings = Settings(notice_seconds=0)
    made = MainWindow(bridge)
    qtbot.addWidget(made)
    settle(made)
    return made


def _undoable(view, turn):
    return replace(view, seat=replace(view.seat, undo=("issue_order", view.orders[0].id, turn)))


def test_undo_is_offered_in_its_own_turn_only(window, bridge, fake, rich_view, qtbot):
    """The button names what would go back, by mouse and by Ctrl+Z; in the next turn it is gone."""
    assert not window.top.undo.isVisible()
    fake.set_view(_undoable(rich_view, rich_view.turn))
    bridge.refresh()
    assert window.top.undo.isVisible()
    assert bridge.names.title(rich_view.orders[0].id) in window.top.undo.accessibleName()
    assert_named(window.top)
    qtbot.mouseClick(window.top.undo, Qt.MouseButton.LeftButton)
    next(k for k in window.findChildren(QShortcut) if k.key().toString() == "Ctrl+Z").activated.emit()
    assert [kind for kind, _ in fake.sent] == ["undo_last"] * len(fake.sent)
    assert len(fake.sent) == 2
    fake.set_view(_undoable(rich_view, rich_view.turn - 1))
    bridge.refresh()
    assert not window.top.undo.isVisible()


def test_a_turn_with_a_limit_ends_by_itself(window, fake, qtbot):
    """The time left stands on the button, is spoken of before it runs out, and then the turn ends as it is."""
    window.todo.limit.setCurrentIndex(1)
    window.todo.limit.activated.emit(1)
    assert window.limit.left == 180
    assert "3:00" in window.top.end.text()
    with qtbot.waitSignal(window.limit.near):
        for _ in range(180 - WARN_S):
            window.limit.tick()
    assert fake.turns == 0
    for _ in range(WARN_S):
        window.limit.tick()
    assert fake.turns == 1
    assert window.limit.left == 180, "the next turn has its own time"
    window.todo.limit.setCurrentIndex(0)
    window.todo.limit.activated.emit(0)
    assert window.limit.left == -1
    assert ":" not in window.top.end.text()
    window.limit.tick()
    assert fake.turns == 1


def test_the_clock_stands_still_while_a_turn_is_worked_out(window, bridge):
    """Nobody loses time to the computer."""
    window.limit.set_minutes(3)
    bridge._busy = True
    window.limit.tick()
    bridge._busy = False
    assert window.limit.left == 180
    window.limit.set_minutes(0)
