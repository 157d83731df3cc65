"""What every command asks first: how far a seat reaches, whether a place, organ, seat or sum of money is there.

The `check_*` functions return a refusal or None, never an event; `answer` picks the refusal that the fixed order of
checks (`refusals.CHECKS`) puts first, so a command may collect all it finds wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.exercise.catalogue import load_tasks
from game.exercise.commands.base import Ctx
from game.exercise.entities import Fund, Organ
from game.exercise.events import Event, Revised
from game.exercise.refusals import CHECKS, Refusal
from game.exercise.state import State
from game.exercise.texts import refusal_check
from game.scenario.model import Domain

FEN = 100
"""Fen in a yuan."""

DOMAINS = tuple(domain.value for domain in Domain)

LOCAL_KINDS = ("township", "squad", "post", "warrooms", "teams")
"""Prefixes of organ ids that name the township they belong to."""

DISPATCHERS = ("hq", "front-hq")
"""Organs through which a zone commander reaches the bureaus."""


def answer(*found: Refusal | None) -> Refusal | None:
    """Return the refusal whose check comes first in `refusals.CHECKS`; None where there is none."""
    refusals = [refusal for refusal in found if refusal is not None]
    return min(refusals, key=lambda refusal: CHECKS.index(refusal_check(refusal.code)), default=None)


def seat_scope(state: State, ctx: Ctx) -> str:
    """Return how far the giver of a command reaches; the instructor and the clock reach the whole county."""
    seat = state.seats.get(ctx.seat)
    return "county" if seat is None or ctx.source in ("instructor", "clock") else seat.scope


def known_place(state: State, place: str) -> bool:
    """Whether `county`, `zone:<id>`, `township:<id>` or `village:<id>` is a place of this county."""
    try:
        state.county.place_villages(place)
    except KeyError:
        return False
    return True


def covers(state: State, outer: str, inner: str) -> bool:
    """Whether every village of `inner` lies in `outer`; both must be known places."""
    if outer in ("county", inner):
        return True
    place = state.county.place
    return place(outer).indexes >= place(inner).indexes


def overlaps(state: State, one: str, other: str) -> bool:
    """Whether two known places share a village."""
    place = state.county.place
    return not place(one).indexes.isdisjoint(place(other).indexes)


def townships_of(state: State, place: str) -> tuple[str, ...]:
    """Return the townships a known place touches, in the county's order."""
    return state.county.place(place).townships


def organ_place(organ_id: str) -> str:
    """Return the place an organ's id names: `township:<id>`, `zone:<id>`, or `county`."""
    kind, _, name = organ_id.partition(":")
    if kind in LOCAL_KINDS:
        return f"township:{name}"
    return organ_id if kind == "zone" else "county"


def bureau_domains(bureau: str) -> tuple[str, ...]:
    """Return the domains in which a bureau (`bureau:<id>`) knows some task, in the order of the catalogue."""
    return tuple(dict.fromkeys(d for task in load_tasks().values() if bureau in task.bureaus for d in task.domains))


def works(state: State, organ_id: str) -> bool:
    """Whether an organ exists and has started to work."""
    organ = state.organs.get(organ_id)
    return organ is not None and organ.exists and organ.ready_day <= state.day


def reaches_place(state: State, ctx: Ctx, place: str) -> bool:
    """Whether the giver's scope holds a known place whole."""
    scope = seat_scope(state, ctx)
    kind = scope.partition(":")[0]
    if kind in ("county", "bureau", "squad", "partner"):
        return True
    return known_place(state, scope) and covers(state, scope, place)


def reaches_organ(state: State, ctx: Ctx, organ_id: str, domains: Iterable[str] = ()) -> bool:
    """Whether the giver may address an organ.

    `domains` are those of the matter in hand: a bureau reaches townships only in its own. A zone commander reaches
    the bureaus through a headquarters that works. A village's first secretary reaches the township above it.
    """
    scope = seat_scope(state, ctx)
    kind, _, name = scope.partition(":")
    if kind in ("county", "squad"):
        return True
    where = organ_place(organ_id)
    if kind == "bureau":
        if organ_id == scope:
            return True
        mine = bureau_domains(scope)
        asked = tuple(domains)
        return organ_id.startswith("township:") and (not asked or any(d in mine for d in asked))
    if kind == "zone":
        if organ_id.startswith("bureau:"):
            return any(works(state, dispatcher) for dispatcher in DISPATCHERS)
        return where != "county" and known_place(state, where) and covers(state, scope, where)
    if kind == "township":
        return where == scope
    if kind == "village":
        return state.county.has_village(name) and where == f"township:{state.county.village(name).township}"
    return False


def check_place(state: State, ctx: Ctx, place: str, kinds: tuple[str, ...] = ()) -> Refusal | None:
    """Refuse a place that is unknown, of another kind than `kinds` (any when empty), or out of the giver's reach."""
    if not known_place(state, place):
        return Refusal("unknown_place", {"place": place})
    if kinds and place.partition(":")[0] not in kinds:
        return Refusal("wrong_place", {"place": place})
    if not reaches_place(state, ctx, place):
        return Refusal("out_of_scope", {"target": place, "scope": seat_scope(state, ctx)})
    return None


def check_organ(state: State, ctx: Ctx, organ_id: str, domains: Iterable[str] = ()) -> Refusal | None:
    """Refuse an organ that does not exist, does not work yet, or is out of the giver's reach."""
    organ = state.organs.get(organ_id)
    if organ is None or not organ.exists:
        return Refusal("unknown_organ", {"organ": organ_id})
    if organ.ready_day > state.day:
        return Refusal("organ_not_ready", {"organ": organ_id, "day": organ.ready_day})
    if not reaches_organ(state, ctx, organ_id, domains):
        return Refusal("out_of_scope", {"target": organ_id, "scope": seat_scope(state, ctx)})
    return None


def check_seat(state: State, seat_id: str) -> Refusal | None:
    """Refuse a seat that is not at the table."""
    return None if seat_id in state.seats else Refusal("unknown_seat", {"seat": seat_id})


def check_domain(state: State, domain: str) -> Refusal | None:
    """Refuse a domain that is none of the sixteen."""
    del state
    return None if domain in DOMAINS else Refusal("unknown_domain", {"domain": domain})


def check_task(task: str) -> Refusal | None:
    """Refuse a task that the catalogue does not have."""
    return None if task in load_tasks() else Refusal("unknown_task", {"task": task})


def check_later(state: State, day: int, code: str = "deadline_passed") -> Refusal | None:
    """Refuse a day that is not after today."""
    return None if day > state.day else Refusal(code, {"day": day, "today": state.day})


def fund_left(fund: Fund) -> int:
    """Return what a fund can still give, fen."""
    return fund.given - fund.reserved - fund.spent


def pot_id(organ_id: str) -> str:
    """Return the id of an organ's own pot of money."""
    return f"pot-{organ_id.replace(':', '-')}"


def uses_fund(state: State, ctx: Ctx, fund_id: str) -> bool:
    """Whether the giver may spend from a fund.

    An organ's pot is open to whoever reaches the organ. The county's own funds are open to county, zone and bureau
    posts; a township uses them only where nobody of the county sits at the table to allot money.
    """
    if fund_id.startswith("pot-"):
        owner = next((organ for organ in state.organs if pot_id(organ) == fund_id), "")
        return bool(owner) and reaches_organ(state, ctx, owner)
    kind = seat_scope(state, ctx).partition(":")[0]
    if kind in ("township", "village"):
        return all(seat.scope != "county" for seat in state.seats.values())
    return True


def check_money(state: State, ctx: Ctx, fund_id: str, amount: int, domains: Iterable[str] = ()) -> Refusal | None:
    """Refuse money (fen) that an unknown, foreign, earmarked or empty fund cannot give; 0 needs none."""
    if amount <= 0:
        return None
    fund = state.funds.get(fund_id)
    if fund is None:
        return Refusal("unknown_fund", {"fund": fund_id})
    if not uses_fund(state, ctx, fund_id):
        return Refusal("fund_not_yours", {"fund": fund_id})
    asked = tuple(domains)
    if fund.earmark and asked and not any(domain in fund.earmark for domain in asked):
        return Refusal("wrong_earmark", {"fund": fund_id})
    if fund_left(fund) < amount:
        params: dict[str, str | int] = {"fund": fund_id, "need": amount // FEN, "left": fund_left(fund) // FEN}
        return Refusal("no_money", params)
    return None


def staff_free(organ: Organ) -> int:
    """Return how many cadres an organ can still lend: it keeps at least half of its own."""
    own = organ.staff - organ.seconded
    return max(0, organ.staff - (own + 1) // 2)


def next_number(state: State, table: str) -> int:
    """Return the number that the next new record of a table gets."""
    return state.counters.get(f"n:{table}", 0) + 1


def next_id(state: State, table: str, prefix: str, offset: int = 0) -> str:
    """Return the id of the next new record of a table, e.g. `o7`; `offset` for several in one command."""
    return f"{prefix}{next_number(state, table) + offset}"


def undoable(state: State, ctx: Ctx, kind: str, entity: str) -> tuple[Event, ...]:
    """Return the event that notes a command as the last one its seat can take back within the turn."""
    if ctx.seat not in state.seats:
        return ()
    return (Revised(table="seats", id=ctx.seat, changes={"undo": (kind, entity, state.turn)}),)
