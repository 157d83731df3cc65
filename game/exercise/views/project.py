"""`project`: the view of one viewer, built up from nothing out of what that viewer may see."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from game.exercise.catalogue import load_organs, load_tasks
from game.exercise.decide import current_phase, holds_power
from game.exercise.entities import Cause, Inject, Organ, Partner
from game.exercise.marks import Mark
from game.exercise.scoring import score
from game.exercise.state import State
from game.exercise.views import reach as r
from game.exercise.views.figures import figure_views
from game.exercise.views.guide import guide_view
from game.exercise.views.mask import ALL, CONCERNED, OWNER, SEAT, mark_of
from game.exercise.views.memo import Memo
from game.exercise.views.places import township_views, village_views
from game.exercise.views.report import turn_report
from game.exercise.views.shape import (
    InjectView,
    OptionView,
    PhaseView,
    SetupView,
    TaskView,
    View,
)
from game.exercise.views.todo import todo_views
from game.scenario.model import Domain, Power

REVIEW = "review"
INSTRUCTOR = "instructor"
OVER = ("debrief", "archived")


def project(state: State, viewer: str, memo: Memo | None = None) -> View:
    """Return what a seat, the `instructor` or the `review` sees; `KeyError` for an unknown viewer.

    A `memo` of the same viewer's last view saves work and changes nothing.
    """
    memo = memo or Memo()
    memo.begin(state.history)
    reach = r.reach_of(state, viewer)
    every = reach.everything
    seat = state.seats.get(viewer)
    spec = state.fixed.scenario_seats.get(viewer)
    seen = ALL if every else CONCERNED
    problems = tuple(memo.masked(p, seen) for p in state.problems.values() if every or r.sees_problem(reach, p))
    orders = tuple(memo.masked(o, seen) for o in state.orders.values() if every or r.sees_order(reach, state, o))
    contracts = tuple(
        memo.masked(c, seen) for c in state.contracts.values() if every or r.sees_contract(reach, state, c)
    )
    visits = tuple(memo.masked(v, seen) for v in state.visits.values() if r.sees_visit(reach, v))
    slips = tuple(memo.masked(s, seen) for s in state.slips.values() if r.sees_slip(reach, s))
    inbox = tuple(_inject(state, reach, i, memo) for i in state.injects.values() if r.sees_inject(reach, i))
    scenario = state.scenario
    campaign = next((c for c in scenario.campaigns if c.id == state.campaign.campaign), scenario.campaigns[0])
    partial: dict[str, Any] = {
        "problems": problems,
        "orders": orders,
        "contracts": contracts,
        "visits": visits,
        "slips": slips,
        "inbox": inbox,
        "partners": tuple(_partner(state, reach, partner, memo) for partner in state.partners.values()),
    }
    over = state.session.state in OVER
    villages = village_views(state, reach, memo, problems=problems, contracts=contracts)
    return View(
        viewer=viewer,
        scenario_id=scenario.id,
        scenario_title=scenario.title,
        day=state.day,
        last_day=state.last_day,
        turn=state.turn,
        turns=scenario.turn.count,
        turn_days=scenario.turn.days,
        date=state.date.isoformat(),
        session=state.session.state,
        campaign=memo.masked(state.campaign, SEAT),
        campaign_name=campaign.name,
        slogan=campaign.slogan or "",
        phases=_phases(state),
        priority=state.priority[0] if state.priority else "",
        seat=memo.masked(seat, OWNER) if seat else None,
        brief=spec.brief if spec else "",
        facts=spec.facts if spec else (),
        goals=tuple((goal.id, goal.text) for goal in spec.goals) if spec else (),
        powers=_powers(state, viewer),
        seats=tuple(memo.masked(s, ALL if every else SEAT) for s in state.seats.values()),
        figures=figure_views(state, reach, memo, problems=problems, orders=orders),
        zones=tuple((zone.id, zone.name) for zone in state.county.zones),
        townships=township_views(state, reach, villages, memo),
        villages=villages,
        organs=tuple(_organ(reach, organ, memo) for organ in state.organs.values()),
        setups=memo.keep("setups", (state.county, _standing(state)), lambda: _setups(state)),
        programmes=tuple(
            memo.masked(p, ALL if every else CONCERNED if r.concerned_programme(reach, state, p) else SEAT)
            for p in state.programmes.values()
        ),
        funds=tuple(
            memo.masked(f, ALL if every else CONCERNED if r.concerned_fund(reach, seat, f.id) else SEAT)
            for f in state.funds.values()
        ),
        messages=tuple(memo.masked(m, seen) for m in state.messages.values() if r.sees_message(reach, m)),
        causes=_causes(state, reach, memo),
        tasks=_tasks(),
        todo=todo_views(state, reach, seat, partial),
        report=turn_report(state, reach, partial),
        guide=guide_view(state, seat),
        evaluation=state.evaluation,
        score=score(state, viewer if seat else None) if over else None,
        over=over,
        **partial,
    )


def _powers(state: State, viewer: str) -> tuple[str, ...]:
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


def _inject(state: State, reach: r.Reach, inject: Inject, memo: Memo) -> InjectView:
    spec = state.fixed.scenario_injects.get(inject.id)
    live = inject.state in ("delivered", "acknowledged", "expired", "escalated") and not inject.choice
    options = tuple(
        OptionView(
            id=option.id,
            text=option.text,
            attention=option.attention,
            cost_money=option.cost_money * 1_000_000,
            open=live,
        )
        for option in (spec.options if spec else ())
    )
    waiting = inject.state in ("delivered", "acknowledged") and inject.reply_by >= 0
    return InjectView(
        record=memo.masked(inject, ALL if reach.everything else CONCERNED),
        options=options,
        days_left=inject.reply_by - state.day if waiting else -1,
        mine=reach.seat in inject.to,
    )


def _organ(reach: r.Reach, organ: Organ, memo: Memo) -> Organ:
    return memo.masked(organ, ALL if reach.everything else CONCERNED if r.concerned_organ(reach, organ) else SEAT)


def _partner(state: State, reach: r.Reach, partner: Partner, memo: Memo) -> Partner:
    if reach.everything:
        return memo.masked(partner, ALL)
    return memo.masked(partner, CONCERNED if r.concerned_partner(reach, state, partner) else SEAT)


def _standing(state: State) -> frozenset[str]:
    return frozenset(o.id for o in state.organs.values() if o.exists)


def _setups(state: State) -> tuple[SetupView, ...]:
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
                    open=all(n in state.organs and state.organs[n].exists for n in needs),
                )
            )
    return tuple(views)


def _shown_figure(table: type, figure: str) -> bool:
    return mark_of(table, figure) not in (Mark.HIDDEN, Mark.INSTRUCTOR)


def _causes(state: State, reach: r.Reach, memo: Memo) -> tuple[tuple[int, Cause], ...]:
    """Return the causes a viewer may know, newest first.

    A cause of the true side is never shown to a seat; of the others every field is public, so they need no mask.
    """
    seat = state.seats.get(reach.seat)
    rights = (seat.powers, seat.delegated) if seat is not None else ()
    rows: list[tuple[int, Cause]] = []
    for turn in sorted(state.causes, reverse=True):
        causes = state.causes[turn]
        if turn == state.turn:
            rows += _shown(state, reach, turn, causes)
        else:  # what is past does not change
            facts = (causes, reach, rights)
            rows += memo.keep(("causes", turn), facts, partial(_shown, state, reach, turn, causes))
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
