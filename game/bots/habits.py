"""Habits that every policy shares: reading the inbox, answering offers, who does what among several seats."""

from __future__ import annotations

from collections.abc import Iterator

from game.bots.base import Act
from game.bots.reading import my_places, open_problems, tasks_for
from game.exercise.entities import Problem, Seat
from game.exercise.texts import say
from game.exercise.views.shape import OptionView, PlaceView, View

ORGANISERS = ("hq_director", "secretary", "magistrate", "zone_commander")
SUPERVISORS = ("squad_leader", "hq_director", "discipline", "zone_commander", "township_commander", "first_secretary")
MOBILISERS = ("partner", "magistrate", "hq_director", "secretary", "zone_commander", "township_commander")
LOCAL = ("township", "zone", "county")


def _first(view: View, posts: tuple[str, ...], power: str) -> str:
    for post in posts:
        for seat in view.seats:
            if seat.post == post and power in seat.powers:
                return seat.id
    return next((seat.id for seat in view.seats if power in seat.powers), "")


def organises(view: View) -> bool:
    """Whether it falls to this seat to build the organisation."""
    return "organise" in view.powers and _first(view, ORGANISERS, "organise") == view.viewer


def supervises(view: View) -> bool:
    """Whether it falls to this seat to run supervision."""
    return "supervise" in view.powers and _first(view, SUPERVISORS, "supervise") == view.viewer


def deals_with_partners(view: View) -> bool:
    """Whether it falls to this seat to deal with partners."""
    return "mobilise" in view.powers and _first(view, MOBILISERS, "mobilise") == view.viewer


def turf(view: View, power: str) -> tuple[PlaceView, ...]:
    """Return the townships for which this seat is the nearest holder of a power: township before zone before county."""
    if power not in view.powers or view.seat is None:
        return ()
    holders = [seat for seat in view.seats if power in seat.powers]
    first = {seat.scope: seat.id for seat in reversed(holders)}
    county = [seat for seat in holders if seat.scope == "county"]
    above = min(county, key=_rank).id if county else ""
    if view.viewer != above and view.viewer not in first.values():
        return ()  # whatever the townships are, another is nearer to each of them

    def nearest(township: PlaceView) -> str:
        return first.get(f"township:{township.id}") or first.get(f"zone:{township.zone}") or above

    return tuple(t for t in my_places(view) if nearest(t) == view.viewer)


def _rank(seat: Seat) -> int:
    """Return the place of a seat among those of the county."""
    return ORGANISERS.index(seat.post) if seat.post in ORGANISERS else 5


def read_inbox(view: View) -> Iterator[Act]:
    """Read what has come in."""
    for item in view.inbox:
        if item.mine and item.record.state == "delivered":
            yield Act("acknowledge_inject", {"inject": item.record.id})


def _decide(view: View, *, invest: bool) -> Iterator[Act]:
    for item in view.inbox:
        record = item.record
        if not item.mine or record.choice or record.state not in ("delivered", "acknowledged"):
            continue
        open_options = [option for option in item.options if option.open]
        if open_options:
            picked = _pick(open_options, invest=invest)
            yield Act("choose_option", {"inject": record.id, "option": picked.id})
        elif not item.options and record.reply_by >= 0 and not record.replied_by:
            yield Act("reply_inject", {"inject": record.id, "text": say("stock.reply")})


def _pick(options: list[OptionView], *, invest: bool) -> OptionView:
    """Pick by what can be seen: one who invests takes the answer that asks most of him, the other the cheapest."""
    key = [(option.attention, option.cost_money, -index) for index, option in enumerate(options)]
    index = key.index(max(key)) if invest else key.index(min(key, key=lambda k: (k[0], k[1], -k[2])))
    return options[index]


def decide_with_care(view: View) -> Iterator[Act]:
    """Answer what asks for a decision, taking trouble over it."""
    return _decide(view, invest=True)


def decide_cheaply(view: View) -> Iterator[Act]:
    """Answer what asks for a decision the cheapest way."""
    return _decide(view, invest=False)


def accept_offers(view: View) -> Iterator[Act]:
    """Accept every contract offered."""
    for contract in view.contracts:
        if contract.state == "offered" and contract.holder == view.viewer:
            yield Act("answer_contract", {"contract": contract.id, "accept": True})


def assign(view: View, problem: Problem, days: int, measure: str = "") -> Act:
    """Return the command that puts a finding on the ledger: the bureau that knows the trade, so many days."""
    tasks = tasks_for(view, problem.domain)
    owner = tasks[0].bureaus[0] if tasks else f"township:{problem.township}"
    deadline = min(view.last_day, view.day + days)
    return Act("register_finding", {"problem": problem.id, "owner": owner, "deadline": deadline, "measure": measure})


def paper_loop(view: View, days: int, measure: str = "") -> Iterator[Act]:
    """Put findings on the ledger with so many days each, check claims by their papers, sign off."""
    for problem in open_problems(view):
        if problem.state in ("found", "rebounded"):
            yield assign(view, problem, days, measure)
        elif problem.state == "claimed":
            yield Act("verify_problem", {"problem": problem.id, "depth": 1})
        elif problem.state == "verified":
            yield Act("close_problem", {"problem": problem.id})


def accept_reported(view: View) -> Iterator[Act]:
    """Accept every order that is reported done, as it is reported."""
    for order in view.orders:
        if order.issuer == view.viewer and order.state == "reported":
            yield Act("accept_order", {"order": order.id})


def share_money(view: View) -> Iterator[Act]:
    """Put money where the work is: each township gets a pot of its own, filled again when it runs low."""
    if not organises(view) or "fund" not in view.powers or not view.funds:
        return
    county = sorted((f for f in view.funds if not f.id.startswith("pot-")), key=lambda f: (bool(f.earmark), f.id))
    free = {f.id: (f.given - f.reserved - f.spent) // 100 for f in county}
    whole = sum(free.values())
    for township in view.places:
        pot = next((f for f in view.funds if f.id == f"pot-township-{township.id}"), None)
        left = (pot.given - pot.reserved - pot.spent) // 100 if pot is not None else 0
        portion = whole // (3 * len(view.places))
        source = max(free, key=lambda f: (free[f], f), default="")
        if portion > 10_000 and left < portion // 4 and free[source] >= portion:
            free[source] -= portion
            yield Act("allot_money", {"fund": source, "organ": f"township:{township.id}", "money": portion})
