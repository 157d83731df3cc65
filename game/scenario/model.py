"""The scenario as its author writes it: one frozen pydantic model per YAML mapping.

These models are the shape check, the run-time object and the source of the exported JSON Schema. What all of them are
made of is in `parts.py`, and what a scenario brings to its seats in `injects.py`; here is the whole.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.injects import (
    Cure,
    Effect,
    Escalation,
    Expectation,
    Form,
    InjectSpec,
    Option,
    PlaceRule,
    ProblemSpec,
    Quantity,
    Trigger,
)
from game.scenario.parts import (
    BasisPoints,
    Day,
    Days,
    Domain,
    Id,
    Level,
    Line,
    Part,
    PerMille,
    Power,
    Stage,
    Text,
    Wan,
    Year,
)

FORMAT = 1

__all__ = [
    "FORMAT",
    "Campaign",
    "CountyRef",
    "Criterion",
    "Cure",
    "Day",
    "Days",
    "Domain",
    "Effect",
    "Escalation",
    "Expectation",
    "Form",
    "Goal",
    "GuideStep",
    "Id",
    "InjectSpec",
    "Level",
    "Line",
    "Objective",
    "Option",
    "Part",
    "PartnerSpec",
    "PerMille",
    "Phase",
    "PlaceRule",
    "Power",
    "ProblemSpec",
    "Quantity",
    "Question",
    "Questionnaires",
    "Scenario",
    "SeatSpec",
    "Stage",
    "Starting",
    "StartingFund",
    "StartingProfile",
    "Text",
    "Trigger",
    "Turn",
    "Wan",
]


class Objective(Part):
    """What the trainee is to learn."""

    id: Id
    text: Line


class StartingProfile(Part):
    """How the county stands on day 0 where it is not as its file says; basis points unless said otherwise."""

    registered_bp: BasisPoints | None = None
    """Persons ever on the register."""
    recorded_bp: BasisPoints | None = None
    """Persons on the register and not lifted."""
    wrong_bp: BasisPoints | None = None
    """Lifted persons who are truly poor."""
    missed_bp: BasisPoints | None = None
    """Unregistered persons who are truly poor."""
    approving_bp: BasisPoints | None = None
    """Households that approve."""
    income_level: BasisPoints | None = None
    """Per mille of the income table."""

    @property
    def given(self) -> dict[str, int]:
        """What is given, by name."""
        return {name: value for name, value in self.model_dump().items() if value is not None}


class CountyRef(Part):
    """Which county is played: a county file by name, cut to some townships."""

    name: Id
    townships: tuple[Id, ...] = ()
    """Townships to keep; empty keeps all."""
    households: Annotated[int, Field(ge=200, le=1_200_000)] | None = None
    """Total rural households to draw; the county file's own number when left out."""
    profile: StartingProfile = StartingProfile()
    """Another start year, another county: what to start from instead of the county file's own figures."""


class Turn(Part):
    """One turn of play."""

    days: Annotated[int, Field(ge=7, le=35)] = 7
    """Calendar days, a multiple of 7: the county moves in weeks."""
    count: Annotated[int, Field(ge=1, le=400)]
    minutes: Annotated[int, Field(ge=1, le=60)] = 6
    """Minutes of real time a class has for one turn."""


class Goal(Part):
    """A seat's private goal, measured by a condition at the end."""

    id: Id
    text: Line
    when: Annotated[str, Field(min_length=1, max_length=400)]
    weight: Annotated[int, Field(ge=1, le=100)] = 1


class SeatSpec(Part):
    """One post that a person or a bot holds."""

    id: Id
    post: Id
    """A post of the catalogue (exercise/data/posts.toml); gives name, powers and attention where these are left out."""
    name: Line | None = None
    scope: Annotated[
        str,
        Field(
            pattern=r"^(county|zone:[a-z0-9_-]+|township:[a-z0-9_-]+|bureau:[a-z0-9_-]+|village:[a-z0-9_-]+|squad:[a-z0-9_-]+|partner:[a-z0-9_-]+)$"
        ),
    ] = "county"
    powers: tuple[Power, ...] | None = None
    attention: Annotated[int, Field(ge=1, le=240)] | None = None
    """Attention points a turn."""
    brief: Text
    facts: tuple[Line, ...] = ()
    goals: tuple[Goal, ...] = ()


class Phase(Part):
    """One stage of a campaign with its own rules of play."""

    id: Id
    stage: Stage
    name: Line
    days: Days
    """Planned length; the phase ends then unless `exit` ended it earlier."""
    enter: Annotated[str, Field(max_length=400)] | None = None
    exit: Annotated[str, Field(max_length=400)] | None = None
    allowed: tuple[Power, ...] = tuple(p for p in Power if p is not Power.INSTRUCT)
    """Groups of commands open in this phase; `talk` is always open."""
    brief: Text | None = None
    focus: tuple[Domain, ...] = ()
    """Domains whose closings count more in this phase."""


class Campaign(Part):
    """A named campaign such as 百日攻坚: its phases in order."""

    id: Id
    name: Line
    slogan: Line | None = None
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=12)]


class StartingFund(Part):
    """Money at hand on day 0, in 万元."""

    id: Id
    name: Line
    amount: Wan
    yearly: dict[Year, Wan] = {}  # noqa: RUF012 - pydantic copies it
    """Year -> what the budget of that year adds, in its first week."""
    earmark: tuple[Domain, ...] = ()
    """Domains it may pay for; empty means all."""


class Starting(Part):
    """The county's state of organisation on day 0."""

    organs: tuple[Annotated[str, Field(max_length=60)], ...] = ()
    """Organs that already exist besides the routine ones (townships, bureaus, squads)."""
    later: dict[Annotated[str, Field(max_length=60)], date] = {}  # noqa: RUF012 - pydantic copies it
    """Organ, or kind of organ such as `zone`, -> the day from which superiors let the county set it up."""
    funds: tuple[StartingFund, ...] = ()
    campaign: Id | None = None
    """The campaign that runs from day 0; the first one when left out."""


class PartnerSpec(Part):
    """A partner outside the county's own hierarchy."""

    id: Id
    name: Line
    kind: Literal["city", "federation", "company", "coop", "society"]
    trust: PerMille = 400
    money: Wan = 0
    """Most it can bring over the exercise."""
    jobs: Annotated[int, Field(ge=0, le=100_000)] = 0
    domains: tuple[Domain, ...] = (Domain.INDUSTRY, Domain.JOBS)
    note: Line | None = None


class Criterion(Part):
    """One line of the rubric."""

    id: Id
    group: Literal["outcome", "organisation", "action", "supervision", "burden", "people", "seat"]
    measure: Id
    """A measure of the catalogue (exercise/data/measures.toml)."""
    name: Line
    weight: Annotated[int, Field(ge=1, le=100)]
    zero: int | None = None
    """Value of the measure worth nothing; the catalogue's when left out."""
    full: int | None = None
    """Value of the measure worth everything."""


class Question(Part):
    """One item of a questionnaire."""

    id: Id
    text: Line
    kind: Literal["scale", "choice", "text"] = "scale"
    choices: tuple[Line, ...] = ()


class Questionnaires(Part):
    """Asked before and after, so that learning can be measured."""

    before: tuple[Question, ...] = ()
    after: tuple[Question, ...] = ()


class GuideStep(Part):
    """One step of a guided exercise, pointed at in the window."""

    id: Id
    title: Line
    text: Text
    point: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.-]*$")]
    """Name of the window part to point at, e.g. `inbox`, `order.compose`."""
    done: Annotated[str, Field(min_length=1, max_length=400)]
    """Condition over the seat's own doings, e.g. `gave("issue_order") >= 1`."""


class Scenario(Part):
    """A whole exercise."""

    format: Literal[1]
    id: Id
    title: Line
    summary: Text
    level: Level
    minutes: Annotated[int, Field(ge=5, le=600)]
    version: Line
    authors: tuple[Line, ...] = ()
    tags: tuple[Line, ...] = ()
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    county: CountyRef
    start: date
    turn: Turn
    default_seat: Id | None = None
    """The seat a solo player takes unless another is chosen."""
    seats: Annotated[tuple[SeatSpec, ...], Field(min_length=1, max_length=60)]
    campaigns: Annotated[tuple[Campaign, ...], Field(min_length=1, max_length=8)]
    starting: Starting = Starting()
    injects: tuple[InjectSpec, ...] = ()
    partners: tuple[PartnerSpec, ...] = ()
    rubric: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    questionnaires: Questionnaires = Questionnaires()
    debrief: tuple[Line, ...] = ()
    notes: Text | None = None
    """For the instructor only."""
    guide: tuple[GuideStep, ...] = ()
    evaluation: bool | date = True
    """Whether the exit evaluation is held at the end; a date holds it with the turn that reaches that day."""

    @property
    def evaluation_day(self) -> int | None:
        """Day from which the exit evaluation is due; None where there is none."""
        if isinstance(self.evaluation, date):
            return (self.evaluation - self.start).days
        return self.turn.count * self.turn.days if self.evaluation else None
