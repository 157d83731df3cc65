"""The shape of a view. Plain frozen data without any reference to the state, the seed or the journal.

Field names that an entity of `exercise/entities.py` also has mean the same here. `None` and -1 mean "not known to
this viewer". Persons and households as reported to the viewer's level; shares in per mille unless `_bp` says basis
points; money in fen.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from game.exercise.copies import quick
from game.exercise.entities import (
    CampaignState,
    Cause,
    Contract,
    Evaluation,
    Fund,
    Inject,
    Message,
    Order,
    Organ,
    Partner,
    Problem,
    Programme,
    Seat,
    Slip,
    Visit,
)
from game.exercise.views import later

Shown = Order | Contract | Problem | Visit | Slip | Inject | Message | Programme | Partner | Fund | Organ | Seat
"""A record in a view: the entity's own class with every field the viewer may not see put back to its blank value.

Blank is "" for text, () for tuples, 0 for numbers, False for flags: never the class default of the truth.
"""


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One stage of the phase ribbon."""

    id: str
    name: str
    stage: str
    start: int
    """Planned first day; -1 where not yet known."""
    days: int
    state: str
    """past, now, next."""
    allowed: tuple[str, ...]
    brief: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One shown figure with its course."""

    id: str
    value: int
    unit: str
    """bp, permille, count, hours, fen, day."""
    good: int
    """+1 where a rise is good, -1 where a fall is good, 0 neither."""
    as_of: int
    """Day of the report it rests on."""
    course: tuple[tuple[int, int], ...]
    """(day, value) at the end of each turn so far."""
    target: int | None = None

    @property
    def moved(self) -> int | None:
        """How far it stands from where the turn before the last ended; None where it had no value then."""
        return self.value - self.course[-2][1] if len(self.course) > 1 else None


@quick
@dataclass(frozen=True, slots=True)
class VillageView:
    """A village as this viewer's level has it reported."""

    id: str
    name: str
    township: str
    x: int
    y: int
    poor: bool
    persons: int
    incidence_bp: int
    """Recorded incidence."""
    gaps: tuple[int, ...]
    """Recorded open gaps per need, households."""
    approval: int
    problems: int
    """Open rows of the ledger."""
    overdue: int
    as_of: int
    seen_day: int
    """Day somebody was there and looked; -1 never."""
    seen_gaps: tuple[int, ...]
    """Gaps per need by that sighting."""
    contract: str
    """Contract in force that covers it."""


@quick
@dataclass(frozen=True, slots=True)
class TownshipView:
    """A township on the map."""

    id: str
    name: str
    zone: str
    outline: tuple[tuple[int, int], ...]
    persons: int
    incidence_bp: int
    gaps: tuple[int, ...]
    approval: int
    problems: int
    overdue: int
    pressure: int
    load: int
    fatigue: int
    friction: int
    visited: int
    """Share of its villages seen in the last 28 days, per mille."""
    as_of: int
    commander: str
    """Name of whoever answers for it; empty if nobody."""


@dataclass(frozen=True, slots=True)
class TodoView:
    """Something that waits for the viewer."""

    kind: str
    """inject, order_reported, problem_claimed, contract_offered, slip, phase, problem_owned, money_wanted …"""
    ref: str
    title: str
    due: int
    """Day; -1 none."""
    harm: str
    """Text-catalogue code of what happens if nothing is done."""
    urgency: int
    """3 overdue, 2 this turn, 1 later."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the turn report."""

    code: str
    """Text-catalogue entry `report.*`."""
    params: dict[str, str | int]
    weight: int
    good: int
    """+1 good, -1 bad, 0 neutral."""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class TurnReport:
    """What the last turn brought: the first three lines mattered most."""

    turn: int
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One explained line of the score."""

    id: str
    group: str
    name: str
    weight: int
    """Points out of 100, in tenths."""
    points: int
    """Points earned, in tenths."""
    value: int
    zero: int
    full: int
    unit: str
    measure: str
    """Row of the catalogue of measures; its texts explain the line."""
    evidence: tuple[tuple[str, int], ...]
    """(entity, journal number) pairs it rests on."""


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The score; `total` in tenths of a point out of 1000."""

    total: int
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """An answer that an inject offers."""

    id: str
    text: str
    attention: int
    cost_money: int
    open: bool
    """Whether it can be chosen by now: the paper waits for a choice, and what the option needs is there."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A township as the map names it."""

    id: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class InjectView:
    """A paper in the inbox."""

    record: Inject
    options: tuple[OptionView, ...]
    days_left: int
    """-1 where it does not expire."""
    mine: bool
    """Whether this viewer is addressed."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task of the catalogue, as orders need it."""

    id: str
    name: str
    unit: str
    need: str
    hours: int
    expert: int
    yuan: int
    weekly: int
    bureaus: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetupView:
    """An organ that could be set up."""

    id: str
    """What `set_up_organ` takes, e.g. `hq`, `zone:north`, `post:qingshan`, `taskforce:water`."""
    name: str
    kind: str
    seconded: int
    weeks: int
    friction: int
    exists: bool
    needs: tuple[str, ...]
    open: bool
    """Whether what it needs exists and superiors allow it by now."""
    since: int = 0
    """Day from which superiors allow it."""


@dataclass(frozen=True, slots=True)
class GuideView:
    """The step of a guided exercise the trainee is at."""

    index: int
    count: int
    id: str
    title: str
    text: str
    point: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class View:
    """Everything one viewer sees at one moment.

    Parts that nobody has read yet may still have to be made, see `later.py`; whoever reads, compares, copies or
    pickles a view does not notice. `complete` before it is kept for long or goes to another thread.
    """

    viewer: str
    """Seat id, `instructor` or `review`."""
    scenario_id: str
    scenario_title: str
    scenario_summary: str
    """What it is about, in Markdown, as the library tells it too."""
    day: int
    last_day: int
    turn: int
    turns: int
    turn_days: int
    date: str
    """ISO date of today."""
    session: str
    campaign: CampaignState
    campaign_name: str
    slogan: str
    phases: tuple[PhaseView, ...]
    priority: str
    seat: Seat | None
    brief: str
    facts: tuple[str, ...]
    goals: tuple[tuple[str, str], ...]
    """(id, text) of the seat's private goals."""
    powers: tuple[str, ...]
    """Groups of commands the viewer may give in this phase."""
    seats: tuple[Seat, ...]
    figures: dict[str, FigureView]
    zones: tuple[tuple[str, str], ...]
    places: tuple[PlaceView, ...]
    """Every township by name: what of it never changes, without what is reported of it."""
    townships: tuple[TownshipView, ...]
    villages: tuple[VillageView, ...]
    organs: tuple[Organ, ...]
    setups: tuple[SetupView, ...]
    orders: tuple[Order, ...]
    contracts: tuple[Contract, ...]
    problems: tuple[Problem, ...]
    """The ledger: problems found and open to the viewer."""
    visits: tuple[Visit, ...]
    slips: tuple[Slip, ...]
    inbox: tuple[InjectView, ...]
    messages: tuple[Message, ...]
    programmes: tuple[Programme, ...]
    partners: tuple[Partner, ...]
    funds: tuple[Fund, ...]
    causes: tuple[tuple[int, Cause], ...]
    """(turn, cause) of figures the viewer sees, newest first."""
    tasks: tuple[TaskView, ...]
    todo: tuple[TodoView, ...]
    report: TurnReport | None
    guide: GuideView | None
    evaluation: Evaluation | None
    score: ScoreView | None
    """Only in the debrief."""
    over: bool

    if not TYPE_CHECKING:  # a checker should still know which fields there are

        def __getattr__(self, name: str) -> Any:
            return later.made(self, name)

    def complete(self) -> View:
        """Make every part that is still put off, and return the view itself: from now on it is plain data."""
        for item in fields(self):
            getattr(self, item.name)
        later.settled(self)
        return self
