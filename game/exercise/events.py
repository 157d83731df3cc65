"""What happened: frozen values with resolved outcomes, so that `evolve` needs no rules, draws or look-ups.

Every event is JSON with a `kind` and a version `v`; `session/upcast.py` lifts old versions one step at a time.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, TypeAdapter, field_serializer

from game.county.columns import Columns
from game.county.kernel import WeekInputs
from game.exercise.entities import (
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
    Sighting,
    Slip,
    TurnRecord,
    Visit,
)
from game.exercise.state import ReportRow

Json = str | int | bool | None | tuple[Any, ...]
"""A plain value of a record; tuples may hold tuples (JSON arrays come back as lists and are made tuples again)."""


class Event(BaseModel):
    """Base of all events."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    version: ClassVar[int] = 1


class Accepted(Event):
    """Head of every transaction: a command was accepted and is paid for."""

    kind: Literal["accepted"] = "accepted"
    seq: int
    seat: str
    command: str
    attention: int = 0
    args: str = "{}"
    """The command's arguments as JSON text, for reactions that answer to what was asked."""


class SeatAdded(Event):
    """A seat takes its place at the table."""

    kind: Literal["seat_added"] = "seat_added"
    seat: Seat


class OrganAdded(Event):
    """An organ of the county: there from the start, or newly set up."""

    kind: Literal["organ_added"] = "organ_added"
    organ: Organ


class OrderIssued(Event):
    """战令 signed."""

    kind: Literal["order_issued"] = "order_issued"
    order: Order


class ContractOffered(Event):
    """包干 offered."""

    kind: Literal["contract_offered"] = "contract_offered"
    contract: Contract


class ProblemOpened(Event):
    """A problem came into being, mostly unseen."""

    kind: Literal["problem_opened"] = "problem_opened"
    problem: Problem


class VisitPlanned(Event):
    """A visit was planned."""

    kind: Literal["visit_planned"] = "visit_planned"
    visit: Visit


class VisitCalledOff(Event):
    """A planned visit was taken back before anything came of it; its record goes."""

    kind: Literal["visit_called_off"] = "visit_called_off"
    id: str


class SlipSent(Event):
    """提示单 or 提示函 sent."""

    kind: Literal["slip_sent"] = "slip_sent"
    slip: Slip


class InjectArmed(Event):
    """An inject waits for its trigger."""

    kind: Literal["inject_armed"] = "inject_armed"
    inject: Inject


class MessageSent(Event):
    """A message went out."""

    kind: Literal["message_sent"] = "message_sent"
    message: Message


class ProgrammeStarted(Event):
    """A programme was started."""

    kind: Literal["programme_started"] = "programme_started"
    programme: Programme


class PartnerAdded(Event):
    """A partner is known to the county."""

    kind: Literal["partner_added"] = "partner_added"
    partner: Partner


class FundAdded(Event):
    """A pot of money is opened."""

    kind: Literal["fund_added"] = "fund_added"
    fund: Fund


class NoteTaken(Event):
    """The instructor wrote something down."""

    kind: Literal["note_taken"] = "note_taken"
    note: Note


class Moved(Event):
    """A lifecycle step: `machine` says which table of states, `to` the state reached."""

    kind: Literal["moved"] = "moved"
    machine: Literal["session", "campaign", "order", "contract", "problem", "supervision", "inject", "seat"]
    id: str
    trigger: str
    to: str
    by: str = ""
    note: str = ""


class Revised(Event):
    """Fields of a record changed; `why` is a word of the catalogue `step.*` or empty for silent bookkeeping."""

    kind: Literal["revised"] = "revised"
    table: str
    id: str
    changes: dict[str, Json]
    why: str = ""
    by: str = ""


class Shifted(Event):
    """A quantity of an organ or partner moved by `delta`, with its cause."""

    kind: Literal["shifted"] = "shifted"
    table: Literal["organs", "partners"]
    id: str
    quantity: str
    delta: int
    cause: Cause


class Explained(Event):
    """A cause is noted for a figure that other events changed."""

    kind: Literal["explained"] = "explained"
    cause: Cause


class FundMoved(Event):
    """Money moved inside one fund; fen."""

    kind: Literal["fund_moved"] = "fund_moved"
    fund: str
    given: int = 0
    reserved: int = 0
    spent: int = 0
    ref: str = ""


class Queued(Event):
    """A change of households waits for the next weekly step (see `State.pending`)."""

    kind: Literal["queued"] = "queued"
    village: str
    changes: dict[str, int]


class QueuedMany(Event):
    """`Queued` for many villages at once: what a week's work means for their households."""

    kind: Literal["queued_many"] = "queued_many"
    rows: dict[str, dict[str, int]]


class Counted(Event):
    """A running total moved."""

    kind: Literal["counted"] = "counted"
    counter: str
    by: int = 1


class Prioritised(Event):
    """The leaders declared a priority."""

    kind: Literal["prioritised"] = "prioritised"
    domain: str


class PhaseEntered(Event):
    """The campaign entered a phase."""

    kind: Literal["phase_entered"] = "phase_entered"
    campaign: str
    phase: str
    state: str
    index: int
    since: int
    ends: int


class SpeedSet(Event):
    """The instructor set the pace."""

    kind: Literal["speed_set"] = "speed_set"
    speed: int


class Frozen(Event):
    """The session stopped on a fault or by the instructor's hand."""

    kind: Literal["frozen"] = "frozen"
    reason: str


class Turned(Event):
    """A turn begins to be worked through: desks get fresh attention, stages are queued."""

    kind: Literal["turned"] = "turned"
    turn: int
    stages: tuple[str, ...]


class WeekBegun(Event):
    """The calendar moves on by a week."""

    kind: Literal["week_begun"] = "week_begun"
    day: int


class StageDone(Event):
    """A stage of the turn is finished."""

    kind: Literal["stage_done"] = "stage_done"
    stage: str


class WeekStepped(Event):
    """One week of the households: the kernel's inputs, and what it must come to."""

    kind: Literal["week_stepped"] = "week_stepped"
    inputs: WeekInputs
    columns_hash: str = ""
    """Empty while `_columns` are at hand; written out in full."""
    _columns: Columns | None = PrivateAttr(default=None)
    """The result while it is at hand, so that a live turn computes it once; never stored."""

    @classmethod
    def of(cls, inputs: WeekInputs, columns: Columns) -> WeekStepped:
        """Return the event of a week that came to `columns`."""
        event = cls(inputs=inputs)
        event._columns = columns
        return event

    @field_serializer("columns_hash")
    def _digest(self, known: str) -> str:
        """Return what the week must come to, worked out only for events that are written down."""
        return self._columns.digest() if not known and self._columns is not None else known

    def take(self) -> Columns | None:
        """Return the columns computed when the event was made, if it was made here."""
        return self._columns


class Sighted(Event):
    """Somebody saw a village with their own eyes."""

    kind: Literal["sighted"] = "sighted"
    sighting: Sighting


class Reported(Event):
    """A level of the reporting chain got its figures."""

    kind: Literal["reported"] = "reported"
    level: Literal["village", "township", "county"]
    rows: dict[str, ReportRow]


class TurnClosed(Event):
    """The turn is over; its figures are kept."""

    kind: Literal["turn_closed"] = "turn_closed"
    record: TurnRecord


class Evaluated(Event):
    """The exit evaluation was held."""

    kind: Literal["evaluated"] = "evaluated"
    evaluation: Evaluation


AnyEvent = Annotated[
    Accepted
    | SeatAdded
    | OrganAdded
    | OrderIssued
    | ContractOffered
    | ProblemOpened
    | VisitPlanned
    | VisitCalledOff
    | SlipSent
    | InjectArmed
    | MessageSent
    | ProgrammeStarted
    | PartnerAdded
    | FundAdded
    | NoteTaken
    | Moved
    | Revised
    | Shifted
    | Explained
    | FundMoved
    | Queued
    | QueuedMany
    | Counted
    | Prioritised
    | PhaseEntered
    | SpeedSet
    | Frozen
    | Turned
    | WeekBegun
    | StageDone
    | WeekStepped
    | Sighted
    | Reported
    | TurnClosed
    | Evaluated,
    Field(discriminator="kind"),
]

EVENT: TypeAdapter[Any] = TypeAdapter(AnyEvent)
"""Reads an event from JSON; `pydantic.ValidationError` where it is none."""


def encode(event: Event) -> str:
    """Return an event as JSON text."""
    return event.model_dump_json()


def decode(text: str) -> Event:
    """Return the event of a JSON text; `pydantic.ValidationError` where it is none."""
    event: Event = EVENT.validate_json(text)
    return event
