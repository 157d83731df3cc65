"""The loops of `week1_fast`, compiled by numba: every village by itself, part after part in the order of `week1`.

Short loops that write one array each, because the compiler turns only those into vector instructions. Types are
mixed by explicit casts only: numba makes a float of uint64 with int64.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from game.county.draws import _GOLDEN, _MIX_A, _MIX_B
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
)

Ints = NDArray[np.int64]

GOLDEN, MIX_A, MIX_B = np.uint64(_GOLDEN), np.uint64(_MIX_A), np.uint64(_MIX_B)
S30, S27, S31, S32, S16, S48 = (np.uint64(shift) for shift in (30, 27, 31, 32, 16, 48))
LOW16, LOW20, LOW32 = (np.uint64((1 << bits) - 1) for bits in (16, 20, 32))
MILLE, GROWTHS, STRIKES, MILLION = (np.uint64(n) for n in (1000, GROWTH_BASE, STRIKE_BASE, 1_000_000))
NEED_COUNT = APPROVAL = len(NEEDS)
"""The stream of approval comes after those of week1, by the number of needs."""
MOVE, LIVELIHOOD = int(Need.RELOCATION), int(Need.LIVELIHOOD)
PLACE_BITS = 32
PLACE = (1 << PLACE_BITS) - 1
"""A queue keeps a row's place in the low bits and its luck above: sorted, equal luck stays in row order."""
MOST = int(np.iinfo(np.int32).max)
compiled: Any = njit(cache=True, nogil=True, error_model="numpy")


class Numbers(NamedTuple):
    """What is the same for every village of a week; the rules' names are those of `week1.Rules`."""

    open_gap: int
    gap_cap: int
    livelihood_yuan: int
    relocation_yuan: int
    job_yuan: int
    idle_growth: int
    able_growth: int
    severity_from: int
    severity_span: np.uint64
    screening: int
    closed: int
    opened: int
    papered: int
    grudge: int
    fade: int
    year: int
    anchor: int
    line: int
    safe: int
    """Yuan a plan for a home under the line aims at; 0 where incomes sink unseen."""
    edge: int
    """Thousandths of a yuan: who earns less may be given a job."""
    exits: bool
    base: Ints
    base_registered: Ints
    cut: Ints
    causes: Ints
    starts: NDArray[np.uint64]
    """Start word of each stream."""


class Tables(NamedTuple):
    """What the week brings, by village: [7, V] or [V]."""

    effort: Ints
    paper: Ints
    extra: Ints
    jobs: Ints
    honesty: Ints
    seen: Ints
    goodwill: Ints


class Rows(NamedTuple):
    """The columns while they change: copies of those of `Columns`."""

    size: NDArray[np.uint8]
    labour: NDArray[np.uint8]
    income: NDArray[np.int32]
    gap: NDArray[np.uint8]
    record: NDArray[np.uint8]
    cause: NDArray[np.uint8]
    registered: NDArray[np.bool_]
    exited: NDArray[np.bool_]
    approval: NDArray[np.uint8]
    approval_base: NDArray[np.uint8]


class Scratch(NamedTuple):
    """Room for one village's household figures, of its own for every call."""

    income: Ints
    mood: Ints
    luck: NDArray[np.uint64]
    rows: Ints
    tier: Ints
    room: Ints
    given: Ints
    queue: Ints
    point: Ints
    open: NDArray[np.bool_]
    hidden: NDArray[np.bool_]


@compiled
def _word(start: Any, row: Any) -> Any:
    z = np.uint64(row) * GOLDEN + start
    z = (z ^ (z >> S30)) * MIX_A
    z = (z ^ (z >> S27)) * MIX_B
    return z ^ (z >> S31)


@compiled
def _of_mille(word: Any, shift: Any) -> Any:
    return np.int64((((word >> shift) & LOW16) * MILLE) >> S16)


@compiled
def _sift(heap: Any, many: int, at: int) -> None:
    """Let the number at `at` sink to where it is not greater than its two followers."""
    moved = heap[at]
    while 2 * at + 1 < many:
        below = 2 * at + 1
        if below + 1 < many and heap[below + 1] < heap[below]:
            below += 1
        if heap[below] >= moved:
            break
        heap[at] = heap[below]
        at = below
    heap[at] = moved


@compiled
def _pour(s: Any, amount: int, many: int, start: Any, times: int, plus: int) -> None:
    """Fill `given` as `week1.pour` does; only the tier that runs dry needs an order, and only as far as it lasts."""
    rows, tier, room, given, queue = s.rows, s.tier, s.room, s.given, s.queue
    dry = 0
    while dry <= UNKNOWN:
        wanted = 0
        for i in range(many):
            wanted += room[i] if tier[i] == dry else 0
        if wanted > amount:
            break
        amount -= wanted
        dry += 1
    for i in range(many):
        given[i] = room[i] if tier[i] < dry else 0
    if amount == 0 or dry > UNKNOWN:
        return
    waiting = 0
    for i in range(many):
        if tier[i] == dry:
            luck = np.int64(_word(start, rows[i] * times + plus) & LOW20)
            queue[waiting] = (luck << PLACE_BITS) | i
            waiting += 1
    for at in range(waiting // 2 - 1, -1, -1):
        _sift(queue, waiting, at)
    while amount > 0:
        i = queue[0] & PLACE
        given[i] = min(room[i], amount)
        amount -= given[i]
        waiting -= 1
        queue[0] = queue[waiting]
        _sift(queue, waiting, 0)


@compiled
def _open(level: Any, limit: Any, rows: Any, lo: int) -> int:
    """Put the rows whose level is open into `rows` and return how many; written without a branch, which would guess."""
    many = 0
    for i in range(len(level)):
        rows[many] = lo + i
        many += int(level[i] >= limit)
    return many


@compiled
def _effort(k: Any, c: Any, s: Any, need: int, amount: int, lo: int, hi: int) -> None:
    gap, record, registered = c.gap[need], c.record[need], c.registered
    many = _open(gap[lo:hi], np.uint8(k.open_gap), s.rows, lo)
    for j in range(many):
        row = s.rows[j]
        known = KNOWN_REGISTERED if registered[row] else KNOWN
        s.tier[j] = known if record[row] >= k.open_gap else UNKNOWN
        s.room[j] = gap[row]
    _pour(s, amount, many, k.starts[EFFORT], NEED_COUNT, need)
    yuan = k.livelihood_yuan if need == LIVELIHOOD else k.relocation_yuan if need == MOVE else 0
    for j in range(many):
        points = s.given[j]
        if points > 0:
            row = s.rows[j]
            left = np.uint8(gap[row] - points)
            gap[row] = left
            record[row] = min(record[row], left)
            s.income[row - lo] += points * yuan
            if left < k.open_gap:
                s.mood[row - lo] += k.closed


@compiled
def _paper(k: Any, c: Any, s: Any, need: int, amount: int, lo: int, hi: int) -> None:
    gap, record, registered = c.gap[need], c.record[need], c.registered
    many = _open(record[lo:hi], np.uint8(k.open_gap), s.rows, lo)
    for j in range(many):
        row = s.rows[j]
        s.tier[j] = KNOWN_REGISTERED if registered[row] else KNOWN
        s.room[j] = record[row]
    _pour(s, amount, many, k.starts[PAPER], NEED_COUNT, need)
    for j in range(many):
        if s.given[j] > 0:
            row = s.rows[j]
            record[row] = np.uint8(record[row] - s.given[j])
            if gap[row] >= k.open_gap:
                s.mood[row - lo] -= k.papered


@compiled
def _strike(k: Any, c: Any, s: Any, t: Any, v: int, lo: int, hi: int) -> None:
    point, start = s.point, k.starts[STRIKE]
    for i in range(hi - lo):
        point[i] = np.int64(((_word(start, lo + i) & LOW32) * STRIKES) >> S32)
    anybody, poor = np.int64(0), np.int64(0)
    for need in range(NEED_COUNT):
        anybody += k.base[need] + t.extra[need, v]
        poor += k.base_registered[need] + t.extra[need, v]
    for i in range(hi - lo):
        row = lo + i
        if point[i] >= (poor if c.registered[row] else anybody):
            continue
        rates = k.base_registered if c.registered[row] else k.base
        struck, reached = 0, rates[0] + t.extra[0, v]
        while reached <= point[i]:
            struck += 1
            reached += rates[struck] + t.extra[struck, v]
        luck = _word(k.starts[SEVERITY], row)
        severity = k.severity_from + np.int64(((luck & LOW16) * k.severity_span) >> S16)
        before = np.int64(c.gap[struck, row])
        after = min(max(before, severity), k.gap_cap)
        c.gap[struck, row] = np.uint8(after)
        lost = s.income[i] * k.cut[struck] // 1000
        if struck == LIVELIHOOD:
            lost += (after - before) * k.livelihood_yuan
        s.income[i] = max(s.income[i] - lost, 0)
        if before < k.open_gap and after >= k.open_gap:
            s.mood[i] -= k.opened
            if c.cause[row] == 0:
                c.cause[row] = np.uint8(k.causes[struck])
        if _of_mille(luck, S16) < t.honesty[v]:
            c.record[struck, row] = np.uint8(after)


@compiled
def _jobs(k: Any, c: Any, s: Any, amount: int, lo: int, hi: int) -> None:
    gap, record = c.gap[LIVELIHOOD], c.record[LIVELIHOOD]
    labour, registered, rows = c.labour[lo:hi], c.registered[lo:hi], s.rows
    many = 0
    for i in range(hi - lo):
        rows[many] = lo + i
        many += int((labour[i] > 0) & (registered[i] | (s.income[i] * 1000 < k.edge)))
    for j in range(many):
        row = rows[j]
        s.tier[j] = 0 if s.income[row - lo] < k.line else 2 if c.exited[row] else 1
        s.room[j] = np.int64(c.labour[row]) * k.job_yuan
    _pour(s, amount, many, k.starts[JOBS], 1, 0)
    for j in range(many):
        row = s.rows[j]
        size = np.int64(c.size[row])
        each = s.given[j] // size if s.given[j] > 0 and size > 0 else 0
        s.income[row - lo] += each
        before = np.int64(gap[row])
        left = before - min(before, each // k.livelihood_yuan)
        if before >= k.open_gap and left < k.open_gap:
            s.mood[row - lo] += k.closed
        gap[row] = np.uint8(left)
        record[row] = min(record[row], np.uint8(left))


@compiled
def _drift(k: Any, c: Any, s: Any, lo: int, hi: int) -> None:
    income, luck, labour = s.income, s.luck, c.labour[lo:hi]
    for i in range(hi - lo):
        rate = k.able_growth if labour[i] > 0 else k.idle_growth
        noise = np.int64(((luck[i] >> S32) * GROWTHS) >> S32)
        income[i] += (income[i] * rate + noise) // GROWTH_BASE


@compiled
def _sink(k: Any, c: Any, s: Any, honesty: int, lo: int, hi: int) -> None:
    gap, record = c.gap[LIVELIHOOD, lo:hi], c.record[LIVELIHOOD, lo:hi]
    income, start, limit = s.income, k.starts[SINK], np.uint8(k.open_gap)
    for i in range(hi - lo):
        if income[i] < k.line and gap[i] < limit:
            lacking = -((income[i] - k.safe) // k.livelihood_yuan)
            lacking = min(max(lacking, k.open_gap), k.gap_cap)
            told = record[i] > 0 or _of_mille(_word(start, lo + i), np.uint64(0)) < honesty
            gap[i] = np.uint8(lacking)
            if told:
                record[i] = np.uint8(lacking)


@compiled
def _write_down(k: Any, c: Any, s: Any, found: int, seen: int, lo: int, hi: int) -> None:
    limit = np.uint8(k.open_gap)
    hidden, luck = s.hidden, s.luck
    for i in range(hi - lo):
        hidden[i] = False
    for need in range(NEED_COUNT):
        gap, record = c.gap[need, lo:hi], c.record[need, lo:hi]
        for i in range(hi - lo):
            hidden[i] |= (gap[i] >= limit) & (record[i] < limit)
    for i in range(hi - lo):
        screened = np.int64(((luck[i] & LOW16) * MILLION) >> S16) < found
        visited = np.int64((((luck[i] >> S16) & LOW16) * MILLION) >> S16) < seen
        hidden[i] = (hidden[i] & screened) | visited
    for i in range(hi - lo):
        if hidden[i]:
            for need in range(NEED_COUNT):
                c.record[need, lo + i] = c.gap[need, lo + i]


@compiled
def _approve(k: Any, c: Any, s: Any, push: int, lo: int, hi: int) -> None:
    limit, start = np.uint8(k.open_gap), k.starts[APPROVAL]
    hurt, mood, luck = s.open, s.mood, s.luck
    approval, base = c.approval[lo:hi], c.approval_base[lo:hi]
    whole = push // 1000
    rest = push - whole * 1000
    for i in range(hi - lo):
        hurt[i] = False
    for need in range(NEED_COUNT):
        gap = c.gap[need, lo:hi]
        for i in range(hi - lo):
            hurt[i] |= gap[i] >= limit
    for i in range(hi - lo):
        luck[i] = _word(start, lo + i)
    for i in range(hi - lo):
        was, aim = np.int64(approval[i]), np.int64(base[i])
        now = was + mood[i] + whole
        # the push's thousandths: the same as (push + draw) // 1000, without a division for each household
        now += np.int64(rest + _of_mille(luck[i], S32) >= 1000)
        now += (np.int64(aim > was) - np.int64(aim < was)) * np.int64(_of_mille(luck[i], np.uint64(0)) < k.fade)
        now -= np.int64(hurt[i] & (_of_mille(luck[i], S16) < k.grudge))
        approval[i] = np.uint8(min(max(now, 0), 100))
    anchored = k.anchor >= 0
    for i in range(hi - lo):
        fresh = (np.int64(approval[i]) + k.anchor) // 2 if anchored else np.int64(approval[i])
        base[i] = np.uint8(fresh) if _of_mille(luck[i], S48) < k.year else base[i]


@compiled
def _manage(k: Any, c: Any, s: Any, lo: int, hi: int) -> None:
    limit, poor, registered = np.uint8(k.open_gap), s.open, c.registered[lo:hi]
    gap, record, exited = c.gap[LIVELIHOOD, lo:hi], c.record[LIVELIHOOD, lo:hi], c.exited[lo:hi]
    for i in range(hi - lo):
        believed = (np.int64(gap[i]) - np.int64(record[i])) * k.livelihood_yuan
        poor[i] = believed + np.int64(np.int32(s.income[i])) < k.line
    for need in range(FIRST, LAST):
        level = c.record[need, lo:hi]
        for i in range(hi - lo):
            poor[i] |= level[i] >= limit
    for i in range(hi - lo):
        registered[i] |= poor[i]
    for i in range(hi - lo):
        exited[i] = registered[i] & (not poor[i])


@compiled
def _scratch(widest: int) -> Any:
    whole = np.empty((8, widest), dtype=np.int64)
    flags = np.empty((2, widest), dtype=np.bool_)
    luck = np.empty(widest, dtype=np.uint64)
    return Scratch(
        whole[0], whole[1], luck, whole[2], whole[3], whole[4], whole[5], whole[6], whole[7], flags[0], flags[1]
    )


@compiled
def villages(first: int, last: int, offsets: Any, k: Any, t: Any, c: Any) -> None:
    """Change the rows of the villages `first` to `last` - 1 by one week."""
    widest = np.int64(0)
    for v in range(first, last):
        widest = max(widest, np.int64(offsets[v + 1]) - np.int64(offsets[v]))
    s = _scratch(widest)
    for v in range(first, last):
        lo, hi = np.int64(offsets[v]), np.int64(offsets[v + 1])
        if lo == hi:
            continue
        income, earned, mood = c.income[lo:hi], s.income, s.mood
        for i in range(hi - lo):
            earned[i] = income[i]
        for i in range(hi - lo):
            mood[i] = 0
        for need in range(NEED_COUNT):
            if t.effort[need, v] > 0:
                _effort(k, c, s, need, t.effort[need, v], lo, hi)
        for need in range(NEED_COUNT):
            if t.paper[need, v] > 0:
                _paper(k, c, s, need, t.paper[need, v], lo, hi)
        _strike(k, c, s, t, v, lo, hi)
        start, luck = k.starts[DAILY], s.luck
        for i in range(hi - lo):
            luck[i] = _word(start, lo + i)
        _drift(k, c, s, lo, hi)
        if t.jobs[v] > 0:
            _jobs(k, c, s, t.jobs[v], lo, hi)
        if k.safe > 0:
            _sink(k, c, s, t.honesty[v], lo, hi)
        _write_down(k, c, s, t.honesty[v] * k.screening, t.seen[v], lo, hi)
        _approve(k, c, s, t.goodwill[v], lo, hi)
        if k.exits:
            _manage(k, c, s, lo, hi)
        for i in range(hi - lo):
            income[i] = np.int32(min(earned[i], MOST))
