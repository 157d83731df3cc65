"""Visits are carried out: somebody goes, looks at so many homes so deeply, and finds what is there to be found.

Depth 1 reads papers and sees the record; depth 2 goes into homes; depth 3 goes at night with the cadres out of the
room (K36, K37). Announced visits find prepared villages (X4). A verification or a look-back tells true cures from
paper by the same rules (K39).
"""

from __future__ import annotations

from collections import Counter

from game.county.draws import Draws
from game.county.place import NEEDS, Need, Village
from game.county.workload import reception_hours
from game.exercise import events as ev
from game.exercise import trusted
from game.exercise.catalogue import Task, load_tasks
from game.exercise.entities import Problem, Sighting, Visit
from game.exercise.figures import townships
from game.exercise.reactions.cure import cured, missing_levers
from game.exercise.reactions.numbers import num
from game.exercise.reactions.places import DOMAIN_OF_NEED
from game.exercise.reactions.steps import explain, move, shift
from game.exercise.state import State
from game.exercise.texts import say

WEEK = 7
MOST_PER_VILLAGE = 2
"""Most new problems one visit writes up in a village: the squad's notebook has its limits."""


def visits(state: State, draws: Draws) -> list[ev.Event]:
    """Carry out the visits of the week, and book the hours that receiving them costs."""
    events: list[ev.Event] = []
    received: dict[str, int] = {}
    taken: set[tuple[str, str]] = {
        (p.village, p.domain) for p in state.problems.values() if p.state not in ("closed", "latent")
    }
    for visit in state.visits.values():
        if visit.state != "planned" or visit.day > state.day:
            continue
        organ = f"township:{visit.township}"
        hours = reception_hours(visit.sample, visit.depth, announced=visit.announced) * max(1, len(visit.villages))
        received[organ] = received.get(organ, 0) + hours
        events += carry_out(state, visit, draws, taken)
    for host in townships(state):
        hours = received.get(host.id, 0)
        if host.hours_received != hours:
            events.append(trusted.revised(table="organs", id=host.id, changes={"hours_received": hours}))
    return events


def carry_out(state: State, visit: Visit, draws: Draws, taken: set[tuple[str, str]]) -> list[ev.Event]:
    """Return what one visit sees and finds; `taken` are the (village, domain) pairs already on the ledger."""
    events: list[ev.Event] = [*move("supervision", visit.id, visit.state, "go", by=visit.squad or visit.by)]
    findings: list[str] = []
    paper: list[str] = []
    for problem_id in visit.problems:
        problem = state.problems.get(problem_id)
        if problem is None:
            continue
        happened, caught = check(state, visit, problem, draws)
        events += happened
        if caught:
            paper.append(problem_id)
    for village_id in visit.villages:
        village = state.county.village(village_id)
        events.append(ev.Sighted(sighting=look(state, visit, village, draws)))
        if visit.kind in ("visit", "field"):
            found = search(state, visit, village, draws, taken)
            events += found
            findings += [e.id for e in found if isinstance(e, ev.Moved) and e.machine == "problem"]
        queued: dict[str, int] = {"goodwill": num("visit.goodwill") * visit.sample}
        homes = max(1, int(state.sums.households[village.index]))
        if visit.depth > 1:
            queued["reveal"] = min(1000, visit.sample * num("visit.put_right") // homes)
        events.append(ev.Queued(village=village_id, changes=queued))
    if paper:
        events += _exposed(state, visit, paper)
    changes: dict[str, ev.Json] = {
        "findings": (*visit.findings, *findings),
        "paper_found": (*visit.paper_found, *paper),
    }
    events.append(trusted.revised(table="visits", id=visit.id, changes=changes))
    ends = "find" if findings or paper else "finish"
    events.append(
        trusted.moved(
            machine="supervision",
            id=visit.id,
            trigger=ends,
            to="findings" if ends == "find" else "finished",
            by=visit.squad,
        )
    )
    return events


# --- what is seen -----------------------------------------------------------------------------------------------


def _share(state: State, visit: Visit, village: Village, need: Need) -> int:
    """Return what part of the homes looks open in a need to this visit, in parts of ten thousand."""
    i, sums = village.index, state.sums
    homes = max(1, int(sums.households[i]))
    true, recorded = int(sums.gaps[need, i]), int(sums.recorded_gaps[need, i])
    return (recorded + (true - recorded) * insight(state, visit) // 1000) * 10_000 // homes


def insight(state: State, visit: Visit) -> int:
    """Return how much of the difference between record and truth a visit sees, per mille."""
    deep = num(f"visit.insight_{visit.depth}")
    if visit.announced and visit.depth > 1:
        formalism = state.organs[f"township:{visit.township}"].formalism
        deep = deep * (1000 - formalism * num("visit.staged") // 1000) // 1000
    return deep


def look(state: State, visit: Visit, village: Village, draws: Draws) -> Sighting:
    """Return what was seen in a village, scaled from the homes visited."""
    homes = int(state.sums.households[village.index])
    sample = max(1, min(visit.sample, homes))
    gaps: list[int] = []
    for need in Need:
        share = _share(state, visit, village, need)
        luck = draws.below(10_000, "sight", f"{visit.id}:{village.id}", visit.day, int(need))
        hits = (share * sample + luck) // 10_000
        gaps.append(min(homes, hits * homes // sample))
    approval = int(state.sums.approving[village.index]) * 1000 // max(1, homes)
    return Sighting(
        village=village.id,
        day=state.day,
        by=visit.squad or visit.by,
        sample=sample,
        gaps=tuple(gaps),
        approval=approval,
    )


# --- what is found ----------------------------------------------------------------------------------------------


def detection(state: State, visit: Visit, domain: str) -> int:
    """Return the odds of noticing a problem that is there, per mille (K37, X4)."""
    odds = num(f"visit.find_{visit.depth}")
    odds = odds * min(1000, num("visit.sample_least") + visit.sample * num("visit.sample_each")) // 1000
    if visit.announced:
        formalism = state.organs[f"township:{visit.township}"].formalism
        odds = odds * (1000 - formalism * num("visit.staged") // 1000) // 1000
    if visit.focus:
        odds = odds * num("visit.focus" if visit.focus == domain else "visit.off_focus") // 1000
    return min(950, odds)


def search(state: State, visit: Visit, village: Village, draws: Draws, taken: set[tuple[str, str]]) -> list[ev.Event]:
    """Return the problems found in a village: first those an inject put there, then what true gaps let one see."""
    events: list[ev.Event] = []
    subject = f"{visit.id}:{village.id}"
    found = 0
    latent = [p for p in state.problems.values() if p.state == "latent" and p.village == village.id]
    for problem in latent:
        if draws.permille(detection(state, visit, problem.domain), "find", f"{subject}:{problem.id}", visit.day):
            events += move("problem", problem.id, problem.state, "find", by=visit.squad or visit.by, note=visit.id)
            if problem.inject in state.injects:
                events.append(trusted.revised(table="injects", id=problem.inject, changes={"problem": problem.id}))
            taken.add((village.id, problem.domain))
            found += 1
    ranked = sorted(Need, key=lambda need: (-int(state.sums.gaps[need, village.index]), int(need)))
    for need in ranked:
        if found >= MOST_PER_VILLAGE:
            break
        domain = DOMAIN_OF_NEED[need]
        if (village.id, domain) in taken:
            continue
        share = int(state.sums.gaps[need, village.index]) * 10_000 // max(1, int(state.sums.households[village.index]))
        seen = min(1000, visit.sample * share // num("visit.homes_to_notice"))
        odds = detection(state, visit, domain) * seen // 1000
        if odds and draws.permille(odds, "emerge", subject, visit.day, int(need)):
            problem = emergent(state, visit, village, need, draws)
            if problem.id in state.problems:
                continue
            events.append(ev.ProblemOpened(problem=problem))
            events += move("problem", problem.id, problem.state, "find", by=visit.squad or visit.by, note=visit.id)
            taken.add((village.id, domain))
            found += 1
    return events


def _task_for(need: Need, domain: str) -> Task:
    tasks = [t for t in load_tasks().values() if t.need == NEEDS[need]]
    return next((t for t in tasks if domain in t.domains), tasks[0])


def emergent(state: State, visit: Visit, village: Village, need: Need, draws: Draws) -> Problem:
    """Return the problem that a village's true gaps amount to; its id says nothing about how many there are."""
    domain = DOMAIN_OF_NEED[need]
    gaps = int(state.sums.gaps[need, village.index])
    homes = max(1, int(state.sums.households[village.index]))
    households = max(2, min(num("problem.most_households"), gaps * num("problem.batch") // 1000))
    task = _task_for(need, domain)
    share = gaps * 1000 // homes
    severity = 3 if share >= num("problem.severe") else 2 if share >= num("problem.serious") else 1
    name = draws.key("problem", f"{visit.id}:{village.id}:{NEEDS[need]}", visit.day) & 0xFFFFFFFF
    others = tuple(
        t.id for t in load_tasks().values() if t.need == NEEDS[need] and domain in t.domains and t is not task
    )
    return Problem(
        id=f"q-{name:08x}",
        domain=domain,
        type="",
        title=say(f"problem.{NEEDS[need]}", village=village.name, households=households),
        village=village.id,
        township=village.township,
        severity=severity,
        households=households,
        opened=state.day,
        source="visit",
        root=say(f"problem.root_{NEEDS[need]}"),
        tasks=(task.id, *others),
        levers=task.levers[:1],
        organs=(task.lead, "township"),
        hours=max(num("problem.least_hours"), households * (task.hours + task.expert) * num("problem.hours") // 1000),
        money=households * task.yuan * 100 * num("problem.money") // 1000,
        paper=say("problem.paper"),
        paper_hours=max(4, households * task.paper_hours // 2),
    )


# --- verification and look-back ---------------------------------------------------------------------------------


def exposes(state: State, visit: Visit) -> int:
    """Return the odds that a check sees through a paper cure, per mille; papers never give themselves away."""
    odds = num(f"visit.expose_{visit.depth}")
    if visit.announced and visit.depth > 1:
        odds = (
            odds * (1000 - state.organs[f"township:{visit.township}"].formalism * num("visit.staged") // 1000) // 1000
        )
    return odds


def check(state: State, visit: Visit, problem: Problem, draws: Draws) -> tuple[list[ev.Event], bool]:
    """Return what a check does to a claimed or closed problem, and whether it saw through a paper cure."""
    true = cured(problem)
    sees = draws.permille(exposes(state, visit), "check", f"{visit.id}:{problem.id}", visit.day)
    depth: ev.Json = max(problem.depth, visit.depth)
    if visit.kind == "verify" and problem.state == "claimed":
        if true or not sees:
            changes: dict[str, ev.Json] = {"verified_by": visit.squad or visit.by, "depth": depth}
            verified = move("problem", problem.id, problem.state, "verify", by=visit.squad, note=visit.id)
            return [*verified, trusted.revised(table="problems", id=problem.id, changes=changes)], False
        changes = {
            "on_paper": False,
            "progress": problem.done * 1000 // max(1, problem.hours),
            "returned": problem.returned + 1,
            "depth": depth,
        }
        back = move("problem", problem.id, problem.state, "return_", by=visit.squad, note=visit.id)
        return [*back, trusted.revised(table="problems", id=problem.id, changes=changes)], True
    if visit.kind == "look_back" and problem.state == "closed":
        looked = trusted.revised(
            table="problems", id=problem.id, changes={"depth": depth}, why="looked_back", by=visit.squad
        )
        loose = missing_levers(problem) * num("visit.lever_rebound") // 1000
        slipped = true and visit.depth > 1 and draws.permille(loose, "loose", problem.id, visit.day)
        if (true or not sees) and not slipped:
            return [looked], False
        changes = {
            "on_paper": False,
            "rebounds": problem.rebounds + 1,
            "closed": -1,
            "progress": 0,
            "done": problem.done * num("problem.kept_after_rebound") // 1000,
        }
        back = move("problem", problem.id, problem.state, "rebound", by=visit.squad, note=visit.id)
        return [looked, *back, trusted.revised(table="problems", id=problem.id, changes=changes)], not true
    return [], False


def _exposed(state: State, visit: Visit, paper: list[str]) -> list[ev.Event]:
    """Paper that was seen through does not pay: formalism falls where it happened and with who had claimed it."""
    host = f"township:{visit.township}"
    times = Counter(state.problems[name].owner for name in paper if state.problems[name].owner in state.organs)
    times[host] = len(paper)
    events: list[ev.Event] = []
    for organ, many in times.items():
        fall = -min(state.organs[organ].formalism, num("visit.exposed") * many)
        if fall:
            events.append(
                shift(
                    "organs", organ, "formalism", fall, source="visit", ref=visit.id, code="paper_exposed", claim="K39"
                )
            )
    events.append(
        explain("problems_open", host, len(paper), source="visit", ref=visit.id, code="paper_sent_back", claim="K39")
    )
    return events
