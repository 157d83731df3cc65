"""The scenario as its author writes it: one frozen pydantic model per YAML mapping.

These models are the shape check, the run-time object and the source of the exported JSON Schema.
Keys are English snake_case, texts are in any language. Whole numbers only: money in 万元 (10,000 yuan),
shares in per mille, time in days counted from 0 at the start of the scenario.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = 1

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,47}$")]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(min_length=1, max_length=6000)]
PerMille = Annotated[int, Field(ge=0, le=1000)]
Day = Annotated[int, Field(ge=0, le=4000)]
Days = Annotated[int, Field(ge=1, le=4000)]
Wan = Annotated[int, Field(ge=0, le=10_000_000)]


class Part(BaseModel):
    """Base of every mapping in a scenario: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Level(StrEnum):
    """How much a scenario asks of the person who plays it."""

    STARTER = "starter"
    STANDARD = "standard"
    ADVANCED = "advanced"


class Domain(StrEnum):
    """The sixteen fields of work from which problems come."""

    WATER = "water"
    HOUSING = "housing"
    EDUCATION = "education"
    MEDICAL = "medical"
    RELOCATION = "relocation"
    INDUSTRY = "industry"
    JOBS = "jobs"
    FUNDS = "funds"
    IDENTIFICATION = "identification"
    ROADS = "roads"
    DISASTER = "disaster"
    PUBLIC = "public"
    BURDEN = "burden"
    PARTNERS = "partners"
    LAND = "land"
    CUSTOMS = "customs"


class Power(StrEnum):
    """A group of commands that a post may give."""

    ORGANISE = "organise"
    ORDER = "order"
    CONTRACT = "contract"
    SUPERVISE = "supervise"
    MOBILISE = "mobilise"
    FUND = "fund"
    TALK = "talk"
    INSTRUCT = "instruct"


class Stage(StrEnum):
    """The five stages of one campaign, in their order."""

    MOBILISATION = "mobilisation"  # 动员部署
    SCREENING = "screening"  # 排查
    ASSAULT = "assault"  # 集中攻坚
    VERIFICATION = "verification"  # 督战核查
    CONSOLIDATION = "consolidation"  # 总结巩固


class Objective(Part):
    """What the trainee is to learn."""

    id: Id
    text: Line


BasisPoints = Annotated[int, Field(ge=0, le=10_000)]


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


Year = Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")]


class StartingFund(Part):
    """Money at hand on day 0, in 万元."""

    id: Id
    name: Line
    amount: Wan
    yearly: dict[Year, Wan] = {}
    """Year -> what the budget of that year adds, in its first week."""
    earmark: tuple[Domain, ...] = ()
    """Domains it may pay for; empty means all."""


class Starting(Part):
    """The county's state of organisation on day 0."""

    organs: tuple[Annotated[str, Field(max_length=60)], ...] = ()
    """Organs that already exist besides the routine ones (townships, bureaus, squads)."""
    later: dict[Annotated[str, Field(max_length=60)], date] = {}
    """Organ, or kind of organ such as `zone`, -> the day from which superiors let the county set it up."""
    funds: tuple[StartingFund, ...] = ()
    campaign: Id | None = None
    """The campaign that runs from day 0; the first one when left out."""


Quantity = Literal[
    "pressure",
    "friction",
    "formalism",
    "attention",
    "fatigue",
    "trust",
    "approval",
    "food",
    "water",
    "housing",
    "education",
    "medical",
    "relocation",
    "livelihood",
    "funds",
    "hours",
]


class Effect(Part):
    """A change an inject or a choice makes at once, in per mille points unless the quantity says otherwise.

    `funds` is in 万元 and `hours` in person-hours taken from the organ's next week; a need (`water` …) opens gaps in
    that many households of the place.
    """

    on: Annotated[
        str,
        Field(pattern=r"^(place|township|county|seat_organ|organ:[a-z0-9_:-]+|partner:[a-z0-9_-]+|fund:[a-z0-9_-]+)$"),
    ]
    quantity: Quantity
    add: Annotated[int, Field(ge=-100_000, le=100_000)]


class Trigger(Part):
    """When an inject comes due: exactly one of the keys (`from`/`until` only bound `when` and `chance`)."""

    at: Day | date | None = None
    when: Annotated[str, Field(min_length=1, max_length=400)] | None = None
    after: Id | None = None
    outcome: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,47}$")] | None = None
    """With `after`: the outcome that starts the clock (resolved, expired, escalated, delivered) or the id of a chosen
    option; delivery when left out."""
    delay: Day = 0
    """With `after`: days from that outcome."""
    chance: PerMille | None = None
    """Per mille per turn."""
    by_hand: bool = False
    from_day: Day | None = None
    until_day: Day | None = None


class PlaceRule(Part):
    """Where an inject happens: a named village or township, or the one a rule picks when it comes due."""

    village: Id | None = None
    township: Id | None = None
    pick: Literal["worst", "best", "largest", "random", "least_visited", "most_pressed"] | None = None
    by: (
        Literal[
            "food",
            "water",
            "housing",
            "education",
            "medical",
            "relocation",
            "livelihood",
            "incidence",
            "fatigue",
            "approval",
        ]
        | None
    ) = None


class Cure(Part):
    """What it takes to close a problem for good."""

    tasks: tuple[Id, ...]
    """Tasks (exercise/data/tasks.toml) that truly help, best first."""
    levers: tuple[Literal["order", "contract", "supervise", "coordinate", "market", "society", "law"], ...] = ()
    """Levers without which the work does not hold; each missing one raises the odds of a rebound."""
    organs: tuple[Annotated[str, Field(max_length=60)], ...]
    """Responsible organs, the natural lead first: `bureau:water`, `township` (of the place), `village`, `hq` …"""
    hours: Annotated[int, Field(ge=1, le=100_000)]
    money: Wan = 0


class ProblemSpec(Part):
    """The problem an inject creates in the county."""

    type: Annotated[str, Field(pattern=r"^i[A-Z][0-9]{1,2}$")] | None = None
    """Row of the catalogue of problem types, e.g. iW1."""
    domain: Domain
    title: Line
    severity: Annotated[int, Field(ge=1, le=3)]
    households: Annotated[int, Field(ge=0, le=20_000)]
    root: Text
    cure: Cure
    paper: Text
    """What a cure on paper looks like."""
    paper_hours: Annotated[int, Field(ge=1, le=10_000)] = 8
    opened_by: Literal["delivery", "visit"] = "delivery"
    """`visit`: stays latent until somebody goes and looks."""
    deadline: Days = 14


class Expectation(Part):
    """A command that a good answer contains."""

    id: Id
    command: Id
    by: tuple[Id, ...] = ()
    """Seats that may give it; any addressee when empty."""
    within: Days
    content: dict[str, str | int | bool | tuple[str, ...]] = {}
    """Arguments the command must carry: equal text or flag, at least that number, any of a list."""
    weight: Annotated[int, Field(ge=1, le=100)] = 1
    late: PerMille = 500
    """Share of the credit when it comes after the deadline but before the exercise ends."""


class Option(Part):
    """One of the answers to an inject that asks for a decision."""

    id: Id
    text: Line
    effects: tuple[Effect, ...] = ()
    credit: PerMille
    """Share of the decision's credit."""
    why: Line
    """What the review says about this choice."""
    needs: Annotated[str, Field(max_length=400)] | None = None
    cost_money: Wan = 0
    attention: Annotated[int, Field(ge=0, le=20)] = 1
    then: Id | None = None
    """Inject that follows."""


class Escalation(Part):
    """What happens if nobody answers in time."""

    after: Days
    to: tuple[Id, ...]
    text: Text
    effects: tuple[Effect, ...] = ()


class Form(StrEnum):
    """The paper an inject arrives on."""

    SLIP = "slip"
    CIRCULAR = "circular"
    CALL = "call"
    CHAT = "chat"
    NEWS = "news"
    PETITION = "petition"
    NOTICE = "notice"
    REPORT = "report"


class InjectSpec(Part):
    """One event that the scenario brings to the seats."""

    id: Id
    title: Line
    form: Form
    domain: Domain
    trigger: Trigger
    to: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Seats addressed."""
    sender: Line
    place: PlaceRule | None = None
    text: Text
    """Markdown; {village}, {township}, {households} and {date} are filled in."""
    variants: tuple[Text, ...] = ()
    """Other wordings of `text`; one is drawn."""
    objective: Id
    noise: bool = False
    effects: tuple[Effect, ...] = ()
    """What its arrival does by itself."""
    problem: ProblemSpec | None = None
    expect: tuple[Expectation, ...] = ()
    options: tuple[Option, ...] = ()
    reply_within: Days | None = None
    """Days until it expires when unanswered (needed where there are options)."""
    escalate: Escalation | None = None
    trap: Line | None = None
    """The mistake it invites; for the instructor and the review."""


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
