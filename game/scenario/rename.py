"""The step right after parsing that makes every tree English.

A file is written in English keys or in Chinese ones. The keys of a Chinese file and its values from closed lists are
renamed in the tree, so that nothing later need know; the nodes of keys keep the author's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from game.scenario.tree import MOST_KEYS, Node

if TYPE_CHECKING:
    from game.scenario.keys import Field, Keys, Shape


@dataclass(frozen=True, slots=True)
class Stray:
    """A word of the other language than its file's, or a key written in both."""

    kind: Literal["key", "value", "twice"]
    node: Node
    meant: str
    """The same word in the file's language."""
    first: Node | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """What came of one tree."""

    keys: Keys
    strays: tuple[Stray, ...] = ()


def rename(root: Node, section: str = "") -> Renamed:
    """Make the keys of a tree English, and in a Chinese file its values too; `section` is the list the tree holds.

    Never raises; words it does not know stay as they are, for the shape check to speak of.
    """
    chinese, english = _count(root)
    if not chinese:
        return Renamed("en")
    from game.scenario.keys import part_of, shape_of  # the models are dear, and title pages are wanted at once
    from game.scenario.model import Scenario

    model = part_of(Scenario.model_fields[section].annotation) if section else Scenario
    if model is None:
        return Renamed("en")
    renamer = _Renamer("zh" if chinese > english else "en")
    renamer.walk(root, shape_of(model))
    return Renamed(renamer.keys, tuple(renamer.strays))


def _count(root: Node) -> tuple[int, int]:
    """Count the keys that are Chinese and those that are not."""
    chinese = every = 0
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "map":
            every += len(node.pairs)
            for key, (_, value) in node.pairs.items():
                if not key.isascii():
                    chinese += 1
                if value.kind != "scalar":
                    waiting.append(value)
        else:
            waiting += [part for part in node.parts if part.kind != "scalar"]
    return chinese, every - chinese


class _Renamer:
    def __init__(self, keys: Keys) -> None:
        self.keys: Keys = keys
        self.strays: list[Stray] = []

    def walk(self, node: Node, shape: Shape) -> None:
        if node.kind == "seq":
            for part in node.parts:
                self.walk(part, shape)
        elif node.kind == "map":
            pairs: dict[str, tuple[Node, Node]] = {}
            for written, (key, value) in islice(node.pairs.items(), MOST_KEYS):
                name = self.key(written, key, shape)
                if name in pairs:
                    self.strays.append(Stray("twice", key, name, pairs[name][0]))
                    continue
                pairs[name] = (key, value)
                found = shape.fields.get(name)
                if found is not None:
                    self.value(value, found)
            node.pairs = pairs

    def key(self, written: str, node: Node, shape: Shape) -> str:
        """Return the English word of a key, noting where it is of the other language than the file."""
        if written in shape.fields:
            if self.keys == "zh":
                self.strays.append(Stray("key", node, shape.fields[written].zh))
            return written
        name = shape.english.get(written)
        if name is not None:
            if self.keys == "en":
                self.strays.append(Stray("key", node, name))
            return name
        if shape.free:
            return written
        from game.scenario.keys import chinese_keys

        return chinese_keys().get(written, written)

    def value(self, node: Node, found: Field) -> None:
        if node.kind != "scalar":
            if found.shape is not None:
                self.walk(node, found.shape)
            for part in node.parts if found.words is not None else ():
                self.word(part, found)
        else:
            self.word(node, found)

    def word(self, node: Node, found: Field) -> None:
        words, value = found.words, node.value
        if words is None or not isinstance(value, str) or self.keys == "en":
            return
        if value in words.en:
            node.value = words.english(value)
        elif value in words.zh and not words.flag:
            self.strays.append(Stray("value", node, words.zh[value]))
