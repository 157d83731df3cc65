"""What an import has to say: every fault and doubt with its file, its place and its cure, gathered in one run."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Literal

from game.scenario.suggest import Seeker

Severity = Literal["error", "warning"]
MOST = 200
"""Findings kept; what is above is counted and said in one line."""
_CELL = re.compile(r"(?:工作表“(?P<sheet>.*)”)?(?P<column>[A-Z]{1,3})(?P<row>[0-9]+)(?::[A-Z]{1,3}[0-9]+)?")
_FEATURE = re.compile(r"第(?P<number>[0-9]+)个要素(?:（(?P<name>.*)）)?")
_SAID = {"error": "错误", "warning": "警告"}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say to whoever made the files."""

    severity: Severity
    code: str
    file: str
    place: str
    """Feature, or sheet and cell, or line and column; "" for the file as a whole."""
    message: str
    cure: str
    suggestion: str = ""

    def render(self) -> str:
        """Return the note as people read it."""
        where = f"{self.file} {self.place}".strip()
        meant = f"是不是想写“{self.suggestion}”？" if self.suggestion else ""
        return f"{_SAID[self.severity]} {where}：{self.message}\n  办法：{meant}{self.cure}"

    def to_json(self) -> dict[str, Any]:
        """Return the note as data for JSON."""
        return asdict(self)


def cell_of(place: str) -> tuple[str, int, str] | None:
    """Return sheet ("" for that of a csv file), row and column of a note's place; None where it is no cell."""
    found = _CELL.fullmatch(place)
    return (found["sheet"] or "", int(found["row"]), found["column"]) if found is not None else None


def feature_of(place: str) -> tuple[int, str] | None:
    """Return number and name ("" where it has none) of the map's feature a note's place is; None where it is none."""
    found = _FEATURE.fullmatch(place)
    return (int(found["number"]), found["name"] or "") if found is not None else None


class Notes:
    """Collects the findings of one run."""

    def __init__(self) -> None:
        self.found: list[Note] = []
        self.errors = 0
        self.more = 0
        self.seeker = Seeker()

    def error(self, code: str, file: str, place: str, message: str, cure: str, suggestion: str = "") -> None:
        """Note a fault that keeps the county from being made."""
        self.errors += 1
        self._add(Note("error", code, file, place, message, cure, suggestion))

    def warn(self, code: str, file: str, place: str, message: str, cure: str) -> None:
        """Note a doubt: what was taken in place of what is written."""
        self._add(Note("warning", code, file, place, message, cure))

    def again(self) -> Notes:
        """Return notes that begin with what was said so far, for another run over the same file."""
        made = Notes()
        made.found, made.errors, made.more = [*self.found], self.errors, self.more
        return made

    def _add(self, note: Note) -> None:
        if len(self.found) < MOST:
            self.found.append(note)
        else:
            self.more += 1

    def all(self) -> tuple[Note, ...]:
        """Return the findings in the order of the files, with a line for those not kept."""
        if not self.more:
            return tuple(self.found)
        rest = Note("warning", "more", "", "", f"还有 {self.more} 处没有列出。", "先改正上面的，再导入一次。")
        return (*self.found, rest)
