"""A session without a past goes as one with it, and says so when it is asked about it."""

from __future__ import annotations

import pytest

from game.bots.table import Table
from game.session.codec import state_hash
from game.session.library import load_scenario
from game.session.session import Session
from game.session.unkept import NoPast

BUNDLE = load_scenario("first-order").bundle


def _played(*, past: bool) -> Session:
    session = Session.create(None, BUNDLE, seed=12, past=past)
    Table(session, "campaign").run_to_end()
    return session


def test_the_game_is_the_same():
    """Every command, the state and every view."""
    with _played(past=True) as kept, _played(past=False) as unkept:
        assert unkept.seq == kept.seq
        assert state_hash(unkept.state) == state_hash(kept.state)
        for viewer in (*kept.state.seats, "review", "instructor"):
            assert unkept.view(viewer) == kept.view(viewer)
        assert unkept.header["seed"] == kept.header["seed"]
        assert unkept.bundle == kept.bundle


def test_whoever_asks_about_the_past_is_told_that_there_is_none():
    """No answer is made up, least of all an empty one."""
    with _played(past=False) as session:
        for ask in (
            lambda: list(session.records()),
            session.refusals,
            session.faults,
            session.verify,
            lambda: session.chain,
            lambda: session.state_at(7),
            lambda: session.state_after(1),
            lambda: session.fork(7, None),
        ):
            with pytest.raises(NoPast):
                ask()
        assert session.state_after(session.seq) is session.state


def test_it_refuses_and_freezes_like_any_other(monkeypatch):
    """Bad commands are refused, and a fault of the core stops it."""
    with Session.create(None, BUNDLE, seed=1, past=False) as session:
        assert session.submit("nobody", "cut_forms").refusal is not None
        assert session.submit("clock", "open_briefing", source="clock", cmd_id="one").accepted

        def broken(*_):
            raise RuntimeError("on purpose")

        with monkeypatch.context() as patched:
            patched.setattr("game.session.session.carry_out", broken)
            assert session.submit("clock", "start_play", source="clock").refusal.code == "fault"


def test_a_file_always_keeps_its_past(tmp_path):
    """`past` is for sessions in memory."""
    with Session.create(tmp_path / "a.tonghe", BUNDLE, seed=1, past=False) as session:
        assert session.submit("clock", "open_briefing", source="clock").accepted
        assert session.verify().ok
