"""Scoring and debrief: what cannot be measured, earned or spoken about."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.findings import Sink, Word
from game.scenario.known import items
from game.scenario.lint.facts import Case, Facts, beside, place, rewritten
from game.scenario.model import Expectation
from game.scenario.tree import Node

_NEVER = {"advance", "undo_last", "open_briefing", "start_play", "set_ready"}
"""Commands that keep the table going; no answer is read from them."""
_ON_INJECT = {"reply_inject", "choose_option", "acknowledge_inject"}
_BASE = {
    "orders_on_time": "order",
    "order_clarity": "order",
    "right_organs": "order",
    "contracts_honoured": "contract",
    "contracts_resourced": "contract",
    "forms_cut": "fund",
    "rectified_true": "supervise",
    "problems_cured": "supervise",
    "rebound_rate": "supervise",
    "look_back_share": "supervise",
}
"""Measure -> the power without which there is nothing to measure."""
MOST_TITLES = 200
"""Injects of uncertain coming that are looked for in the debrief."""
_PARTNERS = {"partner_promises_kept", "linkage"}


def expectations(facts: Facts, sink: Sink) -> None:
    """Say which expectations no command can ever meet, and which are met by the same command twice."""
    for case in facts.cases:
        seen: dict[str, Node] = {}
        for expected, node in zip(case.spec.expect, items(case.node, "expect"), strict=False):
            why = _unmet(facts, case, expected)
            if why:
                sink.add("TH575", place(node, "command"), command=expected.command, so=Word(why))
                continue
            content = node.get("content")
            if content is not None:
                _values(facts, content, sink)
                if case.spec.problem is None and "{problem}" in str(expected.content):
                    sink.add("TH575", content.span, command=expected.command, so=Word("no_problem"))
            same = expected.model_dump_json(exclude={"id", "within", "weight", "late"})
            if same in seen:
                there = beside(seen[same].span, "other_place")
                sink.add("TH572", place(node, "id"), related=there, id=expected.id)
            seen.setdefault(same, node)


def _unmet(facts: Facts, case: Case, expected: Expectation) -> str:
    """Return why no command can meet an expectation, "" where one may."""
    command, spec = expected.command, case.spec
    if command in _NEVER or facts.catalogues.groups.get(command) == "instruct":
        return "not_read"
    if command == "reply_inject" and spec.options:
        return "needs_choice"
    if command == "choose_option" and not spec.options:
        return "no_options"
    if command in _ON_INJECT and expected.by and not set(expected.by) & set(facts.answers(case)):
        return "not_addressed"
    return ""


def _values(facts: Facts, content: Node, sink: Sink) -> None:
    """Say which values asked for are in none of the catalogues."""
    known = facts.named
    for key, (_, value) in content.pairs.items():
        if not known.get(key):
            continue
        for node in value.parts or [value]:
            named = node.text()
            if named is not None and "{" not in named and named not in known[key] and not named.startswith("pot-"):
                sink.add("TH574", node.span, key=key, value=named)


def criteria(facts: Facts, sink: Sink) -> None:
    """Say which lines of the rubric nobody can earn, which count the same thing twice or the wrong way round."""
    seen: dict[str, Node] = {}
    for criterion, node in zip(facts.scenario.rubric, items(facts.known.root, "rubric"), strict=False):
        measure = criterion.measure
        why = _unearned(facts, measure)
        if why:
            sink.add("TH576", place(node, "measure"), measure=measure, so=Word(why))
        if measure in seen:
            there = beside(place(seen[measure], "measure"), "first_place")
            sink.add("TH577", place(node, "measure"), related=there, measure=measure)
        seen.setdefault(measure, node)
        scale = facts.catalogues.scales.get(measure)
        if scale is None:
            continue
        group, zero, full, better = scale
        zero = criterion.zero if criterion.zero is not None else zero
        full = criterion.full if criterion.full is not None else full
        if (full - zero) * better < 0:
            key = "full" if criterion.full is not None else "zero"
            sink.add("TH578", place(node, key), zero=zero, full=full)
        if group != criterion.group:
            span = place(node, "group")
            fixes = rewritten(span, criterion.group, group)
            sink.add("TH579", span, fixes=fixes, group=criterion.group, natural=group)


def _unearned(facts: Facts, measure: str) -> str:
    """Return why a measure has nothing to measure in this scenario, "" where it has."""
    if measure == "seat_goals" and not any(seat.goals for seat in facts.scenario.seats):
        return "no_goals"
    if measure == "decisions_credit" and not any(case.spec.expect or case.spec.options for case in facts.cases):
        return "no_decisions"
    if measure in _PARTNERS and not facts.scenario.partners:
        return "no_partners"
    if measure in _BASE and not facts.anyone(_BASE[measure]):
        return "no_power"
    return ""


def objectives(facts: Facts, sink: Sink) -> None:
    """Say which objectives are served only by papers on which nothing can be scored."""
    served: dict[str, bool] = {}
    for case in facts.cases:
        spec = case.spec
        scored = bool(spec.expect or spec.options or spec.problem)
        served[spec.objective] = served.get(spec.objective, False) or scored
    for objective, node in zip(facts.scenario.objectives, items(facts.known.root, "objectives"), strict=False):
        if served.get(objective.id) is False:
            sink.add("TH584", place(node, "id"), id=objective.id)


def debrief(facts: Facts, sink: Sink) -> None:
    """Say which questions of the debrief are about an inject that may not have come."""
    node = facts.known.root.get("debrief")
    unsure = [case for case in facts.cases if not case.fixed and case.spec.trigger.chance != 1000][:MOST_TITLES]
    for question, below in zip(facts.scenario.debrief, node.parts if node is not None else (), strict=False):
        for case in unsure:
            if len(case.spec.title) >= 4 and case.spec.title in question and not _follows(facts, case):
                at = question.find(case.spec.title)
                sink.add("TH582", below.inside(at, at + len(case.spec.title)), title=case.spec.title)


def _follows(facts: Facts, case: Case) -> bool:
    """Whether an inject surely comes because it only waits for the delivery of one that surely comes."""
    seen: set[str] = set()
    while case.spec.id not in seen:
        seen.add(case.spec.id)
        trigger = case.spec.trigger
        before = facts.by_id.get(trigger.after or "")
        if before is None or trigger.outcome not in (None, "delivered"):
            return case.fixed
        case = before
    return False


RULES: tuple[Callable[[Facts, Sink], None], ...] = (expectations, criteria, objectives, debrief)
