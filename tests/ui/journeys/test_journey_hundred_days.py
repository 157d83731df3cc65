"""The fourteen turns of the main exercise and their review, once with each hand: every desk is worked once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from steps import Hand, Keys, Mouse
from story import begin, evidence_of, given, review_of

from game.session.folders import reviews_dir
from game.ui.review.page import ReviewPage


def decide_on_a_paper(hand: Hand) -> str:
    """Open a paper that asks for a decision and take its first open choice."""
    hand.go("inbox")
    paper = hand.row("inbox.list", lambda item: item.options and not item.record.choice and item.mine)
    hand.press(f"inbox.option.{next(option.id for option in paper.options if option.open)}")
    return "choose_option"


def set_up_the_headquarters(hand: Hand) -> str:
    """Choose a body that does not exist yet in the list and set it up."""
    hand.go("organisation")
    hand.press("organisation.face.list")
    hand.row("organisation.list", lambda node: node.id == "hq")
    hand.press("organisation.set_up")
    return "set_up_organ"


def order_water(hand: Hand) -> str:
    """Write an order for a problem of the ledger."""
    hand.go("order")
    hand.pick("order.target", "管网到户不出水")
    hand.press("order.deadline.4w")
    hand.press("order.money.price")
    hand.pick("order.evidence", "入户核查")
    hand.press("order.sign")
    return "issue_order"


def contract_a_field(hand: Hand) -> str:
    """Contract what nobody holds to a body, with hours and a power."""
    hand.go("contract")
    hand.press("contract.kind.task")
    hand.pick("contract.form.object", "住房")
    hand.pick("contract.form.holder", "住建局")
    hand.number("contract.form.hours", 30)
    hand.tick("contract.form.powers", "战令")
    hand.press("contract.form.give")
    return "offer_contract"


def register_a_finding(hand: Hand) -> str:
    """Give a found problem an owner and a deadline."""
    hand.go("supervision")
    hand.row("supervision.ledger", lambda problem: problem.state == "found")
    hand.press("supervision.register")
    hand.press("supervision.act.deadline.2w")
    hand.press("supervision.act.give")
    return "register_finding"


def invite_a_partner(hand: Hand) -> str:
    """Choose a partner's card and invite it."""
    hand.go("partners")
    hand.press("partners.card.canglan")
    hand.press("partners.approach.open")
    hand.press("partners.approach")
    return "approach_partner"


def visit_a_village(hand: Hand) -> str:
    """Go and see a village."""
    hand.place("village:qingshan-03")
    hand.press("map.field_visit")
    return "field_visit"


def start_a_programme(hand: Hand) -> str:
    """Supply what is missing most."""
    hand.go("programmes")
    hand.press("programmes.need.water")
    hand.pick("programmes.place", "云岭镇")
    hand.number("programmes.amount", 40)
    hand.pick("programmes.fund", "整合涉农")
    hand.until(lambda: hand.see("programmes.start").isEnabled(), 3000)
    hand.press("programmes.start")
    return "start_programme"


def plan_a_visit(hand: Hand) -> str:
    """Send a squad unannounced."""
    hand.go("supervision")
    hand.press("supervision.tabs.visits")
    hand.pick("supervision.visit.township", "石禾乡")
    hand.number("supervision.visit.sample", 12)
    hand.press("supervision.visit.give")
    hand.press("supervision.tabs.ledger")
    return "plan_visit"


def ask_why(hand: Hand) -> str:
    """Look why a figure moved and follow a cause to where it comes from."""
    hand.go("figures")
    hand.row("figures.list", lambda row: row.id == "fatigue")
    hand.press("figures.period.all")
    hand.press(hand.button("去看："))
    assert hand.main.current != "figures"
    return ""


def read_the_report(hand: Hand) -> str:
    """Follow the first line of the report."""
    hand.go("report")
    hand.press("report.go1")
    assert hand.main.current != "report"
    return ""


def verify_a_claim(hand: Hand) -> str:
    """Send somebody to look at what is claimed to be done."""
    hand.go("supervision")
    hand.row("supervision.ledger", lambda problem: problem.state == "claimed")
    hand.press("supervision.verify")
    hand.press("supervision.act.give")
    return "verify_problem"


STORY: tuple[Callable[[Hand], str], ...] = (
    decide_on_a_paper, set_up_the_headquarters, order_water, contract_a_field, register_a_finding,
    visit_a_village, start_a_programme, plan_a_visit, ask_why, read_the_report, verify_a_claim, ask_why,
    decide_on_a_paper, read_the_report,
)  # fmt: skip
"""One thing a turn."""


def show_part(hand: Hand, review: ReviewPage, part: str) -> None:
    """Turn to a part of the review."""
    hand.press(f"review.parts.{part}")
    assert review.parts.current == part


@pytest.mark.ci
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_the_hundred_days_are_played_to_their_end(open_shell, qtbot, kind: type[Hand]):
    """One hand alone works every desk in fourteen turns, then reads the review and takes its report away."""
    hand = kind(open_shell(), qtbot)
    begin(hand, "百日攻坚")
    assert hand.view.viewer == "hq-director"
    # The partners' own seat is a bot that makes its offers early: invite one before it does
    assert given(hand, invite_a_partner(hand), 0) == 1
    for deed in STORY:
        before = hand.view.turn
        command = deed(hand)
        assert not command or given(hand, command, before) == 1, f"{deed.__name__} did not give {command}"
        hand.end_turn()
    assert hand.view.turn == 14
    assert hand.state.session.state == "debrief"

    hand.press("turn.review")
    review = review_of(hand)
    hand.press(evidence_of(review)[0])
    assert review.events.isVisible()
    assert review.events.table.selected() is not None
    show_part(hand, review, "replay")
    last = review.replay.when.text()
    hand.scrub("review.slider", 3)
    assert review.replay.when.text() != last
    hand.press("review.side.true")
    show_part(hand, review, "overlay")
    assert hand.sees("review.chart.incidence")
    show_part(hand, review, "score")
    hand.press("review.export")
    folder = reviews_dir()
    dialog = hand.shell.findChild(QFileDialog)
    assert dialog is not None
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    hand.press(box.button(QDialogButtonBox.StandardButton.Save))
    hand.until(lambda: bool(list(folder.glob("*.html"))), 10_000)
    hand.press(hand.button("知道了"))
    assert [file.name for file in folder.glob("*.html")] == ["hundred-days-review.html"]
    assert [file.name for file in folder.glob("*.jsonl")] == ["hundred-days-review.jsonl"]
    hand.press(hand.button("回主页"))
    assert hand.shell.page is hand.shell.home
