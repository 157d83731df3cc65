"""Opening a session file: what it is, how far it can be trusted, and what to do where it cannot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game import __version__
from game.session.errors import ForeignFile, NewerFile, SessionDamaged, SessionMissing, SessionNotSaved
from game.session.folders import sessions_dir
from game.session.journal import Journal, Sync, connect_reading, read_rows
from game.session.schema import APPLICATION_ID, FORMAT, Row, Stored, file_mark, genesis, is_short, link


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a file."""

    seq: int
    """First command that cannot be trusted; one past the last where only the cache or an index is hurt."""
    lost: int
    """Commands lost."""
    reason: str

    def text(self, original: Path, copy: Path | None) -> str:
        """Return the sentence for the user."""
        lost = f"从第 {self.seq} 条指令起的 {self.lost} 条指令丢失" if self.lost else "没有丢失任何指令"
        kept = f"原文件 {original.name} 保持原样"
        where = f"已在副本 {copy.name} 中继续" if copy else "恢复的部分只在内存中，没有写入任何文件"
        return f"推演文件已损坏（{self.reason}）：恢复到第 {self.seq - 1} 条指令，{lost}；{kept}，{where}。"


def open_journal(
    path: Path, *, sync: Sync = "NORMAL", reading: bool = False
) -> tuple[Journal, str | None, Damage | None]:
    """Return the journal to go on with, what the user must be told of damage, and the damage itself.

    With `reading` nothing is written anywhere: a damaged file is recovered in memory only.
    `SessionMissing`, `ForeignFile`, `NewerFile`, or `SessionDamaged` where not even the start can be read.
    """
    check_mark(path)
    damage = examine(path)
    if damage is None:
        try:
            return (Journal(connect_reading(path), path) if reading else Journal.resume(path, sync=sync)), None, None
        except sqlite3.Error as error:
            raise SessionNotSaved(f"打不开推演文件 {path}（{error}）。请检查文件夹的读写权限。") from error
    journal = salvage(path, damage.seq - 1, sync, reading=reading)
    return journal, damage.text(path, journal.path), damage


def check_mark(path: Path) -> None:
    """Raise what is to be said of a path that is no session of this version."""
    if not path.is_file():
        raise SessionMissing(f"找不到推演文件：{path}。请检查路径。")
    try:
        is_database, application, version = file_mark(path)
    except OSError as error:
        raise SessionMissing(f"读不了推演文件：{path}（{error.strerror}）。请检查读取权限。") from error
    if not is_database or application != APPLICATION_ID:
        raise ForeignFile(f"{path.name} 不是推演文件（*.tonghe），没有改动它。请选择由本程序保存的文件。")
    if version > FORMAT:
        raise newer(path)


def newer(path: Path) -> NewerFile:
    """Return the error that names the version which can read the file."""
    needed = ""
    try:
        db = connect_reading(path)
        try:
            found = db.execute("SELECT value FROM header WHERE key = 'app'").fetchone()
            needed = str(found[0]) if found else ""
        finally:
            db.close()
    except sqlite3.Error:
        needed = ""
    which = f"{needed} 或更高版本" if needed else "更新的版本"
    return NewerFile(f"{path.name} 由更新的版本保存，本机是 {__version__}。请安装 tonghe {which}后再打开。", needed)


def examine(path: Path) -> Damage | None:
    """Read the whole file and check its chain; None where everything is sound."""
    try:
        db = connect_reading(path)
    except sqlite3.Error as error:
        raise SessionDamaged(_beyond(path, str(error))) from error
    try:
        return _examine(db, path)
    finally:
        db.close()


def _beyond(path: Path, why: str) -> str:
    return f"{path.name} 损坏严重，连开头也读不出（{why}）；没有改动它。请改用备份或另一份推演文件。"


def _examine(db: sqlite3.Connection, path: Path) -> Damage | None:
    try:
        header = dict(db.execute("SELECT key, value FROM header"))
        bundle = dict(db.execute("SELECT name, text FROM bundle"))
        origin = db.execute("SELECT body FROM origin").fetchone()
        if origin is None or not header:
            raise SessionDamaged(_beyond(path, "缺少开头"))
        chain = genesis(header, bundle, origin[0])
    except (sqlite3.Error, TypeError) as error:
        raise SessionDamaged(_beyond(path, str(error))) from error
    good, reason = -1, ""
    try:
        for row, stored_chain, events in read_rows(db, 0, 2**62):
            chain = link(chain, row, events)
            if row.seq != good + 1 or chain != stored_chain:
                reason = f"第 {good + 1} 条指令与校验链不符"
                break
            good = row.seq
    except (sqlite3.Error, AttributeError, TypeError) as error:
        reason = f"第 {good + 1} 条指令之后读不出：{error}"
    if good < 0:
        raise SessionDamaged(_beyond(path, reason or "没有任何指令"))
    if reason:
        return Damage(good + 1, max(1, _count(db) - good - 1), reason)
    broken = "文件被截短" if is_short(path) else _integrity(db)
    return Damage(good + 1, 0, broken) if broken else None


def _count(db: sqlite3.Connection) -> int:
    try:
        return int(db.execute("SELECT max(seq) FROM commands").fetchone()[0]) + 1
    except (sqlite3.Error, TypeError):
        return 0


def _integrity(db: sqlite3.Connection) -> str:
    try:
        found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return str(error)
    return "" if found == "ok" else str(found).strip().splitlines()[-1][:120]


def salvage(path: Path, last: int, sync: Sync, *, reading: bool = False) -> Journal:
    """Copy everything up to command `last` into a new file beside the damaged one, or where there is room."""
    db = connect_reading(path)
    try:
        header = dict(db.execute("SELECT key, value FROM header"))
        bundle = dict(db.execute("SELECT name, text FROM bundle"))
        origin: bytes = db.execute("SELECT body FROM origin").fetchone()[0]

        def rows() -> Iterator[tuple[Row, tuple[Stored, ...]]]:
            return ((row, events) for row, _, events in read_rows(db, 0, last))

        for folder in () if reading else (path.parent, sessions_dir):
            try:
                target = _free_name((folder if isinstance(folder, Path) else folder()) / path.name)
                return Journal.create(target, header, bundle, origin, rows(), sync=sync)
            except (SessionNotSaved, OSError):
                continue
        return Journal.create(None, header, bundle, origin, rows())
    finally:
        db.close()


def _free_name(path: Path) -> Path:
    number = 1
    while (target := path.with_name(f"{path.stem}.recovered-{number}{path.suffix}")).exists():
        number += 1
    return target
