"""The starter exercise from the home page to the score and back, once with each hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from steps import Hand, Keys, Mouse
from story import at, begin, evidence_of, review_of

from game.exercise.reactions.cure import cured


def spoken(hand: Hand, point: str) -> None:
    """The guide speaks of what the hand has just taken up, or of what came into sight for it."""
    hand.until(lambda: hand.main.guide.point == point, 2000)


def clean(hand: Hand) -> bool:
    """Whether nothing stands against the order being written, and nothing in it is vague."""
    preview = hand.see("order.preview")
    words = [w.text() for w in preview.findChildren(QLabel) if w.isVisible()]
    return "要留神" not in words and any("都写清了" in text for text in words)


def play_first_order(hand: Hand) -> None:
    """Follow the guide to its end."""
    at(hand, "read")
    hand.row("inbox.list", lambda item: item.record.id == "first-taps")
    at(hand, "go")
    hand.place("village:baiyan-04")
    hand.press("map.field_visit")
    at(hand, "write")
    hand.go("order")
    hand.pick("order.target", "管网到户不出水")
    spoken(hand, "order.target")
    hand.press("order.deadline.2w")
    spoken(hand, "order.deadline")
    hand.press("order.money.price")
    spoken(hand, "order.money")
    hand.pick("order.evidence", "入户核查")
    spoken(hand, "order.evidence")
    hand.until(lambda: clean(hand), 3000)
    hand.press("order.sign")
    at(hand, "entrust")
    hand.go("contract")
    hand.press("contract.kind.task")
    hand.pick("contract.form.object", "饮水")
    hand.pick("contract.form.holder", "曾广源")
    hand.number("contract.form.hours", 20)
    spoken(hand, "contract.form.hours")
    hand.number("contract.form.money", 20)
    spoken(hand, "contract.form.money")
    hand.press("contract.form.give")
    at(hand, "first-week")
    hand.end_turn()
    at(hand, "ledger")
    hand.go("supervision")
    hand.row("supervision.ledger", lambda problem: problem.inject == "first-taps")
    hand.end_turn()
    at(hand, "neat")
    hand.go("inbox")
    hand.row("inbox.list", lambda item: item.record.id == "neat-book")
    hand.press("inbox.option.go-see")
    at(hand, "on-site")
    hand.go("supervision")
    hand.row("supervision.ledger", lambda problem: problem.inject == "first-taps")
    hand.press("supervision.verify")
    spoken(hand, "supervision.act.give")
    hand.pick("supervision.act.depth", "到现场")
    hand.press("supervision.act.give")
    at(hand, "wait-check")
    hand.end_turn()
    at(hand, "close")
    hand.go("supervision")
    hand.row("supervision.ledger", lambda problem: problem.inject == "first-taps")
    hand.press("supervision.close")
    spoken(hand, "supervision.act.give")
    hand.press("supervision.act.give")
    at(hand, "accept")
    hand.go("order")
    hand.press(f"order.card.{next(iter(hand.state.orders))}")
    hand.press("order.accept")
    spoken(hand, "order.act.give")
    hand.press("order.act.give")
    at(hand, "score")
    hand.end_turn()


@pytest.mark.ci
@pytest.mark.parametrize("kind", [Mouse, Keys])
def test_the_starter_is_played_to_its_end(open_shell, qtbot, kind: type[Hand]):
    """One hand alone, doing what the guide says, closes the problem, truly cures it, and sees what the score rests on."""
    hand = kind(open_shell(), qtbot)
    begin(hand, "第一道战令")
    play_first_order(hand)

    problem = next(p for p in hand.state.problems.values() if p.inject == "first-taps")
    assert hand.state.session.state == "debrief"
    assert hand.view.guide is None
    assert problem.state == "closed"
    assert cured(problem)
    order = next(iter(hand.state.orders.values()))
    assert (order.task, order.place, order.amount) == ("water_supply", "village:baiyan-04", 36)
    assert order.clarity == 1000
    assert order.state == "accepted"
    assert "lapse" not in [step.what for step in order.steps]
    hand.press("report.review")
    review = review_of(hand)
    assert review.score.room.total > 800
    hand.press(evidence_of(review)[0])
    assert review.events.isVisible()
    hand.press(hand.button("回主页"))
    assert hand.shell.page is hand.shell.home
    print(hand.cleared)
    print({k: v for k, v in hand.tabs.items() if v > 5})
