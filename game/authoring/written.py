"""Values as an author would write them in YAML: in the quotes that were there, on one line or as a block of lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from game.scenario.keys import Field, Keys
from game.scenario.load import readable
from game.scenario.tree import parse

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
_SHORT = 70
"""Signs of a mapping that is still written on one line."""


def in_language(value: Value, field: Field | None, keys: Keys) -> Value:
    """Return a value with its keys and words of closed lists in the language of its file."""
    if keys == "en" or field is None:
        return value
    if isinstance(value, Mapping):
        shape = field.shape
        if shape is None:
            return value
        return {shape.said(key, keys): in_language(one, shape.fields.get(key), keys) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [in_language(one, field, keys) for one in value]
    if field.words is None or value is None:
        return value
    word = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return field.words.zh.get(word, value)


def on_one_line(value: Value, style: str = "", *, flow: bool = False) -> str:
    """Return a value on one line, in the quotes of `style` where they can hold it; `flow` is inside of brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {on_one_line(one, flow=True)}" for key, one in value.items()) + "}"
    if isinstance(value, str):
        return _text(readable(value), style, flow=flow)
    if isinstance(value, Sequence):
        return "[" + ", ".join(on_one_line(one, flow=True) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def as_block(value: str, indent: int) -> str | None:
    """Return the lines of a text as they stand under `|-`, None where a block cannot hold it as it is."""
    value = readable(value)
    if not value or value[0] in " \n\t" or value.endswith("\n"):
        return None
    return "\n".join(" " * indent + line if line else line for line in value.split("\n"))


def under_key(key: str, value: Value, indent: int) -> list[str]:
    """Return the lines of a key and its value, their first at `indent` blanks."""
    head = " " * indent + key + ":"
    if isinstance(value, str) and "\n" in value:
        body = as_block(value, indent + 2)
        if body is not None:
            return [f"{head} |-", *body.split("\n")]
    if isinstance(value, Mapping) and value:
        short = on_one_line(value)
        if len(short) > _SHORT or "\\n" in short:
            return [head, *(line for name, one in value.items() for line in under_key(name, one, indent + 2))]
    if isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(one, Mapping) for one in value):
        return [head, *(line for one in value for line in as_item(one, indent + 2))]
    return [f"{head} {on_one_line(value)}".rstrip()]


def as_item(value: Value, indent: int) -> list[str]:
    """Return the lines of one item of a list, its dash at `indent` blanks."""
    if isinstance(value, Mapping) and value:
        lines = [line for key, one in value.items() for line in under_key(key, one, indent + 2)]
        return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]
    return [" " * indent + f"- {on_one_line(value)}"]


def _text(value: str, style: str, *, flow: bool) -> str:
    single = "'" + value.replace("'", "''") + "'"
    double = json.dumps(value, ensure_ascii=False)
    tried = {"": (value, double), "'": (single, double), '"': (double,)}.get(style, (value, double))
    return next((words for words in tried if _reads(words, value, flow=flow)), double)


def _reads(words: str, value: str, *, flow: bool) -> bool:
    """Whether YAML reads the words as this text."""
    if "\n" in words or not words:
        return False
    around = f"- {{k: {words}, l: 1}}\n" if flow else f"- k: {words} # x\n  l: 1\n"
    root = parse(around, "").root
    item = root.parts[0] if root is not None and root.kind == "seq" and root.parts else None
    return item is not None and item.plain() == {"k": value, "l": 1}
