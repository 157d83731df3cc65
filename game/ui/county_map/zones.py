"""Zones as places: their townships, and the sums and means of what the view says of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.exercise.views.shape import TownshipView, View, VillageView


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone with its townships in the view's order.

    `sums` reads like a township: persons, gaps and problems added up, shares weighted by persons, strains the mean of
    those townships the viewer knows them of (-1 where of none), `as_of` the oldest report among them. Its id is
    `zone:<id>`, for a zone and a township may have the same.
    """

    id: str
    name: str
    townships: tuple[TownshipView, ...]
    sums: TownshipView


Place = Zone | TownshipView | VillageView


def zones_of(view: View) -> tuple[Zone, ...]:
    """Return the zones that have townships, in the view's order."""
    by_zone: dict[str, list[TownshipView]] = {}
    for township in view.townships:
        by_zone.setdefault(township.zone, []).append(township)
    homes = Counter(village.township for village in view.villages)
    return tuple(_zone(view, homes, key, name, tuple(by_zone[key])) for key, name in view.zones if key in by_zone)


def drawn_zones(view: View) -> tuple[tuple[str, str], ...]:
    """Return the zones, id and name, that a map names: one alone is the whole county and says nothing."""
    homes = {township.zone for township in view.townships}
    zones = tuple((key, name) for key, name in view.zones if key in homes)
    return zones if len(zones) > 1 else ()


def figures_of(place: Place) -> TownshipView | VillageView:
    """Return where a place's figures stand."""
    return place.sums if isinstance(place, Zone) else place


def ref_of(place: Place) -> str:
    """Return how other desks speak of a place: `zone:<id>`, `township:<id>` or `village:<id>`."""
    kind = "zone" if isinstance(place, Zone) else "township" if isinstance(place, TownshipView) else "village"
    return f"{kind}:{place.id}"


def in_order(
    zones: Sequence[Zone], view: View, township: Callable[[TownshipView], int], village: Callable[[VillageView], int]
) -> tuple[Place, ...]:
    """Return every place, smaller numbers first: each zone before its townships, then all villages.

    Townships of no zone the view names come after the zones.
    """

    def by_rank(towns: Iterable[TownshipView]) -> list[TownshipView]:
        return sorted(towns, key=lambda t: (township(t), t.id))

    found: list[Place] = []
    for zone in sorted(zones, key=lambda z: (township(z.sums), z.id)):
        found += [zone, *by_rank(zone.townships)]
    at_home = {t.id for zone in zones for t in zone.townships}
    found += by_rank(t for t in view.townships if t.id not in at_home)
    return (*found, *sorted(view.villages, key=lambda v: (village(v), v.id)))


def weighted(values: Sequence[int], weights: Sequence[int]) -> int:
    """Return the mean of the values that are known, rounded half up; -1 where none is."""
    pairs = [(value, weight) for value, weight in zip(values, weights, strict=True) if value >= 0]
    whole = sum(weight for _, weight in pairs)
    if not pairs or not whole:
        return -1
    return (2 * sum(value * weight for value, weight in pairs) + whole) // (2 * whole)


def _zone(view: View, homes: Counter[str], key: str, name: str, townships: tuple[TownshipView, ...]) -> Zone:
    persons = [t.persons for t in townships]
    villages = [homes[t.id] for t in townships]
    even = [1] * len(townships)
    organ = next((o for o in view.organs if o.id == f"zone:{key}" and o.exists), None)
    leader = next((s.name for s in view.seats if organ is not None and s.id == organ.leader), "")
    return Zone(
        key,
        name,
        townships,
        TownshipView(
            id=f"zone:{key}", name=name, zone=key, outline=(), persons=sum(persons),
            incidence_bp=weighted([t.incidence_bp for t in townships], persons),
            gaps=tuple(map(sum, zip(*(t.gaps for t in townships), strict=True))),
            approval=weighted([t.approval for t in townships], persons),
            problems=sum(t.problems for t in townships), overdue=sum(t.overdue for t in townships),
            pressure=weighted([t.pressure for t in townships], even), load=weighted([t.load for t in townships], even),
            fatigue=weighted([t.fatigue for t in townships], even),
            friction=weighted([t.friction for t in townships], even),
            visited=weighted([t.visited for t in townships], villages),
            as_of=min(t.as_of for t in townships), commander=leader,
        ),
    )  # fmt: skip
