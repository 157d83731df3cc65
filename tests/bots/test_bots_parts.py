"""The integrated policy can be played without one of the three parts it is made of; no other policy can."""

from __future__ import annotations

import pytest

from game.bots import PARTS, POLICIES, integrated, make_bot
from game.bots.parts import INSTEAD, habits
from game.bots.table import Table
from game.session.library import load_scenario
from game.session.session import Session, state_hash

BUNDLE = dict(load_scenario("first-order").bundle)
WITHOUTS = PARTS["integrated"]


def test_the_parts_named_are_the_parts_there_are() -> None:
    """What the command line offers is what the policy can do without, and each part is part of the policy."""
    assert tuple(INSTEAD) == WITHOUTS
    for part, instead in INSTEAD.items():
        assert set(instead) <= set(integrated.HABITS), part
    assert len([h for instead in INSTEAD.values() for h in instead]) == len(set().union(*INSTEAD.values()))


@pytest.mark.parametrize("part", WITHOUTS)
def test_a_part_is_gone_and_nothing_else(part: str) -> None:
    """Every habit of the part is gone, every other one is there, in the same order."""
    left = habits(part)

    assert not set(INSTEAD[part]) & set(left)
    others = [habit for habit in integrated.HABITS if habit not in INSTEAD[part]]
    assert [habit for habit in left if habit in others] == others
    assert make_bot("integrated", "hq-director", part).steps() == left


def test_the_whole_is_the_whole() -> None:
    """Without nothing, nothing is missing."""
    assert make_bot("integrated", "hq-director").steps() == integrated.HABITS


@pytest.mark.parametrize("policy", [name for name in POLICIES if name not in PARTS])
def test_a_policy_of_one_piece_has_no_parts(policy: str) -> None:
    """Nothing can be left out of the other policies, neither at a seat nor at a table."""
    with pytest.raises(ValueError, match="no part 'action'"):
        make_bot(policy, "commander", "action")
    with Session.create(None, BUNDLE, seed=3) as session, pytest.raises(ValueError, match="no part"):
        Table(session, policy, without="action")


def test_an_unknown_part_is_refused_with_those_there_are() -> None:
    """The message names what could be meant."""
    with pytest.raises(ValueError, match="supervision"):
        make_bot("integrated", "commander", "luck")


@pytest.mark.parametrize("part", WITHOUTS)
def test_a_game_without_a_part_reaches_the_debrief(part: str) -> None:
    """Each of the three plays to the end, the same each time."""
    ends = set()
    for _ in range(2):
        with Session.create(None, BUNDLE, seed=3) as session:
            Table(session, without=part).run_to_end()
            assert session.state.session.state == "debrief"
            ends.add(state_hash(session.state))
    assert len(ends) == 1
