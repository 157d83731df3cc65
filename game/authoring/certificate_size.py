"""How large a scenario is to whoever certifies it: is there room to play well or badly, and how long does it take.

Apart from what plays it, so that a look at a title page is enough.
"""

from __future__ import annotations

FEW = 8
"""Turns of all seats together up to which there is hardly anything to organise."""
SERIES = 5
"""Ways of playing: four policies, and one whose choices are drawn by lot."""
_GAME = 0.02
_SEAT_DAY = 0.001
"""Seconds a game takes, and each day of each seat in it, on a plain office computer."""


def tiny(seats: int, turns: int) -> bool:
    """Whether so few seats have so few turns that good and bad play can hardly differ."""
    return seats * turns <= FEW


def games(runs: int) -> int:
    """Return about how many games a certificate takes at so many runs a policy."""
    return SERIES * runs


def seconds(seats: int, turns: int, days: int, runs: int) -> float:
    """Return about how long they take, one after the other; `days` are those of a turn."""
    return games(runs) * (_GAME + _SEAT_DAY * seats * turns * days)
