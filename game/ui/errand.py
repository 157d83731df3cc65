"""One piece of work that takes longer than a blink, done in a thread of its own for a dialog that may go meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from game.ui.worker import Worker


class Stopped(Exception):
    """Whoever asked for the work wants no more of it."""


class Errand(QObject):
    """Signals: `told` (done, of how many), then one of `done` (the result) and `failed` (the exception).

    Once it is stopped nothing but the result of the work cut short is heard, and after `drop` not even that.
    """

    told = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, worker: Worker | None = None) -> None:
        # No parent: a dialog that goes must not take it from under its thread
        super().__init__()
        self._worker = worker or Worker(name)
        self._stopped = False
        self._dropped = False

    @property
    def stopped(self) -> bool:
        """Whether the work is to end early."""
        return self._stopped

    def start(self, work: Callable[[Errand], object]) -> None:
        """Begin; `work` is called in the thread with this errand, for `tell` and `stopped`."""
        self._worker.post(lambda: self._run(work))
        self._worker.retire()

    def stop(self) -> None:
        """Ask the work to end; it does so at its next look."""
        self._stopped = True

    def drop(self) -> None:
        """Ask the work to end and hear nothing of it any more."""
        self._stopped = self._dropped = True

    def tell(self, done: int, of: int) -> None:
        """Tell how far the work has come; for the thread."""
        if not self._stopped:
            self.told.emit(done, of)

    def tell_or_stop(self, done: int, of: int) -> None:
        """Tell how far the work has come, or raise `Stopped`; for work that knows no other way to end early."""
        if self._stopped:
            raise Stopped
        self.told.emit(done, of)

    def _run(self, work: Callable[[Errand], object]) -> None:
        try:
            found = work(self)
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it: whatever it is, the dialog tells it
            if not self._dropped:
                self.failed.emit(error)
            return
        if not self._dropped:
            self.done.emit(found)


def reason(error: Exception) -> str:
    """Return in a sentence why something did not come about."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error) or type(error).__name__
