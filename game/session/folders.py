"""Where a user's own files go: a folder of the system's choice, or one the user chose.

The choice is one line in `elsewhere.txt` in the system's folder; the variable `TONGHE_DATA` goes before both.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "TONGHE_DATA"


def data_dir() -> Path:
    """Return the folder for settings, sessions, reviews and crash files, made if need be; `OSError` if it cannot be."""
    named = os.environ.get(VARIABLE)
    if named:
        path = Path(named)
        path.mkdir(parents=True, exist_ok=True)
        return path
    path = _in_use()
    path.mkdir(parents=True, exist_ok=True)
    return path


@cache
def _in_use() -> Path:
    """Return the folder in use since the program began: a choice made meanwhile must not divide its files."""
    chosen = chosen_dir()
    return chosen if chosen is not None and _usable(chosen) else _usual()


def fixed() -> bool:
    """Say whether the environment names the folder, so that no choice counts."""
    return bool(os.environ.get(VARIABLE))


def chosen_dir() -> Path | None:
    """Return the folder the user chose, whether it can be reached now or not; None where the system's own serves."""
    try:
        text = _pointer().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text else None


def lost_dir() -> Path | None:
    """Return the chosen folder where it cannot be reached, so that the system's own serves in its place."""
    if fixed():
        return None
    chosen = chosen_dir()
    return chosen if chosen is not None and not _usable(chosen) else None


def choose_dir(path: Path | None) -> None:
    """Keep files in another folder from the next start on, None in the system's; `OSError` where that cannot be.

    Settings go along where there are none yet.
    """
    there = path or _usual()
    there.mkdir(parents=True, exist_ok=True)
    if not os.access(there, os.W_OK):
        raise PermissionError(13, "read-only", str(there))
    here, copy = data_dir() / "settings.toml", there / "settings.toml"
    if here.is_file() and not copy.exists():
        copy.write_bytes(here.read_bytes())
    pointer = _pointer()
    pointer.parent.mkdir(parents=True, exist_ok=True)
    pointer.write_text(f"{path}\n" if path is not None else "", encoding="utf-8")


def _usual() -> Path:
    return user_data_path("tonghe", appauthor=False)


def _pointer() -> Path:
    return _usual() / "elsewhere.txt"


def _usable(path: Path) -> bool:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path, os.W_OK)


def sessions_dir() -> Path:
    """Return the folder in which sessions are kept unless the user names another place."""
    return _below("sessions")


def crashes_dir() -> Path:
    """Return the folder of crash files."""
    return _below("crashes")


def reviews_dir() -> Path:
    """Return the folder of written reviews."""
    return _below("reviews")


def scenarios_dir() -> Path:
    """Return the folder of the user's own scenarios."""
    return _below("scenarios")


def history_dir() -> Path:
    """Return the folder in which the editor keeps earlier versions of scenarios."""
    return _below("history")


def _below(name: str) -> Path:
    path = data_dir() / name
    path.mkdir(parents=True, exist_ok=True)
    return path
