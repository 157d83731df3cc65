"""What an import says, in English: its Chinese sentences are looked up by their shape, holes and all."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise

_HOLE = "{}"
_MOST = 4_000
"""Characters of a sentence that is still looked up; no note has as many."""


def in_english(text: str) -> str:
    """Return a sentence, a place or a word of a note in English; what is not known stays as it is."""
    if text in _plain():
        return _plain()[text]
    if len(text) > _MOST:
        return text
    for shape, quoted, english in _shapes():
        found = shape.fullmatch(text)
        if found is not None:
            words = [w if q else in_english(w) for w, q in zip(found.groups(), quoted, strict=True)]
            said = english.format(*words)
            return said[:1].upper() + said[1:] if said.endswith(".") else said
    return text


@cache
def phrases() -> dict[str, str]:
    """Return the sentences: Chinese with {} for its holes -> English with {0}, {1} … for the same."""
    source = files("game.authoring").joinpath("note_phrases.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(source)["phrases"]
    return found


@cache
def _plain() -> dict[str, str]:
    return {zh: en.format() for zh, en in phrases().items() if _HOLE not in zh}


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], tuple[bool, ...], str], ...]:
    """Return the sentences with holes, those with most words of their own first: they say most."""
    with_holes = sorted((zh for zh in phrases() if _HOLE in zh), key=lambda zh: -len(zh.replace(_HOLE, "")))
    return tuple(_shape(zh) for zh in with_holes)


def _shape(zh: str) -> tuple[re.Pattern[str], tuple[bool, ...], str]:
    parts = zh.split(_HOLE)
    # Whether a hole stands in quotation marks: then it holds the author's own word
    quoted = tuple(before.endswith("“") and after.startswith("”") for before, after in pairwise(parts))
    return re.compile("(.*?)".join(map(re.escape, parts)), re.DOTALL), quoted, phrases()[zh]
