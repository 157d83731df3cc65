"""Hours are shared exactly; each quantity moves in the direction its claim names and stays within 0-1000."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.county import quantities as q
from game.county import workload as w
from game.county.params import ParameterError, parameter_texts, parameters

UNIT = st.integers(0, 1000)
WILD = st.integers(-500, 5000)
COUNT = st.integers(0, 30)
DEMANDS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 2000)), max_size=12)


@given(st.integers(0, 3000), DEMANDS)
def test_allocation_is_exact(hours: int, claims: list[tuple[int, int]]) -> None:
    """All hours are given out unless all demands are met, and no demand gets more than it asks."""
    demands = [w.Demand(f"d{i}", asked, weight) for i, (asked, weight) in enumerate(claims)]
    given_hours = w.allocate(hours, demands)
    assert list(given_hours) == [d.id for d in demands]
    assert sum(given_hours.values()) == min(hours, sum(d.hours for d in demands))
    assert all(0 <= given_hours[d.id] <= d.hours for d in demands)


@given(st.integers(0, 900), st.integers(1, 400), st.integers(1, 900), st.integers(1, 900))
def test_weight_gets_first(hours: int, asked: int, light: int, heavy: int) -> None:
    """Of two equal demands the more pressing one gets no less."""
    light, heavy = sorted((light, heavy))
    given_hours = w.allocate(hours, [w.Demand("heavy", asked, heavy), w.Demand("light", asked, light)])
    assert given_hours["heavy"] >= given_hours["light"]


def test_double_ids_are_refused() -> None:
    """Two demands of one id would lose hours."""
    with pytest.raises(ValueError, match="same id"):
        w.allocate(5, [w.Demand("a", 1, 1), w.Demand("a", 1, 1)])


@given(st.integers(0, 200), UNIT, UNIT)
def test_capacity_falls_with_fatigue(staff: int, a: int, b: int) -> None:
    """Tired people have fewer hours, nobody less than none, and rest costs hours now."""
    low, high = sorted((a, b))
    assert 0 <= w.capacity_hours(staff, high) <= w.capacity_hours(staff, low) <= staff * 40
    assert w.capacity_hours(staff, low, relief=True) <= w.capacity_hours(staff, low)


@given(st.integers(0, 5000), UNIT, COUNT, COUNT)
def test_overheads(capacity: int, cut: int, orders: int, received: int) -> None:
    """Forms take about a third and fall with cut forms; every order in force costs its reporting (K02)."""
    full = w.overhead_hours(capacity, orders=orders, received=received)
    less = w.overhead_hours(capacity, orders=orders, received=received, forms_cut=cut)
    assert less.forms <= full.forms == capacity * 350 // 1000
    assert full.received == received
    assert w.overhead_hours(capacity, orders=orders + 1).total > w.overhead_hours(capacity, orders=orders).total
    assert full.total == full.forms + full.meetings + full.received + full.reports


def test_visits_cost_the_visited() -> None:
    """Announced, deep and large visits cost the organ visited more (X1)."""
    assert w.reception_hours(10, 2, announced=True) > w.reception_hours(10, 2, announced=False)
    assert w.reception_hours(10, 3, announced=False) > w.reception_hours(10, 1, announced=False)
    assert w.reception_hours(20, 2, announced=False) > w.reception_hours(10, 2, announced=False)


@given(WILD, WILD)
def test_load_share(demanded: int, capacity: int) -> None:
    """Load is per mille of what there is, and bounded."""
    assert 0 <= w.load_share(demanded, capacity) <= 5000
    assert w.load_share(200, 100) == 2000
    assert w.load_share(10, 0) == 2000


@given(UNIT, UNIT, WILD)
def test_hour_factors(a: int, b: int, wild: int) -> None:
    """A clear order and a near village are worth more; factors never leave 0-1000."""
    low, high = sorted((a, b))
    assert w.clarity_factor(low) <= w.clarity_factor(high) <= w.clarity_factor(1000) == 1000
    assert w.remote_factor(high) <= w.remote_factor(low) <= w.remote_factor(0) == 1000
    assert 0 <= w.clarity_factor(wild) <= 1000
    assert 0 <= w.remote_factor(wild) <= 1000
    assert w.true_hours(10, 500, 500) == 2500


def test_effort_is_an_inverted_u() -> None:
    """Work rises with pressure to a peak in the middle and falls beyond it (K49, K14)."""
    curve = [q.effort_factor(p) for p in range(0, 1001, 10)]
    peak = curve.index(max(curve))
    assert 40 <= peak <= 65
    assert curve[peak] == 1000
    assert all(a <= b for a, b in pairwise(curve[: peak + 1]))
    assert all(a >= b for a, b in pairwise(curve[peak:]))
    assert curve[-1] < curve[0] < 1000


@given(WILD, WILD)
def test_effort_range(pressure: int, fatigue: int) -> None:
    """Effort stays within 0-1000 for any input and falls with fatigue."""
    assert 0 < q.effort_factor(pressure, fatigue) <= 1000
    assert q.effort_factor(pressure, 900) < q.effort_factor(pressure, 0)


MORE: list[tuple[str, Callable[[int], int], int]] = [
    ("K06 friction loses work", q.friction_factor, -1),
    ("K06 more organs, more friction", lambda x: q.task_friction(300, x // 50), 1),
    ("K60 organs set up lower friction", lambda x: q.next_friction(600, organs_set_up=x // 100), -1),
    ("K42 orders press", lambda x: q.next_pressure(300, orders=x // 50), 1),
    ("K36 inspections press", lambda x: q.next_pressure(300, inspections=x // 50), 1),
    ("K32 levels add pressure", lambda x: q.next_pressure(300, orders=5, levels=x // 200), 1),
    ("relieved deadlines ease", lambda x: q.next_pressure(600, orders=5, relieved=x // 100), -1),
    ("K32 load tires", lambda x: q.next_fatigue(300, x * 3), 1),
    (
        "K14 pressure feeds formalism",
        lambda x: q.next_formalism(200, pressure=x, overload=600, vagueness=600, odds_caught=100),
        1,
    ),
    (
        "K14 overload feeds formalism",
        lambda x: q.next_formalism(200, pressure=700, overload=x, vagueness=600, odds_caught=100),
        1,
    ),
    (
        "K34 vagueness feeds formalism",
        lambda x: q.next_formalism(200, pressure=700, overload=600, vagueness=x, odds_caught=100),
        1,
    ),
    (
        "K39 being caught starves it",
        lambda x: q.next_formalism(200, pressure=700, overload=600, vagueness=600, odds_caught=x),
        -1,
    ),
    (
        "K39 honest checks lower it",
        lambda x: q.next_formalism(500, pressure=0, overload=0, vagueness=0, odds_caught=0, honest_checks=x // 200),
        -1,
    ),
    (
        "cut forms lower it",
        lambda x: q.next_formalism(500, pressure=0, overload=0, vagueness=0, odds_caught=0, forms_cut=x),
        -1,
    ),
    ("K42 a superior's signal draws attention", lambda x: q.next_attention(400, signal=x), 1),
    ("X7 competing duties draw it off", lambda x: q.next_attention(600, competing=x), -1),
    ("K44 attention frees capacity", q.attention_share, 1),
    ("K14 formalism makes paper", q.paper_share, 1),
    ("K36 visits find paper", lambda x: q.odds_caught(visits=x // 100, depth=2), 1),
    ("K39 depth finds paper", lambda x: q.odds_caught(visits=1, depth=1 + x // 400), 1),
    ("unannounced visits find more", lambda x: q.odds_caught(visits=1, depth=2, unannounced=x), 1),
    ("K14 formalism hides need", q.honesty, -1),
    ("K59 kept promises build trust", lambda x: q.next_trust(400, kept=x // 200), 1),
    ("K57 linkage builds trust", lambda x: q.next_trust(400, linkage=x), 1),
    ("broken promises cost trust", lambda x: q.next_trust(700, broken=x // 200), -1),
    ("visits win goodwill", lambda x: q.goodwill(x, 1000), 1),
]


@pytest.mark.parametrize(("name", "rule", "sign"), MORE, ids=[m[0] for m in MORE])
def test_signs_of_claims(name: str, rule: Callable[[int], int], sign: int) -> None:
    """A rule moves one way over its whole range, and does move."""
    values = [rule(x) for x in range(0, 1001, 50)]
    steps = [sign * (b - a) for a, b in pairwise(values)]
    assert all(step >= 0 for step in steps), name
    assert sum(steps) > 0, name


@given(WILD, WILD, COUNT, COUNT, WILD, st.booleans())
def test_quantities_stay_in_range(value: int, other: int, a: int, b: int, third: int, flag: bool) -> None:
    """Whatever goes in, every quantity that comes out lies within 0-1000."""
    results = (
        q.friction_factor(value),
        q.task_friction(value, a, lead=flag, contract=flag, taskforce=flag, hq=flag),
        q.next_friction(value, organs_set_up=a, dispatched=flag),
        q.next_pressure(value, orders=a, overdue=b, inspections=a, inquiries=b, levels=a % 4, relieved=b, clear=flag),
        q.next_fatigue(value, other, third, relief=flag, nights=a),
        q.next_formalism(
            value, pressure=other, overload=third, vagueness=other, odds_caught=third, honest_checks=a, forms_cut=other
        ),
        q.next_attention(value, priority=flag, hq=flag, signal=other, competing=third),
        q.attention_share(value),
        q.paper_share(value),
        q.odds_caught(visits=a, depth=b % 5, unannounced=other),
        q.honesty(value, educative=flag),
        q.next_trust(value, kept=a, broken=b, linkage=other, coerced=flag, exposed=flag),
    )
    assert all(isinstance(r, int) and 0 <= r <= 1000 for r in results)


def test_organisation_lowers_the_friction_of_a_task() -> None:
    """A named lead, a contract, a 专班 and an HQ each help, and together most (K25, K33, K60)."""
    bare = q.task_friction(500, 4)
    for held in ("lead", "contract", "taskforce", "hq"):
        assert q.task_friction(500, 4, **{held: True}) < bare
    assert q.task_friction(500, 4, lead=True, contract=True, taskforce=True, hq=True) < bare // 2


def test_fatigue_recovers_and_coercion_costs() -> None:
    """Lighter weeks and rotation rest people; coercion and exposure cost a partner's trust (K56)."""
    assert q.next_fatigue(600, 800) < 600
    assert q.next_fatigue(600, 800, relief=True) < q.next_fatigue(600, 800)
    assert q.next_fatigue(300, 1500, nights=5) > q.next_fatigue(300, 1500)
    assert q.next_trust(500, coerced=True, linkage=900) < 500
    assert q.next_trust(500, exposed=True) < 500
    assert q.goodwill(0, 100, fair=False) < 0
    assert q.goodwill(0, 100, exposed=True) < 0 < q.goodwill(0, 100, explained=True)


def test_sustained_pressure_finds_a_level() -> None:
    """Under a steady stream of orders pressure settles below the stop, and fades when they end (K13)."""
    level = 300
    for _ in range(60):
        level = q.next_pressure(level, orders=6, inspections=1)
    assert 350 < level < 900
    assert q.next_pressure(level, orders=6, inspections=1) == pytest.approx(level, abs=2)
    for _ in range(60):
        level = q.next_pressure(level)
    assert level == 250


def test_every_parameter_names_unit_and_source() -> None:
    """All parameter files load; a value without unit or source would be refused."""
    names = [name.removesuffix(".toml") for name in parameter_texts()]
    assert {"kernel1", "households", "evaluation", "workload", "quantities"} <= set(names)
    for name in names:
        assert parameters(name).under("")
    with pytest.raises(ParameterError):
        parameters("workload").number("nothing")
    with pytest.raises(ParameterError):
        parameters("households").numbers("people.size", 3)
