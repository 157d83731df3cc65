"""Injects, expectations, phases, programmes and partners in play."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from game.exercise import events as ev
from game.exercise.entities import Partner
from game.exercise.environment import Environment, holds

CURE = {
    "tasks": ["water_supply"],
    "levers": ["order"],
    "organs": ["bureau:water", "township"],
    "hours": 60,
}
PROBLEM = {
    "domain": "water",
    "title": "{village}断水",
    "severity": 2,
    "households": 40,
    "root": "水源枯了。",
    "cure": CURE,
    "paper": "登记已解决。",
}


def inject(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": "dry",
        "title": "断水",
        "form": "call",
        "domain": "water",
        "trigger": {"at": 0},
        "to": ["hq-director"],
        "sender": "村支书",
        "place": {"pick": "worst", "by": "water"},
        "text": "{date},{township}{village}有{households}户断水。",
        "objective": "learn",
    }
    return base | changes


def test_an_opening_inject_is_on_the_desk_when_play_begins(play: Callable[..., Any]) -> None:
    """Day 0 means before the first turn; text, place and problem are filled in."""
    game = play(injects=[inject(problem=PROBLEM, variants=["{village}又断水了。"])])
    row = game.state.injects["dry"]
    assert row.state == "delivered"
    assert row.delivered == 0
    village = game.state.county.village(row.village)
    assert village.name in row.text
    assert "{" not in row.text
    problem = game.state.problems["q-dry"]
    assert (row.problem, problem.state, problem.village) == ("q-dry", "found", village.id)
    worst = max(game.state.county.villages, key=lambda v: int(game.state.sums.gaps[1, v.index]) * 10_000 // 400)
    assert game.state.sums.gaps[1, village.index] == game.state.sums.gaps[1, worst.index]


def test_a_latent_problem_waits_for_somebody_to_look(play: Callable[..., Any]) -> None:
    """`opened_by: visit` stays unseen, and the inject does not name it, until a visit finds it."""
    game = play(injects=[inject(problem=PROBLEM | {"opened_by": "visit"})])
    row = game.state.injects["dry"]
    assert row.problem == ""
    assert game.state.problems["q-dry"].state == "latent"
    for _ in range(10):
        if game.state.problems["q-dry"].state == "latent":
            day, town = game.state.day + 2, row.township
            game.must(
                "plan_visit",
                squad=f"squad:{town}",
                township=town,
                villages=[row.village],
                day=day,
                announced=False,
                sample=20,
                depth=3,
            )
            game.weeks()
    assert game.state.problems["q-dry"].state == "found"
    assert game.state.injects["dry"].problem == "q-dry"


@pytest.mark.parametrize(("wait", "credit"), [(0, 1000), (2, 400)])
def test_a_fitting_order_is_credited_in_time_and_in_part_when_late(
    play: Callable[..., Any], wait: int, credit: int
) -> None:
    """The last command is matched against what the inject hopes for; meeting all of it resolves the inject."""
    wish = {
        "id": "send",
        "command": "issue_order",
        "within": 7,
        "late": 400,
        "content": {"task": "water_supply", "place": "village:{village}", "amount": 10, "organs": ["bureau:water"]},
    }
    game = play(injects=[inject(problem=PROBLEM, expect=[wish])])
    row = game.state.injects["dry"]
    game.weeks(wait)
    home = f"township:{row.township}"
    game.order(task="house_repair", place=f"village:{row.village}", organs=[home, "bureau:housing"], lead=home)
    assert game.state.injects["dry"].met == ()
    game.order(place=f"village:{row.village}", organs=[home, "bureau:water"], lead=home, amount=5)
    assert game.state.injects["dry"].met == ()
    game.order(place=f"village:{row.village}", organs=[home, "bureau:water"], lead=home, amount=15)
    row = game.state.injects["dry"]
    assert [(name, share) for name, share, _ in row.met] == [("send", credit)]
    assert row.state == "resolved"


def test_only_those_asked_are_credited(play: Callable[..., Any]) -> None:
    """An answer of a seat that was not addressed earns nothing."""
    wish = {"id": "look", "command": "plan_visit", "within": 7}
    game = play(injects=[inject(expect=[wish])])
    args = {"squad": "squad:upper", "township": "upper", "day": 3}
    game.must("plan_visit", "squad-leader", **args)
    assert game.state.injects["dry"].met == ()
    game.must("plan_visit", "hq-director", **(args | {"day": 9}))
    assert len(game.state.injects["dry"].met) == 1


def test_triggers_come_due(play: Callable[..., Any]) -> None:
    """A day, a condition, another inject's outcome and the instructor's hand each fire in their own way."""
    game = play(
        injects=[
            inject(id="later", trigger={"at": 15}),
            inject(id="when", trigger={"when": "turn >= 2", "from_day": 10}),
            inject(id="after", trigger={"after": "when", "delay": 7}),
            inject(id="never", trigger={"by_hand": True}),
            inject(id="sure", trigger={"chance": 1000, "from_day": 20}),
        ]
    )
    game.weeks(4)
    days = {key: row.delivered for key, row in game.state.injects.items()}
    assert days == {"later": 21, "when": 14, "after": 21, "never": -1, "sure": 21}


def test_an_unanswered_decision_expires_and_an_ignored_problem_escalates(play: Callable[..., Any]) -> None:
    """Time runs out: the decision expires, the problem goes up a level with its text and its effects."""
    options = [
        {"id": "a", "text": "甲", "credit": 800, "why": "稳"},
        {"id": "b", "text": "乙", "credit": 500, "why": "快"},
    ]
    up = {
        "after": 14,
        "to": ["squad-leader"],
        "text": "还没有水。",
        "effects": [{"on": "township", "quantity": "pressure", "add": 50}],
    }
    game = play(injects=[inject(id="choice", options=options, reply_within=7), inject(problem=PROBLEM, escalate=up)])
    game.weeks(3)
    assert game.state.injects["choice"].state == "expired"
    row = game.state.injects["dry"]
    assert row.state == "escalated"
    assert row.to == ("hq-director", "squad-leader")
    assert any(m.ref == "dry" and m.to == ("squad-leader",) for m in game.state.messages.values())
    assert game.state.problems["q-dry"].state == "escalated"


def test_closing_its_problem_resolves_an_inject(play: Callable[..., Any]) -> None:
    """Whatever the steps were, a problem signed off settles the matter."""
    game = play(injects=[inject(problem=PROBLEM)])
    game.revise("problems", "q-dry", state="closed", closed=0)
    game.settle()
    assert game.state.injects["dry"].state == "resolved"


def test_phases_follow_their_days_and_conditions(play: Callable[..., Any]) -> None:
    """A phase ends with its days or its exit condition; a closed gate waits; the last one closes the campaign."""
    phases = [
        {"id": "one", "stage": "mobilisation", "name": "一", "days": 50, "exit": "turn >= 2"},
        {"id": "two", "stage": "assault", "name": "二", "days": 7, "enter": "day >= 21"},
        {"id": "three", "stage": "consolidation", "name": "三", "days": 7},
    ]
    game = play(campaigns=[{"id": "spring", "name": "春风行动", "phases": phases}])
    seen = [game.state.campaign.phase]
    for _ in range(6):
        game.weeks()
        seen.append(game.state.campaign.phase)
    assert seen == ["one", "one", "one", "two", "three", "three", "three"]
    assert game.state.campaign.state == "closed"


def test_conditions_read_the_state(play: Callable[..., Any]) -> None:
    """Figures and functions of the names table answer from the state; unknown ids count as nothing."""
    game = play(injects=[inject()])
    game.order()
    state = game.state
    assert holds(state, 'delivered("dry") and gave("issue_order") == 1 and orders_open == 1')
    assert holds(state, 'gave("issue_order") == 0', seat="squad-leader")
    assert holds(state, 'phase("mobilise") and phase_days() == 0 and funds_left < 3000 and 0 <= approval <= 100')
    assert holds(state, 'township_figure("pressure", "upper") > township_figure("pressure", "lower")')
    assert not holds(state, 'exists("hq") or resolved("nothing") or chose("dry", "a")')
    assert Environment(state).figure("nonsense") == 0


def _programme(play: Callable[..., Any], **changes: Any) -> Any:
    game = play(partners=[{"id": "firm", "name": "公司", "kind": "company", "money": 500, "jobs": 50, "trust": 700}])
    game.revise("partners", "firm", state="engaged", linkage=300)
    args = {
        "task": "industry_orders",
        "place": "township:upper",
        "amount": 40,
        "money": 200_000,
        "fund": "main",
        "organ": "bureau:agriculture",
        "weeks": 4,
    }
    game.must("start_programme", **(args | changes))
    return game


def test_a_programme_builds_and_hands_back_what_it_did_not_need(play: Callable[..., Any]) -> None:
    """Units come with hours and money; at the end the rest of the money is free again."""
    game = _programme(play, buyer="firm")
    game.weeks(5)
    row, fund = game.state.programmes["p1"], game.state.funds["main"]
    assert row.state == "finished"
    assert 0 < row.done <= 40_000
    assert fund.spent == row.spent <= row.budget
    assert fund.reserved == 0


def test_industry_nobody_buys_from_may_fail(play: Callable[..., Any]) -> None:
    """Without a buyer some seeds end in failure and gaps reopen; with one none does (X10)."""
    without, with_buyer = set(), set()
    for seed in range(8):
        begin = lambda **changes: play(seed, **changes)  # noqa: B023, E731
        alone, sold = _programme(begin), _programme(begin, buyer="firm")
        alone.weeks(5)
        sold.weeks(5)
        without.add(alone.state.programmes["p1"].state)
        with_buyer.add(sold.state.programmes["p1"].state)
    assert without == {"failed", "finished"}
    assert with_buyer == {"finished"}


def test_linked_partners_deliver_and_pressed_ones_leave(play: Callable[..., Any]) -> None:
    """Trust and linkage bring money and jobs into homes; a forced deal loses its partner (K57, X10)."""
    game = play()
    base = {"kind": "company", "state": "engaged", "money_promised": 10_000_000, "jobs_promised": 60}
    willing = Partner(id="willing", name="甲", trust=600, linkage=400, **base)
    pressed = Partner(id="pressed", name="乙", trust=400, coerced=True, **base)
    for partner in (willing, pressed):
        game.take(ev.PartnerAdded(partner=partner))
    game.weeks(8)
    good, bad = game.state.partners["willing"], game.state.partners["pressed"]
    assert good.trust > 600
    assert good.money_paid > bad.money_paid
    assert 0 < good.jobs_filled <= 60
    assert bad.state == "withdrawn"
    assert bad.broken == 1
