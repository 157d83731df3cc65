"""Words that stand where an author is to write, from one table: who puts them there and who finds them ask here."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_STOPS = ("。", ".")


def placeholder(name: str, lang: str) -> str:
    """Return what stands in a place that is to be filled in, in a language of the window."""
    return str(_table()["words"][name][lang])


def placeholders(lang: str) -> dict[str, str]:
    """Return all of a language by name."""
    return {name: word[lang] for name, word in _table()["words"].items()}


def piece(name: str) -> str:
    """Return what stands in a place of a piece that a text editor offers."""
    return str(_table()["pieces"][name])


def unfilled(value: str) -> tuple[int, int] | None:
    """Return where in a text a placeholder still stands, from and to; None where it was filled in."""
    said = value.strip()
    whole, sentences = _known()
    if said in whole:
        start = value.index(said)
        return start, start + len(said)
    found = sentences.search(value)
    return (found.start(), found.end()) if found is not None else None


def known() -> frozenset[str]:
    """Return every placeholder there is."""
    return _known()[0]


@cache
def _known() -> tuple[frozenset[str], re.Pattern[str]]:
    table = _table()
    every = {word for one in table["words"].values() for word in one.values()} | set(table["pieces"].values())
    return frozenset(every), re.compile("|".join(re.escape(word) for word in sorted(every) if word.endswith(_STOPS)))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("game.scenario").joinpath("texts/placeholders.toml").read_text(encoding="utf-8"))
