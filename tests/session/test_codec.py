"""States to bytes and back, hashes, and old events."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from small_play import some_turns

from game.session import codec, upcast
from game.session.codec import canonical, decode_state, encode_state, state_hash
from game.session.session import Session


def test_round_trip(session: Session) -> None:
    """A decoded state is the same in every table, in the order of rows, and goes on alike."""
    some_turns(session, 2)
    state = session.state
    again = decode_state(encode_state(state), state.fixed)
    assert state_hash(again) == state_hash(state)
    assert canonical(again) == canonical(state)
    for table in ("seats", "organs", "orders", "problems", "visits", "messages", "funds", "reports", "causes"):
        assert getattr(again, table) == getattr(state, table)
        assert list(getattr(again, table)) == list(getattr(state, table))
    assert again.history == state.history
    assert again.columns.digest() == state.columns.digest()


def test_a_state_is_written_in_parts_as_if_at_once(session: Session) -> None:
    """Parts leave other threads room to run; together they are the bytes of one call, for the hash and on disk."""
    some_turns(session, 3)
    state = session.state
    rest = codec._rest_of(state)
    plain = codec._rest().dump_python(rest, mode="json")
    whole = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    parts = list(codec._written(state, ordered=True))

    assert "".join(parts) == canonical(state) == whole
    assert "".join(codec._written(state, ordered=False)).encode() == codec._rest().dump_json(rest)
    assert len(parts) > len(rest) + len(state.causes)
    turn = max(len(json.dumps(codec._writer("causes").dump_python({key: state.causes[key]}))) for key in state.causes)
    assert max(map(len, parts)) < max(len(whole) // 3, 2 * turn)


def test_hash_does_not_depend_on_the_order_of_rows(session: Session) -> None:
    """The hash is of what is true, not of how it was put together."""
    state = session.state
    shuffled = list(state.organs.items())
    random.Random(3).shuffle(shuffled)
    assert state_hash(replace(state, organs=dict(shuffled))) == state_hash(state)


def test_hash_notices_every_field(session: Session) -> None:
    """A change in any table, in the day or in the households changes the hash."""
    state = session.state
    approval = state.columns.approval.copy()
    approval[0] ^= 1
    others = [
        replace(state, day=state.day + 1),
        replace(state, counters={**state.counters, "x": 1}),
        replace(state, organs={**state.organs, "bureau:water": replace(state.organs["bureau:water"], friction=1)}),
        replace(state, columns=state.columns.changed(approval=approval)),
        replace(state, sums=replace(state.sums, households=state.sums.households + 1)),
    ]
    assert len({state_hash(s) for s in [state, *others]}) == len(others) + 1


def test_damaged_bytes_are_refused(session: Session) -> None:
    """Cut, changed or foreign bytes give ValueError, nothing else."""
    state = session.state
    data = encode_state(state)
    with pytest.raises(ValueError, match="no state"):
        decode_state(b"nonsense", state.fixed)
    for length in range(0, len(data), max(1, len(data) // 15)):
        with pytest.raises(ValueError, match=r"."):
            decode_state(data[:length], state.fixed)


def test_old_events_are_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """An event of an old version passes through one upcaster per version, a renamed kind included."""
    monkeypatch.setitem(upcast.UPCASTS, ("count", -1), lambda data: {**data, "by": data["amount"]})
    monkeypatch.setitem(
        upcast.UPCASTS, ("count", 0), lambda data: {"kind": "counted", "counter": data["counter"], "by": data["by"]}
    )
    event = upcast.read_event("count", -1, '{"kind": "count", "counter": "n:orders", "amount": 3}')
    assert event.model_dump() == {"kind": "counted", "counter": "n:orders", "by": 3}


@pytest.mark.parametrize(("kind", "version"), [("counted", 99), ("conquered", 1)])
def test_unknown_events_are_named(kind: str, version: int) -> None:
    """An event of a kind or version from the future is refused by name."""
    with pytest.raises(upcast.UnknownEvent, match=f"{kind} v{version}"):
        upcast.read_event(kind, version, "{}")


def test_every_event_has_a_version() -> None:
    """Each kind of event is known with its current version."""
    assert upcast.versions()["week_stepped"] >= 1
    assert all(version >= 1 for version in upcast.versions().values())
