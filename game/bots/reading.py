"""How a bot reads a view: small questions that several habits ask."""

from __future__ import annotations

from game.exercise.entities import Order, Organ, Problem
from game.exercise.views.shape import PlaceView, TaskView, View

NEED_TASKS = {
    "food": "food_security",
    "water": "water_supply",
    "housing": "house_repair",
    "education": "school_return",
    "medical": "insurance_enrol",
    "relocation": "resettle_followup",
    "livelihood": "job_placement",
}
"""The task that serves a need most directly."""

NEEDS = tuple(NEED_TASKS)
WEEK = 7


def can(view: View, power: str) -> bool:
    """Whether the seat may give commands of that group now."""
    return power in view.powers


def scope(view: View) -> tuple[str, str]:
    """Return the seat's scope as (kind, name)."""
    kind, _, name = (view.seat.scope if view.seat else "county").partition(":")
    return kind, name


def my_places(view: View) -> tuple[PlaceView, ...]:
    """Return the townships the seat answers for."""
    kind, name = scope(view)
    if kind == "zone":
        return tuple(t for t in view.places if t.zone == name)
    if kind in ("township", "squad"):
        return tuple(t for t in view.places if t.id == name)
    if kind == "village":
        home = next((v.township for v in view.villages if v.id == name), "")
        return tuple(t for t in view.places if t.id == home)
    return view.places


def organ(view: View, organ_id: str) -> Organ | None:
    """Return an organ of the view, or None."""
    return next((o for o in view.organs if o.id == organ_id), None)


def exists(view: View, organ_id: str) -> bool:
    """Whether an organ has been set up."""
    found = organ(view, organ_id)
    return found is not None and found.exists


def task(view: View, task_id: str) -> TaskView | None:
    """Return a task of the catalogue, or None."""
    return next((t for t in view.tasks if t.id == task_id), None)


def tasks_for(view: View, domain: str) -> list[TaskView]:
    """Return the tasks that can cure a domain's problems: those made for it first."""
    fitting = [t for t in view.tasks if domain in t.domains]
    return sorted(fitting, key=lambda t: t.domains.index(domain))


def live(order: Order) -> bool:
    """Whether an order is in force."""
    return order.state not in ("accepted", "revoked", "draft")


def ordered(view: View, problem: Problem) -> bool:
    """Whether an order in force answers a problem."""
    return any(o.problem == problem.id and o.state not in ("accepted", "revoked") for o in view.orders)


def open_problems(view: View) -> list[Problem]:
    """Return the open rows of the ledger, the gravest and oldest first."""
    rows = [p for p in view.problems if p.state not in ("closed", "latent")]
    return sorted(rows, key=lambda p: (-p.severity, p.opened, p.id))


def best_fund(view: View, domain: str, yuan: int) -> str:
    """Return a fund that may pay for a domain and holds that much; empty where none does."""
    fitting = [f for f in view.funds if not f.earmark or domain in f.earmark]
    if scope(view)[0] in ("township", "village"):
        fitting = [f for f in fitting if f.id == f"pot-township-{my_places(view)[0].id}"]
    rich = [f for f in fitting if (f.given - f.reserved - f.spent) // 100 >= yuan]
    rich.sort(key=lambda f: (not f.earmark, -(f.given - f.reserved - f.spent), f.id))
    return rich[0].id if rich else ""


def beats(view: View, every: int) -> range:
    """Return the numbers of the beats that fall into this turn, one every so many days from day 0 on."""
    begun = view.turn * view.turn_days
    return range(-(-begun // every), -(-(begun + view.turn_days) // every))


def phase_days_left(view: View) -> int:
    """Return the days until the exercise ends."""
    return view.last_day - view.day
