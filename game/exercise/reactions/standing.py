"""What is done without being ordered: cadres visit homes, bureaus work through their own lists.

This is the routine machine (K01): it never stops, helps a little everywhere, and has only the hours that forms,
meetings, inspections and orders leave it.
"""

from __future__ import annotations

import numpy as np

from game.county.place import NEEDS
from game.county.quantities import friction_factor, goodwill_of_visits
from game.county.workload import true_hours
from game.exercise.catalogue import load_tasks
from game.exercise.reactions.fields import Int, part, parts
from game.exercise.reactions.numbers import num
from game.exercise.reactions.week import Week


def home_visits(week: Week) -> None:
    """Let every township visit homes with the hours it has left: help, goodwill and honest records (K41, K52)."""
    state, fields = week.state, week.fields
    reached: list[Int] = []
    come: list[tuple[int, int, int, int]] = []
    for township in state.county.townships:
        organ = state.organs[f"township:{township.id}"]
        hours = week.rest(organ.id)
        where = state.county.place(f"township:{township.id}")
        if hours <= 0 or not where.rows.size:
            continue
        visits = hours * 1000 // num("standing.visit_minutes_milli")
        honest = visits * (1000 - organ.formalism) // 1000
        worth = true_hours(hours, week.spirit(organ), friction_factor(organ.friction), week.way(where))
        points = worth * num("standing.points") // 1_000_000
        papered = points * organ.formalism * num("standing.paper") // 1_000_000
        reached.append(where.rows)
        come.append((visits, honest * num("standing.put_right") // 1000, points, papered))
    if not come:
        return
    # No village lies in two townships, so all of them can be reckoned at once
    rows = np.concatenate(reached)
    sizes = np.array([len(each) for each in reached], dtype=np.int64)
    visited, righted, helped, papers = np.array(come, dtype=np.int64).T
    homes, boost, recorded = fields.homes[rows], fields.boost[rows], fields.recorded[:, rows]
    fields.goodwill[rows] += goodwill_of_visits(parts(visited, homes * boost, sizes), homes)
    fields.reveal[rows] += parts(righted, homes, sizes) * 1000 // np.maximum(homes, 1)
    fields.effort[:, rows] += parts(helped, recorded * boost, sizes)
    fields.paper[:, rows] += parts(papers, recorded, sizes)


def bureau_needs() -> dict[str, tuple[int, ...]]:
    """Return the needs each bureau's own lists serve: those of the tasks it leads."""
    needs: dict[str, tuple[int, ...]] = {}
    for task in load_tasks().values():
        if task.need:
            need = NEEDS.index(task.need)
            if need not in needs.get(task.lead, ()):
                needs[task.lead] = (*needs.get(task.lead, ()), need)
    return needs


def own_lists(week: Week) -> None:
    """Let every bureau work through its own list, all over the county, each for itself (K06, K08)."""
    state, fields = week.state, week.fields
    every = np.arange(len(state.county.villages), dtype=np.int64)
    needs = bureau_needs()
    for organ in state.organs.values():
        if organ.kind != "bureau" or organ.id not in week.hours:
            continue
        hours = week.rest(organ.id)
        worth = true_hours(hours, week.spirit(organ), friction_factor(organ.friction))
        if organ.id == "bureau:poverty":
            fields.put_right(worth // num("standing.visit_minutes_milli") * num("standing.put_right") // 1000, every)
        mine = needs.get(organ.id, ())
        if not mine:
            continue
        points = worth * num("standing.bureau_points") // 1_000_000
        weights = fields.recorded[np.array(mine), :]
        fields.effort[np.array(mine), :] += part(points, weights)
        papered = points * organ.formalism * num("standing.paper") // 1_000_000
        if papered > 0:
            fields.paper[np.array(mine), :] += part(papered, weights)
