"""The ids of a scenario with their places, read line by line so that a broken text has its outline too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from game.scenario.files import SECTIONS
from game.scenario.findings import split_lines
from game.scenario.keys import chinese_keys
from game.ui.editor.scan import Level, indent, levels, opens_text

KINDS = {
    "objectives": "objective",
    "seats": "seat",
    "campaigns": "campaign",
    "phases": "phase",
    "injects": "inject",
    "partners": "partner",
    "rubric": "criterion",
    "guide": "guide",
}
"""Section -> what its items are."""


def either(*keys: str) -> str:
    """Return a pattern of keys in both languages."""
    chinese = chinese_keys()
    return "|".join([*keys, *(word for word, key in chinese.items() if key in keys)])


_ID = re.compile(rf"(?:^|[\s{{,])(?:{either('id')})[ ]*[:：][ ]*[\"']?(?P<id>[^\s,}}\"'#]+)")
_NAME = re.compile(
    rf"(?:^|[\s{{,])(?:{either('title', 'name', 'text')})[ ]*[:：][ ]*"
    r"(?P<name>\"[^\"]*\"|'[^']*'|[^,}#]+|.+)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has an id."""

    kind: str
    id: str
    title: str
    """Its title or name; empty where it has none in sight."""
    file: str
    line: int
    """From 1: where the item begins."""


def outline(bundle: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return the entries of all files, in the order of the files and of their lines."""
    found: list[Entry] = []
    for name in sorted(bundle, key=lambda n: (n != "scenario.yaml", n)):
        if name.endswith((".yaml", ".yml")) and name != "county.yaml":
            found += entries(name, bundle[name])
    return tuple(found)


def section_of(name: str) -> str:
    """Return the section a file holds a list of, "" for the main file."""
    path = PurePosixPath(name)
    found = path.parts[0] if len(path.parts) > 1 else path.stem
    return found if found in SECTIONS else ""


def entries(name: str, text: str) -> Iterator[Entry]:
    """Yield the entries of one file."""
    reader = _Reader(name)
    above: int | None = None
    for number, line in enumerate(split_lines(text), 1):
        if above is not None and (not line.strip() or indent(line) > above):
            continue
        above = opens_text(line)
        found = levels(line)
        if found:
            yield from reader.take(number, line, found)
    yield from reader.end()


def english(key: str) -> str:
    """Return a key of either language in English."""
    return chinese_keys().get(key, key)


class _Reader:
    """Goes through the lines of one file; an entry is given out when the next one begins."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.whole = section_of(name)
        """The section of all the file; "" where its own keys say which."""
        self.section = self.whole
        self.item = -1
        """Column of the section's dashes; -1 before the first."""
        self.phases = -1
        """Column of the key `phases` the lines stand under; -1 outside."""
        self.phase = -1
        self.own = 0 if self.whole else -1
        """Column of the keys of the entry being read; a file of one item has no dash."""
        self.kind = KINDS.get(self.whole, "")
        self.begun, self.ident, self.title = 1, "", ""

    def take(self, number: int, line: str, found: list[Level]) -> Iterator[Entry]:
        first, last = found[0], found[-1]
        if not self.whole and first.kind == "key" and first.column == 0:
            yield from self.end()
            self.section, self.item, self.phases = english(first.key), -1, -1
            return
        if first.kind == "dash":
            if self.item < 0 or first.column <= self.item:
                yield from self.end()
                self.item, self.phases = first.column, -1
                self.begin(KINDS.get(self.section, ""), number, last)
            elif self.phases >= 0 and first.column >= self.phases and self.phase in (-1, first.column):
                yield from self.end()
                self.phase = first.column
                self.begin("phase", number, last)
            else:
                return
        elif last.column != self.own:
            if self.phases >= 0 and last.column <= self.phases:
                self.phases = -1
            return
        if self.kind == "campaign" and english(last.key) == "phases":
            yield from self.end()
            self.phases, self.phase = last.column, -1
            return
        self.read(line, last)

    def begin(self, kind: str, number: int, last: Level) -> None:
        self.kind, self.begun = kind, number
        self.own = last.column if last.kind == "key" else -1

    def read(self, line: str, last: Level) -> None:
        match = _ID.search(line)
        if not self.ident and match:
            self.ident = match["id"]
        if not self.title and (last.kind != "key" or english(last.key) in ("title", "name", "text")):
            named = _NAME.search(line)
            if named:
                self.title = named["name"].strip().strip("\"'")

    def end(self) -> Iterator[Entry]:
        if self.kind and self.ident:
            yield Entry(self.kind, self.ident, self.title, self.name, self.begun)
        self.kind, self.ident, self.title, self.own = "", "", "", -1
