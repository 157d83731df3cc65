"""What a part of a screen was last built from: most commands change little, and only that is built again."""

from __future__ import annotations

from game.exercise.views.shape import View

NEVER = object()


class Kept:
    """Remembers the facts a part shows.

    A part that asks `same` must name everything it reads; what a new turn changes is covered by `day`.
    """

    def __init__(self) -> None:
        self._last: tuple[object, ...] = (NEVER,)

    def same(self, *facts: object) -> bool:
        """Say whether the facts are those of the last call, and remember them."""
        if facts == self._last:
            return True
        self._last = facts
        return False

    def forget(self) -> None:
        """Let the next call say that everything is new."""
        self._last = (NEVER,)


def places(view: View) -> tuple[object, ...]:
    """Return what a view says of places and of what is going on there."""
    return (view.day, view.session, view.townships, view.villages, view.problems, view.contracts, view.figures)
