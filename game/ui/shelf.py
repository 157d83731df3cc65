"""The title pages of the library, kept between starts so that the list stands before any YAML is read.

The file is a cache: it may be lost, old or damaged, and then the pages are read again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import resources
from game.scenario.card import Card, SeatCard

_FORMAT = 2
_MOST_FILES = 500


class Shelf:
    """Cards by the names of the library, with the state of the files each was read from."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._changed = False

    def card(self, name: str) -> Card | None:
        """Return a scenario's card, None where there is no title page to read."""
        try:
            place = resources.scenario_dir(name)
            state = _state(place)
        except OSError:
            return None
        kept = self._kept.get(str(place))
        if kept is not None and kept["state"] == state:
            return _card(kept["card"])
        from game.scenario.title_page import read_card

        card = read_card(place)
        if card is not None:
            self._kept[str(place)] = {"state": state, "card": asdict(card)}
            self._changed = True
        return card

    def save(self) -> None:
        """Keep what was read for the next start; a folder that cannot be written to costs only time."""
        if not self._changed:
            return
        self._changed = False
        text = json.dumps({"format": _FORMAT, "cards": self._kept}, ensure_ascii=False)
        half = self._path.with_suffix(".part")
        try:
            half.write_text(text, encoding="utf-8")
            half.replace(self._path)
        except OSError:
            half.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != _FORMAT:
            return {}
        kept: dict[str, dict[str, Any]] = data["cards"]
        for entry in kept.values():
            _card(entry["card"])
            entry["state"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return kept


def _card(data: dict[str, Any]) -> Card:
    seats = tuple(SeatCard(**{**seat, "powers": tuple(seat["powers"])}) for seat in data["seats"])
    return Card(**{**data, "seats": seats, "objectives": tuple(data["objectives"])})


def _state(place: Path) -> list[list[Any]]:
    """Return name, time and size of the files a card is read from."""
    files = [place] if place.is_file() else list(_files(place, 2))
    return sorted([file.name, stat.st_mtime_ns, stat.st_size] for file in files for stat in (file.stat(),))


def _files(folder: Path, depth: int) -> list[Path]:
    found: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".yaml", ".yml")) and entry.is_file():
                found.append(Path(entry.path))
            elif depth > 1 and entry.name in ("seats", "objectives") and entry.is_dir():
                found += _files(Path(entry.path), depth - 1)
            if len(found) > _MOST_FILES:
                break
    return found
