"""Old events lifted to the present, one version at a time, and the one place where stored events are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

from game.exercise.events import AnyEvent, Event, decode

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTS: dict[tuple[str, int], Upcaster] = {}
"""(kind, version) -> pure function that returns the body as version + 1 has it; `kind` itself may change."""


class UnknownEvent(ValueError):
    """An event of a kind or version that this version of the program does not know."""


@cache
def versions() -> dict[str, int]:
    """Return the current version of every kind of event."""
    members: tuple[type[Event], ...] = get_args(get_args(AnyEvent)[0])
    return {cls.model_fields["kind"].default: cls.version for cls in members}


def version_of(event: Event) -> int:
    """Return the version an event is written with."""
    return type(event).version


def read_event(kind: str, version: int, body: str) -> Event:
    """Return a stored event as the present version has it; `UnknownEvent`, or `ValueError` where it is damaged."""
    known = versions()
    if known.get(kind) == version:
        return decode(body)
    data: dict[str, Any] = json.loads(body)
    while (lift := UPCASTS.get((kind, version))) is not None:
        data = lift(dict(data))
        kind, version = str(data.get("kind", kind)), version + 1
    if known.get(kind) != version:
        raise UnknownEvent(f"{kind} v{version}")
    return decode(json.dumps(data, ensure_ascii=False))
