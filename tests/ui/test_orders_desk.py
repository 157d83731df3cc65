"""The order desk: composing, previewing, signing, and acting on orders in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from measures import meeting
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from uihelp import assert_named, assert_not_clipped, settle

from game.exercise.preview import Conflict, Move, Preview
from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.desk import order_draft as draft
from game.ui.desk.order_compose import OrderComposer
from game.ui.desk.orders import OrdersDesk
from game.ui.theme import Theme

SEEN = Preview(
    attention=2,
    attention_left=7,
    money_fen=4_440_000,
    fund="special",
    money_left=231_560_000,
    hours=(("township:qingshan", 200, 120), ("bureau:water", 40, 300)),
    must_do=("township:qingshan", "bureau:water"),
    conflicts=(Conflict("o1", "conflict.same_task"),),
    clarity=760,
    vague=(("vague.evidence_ledger", 40), ("vague.quota", 150)),
    warnings=("warn.little_money",),
    moves=(Move("pressure", "township:qingshan", 40, "cause.order_pressure", "o9"),),
)


@pytest.fixture
def desk(qtbot, bridge, fake) -> OrdersDesk:
    fake.previewed = SEEN
    made = OrdersDesk(bridge)
    qtbot.addWidget(made)
    settle(made, 1270, 790)
    return made


def _texts(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def test_board_lays_orders_out_by_state(desk):
    """Overdue and reported orders stand on top, with their state as icon and word."""
    text = _texts(desk.board)

    assert text.index("超期") < text.index("已报结") < text.index("执行中")
    assert "战令第2号" in text
    assert "战令第5号" not in text


def test_table_shows_all_and_passes_the_model_tester(desk, qtmodeltester):
    """The list form holds the same orders as the board."""
    desk._which._buttons["all"].click()
    desk._form._buttons["table"].click()

    assert desk.table.shown() == 5
    qtmodeltester.check(desk.table.table_model)


def test_a_problem_presets_the_composer(desk):
    """Beginning from a problem fills in task, place, organs, lead, amount and wording."""
    desk.focus_on("problem:q-dry-wells")
    order = desk.composer.fields.draft()

    assert order.problem == "q-dry-wells"
    assert order.inject == "dry-wells"
    assert order.task == "water_supply"
    assert order.place == "village:qingshan-01"
    assert order.organs == ("township:qingshan", "bureau:water")
    assert order.lead == "bureau:water"
    assert "水利局牵头" in order.text


def test_signing_sends_exactly_what_the_fields_say(desk, fake):
    """The sign button submits one order with the arguments of the command and nothing else."""
    desk.focus_on("township:qingshan")
    fields = desk.composer.fields
    fields.task.set_value("house_repair")
    fields._on_task("house_repair")
    fields.amount.setValue(12)
    fields.deadline.set_value(49)
    fields.money.set_yuan(252_000)
    fields.fund.set_value("special")
    fields.hours.setValue(40)
    fields.evidence.set_value("household_check")
    fields.text.setPlainText("十二户危房改造,逐户验收。")
    desk.composer.sign.click()

    assert fake.sent == [
        (
            "issue_order",
            {
                "task": "house_repair",
                "organs": ("township:qingshan", "bureau:housing"),
                "place": "township:qingshan",
                "amount": 12,
                "deadline": 49,
                "lead": "bureau:housing",
                "money": 252_000,
                "fund": "special",
                "hours": 40,
                "evidence": "household_check",
                "text": "十二户危房改造,逐户验收。",
                "problem": "",
                "inject": "",
            },
        )
    ]


def test_after_signing_the_new_order_is_shown_and_the_form_is_empty(desk, fake, rich_view):
    """Whoever has signed sees the order in force; the composer is ready for the next."""
    desk.focus_on("problem:q-dry-wells")
    fresh = replace(rich_view.orders[0], id="o6", number=6, state="issued", reported=0)
    fake.set_view(replace(rich_view, orders=(*rich_view.orders, fresh)))
    desk.composer.sign.click()

    assert desk.sheet.order is not None
    assert desk.sheet.order.id == "o6"
    assert desk._right.currentWidget() is desk.sheet
    assert desk.composer.fields.draft().problem == ""


def test_a_narrow_desk_shows_one_side_at_a_time(desk, fake, rich_view):
    """Where both sides have no room, the composer stands alone with a way back; a card brings its sheet."""
    assert not desk.back.isVisible()
    desk.setMinimumWidth(0)
    settle(desk, desk.composer.room + 40, 700)

    assert desk.composer.isVisible()
    assert not desk.board.isVisible()
    desk.back.click()
    assert desk.board.isVisible()
    assert not desk.composer.isVisible()
    desk.board.picked.emit(rich_view.orders[0].id)
    assert desk.sheet.isVisible()
    assert not desk.board.isVisible()
    desk.back.click()
    desk.compose.click()
    assert desk.composer.isVisible()
    settle(desk, 1400, 700)
    assert desk.board.isVisible()
    assert not desk.back.isVisible()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_list_of_orders_keeps_its_rows_in_a_low_window(qtbot, qapp, fake, scale):
    """At 1280 x 720 list and composer stand below each other where both have room, else the list alone."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    made = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    desk = OrdersDesk(made, window)
    desk.ensure_fresh()
    desk.resize(QSize(1280 - theme.px(8), 720 - theme.px(4.7)).expandedTo(desk.minimumSizeHint()))
    settle(window)
    desk._form._buttons["table"].click()
    settle(window)
    table = desk.table

    assert table.isVisible()
    assert table.viewport().height() >= 4 * table.rowHeight(0)
    assert table.horizontalScrollBar().maximum() == 0
    assert_not_clipped(desk)
    assert meeting(desk) == []
    desk.compose.click()
    settle(window)
    assert desk.composer.sign.isVisible()
    made.close()


def test_a_narrow_composer_sets_the_reckoning_below(qtbot, bridge):
    """Narrower still, what the order would mean stands below the fields; nothing runs out of the window."""
    frame = QScrollArea()
    frame.setWidgetResizable(True)
    composer = OrderComposer(bridge)
    frame.setWidget(composer)
    qtbot.addWidget(frame)
    settle(frame, composer.room + 20, 700)
    assert composer.sign.mapTo(composer, QPoint(0, 0)).x() > composer.fields.width()

    settle(frame, composer.minimumSizeHint().width() + 20, 700)
    assert not frame.horizontalScrollBar().maximum()
    assert composer.sign.mapTo(composer, QPoint(0, 0)).y() > composer.fields.height()
    assert composer.sign.mapTo(composer, QPoint(composer.sign.width(), 0)).x() <= composer.width()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_button_that_signs_is_always_in_sight(qtbot, qapp, fake, scale):
    """In a small window one page scrolls through fields and reckoning; the foot with its reason stands below it."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    made = Bridge(fake, theme)
    window = QWidget()
    qtbot.addWidget(window)
    composer = OrderComposer(made, window)
    composer.refresh(made.view)
    composer.resize(composer.minimumSizeHint().width() + 4, theme.px(16))
    composer.show_preview()
    settle(window)

    assert composer.fields.isAncestorOf(composer.preview)
    assert composer.fields.verticalScrollBar().maximum() > 0
    assert composer.rect().contains(QRect(composer.sign.mapTo(composer, QPoint()), composer.sign.size()))
    assert composer.fields.height() > theme.px(7)
    composer.resize(composer.room + 40, theme.px(16))
    settle(window)
    assert not composer.fields.isAncestorOf(composer.preview)
    assert composer.preview.isVisible()
    assert composer.rect().contains(QRect(composer.sign.mapTo(composer, QPoint()), composer.sign.size()))
    made.close()


def test_ctrl_enter_signs_from_any_field(desk, fake, qtbot):
    """The keyboard signs without leaving the wording."""
    qtbot.keyClick(desk.composer.fields.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [kind for kind, _ in fake.sent] == ["issue_order"]


def test_refusal_stands_at_its_field(desk, fake):
    """A refusal about money marks the money field and says the cure."""
    fake.refuse = Refusal("no_money", {"fund": "special", "need": 10, "left": 1})
    desk.composer.sign.click()

    assert "资金不够" in desk.composer.fields.blocks["money"].error
    assert desk.composer.fields.money.property("bad") is True
    fake.refuse = None
    desk.composer.show_preview()
    assert desk.composer.fields.blocks["money"].error == ""


def test_preview_waits_until_typing_rests(desk, fake, qtbot):
    """Many edits in a row ask for one preview, after a pause."""
    qtbot.waitUntil(lambda: not desk.composer._timer.isActive())
    before = len(fake.asked)
    for amount in range(20, 40):
        desk.composer.fields.amount.setValue(amount)

    assert len(fake.asked) == before
    qtbot.waitUntil(lambda: len(fake.asked) > before)
    qtbot.wait(200)
    assert len(fake.asked) == before + 1
    assert fake.asked[-1][1]["amount"] == 39


def test_preview_says_clarity_hours_conflicts_and_cost(desk):
    """What the order would do stands beside it in words."""
    desk.composer.show_preview()
    settle(desk, 1270, 790)
    text = _texts(desk.composer.preview)

    assert "只凭台账算完成" in text
    assert "战令第1号" in text
    assert "资金不够做完" in text
    assert "精力2" in text
    assert "水利局" in text


def test_no_organs_is_said_before_anything_is_sent(desk, fake):
    """An order to nobody never leaves the window."""
    desk.composer.fields.organs.set_value(())
    desk.composer.submit()

    assert fake.sent == []
    assert desk.composer.fields.blocks["organs"].error


def test_own_wording_survives_edits_and_a_new_view(desk, bridge):
    """Wording written by hand is not drafted over, and a refresh keeps the form."""
    fields = desk.composer.fields
    fields.text.setFocus()
    fields._own_text = True
    fields.text.setPlainText("照我说的办。")
    fields.amount.setValue(33)
    bridge.refresh()

    assert fields.text.toPlainText() == "照我说的办。"
    assert fields.amount.value() == 33
    fields.again.click()
    assert "33" in fields.text.toPlainText()


@pytest.mark.parametrize(
    ("order", "action", "values", "sent"),
    [
        ("o3", "accept", {}, ("accept_order", {"order": "o3"})),
        ("o3", "return", {"reason": "没见人"}, ("return_order", {"order": "o3", "reason": "没见人"})),
        ("o2", "extend", {"deadline": 50}, ("extend_order", {"order": "o2", "deadline": 50})),
        ("o1", "revoke", {"reason": "重复"}, ("revoke_order", {"order": "o1", "reason": "重复"})),
    ],
)
def test_actions_on_an_order_send_their_command(desk, fake, order, action, values, sent):
    """Each action asks what it needs in place and gives exactly its command."""
    desk.show_order(order)
    button = desk.sheet._actions.button(action)
    assert button.isEnabled()
    button.click()
    for key, value in values.items():
        desk.sheet.form.set_value(key, value)
    desk.sheet.form.yes.click()

    assert fake.sent == [sent]


def test_shut_actions_say_why(desk):
    """An order under way cannot be accepted, and the button says so."""
    desk.show_order("o1")
    accept = desk.sheet._actions.button("accept")

    assert not accept.isEnabled()
    assert "报结以后" in accept.toolTip()
    assert "精力1" in accept.text()


def test_without_the_power_signing_is_shut_with_its_reason(qtbot, bridge, fake, rich_view):
    """A phase that does not allow orders shuts the sign button and names the phase."""
    fake.set_view(replace(rich_view, powers=("talk",)))
    bridge.refresh()
    desk = OrdersDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, 1270, 790)

    assert not desk.composer.sign.isEnabled()
    assert "集中攻坚" in desk.composer.sign.toolTip()


def test_suggested_amount_follows_reports_and_capacity(rich_view):
    """The suggestion never exceeds what is reported or what can be done."""
    task = draft.find_task(rich_view, "water_supply")
    assert task is not None
    target = draft.find_target(rich_view, "q-dry-wells")
    gap = draft.reported_gap(rich_view, task, "township:qingshan")

    assert gap == 140
    assert draft.capacity(rich_view, task, "township:qingshan", (), 42) == 120
    assert draft.suggested_amount(rich_view, task, draft.Target(), "township:qingshan", 120) == 120
    assert draft.suggested_amount(rich_view, task, target, "township:qingshan", 500) == 66


def test_the_households_of_a_problem_are_the_amount_proposed(desk, bridge, fake, rich_view):
    """An order for a problem proposes its households though the last report knew of fewer; a chip puts them back."""
    towns = tuple(replace(t, gaps=(0,) * len(t.gaps)) for t in rich_view.townships)
    villages = tuple(replace(v, gaps=tuple(min(3, g) for g in v.gaps)) for v in rich_view.villages)
    fake.set_view(replace(rich_view, townships=towns, villages=villages))
    bridge.refresh()
    fields = desk.composer.fields
    fields.start("q-dry-wells")
    target = draft.find_target(bridge.view, "q-dry-wells")
    assert fields.amount.value() == target.households
    fields.amount.setValue(3)
    chip = fields.amounts.findChild(QPushButton, "order.amount.named")
    assert str(target.households) in chip.text()
    chip.click()

    assert fields.amount.value() == target.households


def test_a_task_of_sites_does_not_count_homes(rich_view):
    """Upkeep is agreed village by village: the homes of a problem are no amount for it."""
    task = draft.find_task(rich_view, "water_supply")
    assert task is not None
    target = draft.find_target(rich_view, "q-dry-wells")

    assert draft.named_amount(task, target) == target.households > 0
    assert draft.named_amount(replace(task, hours=30), target) == 0
    assert draft.named_amount(replace(task, need=""), target) == 0


@pytest.mark.parametrize("alone", [True, False])
def test_what_a_seat_cannot_mend_is_no_warning_to_it(desk, alone):
    """That nobody who knows the trade takes part warns whoever could name somebody; others read what it costs them."""
    preview = desk.composer.preview
    desk.composer._timer.stop()  # nothing else is reckoned meanwhile
    preview.show_preview(replace(SEEN, conflicts=(), warnings=("warn.no_competent",)), alone=alone)
    settle(desk, 1270, 790)

    assert ("没有懂行的部门参与" in _texts(preview)) is not alone
    assert ("叫不动主管部门" in _texts(preview)) is alone
    assert preview._trouble_card.isVisibleTo(preview) is not alone


def test_a_township_cannot_name_a_bureau(rich_view):
    """Who knows the trade is within reach of the county and of a zone, never of a township."""
    task = draft.find_task(rich_view, "water_supply")
    assert rich_view.seat is not None
    low = replace(rich_view, seat=replace(rich_view.seat, scope="township:qingshan"))

    assert draft.within_reach(rich_view, task, "village:qingshan-03")
    assert not draft.within_reach(low, task, "village:qingshan-03")


def test_badge_counts_what_waits_for_the_giver(rich_view):
    """Own overdue and reported orders wait; an overdue one is urgent."""
    assert OrdersDesk.badge(rich_view) == (2, True)


@pytest.mark.parametrize("scale", [100, 150])
def test_names_and_room(qtbot, fake, qapp, scale):
    """Everything has a name and nothing is cut off at both type sizes."""
    theme = Theme("light", scale)
    theme.apply(qapp)
    fake.previewed = SEEN
    bridge = Bridge(fake, theme)
    desk = OrdersDesk(bridge)
    qtbot.addWidget(desk)
    settle(desk, 1270, 790)
    desk.composer.show_preview()
    settle(desk, 1270, 790)
    assert_named(desk)
    assert_not_clipped(desk)
    desk.show_order("o1")
    desk.sheet._on_action("revoke")
    settle(desk, 1270, 790)

    assert_named(desk)
    assert_not_clipped(desk)
    bridge.close()
