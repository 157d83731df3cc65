"""What supervision, mobilising and talk do to the county: effect, price and trap of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.exercise.commands.mobilise import labour_left, most_linkage, willing
from game.exercise.commands.supervise import squad_load, visit_hours
from game.exercise.refusals import Refusal
from game.exercise.views.memo import Memo
from game.exercise.views.project import project


def later(state, days):
    """Return the same county some days on."""
    return replace(state, day=state.day + days, turn=state.turn + days // 7)


def organ(state, key):
    return state.organs[key]


VISIT = {"squad": "squad:qingshan", "township": "qingshan", "day": 35}


def test_a_visit_takes_the_villages_nobody_has_seen_for_longest(world, done):
    """Left open, the villages are those never or longest unseen, and the squad's hours of that week are booked."""
    after = done(world, "director", "plan_visit", **VISIT)
    visit = after.visits["v3"]
    assert visit.villages == ("qingshan-01", "qingshan-02")
    assert squad_load(after, visit.squad, 35) == squad_load(world, visit.squad, 35) + visit_hours(2, 10, 2)


def test_only_an_announced_visit_is_prepared_for(world, done):
    """Notice makes the township write papers; without notice it does not (X4)."""
    noticed = done(world, "director", "plan_visit", **VISIT)
    silent = done(world, "director", "plan_visit", **VISIT, announced=False)
    assert organ(noticed, "township:qingshan").forms_extra > 0
    assert organ(silent, "township:qingshan").forms_extra == 0


def test_crowded_visits_tire_and_teach_form(world, done):
    """Two visits lie within two weeks already: one more costs fatigue and formalism; in another township it does not (X1)."""
    crowded = done(world, "director", "plan_visit", **VISIT)
    free = done(world, "director", "plan_visit", squad="squad:shihe", township="shihe", day=35)
    assert organ(crowded, "township:qingshan").fatigue > organ(world, "township:qingshan").fatigue
    assert organ(crowded, "township:qingshan").formalism > organ(world, "township:qingshan").formalism
    assert organ(free, "township:shihe") == replace(
        organ(world, "township:shihe"), forms_extra=organ(free, "township:shihe").forms_extra
    )


def test_a_finding_gets_owner_deadline_and_person(world, done):
    """Registering assigns: the row of the ledger has its owner, person, deadline and measure (K38)."""
    after = done(
        world,
        "director",
        "register_finding",
        problem="q-found",
        owner="bureau:water",
        deadline=42,
        person="qingshan",
        measure="换泵",
    )
    row = after.problems["q-found"]
    assert (row.state, row.owner, row.person, row.deadline, row.measure) == (
        "assigned",
        "bureau:water",
        "qingshan",
        42,
        "换泵",
    )
    assert [step.what for step in row.steps] == ["register", "assign"]
    assert organ(after, "bureau:water").pressure > organ(world, "bureau:water").pressure


def test_a_rushed_deadline_gets_papers(world, done):
    """Two days for a finding raise formalism, two weeks do not (K14)."""
    rushed = done(world, "director", "register_finding", problem="q-found", owner="bureau:water", deadline=30)
    calm = done(world, "director", "register_finding", problem="q-found", owner="bureau:water", deadline=42)
    assert organ(rushed, "bureau:water").formalism > organ(world, "bureau:water").formalism
    assert organ(calm, "bureau:water").formalism == organ(world, "bureau:water").formalism


def test_a_slip_starts_work_and_tracks_its_visit(world, done):
    """An assigned problem is taken up, the visit that found it goes into tracking, pressure rises (K38)."""
    after = done(world, "director", "issue_slip", to="bureau:water", problems=["q-assigned"], deadline=40)
    assert after.problems["q-assigned"].state == "rectifying"
    assert after.problems["q-assigned"].slips == 1
    assert after.visits["v1"].state == "tracking"
    assert (after.slips["s1"].number, after.slips["s1"].kind) == (1, "slip")
    assert organ(after, "bureau:water").pressure > organ(world, "bureau:water").pressure


def test_the_third_slip_is_ritual(world, done):
    """Slip upon slip on one problem breeds formalism (X6)."""
    args = {"to": "bureau:water", "problems": ["q-assigned"], "deadline": 40}
    state = world
    grown = []
    for _ in range(3):
        state = done(state, "director", "issue_slip", **args)
        grown.append(organ(state, "bureau:water").formalism)
    assert grown[0] == grown[1] < grown[2]


def test_a_letter_makes_pressure_fairer(world, done):
    """A place let off lightly takes its share of pressure, one already pressed does not; letters wear out (K45)."""
    easy = replace(
        world, organs={**world.organs, "township:shihe": replace(organ(world, "township:shihe"), pressure=900)}
    )
    args = {"to": "secretary", "problems": ["q-overdue"], "deadline": 40}
    once = done(easy, "director", "send_letter", **args)
    figures = [c.figure for c in once.causes[once.turn]]
    assert "fairness" in figures
    spread = [abs(organ(s, "township:shihe").pressure - organ(s, "township:qingshan").pressure) for s in (easy, once)]
    assert spread[1] < spread[0]
    twice = done(once, "director", "send_letter", **args)
    first = organ(once, "bureau:water").attention - organ(easy, "bureau:water").attention
    second = organ(twice, "bureau:water").attention - organ(once, "bureau:water").attention
    assert 0 < second < first


def test_a_letter_reaches_whoever_answers_for_the_place(world, give):
    """A commander answers for the own township, by scope or contract, and for no other."""
    args = {"problems": ["q-overdue"], "deadline": 40}
    assert not isinstance(give(world, "director", "send_letter", to="qingshan", **args), Refusal)
    held = replace(
        world,
        contracts={"c1": replace(world.contracts["c1"], holder="shihe")},
    )
    assert not isinstance(give(held, "director", "send_letter", to="shihe", **args), Refusal)


def test_papers_pass_and_a_squad_goes(world, done):
    """Depth 1 takes the claim at once and teaches papers; deeper plans a visit and leaves the claim open (X6, K39)."""
    papers = done(world, "director", "verify_problem", problem="q-claimed", depth=1)
    assert (papers.problems["q-claimed"].state, papers.problems["q-claimed"].depth) == ("verified", 1)
    assert organ(papers, "bureau:water").formalism > organ(world, "bureau:water").formalism
    there = done(world, "director", "verify_problem", problem="q-claimed", depth=3)
    visit = there.visits["v3"]
    assert there.problems["q-claimed"].state == "claimed"
    assert (visit.kind, visit.problems, visit.depth, visit.announced) == ("verify", ("q-claimed",), 3, False)
    assert world.day < visit.day <= world.day + 7


def test_checking_oneself_costs_more(world, done):
    """An owner that passes its own papers grows more formal than one that others pass (X5)."""
    own = done(world, "qingshan", "verify_problem", problem="q-own", depth=1)
    other = done(world, "director", "verify_problem", problem="q-own", depth=1)
    assert organ(own, "township:qingshan").formalism > organ(other, "township:qingshan").formalism


def test_closing_and_returning(world, done):
    """A verified problem is closed today; a returned one goes back to work, unseen with friction (K38, K39)."""
    shut = done(world, "director", "close_problem", problem="q-verified")
    assert (shut.problems["q-verified"].state, shut.problems["q-verified"].closed) == ("closed", world.day)
    unseen = done(world, "director", "return_problem", problem="q-claimed")
    assert (unseen.problems["q-claimed"].state, unseen.problems["q-claimed"].returned) == ("rectifying", 1)
    assert organ(unseen, "bureau:water").friction > organ(world, "bureau:water").friction
    looked = replace(world, problems={**world.problems, "q-claimed": replace(world.problems["q-claimed"], depth=2)})
    seen = done(looked, "director", "return_problem", problem="q-claimed")
    assert organ(seen, "bureau:water").friction == organ(world, "bureau:water").friction


def test_a_look_back_is_one_visit_a_township(world, done):
    """Closed problems of two townships need two visits, and the prospect makes work truer (K39)."""
    after = done(world, "director", "plan_look_back", problems=["q-closed", "q-shihe"], day=40)
    new = [after.visits[key] for key in ("v3", "v4")]
    assert [(v.kind, v.township, v.squad, v.problems) for v in new] == [
        ("look_back", "qingshan", "squad:qingshan", ("q-closed",)),
        ("look_back", "shihe", "squad:shihe", ("q-shihe",)),
    ]
    assert after.problems["q-closed"].look_back == 40
    assert organ(after, "bureau:water").formalism < organ(world, "bureau:water").formalism
    papers = done(world, "director", "plan_look_back", problems=["q-closed"], day=40, depth=1)
    assert organ(papers, "bureau:water").formalism == organ(world, "bureau:water").formalism


def test_an_inquiry_drives_once_and_breeds_rehearsal_often(world, done):
    """The first inquiry brings pressure and attention, also to contract holders; a second within weeks breeds form."""
    once = done(world, "director", "hold_inquiry", townships=["qingshan"])
    town = "township:qingshan"
    assert organ(once, town).pressure > organ(world, town).pressure
    assert organ(once, town).meetings_extra > 0
    assert organ(once, "bureau:water").attention > organ(world, "bureau:water").attention
    assert organ(once, town).formalism == organ(world, town).formalism
    twice = done(later(once, 7), "director", "hold_inquiry", townships=["qingshan"])
    assert organ(twice, town).formalism > organ(once, town).formalism
    assert (
        organ(twice, town).pressure - organ(once, town).pressure
        < organ(once, town).pressure - organ(world, town).pressure
    )
    rested = done(later(once, 35), "director", "hold_inquiry", townships=["qingshan"])
    assert organ(rested, town).formalism == organ(once, town).formalism


def test_the_ladder_is_climbed_rung_by_rung_and_hides_things_at_the_top(world, done, give):
    """A first reminder drives; frequent or hard steps raise formalism, and the upper rungs are counted (X3, K40)."""
    args = {"organ": "bureau:water", "problem": "q-overdue"}
    mild = done(world, "director", "apply_ladder", rung=1, **args)
    assert organ(mild, "bureau:water").attention > organ(world, "bureau:water").attention
    assert organ(mild, "bureau:water").formalism == organ(world, "bureau:water").formalism
    assert mild.problems["q-overdue"].rung == 1
    state = mild
    for rung in (2, 3, 4):
        before = organ(state, "bureau:water").formalism
        state = done(state, "director", "apply_ladder", rung=rung, **args)
        assert organ(state, "bureau:water").formalism > before
    assert state.counters["ladder_high"] == 1
    assert give(state, "director", "apply_ladder", rung=6, **args).code == "rung_jump"


def test_pressing_is_quick_and_costs_trust(world, done):
    """An invitation opens talks and wins trust; pressing signs at once, is kept as coercion, and loses trust (K54)."""
    asked = done(world, "director", "approach_partner", partner="city", manner="invite").partners["city"]
    pressed = done(world, "director", "approach_partner", partner="city", manner="press").partners["city"]
    assert (asked.state, asked.coerced, asked.money_promised) == ("talking", False, 0)
    assert (pressed.state, pressed.coerced) == ("engaged", True)
    assert pressed.money_promised > 0
    assert pressed.trust < world.partners["city"].trust < asked.trust


def test_terms_keep_within_what_a_partner_bears(world, done, give):
    """A partner promises as far as it trusts; fair linkage wins trust, a bare gift does not (K57, X10)."""
    shop = world.partners["shop"]
    money = willing(shop, shop.money_cap) // 100
    args = {"partner": "shop", "jobs": 5}
    fair = done(world, "director", "agree_terms", linkage=300, money=money, **args).partners["shop"]
    gift = done(world, "director", "agree_terms", linkage=0, money=money, **args).partners["shop"]
    assert (fair.state, fair.linkage, fair.money_promised, fair.promises) == ("engaged", 300, money * 100, 1)
    assert gift.trust < shop.trust < fair.trust
    assert give(world, "director", "agree_terms", linkage=300, money=money + 1, **args).code == "over_cap"
    assert (
        give(world, "director", "agree_terms", linkage=most_linkage(shop) + 1, money=1, **args).code
        == "linkage_refused"
    )


def test_agreeing_again_does_not_farm_trust(world, done):
    """Fair terms win trust once; changing them about wins no more."""
    once = done(world, "director", "agree_terms", partner="shop", linkage=300, money=10, jobs=5)
    again = done(once, "director", "agree_terms", partner="shop", linkage=310, money=10, jobs=5)
    assert again.partners["shop"].trust == once.partners["shop"].trust


def test_labour_out_is_bounded_and_pays_with_a_partner(world, done):
    """Workers bring income, more with a partner's jobs, which are used up; nobody is sent twice (K59)."""
    alone = done(world, "director", "export_labour", place="village:qingshan-01", workers=5)
    placed = done(world, "director", "export_labour", place="village:qingshan-01", workers=5, partner="mill")
    assert placed.pending["qingshan-01"]["income"] > alone.pending["qingshan-01"]["income"] > 0
    assert alone.pending["qingshan-01"]["goodwill"] < 0
    assert placed.partners["mill"].jobs_filled == 5
    assert sum(labour_left(placed, "county")) == sum(labour_left(world, "county")) - 5
    assert organ(placed, "township:qingshan").debt_hours > 0


def test_loans_follow_the_linkage(world, done):
    """What loans bring to households rises with the firm's linkage and falls where the firm was pressed (K58)."""
    args = {"place": "township:qingshan", "money": 100_000, "fund": "main"}

    def gain(**changes):
        mill = replace(world.partners["mill"], **changes)
        after = done(replace(world, partners={"mill": mill}), "director", "guarantee_loans", **args)
        assert after.funds["main"].spent == 100_000 * 100
        return sum(row["income"] for row in after.pending.values())

    assert gain(linkage=0) < gain(linkage=300) < gain(linkage=600)
    assert gain(linkage=300, coerced=True) < gain(linkage=300)


def test_meetings_lose_their_effect(world, done):
    """The people's own matter wins more than a formula; repeated, meetings win nothing and breed form (K14)."""
    place = {"place": "village:qingshan-01"}

    def won(state, before, village="qingshan-01"):
        return state.pending.get(village, {}).get("goodwill", 0) - before.pending.get(village, {}).get("goodwill", 0)

    real = done(world, "director", "hold_mass_meeting", topic="water", **place)
    formula = done(world, "director", "hold_mass_meeting", **place)
    assert won(real, world) > won(formula, world) > 0
    assert organ(real, "township:qingshan").meetings_extra > 0
    state, gains = world, []
    for _ in range(4):
        after = done(state, "director", "hold_mass_meeting", topic="water", **place)
        gains.append(won(after, state))
        state = after
    assert gains[0] > gains[1] > gains[2] > gains[3] == 0
    assert organ(state, "township:qingshan").formalism > organ(world, "township:qingshan").formalism


def test_a_meeting_on_their_matter_brings_the_people_in(world, done):
    """A meeting on a problem that needs the people applies that lever; one on another matter does not (K09)."""
    needy = replace(world.problems["q-assigned"], levers=("order", "society"))
    state = replace(world, problems={**world.problems, needy.id: needy})
    place = {"place": "village:qingshan-01"}
    assert done(state, "director", "hold_mass_meeting", topic="water", **place).problems[needy.id].used == ("society",)
    assert done(state, "director", "hold_mass_meeting", topic="housing", **place).problems[needy.id].used == ()


def test_home_visits_put_the_record_right_for_hours(world, done):
    """Visiting more homes wins and reveals more, and takes more of next week's hours (K52)."""
    few = done(world, "director", "organise_visits", place="village:qingshan-01", households=10)
    many = done(world, "director", "organise_visits", place="village:qingshan-01", households=40)
    assert few.pending["qingshan-01"]["reveal"] < many.pending["qingshan-01"]["reveal"] <= 1000
    assert few.pending["qingshan-01"]["goodwill"] < many.pending["qingshan-01"]["goodwill"]
    assert organ(few, "township:qingshan").debt_hours == 15
    assert organ(many, "township:qingshan").debt_hours == 60


def test_reports_bring_what_the_level_below_knows_and_take_its_hours(world, done):
    """A report asked for lifts the township's rows to the county and costs writing; asked again it is form (X1)."""
    once = done(world, "director", "ask_report", organ="township:qingshan")
    assert set(once.reports["county"]) == {"qingshan-01", "qingshan-02"}
    assert organ(once, "township:qingshan").forms_extra > 0
    twice = done(once, "director", "ask_report", organ="township:qingshan")
    assert organ(twice, "township:qingshan").formalism > organ(once, "township:qingshan").formalism


def test_a_field_visit_sees_the_truth_in_a_sample(world, done, give):
    """What is seen lies within the village, costs the township hours, wins a little, and is the same all day."""
    after = done(world, "director", "field_visit", village="qingshan-01")
    seen = after.sightings["qingshan-01"]
    assert seen.sample == 12
    assert all(0 <= gap <= 40 for gap in seen.gaps)
    assert 0 <= seen.approval <= 1000
    assert after.pending["qingshan-01"]["goodwill"] > 0
    assert organ(after, "township:qingshan").debt_hours > 0
    assert done(after, "director", "field_visit", village="qingshan-01").sightings == after.sightings


def test_a_field_visit_tells_worse_from_better(world, done):
    """A village with every need open looks worse than one with none."""

    def seen(level):
        sums = replace(world.sums, gaps=world.sums.gaps * 0 + level)
        return done(replace(world, sums=sums), "director", "field_visit", village="qingshan-01").sightings[
            "qingshan-01"
        ]

    assert seen(0).gaps == (0,) * 7
    assert seen(40).gaps == (40,) * 7


def test_a_visitor_notices_a_grave_problem(world, done):
    """A latent problem is found with odds that follow its severity, never in another village."""
    grave = replace(world.problems["q-latent"], severity=5)
    state = replace(world, problems={**world.problems, "q-latent": grave})
    assert done(state, "director", "field_visit", village="qingshan-01").problems["q-latent"].state == "found"
    assert done(state, "director", "field_visit", village="shihe-01").problems["q-latent"].state == "latent"


def test_a_paper_answer_where_work_is_asked_is_form(world, done):
    """Words alone on an untouched problem raise formalism; where work is under way they do not (K46)."""
    office = "bureau:poverty"
    idle = done(world, "director", "reply_inject", inject="plain", text="已安排")
    busy = replace(
        world, problems={**world.problems, "q-found": replace(world.problems["q-found"], state="rectifying")}
    )
    fine = done(busy, "director", "reply_inject", inject="plain", text="已安排")
    assert organ(idle, office).formalism > organ(world, office).formalism
    assert organ(fine, office).formalism == organ(world, office).formalism
    assert (idle.injects["plain"].reply, idle.injects["plain"].replied_by) == ("已安排", "director")


def test_acknowledging_is_everybodys_own(world, done):
    """The first addressee moves the paper on, the second only signs."""
    once = done(world, "director", "acknowledge_inject", inject="plain")
    twice = done(once, "qingshan", "acknowledge_inject", inject="plain")
    assert once.injects["plain"].state == twice.injects["plain"].state == "acknowledged"
    assert twice.injects["plain"].acknowledged == ("director", "qingshan")


def test_a_decision_costs_and_acts(world, done):
    """An option costs its own attention and money and does what its author wrote (money in 万元)."""
    after = done(world, "director", "choose_option", inject="choice", option="tankers")
    assert (after.injects["choice"].choice, after.injects["choice"].chosen_by) == ("tankers", "director")
    assert after.seats["director"].attention == world.seats["director"].attention - 2
    assert after.funds["piped"].spent == 3 * 1_000_000
    assert after.funds["main"].given == world.funds["main"].given - 1_000_000
    assert after.pending["qingshan-01"]["goodwill"] > 0
    assert organ(after, "bureau:poverty").pressure == organ(world, "bureau:poverty").pressure + 20


def test_a_decision_opens_with_its_condition(world, give):
    """An option whose condition holds may be chosen."""
    ripe = replace(world, day=201)
    assert not isinstance(give(ripe, "director", "choose_option", inject="choice", option="wait"), Refusal)


def test_what_a_paper_shows_as_open_can_be_chosen(world, give):
    """The inbox shows an option open when its condition holds, also to whoever looked before, and no sooner."""
    memo = Memo()
    for day in (200, 201):
        state = replace(world, day=day)
        paper = next(item for item in project(state, "director", memo).inbox if item.record.id == "choice")
        for option in paper.options:
            answer = give(state, "director", "choose_option", inject="choice", option=option.id)
            assert option.open == (getattr(answer, "code", "") != "option_closed")
        assert {option.id for option in paper.options if not option.open} == ({"wait"} if day == 200 else set())


def test_lent_power_works_until_recalled(world, done, give):
    """A seat with a borrowed power gives that group's commands, and no longer once it is taken back (K50)."""
    lent = done(world, "director", "delegate_power", power="mobilise", to="mute")
    talk = {"place": "village:qingshan-01"}
    assert not isinstance(give(lent, "mute", "explain_policy", **talk), Refusal)
    back = done(lent, "director", "recall_power", power="mobilise", seat="mute")
    assert give(back, "mute", "explain_policy", **talk).code == "no_power"
    assert back.seats["mute"] == world.seats["mute"]


@pytest.mark.parametrize("kind", ["plan_visit", "verify_problem"])
def test_a_planned_visit_can_be_taken_back(world, done, kind):
    """Undoing gives back attention, hours and every quantity the plan moved."""
    args = VISIT if kind == "plan_visit" else {"problem": "q-claimed"}
    planned = done(world, "director", kind, **args)
    undone = done(planned, "director", "undo_last")
    assert undone.visits == world.visits
    assert undone.organs == world.organs
    assert undone.seats["director"].attention == world.seats["director"].attention
    assert undone.seats["director"].undo is None


def test_an_order_can_be_taken_back(world, done):
    """Undoing an order frees its money and moves back all it pressed."""
    order = {
        "task": "water_supply",
        "organs": ["township:qingshan", "bureau:water"],
        "place": "township:qingshan",
        "amount": 15,
        "deadline": 56,
        "lead": "bureau:water",
        "money": 1000,
        "fund": "main",
    }
    signed = done(world, "director", "issue_order", **order)
    assert signed.organs != world.organs
    undone = done(signed, "director", "undo_last")
    assert undone.orders["o1"].state == "revoked"
    assert undone.organs == world.organs
    assert undone.funds["main"].reserved == world.funds["main"].reserved
    assert undone.seats["director"].attention == world.seats["director"].attention


def test_the_turn_waits_for_people_only(world, done, give):
    """Bots are not waited for; another person's ready sign lets the turn go; the clock never waits."""
    seats = {**world.seats, "shihe": replace(world.seats["shihe"], state="human")}
    two = replace(world, seats=seats)
    assert give(two, "director", "advance").code == "others_not_ready"
    assert not isinstance(give(two, "clock", "advance"), Refusal)
    ready = done(two, "shihe", "set_ready", ready=True)
    after = done(ready, "director", "advance")
    assert after.turn == world.turn + 1
    assert after.stages
    assert after.seats["shihe"].ready is False
