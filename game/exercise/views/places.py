"""Townships and villages as a level of the reporting chain believes them to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from game.county.place import NEEDS, County, Township, Village
from game.exercise.entities import Contract, Problem, Sighting
from game.exercise.figures import share
from game.exercise.lifecycles import is_over
from game.exercise.state import ReportRow, State
from game.exercise.views.reach import Reach
from game.exercise.views.shape import TownshipView, VillageView
from game.exercise.views.sight import Sight

T = TypeVar("T")

NOTHING = ReportRow(day=-1, persons=0, poor=0, gaps=(0,) * len(NEEDS), approval=0)
SEEN_WITHIN = 28
"""Days for which a visit counts as coverage."""


def report_of(state: State, reach: Reach, village: str) -> ReportRow:
    """Return what the viewer's level has last been told about a village."""
    return state.reports.get(reach.level, {}).get(village, NOTHING)


def open_problem(problem: Problem) -> bool:
    """Whether a row of the ledger still needs work."""
    return problem.state not in ("closed", "latent")


def _sighting(state: State, reach: Reach, village: str, township: str) -> Sighting | None:
    seen = state.sightings.get(village)
    if seen is None or not (seen.by == reach.seat or reach.village(village, township)):
        return None
    return seen


def _covers(contract: Contract) -> bool:
    return contract.kind == "area" and contract.state in ("accepted", "performing", "assessed")


def _ledger(problems: Sequence[Problem], day: int) -> dict[str, tuple[int, int]]:
    """Return village -> (open problems, those of them past their day)."""
    found: dict[str, tuple[int, int]] = {}
    for problem in problems:
        if open_problem(problem):
            count, overdue = found.get(problem.village, (0, 0))
            late = problem.state == "overdue" or 0 <= problem.deadline < day
            found[problem.village] = (count + 1, overdue + late)
    return found


def village_views(
    sight: Sight, *, problems: Sequence[Problem], contracts: Sequence[Contract]
) -> tuple[VillageView, ...]:
    """Return every village as reported to the viewer; inner figures only where it is concerned."""
    state, reach, memo = sight.state, sight.reach, sight.memo
    ledger = memo.keep("ledger", (problems, state.day), _ledger, problems, state.day)
    cover = {contract.object: contract.id for contract in contracts if _covers(contract)}
    facts = (state.reports.get(reach.level), state.sightings, ledger, cover, reach, state.county)
    return memo.keep("villages", facts, _villages, sight, ledger, cover)


def _villages(sight: Sight, ledger: Mapping[str, tuple[int, int]], cover: Mapping[str, str]) -> tuple[VillageView, ...]:
    state, reach, memo = sight.state, sight.reach, sight.memo
    views = []
    for village in state.county.villages:
        row = report_of(state, reach, village.id)
        seen = _sighting(state, reach, village.id, village.township)
        contract = cover.get(f"village:{village.id}", cover.get(f"township:{village.township}", ""))
        count, overdue = ledger.get(village.id, (0, 0))
        facts = (row, seen, count, overdue, contract)
        key = ("village", village.id)
        views.append(memo.keep(key, facts, _shared, sight, key, facts, _village, village))
    return tuple(views)


def _shared(sight: Sight, name: object, facts: tuple[Any, ...], make: Callable[..., T], place: object) -> T:
    """Return what others of the same level were shown last of a place, if it was made of the same facts."""
    return sight.memo.common.keep((sight.reach.level, name), facts, make, place, *facts)


def _village(
    village: Village, row: ReportRow, seen: Sighting | None, problems: int, overdue: int, contract: str
) -> VillageView:
    return VillageView(
        id=village.id,
        name=village.name,
        township=village.township,
        x=village.x,
        y=village.y,
        poor=village.poor,
        persons=row.persons,
        incidence_bp=share(row.poor, row.persons, 10_000),
        gaps=row.gaps,
        approval=row.approval,
        problems=problems,
        overdue=overdue,
        as_of=row.day,
        seen_day=seen.day if seen else -1,
        seen_gaps=seen.gaps if seen else (),
        contract=contract,
    )


def _commanders(sight: Sight) -> dict[str, str]:
    """Return township -> whoever answers for it."""
    state, memo = sight.state, sight.memo.common
    leaders = memo.rows("leaders", state.organs, (), lambda organ: (organ.id, organ.exists, organ.leader))
    names = memo.rows("names", state.seats, (), lambda seat: (seat.id, seat.scope, seat.name))
    return memo.keep(
        "commanders",
        (leaders, names, state.county),
        lambda: {t.id: _commander(state, t.id, t.zone) for t in state.county.townships},
    )


def _commander(state: State, township: str, zone: str) -> str:
    for organ_id in (f"post:{township}", f"township:{township}", f"zone:{zone}"):
        organ = state.organs.get(organ_id)
        if organ is not None and organ.exists and organ.leader:
            seat = state.seats.get(organ.leader)
            return seat.name if seat else organ.leader
    return next((s.name for s in state.seats.values() if s.scope == f"township:{township}"), "")


def township_views(sight: Sight, problems: Sequence[Problem]) -> tuple[TownshipView, ...]:
    """Return every township: sums of what its villages are reported to be, and its government's strain."""
    state, reach, memo = sight.state, sight.reach, sight.memo
    told = state.reports.get(reach.level, {})
    # What a level has been told is the same for everybody who reads it
    sums = memo.common.keep(("told", reach.level), (told, state.county), told_sums, told, state.county)
    ledger = memo.keep("ledger", (problems, state.day), _ledger, problems, state.day)
    rows = memo.keep("rows", (ledger, state.county), _by_township, ledger, state.county)
    commanders = _commanders(sight)
    fresh = memo.common.keep("fresh", (state.sightings, state.day, state.county), _fresh, state)
    recent = memo.keep("recent", (fresh, reach), _recent, fresh, reach)
    strains = _strains(sight)
    whole = (sums, rows, recent, strains, commanders, state.county)
    return memo.keep("townships", whole, _townships, sight, *whole)


def _townships(
    sight: Sight,
    sums: Mapping[str, Told],
    rows: Mapping[str, tuple[int, int]],
    recent: Mapping[str, int],
    strains: Sequence[tuple[int, int, int, int]],
    commanders: Mapping[str, str],
    county: County,
) -> tuple[TownshipView, ...]:
    views, memo = [], sight.memo
    for township, strain in zip(county.townships, strains, strict=True):
        key = township.id
        facts = (sums[key], strain, *rows.get(key, (0, 0)), recent.get(key, 0), commanders[key])
        name = ("township", key)
        views.append(memo.keep(name, facts, _shared, sight, name, facts, _township, township))
    return tuple(views)


def _strains(sight: Sight) -> list[tuple[int, int, int, int]]:
    """Return what the government of each township bears, as far as the viewer knows."""
    organs, reach = sight.state.organs, sight.reach
    strains = []
    for township in sight.state.county.townships:
        organ = organs.get(f"township:{township.id}") if reach.township(township.id) else None
        strains.append(
            (-1, -1, -1, -1) if organ is None else (organ.pressure, organ.load, organ.fatigue, organ.friction)
        )
    return strains


def _by_township(ledger: Mapping[str, tuple[int, int]], county: County) -> dict[str, tuple[int, int]]:
    """Return township -> (open problems, those of them past their day)."""
    found: dict[str, tuple[int, int]] = {}
    for village, (count, late) in ledger.items():
        if county.has_village(village):
            home = county.village(village).township
            open_, overdue = found.get(home, (0, 0))
            found[home] = (open_ + count, overdue + late)
    return found


class Told(NamedTuple):
    """What a level has been told about the villages of a township, added up."""

    persons: int
    poor: int
    gaps: tuple[int, ...]
    approving: int
    """Per mille points times persons."""
    as_of: int

    @property
    def incidence_bp(self) -> int:
        """Recorded incidence, basis points."""
        return share(self.poor, self.persons, 10_000)

    @property
    def approval(self) -> int:
        """Per mille; 0 of nobody."""
        return share(self.approving, self.persons, 1)


def told_sums(told: Mapping[str, ReportRow], county: County) -> dict[str, Told]:
    """Return, by township, what the rows of a level say of its villages, added up."""
    sums: dict[str, Told] = {}
    for township in county.townships:
        rows = [told.get(village.id, NOTHING) for village in county.villages_of(township.id)]
        sums[township.id] = Told(
            persons=sum(row.persons for row in rows),
            poor=sum(row.poor for row in rows),
            gaps=tuple(map(sum, zip(*(row.gaps for row in rows), strict=True))) or NOTHING.gaps,
            approving=sum(row.approval * row.persons for row in rows),
            as_of=max((row.day for row in rows), default=-1),
        )
    return sums


def _fresh(state: State) -> tuple[tuple[str, str, str], ...]:
    """Return (village, its township, who saw it) of the villages seen within `SEEN_WITHIN` days."""
    county, since = state.county, max(0, state.day - SEEN_WITHIN)
    return tuple(
        (village, county.village(village).township, seen.by)
        for village, seen in state.sightings.items()
        if seen.day >= since and county.has_village(village)
    )


def _recent(fresh: Sequence[tuple[str, str, str]], reach: Reach) -> dict[str, int]:
    """Return township -> villages of it seen lately, as far as the viewer knows."""
    recent: dict[str, int] = {}
    for village, township, by in fresh:
        if by == reach.seat or reach.village(village, township):
            recent[township] = recent.get(township, 0) + 1
    return recent


def _township(
    township: Township,
    told: Told,
    strain: tuple[int, int, int, int],
    problems: int,
    overdue: int,
    recent: int,
    commander: str,
) -> TownshipView:
    pressure, load, fatigue, friction = strain
    villages = township.last - township.first
    return TownshipView(
        id=township.id,
        name=township.name,
        zone=township.zone,
        outline=township.outline,
        persons=told.persons,
        incidence_bp=told.incidence_bp,
        gaps=told.gaps,
        approval=told.approval,
        problems=problems,
        overdue=overdue,
        pressure=pressure,
        load=load,
        fatigue=fatigue,
        friction=friction,
        visited=recent * 1000 // villages if villages else 0,
        as_of=told.as_of,
        commander=commander,
    )


def live_contract(contract: Contract) -> bool:
    """Whether a contract still binds."""
    return not is_over("contract", contract.state)
