
import os
from steps import *
from test_journey_first_order import *
def test_peek(open_shell, qtbot, monkeypatch):
    hand = Mouse(open_shell(), qtbot)
    n=[0]
    out=os.environ["OUT"]
    old=Mouse.press
    def press(self, what):
        self.rest()
        n[0]+=1
        self.shell.grab().save(f"{out}/{n[0]:02d}-{what if isinstance(what,str) else 'w'}.png")
        old(self, what)
    monkeypatch.setattr(Mouse,"press",press)
    begin(hand, "第一道战令")
    play_first_order(hand)
    hand.press("report.review")
    n[0]+=1
    hand.rest(); hand.shell.grab().save(f"{out}/{n[0]:02d}-review.png")
