"""The week's work of every township and bureau: what is asked, what is given, what comes of it, what it cost."""

from __future__ import annotations

from game.county.draws import Draws
from game.county.workload import load_share
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.reactions import orders, programmes, rectify, standing
from game.exercise.reactions.numbers import num
from game.exercise.reactions.steps import explain
from game.exercise.reactions.week import Week, begin
from game.exercise.state import State


def work(state: State, draws: Draws) -> list[ev.Event]:
    """Work through the week that ends today."""
    week = begin(state)
    orders.ask(week)
    rectify.ask(week)
    programmes.ask(week)
    week.share_out()
    events: list[ev.Event] = []
    done: dict[str, orders.Done] = {}
    for job in week.jobs:
        happened, result = orders.carry(week, job)
        events += happened
        done[job.order.id] = result
    events += rectify.run(week, done, draws)
    events += programmes.build(week)
    standing.home_visits(week)
    standing.own_lists(week)
    events += week.fields.event()
    events += _accounts(week)
    return events


def _accounts(week: Week) -> list[ev.Event]:
    """Return every organ's hours and load of the week; what was asked for once is used up."""
    events: list[ev.Event] = []
    for organ_id, hours in week.hours.items():
        organ = week.state.organs[organ_id]
        paperwork = min(week.paperwork.get(organ_id, 0), hours.free)
        asked = week.asked(organ_id)
        duties = hours.capacity * num("standing.duties") // 1000
        load = load_share(hours.demanded + asked + duties + organ.debt_hours, hours.capacity)
        taken = hours.overheads
        changes: dict[str, ev.Json] = {
            "load": load,
            "hours_field": max(0, hours.free - paperwork),
            "hours_forms": taken.forms + taken.reports + paperwork,
            "hours_meetings": taken.meetings,
            "forms_extra": 0,
            "meetings_extra": 0,
            "debt_hours": 0,
        }
        changes = {name: value for name, value in changes.items() if getattr(organ, name) != value}
        if changes:
            events.append(trusted.revised(table="organs", id=organ_id, changes=changes))
        if abs(load - organ.load) >= num("work.load_told"):
            events.append(_why_load(week, organ_id, load - organ.load, asked))
    return events


def _why_load(week: Week, organ_id: str, delta: int, asked: int) -> ev.Event:
    """Return the cause of a changed load: the largest of what can be changed."""
    organ, hours = week.state.organs[organ_id], week.hours[organ_id]
    parts = {
        "load_asked": asked,
        "load_reports": week.lent.forms.get(organ_id, 0) + organ.forms_extra,
        "load_meetings": organ.meetings_extra,
        "load_received": organ.hours_received,
        "load_debt": organ.debt_hours,
    }
    code = max(parts, key=lambda name: (parts[name], name)) if delta > 0 else "load_eased"
    del hours
    claim = {"load_received": "X1", "load_meetings": "X12", "load_reports": "K02"}.get(code, "K14")
    return explain("load", organ_id, delta, source="load", ref=organ_id, code=code, claim=claim)
