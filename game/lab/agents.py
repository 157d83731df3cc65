"""The week of the households once more, as one agent object per household (Mesa): the same rules, the same numbers.

Nobody plays on it. It stands beside the kernel so that the kernel can be compared with the usual way of writing such
models, in time and in every figure. Needs the extra `compare`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import mesa
import numpy as np

from game.county.columns import Columns, village_rows
from game.county.draws import mix
from game.county.kernel import WeekInputs
from game.county.place import NEEDS, Need
from game.county.standard import FIRST, LAST
from game.county.week1 import (
    DAILY,
    EFFORT,
    GROWTH_BASE,
    JOBS,
    KNOWN,
    KNOWN_REGISTERED,
    PAPER,
    SEVERITY,
    SINK,
    STRIKE,
    STRIKE_BASE,
    UNKNOWN,
    Rules,
    rules,
)

_GOLDEN = 0x9E3779B97F4A7C15
_INT32 = 2**31 - 1
_NEEDS = range(len(NEEDS))


def word(key: int, row: int, stream: int) -> int:
    """Return the draw of a row, as `draws.words` gives it."""
    return mix(row * _GOLDEN + mix(key + (stream + 1) * _GOLDEN))


def part(drawn: int, shift: int, bits: int, n: int) -> int:
    """Return a number of 0 .. n-1 from `bits` bits of a word above `shift`."""
    return ((drawn >> shift) & ((1 << bits) - 1)) * n >> bits


class Household(mesa.Agent):  # type: ignore[misc]  # Mesa has no types
    """One household; what it holds is one row of the columns."""

    def __init__(self, model: County, row: int, village: int, values: dict[str, Any]) -> None:
        super().__init__(model)
        self.row, self.village = row, village
        self.size: int = values["size"]
        self.labour: int = values["labour"]
        self.income: int = values["income"]
        self.gap: list[int] = values["gap"]
        self.record: list[int] = values["record"]
        self.cause: int = values["cause"]
        self.registered: bool = values["registered"]
        self.exited: bool = values["exited"]
        self.approval: int = values["approval"]
        self.approval_base: int = values["approval_base"]
        self.mood = 0
        self.daily = 0

    def begin(self) -> None:
        """Draw what the day brings by chance."""
        self.mood, self.daily = 0, word(self.model.week.key, self.row, DAILY)

    def tier(self, need: int, *, asks_record: bool) -> int:
        """Whom help reaches first; with `asks_record` nobody is helped early whose gap is not written down."""
        if asks_record and self.record[need] < self.model.rules.open_gap:
            return UNKNOWN
        return KNOWN_REGISTERED if self.registered else KNOWN

    def helped(self, need: int, points: int) -> None:
        """Take points off a true gap; a true improvement is written down."""
        r: Rules = self.model.rules
        self.gap[need] -= points
        self.record[need] = min(self.record[need], self.gap[need])
        yuan = {Need.LIVELIHOOD: r.livelihood_yuan, Need.RELOCATION: r.relocation_yuan}
        self.income += points * yuan.get(Need(need), 0)
        self.mood += (self.gap[need] < r.open_gap) * r.closed

    def papered(self, need: int, points: int) -> None:
        """Take points off the record alone."""
        r: Rules = self.model.rules
        self.record[need] -= points
        if self.gap[need] >= r.open_gap:
            self.mood -= r.papered

    def shock(self) -> None:
        """Let misfortune strike."""
        r: Rules = self.model.rules
        week: WeekInputs = self.model.week
        extra = week.shocks.get(self.village, (0,) * len(NEEDS))
        factor = r.registered_factor if self.registered else 1000
        rates = [base * factor // 1000 for base in r.shock_base]
        rates = [rate + more * (STRIKE_BASE // 100_000) for rate, more in zip(rates, extra, strict=True)]
        point = part(word(week.key, self.row, STRIKE), 0, 32, STRIKE_BASE)
        if point >= sum(rates):
            return
        need, passed = 0, rates[0]
        while passed <= point:
            need += 1
            passed += rates[need]
        luck = word(week.key, self.row, SEVERITY)
        before = self.gap[need]
        after = min(max(before, r.severity[0] + part(luck, 0, 16, r.severity[1])), r.gap_cap)
        self.gap[need] = after
        lost = self.income * r.income_cut[need] // 1000
        lost += (after - before) * r.livelihood_yuan if need == Need.LIVELIHOOD else 0
        self.income = max(self.income - lost, 0)
        if before < r.open_gap <= after:
            self.mood -= r.opened
            self.cause = self.cause or r.cause[need]
        if part(luck, 16, 16, 1000) < week.honesty.get(self.village, r.honesty):
            self.record[need] = after

    def drift(self) -> None:
        """Let the income grow."""
        r: Rules = self.model.rules
        rate = r.growth[1] if self.labour > 0 else r.growth[0]
        self.income += (self.income * rate + part(self.daily, 32, 32, GROWTH_BASE)) // GROWTH_BASE

    def wants_work(self) -> bool:
        """Whether jobs and shares are for this household."""
        r: Rules = self.model.rules
        return self.labour > 0 and (self.registered or self.income * 1000 < self.model.week.line * r.edge_line)

    def hired(self, yuan: int) -> None:
        """Earn from jobs and shares."""
        r: Rules = self.model.rules
        each = yuan // self.size
        self.income += each
        was = self.gap[Need.LIVELIHOOD]
        left = was - min(was, each // r.livelihood_yuan)
        self.mood += (was >= r.open_gap > left) * r.closed
        self.gap[Need.LIVELIHOOD] = left
        self.record[Need.LIVELIHOOD] = min(self.record[Need.LIVELIHOOD], left)

    def sink(self) -> None:
        """Have an open livelihood with an income under the line."""
        r: Rules = self.model.rules
        week: WeekInputs = self.model.week
        if self.income >= week.line or self.gap[Need.LIVELIHOOD] >= r.open_gap:
            return
        lacking = -((self.income - week.line * r.margin // 1000) // r.livelihood_yuan)
        self.gap[Need.LIVELIHOOD] = min(max(lacking, r.open_gap), r.gap_cap)
        told = part(word(week.key, self.row, SINK), 0, 16, 1000) < week.honesty.get(self.village, r.honesty)
        if self.record[Need.LIVELIHOOD] > 0 or told:
            self.record[Need.LIVELIHOOD] = self.gap[Need.LIVELIHOOD]

    def close(self) -> None:
        """Have the record put right, form an opinion, and be lifted or taken on."""
        self._write_down()
        self._approve()
        if self.model.week.exits:
            self._manage()
        self.income = min(self.income, _INT32)

    def _write_down(self) -> None:
        r: Rules = self.model.rules
        week: WeekInputs = self.model.week
        hidden = any(self.gap[n] >= r.open_gap > self.record[n] for n in _NEEDS)
        chance = week.honesty.get(self.village, r.honesty) * r.screening
        found = hidden and part(self.daily, 0, 16, 1_000_000) < chance
        if found or part(self.daily, 16, 16, 1_000_000) < week.reveal.get(self.village, 0) * 1000:
            self.record = list(self.gap)

    def _approve(self) -> None:
        r: Rules = self.model.rules
        week: WeekInputs = self.model.week
        luck = word(week.key, self.row, len(NEEDS))
        now = self.approval
        if part(luck, 0, 16, 1000) < r.fade:
            now += (self.approval_base > self.approval) - (self.approval_base < self.approval)
        now -= any(gap >= r.open_gap for gap in self.gap) and part(luck, 16, 16, 1000) < r.grudge
        now += self.mood
        if week.goodwill:
            now += (week.goodwill.get(self.village, 0) + part(luck, 32, 16, 1000)) // 1000
        self.approval = min(max(now, 0), 100)
        if part(luck, 48, 16, 1000) < r.year:
            self.approval_base = self.approval if r.anchor < 0 else (self.approval + r.anchor) // 2

    def _manage(self) -> None:
        r: Rules = self.model.rules
        believed = (self.gap[Need.LIVELIHOOD] - self.record[Need.LIVELIHOOD]) * r.livelihood_yuan
        income = min(self.income, _INT32) + believed
        poor = income < self.model.week.line or max(self.record[FIRST:LAST]) >= r.open_gap
        self.registered = self.registered or poor
        self.exited = self.registered and not poor


class County(mesa.Model):  # type: ignore[misc]  # Mesa has no types
    """All households of a county as agents, activated in the order of their rows."""

    def __init__(self, columns: Columns) -> None:
        super().__init__(seed=0)
        self.week = WeekInputs(key=0, day=0, line=0)
        self.rules = rules(self.week.kernel)
        self.columns = columns
        self.homes: list[list[Household]] = [[] for _ in range(columns.villages)]
        plain = {name: array.tolist() for name, array in columns.arrays().items() if name not in ("gap", "record")}
        gaps, records = columns.gap.T.tolist(), columns.record.T.tolist()
        for row, village in enumerate(village_rows(columns.offsets).tolist()):
            values = {name: plain[name][row] for name in plain if name != "offsets"}
            values |= {"gap": gaps[row], "record": records[row]}
            self.homes[village].append(Household(self, row, village, values))

    def step(self) -> None:
        """Live through one week, `week`."""
        self.rules = rules(self.week.kernel)
        self.agents.do("begin")
        self._serve(self.week.effort, EFFORT, lambda home: home.gap, Household.helped, asks_record=True)
        self._serve(self.week.paper, PAPER, lambda home: home.record, Household.papered, asks_record=False)
        self.agents.do("shock")
        self.agents.do("drift")
        self._hire()
        if self.rules.margin:
            self.agents.do("sink")
        self.agents.do("close")

    def _serve(
        self,
        amounts: dict[int, Any],
        stream: int,
        level: Callable[[Household], list[int]],
        give: Callable[[Household, int, int], None],
        *,
        asks_record: bool,
    ) -> None:
        # Who is served is settled for all needs before anybody is: what one need gets changes nobody's place in another
        served: list[tuple[Household, int, int]] = []
        for village, row in amounts.items():
            for need, amount in enumerate(row):
                queue = [home for home in self.homes[village] if level(home)[need] >= self.rules.open_gap]
                lucky = [
                    (
                        home.tier(need, asks_record=asks_record),
                        part(word(self.week.key, home.row * len(NEEDS) + need, stream), 0, 20, 1 << 20),
                        home.row,
                        home,
                    )
                    for home in queue
                ]
                served += [(home, need, points) for home, points in _pour(amount, sorted(lucky), _level(level, need))]
        for home, need, points in served:
            give(home, need, points)

    def _hire(self) -> None:
        for village, amount in self.week.income.items():
            queue = [home for home in self.homes[village] if amount > 0 and home.wants_work()]
            lucky = [
                (
                    0 if home.income < self.week.line else 2 if home.exited else 1,
                    part(word(self.week.key, home.row, JOBS), 0, 20, 1 << 20),
                    home.row,
                    home,
                )
                for home in queue
            ]
            for home, yuan in _pour(amount, sorted(lucky), lambda home: home.labour * self.rules.job_yuan):
                home.hired(yuan)

    def as_columns(self) -> Columns:
        """Return the households as columns again."""
        homes = [home for village in self.homes for home in village]
        made: dict[str, Any] = {}
        for name, old in self.columns.arrays().items():
            if name == "offsets":
                continue
            values = np.array([getattr(home, name) for home in homes], dtype=old.dtype)
            made[name] = np.ascontiguousarray(values.T) if old.ndim == 2 else values
        return self.columns.changed(**made)


def _level(level: Callable[[Household], list[int]], need: int) -> Callable[[Household], int]:
    return lambda home: level(home)[need]


def _pour(
    amount: int, queue: Iterable[tuple[int, int, int, Household]], room: Callable[[Household], int]
) -> list[tuple[Household, int]]:
    """Serve a queue in its order, each up to its room, until the amount is used up."""
    given: list[tuple[Household, int]] = []
    for *_, home in queue:
        points = min(amount, room(home))
        if points <= 0:
            continue
        given.append((home, points))
        amount -= points
    return given


def step(columns: Columns, inputs: WeekInputs) -> Columns:
    """Return the columns a week later, by agents; equal to `kernel.step` row by row."""
    county = County(columns)
    county.week = inputs
    county.step()
    return county.as_columns()
