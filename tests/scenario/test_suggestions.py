"""Near misses are offered only when they are near."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from game.scenario.suggest import distance, nearest


def slow_distance(a: str, b: str) -> int:
    """Work out the textbook recursion, as the oracle."""
    if not a or not b:
        return len(a) + len(b)
    best = min(slow_distance(a[1:], b) + 1, slow_distance(a, b[1:]) + 1, slow_distance(a[1:], b[1:]) + (a[0] != b[0]))
    if a[1:] and b[1:] and a[0] == b[1] and a[1] == b[0]:
        best = min(best, slow_distance(a[2:], b[2:]) + 1)
    return best


@given(a=st.text(alphabet="ab", max_size=5), b=st.text(alphabet="abc", max_size=5))
def test_distance_is_the_textbook_one(a, b):
    assert distance(a, b, 99) == slow_distance(a, b)
    assert distance(a, b, 1) in (slow_distance(a, b), 2)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("levle", "level"),
        ("Level", "level"),
        ("reply-within", "reply_within"),
        ("lvl", ""),
        ("x", ""),
        ("summry", "summary"),
    ],
)
def test_nearest(word, meant):
    assert nearest(word, ["level", "summary", "reply_within", "title"]) == meant
