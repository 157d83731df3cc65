"""The gate: checks in their fixed order, and nothing from outside can do more than be refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.exercise.commands.base import REGISTRY
from game.exercise.decide import MAX_ARGS, decide, parse
from game.exercise.entities import CampaignState, SessionState
from game.exercise.refusals import CHECKS, Refusal
from game.exercise.texts import codes, refusal_check, say

GROUPS = ("organise", "order", "contract", "fund")
KINDS = sorted(kind for kind, spec in REGISTRY.items() if spec.group in GROUPS)


def frozen(state):
    return replace(state, session=SessionState("frozen"))


def paused(state):
    return replace(state, session=SessionState("paused"))


def shut(state):
    return replace(state, campaign=CampaignState("spring", "shut", "consolidation"))


def same(state):
    return state


ORDER_OF_CHECKS = (
    # what is wrong at once, and the check that must answer
    ("session", frozen, "mute", "revoke_order", {"order": "o4"}, "session_closed"),
    ("pause", paused, "mute", "revoke_order", {"order": "o4"}, "paused"),
    ("power", shut, "mute", "revoke_order", {"order": "o4"}, "no_power"),
    ("power", shut, "nobody", "revoke_order", {"order": "o4"}, "no_seat"),
    ("phase", shut, "tired", "revoke_order", {"order": "o4"}, "phase_closed"),
    ("lifecycle", same, "tired", "revoke_order", {"order": "o4"}, "wrong_state"),
    ("lifecycle", same, "north", "revoke_order", {"order": "o4"}, "wrong_state"),
    ("lifecycle", same, "tired", "stop_programme", {"programme": "p2"}, "programme_over"),
    ("resources", same, "tired", "revoke_order", {"order": "o99"}, "no_attention"),
    ("resources", same, "tired", "declare_priority", {"domain": "x"}, "no_attention"),
    ("resources", same, "tired", "declare_priority", {"domain": "water"}, "no_attention"),
    ("resources", same, "director", "allot_money", {"fund": "dry", "organ": "bureau:x", "money": 99}, "no_money"),
    ("rules", same, "director", "allot_money", {"fund": "dry", "organ": "bureau:x", "money": 1}, "unknown_organ"),
)


@pytest.mark.parametrize(("check", "bend", "seat", "kind", "args", "code"), ORDER_OF_CHECKS)
def test_the_first_check_that_fails_answers(world, give, check, bend, seat, kind, args, code):
    """Where several things are wrong, the refusal is the one that stands first in CHECKS."""
    refusal = give(bend(world), seat, kind, **args)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal_check(refusal.code)) == (code, check)


def test_what_is_unknown_or_malformed_is_refused_before_the_state_is_asked():
    """The two checks of the parser come first and carry their own codes."""
    assert parse("dance", {}).code == "unknown_command"
    assert parse("declare_priority", {}).code == "bad_arguments"
    assert parse("declare_priority", {"domain": "x" * MAX_ARGS}).code == "too_large"
    assert parse("declare_priority", "[" * 5000).code == "bad_arguments"
    assert parse("declare_priority", {"domain": float("nan")}).code == "bad_arguments"


def test_the_instructor_needs_neither_power_nor_attention(world, give, ctx):
    """A command by the instructor's hand passes the gate for seats and costs nobody attention."""
    command = parse("declare_priority", {"domain": "water"})
    events = decide(world, command, replace(ctx("instructor"), source="instructor"))
    assert not isinstance(events, Refusal)
    assert events[0].attention == 0


@pytest.mark.parametrize("code", codes("refusal"))
def test_every_refusal_has_a_check_a_sentence_and_a_cure_in_both_languages(code):
    """A refusal tells a cadre what is wrong and what helps, whatever the language."""
    from game.exercise.texts import catalogue, cure

    assert catalogue()[code]["check"] in CHECKS
    for lang in ("zh", "en"):
        assert len(say(code, lang)) > 3
        assert len(cure(code, lang)) > 3
    assert say(code, "zh") != say(code, "en")


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.text(max_size=30),
    st.sampled_from(
        ["county", "township:qingshan", "zone:north", "bureau:water", "o1", "o2", "c1", "main", "water", "q-known"]
    ),
    st.floats(allow_nan=False),
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=50), st.dictionaries(st.text(max_size=5), SCALARS, max_size=3))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_argument_from_outside_does_more_than_be_refused(world, ctx, data):
    """Random arguments are either accepted or refused with a known code; nothing is ever raised."""
    kind = data.draw(st.sampled_from(KINDS))
    fields = list(REGISTRY[kind].model.model_fields)
    args = data.draw(st.dictionaries(st.sampled_from([*fields, "extra"]), VALUES, max_size=len(fields) + 1))
    seat = data.draw(
        st.sampled_from(["director", "north", "qingshan", "water", "tired", "mute", "nobody", "instructor"])
    )
    parsed = parse(kind, json.dumps(args))
    decided = parsed if isinstance(parsed, Refusal) else decide(world, parsed, ctx(seat))
    if isinstance(decided, Refusal):
        assert f"refusal.{decided.code}" in codes("refusal")


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    organs=st.lists(
        st.sampled_from(["township:qingshan", "township:shihe", "bureau:water", "front-hq", "squad:shihe"]),
        min_size=1,
        max_size=4,
    ),
    place=st.sampled_from(["county", "zone:north", "zone:south", "township:qingshan", "village:shihe-01"]),
    amount=st.integers(1, 1_000_000),
    deadline=st.integers(0, 4000),
    money=st.integers(0, 10_000_000_000),
    task=st.sampled_from(["water_supply", "register_check", "clinic_service", "emergency_relief"]),
    seat=st.sampled_from(["director", "north", "qingshan", "water"]),
)
def test_any_well_formed_order_keeps_the_books(world, give, seat, **args):
    """Whatever is ordered, a fund never gives more than it has and clarity stays between its bounds."""
    from game.exercise.evolve import evolve_all

    decided = give(world, seat, "issue_order", fund="main", **args)
    if isinstance(decided, Refusal):
        return
    after = evolve_all(world, decided)
    fund = after.funds["main"]
    assert fund.given - fund.reserved - fund.spent >= 0
    assert 200 <= after.orders["o7"].clarity <= 1000
    assert all(0 <= organ.pressure <= 1000 for organ in after.organs.values())
