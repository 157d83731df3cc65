"""A layout follows the room it has, not the size of the text alone: a wide screen has room for large type as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QSlider,
    QStyle,
    QStyleOptionButton,
    QStyleOptionSlider,
    QWidget,
)
from uihelp import settle

from game.ui.editor.form_model import Field
from game.ui.editor.form_row import FormRow
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import KeyValues, button

SCALES = (100, 150, 200)
PAIRS = [("乡镇", "6"), ("村", "101"), ("账面贫困发生率", "3.00%"), ("疲劳", "20%")]


@pytest.fixture(params=SCALES)
def large(request, qapp) -> Theme:
    made = Theme("light", request.param)
    made.apply(qapp)
    return made


def in_window(qtbot, widget: QWidget, width: int) -> None:
    """Give a widget so much of a window."""
    if widget.parentWidget() is None:
        window = QWidget()
        qtbot.addWidget(window)
        widget.setParent(window)
        widget.kept = window
    widget.resize(width, 400)
    settle(widget.window())
    QApplication.processEvents()


def test_pairs_stand_in_as_many_columns_as_have_room(qtbot, large):
    """Whatever the type, two columns stand in a wide place and one in a narrow place, and none of them is lost."""
    pairs = KeyValues(large, 2)
    pairs.set_pairs(PAIRS)
    for wide, columns in ((30, 2), (9, 1), (30, 2)):
        in_window(qtbot, pairs, large.px(wide))
        shown = [pairs._grid.getItemPosition(n)[:2] for n in range(pairs._grid.count())]
        assert len(shown) == 2 * len(PAIRS)
        assert {column // 2 for _, column in shown} == set(range(columns))


def test_pairs_ask_for_no_more_than_one_column(qtbot, large):
    """Two columns never keep their place from getting narrow."""
    one, two = KeyValues(large), KeyValues(large, 2)
    for pairs in (one, two):
        pairs.set_pairs(PAIRS)
        in_window(qtbot, pairs, large.px(40))

    assert two.minimumSizeHint().width() <= one._need(1)


def test_a_field_of_the_form_stands_beside_its_name_where_it_has_room(qtbot, large):
    """In the editor's form as well the width decides."""
    row = FormRow(large, Icons(large), Field("injects[0].title", "标题", "", "line", "停水"))
    for wide, beside in ((30, True), (14, False), (30, True)):
        in_window(qtbot, row, large.px(wide))
        assert (row.input.x() > row.name.x()) is beside


def test_a_slider_shows_its_whole_handle(qtbot, large):
    """The handle grows with the text, and the slider with it."""
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    settle(slider, 300, slider.sizeHint().height())
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    handle = slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider)

    assert handle.height() >= large.space(4)
    assert slider.rect().contains(handle)


def test_arrows_and_lines_grow_with_the_text(qtbot, large):
    """What says that a button opens a menu is as large as its words, and no border gets lost in large type."""
    made = button("列", Icons(large), "list")
    made.setMenu(QMenu(made))
    qtbot.addWidget(made)
    settle(made, *made.sizeHint().toTuple())
    option = QStyleOptionButton()
    made.initStyleOption(option)
    arrow = made.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, option, made)

    assert arrow >= large.space(3)
    assert large.line(2) == 2 * large.scale / 100
    assert large.hair == large.scale // 100
    edge = made.grab().toImage()
    middle = edge.height() // 2
    drawn = [edge.pixelColor(x, middle).name() for x in range(4)]
    assert drawn.count(large.css("edge")) == large.hair
