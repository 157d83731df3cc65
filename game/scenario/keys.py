"""The two languages of a scenario's keys: one table of words, and the keys of each mapping in both languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from game.scenario.model import Part, Scenario

Keys = Literal["en", "zh"]
_MENTION = re.compile(r"(?<![\w{<./-])[a-z][a-z_]*(?:\.[a-z_]+)?(?![\w}/.-])")


@dataclass(frozen=True, slots=True)
class Words:
    """A closed list of values in both languages."""

    name: str
    zh: Mapping[str, str]
    """English word -> Chinese word."""
    en: Mapping[str, str]
    """Chinese word -> English word."""
    flag: bool = False
    """Whether it is yes and no: `true` and `false` are YAML's own and good in either language."""

    def english(self, value: str) -> str | bool:
        """Return the value a Chinese word stands for; any other text as it is."""
        found = self.en.get(value, value)
        return found == "true" if self.flag and value in self.en else found


@dataclass(slots=True)
class Field:
    """One key of a mapping: its Chinese word, and what stands behind it."""

    zh: str
    shape: Shape | None = None
    words: Words | None = None


@dataclass(slots=True)
class Shape:
    """The keys of one kind of mapping, in both languages."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)
    """Chinese key -> English key."""
    free: bool = False
    """Whether other keys may stand here, which are left as they are."""

    def said(self, key: str, keys: Keys) -> str:
        """Return a key of this mapping as a file in that language writes it."""
        found = self.fields.get(key)
        return found.zh if found is not None and keys == "zh" else key


@cache
def table() -> dict[str, Any]:
    """Return the table of words as its file has it."""
    return tomllib.loads(files("game.scenario").joinpath("texts/keys.toml").read_text(encoding="utf-8"))


@cache
def shape_of(model: type[Part]) -> Shape:
    """Return the keys of a model's mapping."""
    words = table()["keys"]
    shape = Shape(model.__name__)
    for key, info in model.model_fields.items():
        path = f"{model.__name__}.{key}"
        inner = part_of(info.annotation)
        child = shape_of(inner) if inner is not None else _content() if path == "Expectation.content" else None
        shape.fields[key] = Field(words.get(path) or words[key], child, words_of(model, key))
    shape.english = {one.zh: key for key, one in shape.fields.items()}
    return shape


@cache
def _content() -> Shape:
    shape = Shape("content", free=True)
    shape.fields = {key: Field(zh) for key, zh in table()["content"].items()}
    shape.english = {one.zh: key for key, one in shape.fields.items()}
    return shape


def part_of(annotation: Any) -> type[Part] | None:
    """Return the model of the mappings that an annotation allows."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for arg in get_args(annotation) if (found := part_of(arg)) is not None), None)


@cache
def words_of(model: type[Part], key: str) -> Words | None:
    """Return the closed list of a field's values, None where it has none."""
    path = f"{model.__name__}.{key}"
    values = table()["values"]
    if path in values:
        return _words(path)
    info = model.model_fields[key]
    return next((_words(name) for name in _lists(info.annotation) if name in values), None)


def _lists(annotation: Any) -> list[str]:
    if annotation is bool:
        return ["flag"]
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [annotation.__name__]
    if get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        return [name for arg in get_args(annotation) for name in _lists(arg)]
    return []


@cache
def _words(name: str) -> Words:
    zh = table()["values"][name]
    return Words(name, zh, {word: key for key, word in zh.items()}, flag=name == "flag")


@cache
def chinese_keys() -> dict[str, str]:
    """Return Chinese key -> English key, over all mappings."""
    return {zh: key.rpartition(".")[2] for key, zh in table()["keys"].items()}


@cache
def spoken_words() -> dict[str, str]:
    """Return English word -> Chinese word for the messages about a Chinese file: keys first, then values."""
    values = table()["values"]
    found: dict[str, str] = {"true": values["flag"]["true"], "false": values["flag"]["false"]}
    for name in ("PlaceRule.pick", "PlaceRule.by", "Trigger.outcome"):
        found.update(values[name])
    found.update(table()["keys"])
    for parent, model in _parents():
        for key in model.model_fields:
            found[f"{parent}.{key}"] = f"{table()['keys'][parent]}.{shape_of(model).fields[key].zh}"
    return found


def in_chinese(sentence: str) -> str:
    """Return a Chinese sentence with the keys it names as a Chinese file writes them; braces are left alone."""
    found = spoken_words()
    return _MENTION.sub(lambda match: found.get(match[0], match[0]), sentence)


def _parents() -> list[tuple[str, type[Part]]]:
    found: dict[str, type[Part]] = {}
    waiting: list[type[Part]] = [Scenario]
    while waiting:
        for key, info in waiting.pop().model_fields.items():
            inner = part_of(info.annotation)
            if inner is not None and key not in found:
                found[key] = inner
                waiting.append(inner)
    return list(found.items())
