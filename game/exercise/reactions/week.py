"""One week of work while it is reckoned: hours, who asks for them, who gets them, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from game.county.place import Place
from game.county.quantities import effort_factor, friction_factor, task_friction
from game.county.workload import Demand, allocate, remote_factor, true_hours
from game.exercise.catalogue import Task
from game.exercise.commands.wording import Wanted, all_in_force, competent, doers, of_order
from game.exercise.entities import Contract, Order, Organ, Problem, Programme
from game.exercise.figures import workers, works
from game.exercise.reactions.fields import Fields, Int
from game.exercise.reactions.hours import Hours, Lent, lent, organ_hours
from game.exercise.reactions.numbers import num
from game.exercise.state import State

WEEK = 7
NOWHERE = Place.of(())


@dataclass(slots=True)
class Job:
    """An order in force with those who carry it."""

    order: Order
    wanted: Wanted
    local: tuple[str, ...]
    experts: tuple[str, ...]
    where: Place

    @property
    def rows(self) -> Int:
        """Village rows of its place."""
        return self.where.rows

    @property
    def task(self) -> Task:
        """The task it asks for."""
        return self.wanted.task


@dataclass
class Week:
    """What the rules of one week share."""

    state: State
    fields: Fields
    lent: Lent
    hours: dict[str, Hours]
    jobs: list[Job]
    demands: dict[str, list[Demand]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], int] = field(default_factory=dict)
    """(organ, demand) -> hours asked."""
    given: dict[str, dict[str, int]] = field(default_factory=dict)
    paperwork: dict[str, int] = field(default_factory=dict)
    """Organ -> hours spent on putting things on record that were not done."""
    covered: frozenset[int] = frozenset()
    """Village rows under an area contract that came with means."""
    domains: frozenset[str] = frozenset()
    """Domains under a task contract that came with means."""
    spirits: dict[str, int] = field(default_factory=dict)
    """Organ -> what an hour of it is worth, once reckoned."""
    drawn: dict[str, int] = field(default_factory=dict)
    """Fund -> fen that problems of this week have already drawn from it."""

    @cached_property
    def hq(self) -> bool:
        """Whether a headquarters works."""
        return works(self.state, "hq") or works(self.state, "front-hq")

    @cached_property
    def running(self) -> tuple[Programme, ...]:
        """The programmes that run."""
        return tuple(p for p in self.state.programmes.values() if p.state == "running")

    @cached_property
    def naming(self) -> dict[tuple[str, str], list[int]]:
        """("problem", id) or ("place", name) -> numbers of the jobs that name it."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, job in enumerate(self.jobs):
            found.setdefault(("problem", job.order.problem), []).append(number)
            found.setdefault(("place", job.order.place), []).append(number)
        return found

    @cached_property
    def troubled(self) -> dict[str, list[Problem]]:
        """Place of a village -> its problems that are not closed."""
        found: dict[str, list[Problem]] = {}
        for problem in self.state.problems.values():
            if problem.state != "closed":
                found.setdefault(f"village:{problem.village}", []).append(problem)
        return found

    @property
    def begun(self) -> int:
        """First day of the week."""
        return self.state.day - WEEK

    def weeks_left(self, deadline: int) -> int:
        """Return the weeks until a deadline, this one counted; what is late already is spread over a few."""
        weeks = (deadline - self.begun + WEEK - 1) // WEEK
        return weeks if weeks > 0 else num("foresight.late_weeks")

    def ask(self, organ: str, key: str, hours: int, weight: int) -> None:
        """Ask an organ for hours."""
        if hours > 0:
            self.demands.setdefault(organ, []).append(Demand(key, hours, weight))
            self.wanted[organ, key] = hours

    def asked(self, organ: str) -> int:
        """Return the hours asked of an organ, without its standing duties."""
        return sum(d.hours for d in self.demands.get(organ, ()))

    def got(self, organ: str, key: str) -> int:
        """Return the hours an organ gives to one demand."""
        return self.given.get(organ, {}).get(key, 0)

    def share_out(self) -> None:
        """Share every organ's serving hours among what is asked of it; the standing duties keep their part."""
        for organ, demands in self.demands.items():
            if organ in self.hours:
                pool = self.hours[organ].serving * (1000 - num("standing.kept")) // 1000
                self.given[organ] = allocate(pool, demands)

    def rest(self, organ: str) -> int:
        """Return the serving hours that nothing special was asked for: they go to homes and standing lists."""
        return max(0, self.hours[organ].serving - sum(self.given.get(organ, {}).values()))

    def spirit(self, organ: Organ) -> int:
        """Return what an hour of an organ is worth, per mille."""
        worth = self.spirits.get(organ.id)
        if worth is None:
            worth = self.spirits[organ.id] = effort_factor(organ.pressure, organ.fatigue)
        return worth

    def passes(self, organ: Organ, organs: int, domains: tuple[str, ...], where: Place, *, lead: bool) -> int:
        """Return what friction leaves of work that crosses so many organs, per mille."""
        met = task_friction(
            organ.friction,
            organs,
            lead=lead,
            contract=self.held(domains, where),
            taskforce=any(works(self.state, f"taskforce:{d}") for d in domains),
            hq=self.hq,
        )
        return friction_factor(met)

    def foreseen(self, organ_id: str, organs: int, domains: tuple[str, ...], where: Place, *, lead: bool) -> int:
        """Return what an organ expects an hour of its own to be worth on a matter, per mille.

        It knows its people, its partners and its roads, and plans by them (K06: friction is paid in hours); what a
        vague order or missing money will cost it does not foresee.
        """
        organ = self.state.organs[organ_id]
        passes = self.passes(organ, organs, domains, where, lead=lead)
        worth = true_hours(1, self.spirit(organ), passes, self.way(where))
        return max(num("foresight.least"), min(1000, worth))

    def held(self, domains: tuple[str, ...], where: Place) -> bool:
        """Whether a contract with means covers the matter: its domain, or every village of its place."""
        return any(d in self.domains for d in domains) or (
            bool(where.indexes) and self.covered.issuperset(where.indexes)
        )

    def way(self, where: Place) -> int:
        """Return what an hour is worth after the way to the villages, per mille."""
        return remote_factor(where.remote) if where.indexes else 1000

    def pressing(self, domains: tuple[str, ...], deadline: int, *, lead: bool = False) -> int:
        """Return how strongly something is pressed when hours are shared out (K27, K42)."""
        weight = num("weight.base")
        priority = self.state.priority
        if priority is not None and priority[0] in domains and self.begun - priority[1] <= num("weight.priority_days"):
            weight += num("weight.priority")
        if 0 <= deadline <= self.begun + num("weight.near_days"):
            weight += num("weight.near")
        return weight + (num("weight.lead") if lead else 0)


def place_of(state: State, place: str) -> Place:
    """Return a place of the county; one without villages where it is unknown."""
    try:
        return state.county.place(place)
    except KeyError:
        return NOWHERE


def equipped(contract: Contract) -> bool:
    """Whether a contract's duty came with hours, money or powers, and stayed in the hands it was given to (K50)."""
    return bool(contract.hours or contract.money or contract.powers) and contract.passed_on < 2


def begin(state: State) -> Week:
    """Return the week with every organ's hours and every order in force."""
    extra = lent(state)
    hours = {organ.id: organ_hours(state, organ, extra) for organ in workers(state)}
    jobs: list[Job] = []
    for order in all_in_force(state):
        wanted = of_order(order)
        local = tuple([o for o in doers(state, wanted) if o in hours])
        experts = tuple([o for o in competent(wanted) if o in hours])
        jobs.append(Job(order, wanted, local, experts, place_of(state, order.place)))
    week = Week(state, Fields(state), extra, hours, jobs)
    covered: set[int] = set()
    domains: set[str] = set()
    for contract in state.contracts.values():
        if contract.state not in ("performing", "assessed") or not equipped(contract):
            continue
        if contract.kind == "area":
            where = place_of(state, contract.object)
            covered |= where.indexes
            week.fields.boost[where.rows] = num("contract.boost")
        else:
            domains.add(contract.object)
    week.covered, week.domains = frozenset(covered), frozenset(domains)
    return week


def resent(order: Order) -> Order:
    """Return an order that was sent back as its doers see it: the paper is off, the true work counts."""
    return replace(order, claimed=order.done) if order.state == "returned" else order
