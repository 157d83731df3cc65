"""The map and its list: selection, zoom, layers, and what is done from a place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from uihelp import press

from game.ui.county_map.layers import Scale, layers, scale_of


def test_map_and_list_share_the_selection(window):
    """What is selected on the map is selected in the list, and the other way round."""
    window.show_desk("map")
    desk = window.desk("map")
    desk.canvas.picked.emit("township:shihe")
    desk.county._faces._buttons["list"].click()
    assert desk.list.selected().id == "shihe"
    desk.list.select("baiyan-03")

    assert desk.canvas.selected == desk.place == "village:baiyan-03"


def test_zoom_keeps_the_point_under_the_cursor(window):
    """What is under the cursor stays there."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    spot = QPointF(300, 250)
    before = canvas._transform().inverted()[0].map(spot)
    canvas.zoom(1.7, spot)
    after = canvas._transform().inverted()[0].map(spot)

    assert abs(before.x() - after.x()) < 0.01
    assert abs(before.y() - after.y()) < 0.01


def test_arrows_go_to_the_neighbour(qtbot, window):
    """The keyboard walks from township to township."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    canvas.select("township:qingshan")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == "township:yunling"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)

    assert canvas.selected == "township:shuangxi"


def test_a_click_selects_what_is_there(qtbot, window, rich_view):
    """A press on a village's mark selects the village."""
    window.show_desk("map")
    canvas = window.desk("map").canvas
    village = rich_view.villages[20]
    spot = canvas._transform().map(QPointF(village.x, village.y)).toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)

    assert window.desk("map").place == f"village:{village.id}"


def test_every_layer_draws_and_names_the_day(window, bridge, rich_view):
    """All layers paint, and the tooltip names the day of the last report."""
    window.show_desk("map")
    desk = window.desk("map")
    for index in range(desk.layer.count()):
        desk.layer.setCurrentIndex(index)
        assert not desk.canvas.grab().isNull()
        assert "数据截至" in desk.canvas.describe("township:qingshan")

    assert desk.layer.count() == len(layers(bridge.names, rich_view))


def test_map_buttons_carry_the_place(qtbot, window, bridge):
    """The sheet's buttons ask for the other desks with this place."""
    window.show_desk("map", "township:yunling")
    for name, desk in (("map.order", "order"), ("map.contract", "contract"), ("map.visit", "supervision")):
        with qtbot.waitSignal(bridge.focus_requested) as caught:
            press(window, name)
        assert caught.args == [desk, "township:yunling"]


def test_field_visit_and_report_are_given(window, fake):
    """A village can be visited, a township asked for a report."""
    window.show_desk("map", "village:shihe-04")
    press(window, "map.field_visit")
    window.show_desk("map", "township:shihe")
    press(window, "map.ask_report")

    assert fake.sent == [("field_visit", {"village": "shihe-04"}), ("ask_report", {"organ": "township:shihe"})]


def test_scale_has_five_steps_and_knows_the_unknown():
    """Values fall into five equal steps; what is not known has none."""
    scale = scale_of([0, 100, -1])

    assert [scale.step(v) for v in (0, 19, 20, 59, 100, -1)] == [0, 0, 1, 2, 4, -1]
    assert Scale(7, 7).step(7) == 2
    assert len(scale.bounds()) == 5
