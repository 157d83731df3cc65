"""群众工作: courtyard meetings, home visits and policy talks; they win approval and take the township's hours."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.county.place import Village
from game.exercise.commands.base import Command, Ctx, Decision, Ref, command
from game.exercise.commands.effects import explain, revise, shift_all
from game.exercise.commands.scope import answer, check_domain, check_place, townships_of, works
from game.exercise.effects import GOODWILL, Said, amount, homes, queued, recent
from game.exercise.entities import Problem
from game.exercise.events import Event
from game.exercise.refusals import Refusal
from game.exercise.state import State

HOURS_A_WEEK = 40
LEVER = "society"
"""What a meeting on a problem of the place adds to its cure."""
LOCAL = ("township", "village")
"""Kinds of places where people can be met."""


def goodwill(permille: int) -> int:
    """Return per mille points of approval in the unit in which they are queued."""
    return permille * GOODWILL


def check_hours(state: State, organ: str, hours: int) -> Refusal | None:
    """Refuse more hours than an organ has in its next week, after those already taken; an absent organ has none."""
    body = state.organs.get(organ)
    if body is None or not hours:
        return None
    free = body.staff * HOURS_A_WEEK - body.debt_hours - body.meetings_extra - body.forms_extra
    return Refusal("no_hours", {"organ": organ, "need": hours, "left": max(0, free)}) if hours > free else None


def take_hours(
    state: State, organ: str, hours: int, *, code: str, claim: str, source: str, ref: str
) -> tuple[Event, ...]:
    """Return how hours are taken from an organ's next week; nothing where the organ is not there."""
    body = state.organs.get(organ)
    if body is None or not hours:
        return ()
    return (
        *revise("organs", organ, debt_hours=body.debt_hours + hours),
        *explain("hours", organ, hours, code=code, claim=claim, source=source, ref=ref),
    )


def _known(state: State, place: str) -> str:
    """Return the township's organ of a village or township."""
    return f"township:{townships_of(state, place)[0]}"


def repeated(state: State, code: str, place: str, days: int) -> int:
    """Return how often people of a place have lately been through the same, in the place itself or its township."""
    scopes = dict.fromkeys((place, _known(state, place)))
    return sum(recent(state, code, scope, days) for scope in scopes)


def _listening(state: State, share: int) -> int:
    """Return an effect with the publicity group behind it, if that works."""
    return share + share * amount("explain.publicity_share") // 1000 if works(state, "group-publicity") else share


class HoldMassMeeting(Command):
    """Hold a courtyard meeting."""

    place: Ref
    topic: Annotated[str, Field(max_length=80)] = ""
    """A domain."""


def asked_about(state: State, villages: tuple[Village, ...], domain: str) -> tuple[Problem, ...]:
    """Return the open problems of a domain that have come to light there."""
    ids = {village.id for village in villages}
    return tuple(
        problem
        for problem in state.problems.values()
        if problem.village in ids and problem.domain == domain and problem.state not in ("latent", "closed")
    )


@command("hold_mass_meeting", group="mobilise", attention=1)(HoldMassMeeting)
def hold_mass_meeting(state: State, cmd: HoldMassMeeting, ctx: Ctx) -> Decision:
    """Meet the people (K24): a matter they have wins them, a formula wins half, and the same again nobody (K14)."""
    if refusal := check_place(state, ctx, cmd.place, LOCAL) or (check_domain(state, cmd.topic) if cmd.topic else None):
        return refusal
    villages = state.county.place_villages(cmd.place)
    organ = _known(state, cmd.place)
    hours = amount("meeting.hours") * len(villages)
    if refusal := check_hours(state, organ, hours):
        return refusal
    again = repeated(state, "cause.mass_meeting", cmd.place, amount("meeting.days"))
    worn = again >= amount("meeting.worn")
    gain = amount("meeting.goodwill")
    matters = asked_about(state, villages, cmd.topic)
    if not cmd.topic:
        gain = gain * amount("meeting.formula_share") // 1000
    elif matters:
        gain += amount("meeting.goodwill_topic")
    gain = 0 if worn else _listening(state, gain) // (1 + again)
    said: Said = {"code": "cause.mass_meeting", "claim": "K24", "source": "command", "ref": cmd.topic}
    events: list[Event] = [
        *revise("organs", organ, meetings_extra=state.organs[organ].meetings_extra + hours),
        *explain("hours_meetings", organ, hours, code="cause.mass_meeting_hours", claim="K24", ref=cmd.topic),
        *queued({village.id: {"goodwill": goodwill(gain)} for village in villages}),
        *explain("approval", cmd.place, gain, **said),
    ]
    for problem in matters:
        # Some roots yield only when the people themselves take part (K09).
        if LEVER in problem.levers and LEVER not in problem.used:
            events += revise("problems", problem.id, used=(*problem.used, LEVER))
    if worn:
        price = amount("meeting.worn_formalism")
        events += shift_all(
            state, (organ,), "formalism", price, code="cause.mass_meeting_worn", claim="K14", source="command"
        )
    return tuple(events)


class OrganiseVisits(Command):
    """Organise home visits by cadres."""

    place: Ref
    households: Annotated[int, Field(ge=1, le=5000)]


@command("organise_visits", group="mobilise", attention=1)(OrganiseVisits)
def organise_visits(state: State, cmd: OrganiseVisits, ctx: Ctx) -> Decision:
    """Send cadres to homes (K52): people are heard and the record is put right; the hours are gone for all else."""
    if refusal := check_place(state, ctx, cmd.place, LOCAL):
        return refusal
    villages = state.county.place_villages(cmd.place)
    sizes = [homes(state, village) for village in villages]
    organ = _known(state, cmd.place)
    hours = -(-cmd.households * amount("visits_home.hours_ten") // 10)
    many: dict[str, str | int] = {"place": cmd.place, "most": sum(sizes)}
    if refusal := answer(
        check_hours(state, organ, hours),
        Refusal("too_many_households", many) if cmd.households > sum(sizes) else None,
    ):
        return refusal
    again = repeated(state, "cause.home_visits", cmd.place, amount("visits_home.days"))
    share = cmd.households * 1000 // max(1, sum(sizes))
    gain = share * amount("visits_home.goodwill") // 1000 // (1 + again)
    reveal = share * amount("visits_home.reveal_share") // 1000 // (1 + again)
    said: Said = {"code": "cause.home_visits", "claim": "K52", "source": "command", "ref": ""}
    return (
        *take_hours(state, organ, hours, code="cause.home_visit_hours", claim="K52", source="command", ref=""),
        *queued({village.id: {"goodwill": goodwill(gain), "reveal": reveal} for village in villages}),
        *explain("approval", cmd.place, gain, **said),
    )


class ExplainPolicy(Command):
    """Explain policy in the villages."""

    place: Ref


@command("explain_policy", group="mobilise", attention=1)(ExplainPolicy)
def explain_policy(state: State, cmd: ExplainPolicy, ctx: Ctx) -> Decision:
    """Tell people what is theirs (K30, K55); told again and again it is noise."""
    if refusal := check_place(state, ctx, cmd.place, LOCAL):
        return refusal
    villages = state.county.place_villages(cmd.place)
    organ = _known(state, cmd.place)
    hours = amount("explain.hours") * len(villages)
    if refusal := check_hours(state, organ, hours):
        return refusal
    again = repeated(state, "cause.policy_explained", cmd.place, amount("explain.days"))
    gain = _listening(state, amount("explain.goodwill")) // (1 + again)
    said: Said = {"code": "cause.policy_explained", "claim": "K30", "source": "command", "ref": ""}
    return (
        *take_hours(state, organ, hours, code="cause.policy_hours", claim="K30", source="command", ref=""),
        *queued({village.id: {"goodwill": goodwill(gain)} for village in villages}),
        *explain("approval", cmd.place, gain, **said),
    )
