"""Suppression: `# 忽略 TH505: 理由` on the line above silences a warning or advice of the next line, with a reason."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.scenario.edits import line_removed
from game.scenario.findings import Finding, Sink, Span, catalogue
from game.scenario.suggest import nearest
from game.scenario.tree import Node

_TEXTS = frozenset(("|", ">", '"', "'"))
_COMMENT = re.compile(r"^\s*#\s*(?:忽略|ignore)\s*(?P<code>[A-Za-z]{2}\d{3})\s*(?:[:：]\s*(?P<reason>.*\S))?\s*$")


@dataclass(slots=True)
class _Mark:
    code: str
    reason: str
    target: int
    """The line it speaks of: the first below that is no suppression itself."""
    span: Span
    used: bool = False


def suppress(sink: Sink, sources: Mapping[str, Sequence[str]], root: Node | None) -> tuple[Finding, ...]:
    """Return the findings without those the author silenced; marks that do nothing become findings themselves."""
    marks: dict[tuple[str, int, str], _Mark] = {}
    for file, lines in sources.items():
        if file.endswith((".yaml", ".yml")):
            for mark in _marks(file, lines):
                marks[file, mark.target, mark.code] = mark
    if not marks:
        return sink.sorted()
    inside = _in_texts(root, {(mark.span.file, mark.span.line) for mark in marks.values()})
    marks = {key: mark for key, mark in marks.items() if (mark.span.file, mark.span.line) not in inside}
    kept: list[Finding] = []
    for finding in tuple(sink.found):
        found = marks.get((finding.file, finding.line, finding.code))
        if found is None or finding.severity == "error":
            kept.append(finding)
        if found is not None:
            found.used = True
            if finding.severity == "error":
                sink.add("TH592", found.span, cascade=False, code=found.code)
    broken = any(finding.severity == "error" for finding in kept)
    for mark in marks.values():
        if mark.code not in catalogue():
            meant = nearest(mark.code, (code for code, entry in catalogue().items() if entry.severity != "error"))
            sink.add("TH594", mark.span, cascade=False, suggestion=meant, code=mark.code)
        elif not mark.used and (broken or sink.full):
            continue  # what it silences may be unsaid only until the errors are gone
        elif not mark.used:
            fix = line_removed(mark.span.file, mark.span.line, sources[mark.span.file])
            sink.add("TH591", mark.span, cascade=False, fixes=(fix,), code=mark.code)
        elif not mark.reason:
            sink.add("TH593", mark.span, cascade=False, code=mark.code)
    about_marks = [f for f in sink.found if f.code in ("TH591", "TH592", "TH593", "TH594")]
    sink.found = kept + about_marks
    return sink.sorted()


def _marks(file: str, lines: Sequence[str]) -> list[_Mark]:
    found: list[_Mark] = []
    waiting: list[_Mark] = []
    for number, line in enumerate(lines, 1):
        match = _COMMENT.match(line) if "#" in line else None
        if match:
            at = line.index("#") + 1
            span = Span(file, number, at, number, len(line.rstrip()) + 1)
            waiting.append(_Mark(match["code"].upper(), match["reason"] or "", number + 1, span))
        elif waiting:
            for mark in waiting:
                mark.target = number
            found += waiting
            waiting = []
    return found + waiting


def _in_texts(root: Node | None, wanted: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """Return those of the lines that lie inside a text of several lines, where a `#` is no comment."""
    by_file: dict[str, list[int]] = {}
    for file, line in sorted(wanted):
        by_file.setdefault(file, []).append(line)

    def within(node: Node) -> list[int]:
        lines = by_file.get(node.file, [])
        return lines[bisect_right(lines, node.line) : bisect_left(lines, max(node.end_line, node.line + 1))]

    found: set[tuple[str, int]] = set()
    sections = [value for _, value in root.pairs.values()] if root is not None else []
    waiting = [root] if root is not None and not root.pairs else sections
    waiting += [part for section in sections for part in section.parts]  # a section may go on in another file
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar":
            if node.style in _TEXTS and node.end_line - node.line > 1:
                found.update((node.file, line) for line in within(node))
        elif within(node) or _open(node):
            waiting += node.parts
            waiting += [value for _, value in node.pairs.values()]
    return found


def _open(node: Node) -> bool:
    """Whether it is not known where a map or list ends, because the parser gave up inside."""
    return node.end_line == node.line and node.end_column == node.column
