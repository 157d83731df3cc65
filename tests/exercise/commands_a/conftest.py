"""A county of three townships and six villages, drawn by hand, with one of each thing that a command can touch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any

import pytest

from game.county.draws import Draws
from game.county.generate import generate
from game.county.place import County, Township, Village, Zone
from game.county.sums import village_sums
from game.exercise.catalogue import load_organs
from game.exercise.commands.base import Ctx, Decision
from game.exercise.decide import decide, parse
from game.exercise.entities import (
    CampaignState,
    Contract,
    Fund,
    Inject,
    Order,
    Organ,
    Partner,
    Problem,
    Programme,
    Seat,
    SessionState,
    Sighting,
    Visit,
)
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.exercise.state import Fixed, ReportRow, State
from game.scenario.model import Scenario

TODAY = 28
YUAN = 100
SCENARIO = {
    "format": 1,
    "id": "tiny",
    "title": "小县",
    "summary": "测试用",
    "level": "starter",
    "minutes": 15,
    "version": "1",
    "objectives": [{"id": "one", "text": "会下令"}],
    "county": {"name": "tiny"},
    "start": "2018-06-04",
    "turn": {"days": 7, "count": 30},
    "starting": {
        "later": {"group-social": "2018-09-03"},
        "funds": [{"id": "main", "name": "财政资金", "amount": 1000, "yearly": {"2019": 70, "2021": 5}}],
    },
    "seats": [{"id": "director", "post": "hq_director", "brief": "总攻办主任"}],
    "campaigns": [
        {
            "id": "spring",
            "name": "春风行动",
            "phases": [
                {"id": "open", "stage": "assault", "name": "攻坚", "days": 70},
                {"id": "shut", "stage": "consolidation", "name": "总结", "days": 70, "allowed": ["talk"]},
            ],
        }
    ],
    "rubric": [{"id": "r", "group": "outcome", "measure": "m", "name": "成效", "weight": 100}],
}


def tiny_county() -> County:
    """Two zones; qingshan and yunling in the north, shihe in the south; two villages each."""
    box = ((0, 0), (10, 0), (10, 10), (0, 10))
    towns = [("qingshan", "青杉乡", "north"), ("yunling", "云岭镇", "north"), ("shihe", "石禾乡", "south")]
    villages = tuple(
        Village(f"{town}-0{k}", f"{name}{k}村", town, 2 * i + k - 1, 40, True, 100, 10 * i, 10 * k)
        for i, (town, name, _) in enumerate(towns)
        for k in (1, 2)
    )
    return County(
        id="tiny",
        name="小县",
        zones=(Zone("north", "北部战区"), Zone("south", "南部战区")),
        townships=tuple(Township(t, n, z, box, 2 * i, 2 * i + 2) for i, (t, n, z) in enumerate(towns)),
        villages=villages,
        sites=(),
        lines=((2014, 2300), (2018, 3335)),
    )


ALL = ("organise", "order", "contract", "supervise", "mobilise", "fund", "talk")


def _seat(key: str, scope: str, state: str = "human", attention: int = 40) -> Seat:
    return Seat(key, "hq_director", key, scope, ALL, state, attention=attention, attention_turn=attention)


def _problem(key: str, village: str, state: str) -> Problem:
    return Problem(
        key, "water", "iW1", "断水", village, village.rpartition("-")[0], 2, 20, 7, "inject", state=state, hours=100
    )


def _order(number: int, state: str, **more: Any) -> Order:
    base = Order(
        id=f"o{number}",
        number=number,
        issuer="director",
        organs=("township:shihe",),
        lead="township:shihe",
        place="township:shihe",
        task="house_repair",
        amount=10,
        deadline=100,
        issued=TODAY - 7,
        money=1000 * YUAN,
        fund="main",
        spent=400 * YUAN,
        state=state,
    )
    return replace(base, **more)


@cache
def build(seed: int) -> State:
    """Return the state of day 28."""
    county = tiny_county()
    columns = generate(county, Draws(seed).key("county"))
    organs = {
        f"bureau:{key}": Organ(f"bureau:{key}", "bureau", row.zh, staff=20)
        for key, row in load_organs().bureaus.items()
    }
    for township in county.townships:
        for kind, staff in (("township", 44), ("squad", 6)):
            key = f"{kind}:{township.id}"
            organs[key] = Organ(key, kind, township.name, place=f"township:{township.id}", staff=staff)
    organs["leading-group"] = Organ("leading-group", "hq", "领导小组", leader="director", staff=4)
    organs["front-hq"] = Organ("front-hq", "hq", "前线指挥部", leader="director", staff=8)
    organs["zone:south"] = Organ("zone:south", "zone", "南部战区", place="zone:south", leader="director", staff=5)
    organs["group-policy"] = Organ("group-policy", "group", "政策组", ready_day=TODAY + 7, leader="director", staff=4)
    seats = {
        s.id: s
        for s in (
            _seat("director", "county"),
            _seat("deputy", "county"),
            _seat("north", "zone:north"),
            _seat("qingshan", "township:qingshan"),
            _seat("water", "bureau:water"),
            _seat("empty", "township:yunling", "vacant"),
            _seat("tired", "county", attention=0),
        )
    }
    seats["mute"] = replace(_seat("mute", "county"), powers=("talk",))
    seats["plain"] = replace(_seat("plain", "county"), powers=("contract", "talk"))
    orders = [
        _order(1, "executing"),
        _order(2, "reported"),
        _order(3, "overdue", deadline=20),
        _order(4, "accepted"),
        _order(
            5,
            "executing",
            issuer="north",
            place="township:qingshan",
            organs=("township:qingshan",),
            task="school_return",
        ),
        _order(
            6,
            "reported",
            evidence="household_check",
            issuer="north",
            organs=("township:yunling",),
            place="township:yunling",
        ),
    ]
    contracts = [
        Contract(
            "c1",
            "qingshan",
            "director",
            "area",
            "village:qingshan-01",
            hours=10,
            end=90,
            state="offered",
            money=500 * YUAN,
            fund="main",
        ),
        Contract("c2", "bureau:water", "director", "task", "water", end=90, state="performing", start=7),
        Contract(
            "c3", "north", "director", "area", "township:yunling", end=90, state="performing", start=7, powers=("fund",)
        ),
        Contract("c4", "qingshan", "director", "area", "village:yunling-01", end=20, state="fulfilled"),
        Contract("c5", "deputy", "director", "task", "housing", end=90, state="performing", start=7),
    ]
    problems = [
        _problem("q-known", "qingshan-01", "found"),
        _problem("q-hidden", "qingshan-01", "latent"),
        _problem("q-closed", "qingshan-01", "closed"),
        _problem("q-far", "shihe-01", "found"),
    ]
    programmes = [
        Programme(
            "p1",
            "water_supply",
            "water",
            "township:shihe",
            "bureau:water",
            "director",
            "main",
            5000 * YUAN,
            1000 * YUAN,
            started=7,
            weeks=8,
        ),
        Programme(
            "p2",
            "water_supply",
            "water",
            "township:shihe",
            "bureau:water",
            "director",
            "main",
            5000 * YUAN,
            state="finished",
        ),
    ]
    funds = [
        Fund("main", "财政资金", 10_000_000 * YUAN, 20_000 * YUAN),
        Fund("piped", "饮水资金", 1_000_000 * YUAN, earmark=("water",)),
        Fund("dry", "空账", 10 * YUAN),
        Fund("pot-township-qingshan", "青杉包干", 50_000 * YUAN),
    ]
    seats["north"] = replace(seats["north"], delegated=(("fund", "director"),))
    rows = {v.id: ReportRow(TODAY, 160, 40, (10,) * 7, 700) for v in county.villages}
    return State(
        fixed=Fixed(Scenario.model_validate_json(json.dumps(SCENARIO)), county, "digest"),
        columns=columns,
        sums=village_sums(columns, county.line(2018)),
        day=TODAY,
        turn=4,
        seq=50,
        session=SessionState("running"),
        campaign=CampaignState("spring", "open", "assault"),
        seats=seats,
        organs=organs,
        orders={o.id: o for o in orders},
        contracts={c.id: c for c in contracts},
        problems={p.id: p for p in problems},
        programmes={p.id: p for p in programmes},
        partners={
            "mill": Partner("mill", "米业公司", "company", "engaged"),
            "shop": Partner("shop", "超市", "company", "talking"),
        },
        funds={f.id: f for f in funds},
        injects={"call": Inject("call", "delivered"), "later": Inject("later", "armed")},
        visits={"v1": Visit("v1", "squad:shihe", "director", "visit", "shihe", ("shihe-01",), 21, True, 10, 2)},
        sightings={"yunling-01": Sighting("yunling-01", 22, "squad:yunling", 10, (0,) * 7)},
        reports={"county": rows, "township": rows},
        counters={"n:orders": 6, "n:contracts": 5, "n:programmes": 2},
    )


Give = Callable[..., Decision]


@pytest.fixture
def world(seed: int) -> State:
    """Return the county of the tests; states are never changed, so one serves all."""
    return build(seed)


def give(draws: Draws, state: State, seat: str, kind: str, /, **args: Any) -> Decision:
    """Return what a command would make happen, from its arguments as they come in from outside."""
    parsed = parse(kind, args)
    return parsed if isinstance(parsed, Refusal) else decide(state, parsed, Ctx(seat, draws))


def done(draws: Draws, state: State, seat: str, kind: str, /, **args: Any) -> State:
    """Return the state after a command that must be accepted."""
    decided = give(draws, state, seat, kind, **args)
    assert not isinstance(decided, Refusal), decided
    return evolve_all(state, decided)


@pytest.fixture(name="give")
def _give(seed: int) -> Give:
    """Give a command: (state, seat, kind, **arguments) -> events or refusal."""
    return partial(give, Draws(seed))


@pytest.fixture(name="done")
def _done(seed: int) -> Callable[..., State]:
    """Give a command that must be accepted: (state, seat, kind, **arguments) -> the state after it."""
    return partial(done, Draws(seed))


@pytest.fixture(name="ctx")
def _ctx(seed: int) -> Callable[[str], Ctx]:
    """Return what makes the context of a seat's command."""
    return lambda seat: Ctx(seat, Draws(seed))


ORDER: dict[str, Any] = {
    "task": "water_supply",
    "organs": ["township:qingshan", "bureau:water"],
    "place": "township:qingshan",
    "amount": 15,
    "deadline": 56,
    "lead": "bureau:water",
    "evidence": "household_check",
    "text": "逐户通水,村里盯到出水为止,每周报一次。",
}


@pytest.fixture
def clear_order() -> dict[str, Any]:
    """Arguments of an order that leaves nothing open."""
    return dict(ORDER)
