"""Orders along the calendar: what is late stands on top and out, and a row opens its order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from uihelp import assert_named, settle

from game.ui.desk.order_timeline import end_of, marks, span_of
from game.ui.desk.orders import OrdersDesk


@pytest.fixture
def desk(qtbot, bridge):
    made = OrdersDesk(bridge)
    qtbot.addWidget(made)
    settle(made)
    made._form.choose("timeline")
    made._form.picked.emit("timeline")
    settle(made)
    return made


def test_late_and_returned_orders_stand_on_top(desk, bridge, qtmodeltester):
    """The rows begin with what is overdue; each says when it was signed, when it is due and how late it is."""
    rows = desk.timeline.table_model.records
    states = [o.state for o in rows]

    assert states[0] == "overdue"
    assert states == sorted(states, key=lambda s: s not in ("overdue", "returned"))
    assert "超期9天" in desk.timeline.spoken(replace(rows[0], deadline=bridge.view.day - 9))
    assert bridge.names.date(rows[0].issued, week=False) in desk.timeline.spoken(rows[0])
    qtmodeltester.check(desk.timeline.table_model)
    assert_named(desk)


def test_the_arrow_keys_open_an_order(desk, qtbot):
    """Going down the calendar shows the order's sheet beside it."""
    desk.timeline.setFocus()
    qtbot.keyClick(desk.timeline, Qt.Key.Key_Down)
    qtbot.keyClick(desk.timeline, Qt.Key.Key_Down)
    chosen = desk.timeline.selected()

    assert chosen is not None
    assert desk.sheet.order is not None
    assert desk.sheet.order.id == chosen.id


def test_the_calendar_holds_every_order_and_today(rich_view):
    """A bar ends at its deadline, at today where it is overdue, at the day it was closed."""
    order = rich_view.orders[0]
    late = replace(order, state="overdue", issued=3, deadline=10)
    shut = replace(order, state="accepted", issued=3, deadline=40, closed=12)

    assert end_of(late, 30) == 30
    assert end_of(shut, 30) == 12
    assert span_of([late, shut], 30) == (3, 30)
    assert span_of([], 30) == (30, 37)
    assert len(marks(0, 2000)) <= 7
