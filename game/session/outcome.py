"""What a session answers with: outcomes, and the rows of its journal as others read them."""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.events import Event
from game.exercise.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to a command."""

    accepted: bool
    refusal: Refusal | None
    seq: int
    """Journal number; of a refused command that of the last accepted one."""
    events: tuple[Event, ...]
    repeated: bool = False
    """Whether this answers a `cmd_id` that was answered before."""


@dataclass(frozen=True, slots=True)
class Record:
    """A command of the journal with what it came to; `seq` 0 is the start."""

    seq: int
    day: int
    after: int
    turn: int
    seat: str
    kind: str
    args: str
    source: str
    events: tuple[Event, ...]
    wall: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A command that was refused."""

    seq: int
    """Last accepted command before it."""
    day: int
    seat: str
    kind: str
    args: str
    source: str
    refusal: Refusal
