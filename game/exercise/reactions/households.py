"""The households live through a week: what work, visits, seasons and events mean for them goes into one kernel step."""

from __future__ import annotations

from typing import cast

from game.county.draws import Draws
from game.county.kernel import LATEST, WeekInputs, step
from game.county.place import NEEDS
from game.county.quantities import honesty
from game.exercise import events as ev
from game.exercise.catalogue import load_effects
from game.exercise.entities import Organ
from game.exercise.reactions.numbers import num
from game.exercise.state import State

SevenPoints = tuple[int, int, int, int, int, int, int]

SEASONS: dict[str, tuple[tuple[int, ...], str]] = {
    "drought": ((2, 3, 4), "water"),
    "rain_housing": ((6, 7, 8), "housing"),
    "rain_food": ((6, 7), "food"),
    "winter_medical": ((12, 1, 2), "medical"),
    "term": ((3, 9), "education"),
    "return_home": ((1, 2), "livelihood"),
}
"""Name of the number in model.toml -> months and the need it strikes."""
STRIKE_SCALE = 100_000
EFFORT = tuple(f"effort:{need}" for need in NEEDS)
PAPER = tuple(f"paper:{need}" for need in NEEDS)
SHOCK = tuple(f"shock:{need}" for need in NEEDS)
_NOTHING = (0,) * len(NEEDS)


def season_shocks(month: int) -> list[int]:
    """Return the strikes a month of the year adds, per need and 100,000 households a week."""
    rates = [0] * len(NEEDS)
    for name, (months, need) in SEASONS.items():
        if month in months:
            rates[NEEDS.index(need)] += num(f"season.{name}")
    return rates


def _seven(row: dict[str, int], keys: tuple[str, ...]) -> SevenPoints | None:
    points = tuple(map(row.get, keys, _NOTHING))
    if min(points) < 0:
        points = tuple([max(0, value) for value in points])
    return cast("SevenPoints", points) if any(points) else None


def _struck(rates: list[int]) -> SevenPoints | None:
    a, b, c, d, e, f, g = [min(STRIKE_SCALE, max(0, rate)) for rate in rates]
    return (a, b, c, d, e, f, g) if any(rates) else None


def punishing(state: State) -> int:
    """Return by how much the ladder's upper rungs make the county's record less honest, per mille."""
    rungs = sum(p.rung - 3 for p in state.problems.values() if p.rung > 3)
    count = state.counters.get("ladder_high", 0)
    return min(num("record.punish_most"), max(rungs, count) * num("record.punish"))


def blind(organ: Organ) -> int:
    """Return by how much forms cut too deep keep new need off the record, per mille: nobody writes it down (K19)."""
    over = max(0, organ.forms_cut - load_effects()["fund.forms_blind"])
    return over * num("record.blind") // 1000


def week_inputs(state: State, draws: Draws) -> WeekInputs:
    """Return the kernel's inputs of the week that ends today."""
    season = season_shocks(state.date.month)
    feared = punishing(state)
    effort: dict[int, SevenPoints] = {}
    paper: dict[int, SevenPoints] = {}
    shocks: dict[int, SevenPoints] = {}
    reveal: dict[int, int] = {}
    income: dict[int, int] = {}
    goodwill: dict[int, int] = {}
    told: dict[int, int] = {}
    everywhere = _struck(season)
    frank = {
        township.id: max(0, honesty(organ.formalism, educative=not feared) - feared - blind(organ))
        for township in state.county.townships
        for organ in (state.organs[f"township:{township.id}"],)
    }
    for village in state.county.villages:
        i = village.index
        told[i] = frank[village.township]
        row = state.pending.get(village.id)
        if not row:
            if everywhere is not None:
                shocks[i] = everywhere
            continue
        struck = everywhere
        if not row.keys().isdisjoint(SHOCK):
            struck = _struck([rate + row.get(key, 0) for rate, key in zip(season, SHOCK, strict=True)])
        if struck is not None:
            shocks[i] = struck
        if (done := _seven(row, EFFORT)) is not None:
            effort[i] = done
        if not row.keys().isdisjoint(PAPER) and (claimed := _seven(row, PAPER)) is not None:
            paper[i] = claimed
        if row.get("reveal", 0) > 0:
            reveal[i] = min(1000, row["reveal"])
        if row.get("income", 0) > 0:
            income[i] = row["income"]
        if push := row.get("goodwill", 0):
            goodwill[i] = push
    month = (state.day // 7) % num("record.management_weeks") == 0
    # Thousands of numbers made just here: they need not be looked through once more
    return WeekInputs.model_construct(
        kernel=LATEST,
        key=draws.key("week", "", state.day),
        day=state.day,
        line=state.county.line(state.date.year),
        effort=effort,
        paper=paper,
        reveal=reveal,
        shocks=shocks,
        income=income,
        goodwill=goodwill,
        honesty=told,
        exits=month,
    )


def households(state: State, draws: Draws) -> list[ev.Event]:
    """Step the households by the week that ends today."""
    inputs = week_inputs(state, draws)
    return [ev.WeekStepped.of(inputs, step(state.columns, inputs))]
