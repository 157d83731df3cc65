"""One inject as a form shows it: sections of fields with their paths, values and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from game.authoring.draft_tree import DraftTree, last_line
from game.authoring.patches import delete, set_value, together
from game.authoring.stretches import stretch
from game.authoring.written import Value
from game.scenario.about import about
from game.scenario.findings import Finding, Fix
from game.scenario.keys import shape_of, words_of
from game.scenario.known import items, number, text, texts
from game.scenario.model import Escalation, Expectation, InjectSpec, Option, Part, PlaceRule, Trigger
from game.scenario.references import OUTCOMES
from game.scenario.tree import Node
from game.ui.editor.arrival_words import arrival_words, earliest_words
from game.ui.editor.form_choices import Choices, Offer
from game.ui.editor.plan import KINDS
from game.ui.editor.times import Times
from game.ui.i18n import language, translate

Kind = Literal[
    "line", "text", "number", "day", "choice", "search", "seats", "list", "lines", "flag", "start", "elsewhere",
]  # fmt: skip
_KNOWN = "id title form domain objective sender to noise trigger place text trap reply_within options expect escalate"
"""Keys of an inject that the form has fields for."""
BOUNDS = ("from_day", "until_day")
_STEP = re.compile(r"(?P<key>[^.\[\]]+)|\[(?P<item>[^\]]+)\]")
_MANY = ("seats", "list", "lines")
"""Kinds of fields that hold several."""
_APART = {"seats": re.compile(r"\n"), "list": re.compile("[、，,；;\n]"), "lines": re.compile(r"\n")}
"""What stands between several, by kind."""
_BEGIN: dict[str, Value] = {"at": 0, "when": "day >= 7", "chance": 100, "by_hand": True}


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form."""

    path: str
    name: str
    tip: str
    kind: Kind
    value: object = None
    """As the text has it: a text, a number, a flag, ids in a tuple; None where it is left out."""
    choices: Choices = ()
    required: bool = False
    place: tuple[str, int, int] = ("", 1, 1)
    last: int = 0
    """Last line of its value; 0 where it is left out."""
    file: str = ""
    """File that is all of its value, "" where it is written among the keys."""
    unit: str = ""
    """What a number counts."""
    note: str = ""
    """What the value comes to: of a day the turn that receives the inject."""

    @property
    def key(self) -> str:
        """Its path within the inject or seat; of the exercise itself the whole path."""
        return self.path.partition("].")[2] if self.path.startswith(("injects[", "seats[")) else self.path


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading; `path` is what a button takes away as a whole."""

    title: str
    fields: tuple[Field, ...]
    path: str = ""

    @property
    def look(self) -> tuple[object, ...]:
        """What the widgets depend on: while it is the same only values change, from one inject to another too."""
        return (self.title, bool(self.path), tuple((f.key, f.kind, f.choices) for f in self.fields))


def unit_of(key: str) -> str:
    """Return what a number under a key counts, "" where its name says it."""
    if key in ("at", "from_day", "until_day"):
        return translate("Form", "（第几天）")
    if key in ("reply_within", "within", "after", "delay"):
        return translate("Form", "天")
    units = {
        "credit": translate("Form", "分，满分1000"), "chance": translate("Form", "‰，每回合"),
        "cost_money": translate("Form", "万元"), "attention": translate("Form", "点"),
    }  # fmt: skip
    return units.get(key, "")


def named(tree: DraftTree, section: str, words: str) -> Choices:
    """Return the items of a section by their words, with the id behind them for those who read the text."""
    found = ((i, text(one, words)) for one in items(tree.root, section) if (i := text(one, "id")))
    return tuple((i, f"{said}  {i}" if said else i) for i, said in found)


def inject_at(tree: DraftTree, ident: str) -> Node | None:
    """Return the inject of an id."""
    return next((one for one in items(tree.root, "injects") if text(one, "id") == ident), None)


def sections(tree: DraftTree, ident: str, offer: Offer | None = None) -> tuple[Section, ...]:
    """Return the form of an inject with what its fields offer; nothing where there is no such inject."""
    inject = inject_at(tree, ident)
    return tuple(_Form(tree, inject, ident, offer or Offer()).all()) if inject is not None else ()


class Maker:
    """Makes the fields of one part of a draft."""

    def __init__(self, tree: DraftTree, part: Node, path: str, offer: Offer) -> None:
        """`path` is that of the part, "" for the exercise itself."""
        self.tree, self.part, self.path, self.offer = tree, part, path, offer
        self.seats = tuple((i, text(s, "name") or i) for s in items(tree.root, "seats") if (i := text(s, "id")))

    def all(self) -> Iterator[Section]:
        """Yield the sections of the form."""
        raise NotImplementedError

    def told_apart(self, key: str) -> Iterator[tuple[int, str, Node]]:
        """Yield place from 1, id and item of a list; of two with one id only the first can be told from outside."""
        known: set[str] = set()
        for place, item in enumerate(items(self.part, key), 1):
            if (ident := text(item, "id")) and ident not in known:
                known.add(ident)
                yield place, ident, item

    def rest(self, node: Node | None, model: type[Part], path: str, known: str) -> Iterator[Field]:
        """Yield what the form has no field for, to be seen in the text."""
        for key in node.pairs if node is not None and node.kind == "map" else ():
            if key not in known.split():
                yield self.field(model, node, path, key, "elsewhere")

    def known(self, model: type[Part], owner: Node | None, path: str, key: str, choices: Choices) -> Field:
        """Return a field for something that has a name; where none is known its id is written by hand."""
        return self.field(model, owner, path, key, "search" if choices else "line", choices)

    def field(
        self, model: type[Part], owner: Node | None, path: str, key: str, kind: Kind, choices: Choices = ()
    ) -> Field:
        """Return one field; a value the field could not show is left to the text."""
        lang = language()
        pair = owner.pairs.get(key) if owner is not None and owner.kind == "map" else None
        info = model.model_fields.get(key)
        name = shape_of(model).said(key, lang)
        tip = about(model, key, lang) if info is not None else ""
        words = words_of(model, key) if info is not None and kind == "choice" and not choices else None
        if words is not None:
            choices = tuple((en, zh if lang == "zh" else en) for en, zh in words.zh.items())
        anchor = owner if owner is not None else self.part
        place, last = (anchor.file, anchor.line, anchor.column), 0
        value: object = None
        if pair is not None:
            written, node = pair
            place = written.file, written.line, written.column
            last = last_line(node, self.tree.lines[node.file])
            value = node.value.rstrip("\n") if isinstance(node.value, str) else node.value
            if kind in _MANY:
                value = tuple(part.text() or "" for part in node.parts)
                if any(not isinstance(p.value, str) or not p.value or _APART[kind].search(p.value) for p in node.parts):
                    kind = "elsewhere"  # what a line or a list of lines could not give back as it is
            fits = node.kind == ("seq" if kind in _MANY else "scalar") or (node.kind == "scalar" and node.value is None)
            if kind not in ("start", "elsewhere") and not fits:
                kind = "elsewhere"
        required = info is not None and info.is_required()
        unit = unit_of(key) if kind in ("number", "day") else ""
        return Field(
            f"{path}.{key}" if path else key, name, tip, kind, value, choices, required, place, last, unit=unit
        )


class _Form(Maker):
    def __init__(self, tree: DraftTree, inject: Node, ident: str, offer: Offer) -> None:
        super().__init__(tree, inject, f"injects[{ident}]", offer)
        self.inject, self.ident = inject, ident
        self.times = Times(tree.root) if number(tree.root.get("turn"), "count") else None
        """When injects come; None while nobody has said how long the exercise is."""
        self.injects = tuple(one for one in named(tree, "injects", "title") if one[0] != ident)
        """The other injects: none leads to itself."""
        self.objectives = named(tree, "objectives", "text")

    def all(self) -> Iterator[Section]:
        one, top = self.field, (InjectSpec, self.inject, self.path)
        yield Section(
            translate("Form", "是什么"),
            (
                one(*top, "title", "line"), one(*top, "form", "choice"), one(*top, "domain", "choice"),
                one(*top, "objective", "choice", self.objectives), one(*top, "sender", "line"),
                one(*top, "to", "seats", self.seats), one(*top, "noise", "flag"),
            ),
        )  # fmt: skip
        yield Section(translate("Form", "何时来"), tuple(self.trigger()))
        place, at = self.inject.get("place"), f"{self.path}.place"
        yield Section(
            translate("Form", "在哪里"),
            (
                self.known(PlaceRule, place, at, "village", self.offer.villages),
                self.known(PlaceRule, place, at, "township", self.offer.townships),
                one(PlaceRule, place, at, "pick", "choice"), one(PlaceRule, place, at, "by", "choice"),
            ),
        )  # fmt: skip
        yield Section(translate("Form", "写什么"), (one(*top, "text", "text"), one(*top, "trap", "line")))
        yield Section(translate("Form", "答复"), (one(*top, "reply_within", "number"),))
        option: dict[str, Kind] = {
            "text": "line", "credit": "number", "why": "line", "attention": "number", "cost_money": "number",
            "then": "choice", "effects": "elsewhere",
        }  # fmt: skip
        expected: dict[str, Kind] = {"command": "search", "by": "seats", "within": "number", "weight": "number"}
        yield from self.listed("options", Option, translate("Form", "选项{number}"), option)
        yield from self.listed("expect", Expectation, translate("Form", "要做的{number}"), expected)
        escalate, at = self.inject.get("escalate"), f"{self.path}.escalate"
        yield Section(
            translate("Form", "没人答复就升级"),
            (
                one(Escalation, escalate, at, "after", "number"),
                one(Escalation, escalate, at, "to", "seats", self.seats),
                one(Escalation, escalate, at, "text", "text"), *self.rest(escalate, Escalation, at, "after to text"),
            ),
            at if escalate is not None else "",
        )  # fmt: skip
        left = tuple(self.rest(self.inject, InjectSpec, self.path, _KNOWN))
        if left:
            yield Section(translate("Form", "在正文里"), left)

    def trigger(self) -> Iterator[Field]:
        node, path = self.inject.get("trigger"), f"{self.path}.trigger"
        if node is not None and node.kind != "map" and node.value is not None:
            yield self.field(InjectSpec, self.inject, self.path, "trigger", "elsewhere")
            return
        kind = start_of(node)
        starts = {
            "at": translate("Form", "到这一天"), "when": translate("Form", "条件成立时"),
            "after": translate("Form", "接着另一条"), "chance": translate("Form", "碰运气"),
            "by_hand": translate("Form", "教员手动"),
        }  # fmt: skip
        head = self.field(InjectSpec, self.inject, self.path, "trigger", "start", tuple(starts.items()))
        yield Field(head.path, head.name, head.tip, "start", kind, head.choices, True, head.place, head.last)
        if kind == "at":
            yield self.dated(self.field(Trigger, node, path, "at", "day"))
        elif kind == "when":
            yield self.field(Trigger, node, path, "when", "line")
        elif kind == "chance":
            yield self.field(Trigger, node, path, "chance", "number")
        elif kind == "after":
            yield self.field(Trigger, node, path, "after", "choice", self.injects)
            first = inject_at(self.tree, text(node, "after") or "")
            options = ((i, text(o, "text") or i) for o in items(first, "options") if (i := text(o, "id")))
            words = words_of(Trigger, "outcome")
            shown = words.zh if words is not None and language() == "zh" else {}
            ends = (*((one, shown.get(one, one)) for one in OUTCOMES), *options)
            yield self.field(Trigger, node, path, "outcome", "choice", ends)
            yield self.dated(self.field(Trigger, node, path, "delay", "number"))
        if kind in ("when", "chance"):
            for name in BOUNDS:
                yield self.field(Trigger, node, path, name, "number")

    def dated(self, field: Field) -> Field:
        """Return the field of a day with the turn that receives the inject."""
        times, note = self.times, ""
        if times is not None:
            day, first = times.day(self.inject), times.first(self.ident)
            if day is not None:
                note = arrival_words(day, times.step, times.turns)
            elif first is not None:
                note = earliest_words(first, times.step, times.turns)
        return replace(field, note=note)

    def listed(self, key: str, model: type[Part], title: str, shown: Mapping[str, Kind]) -> Iterator[Section]:
        for place, ident, item in self.told_apart(key):
            path = f"{self.path}.{key}[{ident}]"
            choices = {"then": self.injects, "by": self.seats, "command": self.offer.commands}
            fields = [self.field(model, item, path, n, kind, choices.get(n, ())) for n, kind in shown.items()]
            fields += self.rest(item, model, path, f"id {' '.join(shown)}")
            yield Section(title.format(number=place), tuple(fields), path)


def start_of(trigger: Node | None) -> str:
    """Return what starts an inject: `at`, `when`, `after`, `chance` or `by_hand`; "" where nothing does."""
    if trigger is None or trigger.kind != "map":
        return ""
    return next((kind for kind in KINDS if kind in trigger.pairs), "")


def node_at(tree: DraftTree, path: str) -> Node | None:
    """Return what stands at a path such as `seats[mayor].goals[water]`, None where nothing does."""
    node: Node | None = tree.root
    for step in _STEP.finditer(path):
        if node is None:
            return None
        ident = step["item"]
        node = node.get(step["key"]) if ident is None else next((n for n in node.parts if text(n, "id") == ident), None)
    return node


def change(bundle: Mapping[str, str], tree: DraftTree, field: Field, value: Value) -> tuple[Fix, ...]:
    """Return the edit that gives a field a value; None takes its key away, and a map that would be left empty."""
    if field.kind == "start":
        return _start(bundle, tree, field.path.partition("[")[2].partition("]")[0], str(value))
    if field.file:
        return stretch(field.file, bundle[field.file], f"{value or ''}\n")
    if value is not None:
        return set_value(bundle, field.path, value)
    if not field.last:
        return ()
    above, _, key = field.path.rpartition(".")
    owner = node_at(tree, above) if above and not above.endswith("]") else None
    if owner is not None and owner.kind == "map" and list(owner.pairs) == [key]:
        return delete(bundle, above)
    return delete(bundle, field.path)


def _start(bundle: Mapping[str, str], tree: DraftTree, ident: str, kind: str) -> tuple[Fix, ...]:
    """Let something else start an inject: the new key comes, those of the old start go."""
    inject = inject_at(tree, ident)
    trigger = inject.get("trigger") if inject is not None else None
    path = f"injects[{ident}].trigger"
    other = next((i for n in items(tree.root, "injects") if (i := text(n, "id")) and i != ident), ident)
    value = other if kind == "after" else _BEGIN[kind]
    gone = [key for key in (trigger.pairs if trigger is not None else ()) if key in shape_of(Trigger).fields]
    kept = (kind, *BOUNDS) if kind in ("when", "chance") else (kind,)
    steps = [lambda now, key=key: delete(now, f"{path}.{key}") for key in gone if key not in kept]
    return together(bundle, lambda now: set_value(now, f"{path}.{kind}", value), *steps)


def of_field(finding: Finding, field: Field) -> bool:
    """Whether a finding is about the lines of a field."""
    file, line, _ = field.place
    return bool(field.last) and finding.file == file and line <= finding.line <= field.last


def of_part(finding: Finding, tree: DraftTree, part: Node) -> bool:
    """Whether a finding lies within an inject or a seat."""
    return finding.file == part.file and part.line <= finding.line <= last_line(part, tree.lines[part.file])


def addressed(inject: Node) -> tuple[str, ...]:
    """Return the seats an inject goes to."""
    return tuple(node.text() or "" for node in texts(inject, "to"))
