"""The guide of a starter exercise: where it stands, what it rings, and what it says next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakeview import guided
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from uihelp import MINE, assert_named, assert_not_clipped, press, settle

from game.exercise.views.shape import GuideView
from game.session.library import load_scenario
from game.ui.bridge import Bridge
from game.ui.desk.inbox import InboxDesk
from game.ui.desk.orders import OrdersDesk
from game.ui.main_window import MainWindow
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.window.guide_beats import Beat, beats
from game.ui.window.guide_place import core, corner_for, in_use


@pytest.mark.ci
@pytest.mark.parametrize("point", ["inbox.list", "turn.end", "map.view", "nav.inbox", "inbox.search", "no.such.part"])
@pytest.mark.parametrize("desk", ["inbox", "map"])
def test_guide_never_covers_its_target(window, bridge, fake, rich_view, point, desk):
    """The callout stands beside what it speaks of; the part of a list that holds no rows is free."""
    window.show_desk(desk)
    fake.set_view(replace(rich_view, guide=guided(point)))
    bridge.refresh()
    settle(window)
    window.guide.place()
    target = window.findChild(QWidget, point)

    assert window.guide.isVisible()
    if target is not None and target.isVisible() and point != "map.view":
        area = core(target, QRect(target.mapTo(window, QPoint(0, 0)), target.size()), window)
        assert not area.isEmpty()
        assert not window.guide.geometry().intersects(area)


def test_the_callout_stands_in_the_free_part_of_a_list_rather_than_over_words(qtbot, qapp, fake, rich_view):
    """On a small screen in large type a short list has room below its rows: next to nothing is hidden for it."""
    theme = Theme("light", 150)
    theme.apply(qapp)
    few = replace(rich_view, guide=guided("inbox.list"), inbox=rich_view.inbox[:1])
    fake.set_view(few)
    made = MainWindow(Bridge(fake, theme), desks=MINE)
    qtbot.addWidget(made)
    made.show_desk("inbox")
    settle(made, 1280, 720)
    made.guide.place()
    mine = made.guide.geometry()
    hidden = [part.intersected(mine) for part in in_use(made, (made.guide, made.guide._ring))]
    assert sum(part.width() * part.height() for part in hidden) * 10 < mine.width() * mine.height()
    made.bridge.close()
    Theme("light", 100).apply(qapp)


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


# One thing at a time

SEVERAL = """写之前先看一眼。
1. 在[针对的问题](order.target)里选一个。
2. [数量](order.amount)对一对。
3. [凭什么算完成](order.evidence)选“入户核查”。
4. 点[签发](order.sign)。
"""


@pytest.fixture
def ordering(qtbot, bridge, fake, rich_view) -> MainWindow:
    """Return a window at a step that asks for several things of the order desk, on a small screen."""
    made = MainWindow(bridge, desks={"inbox": InboxDesk, "order": OrdersDesk})
    qtbot.addWidget(made)
    fake.set_view(replace(rich_view, guide=replace(guided("order.compose"), text=SEVERAL)))
    bridge.refresh()
    made.show_desk("order")
    settle(made, 1280, 720)
    return made


def _ring(window: MainWindow) -> QRect:
    return window.guide._ring.geometry()


def test_a_list_is_told_item_by_item():
    """Each item of a numbered list is one thing to do with the part it names; what stands before goes with the first."""
    step = replace(guided("order.compose"), text=SEVERAL)

    assert [beat.point for beat in beats(step)] == ["order.target", "order.amount", "order.evidence", "order.sign"]
    assert beats(step)[0].text == "写之前先看一眼。\n\n在**针对的问题**里选一个。"
    assert beats(step)[1].text == "**数量**对一对。"


def test_a_text_without_a_list_is_one_thing():
    """Any other text stays whole, with the step's own part where no link names another; an item may have more lines."""
    assert beats(replace(guided("turn.end"), text="点“结束本回合”。")) == (Beat("点“结束本回合”。", "turn.end"),)
    assert beats(replace(guided("map.view"), text="点[走访](map.field_visit)。"))[0].point == "map.field_visit"
    assert [b.text for b in beats(replace(guided(), text="1. 甲\n   乙\n2. 丙"))] == ["甲\n乙", "丙"]


def test_next_goes_on_and_takes_the_focus_along(ordering):
    """“下一条” speaks of the next part and gives it the focus; on the last there is no next, and back leads back."""
    guide = ordering.guide
    assert (guide.point, guide.next.isVisible(), guide.back.isVisible()) == ("order.target", True, False)
    press(ordering, "guide.next")
    assert guide.point == "order.amount"
    assert ordering.focusWidget() is ordering.findChild(QWidget, "order.amount")
    press(ordering, "guide.next")
    press(ordering, "guide.next")
    settle(ordering, 1280, 720)
    assert (guide.point, guide.next.isVisible()) == ("order.sign", False)
    press(ordering, "guide.back")

    assert guide.point == "order.evidence"


def test_what_is_spoken_of_is_brought_into_sight(ordering):
    """A field below the fold is scrolled to, and the ring stands around the whole of it, its small buttons included."""
    guide = ordering.guide
    for point in ("order.amount", "order.evidence"):
        press(ordering, "guide.next")
        settle(ordering, 1280, 720)
        field = ordering.findChild(QWidget, point)
        assert guide.point == point
        assert field.visibleRegion().boundingRect() == field.rect()
        assert _ring(ordering).contains(QRect(field.mapTo(ordering, QPoint(0, 0)), field.size()))
    press(ordering, "guide.back")
    settle(ordering, 1280, 720)
    chip = ordering.findChild(QWidget, "order.amount.most")

    assert _ring(ordering).contains(QRect(chip.mapTo(ordering, QPoint(0, 0)), chip.size()))


@pytest.mark.parametrize(
    ("taken", "spoken"), [("order.evidence", "order.evidence"), ("order.amount.most", "order.amount")]
)
def test_the_guide_follows_the_hand(ordering, taken, spoken):
    """Whoever takes up a later field, or a small button of it, is told of that one; other parts change nothing."""
    ordering.activateWindow()
    part = ordering.findChild(QWidget, taken)
    part.setFocus()
    QApplication.instance().focusChanged.emit(None, part)
    assert ordering.guide.point == spoken
    QApplication.instance().focusChanged.emit(part, ordering.findChild(QWidget, "order.task"))

    assert ordering.guide.point == spoken


def test_what_comes_into_sight_is_spoken_of(window, bridge, fake, rich_view):
    """The first thing opens the part of the second: once that is in sight the guide goes on by itself, not before."""
    text = "1. 点开[收文](inbox.list)里的一份。\n2. 读完[它](inbox.sheet)。"
    fake.set_view(replace(rich_view, guide=replace(guided("inbox.list"), text=text)))
    bridge.refresh()
    settle(window)
    assert window.guide.point == "inbox.list"
    window.desk("inbox").focus_on("dry-wells")
    settle(window)
    window.guide.place()

    assert window.guide.point == "inbox.sheet"


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_in_the_callout_is_cut(qtbot, qapp, fake, rich_view, scale):
    """Its buttons and its count have room in every size of type, also in the midst of a list."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.set_view(
        replace(rich_view, guide=replace(guided("inbox.list"), text="1. [甲](inbox.list)\n2. [乙](turn.end)\n3. 丙"))
    )
    bridge = Bridge(fake, theme)
    window = MainWindow(bridge, desks=MINE)
    qtbot.addWidget(window)
    settle(window, 1280, 720)
    for _ in range(2):
        assert_not_clipped(window.guide)
        assert_named(window.guide)
        press(window, "guide.next")
        settle(window, 1280, 720)
    bridge.close()


def test_another_step_begins_at_its_first_thing(ordering, bridge, fake, rich_view):
    """A new step does not go on where the old one stopped."""
    press(ordering, "guide.next")
    other = replace(guided("order.compose"), id="other", text="1. [甲](order.sign)\n2. [乙](order.reset)")
    fake.set_view(replace(rich_view, guide=other))
    bridge.refresh()

    assert ordering.guide.point == "order.sign"


def test_the_starter_points_at_parts_there_are(qtbot, bridge):
    """Every part that the starter's guide speaks of is in the window, on the desk of its first word."""
    scenario = load_scenario("first-order").scenario
    assert scenario is not None
    made = MainWindow(bridge)
    qtbot.addWidget(made)
    settle(made)
    for desk, ref in (("inbox", "dry-wells"), ("order", "o1"), ("contract", ""), ("supervision", "q-dry-wells")):
        made.show_desk(desk, ref)
    count = len(scenario.guide)
    steps = [GuideView(n, count, s.id, s.title, s.text, s.point) for n, s in enumerate(scenario.guide)]
    points = {beat.point for step in steps for beat in beats(step)}
    settle(made)

    assert len(points) > len(steps)
    assert [point for point in sorted(points) if made.findChild(QWidget, point) is None] == []


# Where it stands


def test_the_callout_hides_as_little_as_can_be():
    """Beside its target it stands where no words are; the target itself is never covered where there is room."""
    room, size, spot = QRect(0, 0, 1366, 768), QSize(340, 180), QRect(560, 200, 400, 40)
    full = [QRect(980, 100, 380, 640)]
    corner = corner_for(size, spot, room, full, 16, high=False)
    mine = QRect(corner, size)
    assert room.contains(mine)
    assert not mine.intersects(spot)
    assert not mine.intersects(full[0])
    left = [*full, QRect(0, 0, 550, 400)]
    mine = QRect(corner_for(size, spot, room, left, 16, high=False), size)

    assert not any(mine.intersects(one) for one in (spot, *left))


def test_a_target_that_fills_the_room_is_hidden_least_where_nothing_is_written():
    """Where there is no room beside the target a corner without words is taken."""
    room, size = QRect(0, 0, 800, 600), QSize(340, 180)
    words = [QRect(0, 0, 800, 380), QRect(400, 380, 400, 220)]

    assert corner_for(size, room, room, words, 16, high=False) == QPoint(16, 600 - 180 - 16 - 1)


def test_only_rows_of_a_list_are_in_use(window):
    """The free part of a list below its rows may be covered; words and buttons may not."""
    window.show_desk("inbox")
    settle(window)
    listed = window.desk("inbox").list
    whole = QRect(listed.mapTo(window, QPoint(0, 0)), listed.size())
    parts = in_use(window, ())
    rows = [part for part in parts if whole.contains(part.center())]
    end = window.top.end

    assert rows
    assert all(part.bottom() < whole.bottom() - 20 for part in rows)
    assert QRect(end.mapTo(window, QPoint(0, 0)), end.size()) in parts
