"""Phases have the colours of their stages wherever they are shown, and their days follow from what truly happened."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from uihelp import settle

from game.exercise.views.shape import PhaseView
from game.review.story import Entry
from game.scenario.model import Stage
from game.ui.desk.orders import OrdersDesk
from game.ui.phases import PhaseStrip, entered, spans_entered, spans_of, tone_of
from game.ui.theme import THEMES, load_colours
from game.ui.window.ribbon import PhaseRibbon


def phase(number: int, stage: Stage, start: int, days: int, state: str = "next") -> PhaseView:
    return PhaseView(f"p{number}", f"第{number}段", stage.value, start, days, state, (), "")


FIVE = tuple(
    phase(n, stage, 20 * n, 20, "past" if n < 2 else "now" if n == 2 else "next") for n, stage in enumerate(Stage)
)


def colours(image) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_each_stage_has_a_hue_of_its_own_in_every_theme():
    """Five colours that differ from each other, from their grounds and from what marks good, late and wrong."""
    for name in THEMES:
        named = load_colours(name).named
        tones = [named[f"stage_{stage}"] for stage in Stage]
        grounds = [named[f"stage_{stage}_soft"] for stage in Stage]
        assert len({*tones, *grounds}) == 2 * len(Stage)
        hues = [QColor(tone).hslHue() for tone in tones]
        assert min(min(abs(a - b), 360 - abs(a - b)) for i, a in enumerate(hues) for b in hues[:i]) >= 30
        assert not {*tones} & {named[role] for role in ("ok", "warn", "overdue", "info")}


def test_the_ribbon_shows_each_phase_in_its_stages_colour(qtbot, bridge, rich_view, theme):
    """What is over stands on the soft ground, the present one is filled, what comes is outlined: each in its hue."""
    ribbon = PhaseRibbon(bridge)
    qtbot.addWidget(ribbon)
    ribbon.refresh(replace(rich_view, phases=FIVE))
    settle(ribbon, 1200, 32)
    image = ribbon.grab().toImage()
    for one, spot in zip(FIVE, ribbon._spots, strict=True):
        seen = colours(image.copy(spot.toAlignedRect().adjusted(8, 1, -8, -1)))
        tone = tone_of(one)
        wanted = theme.css(f"{tone}_soft" if one.state == "past" else tone if one.state == "now" else "surface")
        assert wanted in seen


def test_a_stage_that_is_not_known_has_the_accent():
    """A view of another version breaks nothing."""
    assert tone_of(replace(FIVE[0], stage="siege")) == "accent"


def test_a_phase_that_came_early_ends_the_one_before():
    """Planned days never overlap; one without a known start has no days."""
    early = (FIVE[0], FIVE[1], replace(FIVE[2], start=25), replace(FIVE[3], start=-1))
    assert [(s.first, s.end) for s in spans_of(early)] == [(0, 20), (20, 25), (25, 45)]
    assert [(s.first, s.end) for s in spans_of((replace(FIVE[0], start=30), FIVE[1]))] == [(20, 40)]
    assert spans_of(()) == ()


def test_the_review_shows_the_days_phases_truly_took():
    """They follow from the entries of the timeline, the first from day 0; an id that comes again is the later phase."""
    phases = (*FIVE[:3], replace(FIVE[0], stage=Stage.CONSOLIDATION.value))
    entries = [
        Entry(5, 17, 2, "", "campaign", "p1", ""),
        Entry(6, 18, 2, "", "order", "p2", ""),
        Entry(7, 33, 4, "", "campaign", "p2", ""),
        Entry(8, 40, 5, "", "campaign", "gone", ""),
        Entry(9, 51, 6, "", "campaign", "p0", ""),
    ]
    spans = spans_entered(phases, entries, 70)
    assert [(s.first, s.end) for s in spans] == [(0, 17), (17, 33), (33, 51), (51, 70)]
    assert [tone_of(s.phase) for s in spans][-1] == "stage_consolidation"
    assert [e.seq for e, _ in entered(phases, entries)] == [5, 7, 9]
    assert spans_entered((), [], 70) == ()


def test_the_strip_names_its_phases(qtbot, bridge, theme):
    """Blocks lie side by side along the days, in their colours, and a screen reader hears which days each took."""
    strip = PhaseStrip(theme)
    qtbot.addWidget(strip)
    spans = spans_of(FIVE)
    strip.show_spans(spans, 0, 100, bridge.names)
    settle(strip, 800, strip.sizeHint().height())
    image = strip.grab().toImage()
    boxes = [strip.box(span) for span in spans]
    assert all(one.right() <= other.left() + 0.01 for one, other in pairwise(boxes))
    for span, box in zip(spans, boxes, strict=True):
        assert theme.css(f"{tone_of(span.phase)}_soft") in colours(image.copy(box.toAlignedRect()))
        assert f"{span.phase.name}：{bridge.names.date(span.first, week=False)}" in strip.accessibleDescription()


@pytest.fixture
def orders(qtbot, bridge):
    made = OrdersDesk(bridge)
    qtbot.addWidget(made)
    settle(made)
    made._form.choose("timeline")
    made._form.picked.emit("timeline")
    settle(made)
    return made


def test_the_calendar_of_orders_lies_on_the_phases(orders, bridge, theme):
    """The header names the phases over their days, and an order's row says in which one it is due."""
    line = orders.timeline
    bars = line._bars
    assert bars.spans
    header = line.horizontalHeader()
    image = header.grab().toImage()
    area = QRectF(header.sectionViewportPosition(2), 0, header.sectionSize(2), header.height())
    for span, box in bars.boxes(area):
        assert theme.css(f"{tone_of(span.phase)}_soft") in colours(image.copy(box.toAlignedRect()))
        assert area.contains(QPointF(box.center()))
    order = bridge.view.orders[0]
    due = next(s.phase.name for s in spans_of(bridge.view.phases) if s.first <= order.deadline < s.end)
    assert f"（{due}阶段）" in line.spoken(order)


def test_the_calendar_still_sorts_by_its_headers(orders):
    """The header with the phases is a header like any other: a click on the number sorts by it."""
    line = orders.timeline
    line.sortByColumn(0, line.horizontalHeader().sortIndicatorOrder().AscendingOrder)
    rows = [line.proxy.index(row, 0).data(0x0100).number for row in range(line.shown())]
    assert rows == sorted(rows)
    assert line.horizontalHeader().sectionsClickable()
