"""The session file: an SQLite database with its own mark, append-only tables and a chain of hashes.

`header` keys and the file's version in the SQLite header stay readable for ever, so that an older program can say
which version to install.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

APPLICATION_ID = 0x546F6E67
"""`Tong` in the header of the file: what tells a session from any other database."""
FORMAT = 1
"""Version of the tables."""
RULES = 3
"""Version of the rules: raised when the same commands no longer lead to the same events."""
SUFFIX = ".tonghe"

APPEND_ONLY = ("header", "bundle", "origin", "commands", "events", "refusals", "faults")
UNCHAINED = ("app", "created")
"""Header keys that say when and by what the file was made; two runs of the same seed may differ in them."""

TABLES = """
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE bundle (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origin (id INTEGER PRIMARY KEY CHECK (id = 0), body BLOB NOT NULL);
CREATE TABLE commands (
    seq INTEGER PRIMARY KEY, day INTEGER NOT NULL, after INTEGER NOT NULL, turn INTEGER NOT NULL,
    seat TEXT NOT NULL, kind TEXT NOT NULL, args TEXT NOT NULL, source TEXT NOT NULL,
    cmd_id TEXT UNIQUE, wall TEXT NOT NULL, chain BLOB NOT NULL
);
CREATE TABLE events (
    seq INTEGER NOT NULL REFERENCES commands (seq), i INTEGER NOT NULL,
    kind TEXT NOT NULL, v INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (seq, i)
) WITHOUT ROWID;
CREATE TABLE refusals (
    n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, day INTEGER NOT NULL, seat TEXT NOT NULL, kind TEXT NOT NULL,
    args TEXT NOT NULL, source TEXT NOT NULL, cmd_id TEXT UNIQUE, code TEXT NOT NULL, params TEXT NOT NULL,
    wall TEXT NOT NULL
);
CREATE TABLE faults (
    n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, seat TEXT NOT NULL, kind TEXT NOT NULL, args TEXT NOT NULL,
    report TEXT NOT NULL, wall TEXT NOT NULL
);
CREATE TABLE snapshots (
    seq INTEGER PRIMARY KEY, day INTEGER NOT NULL, version INTEGER NOT NULL,
    hash TEXT NOT NULL, digest BLOB NOT NULL, body BLOB NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One accepted command as the journal has it; `seq` 0 is the start of the exercise."""

    seq: int
    day: int
    """Day on which it was given."""
    after: int
    """Day that stands after it."""
    turn: int
    seat: str
    kind: str
    args: str
    source: str
    cmd_id: str | None
    wall: str
    """Time of the host's clock, UTC; nothing ever reads it back into the exercise."""


Stored = tuple[str, int, str]
"""(kind, version, JSON body) of an event."""


def make_tables(db: sqlite3.Connection) -> None:
    """Create the tables of a new session and the triggers that guard the append-only ones."""
    db.executescript(TABLES)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {FORMAT}")


def genesis(header: Mapping[str, str], bundle: Mapping[str, str], origin: bytes) -> bytes:
    """Return the hash on which the first link of the chain rests."""
    digest = blake2b(digest_size=32)
    for part in (header, bundle):
        for key in sorted(part):
            if key not in UNCHAINED:
                _feed(digest, key, part[key])
    digest.update(blake2b(origin, digest_size=32).digest())
    return digest.digest()


def link(previous: bytes, row: Row, events: Iterable[Stored]) -> bytes:
    """Return the chain hash of a command with its events."""
    digest = blake2b(previous, digest_size=32)
    _feed(digest, str(row.seq), str(row.day), str(row.after), str(row.turn), row.seat, row.kind, row.args, row.source)
    _feed(digest, row.cmd_id or "")
    for kind, version, body in events:
        _feed(digest, kind, str(version), body)
    return digest.digest()


def _feed(digest: blake2b, *parts: str) -> None:
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)


def file_mark(path: Path) -> tuple[bool, int, int]:
    """Return (is an SQLite file, application id, file version) from the first bytes, without opening it as one."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        return False, 0, 0
    return True, int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def is_short(path: Path) -> bool:
    """Whether a file that nobody is writing to holds fewer pages than its first bytes promise."""
    if path.with_name(path.name + "-wal").exists():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    page = int.from_bytes(head[16:18], "big")
    return path.stat().st_size < int.from_bytes(head[28:32], "big") * (65_536 if page == 1 else page)
