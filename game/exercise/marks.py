"""Who may see a field: every field of an entity carries one of these marks, and views show nothing unmarked.

- `PUBLIC`: every seat.
- `CONCERNED`: seats whose scope touches the entity, and every county-level seat.
- `OWN`: only the seat or organ the entity belongs to.
- `INSTRUCTOR`: the instructor, and everybody in the review.
- `HIDDEN`: the truth; the instructor's truth layer and the review only.
"""

from __future__ import annotations

from dataclasses import MISSING, field
from enum import StrEnum
from typing import Any


class Mark(StrEnum):
    """A field's visibility."""

    PUBLIC = "public"
    CONCERNED = "concerned"
    OWN = "own"
    INSTRUCTOR = "instructor"
    HIDDEN = "hidden"


def _marked(mark: Mark, default: Any) -> Any:
    if default is MISSING:
        return field(metadata={"mark": mark})
    if isinstance(default, dict):
        return field(default_factory=dict, metadata={"mark": mark})
    return field(default=default, metadata={"mark": mark})


def public(default: Any = MISSING) -> Any:
    """Mark a field that every seat sees."""
    return _marked(Mark.PUBLIC, default)


def concerned(default: Any = MISSING) -> Any:
    """Mark a field that the seats it touches, and the county's leaders, see."""
    return _marked(Mark.CONCERNED, default)


def own(default: Any = MISSING) -> Any:
    """Mark a field that only its owner sees."""
    return _marked(Mark.OWN, default)


def instructor(default: Any = MISSING) -> Any:
    """Mark a field for the instructor."""
    return _marked(Mark.INSTRUCTOR, default)


def hidden(default: Any = MISSING) -> Any:
    """Mark a field that is true but unseen in play."""
    return _marked(Mark.HIDDEN, default)
