"""How a state is copied, and how often reactions are asked, changes nothing of what comes out."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import fields, replace

import pytest

from game.bots.table import Table
from game.exercise import entities, reactions
from game.exercise.copies import overwrite, revised
from game.exercise.evolve import evolve, evolve_all
from game.exercise.state import TABLES, Draft
from game.session.codec import state_hash
from game.session.library import load_scenario
from game.session.session import Session

RECORDS = [*TABLES.values(), entities.Cause, entities.CampaignState, entities.SessionState]


@pytest.fixture(scope="module")
def played():
    """A finished small game with its journal."""
    with Session.create(None, load_scenario("first-order").bundle, seed=3) as session:
        Table(session, "formalistic").run_to_end()
        yield session


def test_many_events_at_once_are_the_same_as_one_by_one(played):
    """Records that a batch changes more than once are the same at its end, and the state before it is untouched."""
    for record in played.records(1):
        before = played.state_after(record.seq - 1)
        kept = deepcopy({name: getattr(before, name) for name in (*TABLES, "causes", "pending", "reports")})
        at_once = evolve_all(before, record.events)
        single = before
        for event in record.events:
            single = evolve(single, event)
        assert state_hash(at_once) == state_hash(single) == state_hash(played.state_after(record.seq))
        assert kept == {name: getattr(before, name) for name in kept}


def test_a_draft_writes_only_to_records_of_its_own(played):
    """What came from outside, or has been handed on, is copied before it changes."""
    state = played.state
    draft = Draft(state)
    key, organ = next(iter(state.organs.items()))
    draft.revise("organs", key, pressure=1)
    first = draft.own("organs")[key]
    draft.revise("organs", key, fatigue=2)
    assert draft.own("organs")[key] is first
    given = replace(organ, pressure=3)
    draft.put("organs", given)
    draft.revise("organs", key, pressure=4)
    assert given.pressure == 3
    frozen = draft.freeze()
    draft.revise("organs", key, pressure=5)
    assert frozen.organs[key].pressure == 4
    assert state.organs[key] is organ


@pytest.mark.parametrize("kind", RECORDS)
def test_a_short_copy_is_a_copy(kind):
    """Field by field as `dataclasses.replace` makes it, and unknown fields are refused."""
    blank = object.__new__(kind)
    overwrite(blank, {item.name: f"was {item.name}" for item in fields(kind)})
    for item in fields(kind):
        assert revised(blank, {item.name: 7}) == replace(blank, **{item.name: 7})
    assert revised(blank, {}) == blank
    with pytest.raises(TypeError):
        revised(blank, {"nothing": 1})


@pytest.mark.ci
def test_asking_every_reaction_every_time_changes_nothing(monkeypatch):
    """A reaction that was silent about parts of a state is silent about them still."""
    chains = []
    for looks_at in (reactions.LOOKS_AT, {}):
        monkeypatch.setattr(reactions, "LOOKS_AT", looks_at)
        for scenario, policy in (("first-order", "integrated"), ("hundred-days", "integrated")):
            with Session.create(None, load_scenario(scenario).bundle, seed=6) as session:
                Table(session, policy).run_to_end()
                chains.append(session.chain)
    assert chains[:2] == chains[2:]
