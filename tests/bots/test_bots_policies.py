"""What marks the campaign and the formalistic policy: which commands they give, and which they never give."""

from __future__ import annotations

import json

import pytest

from game.bots import POLICIES
from game.bots.table import STOP, Table
from game.exercise.state import State
from game.session.library import load_scenario
from game.session.session import Session, state_hash

HUNDRED = dict(load_scenario("hundred-days").bundle)
TURNS = 4


class Opening:
    """Some turns of a policy: the state it came to, every command carried out, every refusal code."""

    def __init__(self, state: State, given: list[tuple[str, dict]], refused: list[str], end: str) -> None:
        self.state = state
        self.given = given
        self.refused = refused
        self.end = end

    def kinds(self) -> set[str]:
        """Return the kinds of commands given."""
        return {kind for kind, _ in self.given}

    def args(self, kind: str) -> list[dict]:
        """Return the arguments of every command of a kind."""
        return [args for given, args in self.given if given == kind]


def _open(policy: str) -> Opening:
    with Session.create(None, HUNDRED, seed=11) as session:
        table = Table(session, policy)
        table.open()
        for _ in range(TURNS):
            assert table.advance().accepted
        given = [(r.kind, json.loads(r.args)) for r in session.records() if r.source == "bot"]
        refused = [r.refusal.code for r in session.refusals()]
        return Opening(session.state, given, refused, state_hash(session.state))


@pytest.fixture(scope="module")
def openings() -> dict[str, Opening]:
    """The first weeks of the hundred days by every policy."""
    return {policy: _open(policy) for policy in POLICIES}


@pytest.mark.parametrize("policy", ["campaign", "formalistic"])
def test_refusals_are_the_usual_ones(openings: dict[str, Opening], policy: str) -> None:
    """A policy asks for nothing that its seats may not ask for; only used-up attention stops it."""
    assert set(openings[policy].refused) <= STOP


@pytest.mark.parametrize("policy", ["campaign", "formalistic"])
def test_the_same_seed_is_the_same_game(openings: dict[str, Opening], policy: str) -> None:
    """No chance of its own."""
    assert _open(policy).end == openings[policy].end


def test_the_campaign_gives_the_most_orders_and_checks_the_most(openings: dict[str, Opening]) -> None:
    """More orders and more visits than any other policy, with the headquarters standing and money behind the orders."""
    campaign = openings["campaign"]
    for kind in ("issue_order", "plan_visit"):
        most = max(len(other.args(kind)) for name, other in openings.items() if name != "campaign")
        assert len(campaign.args(kind)) > most, kind
    assert campaign.state.organs["hq"].exists
    assert any(order["money"] for order in campaign.args("issue_order"))


def test_the_campaign_has_no_contracts_and_links_nobody(openings: dict[str, Opening]) -> None:
    """No contract, no terms; partners are pressed; what is claimed is taken as written."""
    campaign = openings["campaign"]
    assert not campaign.kinds() & {"offer_contract", "agree_terms", "start_programme", "cut_forms", "rotate_cadres"}
    assert {act["manner"] for act in campaign.args("approach_partner")} == {"press"}
    assert {act["depth"] for act in campaign.args("verify_problem")} <= {1}
    assert not campaign.kinds() & {"return_order", "return_problem", "plan_look_back"}


def test_the_formalistic_sees_nothing_but_papers(openings: dict[str, Opening]) -> None:
    """Announced visits to files, claims checked by papers, ledger evidence, no means, nothing sent back."""
    formal = openings["formalistic"]
    assert formal.args("plan_visit")
    assert all(act["announced"] and act["depth"] == 1 for act in formal.args("plan_visit"))
    assert {act["depth"] for act in formal.args("verify_problem")} <= {1}
    assert {act["evidence"] for act in formal.args("issue_order")} == {"ledger"}
    assert not formal.kinds() & {"return_order", "return_problem", "plan_look_back", "start_programme", "allot_money"}


def test_formalistic_orders_are_vaguer_than_integrated_ones(openings: dict[str, Opening]) -> None:
    """Even the clearest of them is below the middle of what governing together brings about."""

    def clear(name: str) -> list[int]:
        return sorted(order.clarity for order in openings[name].state.orders.values())

    together = clear("integrated")
    assert clear("formalistic")[-1] < together[len(together) // 2]
