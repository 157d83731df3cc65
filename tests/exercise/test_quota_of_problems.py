"""An order for the households of a known problem is no inflated quota."""

from __future__ import annotations

from dataclasses import replace

from game.county.draws import Draws
from game.exercise.catalogue import load_tasks
from game.exercise.commands import wording
from game.exercise.commands.base import Ctx
from game.session.library import load_scenario
from game.session.session import Session


def test_the_households_of_a_named_problem_bound_the_amount() -> None:
    """Reported gaps may lag; the problem on the table says how many homes it hit."""
    with Session.create(None, load_scenario("first-order").bundle, seed=4, humans=["township-commander"]) as session:
        for kind in ("open_briefing", "start_play"):
            session.submit("clock", kind, source="clock")
        state = session.state
        problem = next(p for p in state.problems.values() if p.state == "found")
        ctx = Ctx(seat=next(iter(state.seats)), draws=Draws(1))
        wanted = wording.Wanted(
            task=load_tasks()["water_supply"],
            organs=(f"township:{problem.township}",),
            place=f"village:{problem.village}",
            amount=problem.households,
            deadline=state.day + 14,
            lead="",
            money=0,
            evidence="household_check",
            text="",
        )

        known = wording.reported_limit(state, ctx, replace(wanted, problem=problem.id))
        unnamed = wording.reported_limit(state, ctx, wanted)

        assert known is not None
        assert unnamed is not None
        assert known == max(unnamed, problem.households)
        assert wording.quota(state, ctx, replace(wanted, problem=problem.id)) == 0
