"""The exercise itself and its seats as forms, and everything that has a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.authoring.draft_tree import DraftTree, last_line
from game.scenario.known import items, text
from game.scenario.model import Goal, Objective, Scenario, SeatSpec, Turn
from game.scenario.tree import Node
from game.ui.editor.form_choices import Offer
from game.ui.editor.form_model import Field, Maker, Section, node_at, sections
from game.ui.i18n import translate

WHOLE = "whole"
"""What stands for the exercise itself where a form is chosen; ids of seats and injects have their kind before them."""
_SCENARIO = (
    "format id title summary level minutes version authors tags objectives start turn default_seat debrief notes seats "
    "injects"
)
"""Keys of a scenario that the forms have fields for, or that nobody has to see."""
_SEAT = "id post name scope attention brief facts goals"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that has a form."""

    key: str
    words: str
    kind: str
    """`whole`, `seat` or `inject`."""
    id: str = ""


def subjects(tree: DraftTree) -> tuple[Subject, ...]:
    """Return all that has a form: the exercise, its seats, its injects in the order written."""
    found = [Subject(WHOLE, translate("Form", "这场推演"), "whole")]
    for kind, section, words in (("seat", "seats", "name"), ("inject", "injects", "title")):
        found += [
            Subject(f"{kind}:{ident}", text(node, words) or ident, kind, ident)
            for node in items(tree.root, section)
            if (ident := text(node, "id"))
        ]
    return tuple(found)


def part_of(tree: DraftTree, key: str) -> Node | None:
    """Return what a form is of."""
    kind, _, ident = key.partition(":")
    return tree.root if kind == WHOLE else node_at(tree, f"{kind}s[{ident}]")


def subject_at(tree: DraftTree, file: str, line: int) -> str:
    """Return the key of the seat or inject that a line (from 1) stands in, "" where it stands in none."""
    for section, kind in (("seats", "seat"), ("injects", "inject")):
        for node in items(tree.root, section):
            ident = text(node, "id")
            here = node.file == file and node.line <= line <= last_line(node, tree.lines[file])
            if ident and (here or (kind == "seat" and file == brief_file(ident))):
                return f"{kind}:{ident}"
    return ""


def brief_file(seat: str) -> str:
    """Return the name of the file that may hold a seat's brief."""
    return f"briefs/{seat}.md"


def form_of(tree: DraftTree, bundle: Mapping[str, str], key: str, offer: Offer) -> tuple[Section, ...]:
    """Return the form of a subject; nothing where it is not there."""
    kind, _, ident = key.partition(":")
    part = part_of(tree, key)
    if part is None:
        return ()
    if kind == "inject":
        return sections(tree, ident, offer)
    made = _Whole(tree, part, "", offer) if kind == WHOLE else _Seat(tree, part, f"seats[{ident}]", offer, bundle)
    return tuple(made.all())


class _Whole(Maker):
    def all(self) -> Iterator[Section]:
        one, top = self.field, (Scenario, self.part, "")
        turn = self.part.get("turn")
        yield Section(
            translate("Form", "封面"),
            (
                one(*top, "title", "line"), one(*top, "summary", "text"), one(*top, "level", "choice"),
                replace(one(*top, "minutes", "number"), name=translate("Form", "全程几分钟")),
                one(*top, "version", "line"), one(*top, "authors", "list"),
                one(*top, "tags", "list"),
            ),
        )  # fmt: skip
        parts = {
            "count": translate("Form", "几个回合"), "days": translate("Form", "一回合几天"),
            "minutes": translate("Form", "一回合几分钟"),
        }  # fmt: skip
        turns = (replace(one(Turn, turn, "turn", key, "number"), name=name) for key, name in parts.items())
        yield Section(
            translate("Form", "回合"),
            (one(*top, "start", "line"), *turns, one(*top, "default_seat", "choice", self.seats)),
        )
        aims = [
            replace(
                one(Objective, node, f"objectives[{ident}]", "text", "line"),
                name=translate("Form", "第{number}条").format(number=number),
            )
            for number, ident, node in self.told_apart("objectives")
        ]
        if aims:
            yield Section(translate("Form", "学习目标"), tuple(aims))
        yield Section(translate("Form", "给教员和复盘"), (one(*top, "notes", "text"), one(*top, "debrief", "lines")))
        left = tuple(self.rest(self.part, Scenario, "", _SCENARIO))
        if left:
            yield Section(translate("Form", "在正文里"), left)


class _Seat(Maker):
    def __init__(self, tree: DraftTree, part: Node, path: str, offer: Offer, bundle: Mapping[str, str]) -> None:
        super().__init__(tree, part, path, offer)
        self._bundle = bundle

    def all(self) -> Iterator[Section]:
        one, top = self.field, (SeatSpec, self.part, self.path)
        yield Section(
            translate("Form", "席位"),
            (
                one(*top, "name", "line"), self.known(*top, "post", self.offer.posts),
                self.known(*top, "scope", self.offer.scopes), one(*top, "attention", "number"),
            ),
        )  # fmt: skip
        yield Section(translate("Form", "只交给这个席位"), (self._brief(), one(*top, "facts", "lines")))
        for number, ident, goal in self.told_apart("goals"):
            path = f"{self.path}.goals[{ident}]"
            yield Section(
                translate("Form", "岗位目标{number}").format(number=number),
                (
                    one(Goal, goal, path, "text", "line"), one(Goal, goal, path, "when", "line"),
                    one(Goal, goal, path, "weight", "number"), *self.rest(goal, Goal, path, "id text when weight"),
                ),
                path,
            )  # fmt: skip
        left = tuple(self.rest(self.part, SeatSpec, self.path, _SEAT))
        if left:
            yield Section(translate("Form", "在正文里"), left)

    def _brief(self) -> Field:
        """Return the field of the brief, which may be a file of its own."""
        made = self.field(SeatSpec, self.part, self.path, "brief", "text")
        file = brief_file(text(self.part, "id") or "")
        if made.last or file not in self._bundle:
            return made
        words = self._bundle[file].rstrip("\n")
        return replace(made, value=words, place=(file, 1, 1), last=words.count("\n") + 1, file=file)
