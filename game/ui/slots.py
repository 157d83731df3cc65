"""Slots that do not keep their owner alive."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid


def weak_slot(method: Callable[..., object], *args: object) -> Callable[..., None]:
    """Return a slot that calls a bound method with fixed arguments, holding its object weakly.

    A widget that Qt has deleted can outlive it in Python for a while, until the garbage is collected: it is not called.
    """
    ref = weakref.WeakMethod(method)

    def call(*_signal_args: Any) -> None:
        if (target := ref()) is not None and _alive(getattr(target, "__self__", None)):
            target(*args)

    return call


def _alive(owner: object) -> bool:
    return not isinstance(owner, QObject) or isValid(owner)
