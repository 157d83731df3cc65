"""Near misses: the known word that the author probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable


def distance(one: str, two: str, limit: int) -> int:
    """Return the optimal-string-alignment distance, or `limit + 1` once it is known to be more than `limit`."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(two, 1):
            cost = min(new[j - 1] + 1, row[j] + 1, row[j - 1] + (a != b))
            if before and a == two[j - 2] and one[i - 2] == b and j > 1:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        if min(new) > limit:
            return limit + 1
        before, row = row, new
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`, or "" where none is near enough to be meant.

    Near enough is a distance of at most a third of the longer word, at least 1. Ties go to the first in order.
    """
    word = word[:80]
    folded = word.lower().replace("-", "_")
    best, best_distance = "", 1_000
    for candidate in known:
        if candidate.lower().replace("-", "_") == folded:
            return candidate
        limit = min(max(len(word), len(candidate), 3) // 3, best_distance - 1)
        if limit < 1:
            continue
        found = distance(word, candidate, limit)
        if found <= limit:
            best, best_distance = candidate, found
    return best


def _likely(word: str, known: Iterable[str]) -> list[str]:
    """Return the words that may be near: each letter that the other lacks costs at least one edit."""
    word = word.lower().replace("-", "_")
    letters = set(word)
    found: list[str] = []
    for candidate in known:
        plain = candidate.lower().replace("-", "_")
        limit = max(len(word), len(plain), 3) // 3
        if abs(len(word) - len(plain)) <= limit and len(letters.difference(plain)) <= limit:
            found.append(candidate)
    return found


class Seeker:
    """Seeks near misses within a bounded effort: a file of thousands of wrong ids must not take its time."""

    def __init__(self, effort: int = 350_000) -> None:
        self.left = effort
        """Cells of distance tables that may still be worked out, about a quarter of a second's worth at first."""

    def nearest(self, word: str, known: Collection[str]) -> str:
        """Return the nearest known word as `nearest` does, "" once the effort is used up."""
        self.left -= 4 * len(known)
        if self.left < 0:
            return ""
        known = _likely(word[:80], known)
        cost = len(known) * len(word[:80]) ** 2
        if cost > self.left:
            return ""
        self.left -= cost
        return nearest(word, known)
