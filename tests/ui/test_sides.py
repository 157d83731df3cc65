"""Two sides of a desk in a window that has room for both, and in one that has not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from uihelp import settle

from game.ui.bridge import Bridge
from game.ui.theme import Theme
from game.ui.widgets import FlowLayout, Meter, Sides, level, reveal
from game.ui.window.topbar import TopBar


def side(width: int) -> QWidget:
    made = QWidget()
    made.setMinimumWidth(width)
    QVBoxLayout(made).addWidget(QLabel("字"))
    return made


def stand(sides: Sides, width: int) -> None:
    """Give the sides so much of a window."""
    sides.setGeometry(0, 0, width, 400)
    settle(sides.window(), 900, 400)


@pytest.fixture
def sides(qtbot, theme) -> Sides:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Sides(theme, side(300), side(200), ("清单", "明细"), "t.sides", "看哪一边", sizes=(400, 300), parent=holder)
    made.kept = holder  # the bot keeps no widget alive
    return made


def test_both_sides_show_where_there_is_room(sides):
    """With room for both there are no tabs, and turning to a side hides nothing."""
    stand(sides, 800)
    sides.show_right()

    assert not sides.narrow
    assert sides.split.widget(0).isVisible()
    assert sides.split.widget(1).isVisible()
    assert not sides.tabs.isVisible()


def test_a_narrow_window_shows_one_side_and_tabs(sides, qtbot):
    """Without room the left side shows, the tabs lead to the other, and width given back shows both."""
    stand(sides, 400)
    left, right = sides.split.widget(0), sides.split.widget(1)

    assert (left.isVisible(), right.isVisible(), sides.tabs.isVisible()) == (True, False, True)
    sides.findChild(QPushButton, "t.sides.right").click()
    assert (left.isVisible(), right.isVisible()) == (False, True)
    stand(sides, 800)
    assert (left.isVisible(), right.isVisible(), sides.tabs.isVisible()) == (True, True, False)


def test_a_desk_asks_for_no_more_than_its_wider_side(sides):
    """What a window asks of the screen is one side, not both."""
    assert sides.minimumSizeHint().width() < 300 + 200
    assert sides.minimumSizeHint().width() >= 300


def test_the_tabs_take_their_own_room(sides):
    """Where the tabs show, the sides ask for as much height again as before: nothing is pressed together."""
    stand(sides, 800)
    high = sides.minimumSizeHint().height()
    stand(sides, 400)

    assert sides.minimumSizeHint().height() >= high + sides.tabs.height()


def test_a_side_whose_rows_fold_gets_the_height_for_them(qtbot, theme):
    """Tools that need a second line in a narrow window take nothing from what stands below them."""
    holder, left = QWidget(), QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(left)
    tools = FlowLayout(4)
    for _ in range(4):
        tools.addWidget(side(90))
    column.addLayout(tools)
    field = QWidget()
    field.setMinimumHeight(120)
    column.addWidget(field, 1)
    made = Sides(theme, left, side(100), ("甲", "乙"), "t.sides", "看哪一边", parent=holder)
    stand(made, 800)
    before = made.minimumSizeHint().height()
    stand(made, 150)

    assert made.narrow
    assert made.minimumSizeHint().height() >= before + 2 * made.tabs.height()
    made.resize(150, made.minimumSizeHint().height())
    settle(holder, 900, 400)
    assert field.height() >= 120
    assert field.y() >= tools.heightForWidth(tools.geometry().width())


def test_a_side_out_of_sight_asks_for_no_height(sides):
    """What the tabs hide does not make the frame around the desk scroll."""
    sides.split.widget(0).setMinimumHeight(350)
    stand(sides, 400)
    assert sides.minimumSizeHint().height() >= 350
    sides.show_right()
    assert sides.minimumSizeHint().height() < 350


def test_what_a_guide_points_at_is_turned_to(sides):
    """A widget on the side out of sight is brought into sight."""
    stand(sides, 400)
    word = sides.split.widget(1).findChild(QLabel)
    reveal(word)

    assert word.isVisible()


def test_a_fixed_side_takes_all_of_a_narrow_window(qtbot, theme):
    """A side of unchanging width fills the window where it stands alone."""
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Sides(theme, side(300), side(0), ("甲", "乙"), "t.sides", "看哪一边", fixed=250, parent=holder)
    stand(made, 800)
    assert made.split.widget(1).width() == 250
    stand(made, 500)
    made.show_right()
    QApplication.processEvents()
    assert made.split.widget(1).width() == 500


def test_meters_above_each_other_have_bars_of_one_length(qtbot, theme):
    """Bars are compared by eye: each keeps the room that the longest words need."""
    meters = [Meter(theme) for _ in range(2)]
    for meter, text in zip(meters, ("66%", "到账59.2万元 / 承诺420万元"), strict=True):
        qtbot.addWidget(meter)
        meter.set_value(1, 2, text)
    level(meters)

    assert meters[0]._words() == meters[1]._words() == meters[1].beside()


def test_the_head_of_a_small_window_keeps_its_buttons_in_sight(qtbot, qapp, fake):
    """In the largest type at 1280 pixels the head shortens what it says, and its last button is whole."""
    theme = Theme("light", 200)
    theme.apply(qapp)
    bar = TopBar(Bridge(fake, theme))
    qtbot.addWidget(bar)
    bar.refresh(fake.view())
    settle(bar, 1280, bar.sizeHint().height())

    assert bar.width() == 1280
    assert bar.end.geometry().right() < 1280
    assert bar.end.width() >= bar.end.sizeHint().width()
    settle(bar, 2400, bar.height())
    assert "·" in bar._turn.text()
    assert bar._turn.isVisible()
