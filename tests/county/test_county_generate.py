"""Drawn households come to the county's starting profile, for every seed and every start."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.county.columns import Columns, village_rows
from game.county.generate import generate, profile_of
from game.county.kernel import WeekInputs, step
from game.county.place import County
from game.county.standard import recorded_poor, truly_poor
from game.county.sums import village_sums

LATE_2019 = {
    "registered_bp": 2700,
    "recorded_bp": 400,
    "wrong_bp": 300,
    "missed_bp": 110,
    "approving_bp": 8700,
    "income_level": 1000,
}
EARLY_2014 = {
    "registered_bp": 2715,
    "recorded_bp": 2715,
    "wrong_bp": 0,
    "missed_bp": 150,
    "approving_bp": 7000,
    "income_level": 700,
}


@pytest.mark.parametrize(("profile", "line"), [(LATE_2019, 3218), (EARLY_2014, 2800)])
@pytest.mark.parametrize("key", [1, 2**62 + 5])
def test_profile_is_hit(county: County, profile: dict[str, int], line: int, key: int) -> None:
    """Shares of persons lie within 5 basis points of the profile (rates of small groups within 15)."""
    county = replace(county, profile=profile)
    sums = village_sums(generate(county, key, line=line), line)
    persons = int(sums.persons.sum())
    unregistered, exited = int(sums.unregistered_persons.sum()), int(sums.exited_persons.sum())
    assert abs((persons - unregistered) * 10_000 // persons - profile["registered_bp"]) <= 5
    assert abs(int(sums.recorded_persons.sum()) * 10_000 // persons - profile["recorded_bp"]) <= 5
    assert abs(int(sums.missed_persons.sum()) * 10_000 // unregistered - profile["missed_bp"]) <= 15
    if exited:
        assert abs(int(sums.wrong_persons.sum()) * 10_000 // exited - profile["wrong_bp"]) <= 15
    assert abs(int(sums.approving.sum()) * 10_000 // int(sums.households.sum()) - profile["approving_bp"]) <= 5


def test_truth_lies_above_the_record(full_columns: Columns) -> None:
    """At the shipped start true incidence is about a point and a half above the recorded one."""
    sums = village_sums(full_columns, 3218)
    persons = int(sums.persons.sum())
    recorded = int(sums.recorded_persons.sum()) * 10_000 // persons
    composite = int(sums.composite_persons.sum()) * 10_000 // persons
    assert 350 <= recorded <= 450
    assert 120 <= composite - recorded <= 180


def test_flags_agree_with_the_households(full_columns: Columns) -> None:
    """Who is not lifted is poor in truth and on record; nobody else is poor on record."""
    unlifted = full_columns.registered & ~full_columns.exited
    assert truly_poor(full_columns, 3218)[unlifted].all()
    assert np.array_equal(recorded_poor(full_columns, 3218), unlifted)


def test_a_first_week_of_management_changes_little(full_columns: Columns) -> None:
    """The drawn register is at rest: managing it at once moves hardly anybody."""
    done = step(full_columns, WeekInputs(key=1, day=0, line=3218, exits=True))
    moved = (done.exited != full_columns.exited) | (done.registered != full_columns.registered)
    assert moved.sum() < full_columns.households // 500


def test_people_are_people(full_columns: Columns) -> None:
    """Households have 1-8 persons, 4.4 on average, and never more workers than members."""
    assert full_columns.size.min() == 1
    assert full_columns.size.max() == 8
    assert 42 < 10 * int(full_columns.size.sum()) // full_columns.households < 46
    assert (full_columns.labour <= full_columns.size).all()


def test_poverty_leans_where_it_should(county: County, full_columns: Columns) -> None:
    """Poor and remote villages hold more of the poor; illness is the leading cause."""
    poor = np.array([v.poor for v in county.villages])[village_rows(full_columns.offsets)]
    here = truly_poor(full_columns, 3218)
    assert here[poor].sum() * (~poor).sum() > 2 * here[~poor].sum() * poor.sum()
    assert np.bincount(full_columns.cause[full_columns.registered]).argmax() == 1


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**63 - 1))
def test_every_seed_draws_sound_columns(small_county: County, key: int) -> None:
    """Ranges hold for every seed, and the same seed draws the same households."""
    drawn = generate(small_county, key)
    assert drawn.digest() == generate(small_county, key).digest()
    assert drawn.gap.max() <= 150
    assert drawn.approval.max() <= 100
    assert drawn.income.min() > 0


def test_villages_get_their_households(small_county: County, columns: Columns) -> None:
    """Rows follow the villages of the county."""
    assert np.diff(columns.offsets).tolist() == [v.households for v in small_county.villages]


def test_defaults_fill_the_profile(county: County) -> None:
    """A county may leave starting figures out."""
    assert profile_of(replace(county, profile={"recorded_bp": 7}))["recorded_bp"] == 7
    assert profile_of(replace(county, profile={}))["registered_bp"] == 2700
