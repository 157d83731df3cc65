"""三率一度: the sample is drawn as the rule says and the rates follow the formulas."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.county.columns import Columns
from game.county.draws import Draws
from game.county.evaluation import GATES, Tally, failed_gates, hold_evaluation, rates, shares
from game.county.kernel import WeekInputs, step
from game.county.place import County

PEOPLE = st.integers(0, 400_000)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    unregistered, lifted, asked = draw(PEOPLE), draw(PEOPLE), draw(st.integers(0, 1600))
    village = draw(st.integers(0, unregistered))
    sampled = draw(st.integers(0, lifted))
    return Tally(
        unlifted=draw(PEOPLE),
        lifted=lifted,
        unregistered=unregistered,
        sampled_lifted=sampled,
        sampled_wrong=draw(st.integers(0, sampled)),
        village_unregistered=village,
        found_missed=draw(st.integers(0, village)),
        asked=asked,
        approving=draw(st.integers(0, asked)),
    )


@given(tallies())
def test_rates_against_exact_fractions(t: Tally) -> None:
    """Each rate is the formula of the rule, cut to basis points on the county's side of the gate."""
    composite, wrong, missed, approval = rates(t)
    exact_wrong = Fraction(t.sampled_wrong, t.sampled_lifted) if t.sampled_lifted else Fraction(0)
    exact_missed = Fraction(t.found_missed, t.village_unregistered) if t.village_unregistered else Fraction(0)
    people = t.unlifted + t.lifted + t.unregistered
    exact = (t.unlifted + exact_wrong * t.lifted + exact_missed * t.unregistered) / max(people, 1)
    assert wrong == int(exact_wrong * 10_000)
    assert missed == int(exact_missed * 10_000)
    # whole persons are counted: at most two persons below the exact figure
    assert exact - Fraction(3, max(people, 1)) - Fraction(1, 10_000) < Fraction(composite, 10_000) <= exact
    exact_approval = Fraction(t.approving, t.asked) if t.asked else Fraction(1)
    assert (approval > 9000) == (exact_approval > Fraction(9, 10))
    assert (wrong < 200) == (exact_wrong < Fraction(2, 100))
    assert (missed < 200) == (exact_missed < Fraction(2, 100))


def test_every_gate_vetoes() -> None:
    """At the brink each gate alone fails the county; a county may pass three and fail the composite."""
    assert failed_gates(299, 199, 199, 9001) == ()
    assert failed_gates(300, 199, 199, 9001) == ("composite",)
    assert failed_gates(299, 200, 199, 9001) == ("wrong_exit",)
    assert failed_gates(299, 199, 200, 9001) == ("missed",)
    assert failed_gates(299, 199, 199, 9000) == ("approval",)
    assert failed_gates(300, 200, 200, 9000) == GATES


def test_sample_sizes(county: County, full_columns: Columns) -> None:
    """24-26 villages and 1,400-1,600 households, of many seeds."""
    for seed in range(12):
        figures = hold_evaluation(full_columns, county, Draws(seed), 90, evidence=0, line=3218)
        assert 24 <= len(figures.villages) <= 26
        assert len(set(figures.villages)) == len(figures.villages)
        assert 1400 <= figures.households <= 1600
        assert figures == hold_evaluation(full_columns, county, Draws(seed), 90, evidence=0, line=3218)


def test_a_small_county_is_sampled_whole(small_county: County, columns: Columns) -> None:
    """Where there is no more, the team sees what there is."""
    one = replace(small_county)
    figures = hold_evaluation(columns, one, Draws(1), 1, evidence=0)
    assert len(figures.villages) <= 26
    assert figures.households <= columns.households


def test_estimate_is_near_the_truth(county: County, full_columns: Columns) -> None:
    """Over many teams the mean wrong-exit rate is near the true 3 % and the omission rate below it by what is overlooked."""
    wrong = missed = approval = 0
    for seed in range(60):
        figures = hold_evaluation(full_columns, county, Draws(seed), 90, evidence=0, line=3218)
        wrong += figures.wrong_bp
        missed += figures.missed_bp
        approval += figures.approval_bp
    assert 240 < wrong // 60 < 360
    assert 60 < missed // 60 < 125
    assert 8500 < approval // 60 < 8900


def test_appeal_with_evidence_helps(county: County, full_columns: Columns) -> None:
    """Better evidence withdraws more doubtful households and never makes a rate worse."""
    held = [hold_evaluation(full_columns, county, Draws(3), 90, evidence=e, line=3218) for e in (0, 400, 1000)]
    assert held[0].appealed == 0
    assert 0 < held[1].appealed < held[2].appealed
    assert held[0].wrong_bp >= held[1].wrong_bp >= held[2].wrong_bp == 0
    assert held[2].missed_bp == 0
    assert held[0].composite_bp >= held[1].composite_bp >= held[2].composite_bp


def test_the_team_sees_truth_not_paper(county: County, full_columns: Columns) -> None:
    """Clearing the record on paper lowers no gate but raises the wrong exits found."""
    paper = dict.fromkeys(range(full_columns.villages), (100_000,) * 7)
    papered = step(full_columns, WeekInputs(key=1, day=7, line=3218, paper=paper, exits=True))
    honest = hold_evaluation(full_columns, county, Draws(3), 90, evidence=0, line=3218)
    caught = hold_evaluation(papered, county, Draws(3), 90, evidence=0, line=3218)
    assert caught.wrong_bp > 2 * honest.wrong_bp


def test_a_county_without_need_passes(county: County, full_columns: Columns) -> None:
    """Gaps truly closed, the register managed and homes visited, all four gates open."""
    villages = range(full_columns.villages)
    done = full_columns
    for number in range(3):
        done = step(
            done,
            WeekInputs(
                key=number,
                day=7 * number,
                line=3218,
                exits=True,
                effort=dict.fromkeys(villages, (100_000,) * 7),
                reveal=dict.fromkeys(villages, 1000),
                income=dict.fromkeys(villages, 10_000_000),
                goodwill=dict.fromkeys(villages, 8000),
            ),
        )
    figures = hold_evaluation(done, county, Draws(3), 90, evidence=0, line=3218)
    assert figures.passed, figures
    assert figures.failed == ()


@given(st.integers(0, 5000), st.lists(st.integers(0, 900), max_size=30))
def test_shares_are_exact_and_fair(total: int, sizes: list[int]) -> None:
    """Shares sum to the total (or to all there is), never exceed a size, and stay within one of proportion."""
    out = shares(total, sizes)
    asked = min(total, sum(sizes))
    assert sum(out) == asked
    for part, size in zip(out, sizes, strict=True):
        assert 0 <= part <= size
        if sum(sizes):
            assert abs(part - asked * size // sum(sizes)) <= 1


@pytest.mark.parametrize("day", [1, 2])
def test_another_day_is_another_sample(county: County, full_columns: Columns, day: int) -> None:
    """The sample belongs to the day it is held on."""
    first = hold_evaluation(full_columns, county, Draws(3), 0, evidence=0)
    assert first.villages != hold_evaluation(full_columns, county, Draws(3), day, evidence=0).villages
