"""The map desk: zones are places like others, the list begins with the worst, and the legend is whole at first sight."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QLabel
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Cause
from game.ui.bridge import Bridge
from game.ui.county_map.layers import layers
from game.ui.county_map.picture import MapPicture
from game.ui.county_map.zones import Zone, ref_of, zones_of
from game.ui.desk.figures import FiguresDesk
from game.ui.desk.figures_causes import why
from game.ui.desk.map import MapDesk
from game.ui.desk.map_trends import Trend, TrendRows
from game.ui.theme import Theme
from game.ui.window.palette import Palette

WEST = ("qingshan", "baiyan", "yunling")


def zoned(view):
    """Return the view with its townships in two zones."""
    towns = tuple(replace(t, zone="west" if t.id in WEST else "east") for t in view.townships)
    return replace(view, townships=towns, zones=(("west", "西战区"), ("east", "东战区"), ("empty", "空战区")))


@pytest.fixture
def desk(qtbot, bridge, fake, rich_view):
    fake.set_view(zoned(rich_view))
    bridge.refresh()
    made = MapDesk(bridge)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    settle(made)
    return made


def texts(desk) -> str:
    return "\n".join(part.text() for part in desk.sheet.findChildren(QLabel))


def show_map(desk):
    desk.county._faces._buttons["map"].click()
    settle(desk, *desk.size().toTuple())


def show_list(desk):
    desk.county._faces._buttons["list"].click()
    return [desk.list.proxy.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(desk.list.shown())]


def test_a_zone_adds_up_what_its_townships_are_told_to_be(rich_view):
    """Persons and problems are sums, shares are weighted, strains are means of those known, the oldest report dates it."""
    view = zoned(rich_view)
    towns = [t for t in view.townships if t.id in WEST]
    hidden = replace(towns[0], pressure=-1, load=-1, as_of=3)
    view = replace(view, townships=tuple(hidden if t.id == hidden.id else t for t in view.townships))
    west = zones_of(view)[0]
    persons = sum(t.persons for t in towns)
    assert [zone.id for zone in zones_of(view)] == ["west", "east"], "a zone without townships is no place"
    assert west.sums.persons == persons
    assert west.sums.problems == sum(t.problems for t in towns)
    assert west.sums.gaps[1] == sum(t.gaps[1] for t in towns)
    assert abs(west.sums.incidence_bp - sum(t.incidence_bp * t.persons for t in towns) / persons) <= 0.5
    assert west.sums.pressure == round((towns[1].pressure + towns[2].pressure) / 2)
    assert west.sums.as_of == 3


def test_a_click_on_a_zones_name_selects_the_zone(desk, qtbot, bridge):
    """Each zone has its name on the map; pressing it opens the zone's sheet with townships and sums."""
    canvas = desk.canvas
    canvas.grab()
    there = canvas._transform()
    names = {p.key: p.box(there) for p in canvas._picture._plates(there.m11())}
    assert {"zone:west", "zone:east"} <= set(names)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=names["zone:west"].center().toPoint())
    assert desk.place == canvas.selected == "zone:west"
    west = zones_of(bridge.view)[0]
    words = texts(desk)
    assert west.name in words
    assert bridge.names.persons(west.sums.persons) in words
    assert all(town.name in words for town in west.townships)
    assert "西战区" in canvas.describe("zone:west")
    assert_named(desk)
    assert_not_clipped(desk.sheet)


def test_names_of_zones_cover_no_name_of_a_township(desk):
    """What is drawn of names never overlaps, and a zone's name stands within its zone."""
    canvas = desk.canvas
    canvas.grab()
    there = canvas._transform()
    plates = canvas._picture._plates(there.m11())
    boxes = [plate.spot for plate in plates]
    assert not [1 for n, one in enumerate(boxes) for other in boxes[n + 1 :] if one.intersects(other)]
    scaled = QTransform.fromScale(there.m11(), there.m11())
    for plate in plates:
        if plate.key.startswith("zone:"):
            assert scaled.map(canvas._picture.shapes.zone(plate.key.partition(":")[2])).contains(plate.spot)


def test_one_zone_alone_is_not_written_on_the_map(bridge, rich_view, theme):
    """Where all townships belong to one zone its name says nothing."""
    picture = MapPicture(theme)
    picture.set_view(rich_view, layers(bridge.names, rich_view)[0])
    assert not [p for p in picture._plates(0.5) if p.key.startswith("zone:")]


def test_z_goes_to_the_zone_of_the_place_and_on(desk, qtbot):
    """From a village Z selects its zone, again the next; arrows go from zone to zone."""
    desk.focus_on("village:yunling-03")
    qtbot.keyClick(desk.canvas, Qt.Key.Key_Z)
    assert desk.place == "zone:west"
    qtbot.keyClick(desk.canvas, Qt.Key.Key_Z)
    assert desk.place == "zone:east"
    before = desk.place
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(desk.canvas, key)
        assert desk.place.startswith("zone:")
    assert {before, desk.place} <= {"zone:west", "zone:east"}


def test_search_finds_zones(desk, qtbot, bridge):
    """In the desk's field and in Ctrl+K; a word that nothing has is told."""
    desk.county._search.setText("东战")
    desk.county._search.returnPressed.emit()
    assert desk.place == "zone:east"
    with qtbot.waitSignal(bridge.notice):
        desk.county._search.setText("空战区")
        desk.county._search.returnPressed.emit()
    palette = Palette(bridge, desk)
    palette.open([], bridge.view, [])
    palette.field.setText("西战区")
    found = [palette.list.item(row).data(Qt.ItemDataRole.UserRole).ref for row in range(palette.list.count())]
    assert "zone:west" in found
    assert "zone:empty" not in found


def test_the_list_groups_townships_by_zone_and_shares_the_selection(desk):
    """A zone's row stands before those of its townships; picking it selects the zone on the map."""
    rows = show_list(desk)
    towns = [row for row in rows if not hasattr(row, "poor")]
    homes = {}
    for row in towns:
        if isinstance(row, Zone):
            current = row.id
        else:
            homes[row.id] = current
    assert homes == {t.id: ("west" if t.id in WEST else "east") for t in desk.bridge.view.townships}
    desk.list.select("zone:east")
    assert desk.canvas.selected == desk.place == "zone:east"
    desk.focus_on("zone:west")
    assert ref_of(desk.list.selected()) == "zone:west"


@pytest.mark.parametrize(("layer", "worse"), [("incidence", 1), ("approval", -1), ("problems", 1), ("age", 1)])
def test_the_list_begins_with_the_worst(desk, layer, worse):
    """On every layer the worst zone, township and village come first; what is not known comes last."""
    desk.layer.setCurrentIndex(desk.layer.findData(layer))
    rows = show_list(desk)
    shown = desk.county.current
    zones = [shown.township(row.sums) for row in rows if isinstance(row, Zone)]
    villages = [shown.village(row) for row in rows if hasattr(row, "poor")]
    assert zones == sorted(zones, reverse=worse > 0)
    assert villages == sorted(villages, reverse=worse > 0)
    first = [row for row in rows if not isinstance(row, Zone) and not hasattr(row, "poor")][: len(WEST)]
    values = [shown.township(row) for row in first]
    assert values == sorted(values, reverse=worse > 0)
    assert shown.rank(-1) > max(shown.rank(value) for value in values)


def test_a_header_sorts_both_ways_and_back(desk, qtbot):
    """First up, then down, then the order by zones again."""
    before = [ref_of(row) for row in show_list(desk)]
    header = desk.list.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(3) + 12, header.height() // 2)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        seen.append([desk.list.proxy.index(row, 3).data() for row in range(desk.list.shown())])
    numbers = [[int(text.replace(",", "")) for text in column] for column in seen]
    assert numbers[0] == sorted(numbers[0])
    assert numbers[1] == sorted(numbers[1], reverse=True)
    assert [ref_of(row) for row in show_list(desk)] == before


def test_a_zones_figures_are_explained(desk, qtbot, bridge):
    """The figures desk opens at a zone and shows the same sums."""
    figures = FiguresDesk(bridge)
    qtbot.addWidget(figures)
    settle(figures)
    figures.focus_on("zone:west")
    assert figures.scope.value() == "zone:west"
    row = next(r for r in figures.table.table_model.records if r.id == "incidence_recorded_bp")
    assert row.raw == zones_of(bridge.view)[0].sums.incidence_bp


def test_a_zones_buttons_carry_it_to_other_desks(desk, qtbot, bridge):
    """An order and a contract begin for the zone; a visit, which goes to one township, is not offered."""
    desk.focus_on("zone:west")
    for control, name in ((desk.sheet.order, "order"), (desk.sheet.contract, "contract")):
        with qtbot.waitSignal(bridge.focus_requested) as heard:
            control.click()
        assert heard.args == [name, "zone:west"]
    assert desk.sheet.visit.isHidden()
    assert desk.sheet.ask.isHidden()


def test_a_name_that_moves_aside_leaves_nothing_behind(theme, bridge, rich_view):
    """Figures that change which names have room leave a picture like one drawn whole."""
    size, there = QSize(420, 300), QTransform(0.3, 0, 0, 0.3, 5, 5)

    def painted(picture) -> QImage:
        made = QPixmap(size)
        painter = QPainter(made)
        picture.paint(painter, size, there, 1.0, rough=False)
        painter.end()
        return made.toImage()

    view = zoned(rich_view)
    turned = replace(view, townships=tuple(replace(t, incidence_bp=1100 - t.incidence_bp) for t in view.townships))
    picture, whole = MapPicture(theme), MapPicture(theme)
    picture.set_view(view, layers(bridge.names, view)[0])
    painted(picture)
    for made in (picture, whole):
        made.set_view(turned, layers(bridge.names, turned)[0])
    images = [painted(made) for made in (picture, whole)]
    one, other = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in images)
    assert abs(one - other).max() <= 32


@pytest.mark.parametrize("size", [(1760, 984), (1280, 804), (1120, 624)])
def test_the_legend_is_whole_at_first_sight(qtbot, bridge, size):
    """Before anything else happens the legend has the height its keys need and the map the rest."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    desk.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    desk.resize(*size)
    desk.layout().activate()  # as in a window that lays its desks out before they are seen
    legend = desk.county._legend.parentWidget()
    desk.show()
    assert legend.height() >= legend.heightForWidth(legend.width())
    assert legend.geometry().bottom() <= desk.height()
    assert desk.canvas.geometry().bottom() < legend.geometry().top()


def test_what_moved_a_zone_is_what_moved_its_townships_and_villages(rich_view):
    """Causes of its townships and their villages count, those elsewhere do not; strains are the mean over its townships."""

    def cause(figure: str, scope: str, delta: int, ref: str) -> Cause:
        return Cause(figure, scope, delta, "order", ref, "cause.order_worked", "K27", rich_view.day - 1, 900)

    causes = [
        cause("gaps:water", "village:qingshan-01", -9, "o1"), cause("gaps:water", "township:baiyan", -4, "o2"),
        cause("gaps:water", "village:shihe-04", -7, "o3"), cause("load", "township:qingshan", 30, "o1"),
        cause("load", "township:shihe", 60, "o2"), cause("load", "county", 60, "o3"),
    ]  # fmt: skip
    view = replace(zoned(rich_view), causes=tuple((rich_view.turn, one) for one in causes))
    assert {r.cause.ref: r.delta for r in why(view, "gaps:water", "zone:west", 0)} == {"o1": -9, "o2": -4}
    assert {r.cause.ref: r.delta for r in why(view, "load", "zone:west", 0)} == {"o1": 10}


def test_a_low_map_has_the_room_that_the_legend_spares(qtbot, bridge, theme):
    """The lower the desk, the less the legend says: steps with bounds, then the whole span, then colours alone."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    keys = []
    for lines in (40, 24, 13):
        settle(desk, theme.px(60), theme.px(lines))
        show_map(desk)
        keys.append([part.text() for part in desk.county._legend.parentWidget().findChildren(QLabel) if part.text()])
        assert desk.canvas.height() > desk.county._legend.parentWidget().height()
    whole, short, tiny = keys
    assert len([words for words in whole if "–" in words]) == 5
    assert len([words for words in short if "–" in words]) == 1
    assert "▲ 过了期限没销号" in short
    assert "▲ 过了期限没销号" not in tiny
    assert len(tiny) == 2


def test_on_a_narrow_desk_one_side_is_shown_at_a_time(qtbot, bridge, theme):
    """Map and sheet stand beside each other where they have room, under two tabs where they have not."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, theme.px(60), theme.px(40))
    assert not desk.sides.narrow
    settle(desk, theme.px(26), theme.px(40))
    assert desk.sides.narrow
    assert desk.canvas.isVisible()
    assert not desk.sheet.isVisible()
    desk.sides.tabs.picked.emit("right")
    assert desk.sheet.isVisible()


def test_a_very_low_desk_begins_with_the_list_until_a_hand_chooses(qtbot, bridge, theme):
    """A map of a few lines would be all names: there the list stands first, and what only serves the map is gone."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, theme.px(40), theme.px(13))
    assert desk.list.isVisible()
    assert desk.list.shown() > 0
    assert not any(part.isVisible() for part in desk.county._map_tools)
    settle(desk, theme.px(40), theme.px(30))
    assert desk.canvas.isVisible()
    assert all(part.isVisible() for part in desk.county._map_tools)
    settle(desk, theme.px(40), theme.px(13))
    show_map(desk)
    settle(desk, theme.px(40), theme.px(12))
    assert desk.canvas.isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_names_of_trends_are_read_in_one_line_at_any_width(qtbot, qapp, scale):
    """A trend's name never breaks: where name, line and figures have no room beside each other the line goes below."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    trends = [Trend(words, ((0, 5), (7, 9)), "3.02%→2.45%", words) for words in ("账面贫困发生率", "压力")]
    rows = TrendRows(theme, trends)
    qtbot.addWidget(rows)
    for ems, stacked in ((30, False), (12, True), (22, False)):
        settle(rows, theme.px(ems), theme.px(10))
        assert rows.stacked is stacked
        assert_not_clipped(rows)
        for name, line, span in rows._rows:
            assert not name.wordWrap()
            assert (line.geometry().top() > name.geometry().center().y()) is stacked
            assert line.width() > name.width() or not stacked
            assert span.geometry().right() <= rows.width()


def test_the_hint_speaks_of_zones_only_where_the_map_names_some(desk, bridge, fake, rich_view):
    """With one zone alone nothing of it is drawn, so there is no name to click."""
    assert "战区名" in texts(desk)
    fake.set_view(replace(rich_view, zones=rich_view.zones[:1]))
    bridge.refresh()
    desk.refresh(bridge.view)
    settle(desk)
    hints = [part.text() for part in desk.sheet.findChildren(QLabel) if part.isVisible() and "点地图上" in part.text()]
    assert len(hints) == 1
    assert "战区名" not in hints[0]


def test_the_list_says_nothing_twice_and_scrolls_no_wider_than_its_desk(qtbot, qapp, fake):
    """In a narrow window with large type the columns that the sheet repeats give way; a layer's figure stands once."""
    theme = Theme("light", 200)
    theme.apply(qapp)
    desk = MapDesk(Bridge(fake, theme))
    qtbot.addWidget(desk)
    settle(desk, 960, 531)
    assert desk.layer.currentData() == "incidence"
    assert "发生率" not in [column.header for column in desk.list.table_model.columns]
    assert desk.list.horizontalScrollBar().maximum() == 0
    desk.layer.setCurrentIndex(desk.layer.findData("problems"))
    assert "发生率" in [column.header for column in desk.list.table_model.columns]


def test_map_and_sheet_stand_beside_each_other_at_the_middle_size_of_type(qtbot, qapp, fake):
    """At 1280 x 720 and 150 per cent the tools take two rows, and the sheet keeps its place beside the map."""
    theme = Theme("light", 150)
    theme.apply(qapp)
    desk = MapDesk(Bridge(fake, theme))
    qtbot.addWidget(desk)
    settle(desk, 1040, 574)
    assert not desk.sides.narrow
    assert desk.canvas.isVisible()
    assert desk.county._search.y() == desk.county._map_tools[0].y(), "search and the tools of the map share a row"


def test_what_nobody_has_worked_yet_is_a_dash(bridge, rich_view):
    """Before the first turn there is no load: 0% would read as idle townships. A load that fell to nothing is 0."""
    load = rich_view.figures["load"]
    names = bridge.names
    assert names.figure_value(replace(load, value=0, course=())) == "—"
    assert names.figure_value(replace(load, value=0, course=((7, 900), (14, 0)))) == "0%"
    overdue = rich_view.figures["problems_overdue"]
    assert names.figure_value(replace(overdue, value=0, course=())) == "0"
