"""What a session file can suffer, and what opening it then does: never a lost original, always a reason."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from small_play import SEED, some_turns

from game.session.errors import (
    BadScenario,
    ForeignFile,
    NewerFile,
    SessionDamaged,
    SessionExists,
    SessionMissing,
    SessionNotSaved,
)
from game.session.schema import FORMAT
from game.session.session import Session, state_hash


def flip(path: Path, text: str) -> None:
    """Change one byte of a text in a file."""
    data = bytearray(path.read_bytes())
    at = data.index(text.encode())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def test_opening_gives_the_state_that_was_closed(saved: Session) -> None:
    """A session closed and opened again stands where it stood, and goes on."""
    some_turns(saved, 2)
    before, chain, path = state_hash(saved.state), saved.chain, saved.path
    assert path is not None
    saved.close()

    with Session.open(path) as again:
        assert again.damage is None
        assert (state_hash(again.state), again.chain) == (before, chain)
        some_turns(again, 1)
        assert again.verify().ok


def test_stricter_checker_does_not_close_an_old_session(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session keeps its scenario whole: opening it asks neither the checker nor the library."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("the checker was asked")

    monkeypatch.setattr("game.session.library.check_bundle", fail)
    monkeypatch.setattr("game.session.library.county_text", fail)
    with Session.open(finished) as session:
        assert session.damage is None
        assert session.verify().ok


def test_scenario_survives_the_file(bundle: dict[str, str], tmp_path: Path) -> None:
    """The scenario read back from a file is the one that was checked, dates and unions included."""
    with Session.create(tmp_path / "s.tonghe", bundle, seed=SEED) as made:
        scenario = made.state.scenario
    with Session.open(tmp_path / "s.tonghe") as session:
        assert session.state.scenario == scenario


def test_existing_file_is_never_overwritten(bundle: dict[str, str], finished: Path) -> None:
    """Creating over a file is refused and leaves it alone."""
    before = finished.read_bytes()
    with pytest.raises(SessionExists, match=r"finished\.tonghe"):
        Session.create(finished, bundle, seed=SEED)
    assert finished.read_bytes() == before


def test_bad_scenario_makes_no_file(bundle: dict[str, str], tmp_path: Path) -> None:
    """A bundle with errors is refused with its findings, and nothing is written."""
    broken = {**bundle, "scenario.yaml": bundle["scenario.yaml"].replace("post: hq_director", "post: emperor")}
    with pytest.raises(BadScenario) as caught:
        Session.create(tmp_path / "x.tonghe", broken, seed=SEED)
    assert caught.value.findings
    assert not list(tmp_path.glob("*.tonghe*"))


def test_missing_file_is_said(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is named."""
    for path in (tmp_path / "none.tonghe", tmp_path):
        with pytest.raises(SessionMissing, match="找不到"):
            Session.open(path)


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0", os.urandom(5000)])
def test_foreign_bytes_are_refused_untouched(content: bytes, tmp_path: Path) -> None:
    """Whatever is no session file is refused and not changed."""
    path = tmp_path / "odd.tonghe"
    path.write_bytes(content)
    with pytest.raises(ForeignFile):
        Session.open(path)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.glob("odd*")] == ["odd.tonghe"]


def test_foreign_database_is_refused(tmp_path: Path) -> None:
    """A database of another program is no session."""
    path = tmp_path / "books.tonghe"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE commands (seq)")
    db.close()
    with pytest.raises(ForeignFile):
        Session.open(path)


def test_newer_file_names_the_version_to_install(finished: Path) -> None:
    """A file of a newer format is refused with the version that wrote it."""
    db = sqlite3.connect(finished)
    db.execute("DROP TRIGGER header_no_update")
    db.execute("UPDATE header SET value = '9.8.7' WHERE key = 'app'")
    db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    db.commit()
    db.close()
    before = finished.read_bytes()
    with pytest.raises(NewerFile, match=r"9\.8\.7") as caught:
        Session.open(finished)
    assert caught.value.needed == "9.8.7"
    assert finished.read_bytes() == before


def test_edited_byte_opens_to_the_last_good_command(finished: Path) -> None:
    """One changed byte in an event: what came before is recovered into a copy, the original stays, the loss is said."""
    with Session.open(finished) as whole:
        hurt = next(r.seq for r in whole.records() if r.kind == "message_seat" and r.day == 7)
        total, good = whole.seq, state_hash(whole.state_after(hurt - 1))
    flip(finished, "第7日请到村里看水")
    before = finished.read_bytes()

    with Session.open(finished) as session:
        assert session.seq == hurt - 1
        assert state_hash(session.state) == good
        assert session.damage is not None
        assert f"{total - hurt + 1} 条指令丢失" in session.damage
        assert session.path is not None
        assert session.path.name == "finished.recovered-1.tonghe"
        verdict = session.verify()
        assert (verdict.ok, verdict.seq) == (False, hurt)
        assert session.submit("director", "message_seat", {"to": ["dongpo"], "text": "接着来"}).accepted

    assert finished.read_bytes() == before
    with Session.open(session.path) as copy:
        assert copy.damage is None
        assert copy.verify().ok


def test_reading_a_damaged_file_writes_nothing(finished: Path) -> None:
    """Opened for reading, a damaged file is recovered in memory only."""
    flip(finished, "第7日请到村里看水")
    with Session.open(finished, reading=True) as session:
        assert session.path is None
        assert session.damage is not None
    assert [p.name for p in finished.parent.glob("*.tonghe*")] == ["finished.tonghe"]


@pytest.mark.parametrize("share", [10, 40, 60, 80, 95, 99])
def test_truncated_file_never_raises_anything_else(finished: Path, share: int) -> None:
    """A file cut short opens to some good command, or is refused as damaged; the original stays as it is."""
    data = finished.read_bytes()
    cut = data[: len(data) * share // 100]
    finished.write_bytes(cut)
    try:
        with Session.open(finished) as session:
            assert session.damage is not None
            assert session.state.seq == session.seq
    except SessionDamaged as error:
        told = str(error)
        assert "损坏" in told
    assert finished.read_bytes() == cut


def test_random_damage_is_told_or_harmless(finished: Path) -> None:
    """Whatever page is overwritten: the file opens to a state it once had, or is refused; no other exception."""
    whole = finished.read_bytes()
    with Session.open(finished) as session:
        states = {seq: state_hash(session.state_after(seq)) for seq in range(session.seq + 1)}
    for at in range(100, len(whole), max(1, len(whole) // 24)):
        hurt = finished.with_name(f"hurt-{at}.tonghe")
        data = bytearray(whole)
        data[at : at + 32] = bytes(byte ^ 0x5A for byte in data[at : at + 32])
        hurt.write_bytes(bytes(data))
        try:
            with Session.open(hurt, reading=True) as session:
                assert state_hash(session.state) == states[session.seq]
        except (SessionDamaged, ForeignFile, NewerFile, BadScenario, SessionNotSaved):
            continue


def test_folder_that_cannot_be_written(bundle: dict[str, str], tmp_path: Path) -> None:
    """Where a session cannot be saved, creating it says so."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    for folder in (blocked, tmp_path / "nowhere"):
        with pytest.raises(SessionNotSaved, match="不能在这里保存"):
            Session.create(folder / "x.tonghe", bundle, seed=SEED)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_file_in_a_read_only_folder_opens_for_reading(finished: Path) -> None:
    """A session on a read-only place can be looked at; commands are answered with `not_saved`."""
    folder = finished.parent / "locked"
    folder.mkdir()
    file = Path(shutil.copy(finished, folder))
    file.chmod(0o400)
    folder.chmod(0o500)
    try:
        with Session.open(file) as session:
            outcome = session.submit("director", "message_seat", {"to": ["dongpo"], "text": "x"})
            assert outcome.refusal is not None
            assert outcome.refusal.code == "not_saved"
    finally:
        folder.chmod(0o700)


def test_awkward_names_work(bundle: dict[str, str], tmp_path: Path) -> None:
    """Names with spaces, signs and Chinese are fine."""
    path = tmp_path / "一 班 50%#?&.tonghe" if sys.platform != "win32" else tmp_path / "一 班 50%#&.tonghe"
    with Session.create(path, bundle, seed=SEED) as session:
        assert session.path == path
    with Session.open(path) as session:
        assert session.seq == 0
