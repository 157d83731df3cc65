"""Invent a county: as many townships, zones and households as wished for, on a map of its own, from a seed.

Everything is drawn by name (`Draws`) and worked out in whole numbers, so a seed means the same county on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.county.draws import Draws
from game.county.ground import carve_county, middle, zone_ids
from game.county.naming import Naming, syllables
from game.county.place import County, Site, Township, Village, Zone
from game.county.settle import Ground, distance, homes, poorest, remoteness, spread

TOWNSHIPS = (3, 60)
ZONES_MOST = 9
HOUSEHOLDS_MOST = 40_000
"""Households a township may have on the mean."""
_VILLAGES = (14, 20)
_FEWEST_HOMES = 20
"""Households a village has on the mean where there are few; below, townships get fewer villages."""
_STREETS_FROM = 8
_SITES = (7, 31)
"""Sites for so many townships, as in T County."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an invented county should be like."""

    townships: int = 31
    zones: int = 5
    households: int = 240_000
    poor_permille: int = 520
    """Share of the villages that are poor villages."""
    profile: Mapping[str, int] = field(default_factory=dict)
    """Starting figures as in a county file, basis points; what is left out follows `data/households.toml`."""
    name: str = "某县"
    ident: str = "invented"

    def fault(self) -> str:
        """Return the name of the first figure that is out of range, "" where all are well."""
        if not TOWNSHIPS[0] <= self.townships <= TOWNSHIPS[1]:
            return "townships"
        if not 1 <= self.zones <= min(ZONES_MOST, self.townships):
            return "zones"
        if not self.townships <= self.households <= HOUSEHOLDS_MOST * self.townships:
            return "households"
        return "" if 0 <= self.poor_permille <= 1000 else "poor_permille"


def invent(wishes: Wishes, seed: int) -> County:
    """Return the county of a seed (`Draws`); `ValueError` where the wishes are out of range.

    Zones lie on their side of the map, streets and towns near the county seat, which is the first township's seat of
    the zone in the middle; every border point is shared by all townships that meet there.
    """
    fault = wishes.fault()
    if fault:
        raise ValueError(f"{fault} is out of range")
    return _Inventing(wishes, Draws(seed)).county()


class _Inventing:
    """The parts of a county while they are made."""

    def __init__(self, wishes: Wishes, draws: Draws) -> None:
        self.wishes = wishes
        self.draws = draws
        self.naming = Naming(draws)
        rings = carve_county(wishes.townships, wishes.zones, draws)
        everywhere = middle([middle(ring) for part in rings.values() for ring in part])
        self.zone: dict[str, str] = {}
        self.stem: dict[str, str] = {}
        self.grounds: list[Ground] = []
        most = max(1, wishes.households // (wishes.townships * _FEWEST_HOMES))
        for zone, part in rings.items():
            for k, ring in enumerate(part):
                ident, stem = self.naming.township(f"{zone}-{k}")
                self.zone[ident], self.stem[ident] = zone, stem
                drawn = _VILLAGES[0] + draws.below(_VILLAGES[1] - _VILLAGES[0] + 1, "villages", ident)
                self.grounds.append(Ground(ident, tuple(ring), min(drawn, most)))
        self.places = {g.id: spread(g, draws) for g in self.grounds}
        self.seats = {ident: points[0] for ident, points in self.places.items()}
        self.near = sorted(self.seats, key=lambda ident: (distance(self.seats[ident], everywhere), ident))
        self.far = remoteness(self.seats, self.seats[self.near[0]], self.places, draws)
        self._in_order()

    def _in_order(self) -> None:
        """Sort the villages behind the seat by remoteness, as county files list them."""
        for ident, points in self.places.items():
            far = self.far[ident]
            order = [0, *sorted(range(1, len(points)), key=lambda k: (far[k], points[k]))]
            self.places[ident] = [points[k] for k in order]
            self.far[ident] = [far[k] for k in order]

    def ending(self, ident: str) -> str:
        """Return what a township is: streets around the county seat, towns, and the country beyond."""
        rank = self.near.index(ident)
        streets = self.wishes.townships // 10 if self.wishes.townships >= _STREETS_FROM else 0
        if rank < streets:
            return "街道"
        return "镇" if rank == 0 or self.draws.below(len(self.near), "town", ident) * 10 > rank * 8 else "乡"

    def county(self) -> County:
        wishes, rows = self.wishes, [(g.id, k) for g in self.grounds for k in range(g.villages)]
        remote = [self.far[ident][k] for ident, k in rows]
        first = [k == 0 for _, k in rows]
        counts = homes(remote, first, wishes.households, self.draws)
        poor = poorest(remote, first, len(rows) * wishes.poor_permille // 1000, self.draws)
        endings = {ident: self.ending(ident) for ident in self.zone}
        villages = tuple(
            Village(
                id=f"{ident}-{k + 1:02d}",
                name=self.village_name(ident, k, endings[ident]),
                township=ident,
                index=row,
                households=counts[row],
                poor=row in poor,
                remote=remote[row],
                x=self.places[ident][k][0],
                y=self.places[ident][k][1],
            )
            for row, (ident, k) in enumerate(rows)
        )
        return County(
            id=wishes.ident,
            name=wishes.name,
            zones=tuple(_zones(wishes.zones)),
            townships=tuple(self.townships(endings)),
            villages=villages,
            sites=tuple(self.sites(endings)),
            lines=tuple((int(year), yuan) for year, yuan in syllables()["lines"].items()),
            profile=dict(wishes.profile),
        )

    def village_name(self, ident: str, k: int, ending: str) -> str:
        stem = self.stem[ident] if k == 0 else self.naming.village(f"{ident}-{k}")
        urban = ending == "街道" and k < 2 + self.draws.below(4, "urban", ident)
        return stem + ("社区" if urban or (k == 0 and ending == "镇") else "村")

    def townships(self, endings: Mapping[str, str]) -> list[Township]:
        found: list[Township] = []
        for ground in self.grounds:
            start = found[-1].last if found else 0
            name = self.stem[ground.id] + endings[ground.id]
            outline = tuple(ground.outline)
            found.append(Township(ground.id, name, self.zone[ground.id], outline, start, start + ground.villages))
        return found

    def sites(self, endings: Mapping[str, str]) -> list[Site]:
        """Return the resettlement sites: in towns, the larger ones near the county seat."""
        count = max(1, self.wishes.townships * _SITES[0] // _SITES[1])
        towns = [i for i in self.near if endings[i] != "乡"] or self.near
        each = self.wishes.households // self.wishes.townships
        found = []
        for rank in range(min(count, len(towns))):
            ident = towns[rank * len(towns) // min(count, len(towns))]
            size = max(1, each * (8 + self.draws.below(8, "site", ident)) * (2 if rank == 0 else 1) // 100)
            found.append(Site(f"{ident}-site", f"{self.stem[ident]}安置点", ident, size))
        return found


def _zones(count: int) -> list[Zone]:
    names = syllables()["zone"]
    if count > len(names["names"]):
        return [Zone(ident, name) for ident, name in zip(zone_ids(count), names["numbered"], strict=False)]
    return [Zone(ident, name) for ident, name in names["names"] if ident in zone_ids(count)]
