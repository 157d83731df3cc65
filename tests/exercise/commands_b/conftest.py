"""A county of two townships and four villages, with one of each thing that supervision, mobilising and talk can touch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Any, Literal

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
    Organ,
    Partner,
    Problem,
    Seat,
    SessionState,
    Visit,
)
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.exercise.state import Fixed, ReportRow, State
from game.scenario.model import Scenario

TODAY = 28
TURN = 4
FEN = 100
ALL = ("organise", "order", "contract", "supervise", "mobilise", "fund", "talk")
Source = Literal["human", "bot", "instructor", "clock"]


def _inject(key: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "title": "来件",
        "form": "call",
        "domain": "water",
        "trigger": {"by_hand": True},
        "to": ["director"],
        "sender": "水利局",
        "text": "正文",
        "objective": "one",
        **more,
    }


OPTIONS = [
    {
        "id": "tankers",
        "text": "送水",
        "credit": 600,
        "why": "先解渴",
        "cost_money": 3,
        "attention": 2,
        "effects": [
            {"on": "place", "quantity": "approval", "add": 10},
            {"on": "seat_organ", "quantity": "pressure", "add": 20},
            {"on": "fund:main", "quantity": "funds", "add": -1},
        ],
    },
    {"id": "wait", "text": "等雨", "credit": 100, "why": "拖延", "needs": "day > 200"},
    {"id": "palace", "text": "全县重建", "credit": 100, "why": "量力", "cost_money": 900_000},
]
SCENARIO = {
    "format": 1,
    "id": "tiny",
    "title": "小县",
    "summary": "测试用",
    "level": "starter",
    "minutes": 15,
    "version": "1",
    "objectives": [{"id": "one", "text": "会督战"}],
    "county": {"name": "tiny"},
    "start": "2018-06-04",
    "turn": {"days": 7, "count": 30},
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
    "injects": [_inject("plain"), _inject("choice", options=OPTIONS, reply_within=14), _inject("later")],
    "rubric": [{"id": "r", "group": "outcome", "measure": "m", "name": "成效", "weight": 100}],
}


def tiny_county() -> County:
    """Two townships in two zones, two villages of forty households each."""
    box = ((0, 0), (10, 0), (10, 10), (0, 10))
    towns = [("qingshan", "青杉乡", "north"), ("shihe", "石禾乡", "south")]
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


def _seat(key: str, scope: str, post: str = "hq_director", state: str = "human", **more: Any) -> Seat:
    base = Seat(key, post, key, scope, ALL, state, attention=40, attention_turn=40)
    return replace(base, **more)


def _problem(state: str, **more: Any) -> Problem:
    base = Problem(
        f"q-{state}",
        "water",
        "iW1",
        "断水",
        "qingshan-01",
        "qingshan",
        2,
        20,
        7,
        "inject",
        state=state,
        hours=100,
        owner="" if state in ("latent", "found") else "bureau:water",
        deadline=40,
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
    organs["township:qingshan"] = replace(organs["township:qingshan"], leader="qingshan")
    seats = (
        _seat("director", "county"),
        _seat("secretary", "county", "secretary", "bot"),
        _seat("qingshan", "township:qingshan", "township_commander", "bot"),
        _seat("shihe", "township:shihe", "township_commander", "bot"),
        _seat("village", "village:qingshan-01", "first_secretary", "vacant"),
        _seat("maker", "partner:mill", "partner", "bot"),
        _seat("tired", "county", state="bot", attention=0),
        _seat("mute", "county", state="bot", powers=("talk",), delegated=(("supervise", "secretary"),)),
    )
    states = ("latent", "found", "registered", "assigned", "rectifying", "claimed", "verified", "closed", "overdue")
    problems = [_problem(state) for state in states]
    problems += [
        _problem("found", id="q-far", village="shihe-01", township="shihe"),
        _problem("claimed", id="q-own", owner="township:qingshan"),
        _problem("claimed", id="q-pending"),
        _problem("closed", id="q-shihe", village="shihe-01", township="shihe"),
    ]
    visits = [
        Visit(
            "v1",
            "squad:qingshan",
            "director",
            "visit",
            "qingshan",
            ("qingshan-01",),
            21,
            True,
            10,
            2,
            state="findings",
            findings=("q-assigned",),
        ),
        Visit(
            "v2",
            "squad:qingshan",
            "director",
            "verify",
            "qingshan",
            ("qingshan-01",),
            31,
            False,
            8,
            2,
            problems=("q-pending",),
        ),
    ]
    injects = [
        Inject(
            "plain",
            "delivered",
            to=("director", "qingshan"),
            village="qingshan-01",
            township="qingshan",
            delivered=21,
            problem="q-found",
        ),
        Inject(
            "choice",
            "delivered",
            domain="water",
            to=("director",),
            village="qingshan-01",
            township="qingshan",
            delivered=21,
        ),
        Inject("later", "armed", to=("director",)),
        Inject("old", "resolved", to=("director",), delivered=7),
    ]
    partners = [
        Partner("mill", "米业公司", "company", "engaged", linkage=300, jobs_cap=100, jobs_promised=20, money_cap=10**8),
        Partner("city", "对口市", "city", "apart", money_cap=10**9, jobs_cap=500),
        Partner("shop", "超市", "company", "talking", money_cap=10**8, jobs_cap=50),
        Partner("sour", "旧友", "company", "apart", trust=50),
    ]
    rows = {v.id: ReportRow(TODAY, 160, 40, (10,) * 7, 700) for v in county.villages}
    return State(
        fixed=Fixed(Scenario.model_validate_json(json.dumps(SCENARIO)), county, "digest"),
        columns=columns,
        sums=village_sums(columns, county.line(2018)),
        day=TODAY,
        turn=TURN,
        seq=50,
        session=SessionState("running"),
        campaign=CampaignState("spring", "open", "assault"),
        seats={s.id: s for s in seats},
        organs=organs,
        contracts={
            "c1": Contract("c1", "bureau:water", "director", "area", "township:qingshan", end=90, state="performing")
        },
        problems={p.id: p for p in problems},
        visits={v.id: v for v in visits},
        injects={i.id: i for i in injects},
        partners={p.id: p for p in partners},
        funds={
            "main": Fund("main", "财政资金", 50_000_000 * FEN, 20_000 * FEN),
            "piped": Fund("piped", "饮水资金", 1_000_000 * FEN, earmark=("water",)),
            "pot-township-qingshan": Fund("pot-township-qingshan", "青杉包干", 50_000 * FEN),
        },
        reports={"village": rows, "township": rows, "county": {}},
        counters={"n:visits": 2, "n:injects": 4, "n:slips": 0},
    )


@pytest.fixture
def world(seed: int) -> State:
    """Return the county of the tests; states are never changed, so one serves all."""
    return build(seed)


def give(draws: Draws, state: State, seat: str, kind: str, /, **args: Any) -> Decision:
    """Return what a command would make happen, from its arguments as they come in from outside."""
    source: Source = "instructor" if seat == "instructor" else "clock" if seat == "clock" else "human"
    parsed = parse(kind, args)
    return parsed if isinstance(parsed, Refusal) else decide(state, parsed, Ctx(seat, draws, source))


def done(draws: Draws, state: State, seat: str, kind: str, /, **args: Any) -> State:
    """Return the state after a command that must be accepted."""
    decided = give(draws, state, seat, kind, **args)
    assert not isinstance(decided, Refusal), decided
    return evolve_all(state, decided)


@pytest.fixture(name="give")
def _give(seed: int) -> Callable[..., Decision]:
    """Give a command: (state, seat, kind, **arguments) -> events or refusal."""
    return partial(give, Draws(seed))


@pytest.fixture(name="done")
def _done(seed: int) -> Callable[..., State]:
    """Give a command that must be accepted: (state, seat, kind, **arguments) -> the state after it."""
    return partial(done, Draws(seed))
