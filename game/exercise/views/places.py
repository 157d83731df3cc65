"""Townships and villages as a level of the reporting chain believes them to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.county.place import NEEDS, Township, Village
from game.exercise.entities import Contract, Problem, Sighting
from game.exercise.lifecycles import is_over
from game.exercise.state import ReportRow, State
from game.exercise.views.memo import Memo
from game.exercise.views.reach import Reach
from game.exercise.views.shape import TownshipView, VillageView

NOTHING = ReportRow(day=-1, persons=0, poor=0, gaps=(0,) * len(NEEDS), approval=0)
SEEN_WITHIN = 28
"""Days for which a visit counts as coverage."""


def report_of(state: State, reach: Reach, village: str) -> ReportRow:
    """Return what the viewer's level has last been told about a village."""
    return state.reports.get(reach.level, {}).get(village, NOTHING)


def basis_points(part: int, whole: int) -> int:
    """Return a share in basis points, rounded; 0 of nothing."""
    return (part * 10_000 + whole // 2) // whole if whole else 0


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


def village_views(
    state: State, reach: Reach, memo: Memo, *, problems: Sequence[Problem], contracts: Sequence[Contract]
) -> tuple[VillageView, ...]:
    """Return every village as reported to the viewer; inner figures only where it is concerned."""
    counts: dict[str, int] = {}
    overdue: dict[str, int] = {}
    for problem in problems:
        if open_problem(problem):
            counts[problem.village] = counts.get(problem.village, 0) + 1
            if problem.state == "overdue" or 0 <= problem.deadline < state.day:
                overdue[problem.village] = overdue.get(problem.village, 0) + 1
    cover = {contract.object: contract.id for contract in contracts if _covers(contract)}
    views = []
    for village in state.county.villages:
        row = report_of(state, reach, village.id)
        seen = _sighting(state, reach, village.id, village.township)
        contract = cover.get(f"village:{village.id}", cover.get(f"township:{village.township}", ""))
        facts = (row, seen, counts.get(village.id, 0), overdue.get(village.id, 0), contract)
        key = ("village", village.id)
        views.append(memo.keep(key, facts, partial(_village, village, *facts)))
    return tuple(views)


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
        incidence_bp=basis_points(row.poor, row.persons),
        gaps=row.gaps,
        approval=row.approval,
        problems=problems,
        overdue=overdue,
        as_of=row.day,
        seen_day=seen.day if seen else -1,
        seen_gaps=seen.gaps if seen else (),
        contract=contract,
    )


def _commander(state: State, township: str, zone: str) -> str:
    for organ_id in (f"post:{township}", f"township:{township}", f"zone:{zone}"):
        organ = state.organs.get(organ_id)
        if organ is not None and organ.exists and organ.leader:
            seat = state.seats.get(organ.leader)
            return seat.name if seat else organ.leader
    return next((s.name for s in state.seats.values() if s.scope == f"township:{township}"), "")


def township_views(state: State, reach: Reach, villages: Sequence[VillageView], memo: Memo) -> tuple[TownshipView, ...]:
    """Return every township: sums of what its villages are reported to be, and its government's strain."""
    by_id = {view.id: view for view in villages}
    views = []
    for township in state.county.townships:
        own = tuple(by_id[v.id] for v in state.county.villages_of(township.id))
        rows = tuple(report_of(state, reach, v.id) for v in own)
        organ = state.organs.get(f"township:{township.id}")
        strain = (
            (organ.pressure, organ.load, organ.fatigue, organ.friction)
            if organ is not None and reach.township(township.id)
            else (-1, -1, -1, -1)
        )
        facts = (own, rows, strain, state.day, _commander(state, township.id, township.zone))
        views.append(memo.keep(("township", township.id), facts, partial(_township, township, *facts)))
    return tuple(views)


def _township(
    township: Township,
    own: tuple[VillageView, ...],
    rows: tuple[ReportRow, ...],
    strain: tuple[int, int, int, int],
    day: int,
    commander: str,
) -> TownshipView:
    persons = sum(row.persons for row in rows)
    recent = sum(1 for v in own if v.seen_day >= 0 and day - v.seen_day <= SEEN_WITHIN)
    pressure, load, fatigue, friction = strain
    return TownshipView(
        id=township.id,
        name=township.name,
        zone=township.zone,
        outline=township.outline,
        persons=persons,
        incidence_bp=basis_points(sum(row.poor for row in rows), persons),
        gaps=tuple(sum(row.gaps[i] for row in rows) for i in range(len(NEEDS))),
        approval=sum(row.approval * row.persons for row in rows) // persons if persons else 0,
        problems=sum(v.problems for v in own),
        overdue=sum(v.overdue for v in own),
        pressure=pressure,
        load=load,
        fatigue=fatigue,
        friction=friction,
        visited=recent * 1000 // len(own) if own else 0,
        as_of=max((row.day for row in rows), default=-1),
        commander=commander,
    )


def live_contract(contract: Contract) -> bool:
    """Whether a contract still binds."""
    return not is_over("contract", contract.state)
