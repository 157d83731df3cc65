"""The first order of the starter exercise, given by a newcomer with a real mouse who reads only what the screen says."""

from __future__ import annotations

from typing import Any

import pytest

READ_A_SECOND = 4
"""Characters a slow reader takes in: 240 a minute."""
DEED_S = 8
"""Seconds to find the place on the screen and do what is asked there."""
TEN_MINUTES = 600


class Newcomer:
    """Does what the guide says and nothing else, and counts what it takes."""

    def __init__(self, hand: Any) -> None:
        self.hand = hand
        self.deeds = self.read = 0

    def reads(self, words: str) -> None:
        """Read some words."""
        self.read += len(words)

    def told(self, words: str, part: str) -> None:
        """The guide says this, the part it speaks of is whole in sight, and the guide does not lie over it."""
        self.reads(self.hand.see("guide.text", words)["text"])
        x, y, wide, high = self.hand.see(part)["rect"]
        left, top, across, down = self.hand.see("guide")["rect"]
        assert wide > 0
        assert high > 0
        assert x >= left + across or x + wide <= left or y >= top + down or y + high <= top, f"the guide covers {part}"

    def click(self, name: str, words: str = "") -> None:
        """Click once."""
        self.deeds += 1
        self.hand.click(name, words)

    def row(self, name: str, words: str) -> None:
        """Click the row of a list that holds the words."""
        self.deeds += 1
        self.hand.row(name, lambda texts: any(words in text for text in texts))

    def pick(self, name: str, words: str) -> None:
        """Open a list of choices and click one."""
        self.deeds += 2
        self.hand.pick(name, words)

    @property
    def seconds(self) -> int:
        """Seconds that a slow person takes for what was read and done."""
        return self.read // READ_A_SECOND + self.deeds * DEED_S


SIZES = [
    pytest.param((1280, 720), id="1280x720", marks=pytest.mark.slow),
    pytest.param((1366, 768), id="1366x768", marks=pytest.mark.slow),
    pytest.param((1440, 900), id="1440x900", marks=pytest.mark.slow),
]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("size", SIZES)
def test_a_newcomer_gives_a_sensible_first_order_in_ten_minutes(start, played, size):
    """On every size of screen the guide alone leads to an order without a warning, in less time than ten minutes."""
    hand = start(size=size)
    one = Newcomer(hand)
    hand.see("home.begin")
    one.reads("".join(part["text"] for part in hand.parts() if part["type"] in ("QLabel", "Elided")))
    one.click("home.begin")
    hand.see("briefing.begin")
    one.reads("".join(part["text"] for part in hand.parts() if part["text"]))
    # Many click twice where they mean once: that ends no week
    one.deeds += 1
    hand.point(hand.see("briefing.begin")["rect"])
    hand.screen.do("click", "--repeat", "2", "--delay", "120", "1")
    assert "9月2日" in hand.text("turn.clock")

    one.told("新龙头，没有水", "nav.inbox")
    one.row("inbox.list", "新龙头")
    one.told("读到最后一句", "inbox.sheet")
    one.reads("".join(part["text"] for part in hand.parts() if "36户" in part["text"]))
    one.click("guide.next")
    one.click("guide.go", "带我去")
    one.told("下乡走访", "map.field_visit")
    one.click("map.field_visit")
    one.click("guide.go", "带我去")

    one.told("管网到户不出水", "order.target")
    one.pick("order.target", "管网到户不出水")
    one.click("guide.next")
    one.told("三十六户", "order.amount")
    assert hand.text("order.amount").startswith("36")
    one.click("guide.next")
    one.told("2周", "order.deadline.2w")
    one.click("order.deadline.2w")
    one.click("guide.next")
    one.told("标准13.4万元", "order.money.price")
    assert "13.4" in hand.text("order.money.price")
    one.click("order.money.price")
    one.click("guide.next")
    one.told("入户核查", "order.evidence")
    one.pick("order.evidence", "入户核查")
    one.click("guide.next")
    one.told("签发战令", "order.sign")
    hand.see(words="都写清了")
    assert "要留神" not in [part["text"] for part in hand.parts()]
    one.reads("".join(part["text"] for part in hand.parts() if part["type"] == "QLabel"))
    one.click("order.sign")
    hand.see("guide.count", "4/")

    session = played(hand)
    order = next(iter(session.state.orders.values()))
    assert [r.kind for r in session.records() if r.seat == order.issuer][-2:] == ["field_visit", "issue_order"]
    assert (order.task, order.place, order.amount) == ("water_supply", "village:baiyan-04", 36)
    assert (order.evidence, order.money, order.deadline) == ("household_check", 13_400_000, 14)
    assert order.clarity == 1000
    print(f"{one.read} characters and {one.deeds} deeds: {one.seconds} seconds of a slow reader")
    assert one.seconds < TEN_MINUTES, f"{one.read} characters and {one.deeds} deeds: {one.seconds} seconds"
    assert hand.said == ""


@pytest.mark.parametrize("size", SIZES[:2])
def test_what_offers_a_contract_is_in_sight_on_a_small_screen(start, size):
    """The button that offers stands on the screen without scrolling."""
    hand = start(size=size)
    hand.click("home.begin")
    hand.click("briefing.begin")
    hand.click("nav.contract")
    x, y, wide, high = hand.see("contract.form.give")["rect"]

    assert x + wide <= size[0]
    assert y + high <= size[1]
    assert high > 25
