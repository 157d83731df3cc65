"""Slots that do not keep their owner alive."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any


def weak_slot(method: Callable[..., object], *args: object) -> Callable[..., None]:
    """Return a slot that calls a bound method with fixed arguments, holding its object weakly."""
    ref = weakref.WeakMethod(method)

    def call(*_signal_args: Any) -> None:
        if (target := ref()) is not None:
            target(*args)

    return call
