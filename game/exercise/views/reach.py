"""What a seat is concerned with: its townships, villages, organs and domains, by the scope of its post."""

from __future__ import annotations

from dataclasses import dataclass

from game.exercise.entities import (
    Contract,
    Inject,
    Message,
    Order,
    Organ,
    Partner,
    Problem,
    Programme,
    Seat,
    Slip,
    Visit,
)
from game.exercise.state import State


@dataclass(frozen=True, slots=True)
class Reach:
    """A viewer's field of sight."""

    seat: str
    county: bool
    everything: bool
    """Instructor or review."""
    townships: frozenset[str]
    villages: frozenset[str]
    """Only for a village post; elsewhere the townships say it."""
    organs: frozenset[str]
    domains: frozenset[str]
    level: str
    """Level of the reporting chain it reads: village, township or county."""
    supervises: bool

    def township(self, township: str) -> bool:
        """Whether it is concerned with a township as a whole."""
        return self.county or township in self.townships

    def village(self, village: str, township: str) -> bool:
        """Whether it is concerned with a village."""
        return self.county or (village in self.villages if self.villages else township in self.townships)


def reach_of(state: State, viewer: str) -> Reach:
    """Return the reach of a seat, of `instructor` or of `review`; `KeyError` for an unknown viewer."""
    every = frozenset(t.id for t in state.county.townships)
    if viewer in ("instructor", "review"):
        return Reach(viewer, True, True, every, frozenset(), frozenset(state.organs), frozenset(), "county", True)
    seat = state.seats[viewer]
    kind, _, name = seat.scope.partition(":")
    supervises = "supervise" in seat.powers or any(power == "supervise" for power, _ in seat.delegated)
    if kind == "county":
        return Reach(
            viewer, True, False, every, frozenset(), frozenset(state.organs), frozenset(), "county", supervises
        )
    townships: frozenset[str] = frozenset()
    villages: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    level = "township"
    if kind == "zone":
        townships = frozenset(t.id for t in state.county.townships if t.zone == name)
    elif kind in ("township", "squad"):
        townships = frozenset({name})
    elif kind == "village":
        home = state.county.village(name)
        townships, villages, level = frozenset({home.township}), frozenset({name}), "village"
    elif kind == "bureau":
        from game.exercise.catalogue import load_tasks

        organ = f"bureau:{name}"
        domains = frozenset(d for task in load_tasks().values() if organ in task.bureaus for d in task.domains)
        level = "county"
    organs = {o.id for o in state.organs.values() if o.place and (o.place in townships or o.place == name)}
    organs |= {f"township:{t}" for t in townships if not villages} | {seat.scope}
    return Reach(viewer, False, False, townships, villages, frozenset(organs), domains, level, supervises)


def _place(reach: Reach, state: State, place: str) -> bool:
    kind, _, name = place.partition(":")
    if reach.county or kind == "county":
        return True
    if kind == "township":
        return name in reach.townships
    if kind == "zone":
        return any(state.county.township(t).zone == name for t in reach.townships)
    if kind == "village" and state.county.has_village(name):
        return reach.village(name, state.county.village(name).township)
    return False


def sees_order(reach: Reach, state: State, order: Order) -> bool:
    """Orders reach who issued them, who must carry them out and whoever stands above."""
    if reach.county or order.issuer == reach.seat or reach.organs & {*order.organs, order.lead}:
        return True
    return (
        bool(reach.townships) and not reach.villages and order.place != "county" and _place(reach, state, order.place)
    )


def sees_contract(reach: Reach, state: State, contract: Contract) -> bool:
    """Contracts are seen by both sides and by those whose place they cover."""
    if reach.county or reach.seat in (contract.holder, contract.giver) or contract.holder in reach.organs:
        return True
    return contract.object in reach.domains or (":" in contract.object and _place(reach, state, contract.object))


def sees_problem(reach: Reach, problem: Problem) -> bool:
    """Tell whether a problem is seen: once found, by its place, its owner and its bureaus."""
    if problem.state == "latent" and not reach.everything:
        return False
    if reach.county or reach.village(problem.village, problem.township):
        return True
    return problem.owner in reach.organs or problem.person == reach.seat or problem.domain in reach.domains


def sees_visit(reach: Reach, visit: Visit) -> bool:
    """Tell whether a visit is seen: an unannounced one is a secret of those who supervise until it arrives."""
    if reach.everything or visit.by == reach.seat:
        return True
    if visit.state == "planned" and not visit.announced:
        return reach.county and reach.supervises
    return reach.township(visit.township)


def sees_slip(reach: Reach, slip: Slip) -> bool:
    """Slips are between sender and receiver, and the county's leaders."""
    return reach.county or reach.seat in (slip.to, slip.by) or slip.to in reach.organs


def sees_inject(reach: Reach, inject: Inject) -> bool:
    """Tell whether an inject is seen: by those it was delivered to."""
    if reach.everything:
        return True
    return reach.seat in inject.to and inject.delivered >= 0


def sees_message(reach: Reach, message: Message) -> bool:
    """Tell whether a message is seen: by its sender and those it is for."""
    return reach.everything or message.sender == reach.seat or reach.seat in message.to


def concerned_organ(reach: Reach, organ: Organ) -> bool:
    """Whether the inner figures of an organ are this viewer's business."""
    return reach.county or organ.id in reach.organs or (bool(organ.place) and organ.place in reach.townships)


def concerned_programme(reach: Reach, state: State, programme: Programme) -> bool:
    """Whether a programme's accounts are this viewer's business."""
    return programme.by == reach.seat or programme.organ in reach.organs or _place(reach, state, programme.place)


def concerned_partner(reach: Reach, state: State, partner: Partner) -> bool:
    """Whether a partner's inner figures are known: to county leaders and to whoever speaks for it."""
    seat = state.seats.get(reach.seat)
    return reach.county or (seat is not None and seat.scope == f"partner:{partner.id}")


def concerned_fund(reach: Reach, seat: Seat | None, fund: str) -> bool:
    """Whether a fund's balance is known: to county leaders, to those who may fund, to the pot's owner."""
    if reach.county or any(fund == f"pot-{organ.replace(':', '-')}" for organ in reach.organs):
        return True
    return seat is not None and "fund" in seat.powers and not fund.startswith("pot-")
