"""Parts of a view that nobody has asked for yet.

A bot's habit reads a few parts of a view and never most of them, so a view may be handed out with every part put off.
What the parts are to be made from stands here, known by the view and let go with it, and never in the view itself: no
reference leads from a view to the state. States never change, so a part made late is the part made at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from weakref import ref

Parts = Mapping[str, Callable[[Any, Any], Any]]
"""Name of a part -> what makes it, out of the source and the view's other parts."""

_waiting: dict[int, tuple[ref[Any], Parts, Any]] = {}
"""Id of a view that is alive -> itself, its parts and their source."""


def put_off(view: Any, parts: Parts, source: Any) -> None:
    """Have the parts of an empty view made when they are first read; `source` must not hold the view."""
    key = id(view)
    _waiting[key] = (ref(view, lambda _: _waiting.pop(key, None)), parts, source)


def made(view: Any, name: str) -> Any:
    """Return a part read for the first time, and keep it in the view; `AttributeError` where there is none."""
    found = _waiting.get(id(view))
    part = found[1].get(name) if found is not None and found[0]() is view else None
    if found is None or part is None:
        raise AttributeError(name)
    value = part(found[2], view)
    object.__setattr__(view, name, value)
    return value


def settled(view: Any) -> None:
    """Let go of what a view was made from."""
    _waiting.pop(id(view), None)


def waiting() -> int:
    """Return how many views still hold on to what they are made from."""
    return len(_waiting)
