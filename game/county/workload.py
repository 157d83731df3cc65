"""The week of an organ in person-hours: what it has, what is taken first, and who gets the rest.

Workload is the currency of the exercise (K02, K14, K32): what is demanded above capacity is not done, or on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.county.params import parameters

FULL = 1000
_FILE = "workload"


@dataclass(frozen=True, slots=True)
class Overheads:
    """Hours a week that are gone before any work in the field begins."""

    forms: int
    """Standing forms and tables."""
    meetings: int
    received: int
    """Receiving inspections."""
    reports: int
    """Reports asked for and the reporting cost of orders in force."""

    @property
    def total(self) -> int:
        """All overhead hours."""
        return self.forms + self.meetings + self.received + self.reports


@dataclass(frozen=True, slots=True)
class Demand:
    """A claim on an organ's hours."""

    id: str
    hours: int
    weight: int
    """How strongly it is pressed, at least 1: priority, deadline, contract."""


def capacity_hours(staff: int, fatigue: int, *, relief: bool = False) -> int:
    """Return the hours a week `staff` persons really have; fatigue 0-1000.

    Tired people lose hours to absence and slowness (domain.md §6.1); an organ in rotation or leave (`relief`) gives
    a part of its week to rest.
    """
    p = parameters(_FILE)
    hours = max(staff, 0) * p.number("week_hours")
    hours = hours * (FULL - p.number("fatigue_loss") * _share(fatigue) // FULL) // FULL
    return hours * (FULL - p.number("relief_cost")) // FULL if relief else hours


def overhead_hours(
    capacity: int,
    *,
    forms_cut: int = 0,
    meetings: int = 0,
    received: int = 0,
    reports: int = 0,
    orders: int = 0,
) -> Overheads:
    """Return the week's overheads; they may exceed the capacity.

    `forms_cut` per mille of the standing forms; `meetings` extra meeting hours on top of the routine; `received`
    hours claimed by visits (X1: each inspection takes household time); `reports` hours of reports asked for;
    `orders` in force, each with its own reporting (K02).
    """
    p = parameters(_FILE)
    forms = capacity * p.number("forms_share") // FULL * (FULL - _share(forms_cut)) // FULL
    routine = capacity * p.number("meetings_share") // FULL
    return Overheads(
        forms=forms,
        meetings=routine + max(meetings, 0),
        received=max(received, 0),
        reports=max(reports, 0) + max(orders, 0) * p.number("order_report_hours"),
    )


def reception_hours(sample: int, depth: int, *, announced: bool) -> int:
    """Return the hours one village's visit costs the organ visited (X1); announced visits are also prepared for."""
    p = parameters(_FILE)
    hours = max(sample, 0) * p.number("visit_household_hours") * max(depth, 1) // 2 + p.number("visit_base_hours")
    return hours * p.number("announced_factor") // FULL if announced else hours


def load_share(demanded: int, capacity: int) -> int:
    """Return hours demanded over hours available, per mille; 2,000 where nothing is available but something asked."""
    if capacity <= 0:
        return 2 * FULL if demanded > 0 else 0
    return min(max(demanded, 0) * FULL // capacity, 5 * FULL)


def allocate(hours: int, demands: Sequence[Demand]) -> dict[str, int]:
    """Return hours a demand: by weight x hours asked, never above what it asks, largest remainder, exact sum.

    What a satisfied demand leaves over goes to the others, until the hours or the demands are used up. Equal
    remainders go to the earlier demand. Ids must differ.
    """
    given = {demand.id: 0 for demand in demands}
    if len(given) != len(demands):
        raise ValueError("two demands have the same id")
    left = min(max(hours, 0), sum(max(d.hours, 0) for d in demands))
    open_demands = [d for d in demands if d.hours > 0]
    while left and open_demands:
        claims = [max(d.weight, 1) * d.hours for d in open_demands]
        whole = sum(claims)
        parts = [left * claim // whole for claim in claims]
        order = sorted(range(len(claims)), key=lambda i: (-(left * claims[i] % whole), i))
        for i in order[: left - sum(parts)]:
            parts[i] += 1
        for demand, part in zip(open_demands, parts, strict=True):
            more = min(part, demand.hours - given[demand.id])
            given[demand.id] += more
            left -= more
        open_demands = [d for d in open_demands if given[d.id] < d.hours]
    return given


def clarity_factor(clarity: int) -> int:
    """Return the per mille of work that serves the true aim when an order's clarity is 0-1000 (K34)."""
    floor = parameters(_FILE).number("clarity_floor")
    return floor + (FULL - floor) * _share(clarity) // FULL


def remote_factor(remote: int) -> int:
    """Return the per mille an hour is worth in a village of that remoteness, 0-1000."""
    return FULL - parameters(_FILE).number("remote_loss") * _share(remote) // FULL


def true_hours(hours: int, *factors: int) -> int:
    """Return hours times per mille factors in thousandths of an hour, so that small weeks add up without loss."""
    result = hours * FULL if hours > 0 else 0
    for factor in factors:
        result = result * factor // FULL if factor > 0 else 0
    return result


def _share(value: int) -> int:
    return min(max(value, 0), FULL)
