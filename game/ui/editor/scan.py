"""Lines of YAML read without a parser, so that it works while the text is broken: keys, items, texts of many lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

DASHES = r"(?P<dashes>(?:-[ ]+)*)"
KEY = re.compile(
    rf"^(?P<indent>[ \t]*){DASHES}(?P<key>[A-Za-z_][\w.:-]*?|[\u3400-\u9fff\w-]+|\"[^\"]*\"|'[^']*')"
    r"(?P<colon>[ ]*[:：])(?=\s|$|(?<=：))"
)
ITEM = re.compile(r"^(?P<indent>[ \t]*)(?P<dashes>(?:-(?:[ ]+|$))+)")
OPENS = re.compile(r"(?:^|[\s:：-])[|>][-+0-9]{0,2}[ ]*(?:#.*)?$")
"""A line after which a text of several lines follows."""
LONG = 200
"""Characters up to which a line is remembered: from one check to the next all lines but a few are the same."""


@dataclass(frozen=True, slots=True)
class Level:
    """Something that begins in a line: a dash of a list, a key, or a bare value; `column` from 0."""

    column: int
    kind: str
    key: str = ""


def indent(line: str) -> int:
    """Return the number of blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def levels(line: str) -> list[Level]:
    """Return what begins in a line, from left to right; nothing for blank lines and comments."""
    return [*_levels(line)] if len(line) <= LONG else _read(line)


@lru_cache(maxsize=8192)
def _levels(line: str) -> tuple[Level, ...]:
    return tuple(_read(line))


def _read(line: str) -> list[Level]:
    rest = line.lstrip(" \t")
    if not rest or rest.startswith("#"):
        return []
    found: list[Level] = []
    at = len(line) - len(rest)
    while rest == "-" or rest.startswith("- "):
        found.append(Level(at, "dash"))
        inner = rest[1:].lstrip(" ")
        at += len(rest) - len(inner)
        rest = inner
    match = KEY.match(rest)
    if match and not match["dashes"]:
        found.append(Level(at, "key", match["key"].strip("\"'")))
    elif rest:
        found.append(Level(at, "value"))
    return found


def opens_text(line: str) -> int | None:
    """Return the column a following text must be deeper than, where a line opens one, else None."""
    if "|" not in line and ">" not in line:
        return None
    if not OPENS.search(line) or line.lstrip().startswith("#"):
        return None
    found = levels(line)
    if not found:
        return None
    if found[-1].kind == "key":
        return found[-1].column
    dashes = [level.column for level in found if level.kind == "dash"]
    return dashes[-1] if dashes else None


def in_text(lines: Sequence[str]) -> list[bool]:
    """Say of each line whether it lies inside a text of several lines."""
    inside: list[bool] = []
    above: int | None = None
    for line in lines:
        if above is not None and (not line.strip() or indent(line) > above):
            inside.append(True)
            continue
        inside.append(False)
        above = opens_text(line)
    return inside
