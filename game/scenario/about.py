"""What every key of a scenario is for, in both languages: the model's own docstrings, and Chinese beside them."""

from __future__ import annotations

import ast
import inspect
import sys
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from game.scenario.keys import part_of
from game.scenario.model import Part, Scenario

Lang = Literal["zh", "en"]


def about(model: type[Part], key: str = "", lang: Lang = "zh") -> str:
    """Return what a key of a mapping is for, or without a key the mapping itself, in one or two sentences."""
    said = _chinese()[model.__name__].get(key or "_", "")
    if lang == "zh":
        return said if isinstance(said, str) else said[0]
    if not key:
        return " ".join((model.__doc__ or "").split())
    own = docstrings().get(f"{model.__name__}.{key}")
    return own if own is not None else said[1] if isinstance(said, list) else ""


def parts() -> list[type[Part]]:
    """Return the models of all mappings of a scenario, each after the one it stands in."""
    found: list[type[Part]] = [Scenario]
    for model in found:
        for info in model.model_fields.values():
            inner = part_of(info.annotation)
            if inner is not None and inner not in found:
                found.append(inner)
    return found


@cache
def _chinese() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files("game.scenario").joinpath("texts/about.toml").read_text(encoding="utf-8"))


@cache
def docstrings() -> dict[str, str]:
    """Return "Model.key" -> the docstring below that key in the model's source."""
    found: dict[str, str] = {}
    sources = dict.fromkeys(sys.modules[model.__module__] for model in parts())
    for part in (part for source in sources for part in ast.parse(inspect.getsource(source)).body):
        if not isinstance(part, ast.ClassDef):
            continue
        for one, after in zip(part.body, part.body[1:], strict=False):
            if not isinstance(one, ast.AnnAssign) or not isinstance(one.target, ast.Name):
                continue
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                found[f"{part.name}.{one.target.id}"] = " ".join(str(after.value.value).split())
    return found
