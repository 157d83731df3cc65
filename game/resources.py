"""Where the files that travel with the package are: beside the checkout's `game/`, or inside the installed wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `scenarios`, `counties` or `assets`; `FileNotFoundError` where the installation lacks it."""
    for base in (PACKAGE / "bundled", PACKAGE.parent):
        candidate = base / name
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(name)
