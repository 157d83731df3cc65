"""References: every id named must be there, every id defined must be the only one, every condition must compile.

Reads the tree, not the models, so that it works on half-written files; a value of the wrong shape is passed over here,
the shape check speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from game.scenario.conditions import ConditionError, compile_condition
from game.scenario.edits import replaced
from game.scenario.findings import Fix, Related, Sink, Word
from game.scenario.known import Known, items, text, texts
from game.scenario.lexer import MOST_CHARS
from game.scenario.model import Domain
from game.scenario.names import NameTable
from game.scenario.suggest import Seeker
from game.scenario.tree import Node

MOST_CONDITIONS = 1_500
NAME_MOST = 24
"""Signs of a name in a list."""
_CLAUSE = re.compile("[，、；。：,;:]")
NAMED = 12
"""Things listed by name."""
SORTED = 600
"""Of more ids than these the likeliest are not sought."""
ALWAYS_ORGANS = frozenset({"township", "village", "squad", "zone", "post"})
"""Words for the organ of the place a problem lies in."""
OUTCOMES = ("resolved", "expired", "escalated", "delivered")


def check_references(known: Known, sink: Sink) -> None:
    """Say which names lead nowhere, which ids are there twice and which conditions do not compile."""
    _References(known, sink).run()


class _References:
    def __init__(self, known: Known, sink: Sink) -> None:
        self.known = known
        self.sink = sink
        ids: dict[str, frozenset[str]] = {}
        if not known.lost:
            ids["inject"] = frozenset(known.defined["inject"])
            ids["phase"] = frozenset(known.defined["phase"])
        if known.catalogues.commands:
            ids["command"] = known.catalogues.commands
        if known.county is not None:
            ids["township"] = frozenset(known.townships)
        self.people = self.seat_names()
        self.titles = {ident: name for name, ident in (*known.catalogues.names.items(), *self.people.items())}
        towns = {town.id: town.name for town in known.county.townships} if known.county is not None else {}
        villages = known.county.villages if known.county is not None else ()
        self.towns = {village.id: towns[village.township] for village in villages}
        self.seeker = Seeker()
        self.conditions = MOST_CONDITIONS
        options = {
            ident: frozenset(name for option in known.options(node) if (name := text(option, "id")) is not None)
            for ident, node in known.defined["inject"].items()
        }
        table = NameTable().knowing(ids, options if not known.lost else {})
        self.table: NameTable = replace(table, seek=self.seeker.nearest)

    def run(self) -> None:
        root, known = self.known.root, self.known
        self.unique("objective", items(root, "objectives"))
        self.seat(root.get("default_seat"))
        if known.county is not None:
            whole = {t.id: t.name for t in known.county.townships}
            for node in texts(root.get("county"), "townships"):
                self.one(node, "township", whole, {name: ident for ident, name in whole.items()})
        self.unique("seat", known.seats)
        for seat in known.seats:
            self.catalogue(seat.get("post"), "post", known.catalogues.posts)
            self.scope(seat.get("scope"))
            self.unique("goal", items(seat, "goals"))
            for goal in items(seat, "goals"):
                self.condition(goal.get("when"))
        self.unique("campaign", known.campaigns)
        self.unique("phase", known.phases)
        for phase in known.phases:
            self.condition(phase.get("enter"))
            self.condition(phase.get("exit"))
        starting = root.get("starting")
        self.unique("fund", known.funds)
        self.own(starting.get("campaign") if starting is not None else None, "campaign")
        for node in texts(starting, "organs"):
            self.organ(node)
        later = starting.get("later") if starting is not None else None
        for key, _ in later.pairs.values() if later is not None else ():
            if (key.text() or "") not in self.known.catalogues.organs:  # a kind stands for all its places
                self.organ(key)
        self.unique("partner", items(root, "partners"))
        self.unique("inject", known.injects)
        for inject in known.injects:
            self.inject(inject)
        self.unique("criterion", items(root, "rubric"))
        for criterion in items(root, "rubric"):
            self.catalogue(criterion.get("measure"), "measure", known.catalogues.measures)
        self.unique("guide", items(root, "guide"))
        for step in items(root, "guide"):
            self.condition(step.get("done"))
        asked = root.get("questionnaires")
        for part in ("before", "after"):
            self.unique("question", items(asked, part))

    def inject(self, inject: Node) -> None:
        trigger = inject.get("trigger")
        if trigger is not None and trigger.kind == "map":
            self.own(trigger.get("after"), "inject")
            self.condition(trigger.get("when"))
            self.outcome(trigger)
        for node in texts(inject, "to"):
            self.seat(node)
        self.own(inject.get("objective"), "objective")
        self.place(inject.get("place"))
        problem = inject.get("problem")
        if problem is not None:
            self.catalogue(problem.get("type"), "problem_type", self.known.catalogues.problem_types)
        cure = problem.get("cure") if problem is not None else None
        for node in texts(cure, "tasks"):
            self.catalogue(node, "task", self.known.catalogues.tasks)
        for node in texts(cure, "organs"):
            self.organ(node)
        self.unique("expectation", items(inject, "expect"))
        for expected in items(inject, "expect"):
            self.catalogue(expected.get("command"), "command", self.known.catalogues.commands)
            for node in texts(expected, "by"):
                self.seat(node)
            self.content(expected)
        self.unique("option", self.known.options(inject))
        for option in self.known.options(inject):
            self.own(option.get("then"), "inject")
            self.condition(option.get("needs"))
            self.effects(option)
        self.effects(inject)
        escalation = inject.get("escalate")
        for node in texts(escalation, "to"):
            self.seat(node)
        if escalation is not None:
            self.effects(escalation)

    def content(self, expected: Node) -> None:
        """Check what a command must carry: what it cannot carry would never be credited."""
        content = expected.get("content")
        node = content.get("task") if content is not None else None
        for one in (node, *texts(content, "task")):
            self.catalogue(one, "task", self.known.catalogues.tasks)
        command = text(expected, "command") or ""
        arguments = self.known.catalogues.arguments.get(command)
        if content is None or arguments is None:
            return
        for name, (key, _) in content.pairs.items():
            if name not in arguments:
                meant = self.near(name, sorted(arguments - content.pairs.keys()))
                self.say("TH310", key, meant, command=command, key=name[:60], known=_list(sorted(arguments)))

    def outcome(self, trigger: Node) -> None:
        node = trigger.get("outcome")
        value = node.text() if node is not None else None
        first = self.known.defined["inject"].get(text(trigger, "after") or "")
        if node is None or value is None or value in OUTCOMES or first is None:
            return
        options = {ident: "" for option in self.known.options(first) if (ident := text(option, "id")) is not None}
        if value not in options:
            meant = self.near(value, (*OUTCOMES, *options))
            self.say("TH301", node, meant, what=Word("outcome"), value=value[:60], known=_list((*OUTCOMES, *options)))

    def place(self, node: Node | None) -> None:
        if node is None or self.known.county is None:
            return
        for kind, ids in (("village", self.known.villages), ("township", self.known.townships)):
            found = node.get(kind)
            if found is not None:
                self.one(found, kind, ids, {name: ident for ident, name in ids.items()})

    def scope(self, node: Node | None) -> None:
        value = node.text() if node is not None else None
        if node is None or value is None or ":" not in value:
            return
        kind, _, ident = value.partition(":")
        if kind == "partner":
            ids: Mapping[str, object] = self.known.defined["partner"]
            if self.known.lost:
                return
        elif kind == "bureau":
            bureaus = self.known.catalogues.organs
            if not bureaus:
                return
            ids = {organ.partition(":")[2]: "" for organ in sorted(bureaus) if organ.startswith("bureau:")}
        elif self.known.county is None:
            return
        else:
            ids = {"zone": self.known.zones, "village": self.known.villages}.get(kind, self.known.townships)
        self.inner(node, kind, ident, ids)

    def organ(self, node: Node) -> None:
        value = node.text() or ""
        kind, colon, ident = value.partition(":")
        organs = self.known.catalogues.organs
        county = self.known.county is not None
        if kind in ("zone", "post", "warrooms", "teams", "township", "squad") and colon:
            if county:
                self.inner(node, kind, ident, self.known.zones if kind == "zone" else self.known.townships)
        elif kind == "taskforce" and colon:
            self.inner(node, kind, ident, {domain.value: "" for domain in Domain})
        elif organs and value not in organs and value not in ALWAYS_ORGANS:
            meant = self.near(value, sorted(organs))
            self.say("TH301", node, meant, what=Word("organ"), value=value[:60], known="")

    def effects(self, owner: Node) -> None:
        for effect in items(owner, "effects"):
            node = effect.get("on")
            kind, colon, ident = (node.text() or "").partition(":") if node is not None else ("", "", "")
            if node is None or not colon:
                continue
            if kind in ("partner", "fund") and not self.known.lost:
                self.inner(node, kind, ident, self.known.defined[kind])

    def condition(self, node: Node | None) -> None:
        value = node.text() if node is not None else None
        if node is None or value is None or not value or len(value) > MOST_CHARS or self.sink.full:
            return
        self.conditions -= 1
        if self.conditions < 0:
            if self.conditions == -1:
                self.sink.add("TH420", node.span, most=MOST_CONDITIONS)
            return
        try:
            compiled = compile_condition(value, self.table)
        except ConditionError as error:
            for fault in error.faults:
                span = node.inside(fault.start, fault.end)
                exact = span.line == span.end_line and span != node.span
                fixes = (replaced(span, fault.suggestion),) if fault.suggestion and exact else ()
                if fault.code == "TH404" and fault.params.get("sign") == "(" and exact:
                    end = node.inside(len(value), len(value)).column
                    fixes = (Fix(span.file, span.line, end, span.line, end, ")"),)
                params = {name: _word(name, given) for name, given in fault.params.items()}
                self.sink.put(fault.code, span, params, suggestion=fault.suggestion, fixes=fixes)
            return
        self.known.conditions[node] = compiled
        for name, args in compiled.calls:
            if name == "exists" and args and self.known.catalogues.organs:
                at = value.find(args[0])
                self.organ_in_condition(node, args[0], at)

    def organ_in_condition(self, node: Node, organ: str, at: int) -> None:
        kind, colon, _ = organ.partition(":")
        organs = self.known.catalogues.organs
        if organ in organs or (colon and (kind in organs or kind in ALWAYS_ORGANS)):
            return
        span = node.inside(at, at + len(organ))
        meant = self.near(organ, sorted(organs))
        self.sink.add("TH415", span, suggestion=meant, what=Word("organ"), value=organ[:60])

    def seat(self, node: Node | None) -> None:
        self.own(node, "seat")

    def own(self, node: Node | None, kind: str) -> None:
        """Check a reference to something the scenario itself defines."""
        if node is not None and not self.known.lost:
            names = self.people if kind == "seat" else self.known.names[kind]
            self.one(node, kind, self.known.defined[kind], names)

    def seat_names(self) -> dict[str, str]:
        """Return display name -> id of the seats, by the post's name where a seat has none of its own."""
        names = dict(self.known.names["seat"])
        posts = {ident: name for name, ident in self.known.catalogues.names.items()}
        for ident, seat in self.known.defined["seat"].items():
            names.setdefault(posts.get(text(seat, "post") or "", ""), ident)
        return names

    def catalogue(self, node: Node | None, kind: str, ids: frozenset[str]) -> None:
        if node is not None and ids and node.text() not in ids:
            self.one(node, kind, dict.fromkeys(sorted(ids), ""), self.known.catalogues.names)

    def one(self, node: Node, kind: str, ids: Mapping[str, object], names: Mapping[str, str]) -> None:
        value = node.text()
        if value is None or value in ids or (self.sink.taken(node.span) and value not in names):
            return
        self.inner(node, kind, value, ids, names)

    def inner(
        self, node: Node, kind: str, ident: str, ids: Mapping[str, object], names: Mapping[str, str] | None = None
    ) -> None:
        """Check an id that is a whole value or what follows its colon."""
        if ident in ids:
            return
        names = names or {}
        whole = node.text() or ""
        before = whole[: len(whole) - len(ident)]
        if names.get(ident) in ids:
            meant = names[ident]
            self.say("TH302", node, before + meant, what=Word(kind), value=ident[:60], id=meant)
        elif ident in self.known.cut:
            self.say("TH306", node, "", what=Word(kind), value=ident[:60])
        else:
            meant = self.near(ident, ids)
            called = {"called": self.called(ids, meant, before)} if meant and self.name_of(ids, meant) else {}
            self.say(
                "TH301",
                node,
                before + meant if meant else "",
                what=Word(kind),
                value=ident[:60],
                known=self.listed(ids, ident),
                **called,
            )

    def name_of(self, ids: Mapping[str, object], ident: str) -> str:
        """Return what people call a thing, "" where it has no name; a village is called with its township."""
        there = ids.get(ident)
        if isinstance(there, str) and there:
            return f"{self.towns[ident]} {there}" if ident in self.towns else there
        if isinstance(there, Node):
            named = text(there, "name") or text(there, "title") or text(there, "text")
            if named:
                return _short(named)
        return _short(self.titles.get(ident, ""))

    def called(self, ids: Mapping[str, object], ident: str, before: str = "") -> str:
        """Return a thing's name with its id as it is written, only the id where it has no name."""
        name = self.name_of(ids, ident)
        return f"{name}（{before}{ident}）" if name else f"{before}{ident}"

    def listed(self, ids: Mapping[str, object], wrong: str) -> str:
        """Return things that there are, by name; of many those whose ids begin as the wrong one does go first."""
        if not any(self.name_of(ids, ident) for ident in _some(ids, NAMED)):
            return _list(ids)
        shown = list(ids) if len(ids) <= NAMED or len(ids) > SORTED else sorted(ids, key=lambda one: -_same(one, wrong))
        return "、".join(self.called(ids, ident) for ident in shown[:NAMED]) + (" …" if len(ids) > NAMED else "")

    def near(self, value: str, ids: Collection[str]) -> str:
        return "" if self.sink.full else self.seeker.nearest(value, ids)

    def say(self, code: str, node: Node, meant: str, **params: str | int) -> None:
        fixes = (replaced(node.span, meant if ":" not in meant else f'"{meant}"'),) if meant else ()
        self.sink.put(code, node.span, params, suggestion=meant, fixes=fixes)

    def unique(self, kind: str, nodes: Sequence[Node]) -> None:
        first: dict[str, Node] = {}
        taken = {ident for node in nodes if (ident := text(node, "id")) is not None}
        numbers: dict[str, int] = {}
        for node in nodes:
            found = node.get("id")
            ident = found.text() if found is not None else None
            if found is None or ident is None:
                continue
            if ident in first:
                there = first[ident].span
                related = (Related(there.file, there.line, there.column, "first_place"),)
                numbers[ident] = next(
                    n for n in range(numbers.get(ident, 1) + 1, 9_999) if f"{ident[:43]}-{n}" not in taken
                )
                free = f"{ident[:43]}-{numbers[ident]}"
                fixes = (replaced(found.span, free),)
                self.sink.add("TH303", found.span, related=related, fixes=fixes, what=Word(kind), id=ident[:60])
            else:
                first[ident] = found


def _short(name: str) -> str:
    """Return a name for a list, of a sentence its beginning."""
    first = _CLAUSE.split(name, maxsplit=1)[0][:NAME_MOST]
    return first if first == name else f"{first}…"


def _same(one: str, other: str) -> int:
    """Return how many signs two words share at their beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _list(ids: Iterable[str]) -> str:
    known = list(_some(ids, 24))
    return "、".join(known) + (" …" if len(known) == 24 else "")


def _some(ids: Iterable[str], most: int) -> Iterator[str]:
    for count, ident in enumerate(ids):
        if count == most:
            return
        yield ident


def _word(name: str, given: str | int) -> str | int:
    return (
        Word(given) if name in ("what", "wanted") or (name == "found" and given in ("int", "bool", "text")) else given
    )
