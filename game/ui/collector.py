"""Python's garbage is collected in the window's thread only.

Windows and what belongs to them hang together in cycles, which only the collector takes apart. Begun in a worker
thread, as Python does wherever the count is full, a collection would delete widgets from there and end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between two looks at how much has gathered."""
_WHOLE = 40
"""Looks between two collections of everything, which take longest."""


def settle() -> None:
    """Collect everything, and spare what is left from being looked through again.

    For when an exercise has begun: its county, texts and desks stay until it ends, and a look through all of them
    would hold the window up for as long as a whole turn may.
    """
    gc.collect()
    gc.freeze()


def loosen() -> None:
    """Let what was spared be collected again; for when an exercise has ended."""
    gc.unfreeze()


class Collector(QObject):
    """Takes collecting over from Python for as long as the application lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def close(self) -> None:
        """Give collecting back to Python; for when no worker runs any more."""
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Collect the young objects where enough have gathered; everything now and then."""
        self._looks += 1
        young, middle, _ = gc.get_count()
        most = gc.get_threshold()
        if self._looks % _WHOLE == 0:
            gc.collect()
        elif young > most[0]:
            gc.collect(1 if middle > most[1] else 0)
