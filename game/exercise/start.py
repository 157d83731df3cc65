"""How an exercise begins: the county's households are drawn, and the first events set the table."""

from __future__ import annotations

from collections.abc import Iterator

from game.county.draws import Draws
from game.county.generate import generate
from game.county.place import County
from game.county.sums import village_sums
from game.exercise import events as ev
from game.exercise.catalogue import load_organs, load_posts
from game.exercise.entities import Fund, Inject, Organ, Partner, Seat
from game.exercise.evolve import evolve_all
from game.exercise.reactions.numbers import num
from game.exercise.reactions.record import turn_record
from game.exercise.reactions.reports import first_reports
from game.exercise.state import Fixed, State
from game.exercise.texts import say
from game.scenario.model import Scenario, SeatSpec

WAN_FEN = 1_000_000
"""Fen in 万元."""


def start(
    scenario: Scenario, county: County, *, digest: str, seed: int, humans: frozenset[str] = frozenset()
) -> tuple[State, tuple[ev.Event, ...]]:
    """Return the bare state of day 0 and the first events, not yet applied to it.

    `county` is already cut to the scenario's slice; `humans` are the seats held by people, all others are bots.
    """
    line = county.line(scenario.start.year)
    columns = generate(county, Draws(seed).key("county", county.id), line=line)
    sums = village_sums(columns, line)
    bare = State(fixed=Fixed(scenario, county, digest), columns=columns, sums=sums)
    first: list[ev.Event] = [ev.SeatAdded(seat=_seat(county, spec, humans)) for spec in scenario.seats]
    first += [ev.OrganAdded(organ=organ) for organ in first_organs(scenario, county)]
    first += [
        ev.FundAdded(
            fund=Fund(id=f.id, name=f.name, given=f.amount * WAN_FEN, earmark=tuple(d.value for d in f.earmark))
        )
        for f in scenario.starting.funds
    ]
    first += [ev.PartnerAdded(partner=partner) for partner in _partners(scenario)]
    first += [ev.InjectArmed(inject=inject) for inject in _injects(scenario)]
    state = evolve_all(bare, first)
    reported = first_reports(state)
    first += reported
    first.append(ev.TurnClosed(record=turn_record(evolve_all(state, reported))))
    return bare, tuple(first)


def _place_name(county: County, place: str) -> str:
    kind, _, name = place.partition(":")
    if kind == "zone":
        return next((z.name for z in county.zones if z.id == name), name)
    if kind in ("township", "squad"):
        return county.township(name).name if county.has_township(name) else name
    if kind == "village":
        return county.village(name).name if county.has_village(name) else name
    if kind == "bureau":
        bureau = load_organs().bureaus.get(name)
        return bureau.zh.removesuffix("局") if bureau else name
    return county.name


def _seat(county: County, spec: SeatSpec, humans: frozenset[str]) -> Seat:
    post = load_posts()[spec.post]
    attention = spec.attention or post.attention
    powers = post.powers if spec.powers is None else tuple(p.value for p in spec.powers)
    return Seat(
        id=spec.id,
        post=spec.post,
        name=spec.name or post.zh.format(place=_place_name(county, spec.scope)),
        scope=spec.scope,
        powers=powers,
        state="human" if spec.id in humans else "bot",
        attention=attention,
        attention_turn=attention,
    )


def first_organs(scenario: Scenario, county: County) -> Iterator[Organ]:
    """Yield the organs that work on day 0."""
    catalogue = load_organs()
    total = sum(v.households for v in county.villages)
    commanders = {s.scope: s.id for s in scenario.seats if s.scope.startswith(("township:", "zone:", "bureau:"))}
    for township in county.townships:
        households = sum(v.households for v in county.villages_of(township.id))
        place = f"township:{township.id}"
        yield Organ(
            id=place,
            kind="township",
            name=catalogue.township.zh.format(place=township.name),
            place=place,
            leader=commanders.get(place, ""),
            staff=max(num("staff.township_least"), households // num("staff.households_per_cadre")),
        )
        yield Organ(
            id=f"squad:{township.id}",
            kind="squad",
            name=catalogue.squad.zh.format(place=township.name),
            place=place,
            staff=catalogue.squad.staff,
        )
    # A slice of the county gets a part of each bureau; half of a bureau is needed however small the slice.
    share = min(1000, 500 + 500 * total // num("staff.county_households"))
    for key, bureau in catalogue.bureaus.items():
        organ = f"bureau:{key}"
        staff = max(4, bureau.staff * share // 1000)
        yield Organ(id=organ, kind="bureau", name=bureau.zh, leader=commanders.get(organ, ""), staff=staff)
    for organ_id in scenario.starting.organs:
        made = _set_up(scenario, county, organ_id)
        if made is not None:
            yield made


def _set_up(scenario: Scenario, county: County, organ_id: str) -> Organ | None:
    """Return an organ that already works on day 0; None where this slice has no such place."""
    setup = load_organs().setup_of(organ_id)
    if setup is None:
        return None
    name = organ_id.partition(":")[2]
    place = {"zone": f"zone:{name}", "township": f"township:{name}"}.get(setup.scope, "")
    if place:
        try:
            county.place_villages(place)
        except KeyError:
            return None
    shown = say(f"domain.{name}") if setup.scope == "domain" else _place_name(county, place)
    posts = {"zone": ("zone_commander",), "township": ("township_commander",)}.get(
        setup.scope, ("hq_director", "secretary", "magistrate")
    )
    holders = [s for post in posts for s in scenario.seats if s.post == post and (not place or s.scope == place)]
    return Organ(
        id=organ_id,
        kind=setup.kind,
        name=setup.zh.format(place=shown),
        place=place,
        leader=holders[0].id if holders else posts[0],
        staff=setup.seconded,
        seconded=setup.seconded,
        lead_for=(name,) if setup.scope == "domain" else (),
    )


def _partners(scenario: Scenario) -> Iterator[Partner]:
    for spec in scenario.partners:
        yield Partner(
            id=spec.id,
            name=spec.name,
            kind=spec.kind,
            trust=spec.trust,
            money_cap=spec.money * WAN_FEN,
            jobs_cap=spec.jobs,
            domains=tuple(d.value for d in spec.domains),
            note=spec.note or "",
        )


def _injects(scenario: Scenario) -> Iterator[Inject]:
    for spec in scenario.injects:
        yield Inject(
            id=spec.id,
            title=spec.title,
            form=spec.form.value,
            domain=spec.domain.value,
            sender=spec.sender,
            to=spec.to,
            trap=spec.trap or "",
            noise=spec.noise,
        )
