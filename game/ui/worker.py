"""Threads of the window: work that would hold it up is done in one of these, in order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def _heard(work: Callable[[], object]) -> None:
    """Do work that nobody waits for: a pool would keep its error to itself."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - whatever it is, the crash guard is to know
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
        )


class Worker:
    """One thread through which every access to a session goes, in order."""

    def __init__(self, name: str = "session") -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def call(self, work: Callable[[], T]) -> T:
        """Do the work and wait for its result."""
        return self._pool.submit(work).result()

    def post(self, work: Callable[[], object]) -> None:
        """Do the work without waiting; it reports by itself, and an error it lets through as one of its thread."""
        self._pool.submit(_heard, work)

    def retire(self) -> None:
        """End the thread once its work is done; may be called from that thread."""
        self._pool.shutdown(wait=False)

    def close(self) -> None:
        """Wait for what runs and end the thread."""
        self._pool.shutdown(wait=True)


class Direct(Worker):
    """Does everything at once in the caller's thread; for tests and pictures."""

    def __init__(self) -> None:  # no pool
        pass

    def call(self, work: Callable[[], T]) -> T:
        """Do the work here."""
        return work()

    def post(self, work: Callable[[], object]) -> None:
        """Do the work here."""
        _heard(work)

    def retire(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Nothing to end."""
