"""Going back: any day, from zero and from snapshots alike; forks; verification."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from small_play import open_play, some_turns

from game.session import session as session_module
from game.session.replay import Timeline
from game.session.schema import RULES, genesis, link
from game.session.session import Session, state_hash


def hashes(session: Session) -> list[str]:
    """Return the hash after every command, from a fresh timeline."""
    timeline = Timeline(session._journal, session._setting.fixed)
    return [state_hash(timeline.state_after(seq)) for seq in range(session.seq + 1)]


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a snapshot every third command."""
    monkeypatch.setattr(session_module, "SNAPSHOT_COMMANDS", 3)


def test_replay_equals_the_live_states(saved: Session) -> None:
    """The state after each command, rebuilt from events alone, is the one that stood when it was played."""
    live = [state_hash(saved.state)]
    saved.subscribe(lambda _: live.append(state_hash(saved.state)))
    some_turns(saved, 2)
    assert hashes(saved)[-len(live) :] == live


def test_every_snapshot_leads_to_the_same_states(saved: Session, often: None) -> None:
    """From each snapshot on, the tail of the journal leads to the same states as from zero."""
    some_turns(saved, 2)
    with_snapshots = hashes(saved)
    assert len(list(saved._journal.snapshots(1, saved.seq))) >= 3
    saved._journal.drop_snapshots()
    assert hashes(saved) == with_snapshots


def test_damaged_snapshot_is_passed_over(saved: Session, often: None) -> None:
    """A snapshot whose bytes changed is not used."""
    some_turns(saved, 2)
    expected = hashes(saved)
    saved._journal._db.execute("UPDATE snapshots SET body = substr(body, 1, 200)")
    assert hashes(saved) == expected


def test_wrong_snapshot_is_found_and_dropped(saved: Session, often: None) -> None:
    """Verification compares every snapshot with what the commands come to, and rebuilds the cache."""
    some_turns(saved, 1)
    saved._journal._db.execute("UPDATE snapshots SET hash = 'x'")
    verdict = saved.verify()
    assert verdict.ok
    assert verdict.rebuilt >= 1
    assert not list(saved._journal.snapshots(1, saved.seq))


def test_a_day_is_its_morning(saved: Session) -> None:
    """`state_at` gives the state in which a day began; days between turns belong to the turn's end before them."""
    start = state_hash(saved.state_at(0))
    mornings = {}
    for _ in range(3):
        some_turns(saved, 1)
        mornings[saved.state.day] = state_hash(saved.state)
    for day, expected in mornings.items():
        assert state_hash(saved.state_at(day)) == expected
        assert state_hash(saved.state_at(day + 3)) == expected
    assert start == state_hash(saved.state_after(0))
    assert saved.state_at(3).seq == 0
    with pytest.raises(ValueError, match="no day"):
        saved.state_at(-1)
    with pytest.raises(ValueError, match="no command"):
        saved.state_after(saved.seq + 1)


def test_jumps_are_quick(saved: Session) -> None:
    """Any day is reached within a second."""
    some_turns(saved, 6)
    for day in (42, 0, 21, 7, 35):
        saved._timeline._near.clear()
        begin = time.thread_time()
        saved.state_at(day)
        assert time.thread_time() - begin < 1


def test_fork_has_the_same_past_and_its_own_future(saved: Session, tmp_path: Path) -> None:
    """A fork begins in the morning of its day, replays alike under the same commands, and leaves the original alone."""
    some_turns(saved, 3)
    before = (state_hash(saved.state), saved.chain)
    with saved.fork(14, tmp_path / "fork.tonghe") as twin:
        assert twin.state.day == 14
        assert state_hash(twin.state) == state_hash(saved.state_at(14))
        assert twin.seed == saved.seed
        assert twin.header["parent"].startswith("one.tonghe#")
        some_turns(twin, 1)
        assert state_hash(twin.state) == before[0], "the same commands must lead to the same county"
        assert twin.verify().ok
        twin.submit("director", "message_seat", {"to": ["dongpo"], "text": "另一条路"})
    assert (state_hash(saved.state), saved.chain) == before
    with Session.open(tmp_path / "fork.tonghe") as again:
        assert again.damage is None
        assert again.header["parent"] == twin.header["parent"]


def test_fork_with_other_people(saved: Session) -> None:
    """The seats of a fork can be held by others; that is in its journal."""
    some_turns(saved, 2)
    with saved.fork(7, None, humans=["dongpo"]) as twin:
        assert {s.id: s.state for s in twin.state.seats.values()} == {
            "director": "bot",
            "dongpo": "human",
            "squad": "bot",
        }
        assert twin.verify().ok


def test_verify_accepts_a_sound_session(saved: Session) -> None:
    """A session just played verifies, with progress told up to the last command."""
    some_turns(saved, 2)
    told = []
    verdict = saved.verify(lambda done, total: told.append((done, total)))
    assert (verdict.ok, verdict.seq, verdict.by) == (True, saved.seq, "commands")
    assert told[-1] == (saved.seq, saved.seq)


def rewrite(session: Session, seq: int, old: str, new: str, *, forge: bool) -> None:
    """Change the body of an event behind the session's back, with `forge` the chain too."""
    assert session.path is not None
    db = sqlite3.connect(session.path)
    for table in ("events", "commands"):
        db.execute(f"DROP TRIGGER {table}_no_update")
    changed = db.execute("UPDATE events SET body = replace(body, ?, ?) WHERE seq = ?", (old, new, seq)).rowcount
    assert changed
    db.commit()
    if forge:
        chain = genesis(session._journal.header, session._journal.bundle, session._journal.origin)
        for row, _, events in session._journal.rows():
            chain = link(chain, row, events)
            db.execute("UPDATE commands SET chain = ? WHERE seq = ?", (chain, row.seq))
        db.commit()
    db.close()


@pytest.mark.parametrize("forge", [False, True])
def test_verify_names_the_command_of_an_edited_event(saved: Session, forge: bool) -> None:
    """One byte of one event changed: the chain tells; with a forged chain re-execution tells; both name the command."""
    some_turns(saved, 2)
    seq = next(r.seq for r in saved.records() if r.kind == "message_seat" and r.day == 7)
    rewrite(saved, seq, "第7日", "第8日", forge=forge)
    verdict = saved.verify()
    assert (verdict.ok, verdict.seq) == (False, seq)
    assert f"第 {seq} 条指令（message_seat）" in verdict.reason


def test_older_rules_are_verified_from_events(saved: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session played by other rules is not re-executed but replayed from its events, and says so."""
    some_turns(saved, 1)
    saved._journal.header["rules"] = "0"
    monkeypatch.setattr("game.session.replay.genesis", lambda *_: _genesis_of(saved))
    verdict = saved.verify()
    assert (verdict.ok, verdict.by) == (True, "events")


def _genesis_of(session: Session) -> bytes:
    return genesis({**session._journal.header, "rules": str(RULES)}, session._journal.bundle, session._journal.origin)


def test_same_seed_same_journal(bundle: dict[str, str]) -> None:
    """Two sessions of one seed are equal down to the chain; another seed gives another county."""
    chains = []
    for seed in (5, 5, 6):
        with Session.create(None, bundle, seed=seed) as session:
            open_play(session)
            some_turns(session, 1)
            chains.append(session.chain)
    assert chains[0] == chains[1] != chains[2]


def test_seed_is_drawn_when_none_is_given(bundle: dict[str, str]) -> None:
    """Without a seed the machine draws one, and the file keeps it."""
    with Session.create(None, bundle) as one, Session.create(None, bundle) as two:
        assert one.seed != two.seed
        assert 0 <= one.seed < 1 << 128
        assert one.header["seed"] == str(one.seed)


def read_on(session: Session, begun: threading.Event, refused: list[str]) -> None:
    """Ask for one day after the other until the session answers no more."""
    days = [record.day for record in session.state.history]
    try:
        while True:
            for day in days:
                session.state_at(day)
                begun.set()
    except sqlite3.ProgrammingError as error:
        refused.append(str(error))


def test_a_file_closed_while_a_thread_reads_its_past_ends_in_an_error(finished: Path) -> None:
    """Closing waits for what is being read; the next question is refused, and nothing crashes."""
    for _ in range(20):
        session = Session.open(finished, reading=True)
        begun, refused = threading.Event(), []
        reader = threading.Thread(target=read_on, args=(session, begun, refused))
        reader.start()
        begun.wait(5)
        session.close()
        reader.join(5)
        assert refused
