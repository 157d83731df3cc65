"""Which desks there are, in the order of the navigation, and how to load them when first needed."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from game.ui.desk.base import Desk

DESKS: tuple[tuple[str, str, str], ...] = (
    ("inbox", "game.ui.desk.inbox", "InboxDesk"),
    ("map", "game.ui.desk.map", "MapDesk"),
    ("order", "game.ui.desk.orders", "OrdersDesk"),
    ("contract", "game.ui.desk.contracts", "ContractsDesk"),
    ("supervision", "game.ui.desk.supervision", "SupervisionDesk"),
    ("organisation", "game.ui.desk.organisation", "OrganisationDesk"),
    ("partners", "game.ui.desk.partners", "PartnersDesk"),
    ("programmes", "game.ui.desk.programmes", "ProgrammesDesk"),
    ("figures", "game.ui.desk.figures", "FiguresDesk"),
    ("report", "game.ui.desk.report", "ReportDesk"),
)

TODO_DESK = {
    "inject": "inbox", "decide": "inbox", "reply": "inbox", "read": "inbox",
    "order_reported": "order", "order_overdue": "order", "contract_offered": "contract",
    "problem_found": "supervision", "problem_claimed": "supervision", "problem_verified": "supervision",
    "problem_overdue": "supervision", "overdue": "supervision", "slip": "supervision", "phase": "organisation",
    "money_wanted": "programmes", "problem_owned": "order", "partner_apart": "partners", "partner_talking": "partners",
}  # fmt: skip
"""Desk on which a waiting matter is dealt with."""


def desk_classes() -> dict[str, type[Desk]]:
    """Return the desks that this build has, in order."""
    found: dict[str, type[Desk]] = {}
    for name, module, cls in DESKS:
        if find_spec(module) is not None:
            found[name] = getattr(import_module(module), cls)
    return found
