"""The sentences users read: one catalogue merged from `texts/*.toml`, every entry in Chinese and English.

An entry is a table with `zh` and `en`; its code is its dotted path, e.g. `refusal.no_money` or `state.order.issued`.
Refusals also carry `check` (one of `refusals.CHECKS`) and the cure as `zh_cure` and `en_cure`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

LANGUAGES = ("zh", "en")


class TextError(ValueError):
    """A text file says the same entry twice, or an entry lacks a language."""


def _entries(table: Mapping[str, Any], path: tuple[str, ...], source: str) -> Iterator[tuple[str, dict[str, str]]]:
    own = {key: value for key, value in table.items() if isinstance(value, str)}
    if own:
        if not path or not all(lang in own for lang in LANGUAGES):
            raise TextError(f"{source}: {'.'.join(path) or '(top)'} needs zh and en")
        yield ".".join(path), own
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _entries(value, (*path, key), source)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Return all entries by code; `TextError` on a duplicate or a missing language."""
    merged: dict[str, dict[str, str]] = {}
    sources = [item for item in files("game.exercise.texts").iterdir() if item.name.endswith(".toml")]
    for source in sorted(sources, key=lambda item: item.name):
        for code, entry in _entries(tomllib.loads(source.read_text(encoding="utf-8")), (), source.name):
            if code in merged:
                raise TextError(f"{source.name}: {code} is said twice")
            merged[code] = entry
    return MappingProxyType(merged)


class _Kept(dict[str, Any]):
    """Parameters of a sentence; one that is not given stays in braces instead of failing the window."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _pick(code: str, field: str, params: Mapping[str, Any]) -> str:
    entry = catalogue().get(code)
    text = code if entry is None else entry.get(field, "")
    return text.format_map(_Kept(params)) if params and entry is not None else text


def say(code: str, /, lang: str = "zh", **params: Any) -> str:
    """Return the sentence of a code with its parameters filled in; the code itself where the catalogue lacks it."""
    return _pick(code, lang if lang in LANGUAGES else "zh", params)


def cure(code: str, /, lang: str = "zh", **params: Any) -> str:
    """Return what helps against a refusal (`cure("refusal.no_money")`); empty where the entry names no cure."""
    return _pick(code, f"{lang if lang in LANGUAGES else 'zh'}_cure", params) if has(code) else ""


def help_text(code: str, /, lang: str = "zh", **params: Any) -> str:
    """Return the longer explanation of an entry such as `command.issue_order`; empty where it has none."""
    return _pick(code, f"{lang if lang in LANGUAGES else 'zh'}_help", params) if has(code) else ""


def has(code: str) -> bool:
    """Whether the catalogue has an entry."""
    return code in catalogue()


def codes(prefix: str = "") -> tuple[str, ...]:
    """Return the codes below a prefix such as `refusal`, sorted; all of them when it is empty."""
    return tuple(sorted(code for code in catalogue() if not prefix or code.startswith(prefix + ".")))


def refusal_check(code: str) -> str:
    """Return the check a refusal code belongs to; `rules` for one that the catalogue does not know."""
    return catalogue().get(f"refusal.{code}", {}).get("check", "rules")
