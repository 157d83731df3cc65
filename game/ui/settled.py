"""When a window has come to rest: nothing is to be laid out, nothing moves and no short timer runs.

A fixed time is too short on a busy machine, where the last layout comes late, and too long on an idle one.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

QUIET_MS = 260
"""How long nothing must have happened: single shots of Qt's own are not to be seen from outside, and last no longer."""
MOST_MS = 10_000
"""How long to wait for a window that never rests, as one with a moving bar."""
_PASSES = 3
"""Rounds of events that must have been quiet, however long a busy machine took for them."""
_STIRS = frozenset(
    {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ShowToParent, QEvent.Type.Polish}
)
_WAIT_MS = 1000
"""Timers that run longer, as the reminder to save, are no part of laying out."""


class _Watch(QObject):
    """Sees whether anything was laid out since it was last asked."""

    def __init__(self) -> None:
        super().__init__()
        self._stirred = True

    def eventFilter(self, _object: QObject, event: QEvent) -> bool:
        """Remember what changes a layout; keep nothing from its way."""
        if event.type() in _STIRS:
            self._stirred = True
        return False

    def stirred(self) -> bool:
        """Return whether something was, and begin anew."""
        stirred, self._stirred = self._stirred, False
        return stirred


def settle(root: QWidget, *, quiet_ms: int = QUIET_MS, most_ms: int = MOST_MS) -> bool:
    """Work off events until a window has come to rest; False where it did not within `most_ms`."""
    app = QApplication.instance()
    if app is None:
        return False
    watch = _Watch()
    app.installEventFilter(watch)
    whole, quiet, passes = QElapsedTimer(), QElapsedTimer(), 0
    whole.start()
    quiet.start()
    try:
        while whole.elapsed() < most_ms:
            QApplication.processEvents()
            if watch.stirred() or moving(root):
                quiet.restart()
                passes = 0
                continue
            passes += 1
            if passes >= _PASSES and quiet.elapsed() >= quiet_ms:
                return True
    finally:
        app.removeEventFilter(watch)
    return False


def moving(root: QWidget) -> bool:
    """Return whether something in a window is on its way or about to come."""
    if any(way.state() is QAbstractAnimation.State.Running for way in root.findChildren(QAbstractAnimation)):
        return True
    timers = root.findChildren(QTimer)
    return any(timer.isActive() and timer.isSingleShot() and timer.interval() <= _WAIT_MS for timer in timers)
