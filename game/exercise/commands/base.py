"""What a command is: a frozen value with metadata, and one pure function that says what it would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from game.county.draws import Draws
from game.exercise.events import Event
from game.exercise.refusals import Refusal
from game.exercise.state import State

Ref = Annotated[str, Field(min_length=1, max_length=80)]
"""Id of an entity."""
Words = Annotated[str, Field(max_length=1000)]
Yuan = Annotated[int, Field(ge=0, le=10_000_000_000)]
"""Whole yuan; the core turns it into fen."""

Decision = tuple[Event, ...] | Refusal


class Command(BaseModel):
    """Base of all commands; `kind` names it on the wire."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    kind: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Ctx:
    """What a command knows besides the state: who gives it and the keyed draws."""

    seat: str
    """Seat that gives it; `instructor` or `clock` for the two that are no seats."""
    draws: Draws
    source: Literal["human", "bot", "instructor", "clock"] = "human"


@dataclass(frozen=True, slots=True)
class Spec:
    """A command's declared metadata."""

    kind: str
    model: type[Command]
    group: str
    """Power needed: organise, order, contract, supervise, mobilise, fund, talk, instruct."""
    decide: Callable[[State, Any, Ctx], Decision]
    attention: int = 1
    """Attention points it costs the seat."""
    sessions: tuple[str, ...] = ("running",)
    """Session states in which it may be given."""
    when_paused: bool = False
    undo: str = ""
    """How it is taken back within its turn: a word known to `talk.UndoLast`; empty means not at all."""


REGISTRY: dict[str, Spec] = {}

C = TypeVar("C", bound=Command)


def command(
    kind: str,
    *,
    group: str,
    attention: int = 1,
    sessions: tuple[str, ...] = ("running",),
    when_paused: bool = False,
    undo: str = "",
) -> Callable[[type[C]], Callable[[Callable[[State, C, Ctx], Decision]], Callable[[State, C, Ctx], Decision]]]:
    """Register a command: `@command("x", group=...)(Model)` decorates the function that decides it."""

    def with_model(
        model: type[C],
    ) -> Callable[[Callable[[State, C, Ctx], Decision]], Callable[[State, C, Ctx], Decision]]:
        def register(decide: Callable[[State, C, Ctx], Decision]) -> Callable[[State, C, Ctx], Decision]:
            if kind in REGISTRY:
                raise ValueError(f"command {kind!r} registered twice")
            model.kind = kind
            REGISTRY[kind] = Spec(kind, model, group, decide, attention, sessions, when_paused, undo)
            return decide

        return register

    return with_model
