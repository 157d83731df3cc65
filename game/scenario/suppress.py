"""Suppression: `# 忽略 TH505: 理由` on the line above silences a warning or advice of the next line, with a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.scenario.edits import line_removed
from game.scenario.findings import Finding, Sink, Span, catalogue
from game.scenario.suggest import nearest
from game.scenario.tree import Node

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
    inside = _text_lines(root)
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


def _text_lines(root: Node | None) -> set[tuple[str, int]]:
    """Return the lines that lie inside a text of several lines, where a `#` is no comment."""
    found: set[tuple[str, int]] = set()
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" and node.style in ("|", ">", '"', "'"):
            found.update((node.file, line) for line in range(node.line + 1, node.end_line))
        waiting += node.parts
        waiting += [value for _, value in node.pairs.values()]
    return found
