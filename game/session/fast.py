"""Put the compiled week (extra `fast`) in the place of numpy's, beside the work and without being noticed.

The core may not look at the machine, so whoever runs sessions calls `prefer_fast`. It changes how long a week takes
and nothing else: until the twin is ready, where numba is missing, and with `TONGHE_FAST=0`, weeks are numpy's.
"""

from __future__ import annotations

import atexit
import logging
import os
from importlib.util import find_spec
from threading import Lock, Thread

from game.county import sums
from game.county.kernel import KERNELS, use_twin

_log = logging.getLogger(__name__)
_lock = Lock()
_loading: list[Thread] = []
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
    for version in KERNELS:
        use_twin(version, week1_fast.step)
    sums.use_twin(sums_fast.village_sums)
    _ready = True
