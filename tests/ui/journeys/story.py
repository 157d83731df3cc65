"""What the journeys have in common: how an exercise begins, and what a test may read of it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from steps import Hand

from game.ui.briefing import BriefingPage
from game.ui.main_window import MainWindow
from game.ui.play import LocalPlay
from game.ui.review.page import ReviewPage


def begin(hand: Hand, title: str) -> None:
    """Choose a scenario at home, read the briefing, begin."""
    hand.row("home.scenarios", lambda offer: offer.card.title == title)
    hand.press("home.begin")
    hand.until(lambda: isinstance(hand.shell.page, BriefingPage))
    hand.press("briefing.begin")
    assert isinstance(hand.shell.page, MainWindow)
    hand.rest()


def at(hand: Hand, step: str) -> None:
    """The guide is at a step."""
    assert hand.view.guide is not None
    assert hand.view.guide.id == step


def given(hand: Hand, command: str, turn: int) -> int:
    """How often the person gave a command since the beginning of a turn."""
    assert hand.shell.bridge is not None
    play = hand.shell.bridge.play
    assert isinstance(play, LocalPlay)
    days = hand.state.scenario.turn.days
    rows = play.table.session.records()
    return sum(r.kind == command and r.seat == hand.view.viewer and r.day >= turn * days for r in rows)


def review_of(hand: Hand) -> ReviewPage:
    """Return the review in sight."""
    review = hand.shell.findChild(ReviewPage)
    assert isinstance(review, ReviewPage)
    assert review.isVisible()
    return review


def evidence_of(review: ReviewPage) -> list[QPushButton]:
    """Return the buttons that lead from the lines of the score to what they rest on."""
    found = [b for b in review.score.findChildren(QPushButton) if b.property("kind") == "chip" and b.isVisible()]
    assert found
    return found
