"""Edits of texts as stretches to replace: made from two texts, and chosen for being safe.

Nothing is ever written from data: what the author wrote, comments and blank lines among it, stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from game.authoring.stretches import BadPatch, apply, by_file
from game.scenario.check import Checked
from game.scenario.findings import Finding, Fix, split_lines

__all__ = ["BadPatch", "apply", "between", "by_file", "cure_all", "differences", "sure"]
ROUNDS = 12
"""Most times the safe fixes are applied and the text is checked again: one cure can uncover the next slip."""
_SURE = ("TH1", "TH302")
"""Codes whose fix is no guess: slips of YAML, and a name where the one seat or place of that name is meant."""


def between(name: str, old: str, new: str) -> tuple[Fix, ...]:
    """Return the stretches that make one text of another, whole lines, only those that differ."""
    if old == new:
        return ()
    before, after = split_lines(old), split_lines(new)
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        lines = after[c:d]
        if b < len(before):  # up to the beginning of the line after
            text = "".join(f"{line}\n" for line in lines)
            found.append(Fix(name, a + 1, 1, b + 1, 1, text))
        elif a:  # the last lines: from the end of the line before
            text = "".join(f"\n{line}" for line in lines)
            found.append(Fix(name, a, len(before[a - 1]) + 1, b, len(before[b - 1]) + 1, text))
        else:
            found.append(Fix(name, 1, 1, len(before), len(before[-1]) + 1, "\n".join(lines)))
    return tuple(found)


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Fix, ...]:
    """Return the stretches that make the second texts of the first, of the files that both have."""
    return tuple(fix for name in sorted(old) if name in new for fix in between(name, old[name], new[name]))


def sure(finding: Finding) -> bool:
    """Whether a finding's cure needs no choice of the author's."""
    return bool(finding.fixes) and finding.code.startswith(_SURE)


def cure_all(
    bundle: Mapping[str, str], checked: Checked, check: Callable[[dict[str, str]], Checked]
) -> tuple[dict[str, str], int]:
    """Apply every sure fix, again and again while there are any; return the texts and how many were applied.

    A round that would leave more errors than it found is left out, and so are the later ones.
    """
    done, count = dict(bundle), 0
    for _ in range(ROUNDS):
        fixes: list[Fix] = []
        for finding in checked.findings:
            if sure(finding) and not any(_meet(fix, other) for fix in finding.fixes for other in fixes):
                fixes += finding.fixes
        if not fixes:
            break
        try:
            tried = apply(done, fixes)
        except BadPatch:
            break
        after = check(tried)
        if len(after.errors) > len(checked.errors):
            break
        done, checked, count = tried, after, count + len(fixes)
    return done, count


def _meet(one: Fix, other: Fix) -> bool:
    if one.file != other.file:
        return False
    return (one.line, one.column) <= (other.end_line, other.end_column) and (other.line, other.column) <= (
        one.end_line,
        one.end_column,
    )
