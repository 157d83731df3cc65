"""The journal: writes commands with their events in one transaction each, and reads them back.

A command is acknowledged only after its transaction is committed; `seq` as primary key keeps two writers apart.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from game.exercise.events import Event, encode
from game.session.errors import SessionExists, SessionNotSaved
from game.session.schema import Row, Stored, genesis, link, make_tables
from game.session.upcast import version_of

Sync = Literal["NORMAL", "FULL", "OFF"]
"""NORMAL outlives the death of the program, FULL also that of the machine's power."""

MAX_REFUSALS = 20_000
"""Refusals kept in one file; a flood of bad commands cannot fill a disk."""

Kept = tuple[Row, bytes, tuple[Stored, ...]]
"""A command, its link of the chain, its events."""

_COLUMNS = "seq, day, after, turn, seat, kind, args, source, cmd_id, wall"


def stored(events: tuple[Event, ...]) -> tuple[Stored, ...]:
    """Return events as the journal keeps them."""
    return tuple((event.kind, version_of(event), encode(event)) for event in events)  # type: ignore[attr-defined]


class Journal:
    """One open session file, or one that lives in memory only."""

    def __init__(self, db: sqlite3.Connection, path: Path | None) -> None:
        self._db = db
        self.path = path
        self.header: dict[str, str] = dict(db.execute("SELECT key, value FROM header ORDER BY key"))
        self.bundle: dict[str, str] = dict(db.execute("SELECT name, text FROM bundle ORDER BY name"))
        last = db.execute("SELECT seq, chain FROM commands ORDER BY seq DESC LIMIT 1").fetchone()
        self.seq: int = last[0]
        self._chain: bytes = last[1]
        self._refusals: int = db.execute("SELECT count(*) FROM refusals").fetchone()[0]

    @classmethod
    def create(
        cls,
        path: Path | None,
        header: Mapping[str, str],
        bundle: Mapping[str, str],
        origin: bytes,
        rows: Iterator[tuple[Row, tuple[Stored, ...]]],
        *,
        sync: Sync = "NORMAL",
    ) -> Journal:
        """Write a new session whose first commands are `rows`; the file appears whole or not at all.

        `SessionExists` where the name is taken, `SessionNotSaved` where the place cannot be written to.
        """
        if path is None:
            db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            _fill(db, header, bundle, origin, rows)
            return cls(db, None)
        if path.exists():
            raise SessionExists(f"已经有这个文件：{path}。推演文件不会被覆盖，请换一个名字。")
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            db = sqlite3.connect(part, isolation_level=None)
            try:
                _fill(db, header, bundle, origin, rows)
            finally:
                db.close()
            part.replace(path)
            return cls(connect(path, sync), path)
        except (OSError, sqlite3.Error) as error:
            raise SessionNotSaved(
                f"不能在这里保存推演：{path.parent}（{error}）。请换一个可以写入的文件夹。"
            ) from error
        finally:
            if part.parent.is_dir():
                part.unlink(missing_ok=True)

    @classmethod
    def resume(cls, path: Path, *, sync: Sync = "NORMAL") -> Journal:
        """Open a sound session file to go on with it, or only to read where it cannot be written to."""
        try:
            db = connect(path, sync)
        except sqlite3.Error:
            db = connect_reading(path)
        return cls(db, path)

    def close(self) -> None:
        """Close the file; what was acknowledged is in it."""
        self._db.close()

    @property
    def chain(self) -> bytes:
        """The link of the last command."""
        return self._chain

    @property
    def origin(self) -> bytes:
        """The encoded state before the first event."""
        body: bytes = self._db.execute("SELECT body FROM origin").fetchone()[0]
        return body

    def stored(self, events: tuple[Event, ...]) -> tuple[Stored, ...]:
        """Return events as they are kept."""
        return stored(events)

    def append(self, row: Row, events: tuple[Stored, ...]) -> None:
        """Commit a command with its events; on `sqlite3.Error` nothing has happened."""
        chain = link(self._chain, row, events)
        with _Transaction(self._db):
            _insert(self._db, row, chain, events)
        self.seq, self._chain = row.seq, chain

    def refuse(
        self,
        seq: int,
        day: int,
        seat: str,
        kind: str,
        args: str,
        source: str,
        cmd_id: str | None,
        code: str,
        params: str,
        wall: str,
    ) -> None:
        """Keep a refused command for the review; quietly nothing once `MAX_REFUSALS` are kept."""
        if self._refusals >= MAX_REFUSALS:
            return
        with _Transaction(self._db):
            self._db.execute(
                "INSERT INTO refusals (seq, day, seat, kind, args, source, cmd_id, code, params, wall) "
                "VALUES (?,?,?,?,?,?,?,?,?,?)",
                (seq, day, seat, kind, args, source, cmd_id, code, params, wall),
            )
        self._refusals += 1

    def blame(self, seq: int, seat: str, kind: str, args: str, report: str, wall: str) -> None:
        """Keep the report of a fault in the core."""
        with _Transaction(self._db):
            self._db.execute(
                "INSERT INTO faults (seq, seat, kind, args, report, wall) VALUES (?,?,?,?,?,?)",
                (seq, seat, kind, args, report, wall),
            )

    def rows(self, first: int = 0, last: int | None = None) -> Iterator[Kept]:
        """Yield commands with their events in order, from `first` up to and with `last`."""
        return read_rows(self._db, first, self.seq if last is None else last)

    def reports(self, level: str, first: int, last: int) -> Iterator[tuple[int, Stored]]:
        """Yield (day that stood after it, event) of what a level of the reporting chain was told, in order.

        Rows of another level may be among them where their text merely looks alike.
        """
        found = self._db.execute(
            "SELECT c.after, e.kind, e.v, e.body FROM events e JOIN commands c ON c.seq = e.seq "
            "WHERE e.seq BETWEEN ? AND ? AND e.kind = 'reported' AND instr(e.body, ?) ORDER BY e.seq, e.i",
            (first, last, f'"{level}"'),
        )
        for after, *event in found:
            yield after, (event[0], event[1], event[2])

    def answered(self, cmd_id: str) -> Kept | tuple[str, str] | None:
        """Return what a command of that id came to: the row kept, or (code, params) of its refusal."""
        found = self._db.execute("SELECT seq FROM commands WHERE cmd_id = ?", (cmd_id,)).fetchone()
        if found is not None:
            return next(self.rows(found[0], found[0]))
        refused: tuple[str, str] | None = self._db.execute(
            "SELECT code, params FROM refusals WHERE cmd_id = ?", (cmd_id,)
        ).fetchone()
        return refused

    def refusals(self) -> list[tuple[int, int, str, str, str, str, str, str]]:
        """Return (seq, day, seat, kind, args, source, code, params) of every refusal kept, in order."""
        return self._db.execute(
            "SELECT seq, day, seat, kind, args, source, code, params FROM refusals ORDER BY n"
        ).fetchall()

    def faults(self) -> list[tuple[int, str, str, str, str]]:
        """Return (seq, seat, kind, args, report) of every fault kept, in order."""
        return self._db.execute("SELECT seq, seat, kind, args, report FROM faults ORDER BY n").fetchall()

    def first_on(self, day: int) -> int:
        """Return the number of the command that brought the county to `day`, or to the last turn's end before it."""
        found = self._db.execute("SELECT max(after) FROM commands WHERE after <= ?", (day,)).fetchone()[0]
        return int(self._db.execute("SELECT min(seq) FROM commands WHERE after = ?", (found or 0,)).fetchone()[0])

    def put_snapshot(self, seq: int, day: int, version: int, state_hash: str, body: bytes) -> None:
        """Keep a snapshot; a cache, so a full disk is no fault."""
        digest = blake2b(body, digest_size=16).digest()
        try:
            with _Transaction(self._db):
                self._db.execute(
                    "INSERT OR REPLACE INTO snapshots (seq, day, version, hash, digest, body) VALUES (?,?,?,?,?,?)",
                    (seq, day, version, state_hash, digest, body),
                )
        except sqlite3.Error:
            return

    def snapshots(self, version: int, upto: int) -> Iterator[tuple[int, str, bytes]]:
        """Yield (seq, state hash, body) of snapshots up to a command, newest first, without the damaged ones."""
        numbers = self._db.execute(
            "SELECT seq FROM snapshots WHERE version = ? AND seq <= ? ORDER BY seq DESC", (version, upto)
        ).fetchall()
        for (seq,) in numbers:
            state_hash, digest, body = self._db.execute(
                "SELECT hash, digest, body FROM snapshots WHERE seq = ?", (seq,)
            ).fetchone()
            if blake2b(body, digest_size=16).digest() == digest:
                yield seq, state_hash, body

    def drop_snapshots(self) -> None:
        """Throw the cache away."""
        with _Transaction(self._db):
            self._db.execute("DELETE FROM snapshots")


class _Transaction:
    """`BEGIN IMMEDIATE` … `COMMIT`, rolled back on any exception."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._db.execute("COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")


def _insert(db: sqlite3.Connection, row: Row, chain: bytes, events: tuple[Stored, ...]) -> None:
    values = (
        row.seq,
        row.day,
        row.after,
        row.turn,
        row.seat,
        row.kind,
        row.args,
        row.source,
        row.cmd_id,
        row.wall,
        chain,
    )
    db.execute(f"INSERT INTO commands ({_COLUMNS}, chain) VALUES (?,?,?,?,?,?,?,?,?,?,?)", values)
    db.executemany(
        "INSERT INTO events (seq, i, kind, v, body) VALUES (?,?,?,?,?)",
        [(row.seq, i, *event) for i, event in enumerate(events)],
    )


def _fill(
    db: sqlite3.Connection,
    header: Mapping[str, str],
    bundle: Mapping[str, str],
    origin: bytes,
    rows: Iterator[tuple[Row, tuple[Stored, ...]]],
) -> None:
    make_tables(db)
    with _Transaction(db):
        db.executemany("INSERT INTO header VALUES (?,?)", sorted(header.items()))
        db.executemany("INSERT INTO bundle VALUES (?,?)", sorted(bundle.items()))
        db.execute("INSERT INTO origin VALUES (0, ?)", (origin,))
        chain = genesis(header, bundle, origin)
        for row, events in rows:
            chain = link(chain, row, events)
            _insert(db, row, chain, events)


def connect(path: Path, sync: Sync) -> sqlite3.Connection:
    """Open a file for writing, in WAL mode; `sqlite3.Error` where that cannot be."""
    db = sqlite3.connect(_uri(path, "mode=rw"), uri=True, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(f"PRAGMA synchronous = {sync}")
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")
    except sqlite3.Error:
        db.close()
        raise
    return db


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file without ever changing it or leaving anything beside it; `sqlite3.Error` where that cannot be."""
    # Whoever writes keeps a -wal file beside it; without one the file stands still and needs no locks
    options = "mode=ro" if path.with_name(path.name + "-wal").exists() else "mode=ro&immutable=1"
    db = sqlite3.connect(_uri(path, options), uri=True, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _uri(path: Path, options: str) -> str:
    text = path.resolve().as_posix()
    if text.startswith("//"):
        text = "//" + text  # a share of another machine must not look like the authority of the URI
    elif not text.startswith("/"):
        text = "/" + text  # a drive letter
    return f"file:{quote(text, safe='/:')}?{options}"


def read_rows(db: sqlite3.Connection, first: int, last: int) -> Iterator[Kept]:
    """Yield commands with their events; `sqlite3.Error` at the first that cannot be read."""
    events = db.execute(
        "SELECT seq, kind, v, body FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq, i", (first, last)
    )
    ahead = events.fetchone()
    for *values, chain in db.execute(
        f"SELECT {_COLUMNS}, chain FROM commands WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last)
    ):
        row = Row(*values)
        mine: list[Stored] = []
        while ahead is not None and ahead[0] <= row.seq:
            if ahead[0] == row.seq:
                mine.append(ahead[1:])
            ahead = events.fetchone()
        yield row, chain, tuple(mine)
