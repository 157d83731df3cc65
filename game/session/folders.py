"""Where a user's own files go; the variable `TONGHE_DATA` puts them elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def data_dir() -> Path:
    """Return the folder for settings, sessions, reviews and crash files, made if need be; `OSError` if it cannot be."""
    chosen = os.environ.get("TONGHE_DATA")
    path = Path(chosen) if chosen else user_data_path("tonghe", appauthor=False)
    path.mkdir(parents=True, exist_ok=True)
    return path


def sessions_dir() -> Path:
    """Return the folder in which sessions are kept unless the user names another place."""
    return _below("sessions")


def crashes_dir() -> Path:
    """Return the folder of crash files."""
    return _below("crashes")


def reviews_dir() -> Path:
    """Return the folder of written reviews."""
    return _below("reviews")


def _below(name: str) -> Path:
    path = data_dir() / name
    path.mkdir(parents=True, exist_ok=True)
    return path
