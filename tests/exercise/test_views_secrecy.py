"""Secrets stay secret: no seat's view, refusals or legal commands depend on what it may not see."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.bots.table import Table
from game.county.draws import Draws
from game.exercise import entities
from game.exercise.commands.base import Ctx
from game.exercise.decide import decide, parse
from game.exercise.marks import Mark
from game.exercise.preview import preview
from game.exercise.refusals import Refusal
from game.exercise.state import TABLES, State
from game.exercise.views.mask import ALL, CONCERNED, SEAT, UnmarkedFieldError, masked
from game.exercise.views.project import project
from game.session.legal import legal_for
from game.session.library import load_scenario
from game.session.session import Session

SECRET = (Mark.HIDDEN, Mark.INSTRUCTOR)
RECORDS = [*TABLES.values(), entities.Cause, entities.TurnRecord, entities.Sighting, entities.Evaluation]
PROBES: list[tuple[str, dict[str, Any]]] = [
    ("declare_priority", {"domain": "water"}),
    ("set_up_organ", {"organ": "hq"}),
    ("cut_forms", {"organ": "county", "share": 200}),
    ("hold_inquiry", {"townships": ["qingshan"]}),
    ("organise_visits", {"place": "township:qingshan", "households": 20}),
    ("field_visit", {"village": "qingshan-01"}),
    ("close_problem", {"problem": "q-nothing"}),
    ("verify_problem", {"problem": "q-taps-dry", "depth": 1}),
    ("register_finding", {"problem": "q-taps-dry", "owner": "bureau:water", "deadline": 40}),
    ("explain_policy", {"place": "township:baiyan"}),
    ("plan_visit", {"squad": "squad:baiyan", "township": "baiyan", "day": 30}),
    (
        "issue_order",
        {
            "task": "water_supply",
            "organs": ["township:qingshan"],
            "place": "township:qingshan",
            "amount": 30,
            "deadline": 60,
        },
    ),
]


@pytest.fixture(scope="module")
def played() -> State:
    """A game of three weeks, played by bots."""
    bundle = load_scenario("hundred-days").bundle
    with Session.create(None, bundle, seed=11) as session:
        table = Table(session)
        table.open()
        for _ in range(3):
            table.advance()
        return session.state


def test_every_field_of_every_record_is_marked() -> None:
    """A field nobody decided about is a fault, in records and in the state itself."""
    for record in RECORDS:
        for item in fields(record):
            assert item.metadata.get("mark") in set(Mark), f"{record.__name__}.{item.name}"
    for item in fields(State):
        assert item.metadata.get("mark") in set(Mark), f"State.{item.name}"


def test_an_unmarked_field_is_refused() -> None:
    """The mask will not copy a field without a mark."""
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Bare:
        truth: int = 3

    with pytest.raises(UnmarkedFieldError):
        masked(Bare(), SEAT)


def test_masking_keeps_what_is_allowed_and_blanks_the_rest(played: State) -> None:
    """Blank means the type's zero, whatever the truth and the default are."""
    organ = next(o for o in played.organs.values() if o.kind == "township")

    assert masked(organ, ALL) == organ
    assert masked(organ, CONCERNED).formalism == 0
    assert masked(organ, SEAT).pressure == 0
    assert masked(organ, SEAT).name == organ.name


def _scrambled(state: State, number: int) -> State:
    """The same game as any seat sees it, with other truths behind it."""
    rng = np.random.default_rng(number)

    def other(value: Any) -> Any:
        if isinstance(value, bool):
            return bool(rng.integers(2))
        if isinstance(value, int):
            return int(rng.integers(0, 1000))
        if isinstance(value, str):
            return f"x{rng.integers(10**6)}"
        return value

    def scramble(record: Any, keep: tuple[str, ...] = ()) -> Any:
        hidden = [f.name for f in fields(record) if f.metadata["mark"] in SECRET and f.name not in keep]
        return replace(record, **{name: other(getattr(record, name)) for name in hidden})

    changes: dict[str, Any] = {}
    for table in TABLES:
        if table == "notes":
            continue
        changes[table] = {key: scramble(record) for key, record in getattr(state, table).items()}
    changes["history"] = tuple(
        replace(record, true={key: int(rng.integers(0, 10_000)) for key in record.true}) for record in state.history
    )
    sums = state.sums
    changes["sums"] = replace(
        sums, **{f.name: rng.permutation(getattr(sums, f.name).ravel()).reshape(getattr(sums, f.name).shape)
                 for f in fields(sums) if isinstance(getattr(sums, f.name), np.ndarray)}
    )  # fmt: skip
    changes["counters"] = {
        k: (v if k.startswith("n:") else int(rng.integers(0, 99))) for k, v in state.counters.items()
    }
    changes["pending"] = {}
    return replace(state, **changes)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 2**32 - 1))
def test_hidden_fields_never_reach_a_seat(played: State, number: int) -> None:
    """Whatever the truth is, every seat's view, legal commands and refusals are the same."""
    scrambled = _scrambled(played, number)
    for seat in played.seats:
        assert project(scrambled, seat) == project(played, seat)
        assert legal_for(scrambled, seat) == legal_for(played, seat)
        for kind, args in PROBES:
            command = parse(kind, args)
            ctx = Ctx(seat=seat, draws=Draws(5))
            before, after = decide(played, command, ctx), decide(scrambled, command, ctx)
            assert isinstance(before, Refusal) == isinstance(after, Refusal)
            if isinstance(before, Refusal):
                assert before == after
            assert preview(played, command, ctx) == preview(scrambled, command, ctx)


def test_unannounced_visits_are_unseen_where_they_go(played: State) -> None:
    """A township does not see a planned unannounced visit; the supervisor does."""
    visit = entities.Visit(
        "v999", "squad:qingshan", "squad-leader", "visit", "qingshan", ("qingshan-01",), 90, False, 10, 2
    )
    state = replace(played, visits={**played.visits, visit.id: visit})
    supervisor = next(s.id for s in state.seats.values() if s.post == "squad_leader")
    local = next(s.id for s in state.seats.values() if s.scope == "township:qingshan")

    assert visit.id in {v.id for v in project(state, supervisor).visits}
    assert visit.id not in {v.id for v in project(state, local).visits}


def test_the_seed_is_nowhere_in_a_view(played: State) -> None:
    """A view holds no reference to state, seed or journal."""
    text = repr(project(played, next(iter(played.seats))))

    assert "Draws" not in text
    assert "Columns" not in text


def test_a_problem_nobody_found_might_as_well_not_exist(played: State) -> None:
    """Views and refusals are the same with and without the problems that are still latent."""
    hidden = entities.Problem(
        "q-0badcafe",
        "water",
        "iW1",
        "t",
        "qingshan-01",
        "qingshan",
        2,
        10,
        1,
        "county",
        tasks=("water_supply",),
        hours=40,
    )
    known = {key: p for key, p in played.problems.items() if p.state != "latent"}
    with_it = replace(played, problems={**known, hidden.id: hidden})
    without = replace(played, problems=known)
    asks: list[tuple[str, dict[str, Any]]] = [
        ("register_finding", {"problem": hidden.id, "owner": "bureau:water", "deadline": 40}),
        ("verify_problem", {"problem": hidden.id}),
        ("close_problem", {"problem": hidden.id}),
        ("return_problem", {"problem": hidden.id}),
        ("issue_slip", {"to": "bureau:water", "problems": [hidden.id], "deadline": 40}),
        ("plan_look_back", {"problems": [hidden.id], "day": 30}),
        (
            "issue_order",
            {"task": "water_supply", "organs": ["township:qingshan"], "place": "township:qingshan", "amount": 30,
             "deadline": 60, "problem": hidden.id},
        ),
    ]  # fmt: skip
    for seat in played.seats:
        assert project(with_it, seat) == project(without, seat)
        for kind, args in asks:
            command = parse(kind, args)
            ctx = Ctx(seat=seat, draws=Draws(5))
            assert decide(with_it, command, ctx) == decide(without, command, ctx), kind
            assert preview(with_it, command, ctx) == preview(without, command, ctx), kind
