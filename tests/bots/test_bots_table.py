"""A table of bots plays exercises to their end, around the people who sit at it."""

from __future__ import annotations

import pytest

from game.bots import POLICIES, make_bot
from game.bots.table import MOST, STOP, Table
from game.session.library import load_scenario
from game.session.session import Session, state_hash

BUNDLE = dict(load_scenario("first-order").bundle)
MISFITS = {"unknown_command", "bad_arguments", "too_large", "no_seat", "session_closed", "fault"}


def test_an_unknown_policy_is_refused_with_those_there_are() -> None:
    """The message names what could be meant."""
    with pytest.raises(ValueError, match="integrated"):
        make_bot("laissez-faire", "commander")


@pytest.mark.parametrize("policy", POLICIES)
def test_a_game_reaches_the_debrief(policy: str) -> None:
    """From the lobby to the debrief on the last day, with one call of progress a turn."""
    told: list[tuple[int, int]] = []
    with Session.create(None, BUNDLE, seed=3) as session:
        Table(session, policy).run_to_end(lambda done, total: told.append((done, total)))

        assert session.state.session.state == "debrief"
        assert session.state.day == session.state.last_day
        assert told == [(turn, 4) for turn in range(1, 5)]
        assert not {r.refusal.code for r in session.refusals()} & MISFITS
        assert all(record.source in ("bot", "clock") for record in session.records())


def test_the_same_seed_is_the_same_game() -> None:
    """Bots bring no chance of their own into a game."""
    hashes = set()
    for _ in range(2):
        with Session.create(None, BUNDLE, seed=8) as session:
            Table(session).run_to_end()
            hashes.add(state_hash(session.state))
    assert len(hashes) == 1


def test_bots_keep_their_hands_off_a_persons_seat() -> None:
    """Nothing is done in the name of a seat that a person holds; the exercise still ends."""
    with Session.create(None, BUNDLE, seed=3, humans={"commander"}) as session:
        table = Table(session, people={"commander"})
        table.run_to_end()

        assert "commander" not in table.bot_seats()
        assert all(record.seat != "commander" for record in session.records())
        assert session.state.session.state == "debrief"


def test_a_bot_stops_when_its_attention_is_used_up() -> None:
    """After a refusal for attention nothing more is tried that turn; far fewer than the guard allows."""
    with Session.create(None, dict(load_scenario("hundred-days").bundle), seed=3) as session:
        table = Table(session)
        table.open()
        for seat in table.bot_seats():
            before = len(session.refusals())
            table.play_seat(seat)
            stops = [r for r in session.refusals()[before:] if r.refusal.code in STOP]
            assert len(stops) <= 1
            assert session.state.seats[seat].attention >= 0
        assert session.seq < MOST * len(session.state.seats)


def test_a_paused_exercise_stays_where_it_is() -> None:
    """A table that cannot end the turn gives up instead of turning for ever."""
    with Session.create(None, BUNDLE, seed=3) as session:
        table = Table(session)
        table.open()
        assert session.submit("instructor", "pause", {}, source="instructor").accepted
        table.run_to_end()
        assert session.state.session.state == "paused"
        assert session.state.turn == 0
