"""Options and consequences: choices that are none, effects that do nothing or land elsewhere than they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.scenario.findings import Sink, Word
from game.scenario.known import items
from game.scenario.lint.facts import Facts, beside, key_place, place
from game.scenario.model import Option

STRAINS = frozenset({"pressure", "friction", "formalism", "attention", "fatigue"})
_GOOD = {"trust", "approval", "funds", "attention"}
"""Quantities of which more is better; of all others less is."""
_OWN = {"trust": "partner", "funds": "fund"}
"""Quantity -> what alone has it."""
_ROUTINE = {"township", "squad"}
MOST_OPTIONS = 12


def _reach(option: Option) -> dict[tuple[str, str], int]:
    """Return what an option does, in points that are good: (on, quantity) -> sum."""
    found: dict[tuple[str, str], int] = {}
    for effect in option.effects:
        key = effect.on, effect.quantity
        found[key] = found.get(key, 0) + (effect.add if effect.quantity in _GOOD else -effect.add)
    return found


def _beats(one: Option, other: Option, good: Mapping[str, dict[tuple[str, str], int]]) -> bool:
    """Whether an option is nowhere worse than another, and better in what it brings or costs."""
    a, b = good[one.id], good[other.id]
    gains = [a.get(key, 0) - b.get(key, 0) for key in dict.fromkeys((*a, *b))]
    gains += [other.cost_money - one.cost_money, other.attention - one.attention]
    return one.credit >= other.credit and all(gain >= 0 for gain in gains) and any(gain > 0 for gain in gains)


def choices(facts: Facts, sink: Sink) -> None:
    """Say which options nobody could prefer, and which decisions earn the same or nothing but one answer."""
    for case in facts.cases:
        options = case.spec.options[:MOST_OPTIONS]
        if len(options) < 2:
            continue
        nodes = items(case.node, "options")
        earned = [option.credit for option in options]
        if len(set(earned)) == 1 and earned[0] and _differ(options):
            sink.add("TH563", key_place(case.node, "options"), credit=earned[0])
        elif sum(credit > 0 for credit in earned) == 1:
            sink.add("TH564", key_place(case.node, "options"), id=options[earned.index(max(earned))].id)
        good = {option.id: _reach(option) for option in options}
        for option, node in zip(options, nodes, strict=False):
            better = next(
                (o for o in options if o.needs is None and o.then == option.then and _beats(o, option, good)), None
            )
            if better is not None:
                there = nodes[options.index(better)]
                related = beside(there.span, "better_here")
                sink.add("TH561", node.span, related=related, id=option.id, better=better.id)


def _differ(options: tuple[Option, ...]) -> bool:
    bodies = {option.model_dump_json(exclude={"id", "text", "why"}) for option in options}
    return len(bodies) == len(options)


def closed(facts: Facts, sink: Sink) -> None:
    """Say which options cost more money or attention than anybody can ever have."""
    money = _money(facts)
    seats = {seat.id: facts.attention(seat) for seat in facts.scenario.seats}
    for case in facts.cases:
        own = [seats.get(seat) for seat in facts.answers(case)]
        most = max((points for points in own if points is not None), default=None) if None not in own else None
        for option, node in zip(case.spec.options, items(case.node, "options"), strict=False):
            if option.cost_money > money.get(case.spec.domain.value, money[""]):
                sink.add("TH562", place(node, "cost_money"), so=Word("too_dear"))
            elif most is not None and option.attention > most:
                sink.add("TH562", place(node, "attention"), so=Word("too_tiring"))


def _money(facts: Facts) -> dict[str, int]:
    """Return the most 万元 that can ever be at hand for a domain; "" for one that no fund is earmarked for."""
    ever = _ever(facts)
    free = sum(ever[fund.id] for fund in facts.scenario.starting.funds if not fund.earmark)
    found = {"": free}
    for fund in facts.scenario.starting.funds:
        for domain in fund.earmark:
            found[domain.value] = found.get(domain.value, free) + ever[fund.id]
    return found


def _ever(facts: Facts) -> dict[str, int]:
    """Return the most 万元 that each fund can ever hold."""
    funds = {fund.id: fund.amount + sum(fund.yearly.values()) for fund in facts.scenario.starting.funds}
    for on, quantity, add, _ in facts.effects:
        if quantity == "funds" and add > 0:
            kind, _, name = on.partition(":")
            for fund in funds:
                if kind != "fund" or name == fund:
                    funds[fund] += add
    partners = sum(partner.money for partner in facts.scenario.partners)
    return {fund: money + partners for fund, money in funds.items()}


def effects(facts: Facts, sink: Sink) -> None:
    """Say which effects do nothing, land elsewhere, or are beyond what a quantity can be."""
    ever = _ever(facts)
    for on, quantity, add, node in facts.effects:
        kind, _, name = on.partition(":")
        if add == 0:
            sink.add("TH566", place(node, "add"))
        elif kind in ("partner", "fund") and quantity in (*STRAINS, "hours"):
            sink.add("TH567", place(node, "quantity"), on=on, quantity=quantity)
        elif kind in ("partner", "fund") and quantity not in _OWN:
            sink.add("TH568", place(node, "quantity"), on=on, quantity=quantity, where=Word("whole_county"))
        elif quantity in _OWN and kind not in (_OWN[quantity], "county"):
            where = Word("all_partners" if quantity == "trust" else "first_fund")
            sink.add("TH568", place(node, "quantity"), on=on, quantity=quantity, where=where)
        elif kind == "organ" and not _there(facts, name):
            sink.add("TH569", place(node, "on"), organ=name)
        elif abs(add) > 1000 and quantity in (*STRAINS, "trust", "approval"):
            sink.add("TH570", place(node, "add"), add=add, quantity=quantity)
        elif kind == "fund" and quantity == "funds" and name in ever and -add > ever[name]:
            sink.add("TH571", place(node, "add"), add=-add, most=ever[name], fund=name)


def _there(facts: Facts, organ: str) -> bool:
    """Whether an organ is there in some game; yes where county or catalogue are not known."""
    kind, colon, name = organ.partition(":")
    known, organs = facts.known, facts.catalogues.organs
    if not organs or organ in organs:
        return True
    if kind in ("zone", "post", "warrooms", "teams", *_ROUTINE) and colon:
        return known.county is None or name in (known.zones if kind == "zone" else known.townships)
    return bool(colon) and kind in organs


RULES: tuple[Callable[[Facts, Sink], None], ...] = (choices, closed, effects)
