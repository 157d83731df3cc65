"""A check without the collector: it makes thousands of objects at once and no cycles, so there is nothing to look for.

What a collection in the middle would look through is the tree that is being read, and all that the program holds. A
check is bounded (`MOST_NODES`), and its tree is gone when it ends.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def unswept(run: Callable[P, R]) -> Callable[P, R]:
    """Hold the collector off while a function runs; where it was off before, it stays so.

    Around the whole function, for its locals have to be gone when collecting begins again.
    """

    @wraps(run)
    def held(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return run(*args, **kwargs)
        gc.disable()
        try:
            return run(*args, **kwargs)
        finally:
            gc.enable()

    return held
