"""Findings: what the checker has to say to an author, as data. Words come last, from one catalogue per code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Severity = Literal["error", "warning", "advice"]
MOST = 300
"""Findings kept in one run; what is above is counted and said in one line."""


class Word(str):
    """A parameter that names an entry of the catalogue's `[words]`, translated when the finding is rendered."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one file: lines and columns from 1, in code points; the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a finding."""

    file: str
    line: int
    column: int
    note: str
    """Entry of the catalogue's `[words]` that says why it is shown."""


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that would cure the finding: replace the stretch by `text` (an empty stretch inserts)."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say to the author, with its place."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    end_column: int
    params: dict[str, str | int] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    excerpt: str = ""
    """The author's own line."""
    suggestion: str = ""
    """What the author may have meant to write."""
    chinese: bool = False
    """Whether it is about a file of Chinese keys, so that it must name keys as that file does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code of the catalogue."""

    code: str
    severity: Severity
    zh: str
    en: str
    cure_zh: str
    cure_en: str


@cache
def catalogue() -> dict[str, Entry]:
    """Return all codes with their texts, in order."""
    return {code: Entry(code=code, **body) for code, body in sorted(_texts().items()) if code.startswith("TH")}


@cache
def words() -> dict[str, dict[str, str]]:
    """Return the catalogue's small words: key -> {zh, en}."""
    return dict(_texts()["words"])


@cache
def _texts() -> dict[str, dict[str, Any]]:
    texts = files("game.scenario").joinpath("texts")
    core, lint = (
        tomllib.loads(texts.joinpath(name).read_text(encoding="utf-8")) for name in ("findings.toml", "lint.toml")
    )
    return {**core, **lint, "words": {**core["words"], **lint["words"]}}


_BREAK = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """Split a text at the line breaks an editor counts."""
    return _BREAK.split(text) if "\r" in text else text.split("\n")


class Sink:
    """Collects the findings of one run; the first finding at a place is the root, what follows there is dropped."""

    def __init__(self, sources: Mapping[str, Sequence[str]]) -> None:
        self.sources = sources
        self.found: list[Finding] = []
        self.more = 0
        self.chinese: set[str] = set()
        """Files whose keys are Chinese."""
        self._taken: set[tuple[str, int, int]] = set()
        self._mended: dict[tuple[str, int], Fix] = {}

    @property
    def full(self) -> bool:
        """Whether further findings are only counted, so that dear suggestions need not be sought."""
        return len(self.found) >= MOST

    def read_mended(self, fix: Fix) -> None:
        """Note that a line was read as if mended: places in it are from now on given as in the author's own line."""
        if fix.line == fix.end_line:
            self._mended[fix.file, fix.line] = fix

    def _written(self, file: str, line: int, column: int) -> int:
        """Return the column of the author's line that a column of the line as it was read stands for."""
        fix = self._mended.get((file, line))
        if fix is None or column <= fix.column:
            return column
        return max(fix.column, column - len(fix.text) + fix.end_column - fix.column)

    def add(
        self,
        code: str,
        span: Span,
        /,
        *,
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
        suggestion: str = "",
        cascade: bool = True,
        **params: str | int,
    ) -> None:
        """Add a finding; its parameters are the remaining keywords."""
        self.put(code, span, params, related=related, fixes=fixes, suggestion=suggestion, cascade=cascade)

    def put(
        self,
        code: str,
        span: Span,
        params: Mapping[str, str | int],
        *,
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
        suggestion: str = "",
        cascade: bool = True,
    ) -> None:
        """Add a finding at a place; with `cascade` it is dropped where that place has one already."""
        place = (span.file, span.line, span.column)
        if cascade and place in self._taken:
            return
        if cascade:
            self._taken.add(place)
        if (span.file, span.line) in self._mended:
            column = self._written(span.file, span.line, span.column)
            end = self._written(span.file, span.end_line, span.end_column)
            span = replace(span, column=column, end_column=end)
            fixes = tuple(
                replace(
                    fix,
                    column=self._written(fix.file, fix.line, fix.column),
                    end_column=self._written(fix.file, fix.end_line, fix.end_column),
                )
                for fix in fixes
            )
        if self.full:
            self.more += 1
            return
        lines = self.sources.get(span.file, ())
        excerpt = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
        last = span.end_column if span.end_line == span.line else len(excerpt.rstrip()) + 1
        self.found.append(
            Finding(
                code=code,
                severity=catalogue()[code].severity,
                file=span.file,
                line=span.line,
                column=span.column,
                end_column=max(last, span.column + 1),
                params=dict(params),
                related=related,
                fixes=fixes,
                excerpt=excerpt,
                suggestion=suggestion,
                chinese=span.file in self.chinese,
            )
        )

    def taken(self, span: Span) -> bool:
        """Whether something is already said about that place."""
        return (span.file, span.line, span.column) in self._taken

    def sorted(self) -> tuple[Finding, ...]:
        """Return the findings in reading order, the main file first."""
        return tuple(sorted(self.found, key=lambda f: (f.file != "scenario.yaml", f.file, f.line, f.column, f.code)))
