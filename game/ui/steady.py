"""Keeps a fault of PySide6 6.12 on Python 3.11 from ending the program.

There `Signal.emit` hands out `True`, and every method without a result `None`, without counting the reference, so each
call takes one from the count that the whole interpreter shares; after some hundred emissions or some ten thousand
calls (a few minutes of painting) the interpreter stops with "deallocating True or False" or "deallocating None".
Since Python 3.12 these constants are immortal and nothing happens.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 40
"""More calls than any machine makes in its life."""


def steady_true() -> None:
    """Raise the counts of `True`, `False` and `None` once, beyond what any use takes; later calls change nothing."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in (True, False, None):
        if sys.getrefcount(constant) < _ENOUGH // 2:
            # The count is the first word of every object in CPython 3.11
            ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
