"""Injects: they come due, arrive with their text, place and problem, and are settled, left to expire, or escalate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.county.draws import Draws
from game.county.place import NEEDS, Village
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.effects import effects_events
from game.exercise.entities import Inject, Message, Problem
from game.exercise.environment import holds
from game.exercise.lately import of_table
from game.exercise.reactions.numbers import num
from game.exercise.reactions.places import NEED_OF_DOMAIN, pick_village
from game.exercise.reactions.steps import explain, move
from game.exercise.state import State
from game.scenario.model import Effect, InjectSpec

WAITING = ("delivered", "acknowledged")
UNSETTLED = (*WAITING, "expired", "escalated")
STRIKE_SCALE = 100_000
"""Households a strike rate is counted on."""
OUTCOME_STEP = {"resolved": "resolve", "expired": "expire", "escalated": "escalate"}


def injects(state: State, draws: Draws) -> list[ev.Event]:
    """Let injects come due, expire and escalate at the end of a turn."""
    events = come_due(state, draws)
    for inject in state.injects.values():
        if inject.state in (*WAITING, "expired"):
            events += _run_out(state, inject, draws)
    return events


def injects_arrive(state: State, draws: Draws) -> tuple[ev.Event, ...]:
    """Deliver what is due; on the first day that is also what the scenario sets for the opening."""
    if state.session.state != "running":
        return ()
    if state.turn == 0 and (first := _opening(state)):
        return first
    first_due = _due(state.injects)
    return tuple(_deliver(state, first_due, draws)) if first_due is not None else ()


def injects_settle(state: State, draws: Draws) -> tuple[ev.Event, ...]:
    """Resolve the injects that have had their answer."""
    del draws
    for inject in _unsettled(state.injects):
        if _answered(state, inject):
            steps = move("inject", inject.id, inject.state, "resolve")
            ended = trusted.revised(table="injects", id=inject.id, changes={"ended": state.day})
            return (*steps, ended, *_sequel(state, inject))
    return ()


@of_table
def _due(injects: Mapping[str, Inject]) -> Inject | None:
    """Return the first that is due."""
    return next((inject for inject in injects.values() if inject.state == "due" and not inject.held), None)


@of_table
def _unsettled(injects: Mapping[str, Inject]) -> tuple[Inject, ...]:
    """Return those that wait for their answer, in time or late."""
    return tuple(inject for inject in injects.values() if inject.state in UNSETTLED)


# --- coming due -------------------------------------------------------------------------------------------------


def _opening(state: State) -> tuple[ev.Event, ...]:
    events: list[ev.Event] = []
    for inject in state.injects.values():
        spec = state.fixed.scenario_injects.get(inject.id)
        if inject.state == "armed" and not inject.held and spec is not None:
            day = _fixed_day(state, spec)
            if day is not None and day <= state.day:
                events += _now_due(state, inject)
    return tuple(events)


def _fixed_day(state: State, spec: InjectSpec) -> int | None:
    at = spec.trigger.at
    return (at - state.scenario.start).days if isinstance(at, date) else at


def _now_due(state: State, inject: Inject) -> tuple[ev.Event, ...]:
    return (
        *move("inject", inject.id, inject.state, "come_due"),
        trusted.revised(table="injects", id=inject.id, changes={"due": state.day}),
    )


def come_due(state: State, draws: Draws) -> list[ev.Event]:
    """Return the injects whose trigger is met; those that are held wait on."""
    events: list[ev.Event] = []
    for inject in state.injects.values():
        spec = state.fixed.scenario_injects.get(inject.id)
        if inject.state == "armed" and not inject.held and spec is not None and _triggered(state, spec, draws):
            events += _now_due(state, inject)
    return events


def _triggered(state: State, spec: InjectSpec, draws: Draws) -> bool:
    trigger = spec.trigger
    if trigger.by_hand:
        return False
    day = _fixed_day(state, spec)
    if day is not None:
        return day <= state.day
    if trigger.from_day is not None and state.day < trigger.from_day:
        return False
    if trigger.until_day is not None and state.day > trigger.until_day:
        return False
    if trigger.when is not None:
        return holds(state, trigger.when)
    if trigger.after is not None:
        before = state.injects.get(trigger.after)
        since = _outcome_day(before, trigger.outcome or "delivered") if before is not None else None
        return since is not None and state.day >= since + trigger.delay
    return trigger.chance is not None and draws.permille(trigger.chance, "inject", spec.id, state.day)


def _outcome_day(inject: Inject, outcome: str) -> int | None:
    """Return the day an inject came to an outcome or had an option chosen; None while it has not."""
    if outcome == "delivered":
        return inject.delivered if inject.delivered >= 0 else None
    wanted = OUTCOME_STEP.get(outcome)
    if wanted is None:
        if inject.choice != outcome:
            return None
        return inject.ended if inject.ended >= 0 else inject.delivered
    return next((s.day for s in reversed(inject.steps) if s.what == wanted), None)


# --- arriving ---------------------------------------------------------------------------------------------------


def _deliver(state: State, inject: Inject, draws: Draws) -> list[ev.Event]:
    spec: InjectSpec | None = state.fixed.scenario_injects.get(inject.id)
    steps = move("inject", inject.id, inject.state, "deliver", by=inject.sender)
    if spec is None:
        return [*steps, trusted.revised(table="injects", id=inject.id, changes={"delivered": state.day})]
    village = pick_village(state, spec, draws)
    texts = (spec.text, *spec.variants)
    text = texts[draws.below(len(texts), "variant", spec.id)]
    changes: dict[str, ev.Json] = {
        "text": _filled(state, spec, text, village),
        "village": village.id,
        "township": village.township,
        "delivered": state.day,
        "reply_by": state.day + spec.reply_within if spec.reply_within else -1,
    }
    opened: list[ev.Event] = []
    if spec.problem is not None:
        problem = make_problem(spec, village, state.day)
        opened.append(ev.ProblemOpened(problem=problem))
        opened += _strike(spec, village)
        changes["hidden_problem"] = problem.id
        if spec.problem.opened_by == "delivery":
            opened += move("problem", problem.id, problem.state, "find", by=spec.sender)
            changes["problem"] = problem.id
    arrived: list[ev.Event] = [*steps, trusted.revised(table="injects", id=inject.id, changes=changes)]
    arrived += opened
    arrived += _happen(state, spec.effects, inject, village)
    return arrived


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _filled(state: State, spec: InjectSpec, text: str, village: Village) -> str:
    households = spec.problem.households if spec.problem is not None else village.households
    for name, value in (
        ("{village}", village.name),
        ("{township}", state.county.township(village.township).name),
        ("{households}", str(households)),
        ("{date}", _date_in(text, state.date)),
    ):
        text = text.replace(name, value)
    return text


def _date_in(text: str, today: date) -> str:
    """Write a date in the language of the text it stands in."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in text):
        return f"{today.year}年{today.month}月{today.day}日"
    return f"{today.day} {_MONTHS[today.month - 1]} {today.year}"


def make_problem(spec: InjectSpec, village: Village, day: int) -> Problem:
    """Return the problem an inject brings to a village, still unseen; money in fen."""
    given = spec.problem
    assert given is not None
    return Problem(
        id=f"q-{spec.id}",
        domain=given.domain.value,
        type=given.type or "",
        title=given.title.replace("{village}", village.name),
        village=village.id,
        township=village.township,
        severity=given.severity,
        households=given.households,
        opened=day,
        source="inject",
        inject=spec.id,
        root=given.root,
        tasks=given.cure.tasks,
        levers=given.cure.levers,
        organs=given.cure.organs,
        hours=given.cure.hours,
        money=given.cure.money * num("money.wan_fen"),
        paper=given.paper,
        paper_hours=given.paper_hours,
    )


def _strike(spec: InjectSpec, village: Village) -> list[ev.Event]:
    """Return the households that the problem truly hits."""
    given = spec.problem
    assert given is not None
    need = NEED_OF_DOMAIN.get(given.domain.value)
    struck = given.households * num("inject.struck") // 1000
    if need is None or struck <= 0:
        return []
    key = NEEDS[need]
    return [
        ev.Queued(village=village.id, changes={f"shock:{key}": struck * STRIKE_SCALE // max(1, village.households)}),
        explain(
            f"gaps:{key}",
            f"village:{village.id}",
            struck,
            source="inject",
            ref=spec.id,
            code="problem_struck",
            true_side=True,
        ),
    ]


# --- settled, expired, escalated --------------------------------------------------------------------------------


def _answered(state: State, inject: Inject) -> bool:
    spec: InjectSpec | None = state.fixed.scenario_injects.get(inject.id)
    problem = state.problems.get(inject.hidden_problem or inject.problem)
    if problem is not None and problem.state == "closed":
        return True
    if spec is None:
        return bool(inject.reply)
    if spec.options:
        return bool(inject.choice)
    if spec.expect:
        return bool(inject.met) and {e.id for e in spec.expect} <= {name for name, _, _ in inject.met}
    if problem is not None:
        return False
    # A paper that asks for nothing is done with once it is read or answered.
    return bool(inject.reply) or inject.state == "acknowledged"


def _sequel(state: State, inject: Inject) -> tuple[ev.Event, ...]:
    spec: InjectSpec | None = state.fixed.scenario_injects.get(inject.id)
    option = next((o for o in spec.options if o.id == inject.choice), None) if spec is not None else None
    follower = state.injects.get(option.then) if option is not None and option.then else None
    if follower is None or follower.state != "armed":
        return ()
    return _now_due(state, follower)


def _run_out(state: State, inject: Inject, draws: Draws) -> list[ev.Event]:
    spec: InjectSpec | None = state.fixed.scenario_injects.get(inject.id)
    escalation = spec.escalate if spec is not None else None
    if spec is not None and escalation is not None and state.day >= inject.delivered + escalation.after:
        if inject.met and not spec.options:
            return []  # somebody is at it; it runs its course
        village = state.county.village(inject.village)
        events: list[ev.Event] = list(move("inject", inject.id, inject.state, "escalate"))
        changes: dict[str, ev.Json] = {"ended": state.day, "to": _joined(inject.to, escalation.to)}
        events.append(trusted.revised(table="injects", id=inject.id, changes=changes))
        events.append(_note(state, inject, escalation.to, _filled(state, spec, escalation.text, village)))
        events += _happen(state, escalation.effects, inject, village)
        problem = state.problems.get(inject.problem)
        if problem is not None:
            events += move("problem", problem.id, problem.state, "escalate")
        return events
    if inject.state in WAITING and 0 <= inject.reply_by < state.day:
        ended = trusted.revised(table="injects", id=inject.id, changes={"ended": state.day})
        return [*move("inject", inject.id, inject.state, "expire"), ended]
    del draws
    return []


def _happen(state: State, effects: Sequence[Effect], inject: Inject, village: Village) -> tuple[ev.Event, ...]:
    return effects_events(
        state,
        effects,
        place_village=village.id,
        township=village.township,
        seat=inject.to[0] if inject.to else "",
        ref=inject.id,
        code="cause.inject_effect",
    )


def _joined(first: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *more)))


def _note(state: State, inject: Inject, to: tuple[str, ...], text: str) -> ev.Event:
    number = state.counters.get("n:messages", 0) + 1
    # Several notices of one turn need names of their own; the inject's id makes them so.
    name = f"m{number}-{inject.id}"
    return ev.MessageSent(
        message=Message(id=name, sender=inject.sender, to=to, day=state.day, text=text, kind="notice", ref=inject.id)
    )
