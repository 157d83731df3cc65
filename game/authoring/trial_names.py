"""How a trial calls what its figures are set on, in the reader's language."""

from __future__ import annotations

from game.county.place import County
from game.exercise.catalogue import load_organs
from game.exercise.state import State
from game.exercise.texts import say


def organ_name(county: County, organ: str, name: str, lang: str) -> str:
    """Return an organ's name: a township's office is called after its township; `name` is the exercise's own."""
    catalogue = load_organs()
    kind, _, rest = organ.partition(":")
    place = county.township(rest).name if county.has_township(rest) else rest
    if kind == "township":
        return place
    if lang == "zh":
        return name
    if kind == "bureau" and rest in catalogue.bureaus:
        return catalogue.bureaus[rest].en
    if kind == "squad":
        return catalogue.squad.en.format(place=place)
    setup = catalogue.setup_of(organ)
    if setup is None:
        return name
    zones = {zone.id: zone.name for zone in county.zones}
    where = say(f"domain.{rest}", lang) if setup.scope == "domain" else zones.get(rest, place)
    return setup.en.format(place=where)


def target_name(state: State, on: str, lang: str) -> str:
    """Return the name of what an `adjust` moved."""
    kind, _, name = on.partition(":")
    county = state.county
    if kind == "organ":
        return organ_name(county, name, state.organs[name].name, lang)
    if kind == "township":
        return county.township(name).name
    if kind == "village":
        return county.township(county.village(name).township).name + county.village(name).name
    if kind == "partner":
        return state.partners[name].name
    return state.funds[name].name if kind == "fund" else county.name
