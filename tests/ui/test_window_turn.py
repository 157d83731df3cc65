"""The end of a turn: what is asked before it, what waits, and what is said when it breaks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import press

from game.ui.settings import Settings


def test_urgent_things_are_asked_about_before_the_turn_ends(qtbot, window, fake):
    """With something urgent open the first press asks, the confirmation ends the turn."""
    press(window, "turn.end")
    assert fake.turns == 0
    assert not window.todo.isHidden()
    press(window, "turn.confirm")

    assert fake.turns == 1


def test_staying_keeps_the_turn(window, fake):
    """Whoever goes back to work ends nothing."""
    press(window, "turn.end")
    press(window, "turn.stay")

    assert fake.turns == 0


def test_nothing_urgent_ends_at_once(window, bridge, fake, rich_view):
    """Without urgent matters nobody is asked."""
    fake.set_view(replace(rich_view, todo=tuple(t for t in rich_view.todo if t.urgency < 2)))
    bridge.refresh()
    press(window, "turn.end")

    assert fake.turns == 1


def test_asking_can_be_switched_off(window, bridge, fake):
    """The settings decide whether the window asks."""
    bridge.settings = Settings(confirm_end=False)
    press(window, "turn.end")

    assert fake.turns == 1


def test_what_waits_says_the_harm_and_leads_there(window):
    """Each waiting matter names what happens if nobody acts, and a press goes to its desk."""
    press(window, "turn.todo")
    words = " ".join(label.text() for label in window.todo.findChildren(QLabel))
    assert "不办" in words
    assert "harm." not in words
    assert "todo." not in words
    go = next(b for b in window.todo.findChildren(QPushButton) if "青杉乡两村水井断流" in b.accessibleName())
    go.click()

    assert window.desk("inbox").list.selected().record.id == "dry-wells"


def test_a_broken_turn_is_said_in_the_window(window, bridge, fake):
    """A turn that breaks off is told with its reason."""
    fake.fault = RuntimeError("磁盘已满")
    bridge.settings = Settings(confirm_end=False)
    press(window, "turn.end")

    assert any("磁盘已满" in text for text in window.toasts.texts())


def test_review_replaces_the_end_of_the_turn(window, bridge, fake, rich_view):
    """When the exercise is over the button leads to the review."""
    fake.set_view(replace(rich_view, over=True))
    bridge.refresh()

    assert window.top.end.isHidden()
    assert not window.top.review.isHidden()


def test_a_double_click_ends_no_turn_twice(qtbot, window, bridge, fake):
    """The second click of a double one is not taken: it was meant for the button that stood here on the page before."""
    bridge.settings = Settings(confirm_end=False)
    qtbot.mouseDClick(window.top.end, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(window.top.end, Qt.MouseButton.LeftButton)
    assert fake.turns == 0
    qtbot.mouseClick(window.top.end, Qt.MouseButton.LeftButton)

    assert fake.turns == 1
