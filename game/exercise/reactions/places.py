"""Where an inject happens: the village it names, or the one its rule picks from the true state of the county."""

from __future__ import annotations

from game.county.draws import Draws
from game.county.place import Need, Village
from game.exercise.state import State
from game.scenario.model import InjectSpec, PlaceRule

NEED_OF_DOMAIN = {
    "water": Need.WATER,
    "housing": Need.HOUSING,
    "education": Need.EDUCATION,
    "medical": Need.MEDICAL,
    "relocation": Need.RELOCATION,
    "industry": Need.LIVELIHOOD,
    "jobs": Need.LIVELIHOOD,
    "land": Need.LIVELIHOOD,
    "partners": Need.LIVELIHOOD,
    "disaster": Need.FOOD,
    "roads": Need.FOOD,
}
"""Domain -> the need its problems touch; domains left out touch none."""
DOMAIN_OF_NEED = ("disaster", "water", "housing", "education", "medical", "relocation", "jobs")
"""Need -> the domain of a problem found in homes."""


def pick_village(state: State, spec: InjectSpec, draws: Draws) -> Village:
    """Return the village of an inject; without a rule, one within reach of its first addressee."""
    rule = spec.place or PlaceRule(pick="random")
    if rule.village and state.county.has_village(rule.village):
        return state.county.village(rule.village)
    pool = _pool(state, spec, rule)
    if rule.pick in (None, "random"):
        return draws.pick(pool, "place", spec.id, state.day)
    ranked = sorted(pool, key=lambda v: (-_rank(state, rule, v), v.index))
    return ranked[0]


def _pool(state: State, spec: InjectSpec, rule: PlaceRule) -> tuple[Village, ...]:
    if rule.township and state.county.has_township(rule.township):
        found = state.county.villages_of(rule.township)
        if found:
            return found
    scope = state.seats[spec.to[0]].scope if spec.to[0] in state.seats else "county"
    if spec.place is None and scope.startswith(("township:", "village:", "zone:")):
        try:
            return state.county.place_villages(scope) or state.county.villages
        except KeyError:
            return state.county.villages
    return state.county.villages


def _rank(state: State, rule: PlaceRule, village: Village) -> int:
    """Return how well a village fits a rule; the highest is taken."""
    if rule.pick == "largest":
        return village.households
    if rule.pick == "least_visited":
        seen = state.sightings.get(village.id)
        return -seen.day if seen is not None else 1
    if rule.pick == "most_pressed":
        return state.organs[f"township:{village.township}"].pressure
    badness = _badness(state, rule.by or "incidence", village)
    return -badness if rule.pick == "best" else badness


def _badness(state: State, by: str, village: Village) -> int:
    """Return how bad a village stands by a figure, in parts of ten thousand."""
    sums, i = state.sums, village.index
    if by == "incidence":
        return int(sums.poor_persons[i]) * 10_000 // max(1, int(sums.persons[i]))
    if by == "fatigue":
        return state.organs[f"township:{village.township}"].fatigue
    homes = max(1, int(sums.households[i]))
    if by == "approval":
        return 10_000 - int(sums.approving[i]) * 10_000 // homes
    return int(sums.gaps[Need[by.upper()], i]) * 10_000 // homes
