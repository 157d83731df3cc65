"""Fixes put into force: a text with stretches replaced, and a bundle mended as far as that is safe.

Nothing is written from data: what an author wrote stays as it is, comments, blank lines and line breaks among it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from game.scenario.findings import Finding, Fix
from game.scenario.suggest import distance

ROUNDS = 12
"""Most times a bundle is mended and checked again: one cure can uncover the next slip."""
ONE_BY_ONE = 40
"""Most fixes of a round that are tried alone where all together made it worse."""

_LINE = re.compile(r"\r\n|\r|\n")
_SURE = frozenset(
    {"TH103", "TH109", "TH111", "TH112", "TH113", "TH114", "TH117", "TH121", "TH122", "TH126", "TH127"}
    | {"TH203", "TH210", "TH302", "TH413", "TH414", "TH417", "TH419", "TH591"}
)
"""Codes whose fix is no guess: slips of YAML, a name where the one seat of that name is meant, other spellings."""
_NEAR = {"TH201": "key", "TH206": "value", "TH301": "value", "TH410": "name", "TH415": "value", "TH511": "value"}
"""Codes whose fix is a near miss -> the parameter that holds what was written."""


class BadFix(ValueError):
    """A stretch that overlaps another, or lies outside of its text."""


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return one file's text with all the stretches replaced; raises `BadFix`, a double of a stretch is done once.

    A line break in a replacement becomes the kind that the text has.
    """
    if text.startswith("\ufeff"):  # no place counts the mark at the beginning of a file
        return "\ufeff" + apply(text[1:], fixes)
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    ends = [*(found.start() for found in _LINE.finditer(text)), len(text)]
    cuts: set[tuple[int, int, str]] = set()
    for fix in fixes:
        first = _offset(starts, ends, fix.line, fix.column)
        last = _offset(starts, ends, fix.end_line, fix.end_column)
        if last < first:
            raise BadFix(f"{fix.line}:{fix.column}")
        cuts.add((first, last, fix.text))
    newline = "\r\n" if "\r\n" in text else "\n"
    done = len(text) + 1
    for first, last, put in sorted(cuts, reverse=True):
        if last > done or (first == done and first == last):
            raise BadFix(f"@{first}")
        text = text[:first] + (put if newline == "\n" else put.replace("\n", newline)) + text[last:]
        done = first
    return text


def apply_all(bundle: Mapping[str, str], fixes: Iterable[Fix]) -> dict[str, str]:
    """Return the bundle with the stretches of all its files replaced; raises `BadFix`."""
    found: dict[str, list[Fix]] = {}
    for fix in fixes:
        if fix.file not in bundle:
            raise BadFix(fix.file)
        found.setdefault(fix.file, []).append(fix)
    return {name: apply(text, found[name]) if name in found else text for name, text in bundle.items()}


def is_safe(finding: Finding) -> bool:
    """Whether the finding's fix can be made without asking: it is no guess, or a near miss by a single letter."""
    if not finding.fixes:
        return False
    written = _NEAR.get(finding.code)
    if finding.code == "TH202":  # a value the author must find is no fix; the format is the same for all
        return finding.params.get("keys") in ("format", "格式")
    if written is None:
        return finding.code in _SURE
    one, two = str(finding.params.get(written, "")), finding.suggestion
    two = two.rpartition(":")[2] if ":" not in one else two
    folded = one.lower().replace("-", "_") == two.lower().replace("-", "_")
    return folded or (min(len(one), len(two)) > 3 and distance(one, two, 1) <= 1)


@dataclass(frozen=True, slots=True)
class Mended:
    """A bundle after its safe fixes."""

    bundle: dict[str, str]
    cured: tuple[Finding, ...]
    """What was mended, in the order in which it was done; places are those of the text at that moment."""
    left: tuple[Finding, ...]
    """What the checker says of the result."""


def mend(bundle: Mapping[str, str], check: Callable[[dict[str, str]], tuple[Finding, ...]]) -> Mended:
    """Make every safe fix, check again, and go on until nothing safe is left.

    A fix after which there are more errors than before is taken back: it was not what the author meant.
    """
    now = dict(bundle)
    found = check(now)
    cured: list[Finding] = []
    refused: set[tuple[str, Fix]] = set()
    for _ in range(ROUNDS):
        safe = _apart(f for f in found if is_safe(f) and (f.code, f.fixes[0]) not in refused)
        if not safe:
            break
        after = apply_all(now, [f.fixes[0] for f in safe])
        then = check(after)
        if _errors(then) > max(0, _errors(found) - _errors(safe)) and len(safe) > 1:
            safe, after, then = _singly(now, found, safe, check)
        elif _errors(then) > _errors(found):
            refused.update((f.code, f.fixes[0]) for f in safe)
            continue
        if not safe:
            break
        cured += safe
        now, found = after, then
    return Mended(now, tuple(cured), found)


def _singly(
    bundle: dict[str, str],
    found: tuple[Finding, ...],
    safe: list[Finding],
    check: Callable[[dict[str, str]], tuple[Finding, ...]],
) -> tuple[list[Finding], dict[str, str], tuple[Finding, ...]]:
    """Make only those fixes that do good, each tried on top of those before it; the last in a text go first."""
    kept: list[Finding] = []
    now, then = bundle, found
    for finding in sorted(safe, key=lambda f: (f.file, f.fixes[0].line, f.fixes[0].column), reverse=True)[:ONE_BY_ONE]:
        after = apply_all(now, [finding.fixes[0]])
        said = check(after)
        if _errors(said) <= _errors(then) and len(said) < len(then):
            kept.append(finding)
            now, then = after, said
    return kept[::-1], now, then


def _errors(findings: Iterable[Finding]) -> int:
    return sum(finding.severity == "error" for finding in findings)


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose first fixes touch no line in common, in reading order."""
    kept: list[Finding] = []
    taken: set[tuple[str, int]] = set()
    for finding in findings:
        fix = finding.fixes[0]
        lines = {(fix.file, number) for number in range(fix.line, fix.end_line + 1)}
        if not lines & taken:
            kept.append(finding)
            taken |= lines
    return kept


def _offset(starts: list[int], ends: list[int], line: int, column: int) -> int:
    if not 1 <= line <= len(starts):
        if line == len(starts) + 1 and column == 1:
            return ends[-1]  # the end of the last line
        raise BadFix(f"{line}:{column}")
    at = starts[line - 1] + column - 1
    if not starts[line - 1] <= at <= ends[line - 1]:
        raise BadFix(f"{line}:{column}")
    return at
