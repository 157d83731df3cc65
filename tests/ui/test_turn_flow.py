"""The turn: what was given is taken back while the rules allow it, and a limit of time ends it with its default."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import MINE, assert_named, settle

from game.ui.main_window import MainWindow
from game.ui.settings import Settings
from game.ui.window.limit import WARN_S
from game.ui.window.todo_panel import MOST


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


def test_the_limit_chosen_before_is_in_force_from_the_start(qtbot, bridge):
    """Whoever chose a limit once has it in the next exercise too, and the list of limits shows it, also an odd one."""
    for minutes in (5, 7, 0):
        bridge.settings = Settings(notice_seconds=0, turn_minutes=minutes)
        made = MainWindow(bridge, desks=MINE)
        qtbot.addWidget(made)
        assert made.limit.minutes == minutes
        assert made.limit.left == (minutes * 60 or -1)
        assert made.todo.limit.currentData() == minutes
        made.limit.set_minutes(0)


def test_the_clock_stands_still_while_a_turn_is_worked_out(window, bridge):
    """Nobody loses time to the computer."""
    window.limit.set_minutes(3)
    bridge._busy = True
    window.limit.tick()
    bridge._busy = False
    assert window.limit.left == 180
    window.limit.set_minutes(0)


def test_hundreds_of_matters_are_laid_out_some_at_a_time(window, rich_view, fake, bridge, qtbot):
    """The most urgent stand first; a button brings the next, until all are there."""
    first = rich_view.todo[0]
    many = tuple(replace(first, ref=f"r{n}", title=f"事{n}", urgency=3 if n == 69 else 1) for n in range(70))
    fake.set_view(replace(rich_view, todo=many))
    bridge.refresh()
    window._on_todo()
    settle(window)
    titles = [w.text() for w in window.todo.findChildren(QLabel) if w.text().startswith("事")]
    assert len(titles) == MOST
    assert titles[0] == "事69"
    for shown in (2 * MOST, 70):
        more = next(b for b in window.todo.findChildren(QPushButton) if b.objectName() == "turn.more")
        more.setFocus()
        qtbot.keyClick(more, Qt.Key.Key_Space)
        settle(window)
        titles = [w.text() for w in window.todo.findChildren(QLabel) if w.text().startswith("事")]
        assert len(set(titles)) == len(titles) == shown
    assert not [b for b in window.todo.findChildren(QPushButton) if b.objectName() == "turn.more"]
    assert_named(window.todo)
    window.todo.refresh(rich_view)
