"""A small county and scenario, and a table at which commands and weeks are played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from game.county.draws import Draws
from game.county.place import County, Township, Village, Zone
from game.exercise import events as ev
from game.exercise.commands.base import Ctx
from game.exercise.decide import decide, parse
from game.exercise.evolve import evolve_all
from game.exercise.reactions import run_reactions, stages
from game.exercise.refusals import Refusal
from game.exercise.start import start
from game.exercise.state import State
from game.scenario.model import Scenario

VILLAGES = 6
TEXT = "对照台账逐户办结,限期完成,逐户签字核验。"


def small_county() -> County:
    townships, villages = [], []
    for number, (key, name) in enumerate((("upper", "上河乡"), ("lower", "下河乡"))):
        first = number * VILLAGES
        townships.append(Township(key, name, "north", ((0, 0), (10, 0), (10, 10)), first, first + VILLAGES))
        villages += [
            Village(
                id=f"{key}-{i + 1:02d}",
                name=f"{name}{i + 1}村",
                township=key,
                index=first + i,
                households=400,
                poor=i % 2 == 0,
                remote=200 + 60 * i,
                x=i,
                y=number,
            )
            for i in range(VILLAGES)
        ]
    lines = ((2017, 2952), (2018, 2995), (2019, 3218))
    return County("small", "小县", (Zone("north", "北"),), tuple(townships), tuple(villages), (), lines)


def scenario_data(**changes: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "format": 1,
        "id": "small",
        "title": "小县",
        "summary": "两个乡镇,十四周。",
        "level": "starter",
        "minutes": 60,
        "version": "1",
        "objectives": [{"id": "learn", "text": "看清楚"}],
        "county": {"name": "small"},
        "start": "2018-06-04",
        "turn": {"days": 7, "count": 14},
        "seats": [
            {"id": "hq-director", "post": "hq_director", "brief": "统筹。", "attention": 60},
            {"id": "squad-leader", "post": "squad_leader", "brief": "督战。", "attention": 60},
        ],
        "campaigns": [
            {
                "id": "spring",
                "name": "春风行动",
                "phases": [
                    {"id": "mobilise", "stage": "mobilisation", "name": "动员", "days": 14},
                    {"id": "assault", "stage": "assault", "name": "攻坚", "days": 60},
                ],
            }
        ],
        "starting": {"funds": [{"id": "main", "name": "专项资金", "amount": 3000}]},
        "rubric": [{"id": "gates", "group": "outcome", "measure": "gates_passed", "name": "关口", "weight": 100}],
    }
    return data | changes


@dataclass
class Play:
    """One exercise in memory: `give` a command, `weeks` turns on; `happened` keeps every event."""

    state: State
    draws: Draws
    happened: list[ev.Event] = field(default_factory=list)

    def take(self, *events: ev.Event) -> None:
        self.state = evolve_all(self.state, events)
        self.happened += events

    def settle(self) -> tuple[ev.Event, ...]:
        self.state, events = run_reactions(self.state, self.draws)
        self.happened += events
        return events

    def give(self, kind: str, seat: str = "hq-director", **args: Any) -> Refusal | None:
        command = parse(kind, args)
        assert not isinstance(command, Refusal), command
        events = decide(self.state, command, Ctx(seat, self.draws, "human"))
        if isinstance(events, Refusal):
            return events
        self.take(*events)
        self.settle()
        return None

    def must(self, kind: str, seat: str = "hq-director", **args: Any) -> None:
        refusal = self.give(kind, seat, **args)
        assert refusal is None, refusal

    def weeks(self, count: int = 1) -> tuple[ev.Event, ...]:
        events: tuple[ev.Event, ...] = ()
        for _ in range(count):
            turn = self.state.scenario.turn
            self.take(ev.Turned(turn=self.state.turn + 1, stages=stages(turn.days // 7)))
            events = self.settle()
        return events

    def revise(self, table: str, key: str, **changes: Any) -> None:
        self.take(ev.Revised(table=table, id=key, changes=changes))

    def order(self, **changes: Any) -> str:
        args: dict[str, Any] = {
            "task": "water_supply",
            "organs": ["township:upper", "bureau:water"],
            "place": "township:upper",
            "amount": 20,
            "deadline": self.state.day + 35,
            "lead": "township:upper",
            "money": 100_000,
            "fund": "main",
            "evidence": "household_check",
            "text": TEXT,
        }
        self.must("issue_order", **(args | changes))
        return f"o{self.state.counters['n:orders']}"


@pytest.fixture
def play(seed: int) -> Callable[..., Play]:
    """Return a function that begins an exercise of the small scenario, with changes to it, and lets it run."""
    drawn = seed

    def begin(seed: int = drawn, **changes: Any) -> Play:
        import json

        scenario = Scenario.model_validate_json(json.dumps(scenario_data(**changes)))
        bare, first = start(scenario, small_county(), digest="x", seed=seed)
        game = Play(bare, Draws(seed))
        game.take(*first)
        game.must("open_briefing")
        game.must("start_play")
        return game

    return begin
