"""The score: exact shares, sane measures on any game, evidence that can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots.table import Table
from game.exercise.scoring import FULL, MEASURES, Measured, _weights, apportion, load_measures, score, share
from game.exercise.scoring.base import EVIDENCE
from game.exercise.state import TABLES, State
from game.scenario.model import Criterion
from game.session.library import load_scenario
from game.session.session import Session

UNIT_RANGES = {
    "permille": (-1000, 1000),
    "bp": (-10_000, 10_000),
    "days": (0, 400),
    "day": (0, 400),
    "count": (0, 10_000),
}
FRESH_ZERO = {"incidence_true_drop", "friction_cut", "gaps_closed_true", "problems_cured", "decisions_credit"}
"""Measures of what was achieved: before anything is done they are nothing or nought."""


def _played(name: str, policy: str, turns: int | None) -> Iterator[State]:
    with Session.create(None, dict(load_scenario(name).bundle), seed=21) as session:
        table = Table(session, policy)
        table.open()
        while session.state.session.state == "running" and (turns is None or session.state.turn < turns):
            table.advance()
        yield session.state


@pytest.fixture(
    scope="module",
    params=[("first-order", "integrated", None), ("hundred-days", "routine", 6), ("hundred-days", "integrated", 6)],
    ids=str,
)
def state(request: pytest.FixtureRequest) -> Iterator[State]:
    """A game that has been played for a while."""
    yield from _played(*request.param)


@pytest.fixture(scope="module", params=["first-order", "hundred-days"])
def fresh(request: pytest.FixtureRequest) -> Iterator[State]:
    """A game nobody has touched."""
    with Session.create(None, dict(load_scenario(request.param).bundle), seed=21) as session:
        yield session.state


# Arithmetic


@given(total=st.integers(0, 5000), weights=st.dictionaries(st.text(max_size=3), st.integers(0, 300), max_size=12))
def test_shares_sum_to_the_whole_exactly(total: int, weights: dict[str, int]) -> None:
    """No tenth of a point is lost or made, and each part is within one of its exact share."""
    parts = apportion(total, weights)
    whole = sum(weights.values())

    assert list(parts) == list(weights)
    assert sum(parts.values()) == (total if whole else 0)
    for key, part in parts.items():
        assert abs(part * whole - total * weights[key]) < max(1, whole)
        assert part == 0 or weights[key] > 0


@given(value=st.integers(-5000, 5000), zero=st.integers(-2000, 2000), full=st.integers(-2000, 2000))
def test_credit_runs_from_nothing_to_all(value: int, zero: int, full: int) -> None:
    """0 at `zero`, 1000 at `full`, never outside, whichever way is better."""
    credit = share(value, zero, full)

    assert 0 <= credit <= 1000
    assert share(full, zero, full) == 1000
    if zero != full:
        assert share(zero, zero, full) == 0


@given(
    first=st.integers(-3000, 3000),
    second=st.integers(-3000, 3000),
    zero=st.integers(-900, 900),
    full=st.integers(-900, 900),
)
def test_credit_never_falls_on_the_way_to_full(first: int, second: int, zero: int, full: int) -> None:
    """A value nearer to `full` earns at least as much."""
    low, high = sorted((first, second))
    near, far = (high, low) if full >= zero else (low, high)

    assert share(near, zero, full) >= share(far, zero, full)


RUBRIC = st.lists(
    st.tuples(st.sampled_from(["outcome", "action", "people"]), st.integers(1, 40)), min_size=1, max_size=12
).map(
    lambda rows: tuple(
        Criterion(id=f"r{i}", group=group, measure="approval", name="行", weight=weight)
        for i, (group, weight) in enumerate(rows)
    )
)  # fmt: skip


@given(rubric=RUBRIC, data=st.data())
def test_weights_of_unmeasured_lines_stay_in_their_group(rubric: tuple[Criterion, ...], data: st.DataObject) -> None:
    """All weights sum to the full score; a group keeps its share while one of its lines is measured."""
    measured = set(data.draw(st.lists(st.sampled_from([line.id for line in rubric]), min_size=1)))
    weights = _weights(rubric, measured)

    assert set(weights) == measured
    assert sum(weights.values()) == FULL
    alive = {line.group for line in rubric if line.id in measured}
    if alive == {line.group for line in rubric}:
        whole = sum(line.weight for line in rubric)
        for group in alive:
            meant = sum(line.weight for line in rubric if line.group == group)
            got = sum(weights[line.id] for line in rubric if line.id in measured and line.group == group)
            assert abs(got * whole - FULL * meant) < whole


def test_nothing_measured_gives_no_weights() -> None:
    """A rubric of which nothing can be measured scores nothing, without an exception."""
    assert _weights((Criterion(id="a", group="people", measure="approval", name="行", weight=3),), set()) == {}


# Measures


def test_every_measure_of_the_catalogue_has_a_function() -> None:
    """What a rubric may name can be measured, and nothing is measured that no rubric may name."""
    assert set(MEASURES) == set(load_measures())


@pytest.mark.parametrize("name", list(MEASURES))
def test_a_measure_is_sane_on_a_played_game(state: State, name: str) -> None:
    """Each measure gives a value of its unit's range, or says that there is nothing to measure, for room and seats."""
    for seat in (None, *state.seats):
        measured = MEASURES[name](state, seat)
        if measured is None:
            continue
        low, high = UNIT_RANGES.get(load_measures()[name].unit, (-100_000, 100_000))
        assert isinstance(measured, Measured)
        assert type(measured.value) is int
        assert low <= measured.value <= high


@pytest.mark.parametrize("name", list(MEASURES))
def test_a_measure_is_calm_on_an_untouched_game(fresh: State, name: str) -> None:
    """Before the first turn a measure neither raises nor credits what nobody has done."""
    measured = MEASURES[name](fresh, None)

    assert measured is None or type(measured.value) is int
    if name in FRESH_ZERO and measured is not None:
        assert measured.value == 0
    bare = replace(fresh, history=(), orders={}, problems={}, contracts={}, partners={}, injects={}, visits={})
    MEASURES[name](bare, None)


def test_the_score_adds_up(state: State) -> None:
    """Lines sum to the total, weights to the full score, no line above its weight, for room and seats."""
    for seat in (None, *state.seats):
        marks = score(state, seat)

        assert 0 <= marks.total <= FULL
        assert marks.total == sum(line.points for line in marks.lines)
        assert sum(line.weight for line in marks.lines) == FULL
        assert all(0 <= line.points <= line.weight for line in marks.lines)
        assert {line.id for line in marks.lines} <= {line.id for line in state.scenario.rubric}


def test_an_untouched_game_can_be_scored(fresh: State) -> None:
    """The score is there from the start, and doing nothing earns no credit for action."""
    marks = score(fresh)

    assert 0 <= marks.total <= FULL
    assert sum(line.weight for line in marks.lines) == FULL


def test_evidence_can_be_opened(state: State) -> None:
    """Each piece of evidence names something that exists and a command of the journal, newest first, not too many."""
    known = {key for table in TABLES for key in getattr(state, table)}
    cited = 0
    for seat in (None, *state.seats):
        for line in score(state, seat).lines:
            cited += len(line.evidence)
            assert len(line.evidence) <= EVIDENCE
            assert [seq for _, seq in line.evidence] == sorted((seq for _, seq in line.evidence), reverse=True)
            for ref, seq in line.evidence:
                assert ref in known, ref
                assert 0 <= seq <= state.seq
    assert cited


def test_a_seat_is_scored_for_its_own_orders(state: State) -> None:
    """The clarity of somebody else's orders changes nothing for a seat that gave none."""
    giver = {o.issuer for o in state.orders.values()}
    for seat in state.seats:
        measured = MEASURES["order_clarity"](state, seat)
        assert (measured is None) == (seat not in giver)


def test_presence_is_not_scored(state: State) -> None:
    """How many commands a seat gave does not enter the score."""
    seats = {key: replace(seat, gave={}, attention=0, ready=True) for key, seat in state.seats.items()}
    quiet = replace(state, seats=seats)
    for line, other in zip(score(state).lines, score(quiet).lines, strict=True):
        if line.measure != "seat_goals":
            assert line == other


# The ways of getting paper past the score


def test_signed_off_on_paper_is_not_cured(state: State) -> None:
    """Problems closed without their root cured earn nothing for cure, however many they are."""
    faked = {key: replace(p, state="closed", done=0, on_paper=True) for key, p in state.problems.items()}
    fake = replace(state, problems=faked)

    assert MEASURES["problems_cured"](fake, None).value == 0
    assert MEASURES["rectified_true"](fake, None).value == 0


def test_an_order_reported_but_not_done_is_not_on_time(state: State) -> None:
    """An accepted report without the work behind it is no fulfilled order."""
    orders = {
        key: replace(o, state="accepted", reported=o.amount, done=0, deadline=min(o.deadline, state.day))
        for key, o in state.orders.items()
        if o.amount
    }
    measured = MEASURES["orders_on_time"](replace(state, orders=orders), None)

    assert measured is not None
    assert measured.value == 0
