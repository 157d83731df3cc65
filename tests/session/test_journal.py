"""The journal: append-only, one answer per command id, nothing acknowledged that is not saved."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from small_play import some_turns

from game.session import journal as journal_module
from game.session.schema import APPEND_ONLY
from game.session.session import Session, state_hash

TALK = {"to": ["dongpo"], "text": "一句话"}


def fingerprint(session: Session) -> tuple[str, str, int]:
    """Return everything that must not change when nothing happens."""
    return state_hash(session.state), session.chain, session.seq


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_history_cannot_be_rewritten(saved: Session, table: str, verb: str) -> None:
    """Updates and deletes are refused by the file itself."""
    saved.submit("nobody", "message_seat", TALK)
    db = saved._journal._db
    if table == "faults":
        db.execute("INSERT INTO faults (seq, seat, kind, args, report, wall) VALUES (0,'','','','','')")
    column = db.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
    statement = f"DELETE FROM {table}" if verb == "DELETE" else f"UPDATE {table} SET {column} = {column}"
    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        db.execute(statement)


def test_repeated_id_gets_the_first_answer(saved: Session) -> None:
    """A command sent twice under one id is carried out once and answered alike, also after reopening."""
    first = saved.submit("director", "message_seat", TALK, cmd_id="a-1")
    before = fingerprint(saved)
    second = saved.submit("director", "message_seat", {**TALK, "text": "另一句"}, cmd_id="a-1")

    assert first.accepted
    assert not first.repeated
    assert second.repeated
    assert (second.accepted, second.seq, second.events) == (True, first.seq, first.events)
    assert fingerprint(saved) == before

    path = saved.path
    assert path is not None
    saved.close()
    with Session.open(path) as again:
        assert again.submit("director", "message_seat", TALK, cmd_id="a-1").seq == first.seq
        assert fingerprint(again) == before


def test_repeated_refused_id_gets_the_first_refusal(saved: Session) -> None:
    """A refusal is an answer too."""
    first = saved.submit("dongpo", "set_up_organ", {"organ": "hq"}, cmd_id="r-1")
    second = saved.submit("director", "message_seat", TALK, cmd_id="r-1")
    assert not first.accepted
    assert second.refusal == first.refusal
    assert second.repeated
    assert len(saved.refusals()) == 1


def test_same_id_in_one_journal_is_impossible(saved: Session) -> None:
    """Two writers cannot both take the next number: the second is told, and nothing of it is kept."""
    path = saved.path
    assert path is not None
    with Session.open(path) as other:
        assert saved.submit("director", "message_seat", TALK).accepted
        before = fingerprint(other)
        outcome = other.submit("director", "message_seat", TALK)
        assert outcome.refusal is not None
        assert outcome.refusal.code == "other_writer"
        assert fingerprint(other) == before


@pytest.mark.parametrize("pragma", ["query_only = ON", "full"])
def test_full_disk_and_read_only_change_nothing(saved: Session, pragma: str) -> None:
    """A command that cannot be saved is refused with `not_saved`; once there is room the same id goes through."""
    db = saved._journal._db
    if pragma == "full":
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
    else:
        db.execute(f"PRAGMA {pragma}")
    before, told = fingerprint(saved), []
    saved.subscribe(told.append)
    for number in range(40):
        outcome = saved.submit("director", "message_seat", {**TALK, "text": "长" * 900}, cmd_id=f"x{number}")
        if not outcome.accepted:
            break
        before, told = fingerprint(saved), []
    assert outcome.refusal is not None
    assert outcome.refusal.code == "not_saved"
    assert fingerprint(saved) == before
    assert told == []

    db.execute("PRAGMA query_only = OFF")
    db.execute("PRAGMA max_page_count = 1000000")
    again = saved.submit("director", "message_seat", TALK, cmd_id=f"x{number}")
    assert again.accepted
    assert not again.repeated
    assert saved.verify().ok


def test_saved_before_told(saved: Session) -> None:
    """When a subscriber hears of a command, another process can already read it."""
    read = (
        "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT max(seq) FROM commands').fetchone()[0])"
    )
    heard = []

    def listen(outcome: object) -> None:
        seen = subprocess.run([sys.executable, "-c", read, str(saved.path)], capture_output=True, text=True, check=True)
        heard.append((outcome.seq, int(seen.stdout)))  # type: ignore[attr-defined]

    saved.subscribe(listen)
    outcome = saved.submit("director", "message_seat", TALK)
    assert heard == [(outcome.seq, outcome.seq)]


def test_refusals_are_kept_for_the_review(saved: Session) -> None:
    """A refused command stands in its own table with code and parameters, not in the journal."""
    before = saved.seq
    some_turns(saved, 1)
    refused = saved.refusals()
    assert [(r.seat, r.kind, r.refusal.code) for r in refused] == [("dongpo", "set_up_organ", "no_power")]
    assert json.loads(refused[0].args) == {"organ": "hq"}
    assert before < refused[0].seq < saved.seq
    assert "set_up_organ" not in {record.kind for record in saved.records()}


def test_flood_of_refusals_is_bounded(saved: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bad commands without end cannot fill the disk."""
    monkeypatch.setattr(journal_module, "MAX_REFUSALS", 10)
    for _ in range(30):
        assert not saved.submit("nobody", "message_seat", TALK).accepted
    assert len(saved.refusals()) == 10


def test_wal_mode_and_full_sync(bundle: dict[str, str], tmp_path: Path) -> None:
    """Files run in WAL mode, and FULL can be chosen for hosts."""
    with Session.create(tmp_path / "f.tonghe", bundle, seed=1, sync="FULL") as session:
        db = session._journal._db
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
