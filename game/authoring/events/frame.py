"""What an event list is read into: the seats, places and objectives of the scenario it is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from game.authoring.geojson import plain
from game.county.place import County
from game.county.read import CountyError, read_county, slice_county
from game.exercise.catalogue import load_organs, load_posts
from game.scenario.check import Checked
from game.scenario.model import Scenario

ALL_SEATS = {"全体", "全体席位", "所有席位", "全部", "all", "everyone", "all seats"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The names an event list may use, and the days it has."""

    seats: dict[str, str]
    """Id -> what it is called."""
    objectives: tuple[str, ...]
    injects: frozenset[str] = frozenset()
    """Ids that are taken."""
    start: date | None = None
    turn_days: int = 7
    length: int | None = None
    """Days the scenario lasts; None where the list decides that."""
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Other ways to say a seat: the place or bureau it holds -> seats."""
    places: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Name of a village or township -> what it may be: ("village" or "township", id)."""
    goals: dict[str, str] = field(default_factory=dict)
    """Id of an objective -> its words."""

    def seats_named(self, said: str) -> tuple[str, ...]:
        """Return the seats a name may mean: one where it is clear, several where it is not, none where it is none."""
        word = plain(said).lower()
        exact = [ident for ident, name in self.seats.items() if word in (ident, plain(name).lower())]
        if exact:
            return tuple(exact)
        if word in self.aliases:
            return self.aliases[word]
        parts = [ident for ident, name in self.seats.items() if _part_of(word, plain(name).lower())]
        return tuple(parts)


def _part_of(word: str, name: str) -> bool:
    """Whether a seat called 县委书记 韩立诚 is meant by 县委书记 or by 韩立诚."""
    return len(word) > 1 and (word in name.split() or name.startswith(word) or word.startswith(name))


def frame_of(scenario: Scenario, county: County | None) -> Frame:
    """Return the frame of a scenario that is there; without its county no place has a name."""
    posts = load_posts()
    places = {seat.id: _place(seat.scope, county) for seat in scenario.seats}
    aliases: dict[str, tuple[str, ...]] = {}
    for seat in scenario.seats:
        for way in _ways(seat.scope, places[seat.id]):
            aliases[way] = (*aliases.get(way, ()), seat.id)
    return Frame(
        seats={seat.id: seat.name or posts[seat.post].zh.format(place=places[seat.id]) for seat in scenario.seats},
        objectives=tuple(objective.id for objective in scenario.objectives),
        injects=frozenset(inject.id for inject in scenario.injects),
        start=scenario.start,
        turn_days=scenario.turn.days,
        length=scenario.turn.days * scenario.turn.count,
        aliases=aliases,
        places=places_of(county, scenario.county.townships) if county is not None else {},
        goals={objective.id: objective.text for objective in scenario.objectives},
    )


def county_of(found: Checked) -> County | None:
    """Return the county a checked scenario is played in, cut to its townships; None where it has none."""
    if found.scenario is None or found.county is None:
        return None
    try:
        whole = read_county(found.county, found.scenario.county.name)
        return slice_county(whole, found.scenario.county.townships, None)
    except CountyError:
        return None


def _place(scope: str, county: County | None) -> str:
    """Return what people call what a seat holds."""
    kind, _, ident = scope.partition(":")
    if kind == "bureau":
        bureau = load_organs().bureaus.get(ident)
        return bureau.zh.removesuffix("局") if bureau is not None else ident
    if county is None:
        return ident
    if kind == "township" and county.has_township(ident):
        return county.township(ident).name
    if kind == "village" and county.has_village(ident):
        return county.village(ident).name
    return next((zone.name for zone in county.zones if zone.id == ident), ident) if kind == "zone" else county.name


def _ways(scope: str, place: str) -> tuple[str, ...]:
    """Return how a seat is called by the place or bureau it holds."""
    kind = scope.partition(":")[0]
    return {
        "township": (place, f"{place}指挥长", f"{place}乡镇指挥长"),
        "zone": (place, f"{place}指挥长"),
        "bureau": (f"{place}局", f"{place}局长", f"{place}局局长"),
        "village": (f"{place}第一书记", f"{place}驻村第一书记"),
    }.get(kind, ())


def places_of(county: County, townships: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what the places of some townships (of all where empty) are called."""
    kept = set(townships) or {township.id for township in county.townships}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for township in county.townships:
        if township.id in kept:
            for name in (township.name, township.id):
                found[name] = (*found.get(name, ()), ("township", township.id))
    for village in county.villages:
        if village.township in kept:
            town = county.township(village.township).name
            for name in (village.name, village.id, f"{town}{village.name}"):
                found[name] = (*found.get(name, ()), ("village", village.id))
    return found
