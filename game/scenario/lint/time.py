"""Time: moments that never come, work that ends after the exercise, phases with nothing in them, too much to read."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.findings import Sink
from game.scenario.known import texts
from game.scenario.lint.facts import Facts, place

READ = 300
"""Characters a minute that an official text is read at."""


def windows(facts: Facts, sink: Sink) -> None:
    """Say where no turn begins between the first and the last day of a trigger, or behind its day."""
    for case in facts.cases:
        trigger = case.spec.trigger
        if case.spec.id in facts.parents:
            continue
        day = facts.fixed_day(case.spec)
        if day is not None and day < facts.length <= case.first:
            span = place(case.node, "trigger", "at")
            sink.add("TH541", span, first=day, last=facts.length, days=facts.step, length=facts.length)
        if trigger.when is None and trigger.chance is None:
            continue
        first, last = trigger.from_day or 0, trigger.until_day if trigger.until_day is not None else facts.length
        if max(facts.turn_end(first), facts.step) > min(last, facts.length - facts.step):
            key = "until_day" if trigger.until_day is not None else "from_day"
            span = place(case.node, "trigger", key)
            sink.add("TH541", span, first=first, last=min(last, facts.length), days=facts.step, length=facts.length)


def chains(facts: Facts, sink: Sink) -> None:
    """Say where a chain takes longer than the exercise lasts: its delays, and the turns that have to end first."""
    for case in facts.cases:
        before = facts.by_id.get(case.spec.trigger.after or "")
        if before is None or case.spec.id in facts.parents:
            continue
        if before.first < facts.length <= case.first:
            span = place(case.node, "trigger", "delay" if case.spec.trigger.delay else "after")
            sink.add("TH542", span, day=case.first, length=facts.length)


def ends(facts: Facts, sink: Sink) -> None:
    """Say where nobody sees the end of a deadline, because the exercise is over before it."""
    for case in facts.cases:
        spec = case.spec
        if case.first >= facts.length:
            continue
        after = spec.escalate.after if spec.escalate else 0
        if case.first + after > facts.length:
            sink.add("TH543", place(case.node, "escalate", "after"), day=case.first + after, length=facts.length)
        elif spec.reply_within is not None and case.first + spec.reply_within > facts.length:
            day = case.first + spec.reply_within
            sink.add("TH543", place(case.node, "reply_within"), day=day, length=facts.length)


def quiet_phases(facts: Facts, sink: Sink) -> None:
    """Say in which phases no inject can arrive and none that arrived before still asks for anything."""
    if not facts.grown:
        return
    for stretch in facts.stretches:
        if not any(
            case.first < stretch.end and case.last + max(case.asks, facts.step) > stretch.first for case in facts.cases
        ):
            sink.add("TH544", place(stretch.node, "id"), name=stretch.spec.name)


def minutes(facts: Facts, sink: Sink) -> None:
    """Say where the turns take more than twice the minutes that the title page promises."""
    needed = facts.scenario.turn.minutes * facts.scenario.turn.count
    if needed > 2 * facts.scenario.minutes:
        sink.add("TH548", place(facts.known.root, "minutes"), minutes=facts.scenario.minutes, needed=needed)


def reading(facts: Facts, sink: Sink) -> None:
    """Say which papers, alone or together with what arrives in the same turn, take longer to read than a turn."""
    room = facts.scenario.turn.minutes * READ
    heaps: dict[tuple[int, str], int] = {}
    said: set[str] = set()
    for case in facts.cases:
        size = max(len(text) for text in (case.spec.text, *case.spec.variants))
        if size > room:
            sink.add("TH549", place(case.node, "text"), size=size, minutes=facts.scenario.turn.minutes)
            continue
        size += sum(len(option.text) for option in case.spec.options)
        for seat in case.spec.to if case.fixed else ():
            heap = heaps[case.first, seat] = heaps.get((case.first, seat), 0) + size
            if heap > room and seat not in said:
                said.add(seat)
                span = next((node.span for node in texts(case.node, "to") if node.text() == seat), case.node.span)
                sink.add("TH550", span, seat=seat, day=case.first, size=heap, minutes=facts.scenario.turn.minutes)


RULES: tuple[Callable[[Facts, Sink], None], ...] = (windows, chains, ends, quiet_phases, minutes, reading)
