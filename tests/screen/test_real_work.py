"""What a seat does every week, done by a real mouse and real keys in sessions that bots have brought so far."""

from __future__ import annotations

import pytest

from game.exercise.reactions.cure import cured


@pytest.mark.slow
def test_the_worst_village_is_found_and_contracted(continued, played):
    """The list of the map sorts villages by what they lack; the worst is contracted to a person from there."""
    hand = continued("hundred-days", 4)
    hand.click("nav.map")
    hand.click("map.face.list")
    hand.sort("map.list", "账面贫困发生率")
    hand.sort("map.list", "账面贫困发生率")  # the second click puts the highest first
    found = hand.row("map.list", lambda texts: texts[0].endswith("村"))
    hand.click("map.contract")
    assert found[0] in hand.text("contract.form.object")
    hand.pick("contract.form.holder", "罗世平")
    hand.write("contract.form.hours", "20")
    hand.click("contract.form.give")
    hand.see("turn.end")

    session = played(hand)
    view = session.view("hq-director")
    worst = max(view.villages, key=lambda village: village.incidence_bp)
    assert f"village:{worst.id}" in [c.object for c in session.state.contracts.values() if c.giver == "hq-director"]
    assert hand.said == ""


@pytest.mark.slow
def test_paper_rectification_is_found_and_sent_back(continued, played):
    """What is claimed to be done is looked at on site; what was only written down goes back to its owner."""
    hand = continued("hundred-days", 3, policy="campaign")
    hand.click("nav.supervision")
    title = next(item["texts"][1] for item in hand.rows("supervision.ledger") if "申请销号" in item["texts"])
    hand.row("supervision.ledger", lambda texts: title in texts)
    hand.click("supervision.verify")
    hand.pick("supervision.act.depth", "到现场")
    hand.click("supervision.act.give")
    hand.end_turn()
    hand.click("nav.supervision")
    hand.row("supervision.ledger", lambda texts: title in texts)
    hand.click("supervision.return")
    hand.click("supervision.act.give")
    hand.see("turn.end")

    session = played(hand)
    problem = next(p for p in session.state.problems.values() if p.title == title)
    assert problem.returned >= 1
    assert not cured(problem)
    assert hand.said == ""


@pytest.mark.slow
def test_why_approval_fell_is_read(continued, played):
    """The figure that fell is asked why, by the keyboard; the first cause leads to where it can be dealt with."""
    hand = continued("hundred-days", 6, policy="formalistic")
    hand.key("ctrl+9")
    shown = hand.row("figures.list", lambda texts: texts[0] == "群众认可度")
    assert "变差" in " ".join(shown)
    hand.see("figures.why")
    hand.see(words="往坏的方向")
    causes = hand.parts(words="去看：")
    assert causes
    hand.click(words=causes[0]["accessible"])
    hand.until(lambda: not hand.sees("figures.why"), "the place the cause leads to")

    course = played(hand).view("review").figures["approval"].course
    assert course[-1][1] < course[0][1]
    assert hand.said == ""


@pytest.mark.slow
def test_the_exercise_is_ended_and_reviewed(continued, played):
    """The last turn leads to the review; its score stands on the screen, and each line of it leads to what it rests on."""
    hand = continued("first-order", 3)
    hand.end_turn()
    hand.click("report.review")
    hand.see("review.parts.score")
    shown = hand.see("review.parts.replay")
    before = hand.screen.pixels()[0]
    hand.click("review.parts.replay")
    hand.see("review.slider")
    assert hand.screen.pixels()[0] != before, shown
    before = hand.screen.pixels()[0]
    hand.click("review.side.gap")
    assert hand.screen.pixels()[0] != before, "the truth less the record has other colours"

    session = played(hand)
    assert session.state.session.state == "debrief"
    assert hand.said == ""
