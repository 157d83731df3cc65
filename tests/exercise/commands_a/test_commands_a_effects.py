"""What commands do to organs, money and people: the lesson each of them teaches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.exercise import preview
from game.exercise.catalogue import load_effects, load_organs, load_posts, load_tasks
from game.exercise.commands.scope import FEN, staff_free
from game.exercise.decide import parse
from game.exercise.entities import Fund
from game.exercise.refusals import Refusal


def moved(before, after, organ, quantity):
    return getattr(after.organs[organ], quantity) - getattr(before.organs[organ], quantity)


def left(state, fund):
    row = state.funds[fund]
    return row.given - row.reserved - row.spent


def all_staff(state):
    return sum(organ.staff for organ in state.organs.values())


def test_a_body_is_staffed_from_others_and_works_only_after_its_weeks(world, done):
    """K18: setting a body up moves cadres and creates none; it is ready weeks later."""
    after = done(world, "director", "set_up_organ", organ="hq", leader="director")
    assert all_staff(after) == all_staff(world)
    assert after.organs["hq"].staff == 16
    assert after.organs["hq"].ready_day == world.day + 14
    assert sum(moved(world, after, organ, "staff") for organ in world.organs) == -16


def test_a_post_takes_its_cadres_from_its_township(world, done):
    """K26: the price of a command post is paid by the township it serves."""
    after = done(world, "director", "set_up_organ", organ="post:yunling", leader="empty")
    assert moved(world, after, "township:yunling", "staff") == -3


def test_war_rooms_bring_cadres_down_from_the_bureaus(world, done):
    """K52: half of the war rooms' staff is sent down from the county."""
    mid = done(world, "director", "set_up_organ", organ="post:yunling")
    after = done(mid, "director", "set_up_organ", organ="warrooms:yunling")
    assert moved(mid, after, "township:yunling", "staff") == -3
    assert sum(moved(mid, after, key, "staff") for key in mid.organs if key.startswith("bureau:")) == -3


def test_bodies_cannot_be_staffed_from_nothing(world, give, done):
    """When every bureau is down to half of its own, one more body is refused."""
    state = world
    for key in ("hq", "paired-assistance"):
        state = done(state, "director", "set_up_organ", organ=key)
    drained = {
        key: replace(organ, staff=10, seconded=-10) if organ.kind == "bureau" else organ
        for key, organ in state.organs.items()
    }
    assert all(staff_free(organ) == 0 for organ in drained.values() if organ.kind == "bureau")
    refusal = give(replace(state, organs=drained), "director", "set_up_organ", organ="taskforce:water")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no_staff"


def test_a_task_force_takes_over_the_lead_of_its_domain(world, done):
    """K08: one domain has one lead."""
    named = done(world, "director", "name_lead", domain="water", organ="bureau:water")
    after = done(named, "director", "set_up_organ", organ="taskforce:water", leader="water")
    assert [key for key, organ in after.organs.items() if "water" in organ.lead_for] == ["taskforce:water"]


def test_a_lead_that_does_not_know_the_trade_raises_friction(world, done):
    """K06: naming a stranger as lead makes coordination worse, naming the trade's own bureau better."""
    good = done(world, "director", "name_lead", domain="water", organ="bureau:water")
    bad = done(world, "director", "name_lead", domain="water", organ="bureau:housing")
    assert moved(world, good, "bureau:water", "friction") < 0 < moved(world, bad, "bureau:housing", "friction")


def test_a_second_priority_in_a_short_time_dilutes_attention(world, done):
    """X7: two priorities within four weeks leave less attention than one."""
    one = done(world, "director", "declare_priority", domain="water")
    two = done(one, "director", "declare_priority", domain="housing")
    assert one.organs["township:qingshan"].attention > world.organs["township:qingshan"].attention
    assert two.organs["township:qingshan"].attention < one.organs["township:qingshan"].attention
    later = done(replace(one, day=one.day + 28), "director", "declare_priority", domain="housing")
    assert later.organs["township:qingshan"].attention > one.organs["township:qingshan"].attention


def test_a_dispatch_meeting_costs_hours_and_the_next_one_only_tires(world, done):
    """K25 and X12: the first meeting lowers friction, the second before it is digested adds fatigue instead."""
    one = done(world, "director", "hold_dispatch", organs=["township:qingshan"])
    two = done(one, "director", "hold_dispatch", organs=["township:qingshan"])
    assert moved(world, one, "township:qingshan", "friction") < 0
    assert one.organs["township:qingshan"].meetings_extra == 8
    assert moved(one, two, "township:qingshan", "friction") == 0
    assert moved(one, two, "township:qingshan", "fatigue") > 0


def test_a_meeting_with_no_headquarters_settles_less(world, done):
    """K19: without a headquarters that works nobody sees a meeting through."""
    alone = replace(world, organs={key: o for key, o in world.organs.items() if key != "front-hq"})
    with_hq = done(world, "director", "hold_dispatch", organs=["bureau:water"])
    without = done(alone, "director", "hold_dispatch", organs=["bureau:water"])
    assert moved(world, with_hq, "bureau:water", "friction") < moved(alone, without, "bureau:water", "friction") < 0


def test_a_commander_of_two_places_helps_neither_more(world, done):
    """K26: one commander a place; the second command in the same hands brings nothing."""
    first = done(world, "director", "appoint_commander", place="township:qingshan", seat="north")
    second = done(first, "director", "appoint_commander", place="township:shihe", seat="north")
    assert moved(world, first, "township:qingshan", "attention") > 0
    assert moved(first, second, "township:shihe", "attention") == 0


def test_a_clear_order_leaves_nothing_open_and_a_vague_one_much(world, done, clear_order):
    """K34: clarity is what the wording leaves, and vagueness feeds formalism."""
    clear = done(world, "director", "issue_order", **clear_order)
    vague = done(world, "director", "issue_order", **{**clear_order, "lead": "", "evidence": "none", "text": ""})
    assert clear.orders["o7"].clarity == 1000
    assert vague.orders["o7"].clarity == 1000 - 150 - 150 - 120
    assert (
        moved(world, clear, "township:qingshan", "formalism")
        == 0
        < moved(world, vague, "township:qingshan", "formalism")
    )


def test_pressure_grows_with_each_level_an_order_passes(world, done, clear_order):
    """K32: the same order weighs more on a township than on a bureau, and more still through a zone command."""
    flat = done(world, "director", "issue_order", **clear_order)
    assert moved(world, flat, "township:qingshan", "pressure") > moved(world, flat, "bureau:water", "pressure") > 0
    south = {**clear_order, "organs": ["township:shihe", "bureau:water"], "place": "township:shihe"}
    deep = done(world, "director", "issue_order", **south)
    assert moved(world, deep, "township:shihe", "pressure") > moved(world, flat, "township:qingshan", "pressure")


def test_a_quota_above_what_is_there_is_allowed_and_has_its_price(world, done, clear_order):
    """K02: 20 reported gaps and an order for 60: pressure and formalism rise, clarity falls."""
    fair = done(world, "director", "issue_order", **{**clear_order, "amount": 20})
    inflated = done(world, "director", "issue_order", **{**clear_order, "amount": 60})
    town = "township:qingshan"
    assert inflated.orders["o7"].clarity < fair.orders["o7"].clarity
    assert moved(world, inflated, town, "pressure") > moved(world, fair, town, "pressure")
    assert moved(world, inflated, town, "formalism") > moved(world, fair, town, "formalism")
    assert inflated.counters["quota_orders"] == 1


def test_an_order_sets_its_money_aside_and_a_revoked_one_gives_back_what_is_left(world, done, clear_order):
    """Money promised cannot be promised twice; what was spent stays spent."""
    signed = done(world, "director", "issue_order", **{**clear_order, "money": 5000, "fund": "main"})
    assert left(world, "main") - left(signed, "main") == 5000 * FEN
    assert left(done(signed, "director", "revoke_order", order="o7"), "main") == left(world, "main")
    assert left(done(world, "director", "revoke_order", order="o1"), "main") - left(world, "main") == 600 * FEN


def test_the_same_task_ordered_twice_rubs(world, done, clear_order):
    """X7: a second order for the same task in the same place is recorded as a conflict and raises friction."""
    one = done(world, "director", "issue_order", **clear_order)
    two = done(one, "director", "issue_order", **{**clear_order, "deadline": 90})
    assert two.counters["order_conflicts"] == 1
    assert moved(one, two, "township:qingshan", "friction") > 0


def test_an_order_on_a_problem_gives_it_an_owner_and_uses_its_lever(world, done, clear_order):
    """K38: the problem is assigned with owner and deadline, and the lever `order` counts as applied."""
    after = done(world, "director", "issue_order", **{**clear_order, "problem": "q-known"})
    problem = after.problems["q-known"]
    assert (problem.state, problem.owner, problem.deadline) == ("assigned", "bureau:water", 56)
    assert problem.used == ("order",)


def test_the_last_order_can_be_taken_back_by_its_seat(world, done, clear_order):
    """The seat remembers kind, entity and turn of what it may undo."""
    after = done(world, "director", "issue_order", **clear_order)
    assert after.seats["director"].undo == ("issue_order", "o7", world.turn)


def test_extending_eases_at_first_and_then_softens_the_rule(world, done):
    """K35: the first extension costs no honesty, the second does."""
    one = done(world, "director", "extend_order", order="o1", deadline=120)
    two = done(one, "director", "extend_order", order="o1", deadline=130)
    assert moved(world, one, "township:shihe", "pressure") < 0
    assert moved(world, one, "township:shihe", "formalism") == 0 < moved(one, two, "township:shihe", "formalism")
    assert two.orders["o1"].extended == 2


def test_an_overdue_order_that_is_extended_runs_again(world, done):
    """The lifecycle goes from overdue back to executing."""
    assert done(world, "director", "extend_order", order="o3", deadline=60).orders["o3"].state == "executing"


def test_revoking_in_the_turn_it_was_signed_costs_no_trust(world, done, clear_order):
    """X7: only what is dropped on a later day is fickle."""
    signed = done(world, "director", "issue_order", **clear_order)
    town = "township:qingshan"
    assert moved(signed, done(signed, "director", "revoke_order", order="o7"), town, "attention") == 0
    later = replace(signed, day=signed.day + 7)
    assert moved(later, done(later, "director", "revoke_order", order="o7"), town, "attention") < 0


def test_accepting_unseen_breeds_paper_and_accepting_seen_does_not(world, done):
    """K14 and K39: acceptance without a look raises formalism; evidence from homes lowers it."""
    unseen = done(world, "director", "accept_order", order="o2")
    seen = done(world, "north", "accept_order", order="o6")
    assert moved(world, unseen, "township:shihe", "formalism") > 0 > moved(world, seen, "township:yunling", "formalism")
    assert unseen.counters["accepted_unseen"] == 1
    assert left(unseen, "main") - left(world, "main") == 600 * FEN


def test_a_returned_order_costs_hours_and_gets_a_little_time(world, done):
    """K39: sending back is honest and not free."""
    late = replace(world, day=99)
    after = done(late, "director", "return_order", order="o2")
    assert after.orders["o2"].state == "returned"
    assert after.orders["o2"].deadline == 106
    assert after.organs["township:shihe"].debt_hours == 8


def test_responsibility_without_resources_is_marked_and_presses(world, done):
    """K29: a bare contract presses and rubs; one with hours lowers friction (K33)."""
    offer = {"holder": "township:shihe", "contract_kind": "area", "object": "township:shihe", "end": 90}
    bare = done(world, "director", "offer_contract", **offer)
    full = done(world, "director", "offer_contract", **offer, hours=20)
    assert bare.contracts["c6"].state == full.contracts["c6"].state == "accepted"
    assert moved(world, bare, "township:shihe", "friction") > 0 > moved(world, full, "township:shihe", "friction")
    assert "bare" in [step.what for step in bare.contracts["c6"].steps]


def test_a_seat_is_asked_an_empty_one_is_bound(world, done):
    """A contract offered to a person waits for the answer; nobody can ask a vacant seat."""
    offer = {"contract_kind": "area", "object": "village:shihe-02", "end": 90, "hours": 5}
    assert done(world, "director", "offer_contract", holder="qingshan", **offer).contracts["c6"].state == "offered"
    assert done(world, "director", "offer_contract", holder="empty", **offer).contracts["c6"].state == "accepted"


def test_declining_gives_the_money_back(world, done):
    """What was set aside for an offer is free again once it is declined."""
    after = done(world, "qingshan", "answer_contract", contract="c1", accept=False)
    assert left(after, "main") - left(world, "main") == 500 * FEN


def test_powers_come_with_a_contract_and_go_with_it(world, done):
    """K50: authority is lent for the contract only."""
    offer = {"holder": "empty", "contract_kind": "area", "object": "village:shihe-02", "end": 90, "powers": ["fund"]}
    lent = done(world, "director", "offer_contract", **offer)
    assert ("fund", "director") in lent.seats["empty"].delegated
    assert done(lent, "director", "end_contract", contract="c6").seats["empty"].delegated == ()


def test_a_power_that_another_contract_also_lends_stays(world, done):
    """Ending one of two contracts takes back only what the other does not need."""
    offer = {"holder": "empty", "contract_kind": "area", "end": 90, "powers": ["fund"]}
    one = done(world, "director", "offer_contract", **offer, object="village:shihe-01")
    two = done(one, "director", "offer_contract", **offer, object="village:shihe-02")
    after = done(two, "director", "end_contract", contract="c7")
    assert after.seats["empty"].delegated == (("fund", "director"),)
    assert done(after, "director", "end_contract", contract="c6").seats["empty"].delegated == ()


def test_a_contract_passed_on_starts_anew_and_thins(world, done):
    """K46: the heir is a new contract that counts the hands it went through; powers stay with whoever was trusted."""
    after = done(world, "north", "hand_over_contract", contract="c3", to="empty")
    heir = after.contracts["c6"]
    assert after.contracts["c3"].state == "handed_over"
    assert (heir.holder, heir.passed_on, heir.start, heir.powers) == ("empty", 1, world.day, ())
    assert after.seats["north"].delegated == ()
    assert moved(world, after, "township:yunling", "friction") > 0


def test_praise_of_what_nobody_saw_breeds_paper(world, done):
    """K14: a good grade raises formalism unless somebody looked since the contract began."""
    seen = done(world, "director", "assess_contract", contract="c3", grade="b")
    blind = replace(world, sightings={})
    unseen = done(blind, "director", "assess_contract", contract="c3", grade="b")
    assert moved(world, seen, "township:yunling", "formalism") == 0
    assert moved(blind, unseen, "township:yunling", "formalism") > 0


def test_allotted_money_opens_a_pot_of_the_same_purpose(world, done):
    """A pot keeps the earmark of what fills it, and no fen is lost."""
    after = done(world, "director", "allot_money", fund="piped", organ="bureau:water", money=300)
    pot = after.funds["pot-bureau-water"]
    assert (pot.given, pot.earmark) == (300 * FEN, ("water",))
    assert sum(f.given for f in after.funds.values()) == sum(f.given for f in world.funds.values())


def test_earmarked_money_moves_only_within_its_purpose(world, done, give):
    """Water money may fill another water fund, never one for housing."""
    pots = {"wet": Fund("wet", "饮水二期", earmark=("water",)), "roof": Fund("roof", "危房", earmark=("housing",))}
    state = replace(world, funds={**world.funds, **pots})
    assert done(state, "director", "move_money", source="piped", target="wet", money=5).funds["wet"].given == 5 * FEN
    assert give(state, "director", "move_money", source="piped", target="roof", money=5).code == "wrong_earmark"


def test_a_township_spends_from_its_pot(world, done):
    """The county's funds are closed to a township, its own pot is open."""
    args = {"task": "water_supply", "place": "township:qingshan", "amount": 5, "money": 900, "weeks": 3}
    after = done(world, "qingshan", "start_programme", **args, fund="pot-township-qingshan", organ="township:qingshan")
    assert after.funds["pot-township-qingshan"].reserved == 900 * FEN


def test_industry_without_a_buyer_and_over_standard_are_allowed_and_noted(world, done):
    """K57 and X11: the trap is open, the ledger knows."""
    args = {"task": "industry_orders", "place": "village:shihe-01", "amount": 5, "money": 22_500, "fund": "main"}
    after = done(world, "director", "start_programme", **args, organ="bureau:agriculture", weeks=6, over_standard=True)
    assert after.counters["programmes_no_buyer"] == after.counters["over_standard"] == 1
    assert after.pending["shihe-01"]["goodwill"] > 0
    assert [c.true_side for c in after.causes[4] if c.code == "cause.programme_no_buyer"] == [True]


def test_a_stopped_programme_frees_what_is_left(world, done):
    """Money not spent comes back; people remember what was begun."""
    after = done(world, "director", "stop_programme", programme="p1")
    assert left(after, "main") - left(world, "main") == 4000 * FEN
    assert after.pending["shihe-01"]["goodwill"] < 0


def test_cutting_forms_frees_people_and_restoring_them_takes_it_back(world, done):
    """Fewer forms lower fatigue and formalism; beyond two fifths the county is told less."""
    cut = done(world, "director", "cut_forms", organ="county", share=500)
    assert all(cut.organs[f"township:{t}"].forms_cut == 500 for t in ("qingshan", "yunling", "shihe"))
    assert moved(world, cut, "township:shihe", "fatigue") < 0
    assert "cause.forms_blind" in {cause.code for cause in cut.causes[4]}
    back = done(cut, "director", "cut_forms", organ="county", share=0)
    assert moved(cut, back, "township:shihe", "fatigue") > 0


def test_relief_is_not_given_twice_at_once(world, done, give):
    """A round of leave must end before the next begins."""
    after = done(world, "director", "rotate_cadres", organ="township:shihe", weeks=2)
    assert after.organs["township:shihe"].relief == 2
    assert give(after, "director", "rotate_cadres", organ="township:shihe", weeks=2).code == "already_relieved"


def test_the_composer_shows_hours_conflicts_and_what_is_vague(world, done, clear_order, ctx):
    """The preview of an order names the organs with hours asked and free, the order it repeats and the open points."""
    one = done(world, "director", "issue_order", **clear_order)
    loose = {**clear_order, "lead": "", "evidence": "photos"}
    seen = preview.preview(one, parse("issue_order", loose), ctx("director"))
    assert [(c.order, c.code) for c in seen.conflicts] == [("o7", "conflict.same_task")]
    assert dict(seen.vague) == {"vague.no_lead": 150, "vague.evidence_photos": 20}
    assert seen.clarity == 830
    asked = {organ: (hours, free) for organ, hours, free in seen.hours}
    assert asked["township:qingshan"][0] >= -(-15 * 5 // 4), "what is lost on the way is planned for"
    assert asked["township:qingshan"][1] > 0
    assert seen.must_do == ("township:qingshan", "bureau:water")
    assert "warn.no_money" in seen.warnings


@pytest.mark.parametrize(
    ("change", "warning"),
    [
        ({"amount": 60}, "warn.quota"),
        ({"deadline": 30}, "warn.short"),
        ({"organs": ["township:qingshan"], "lead": ""}, "warn.no_competent"),
        ({"money": 100, "fund": "main"}, "warn.little_money"),
        ({"amount": 9000}, "warn.overload"),
    ],
)
def test_the_composer_warns_of_each_trap(world, clear_order, ctx, change, warning):
    """Each trap of an order is pointed out before it is signed, and does not forbid the order."""
    clean = preview.preview(
        world, parse("issue_order", {**clear_order, "money": 55_500, "fund": "main"}), ctx("director")
    )
    assert clean.warnings == ()
    seen = preview.preview(world, parse("issue_order", {**clear_order, **change}), ctx("director"))
    assert warning in seen.warnings


def test_the_catalogues_refer_to_each_other():
    """Tasks name bureaus, organs name organs, posts name powers that exist; every number of the effects is whole."""
    organs = load_organs()
    bureaus = {f"bureau:{key}" for key in organs.bureaus}
    assert all(set(task.bureaus) <= bureaus and task.lead in bureaus for task in load_tasks().values())
    assert all(set(setup.needs) <= set(organs.setups) for setup in organs.setups.values())
    assert all(
        set(post.powers) < {"organise", "order", "contract", "supervise", "mobilise", "fund", "talk", "-"}
        for post in load_posts().values()
    )
    assert all(isinstance(value, int) for value in load_effects().values())
    assert organs.setup_of("zone:north")
    assert organs.setup_of("hq")
    assert organs.setup_of("zone") is organs.setup_of("hq:x") is organs.setup_of("nothing") is None
