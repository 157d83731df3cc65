"""One viewer's look at one state: what the parts of its view are made from, each found when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from game.exercise.entities import Seat
from game.exercise.marks import Mark
from game.exercise.state import State
from game.exercise.views.mask import ALL, CONCERNED
from game.exercise.views.memo import Memo
from game.exercise.views.reach import Reach, reach_of

T = TypeVar("T")


class Sight:
    """A state as one viewer may look at it. Never handed to a viewer."""

    def __init__(self, state: State, viewer: str, memo: Memo) -> None:
        self.state = state
        self.viewer = viewer
        self.memo = memo
        self.seat: Seat | None = state.seats.get(viewer)

    @cached_property
    def reach(self) -> Reach:
        """What the viewer is concerned with."""
        state, seat = self.state, self.seat
        sites = self.memo.rows("sites", state.organs, (), lambda organ: (organ.id, organ.place))
        post = (seat.scope, seat.powers, seat.delegated) if seat is not None else ()
        facts = (self.viewer, post, sites, state.county)
        return self.memo.keep("reach", facts, lambda: reach_of(state, self.viewer))

    @property
    def all(self) -> bool:
        """Whether the viewer sees everything: the instructor and the review."""
        return self.reach.everything

    @cached_property
    def seen(self) -> frozenset[Mark]:
        """The marks the viewer sees on whatever it is concerned with."""
        return ALL if self.all else CONCERNED

    @cached_property
    def facts(self) -> tuple[Any, ...]:
        """What decides, together with a record, how the viewer sees it."""
        return (self.reach, self.state.fixed)

    def records(self, table: str, sees: Callable[[Any], bool], more: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        """Return the records of a table that the viewer sees, masked; `more` are the other facts `sees` goes by."""
        seen, masked = self.seen, self.memo.common.masked
        return self.memo.rows(
            table,
            getattr(self.state, table),
            (*self.facts, *more),
            lambda record: masked(record, seen) if sees(record) else None,
        )

    def marked(
        self, table: str, marks: Callable[[Any], frozenset[Mark]], more: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Return all records of a table, each masked by the marks the viewer sees on it."""
        masked = self.memo.common.masked
        return self.memo.rows(
            table,
            getattr(self.state, table),
            (*self.facts, *more),
            lambda record: masked(record, marks(record)),
        )
