"""Parameters of the county, read once from `data/*.toml`; every value there names its unit and its source."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


class ParameterError(ValueError):
    """A parameter file is incomplete; the message names file and key."""


def _text(name: str) -> str:
    return resources.files("game.county").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")


def _flatten(table: dict[str, Any], prefix: str, name: str) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, entry in table.items():
        path = f"{prefix}{key}"
        if not isinstance(entry, dict):
            raise ParameterError(f"{name}.toml: {path} must be a table with value, unit and source")
        if "value" not in entry:
            flat |= _flatten(entry, f"{path}.", name)
            continue
        for need in ("unit", "source"):
            if not isinstance(entry.get(need), str) or not entry[need]:
                raise ParameterError(f"{name}.toml: {path} names no {need}")
        flat[path] = entry["value"]
    return flat


class Parameters:
    """Values of one file by dotted key; whole numbers or tuples of them."""

    __slots__ = ("_name", "_numbers", "_values")

    def __init__(self, name: str, values: dict[str, Any]) -> None:
        self._name = name
        self._values = values
        self._numbers: dict[str, int] = {key: value for key, value in values.items() if type(value) is int}

    def number(self, key: str) -> int:
        """Return a whole number; `ParameterError` where the file has none under that key."""
        try:
            return self._numbers[key]
        except KeyError:
            raise ParameterError(f"{self._name}.toml: {key} must be a whole number") from None

    def numbers(self, key: str, length: int | None = None) -> tuple[int, ...]:
        """Return a row of whole numbers; `ParameterError` where missing or of another length."""
        value = self._values.get(key)
        if not isinstance(value, list) or not all(type(item) is int for item in value):
            raise ParameterError(f"{self._name}.toml: {key} must be a list of whole numbers")
        if length is not None and len(value) != length:
            raise ParameterError(f"{self._name}.toml: {key} must have {length} values")
        return tuple(value)

    def under(self, prefix: str) -> tuple[str, ...]:
        """Return the names below a dotted prefix (all keys where it is empty), in file order."""
        start = f"{prefix}." if prefix else ""
        return tuple(key.removeprefix(start) for key in self._values if key.startswith(start))


@cache
def parameters(name: str) -> Parameters:
    """Return the parameters of `data/<name>.toml`."""
    return Parameters(name, _flatten(tomllib.loads(_text(name)), "", name))


def parameter_texts() -> dict[str, str]:
    """Return every parameter file's name and text, sorted: what a session's content hash covers."""
    folder = resources.files("game.county").joinpath("data")
    return {
        item.name: item.read_text(encoding="utf-8")
        for item in sorted(folder.iterdir(), key=lambda i: i.name)
        if item.name.endswith(".toml")
    }
