"""The three integrations the integrated policy is made of, and what is left of it without one of them.

Where the routine of the bureaus has an answer of its own to the same work, that takes the place of what is left out.
The burden on the townships is watched in any case: it is no part of the three.
"""

from __future__ import annotations

from game.bots import integrated as whole
from game.bots import routine
from game.bots.base import Habit
from game.bots.habits import share_money

INSTEAD: dict[str, dict[Habit, Habit | None]] = {
    "organisation": {
        whole.build_organs: None,
        share_money: None,
        whole.contract_areas: None,
        whole.clear_duties: None,
        whole.call_together: None,
    },
    "action": {
        whole.keep_orders: routine.close_files,
        whole.order_cures: routine.own_list,
        whole.build: None,
        whole.win_partners: None,
        whole.meet_people: None,
    },
    "supervision": {
        whole.supervise: routine.file_findings,
        whole.go_and_see: None,
    },
}
"""Part -> its habits, each with the habit of the routine that takes its place, if there is one."""


def habits(without: str | None = None) -> tuple[Habit, ...]:
    """Return the habits of the integrated policy, in their order, without one of its parts; `KeyError` for no part."""
    if without is None:
        return whole.HABITS
    instead = INSTEAD[without]
    kept = (instead.get(habit, habit) for habit in whole.HABITS)
    return tuple(habit for habit in kept if habit is not None)
