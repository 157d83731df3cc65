"""Nothing is made or lost: money, persons and homes, whatever is commanded; and a record never becomes true by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any, get_args

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bots.table import Table
from game.county.columns import village_rows
from game.exercise.catalogue import load_tasks
from game.exercise.commands import REGISTRY
from game.exercise.commands.scope import DOMAINS
from game.exercise.events import Event, FundAdded, FundMoved, WeekStepped
from game.exercise.evolve import evolve
from game.exercise.lifecycles import is_over
from game.exercise.state import State
from game.session.library import load_scenario
from game.session.session import Session

SMALL = Path(__file__).parents[1] / "session" / "data" / "small"
WAN = 1_000_000
MOVES = ("allot_money", "move_money")
MONEY = ("allot_money", "move_money", "start_programme", "stop_programme", "issue_order", "revoke_order", "extend_order",
         "accept_order", "offer_contract", "answer_contract", "end_contract", "guarantee_loans", "choose_option",
         "undo_last", "register_finding", "agree_terms", "approach_partner", "adjust")  # fmt: skip
STRAINS = ("pressure", "friction", "formalism", "attention", "fatigue")
OPTION = {"credit": 500, "why": "因为。"}


def _bundle() -> dict[str, str]:
    """The small scenario over a turn of the year, with pots, budgets, and events that give money and take it."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(SMALL.iterdir())}
    scenario = yaml.safe_load(texts["scenario.yaml"])
    scenario["start"] = "2019-12-09"
    scenario["starting"]["funds"] = [
        {"id": "special", "name": "专项资金", "amount": 300, "yearly": {"2020": 50}},
        {"id": "people", "name": "教育医疗专款", "amount": 40, "earmark": ["education", "medical"]},
        {"id": "water", "name": "饮水资金", "amount": 9, "yearly": {"2020": 4}, "earmark": ["water"]},
    ]
    scenario["injects"][0]["problem"]["cure"]["money"] = 12
    takes = [{"on": "fund:special", "quantity": "funds", "add": add} for add in (-200, -201)]
    gives = [{"on": "fund:water", "quantity": "funds", "add": 7}]
    scenario["injects"].append(
        {
            "id": "bill",
            "title": "一张欠条",
            "form": "notice",
            "domain": "funds",
            "trigger": {"at": 14},
            "to": ["director"],
            "sender": "财政局",
            "text": "前年的工程款还欠着。",
            "objective": "water",
            "effects": gives,
            "options": [
                {"id": "pay", "text": "全部还清", "effects": takes, "cost_money": 20, **OPTION},
                {"id": "wait", "text": "再等一年", **OPTION},
            ],
            "reply_within": 14,
        }
    )
    return texts | {"scenario.yaml": yaml.safe_dump(scenario, allow_unicode=True)}


BUNDLE = _bundle()


def _pools(state: State) -> dict[str, list[Any]]:
    """Return what an argument of a name may hold: things that are there, and now and then one that is not."""
    organs, seats, funds = [*state.organs], [*state.seats], [*state.funds, "special"]
    places = ["county", *(f"township:{t.id}" for t in state.county.townships)]
    places += [f"village:{v.id}" for v in state.county.villages]
    problems, orders, contracts = [*state.problems], [*state.orders], [*state.contracts]
    free = [(f.given - f.reserved - f.spent) // 100 for f in state.funds.values()]
    sums = [1, 999, 20_000, 50_000, 333_333, *free, *(rest // 2 for rest in free), *(rest + 1 for rest in free)]
    return {
        **dict.fromkeys(("fund", "source", "target"), funds),
        **dict.fromkeys(("organ", "from_organ", "owner", "lead"), organs),
        **{key: [*seats, *organs] for key in ("seat", "holder", "giver", "leader", "person")},
        "on": [*(f"fund:{f}" for f in funds), *places[:1], *(f"organ:{o}" for o in state.organs)],
        "place": places,
        "object": [*places, "water"],
        "money": [max(1, amount) for amount in sums],
        "add": [-1000, -3, 3, 50],
        "task": [*load_tasks()],
        "domain": [*DOMAINS],
        "problem": problems,
        "order": orders,
        "contract": contracts,
        "inject": [*state.injects],
        "option": ["pay", "wait", "pump"],
        "partner": [*state.partners],
        "buyer": ["", *state.partners],
        "programme": [*state.programmes],
        "township": [t.id for t in state.county.townships],
        "village": [v.id for v in state.county.villages],
        "squad": [o for o in state.organs if o.startswith("squad:")],
        "deadline": [state.day + 1, state.day + 7, state.day + 20],
        "day": [state.day + 1, state.day + 6],
        "end": [state.day + 7, state.day + 35],
        "weeks": [1, 2, 6],
        "amount": [1, 5, 60],
        "powers": [["order"], ["fund", "order"], []],
        "organs": [[a, b] for a in organs[:6] for b in ("bureau:water", "bureau:education") if a != b],
        "townships": [[t.id] for t in state.county.townships],
        "problems": [[p] for p in problems],
        "to": [*seats, *organs],
        "power": ["order", "fund"],
    }


def _act(state: State, chance: Random) -> tuple[str, str, dict[str, Any]]:
    """Return a seat, a command and its arguments: three times out of four about money, from one who may."""
    pools = _pools(state)
    kinds = MONEY if chance.random() < 0.75 else [kind for kind, spec in REGISTRY.items() if spec.group != "instruct"]
    # a command about something is given where there is such a thing; what else is wrong with it is up to chance
    kind = chance.choice([k for k in kinds if all(pools.get(name, True) for name in REGISTRY[k].model.model_fields)])
    args = {}
    for name, field in REGISTRY[kind].model.model_fields.items():
        if not field.is_required() and name not in ("fund", "money") and chance.random() < 0.5:
            continue
        choices = get_args(field.annotation)
        if pools.get(name):
            args[name] = chance.choice(pools[name])
        elif choices and all(isinstance(choice, str) for choice in choices):
            args[name] = chance.choice(choices)
        elif field.annotation is bool:
            args[name] = chance.random() < 0.7
        elif field.annotation is int:
            args[name] = chance.choice([1, 2, 3, 60, 400])
        elif field.annotation is str:
            args[name] = "逐户核对。"
    if kind == "adjust":
        args["quantity"] = "funds" if args["on"].startswith("fund") else "pressure"
        return "instructor", kind, args
    return chance.choice(["director", "director", *state.seats]), kind, args


def _given(events: tuple[Event, ...]) -> Iterator[tuple[int, str]]:
    for event in events:
        if isinstance(event, FundMoved) and event.given:
            yield event.given, event.ref
        elif isinstance(event, FundAdded):
            yield event.fund.given, event.fund.id


def _check_money(session: Session, first: int) -> None:
    """Hold the journal from a command on against what may move money, and each state against what holds it."""
    state, scenario = session.state, session.state.scenario
    budgets = {
        (year, fund.id): amount * WAN for fund in scenario.starting.funds for year, amount in fund.yearly.items()
    }
    told = {spec.id for spec in scenario.injects}
    for record in session.records(first):
        moved = list(_given(record.events))
        if record.kind in MOVES:
            assert moved, record.kind
            assert sum(amount for amount, _ in moved) == 0, (record.kind, moved)
        elif record.kind == "advance":
            for event in record.events:
                assert not isinstance(event, FundAdded)
                if isinstance(event, FundMoved) and event.given:
                    assert event.ref in told or event.given == budgets[event.ref, event.fund], event
        elif moved:
            assert record.kind in ("choose_option", "adjust", "undo_last"), (record.kind, moved)
        for event in record.events:
            if isinstance(event, FundMoved):
                assert event.spent >= 0, event
    held: Counter[str] = Counter()
    for order in state.orders.values():
        held[order.fund] += 0 if is_over("order", order.state) else order.money - order.spent
    for contract in state.contracts.values():
        held[contract.fund] += 0 if is_over("contract", contract.state) else contract.money
    for programme in state.programmes.values():
        held[programme.fund] += programme.budget - programme.spent if programme.state == "running" else 0
    for fund in state.funds.values():
        assert fund.reserved >= 0, fund
        assert fund.spent >= 0, fund
        assert fund.reserved + fund.spent <= fund.given, fund
        assert fund.reserved == held[fund.id], fund


def _check_ranges(state: State) -> None:
    """Every level is a level."""
    for organ in state.organs.values():
        assert all(0 <= getattr(organ, name) <= 1000 for name in STRAINS), organ
        assert min(organ.load, organ.hours_field, organ.hours_forms, organ.hours_meetings, organ.forms_extra) >= 0, (
            organ
        )
        assert 0 <= organ.forms_cut <= 1000, organ
        assert organ.relief >= 0, organ
        assert organ.staff + organ.seconded >= 0, organ
    for partner in state.partners.values():
        assert 0 <= partner.trust <= 1000, partner
        assert 0 <= partner.linkage <= 1000, partner
        assert 0 <= partner.money_paid <= max(partner.money_promised, partner.money_paid), partner
        assert partner.jobs_filled >= 0, partner
    for order in state.orders.values():
        assert 0 <= order.done <= order.amount * 1000, order
        assert order.done <= order.claimed <= order.amount * 1000, order
        assert 0 <= order.spent <= order.money, order
    for programme in state.programmes.values():
        assert 0 <= programme.spent <= programme.budget, programme
        assert 0 <= programme.done <= programme.amount * 1000, programme
    for problem in state.problems.values():
        assert 0 <= problem.done <= problem.hours, problem
        assert 0 <= problem.progress <= 1000, problem
        assert 0 <= problem.paid <= problem.money, problem
    for seat in state.seats.values():
        assert seat.attention >= 0, seat
    homes = state.columns
    assert max(homes.gap.max(), homes.record.max()) <= 150
    assert max(homes.approval.max(), homes.approval_base.max()) <= 100
    assert homes.income.min() >= 0
    assert not (homes.exited & ~homes.registered).any()
    assert int(state.sums.persons.sum()) == int(homes.size.sum())


def _check_weeks(session: Session, first: int) -> None:
    """No week makes or loses homes and persons, and no gap closes where nobody worked or earned."""
    for record in session.records(first):
        state = session.state_after(record.seq - 1) if any(isinstance(e, WeekStepped) for e in record.events) else None
        for event in record.events if state is not None else ():
            before, state = state.columns, evolve(state, event)
            if not isinstance(event, WeekStepped):
                assert state.columns is before, "only a week changes homes"
                continue
            after = state.columns
            for name in ("offsets", "size", "labour"):
                assert np.array_equal(getattr(before, name), getattr(after, name)), name
            helped = [*event.inputs.effort, *event.inputs.income]
            left = ~np.isin(village_rows(before.offsets), helped)
            assert (after.gap[:, left] >= before.gap[:, left]).all()


def _play(seed: int, acts: int, turns: int) -> None:
    # A seed is cheap to shrink; a string of draws is not
    chance = Random(seed)
    with Session.create(None, BUNDLE, seed=chance.randrange(1000), humans=()) as session:
        table = Table(session, chance.choice(("integrated", "campaign", "routine", "formalistic")))
        table.open()
        for _ in range(turns):
            first = session.seq + 1
            if chance.random() < 0.5:
                table.play_bots()
            for _ in range(chance.randrange(acts)):
                seat, kind, args = _act(session.state, chance)
                session.submit(seat, kind, args, source="instructor" if seat == "instructor" else "human")
                _check_money(session, session.seq)
            if session.state.session.state != "running":
                break
            assert session.submit("clock", "advance", {}, source="clock").accepted
            _check_money(session, first)
            _check_ranges(session.state)
            _check_weeks(session, first)


@pytest.mark.ci
@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1 << 32))
def test_whatever_is_commanded_nothing_is_made_or_lost(seed: int) -> None:
    """Money, what is set aside, persons, homes, levels and gaps hold after every turn of any sequence of commands."""
    _play(seed, 30, 6)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(max_examples=200, deadline=None)
@given(st.integers(0, 1 << 32))
def test_whatever_is_commanded_at_length(seed: int) -> None:
    """The same for many more sequences."""
    _play(seed, 60, 6)


def test_the_commands_of_this_test_are_carried_out() -> None:
    """The sequences are no string of refusals: most ways to move money are taken in a few games."""
    given_to: Counter[str] = Counter()
    for seed in range(8):
        chance = Random(seed)
        with Session.create(None, BUNDLE, seed=seed, humans=()) as session:
            Table(session).open()
            for _ in range(5):
                for _ in range(40):
                    seat, kind, args = _act(session.state, chance)
                    outcome = session.submit(seat, kind, args, source="instructor" if seat == "instructor" else "human")
                    given_to[kind] += outcome.accepted
                session.submit("clock", "advance", {}, source="clock")
    rare = {"accept_order", "answer_contract", "extend_order", "revoke_order"}  # bots give them in other games
    never = {kind for kind in MONEY if not given_to[kind]}
    assert not never - rare, never


@pytest.mark.parametrize("policy", ["integrated", "campaign", "formalistic"])
def test_a_whole_game_of_bots_makes_and_loses_nothing(policy: str) -> None:
    """Six townships and ten seats for some turns: money, levels, persons and gaps hold."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=8, humans=()) as session:
        table = Table(session, policy)
        table.open()
        for _ in range(4):
            first = session.seq + 1
            table.advance()
            _check_money(session, first)
            _check_ranges(session.state)
            _check_weeks(session, first)


def test_two_claims_on_one_fund_take_no_more_than_is_there() -> None:
    """An option whose price and effects together exceed the fund empties it, and no further."""
    with Session.create(None, BUNDLE, seed=1, humans=("director",)) as session:
        table = Table(session, "routine", people=("director",))
        table.open()
        for _ in range(3):
            table.advance()
        assert session.submit("director", "choose_option", {"inject": "bill", "option": "pay"}).accepted
        _check_money(session, session.seq)
        fund = session.state.funds["special"]
        assert fund.given - fund.reserved - fund.spent == 0


def test_two_problems_on_one_pot_draw_no_more_than_is_there() -> None:
    """Where an owner's problems need more in a week than its pot holds, the later ones wait."""
    scenario = yaml.safe_load(BUNDLE["scenario.yaml"])
    scenario["injects"].append({**deepcopy(scenario["injects"][0]), "id": "dry-too", "place": {"village": "dongpo-02"}})
    texts = BUNDLE | {"scenario.yaml": yaml.safe_dump(scenario, allow_unicode=True)}
    with Session.create(None, texts, seed=1, humans=("director", "dongpo", "squad")) as session:
        Table(session).open()
        for _ in range(2):
            assert session.submit("clock", "advance", {}, source="clock").accepted
        owned = {"owner": "bureau:water", "deadline": session.state.day + 21}
        for problem in [p for p in session.state.problems.values() if p.money]:
            assert session.submit("director", "register_finding", {"problem": problem.id, **owned}).accepted
        little = {"fund": "water", "organ": "bureau:water", "money": 1}
        assert session.submit("director", "allot_money", little).accepted
        for _ in range(3):
            session.submit("clock", "advance", {}, source="clock")
            _check_money(session, session.seq)
        assert session.state.funds["pot-bureau-water"].spent == 100
        assert sum(problem.money > 0 for problem in session.state.problems.values()) == 2
