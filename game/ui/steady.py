"""Keeps a fault of PySide6 6.12 on Python 3.11 from ending the program.

There `Signal.emit` hands out `True` without counting the reference, so every emission takes one from the count that
the whole interpreter shares; after a few hundred the interpreter stops with "deallocating True or False". Since
Python 3.12 `True` is immortal and nothing happens.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 40
"""More emissions than any machine makes in its life."""


def steady_true() -> None:
    """Raise the count of `True` once, so far that no number of emissions uses it up; later calls change nothing."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12) or sys.getrefcount(True) > _ENOUGH // 2:
        return
    # The count is the first word of every object in CPython 3.11
    ctypes.c_ssize_t.from_address(id(True)).value += _ENOUGH
