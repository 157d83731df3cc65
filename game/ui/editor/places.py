"""Between the checker's columns (code points) and Qt's positions (UTF-16 units), within one line."""

from __future__ import annotations


def units(line: str, column: int) -> int:
    """Return how many UTF-16 units of a line come before a column, counted from 1; not beyond the line's end."""
    head = line[: max(0, column - 1)]
    return len(head) if head.isascii() else len(head) + sum(char > "\uffff" for char in head)


def column(line: str, at: int) -> int:
    """Return the column, from 1, at which so many UTF-16 units of a line have passed."""
    if line.isascii():
        return min(at, len(line)) + 1
    passed = 0
    for number, char in enumerate(line, 1):
        if passed >= at:
            return number
        passed += 2 if char > "\uffff" else 1
    return len(line) + 1
