"""Lint: what a sound scenario can still get wrong, by subject. Every rule is a small function over the same facts.

Rules about the text run on any tree. All others run on a scenario without errors: what is broken has its own finding,
and nothing that hangs on it is called unreachable, idle or unearnable besides.
"""

from __future__ import annotations

from game.scenario.findings import Sink
from game.scenario.known import Known
from game.scenario.lint import load, options, reach, scoring, seats, text, time
from game.scenario.lint.facts import Facts
from game.scenario.model import Scenario

RULES = (*reach.RULES, *time.RULES, *seats.RULES, *options.RULES, *scoring.RULES, *load.RULES)


def check_lint(known: Known, scenario: Scenario | None, sink: Sink) -> None:
    """Run every rule that the state of the scenario allows; `scenario` is what the tree says, None if it is faulty."""
    for rule in text.RULES:
        rule(known, sink)
    if scenario is None or known.lost or sink.full or any(found.severity == "error" for found in sink.found):
        return
    facts = Facts(scenario, known)
    for check in RULES:
        check(facts, sink)
