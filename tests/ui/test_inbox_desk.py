"""The inbox: papers, options, replies and messages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from uihelp import assert_not_clipped, press

from game.exercise.refusals import Refusal
from game.ui.desk.inbox import InboxDesk
from game.ui.desk.inbox_messages import threads


def test_opening_a_paper_acknowledges_it_once(window, fake):
    """Reading is told to the exercise; reading again is not."""
    desk = window.desk("inbox")
    desk.focus_on("dry-wells")
    desk.focus_on("quota-push")

    assert fake.sent == [("acknowledge_inject", {"inject": "dry-wells"})]


def test_choosing_an_option_submits_it(window, fake):
    """The card's button gives exactly the command."""
    window.show_desk("inbox", "dry-wells")
    fake.sent.clear()
    press(window, "inbox.option.taskforce")

    assert fake.sent == [("choose_option", {"inject": "dry-wells", "option": "taskforce"})]


def test_option_whose_condition_is_not_met_cannot_be_chosen(window):
    """A closed option has no button."""
    window.show_desk("inbox", "dry-wells")

    assert window.findChild(QPushButton, "inbox.option.report-up") is None


def test_refused_choice_is_said_beside_it(window, fake):
    """A refusal stands where the hand is."""
    window.show_desk("inbox", "dry-wells")
    fake.refuse = Refusal("no_attention")
    press(window, "inbox.option.trucks")

    assert not window.findChild(QWidget, "inbox.refusal").isHidden()


def test_reply_sends_its_words(window, fake):
    """A reply carries the paper and the words, and an empty one cannot be sent."""
    window.show_desk("inbox", "slip-up")
    pane = window.findChild(QWidget, "inbox.open")
    assert not pane.send.isEnabled()
    pane.answer.setPlainText("三日内到场核实。")
    fake.sent.clear()
    pane.send.click()

    assert fake.sent == [("reply_inject", {"inject": "slip-up", "text": "三日内到场核实。"})]


def test_paper_leads_to_an_order(qtbot, window, bridge):
    """“据此下战令” asks for the order desk with this paper."""
    window.show_desk("inbox", "dry-wells")
    with qtbot.waitSignal(bridge.focus_requested) as caught:
        press(window, "inbox.to_order")

    assert caught.args == ["order", "inject:dry-wells"]


@pytest.mark.parametrize(
    "paper",
    ["dry-wells", "quota-push", "parent-call", "cadre-chat", "news-story", "petition-1", "notice-eval", "slip-up"],
)
def test_every_form_of_paper_is_shown(window, rich_view, paper):
    """Each form shows the title and says what it is; no code of the catalogue comes through."""
    window.show_desk("inbox", paper)
    sheet = window.findChild(QWidget, "inbox.sheet")
    title = next(item.record.title for item in rich_view.inbox if item.record.id == paper)

    assert title in sheet.accessibleName()
    assert "form." not in sheet.accessibleName()
    assert_not_clipped(window)


def test_inbox_lists_what_waits_first(window):
    """The first paper of the list is one that is due."""
    desk = window.desk("inbox")

    assert desk.list.proxy.index(0, 0).data(Qt.ItemDataRole.UserRole).record.reply_by >= 0


def test_search_narrows_the_list(window):
    """Words of the sender or the place find a paper."""
    desk = window.desk("inbox")
    desk.focus_on("dry-wells")
    desk._search.setText("督战队")

    assert desk.list.shown() == 1


def test_list_models_are_sound(qtmodeltester, window):
    """The lists of inbox and map keep Qt's contract."""
    window.show_desk("map")
    for desk in (window.desk("inbox"), window.desk("map")):
        qtmodeltester.check(desk.list.table_model)
        qtmodeltester.check(desk.list.proxy)


def test_badge_counts_papers_that_wait(rich_view):
    """The rail says how many papers wait and that one is due within the turn."""
    assert InboxDesk.badge(rich_view) == (6, True)


def test_messages_stand_in_threads(rich_view):
    """Words to and from a seat are one thread; what all got is another."""
    found = {thread.id: [m.id for m in thread.messages] for thread in threads(rich_view)}

    assert found == {"secretary": ["m1"], "water-chief": ["m2", "m3"], "all": ["m4"]}


def test_message_goes_to_the_seat_chosen(window, fake):
    """The line below sends to the seat named beside it."""
    window.show_desk("inbox", "m2")
    pane = window.desk("inbox")._messages
    pane.to.setCurrentIndex(pane.to.findData("water-chief"))
    pane.text.setText("管材到了吗？")
    fake.sent.clear()
    pane.send.click()

    assert fake.sent == [("message_seat", {"to": ("water-chief",), "text": "管材到了吗？"})]
