"""Where a certificate may lie; apart from what makes and reads it, so that a look for one costs nothing."""

from __future__ import annotations

from pathlib import Path

from game.session.folders import data_dir
from game.session.library import scenario_path

DATA, PAGE = "certificate.json", "certificate.html"


def places(path_or_name: str | Path, scenario: str) -> tuple[tuple[Path, Path], ...]:
    """Return where (data, page) of a certificate may lie: beside the scenario, then among the user's files."""
    path = scenario_path(path_or_name)
    folder, prefix = (path, "") if path.is_dir() else (path.parent, f"{path.stem}.")
    beside = folder / f"{prefix}{DATA}", folder / f"{prefix}{PAGE}"
    try:
        own = data_dir() / "certificates" / scenario
    except OSError:
        return (beside,)
    return beside, (own / DATA, own / PAGE)
