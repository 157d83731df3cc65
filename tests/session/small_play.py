"""The small scenario and a few turns of it, for the session tests and the scripts they start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import game
from game.session.session import Session

DATA = Path(__file__).parent / "data" / "small"
SEED = 41


def small_bundle() -> dict[str, str]:
    """Return the texts of the small scenario, its own county among them."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(DATA.iterdir())}


def open_play(session: Session) -> None:
    """Bring a fresh session into play."""
    for kind in ("open_briefing", "start_play"):
        outcome = session.submit("clock", kind, source="clock")
        assert outcome.accepted, outcome.refusal


def some_turns(session: Session, turns: int) -> None:
    """Play turns with an order, a visit and messages in each; one command of each turn is refused."""
    for _ in range(turns):
        for seat, kind, args in plan(session.state.day):
            session.submit(seat, kind, args)
        outcome = session.submit("clock", "advance", source="clock")
        assert outcome.accepted, outcome.refusal


def plan(day: int) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the commands of one turn; the last lacks the power for it."""
    water = {
        "task": "water_supply",
        "organs": ["township:dongpo", "bureau:water"],
        "place": "village:dongpo-01",
        "amount": 5,
        "deadline": day + 14,
        "lead": "bureau:water",
    }
    return [
        ("director", "declare_priority", {"domain": "water"}),
        ("director", "issue_order", water),
        ("squad", "plan_visit", {"squad": "squad:dongpo", "township": "dongpo", "day": day + 3}),
        ("director", "message_seat", {"to": ["dongpo"], "text": f"第{day}日请到村里看水"}),
        ("dongpo", "set_up_organ", {"organ": "hq"}),
    ]


def script_environment(**more: str) -> dict[str, str]:
    """Return the environment in which the scripts of this folder find the package under test and this module."""
    places = [str(Path(game.__file__).parents[1]), str(Path(__file__).parent)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), "PYTHONIOENCODING": "utf-8", **more}
