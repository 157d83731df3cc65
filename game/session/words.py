"""Small texts that a journal keeps: times, and whatever came from outside cut to a safe length."""

from __future__ import annotations

import json
from datetime import UTC, datetime

MAX_ID = 80
"""Longest `cmd_id`, seat or kind that is kept."""
MAX_KEPT = 2_000
"""Longest arguments kept of a refused command."""


def now() -> str:
    """Return the host's time, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def is_plain(text: str) -> bool:
    """Whether a text can be written as UTF-8."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)


def clean(text: str) -> str:
    """Return a text that can be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def short(value: object) -> str:
    """Return a text cut to `MAX_ID`, or the name of the type of what should have been one."""
    return clean(value[:MAX_ID] if isinstance(value, str) else type(value).__name__)


def args_text(args: object) -> str:
    """Return arguments as text of at most `MAX_KEPT` characters, whatever they are."""
    if isinstance(args, str):
        return clean(args[:MAX_KEPT])
    try:
        return clean(json.dumps(args, ensure_ascii=False, default=lambda o: type(o).__name__)[:MAX_KEPT])
    except (ValueError, TypeError, RecursionError):
        return type(args).__name__
