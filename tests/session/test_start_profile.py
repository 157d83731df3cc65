"""A scenario may begin in another year and from other figures than its county's file gives."""

from dataclasses import replace

import pytest

from game.bots.table import Table
from game.exercise.scoring.outcome import recorded_incidence, true_incidence
from game.resources import county_text
from game.scenario.check import check_bundle
from game.session.library import catalogues, load_scenario, setting_of
from game.session.session import Session

COUNTY = "county: {name: t-county, townships: [baiyan], households: 4000}"


def bundle_with(profile: str, start: str = "2014-01-06") -> dict[str, str]:
    """Return the texts of the first scenario with a profile and a start."""
    bundle = dict(load_scenario("first-order").bundle)
    name = next(name for name, text in bundle.items() if COUNTY in text)
    text = bundle[name].replace(COUNTY, f"{COUNTY[:-1]}, profile: {profile}}}")
    bundle[name] = text.replace("start: 2019-09-02", f"start: {start}")
    return bundle


@pytest.mark.parametrize("share", [1200, 2715, 4000])
def test_the_county_starts_where_the_scenario_says(share: int) -> None:
    """Nobody lifted yet: the record stands at the share asked for, the truth beside it."""
    bundle = bundle_with(f"{{registered_bp: {share}, recorded_bp: {share}, wrong_bp: 0, missed_bp: 0}}")
    with Session.create(None, bundle, seed=5) as session:
        assert abs(recorded_incidence(session.state) - share) <= 10
        assert abs(true_incidence(session.state) - share) <= share // 10


def test_what_is_left_out_stays_as_the_county_says() -> None:
    """Only the figures given replace the file's."""
    plain = setting_of(bundle_with("{}", "2019-09-02")).county
    other = setting_of(bundle_with("{approving_bp: 6000}", "2019-09-02")).county
    assert other.profile == plain.profile | {"approving_bp": 6000}
    assert replace(other, profile=plain.profile) == plain


def test_more_poor_than_registered_is_an_error() -> None:
    """The finding stands on the figure."""
    checked = check_bundle(
        bundle_with("{registered_bp: 100, recorded_bp: 300}"), counties=county_text, catalogues=catalogues()
    )
    assert [f.code for f in checked.findings if f.severity == "error"] == ["TH527"]


def test_the_evaluation_is_held_on_its_day_and_play_goes_on() -> None:
    """Set for the second of four weeks, it is held then, once, and the exercise still runs to its end."""
    bundle = dict(load_scenario("first-order").bundle)
    name = next(name for name, text in bundle.items() if "evaluation: false" in text)
    bundle[name] = bundle[name].replace("evaluation: false", "evaluation: 2019-09-14")
    with Session.create(None, bundle, seed=5) as session:
        table = Table(session)
        table.open()
        assert table.advance().accepted
        assert session.state.evaluation is None
        assert table.advance().accepted
        held = session.state.evaluation
        assert held is not None
        assert held.day == 14
        table.run_to_end()
        assert session.state.session.state == "debrief"
        assert session.state.evaluation == held
