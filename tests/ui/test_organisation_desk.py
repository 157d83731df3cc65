"""The organisation desk: what exists, what could be, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.preview import Move, Preview
from game.exercise.refusals import Refusal
from game.ui.desk.figures_words import Words
from game.ui.desk.organisation import OrganisationDesk
from game.ui.desk.organisation_flow import flows
from game.ui.desk.organisation_model import node_of, nodes_of
from game.ui.pictures import SHARPNESS


@pytest.fixture
def desk(bridge, fake):
    fake.previewed = Preview(attention=3, attention_left=6)
    made = OrganisationDesk(bridge)
    settle(made)
    yield made
    made.deleteLater()


def test_bodies_stand_at_their_level_in_their_state(bridge, rich_view):
    """A body works, is coming, could be set up, or lacks what it needs."""
    words = Words(bridge)
    nodes = nodes_of(rich_view, words)
    states = {node.id: (node.level, node.state) for node in nodes}
    assert states["hq"] == ("county", "works")
    assert states["post:qingshan"] == ("township", "coming")
    assert states["post:yunling"] == ("township", "possible")
    assert states["warrooms:yunling"] == ("township", "blocked")
    assert states["taskforce:water"] == ("taskforce", "possible")
    words.deleteLater()


def test_homes_are_found_with_and_without_a_kind_in_the_place(bridge, rich_view):
    """A post belongs to its township however its place is written."""
    words = Words(bridge)
    organs = tuple(replace(o, place=f"township:{o.place}") if o.kind == "township" else o for o in rich_view.organs)
    for view in (rich_view, replace(rich_view, organs=organs)):
        assert node_of(nodes_of(view, words), "township:yunling").home == "yunling"
    words.deleteLater()


def test_chart_and_list_are_two_faces_of_one_selection(desk):
    """Picking a card selects the row and fills the sheet; picking a row marks the card."""
    desk.chart.card("bureau:water").click()
    assert desk.list.selected().id == "bureau:water"
    assert desk.sheet.node.id == "bureau:water"
    desk.list.select("zone:north")
    assert desk.chart.card("zone:north").isChecked()
    assert desk.list.shown() == len(nodes_of(desk.bridge.view, desk.words))


def test_setting_up_sends_organ_and_leader(desk, fake):
    """The sheet of a body that could be has one button: set it up with its leader."""
    desk.focus_on("taskforce:water")
    assert "饮水专班" in desk.chart.card("taskforce:water").text()
    desk.sheet.setup.leader.set_value("water-chief")
    desk.sheet.setup.recheck()
    desk.sheet.setup.press.click()
    assert fake.sent == [("set_up_organ", {"organ": "taskforce:water", "leader": "water-chief"})]


@pytest.mark.parametrize(
    ("organ", "kind", "fill", "expected"),
    [
        (
            "bureau:water",
            "second_staff",
            {"giver": "bureau:finance"},
            {"organ": "bureau:water", "from_organ": "bureau:finance", "staff": 2},
        ),
        ("zone:north", "appoint_commander", {"seat": "secretary"}, {"place": "zone:north", "seat": "secretary"}),
        (
            "township:yunling",
            "appoint_commander",
            {"seat": "secretary"},
            {"place": "township:yunling", "seat": "secretary"},
        ),
        ("bureau:water", "name_lead", {"domain": "disaster"}, {"domain": "disaster", "organ": "bureau:water"}),
        ("township:yunling", "rotate_cadres", {}, {"organ": "township:yunling", "weeks": 2}),
        ("township:yunling", "cut_forms", {}, {"organ": "township:yunling", "share": 300}),
        ("", "cut_forms", {}, {"organ": "county", "share": 300}),
        ("", "declare_priority", {"domain": "water"}, {"domain": "water"}),
        ("township:yunling", "hold_dispatch", {"topic": "water"}, {"organs": ("township:yunling",), "topic": "water"}),
    ],
)
def test_each_action_sends_its_command(desk, fake, organ, kind, fill, expected):
    """Every action on a body submits exactly the command its form shows."""
    desk.focus_on(organ)
    act = desk.sheet.acts.act(kind)
    act.unfold()
    for field, value in fill.items():
        assert getattr(act, field).set_value(value)
    act.recheck()
    act.press.click()
    assert fake.sent == [(kind, expected)]


def test_a_closed_action_says_why(desk, fake):
    """What is refused shows the refusal's sentence and cannot be pressed."""
    fake.refuse = Refusal("organ_exists", {"organ": "hq"})
    desk.focus_on("taskforce:water")
    assert not desk.sheet.setup.press.isEnabled()
    assert desk.sheet.setup.refusal.isVisibleTo(desk)


def test_phase_and_power_close_an_action_in_words(bridge, fake, rich_view):
    """An action of a power that the phase or the post lacks says so in its head."""
    fake.set_view(replace(rich_view, powers=("talk",)))
    bridge.refresh()
    made = OrganisationDesk(bridge)
    settle(made)
    assert made.sheet.acts.act("declare_priority").closed(bridge.view) == "本阶段不开放"
    weak = replace(rich_view.seat, powers=("talk",))
    assert made.sheet.acts.act("declare_priority").closed(replace(rich_view, seat=weak)) == "不归本岗位"
    made.deleteLater()


def test_preview_says_cost_and_effects(desk, fake):
    """Before anything is signed the form says the attention left and what moves at once."""
    moves = tuple(Move("pressure", f"township:{t}", 40, "cause.dispatch_pressure", "") for t in ("qingshan", "yunling"))
    fake.previewed = Preview(attention=3, attention_left=6, warnings=("warn.meeting_again",), moves=moves)
    act = desk.sheet.acts.act("hold_dispatch")
    act.unfold()
    act.organs.set_value(["township:qingshan", "township:yunling"])
    act.recheck()
    said = [act.effects.itemAt(i).widget().text() for i in range(act.effects.count())]
    assert any("没消化" in text for text in said)
    assert any("压力▲4个点" in text and "2处" in text for text in said)
    assert "还剩6" in act.price.text()


def test_arrow_keys_move_between_cards(desk, qtbot):
    """Cards form one group: arrows move, so that Tab passes the chart in one step."""
    desk.hide()
    desk.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    desk.show()
    desk.activateWindow()
    first = desk.chart.card("leading-group")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    first.setChecked(True)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert not first.isChecked()


def test_an_early_view_says_what_will_stand_here(bridge, fake, rich_view):
    """Before there are bodies the desk says what is to come."""
    fake.set_view(replace(rich_view, organs=(), setups=()))
    bridge.refresh()
    made = OrganisationDesk(bridge)
    settle(made)
    assert made.stack.currentWidget() is made.empty
    made.deleteLater()


def test_model_and_names(desk, qtmodeltester):
    """The model keeps Qt's rules and every control says its name."""
    qtmodeltester.check(desk.list.table_model)
    desk.focus_on("township:yunling")
    assert_named(desk)


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("organ", ["", "township:yunling", "taskforce:water"])
def test_nothing_is_clipped(bridge, qapp, scale, organ):
    """At ordinary and at large type all words can be read."""
    bridge.theme.apply(qapp, scale=scale)
    made = OrganisationDesk(bridge)
    settle(made)
    made.focus_on(organ)
    settle(made)
    assert_not_clipped(made)
    made.deleteLater()


def test_what_the_seat_is_not_told_is_not_drawn(bridge, rich_view):
    """Blank strain means not told, never slack."""
    words = Words(bridge)
    blank = tuple(replace(o, pressure=0, friction=0, attention=0, fatigue=0, load=0) for o in rich_view.organs)
    assert not any(node.strained for node in nodes_of(replace(rich_view, organs=blank), words))
    words.deleteLater()


def test_the_chart_shows_what_runs_between_bodies(desk, rich_view, qtbot):
    """Orders down, reports up and friction stand on the cards when asked for; a link is as thick as its friction."""
    town = next(t for t in rich_view.townships if any(f"township:{t.id}" in o.organs for o in rich_view.orders))
    card = desk.chart.card(f"township:{town.id}")
    before = card.line()
    qtbot.mouseClick(desk.shown._buttons["flow"], Qt.MouseButton.LeftButton)
    flow = flows(rich_view)[f"township:{town.id}"]

    assert flow.orders > 0
    assert flow.friction == town.friction
    assert f"↓{flow.orders}" in card.line()
    assert f"↑{rich_view.day - town.as_of}天" in card.line()
    assert f"摩擦{(town.friction + 5) // 10}%" in card.accessibleName()
    links = {lower.node.id: friction for _, lower, _, friction in desk.chart.inner_body()._lines}
    assert links[f"township:{town.id}"] == town.friction
    qtbot.mouseClick(desk.shown._buttons["lead"], Qt.MouseButton.LeftButton)
    assert card.line() == before
    assert_named(desk)
    assert_not_clipped(desk)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [640, 960, 1280, 3600])
def test_the_chart_fits_the_width_it_has(bridge, qapp, qtbot, scale, width):
    """Where there is less room fewer cards stand side by side: nothing is reached by scrolling sideways."""
    bridge.theme.apply(qapp, scale=scale)
    window = QWidget()
    qtbot.addWidget(window)
    made = OrganisationDesk(bridge, window)
    made.ensure_fresh()
    chart = made.chart
    made.resize(max(width, made.minimumSizeHint().width()), 700)
    settle(window)

    assert chart.horizontalScrollBar().maximum() == 0
    for band in chart._bands:
        cards = [card for stack in band.stacks for card in stack if card is not None]
        assert len({card.pos().toTuple() for card in cards}) == len(cards)
        assert max(card.geometry().right() for card in cards) < chart.viewport().width()
        assert band.columns == min(band.most, len(band.stacks)) or width < 3600 or scale > 150


def test_lines_to_a_lower_row_run_beside_the_cards_above_it(bridge, rich_view, qtbot):
    """In a narrow chart the townships stand in rows; what leads to the lower ones crosses no card of the upper."""
    window = QWidget()
    qtbot.addWidget(window)
    made = OrganisationDesk(bridge, window)
    made.ensure_fresh()
    made.resize(made.minimumSizeHint().width(), 700)
    settle(window)
    body = made.chart.inner_body()
    lines = [(upper, lower) for upper, lower, _, _ in body._lines if lower.node.kind == "township"]
    upper = lines[0][0]
    rows = {lower.y() for _, lower in lines}
    assert len(rows) > 1
    under = min(rows) + 20
    image = body.grab().toImage()
    ground = image.pixelColor(1, under)
    drawn = [x for x in range(made.bridge.theme.space(3)) if image.pixelColor(x, under) != ground]

    assert drawn
    assert upper.y() < under


def test_a_command_is_called_the_same_before_it_exists(bridge, rich_view):
    """What can be set up has the name it will have: a zone's command is not its zone."""
    view = replace(rich_view, organs=tuple(o for o in rich_view.organs if o.kind != "zone"))
    names = {node.id: node.name for node in nodes_of(view, Words(bridge, bridge))}
    assert names["zone:north"] == "北部战区指挥部"


def test_the_chart_is_copied_whole(desk):
    """The picture has the cards that are scrolled away too; the list has none."""
    settle(desk, 900, 500)
    assert desk.chart.verticalScrollBar().maximum() > 0
    desk.pictures.copy()
    made = QGuiApplication.clipboard().pixmap().toImage()
    assert made.size() == desk.chart.inner.size() * SHARPNESS
    assert made.pixelColor(0, 0) == desk.bridge.theme.color("window"), "the ground is the page's"
    last = max(desk.chart._cards.values(), key=lambda card: card.mapTo(desk.chart.inner, QPoint()).y())
    spot = last.mapTo(desk.chart.inner, last.rect().center())
    drawn = {made.pixel(x, spot.y() * SHARPNESS) for x in range(made.width())}
    assert len(drawn) > 2, "nothing is drawn at the foot"
    desk.faces.choose("list")
    desk.faces.picked.emit("list")
    assert not desk.pictures.isVisible()
