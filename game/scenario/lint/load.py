"""Load: too much at once for a seat or the instructor, and desks that are far from equally full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from game.scenario.findings import Sink, Word
from game.scenario.known import texts
from game.scenario.lint.facts import Facts, place

SEAT_MOST = 4
"""Papers that one seat can take seriously in one turn."""
HAND_MOST = 4
"""Injects that an instructor can keep in mind to fire by hand."""
UNEVEN = 5
"""Times the median of the desks that the fullest may get."""
UNEVEN_LEAST = 10
"""Papers below which a desk is not called overfull."""


def seats(facts: Facts, sink: Sink) -> None:
    """Say in which turn one seat gets more papers than it can work on."""
    heaps: Counter[tuple[int, str]] = Counter()
    for case in facts.cases:
        for seat in dict.fromkeys(case.spec.to) if case.fixed else ():
            heaps[case.first, seat] += 1
            if heaps[case.first, seat] == SEAT_MOST + 1:
                span = next((node.span for node in texts(case.node, "to") if node.text() == seat), case.node.span)
                count = sum(c.fixed and c.first == case.first and seat in c.spec.to for c in facts.cases)
                sink.add("TH585", span, seat=seat, day=case.first, count=count)


def instructor(facts: Facts, sink: Sink) -> None:
    """Say where the instructor has to fire or judge more by hand than the turns leave time for."""
    by_hand = [case for case in facts.cases if case.spec.trigger.by_hand and case.spec.id not in facts.parents]
    most = max(HAND_MOST, facts.scenario.turn.count // 2)
    if len(by_hand) > most:
        span = place(by_hand[most].node, "trigger", "by_hand")
        sink.add("TH586", span, what=Word("fired_by_hand"), count=len(by_hand))
    words: Counter[int] = Counter()
    for case in facts.cases:
        spec = case.spec
        if spec.options or spec.expect or spec.problem or spec.noise or spec.reply_within is None or not case.fixed:
            continue
        words[case.first] += 1
        if words[case.first] == HAND_MOST + 1:
            sink.add("TH586", place(case.node, "reply_within"), what=Word("judged_by_hand"), count=words[case.first])


def balance(facts: Facts, sink: Sink) -> None:
    """Say which seat gets many times the papers of the others."""
    papers = Counter(seat for case in facts.cases for seat in dict.fromkeys(case.spec.to))
    counts = sorted(papers.values())
    if not facts.grown or len(counts) < 3:
        return
    median = counts[(len(counts) - 1) // 2]
    for seat, node in facts.seats:
        if papers[seat.id] >= UNEVEN_LEAST and papers[seat.id] > UNEVEN * median:
            sink.add("TH587", place(node, "id"), id=seat.id, count=papers[seat.id], median=median)


RULES: tuple[Callable[[Facts, Sink], None], ...] = (seats, instructor, balance)
