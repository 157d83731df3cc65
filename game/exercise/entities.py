"""What stands in the state: frozen records, one per thing that has a life of its own.

Units: days from the start of the scenario, person-hours, money in fen, shares in per mille (0-1000) unless a
field says basis points (bp). `steps` is an entity's own diary: every score line opens the events it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.copies import quick
from game.exercise.marks import concerned, hidden, instructor, own, public


@quick
@dataclass(frozen=True, slots=True)
class Step:
    """One entry of an entity's diary."""

    day: int = public()
    seq: int = public()
    """Journal number of the command in whose wake it happened."""
    what: str = public()
    """Trigger of the lifecycle, or a word of the catalogue `step.*`."""
    by: str = public("")
    """Seat or organ that did it."""
    note: str = concerned("")


@dataclass(frozen=True, slots=True)
class Seat:
    """A post at the table."""

    id: str = public()
    post: str = public()
    name: str = public()
    scope: str = public()
    powers: tuple[str, ...] = public()
    state: str = public("vacant")
    delegated: tuple[tuple[str, str], ...] = public(())
    """(power, seat that lent it) pairs."""
    ready: bool = public(default=False)
    attention: int = own(0)
    """Attention points left this turn."""
    attention_turn: int = own(0)
    gave: dict[str, int] = own({})
    """How often this seat gave each kind of command."""
    undo: tuple[str, str, int] | None = own(None)
    """(kind, entity, turn) of the last command that can be taken back."""


@dataclass(frozen=True, slots=True)
class Organ:
    """A body of the vertical system or the county's horizontal partners."""

    id: str = public()
    kind: str = public()
    """hq, office, group, zone, post, warrooms, teams, taskforce, township, bureau, squad."""
    name: str = public()
    place: str = public("")
    """Township or zone it belongs to; empty for the county."""
    exists: bool = public(default=True)
    ready_day: int = public(0)
    """Day from which a new organ works."""
    leader: str = public("")
    """Seat or post that heads it."""
    staff: int = public(0)
    seconded: int = public(0)
    """Staff on loan here; negative where they were taken from."""
    lead_for: tuple[str, ...] = public(())
    """Domains for which it is the named lead."""
    pressure: int = concerned(300)
    friction: int = concerned(500)
    formalism: int = hidden(150)
    attention: int = concerned(400)
    fatigue: int = concerned(200)
    load: int = concerned(0)
    """Hours demanded over hours available last week, per mille."""
    hours_field: int = concerned(0)
    hours_forms: int = concerned(0)
    hours_meetings: int = concerned(0)
    hours_received: int = concerned(0)
    """Hours spent receiving inspections last week."""
    forms_cut: int = concerned(0)
    """Per mille by which the load of forms has been cut."""
    forms_extra: int = concerned(0)
    """Hours of asked-for reports still to be written."""
    meetings_extra: int = concerned(0)
    relief: int = concerned(0)
    """Weeks of rotation or leave still running."""
    debt_hours: int = concerned(0)
    """Hours taken from next week by events."""


@dataclass(frozen=True, slots=True)
class Order:
    """战令: one measurable task to named organs."""

    id: str = public()
    number: int = public()
    issuer: str = public()
    organs: tuple[str, ...] = public()
    lead: str = public()
    place: str = public()
    """`county`, `township:<id>` or `village:<id>`."""
    task: str = public()
    amount: int = public()
    """Units of the task."""
    deadline: int = public()
    issued: int = public()
    money: int = concerned(0)
    """Fen set aside."""
    fund: str = concerned("")
    hours: int = concerned(0)
    """Helper hours a week lent to the executing organs."""
    evidence: str = public("")
    text: str = concerned("")
    clarity: int = public(1000)
    """Per mille; what the wording leaves open is lost on the way down."""
    problem: str = public("")
    """Problem it answers, if any."""
    inject: str = public("")
    state: str = public("draft")
    reported: int = concerned(0)
    """Units reported done."""
    done: int = hidden(0)
    """Units truly done, in thousandths."""
    claimed: int = hidden(0)
    """Units on record, in thousandths."""
    spent: int = concerned(0)
    spent_hours: int = concerned(0)
    extended: int = public(0)
    returned: int = public(0)
    closed: int = public(-1)
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Contract:
    """包干: an area or a task laid into one leader's or bureau's hands."""

    id: str = public()
    holder: str = public()
    """Seat or organ that answers for it."""
    giver: str = public()
    kind: str = public()
    """`area` or `task`."""
    object: str = public()
    """`township:<id>`, `village:<id>`, or a domain."""
    duty: str = concerned("")
    hours: int = concerned(0)
    """Hours a week that go with it."""
    money: int = concerned(0)
    fund: str = concerned("")
    powers: tuple[str, ...] = public(())
    start: int = public(0)
    end: int = public(0)
    state: str = public("offered")
    visits: int = concerned(0)
    closed_true: int = hidden(0)
    """Problems of the object closed for good since the start."""
    gaps_start: int = hidden(0)
    """True open gaps in the object on the first day."""
    grade: str = public("")
    """优 良 中 差 as one letter a-d once assessed."""
    passed_on: int = public(0)
    """How often it was handed over."""
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Problem:
    """问题: a row of the rectification ledger once it is found."""

    id: str = public()
    domain: str = public()
    type: str = public()
    title: str = public()
    village: str = public()
    township: str = public()
    severity: int = public()
    households: int = public()
    opened: int = public()
    source: str = public()
    """`inject`, `visit`, `look_back` or `county`."""
    inject: str = public("")
    root: str = hidden("")
    tasks: tuple[str, ...] = hidden(())
    levers: tuple[str, ...] = hidden(())
    organs: tuple[str, ...] = hidden(())
    """Who could truly cure it."""
    hours: int = hidden(0)
    money: int = hidden(0)
    paper: str = hidden("")
    paper_hours: int = hidden(8)
    state: str = public("latent")
    owner: str = public("")
    """Organ responsible; its name is the ledger's 责任单位."""
    person: str = public("")
    """Seat answering for it."""
    deadline: int = public(-1)
    measure: str = public("")
    progress: int = concerned(0)
    """Reported per mille of rectification."""
    done: int = hidden(0)
    """True hours spent on the root."""
    used: tuple[str, ...] = hidden(())
    """Levers that have been applied."""
    paid: int = hidden(0)
    on_paper: bool = hidden(default=False)
    """Claimed without a true cure."""
    verified_by: str = public("")
    depth: int = concerned(0)
    """Thoroughness of the last check, 1-3."""
    slips: int = public(0)
    rung: int = public(0)
    """Ladder rung reached: 0 none … 6 accountability."""
    look_back: int = public(-1)
    """Day of the planned look-back."""
    rebounds: int = public(0)
    returned: int = public(0)
    closed: int = public(-1)
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Visit:
    """督战: one on-site check by a squad or a leader."""

    id: str = public()
    squad: str = concerned()
    by: str = concerned()
    """Seat that sent it."""
    kind: str = concerned()
    """`visit`, `verify`, `look_back` or `field`."""
    township: str = concerned()
    villages: tuple[str, ...] = concerned()
    day: int = concerned()
    announced: bool = concerned()
    sample: int = concerned()
    """Households a village."""
    depth: int = concerned()
    """1 papers, 2 papers and homes, 3 homes at night with cadres out of the room."""
    focus: str = concerned("")
    problems: tuple[str, ...] = concerned(())
    """Problems it verifies or looks back on."""
    state: str = concerned("planned")
    findings: tuple[str, ...] = concerned(())
    """Problems found."""
    paper_found: tuple[str, ...] = concerned(())
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Slip:
    """提示单 or 提示函: a reminder with a list of problems."""

    id: str = concerned()
    kind: str = concerned()
    """`slip` downward, `letter` upward to a leader."""
    number: int = concerned()
    to: str = concerned()
    by: str = concerned()
    problems: tuple[str, ...] = concerned()
    issued: int = concerned()
    deadline: int = concerned()
    text: str = concerned("")
    answered: int = concerned(-1)


@dataclass(frozen=True, slots=True)
class Inject:
    """An inject on its way through the exercise."""

    id: str = concerned()
    state: str = concerned("armed")
    title: str = concerned("")
    form: str = concerned("report")
    domain: str = concerned("")
    sender: str = concerned("")
    text: str = concerned("")
    to: tuple[str, ...] = concerned(())
    village: str = concerned("")
    township: str = concerned("")
    due: int = concerned(-1)
    delivered: int = concerned(-1)
    reply_by: int = concerned(-1)
    problem: str = concerned("")
    """Problem it opened, once found."""
    hidden_problem: str = hidden("")
    choice: str = concerned("")
    chosen_by: str = concerned("")
    reply: str = concerned("")
    replied_by: str = concerned("")
    acknowledged: tuple[str, ...] = concerned(())
    ended: int = hidden(-1)
    met: tuple[tuple[str, int, int], ...] = hidden(())
    """(expectation, credit per mille, journal number) for each expectation met."""
    trap: str = hidden("")
    noise: bool = hidden(default=False)
    held: bool = instructor(default=False)
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Message:
    """A word from one seat to others."""

    id: str = concerned()
    sender: str = concerned()
    to: tuple[str, ...] = concerned()
    day: int = concerned()
    text: str = concerned()
    kind: str = concerned("message")
    """`message`, `broadcast`, `report` or `notice`."""
    ref: str = concerned("")


@dataclass(frozen=True, slots=True)
class Programme:
    """A project that builds or pays for one need in one place."""

    id: str = public()
    task: str = public()
    need: str = public()
    place: str = public()
    organ: str = public()
    by: str = public()
    fund: str = concerned()
    budget: int = concerned()
    spent: int = concerned(0)
    amount: int = public(0)
    started: int = public(0)
    weeks: int = public(0)
    buyer: str = public("")
    """Partner that takes the product; industry without one is the trap."""
    over_standard: bool = hidden(default=False)
    reported: int = concerned(0)
    done: int = hidden(0)
    state: str = public("running")
    """running, finished, failed, stopped."""
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner outside the county's hierarchy."""

    id: str = public()
    name: str = public()
    kind: str = public()
    state: str = public("apart")
    """apart, talking, engaged, withdrawn."""
    trust: int = concerned(400)
    linkage: int = public(0)
    """Per mille of the gain that goes to households by agreement."""
    coerced: bool = hidden(default=False)
    money_cap: int = concerned(0)
    money_promised: int = public(0)
    money_paid: int = public(0)
    jobs_cap: int = concerned(0)
    jobs_promised: int = public(0)
    jobs_filled: int = public(0)
    promises: int = concerned(0)
    broken: int = concerned(0)
    domains: tuple[str, ...] = public(())
    note: str = public("")
    steps: tuple[Step, ...] = concerned(())


@dataclass(frozen=True, slots=True)
class Fund:
    """A pot of money; all amounts in fen."""

    id: str = public()
    name: str = public()
    given: int = concerned(0)
    reserved: int = concerned(0)
    spent: int = concerned(0)
    earmark: tuple[str, ...] = public(())
    idle_since: int = concerned(0)
    """Day of the last movement."""


@quick
@dataclass(frozen=True, slots=True)
class Sighting:
    """What somebody saw with their own eyes in a village."""

    village: str = concerned()
    day: int = concerned()
    by: str = concerned()
    sample: int = concerned()
    gaps: tuple[int, ...] = concerned()
    """Open gaps per need, scaled from the sample."""
    approval: int = concerned(0)


@quick
@dataclass(frozen=True, slots=True)
class Cause:
    """Why a shown figure moved."""

    figure: str = public()
    """Quantity or figure, e.g. `fatigue`, `incidence_recorded`, `gaps:water`."""
    scope: str = public()
    """Organ, `township:<id>`, `village:<id>`, `county`, `partner:<id>` or `fund:<id>`."""
    delta: int = public()
    source: str = public()
    """What did it: order, contract, visit, inject, programme, partner, time, load, shock, command …"""
    ref: str = public("")
    """The entity that did it."""
    code: str = public("")
    """Catalogue entry `cause.*` with the sentence."""
    claim: str = public("")
    """Claim of the theory it carries, e.g. K14."""
    day: int = public(0)
    seq: int = public(0)
    true_side: bool = hidden(default=False)
    """The cause of a hidden figure: only the review shows it."""


@dataclass(frozen=True, slots=True)
class Note:
    """An instructor's note, rating or adjustment."""

    id: str = instructor()
    day: int = instructor()
    kind: str = instructor()
    """note, rating, adjust."""
    seat: str = instructor("")
    text: str = instructor("")
    grade: str = instructor("")
    evidence: tuple[int, ...] = instructor(())


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """The county's figures at the end of one turn."""

    turn: int = public()
    day: int = public()
    shown: dict[str, int] = public({})
    """Figures as recorded and reported."""
    true: dict[str, int] = hidden({})


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Outcome of the exit evaluation (三率一度); rates in basis points, approval too."""

    day: int = public()
    villages: tuple[str, ...] = public()
    households: int = public()
    composite: int = public()
    wrong_exit: int = public()
    missed: int = public()
    approval: int = public()
    passed: bool = public()
    failed: tuple[str, ...] = public(())
    """Gates not passed."""
    appealed: int = public(0)
    """Doubtful households withdrawn on appeal with evidence."""


@dataclass(frozen=True, slots=True)
class CampaignState:
    """Where the campaign stands."""

    campaign: str = public("")
    phase: str = public("")
    state: str = public("preparation")
    """State of the campaign machine: preparation, the five stages, closed."""
    since: int = public(0)
    ends: int = public(0)
    index: int = public(0)
    over: tuple[str, ...] = public(())
    """Campaigns already closed."""


@dataclass(frozen=True, slots=True)
class SessionState:
    """Where the session stands."""

    state: str = public("lobby")
    speed: int = public(1)
    fault: str = instructor("")
