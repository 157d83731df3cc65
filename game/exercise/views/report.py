"""The turn report: what the last turn brought a viewer, the three things that mattered first."""

from __future__ import annotations

from typing import Any

from game.exercise.entities import Step
from game.exercise.state import State
from game.exercise.views.figures import OF_A_TURN
from game.exercise.views.reach import Reach
from game.exercise.views.shape import ReportLine, TurnReport, View

STEP_LINES: dict[str, dict[str, tuple[int, int]]] = {
    "problems": {
        "find": (50, -1),
        "claim": (40, 0),
        "verify": (30, 1),
        "close": (45, 1),
        "rebound": (90, -1),
        "lapse": (60, -1),
        "escalate": (75, -1),
    },
    "orders": {"report": (55, 1), "lapse": (65, -1), "return_": (35, 0)},
    "contracts": {"decline": (60, -1), "breach": (80, -1), "fulfil": (50, 1), "accept": (25, 1)},
    "visits": {"find": (45, 0), "look_back": (30, 0)},
    "injects": {"deliver": (20, 0), "escalate": (85, -1), "expire": (70, -1), "resolve": (35, 1)},
}
"""Table -> lifecycle step -> (weight, good or bad)."""

TITLE = {"problems": "title", "orders": "text", "contracts": "object", "visits": "township", "injects": "title"}
WATCHED = {
    "incidence_recorded_bp": (10, -1, 70),
    "approval": (8, 1, 70),
    "fatigue": (25, -1, 60),
    "load": (120, -1, 55),
}
"""Figure -> (change worth a line, direction of good, weight)."""


def turn_report(state: State, reach: Reach, seen: View) -> TurnReport | None:
    """Return the report of the last finished turn, or None before the first one ends."""
    if state.turn == 0 or len(state.history) < 2:
        return None
    since = state.history[-2].day
    lines: list[ReportLine] = []
    for table, watched in STEP_LINES.items():
        records = [item.record for item in seen.inbox] if table == "injects" else getattr(seen, table)
        for record in records:
            for step in record.steps:
                if step.day > since and step.what in watched:
                    weight, good = watched[step.what]
                    lines.append(_line(table, record, step, weight, good))
    if reach.county:
        lines += _figures(state)
    merged = _merge(lines)
    return TurnReport(turn=state.turn, lines=tuple(sorted(merged, key=lambda x: (-x.weight, x.code, x.ref))))


def _line(table: str, record: Any, step: Step, weight: int, good: int) -> ReportLine:
    word = step.what.rstrip("_")
    severity = getattr(record, "severity", 1)
    title = str(getattr(record, TITLE[table]) or getattr(record, "task", "") or record.id)
    return ReportLine(
        code=f"report.{table}.{word}",
        params={"title": title, "note": step.note},
        weight=weight + 4 * (severity - 1),
        good=good,
        ref=record.id,
    )


def _figures(state: State) -> list[ReportLine]:
    before, after = state.history[-2].shown, state.history[-1].shown
    lines = []
    first = len(state.history) == 2
    for name, (least, good, weight) in WATCHED.items():
        if first and name in OF_A_TURN:
            continue
        change = after.get(name, 0) - before.get(name, 0)
        if abs(change) >= least:
            lines.append(
                ReportLine(
                    code=f"report.figure.{'up' if change > 0 else 'down'}",
                    params={"figure": name, "change": abs(change), "value": after.get(name, 0)},
                    weight=weight + min(20, abs(change) * 10 // least),
                    good=good if change > 0 else -good,
                    ref=name,
                )
            )
    return lines


def _merge(lines: list[ReportLine]) -> list[ReportLine]:
    """Keep the heaviest lines of a kind and fold the rest into one counted line, so the report stays readable."""
    kept: list[ReportLine] = []
    groups: dict[str, list[ReportLine]] = {}
    for line in lines:
        groups.setdefault(line.code, []).append(line)
    for code, group in groups.items():
        group.sort(key=lambda x: (-x.weight, x.ref))
        kept += group[:3]
        if len(group) > 3:
            rest = group[3:]
            params: dict[str, str | int] = {"count": len(rest), "of": code}
            kept.append(ReportLine("report.more", params, min(x.weight for x in rest) - 1, rest[0].good))
    return kept
