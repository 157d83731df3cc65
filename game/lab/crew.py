"""Many runs on one machine: this process and its helpers take the next run off one list until none is left.

Helpers are started afresh (`spawn`) and need a second or two to be there; this process plays meanwhile, so a short
series loses nothing by them, and near the end nobody waits for a share that was dealt out in advance.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import connection, get_context
from typing import Any, TypeVar

from game.session.fast import prefer_fast, spread

J = TypeVar("J")
R = TypeVar("R")
Halt = Callable[[], bool]
Play = Callable[[J, Halt], R]
"""Plays one run; raises `Halted` as soon as it is asked to stop."""

_WARM = 2.0
"""Seconds a process waits for the compiled week: enough where it was compiled before; else it comes in on the way."""
_YOUNG = 50_000
"""Objects made before the collector looks for cycles again; runs make millions and next to no cycles."""


class Halted(Exception):
    """The series ends before this run does."""


def play_all(work: Sequence[J], jobs: int, play: Play[J, R], told: Callable[[int, R | None], None]) -> None:
    """Play every run and tell (its number, what it came to) as it ends; None for one whose process died over it.

    After Ctrl+C runs stop at the end of their turn and are not told; a second one waits for nobody.
    """
    context = get_context("spawn")
    taken, halt = context.Value("q", 0), context.RawValue("b", 0)
    pipes: list[connection.Connection] = []
    helpers: list[Any] = []
    missing = set(range(len(work)))

    def tell(number: int, run: R | None) -> None:
        missing.discard(number)
        told(number, run)

    try:
        with _interrupts(signal.SIG_IGN):  # what is started now stays deaf to Ctrl+C, also while it still loads
            for _ in range(min(jobs, len(work)) - 1):
                ours, theirs = context.Pipe(duplex=False)
                pipes.append(ours)
                helper = context.Process(target=_help, args=(work, play, taken, halt, theirs), daemon=True)
                helper.start()
                helpers.append(helper)
                theirs.close()
        with _interrupts(lambda *_: setattr(halt, "value", 1)), ready(jobs // max(1, len(work))):
            with suppress(Halted):
                for number in _turns(taken, len(work), halt):
                    tell(number, play(work[number], lambda: bool(halt.value)))
                    for row in _arrived(pipes, wait=False):
                        tell(*row)
            for row in _arrived(pipes, wait=True):
                tell(*row)
        for number in () if halt.value else sorted(missing):
            tell(number, None)
    finally:
        halt.value = 1
        for helper in helpers:
            if pipes:  # whoever still talks is not waited for
                helper.terminate()
            helper.join()
        for pipe in pipes:
            pipe.close()


def _turns(taken: Any, many: int, halt: Any) -> Iterator[int]:
    """Yield the numbers of runs that nobody has taken yet, until the series ends."""
    while not halt.value:
        with taken.get_lock():
            number = int(taken.value)
            if number >= many:
                return
            taken.value = number + 1
        yield number


def _arrived(pipes: list[connection.Connection], *, wait: bool) -> Iterator[tuple[int, Any]]:
    """Yield what helpers have sent; with `wait`, until all of them have gone. Closed pipes leave the list."""
    while pipes:
        talking = connection.wait(pipes, None if wait else 0)
        if not talking:
            return
        for pipe in talking:
            assert isinstance(pipe, connection.Connection)
            try:
                yield pipe.recv()
            except (EOFError, OSError):
                pipes.remove(pipe)
                pipe.close()


def _help(work: Sequence[J], play: Play[J, R], taken: Any, halt: Any, pipe: connection.Connection) -> None:
    """Play runs in a process of its own; Ctrl+C is heard by the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Halted, BrokenPipeError), ready():
        for number in _turns(taken, len(work), halt):
            pipe.send((number, play(work[number], lambda: bool(halt.value))))
    pipe.close()


@contextmanager
def ready(threads: int = 1) -> Generator[None]:
    """Prepare this process for many runs: the compiled week, and a collector that seldom looks for cycles.

    A run that has several cores to itself may let as many threads share the weeks of its households.
    """
    prefer_fast(_WARM)
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *usual[1:])
    try:
        with spread(threads):
            yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def _interrupts(handler: Any) -> Generator[None]:
    """Have Ctrl+C do something else once, as far as this thread may say so; the second one does what it always did."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = signal.getsignal(signal.SIGINT)

    def once(number: int, frame: Any) -> None:
        signal.signal(signal.SIGINT, usual)
        handler(number, frame)

    signal.signal(signal.SIGINT, once if callable(handler) else handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
