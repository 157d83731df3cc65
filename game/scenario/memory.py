"""What the checker remembers of the files it read last, so that a check after an edit reads only what is new.

The findings are those of a check that remembers nothing. For one thread at a time: an editor keeps one beside its text.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.findings import split_lines
from game.scenario.recovery import Recovered, recover, tries
from game.scenario.rename import Renamed, rename
from game.scenario.reread import reread
from game.scenario.tree import Node


@dataclass(frozen=True, slots=True)
class Read:
    """One file as it was read. Its tree is not to be changed."""

    text: str
    lines: list[str]
    section: str
    tries: int
    result: Recovered
    renamed: Renamed
    """What was said of its keys when they were made English."""


def read_file(file: str, text: str, section: str, total: int, old: Read | None = None) -> Read:
    """Read one file's clean text, with `old` as much of that as has not changed; `total` is the size of all files."""
    most = tries(text, total)
    if old is not None and (old.text, old.section, old.tries) == (text, section, most):
        return old
    lines = split_lines(text)
    result = reread(old.result, old.lines, lines, file) if old is not None and old.section == section else None
    if result is None:
        result = recover(text, file, total)
    renamed = rename(result.root, section) if result.root is not None and result.wide_keys else Renamed("en")
    return Read(text, lines, section, most, result, renamed)


class Memory:
    """The files of the last check."""

    def __init__(self) -> None:
        self.root: Node | None = None
        """The tree of all files as the last check read it; not to be changed."""
        self._before: dict[str, Read] = {}
        self._now: dict[str, Read] = {}

    def begin(self) -> None:
        """Begin a check: what it does not read again is forgotten after it."""
        self._before, self._now, self.root = {**self._before, **self._now}, {}, None

    def read(self, file: str, text: str, section: str, total: int) -> Read:
        """Return a file as it reads."""
        found = self._now[file] = read_file(file, text, section, total, self._before.pop(file, None))
        return found

    def end(self, root: Node | None) -> None:
        """End a check."""
        self._before, self.root = {}, root
