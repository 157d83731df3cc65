"""What runs between the bodies: orders down, reports up, and the friction that slows both."""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.views.shape import View
from game.ui.desk.order_draft import DONE
from game.ui.desk.organisation_model import known
from game.ui.i18n import translate

THICK = 600
"""Friction per mille from which a link is marked as a bad one."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What runs between a body and those above it."""

    orders: int
    """Orders in force laid on it."""
    late: int
    """Of these overdue."""
    as_of: int
    """Day of its last report; -1 where it reports nothing."""
    friction: int
    """Per mille; -1 where that is not known."""


def flows(view: View) -> dict[str, Flow]:
    """Return what runs to and from every body, by organ."""
    orders: dict[str, tuple[int, int]] = {}
    for order in view.orders:
        if order.state not in DONE:
            for organ in order.organs:
                count, late = orders.get(organ, (0, 0))
                orders[organ] = count + 1, late + (order.state == "overdue")
    reports = {f"township:{t.id}": t.as_of for t in view.townships}
    friction = {f"township:{t.id}": t.friction for t in view.townships}
    friction |= {o.id: o.friction for o in view.organs if o.exists and o.kind == "bureau" and known(o)}
    return {
        organ: Flow(*orders.get(organ, (0, 0)), reports.get(organ, -1), friction.get(organ, -1))
        for organ in dict.fromkeys([*orders, *reports, *friction])
    }


def spoken(flow: Flow, day: int) -> str:
    """Return a flow in a line short enough for a card: orders down, age of the report up, friction."""
    down = translate("OrganFlow", "↓{orders}").format(orders=flow.orders)
    if flow.late:
        down = translate("OrganFlow", "↓{orders}(超{late})").format(orders=flow.orders, late=flow.late)
    parts = [down]
    if flow.as_of >= 0:
        parts.append(translate("OrganFlow", "↑{days}天").format(days=day - flow.as_of))
    if flow.friction >= 0:
        parts.append(translate("OrganFlow", "摩擦{share}%").format(share=(flow.friction + 5) // 10))
    return " ".join(parts)
