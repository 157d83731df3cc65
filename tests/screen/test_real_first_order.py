"""The first order of the starter exercise, given by a real mouse and real keys."""

from __future__ import annotations


def test_first_order_of_the_tutorial(start, played):
    """A newcomer on a small screen follows the guide from the home page to a signed order; all is in the session file."""
    hand = start(size=(1280, 800))
    hand.click("home.more")
    hand.write("home.seed", "20190902")
    hand.click("home.begin")
    hand.click("briefing.begin")
    hand.see("guide.count", "1/")
    hand.row("inbox.list", lambda texts: any("新龙头" in text for text in texts))
    hand.see("guide.count", "2/")
    hand.click("guide.go")
    hand.click("guide.go", "指给我看")
    hand.click("map.field_visit")
    hand.see("guide.count", "3/")
    hand.click("guide.go")
    hand.pick("order.target", "管网到户不出水")
    hand.write("order.amount", "36")
    hand.click("order.deadline.2w")
    hand.write("order.money", "13")
    hand.wheel("order.deadline.2w", 9)
    hand.pick("order.evidence", "入户核查")
    hand.click("order.sign")
    hand.see("guide.count", "4/")

    session = played(hand)
    order = next(iter(session.state.orders.values()))
    assert [r.kind for r in session.records() if r.seat == order.issuer][-2:] == ["field_visit", "issue_order"]
    assert (order.task, order.amount, order.evidence) == ("water_supply", 36, "household_check")
    assert hand.said == ""
