"""The guide of a starter exercise: where it stands, what it rings, and what it says next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakeview import guided
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from uihelp import settle

from game.ui.settings import Settings


@pytest.mark.parametrize("point", ["inbox.list", "turn.end", "map.view", "nav.inbox", "inbox.search", "no.such.part"])
@pytest.mark.parametrize("desk", ["inbox", "map"])
def test_guide_never_covers_its_target(window, bridge, fake, rich_view, point, desk):
    """The callout stands beside what it speaks of."""
    window.show_desk(desk)
    fake.set_view(replace(rich_view, guide=guided(point)))
    bridge.refresh()
    settle(window)
    window.guide.place()
    target = window.findChild(QWidget, point)

    assert window.guide.isVisible()
    if target is not None and target.isVisible() and point != "map.view":
        area = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        assert not window.guide.geometry().intersects(area)


def test_guide_leads_to_the_desk(window, bridge, fake, rich_view):
    """“带我去” shows the desk the step points at."""
    window.show_desk("map")
    fake.set_view(replace(rich_view, guide=guided("inbox.list")))
    bridge.refresh()
    window.guide.go.click()

    assert window.stack.currentWidget() is window.desk("inbox")


def test_guide_can_be_switched_off(window, bridge, fake, rich_view):
    """Whoever wants no guide sees none."""
    bridge.settings = Settings(guide=False)
    fake.set_view(replace(rich_view, guide=guided()))
    bridge.refresh()

    assert window.guide.isHidden()


def test_the_guide_shows_the_village_it_names(window, bridge, fake, rich_view):
    """On the map a village is one dot of many: “指给我看” selects the one that the step speaks of."""
    village = rich_view.villages[3]
    step = replace(guided("map.view"), text=f"在地图上点{village.name}。")
    fake.set_view(replace(rich_view, guide=step))
    window.show_desk("map")
    bridge.refresh()
    settle(window)
    assert window.guide.go.isVisible()
    window.guide.go.click()

    assert window.desk("map").place == f"village:{village.id}"


def test_the_guide_is_dragged_away_until_the_next_step(qtbot, window, bridge, fake, rich_view):
    """Whoever wants to see what lies below the callout moves it; the next step stands where it belongs again."""
    fake.set_view(replace(rich_view, guide=guided("inbox.list")))
    bridge.refresh()
    settle(window)
    before = window.guide.pos()
    grip = QPoint(6, 6)
    qtbot.mousePress(window.guide, Qt.MouseButton.LeftButton, pos=grip)
    drag = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(grip) + QPointF(60, -40),
        window.guide.mapToGlobal(QPointF(grip) + QPointF(60, -40)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.guide, drag)
    assert window.guide.pos() == before + QPoint(60, -40)
    window.guide.place()
    assert window.guide.pos() == before + QPoint(60, -40)
    fake.set_view(replace(rich_view, guide=replace(guided("inbox.list"), id="another")))
    bridge.refresh()
    assert window.guide.pos() == before


def test_the_guides_ring_follows_what_it_points_at(window, bridge, fake, rich_view):
    """The bar on top grows while the county works; afterwards the ring stands around its button again."""
    fake.set_view(replace(rich_view, guide=guided("map.view")))
    bridge.refresh()
    settle(window)
    window.top.busy.setVisible(True)
    settle(window)
    window.guide.place()
    window.top.busy.setVisible(False)
    settle(window)
    nav = window.nav.findChild(QPushButton, "nav.map")
    around = QRect(nav.mapTo(window, QPoint(0, 0)), nav.size()).adjusted(-5, -5, 5, 5).intersected(window.rect())

    assert window.guide._ring.geometry() == around
