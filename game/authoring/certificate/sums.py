"""From the runs to the figures of a certificate: scores, injects, options, seats and the instructor's turns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import fmean, median
from typing import Any

from game.authoring.certificate import options as opt
from game.authoring.certificate.trials import COVER, DRAWN, POLICIES, Fate, Trial
from game.authoring.certificate.wording import Words
from game.exercise.lifecycles import label
from game.lab.simulate import quantile
from game.scenario.model import InjectSpec, Scenario, SeatSpec, Trigger

Json = dict[str, Any]
QUOTED = re.compile(r"""["']([a-z][a-z0-9_-]*)["']""")
GAVE = re.compile(r"""gave\(\s*["']([a-z_]+)["']\s*\)""")


def scores(trials: Sequence[Trial]) -> Json:
    """Return the spread of scores by policy, in points, with every run's score in the order of the seeds."""
    found: Json = {}
    for policy in (*POLICIES, DRAWN):
        rows = [trial for trial in trials if trial.policy == policy]
        points = [trial.score for trial in rows]
        if points:
            found[policy] = {
                "runs": len(points),
                "median": quantile(points, 0.5),
                "p25": quantile(points, 0.25),
                "p75": quantile(points, 0.75),
                "least": min(points),
                "most": max(points),
                "passed": fmean(trial.passed for trial in rows),
                "all": [{"seed": trial.seed, "score": trial.score} for trial in rows],
            }
    return found


def firsts(trials: Sequence[Trial]) -> dict[str, int]:
    """Return how often each policy had the best score of its seed, where all four played it; a tie counts for all."""
    by_seed: dict[int, dict[str, float]] = {}
    for trial in trials:
        if trial.policy in POLICIES:
            by_seed.setdefault(trial.seed, {})[trial.policy] = trial.score
    found = dict.fromkeys(POLICIES, 0)
    for row in by_seed.values():
        if len(row) == len(POLICIES):
            for policy, points in row.items():
                found[policy] += points == max(row.values())
    return found


def injects(scenario: Scenario, trials: Sequence[Trial]) -> list[Json]:
    """Return how often each inject fired under each policy and what became of it; shares of 1, days from 0."""
    untried = by_people_only(scenario, trials)
    return [_inject(scenario, inject, trials) | {"untried": untried.get(inject.id, "")} for inject in scenario.injects]


def by_people_only(scenario: Scenario, trials: Sequence[Trial]) -> dict[str, str]:
    """Return the injects that wait for a command no policy ever gives, or follow one that does; with that command."""
    given = {kind for trial in trials for kind in trial.kinds}
    found: dict[str, str] = {}
    for inject in scenario.injects:
        lacking = [kind for kind in GAVE.findall(inject.trigger.when or "") if kind not in given]
        if lacking:
            found[inject.id] = lacking[0]
    for _ in scenario.injects:
        before = len(found)
        for inject in scenario.injects:
            if inject.trigger.after in found:
                found.setdefault(inject.id, found[inject.trigger.after])
            for option in inject.options if inject.id in found else ():
                if option.then:
                    found.setdefault(option.then, found[inject.id])
        if len(found) == before:
            break
    return found


def _inject(scenario: Scenario, inject: InjectSpec, trials: Sequence[Trial]) -> Json:
    def fired(policy: str) -> float:
        rows = [trial.fates[inject.id].delivered >= 0 for trial in trials if trial.policy == policy]
        return fmean(rows) if rows else 0.0

    came = [trial.fates[inject.id] for trial in trials if trial.fates[inject.id].delivered >= 0]
    ends: dict[str, int] = {}
    for fate in came:
        ends[fate.state] = ends.get(fate.state, 0) + 1
    return {
        "id": inject.id,
        "title": inject.title,
        "when": said_trigger(inject.trigger, {one.id: one.title for one in scenario.injects}),
        "to": [names(scenario, trials).get(seat, seat) for seat in inject.to],
        "by_hand": inject.trigger.by_hand,
        "noise": inject.noise,
        "fired": fmean([trial.fates[inject.id].delivered >= 0 for trial in trials]) if trials else 0.0,
        "fired_by": {policy: fired(policy) for policy in (*POLICIES, DRAWN)},
        "day": round(median(fate.delivered for fate in came)) if came else -1,
        "ends": {label("inject", state): count / len(came) for state, count in sorted(ends.items())},
    }


def said_trigger(trigger: Trigger, titles: Mapping[str, str]) -> str:
    """Return when an inject comes, in few words; other injects by their titles, as the author knows them."""
    words = Words()
    if trigger.by_hand:
        return words("when.by_hand")
    if trigger.at is not None:
        return trigger.at.isoformat() if isinstance(trigger.at, date) else words("when.day", day=trigger.at)
    if trigger.after is not None:
        return words("when.after", after=titles.get(trigger.after, trigger.after), delay=trigger.delay)
    if trigger.when is not None:
        told = QUOTED.sub(lambda quoted: f"“{titles[quoted[1]]}”" if quoted[1] in titles else quoted[0], trigger.when)
        return words("when.condition", when=told)
    return words("when.chance", share=f"{(trigger.chance or 0) / 10:g}")


def names(scenario: Scenario, trials: Sequence[Trial]) -> dict[str, str]:
    """Return what each seat is called: its own name, else its post's."""
    called = trials[0].names if trials else {}
    return {seat.id: seat.name or called.get(seat.id, seat.id) for seat in scenario.seats}


def decisions(scenario: Scenario, trials: Sequence[Trial]) -> list[Json]:
    """Return each inject that asks for a decision, with what is written and what is shown of its options."""
    drawn = [trial for trial in trials if trial.policy == DRAWN]
    by_lot = [trial for trial in trials if trial.policy in (DRAWN, COVER)]
    found = []
    for inject in scenario.injects:
        if not inject.options:
            continue
        seen = opt.shown(inject, drawn)
        best, beaten = opt.dominant_as_written(inject), opt.never_worth_it(inject)
        asked = [trial for trial in trials if trial.fates[inject.id].delivered >= 0]
        rows = []
        for option in inject.options:
            what = seen[option.id]
            rows.append(
                {
                    "id": option.id,
                    "text": option.text,
                    "credit": option.credit,
                    "money": option.cost_money,
                    "attention": option.attention,
                    "chosen": sum(trial.fates[inject.id].choice == option.id for trial in trials),
                    "chosen_by": {
                        policy: sum(t.fates[inject.id].choice == option.id for t in trials if t.policy == policy)
                        for policy in (*POLICIES, DRAWN)
                    },
                    "drawn": what.chosen,
                    "mean": what.mean,
                    "others": what.others,
                    "better": what.better,
                    "error": what.error,
                    "blocks": what.blocks,
                    "wins": what.wins,
                    "open": sum(option.id in trial.open.get(inject.id, ()) for trial in by_lot),
                    "dominant_as_written": option.id == best,
                    "beaten_as_written": option.id in beaten,
                    "dominant_in_runs": what.dominant,
                }
            )
        put = sum(inject.id in trial.open for trial in by_lot)
        found.append({"id": inject.id, "title": inject.title, "asked": len(asked), "drawn": put, "options": rows})
    return found


def seats(scenario: Scenario, trials: Sequence[Trial]) -> list[Json]:
    """Return for each seat how busy its turns are under the integrated policy; one share a turn, of 1."""
    rows = [trial for trial in trials if trial.policy == POLICIES[0]]
    return [_seat(scenario, seat, rows) for seat in scenario.seats]


def _seat(scenario: Scenario, seat: SeatSpec, rows: Sequence[Trial]) -> Json:
    turns = scenario.turn.count
    busy = [_busy(scenario, seat.id, trial) for trial in rows]
    waits = [_longest(line) for line in busy]
    papers = [sum(fate.delivered >= 0 and seat.id in fate.to for fate in trial.fates.values()) for trial in rows]
    return {
        "id": seat.id,
        "name": names(scenario, rows)[seat.id],
        "papers": fmean(papers) if papers else 0.0,
        "commands": fmean([sum(trial.work.get(seat.id, ())) / turns for trial in rows]) if rows else 0.0,
        "idle": 1 - fmean([fmean(line) for line in busy]) if busy else 0.0,
        "longest": round(median(waits)) if waits else 0,
        "longest_minutes": round(median(waits)) * scenario.turn.minutes if waits else 0,
        "busy": [fmean(line[turn] for line in busy) for turn in range(turns)] if busy else [],
    }


def _busy(scenario: Scenario, seat: str, trial: Trial) -> list[bool]:
    """Say for each turn whether the seat had a new paper, a question to answer, or gave a command."""
    specs = {inject.id: inject for inject in scenario.injects}
    work = trial.work.get(seat, ())
    line = [bool(turn < len(work) and work[turn]) for turn in range(scenario.turn.count)]
    for ident, fate in trial.fates.items():
        spec = specs.get(ident)
        if fate.delivered < 0 or spec is None:
            continue
        first = fate.delivered if seat in spec.to else fate.ended if seat in fate.to else -1
        if first < 0:
            continue
        last = first
        if spec.options or spec.reply_within:
            until = next((day for day in (fate.answered, fate.ended) if day >= 0), scenario.turn.count * 7)
            last = max(first, until)
        for turn in range(first // scenario.turn.days, last // scenario.turn.days + 1):
            if turn < len(line):
                line[turn] = True
    return line


def _longest(line: Sequence[bool]) -> int:
    longest = run = 0
    for busy in line:
        run = 0 if busy else run + 1
        longest = max(longest, run)
    return longest


def instructor(scenario: Scenario, trials: Sequence[Trial]) -> Json:
    """Return the matters an instructor has in each turn: papers that arrive, answers to read, papers that run out."""
    rows = [trial for trial in trials if trial.policy in POLICIES]
    loads = [_load(scenario, trial) for trial in rows]
    turns = range(scenario.turn.count)
    return {
        "minutes": scenario.turn.minutes,
        "by_hand": sum(inject.trigger.by_hand for inject in scenario.injects),
        "median": [median(load[turn] for load in loads) for turn in turns] if loads else [],
        "most": [max(load[turn] for load in loads) for turn in turns] if loads else [],
    }


def _load(scenario: Scenario, trial: Trial) -> list[int]:
    line = [0] * (scenario.turn.count + 1)

    def count(day: int) -> None:
        turn = day // scenario.turn.days
        if day >= 0 and turn < len(line):
            line[turn] += 1

    for fate in trial.fates.values():
        count(fate.delivered)
        if fate.replied:
            count(fate.answered)
        if ran_out(fate):
            count(fate.ended)
    return line[:-1]


def ran_out(fate: Fate) -> bool:
    """Whether an inject was not answered in time."""
    return fate.delivered >= 0 and fate.state in ("expired", "escalated")


def asks(scenario: Scenario, trials: Sequence[Trial]) -> Json:
    """Return how much the scenario asks of those who play it, for the author to hold against its level.

    No figure alone makes a level: a short lesson leaves most of the score unearned and is easy all the same.
    """
    rows = [trial for trial in trials if trial.policy == POLICIES[0]]
    papers = [sum(fate.delivered >= 0 for fate in trial.fates.values()) for trial in rows]
    domains = {inject.domain for inject in scenario.injects if _fired(inject.id, trials)}
    middle = {
        policy: median(trial.score for trial in trials if trial.policy == policy)
        for policy in ("integrated", "routine")
        if any(trial.policy == policy for trial in trials)
    }
    best = middle.get("integrated", 0.0)
    return {
        "level": scenario.level.value,
        "seats": len(scenario.seats),
        "turns": scenario.turn.count,
        "minutes": scenario.turn.count * scenario.turn.minutes,
        "papers": median(papers) if papers else 0,
        "domains": len(domains),
        "routine_share": middle.get("routine", 0.0) / best if best else 0.0,
    }


def _fired(inject: str, trials: Sequence[Trial]) -> bool:
    return any(trial.fates[inject].delivered >= 0 for trial in trials)
