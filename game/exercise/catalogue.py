"""The catalogues of the exercise as frozen records: tasks, organs and posts, read once from `data/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Task:
    """One measurable thing that an order, programme or rectification can ask for; units as in `data/tasks.toml`."""

    id: str
    zh: str
    en: str
    unit_zh: str
    unit_en: str
    need: str
    points: int
    hours: int
    expert: int
    yuan: int
    paper_hours: int
    weekly: int
    bureaus: tuple[str, ...]
    domains: tuple[str, ...]
    levers: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The bureau that naturally leads the task."""
        return self.bureaus[0]


@dataclass(frozen=True, slots=True)
class Routine:
    """An organ that is there from the start; `zh` and `en` may hold `{place}`."""

    id: str
    zh: str
    en: str
    staff: int


@dataclass(frozen=True, slots=True)
class Setup:
    """An organ that can be set up; `scope` is county, zone, township or domain, and names what follows the colon."""

    id: str
    zh: str
    en: str
    kind: str
    scope: str
    seconded: int
    weeks: int
    friction: int
    needs: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organs:
    """The catalogue of organs; bureaus and setups are keyed as in `data/organs.toml` (`water`, `hq`, `zone`)."""

    township: Routine
    squad: Routine
    bureaus: Mapping[str, Routine]
    setups: Mapping[str, Setup]

    def setup_of(self, organ_id: str) -> Setup | None:
        """Return the entry behind an organ id such as `hq`, `zone:north` or `taskforce:water`; None where none fits."""
        kind, colon, name = organ_id.partition(":")
        setup = self.setups.get(kind)
        if setup is None or (setup.scope == "county") == bool(colon) or (colon and not name):
            return None
        return setup


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a seat can hold."""

    id: str
    zh: str
    en: str
    scope: str
    attention: int
    powers: tuple[str, ...]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("game.exercise") / "data" / name).read_text(encoding="utf-8"))


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


@cache
def load_tasks() -> Mapping[str, Task]:
    """Return the tasks by id, in the order of the catalogue."""
    return MappingProxyType({key: Task(id=key, **_tuples(row)) for key, row in _read("tasks.toml").items()})


@cache
def load_organs() -> Organs:
    """Return the organs of the county: those of every day and those that can be set up."""
    data = _read("organs.toml")
    routine = data["routine"]
    return Organs(
        township=Routine(id="township", **routine["township"]),
        squad=Routine(id="squad", **routine["squad"]),
        bureaus=MappingProxyType({key: Routine(id=key, **row) for key, row in routine["bureau"].items()}),
        setups=MappingProxyType({key: Setup(id=key, **_tuples(row)) for key, row in data["setup"].items()}),
    )


@cache
def load_posts() -> Mapping[str, Post]:
    """Return the posts by id."""
    return MappingProxyType({key: Post(id=key, **_tuples(row)) for key, row in _read("posts.toml").items()})


@cache
def load_effects() -> Mapping[str, int]:
    """Return what commands do at once, by dotted name such as `order.pressure`; units as in `data/commands.toml`."""
    groups = _read("commands.toml")
    return MappingProxyType({f"{group}.{key}": value for group, rows in groups.items() for key, value in rows.items()})


def post_name(post: str, lang: str) -> str:
    """Return the name of a post with no place to it; empty for one the catalogue does not have."""
    entry = load_posts().get(post)
    return "" if entry is None else (entry.en if lang == "en" else entry.zh).replace("{place}", "").strip()
