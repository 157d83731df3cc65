"""The fixed geography of a county: zones, townships, villages and resettlement sites."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Need(IntEnum):
    """What a household must have; also the row of the gap columns."""

    FOOD = 0
    WATER = 1
    HOUSING = 2
    EDUCATION = 3
    MEDICAL = 4
    RELOCATION = 5
    LIVELIHOOD = 6


NEEDS: tuple[str, ...] = tuple(need.name.lower() for need in Need)


@dataclass(frozen=True, slots=True)
class Zone:
    """战区: several townships under one commander."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Township:
    """乡镇; `first` and `last` bound its villages in the county's village order."""

    id: str
    name: str
    zone: str
    outline: tuple[tuple[int, int], ...]
    """Simple polygon in map units (0-1000 square for the county)."""
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Village:
    """行政村."""

    id: str
    name: str
    township: str
    index: int
    households: int
    poor: bool
    """Whether it is a registered poor village."""
    remote: int
    """Per mille; distance and height make every hour of work worth less."""
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Site:
    """易地扶贫搬迁安置点."""

    id: str
    name: str
    township: str
    households: int


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A part of a county: some of its villages."""

    villages: tuple[Village, ...]
    rows: NDArray[np.int64]
    """Their indexes; cannot be written to."""
    indexes: frozenset[int]
    townships: tuple[str, ...]
    """Ids of the townships they lie in, in the county's order."""
    remote: int
    """Their mean remoteness, per mille; 0 where there is none."""

    @classmethod
    def of(cls, villages: tuple[Village, ...]) -> Place:
        """Return the place made of some villages."""
        rows = np.array([village.index for village in villages], dtype=np.int64)
        rows.setflags(write=False)
        return cls(
            villages=villages,
            rows=rows,
            indexes=frozenset(rows.tolist()),
            townships=tuple(dict.fromkeys(village.township for village in villages)),
            remote=sum(village.remote for village in villages) // len(villages) if villages else 0,
        )


@dataclass(frozen=True, slots=True)
class County:
    """A county or a slice of one. Villages are sorted by township, so a township is a range of rows."""

    id: str
    name: str
    zones: tuple[Zone, ...]
    townships: tuple[Township, ...]
    villages: tuple[Village, ...]
    sites: tuple[Site, ...]
    lines: tuple[tuple[int, int], ...]
    """(year, income line in yuan per person a year)."""
    profile: dict[str, int] = field(default_factory=dict)
    """Starting figures of the households, per mille; see county/data/households.toml."""
    _village: dict[str, Village] = field(init=False, repr=False, compare=False)
    _township: dict[str, Township] = field(init=False, repr=False, compare=False)
    _places: dict[str, Place] = field(init=False, repr=False, compare=False)
    """Places asked about so far; a county never changes, and every week asks about the same ones."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_village", {v.id: v for v in self.villages})
        object.__setattr__(self, "_township", {t.id: t for t in self.townships})
        object.__setattr__(self, "_places", {})

    def village(self, village_id: str) -> Village:
        """Return a village; `KeyError` where there is none."""
        return self._village[village_id]

    def township(self, township_id: str) -> Township:
        """Return a township; `KeyError` where there is none."""
        return self._township[township_id]

    def has_village(self, village_id: str) -> bool:
        """Whether the county has that village."""
        return village_id in self._village

    def has_township(self, township_id: str) -> bool:
        """Whether the county has that township."""
        return township_id in self._township

    def villages_of(self, township_id: str) -> tuple[Village, ...]:
        """Return a township's villages in row order."""
        township = self._township[township_id]
        return self.villages[township.first : township.last]

    def place_villages(self, place: str) -> tuple[Village, ...]:
        """Return the villages of `county`, `zone:<id>`, `township:<id>` or `village:<id>`; `KeyError` if unknown."""
        return self.place(place).villages

    def place(self, place: str) -> Place:
        """Return a place by the same names as `place_villages`; `KeyError` if unknown."""
        known = self._places.get(place)
        if known is None:
            known = self._places[place] = Place.of(self._villages_in(place))
        return known

    def _villages_in(self, place: str) -> tuple[Village, ...]:
        kind, _, name = place.partition(":")
        if kind == "county":
            return self.villages
        if kind == "township":
            return self.villages_of(name)
        if kind == "village":
            return (self._village[name],)
        if kind == "zone" and any(z.id == name for z in self.zones):
            return tuple(v for t in self.townships if t.zone == name for v in self.villages_of(t.id))
        raise KeyError(place)

    def line(self, year: int) -> int:
        """Return the income line of a year: the last one known up to it, yuan per person."""
        return max((pair for pair in self.lines if pair[0] <= year), default=self.lines[0])[1]
