"""What was reported of each township turn by turn: what this window saw, and before it what the session kept.

Nothing comes in here but what the seat's own level of the reporting chain was told, as its views show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.county.place import NEEDS
from game.exercise.views.places import Told as Sums
from game.exercise.views.shape import View
from game.ui.county_map.zones import weighted

Told = tuple[int, Mapping[str, Sums]]
"""Day and, by township, what was told of it then."""
Course = tuple[tuple[int, int], ...]
FIGURES = ("incidence_recorded_bp", "approval", *(f"gaps:{need}" for need in NEEDS))
"""Figures of a township or zone that have a course here."""


class _Stand(NamedTuple):
    """How a township stood on a day, as its view says it."""

    persons: int
    incidence_bp: int
    approval: int
    gaps: tuple[int, ...]


class Trail:
    """Collects how townships stood by day; a day that comes again, as after taking a command back, replaces it."""

    def __init__(self) -> None:
        self._seen: dict[str, dict[int, _Stand]] = {}
        self._zones: dict[str, list[str]] = {}
        self.version = 0
        """Goes up when the past comes in: courses are longer than they were."""

    def take(self, view: View) -> None:
        """Remember what a view says of its townships."""
        self._zones = {}
        for township in view.townships:
            self._zones.setdefault(township.zone, []).append(township.id)
            if township.as_of >= 0:
                stand = _Stand(township.persons, township.incidence_bp, township.approval, township.gaps)
                self._seen.setdefault(township.id, {})[view.day] = stand

    def take_past(self, told: Told) -> None:
        """Remember what was told on a day; what a view said of that day stands."""
        day, sums = told
        for township, said in sums.items():
            if said.as_of >= 0:
                stand = _Stand(said.persons, said.incidence_bp, said.approval, said.gaps)
                self._seen.setdefault(township, {}).setdefault(day, stand)

    def course(self, place: str, figure: str) -> Course:
        """Return (day, value) of `township:<id>` or `zone:<id>` in order; empty for other places and figures."""
        kind, _, key = place.partition(":")
        towns = self._zones.get(key, []) if kind == "zone" else [key] if kind == "township" else []
        if figure not in FIGURES:
            return ()
        seen = [self._seen.get(town, {}) for town in towns]
        days = sorted(set.intersection(*map(set, seen))) if seen else []
        return tuple((day, _value([stands[day] for stands in seen], figure)) for day in days)


def _value(stands: list[_Stand], figure: str) -> int:
    """Return a figure over some townships, as a zone's sheet says it."""
    if figure.startswith("gaps:"):
        need = NEEDS.index(figure.partition(":")[2])
        return sum(stand.gaps[need] for stand in stands if need < len(stand.gaps))
    values = [stand.approval if figure == "approval" else stand.incidence_bp for stand in stands]
    return values[0] if len(values) == 1 else weighted(values, [stand.persons for stand in stands])
