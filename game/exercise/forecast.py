"""The coming week as the organs themselves would plan it: who is asked for how many hours, and what is left.

It is the very reckoning of the weekly work (`reactions/week.py`), one week ahead, so that what a preview says is what
the week then does. Nothing true is told by it: organs plan with what they know.
"""

from __future__ import annotations

from dataclasses import replace

from game.exercise.reactions import orders, programmes, rectify
from game.exercise.reactions.numbers import num
from game.exercise.reactions.week import WEEK, Week, begin
from game.exercise.state import State


def coming_week(state: State) -> Week:
    """Return the week that begins today, with everything asked for and nothing worked yet."""
    week = begin(replace(state, day=state.day + WEEK))
    orders.ask(week)
    rectify.ask(week)
    programmes.ask(week)
    return week


def rows(week: Week, key: str) -> tuple[tuple[str, int, int], ...]:
    """Return (organ, hours asked, hours it has for that) rows of one demand, e.g. `order:o3`.

    The hours an organ has are what the coming week leaves it for orders, programmes and the ledger, less what all
    other demands ask; 0 where it has none to give.
    """
    return tuple(
        (organ, hours, max(0, free(week, organ) + hours))
        for (organ, name), hours in week.wanted.items()
        if name == key and organ in week.hours
    )


def free(week: Week, organ: str) -> int:
    """Return the hours of an organ that nothing in force asks for; negative where more is asked than it has."""
    if organ not in week.hours:
        return 0
    return week.hours[organ].serving * (1000 - num("standing.kept")) // 1000 - week.asked(organ)
