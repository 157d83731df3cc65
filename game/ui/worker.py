"""Threads of the window: work that would hold it up is done in one of these, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Worker:
    """One thread through which every access to a session goes, in order."""

    def __init__(self, name: str = "session") -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def call(self, work: Callable[[], T]) -> T:
        """Do the work and wait for its result."""
        return self._pool.submit(work).result()

    def post(self, work: Callable[[], object]) -> None:
        """Do the work without waiting; it reports by itself."""
        self._pool.submit(work)

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
        work()

    def retire(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Nothing to end."""
