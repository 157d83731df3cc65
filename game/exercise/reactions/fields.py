"""What a week's work means for the villages, added up in arrays and handed on in one event."""

from __future__ import annotations

from itertools import compress

import numpy as np
from numpy.typing import NDArray

from game.county.place import NEEDS
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.state import State

Int = NDArray[np.int64]
FEW = 40
"""Villages up to which lists are faster than arrays."""
_NAMES = (*(f"effort:{need}" for need in NEEDS), *(f"paper:{need}" for need in NEEDS), "reveal", "goodwill")


def part(amount: int, weights: Int) -> Int:
    """Return an amount shared out by weight, whole; equal shares where nothing weighs, the rest to the heaviest."""
    if weights.ndim == 1 and weights.size <= FEW:
        return _part_of_few(amount, weights.tolist())
    whole = int(weights.sum())
    if whole <= 0:
        weights = np.ones_like(weights)
        whole = weights.size
    # Columns picked from a table keep the order of its memory: a flat view exists only of rows laid one after another
    given: Int = np.ascontiguousarray(amount * weights // whole)
    flat = given.reshape(-1)
    if flat.size:
        flat[int(weights.argmax())] += amount - int(flat.sum())
    return given


def _part_of_few(amount: int, weights: list[int]) -> Int:
    whole = sum(weights)
    if whole <= 0:
        weights = [1] * len(weights)
        whole = len(weights)
    given = [amount * weight // whole for weight in weights]
    if given:
        given[weights.index(max(weights))] += amount - sum(given)
    return np.array(given, dtype=np.int64)


def parts(amounts: Int, weights: Int, sizes: Int) -> Int:
    """Return `part` of several amounts at once, each among villages of its own, at least one.

    The villages of one amount after the other are the last axis of `weights`, so many of `sizes` [T] for each of
    `amounts` [T].
    """
    table = weights.reshape(-1, weights.shape[-1])
    starts = np.cumsum(sizes) - sizes
    whole = np.add.reduceat(table, starts, axis=1).sum(axis=0)
    if whole.min(initial=1) <= 0:
        nothing = whole <= 0
        table = np.where(np.repeat(nothing, sizes), 1, table)
        whole = np.where(nothing, sizes * len(table), whole)
    given: Int = np.repeat(amounts, sizes) * table // np.repeat(whole, sizes)
    tops = np.maximum.reduceat(table, starts, axis=1)
    row = tops.argmax(axis=0)
    heaviest = table[np.repeat(row, sizes), np.arange(table.shape[1])] == np.repeat(tops.max(axis=0), sizes)
    places = np.flatnonzero(heaviest)
    rest = amounts - np.add.reduceat(given, starts, axis=1).sum(axis=0)
    given[row, places[np.searchsorted(places, starts)]] += rest
    return given.reshape(weights.shape)


class Fields:
    """The villages' week while it is added up: gap points worked off, points on paper, records put right, goodwill."""

    def __init__(self, state: State) -> None:
        villages = len(state.county.villages)
        self.state = state
        self.gaps: Int = state.sums.gaps
        self.recorded: Int = state.sums.recorded_gaps
        self.homes: Int = state.sums.households
        self.effort: Int = np.zeros((len(NEEDS), villages), dtype=np.int64)
        self.paper: Int = np.zeros((len(NEEDS), villages), dtype=np.int64)
        self.reveal: Int = np.zeros(villages, dtype=np.int64)
        self.goodwill: Int = np.zeros(villages, dtype=np.int64)
        self.boost: Int = np.full(villages, 1000, dtype=np.int64)
        """Per mille by which a village draws its township's attention; contracts raise it."""

    def work_off(self, need: int, points: int, rows: Int) -> None:
        """Add true work on a need, spread over villages by the gaps on record."""
        if points > 0 and rows.size == 1:
            self.effort[need, rows[0]] += points
        elif points > 0 and rows.size:
            self.effort[need, rows] += part(points, self.recorded[need, rows] * self.boost[rows])

    def write_off(self, need: int, points: int, rows: Int) -> None:
        """Take points of a need off the record of villages."""
        if points > 0 and rows.size == 1:
            self.paper[need, rows[0]] += points
        elif points > 0 and rows.size:
            self.paper[need, rows] += part(points, self.recorded[need, rows])

    def help_all(self, points: int, rows: Int) -> None:
        """Add true work spread over all needs of villages by the gaps on record."""
        if points > 0 and rows.size:
            self.effort[:, rows] += part(points, self.recorded[:, rows] * self.boost[rows])

    def put_right(self, households: int, rows: Int) -> None:
        """Put the records of so many households right, spread over villages by size."""
        if households > 0 and rows.size:
            each = part(households, self.homes[rows])
            self.reveal[rows] += each * 1000 // np.maximum(self.homes[rows], 1)

    def please(self, thousandths: int, rows: Int) -> None:
        """Push approval in villages by thousandths of a point."""
        if thousandths and rows.size:
            self.goodwill[rows] += thousandths

    def event(self) -> tuple[ev.Event, ...]:
        """Return the one event that queues all of it; nothing where nothing came of the week."""
        week = np.vstack((self.effort, self.paper, np.minimum(self.reveal, 1000), self.goodwill)).T.tolist()
        rows: dict[str, dict[str, int]] = {}
        for village in self.state.county.villages:
            values = week[village.index]
            if row := dict(compress(zip(_NAMES, values, strict=True), values)):
                rows[village.id] = row
        return (trusted.queued_many(rows=rows),) if rows else ()
