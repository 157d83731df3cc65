"""What an effect of a scenario, or of an instructor's hand, does to organs, households, partners and money.

Needs, approval and hours are queued for the coming week; quantities of organs and money move at once. Every change
brings its cause.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypedDict

from game.county.place import NEEDS, Village
from game.exercise.entities import Cause
from game.exercise.events import Event, Explained, FundMoved, Queued, QueuedMany, Revised, Shifted
from game.exercise.state import State
from game.scenario.model import Effect

WAN_FEN = 1_000_000
"""Fen in 万元."""
STRAINS = ("pressure", "friction", "formalism", "attention", "fatigue")
"""Quantities that organs have."""
GOODWILL = 100
"""Thousandths of a household's approval point (0-100) in one per mille point of approval."""
STRUCK = 100_000
"""Base of the kernel's rate of strikes."""
SEVERE = 100
"""Gap points of one severe gap of a household."""
COUNTY_OFFICES = ("hq", "front-hq", "leading-group", "bureau:poverty")
"""Organs that serve a county leader, the highest first."""


class Said(TypedDict):
    """What a cause says besides its figure."""

    code: str
    claim: str
    source: str
    ref: str


@cache
def amounts() -> Mapping[str, int]:
    """Return what commands of the supervise, mobilise and talk groups do, by dotted name (`data/commands_b.toml`)."""
    text = (files("game.exercise") / "data" / "commands_b.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)
    return MappingProxyType({f"{group}.{key}": value for group, rows in groups.items() for key, value in rows.items()})


def amount(name: str) -> int:
    """Return one of `amounts`, e.g. `slip.pressure`; `KeyError` where there is none."""
    return amounts()[name]


def shifted(
    state: State,
    table: Literal["organs", "partners"],
    entity: str,
    quantity: str,
    delta: int,
    *,
    code: str,
    claim: str = "",
    source: str = "command",
    ref: str = "",
) -> tuple[Event, ...]:
    """Return the event that moves a quantity of an organ or partner by what its bounds (0-1000) leave of `delta`.

    `code` is a full catalogue code (`cause.x`). Nothing where nothing moves or the entity is not there.
    """
    record = (state.organs if table == "organs" else state.partners).get(entity)
    if record is None:
        return ()
    now: int = getattr(record, quantity)
    real = min(1000, max(0, now + delta)) - now
    if not real:
        return ()
    cause = Cause(
        figure=quantity,
        scope=entity if table == "organs" else f"partner:{entity}",
        delta=real,
        source=source,
        ref=ref,
        code=code,
        claim=claim,
        true_side=quantity == "formalism",
    )
    return (Shifted(table=table, id=entity, quantity=quantity, delta=real, cause=cause),)


def explained(
    figure: str,
    scope: str,
    delta: int,
    *,
    code: str,
    claim: str = "",
    source: str = "command",
    ref: str = "",
    true_side: bool = False,
) -> Event:
    """Return the cause of a figure that other events move; `code` is a full catalogue code."""
    return Explained(
        cause=Cause(
            figure=figure, scope=scope, delta=delta, source=source, ref=ref, code=code, claim=claim, true_side=true_side
        )
    )


def recent(state: State, code: str, scope: str, days: int) -> int:
    """Return how often a cause was noted for a scope in the last `days` days, today included."""
    since = state.day - days
    turns = range(max(0, state.turn - days // state.scenario.turn.days - 1), state.turn + 1)
    return sum(
        len(
            [
                1
                for cause in state.causes.get(turn, ())
                if cause.scope == scope and cause.code == code and cause.day > since
            ]
        )
        for turn in turns
    )


def spread(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return `total` (0 or more) shared out by weight; what is left over goes to the largest remainders."""
    whole = sum(weights)
    if whole <= 0:
        return tuple(0 for _ in weights)
    shares = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return tuple(shares)


def queued(rows: dict[str, dict[str, int]]) -> tuple[Event, ...]:
    """Return the event that queues household changes for some villages; changes of nothing are left out."""
    kept = {village: {k: v for k, v in changes.items() if v} for village, changes in rows.items()}
    kept = {village: changes for village, changes in kept.items() if changes}
    if not kept:
        return ()
    if len(kept) == 1:
        village, changes = next(iter(kept.items()))
        return (Queued(village=village, changes=changes),)
    return (QueuedMany(rows=kept),)


def homes(state: State, village: Village) -> int:
    """Return the households of a village."""
    return int(state.sums.households[village.index])


def seat_organ(state: State, seat: str) -> str:
    """Return the organ behind a seat: its bureau, township, squad or zone, a county leader's office; "" for none."""
    holder = state.seats.get(seat)
    if holder is None:
        return ""
    kind, _, name = holder.scope.partition(":")
    if kind == "village":
        home = state.county.village(name).township if state.county.has_village(name) else ""
        wanted: tuple[str, ...] = (f"township:{home}",)
    elif kind in ("county", "zone"):
        wanted = COUNTY_OFFICES if kind == "county" else (holder.scope, *COUNTY_OFFICES)
    else:
        wanted = (holder.scope,)
    return next((organ for organ in wanted if organ in state.organs and state.organs[organ].exists), "")


@dataclass(frozen=True, slots=True)
class _Site:
    """Where effects strike, and why."""

    state: State
    village: str
    township: str
    seat: str
    ref: str
    code: str
    source: str
    claim: str

    def explain(self, figure: str, scope: str, delta: int) -> Event:
        return explained(figure, scope, delta, code=self.code, claim=self.claim, source=self.source, ref=self.ref)

    def shift(self, table: Literal["organs", "partners"], entity: str, quantity: str, delta: int) -> tuple[Event, ...]:
        return shifted(
            self.state,
            table,
            entity,
            quantity,
            delta,
            code=self.code,
            claim=self.claim,
            source=self.source,
            ref=self.ref,
        )

    def place(self, on: str) -> str:
        """Return the place whose households an effect reaches; a place that is not known widens to the county."""
        county = self.state.county
        if on.startswith(("organ:", "seat_organ")):
            organ = on.removeprefix("organ:") if on != "seat_organ" else seat_organ(self.state, self.seat)
            kind, _, name = organ.partition(":")
            return f"township:{name}" if county.has_township(name) and kind != "zone" else "county"
        if on == "place" and county.has_village(self.village):
            return f"village:{self.village}"
        if on in ("place", "township") and county.has_township(self.township):
            return f"township:{self.township}"
        if on == "township" and county.has_village(self.village):
            return f"township:{county.village(self.village).township}"
        return "county"

    def organs(self, on: str) -> tuple[str, ...]:
        """Return the organs whose quantities or hours an effect moves."""
        if on.startswith("organ:"):
            wanted: Iterable[str] = (on.removeprefix("organ:"),)
        elif on == "seat_organ":
            wanted = (seat_organ(self.state, self.seat),)
        elif on.startswith(("partner:", "fund:")):
            wanted = ()
        else:
            villages = self.state.county.place_villages(self.place(on))
            wanted = dict.fromkeys(f"township:{village.township}" for village in villages)
        return tuple(organ for organ in wanted if organ in self.state.organs)


def _strain(site: _Site, effect: Effect) -> list[Event]:
    return [e for organ in site.organs(effect.on) for e in site.shift("organs", organ, effect.quantity, effect.add)]


def _hours(site: _Site, effect: Effect) -> list[Event]:
    events: list[Event] = []
    for organ in site.organs(effect.on):
        now = site.state.organs[organ].debt_hours
        after = max(0, now + effect.add)
        if after != now:
            events.append(Revised(table="organs", id=organ, changes={"debt_hours": after}))
            events.append(site.explain("hours", organ, after - now))
    return events


def _trust(site: _Site, effect: Effect) -> list[Event]:
    kind, _, name = effect.on.partition(":")
    partners = (name,) if kind == "partner" else tuple(site.state.partners)
    return [e for partner in partners for e in site.shift("partners", partner, "trust", effect.add)]


def _approval(site: _Site, effect: Effect) -> list[Event]:
    place = site.place(effect.on)
    rows = {v.id: {"goodwill": effect.add * GOODWILL} for v in site.state.county.place_villages(place)}
    happened = queued(rows)
    return [*happened, site.explain("approval", place, effect.add)] if happened else []


def _need(site: _Site, effect: Effect) -> list[Event]:
    place = site.place(effect.on)
    villages = site.state.county.place_villages(place)
    sizes = [homes(site.state, village) for village in villages]
    shares = spread(min(abs(effect.add), sum(sizes)), sizes)
    rows: dict[str, dict[str, int]] = {}
    for village, size, struck in zip(villages, sizes, shares, strict=True):
        if not size:
            continue
        opened = effect.add > 0
        rows[village.id] = (
            {f"shock:{effect.quantity}": struck * STRUCK // size}
            if opened
            else {f"effort:{effect.quantity}": struck * SEVERE}
        )
    happened = queued(rows)
    real = sum(shares) if effect.add > 0 else -sum(shares)
    return [*happened, site.explain(f"gaps:{effect.quantity}", place, real)] if happened else []


def _fund(state: State, on: str) -> str:
    """Return the fund an effect names, else the county's first own fund; "" where there is none."""
    if on.startswith("fund:"):
        return on.removeprefix("fund:")
    return next((fund for fund in state.funds if not fund.startswith("pot-")), "")


def _funds(site: _Site, effect: Effect) -> list[Event]:
    fund = site.state.funds.get(_fund(site.state, effect.on))
    if fund is None:
        return []
    free = max(0, fund.given - fund.reserved - fund.spent)
    change = max(effect.add * WAN_FEN, -free)
    if not change:
        return []
    return [FundMoved(fund=fund.id, given=change, ref=site.ref), site.explain("funds", f"fund:{fund.id}", change)]


_RULES: dict[str, Callable[[_Site, Effect], list[Event]]] = {
    **dict.fromkeys(STRAINS, _strain),
    **dict.fromkeys(NEEDS, _need),
    "hours": _hours,
    "trust": _trust,
    "approval": _approval,
    "funds": _funds,
}


def effects_events(
    state: State,
    effects: Sequence[Effect],
    *,
    place_village: str,
    township: str,
    seat: str,
    ref: str,
    code: str,
    source: str = "inject",
    claim: str = "",
) -> tuple[Event, ...]:
    """Return what a list of effects makes happen, each change with its cause. Pure; total.

    `place_village` and `township` are ids ("" where there is none, which widens `place` and `township` to the next
    larger place); `seat` stands behind `seat_organ`; `ref` and `code` (a full code such as `cause.inject_effect`) go
    into the causes. An effect on an organ, partner or fund that is not there, or on something that has no such
    quantity, does nothing. Money can be taken only as far as a fund still has it.
    """
    site = _Site(state, place_village, township, seat, ref, code, source, claim)
    return tuple(event for effect in _merged(state, effects) for event in _RULES[effect.quantity](site, effect))


def _merged(state: State, effects: Sequence[Effect]) -> list[Effect]:
    """Add up effects on the same thing, so that bounds are kept against the sum and not against each part."""
    sums: dict[tuple[str, str], Effect] = {}
    for effect in effects:
        key = (_fund(state, effect.on) if effect.quantity == "funds" else effect.on, effect.quantity)
        known = sums.get(key)
        sums[key] = effect if known is None else known.model_copy(update={"add": known.add + effect.add})
    return list(sums.values())
