"""The frame around the desks: what it shows, how one goes from desk to desk, and its notices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton
from uihelp import MINE, assert_named, assert_not_clipped, settle

from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.main_window import MainWindow
from game.ui.theme import Theme


def test_every_control_has_a_name(window):
    """A screen reader can say every control of the window, on every desk."""
    for desk in window.desk_names():
        window.show_desk(desk)
        assert_named(window)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("desk", ["inbox", "map"])
def test_no_text_is_cut(qtbot, qapp, fake, scale, desk):
    """Labels and buttons show their whole text, also in large type."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = MainWindow(bridge, desks=MINE)
    qtbot.addWidget(window)
    settle(window)
    for ref in ("", "dry-wells" if desk == "inbox" else "township:yunling"):
        window.show_desk(desk, ref)
        settle(window)
        assert_not_clipped(window)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_window_fits_a_projector(qtbot, qapp, fake, scale):
    """The frame needs no more than 1440 pixels in any text size; a desk that needs more scrolls."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    window = MainWindow(Bridge(fake, theme), desks=MINE)
    qtbot.addWidget(window)

    assert window.minimumSizeHint().width() <= 1440


def test_head_shows_date_attention_and_what_waits(window):
    """The bar on top says where the exercise stands."""
    texts = " ".join(label.text() for label in window.top.findChildren(QLabel))

    assert "10月15日(第5周)" in texts
    assert "精力 9/14" in texts
    assert "待办 6" in window.top.todo.text()
    assert "急 2" in window.top.todo.text()
    assert "集中攻坚" in window.top.ribbon.accessibleName()


def test_hidden_desks_refresh_when_shown(window, bridge, fake, rich_view):
    """A desk that is not seen does no work until it is."""
    seen: list[int] = []
    desk = window.desk("map")
    desk.refresh = lambda view: seen.append(view.day)  # type: ignore[method-assign]
    window.show_desk("inbox")
    fake.set_view(replace(rich_view, day=42))
    bridge.refresh()
    assert seen == []
    window.show_desk("map")

    assert seen == [42]


def test_keys_change_desks(qtbot, window):
    """Ctrl and a digit shows a desk."""
    for shortcut in window.findChildren(type(window._key("F2"))):
        if shortcut.key().toString() == "Ctrl+2":
            shortcut.activated.emit()

    assert window.stack.currentWidget() is window.desk("map")


def test_focus_request_shows_the_desk_with_its_place(window, bridge):
    """Whoever asks for a desk with a reference gets it shown and preset."""
    bridge.focus("map", "village:qingshan-06")

    assert window.stack.currentWidget() is window.desk("map")
    assert window.desk("map").place == "village:qingshan-06"


def test_unknown_desk_changes_nothing(window, bridge):
    """A reference to a desk that this build lacks is no fault."""
    bridge.focus("nowhere", "x")

    assert window.stack.currentWidget() is window.desk("inbox")


def test_palette_finds_places_and_goes_there(window):
    """Ctrl+K finds a township by its name and shows it."""
    window._on_search()
    window.palette_box.field.setText("云岭镇")
    window.palette_box._on_item(window.palette_box.list.item(0))

    assert window.desk("map").place == "township:yunling"
    assert window.palette_box.isHidden()


def test_theme_changes_rebuild_cleanly(qtbot, qapp, fake):
    """The window stands in every theme."""
    for name in ("light", "dark", "contrast"):
        theme = Theme(name, 100)
        theme.apply(qapp)
        window = MainWindow(Bridge(fake, theme), desks=MINE)
        qtbot.addWidget(window)
        settle(window)
        assert not window.grab().isNull()


def test_a_notice_lies_over_no_control(window):
    """A line of notice passes over the ribbon: the buttons below are pressed while it is there."""
    window.toasts.say("已办：下乡走访")
    settle(window)
    lies = window.toasts.geometry()
    under = [
        button.objectName() or button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible()
        and not window.toasts.isAncestorOf(button)
        and QRect(button.mapTo(window, QPoint(0, 0)), button.size()).intersects(lies)
    ]

    assert window.rect().contains(lies)
    assert under == []


def test_refusals_are_said(window, bridge, fake):
    """A refused command shows its sentence."""
    fake.refuse = Refusal("no_attention")
    bridge.submit("field_visit", village="qingshan-01")

    assert len(window.toasts.texts()) == 1
    assert "no_attention" not in window.toasts.texts()[0]


def test_no_more_than_four_notices(window, bridge):
    """Notices do not pile up."""
    for number in range(9):
        bridge.notice.emit(f"第{number}条")

    assert len(window.toasts.texts()) == 4
