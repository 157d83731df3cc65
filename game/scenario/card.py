"""What a list shows of a scenario: its title page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One seat, as the person choosing it sees it."""

    id: str
    post: str
    name: str = ""
    """Empty where the post's own name is used."""
    powers: tuple[str, ...] = ()
    """Empty where the post's own powers are used."""
    attention: int = 0
    """Points a turn; 0 where the post's own are used."""


@dataclass(frozen=True, slots=True)
class Card:
    """The title page of a scenario; what could not be read is empty."""

    id: str
    title: str = ""
    summary: str = ""
    level: str = ""
    minutes: int = 0
    start: str = ""
    """ISO date of the first day."""
    turns: int = 0
    turn_days: int = 0
    default_seat: str = ""
    objectives: tuple[str, ...] = ()
    seats: tuple[SeatCard, ...] = ()
    version: str = ""
    """As its author names it."""


def card_of(scenario: Scenario) -> Card:
    """Return the card of a scenario that was read whole."""
    return Card(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        level=scenario.level.value,
        minutes=scenario.minutes,
        start=scenario.start.isoformat(),
        turns=scenario.turn.count,
        turn_days=scenario.turn.days,
        default_seat=scenario.default_seat or "",
        objectives=tuple(objective.text for objective in scenario.objectives),
        seats=tuple(
            SeatCard(
                seat.id, seat.post, seat.name or "", tuple(p.value for p in seat.powers or ()), seat.attention or 0
            )
            for seat in scenario.seats
        ),
        version=scenario.version,
    )
