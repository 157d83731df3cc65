"""What fields of the form offer besides the draft's own ids: the places it plays in, and commands by their names."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.schema_ids import answers, catalogue_choices
from game.county.place import County
from game.scenario.known import texts
from game.scenario.tree import Node
from game.ui.i18n import language

Choices = tuple[tuple[str, str], ...]
"""(id, words) pairs."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Choices by kind; without a county there are no places, and their ids are written by hand."""

    townships: Choices = ()
    villages: Choices = ()
    commands: Choices = ()


def offer_of(root: Node, county: County | None) -> Offer:
    """Return what a draft in a county may name: of the county only the townships that the scenario plays in."""
    commands = tuple(
        (one, words) for one, words in catalogue_choices(language())["command"].ids.items() if answers(one)
    )
    if county is None:
        return Offer(commands=commands)
    played = {part.text() for part in texts(root.get("county"), "townships")}
    towns = {one.id: one.name for one in county.townships if not played or one.id in played}
    return Offer(
        tuple(towns.items()),
        tuple((v.id, f"{towns[v.township]} {v.name}") for v in county.villages if v.township in towns),
        commands,
    )
