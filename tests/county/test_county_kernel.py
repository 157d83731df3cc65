"""One week of households: pure, whole-numbered, and true to what effort and paper mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from game.county.columns import Columns, village_rows
from game.county.kernel import KERNELS, UnknownKernelError, WeekInputs, step
from game.county.place import Need
from game.county.standard import recorded_poor
from game.county.sums import village_sums
from game.county.week1 import by_village, pour

LINE = 3218
SEVEN = st.tuples(*[st.integers(0, 3000)] * 7)
VILLAGE = st.integers(0, 34)


def week(**changes: object) -> WeekInputs:
    return WeekInputs(**({"key": 12345, "day": 7, "line": LINE} | changes))


@st.composite
def weeks(draw: st.DrawFn) -> WeekInputs:
    def table(values: st.SearchStrategy) -> dict:
        return draw(st.dictionaries(VILLAGE, values, max_size=6))

    return week(
        kernel=draw(st.sampled_from(sorted(KERNELS))),
        key=draw(st.integers(0, 2**63 - 1)),
        effort=table(SEVEN),
        paper=table(SEVEN),
        reveal=table(st.integers(0, 1000)),
        shocks=table(SEVEN),
        income=table(st.integers(0, 500_000)),
        goodwill=table(st.integers(-20_000, 20_000)),
        honesty=table(st.integers(0, 1000)),
        exits=draw(st.booleans()),
    )


@settings(max_examples=40, deadline=None)
@given(weeks())
def test_ranges_and_conservation(columns: Columns, inputs: WeekInputs) -> None:
    """No week makes or loses persons or rows, or leaves a column outside its range; the input is untouched."""
    before = columns.digest()
    after = step(columns, inputs)
    assert columns.digest() == before
    for name in ("offsets", "size", "labour"):
        assert np.array_equal(getattr(after, name), getattr(columns, name))
    assert after.gap.max() <= 150
    assert after.record.max() <= 150
    assert after.approval.max() <= 100
    assert after.approval_base.max() <= 100
    assert after.income.min() >= 0
    assert after.cause.max() <= 13
    assert not (after.exited & ~after.registered).any()
    assert int(village_sums(after, LINE).persons.sum()) == int(columns.size.sum())


@settings(max_examples=25, deadline=None)
@given(weeks())
def test_same_inputs_same_week(columns: Columns, inputs: WeekInputs) -> None:
    """A week repeats bit for bit, also after its inputs went through JSON."""
    again = WeekInputs.model_validate_json(inputs.model_dump_json())
    assert again == inputs
    assert step(columns, inputs).digest() == step(columns, again).digest()


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(VILLAGE, SEVEN, min_size=1, max_size=8), st.integers(0, 2**63 - 1))
def test_effort_works_off_exactly_its_points(columns: Columns, effort: dict, key: int) -> None:
    """Effort lowers the true gaps of its villages by its points or by all there is, and only open ones."""
    idle = step(columns, week(key=key))
    done = step(columns, week(key=key, effort=effort))
    village = village_rows(columns.offsets)
    # a household struck in this very week may lose its fresh gain; look at the villages without one
    struck = (idle.gap != columns.gap).any(axis=0)
    worked = columns.gap.astype(int) - done.gap
    for index, points in effort.items():
        rows = village == index
        for need in range(7):
            if struck[rows].any():
                continue
            room = int(columns.gap[need, rows][columns.gap[need, rows] >= 40].sum())
            assert int(worked[need, rows].sum()) == min(points[need], room)
    others = ~np.isin(village, list(effort)) & ~struck
    assert (worked[:, others] == 0).all()


def test_effort_closes_needs_and_is_written_down(columns: Columns) -> None:
    """Enough effort leaves no counted need open, and the record shows no need the household no longer has."""
    effort = dict.fromkeys(range(columns.villages), (100_000,) * 7)
    done = step(columns, week(effort=effort))
    sums, before = village_sums(done, LINE), village_sums(columns, LINE)
    assert sums.gaps.sum() <= before.gaps.sum() // 100
    assert sums.poor_persons.sum() < before.poor_persons.sum() // 5
    assert (done.record <= np.maximum(done.gap, 39)).all()
    assert done.approval.astype(int).sum() > columns.approval.astype(int).sum()


def test_help_reaches_the_recorded_first(columns: Columns) -> None:
    """Households nobody has written down are served last: finding them is worth something."""
    need = int(Need.LIVELIHOOD)
    hidden = (columns.gap[need] >= 40) & (columns.record[need] < 40)
    known = (columns.record[need] >= 40) & (columns.gap[need] >= 40)
    village = village_rows(columns.offsets)
    index = next(
        i for i in range(columns.villages) if (hidden & (village == i)).any() and known[village == i].sum() > 2
    )
    done = step(columns, week(effort={index: (0, 0, 0, 0, 0, 0, 60)}))
    assert (done.gap[need, hidden & (village == index)] >= columns.gap[need, hidden & (village == index)]).all()
    assert done.gap[need, known & (village == index)].sum() < columns.gap[need, known & (village == index)].sum()


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(VILLAGE, SEVEN, min_size=1, max_size=8), st.integers(0, 2**63 - 1))
def test_paper_never_changes_the_truth(columns: Columns, paper: dict, key: int) -> None:
    """Paper improves the record, by at most its points, and leaves gap and income as they would be."""
    idle = step(columns, week(key=key))
    done = step(columns, week(key=key, paper=paper))
    assert np.array_equal(done.gap, idle.gap)
    assert np.array_equal(done.income, idle.income)
    assert (done.record <= np.maximum(idle.record, done.gap)).all()
    taken = int(columns.record.astype(int).sum() - done.record.astype(int).sum())
    assert taken <= sum(map(sum, paper.values()))
    assert int(done.approval.astype(int).sum()) <= int(idle.approval.astype(int).sum())


def test_paper_misleads_the_register(columns: Columns) -> None:
    """Cleared on paper, households are lifted by the record while they stay poor: wrong exits."""
    paper = dict.fromkeys(range(columns.villages), (100_000,) * 7)
    done = step(columns, week(paper=paper, exits=True))
    before, after = village_sums(columns, LINE), village_sums(done, LINE)
    assert after.recorded_persons.sum() < before.recorded_persons.sum()
    assert after.wrong_persons.sum() > 2 * before.wrong_persons.sum()


def test_reveal_puts_the_record_right(columns: Columns) -> None:
    """Where every household is looked at, record and truth agree, and the missed come onto the register."""
    done = step(columns, week(reveal=dict.fromkeys(range(columns.villages), 1000), exits=True))
    assert np.array_equal(done.record, done.gap)
    sums = village_sums(done, LINE)
    assert sums.missed_persons.sum() == 0
    assert sums.wrong_persons.sum() == 0
    assert np.array_equal(done.registered & ~done.exited, recorded_poor(done, LINE))


def test_the_register_moves_only_when_it_is_managed(columns: Columns) -> None:
    """Without dynamic management nobody is lifted, returned or registered."""
    done = step(columns, week(reveal=dict.fromkeys(range(columns.villages), 1000)))
    assert np.array_equal(done.registered, columns.registered)
    assert np.array_equal(done.exited, columns.exited)


def test_shocks_strike_as_often_as_said(full_columns: Columns) -> None:
    """2,000 strikes per 100,000 households open about 2 % new gaps of that need and no other."""
    shocks = dict.fromkeys(range(full_columns.villages), (0, 2000, 0, 0, 0, 0, 0))
    idle, done = step(full_columns, week()), step(full_columns, week(shocks=shocks))
    changed = (done.gap != idle.gap).sum(axis=1)
    opened = int((done.gap[Need.WATER] >= 40).sum() - (idle.gap[Need.WATER] >= 40).sum())
    assert 780 < opened < 1000
    assert changed[[0, 2, 3, 4, 5, 6]].sum() < 20
    assert done.approval.astype(int).sum() < idle.approval.astype(int).sum()


def test_honesty_decides_what_the_record_learns(full_columns: Columns) -> None:
    """An honest chain writes new gaps down, a dishonest one does not."""
    villages = range(full_columns.villages)
    shocks = dict.fromkeys(villages, (0, 2000, 0, 0, 0, 0, 0))
    idle = step(full_columns, week())
    water = []
    for told in (0, 500, 1000):
        done = step(full_columns, week(shocks=shocks, honesty=dict.fromkeys(villages, told)))
        water.append(int((done.record[1] >= 40).sum() - (idle.record[1] >= 40).sum()))
    assert water[0] < 20
    assert 350 < water[1] < 550
    assert water[2] > 780


def test_income_lifts_those_under_the_line_first(columns: Columns) -> None:
    """Jobs go to workers of poor households; the village's total is not exceeded."""
    done, idle = step(columns, week(income={2: 60_000})), step(columns, week())
    rows = village_rows(columns.offsets) == 2
    gained = (done.income.astype(int) - idle.income) * columns.size
    assert 0 < gained[rows].sum() <= 60_000
    assert (gained[~rows] == 0).all()
    served = gained > 0
    assert (columns.labour[served] > 0).all()
    workers = rows & (columns.labour > 0) & (idle.income < LINE)
    assert served[workers].sum() >= min(int(workers.sum()), 2)


@pytest.mark.parametrize("push", [3000, 250, -250, -3000])
def test_goodwill_pushes_approval_by_its_thousandths(columns: Columns, push: int) -> None:
    """Goodwill moves the mean approval by that many thousandths of a point, up or down."""
    done = step(columns, week(goodwill=dict.fromkeys(range(columns.villages), push)))
    idle = step(columns, week())
    moved = 1000 * int(done.approval.astype(int).sum() - idle.approval.astype(int).sum()) // columns.households
    assert abs(moved - push) < 60


def test_a_quiet_year_is_quiet(full_columns: Columns) -> None:
    """Without any governance truth drifts by less than half a point of incidence in a year (relapse 0.1-1 %)."""
    now = full_columns
    for number in range(52):
        now = step(now, week(key=number, day=7 * number, exits=number % 4 == 0))
    before, after = village_sums(full_columns, LINE), village_sums(now, LINE)
    moved = int(after.poor_persons.sum() - before.poor_persons.sum()) * 10_000 // int(after.persons.sum())
    assert abs(moved) < 50
    struck = ((now.gap >= 40) & (full_columns.gap < 40)).any(axis=0).sum()
    assert 0.001 < struck / now.households < 0.01


def test_who_falls_under_the_line_has_an_open_livelihood(full_columns: Columns) -> None:
    """Kernel 2 opens the livelihood of every home under the line, on record as honestly as the place is; 1 did not."""
    higher = LINE * 5 // 4
    for honesty, version in ((0, 2), (1000, 2), (1000, 1)):
        now = step(
            full_columns,
            week(kernel=version, line=higher, honesty=dict.fromkeys(range(full_columns.villages), honesty)),
        )
        under = now.income < higher
        open_now = now.gap[Need.LIVELIHOOD] >= 40
        fresh = under & (full_columns.gap[Need.LIVELIHOOD] < 40)
        assert fresh.any()
        if version == 1:
            assert not open_now[fresh].all()
            continue
        assert open_now[under].all()
        safe = now.income + 15 * now.gap[Need.LIVELIHOOD].astype(int)
        assert (safe[fresh] >= higher).all()
        told = now.record[Need.LIVELIHOOD][fresh] >= 40
        assert told.all() if honesty else not told[full_columns.record[Need.LIVELIHOOD][fresh] == 0].any()


def test_expectations_settle_half_way(full_columns: Columns) -> None:
    """Kernel 2: a county that does nothing for its people is thought of less each year; in kernel 1 it was not."""
    means = {}
    for version in (1, 2):
        now = full_columns
        for number in range(208):
            now = step(now, week(kernel=version, key=number, day=7 * number))
        means[version] = now.approval.mean()
    assert means[2] < means[1] - 2


def test_unknown_kernel_is_refused(columns: Columns) -> None:
    """A week of a kernel this version lacks is refused by name, with the kernels it knows."""
    unknown = max(KERNELS) + 1
    with pytest.raises(UnknownKernelError, match=rf"kernel {unknown}.*knows: 1, 2"):
        step(columns, week(kernel=unknown))


@pytest.mark.parametrize(
    "bad", [{"effort": {35: (1,) * 7}}, {"reveal": {-1: 5}}, {"effort": {0: (-1, 0, 0, 0, 0, 0, 0)}}]
)
def test_impossible_weeks_are_refused(columns: Columns, bad: dict) -> None:
    """A village the county does not have, or a negative amount, is an error and not a silent loss."""
    with pytest.raises(ValueError, match=r"village|negative"):
        step(columns, week(**bad))


@pytest.mark.parametrize("bad", [{"line": 3.5}, {"effort": {0: (1, 2)}}, {"weather": 1}, {"exits": "yes"}])
def test_inputs_are_strict(bad: dict) -> None:
    """Fractions, short tables and unknown fields never get into a journal."""
    with pytest.raises(ValidationError):
        week(**bad)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 99), st.integers(0, 150)), max_size=40),
    st.lists(st.integers(0, 900), min_size=4, max_size=4),
)
def test_pour_against_a_loop(rows: list, amounts: list) -> None:
    """Pouring equals serving one by one in the order of tier and luck."""
    group, tier, luck, room = (np.array([r[i] for r in rows], dtype=np.int64) for i in range(4))
    given_points = pour(np.array(amounts, dtype=np.int64), group.astype(np.intp), tier, luck, room)
    left, expected = list(amounts), [0] * len(rows)
    for i in sorted(range(len(rows)), key=lambda i: (rows[i][0], rows[i][1], rows[i][2], i)):
        expected[i] = min(left[rows[i][0]], rows[i][3])
        left[rows[i][0]] -= expected[i]
    assert given_points.tolist() == expected


def test_by_village_fills_with_its_default() -> None:
    """Villages that are not named get the default."""
    assert by_village({1: 5}, 3, 7).tolist() == [7, 5, 7]
    assert by_village({}, 2).tolist() == [0, 0]
