"""Commands from outside: only refusals for bad ones, a freeze for a broken core, and nothing changed by either."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_play import plan, some_turns

from game.exercise.commands.base import REGISTRY
from game.session.session import Session, state_hash

PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()
NESTED = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner), max_leaves=20
)
KINDS = st.sampled_from(sorted(REGISTRY)) | PLAIN
ARGS = NESTED | st.sampled_from(
    ['{"to": ["dongpo"], "text": "\\ud800"}', "{", "[]", "null", '{"a": ' * 2000, "9" * 5000]
)
FIELDS = st.sampled_from(
    ["to", "text", "organ", "organs", "task", "place", "amount", "deadline", "money", "fund", "seat"]
)


def snapshot(session: Session) -> tuple[str, str, int]:
    """Return what must not change."""
    return state_hash(session.state), session.chain, session.seq


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seat=st.sampled_from(["director", "dongpo", "instructor", "clock", "nobody", "\ud800"]) | PLAIN,
    kind=KINDS,
    args=ARGS | st.dictionaries(FIELDS, NESTED),
    source=st.sampled_from(["human", "bot"]) | PLAIN,
    cmd_id=st.none() | st.text(min_size=1, max_size=200) | st.integers(),
)
def test_malformed_commands_are_only_refused(
    session: Session, seat: Any, kind: Any, args: Any, source: Any, cmd_id: Any
) -> None:
    """Whatever comes in: no exception, and a refused command leaves state and journal as they were."""
    before = snapshot(session)
    outcome = session.submit(seat, kind, args, source=source, cmd_id=cmd_id)
    if outcome.accepted:  # a few kinds need no arguments, so chance may hit a legal command
        assert outcome.seq == before[2] + 1
    else:
        assert outcome.refusal is not None
        assert outcome.refusal.code
        assert snapshot(session) == before


@pytest.mark.parametrize(
    ("seat", "kind", "args", "code"),
    [
        ("director", "conquer", {}, "unknown_command"),
        ("director", "message_seat", {}, "bad_arguments"),
        ("director", "message_seat", {"to": ["dongpo"], "text": "x", "extra": 1}, "bad_arguments"),
        ("director", "message_seat", {"to": ["dongpo"], "text": "长" * 30_000}, "too_large"),
        ("director", "message_seat", {"to": ["dongpo"], "text": float("nan")}, "bad_arguments"),
        ("emperor", "message_seat", {"to": ["dongpo"], "text": "x"}, "no_seat"),
        (7, "message_seat", {"to": ["dongpo"], "text": "x"}, "no_seat"),
        ("dongpo", "set_up_organ", {"organ": "hq"}, "no_power"),
        ("director", "freeze", {"reason": "x"}, "no_power"),
    ],
)
def test_refusals_have_their_code(session: Session, seat: Any, kind: str, args: dict[str, Any], code: str) -> None:
    """Each kind of bad command gets its own code, and is kept."""
    outcome = session.submit(seat, kind, args)
    assert outcome.refusal is not None
    assert outcome.refusal.code == code
    assert session.refusals()[-1].refusal == outcome.refusal


def broken(monkeypatch: pytest.MonkeyPatch, kind: str, error: Exception) -> None:
    """Make the rule of a command raise."""

    def decide(*_: object) -> Any:
        raise error

    monkeypatch.setitem(REGISTRY, kind, replace(REGISTRY[kind], decide=decide))


def test_fault_freezes_before_the_faulty_command(saved: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A core that raises: the command is not journaled, the report is kept, the session is frozen and can be thawed."""
    some_turns(saved, 1)
    broken(monkeypatch, "declare_priority", ZeroDivisionError("by nothing"))
    outcome = saved.submit("director", "declare_priority", {"domain": "water"}, cmd_id="f")

    assert outcome.refusal is not None
    assert outcome.refusal.code == "fault"
    assert saved.state.session.state == "frozen"
    seq, seat, kind, _, report = saved.faults()[-1]
    assert (seat, kind) == ("director", "declare_priority")
    assert "ZeroDivisionError: by nothing" in report
    assert [r.kind for r in saved.records(seq + 1)] == ["freeze"]
    refused = saved.submit("director", "message_seat", {"to": ["dongpo"], "text": "x"})
    assert not refused.accepted

    monkeypatch.undo()
    for kind in ("thaw", "resume"):
        assert saved.submit("instructor", kind, {}, source="instructor").accepted
    again = saved.submit("director", "declare_priority", {"domain": "water"}, cmd_id="f")
    assert again.accepted
    assert not again.repeated
    assert saved.verify().ok


def test_fault_in_the_freeze_still_stops_the_session(saved: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where even freezing fails, nothing more is accepted and nothing is written."""
    before = snapshot(saved)
    for kind in ("freeze", "declare_priority"):
        broken(monkeypatch, kind, RuntimeError("core"))
    assert not saved.submit("director", "declare_priority", {"domain": "water"}).accepted
    outcome = saved.submit("director", "message_seat", {"to": ["dongpo"], "text": "x"})
    assert outcome.refusal is not None
    assert outcome.refusal.code == "fault"
    assert snapshot(saved) == before


def test_preview_changes_nothing(session: Session) -> None:
    """A preview, of a good command or a bad one, leaves everything as it was."""
    before = snapshot(session)
    for seat, kind, args in plan(session.state.day):
        session.preview(seat, kind, args)
    session.preview("director", "issue_order", "{")
    session.preview("nobody", "no", {})
    assert snapshot(session) == before
    assert session.refusals() == ()


def test_subscribers_hear_accepted_commands_in_order(session: Session) -> None:
    """Each accepted command is told once; after unsubscribing nothing is."""
    heard = []
    stop = session.subscribe(lambda outcome: heard.append(outcome.seq))
    first = session.submit("director", "message_seat", {"to": ["dongpo"], "text": "一"}, cmd_id="1")
    session.submit("director", "message_seat", {"to": ["dongpo"], "text": "一"}, cmd_id="1")
    session.submit("nobody", "message_seat", {})
    stop()
    stop()
    session.submit("director", "message_seat", {"to": ["dongpo"], "text": "二"})
    assert heard == [first.seq]


def test_failing_subscriber_harms_nobody(session: Session, loud: None) -> None:
    """A subscriber that raises neither undoes the command nor keeps others from hearing of it."""
    heard = []

    def fail(_: object) -> None:
        raise ValueError("deaf")

    session.subscribe(fail)
    session.subscribe(heard.append)
    assert session.submit("director", "message_seat", {"to": ["dongpo"], "text": "一"}).accepted
    assert len(heard) == 1


def test_views_are_made_once_per_state(session: Session) -> None:
    """The same state gives the same view object; a new state a new one; nobody gets a KeyError."""
    first = session.view("director")
    assert session.view("director") is first
    session.submit("director", "message_seat", {"to": ["dongpo"], "text": "一"})
    assert session.view("director") is not first
    with pytest.raises(KeyError):
        session.view("emperor")


def test_legal_agrees_with_refusals(session: Session) -> None:
    """What `legal` closes is refused with the same code when it is tried."""
    closed = {legal.kind: legal.refusal for legal in session.legal("squad")}
    assert closed["plan_visit"] is None
    refusal = closed["set_up_organ"]
    assert refusal is not None
    assert session.submit("squad", "set_up_organ", {"organ": "hq"}).refusal == refusal
    assert "freeze" not in closed
    assert "freeze" in {legal.kind for legal in session.legal("instructor")}
