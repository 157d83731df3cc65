"""What was reported of each township turn by turn, as this window saw it: views tell only how places stand now."""

from __future__ import annotations

from game.exercise.views.shape import View

FIGURES = {"incidence_recorded_bp": "incidence_bp", "approval": "approval", "problems_open": "problems"}
"""Figure -> the field of a township that holds it."""

Course = tuple[tuple[int, int], ...]


class Trail:
    """Collects (day, value) pairs; a day that comes again, as after taking a command back, replaces what it said."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], dict[int, int]] = {}

    def take(self, view: View) -> None:
        """Remember what a view says of its townships."""
        for township in view.townships:
            for figure, field in FIGURES.items():
                value: int = getattr(township, field)
                if value >= 0:
                    self._seen.setdefault((township.id, figure), {})[view.day] = value

    def course(self, township: str, figure: str) -> Course:
        """Return the days seen so far in order."""
        return tuple(sorted(self._seen.get((township, figure), {}).items()))
