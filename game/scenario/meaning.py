"""What a scenario of the right shape can still get wrong: times that never come, answers nobody can give, empty rules.

Every rule is a small function over the tree; it says nothing where a value is missing or of the wrong shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from game.county.params import parameters
from game.scenario.arrival import of_day
from game.scenario.edits import inserted, removed, replaced
from game.scenario.findings import Fix, Related, Sink
from game.scenario.known import Known, items, number, text, texts
from game.scenario.shape import PLACEHOLDERS
from game.scenario.suggest import nearest
from game.scenario.tree import Node, Scalar

_STARTS = ("at", "when", "after", "chance", "by_hand")
_BRACES = re.compile(r"\{([^{}\n]{0,40})\}")
_UNFINISHED = re.compile(r"TODO|FIXME|待补充|待完善|此处填写|[xX]{4,}|×{3,}")
_MARKS = ("TODO", "FIXME", "待补充", "待完善", "此处填写", "×××", "xxxx", "XX", "xX", "Xx")
"""Without any of these there is none of the above."""


def check_meaning(known: Known, sink: Sink) -> None:
    """Run every rule."""
    for rule in _RULES:
        rule(known, sink)


def _length(known: Known) -> int | None:
    """Return the length of the exercise in days."""
    turn = known.root.get("turn")
    days = number(turn, "days") if turn is not None and turn.get("days") is not None else 7
    count = number(turn, "count")
    return days * count if days and count and days % 7 == 0 else None


def _due(known: Known, trigger: Node | None) -> int | None:
    """Return the day an `at` means."""
    node = trigger.get("at") if trigger is not None else None
    if node is None:
        return None
    if node.number() is not None:
        return node.number()
    try:
        return (date.fromisoformat(node.text() or "") - date.fromisoformat(text(known.root, "start") or "")).days
    except ValueError:
        return None


def _turn(known: Known, sink: Sink) -> None:
    turn = known.root.get("turn")
    days = number(turn, "days")
    if turn is not None and days is not None and 7 <= days <= 35 and days % 7:
        span = turn.pairs["days"][1].span
        sink.add("TH516", span, fixes=(replaced(span, str(7 * round(days / 7))),), days=days)


def _profile(known: Known, sink: Sink) -> None:
    county = known.root.get("county")
    profile = county.get("profile") if county is not None else None
    if profile is None or profile.kind != "map":
        return
    own = known.county.profile if known.county is not None else {}

    def figure(name: str) -> int:
        given = number(profile, name)
        return given if given is not None else own.get(name, parameters("households").number(f"profile.{name}"))

    registered, recorded = figure("registered_bp"), figure("recorded_bp")
    if recorded > registered:
        key = "recorded_bp" if "recorded_bp" in profile.pairs else "registered_bp"
        if key in profile.pairs:
            sink.add("TH527", profile.pairs[key][1].span, recorded=recorded, registered=registered)


def _evaluation(known: Known, sink: Sink) -> None:
    node, length = known.root.get("evaluation"), _length(known)
    if node is None or length is None:
        return
    try:
        start = date.fromisoformat(text(known.root, "start") or "")
        day = (date.fromisoformat(node.text() or "") - start).days
    except ValueError:
        return
    if not 0 < day <= length:
        sink.add("TH528", node.span, day=day, length=length)


def _triggers(known: Known, sink: Sink) -> None:
    length = _length(known)
    for inject in known.injects:
        trigger = inject.get("trigger")
        if trigger is None or trigger.kind != "map":
            continue
        given = [key for key in _STARTS if _is_set(trigger.get(key))]
        if len(given) != 1 and not (set(trigger.pairs) - _TRIGGER_KEYS):
            extra = trigger.pairs[given[1]][0].span if len(given) > 1 else inject.pairs["trigger"][0].span
            sink.add("TH501", extra, found="、".join(given) or "0", count=len(given))
        for key, needs in _BOUND:
            if key in trigger.pairs and given and not set(needs) & set(given):
                fixes = _without(trigger, key, sink)
                sink.add("TH513", trigger.pairs[key][0].span, fixes=fixes, key=key, needs=" / ".join(needs))
        first, last = number(trigger, "from_day"), number(trigger, "until_day")
        if first is not None and last is not None and first > last:
            sink.add("TH514", trigger.pairs["until_day"][1].span, first=first, last=last)
        due = _due(known, trigger)
        if due is not None and length is not None:
            span = trigger.pairs["at"][1].span
            if due < 0:
                sink.add("TH507", span, day=due)
            elif due >= length:
                sink.add("TH506", span, day=due, length=length)


def _without(mapping: Node, key: str, sink: Sink) -> tuple[Fix, ...]:
    fix = removed(mapping, key, sink.sources.get(mapping.file, ()))
    return (fix,) if fix else ()


def _is_set(node: Node | None) -> bool:
    return node is not None and (node.kind != "scalar" or (node.value is not None and node.value is not False))


_TRIGGER_KEYS = {*_STARTS, "outcome", "delay", "from_day", "until_day"}
_BOUND = (
    ("outcome", ("after",)),
    ("delay", ("after",)),
    ("from_day", ("when", "chance")),
    ("until_day", ("when", "chance")),
)


def _options(known: Known, sink: Sink) -> None:
    for inject in known.injects:
        node = inject.get("options")
        if node is None or node.kind != "seq" or not node.parts:
            continue
        key = inject.pairs["options"][0].span
        options = known.options(inject)
        if len(node.parts) < 2:
            sink.add("TH502", key, count=len(node.parts))
        if inject.get("reply_within") is None and not known.lost:
            fix = inserted(inject, [("reply_within", "7")], sink.sources.get(inject.file, ()))
            sink.add("TH503", key, cascade=False, fixes=(fix,) if fix else ())
        earned = [number(option, "credit") for option in options]
        if earned and all(credit == 0 for credit in earned):
            sink.add("TH522", key, cascade=False)
        seen: dict[str, Node] = {}
        alike = Counter(map(_outline, options))
        for option in options:
            if alike[_outline(option)] == 1:
                continue  # the usual case, and far cheaper than to write out what it holds
            body = {k: v for k, v in option.plain().items() if k not in _TOLD}
            same = repr(sorted(body.items()))
            if same in seen and not known.lost:
                there = seen[same].span
                related = (Related(there.file, there.line, there.column, "other_place"),)
                sink.add("TH515", option.span, related=related)
            seen.setdefault(same, option)


_TOLD = frozenset(("id", "text", "why"))
"""Keys of an option that say what it is, not what it does."""


def _outline(option: Node) -> frozenset[tuple[str, Scalar]]:
    """Return what an option does, without what is in its maps and lists."""
    return frozenset((key, value.value) for key, (_, value) in option.pairs.items() if key not in _TOLD)


def _escalations(known: Known, sink: Sink) -> None:
    for inject in known.injects:
        escalation = inject.get("escalate")
        after, reply = number(escalation, "after"), number(inject, "reply_within")
        if escalation is not None and after is not None and reply is not None and after < reply:
            there = inject.pairs["reply_within"][1].span
            related = (Related(there.file, there.line, there.column, "deadline_here"),)
            span = escalation.pairs["after"][1].span
            fixes = (replaced(span, str(reply)),)
            sink.add("TH504", span, related=related, fixes=fixes, after=after, reply=reply)


def _expectations(known: Known, sink: Sink) -> None:
    length = _length(known)
    if length is None:
        return
    for inject in known.injects:
        day = of_day(_due(known, inject.get("trigger")) or 0, number(known.root.get("turn"), "days") or 7)
        for expected in items(inject, "expect"):
            within = number(expected, "within")
            if within is not None and day < length < day + within:
                span = expected.pairs["within"][1].span
                fixes = (replaced(span, str(length - day)),)
                sink.add("TH505", span, fixes=fixes, within=within, due=day, length=length)


def _weights(known: Known, sink: Sink) -> None:
    rubric = items(known.root, "rubric")
    weights = [number(criterion, "weight") for criterion in rubric]
    total = sum(weight for weight in weights if weight is not None)
    if rubric and None not in weights and total != 100 and not known.lost:
        sink.add("TH508", known.root.pairs["rubric"][0].span, total=total)
    for criterion in rubric:
        zero, full = number(criterion, "zero"), number(criterion, "full")
        if zero is not None and zero == full:
            sink.add("TH524", criterion.pairs["full"][1].span, value=zero)


def _unused(known: Known, sink: Sink) -> None:
    if known.lost or not known.injects:
        return
    served = {text(inject, "objective") for inject in known.injects}
    for ident, node in known.defined["objective"].items():
        if ident not in served and served <= set(known.defined["objective"]):  # a misspelt one may mean it
            sink.add("TH509", node.pairs["id"][1].span, id=ident)
    met: set[str | None] = set()
    for inject in known.injects:
        met |= {node.text() for node in texts(inject, "to")}
        met |= {node.text() for node in texts(inject.get("escalate"), "to")}
        for expected in items(inject, "expect"):
            met |= {node.text() for node in texts(expected, "by")}
    if any(inject.get("to") is None for inject in known.injects):
        return  # whoever it means to address
    for ident, node in known.defined["seat"].items():
        if ident not in met and met <= set(known.defined["seat"]):
            sink.add("TH510", node.pairs["id"][1].span, id=ident)


def _braces(known: Known, sink: Sink) -> None:
    for inject in known.injects:
        shown = [inject.get("text"), inject.get("title"), *texts(inject, "variants")]
        escalation = inject.get("escalate")
        shown.append(escalation.get("text") if escalation is not None else None)
        for node in shown:
            value = node.text() if node is not None else None
            for match in _BRACES.finditer(value or ""):
                if node is not None and match[1] not in PLACEHOLDERS:
                    meant = nearest(match[1], PLACEHOLDERS)
                    span = node.inside(match.start(), match.end())
                    known_list = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
                    suggestion = f"{{{meant}}}" if meant else ""
                    exact = span != node.span and span.line == span.end_line
                    fixes = (replaced(span, suggestion),) if suggestion and exact else ()
                    sink.add("TH511", span, suggestion=suggestion, fixes=fixes, value=match[0], known=known_list)


def _unfinished(known: Known, sink: Sink) -> None:
    whole = "\n".join("\n".join(lines) for lines in sink.sources.values())
    if not any(mark in whole for mark in _MARKS):
        return  # the usual case, and far cheaper than to look at every value
    waiting = [known.root]
    while waiting:
        node = waiting.pop()
        value = node.text() if node.kind == "scalar" else None
        found = _UNFINISHED.search(value) if value else None
        if found:
            sink.add("TH525", node.inside(found.start(), found.end()), value=found[0])
        waiting += node.parts
        waiting += [child for _, child in node.pairs.values()]


def _chains(known: Known, sink: Sink) -> None:
    """Find injects that only each other start: nothing ever begins."""
    if known.lost:
        return
    alive: set[str] = set()
    after: dict[str, str] = {}
    for ident, inject in known.defined["inject"].items():
        trigger = inject.get("trigger")
        first = text(trigger, "after")
        if first is None or first not in known.defined["inject"]:
            alive.add(ident)  # what is broken otherwise is not also unreachable
        else:
            after[ident] = first
    then = {
        (ident, name)
        for ident, inject in known.defined["inject"].items()
        for option in known.options(inject)
        if (name := text(option, "then")) is not None
    }
    followers: dict[str, list[str]] = {}
    for ident, first in (*((i, f) for i, f in after.items()), *((name, ident) for ident, name in then)):
        followers.setdefault(first, []).append(ident)
    _spread(alive, followers, list(alive))
    for ident, first in after.items():
        trigger = known.defined["inject"][ident].get("trigger")
        if ident not in alive and trigger is not None:
            sink.add("TH512", trigger.pairs["after"][1].span, id=ident, first=first)
            alive.add(ident)  # what hangs on it is the same fault
            _spread(alive, followers, [ident])


def _spread(alive: set[str], followers: dict[str, list[str]], waiting: list[str]) -> None:
    while waiting:
        for ident in followers.get(waiting.pop(), ()):
            if ident not in alive:
                alive.add(ident)
                waiting.append(ident)


def _phases(known: Known, sink: Sink) -> None:
    length = _length(known)
    starting = text(known.root.get("starting"), "campaign")
    ids = [text(campaign, "id") for campaign in known.campaigns]
    if length is None or known.lost or (starting is not None and starting not in ids):
        return
    at = 0
    for campaign in known.campaigns[ids.index(starting) if starting is not None else 0 :]:
        for phase in items(campaign, "phases"):
            days = number(phase, "days")
            if days is None or phase.get("exit") is not None:
                return
            if at >= length:
                sink.add("TH517", phase.span, start=at, length=length)
                return
            at += days
    if 0 < at < length:
        sink.add("TH518", known.root.pairs["campaigns"][0].span, days=at, length=length)


def _places(known: Known, sink: Sink) -> None:
    for inject in known.injects:
        place = inject.get("place")
        if place is None or place.kind != "map":
            continue
        pick = text(place, "pick")
        if pick in ("worst", "best") and place.get("by") is None:
            sink.add("TH519", place.pairs["pick"][0].span, pick=pick)
        ways = [key for key in ("village", "pick") if place.get(key) is not None]
        if len(ways) == 2:
            sink.add("TH520", place.pairs["pick"][0].span, fixes=_without(place, "pick", sink))
        elif not ways and place.get("township") is None and not set(place.pairs) - {"by"}:
            sink.add("TH521", inject.pairs["place"][0].span, fixes=_without(inject, "place", sink))


def _noise(known: Known, sink: Sink) -> None:
    for inject in known.injects:
        noise = inject.get("noise")
        if noise is not None and noise.value is True and inject.get("problem") is not None:
            sink.add("TH523", noise.span, fixes=_without(inject, "noise", sink))


def _questions(known: Known, sink: Sink) -> None:
    for part in ("before", "after"):
        for question in items(known.root.get("questionnaires"), part):
            choices = question.get("choices")
            if text(question, "kind") == "choice" and (choices is None or len(choices.parts) < 2):
                sink.add("TH526", question.pairs["kind"][1].span)


_RULES: tuple[Callable[[Known, Sink], None], ...] = (
    _turn,
    _profile,
    _evaluation,
    _triggers,
    _options,
    _escalations,
    _expectations,
    _weights,
    _unused,
    _braces,
    _unfinished,
    _chains,
    _phases,
    _places,
    _noise,
    _questions,
)
