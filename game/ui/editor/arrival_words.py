"""Says of a day an author writes in which turn the inject is received; the two are seldom the same day."""

from __future__ import annotations

from game.scenario.arrival import of_day
from game.ui.i18n import translate


def arrival_words(day: int, days: int, turns: int) -> str:
    """Return when an inject of a day is received, in an exercise of so many turns of so many days."""
    there = of_day(day, days)
    if there >= days * turns:
        return _never(days, turns)
    if there == 0:
        return translate("Arrival", "第1回合一开始就收到")
    turn = there // days + 1
    if there == day:
        return translate("Arrival", "第{turn}回合收到（第{there}天）").format(turn=turn, there=there)
    return translate("Arrival", "第{day}天；第{turn}回合收到（第{there}天）").format(day=day, turn=turn, there=there)


def earliest_words(there: int, days: int, turns: int) -> str:
    """Return when an inject that follows another is received at the earliest."""
    if there >= days * turns:
        return _never(days, turns)
    return translate("Arrival", "最早第{turn}回合收到（第{there}天）").format(turn=there // days + 1, there=there)


def _never(days: int, turns: int) -> str:
    return translate("Arrival", "收不到：推演到第{last}天就结束，最后一回合从第{first}天开始").format(
        last=days * turns, first=days * (turns - 1)
    )
