"""Stock phrases: what the computer's seats write, read in the reader's language.

A state keeps a text as it was written, so that a game is the same game in every language. Whoever shows it asks here;
what somebody wrote in words of his own comes back untouched.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from game.exercise.catalogue import load_tasks
from game.exercise.texts import codes, say

KEPT = 4096
"""Texts remembered: the orders of a long game are shown again with every turn."""


@lru_cache(maxsize=KEPT)
def read(text: str, lang: str) -> str:
    """Return a text in a language where it is one of the stock phrases, else the text itself."""
    if lang == "zh" or not text:
        return text
    for code, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return say(code, lang, **_named(found.groupdict()))
    return text


def one(unit: str) -> str:
    """Return one of an English unit of the catalogue: household of households, batch of batches."""
    return unit.removesuffix("es" if unit.endswith("ches") else "s")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (code, what its Chinese text looks like once filled in)."""
    found = []
    for code in codes("stock"):
        parts = re.split(r"\{(\w+)\}", say(code))
        shape = "".join(_part(part) if i % 2 else re.escape(part) for i, part in enumerate(parts))
        found.append((code, re.compile(shape)))
    return tuple(found)


def _part(name: str) -> str:
    return rf"(?P<{name}>\d+)" if name == "amount" else f"(?P<{name}>.+?)"


def _named(found: dict[str, str]) -> dict[str, str]:
    """Return what a phrase was filled with, tasks and units by their English names; places stay as they are."""
    task = next((t for t in load_tasks().values() if t.zh == found.get("task")), None)
    if task is None:
        return found
    unit = one(task.unit_en) if found.get("amount") == "1" else task.unit_en
    return {**found, "task": task.en, "unit": unit}
