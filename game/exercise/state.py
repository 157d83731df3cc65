"""The whole state of one exercise, and the draft through which events change it.

`State` is never changed in place: `evolve` thaws it into a `Draft`, which copies only the tables it touches.
`fixed` (the scenario, the county's geography) never changes during a session and is known by its digest.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from game.county.columns import Columns
from game.county.place import County
from game.county.sums import VillageSums
from game.exercise.copies import filled, overwrite, quick, reader, revised
from game.exercise.entities import (
    CampaignState,
    Cause,
    Contract,
    Evaluation,
    Fund,
    Inject,
    Message,
    Note,
    Order,
    Organ,
    Partner,
    Problem,
    Programme,
    Seat,
    SessionState,
    Sighting,
    Slip,
    TurnRecord,
    Visit,
)
from game.exercise.marks import Mark
from game.scenario.model import Scenario

TABLES: dict[str, type] = {
    "seats": Seat,
    "organs": Organ,
    "orders": Order,
    "contracts": Contract,
    "problems": Problem,
    "visits": Visit,
    "slips": Slip,
    "injects": Inject,
    "messages": Message,
    "programmes": Programme,
    "partners": Partner,
    "funds": Fund,
    "notes": Note,
}
"""Table name -> record type; every table is keyed by the record's `id`."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What does not change during a session."""

    scenario: Scenario
    county: County
    digest: str
    """Hash of the scenario bundle and the parameter files."""
    scenario_injects: dict[str, Any] = field(default_factory=dict, compare=False)
    scenario_seats: dict[str, Any] = field(default_factory=dict, compare=False)
    hoping: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Command -> the scenario's injects that hope for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "scenario_injects", {i.id: i for i in self.scenario.injects})
        object.__setattr__(self, "scenario_seats", {s.id: s for s in self.scenario.seats})
        hoping: dict[str, tuple[str, ...]] = {}
        for inject in self.scenario.injects:
            for command in dict.fromkeys(wanted.command for wanted in inject.expect):
                hoping[command] = (*hoping.get(command, ()), inject.id)
        object.__setattr__(self, "hoping", hoping)


@quick
@dataclass(frozen=True, slots=True)
class ReportRow:
    """What one level believes about one village."""

    day: int
    persons: int
    poor: int
    """Persons on the register and not yet lifted."""
    gaps: tuple[int, ...]
    """Households with an open gap on record, per need."""
    approval: int
    """Per mille."""


def _mark(mark: Mark, **kwargs: Any) -> Any:
    return field(metadata={"mark": mark}, **kwargs)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is true in one exercise at one moment."""

    fixed: Fixed = _mark(Mark.HIDDEN)
    columns: Columns = _mark(Mark.HIDDEN)
    sums: VillageSums = _mark(Mark.HIDDEN)
    day: int = _mark(Mark.PUBLIC, default=0)
    turn: int = _mark(Mark.PUBLIC, default=0)
    seq: int = _mark(Mark.HIDDEN, default=0)
    """Number of the last accepted command."""
    last: tuple[int, str, str, str] | None = _mark(Mark.HIDDEN, default=None)
    """(number, seat, kind, arguments as JSON) of the last accepted command."""
    stages: tuple[str, ...] = _mark(Mark.HIDDEN, default=())
    """Stages of the turn still to be worked through."""
    session: SessionState = _mark(Mark.PUBLIC, default=SessionState())
    campaign: CampaignState = _mark(Mark.PUBLIC, default=CampaignState())
    priority: tuple[str, int] | None = _mark(Mark.PUBLIC, default=None)
    """(domain, day) of the priority the leaders declared."""
    seats: dict[str, Seat] = _mark(Mark.PUBLIC, default_factory=dict)
    organs: dict[str, Organ] = _mark(Mark.PUBLIC, default_factory=dict)
    orders: dict[str, Order] = _mark(Mark.CONCERNED, default_factory=dict)
    contracts: dict[str, Contract] = _mark(Mark.CONCERNED, default_factory=dict)
    problems: dict[str, Problem] = _mark(Mark.CONCERNED, default_factory=dict)
    visits: dict[str, Visit] = _mark(Mark.CONCERNED, default_factory=dict)
    slips: dict[str, Slip] = _mark(Mark.CONCERNED, default_factory=dict)
    injects: dict[str, Inject] = _mark(Mark.CONCERNED, default_factory=dict)
    messages: dict[str, Message] = _mark(Mark.CONCERNED, default_factory=dict)
    programmes: dict[str, Programme] = _mark(Mark.PUBLIC, default_factory=dict)
    partners: dict[str, Partner] = _mark(Mark.PUBLIC, default_factory=dict)
    funds: dict[str, Fund] = _mark(Mark.PUBLIC, default_factory=dict)
    notes: dict[str, Note] = _mark(Mark.INSTRUCTOR, default_factory=dict)
    sightings: dict[str, Sighting] = _mark(Mark.CONCERNED, default_factory=dict)
    """Last sighting of each village, keyed by village."""
    reports: dict[str, dict[str, ReportRow]] = _mark(Mark.CONCERNED, default_factory=dict)
    """Level (`village`, `township`, `county`) -> village -> what that level has been told."""
    causes: dict[int, tuple[Cause, ...]] = _mark(Mark.CONCERNED, default_factory=dict)
    """Turn -> what moved which figure."""
    history: tuple[TurnRecord, ...] = _mark(Mark.PUBLIC, default=())
    evaluation: Evaluation | None = _mark(Mark.PUBLIC, default=None)
    counters: dict[str, int] = _mark(Mark.HIDDEN, default_factory=dict)
    """Running totals that scoring and numbering need."""
    pending: dict[str, dict[str, int]] = _mark(Mark.HIDDEN, default_factory=dict)
    """Village -> household changes waiting for the next weekly step, e.g. {"effort:water": 300, "goodwill": 5}."""

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.fixed.scenario

    @property
    def county(self) -> County:
        """The county that is played."""
        return self.fixed.county

    @property
    def date(self) -> date:
        """Today's date."""
        return self.scenario.start + timedelta(days=self.day)

    @property
    def last_day(self) -> int:
        """Day on which the exercise ends."""
        return self.scenario.turn.count * self.scenario.turn.days


_FIELDS = tuple(item.name for item in fields(State))
_read = reader(_FIELDS)


class Draft:
    """A state being changed: shares every table with the original until it is written to."""

    __slots__ = ("_fresh", "_noted", "_owned", "_values")

    def __init__(self, state: State) -> None:
        self._values: dict[str, Any] = dict(zip(_FIELDS, _read(state)))  # noqa: B905 - as many, and this is hot
        self._owned: set[str] = set()
        self._noted: dict[int, list[Cause]] = {}
        self._fresh: dict[tuple[str, str], Any] = {}
        """Records made here, which no other state has yet: they may still be written to."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def day(self) -> int:
        """Today."""
        day: int = self._values["day"]
        return day

    @property
    def seq(self) -> int:
        """Number of the last accepted command."""
        seq: int = self._values["seq"]
        return seq

    def set(self, **values: Any) -> None:
        """Replace whole fields of the state."""
        for name, value in values.items():
            if name not in self._values:
                raise AttributeError(name)
            self._values[name] = value
            self._owned.discard(name)

    def own(self, name: str) -> dict[Any, Any]:
        """Return a table of this draft that may be written to."""
        if name not in self._owned:
            self._values[name] = dict(self._values[name])
            self._owned.add(name)
        table: dict[Any, Any] = self._values[name]
        return table

    def put(self, table: str, record: Any) -> None:
        """Insert or replace a record under its id."""
        self.own(table)[record.id] = record

    def revise(self, table: str, key: str, **changes: Any) -> None:
        """Replace fields of a record."""
        rows = self._values[table] if table in self._owned else self.own(table)
        record, fresh = rows[key], self._fresh
        if fresh.get((table, key)) is record:
            overwrite(record, changes)
        else:
            rows[key] = fresh[table, key] = revised(record, changes)

    def count(self, counter: str, by: int = 1) -> None:
        """Add to a running total."""
        counters = self.own("counters")
        counters[counter] = counters.get(counter, 0) + by

    def note(self, cause: Cause) -> None:
        """Add what moved a figure to the causes of the turn."""
        self._noted.setdefault(self._values["turn"], []).append(cause)

    def freeze(self) -> State:
        """Return the finished state; what it is made of is not written to any more."""
        if self._noted:
            causes = self.own("causes")
            for turn, noted in self._noted.items():
                causes[turn] = (*causes.get(turn, ()), *noted)
            self._noted = {}
        self._owned, self._fresh = set(), {}
        return filled(State, self._values.values())
