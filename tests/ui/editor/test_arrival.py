"""The day the editor says an inject arrives is the day it does: a small exercise is played and compared with the plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.authoring.draft_tree import draft_tree
from game.resources import county_text
from game.scenario.check import check_bundle
from game.session.library import catalogues
from game.session.session import Session
from game.ui.editor.counts import counts
from game.ui.editor.plan import Plan, plan

DATA = Path(__file__).parents[2] / "scenario" / "data"
LENGTH = 70
PAPER = (
    "form: notice, domain: water, to: [director], sender: 东镇, text: 请看一看。, objective: water, "
    "place: {village: east-town-01}"
)
TRIGGERS = {
    "opening": "{at: 0}",
    "on-the-day": "{at: 14}",
    "between": "{at: 10}",
    "dated": "{at: 2019-09-12}",
    "at-once": "{after: between}",
    "three-on": "{after: between, delay: 3}",
    "behind-the-opening": "{after: opening}",
    "of-two": "{after: three-on, delay: 14}",
    "lapsed": "{after: asked, outcome: expired}",
    "long-lapsed": "{after: asked, outcome: expired, delay: 9}",
    "raised": "{after: pressed, outcome: escalated}",
    "long-raised": "{after: pressed, outcome: escalated, delay: 11}",
    "whenever": "{when: day >= 0}",
    "whenever-later": "{when: day >= 0, from_day: 15}",
    "surely": "{chance: 1000, from_day: 9}",
    "by-hand": "{by_hand: true}",
    "too-late": "{at: 69}",
}
MORE = {
    "asked": "trigger: {at: 3}, reply_within: 10",
    "pressed": "trigger: {at: 5}, escalate: {after: 9, to: [squad], text: 还没有人管。}",
}


@cache
def written(days: int) -> dict[str, str]:
    """Return the small scenario in turns of so many days, with an inject for each kind of start."""
    text = (DATA / "lint.yaml").read_text(encoding="utf-8")
    text = text.replace("{days: 7, count: 10,", f"{{days: {days}, count: {LENGTH // days},")
    head, tail = text.split("injects:\n")
    more = {name: f"trigger: {trigger}" for name, trigger in TRIGGERS.items()} | MORE
    rows = [f"  - {{id: {name}, title: {name}, {PAPER}, {keys}}}\n" for name, keys in more.items()]
    head = head.replace('when: resolved("taps")', "when: visits >= 1")
    text = head + "injects:\n" + "".join(rows) + "rubric:\n" + tail.split("rubric:\n")[1]
    return {"scenario.yaml": text, "county.yaml": (DATA / "tiny.yaml").read_text(encoding="utf-8")}


@cache
def played(days: int) -> dict[str, tuple[int, int, int]]:
    """Return inject -> day of delivery, turn in which it is first read, day of escalation; -1 where there is none."""
    found: dict[str, tuple[int, int, int]] = {}
    with Session.create(None, written(days), seed=3) as session:
        for kind in ("open_briefing", "start_play"):
            assert session.submit("clock", kind, {}, source="clock").accepted
        while True:
            state = session.state
            for inject in state.injects.values():
                if inject.delivered >= 0 and inject.id not in found:
                    found[inject.id] = inject.delivered, state.turn + 1, -1
                raised = next((step.day for step in inject.steps if step.what == "escalate"), -1)
                if raised >= 0:
                    found[inject.id] = *found[inject.id][:2], raised
            if state.session.state != "running":
                return found
            assert session.submit("clock", "advance", {}, source="clock").accepted


@cache
def planned(days: int) -> Plan:
    return plan(draft_tree(written(days)))


def test_the_scenario_is_sound():
    """What is played here is what an author could have written."""
    for days in (7, 14):
        checked = check_bundle(written(days), counties=county_text, catalogues=catalogues())
        assert [f for f in checked.findings if f.severity == "error"] == []


@pytest.mark.parametrize("days", [7, 14])
@pytest.mark.parametrize("name", [*TRIGGERS, *MORE])
def test_the_plan_says_the_day_of_delivery(name, days):
    """Whatever starts it, an inject stands where the exercise delivers it, and so does its escalation."""
    (bar,) = [bar for bar in planned(days).bars if bar.id == name]
    day, turn, raised = played(days).get(name, (None, 0, -1))
    assert bar.start == day
    if day is not None:
        assert planned(days).turn(day) == turn - 1
    assert (-1 if bar.escalates is None else bar.escalates) == raised


@pytest.mark.parametrize("days", [7, 14])
def test_load_and_figures_count_an_inject_in_the_turn_that_reads_it(days):
    """The cells of the timeline and the rows of the statistics hold what arrives at the beginning of their turn."""
    came = {name: turn for name, (_, turn, _) in played(days).items()}
    sure = [bar.id for bar in planned(days).bars if bar.kind in ("at", "after")]
    load = {turn + 1: count for turn, (count, _) in planned(days).load("director").items()}
    turns = {came[name] for name in sure} - {LENGTH // days + 1}
    assert load == {turn: sum(came[name] == turn for name in sure) for turn in turns}
    found = counts(written(days))
    dated = {name for name, trigger in TRIGGERS.items() if "at:" in trigger} | set(MORE)
    for span in found.turns:
        assert set(span.injects) == {name for name in dated if came[name] == span.number}
    assert found.beyond == ("too-late",)


def test_a_phase_has_what_is_read_in_it():
    """What falls due in the last days of a phase is read in the next: the phase changes as the paper arrives."""
    assert set(counts(written(14)).phases[0].injects) == {"opening"}
    assert {"on-the-day", "between", "dated"} <= set(counts(written(14)).phases[1].injects)
