"""The programmes desk: the county's money, what it builds, and what is still missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from uihelp import assert_named, assert_not_clipped, settle

from game.county.place import NEEDS
from game.exercise.preview import Preview
from game.exercise.refusals import Refusal
from game.ui.desk.programmes import ProgrammesDesk
from game.ui.desk.programmes_funds import left_of
from game.ui.desk.programmes_start import gaps_of, suggest


@pytest.fixture
def desk(bridge, fake):
    fake.previewed = Preview(attention=2, attention_left=7)
    made = ProgrammesDesk(bridge)
    settle(made)
    yield made
    made.deleteLater()


def test_gaps_come_from_the_place(rich_view):
    """The county's gaps are the sum of its townships'; a village has its own."""
    water = NEEDS.index("water")
    assert gaps_of(rich_view, "county")[water] == sum(t.gaps[water] for t in rich_view.townships)
    assert gaps_of(rich_view, "village:qingshan-01") == rich_view.villages[0].gaps
    assert gaps_of(rich_view, "village:nowhere") == (-1,) * len(NEEDS)


def test_a_suggestion_stays_within_gap_capacity_and_time(rich_view):
    """No more than is missing, no more than a township takes on in the weeks there are."""
    task = next(t for t in rich_view.tasks if t.id == "water_supply")
    assert suggest(task, 140, 10) == (140, 140 * task.yuan, 4)
    amount, _, weeks = suggest(task, 5000, 2)
    assert (amount, weeks) == (120, 2)


def test_left_money_is_what_is_neither_spent_nor_reserved(rich_view):
    """A fund's rest is given less spent less reserved."""
    assert left_of(rich_view.funds[0]) == 236_000_000


def test_need_and_place_lead_to_the_command(desk, fake):
    """Place and need suggest task, amount, money, organ and time; the button sends them all."""
    desk.focus_on("township:qingshan")
    desk.start.pick_need("water")
    desk.start.task.set_value("water_supply")
    desk.start.recheck()
    desk.start.press.click()
    ((kind, args),) = fake.sent
    assert kind == "start_programme"
    assert args["place"] == "township:qingshan"
    assert args["task"] in ("water_supply", "water_upkeep")
    assert args["organ"] == "bureau:water"
    assert args["amount"] == 140
    assert args["money"] == args["amount"] * 3700
    assert args["buyer"] == ""
    assert args["over_standard"] is False


def test_the_whole_county_asks_for_no_village(desk):
    """A village is asked for once a township is chosen; the name of the whole county has the room until then."""
    place = desk.start.place
    place.set_value("county")
    settle(desk)
    assert not place.village.isVisible()
    place.set_value("township:qingshan")
    settle(desk)
    assert place.village.isVisible()
    assert place.value() == "township:qingshan"


def test_industry_without_a_buyer_and_over_standard_are_warned_of(desk):
    """Both traps are named in words before anything is signed."""
    desk.start.pick_need("livelihood")
    assert "卖不掉" in desk.start.warning.text()
    desk.start.over.setChecked(True)
    assert "超标准" in desk.start.warning.text()
    desk.start.pick_need("water")
    desk.start.over.setChecked(False)
    assert desk.start.warning.isHidden()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("allot_money", {"fund": "special", "organ": "township:qingshan", "money": 500_000}),
        ("move_money", {"source": "special", "target": "paired", "money": 200_000, "reason": ""}),
        ("stop_programme", {"programme": "p1", "reason": ""}),
    ],
)
def test_each_action_sends_its_command(desk, fake, kind, expected):
    """Allotting, moving and stopping send exactly what the form shows."""
    desk.focus_on("p1")
    form = desk.acts.act(kind)
    form.unfold()
    form.recheck()
    form.press.click()
    assert fake.sent == [(kind, expected)]


def test_only_a_running_programme_can_be_stopped(desk):
    """A finished one leaves the button shut, with the reason beside it."""
    desk.focus_on("p2")
    desk.stop.unfold()
    assert not desk.stop.press.isEnabled()
    assert "在建" in desk.stop.price.text()


def test_an_early_view_says_what_will_stand_here(bridge, fake, rich_view):
    """Without money and programmes the desk says what is to come, and nothing breaks."""
    fake.set_view(replace(rich_view, programmes=(), funds=(), organs=(), tasks=(), townships=(), villages=()))
    bridge.refresh()
    made = ProgrammesDesk(bridge)
    settle(made)
    assert made.empty.isVisibleTo(made)
    assert not made.start.press.isEnabled()
    made.deleteLater()


def test_model_and_names(desk, qtmodeltester):
    """The model keeps Qt's rules and every control says its name."""
    qtmodeltester.check(desk.table.table_model)
    assert_named(desk)


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped(bridge, qapp, fake, scale):
    """At ordinary and at large type all words can be read."""
    fake.previewed = Preview(attention=2, attention_left=7)
    bridge.theme.apply(qapp, scale=scale)
    made = ProgrammesDesk(bridge)
    settle(made)
    assert_not_clipped(made)
    made.deleteLater()


def test_the_button_that_starts_is_always_in_sight(desk, fake):
    """However low the window, the button stands below the page that scrolls, and says beside it why it is shut."""
    fake.refuse = Refusal("no_power")
    settle(desk, desk.width(), 420)
    desk.focus_on("township:qingshan")
    desk.start.pick_need("water")
    desk.start.recheck()
    settle(desk, desk.width(), 420)
    press, why = desk.start.press, desk.start.refusal

    for part in (press, why):
        assert not part.visibleRegion().isEmpty()
        assert desk.rect().contains(QRect(part.mapTo(desk, QPoint()), part.size()))
    assert not press.isEnabled()
    desk._show_part("money")
    assert not press.isVisible()
