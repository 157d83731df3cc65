"""The reference policies against each other on the hundred days: who wins, and what each way of governing costs."""

from __future__ import annotations

from functools import cache

import pytest

from game.bots import PARTS
from game.lab.simulate import simulate
from game.session.library import load_scenario

HUNDRED = dict(load_scenario("hundred-days").bundle)
BELOW = ("campaign", "routine", "formalistic")


@cache
def _series(policy: str, runs: int, without: str | None = None) -> dict:
    result = simulate(HUNDRED, scenario="hundred-days", policy=policy, without=without, runs=runs, seed=1)
    assert not result["failed"]
    assert (result["policy"], result["without"]) == (policy, without)
    return result


def _score(policy: str, runs: int, without: str | None = None, at: str = "median") -> float:
    return _series(policy, runs, without)["final"]["score"][at]


def _at_end(policy: str, figure: str, runs: int) -> float:
    return _series(policy, runs)["final"][figure]["median"]


def _cured(result: dict) -> float:
    """Return how many problems are signed off with their root truly cured, by the medians."""
    return result["final"]["problems_rectified"]["median"] * result["lines"]["r-true"]


def _paper(policy: str, runs: int) -> float:
    """Return how far the recorded incidence has run ahead of the true one at the end."""
    return _at_end(policy, "incidence_true", runs) - _at_end(policy, "incidence_recorded", runs)


@pytest.mark.ci
def test_the_campaign_stands_between_and_pays_in_paper_and_people() -> None:
    """On one seed: integrated above campaign above routine; the campaign tires more, pleases less and papers more."""
    assert _score("integrated", 1) > _score("campaign", 1) > _score("routine", 1)
    _price_of_the_campaign(1)


def _price_of_the_campaign(runs: int) -> None:
    assert _at_end("campaign", "fatigue", runs) > _at_end("integrated", "fatigue", runs)
    assert _at_end("campaign", "approval", runs) < _at_end("integrated", "approval", runs)
    assert _at_end("campaign", "formalism", runs) > _at_end("integrated", "formalism", runs)
    assert _paper("campaign", runs) > _paper("integrated", runs)
    campaign, together = _series("campaign", runs), _series("integrated", runs)
    closed = [result["final"]["problems_rectified"]["median"] for result in (campaign, together)]
    assert closed[0] > closed[1]
    assert _cured(campaign) < _cured(together)


@pytest.mark.ci
def test_looking_after_the_record_never_wins() -> None:
    """On one seed, the formalistic policy is far behind governing together."""
    assert _score("integrated", 1) > _score("formalistic", 1)


@pytest.mark.slow
@pytest.mark.parametrize("policy", BELOW)
def test_governing_together_is_ahead_of_everyone(policy: str) -> None:
    """On six seeds, the quartiles do not overlap."""
    assert _score("integrated", 6, at="p25") > _score(policy, 6, at="p75")


@pytest.mark.slow
def test_the_campaign_is_ahead_of_routine_in_score_and_in_truth() -> None:
    """On six seeds: the push is real, the quartiles do not overlap, and true incidence falls further than by routine."""
    assert _score("campaign", 6, at="p25") > _score("routine", 6, at="p75")
    assert _at_end("campaign", "incidence_true", 6) < _at_end("routine", "incidence_true", 6)


@pytest.mark.slow
def test_what_the_campaign_costs() -> None:
    """On six seeds: more fatigue, less approval, more on paper, more signed off and less of it cured."""
    _price_of_the_campaign(6)


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS["integrated"])
def test_without_any_one_part_the_result_is_worse(part: str) -> None:
    """On six seeds, the quartiles of the whole and of what is left do not overlap."""
    assert _score("integrated", 6, at="p25") > _score("integrated", 6, part, at="p75")


@pytest.mark.slow
def test_without_supervision_less_is_found_and_less_is_cured() -> None:
    """On six seeds: fewer problems found, fewer truly cured, more formalism."""
    whole, left = _series("integrated", 6), _series("integrated", 6, "supervision")
    assert left["final"]["problems_found"]["p75"] < whole["final"]["problems_found"]["p25"]
    assert _cured(left) < _cured(whole)
    assert left["final"]["formalism"]["median"] > whole["final"]["formalism"]["median"]


@pytest.mark.ci
def test_a_part_left_out_is_named_in_the_report_and_in_the_files(tmp_path) -> None:
    """The report says what was left out, kept files do not overwrite those of the whole, and parts must exist."""
    bundle = dict(load_scenario("first-order").bundle)
    for part in PARTS["integrated"]:
        result = simulate(
            bundle, scenario="first-order", policy="integrated", without=part, runs=1, seed=2, keep=tmp_path
        )
        assert result["without"] == part
    simulate(bundle, scenario="first-order", policy="integrated", runs=1, seed=2, keep=tmp_path)
    assert len(list(tmp_path.glob("*.tonghe"))) == len(PARTS["integrated"]) + 1
    for policy, part in (("integrated", "luck"), ("routine", "action")):
        with pytest.raises(ValueError, match="has no part"):
            simulate(bundle, scenario="first-order", policy=policy, without=part, runs=1)
