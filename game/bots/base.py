"""What a bot is: a policy at a seat that reads a view and names the commands it would give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from game.exercise.views.shape import View


class Act(NamedTuple):
    """A command a bot wants to give."""

    kind: str
    args: dict[str, Any]


Habit = Callable[[View], Iterator[Act]]
"""One habit of a post: yields the commands it calls for, the most urgent first."""


class Bot:
    """A policy at one seat. It holds no reference to the session and keeps nothing between turns."""

    def __init__(self, policy: str, seat: str, habits: tuple[Habit, ...]) -> None:
        self.policy = policy
        self.seat = seat
        self._habits = habits

    def decide(self, view: View) -> Iterator[Act]:
        """Yield the commands for this turn, the most urgent first.

        The caller may stop at any time (no attention left). Each habit reads the view it was handed, so the caller
        asks again with a fresh view after each habit: see `steps`.
        """
        for habit in self._habits:
            yield from habit(view)

    def steps(self) -> tuple[Habit, ...]:
        """Return the habits one by one, for callers that hand each a fresh view."""
        return self._habits


def make_bot(policy: str, seat: str, without: str | None = None) -> Bot:
    """Return the bot of a policy for a seat, if wanted without one of the parts the policy is made of.

    `ValueError` for a policy that does not exist, and for a part that the policy does not have.
    """
    check_policy(policy, without)
    return Bot(policy, seat, POLICIES[policy](without))


def check_policy(policy: str, without: str | None = None) -> None:
    """Raise `ValueError` for a policy that does not exist, and for a part that it does not have."""
    if policy not in POLICIES:
        raise ValueError(f"unknown policy {policy!r}; there are {', '.join(POLICIES)}")
    parts = PARTS.get(policy, ())
    if without is not None and without not in parts:
        raise ValueError(f"policy {policy!r} has no part {without!r}; it has {', '.join(parts) or 'none'}")


def _integrated(without: str | None) -> tuple[Habit, ...]:
    from game.bots.parts import habits

    return habits(without)


def _routine(_without: str | None) -> tuple[Habit, ...]:
    from game.bots.routine import HABITS

    return HABITS


def _campaign(_without: str | None) -> tuple[Habit, ...]:
    from game.bots.campaign import HABITS

    return HABITS


def _formalistic(_without: str | None) -> tuple[Habit, ...]:
    from game.bots.formalistic import HABITS

    return HABITS


POLICIES: dict[str, Callable[[str | None], tuple[Habit, ...]]] = {
    "integrated": _integrated,
    "routine": _routine,
    "campaign": _campaign,
    "formalistic": _formalistic,
}
"""Policy -> its habits, if wanted without one part; loaded when first asked for."""

PARTS: dict[str, tuple[str, ...]] = {"integrated": ("organisation", "action", "supervision")}
"""Policy -> the parts it is made of and can be played without; a policy not named here is all of one piece."""
