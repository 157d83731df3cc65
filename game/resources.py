"""Find the library that travels with the package: scenarios, counties and assets.

In a source checkout they lie beside the package; in an installed wheel they lie inside it, under `bundled`.
"""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_SUFFIXES = (".yaml", ".yml")


def folder(name: str) -> Path:
    """Return the folder `scenarios`, `counties` or `assets`; `FileNotFoundError` where the installation lacks it."""
    for base in (PACKAGE / "bundled", PACKAGE.parent):
        candidate = base / name
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(name)


def scenario_dir(name_or_path: str | Path) -> Path:
    """Return where a scenario lies: a path of the user's own, or a name of the library.

    The result is the scenario's folder, or the file of a one-file scenario; a path to a folder's `scenario.yaml` means
    the folder. Raises `FileNotFoundError` that lists the names there are.
    """
    path = Path(name_or_path)
    if path.is_file():
        return path.parent if path.name == "scenario.yaml" else path
    if path.is_dir():
        return path
    library = _library()
    if str(name_or_path) not in library:
        raise FileNotFoundError(f"{name_or_path}: {'、'.join(library)}")
    return library[str(name_or_path)]


def list_scenarios() -> tuple[str, ...]:
    """Return the names of the library's scenarios, sorted."""
    return tuple(_library())


def county_text(name: str) -> str | None:
    """Return the text of a county file of the library, or None where there is none of that name."""
    if not _NAME.fullmatch(name):  # a name from a scenario must not lead out of the folder
        return None
    try:
        counties = folder("counties")
    except FileNotFoundError:
        return None
    for suffix in _SUFFIXES:
        path = counties / (name + suffix)
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def list_counties() -> tuple[str, ...]:
    """Return the names of the library's counties, sorted."""
    try:
        counties = folder("counties")
    except FileNotFoundError:
        return ()
    return tuple(sorted({path.stem for path in counties.iterdir() if path.suffix in _SUFFIXES}))


def asset(path: str) -> Path:
    """Return the place of a file or folder under `assets`; `FileNotFoundError` where there is none."""
    found = folder("assets") / path
    if not found.exists():
        raise FileNotFoundError(str(found))
    return found


def _library() -> dict[str, Path]:
    """Map the library's names to folders and one-file scenarios, sorted; a folder wins over a file of its name."""
    try:
        scenarios = folder("scenarios")
    except FileNotFoundError:
        return {}
    found: dict[str, Path] = {}
    for path in scenarios.iterdir():
        if not _NAME.fullmatch(path.stem):
            continue
        if (path / "scenario.yaml").is_file():
            found[path.name] = path
        elif path.suffix in _SUFFIXES and path.is_file():
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))
