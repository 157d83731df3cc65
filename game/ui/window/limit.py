"""A turn with a limit of real time: when it runs out the turn ends by itself, and what is left undone stays undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from game.exercise.views.shape import View
from game.ui.bridge import Bridge

MINUTES = (0, 3, 5, 10, 20)
"""Limits offered; 0 is none."""
WARN_S = 30
"""Seconds before the end at which it is said."""


class TurnLimit(QObject):
    """Counts a turn down. `ticked` carries the seconds left, -1 for no limit; `near` and `ran_out` come once a turn."""

    ticked = Signal(int)
    near = Signal()
    ran_out = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.minutes = 0
        self.left = -1
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        bridge.turn_done.connect(self._on_turn_done)
        bridge.failed.connect(self._on_turn_done)

    def set_minutes(self, minutes: int) -> None:
        """Give this turn and the next ones so many minutes from now; 0 takes the limit away."""
        self.minutes = minutes
        self._begin()

    def tick(self) -> None:
        """Count one second; the clock stands still while the turn is worked out."""
        if self._bridge.busy or self.left < 0:
            return
        self.left -= 1
        self.ticked.emit(self.left)
        if self.left == WARN_S:
            self.near.emit()
        if self.left <= 0:
            self._stop()
            self.ran_out.emit()

    def _begin(self) -> None:
        if self.minutes and not self._bridge.view.over:
            self.left = self.minutes * 60
            self._timer.start()
            self.ticked.emit(self.left)
        else:
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self.left = -1
        self.ticked.emit(-1)

    def _on_turn_done(self, _outcome: View | Exception) -> None:
        self._begin()
