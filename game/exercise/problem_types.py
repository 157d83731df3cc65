"""Typical problems: what an author may begin an inject from, and what a scenario's `type: iW1` speaks of.

Each has its texts in both languages; the numbers are those of one village of some 1,200 people, to be changed at will.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from game.scenario.parts import Domain

FOLDER = "problems"


@dataclass(frozen=True, slots=True)
class TypeText:
    """What people read of a typical problem, in one language; `text` and `late` may hold {village} and the like."""

    kind: str
    """What it is called in the ledger, and looked for in the catalogue."""
    name: str
    """Title of the paper it comes on."""
    sender: str
    """Who finds it."""
    text: str
    root: str
    paper: str
    """What a cure on paper looks like."""
    late: str
    """What comes of it when nobody answers."""
    trap: str


@dataclass(frozen=True, slots=True)
class LateEffect:
    """What not answering does; units as in `Effect` of a scenario."""

    on: str
    quantity: str
    add: int


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One typical problem."""

    code: str
    domain: str
    form: str
    where: str
    """`worst:<need or figure>`, or a rule of its own: random, largest, least_visited, most_pressed."""
    severity: int
    households: int
    """Hit in the village; 0 where it is about papers and officials."""
    tasks: tuple[str, ...]
    levers: tuple[str, ...]
    organs: tuple[str, ...]
    hours: int
    money: int
    """万元."""
    paper_hours: int
    deadline: int
    """Days."""
    hidden: bool
    """Whether only somebody who goes there finds it."""
    late: tuple[LateEffect, ...]
    zh: TypeText
    en: TypeText

    def words(self, lang: str) -> TypeText:
        """Return its texts in a language."""
        return self.en if lang == "en" else self.zh


@cache
def load_problem_types() -> Mapping[str, ProblemType]:
    """Return the typical problems by code, in the order of their domains."""
    folder = files("game.exercise") / "data" / FOLDER
    found: dict[str, ProblemType] = {}
    for domain in Domain:
        rows = tomllib.loads((folder / f"{domain.value}.toml").read_text(encoding="utf-8"))
        found |= {code: _type(code, domain.value, row) for code, row in rows.items()}
    return MappingProxyType(found)


def _type(code: str, domain: str, row: dict[str, Any]) -> ProblemType:
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    plain |= {"late": tuple(LateEffect(**effect) for effect in row["late"])}
    plain |= {lang: TypeText(**row[lang]) for lang in ("zh", "en")}
    return ProblemType(code=code, domain=domain, **plain)
