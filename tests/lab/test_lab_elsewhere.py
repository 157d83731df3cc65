"""The policies in other counties: courses fit any county, and what is claimed of the ranking is looked at in each."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

import pytest

from game.lab import elsewhere
from game.lab.course import INCIDENCE, MOST_ATTENTION, SIZES, USUAL, Setting, bundle_of, settings
from game.scenario.check import check_bundle
from game.session.library import catalogues, setting_of

SMALL = Setting(seed=5, townships=3, incidence_bp=2000, year=2014, homes=120)
RUNS = 4


@pytest.mark.ci
@pytest.mark.parametrize("setting", [*settings(3, 1), SMALL, Setting(9, 60, 4000, 2016, homes=50)], ids=str)
def test_a_course_fits_its_county(setting: Setting) -> None:
    """No error in the course of any county; seats for every zone, attention within bounds, an evaluation on the way."""
    checked = check_bundle(bundle_of(setting), counties=lambda _name: None, catalogues=catalogues())
    assert not checked.errors
    playable = setting_of(bundle_of(setting))
    scenario, county = playable.scenario, playable.county

    assert len(county.townships) == setting.townships
    assert sum(village.households for village in county.villages) == setting.households
    assert county.profile["recorded_bp"] == setting.incidence_bp
    assert [s.scope for s in scenario.seats if s.post == "zone_commander"] == [f"zone:{z.id}" for z in county.zones]
    assert all(0 < seat.attention <= MOST_ATTENTION for seat in scenario.seats if seat.attention)
    assert scenario.start.weekday() == 0
    assert (scenario.evaluation - scenario.start).days == 39 * 28
    assert sum(phase.days for campaign in scenario.campaigns for phase in campaign.phases) == 52 * 28
    assert sum(line.weight for line in scenario.rubric) == 100


@pytest.mark.ci
def test_money_and_attention_grow_with_the_county() -> None:
    """Twice the poor get twice the money, twice the townships more attention for the squads, and years differ."""
    one, two = (
        setting_of(bundle_of(Setting(1, n, 2000, year, homes=600))).scenario for n, year in ((10, 2013), (20, 2016))
    )
    for small, large in zip(one.starting.funds, two.starting.funds, strict=True):
        assert large.amount == pytest.approx(2 * small.amount, abs=2)
        assert list(large.yearly) == ["2017", "2018", "2019"]
    squads = [next(s.attention for s in scenario.seats if s.post == "squad_leader") for scenario in (one, two)]
    assert squads[0] < squads[1]


def test_a_series_of_counties_is_fixed_in_advance() -> None:
    """The first are the usual three, further ones only add, and all are within the sizes looked at."""
    many = settings(30, 4)
    assert [(s.townships, s.incidence_bp, s.year) for s in many[:3]] == list(USUAL)
    assert settings(5, 4) == many[:5]
    assert settings(5, 5)[3:] != many[3:5]
    for setting in many:
        assert SIZES[0] <= setting.townships <= SIZES[1]
        assert INCIDENCE[0] <= setting.incidence_bp <= INCIDENCE[1]


def test_claims_are_read_off_the_spreads() -> None:
    """Apart means quartile above quartile, below means median under median."""
    scores = {name: {"p25": 10.0, "median": 11.0, "p75": 12.0} for name in elsewhere.POLICIES}
    scores["integrated"] = {"p25": 20.0, "median": 21.0, "p75": 22.0}
    scores["routine"] = {"p25": 1.0, "median": 2.0, "p75": 3.0}
    assert all(elsewhere.claims(scores).values())
    scores["campaign"] = {"p25": 2.9, "median": 11.0, "p75": 12.0}
    scores["without-action"] = {"p25": 1.0, "median": 21.0, "p75": 30.0}
    broken = [claim for claim, holds in elsewhere.claims(scores).items() if not holds]
    assert broken == ["campaign > routine", "integrated > without-action"]


@pytest.mark.ci
def test_a_small_county_is_played_by_every_policy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three townships, three turns: a row for each policy, the claims, a table in both languages, and the exit code."""
    monkeypatch.setattr(elsewhere, "settings", lambda count, _seed: [SMALL] * count)
    argv = ["--counties", "1", "--runs", "1", "--jobs", "1", "--turns", "3"]
    code = elsewhere.main([*argv, "--json"])
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    (county,) = result["counties"]

    assert county["setting"]["households"] == 360
    assert list(county["policies"]) == list(elsewhere.POLICIES) == list(elsewhere.LABELS)
    for row in county["policies"].values():
        assert row["failed"] == []
        assert 0 <= row["score"]["p25"] <= row["score"]["median"] <= row["score"]["p75"] <= 100
    assert len(county["claims"]) == len(elsewhere.APART) + len(elsewhere.BELOW)
    assert code == (0 if result["holds"] else 1)
    assert result["holds"] == all(county["claims"].values())
    elsewhere.print_series(result)
    table = capsys.readouterr().out
    assert "3 个乡镇" in table
    assert all(word in table for pair in elsewhere.LABELS.values() for word in pair)


def test_a_run_that_fails_lets_nothing_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Failed runs are named with their seed, and the exit code says so even where all figures are in order."""

    def stumbles(*_args: object, **_kwargs: object) -> dict[str, Any]:
        spread = {"median": 1.0, "p25": 1.0, "p75": 1.0}
        failed = [{"seed": 7, "error": "stumbled"}]
        return {"final": {"score": spread, "passed": 0.0}, "lines": {}, "failed": failed}

    monkeypatch.setattr(elsewhere, "simulate", stumbles)
    monkeypatch.setattr(elsewhere, "claims", lambda _scores: {"a > b": True})
    assert elsewhere.main(["--counties", "1", "--runs", "1"]) == 1
    assert "stumbled" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--counties", "0"], ["--runs", "0"], ["--seed", "-1"], ["--turns", "1"]])
def test_wrong_usage_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and what the options take."""
    with pytest.raises(SystemExit) as left:
        elsewhere.main(wrong)
    assert left.value.code == 2
    assert "take 1 or more" in capsys.readouterr().err


@cache
def _county(number: int) -> dict[str, Any]:
    setting = settings(len(USUAL), 1)[number]
    found = elsewhere.compare(setting, runs=RUNS, seed=1, jobs=os.cpu_count() or 1)
    assert not [row["failed"] for row in found["policies"].values() if row["failed"]]
    return found


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("number", range(len(USUAL)))
def test_the_ranking_holds_elsewhere(number: int) -> None:
    """Integrated above campaign above routine, and above formalistic, no quartiles in reach; each part is missed."""
    held = _county(number)["claims"]
    assert all(held.values()), held


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("number", range(len(USUAL)))
def test_supervision_is_missed_in_truth(number: int) -> None:
    """Without supervision more people are truly poor in the end, in every county."""
    rows = _county(number)["policies"]
    with_it, without = (rows[name]["incidence_true"]["median"] for name in ("integrated", "without-supervision"))
    assert with_it < without
