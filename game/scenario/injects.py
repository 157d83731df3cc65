"""What a scenario brings to its seats: when it comes and where, what it is about, and what may be done with it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.parts import Day, Days, Domain, Id, Line, Part, PerMille, Text, Wan

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
    content: dict[str, str | int | bool | tuple[str, ...]] = {}  # noqa: RUF012 - pydantic copies it
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
