"""What the rules ask of a scenario, worked out once: days, phases, powers, and when each inject can arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import heappop, heappush

from game.scenario import arrival
from game.scenario.conditions import Condition
from game.scenario.findings import Fix, Related, Span
from game.scenario.known import Known, items
from game.scenario.lint.bounds import Reason
from game.scenario.model import Domain, InjectSpec, Phase, Scenario, SeatSpec, Trigger
from game.scenario.tree import Node

GROWN = 6
"""From this many injects on a scenario is judged as a whole; before, it is only begun."""


@dataclass(frozen=True, slots=True)
class Case:
    """An inject, its place in the text, and the days on which it can arrive."""

    spec: InjectSpec
    node: Node
    first: int
    """Earliest day, at the end of a turn; beyond the exercise where that is too late."""
    last: int
    """Latest day."""

    @property
    def fixed(self) -> bool:
        """Whether it arrives on a day that is known beforehand."""
        return self.spec.trigger.at is not None

    @property
    def asks(self) -> int:
        """Days for which it gives its addressees something to do, at most."""
        spec = self.spec
        days = [expected.within for expected in spec.expect]
        days += [spec.reply_within or 0, spec.escalate.after if spec.escalate else 0]
        return max(*days, spec.problem.deadline if spec.problem else 0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase and the days in which it can be running."""

    spec: Phase
    node: Node
    first: int
    end: int
    """First day on which it is surely over."""


def place(node: Node | None, *path: str) -> Span:
    """Return the place of the value under a path of keys; as far as the path goes."""
    assert node is not None
    for key in path:
        below = node.get(key)
        if below is None:
            break
        node = below
    return node.span


def key_place(node: Node, key: str) -> Span:
    """Return the place of a key itself."""
    pair = node.pairs.get(key)
    return pair[0].span if pair else node.span


def beside(span: Span, note: str) -> tuple[Related, ...]:
    """Return a second place to show with a finding."""
    return (Related(span.file, span.line, span.column, note),)


def rewritten(span: Span, old: str, new: str) -> tuple[Fix, ...]:
    """Return the fix that writes `new` for `old`, none where the place is wider than `old`: a text as a whole."""
    if span.line != span.end_line or span.end_column - span.column != len(old):
        return ()
    return (Fix(span.file, span.line, span.column, span.end_line, span.end_column, new),)


class Facts:
    """A scenario of the right shape, side by side with its tree."""

    def __init__(self, scenario: Scenario, known: Known) -> None:
        self.scenario = scenario
        self.known = known
        self.catalogues = known.catalogues
        self.step = scenario.turn.days
        self.length = scenario.turn.days * scenario.turn.count
        self.reason = Reason()
        nodes = {inject.id: node for inject, node in zip(scenario.injects, known.injects, strict=False)}
        self.specs = {inject.id: inject for inject in scenario.injects}
        self.parents: dict[str, list[str]] = {}
        for inject in self.specs.values():
            for option in inject.options:
                if option.then is not None:
                    self.parents.setdefault(option.then, []).append(inject.id)
        days = self._first_days()
        self.cases = [Case(spec, nodes[name], days[name], self._last_day(spec)) for name, spec in self.specs.items()]
        self.by_id = {case.spec.id: case for case in self.cases}
        self.seats = list(zip(scenario.seats, known.seats, strict=False))

    @property
    def grown(self) -> bool:
        """Whether there is enough of it to be judged as a whole."""
        return len(self.cases) >= GROWN

    # --- time --------------------------------------------------------------------------------------------------

    def turn_end(self, day: int) -> int:
        """Return the end of turn on which what is due on a day arrives."""
        return arrival.turn_end(day, self.step)

    def fixed_day(self, spec: InjectSpec) -> int | None:
        """Return the day that `at` means."""
        at = spec.trigger.at
        return (at - self.scenario.start).days if isinstance(at, date) else at

    def _first_days(self) -> dict[str, int]:
        """Return the earliest day on which each inject can arrive; far beyond the exercise where nothing starts it."""
        days = dict.fromkeys(self.specs, 2 * self.length + 4000)
        followers: dict[str, list[tuple[str, Trigger | None]]] = {}
        for name, spec in self.specs.items():
            if spec.trigger.after is not None:
                followers.setdefault(spec.trigger.after, []).append((name, spec.trigger))
            for option in spec.options:
                if option.then in self.specs:
                    followers.setdefault(name, []).append((option.then, None))
        waiting: list[tuple[int, str]] = []
        for name, spec in self.specs.items():
            own = self._own_first(spec)
            if own is not None:
                days[name] = own
                heappush(waiting, (own, name))
        while waiting:
            now, name = heappop(waiting)
            for follower, trigger in followers.get(name, ()) if now == days[name] else ():
                day = self._follows(name, now, trigger)
                if day < days[follower]:
                    days[follower] = day
                    heappush(waiting, (day, follower))
        return days

    def _follows(self, first: str, delivered: int, trigger: Trigger | None) -> int:
        """Return the earliest day for what follows an inject: by its trigger, or at once by the option chosen."""
        if trigger is None:
            return delivered
        spec = self.specs[first]
        escalate = spec.escalate.after if spec.escalate else None
        outcome = trigger.outcome or ""
        since = arrival.of_outcome(outcome, delivered, spec.reply_within, escalate, self.step)
        return arrival.of_follower(since, trigger.delay, self.step)

    def _own_first(self, spec: InjectSpec) -> int | None:
        trigger, day = spec.trigger, self.fixed_day(spec)
        if day is not None:
            return arrival.of_day(day, self.step)
        if trigger.after is not None:
            return None
        return 0 if trigger.by_hand else arrival.of_condition(trigger.from_day, self.step)

    def _last_day(self, spec: InjectSpec) -> int:
        trigger, day = spec.trigger, self.fixed_day(spec)
        if day is not None and spec.id not in self.parents:
            return arrival.of_day(day, self.step)
        if trigger.until_day is not None and spec.id not in self.parents:
            return min(self.length, trigger.until_day)
        return self.length

    @cached_property
    def played(self) -> list[tuple[Phase, Node]]:
        """The phases that are played, from the campaign that runs at the start on."""
        start = self.scenario.starting.campaign
        ids = [campaign.id for campaign in self.scenario.campaigns]
        first = ids.index(start) if start in ids else 0
        campaigns = list(zip(self.scenario.campaigns, self.known.campaigns, strict=False))[first:]
        return [pair for spec, node in campaigns for pair in zip(spec.phases, items(node, "phases"), strict=False)]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The phases that can be reached, each with the days in which it can be running."""
        found: list[Stretch] = []
        first = end = 0
        for phase, node in self.played:
            if phase.enter is not None and found:
                end = self.length  # what it waits for may come late
            if first >= self.length:
                break
            end = min(self.length, end + phase.days)
            found.append(Stretch(phase, node, first, end))
            first += self.step if phase.exit is not None else self.turn_end(phase.days)
        return found

    # --- conditions --------------------------------------------------------------------------------------------

    def condition(self, node: Node | None, *path: str) -> tuple[Condition, Node] | None:
        """Return a compiled condition with its place; None where there is none."""
        for key in path:
            node = node.get(key) if node is not None else None
        compiled = self.known.conditions.get(node) if node is not None else None
        return (compiled, node) if compiled is not None and node is not None else None

    # --- seats -------------------------------------------------------------------------------------------------

    def powers(self, seat: SeatSpec) -> frozenset[str] | None:
        """Return a seat's powers, None where they are not known; talking is everybody's."""
        if seat.powers is not None:
            return frozenset({*seat.powers, "talk"})
        own = self.catalogues.powers.get(seat.post)
        return own | {"talk"} if own is not None else None

    @cached_property
    def seat_powers(self) -> dict[str, frozenset[str] | None]:
        """Seat -> its powers."""
        return {seat.id: self.powers(seat) for seat in self.scenario.seats}

    def may(self, seat: str, power: str) -> bool:
        """Whether a seat has a power by its own post, as far as is known."""
        own = self.seat_powers.get(seat)
        return own is None or power in own

    def anyone(self, power: str) -> bool:
        """Whether any seat has a power."""
        return any(self.may(seat, power) for seat in self.seat_powers)

    def attention(self, seat: SeatSpec) -> int | None:
        """Return a seat's attention points a turn."""
        return seat.attention if seat.attention is not None else self.catalogues.attention.get(seat.post)

    # --- what is written ---------------------------------------------------------------------------------------

    def answers(self, case: Case) -> Sequence[str]:
        """Return the seats that an inject reaches in the end."""
        spec = case.spec
        return (*spec.to, *(spec.escalate.to if spec.escalate else ()))

    @cached_property
    def named(self) -> dict[str, frozenset[str]]:
        """What a command's content can name -> the ids that there are."""
        return {
            "domain": frozenset(domain.value for domain in Domain),
            "seat": frozenset(seat.id for seat in self.scenario.seats),
            "partner": frozenset(partner.id for partner in self.scenario.partners),
            "fund": frozenset(fund.id for fund in self.scenario.starting.funds),
        }

    @cached_property
    def effects(self) -> list[tuple[str, str, int, Node]]:
        """Every effect: what it is on, its quantity, what it adds, and its place."""
        found: list[tuple[str, str, int, Node]] = []
        for case in self.cases:
            owners = [case.node, *items(case.node, "options")]
            escalation = case.node.get("escalate")
            for owner in (*owners, *([escalation] if escalation is not None else [])):
                for node in items(owner, "effects"):
                    on, quantity, add = (node.get(key) for key in ("on", "quantity", "add"))
                    if on is not None and quantity is not None and add is not None:
                        found.append((on.text() or "", quantity.text() or "", add.number() or 0, node))
        return found
