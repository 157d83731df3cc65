"""The contract desk: coverage, offers, answers, assessment, handing over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.preview import Preview
from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.desk import contract_cover as cover
from game.ui.desk.contracts import ContractsDesk
from game.ui.theme import Theme

SEEN = Preview(attention=2, attention_left=7, warnings=("warn.bare_contract",))


@pytest.fixture
def desk(qtbot, bridge, fake) -> ContractsDesk:
    fake.previewed = SEEN
    made = ContractsDesk(bridge)
    qtbot.addWidget(made)
    settle(made, 1270, 790)
    return made


def test_cover_tells_held_from_gaps(rich_view):
    """A township under contract has no gap; elsewhere villages with problems stand out."""
    rows = {c.township: c for c in cover.cover(rich_view)}

    assert rows["qingshan"].gap == 0
    assert rows["qingshan"].held == 16
    assert rows["yunling"].held == 0
    assert cover.URGENT in rows["yunling"].marks


def test_uncovered_fields_are_those_with_problems_and_no_contract(rich_view):
    """Housing is offered, so it is no gap; water has problems and nobody."""
    fields = dict(cover.uncovered_domains(rich_view))

    assert "housing" not in fields
    assert fields["water"] == 1


def test_bare_contract_is_marked_in_words(desk, qtmodeltester):
    """Responsibility without hours, money or powers reads 有责无权 with its icon."""
    model = desk.table.table_model
    row = model.row_of("c2")

    assert model.index(row, 2).data() == "有责无权"
    qtmodeltester.check(model)


def test_offer_sends_exactly_its_arguments(desk, fake):
    """The offer gives holder, object, duty and means as the command wants them."""
    desk.focus_on("village:yunling-03")
    form = desk.offer.form
    for key, value in {
        "holder": "secretary", "end": 70, "duty": "问题清零", "hours": 24, "money": 30_000, "fund": "special",
        "powers": ("order", "supervise"),
    }.items():  # fmt: skip
        form.set_value(key, value)
    form.yes.click()

    assert fake.sent == [
        (
            "offer_contract",
            {
                "contract_kind": "area", "object": "village:yunling-03", "holder": "secretary", "end": 70,
                "duty": "问题清零", "hours": 24, "money": 30_000, "fund": "special", "powers": ("order", "supervise"),
            },
        )
    ]  # fmt: skip


def test_a_contract_is_offered_to_whose_business_it_is(desk):
    """The form names the post of the place or its zone, or the bureau of the field; a choice by hand stays.

    It named the county's first seat, so that a director offered his own superior a village.
    """
    desk.focus_on("village:qingshan-03")
    form = desk.offer.form

    def choose(key, value):
        form.set_value(key, value)
        form.edited.emit(key)

    assert form.value("holder") == "first-secretary"
    choose("object", "village:yunling-03")
    assert form.value("holder") == "north-commander"
    desk.domains.picked.emit("water")
    assert form.value("holder") == "water-chief"
    desk.focus_on("village:qingshan-03")
    choose("holder", "secretary")
    choose("object", "village:yunling-03")
    assert form.value("holder") == "secretary"


def test_a_field_begins_a_task_contract(desk, fake):
    """The chip of an uncovered field presets an offer for it."""
    desk.domains.picked.emit("water")
    desk.offer.form.yes.click()

    assert fake.sent[0][1]["contract_kind"] == "task"
    assert fake.sent[0][1]["object"] == "water"


def test_refusal_stands_at_the_object(desk, fake):
    """What is already contracted is said at the field that names it."""
    fake.refuse = Refusal("already_contracted", {"object": "township:qingshan", "contract": "c1"})
    desk.offer.form.yes.click()

    assert "已经有人包干" in desk.offer.form.blocks["object"].error


def test_offer_to_me_is_answered(desk, fake, bridge, rich_view):
    """Who is offered a contract sees accept and decline, and each sends its answer."""
    mine = replace(rich_view.contracts[1], holder="hq-director", giver="secretary")
    fake.set_view(replace(rich_view, contracts=(rich_view.contracts[0], mine)))
    bridge.refresh()
    desk.focus_on("c2")
    desk.sheet._actions.button("accept").click()
    desk.sheet.form.yes.click()
    desk.sheet._actions.button("decline").click()
    desk.sheet.form.set_value("reason", "没有人手")
    desk.sheet.form.yes.click()

    assert fake.sent == [
        ("answer_contract", {"contract": "c2", "accept": True}),
        ("answer_contract", {"contract": "c2", "accept": False, "reason": "没有人手"}),
    ]
    assert ContractsDesk.badge(bridge.view) == (1, False)


def test_assessment_names_grade_and_evidence(desk, fake):
    """A grade goes out with the records it rests on."""
    desk.focus_on("c1")
    desk.sheet._actions.button("assess").click()
    desk.sheet.form.set_value("grade", "a")
    desk.sheet.form.set_value("evidence", ("q-dry-wells", "v1"))
    desk.sheet.form.yes.click()

    assert fake.sent == [("assess_contract", {"contract": "c1", "grade": "a", "evidence": ("q-dry-wells", "v1")})]


def test_hand_over_and_end(desk, fake):
    """A contract passes on to whom is picked, or ends, each with its reason."""
    desk.focus_on("c1")
    desk.sheet._actions.button("hand").click()
    desk.sheet.form.set_value("to", "secretary")
    desk.sheet.form.yes.click()
    desk.sheet._actions.button("end").click()
    desk.sheet.form.set_value("reason", "换人")
    desk.sheet.form.yes.click()

    assert fake.sent == [
        ("hand_over_contract", {"contract": "c1", "to": "secretary", "reason": ""}),
        ("end_contract", {"contract": "c1", "reason": "换人"}),
    ]


def test_an_offer_cannot_be_assessed(desk):
    """What is not yet accepted cannot be graded, and the button says why."""
    desk.focus_on("c2")
    button = desk.sheet._actions.button("assess")

    assert not button.isEnabled()
    assert "待应承" in button.toolTip()


def test_a_new_view_keeps_what_was_written(desk, bridge):
    """A refresh while somebody writes an offer leaves the fields alone."""
    desk.offer.form.set_value("hours", 33)
    desk.offer.form.set_value("duty", "我的话")
    bridge.refresh()

    assert desk.offer.form.value("hours") == 33
    assert desk.offer.form.value("duty") == "我的话"


@pytest.mark.parametrize("height", [580, 672])
def test_what_gives_the_offer_stays_in_sight(desk, height):
    """On a small screen the fields scroll; the button that offers, and what it would cost, do not scroll away."""
    settle(desk, 1206, height)
    give = desk.offer.form.yes

    assert give.visibleRegion().boundingRect() == give.rect()
    assert desk.offer.rect().contains(QRect(give.mapTo(desk.offer, QPoint(0, 0)), give.size()))


def test_the_foot_keeps_the_keys_of_its_form(qtbot, desk, fake):
    """Ctrl+Enter on the button below the fields offers; it must not end the turn."""
    desk.offer.form.set_value("hours", 20)
    give = desk.offer.form.yes
    control = Qt.KeyboardModifier.ControlModifier
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, control)
    override.ignore()
    QApplication.sendEvent(give, override)
    assert override.isAccepted()
    qtbot.keyClick(give, Qt.Key.Key_Return, control)

    assert [kind for kind, _ in fake.sent] == ["offer_contract"]


@pytest.mark.parametrize("scale", [100, 150])
def test_names_and_room(qtbot, fake, qapp, scale):
    """Everything has a name and nothing is cut off at both type sizes."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    bridge = Bridge(fake, theme)
    desk = ContractsDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, 1270, 790)
    assert_named(desk)
    assert_not_clipped(desk)
    desk.show_contract("c1")
    desk.sheet._on_action("assess")
    settle(desk, 1270, 790)

    assert_named(desk)
    assert_not_clipped(desk)
    bridge.close()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_cover_fits_a_small_window(qtbot, qapp, fake, scale):
    """At 1280 x 720 the words of a township stand whole, below its strip where there is no room beside it."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    bridge = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = ContractsDesk(bridge, window)
    room = QSize(1280 - theme.px(8), 720 - theme.px(4.7))
    desk.resize(room)
    settle(window, 1280, 720)
    rows = desk.cover._rows

    assert desk.minimumSizeHint().width() <= room.width()
    assert desk.table.horizontalScrollBar().maximum() == 0
    for _, strip, _, said, go in rows:
        assert said.width() >= min(theme.px(8), said.fontMetrics().horizontalAdvance(said.text()))
        assert go.geometry().right() <= desk.cover.width()
        assert not said.geometry().intersects(strip.geometry())
    bridge.close()
