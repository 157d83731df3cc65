"""Amounts shared out at once are shared out as one by one, and nothing is lost on the way."""

import numpy as np

from game.county.quantities import goodwill, goodwill_of_visits
from game.exercise.reactions.fields import part, parts


def test_amounts_shared_at_once_are_shared_as_one_by_one():
    """`parts` is `part` for each amount among its own villages, of one row or of a table with a row for each need."""
    draw = np.random.default_rng(1)
    for turn in range(400):
        sizes = draw.integers(1, 6, draw.integers(1, 5))
        whole = draw.integers(0, 4, (7, sizes.sum()) if turn % 2 else sizes.sum()) * (turn % 7 > 0)
        rows, amounts = np.arange(sizes.sum()), draw.integers(0, 100, len(sizes))
        given = parts(amounts, whole[..., rows], sizes)
        for amount, mine in zip(amounts.tolist(), np.split(rows, np.cumsum(sizes)[:-1]), strict=True):
            assert given[..., mine].tolist() == part(amount, whole[..., mine]).tolist()
            assert given[..., mine].sum() == amount


def test_visits_please_many_villages_as_they_please_one():
    """`goodwill_of_visits` is `goodwill` for each village."""
    visited, homes = np.arange(-2, 60), np.arange(61, -1, -1)
    each = [goodwill(*pair) for pair in zip(visited.tolist(), homes.tolist(), strict=True)]
    assert goodwill_of_visits(visited, homes).tolist() == each
