"""Stretches of texts to replace: what replacing them makes of the texts, and the one stretch in which two texts differ.

Nothing is ever written from data: what the author wrote, comments and blank lines among it, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.scenario.findings import Fix


class BadPatch(ValueError):
    """Stretches that overlap, or lie outside of the texts."""


def apply(bundle: Mapping[str, str], fixes: Iterable[Fix]) -> dict[str, str]:
    """Return the texts with stretches replaced; `BadPatch` where they cannot be."""
    done = dict(bundle)
    for name, found in by_file(fixes).items():
        if name not in done:
            raise BadPatch(name)
        text = done[name]
        starts = line_starts(text)
        last = len(text) + 1
        for fix in found:
            start, end = offset(text, starts, fix.line, fix.column), offset(text, starts, fix.end_line, fix.end_column)
            if not start <= end <= last:
                raise BadPatch(name)
            text, last = text[:start] + fix.text + text[end:], start
        done[name] = text
    return done


def by_file(fixes: Iterable[Fix]) -> dict[str, list[Fix]]:
    """Return the stretches of each file, the last in the text first, so that earlier places hold."""
    found: dict[str, list[Fix]] = {}
    for fix in fixes:
        found.setdefault(fix.file, []).append(fix)
    for rows in found.values():
        rows.sort(key=lambda f: (f.line, f.column, f.end_line, f.end_column), reverse=True)
    return found


def line_starts(text: str) -> list[int]:
    """Return where each line of a text with plain line breaks begins."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def offset(text: str, starts: list[int], line: int, column: int) -> int:
    """Return the index of a place in a text; `BadPatch` where the text has no such place."""
    if not 1 <= line <= len(starts) or column < 1:
        raise BadPatch(f"{line}:{column}")
    begin = starts[line - 1]
    end = starts[line] - 1 if line < len(starts) else len(text)
    if begin + column - 1 > end:
        raise BadPatch(f"{line}:{column}")
    return begin + column - 1


def stretch(name: str, old: str, new: str) -> tuple[Fix, ...]:
    """Return the one stretch, as short as it can be, that makes the second text of the first; nothing where equal."""
    if old == new:
        return ()
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    line, column = place(old, head)
    end_line, end_column = place(old, len(old) - tail)
    return (Fix(name, line, column, end_line, end_column, new[head : len(new) - tail]),)


def place(text: str, at: int) -> tuple[int, int]:
    """Return the line and column, from 1, of an index in a text with plain line breaks."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
