"""Effects of scenarios, the instructor's hand, and what malformed input can do: nothing but be refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.county.draws import Draws
from game.exercise.commands.base import REGISTRY, Ctx
from game.exercise.decide import decide, parse
from game.exercise.effects import WAN_FEN, amounts, effects_events, seat_organ, spread
from game.exercise.events import decode, encode
from game.exercise.evolve import evolve_all
from game.exercise.refusals import Refusal
from game.scenario.model import Effect

GROUPS = ("supervise", "mobilise", "talk", "instruct")
MINE = sorted(kind for kind, spec in REGISTRY.items() if spec.group in GROUPS)
WHERE = {
    "place_village": "qingshan-01",
    "township": "qingshan",
    "seat": "qingshan",
    "ref": "x",
    "code": "cause.adjusted",
}
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def happen(state, *rows, **where):
    effects = [Effect(on=on, quantity=quantity, add=add) for on, quantity, add in rows]
    return effects_events(state, effects, **{**WHERE, **where})


def test_an_effect_moves_organs_of_its_place(world):
    """`township` is the place's own, `county` every township, `seat_organ` the seat's, `organ:x` that one."""
    after = evolve_all(world, happen(world, ("township", "fatigue", 30)))
    assert after.organs["township:qingshan"].fatigue == world.organs["township:qingshan"].fatigue + 30
    assert after.organs["township:shihe"] == world.organs["township:shihe"]
    after = evolve_all(world, happen(world, ("county", "pressure", 10)))
    assert {k for k in world.organs if after.organs[k] != world.organs[k]} == {"township:qingshan", "township:shihe"}
    after = evolve_all(world, happen(world, ("seat_organ", "hours", 40)))
    assert after.organs["township:qingshan"].debt_hours == 40
    after = evolve_all(world, happen(world, ("organ:bureau:water", "friction", -5000)))
    assert after.organs["bureau:water"].friction == 0


def test_an_effect_opens_and_closes_gaps(world):
    """A need opens in about that many households of the place, shared by size; a negative one works gaps off."""
    after = evolve_all(world, happen(world, ("township", "water", 8), ("place", "housing", -3)))
    assert after.pending["qingshan-01"]["shock:water"] * 40 == 4 * 100_000
    assert after.pending["qingshan-02"]["shock:water"] * 40 == 4 * 100_000
    assert after.pending["qingshan-01"]["effort:housing"] == 300
    assert "shihe-01" not in after.pending


def test_money_taken_is_money_there(world):
    """A fund loses at most what it has free, however many effects ask, and gains what comes from outside."""
    taken = evolve_all(world, happen(world, ("fund:piped", "funds", -70), ("fund:piped", "funds", -70)))
    fund = taken.funds["piped"]
    assert fund.given == 0
    more = evolve_all(world, happen(world, ("county", "funds", 5)))
    assert more.funds["main"].given == world.funds["main"].given + 5 * WAN_FEN


def test_trust_is_a_partners(world):
    """`partner:x` moves one partner, and an effect on what is not there does nothing."""
    after = evolve_all(world, happen(world, ("partner:mill", "trust", -100), ("partner:nobody", "trust", -100)))
    assert after.partners["mill"].trust == world.partners["mill"].trust - 100
    assert happen(world, ("organ:nobody", "pressure", 10), ("fund:nobody", "funds", 10)) == ()


@QUICK
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "place",
                    "township",
                    "county",
                    "seat_organ",
                    "organ:bureau:water",
                    "organ:x",
                    "partner:mill",
                    "fund:main",
                ]
            ),
            st.sampled_from(
                [
                    "pressure",
                    "friction",
                    "formalism",
                    "attention",
                    "fatigue",
                    "trust",
                    "approval",
                    "water",
                    "funds",
                    "hours",
                ]
            ),
            st.integers(-100_000, 100_000),
        ),
        max_size=6,
    ),
    where=st.sampled_from(
        [{}, {"place_village": "", "township": ""}, {"seat": "nobody"}, {"place_village": "shihe-01"}]
    ),
)
def test_effects_are_total_and_bounded(world, rows, where):
    """Any list of effects applies, keeps quantities in 0-1000 and funds out of debt, and reads back from JSON."""
    events = happen(world, *rows, **where)
    after = evolve_all(world, events)
    for organ in after.organs.values():
        assert all(
            0 <= getattr(organ, q) <= 1000 for q in ("pressure", "friction", "formalism", "attention", "fatigue")
        )
        assert organ.debt_hours >= 0
    assert all(f.given - f.reserved - f.spent >= 0 for f in after.funds.values())
    assert tuple(decode(encode(event)) for event in events) == events


@given(total=st.integers(0, 10_000), weights=st.lists(st.integers(0, 500), max_size=12))
def test_spread_loses_nothing(total, weights):
    """Shares add up to the whole and follow the weights to within one."""
    shares = spread(total, weights)
    assert len(shares) == len(weights)
    if sum(weights):
        assert sum(shares) == total
        assert all(abs(s * sum(weights) - total * w) < sum(weights) for s, w in zip(shares, weights, strict=True))


@pytest.mark.parametrize(
    ("seat", "organ"),
    [("qingshan", "township:qingshan"), ("village", "township:qingshan"), ("director", "bureau:poverty"), ("x", "")],
)
def test_every_seat_has_its_organ(world, seat, organ):
    """A seat stands for its township or bureau; a county leader for the highest office there is."""
    assert seat_organ(world, seat) == organ


def test_amounts_are_whole_numbers():
    """The parameters are whole numbers under two-part names."""
    assert all(isinstance(value, int) and name.count(".") == 1 for name, value in amounts().items())


# --- the instructor -----------------------------------------------------------------------------------------------


def test_an_adjustment_leaves_a_note_and_a_cause(world, done):
    """The value moves, the reason stands in the notes and the hand in the causes."""
    after = done(world, "instructor", "adjust", on="township:shihe", quantity="fatigue", add=-50, reason="停电补偿")
    assert after.organs["township:shihe"].fatigue == world.organs["township:shihe"].fatigue - 50
    assert after.organs["township:qingshan"] == world.organs["township:qingshan"]
    assert after.notes["n1"].kind == "adjust"
    assert "停电补偿" in after.notes["n1"].text
    assert after.causes[world.turn][-1].source == "instructor"


def test_a_written_inject_arrives_at_once(world, done):
    """It has an id of its own, is delivered today, and can be answered by its addressees."""
    args = {"form": "call", "domain": "water", "to": ["director"], "sender": "省里", "text": "请报", "title": "急"}
    once = done(world, "instructor", "write_inject", reply_within=3, **args)
    twice = done(once, "instructor", "write_inject", **args)
    new = [twice.injects[key] for key in twice.injects if key.startswith("hot-")]
    assert [(i.state, i.delivered, i.reply_by) for i in new] == [("delivered", 28, 31), ("delivered", 28, -1)]
    answered = done(twice, "director", "reply_inject", inject=new[0].id, text="收到")
    assert answered.injects[new[0].id].reply == "收到"


def test_firing_releases_what_is_held(world, done):
    """A held inject comes due when fired; a skipped one never."""
    held = done(world, "instructor", "hold_inject", inject="later")
    assert held.injects["later"].held
    fired = done(held, "instructor", "fire_inject", inject="later")
    assert (fired.injects["later"].state, fired.injects["later"].held, fired.injects["later"].due) == ("due", False, 28)
    again = done(fired, "instructor", "hold_inject", inject="later")
    assert done(again, "instructor", "fire_inject", inject="later").injects["later"].held is False
    assert done(world, "instructor", "skip_inject", inject="later").injects["later"].state == "skipped"


def test_the_session_goes_its_way(world, done):
    """Pause, resume, freeze, thaw, end and archive move the session as its lifecycle says."""
    path = [
        ("pause", {}, "paused"),
        ("resume", {}, "running"),
        ("freeze", {"reason": "停电"}, "frozen"),
        ("thaw", {}, "paused"),
        ("end_exercise", {}, "debrief"),
        ("archive", {}, "archived"),
    ]
    state = world
    for kind, args, reached in path:
        state = done(state, "instructor", kind, **args)
        assert state.session.state == reached


def test_a_seat_changes_hands(world, done):
    """The seat's holder changes; its powers and diary stay."""
    after = done(world, "instructor", "hand_over_seat", seat="qingshan", holder="human")
    assert after.seats["qingshan"] == replace(world.seats["qingshan"], state="human")


def test_words_reach_the_table(world, done):
    """A broadcast is for every seat."""
    after = done(world, "instructor", "broadcast", text="开会")
    assert after.messages["m1"].to == tuple(world.seats)
    assert after.messages["m1"].kind == "broadcast"


# --- malformed input ----------------------------------------------------------------------------------------------

IDS = [
    "",
    "director",
    "qingshan",
    "q-found",
    "q-latent",
    "bureau:water",
    "township:qingshan",
    "mill",
    "later",
    "x" * 90,
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=True),
    st.sampled_from(IDS),
    st.text(max_size=30),
    st.lists(st.sampled_from(IDS), max_size=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)
SHAPES = {
    int: st.integers(-5, 5000),
    bool: st.booleans(),
    str: st.sampled_from(IDS),
}


def _arguments(kind):
    """Arguments with the right names and values of any kind: now malformed, now well-formed nonsense."""
    names = list(REGISTRY[kind].model.model_fields)
    near = {name: st.one_of(VALUES, *SHAPES.values(), st.tuples(st.sampled_from(IDS))) for name in names}
    return st.one_of(st.fixed_dictionaries({}, optional=near), st.dictionaries(st.text(max_size=5), VALUES, max_size=3))


@pytest.mark.parametrize("kind", MINE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_from_outside_breaks_a_command(world, kind, data):
    """Whatever the arguments and whoever gives them, the answer is a refusal or events that apply."""
    args = data.draw(_arguments(kind))
    seat = data.draw(st.sampled_from(["director", "village", "maker", "instructor", "nobody", ""]))
    parsed = parse(kind, args)
    if isinstance(parsed, Refusal):
        return
    source = "instructor" if seat == "instructor" else "human"
    decided = decide(world, parsed, Ctx(seat, Draws(7), source))
    if not isinstance(decided, Refusal):
        evolve_all(world, decided)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a":' * 500, "null", '{"problem": 1e999}', "\ud800"])
def test_no_arguments_at_all(text):
    """Text that is no JSON object is refused, never raised."""
    assert isinstance(parse("close_problem", text), Refusal)
