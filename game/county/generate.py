"""Draw the households of a county so that they come to its starting profile.

Sizes, labour, incomes and gaps follow the tables of `data/households.toml`. Who is registered, lifted, wrongly lifted
and missed is not a coin tossed per household: households are ranked by how likely they are (village, labour, size and
a draw) and taken from the top until the profile's share of persons is reached, so every seed starts at the profile.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.county.columns import Columns, village_rows
from game.county.draws import scaled, words
from game.county.params import Parameters, parameters
from game.county.place import NEEDS, County, Need
from game.county.standard import COUNTED, open_from

Int = NDArray[np.int64]
Mask = NDArray[np.bool_]

(SIZE, ABLE, REGISTER, LIFT, WRONG, MISS, CAUSE, INCOME, POVERTY, MAIN, APPROVE, LEVEL, SHAKY) = range(13)
FURTHER = 100
"""Streams of the draws; FURTHER takes one a need from there on."""
_BP = 10_000
_WHOLE = 1000


def profile_of(county: County) -> dict[str, int]:
    """Return the starting figures of a county: its own, with the package's defaults for what it leaves out."""
    p = parameters("households")
    names = p.under("profile")
    return {name: county.profile.get(name, p.number(f"profile.{name}")) for name in names}


def generate(county: County, seed_key: int, *, line: int | None = None) -> Columns:
    """Return the households of a county on its first day.

    `seed_key` is a key of `Draws.key`; `line` the income line of the start year in yuan (the county's first known
    line from 2019 on where it is left out). Rows are sorted by village; the same arguments give the same columns.
    """
    return _Drawing(county, seed_key, county.line(2019) if line is None else line).columns()


def _descending(score: Int) -> Int:
    """Return the places of scores from the highest down, equal ones as they stand."""
    low = -score
    if low.size and int(low.min()) >= -(1 << 15) and int(low.max()) < 1 << 15:
        low = low.astype(np.int16)  # numbers this short are sorted without comparing them
    return np.argsort(low, kind="stable")


class _Drawing:
    """The columns while they are drawn."""

    def __init__(self, county: County, key: int, line: int) -> None:
        self.county = county
        self.key = key
        self.line = line
        self.p: Parameters = parameters("households")
        self.profile = profile_of(county)
        counts = np.array([v.households for v in county.villages], dtype=np.int64)
        self.offsets = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts))).astype(np.int32)
        self.village = village_rows(self.offsets)
        self.rows = np.arange(int(self.offsets[-1]), dtype=np.uint64)
        self.n = len(self.rows)
        self._drawn: tuple[int, NDArray[np.uint64]] = (-1, self.rows)
        """The stream drawn last and its words: most are asked for several parts in a row."""

    def words(self, stream: int) -> NDArray[np.uint64]:
        """Return a word of the stream a household; not to be written to."""
        if self._drawn[0] != stream:
            self._drawn = (stream, words(self.key, self.rows, stream))
        return self._drawn[1]

    def below(self, n: int, stream: int, part: int = 0) -> Int:
        """Return a draw of 0 .. n-1 a household; `part` 0-3 takes another 16 bits of the same stream."""
        return scaled(self.words(stream), 16 * part, 16, n)

    def choose(self, weights: tuple[int, ...], stream: int) -> Int:
        """Return an index a household, drawn by weights."""
        chosen: Int = np.repeat(np.arange(len(weights)), weights)[self.below(sum(weights), stream)]
        return chosen

    def lean(self, *, weak: bool) -> Int:
        """Return how much likelier each household is to be poor, in points of 1000."""
        p = self.p
        villages = np.array(
            [
                v.poor * p.number("lean.poor_village") + v.remote * p.number("lean.remote") // _WHOLE
                for v in self.county.villages
            ],
            dtype=np.int64,
        )
        score = villages[self.village]
        score += (self.labour == 0) * p.number("lean.no_labour")
        if weak:
            score += (self.size <= 2) * p.number("lean.small")
        return score

    def take(self, among: Mask, score: Int, share_bp: int, of: Int | None = None) -> Mask:
        """Return the households of the highest score that together hold a share of the persons `among`."""
        weight = self.size if of is None else of
        target = int(weight[among].sum()) * share_bp // _BP
        rows = np.flatnonzero(among)
        order = rows[_descending(score[rows])]
        reached = np.cumsum(weight[order])
        chosen = np.zeros(self.n, dtype=np.bool_)
        chosen[order[reached <= target]] = True
        return chosen

    def people(self) -> None:
        self.size = self.choose(self.p.numbers("people.size"), SIZE) + 1
        able = self.p.number("people.able") * 256 // _WHOLE
        word = self.words(ABLE)
        self.labour = np.zeros(self.n, dtype=np.int64)
        for person in range(len(self.p.numbers("people.size"))):
            self.labour += (scaled(word, 8 * person, 8, 256) < able) & (self.size > person)

    def register(self) -> None:
        f = self.profile
        everyone = np.ones(self.n, dtype=np.bool_)
        self.registered = self.take(everyone, self.lean(weak=False) + self.below(_WHOLE, REGISTER), f["registered_bp"])
        held = max(int(self.size[self.registered].sum()), 1)
        unlifted_share = min(_BP, int(self.size.sum()) * f["recorded_bp"] // held)
        weak = self.lean(weak=True)
        unlifted = self.take(self.registered, weak + self.below(_WHOLE, LIFT), unlifted_share)
        self.exited = self.registered & ~unlifted
        self.wrong = self.take(self.exited, weak + self.below(_WHOLE, WRONG), f["wrong_bp"])
        self.missed = self.take(~self.registered, weak + self.below(_WHOLE, MISS), f["missed_bp"])
        self.unlifted = unlifted
        self.poor = unlifted | self.wrong | self.missed

    def severity(self, stream: int) -> Int:
        return self.p.number("poor.severity_from") + self.below(self.p.number("poor.severity_span"), stream, 1)

    def incomes_and_gaps(self) -> None:
        p, line = self.p, self.line
        quantiles = np.array(p.numbers("income.settled", 17), dtype=np.int64) * self.profile["income_level"] // _WHOLE
        place = self.below(16 * 4096, INCOME)
        low, part = place // 4096, place % 4096
        share = quantiles[low] + (quantiles[low + 1] - quantiles[low]) * part // 4096
        share = np.where(self.registered, share * p.number("income.lifted") // _WHOLE, share)
        share = np.maximum(share, p.number("income.floor") + place // 256)
        under = self.poor & (self.below(_WHOLE, POVERTY) < p.number("poor.income_poor"))
        poor_from, poor_to = p.number("income.poor_from"), p.number("income.poor_to")
        share = np.where(under, poor_from + self.below(poor_to - poor_from, POVERTY, 1), share)
        near = self.poor & ~under
        share = np.where(near, p.number("income.margin") + self.below(_WHOLE // 2, POVERTY, 2), share)
        self.income = share * line // _WHOLE

        threshold = open_from()
        cap = parameters("kernel1").number("gap_cap")
        self.gap = np.zeros((len(NEEDS), self.n), dtype=np.int64)
        hidden = np.zeros_like(self.gap, dtype=np.bool_)
        chances = p.numbers("poor.need", len(NEEDS))
        for need in range(len(NEEDS)):
            stream = FURTHER + need
            here = self.poor & (self.below(_WHOLE, stream) < chances[need])
            self.gap[need] = np.where(here, self.severity(stream), 0)
            hidden[need] = here & (self.below(_WHOLE, stream, 2) < p.number("poor.unrecorded"))
        main = self.choose(p.numbers("poor.main_need", len(COUNTED)), MAIN)
        rows = np.flatnonzero(near)
        self.gap[main[rows], rows] = self.severity(MAIN)[rows]
        hidden[main[rows], rows] = False
        # an income under the line and an open livelihood are one thing in two units
        yuan = parameters("kernel1").number("livelihood_yuan")
        lacking = -((self.income - p.number("income.margin") * line // _WHOLE) // yuan)
        self.gap[Need.LIVELIHOOD] = np.where(under, np.clip(lacking, threshold, cap), self.gap[Need.LIVELIHOOD])
        hidden[Need.LIVELIHOOD] &= ~under
        shaky = self.exited & ~self.poor & (self.below(_WHOLE, SHAKY) < p.number("poor.shaky"))
        self.gap[Need.LIVELIHOOD] = np.where(shaky, self.severity(SHAKY), self.gap[Need.LIVELIHOOD])
        self.record = np.where(hidden | self.wrong | self.missed, 0, self.gap)

    def approvals(self) -> Int:
        p = self.p
        ones = np.ones(self.n, dtype=np.int64)
        score = self.poor * p.number("approval.need") + self.below(_WHOLE, APPROVE)
        against = self.take(ones.astype(np.bool_), score, _BP - self.profile["approving_bp"], ones)
        yes = p.number("approval.yes_from") + self.below(p.number("approval.yes_span"), LEVEL)
        no = p.number("approval.no_from") + self.below(p.number("approval.no_span"), LEVEL)
        return np.where(against, no, yes)

    def columns(self) -> Columns:
        self.people()
        self.register()
        self.incomes_and_gaps()
        cause = np.where(self.registered, self.choose(self.p.numbers("people.causes"), CAUSE), 0)
        approval = self.approvals()

        def small(values: NDArray[Any]) -> NDArray[np.uint8]:
            return np.ascontiguousarray(values.astype(np.uint8))

        return Columns(
            offsets=self.offsets,
            size=small(self.size),
            labour=small(self.labour),
            income=self.income.astype(np.int32),
            gap=small(self.gap),
            record=small(self.record),
            cause=small(cause),
            registered=self.registered,
            exited=self.exited,
            approval=small(approval),
            approval_base=small(approval),
        )
