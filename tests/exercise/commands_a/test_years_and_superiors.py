"""What a course over years brings: organs that superiors allow later, and budgets that come in year by year."""

from dataclasses import replace

from game.county.draws import Draws
from game.exercise.commands.organise import allowed_from
from game.exercise.evolve import evolve_all
from game.exercise.reactions.begin_week import begin_week
from game.exercise.refusals import Refusal
from game.exercise.views.project import project


def test_what_superiors_do_not_provide_for_yet_waits_for_its_day(world, give):
    """The refusal names the day; from that day on the organ may be set up, and the view says so at once."""
    since = allowed_from(world.scenario, "group-social")
    assert since == 91
    refusal = give(world, "director", "set_up_organ", organ="group-social")
    assert isinstance(refusal, Refusal)
    assert refusal.code in ("not_yet_allowed", "needs_organ")
    for day, held in ((since - 1, True), (since, False)):
        shown = {s.id: s for s in project(replace(world, day=day), "director").setups}
        assert shown["group-social"].since == since
        assert shown["group-water"].since == 0
        answer = give(replace(world, day=day), "director", "set_up_organ", organ="group-social", leader="director")
        assert (getattr(answer, "code", "") == "not_yet_allowed") is held


def test_a_year_begins_with_its_budget(world):
    """The week in which a year begins pays in what that year adds, with its cause; no other week does."""
    new_year = 30 * 7  # 2018-12-31, a Monday: the week that follows ends in 2019
    for day, paid in ((new_year - 7, 0), (new_year, 70), (new_year + 7, 0), (new_year + 364, 0)):
        before = replace(world, day=day)
        after = evolve_all(before, begin_week(before, Draws(1)))
        assert after.funds["main"].given - world.funds["main"].given == paid * 1_000_000
        said = [c for causes in after.causes.values() for c in causes if c.code == "cause.budget_year"]
        assert [c.delta for c in said] == ([paid * 1_000_000] if paid else [])
