"""Put the compiled week (extra `fast`) in the place of numpy's, beside the work and without being noticed.

The core may not look at the machine, so whoever runs sessions calls `prefer_fast`. It changes how long a week takes
and nothing else: until the twin is ready, where numba is missing, and with `TONGHE_FAST=0`, weeks are numpy's.
"""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Lock, Thread

from game.county import sums
from game.county.columns import Columns
from game.county.kernel import KERNELS, WeekInputs, use_twin
from game.county.sums import VillageSums

_log = logging.getLogger(__name__)
_lock = Lock()
_loading: list[Thread] = []
WORTH = 100_000
"""Households from which the work of a week is worth being shared between threads."""
PATIENCE = 30.0
"""Seconds a program that ends waits for the compiler, which must not be cut off in the middle of its work."""


def prefer_fast(wait: float = 0.0) -> bool:
    """Load the twin in the background, once a process; return whether it is in use after at most `wait` seconds.

    Call it after the first week, never at the start: loading takes about half a second from numba's cache, and some
    ten seconds where it has to be compiled first. A wait of two seconds takes a twin from the cache and no other.
    """
    if os.environ.get("TONGHE_FAST") == "0" or find_spec("numba") is None:
        return False
    with _lock:
        if not _loading:
            thread = Thread(target=_load, name="kernel-twin", daemon=True)
            _loading.append(thread)
            thread.start()
            atexit.register(thread.join, PATIENCE)
    _loading[0].join(wait)
    return not _loading[0].is_alive() and _ready


@contextmanager
def spread(threads: int) -> Generator[None]:
    """Let so many threads, a core each, share the weeks of large counties meanwhile, where the twin is in use."""
    if threads < 2 or not _ready:
        yield
        return
    from game.county import sums_fast, week1_fast

    with ThreadPoolExecutor(threads, "week") as pool:

        def parts(columns: Columns) -> int:
            return threads if columns.households >= WORTH else 1

        def week(columns: Columns, inputs: WeekInputs) -> Columns:
            return week1_fast.step(columns, inputs, parts=parts(columns), over=pool.map)

        def counted(columns: Columns, line: int) -> VillageSums:
            return sums_fast.village_sums(columns, line, parts=parts(columns), over=pool.map)

        _put(week, counted)
        try:
            yield
        finally:
            _put(week1_fast.step, sums_fast.village_sums)


def _put(week: Callable[[Columns, WeekInputs], Columns], counted: Callable[[Columns, int], VillageSums]) -> None:
    for version in KERNELS:
        use_twin(version, week)
    sums.use_twin(counted)


_ready = False


def _load() -> None:
    global _ready  # noqa: PLW0603 - one twin a process
    try:
        from game.county import sums_fast, week1_fast

        week1_fast.warm_up()
        sums_fast.warm_up()
    except Exception as error:  # noqa: BLE001 - an accelerator that does not work here must not stop anybody
        _log.info("weeks stay with numpy: %s: %s", type(error).__name__, error)
        return
    _put(week1_fast.step, sums_fast.village_sums)
    _ready = True
