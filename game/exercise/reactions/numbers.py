"""The model's numbers, read once from `data/model.toml`; every one has a name, a unit and a source."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def numbers() -> dict[str, int]:
    """Return all numbers by their dotted name; `ValueError` where an entry lacks its unit or source."""
    text = (files("game.exercise") / "data" / "model.toml").read_text(encoding="utf-8")
    found: dict[str, int] = {}
    for group, rows in tomllib.loads(text).items():
        for name, row in rows.items():
            if not (isinstance(row.get("value"), int) and row.get("unit") and row.get("source")):
                raise ValueError(f"model.toml: {group}.{name} needs value, unit and source")
            found[f"{group}.{name}"] = row["value"]
    return found


@cache
def num(name: str) -> int:
    """Return one number of the model, e.g. `forms.share`; `KeyError` where there is none."""
    return numbers()[name]
