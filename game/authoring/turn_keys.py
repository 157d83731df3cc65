"""Turn a scenario's keys from one language into the other: edits of single words, all else is left as it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from game.scenario.files import COUNTY, SECTIONS, SUFFIXES, main_name
from game.scenario.findings import split_lines
from game.scenario.keys import Field, Keys, Shape, Words, part_of, shape_of
from game.scenario.load import readable
from game.scenario.model import Scenario
from game.scenario.tree import Node, parse


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of a stretch of one line; line and columns from 1, the end exclusive."""

    line: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Turned:
    """What came of turning a bundle."""

    bundle: dict[str, str] = field(default_factory=dict)
    """The texts that changed: relative name -> new text."""
    edits: dict[str, int] = field(default_factory=dict)
    """Relative name -> words changed."""
    faults: list[tuple[str, int]] = field(default_factory=list)
    """Files that cannot be read as YAML, or hold one key in both languages, with the line: nothing is turned then."""


def turn(bundle: Mapping[str, str], to: Keys) -> Turned:
    """Turn every file of a bundle; there and back gives the same text again."""
    turned = Turned()
    main = main_name(dict(bundle))
    for name, text in bundle.items():
        path = PurePosixPath(name)
        section = "" if name == main else path.parts[0] if len(path.parts) > 1 else path.stem
        if name == COUNTY or path.suffix not in SUFFIXES or (section and section not in SECTIONS):
            continue
        new, count, fault = _file(text, name, section, to)
        if fault:
            turned.faults.append((name, fault))
        elif count:
            turned.bundle[name] = new
            turned.edits[name] = count
    if turned.faults:
        turned.bundle, turned.edits = {}, {}
    return turned


def _file(text: str, name: str, section: str, to: Keys) -> tuple[str, int, int]:
    """Return the text turned, how many words changed, and the line of a fault or 0."""
    turner = _turner(text, name, section, to)
    if turner is None or turner.twice:
        return text, 0, turner.twice if turner is not None else _fault_line(text, name)
    plain = _apply(text, turner.edits, {})
    aligned = _apply(text, turner.edits, turner.last)
    back = _turner(aligned, name, section, "en" if to == "zh" else "zh")
    exact = back is not None and _apply(aligned, back.edits, back.last) == text
    return (aligned if exact else plain), len(turner.edits), 0


def _turner(text: str, name: str, section: str, to: Keys) -> _Turner | None:
    model = part_of(Scenario.model_fields[section].annotation) if section else Scenario
    parsed = parse(readable(text), name)
    if parsed.error is not None or parsed.crash or parsed.faults or model is None:
        return None
    turner = _Turner(split_lines(text), to)
    if parsed.root is not None:
        turner.walk(parsed.root, shape_of(model))
    return turner


def _fault_line(text: str, name: str) -> int:
    parsed = parse(readable(text), name)
    if parsed.faults:
        return parsed.faults[0].span.line
    mark = parsed.error.problem_mark if parsed.error is not None else None
    return mark.line + 1 if mark is not None else 1


class _Turner:
    def __init__(self, lines: list[str], to: Keys) -> None:
        self.lines = lines
        self.to = to
        self.edits: list[Edit] = []
        self.last: dict[int, int] = {}
        """Line -> where its last value ends: a comment can only come after that."""
        self.twice = 0
        """Line of a key that is there in both languages, or 0."""

    def walk(self, node: Node, shape: Shape | None) -> None:
        self.last[node.end_line] = max(self.last.get(node.end_line, 0), node.end_column)
        if node.kind == "seq":
            for part in node.parts:
                self.walk(part, shape)
        elif node.kind == "map":
            seen: set[str] = set()
            for written, (key, value) in node.pairs.items():
                self.last[key.line] = max(self.last.get(key.line, 0), key.end_column)
                name = shape.english.get(written, written) if shape is not None else written
                if name in seen:
                    self.twice = self.twice or key.line
                seen.add(name)
                found = shape.fields.get(name) if shape is not None else None
                if found is not None:
                    self.put(key, str(written), found.zh if self.to == "zh" else name)
                self.value(value, found)

    def value(self, node: Node, found: Field | None) -> None:
        self.walk(node, found.shape if found is not None else None)
        if found is None or found.words is None:
            return
        for one in [node] if node.kind == "scalar" else node.parts:
            self.word(one, found.words)

    def word(self, node: Node, words: Words) -> None:
        if node.kind != "scalar" or node.line != node.end_line:
            return
        old = self.lines[node.line - 1][node.column - 1 : node.end_column - 1]
        if words.flag and node.style:
            return  # a quoted word is a text, which no flag is
        bare = old[1:-1] if node.style else old
        new = (words.zh if self.to == "zh" else words.en).get(bare)
        if new is not None:
            self.put(node, bare, new)

    def put(self, node: Node, old: str, new: str) -> None:
        """Replace the word of a one-line scalar within its quotes, if it has any."""
        shift = 1 if node.style else 0
        start, end = node.column + shift, node.end_column - shift
        if old != new and node.line == node.end_line and self.lines[node.line - 1][start - 1 : end - 1] == old:
            self.edits.append(Edit(node.line, start, end, new))


def _apply(text: str, edits: list[Edit], last: Mapping[int, int]) -> str:
    """Carry out edits; where `last` says how far the values of lines go, comments below each other stay so."""
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(edit.line, []).append(edit)
    whole = _BreakKeeper(text)
    gaps = _gaps(whole.lines, last) if last else {}
    new: dict[int, tuple[str, str]] = {}
    """Line -> (up to its comment, the comment)."""
    for number in sorted({*by_line, *gaps}):
        line = whole.lines[number - 1]
        cut = gaps.get(number, len(line))
        body, comment = line[:cut], line[cut:]
        for edit in sorted(by_line.get(number, ()), key=lambda one: -one.start):
            body = body[: edit.start - 1] + edit.text + body[edit.end - 1 :]
        new[number] = (body, comment)
    for run in _runs(gaps, whole.lines):
        kept = min(len(whole.lines[n - 1][: gaps[n]]) - len(whole.lines[n - 1][: gaps[n]].rstrip()) for n in run)
        column = max(_width(new[n][0].rstrip()) for n in run) + kept
        for n in run:
            body = new[n][0].rstrip()
            new[n] = (body + " " * (column - _width(body)), new[n][1])
    for number, (body, comment) in new.items():
        whole.lines[number - 1] = body + comment
    return whole.joined()


class _BreakKeeper:
    """A text's lines, with the breaks it had."""

    def __init__(self, text: str) -> None:
        self.lines = split_lines(text)
        self._breaks: list[str] = []
        at = 0
        for line in self.lines[:-1]:
            at += len(line)
            size = 2 if text.startswith("\r\n", at) else 1
            self._breaks.append(text[at : at + size])
            at += size

    def joined(self) -> str:
        return "".join(line + end for line, end in zip(self.lines, [*self._breaks, ""], strict=True))


def _gaps(lines: list[str], last: Mapping[int, int]) -> dict[int, int]:
    """Return line -> where the comment behind its values begins."""
    found: dict[int, int] = {}
    for number, end in last.items():
        at = lines[number - 1].find(" #", end - 1) if number <= len(lines) else -1
        if at >= 0:
            found[number] = at + 1
    return found


def _runs(gaps: Mapping[int, int], lines: list[str]) -> list[list[int]]:
    """Return the groups of lines, one below the other, whose comments begin at one column."""
    runs: list[list[int]] = []
    before: tuple[int, int] | None = None
    for number in sorted(gaps):
        column = _width(lines[number - 1][: gaps[number]])
        if before == (number - 1, column):
            runs[-1].append(number)
        else:
            runs.append([number])
        before = (number, column)
    return [run for run in runs if len(run) > 1]


def _width(text: str) -> int:
    """Return how many cells of a fixed-width font a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
