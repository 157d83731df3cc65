"""What fields of the form offer besides the draft's own ids: the places it plays in, and commands by their names."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.schema_ids import answers, catalogue_choices
from game.county.place import County
from game.scenario.known import items, text, texts
from game.scenario.tree import Node
from game.ui.i18n import language, translate

Choices = tuple[tuple[str, str], ...]
"""(id, words) pairs."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Choices by kind; without a county there are no places, and their ids are written by hand."""

    townships: Choices = ()
    villages: Choices = ()
    commands: Choices = ()
    posts: Choices = ()
    scopes: Choices = ()
    """What a seat may answer for: the county, its parts, bureaus, the partners of the draft."""


def offer_of(root: Node, county: County | None) -> Offer:
    """Return what a draft in a county may name: of the county only the townships that the scenario plays in."""
    known = catalogue_choices(language())
    commands = tuple(one for one in known["command"].ids.items() if answers(one[0]))
    played = {part.text() for part in texts(root.get("county"), "townships")}
    parts = county.townships if county is not None else ()
    towns = {one.id: one.name for one in parts if not played or one.id in played}
    villages = tuple(
        (v.id, f"{towns[v.township]} {v.name}")
        for v in (county.villages if county is not None else ())
        if v.township in towns
    )
    scopes = [("county", translate("Form", "全县"))]
    if county is not None:
        zones = {one.zone for one in parts if one.id in towns}
        scopes += [(f"zone:{one.id}", one.name) for one in county.zones if one.id in zones]
    scopes += [(f"township:{ident}", name) for ident, name in towns.items()]
    scopes += [one for one in known["organ"].ids.items() if one[0].startswith("bureau:")]
    scopes += [(f"squad:{ident}", translate("Form", "{place}督战分队").format(place=n)) for ident, n in towns.items()]
    scopes += [(f"partner:{i}", text(one, "name") or i) for one in items(root, "partners") if (i := text(one, "id"))]
    scopes += [(f"village:{ident}", name) for ident, name in villages]
    return Offer(tuple(towns.items()), villages, commands, tuple(known["post"].ids.items()), tuple(scopes))
