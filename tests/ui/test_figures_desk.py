"""The figures desk: every figure in a row, and why it moved, largest first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.entities import Cause
from game.ui.bridge import Bridge
from game.ui.desk.figures import FiguresDesk
from game.ui.desk.figures_causes import course_from_causes, why
from game.ui.desk.figures_words import Words, destination, figures_of
from game.ui.theme import Theme


def cause(figure, scope, delta, seq, *, turn=4, source="order", ref="o1", code="cause.order_pressure"):
    return (turn, Cause(figure, scope, delta, source, ref, code, "K14", turn * 7, seq))


@pytest.fixture
def caused(rich_view):
    """Three turns' causes: one mark a turn (30, 40, 50), commands after it."""
    return replace(
        rich_view,
        causes=(
            cause("pressure", "township:qingshan", 60, 55, source="command", ref="", code="cause.dispatch_pressure"),
            cause("pressure", "township:qingshan", 120, 50),
            cause("pressure", "township:yunling", 60, 50),
            cause(
                "pressure",
                "township:yunling",
                -30,
                50,
                source="time",
                ref="township:yunling",
                code="cause.pressure_time",
            ),
            cause("pressure", "bureau:water", 500, 50),
            cause("pressure", "township:qingshan", 18, 40, turn=3),
            cause("gaps:water", "village:qingshan-01", -6, 50, code="cause.order_worked"),
            cause(
                "approval",
                "village:qingshan-01",
                -40,
                50,
                source="problem",
                ref="q-dry-wells",
                code="cause.problem_overdue_people",
            ),
        ),
    )


@pytest.fixture
def desk(bridge):
    made = FiguresDesk(bridge)
    settle(made)
    yield made
    made.deleteLater()


def test_causes_of_a_county_mean_are_ranked_by_their_share(caused):
    """A county mean is moved by townships alone, each by its share; the same cause is one line wherever it struck."""
    reasons = why(caused, "pressure", "county", 1)
    assert [(r.cause.code, r.thousandths) for r in reasons] == [
        ("cause.order_pressure", 30_000),
        ("cause.dispatch_pressure", 10_000),
        ("cause.pressure_time", -5_000),
    ]
    assert set(reasons[0].scopes) == {"township:qingshan", "township:yunling"}


def test_only_the_period_asked_for_counts(caused):
    """The last turn begins where the turn before was worked out; 0 means from the start."""
    assert sum(r.delta for r in why(caused, "pressure", "township:qingshan", 1)) == 180
    assert sum(r.delta for r in why(caused, "pressure", "township:qingshan", 0)) == 198


def test_a_villages_cause_weighs_by_its_people(caused):
    """Approval of a township is moved by a village only as far as its people count."""
    (reason,) = why(caused, "approval", "township:qingshan", 1)
    assert -40_000 < reason.thousandths < 0
    assert reason.good == -1


def test_incidence_is_explained_by_the_gaps_behind_it(caused):
    """Incidence has no causes of its own: the gaps that opened and closed stand for it."""
    assert [r.quantity for r in why(caused, "incidence_recorded_bp", "county", 1)] == ["gaps:water"]


def test_the_course_of_an_organ_is_worked_back_from_its_causes(caused):
    """Taking the causes off the present value gives the values at the end of each turn."""
    course = course_from_causes(caused, "pressure", "township:qingshan", 700)
    assert course[-1] == (28, 640)
    assert course[-2] == (21, 520)


@pytest.mark.parametrize(
    ("source", "ref", "expected"),
    [
        ("order", "o1", ("order", "o1")),
        ("inject", "dry-wells", ("inbox", "inject:dry-wells")),
        ("problem", "q-dry-wells", ("supervision", "q-dry-wells")),
        ("time", "", ("organisation", "township:qingshan")),
    ],
)
def test_a_cause_leads_to_what_did_it(source, ref, expected):
    """Behind a record stands its desk; what nobody did leads to the organ it struck."""
    assert destination(Cause("pressure", "township:qingshan", 1, source, ref)) == expected


def test_every_figure_has_a_row_and_the_first_is_explained(desk, rich_view):
    """The table shows every figure of the view and begins with its first."""
    assert desk.table.shown() == len(rich_view.figures)
    assert desk.table.selected().id == next(iter(rich_view.figures))


def test_change_is_said_with_arrow_and_word(desk):
    """Direction never hangs on colour: arrow and word stand in the text."""
    desk.table.select("fatigue")
    assert desk.table.selected().change.startswith("▲")
    texts = [c.text(desk.table.selected()) for c in desk.table.table_model.columns]
    assert any("变差" in text for text in texts)


def test_going_to_a_cause_asks_for_its_desk(bridge, fake, caused, qtbot):
    """The arrow beside a cause opens the record that did it."""
    fake.set_view(caused)
    bridge.refresh()
    made = FiguresDesk(bridge)
    settle(made)
    made.focus_on("pressure")
    asked = []
    bridge.focus_requested.connect(lambda desk, ref: asked.append((desk, ref)))
    links = [
        b for b in made.why.findChildren(type(made.period._buttons["last"])) if b.accessibleName().startswith("去看")
    ]
    links[0].click()
    assert asked == [("order", "o1")]
    made.deleteLater()


def test_scope_switches_to_a_township_and_a_bureau(desk):
    """The same table shows a township's and a bureau's figures."""
    desk.focus_on("township:yunling")
    assert "load" in [row.id for row in desk.table.table_model.records]
    desk.focus_on("bureau:water")
    assert "staff" in [row.id for row in desk.table.table_model.records]


def test_an_early_view_says_what_will_stand_here(bridge, fake, rich_view):
    """Without figures the desk says what is to come."""
    fake.set_view(replace(rich_view, figures={}, causes=()))
    bridge.refresh()
    made = FiguresDesk(bridge)
    settle(made)
    assert not made.empty.isHidden()
    assert "第一批" in made.empty.hint.text()
    made.deleteLater()


def test_model_and_names(desk, qtmodeltester):
    """The model keeps Qt's rules and every control says its name."""
    qtmodeltester.check(desk.table.table_model)
    assert_named(desk)


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped(bridge, qapp, scale):
    """At ordinary and at large type all words can be read."""
    bridge.theme.apply(qapp, scale=scale)
    made = FiguresDesk(bridge)
    settle(made)
    assert_not_clipped(made)
    made.deleteLater()


def test_strain_has_a_word_for_every_degree(bridge):
    """A strained organ is called strained."""
    words = Words(bridge)
    assert words.strain("load", 1300)[0] == "严重超载"
    assert words.strain("pressure", 100)[0] == "劲头不足"
    assert isinstance(bridge.theme, Theme)
    words.deleteLater()


def test_a_village_post_has_no_course_that_is_its_townships(rich_view):
    """Where value and course speak of different places, no change is claimed."""
    post = replace(rich_view, seat=replace(rich_view.seat, scope="village:qingshan-03"))
    assert all(not figure.course for figure in figures_of(post))
    assert any(figure.course for figure in figures_of(rich_view))


def test_records_of_other_seats_are_not_shown_by_id(bridge):
    """An id that no name is known for is spoken of in general."""
    words = Words(bridge)
    sentence = words.cause(Cause("pressure", "township:qingshan", 20, "order", "o99", "cause.order_pressure"))
    assert "o99" not in sentence
    words.deleteLater()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_small_window_shows_whole_figures(qtbot, qapp, fake, rich_view, scale):
    """At 1280 x 720 the desk needs no more than it has, the table does not scroll sideways, a figure opens its causes."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = FiguresDesk(bridge, window)
    room = QSize(1280 - theme.px(8), 720 - theme.px(4.7))
    desk.resize(room)
    settle(window, 1280, 720)

    assert desk.minimumSizeHint().width() <= room.width()
    assert desk.table.horizontalScrollBar().maximum() == 0
    assert desk.sides.narrow is (scale > 100)
    desk.focus_on(next(iter(rich_view.figures)))
    assert desk.why.isVisible()
    bridge.close()


def test_the_course_takes_the_room_that_is_left(desk):
    """In a wide window the line of a figure's course is longer; words keep the width they need."""
    header = desk.table.horizontalHeader()
    settle(desk, 1300, 700)
    before = [header.sectionSize(column) for column in range(6)]
    settle(desk, 2600, 700)
    after = [header.sectionSize(column) for column in range(6)]

    assert after[3] > 2 * before[3]
    assert [n for n in range(6) if after[n] != before[n]] == [3]
