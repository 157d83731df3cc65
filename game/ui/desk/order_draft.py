"""What a 战令 could say, worked out from the view alone: fitting tasks, organs, amounts and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.county.place import NEEDS
from game.exercise.entities import Fund, Organ, Problem
from game.exercise.views.shape import TaskView, View

EVIDENCE = ("ledger", "photos", "household_check", "third_party", "none")
NOT_EXECUTIVE = ("squad", "warrooms", "teams")
"""Kinds of organs that take no orders."""
OPEN_PROBLEMS = ("found", "registered", "assigned", "rectifying", "overdue", "escalated", "rebounded")
OPEN_INJECTS = ("delivered", "acknowledged")
LANES = ("overdue", "returned", "reported", "executing", "received", "issued", "accepted", "revoked")
"""States of an order as a board shows them: what waits for the giver first."""
DONE = ("accepted", "revoked")
FEN = 100
SITE_HOURS = 20
"""Hours a unit from which the unit of a task is a village or a building site, and not a home or a person."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an order answers to: a problem of the ledger, a paper, or both."""

    problem: str = ""
    inject: str = ""
    domain: str = ""
    place: str = ""
    households: int = 0

    @property
    def ref(self) -> str:
        """Id in the list of targets; empty for none."""
        return f"problem:{self.problem}" if self.problem else f"inject:{self.inject}" if self.inject else ""


def targets(view: View) -> tuple[Target, ...]:
    """Return what an order can answer to: open problems, then papers that opened none the viewer knows."""
    papers = {item.record.id for item in view.inbox}
    found = [
        Target(p.id, p.inject if p.inject in papers else "", p.domain, place_of(p), p.households)
        for p in view.problems
        if p.state in OPEN_PROBLEMS
    ]
    known = {t.inject for t in found}
    for item in view.inbox:
        record = item.record
        if record.state in OPEN_INJECTS and record.id not in known and item.mine:
            place = f"village:{record.village}" if record.village else ""
            place = place or (f"township:{record.township}" if record.township else "")
            found.append(Target("", record.id, record.domain, place))
    return tuple(found)


def find_target(view: View, ref: str) -> Target:
    """Return the target of `problem:…`, `inject:…` or a bare id; an empty one where there is none."""
    key = ref.removeprefix("problem:").removeprefix("inject:")
    return next((t for t in targets(view) if key and key in (t.problem, t.inject)), Target())


def place_of(problem: Problem) -> str:
    """Return the place of a problem."""
    return f"village:{problem.village}" if problem.village else f"township:{problem.township}"


def township_of(view: View, place: str) -> str:
    """Return the township id of a place; empty for the county and zones."""
    kind, _, name = place.partition(":")
    if kind == "township":
        return name
    return next((v.township for v in view.villages if kind == "village" and v.id == name), "")


def find_task(view: View, task: str) -> TaskView | None:
    """Return a task of the catalogue."""
    return next((t for t in view.tasks if t.id == task), None)


def tasks_for(view: View, domain: str) -> tuple[TaskView, ...]:
    """Return the tasks, those that can cure problems of the domain first."""
    return tuple(sorted(view.tasks, key=lambda t: domain not in t.domains))


def in_scope(view: View, organ: Organ) -> bool:
    """Whether a seat's post lets it address an organ, as far as its scope tells."""
    kind, _, name = (view.seat.scope if view.seat else "county").partition(":")
    if kind in ("county", "squad", "partner"):
        return True
    if kind == "zone":
        near = {t.id for t in view.townships if t.zone == name}
        return organ.place in near or organ.place == name or organ.kind == "bureau"
    if kind == "bureau":
        return organ.id == f"bureau:{name}" or organ.kind in ("township", "taskforce")
    home = name if kind == "township" else name.rpartition("-")[0]
    return organ.place == home or organ.id == f"township:{home}"


def organs_for(view: View, task: TaskView | None, place: str) -> tuple[tuple[str, str], ...]:
    """Return (organ, group) of those who can execute; groups: local, competent, away, other, in this order."""
    town = township_of(view, place)
    rank = {"local": 0, "competent": 1, "away": 2, "other": 3}
    found: list[tuple[str, str]] = []
    for organ in view.organs:
        if not organ.exists or organ.kind in NOT_EXECUTIVE or not in_scope(view, organ):
            continue
        forces = tuple(f"taskforce:{d}" for d in task.domains) if task else ()
        if organ.kind in ("township", "post"):
            if town and organ.place != town and organ.id != f"township:{town}":
                continue
            group = "local" if town else "away"
        else:
            group = "competent" if task and organ.id in (*task.bureaus, *forces) else "other"
        found.append((organ.id, group))
    return tuple(sorted(found, key=lambda row: (rank[row[1]], not row[0].startswith("township:"))))


def within_reach(view: View, task: TaskView | None, place: str) -> bool:
    """Whether the seat can name anybody who knows the task: a township cannot address the county's bureaus."""
    return any(group == "competent" for _, group in organs_for(view, task, place))


def suggested_organs(view: View, task: TaskView | None, place: str) -> tuple[str, ...]:
    """Return who should naturally carry it out: the township of the place and the bureau that knows how."""
    rows = organs_for(view, task, place)
    town = township_of(view, place)
    local = tuple(o for o, group in rows if group == "local" and o == f"township:{town}")
    bureaus = tuple(o for o, group in rows if group == "competent")
    forces = tuple(o for o in bureaus if o.startswith("taskforce:"))
    return local + (forces[:1] or bureaus[:1])


def suggested_lead(organs: tuple[str, ...]) -> str:
    """Return who should lead: who knows the trade, else the township."""
    expert = [o for o in organs if o.startswith(("bureau:", "taskforce:"))]
    return (expert or list(organs) or [""])[0]


def reported_gap(view: View, task: TaskView, place: str) -> int:
    """Return the open gaps reported for the task's need in a place, households; -1 where the task serves none."""
    if task.need not in NEEDS:
        return -1
    need = NEEDS.index(task.need)
    kind, _, name = place.partition(":")
    if kind == "village":
        return next((v.gaps[need] for v in view.villages if v.id == name), -1)
    towns = [t for t in view.townships if kind == "county" or name in (t.id, t.zone)]
    return sum(t.gaps[need] for t in towns) if towns else -1


def capacity(view: View, task: TaskView, place: str, organs: tuple[str, ...], deadline: int) -> int:
    """Return the units that the townships concerned can sensibly do until the deadline."""
    weeks = max(1, -(-(deadline - view.day) // 7))
    named = [o for o in organs if o.startswith("township:")]
    kind, _, name = place.partition(":")
    all_towns = [t for t in view.townships if kind == "county" or t.zone == name]
    count = 1 if township_of(view, place) else len(named) or len(all_towns) or 1
    return task.weekly * weeks * count


def named_amount(task: TaskView, target: Target) -> int:
    """Return the households of what an order answers to, where the task counts homes or people; 0 where it does not."""
    return target.households if task.need and task.hours < SITE_HOURS else 0


def suggested_amount(view: View, task: TaskView, target: Target, place: str, limit: int) -> int:
    """Return an amount that fits what is there and what can be done."""
    gap = reported_gap(view, task, place)
    wanted = gap if gap > 0 else task.weekly
    if named := named_amount(task, target):
        # The households of a problem on the table are known, whatever the last report said of the place
        wanted = named
    if "village" in place and task.hours >= SITE_HOURS:
        wanted = 1
    return max(1, min(wanted, limit))


def price(task: TaskView, amount: int) -> int:
    """Return what an amount costs, whole yuan."""
    return task.yuan * amount


def fund_left(fund: Fund) -> int:
    """Return what a fund still has, fen."""
    return fund.given - fund.reserved - fund.spent


def funds_for(view: View, task: TaskView | None) -> tuple[Fund, ...]:
    """Return the funds that may pay for a task, the fullest first."""
    fits = [f for f in view.funds if not f.earmark or (task and set(f.earmark) & {*task.domains, task.need})]
    return tuple(sorted(fits, key=lambda f: -fund_left(f)))


@dataclass(frozen=True, slots=True)
class Draft:
    """An order being written."""

    task: str
    organs: tuple[str, ...]
    place: str
    amount: int
    deadline: int
    lead: str = ""
    money: int = 0
    """Whole yuan."""
    fund: str = ""
    hours: int = 0
    evidence: str = "ledger"
    text: str = ""
    problem: str = ""
    inject: str = ""

    def args(self) -> dict[str, Any]:
        """Return the arguments of `issue_order`."""
        return {
            "task": self.task,
            "organs": self.organs,
            "place": self.place,
            "amount": self.amount,
            "deadline": self.deadline,
            "lead": self.lead,
            "money": self.money,
            "fund": self.fund if self.money else "",
            "hours": self.hours,
            "evidence": self.evidence,
            "text": self.text,
            "problem": self.problem,
            "inject": self.inject,
        }
