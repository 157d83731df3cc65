"""In a whole game every figure moves the way the claim behind its cause says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.bots.table import Table
from game.exercise.state import State
from game.exercise.texts import has
from game.session.library import load_scenario
from game.session.session import Session

PAGE = Path(__file__).parents[2] / "docs" / "model.md"
SIGNS = [
    ("K30", "cause.policy_explained", "approval", 1),
    ("K48", "cause.contract_taken", "pressure", 1),
    ("K48", "cause.order_accepted", "pressure", -1),
    ("K51", "cause.contract_praised", "attention", 1),
    ("X9", "cause.fatigue_rest", "fatigue", -1),
]
"""(claim, cause, figure, sign)."""


SEEDS = [1, *(pytest.param(seed, marks=pytest.mark.ci) for seed in (2, 3))]


@pytest.fixture(scope="module", params=SEEDS)
def state(request: pytest.FixtureRequest) -> Iterator[State]:
    """The state after a whole exercise, with the causes of every turn."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=request.param) as session:
        Table(session).run_to_end()
        yield session.state


@pytest.mark.parametrize(("claim", "code", "figure", "sign"), SIGNS)
def test_what_moved_a_figure_moved_it_as_the_claim_says(
    state: State, claim: str, code: str, figure: str, sign: int
) -> None:
    """The cause occurs, carries its claim, and never moves its figure the other way."""
    causes = [c for rows in state.causes.values() for c in rows if c.code == code and c.figure == figure]

    assert causes
    assert {c.claim for c in causes} == {claim}
    assert all(c.delta * sign >= 0 for c in causes)
    assert any(c.delta for c in causes)


def test_every_cause_of_a_game_has_its_sentence_and_a_claim_of_the_table(state: State) -> None:
    """A player who asks why gets words, and whoever asks for the theory finds the claim on the model's page."""
    told = set(re.findall(r"^\| ([KX]\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    causes = [cause for rows in state.causes.values() for cause in rows]

    assert len(causes) > 500
    for cause in causes:
        assert has(cause.code), cause
        assert cause.claim == "" or cause.claim in told, cause
        assert 0 <= cause.seq <= state.seq
