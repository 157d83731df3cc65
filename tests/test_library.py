"""The scenarios that come with the program: nothing to find fault with, and as rich as they promise to be."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from game.bots.table import Table
from game.exercise.catalogue import load_posts, load_tasks
from game.exercise.commands import REGISTRY
from game.exercise.scoring import score
from game.resources import county_text, list_scenarios
from game.scenario.model import Domain, Expectation, InjectSpec, Option, Power, Scenario
from game.session.library import load_scenario
from game.session.session import Session

HUNDRED, FIRST = "hundred-days", "first-order"
LONGEST = 320
"""Characters of an inject that can be read within a turn."""
GROUPS = {"outcome", "organisation", "action", "supervision", "burden", "people", "seat"}
POINTS = {
    "inbox.list",
    "inbox.open",
    "map.view",
    "map.field_visit",
    "order.compose",
    "order.sign",
    "order.accept",
    "contract.offer",
    "turn.end",
    "supervision.ledger",
    "supervision.visit",
    "supervision.verify",
    "supervision.close",
    "figures.list",
    "report.view",
}
"""Parts of the window that a guide may point at."""


def scenario(name: str) -> Scenario:
    checked = load_scenario(name)
    assert checked.scenario is not None, [f.code for f in checked.findings]
    return checked.scenario


@pytest.fixture(scope="module", params=[HUNDRED, FIRST])
def any_scenario(request: pytest.FixtureRequest) -> Scenario:
    return scenario(request.param)


@pytest.fixture(scope="module")
def hundred() -> Scenario:
    return scenario(HUNDRED)


@pytest.fixture(scope="module")
def first() -> Scenario:
    return scenario(FIRST)


def powers(given: Scenario, seat: str) -> set[str]:
    spec = next(s for s in given.seats if s.id == seat)
    return {str(p) for p in (spec.powers if spec.powers is not None else load_posts()[spec.post].powers)} | {"talk"}


def may_answer(inject: InjectSpec, expected: Expectation) -> tuple[str, ...]:
    return expected.by or inject.to


@pytest.mark.parametrize("name", [HUNDRED, FIRST])
def test_shipped_scenarios_are_silent(name: str) -> None:
    """A scenario of the library loads without a single finding, advice included."""
    assert name in list_scenarios()
    checked = load_scenario(name)
    assert [(f.code, f.file, f.line) for f in checked.findings] == []
    assert checked.scenario is not None
    assert checked.scenario.id == name


def test_texts_can_be_read_in_a_turn(any_scenario: Scenario) -> None:
    """No paper that lands on a desk is longer than a person reads in a minute."""
    long = [i.id for i in any_scenario.injects for t in (i.text, *i.variants) if len(t) > LONGEST]
    long += [i.id for i in any_scenario.injects if i.escalate and len(i.escalate.text) > LONGEST]
    assert long == []


def test_every_objective_is_served(any_scenario: Scenario) -> None:
    """What is to be learned is met in play."""
    assert {o.id for o in any_scenario.objectives} == {i.objective for i in any_scenario.injects}


def test_rubric_adds_up_to_a_hundred(any_scenario: Scenario) -> None:
    """The weights of a rubric are the points of its score."""
    assert sum(c.weight for c in any_scenario.rubric) == 100


def test_chinese_punctuation(any_scenario: Scenario) -> None:
    """Chinese text carries no half-width comma, colon, question mark or bracket, but for those of Markdown links."""
    link = re.compile(r"\[([^\]]+)\]\([a-z][a-z0-9_.-]*\)")
    mixed = re.compile(r"[\u4e00-\u9fff」”][,;:?!(]|[,;:?!)][\u4e00-\u9fff「“]")

    def texts(node: Any, key: str = "") -> list[str]:
        if isinstance(node, dict):
            return [t for k, v in node.items() for t in texts(v, k)]
        if isinstance(node, list):
            return [t for v in node for t in texts(v, key)]
        return [node] if isinstance(node, str) and key not in ("when", "done", "enter", "exit") else []

    said = [link.sub(r"\1", t) for t in texts(any_scenario.model_dump(mode="json"))]
    assert [t[:40] for t in said if mixed.search(t)] == []


def test_every_expectation_can_be_met(any_scenario: Scenario) -> None:
    """Each expected command exists, carries such arguments, and may be given by every seat it is expected of."""
    for inject in any_scenario.injects:
        for expected in inject.expect:
            spec = REGISTRY[expected.command]
            assert set(expected.content) <= set(spec.model.model_fields), (inject.id, expected.id)
            able = [s for s in may_answer(inject, expected) if str(spec.group) in powers(any_scenario, s)]
            assert able, (inject.id, expected.id)
            assert not expected.by or len(able) == len(expected.by), (inject.id, expected.id)


def test_cures_fit_their_problems(any_scenario: Scenario) -> None:
    """Every task named as a cure can cure the field its problem lies in."""
    for inject in any_scenario.injects:
        if inject.problem is not None:
            for task in inject.problem.cure.tasks:
                assert inject.problem.domain.value in load_tasks()[task].domains, (inject.id, task)


def test_hundred_days_is_as_rich_as_promised(hundred: Scenario) -> None:
    """Ten seats, fourteen weeks, all sixteen fields of work, and enough of every kind of trouble."""
    injects = hundred.injects
    assert len(hundred.seats) == 10
    assert (hundred.turn.count, hundred.turn.days, hundred.minutes) == (14, 7, 90)
    assert len(injects) >= 34
    assert {i.domain for i in injects} == set(Domain)
    assert sum(bool(i.options) for i in injects) >= 10
    assert sum(i.escalate is not None for i in injects) >= 8
    assert sum(i.noise for i in injects) == 2
    assert sum(i.trigger.after is not None for i in injects) >= 2
    assert sum(i.trigger.when is not None for i in injects) >= 3
    assert sum(i.trigger.chance is not None for i in injects) >= 3
    assert all(i.trap for i in injects)
    assert len(hundred.partners) == 5
    assert {c.group for c in hundred.rubric} == GROUPS


def test_problem_types_are_real(hundred: Scenario) -> None:
    """Problems come from many different rows of the catalogue of types, not from one told again and again."""
    types = Counter(i.problem.type for i in hundred.injects if i.problem is not None)
    assert None not in types
    assert len(types) >= 30
    assert max(types.values()) <= 2


def test_weeks_are_full_but_not_crowded(hundred: Scenario) -> None:
    """Two to four fixed papers a week, and a chained one never makes it more than five."""
    week: Counter[int] = Counter()
    for inject in hundred.injects:
        if isinstance(inject.trigger.at, int):
            week[inject.trigger.at // 7] += 1
    assert sorted(week) == list(range(14))
    assert all(2 <= n <= 4 for n in week.values())


def test_nobody_waits_longer_than_three_weeks(hundred: Scenario) -> None:
    """Every seat gets something fixed, or surely following on it, at least every third week."""
    at = {i.id: i.trigger.at for i in hundred.injects if isinstance(i.trigger.at, int)}
    for inject in hundred.injects:
        if inject.trigger.after in at and inject.trigger.outcome in (None, "delivered"):
            at[inject.id] = at[inject.trigger.after] + inject.trigger.delay
    days: dict[str, set[int]] = defaultdict(set)
    for inject in hundred.injects:
        for name in inject.to if inject.id in at else ():
            days[name].add(at[inject.id])
    for seat in hundred.seats:
        course = [0, *sorted(days[seat.id]), hundred.turn.count * hundred.turn.days]
        assert max(b - a for a, b in pairwise(course)) <= 21, seat.id


def test_decisions_are_real_ones(any_scenario: Scenario) -> None:
    """At least two answers can be defended, they differ in credit and in what they bring, and none is all credit for free."""
    for inject in any_scenario.injects:
        if not inject.options:
            continue
        good = [o for o in inject.options if o.credit >= 500]
        assert 2 <= len(good) < len(inject.options) <= 4, inject.id
        assert len({o.credit for o in inject.options}) == len(inject.options), inject.id
        assert len({o.effects for o in inject.options}) == len(inject.options), inject.id
        best = max(inject.options, key=lambda o: o.credit)
        assert price(best) > 0, inject.id


def price(option: Option) -> int:
    """Return what an answer visibly costs: attention, money, and effects nobody wishes for."""
    falling = {"pressure", "friction", "formalism", "fatigue", "hours"}
    needs = {"food", "water", "housing", "education", "medical", "relocation", "livelihood"}
    bad = [e for e in option.effects if (e.add > 0) == (e.quantity in falling | needs)]
    return option.attention + option.cost_money + len(bad)


def test_phases_change_what_is_allowed(hundred: Scenario) -> None:
    """All five stages are played; the verification closes new programmes, and conditions open and end phases."""
    phases = hundred.campaigns[0].phases
    assert [p.stage.value for p in phases] == ["mobilisation", "screening", "assault", "verification", "consolidation"]
    checking = next(p for p in phases if p.stage.value == "verification")
    assert Power.FUND not in checking.allowed
    assert Power.SUPERVISE in checking.allowed
    assert any(p.enter for p in phases)
    assert any(p.exit for p in phases)
    assert sum(p.days for p in phases) == hundred.turn.count * hundred.turn.days


def test_nothing_is_asked_that_the_phase_forbids(hundred: Scenario) -> None:
    """A paper that arrives while funds or organs are closed asks for neither."""
    start = 0
    for phase in hundred.campaigns[0].phases:
        allowed = {str(p) for p in phase.allowed} | {"talk"}
        for inject in hundred.injects:
            if isinstance(inject.trigger.at, int) and start <= inject.trigger.at < start + phase.days:
                asked = {str(REGISTRY[e.command].group) for e in inject.expect}
                assert asked <= allowed, inject.id
        start += phase.days


def test_seats_have_a_life_of_their_own(hundred: Scenario) -> None:
    """Each seat has a brief of a page, something only it knows, and one or two goals of outcome."""
    for seat in hundred.seats:
        assert 150 <= len(seat.brief) <= 300, seat.id
        assert seat.facts, seat.id
        assert 1 <= len(seat.goals) <= 2, seat.id
        assert not any("gave(" in goal.when for goal in seat.goals), "presence is never scored"
    facts = [fact for seat in hundred.seats for fact in seat.facts]
    assert len(set(facts)) == len(facts)


def test_first_order_is_small_and_guided(first: Scenario) -> None:
    """One seat to play, four weeks, a quarter of an hour, eight to twelve steps that point at known parts.

    Two papers come to everybody; what else comes, a choice or the weather has brought.
    """
    assert (first.turn.count, first.turn.days, first.default_seat) == (4, 7, "commander")
    assert first.minutes <= 15
    assert [inject.id for inject in first.injects if inject.trigger.at is not None] == ["first-taps", "neat-book"]
    assert 8 <= len(first.guide) <= 12
    assert {step.point for step in first.guide} <= POINTS
    assert max(len(item) for step in first.guide for item in step.text.splitlines()) <= 130


def test_first_order_leaves_the_steps_to_the_player(first: Scenario) -> None:
    """The seats that bots hold cannot do what the guide asks of the player."""
    asked = set(re.findall(r'gave\("([a-z_]+)"\)', " ".join(step.done for step in first.guide)))
    groups = {str(REGISTRY[name].group) for name in asked} - {"talk"}
    for seat in first.seats:
        if seat.id == first.default_seat:
            assert groups <= powers(first, seat.id)
        else:
            assert "supervise" not in powers(first, seat.id), seat.id


def test_measures_are_complete() -> None:
    """Every measure says in both languages what it is and runs from nothing to everything in its own direction."""
    text = (files("game.exercise") / "data" / "measures.toml").read_text(encoding="utf-8")
    keys = {"zh", "en", "group", "unit", "zero", "full", "better", "zh_help", "en_help"}
    for name, row in tomllib.loads(text).items():
        assert set(row) == keys, name
        assert row["better"] in (1, -1), name
        assert (row["full"] - row["zero"]) * row["better"] > 0, name
        assert row["unit"] in ("bp", "permille", "days", "count"), name
        assert row["group"] in GROUPS, name


def decided(seed: int, option: str) -> tuple[bool, set[str], int]:
    """Play the starter by bots but for its decisions; what a choice brings on is answered as well as it can be."""
    session = Session.create(None, load_scenario(FIRST).bundle, seed=seed, humans=(), counties=county_text)
    table = Table(session, "integrated")
    table.open()
    while session.state.session.state == "running":
        for inject in session.state.injects.values():
            options = session.state.fixed.scenario_injects[inject.id].options
            if options and inject.state in ("delivered", "acknowledged"):
                best = option if inject.id == "neat-book" else max(options, key=lambda o: o.credit).id
                args = {"inject": inject.id, "option": best}
                assert session.submit("commander", "choose_option", args, source="bot").accepted
        assert table.advance().accepted
    came = {inject.id for inject in session.state.injects.values() if inject.delivered >= 0}
    points = score(session.state).total
    session.close()
    return "rain" in came, came - {"first-taps", "neat-book", "rain"}, points


def test_the_starters_decision_has_an_answer_for_each_weather() -> None:
    """After rain the commander's day is worth more in the village, without it in the office.

    Either leaves something undone, to stamp papers is never right, and both weathers come.
    """
    weathers = set()
    for seed in range(1, 9):
        rain, left, gone = decided(seed, "go-see")
        _, missed, sent = decided(seed, "send-qin")
        stamped = decided(seed, "stamp")[2]
        weathers.add(rain)
        assert left == {"coop-left"}
        assert missed == ({"upper-six"} if rain else set())
        assert (gone > sent) == rain
        assert stamped < min(gone, sent)
    assert weathers == {True, False}


@pytest.mark.parametrize("seed", [1, 7, 2019])
def test_first_order_can_be_won_as_guided(seed: int) -> None:
    """Whoever follows the guide walks every step, and the water truly runs within two turns whatever the seed."""
    session = Session.create(None, load_scenario(FIRST).bundle, seed=seed, humans=["commander"], counties=county_text)
    table = Table(session, "integrated", {"commander"})
    table.open()
    seen: list[str] = []

    def give(kind: str, **args: object) -> None:
        guide = session.view("commander").guide
        assert guide is not None
        seen.append(guide.id)
        outcome = session.submit("commander", kind, args)
        assert outcome.accepted, (kind, outcome.refusal)

    def end_turn() -> None:
        guide = session.view("commander").guide
        assert guide is not None
        seen.append(guide.id)
        assert table.advance().accepted

    water, village = "q-first-taps", "baiyan-04"
    give("acknowledge_inject", inject="first-taps")
    give("field_visit", village=village)
    give(
        "issue_order",
        task="water_supply",
        organs=["township:baiyan"],
        place=f"village:{village}",
        amount=36,
        deadline=14,
        money=134_000,
        fund="water-money",
        evidence="household_check",
        text="滴水岩三十六户修泵通水，逐户拧开龙头看过再报。",
        problem=water,
    )
    give(
        "offer_contract",
        holder="water-chief",
        contract_kind="task",
        object="water",
        end=60,
        hours=20,
        money=20_000,
        fund="water-money",
    )
    end_turn()
    end_turn()
    problem = session.state.problems[water]
    assert problem.state == "claimed"
    assert not problem.on_paper
    give("choose_option", inject="neat-book", option="go-see")
    give("verify_problem", problem=water, depth=2)
    end_turn()
    give("close_problem", problem=water)
    (order,) = [o for o in session.view("commander").orders if o.state == "reported"]
    give("accept_order", order=order.id)
    end_turn()
    assert seen == [step.id for step in scenario(FIRST).guide]
    assert session.view("commander").guide is None
    assert session.state.injects["first-taps"].state == "resolved"
    session.close()
