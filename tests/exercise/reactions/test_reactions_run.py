"""A whole exercise runs by itself, comes to rest, and is the same every time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from game.exercise import events as ev
from game.exercise.evolve import evolve_all
from game.exercise.lifecycles import next_state
from game.exercise.reactions import CAP, SessionFault, run_reactions
from game.exercise.state import State
from game.exercise.texts import has


def test_fourteen_turns_without_commands_end_in_the_debrief(play: Callable[..., Any]) -> None:
    """Nobody does anything: time passes, every turn is recorded, the evaluation is held, the session finishes."""
    game = play()
    game.weeks(14)
    state = game.state
    assert state.session.state == "debrief"
    assert state.day == state.last_day == 98
    assert [r.turn for r in state.history] == list(range(15))
    assert state.evaluation is not None
    assert state.evaluation.households > 0
    assert state.stages == ()


def test_two_runs_are_equal_event_for_event(play: Callable[..., Any]) -> None:
    """The same seed and commands give the same events, and other seeds give others."""

    def run(seed: int) -> list[str]:
        game = play(seed)
        game.order()
        game.must("plan_visit", squad="squad:upper", township="upper", day=3, announced=False, depth=2)
        game.weeks(4)
        return [ev.encode(e) for e in game.happened]

    first = run(5)
    assert first == run(5)
    assert first != run(6)


def test_events_read_back_from_json_lead_to_the_same_state(play: Callable[..., Any]) -> None:
    """Reactions keep nothing outside their events: the journal alone rebuilds figures, organs and households."""
    game = play()
    bare = State(fixed=game.state.fixed, columns=play().state.columns, sums=play().state.sums)
    game.order()
    game.weeks(3)
    again = evolve_all(bare, [ev.decode(ev.encode(e)) for e in game.happened])
    assert again.columns.digest() == game.state.columns.digest()
    assert again.history == game.state.history
    assert again.organs == game.state.organs
    assert again.orders == game.state.orders


def test_every_step_is_legal_and_every_cause_has_its_sentence(play: Callable[..., Any]) -> None:
    """Lifecycle steps follow the tables; causes name a catalogue entry in both languages."""
    game = play()
    game.order()
    game.order(
        task="house_repair",
        organs=["township:lower"],
        place="township:lower",
        lead="",
        amount=200,
        text="",
        evidence="none",
    )
    for week in range(6):
        squad = ("upper", "lower")[week % 2]
        game.give("plan_visit", squad=f"squad:{squad}", township=squad, day=game.state.day + 2, depth=2 + week % 2)
        game.weeks()
    codes = {c.code for causes in game.state.causes.values() for c in causes}
    assert codes
    assert [code for code in sorted(codes) if not has(code)] == []
    begun = {"order": "issued", "problem": "latent", "supervision": "planned", "inject": "armed"}
    now: dict[tuple[str, str], str] = {}
    for event in game.happened:
        if isinstance(event, ev.Moved) and event.machine in begun:
            at = now.get((event.machine, event.id), begun[event.machine])
            assert next_state(event.machine, at, event.trigger) == event.to, event
            now[event.machine, event.id] = event.to


def test_a_chain_that_never_rests_is_a_fault_that_names_it(play: Callable[..., Any]) -> None:
    """A reaction that always has something to say is stopped at the cap, by name."""

    def restless(state: State, draws: object) -> tuple[ev.Event, ...]:
        del state, draws
        return (ev.Counted(counter="noise"),)

    game = play()
    with pytest.raises(SessionFault) as fault:
        run_reactions(game.state, game.draws, (restless,))
    assert set(fault.value.chain) == {"restless"}
    assert str(CAP) in str(fault.value)


def test_a_turn_of_a_small_county_stays_small(play: Callable[..., Any]) -> None:
    """A week brings a few hundred events at most, whatever goes on."""
    game = play()
    for _ in range(4):
        game.order()
    assert len(game.weeks()) < 300


def test_moves_of_less_than_three_points_are_not_told(play: Callable[..., Any]) -> None:
    """The weekly drift is told only where it is worth a sentence."""
    game = play()
    weekly = game.weeks()
    assert all(abs(e.delta) >= 3 for e in weekly if isinstance(e, ev.Shifted))
