"""The truth of places: it adds up to the county's own figures, and it counts what no record shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bots.table import Table
from game.county.place import NEEDS
from game.exercise.figures import ledger_figures, true_figures
from game.exercise.views.truth import truth_of
from game.session.library import load_scenario
from game.session.session import Session


@pytest.fixture(scope="module")
def state():
    """Four weeks of a county led by bots that like paper."""
    session = Session.create(None, load_scenario("hundred-days").bundle, seed=8)
    table = Table(session, "formalistic")
    table.open()
    for _ in range(4):
        table.advance()
    return session.state


def test_the_county_is_what_its_figures_say(state):
    """The same numbers, by another way."""
    whole, true = truth_of(state).of("county"), true_figures(state)
    assert whole.incidence_bp == true["incidence_true_bp"]
    assert whole.approval == true["approval"]
    assert whole.formalism == true["formalism"]
    assert whole.unseen == true["problems_latent"]
    assert whole.gaps == tuple(true[f"gaps:{need}"] for need in NEEDS)


def test_every_place_is_the_sum_of_its_villages(state):
    """Townships, zones and the county add up what lies in them."""
    truth, county = truth_of(state), state.county
    parts = {t.id: [v.id for v in county.villages_of(t.id)] for t in county.townships}
    wholes = {**parts, "county": [v.id for v in county.villages]}
    for township in county.townships:
        if township.zone:
            wholes.setdefault(f"zone:{township.zone}", []).extend(parts[township.id])
    for place, villages in wholes.items():
        for count in ("persons", "problems", "unseen", "on_paper", "wrong", "missed"):
            assert getattr(truth.of(place), count) == sum(getattr(truth.of(v), count) for v in villages), (place, count)
        assert truth.of(place).gaps == tuple(map(sum, zip(*(truth.of(v).gaps for v in villages), strict=True)))


def test_what_was_signed_off_on_paper_is_still_there(state):
    """A problem closed without a cure counts as one that stands, and one cured does not."""
    problem = next(iter(state.problems.values()))
    assert truth_of(state).of(problem.village).problems >= 1

    def standing(**changes: object) -> int:
        rows = {**state.problems, problem.id: replace(problem, **changes)}
        return truth_of(replace(state, problems=rows)).of(problem.village).problems

    paper, cured = standing(state="closed", on_paper=True), standing(state="closed", on_paper=False)
    assert paper == standing(state="latent") == standing(state="assigned") == cured + 1


def test_open_rows_of_the_ledger_are_all_in_it(state):
    """What is true is never less than what the ledger shows open."""
    shown = ledger_figures([p for p in state.problems.values() if p.state != "latent"])["problems_open"]
    whole = truth_of(state).of("county")
    assert whole.problems == shown + whole.unseen + whole.on_paper


def test_a_place_that_is_none(state):
    """An unknown place is an error, not an empty truth."""
    with pytest.raises(KeyError):
        truth_of(state).of("nowhere")
