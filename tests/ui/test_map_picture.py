"""The map's picture: what is moved, stretched or drawn in part comes out as if it were drawn whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap, QTransform

from game.ui.county_map.labels import readable
from game.ui.county_map.layers import layers
from game.ui.county_map.picture import NEAR, MapPicture
from game.ui.desk.map import MapDesk

SIZE = QSize(640, 480)
SHADE = 32
"""How much a smoothed edge may differ where a line is cut off by the part that is drawn."""


def _paint(picture: MapPicture, there: QTransform, zoom: float, *, rough: bool = False) -> QImage:
    made = QPixmap(SIZE)
    painter = QPainter(made)
    picture.paint(painter, SIZE, there, zoom, rough=rough)
    painter.end()
    return made.toImage()


def _apart(one: QImage, other: QImage) -> int:
    """Return how far the farthest of two points is apart, 0 to 255."""
    left, right = (np.frombuffer(image.constBits(), dtype=np.uint8).astype(int) for image in (one, other))
    return int(abs(left - right).max())


def _at(scale: float, right: float, down: float) -> QTransform:
    return QTransform(scale, 0, 0, scale, right, down)


@pytest.fixture
def picture(theme, bridge, rich_view):
    made = MapPicture(theme)
    made.set_view(rich_view, layers(bridge.names, rich_view)[0])
    return made


@pytest.mark.parametrize("zoom", [1.0, NEAR + 0.5])
def test_a_moved_picture_is_the_picture_drawn_anew(picture, theme, bridge, rich_view, zoom):
    """After any steps, in every direction, no point looks unlike a picture drawn whole."""
    scale, right, down = 0.5 * zoom, 20.0, 30.0
    for _ in range(8):  # until every name is there
        _paint(picture, _at(scale, right, down), zoom)
    for step in ((7, 0), (-31, 4), (0, -60), (13, 11), (-3, -2)):
        right, down = right + step[0], down + step[1]
        moved = _paint(picture, _at(scale, right, down), zoom)
    for _ in range(8):
        moved = _paint(picture, _at(scale, right, down), zoom)
    whole = MapPicture(theme)
    whole.set_view(rich_view, layers(bridge.names, rich_view)[0])
    for _ in range(8):
        fresh = _paint(whole, _at(scale, right, down), zoom)
    assert _apart(moved, fresh) <= SHADE


def test_a_changed_township_is_drawn_anew_where_it_stands(picture, theme, bridge, rich_view):
    """A new figure of one township shows, and the rest is as a picture drawn whole would have it."""
    there = _at(0.5, 20, 30)
    before = _paint(picture, there, 1.0)
    first = rich_view.townships[0]
    # Within the scale, so that no other township changes its colour
    middle = sum(t.incidence_bp for t in rich_view.townships) // len(rich_view.townships) + 7
    changed = replace(rich_view, townships=(replace(first, incidence_bp=middle), *rich_view.townships[1:]))
    layer = layers(bridge.names, changed)[0]
    assert picture.set_view(changed, layer)
    after = _paint(picture, there, 1.0)
    whole = MapPicture(theme)
    whole.set_view(changed, layer)
    assert after != before
    assert _apart(after, _paint(whole, there, 1.0)) <= SHADE
    assert not picture.set_view(changed, layer), "the same view changes nothing"


def test_zooming_stretches_and_rest_draws_sharp(picture, theme, bridge, rich_view):
    """While the zoom goes on the last picture is stretched; at rest the map is drawn as it should be."""
    _paint(picture, _at(0.5, 20, 30), 1.0)
    rough = _paint(picture, _at(0.7, -20, 10), 1.4, rough=True)
    sharp = _paint(picture, _at(0.7, -20, 10), 1.4)
    whole = MapPicture(theme)
    whole.set_view(rich_view, layers(bridge.names, rich_view)[0])
    assert rough != sharp
    assert sharp == _paint(whole, _at(0.7, -20, 10), 1.4)


def test_the_canvas_pans_without_losing_its_place(qtbot, bridge):
    """Panning moves what is under a point by just that much."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    desk.resize(1200, 800)
    desk.refresh(bridge.view)
    village = bridge.view.villages[0]
    before = desk.canvas._transform().map(QPointF(village.x, village.y))
    desk.canvas.pan(QPointF(17, -9))
    after = desk.canvas._transform().map(QPointF(village.x, village.y))
    assert (after - before) == QPointF(17, -9)
    assert desk.canvas.place_at(after) == f"village:{village.id}"


def test_names_that_would_cover_each_other_give_way():
    """Of two that overlap the one of lower rank is written; apart both are."""
    boxes = np.array([[0.0, 0, 10, 5], [8.0, 2, 18, 7], [30.0, 0, 40, 5]])
    assert readable(boxes, [1, 0, 2]) == {1, 2}
    assert readable(boxes, [0, 0, 0]) == {0, 2}


def test_no_village_is_named_halfway_behind_a_townships_plate(picture, rich_view):
    """A village whose name a plate would cut is not named, and the names follow when the plates move."""
    scale, zoom = 0.5 * (NEAR + 0.5), NEAR + 0.5
    there = _at(scale, 0, 0)
    for _ in range(8):
        _paint(picture, there, zoom)
    town = rich_view.townships[0]
    spot = next(plate.spot for plate in picture._plates(scale) if plate.key == f"township:{town.id}")
    home = next(v for v in rich_view.villages if v.township == town.id)
    under = replace(home, x=round(spot.center().x() / scale), y=round((spot.top() - 4) / scale), overdue=0)
    villages = tuple(under if v.id == home.id else v for v in rich_view.villages)
    picture.set_view(replace(rich_view, villages=villages), picture._layer)
    named = picture._legible(scale, zoom)
    metrics = QFontMetrics(picture._theme.font("small"))
    below = picture.mark_size(zoom) + picture._theme.px(0.1) - 2
    for number in named:
        village = villages[number]
        half = metrics.horizontalAdvance(village.name) / 2
        box = QRectF(village.x * scale - half, village.y * scale + below, 2 * half, metrics.height())
        assert not any(plate.spot.intersects(box) for plate in picture._plates(scale)), village.name


def test_a_selected_village_is_named_once(qtbot, bridge, theme):
    """Close by, its name has a ground of its own, which covers the one on the picture."""
    desk = MapDesk(bridge)
    qtbot.addWidget(desk)
    desk.resize(1200, 800)
    desk.show()
    canvas = desk.canvas
    canvas.zoom(4.0, QPointF(canvas.rect().center()))
    canvas.settle()
    for _ in range(8):
        canvas.grab()
    picture, there = canvas._picture, canvas._transform()
    number = min(picture._legible(there.m11(), canvas._zoom))
    village = bridge.view.villages[number]
    desk.focus_on(f"village:{village.id}")
    canvas.settle()
    for _ in range(8):
        canvas.grab()
    spot = canvas._transform().map(QPointF(village.x, village.y))
    shot = canvas.grab().toImage()
    picture_top = round(spot.y() + picture.mark_size(canvas._zoom) + theme.px(0.1))
    half = QFontMetrics(theme.font("small")).horizontalAdvance(village.name) / 2
    mark = picture.mark_size(canvas._zoom) * 1.7
    ground = theme.color("surface").rgb()
    row = [x for x in range(round(spot.x() - half), round(spot.x() + half)) if abs(x - spot.x()) > mark + 2]
    assert row
    assert {shot.pixel(x, picture_top + 1) for x in row} == {ground}


def test_zones_have_their_borders(bridge, rich_view, theme):
    """Where neighbours belong to different zones a border is drawn, elsewhere none."""
    one = MapPicture(theme)
    one.set_view(rich_view, layers(bridge.names, rich_view)[0])
    assert not len(one.shapes.zones)
    towns = tuple(replace(t, zone="north" if n % 2 else "south") for n, t in enumerate(rich_view.townships))
    two = MapPicture(theme)
    two.set_view(replace(rich_view, townships=towns), layers(bridge.names, rich_view)[0])
    shared = len(two.shapes.zones) > 0
    edges = [
        {tuple(sorted(pair)) for pair in zip(t.outline, t.outline[1:] + t.outline[:1], strict=True)} for t in towns
    ]
    touching = any(
        a & b for n, a in enumerate(edges) for m, b in enumerate(edges) if n < m and towns[n].zone != towns[m].zone
    )
    assert shared == touching


def test_on_a_small_map_townships_with_less_are_not_named(picture, rich_view):
    """Names of townships never cover each other; the township with most of what is shown is always named."""
    for scale in (0.5, 0.1, 0.03):
        plates = picture._plates(scale)
        spots = [plate.spot for plate in plates]
        boxes = np.array([(s.left(), s.top(), s.right(), s.bottom()) for s in spots]).reshape(-1, 4)
        assert readable(boxes, range(len(boxes))) == set(range(len(boxes)))
        most = max(rich_view.townships, key=lambda t: t.incidence_bp)
        name = picture._stamps.plate(most.name, layer_words(picture, most))
        assert any(plate.picture is name for plate in plates)
    assert len(picture._plates(0.03)) < len(picture._plates(0.5))


def layer_words(picture, township):
    """Return what stands below a township's name."""
    return next(words for key, _, words, _ in picture._areas if key == township.id)
