"""Household kernels 1 and 2: effort, paper, shocks, income, record, approval, register, in that order.

Kernel 2 adds two rules to kernel 1 and changes none: a home whose income is under the line has an open livelihood, and
a year's new expectations lie half way back to what people think of a county that does nothing for them.

Pure integer numpy. A draw depends on (key of the week, household row, stream) only. The order of the parts is part
of the version: a change of meaning is a new kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.county.columns import Columns, village_rows
from game.county.draws import scaled, words
from game.county.params import parameters
from game.county.place import NEEDS, Need
from game.county.standard import any_counted, recorded_income

if TYPE_CHECKING:
    from game.county.kernel import WeekInputs

Int = NDArray[np.int64]
Rows = NDArray[np.intp]

STRIKE, DAILY, SEVERITY, EFFORT, PAPER, JOBS, SINK = range(7)
"""Streams of the vector draws."""
STRIKE_BASE = 10_000_000
GROWTH_BASE = 1_000_000
KNOWN_REGISTERED, KNOWN, UNKNOWN = range(3)
"""Whom help reaches first: those on the register whose gap is on record; last those nobody has written down."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The kernel's parameters; units in data/kernel1.toml."""

    open_gap: int
    gap_cap: int
    livelihood_yuan: int
    relocation_yuan: int
    job_yuan: int
    edge_line: int
    growth: tuple[int, int]
    shock_base: tuple[int, ...]
    registered_factor: int
    severity: tuple[int, int]
    income_cut: tuple[int, ...]
    cause: tuple[int, ...]
    honesty: int
    screening: int
    closed: int
    opened: int
    papered: int
    grudge: int
    fade: int
    year: int
    anchor: int
    """Points; -1 in kernel 1, which has none."""
    margin: int
    """Per mille of the line; 0 in kernel 1, where incomes sink unseen."""


@cache
def rules(version: int) -> Rules:
    """Return the parameters of a kernel."""
    p = parameters(f"kernel{version}")
    later = version > 1
    needs = len(NEEDS)
    return Rules(
        open_gap=p.number("open_gap"),
        gap_cap=p.number("gap_cap"),
        livelihood_yuan=p.number("livelihood_yuan"),
        relocation_yuan=p.number("relocation_yuan"),
        job_yuan=p.number("job_yuan"),
        edge_line=p.number("edge_line"),
        growth=(p.number("growth.no_labour"), p.number("growth.labour")),
        shock_base=p.numbers("shock.base", needs),
        registered_factor=p.number("shock.registered_factor"),
        severity=(p.number("shock.severity_from"), p.number("shock.severity_span")),
        income_cut=p.numbers("shock.income_cut", needs),
        cause=p.numbers("shock.cause", needs),
        honesty=p.number("record.honesty"),
        screening=p.number("record.screening"),
        closed=p.number("approval.closed"),
        opened=p.number("approval.opened"),
        papered=p.number("approval.papered"),
        grudge=p.number("approval.grudge"),
        fade=p.number("approval.fade"),
        year=p.number("approval.year"),
        anchor=p.number("approval.anchor") if later else -1,
        margin=p.number("sink.margin") if later else 0,
    )


def by_village(table: Mapping[int, Any], villages: int, default: int = 0, *, signed: bool = False) -> Int:
    """Return a table as [V] or [7, V]; `ValueError` for an unknown village or a negative amount."""
    many = next((len(v) for v in table.values() if isinstance(v, tuple)), 0)
    out = np.full((many, villages) if many else villages, default, dtype=np.int64)
    for index, value in table.items():
        if not 0 <= index < villages:
            raise ValueError(f"village {index} is not one of the county's {villages}")
        out[..., index] = value
    if not signed and out.size and out.min() < 0:
        raise ValueError("amounts of a week must not be negative")
    return out


def pour(amounts: Int, group: Rows, tier: Int, luck: Int, room: Int) -> Int:
    """Return [K] what each row gets of its group's amount.

    Rows of a group are served in the order of tier, then luck, each up to its room, in whole points, until the
    amount is used up: the last one served gets what remains. Nothing is made or lost.
    """
    order = np.argsort((group.astype(np.int64) << 24) | (tier << 20) | luck, kind="stable")
    group = group[order]
    room = room[order]
    before = np.cumsum(room) - room
    first = np.ones(len(group), dtype=np.bool_)
    first[1:] = group[1:] != group[:-1]
    before -= np.maximum.accumulate(np.where(first, before, 0))
    given = np.empty_like(room)
    given[order] = np.clip(amounts[group] - before, 0, room)
    return given


def _served(
    inputs_key: int,
    stream: int,
    level: NDArray[np.uint8],
    amounts: Int,
    village: Rows,
    tiers: Callable[[Rows, Rows], Int],
    threshold: int,
) -> tuple[Rows, Rows, Int]:
    """Return (need, row, points) of the points poured over the needs open in `level` of each village."""
    none = np.zeros(0, dtype=np.intp)
    if amounts.ndim == 1 or not amounts.any():
        return none, none, np.zeros(0, dtype=np.int64)
    villages = amounts.shape[1]
    found_needs: list[Rows] = []
    found_rows: list[Rows] = []
    for need in np.flatnonzero(amounts.any(axis=1)):
        rows = np.flatnonzero(level[need] >= threshold)
        rows = rows[amounts[need, village[rows]] > 0]
        found_rows.append(rows)
        found_needs.append(np.full(len(rows), need, dtype=np.intp))
    needs, rows = np.concatenate(found_needs), np.concatenate(found_rows)
    luck = scaled(words(inputs_key, (rows * len(NEEDS) + needs).astype(np.uint64), stream), 0, 20, 1 << 20)
    points = pour(
        amounts.ravel(),
        needs * villages + village[rows],
        tiers(needs, rows),
        luck,
        level[needs, rows].astype(np.int64),
    )
    got = points > 0
    return needs[got], rows[got], points[got]


class _Week:
    """The columns of one week while they change."""

    def __init__(self, columns: Columns, inputs: WeekInputs) -> None:
        self.rules = rules(inputs.kernel)
        self.columns = columns
        self.inputs = inputs
        self.village = village_rows(columns.offsets)
        self.gap = columns.gap.copy()
        self.record = columns.record.copy()
        self.income = columns.income.astype(np.int64)
        self.cause = columns.cause.copy()
        self.registered = columns.registered.copy()
        self.exited = columns.exited.copy()
        self.base = columns.approval_base.astype(np.int16)
        self.mood = np.zeros(columns.households, dtype=np.int64)
        self.rows = np.arange(columns.households, dtype=np.uint64)
        self.daily = words(inputs.key, self.rows, DAILY)

    def table(self, values: Mapping[int, Any], default: int = 0, *, signed: bool = False) -> Int:
        return by_village(values, self.columns.villages, default, signed=signed)

    def _tier(self, rows: Rows) -> Int:
        return np.where(self.registered[rows], KNOWN_REGISTERED, KNOWN).astype(np.int64)

    def effort(self) -> None:
        """Work off true gaps; a true improvement is always written down."""
        amounts = self.table(self.inputs.effort)

        def tiers(needs: Rows, rows: Rows) -> Int:
            known = self.record[needs, rows] >= self.rules.open_gap
            return np.where(known, self._tier(rows), UNKNOWN)

        needs, rows, points = _served(
            self.inputs.key, EFFORT, self.gap, amounts, self.village, tiers, self.rules.open_gap
        )
        left = (self.gap[needs, rows] - points).astype(np.uint8)
        self.gap[needs, rows] = left
        self.record[needs, rows] = np.minimum(self.record[needs, rows], left)
        earned = points * np.where(
            needs == Need.LIVELIHOOD,
            self.rules.livelihood_yuan,
            np.where(needs == Need.RELOCATION, self.rules.relocation_yuan, 0),
        )
        np.add.at(self.income, rows, earned)
        np.add.at(self.mood, rows, (left < self.rules.open_gap) * self.rules.closed)

    def paper(self) -> None:
        """Take points off the record; the truth stays as it is."""
        amounts = self.table(self.inputs.paper)
        needs, rows, points = _served(
            self.inputs.key,
            PAPER,
            self.record,
            amounts,
            self.village,
            lambda _, rows: self._tier(rows),
            self.rules.open_gap,
        )
        self.record[needs, rows] -= points.astype(np.uint8)
        felt = self.gap[needs, rows] >= self.rules.open_gap
        np.add.at(self.mood, rows, felt * -self.rules.papered)

    def shocks(self) -> None:
        """Open new gaps: illness, flood, a lost job; they enter the record as honestly as the chain is."""
        r = self.rules
        extra = self.table(self.inputs.shocks) * (STRIKE_BASE // 100_000)
        base = np.array(r.shock_base, dtype=np.int64)
        base_registered = base * r.registered_factor // 1000
        rate = np.where(self.registered, base_registered.sum(), base.sum())
        if extra.ndim == 2:
            rate += extra.sum(axis=0)[self.village]
        point = scaled(words(self.inputs.key, self.rows, STRIKE), 0, 32, STRIKE_BASE)
        struck = np.flatnonzero(point < rate)
        if not len(struck):
            return
        rates = np.where(self.registered[struck], base_registered[:, None], base[:, None])
        if extra.ndim == 2:
            rates = rates + extra[:, self.village[struck]]
        need = (np.cumsum(rates, axis=0) <= point[struck]).sum(axis=0)
        luck = words(self.inputs.key, struck.astype(np.uint64), SEVERITY)
        severity = r.severity[0] + scaled(luck, 0, 16, r.severity[1])
        before = self.gap[need, struck].astype(np.int64)
        after = np.minimum(np.maximum(before, severity), r.gap_cap)
        self.gap[need, struck] = after.astype(np.uint8)
        income = self.income[struck]
        lost = income * np.array(r.income_cut, dtype=np.int64)[need] // 1000
        lost += np.where(need == Need.LIVELIHOOD, (after - before) * r.livelihood_yuan, 0)
        self.income[struck] = np.maximum(income - lost, 0)
        new = (before < r.open_gap) & (after >= r.open_gap)
        self.mood[struck] -= new * r.opened
        self.cause[struck] = np.where(
            new & (self.cause[struck] == 0), np.array(r.cause, dtype=np.uint8)[need], self.cause[struck]
        )
        told = scaled(luck, 16, 16, 1000) < self.table(self.inputs.honesty, r.honesty)[self.village[struck]]
        self.record[need[told], struck[told]] = after[told].astype(np.uint8)

    def earn(self) -> None:
        """Let incomes drift; hand out jobs and shares, first to those under the line."""
        c, r = self.columns, self.rules
        rate = np.where(c.labour > 0, r.growth[1], r.growth[0])
        self.income += (self.income * rate + scaled(self.daily, 32, 32, GROWTH_BASE)) // GROWTH_BASE
        amounts = self.table(self.inputs.income)
        if not amounts.any():
            return
        wanting = self.registered | (self.income * 1000 < self.inputs.line * r.edge_line)
        rows = np.flatnonzero(wanting & (c.labour > 0) & (amounts > 0)[self.village])
        luck = scaled(words(self.inputs.key, rows.astype(np.uint64), JOBS), 0, 20, 1 << 20)
        tier = np.where(self.income[rows] < self.inputs.line, 0, np.where(self.exited[rows], 2, 1)).astype(np.int64)
        yuan = pour(amounts, self.village[rows], tier, luck, c.labour[rows].astype(np.int64) * r.job_yuan)
        each = yuan // c.size[rows]
        self.income[rows] += each
        points = np.minimum(self.gap[Need.LIVELIHOOD, rows], each // r.livelihood_yuan)
        left = (self.gap[Need.LIVELIHOOD, rows] - points).astype(np.uint8)
        was_open = self.gap[Need.LIVELIHOOD, rows] >= r.open_gap
        self.mood[rows] += (was_open & (left < r.open_gap)) * r.closed
        self.gap[Need.LIVELIHOOD, rows] = left
        self.record[Need.LIVELIHOOD, rows] = np.minimum(self.record[Need.LIVELIHOOD, rows], left)

    def sink(self) -> None:
        """Open the livelihood of homes that fell under the line; who is being helped already stays on record."""
        r, line, gap, record = self.rules, self.inputs.line, self.gap[Need.LIVELIHOOD], self.record[Need.LIVELIHOOD]
        rows = np.flatnonzero((self.income < line) & (gap < r.open_gap))
        lacking = -((self.income[rows] - line * r.margin // 1000) // r.livelihood_yuan)
        lacking = np.clip(lacking, r.open_gap, r.gap_cap).astype(np.uint8)
        luck = scaled(words(self.inputs.key, rows.astype(np.uint64), SINK), 0, 16, 1000)
        honesty = self.table(self.inputs.honesty, r.honesty)[self.village[rows]]
        told = (record[rows] > 0) | (luck < honesty)
        gap[rows] = lacking
        record[rows[told]] = lacking[told]

    def write_down(self) -> None:
        """Put records right where somebody looked, and slowly by the monthly screening."""
        r = self.rules
        honesty = self.table(self.inputs.honesty, r.honesty)
        hidden = ((self.gap >= r.open_gap) & (self.record < r.open_gap)).any(axis=0)
        luck = scaled(self.daily, 0, 16, 1_000_000)
        found = hidden & (luck < (honesty * r.screening)[self.village])
        if self.inputs.reveal:
            seen = self.table(self.inputs.reveal) * 1000
            found |= scaled(self.daily, 16, 16, 1_000_000) < seen[self.village]
        rows = np.flatnonzero(found)
        self.record[:, rows] = self.gap[:, rows]

    def approve(self) -> NDArray[np.uint8]:
        """Return the new approval: what changed for the household, visits, and slow habituation to last year."""
        r = self.rules
        luck = words(self.inputs.key, self.rows, len(NEEDS))
        approval = self.columns.approval.astype(np.int64)
        base = self.base
        approval += np.where(
            scaled(luck, 0, 16, 1000) < r.fade, np.sign(base - self.columns.approval.astype(np.int16)), 0
        )
        hurt = (self.gap >= r.open_gap).any(axis=0)
        approval -= hurt & (scaled(luck, 16, 16, 1000) < r.grudge)
        approval += self.mood
        if self.inputs.goodwill:
            push = self.table(self.inputs.goodwill, signed=True)[self.village]
            approval += (push + scaled(luck, 32, 16, 1000)) // 1000
        np.clip(approval, 0, 100, out=approval)
        renew = scaled(luck, 48, 16, 1000) < r.year
        base[renew] = approval[renew] if self.rules.anchor < 0 else (approval[renew] + self.rules.anchor) // 2
        return approval.astype(np.uint8)

    def manage(self) -> None:
        """Let the record decide who is lifted, who falls back and who is taken onto the register."""
        income = recorded_income(self.income.astype(np.int32), self.gap, self.record)
        poor = (income < self.inputs.line) | any_counted(self.record, self.rules.open_gap)
        self.registered |= poor
        self.exited = self.registered & ~poor

    def finish(self, approval: NDArray[np.uint8]) -> Columns:
        return self.columns.changed(
            income=np.minimum(self.income, np.iinfo(np.int32).max).astype(np.int32),
            gap=self.gap,
            record=self.record,
            cause=self.cause,
            registered=self.registered,
            exited=self.exited,
            approval=approval,
            approval_base=self.base.astype(np.uint8),
        )


def step(columns: Columns, inputs: WeekInputs) -> Columns:
    """Return the columns one week later; see `kernel.step`."""
    week = _Week(columns, inputs)
    week.effort()
    week.paper()
    week.shocks()
    week.earn()
    if week.rules.margin:
        week.sink()
    week.write_down()
    approval = week.approve()
    if inputs.exits:
        week.manage()
    return week.finish(approval)
