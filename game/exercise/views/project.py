"""`project`: the view of one viewer, built up from nothing out of what that viewer may see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from game.county.place import County
from game.exercise.catalogue import load_organs, load_tasks
from game.exercise.commands.organise import allowed_from
from game.exercise.copies import revised
from game.exercise.decide import current_phase, holds_power
from game.exercise.entities import Cause, Fund, Inject, Organ, Partner, Programme
from game.exercise.environment import holds
from game.exercise.marks import Mark
from game.exercise.scoring import score
from game.exercise.state import State
from game.exercise.views import later
from game.exercise.views import reach as r
from game.exercise.views.figures import figure_views
from game.exercise.views.guide import guide_view
from game.exercise.views.mask import ALL, CONCERNED, OWNER, SEAT, mark_of, masked
from game.exercise.views.memo import Memo
from game.exercise.views.places import township_views, village_views
from game.exercise.views.report import turn_report
from game.exercise.views.shape import (
    InjectView,
    OptionView,
    PhaseView,
    PlaceView,
    SetupView,
    TaskView,
    View,
)
from game.exercise.views.sight import Sight
from game.exercise.views.todo import todo_views
from game.scenario.model import Campaign, Domain, InjectSpec, Power

REVIEW = "review"
INSTRUCTOR = "instructor"
OVER = ("debrief", "archived")


def project(state: State, viewer: str, memo: Memo | None = None) -> View:
    """Return what a seat, the `instructor` or the `review` sees; `KeyError` for an unknown viewer.

    A `memo` of the same viewer's last view saves work and changes nothing.
    """
    return glance(state, viewer, memo).complete()


def glance(state: State, viewer: str, memo: Memo | None = None) -> View:
    """Return the same view as `project` with every part put off until it is read; for readers of a few parts."""
    if viewer not in state.seats and viewer not in (INSTRUCTOR, REVIEW):
        raise KeyError(viewer)
    view: View = object.__new__(View)
    later.put_off(view, PARTS, Sight(state, viewer, memo or Memo()))
    return view


def _campaign(state: State) -> Campaign:
    campaigns = state.scenario.campaigns
    return next((c for c in campaigns if c.id == state.campaign.campaign), campaigns[0])


def _role(sight: Sight, name: str, nothing: Any) -> Any:
    """Return what the scenario tells whoever holds the viewer's seat."""
    spec = sight.state.fixed.scenario_seats.get(sight.viewer)
    return getattr(spec, name) if spec else nothing


def _powers(sight: Sight) -> tuple[str, ...]:
    state, viewer = sight.state, sight.viewer
    phase = current_phase(state)
    if viewer == INSTRUCTOR:
        return tuple(p.value for p in Power)
    if viewer not in state.seats:
        return ()
    return tuple(
        power.value
        for power in Power
        if holds_power(state, viewer, power)
        and (phase is None or power is Power.TALK or power in phase.allowed)
        and power is not Power.INSTRUCT
    )


def _phases(state: State) -> tuple[PhaseView, ...]:
    now = state.campaign
    views = []
    start = 0
    for campaign in state.scenario.campaigns:
        current = campaign.id == now.campaign
        for index, phase in enumerate(campaign.phases):
            past = campaign.id in now.over or (current and (index < now.index or now.state == "closed"))
            is_now = current and index == now.index and now.state != "closed"
            if is_now:
                start = now.since
            views.append(
                PhaseView(
                    id=phase.id,
                    name=phase.name,
                    stage=phase.stage.value,
                    start=start,
                    days=now.ends - now.since if is_now else phase.days,
                    state="past" if past else "now" if is_now else "next",
                    allowed=tuple(p.value for p in phase.allowed),
                    brief=phase.brief or "",
                )
            )
            start = now.ends if is_now else start + phase.days
    return tuple(views)


def _inbox(sight: Sight) -> tuple[InjectView, ...]:
    reach, memo, day, shut = sight.reach, sight.memo, sight.state.day, _shut(sight)
    papers = memo.rows(
        "inbox",
        sight.state.injects,
        (*sight.facts, shut),
        lambda inject: _inject(sight, inject, shut) if r.sees_inject(reach, inject) else None,
    )
    return memo.keep("inbox", (papers, day), _left, papers, day)


def _left(papers: Sequence[InjectView], day: int) -> tuple[InjectView, ...]:
    """Return papers with the days left in place of the day each must be answered by."""
    return tuple([revised(p, {"days_left": p.days_left - day}) if p.days_left >= 0 else p for p in papers])


def _shut(sight: Sight) -> frozenset[tuple[str, str]]:
    """Return (inject, option) of what waits for a choice and whose condition does not hold for the viewer yet."""
    state = sight.state
    tied = sight.memo.common.keep("tied", (state.fixed,), _tied, state)
    if not tied:
        return frozenset()
    seat = sight.viewer if sight.viewer in state.seats else None
    waiting = (row for row in tied if (inject := state.injects.get(row[0])) is not None and not inject.choice)
    return frozenset((inject, option) for inject, option, needs in waiting if not holds(state, needs, seat))


def _tied(state: State) -> tuple[tuple[str, str, str], ...]:
    """Return inject, option and condition of every option of the scenario that has one."""
    specs = state.fixed.scenario_injects.items()
    return tuple((key, o.id, o.needs) for key, spec in specs for o in spec.options if o.needs is not None)


def _inject(sight: Sight, inject: Inject, shut: frozenset[tuple[str, str]]) -> InjectView:
    """Return a paper as every day shows it: `days_left` is the day it must be answered by, -1 where there is none."""
    spec = sight.state.fixed.scenario_injects.get(inject.id)
    live = inject.state in ("delivered", "acknowledged", "expired", "escalated") and not inject.choice
    common = sight.memo.common
    closed = frozenset(option for key, option in shut if key == inject.id)
    waiting = inject.state in ("delivered", "acknowledged") and inject.reply_by >= 0
    return InjectView(
        record=common.masked(inject, sight.seen),
        options=common.keep(("options", inject.id), (spec, live, closed), _options, spec, live, closed),
        days_left=inject.reply_by if waiting else -1,
        mine=sight.viewer in inject.to,
    )


def _options(spec: InjectSpec | None, live: bool, closed: frozenset[str]) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(
            id=option.id,
            text=option.text,
            attention=option.attention,
            cost_money=option.cost_money * 1_000_000,
            open=live and option.id not in closed,
        )
        for option in (spec.options if spec else ())
    )


def _concerned(sight: Sight, concerned: bool) -> frozenset[Mark]:
    return ALL if sight.reach.everything else CONCERNED if concerned else SEAT


def _organs(sight: Sight) -> tuple[Organ, ...]:
    return sight.marked("organs", lambda organ: _concerned(sight, r.concerned_organ(sight.reach, organ)))


def _programmes(sight: Sight) -> tuple[Programme, ...]:
    reach, state = sight.reach, sight.state
    return sight.marked("programmes", lambda p: _concerned(sight, r.concerned_programme(reach, state, p)))


def _partners(sight: Sight) -> tuple[Partner, ...]:
    scope = sight.seat.scope if sight.seat else ""
    return sight.marked(
        "partners", lambda p: _concerned(sight, r.concerned_partner(sight.reach, sight.state, p)), (scope,)
    )


def _funds(sight: Sight) -> tuple[Fund, ...]:
    seat = sight.seat
    powers = seat.powers if seat else ()
    return sight.marked("funds", lambda f: _concerned(sight, r.concerned_fund(sight.reach, seat, f.id)), (powers,))


def _places(county: County) -> tuple[PlaceView, ...]:
    return tuple(PlaceView(t.id, t.name, t.zone) for t in county.townships)


def _awaited(state: State) -> int:
    """Return how many kinds of organs superiors do not allow yet."""
    return sum((since - state.scenario.start).days > state.day for since in state.scenario.starting.later.values())


def _setups(sight: Sight) -> tuple[SetupView, ...]:
    state, memo = sight.state, sight.memo
    standing = memo.rows("standing", state.organs, (), lambda organ: organ.id if organ.exists else None)
    return memo.keep("setups", (state.county, standing, _awaited(state)), _setup_views, state)


def _setup_views(state: State) -> tuple[SetupView, ...]:
    views = []
    for setup in load_organs().setups.values():
        if setup.scope == "county":
            places = [("", "")]
        elif setup.scope == "zone":
            zones = {t.zone for t in state.county.townships}
            places = [(z.id, z.name) for z in state.county.zones if z.id in zones]
        elif setup.scope == "township":
            places = [(t.id, t.name) for t in state.county.townships]
        else:
            places = [(d.value, "") for d in Domain]
        for place, name in places:
            organ_id = f"{setup.id}:{place}" if place else setup.id
            existing = state.organs.get(organ_id)
            since = allowed_from(state.scenario, organ_id)
            needs = tuple(f"{n}:{place}" if n in ("post", "warrooms") else n for n in setup.needs)
            views.append(
                SetupView(
                    id=organ_id,
                    name=setup.zh.replace("{place}", name),
                    kind=setup.kind,
                    seconded=setup.seconded,
                    weeks=setup.weeks,
                    friction=setup.friction,
                    exists=existing is not None and existing.exists,
                    needs=needs,
                    open=since <= state.day and all(n in state.organs and state.organs[n].exists for n in needs),
                    since=since,
                )
            )
    return tuple(views)


def _shown_figure(table: type, figure: str) -> bool:
    return mark_of(table, figure) not in (Mark.HIDDEN, Mark.INSTRUCTOR)


def _causes(sight: Sight) -> tuple[tuple[int, Cause], ...]:
    """Return the causes a viewer may know, newest first.

    A cause of the true side is never shown to a seat; of the others every field is public, so they need no mask.
    """
    state, reach, memo, seat = sight.state, sight.reach, sight.memo, sight.seat
    rights = (seat.powers, seat.delegated) if seat is not None else ()
    rows: list[tuple[int, Cause]] = []
    for turn in sorted(state.causes, reverse=True):
        causes = state.causes[turn]
        if turn == state.turn:
            rows += _shown(state, reach, turn, causes)
        else:  # what is past does not change
            facts = (causes, reach, rights)
            rows += memo.keep(("causes", turn), facts, _shown, state, reach, turn, causes)
    return tuple(rows)


def _shown(state: State, reach: r.Reach, turn: int, causes: Sequence[Cause]) -> list[tuple[int, Cause]]:
    if reach.everything:
        return [(turn, cause) for cause in reversed(causes)]
    known: dict[str, bool] = {}
    shown: dict[tuple[bool, str], bool] = {}
    rows: list[tuple[int, Cause]] = []
    for cause in reversed(causes):
        scope = cause.scope
        if cause.true_side or not (
            known[scope] if scope in known else known.setdefault(scope, _knows(state, reach, scope))
        ):
            continue
        key = (scope.startswith("partner:"), cause.figure)
        if key not in shown:
            shown[key] = _shown_figure(Partner if key[0] else Organ, cause.figure)
        if shown[key]:
            rows.append((turn, cause))
    return rows


def _knows(state: State, reach: r.Reach, scope: str) -> bool:
    """Whether a viewer is concerned with the scope of a cause."""
    if reach.county or scope in ("county", "") or scope in reach.organs:
        return True
    kind, _, name = scope.partition(":")
    if kind == "township":
        return name in reach.townships
    if kind == "village":
        return state.county.has_village(name) and reach.village(name, state.county.village(name).township)
    if kind == "fund":
        return r.concerned_fund(reach, state.seats.get(reach.seat), name)
    return kind == "partner"


@cache
def _tasks() -> tuple[TaskView, ...]:
    return tuple(
        TaskView(t.id, t.zh, t.unit_zh, t.need, t.hours, t.expert, t.yuan, t.weekly, t.bureaus, t.domains)
        for t in load_tasks().values()
    )


PARTS: dict[str, Callable[[Sight, View], Any]] = {
    "viewer": lambda s, _: s.viewer,
    "scenario_id": lambda s, _: s.state.scenario.id,
    "scenario_title": lambda s, _: s.state.scenario.title,
    "scenario_summary": lambda s, _: s.state.scenario.summary,
    "day": lambda s, _: s.state.day,
    "last_day": lambda s, _: s.state.last_day,
    "turn": lambda s, _: s.state.turn,
    "turns": lambda s, _: s.state.scenario.turn.count,
    "turn_days": lambda s, _: s.state.scenario.turn.days,
    "date": lambda s, _: s.state.date.isoformat(),
    "session": lambda s, _: s.state.session.state,
    "campaign": lambda s, _: masked(s.state.campaign, SEAT),
    "campaign_name": lambda s, _: _campaign(s.state).name,
    "slogan": lambda s, _: _campaign(s.state).slogan or "",
    "phases": lambda s, _: _phases(s.state),
    "priority": lambda s, _: s.state.priority[0] if s.state.priority else "",
    "seat": lambda s, _: masked(s.seat, OWNER) if s.seat else None,
    "brief": lambda s, _: _role(s, "brief", ""),
    "facts": lambda s, _: _role(s, "facts", ()),
    "goals": lambda s, _: tuple((goal.id, goal.text) for goal in _role(s, "goals", ())),
    "powers": lambda s, _: _powers(s),
    "seats": lambda s, _: s.marked("seats", lambda _seat: ALL if s.reach.everything else SEAT),
    "figures": lambda s, v: figure_views(s.state, s.reach, s.memo, problems=v.problems, orders=v.orders),
    "zones": lambda s, _: tuple((zone.id, zone.name) for zone in s.state.county.zones),
    "places": lambda s, _: s.memo.common.keep("places", (s.state.county,), _places, s.state.county),
    "townships": lambda s, v: township_views(s, v.problems),
    "villages": lambda s, v: village_views(s, problems=v.problems, contracts=v.contracts),
    "organs": lambda s, _: _organs(s),
    "setups": lambda s, _: _setups(s),
    "orders": lambda s, _: s.records("orders", partial(r.sees_order, s.reach, s.state)),
    "contracts": lambda s, _: s.records("contracts", partial(r.sees_contract, s.reach, s.state)),
    "problems": lambda s, _: s.records("problems", partial(r.sees_problem, s.reach)),
    "visits": lambda s, _: s.records("visits", lambda v: r.sees_visit(s.reach, v)),
    "slips": lambda s, _: s.records("slips", lambda slip: r.sees_slip(s.reach, slip)),
    "inbox": lambda s, _: _inbox(s),
    "messages": lambda s, _: s.records("messages", lambda m: r.sees_message(s.reach, m)),
    "programmes": lambda s, _: _programmes(s),
    "partners": lambda s, _: _partners(s),
    "funds": lambda s, _: _funds(s),
    "causes": lambda s, _: _causes(s),
    "tasks": lambda _, __: _tasks(),
    "todo": lambda s, v: todo_views(s.state, s.reach, s.seat, v),
    "report": lambda s, v: turn_report(s.state, s.reach, v),
    "guide": lambda s, _: guide_view(s.state, s.seat),
    "evaluation": lambda s, _: s.state.evaluation,
    "score": lambda s, v: score(s.state, s.viewer if s.seat else None) if v.over else None,
    "over": lambda s, _: s.state.session.state in OVER,
}
"""Name of a part of the view -> what makes it; a part may read others of the view it belongs to."""
