"""Seats: work that nobody may do, seats with nothing to do, and the same desk twice."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.findings import Sink, Span
from game.scenario.known import items
from game.scenario.lint.facts import Case, Facts, Stretch, beside, key_place, place
from game.scenario.tree import Node

IDLE_TURNS = 6
"""A seat may wait this many turns for its next paper ..."""
IDLE_SHARE = 500
"""... or this share of the exercise, per mille, whichever is longer."""


def powers(facts: Facts, sink: Sink) -> None:
    """Say which commands are expected of seats that may not give them."""
    groups = facts.catalogues.groups
    for case in facts.cases:
        wanted = list(zip(case.spec.expect, items(case.node, "expect"), strict=False))
        barred: list[tuple[str, str, Node]] = []
        for expected, node in wanted:
            power = groups.get(expected.command)
            if power is None or power == "instruct":
                continue
            asked = expected.by or case.spec.to
            may = [name for name in asked if facts.may(name, power)]
            if not may:
                barred.append((expected.command, power, node))
            for at, name in enumerate(expected.by if may else ()):
                if name not in may:
                    sink.add("TH553", _item(node, "by", at), seat=name, command=expected.command, power=power)
        if len(barred) > 1 and len(barred) == len(wanted) and not case.spec.options:
            sink.add("TH554", key_place(case.node, "expect"), id=case.spec.id)
            continue
        for command, power, node in barred:
            sink.add("TH552", place(node, "command"), command=command, power=power)


def _item(node: Node, key: str, at: int) -> Span:
    found = node.get(key)
    return found.parts[at].span if found is not None and at < len(found.parts) else node.span


def closed_phases(facts: Facts, sink: Sink) -> None:
    """Say which commands are expected while every phase that can be running keeps them closed."""
    groups = facts.catalogues.groups
    stretches = facts.stretches
    if not stretches:
        return
    for case in facts.cases:
        if not case.fixed or case.last != case.first:
            continue
        for expected, node in zip(case.spec.expect, items(case.node, "expect"), strict=False):
            power = groups.get(expected.command)
            until = case.first + expected.within
            if power in (None, "talk", "instruct") or until >= stretches[-1].end < facts.length:
                continue
            running = [s for s in stretches if s.first <= min(until, facts.length - 1) and s.end > case.first]
            if running and not any(_open(stretch, str(power)) for stretch in running):
                names = "、".join(stretch.spec.name for stretch in running)
                sink.add("TH555", place(node, "command"), command=expected.command, power=str(power), phases=names)


def _open(stretch: Stretch, power: str) -> bool:
    return any(allowed.value == power for allowed in stretch.spec.allowed)


def escalations(facts: Facts, sink: Sink) -> None:
    """Say where what was not answered is taken to nobody but those who did not answer."""
    for case in facts.cases:
        escalation = case.spec.escalate
        if escalation is not None and escalation.to and set(escalation.to) <= set(case.spec.to):
            others = [seat.id for seat in facts.scenario.seats if seat.id not in case.spec.to]
            if others and not escalation.effects:
                sink.add("TH556", place(case.node, "escalate", "to"))


def twins(facts: Facts, sink: Sink) -> None:
    """Say where two seats hold the same post for the same place."""
    first: dict[tuple[str, str], Node] = {}
    for seat, node in facts.seats:
        key = seat.post, seat.scope
        if key in first:
            sink.add("TH557", place(node, "post"), related=beside(place(first[key], "post"), "other_place"), id=seat.id)
        first.setdefault(key, node)


def idle(facts: Facts, sink: Sink) -> None:
    """Say which seats wait for half the exercise with no paper on the desk and none that can come."""
    if not facts.grown:
        return
    most = max(IDLE_TURNS * facts.step, facts.length * IDLE_SHARE // 1000)
    busy: dict[str, list[tuple[int, int]]] = {}
    for case in facts.cases:
        for name in _met(facts, case):
            busy.setdefault(name, []).append((case.first, case.last + max(case.asks, facts.step)))
    for seat, node in facts.seats:
        at = start = wait = 0
        for first, last in [*sorted(busy.get(seat.id, ())), (facts.length, facts.length)]:
            if first - at > wait:
                start, wait = at, first - at
            at = max(at, last)
        if seat.id in busy and wait > most:
            sink.add("TH558", place(node, "id"), id=seat.id, first=start, last=start + wait, days=wait)


def _met(facts: Facts, case: Case) -> set[str]:
    return {*facts.answers(case), *(seat for expected in case.spec.expect for seat in expected.by)}


def goals(facts: Facts, sink: Sink) -> None:
    """Say which seats have no goal of their own though the rubric scores goals."""
    if not any(criterion.measure == "seat_goals" for criterion in facts.scenario.rubric):
        return
    if any(seat.goals for seat in facts.scenario.seats):  # where nobody has one, the criterion itself is at fault
        for seat, node in facts.seats:
            if not seat.goals:
                sink.add("TH560", place(node, "id"), id=seat.id)


RULES: tuple[Callable[[Facts, Sink], None], ...] = (powers, closed_phases, escalations, twins, idle, goals)
