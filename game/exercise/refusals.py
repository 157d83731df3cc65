"""A refused command: a stable code with its parameters; the sentence and its cure stand in the text catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out. `code` is an entry `refusal.<code>` of exercise/texts."""

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


CHECKS = ("known", "schema", "session", "pause", "power", "phase", "lifecycle", "resources", "rules")
"""The fixed order in which a command is checked; each refusal code belongs to one check (see texts)."""
