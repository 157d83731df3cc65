"""The page that tells a seat what it is about before an exercise begins."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from uihelp import assert_named, assert_not_clipped, settle

from game.ui.briefing import BriefingPage
from game.ui.widgets import MarkdownView


def test_briefing_tells_the_post_its_secrets_and_goals(qtbot, bridge):
    """The briefing shows what only this seat knows, its goals and the plan."""
    page = BriefingPage(bridge)
    qtbot.addWidget(page)
    settle(page)
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert_named(page)
    assert_not_clipped(page)
    with qtbot.waitSignal(page.begun):
        page.begin.click()

    assert page.findChild(MarkdownView, "briefing.summary").toPlainText() == bridge.view.scenario_summary
    assert "水分" in words
    assert "认可度不低于" in words
    assert "逐户见底" in words
