"""What has a place leads to it on the map, whichever desk it stands on; and words are found in messages too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from uihelp import settle

from game.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot, bridge) -> MainWindow:
    """The frame with all its desks."""
    made = MainWindow(bridge)
    qtbot.addWidget(made)
    settle(made)
    return made


def press(window, name: str) -> None:
    found = [one for one in window.findChildren(QPushButton, name) if one.isVisibleTo(window)]
    assert found, name
    found[0].click()


@pytest.mark.parametrize(
    ("desk", "record", "button"),
    [
        ("order", "o1", "order.link.map"),
        ("contract", "c1", "contract.map"),
        ("supervision", "q-a81f02cd", "supervision.map"),
    ],
)
def test_a_record_with_a_place_is_seen_on_the_map(window, desk, record, button):
    """The map comes to the front with that place selected and its sheet open."""
    window.show_desk(desk, record)
    settle(window)
    press(window, button)
    view, shown = window.bridge.view, window.desk("map").place
    places = {
        "order": lambda: next(o.place for o in view.orders if o.id == record),
        "contract": lambda: next(c.object for c in view.contracts if c.id == record),
        "supervision": lambda: next(f"village:{p.village}" for p in view.problems if p.id == record),
    }
    assert window.current == "map"
    assert shown == places[desk]()


def test_an_order_for_the_whole_county_has_no_place_to_show(window):
    """A county-wide record offers nothing that would lead nowhere."""
    wide = [order for order in window.bridge.view.orders if order.place == "county"]
    for order in wide:
        window.show_desk("order", order.id)
        settle(window)
        assert not [b for b in window.findChildren(QPushButton, "order.link.map") if b.isVisibleTo(window)]


def test_the_search_finds_words_in_messages(window):
    """By whom it is with, and by what was written; an empty line shows all again."""
    window.show_desk("inbox")
    settle(window)
    desk = window.desk("inbox")
    pane = desk._messages
    whole = pane.list.shown()
    thread = pane.list.table_model.records[-1]
    desk._search.setText(thread.messages[0].text[:4])
    assert 1 <= pane.list.shown() <= whole
    desk._search.setText("没有人写过这几个字")
    assert pane.list.shown() == 0
    desk._search.setText("")
    assert pane.list.shown() == whole
