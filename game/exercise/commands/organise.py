"""组织统合: bodies, commanders, leads, priorities and dispatch meetings, each with the staff or hours it costs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.exercise.catalogue import Setup, load_organs, load_posts
from game.exercise.commands.base import Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import Said, effect, explain, revise, shift, shift_all
from game.exercise.commands.scope import (
    DISPATCHERS,
    answer,
    bureau_domains,
    check_domain,
    check_organ,
    check_place,
    check_seat,
    organ_place,
    reaches_organ,
    seat_scope,
    staff_free,
    townships_of,
    works,
)
from game.exercise.entities import Organ
from game.exercise.events import Counted, Event, OrganAdded, Prioritised
from game.exercise.refusals import Refusal
from game.exercise.state import State
from game.exercise.texts import say
from game.scenario.model import Scenario

WEEK = 7


class SetUpOrgan(Command):
    """Set up a headquarters, group, zone command, post, war rooms, teams or task force."""

    organ: Ref
    leader: Annotated[str, Field(max_length=80)] = ""
    """Seat or post; a body without a leader works at half its effect."""


def needed(setup: Setup, organ_id: str) -> tuple[str, ...]:
    """Return the organs that must exist first; a local organ needs those of its own township."""
    name = organ_id.partition(":")[2]
    local = {"zone": "zone", "township": "township"}
    setups = load_organs().setups
    return tuple(
        f"{need}:{name}" if setups[need].scope in local and setup.scope == setups[need].scope else need
        for need in setup.needs
    )


def allowed_from(scenario: Scenario, organ_id: str) -> int:
    """Return the day from which superiors let the county set an organ up; 0 where they always did (K17)."""
    later = scenario.starting.later
    since = later.get(organ_id, later.get(organ_id.partition(":")[0]))
    return 0 if since is None else max(0, (since - scenario.start).days)


def lenders(state: State, setup: Setup, organ_id: str) -> tuple[tuple[str, int], ...] | None:
    """Return (organ, cadres) pairs that staff a new organ, or None where too few can be spared.

    A post is staffed by its township; war rooms and teams half by the township, half by cadres sent down from the
    bureaus; a task force by the bureaus of its domain first; all else by the bureaus with most to spare.
    """
    name = organ_id.partition(":")[2]
    free = {key: staff_free(organ) for key, organ in state.organs.items() if organ.kind == "bureau" and organ.exists}
    taken: dict[str, int] = {}
    wanted = setup.seconded
    if setup.scope == "township":
        home = f"township:{name}"
        local = wanted if setup.kind == "post" else (wanted + 1) // 2
        if home not in state.organs or staff_free(state.organs[home]) < local:
            return None
        taken[home] = local
        wanted -= local
    knowing = [key for key in free if setup.scope == "domain" and name in bureau_domains(key)]
    for pool in (knowing, list(free)):
        while wanted and any(free[key] for key in pool):
            key = max(pool, key=lambda bureau: (free[bureau], bureau))
            free[key] -= 1
            taken[key] = taken.get(key, 0) + 1
            wanted -= 1
    return None if wanted else tuple(taken.items())


def _unfit(state: State, ctx: Ctx, organ_id: str) -> Refusal | None:
    setup = load_organs().setup_of(organ_id)
    if setup is None:
        return Refusal("unknown_setup", {"organ": organ_id})
    name = organ_id.partition(":")[2]
    if setup.scope == "domain" and (unknown := check_domain(state, name)):
        return unknown
    where = organ_place(organ_id)
    return check_place(state, ctx, where)


def _organ_name(state: State, setup: Setup, organ_id: str) -> str:
    name = organ_id.partition(":")[2]
    if setup.scope == "domain":
        return setup.zh.format(place=say(f"domain.{name}"))
    if setup.scope == "zone":
        return setup.zh.format(place=next(zone.name for zone in state.county.zones if zone.id == name))
    return setup.zh.format(place=state.county.township(name).name if setup.scope == "township" else "")


def _no_leader(state: State, leader: str) -> Refusal | None:
    return None if not leader or leader in load_posts() else check_seat(state, leader)


@command("set_up_organ", group="organise", attention=3)(SetUpOrgan)
def set_up_organ(state: State, cmd: SetUpOrgan, ctx: Ctx) -> Decision:
    """Set up an organ: staff is seconded now, it works after its weeks, and then friction falls for good (K18, K60)."""
    if refusal := _unfit(state, ctx, cmd.organ):
        return refusal
    setup = load_organs().setup_of(cmd.organ)
    assert setup is not None
    existing = state.organs.get(cmd.organ)
    lent = lenders(state, setup, cmd.organ)
    since = allowed_from(state.scenario, cmd.organ)
    missing = next((need for need in needed(setup, cmd.organ) if need not in state.organs), None)
    refusal = answer(
        Refusal("organ_exists", {"organ": cmd.organ}) if existing is not None and existing.exists else None,
        Refusal("no_staff", {"need": setup.seconded}) if lent is None else None,
        Refusal("not_yet_allowed", {"organ": cmd.organ, "day": since}) if since > state.day else None,
        Refusal("needs_organ", {"organ": missing}) if missing else None,
        _no_leader(state, cmd.leader),
    )
    if refusal or lent is None:
        return refusal or Refusal("no_staff", {"need": setup.seconded})
    where = organ_place(cmd.organ)
    organ = Organ(
        id=cmd.organ,
        kind=setup.kind,
        name=_organ_name(state, setup, cmd.organ),
        place="" if where == "county" else where,
        ready_day=state.day + setup.weeks * WEEK,
        leader=cmd.leader,
        staff=setup.seconded,
        seconded=setup.seconded,
        lead_for=(cmd.organ.partition(":")[2],) if setup.scope == "domain" else (),
    )
    claim = setup.claims[0] if setup.claims else "K18"
    events: list[Event] = [OrganAdded(organ=organ)]
    if setup.scope == "domain":
        events += _drop_lead(state, organ.lead_for[0], cmd.organ)
    code = "cause.organ_set_up" if cmd.leader else "cause.organ_without_leader"
    events += explain("staff", cmd.organ, setup.seconded, code=code, claim=claim, ref=cmd.organ)
    for lender, staff in lent:
        events += _lend(state, lender, staff, cmd.organ)
    return tuple(events)


def _lend(state: State, lender: str, staff: int, ref: str) -> tuple[Event, ...]:
    organ = state.organs[lender]
    return (
        *revise("organs", lender, staff=organ.staff - staff, seconded=organ.seconded - staff),
        *explain("staff", lender, -staff, code="cause.staff_seconded", claim="K52", ref=ref),
    )


class SecondStaff(Command):
    """Second cadres from one organ to another."""

    organ: Ref
    from_organ: Ref
    staff: Annotated[int, Field(ge=1, le=500)]


@command("second_staff", group="organise", attention=1)(SecondStaff)
def second_staff(state: State, cmd: SecondStaff, ctx: Ctx) -> Decision:
    """Move cadres: what one body gains another loses; nobody lends more than half of its own (K52)."""
    giver, taker = state.organs.get(cmd.from_organ), state.organs.get(cmd.organ)
    if giver is None or not giver.exists:
        return Refusal("unknown_organ", {"organ": cmd.from_organ})
    if taker is None or not taker.exists:
        return Refusal("unknown_organ", {"organ": cmd.organ})
    scope = seat_scope(state, ctx)
    far = next((o for o in (cmd.from_organ, cmd.organ) if not reaches_organ(state, ctx, o)), None)
    free = staff_free(giver)
    refusal = answer(
        Refusal("too_few_staff", {"organ": cmd.from_organ, "need": cmd.staff, "free": free})
        if free < cmd.staff
        else None,
        Refusal("same_organ", {"organ": cmd.organ}) if cmd.organ == cmd.from_organ else None,
        Refusal("out_of_scope", {"target": far, "scope": scope}) if far else None,
    )
    if refusal:
        return refusal
    return (
        *_lend(state, cmd.from_organ, cmd.staff, cmd.organ),
        *revise("organs", cmd.organ, staff=taker.staff + cmd.staff, seconded=taker.seconded + cmd.staff),
        *explain("staff", cmd.organ, cmd.staff, code="cause.staff_gained", claim="K52", ref=cmd.from_organ),
    )


class AppointCommander(Command):
    """Make a seat the commander of a zone or township."""

    place: Ref
    seat: Ref


@command("appoint_commander", group="organise", attention=2)(AppointCommander)
def appoint_commander(state: State, cmd: AppointCommander, ctx: Ctx) -> Decision:
    """Give a place one leader (K26); a second command in the same hands brings nothing."""
    if refusal := check_place(state, ctx, cmd.place, ("zone", "township")) or check_seat(state, cmd.seat):
        return refusal
    body = state.organs.get(cmd.place)
    if body is None or not body.exists:
        return Refusal("needs_organ", {"organ": cmd.place})
    if body.leader == cmd.seat:
        return Refusal("nothing_changes", {})
    name = cmd.place.partition(":")[2]
    bodies = [o for o in (cmd.place, f"post:{name}") if o in state.organs and organ_place(o) == cmd.place]
    events: list[Event] = [event for organ in bodies for event in revise("organs", organ, leader=cmd.seat)]
    towns = [f"township:{township}" for township in townships_of(state, cmd.place)]
    busy = any(
        organ.leader == cmd.seat and organ.kind in ("zone", "township") and not _holds(state, organ.id, cmd.place)
        for organ in state.organs.values()
    )
    said: Said = {"source": "command", "ref": cmd.place}

    def together(quantity: str, name: str, code: str) -> tuple[Event, ...]:
        return shift_all(state, towns, quantity, effect(f"organise.{name}"), code=code, claim="K26", **said)

    if busy:
        events += explain("attention", cmd.place, 0, code="cause.commander_spread", claim="K26", **said)
    else:
        events += together("attention", "commander_attention", "cause.commander_appointed")
        events += together("friction", "commander_friction", "cause.commander_appointed")
    if body.leader:
        events += together("friction", "commander_change", "cause.commander_changed")
    return tuple(events)


def _holds(state: State, one: str, other: str) -> bool:
    """Whether one command lies inside the other, so that one person in both is no second command."""
    mine, theirs = set(townships_of(state, one)), set(townships_of(state, other))
    return mine <= theirs or theirs <= mine


class NameLead(Command):
    """Name the organ that leads a domain."""

    domain: Ref
    organ: Ref


@command("name_lead", group="organise", attention=1)(NameLead)
def name_lead(state: State, cmd: NameLead, ctx: Ctx) -> Decision:
    """Name one lead for a domain (K08): a bureau that knows the trade lowers friction, a strange one raises it."""
    if refusal := check_domain(state, cmd.domain) or check_organ(state, ctx, cmd.organ, (cmd.domain,)):
        return refusal
    organ = state.organs[cmd.organ]
    if cmd.domain in organ.lead_for:
        return Refusal("nothing_changes", {})
    leads = (*organ.lead_for, cmd.domain)
    events: list[Event] = [
        *_drop_lead(state, cmd.domain, cmd.organ),
        *revise("organs", cmd.organ, lead_for=leads),
    ]
    fit = organ.kind in ("hq", "group", "taskforce") or cmd.domain in bureau_domains(cmd.organ)
    if fit:
        events += shift(
            state,
            cmd.organ,
            "friction",
            effect("organise.lead_friction"),
            code="cause.lead_named",
            claim="K08",
            source="command",
            ref=cmd.organ,
        )
    else:
        events += shift(
            state,
            cmd.organ,
            "friction",
            effect("organise.lead_wrong_friction"),
            code="cause.lead_stranger",
            claim="K06",
            source="command",
            ref=cmd.organ,
        )
    if len(leads) > 2:
        events += shift(
            state,
            cmd.organ,
            "attention",
            effect("organise.lead_many_attention"),
            code="cause.lead_many",
            claim="K12",
            source="command",
            ref=cmd.organ,
        )
    return tuple(events)


def _drop_lead(state: State, domain: str, heir: str) -> tuple[Event, ...]:
    return tuple(
        event
        for key, organ in state.organs.items()
        if domain in organ.lead_for and key != heir
        for event in revise("organs", key, lead_for=tuple(d for d in organ.lead_for if d != domain))
    )


class DeclarePriority(Command):
    """Declare one domain the county's first priority."""

    domain: Ref


@command("declare_priority", group="organise", attention=2)(DeclarePriority)
def declare_priority(state: State, cmd: DeclarePriority, ctx: Ctx) -> Decision:
    """Draw the county's attention to a domain (K42, K44); a second priority within four weeks dilutes it."""
    if refusal := check_domain(state, cmd.domain):
        return refusal
    if seat_scope(state, ctx) != "county":
        return Refusal("out_of_scope", {"target": "county", "scope": seat_scope(state, ctx)})
    events: list[Event] = [Prioritised(domain=cmd.domain)]
    everyone = [key for key, organ in state.organs.items() if organ.kind in ("township", "bureau") and organ.exists]
    if state.priority is not None and state.day - state.priority[1] < effect("organise.priority_days"):
        events += shift_all(
            state,
            everyone,
            "attention",
            effect("organise.priority_dilution"),
            code="cause.priority_diluted",
            claim="X7",
            source="command",
            ref=state.priority[0],
        )
    concerned = [key for key in everyone if key.startswith("township:") or cmd.domain in bureau_domains(key)]
    events += shift_all(
        state,
        concerned,
        "attention",
        effect("organise.priority_attention"),
        code="cause.priority_declared",
        claim="K42",
        source="command",
        ref=cmd.domain,
    )
    return tuple(events)


class HoldDispatch(Command):
    """Hold a dispatch meeting (调度会) with several organs."""

    organs: Annotated[tuple[Ref, ...], Field(min_length=1, max_length=40)]
    topic: Annotated[str, Field(max_length=80)] = ""
    """A domain."""


@command("hold_dispatch", group="organise", attention=3)(HoldDispatch)
def hold_dispatch(state: State, cmd: HoldDispatch, ctx: Ctx) -> Decision:
    """Call organs together: pressure and attention rise, friction falls where a headquarters sees it through (K25).

    Every meeting costs its hours, and one before the last is digested only tires (X12).
    """
    if len(set(cmd.organs)) != len(cmd.organs):
        return Refusal("named_twice", {})
    if cmd.topic and (unknown := check_domain(state, cmd.topic)):
        return unknown
    if refusal := answer(*(check_organ(state, ctx, organ) for organ in cmd.organs)):
        return refusal
    led = any(works(state, organ) for organ in DISPATCHERS)
    on_priority = state.priority is not None and cmd.topic == state.priority[0]
    attention = effect("organise.dispatch_attention")
    attention += effect("organise.dispatch_topic_attention") if on_priority else 0
    friction = effect("organise.dispatch_friction" if led else "organise.dispatch_friction_alone")
    events: list[Event] = [Counted(counter="dispatch"), Counted(counter="dispatch_seats", by=len(cmd.organs))]
    said: Said = {"source": "command", "ref": cmd.topic}
    for key in cmd.organs:
        organ = state.organs[key]
        hours = effect(
            "organise.dispatch_hours_township" if organ.kind == "township" else "organise.dispatch_hours_bureau"
        )
        again = organ.meetings_extra > 0
        events += revise("organs", key, meetings_extra=organ.meetings_extra + hours)
        events += explain("hours_meetings", key, hours, code="cause.dispatch_hours", claim="X12", **said)
        pressure = effect("organise.dispatch_pressure")
        events += shift(state, key, "pressure", pressure, code="cause.dispatch_pressure", claim="K13", **said)
        if again:
            tired = effect("organise.dispatch_again_fatigue")
            events += shift(state, key, "fatigue", tired, code="cause.dispatch_again", claim="X12", **said)
        else:
            events += shift(state, key, "attention", attention, code="cause.dispatch_attention", claim="K25", **said)
            events += shift(state, key, "friction", friction, code="cause.dispatch_friction", claim="K25", **said)
    return tuple(events)
