"""What each level is told: the village knows its record, the township hears later and rounder, the county last.

Every level up the chain adds delay, rounding and omission (K06, K32, X4); village war rooms, a zone or a headquarters,
and a data group each take one of them away (K19, K25).
"""

from __future__ import annotations

from game.county.draws import Draws
from game.exercise import events as ev
from game.exercise.figures import works
from game.exercise.reactions.households import blind
from game.exercise.reactions.numbers import num
from game.exercise.state import ReportRow, State


def first_reports(state: State) -> tuple[ev.Event, ...]:
    """Return the reports of day 0: every level starts from the same book."""
    rows = _village_rows(state, flattered=False)
    return tuple(ev.Reported(level=level, rows=rows) for level in ("village", "township", "county"))


def _village_rows(state: State, *, flattered: bool = True) -> dict[str, ReportRow]:
    sums = state.sums
    persons, poor, homes = sums.persons.tolist(), sums.recorded_persons.tolist(), sums.households.tolist()
    approving, gaps = sums.approving.tolist(), sums.recorded_gaps.T.tolist()
    rows: dict[str, ReportRow] = {}
    for village in state.county.villages:
        i = village.index
        approval = approving[i] * 1000 // max(1, homes[i])
        if flattered:
            # Whoever asks for praise gets it: the share of formalism goes on top of what people truly think.
            formalism = state.organs[f"township:{village.township}"].formalism
            approval += (1000 - approval) * formalism * num("reports.flattery") // 1_000_000
        rows[village.id] = ReportRow(
            day=state.day, persons=persons[i], poor=poor[i], gaps=tuple(gaps[i]), approval=approval
        )
    return rows


def _passed_on(row: ReportRow, *, step: int, kept: int) -> ReportRow:
    """Return a row as the next level up writes it: rounded, with a share of what is awkward left out."""
    if step == 1 and kept == 1000:  # word for word
        return row
    half = step // 2
    return ReportRow(
        day=row.day,
        persons=row.persons,
        poor=(row.poor * kept // 1000 + half) // step * step,
        gaps=tuple([(gap * kept // 1000 + half) // step * step for gap in row.gaps]),
        approval=row.approval,
    )


def reports(state: State, draws: Draws) -> list[ev.Event]:
    """Return what the three levels hear at the end of a turn."""
    del draws
    village = _village_rows(state)
    before_village, before_township = state.reports.get("village", {}), state.reports.get("township", {})
    data_group = works(state, "group-data")
    lines_open = works(state, "hq") or works(state, "front-hq")
    township: dict[str, ReportRow] = {}
    county: dict[str, ReportRow] = {}
    for home in state.county.townships:
        organ = state.organs[f"township:{home.id}"]
        fresh = works(state, f"warrooms:{home.id}")
        step = 1 if fresh else max(1, num("reports.round_township"))
        kept = 1000 - organ.formalism * num("reports.omit_township") // 1000 - blind(organ)
        direct = lines_open or works(state, f"zone:{home.zone}")
        step_up = 1 if data_group else max(1, num("reports.round_county"))
        # Pressure on top of formalism: what the leaders do not want to hear is left out on the way (X4).
        kept_up = 1000 - organ.formalism * organ.pressure * num("reports.omit_county") // 1_000_000
        for place in state.county.villages_of(home.id):
            heard = village[place.id] if fresh else before_village.get(place.id, village[place.id])
            told = township[place.id] = _passed_on(heard, step=step, kept=kept)
            heard = told if direct else before_township.get(place.id, told)
            county[place.id] = _passed_on(heard, step=step_up, kept=kept_up)
    return [
        ev.Reported(level="village", rows=village),
        ev.Reported(level="township", rows=township),
        ev.Reported(level="county", rows=county),
    ]
