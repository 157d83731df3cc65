"""The partners desk: terms with those outside the hierarchy, and the work among the people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.preview import Preview
from game.ui.desk.partners import PartnersDesk


@pytest.fixture
def desk(bridge, fake):
    fake.previewed = Preview(attention=2, attention_left=7)
    made = PartnersDesk(bridge)
    settle(made)
    yield made
    made.deleteLater()


def send(desk, kind):
    form = desk.acts.act(kind) or desk.people.act(kind)
    form.unfold()
    form.recheck()
    form.press.click()


def test_every_partner_has_a_card_that_says_state_and_trust(desk, rich_view):
    """A card speaks: name, state and how far the partner trusts."""
    assert set(desk.cards) == {p.id for p in rich_view.partners}
    assert "还没接上头" in desk.cards["federation"].accessibleName()
    assert "观望" in desk.cards["federation"].accessibleName()


def test_a_card_is_chosen_by_keyboard(desk, qtbot):
    """Space on a card chooses the partner."""
    qtbot.keyClick(desk.cards["pepper-co"], Qt.Key.Key_Space)
    assert desk.chosen.id == "pepper-co"


def test_approach_sends_the_manner_and_names_the_risk(desk, fake):
    """Pressing is possible, and its price is said in words before."""
    desk.focus_on("federation")
    form = desk.acts.act("approach_partner")
    form.unfold()
    form.manner._buttons["press"].click()
    assert "信任" in form.risk.text()
    form.recheck()
    form.press.click()
    assert fake.sent == [("approach_partner", {"partner": "federation", "manner": "press"})]


def test_terms_begin_from_what_stands(desk, fake):
    """The form opens with the agreement in force; what is changed is what is sent."""
    desk.focus_on("paired-city")
    form = desk.acts.act("agree_terms")
    assert (form.linkage.value(), form.money.yuan(), form.jobs.value()) == (30, 2_000_000, 300)
    form.linkage.setValue(40)
    send(desk, "agree_terms")
    assert fake.sent == [("agree_terms", {"partner": "paired-city", "linkage": 400, "money": 2_000_000, "jobs": 300})]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("export_labour", {"place", "workers", "partner"}),
        ("guarantee_loans", {"place", "money", "fund"}),
        ("hold_mass_meeting", {"place", "topic"}),
        ("organise_visits", {"place", "households"}),
        ("explain_policy", {"place"}),
    ],
)
def test_each_action_sends_its_command(desk, fake, kind, keys):
    """Every action submits the command of its kind with all its arguments."""
    send(desk, kind)
    ((sent, args),) = fake.sent
    assert sent == kind
    assert set(args) == keys


def test_meetings_begin_with_what_people_have_problems_with(desk):
    """The first topic offered is one with an open problem."""
    form = desk.people.act("hold_mass_meeting")
    assert "群众有反映" in form.topic.itemText(0)


def test_an_early_view_says_what_will_stand_here(bridge, fake, rich_view):
    """Without partners the desk says what is to come."""
    fake.set_view(replace(rich_view, partners=()))
    bridge.refresh()
    made = PartnersDesk(bridge)
    settle(made)
    assert made.empty.isVisibleTo(made)
    made.deleteLater()


def test_names(desk):
    """Every control says its name, folded or not."""
    for form in desk.acts.forms:
        form.unfold()
    assert_named(desk)


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped(bridge, fake, qapp, scale):
    """At ordinary and at large type all words can be read."""
    fake.previewed = Preview(attention=2, attention_left=7)
    bridge.theme.apply(qapp, scale=scale)
    made = PartnersDesk(bridge)
    settle(made)
    made.acts.act("agree_terms").unfold()
    settle(made)
    assert_not_clipped(made)
    made.deleteLater()
