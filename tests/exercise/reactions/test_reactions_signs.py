"""The signs of the model: what hurts, what helps, other things equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.exercise import events as ev
from game.exercise.entities import Problem, Visit
from game.exercise.reactions.deadlines import deadlines
from game.exercise.reactions.hours import lent, organ_hours
from game.exercise.reactions.quantities import caught, served
from game.exercise.reactions.record import turn_record
from game.exercise.reactions.rules import recorded_undone
from game.exercise.reactions.steps import strength
from game.exercise.reactions.visits import carry_out, check, detection, exposes, insight, look

UPPER = "township:upper"


def problem(**changes: Any) -> Problem:
    base = Problem(
        id="q-x",
        domain="water",
        type="",
        title="缺水",
        village="upper-01",
        township="upper",
        severity=2,
        households=20,
        opened=0,
        source="visit",
        tasks=("water_supply",),
        levers=("order",),
        organs=("bureau:water", "township"),
        hours=60,
        state="claimed",
        owner=UPPER,
        deadline=21,
    )
    return replace(base, **changes)


def visit(**changes: Any) -> Visit:
    base = Visit(
        id="v1",
        squad="squad:upper",
        by="squad-leader",
        kind="visit",
        township="upper",
        villages=("upper-01",),
        day=3,
        announced=False,
        sample=10,
        depth=2,
    )
    return replace(base, **changes)


def test_routine_work_closes_a_little_and_overload_starves_it(play: Callable[..., Any]) -> None:
    """Left to itself a county closes gaps slowly; with its hours eaten by forms it closes fewer (K01)."""

    def gaps(game: Any) -> int:
        return sum(value for name, value in game.state.history[-1].true.items() if name.startswith("gaps:"))

    left, starved = play(), play()
    start = gaps(left)
    for _ in range(13):
        for organ in ("township:upper", "township:lower"):
            starved.revise("organs", organ, forms_extra=4_000)
        left.weeks()
        starved.weeks()
    assert start * 3 // 4 < gaps(left) < gaps(starved)
    assert gaps(left) < start
    assert left.state.history[-1].shown["field_hours"] > starved.state.history[-1].shown["field_hours"]


def test_phases_raise_attention_for_a_while(play: Callable[..., Any]) -> None:
    """Mobilisation lifts attention above a county that consolidates, the assault further, and afterwards it sinks (K03, K47)."""

    def course(*stages: str) -> list[int]:
        phases = [{"id": f"p{n}", "stage": stage, "name": stage, "days": 28} for n, stage in enumerate(stages)]
        game = play(campaigns=[{"id": "c", "name": "战役", "phases": phases}])
        seen = []
        for _ in stages:
            game.weeks(4)
            seen.append(game.state.organs[UPPER].attention)
        return seen

    driven = course("mobilisation", "assault", "consolidation")
    rest = course("consolidation", "consolidation", "consolidation")
    assert driven[1] > driven[0] > rest[0]
    assert driven[2] < driven[1]


@pytest.mark.parametrize("many", [1, 4, 12])
def test_more_orders_take_more_grassroots_hours(play: Callable[..., Any], many: int) -> None:
    """Every order in force costs its reports, whatever it is good for (K02)."""
    few, more = play(), play()
    for _ in range(many):
        more.order(money=0, fund="", amount=2)
    few.weeks()
    more.weeks()
    a, b = few.state.history[-1].shown, more.state.history[-1].shown
    assert b["grassroots_hours"] > a["grassroots_hours"]
    assert b["load"] > a["load"]
    assert b["pressure"] > a["pressure"]


def test_ever_more_orders_breed_formalism_and_paper(play: Callable[..., Any]) -> None:
    """Overload, pressure and vagueness together give paper results (K14, K34)."""
    calm, driven = play(), play()
    calm.order()
    for _ in range(8):
        for _ in range(4):
            driven.order(amount=90, deadline=driven.state.day + 14, evidence="none", text="", lead="", money=0, fund="")
        driven.weeks()
        calm.weeks()
    good, bad = calm.state, driven.state
    assert bad.history[-1].true["formalism"] > good.history[-1].true["formalism"] + 100
    paper = {s.id: s.claimed - s.done for s in bad.orders.values()}
    assert sum(paper.values()) > sum(o.done for o in bad.orders.values())
    assert all(o.claimed - o.done <= o.claimed // 2 for o in good.orders.values())
    assert bad.history[-1].shown["fatigue"] > good.history[-1].shown["fatigue"]


def test_an_order_closes_true_gaps(play: Callable[..., Any]) -> None:
    """A clear order with money, knowledge and time brings more than routine does (K27)."""
    idle, busy = play(), play()
    busy.order(amount=40)
    idle.weeks(5)
    busy.weeks(5)
    assert busy.state.orders["o1"].done > 10_000
    assert busy.state.history[-1].true["gaps:water"] < idle.state.history[-1].true["gaps:water"]


def test_an_order_spends_its_money_as_it_goes(play: Callable[..., Any]) -> None:
    """What is spent leaves the fund's reserve; nothing is spent beyond what was set aside."""
    game = play()
    game.order(amount=40, money=50_000)
    game.weeks(5)
    order, fund = game.state.orders["o1"], game.state.funds["main"]
    assert 0 < order.spent <= order.money
    assert fund.spent == order.spent
    assert fund.reserved == order.money - order.spent


def test_organs_set_up_wear_friction_down(play: Callable[..., Any]) -> None:
    """An organ lowers friction only once it works, less without a leader, and for good (K18, K60)."""
    plain, built = play(), play()
    built.must("set_up_organ", organ="leading-group", leader="hq-director")
    built.must("set_up_organ", organ="front-hq", leader="hq-director")
    upper = built.state.organs[UPPER]
    assert served(built.state, upper) == 0
    built.weeks(6)
    plain.weeks(6)
    assert served(built.state, upper) > 0
    for organ in (UPPER, "bureau:water"):
        assert built.state.organs[organ].friction < plain.state.organs[organ].friction
    built.revise("organs", "front-hq", leader="")
    assert strength(built.state, "front-hq") == 500


def test_cut_forms_and_war_rooms_give_hours_back(play: Callable[..., Any]) -> None:
    """Fewer forms leave more hours for homes; leave in turns costs hours now."""
    game = play()
    organ = game.state.organs[UPPER]
    plain = organ_hours(game.state, organ, lent(game.state))
    lighter = organ_hours(game.state, replace(organ, forms_cut=400), lent(game.state))
    resting = organ_hours(game.state, replace(organ, relief=3), lent(game.state))
    assert lighter.free > plain.free > resting.free
    assert lighter.overheads.total < plain.overheads.total


def test_received_inspections_take_field_hours(play: Callable[..., Any]) -> None:
    """Each check takes hours of those it checks, an announced one more (X1)."""
    hours = {}
    for announced in (None, False, True):
        game = play()
        if announced is not None:
            game.must("plan_visit", squad="squad:upper", township="upper", day=3, announced=announced, depth=2)
        game.weeks()
        hours[announced] = game.state.organs[UPPER].hours_field
    assert hours[None] > hours[False] > hours[True]


@given(formalism=st.integers(0, 1000), clarity=st.integers(0, 1000))
def test_paper_is_easier_when_vague_and_harder_with_evidence(formalism: int, clarity: int) -> None:
    """Formalism and vagueness make paper; homes checked by others leave little room for it."""
    now = recorded_undone(formalism, clarity, "ledger")
    assert 0 <= now <= 1000
    assert recorded_undone(min(1000, formalism + 100), clarity, "ledger") >= now
    assert recorded_undone(formalism, max(0, clarity - 100), "ledger") >= now
    assert recorded_undone(formalism, clarity, "third_party") <= now
    assert recorded_undone(0, clarity, "none") == 0


# --- supervision --------------------------------------------------------------------------------------------------


def test_papers_never_reveal_paper(play: Callable[..., Any]) -> None:
    """A check of depth 1 sees the record: no draw can make it see through a paper cure."""
    game = play()
    faked = problem(on_paper=True, done=5)
    for day in range(200):
        _, seen = check(game.state, visit(kind="verify", depth=1, problems=("q-x",), day=day), faked, game.draws)
        assert not seen
    assert insight(game.state, visit(depth=1)) == 0


@pytest.mark.parametrize(("kind", "state"), [("verify", "claimed"), ("look_back", "closed")])
def test_deeper_checks_see_through_more(play: Callable[..., Any], kind: str, state: str) -> None:
    """In homes most paper cures show, at night nearly all; a true cure is never called paper (K39)."""
    game = play()
    seen = {1: 0, 2: 0, 3: 0}
    for depth in seen:
        for day in range(300):
            going = visit(kind=kind, depth=depth, problems=("q-x",), day=day)
            seen[depth] += check(game.state, going, problem(on_paper=True, done=5, state=state), game.draws)[1]
            assert not check(game.state, going, problem(done=60, used=("order",), state=state), game.draws)[1]
    assert seen[1] == 0
    assert 150 < seen[2] < seen[3]
    assert seen[3] > 270


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(depth=st.sampled_from([2, 3]), formalism=st.integers(0, 950))
def test_prepared_villages_show_less(play: Callable[..., Any], depth: int, formalism: int) -> None:
    """An announced visit finds less the more a place is given to formalism; an unannounced one does not care (X4)."""
    game = _kept(play)
    game.revise("organs", UPPER, formalism=formalism)
    state = game.state
    for rule in (exposes, insight):
        assert rule(state, visit(depth=depth, announced=True)) <= rule(state, visit(depth=depth))
    assert detection(state, visit(depth=depth, announced=True), "water") <= detection(
        state, visit(depth=depth), "water"
    )


_games: list[Any] = []


def _kept(play: Callable[..., Any]) -> Any:
    if not _games:
        _games.append(play())
    return _games[0]


def test_a_bigger_sample_comes_nearer_the_truth(play: Callable[..., Any]) -> None:
    """What is seen in homes, scaled up, is the truth on average."""
    game = play()
    village = game.state.county.village("upper-01")
    truth = game.state.sums.gaps[:, village.index].tolist()

    def error(sample: int) -> int:
        off = 0
        for day in range(60):
            seen = look(game.state, visit(depth=3, sample=sample, day=day), village, game.draws).gaps
            off += sum(abs(a - b) for a, b in zip(seen, truth, strict=True))
        return off

    assert error(60) < error(5)


def test_look_back_finds_paper_and_reopens_it(play: Callable[..., Any]) -> None:
    """A problem closed on paper comes back at the look-back, its sign-off is gone, and formalism pays less."""
    game = play()
    game.take(ev.ProblemOpened(problem=problem(state="closed", closed=0, on_paper=True, done=3)))
    game.revise("organs", UPPER, formalism=500)
    for day in range(4):
        if game.state.problems["q-x"].state == "closed":
            when = game.state.day + 2
            game.must("plan_look_back", "squad-leader", problems=["q-x"], day=when, depth=3)
            game.weeks()
        del day
    row = game.state.problems["q-x"]
    assert row.state == "rebounded"
    assert row.rebounds == 1
    assert row.closed == -1
    assert any("q-x" in v.paper_found for v in game.state.visits.values())
    assert game.state.organs[UPPER].formalism < 500


def test_paper_seen_through_shames_whoever_claimed_it(play: Callable[..., Any]) -> None:
    """Sent back, a paper cure lowers the formalism of the bureau that owns it, and of where it happened (K39)."""
    fallen = {}
    for on_paper in (True, False):
        game = play()
        done = 3 if on_paper else 60
        row = problem(state="claimed", owner="bureau:water", on_paper=on_paper, done=done)
        game.take(ev.ProblemOpened(problem=row))
        for organ in (UPPER, "bureau:water"):
            game.revise("organs", organ, formalism=500)
        for event in carry_out(game.state, visit(kind="verify", depth=3, problems=("q-x",)), game.draws, set()):
            if isinstance(event, ev.Shifted) and event.quantity == "formalism":
                fallen[on_paper, event.id] = event.delta
    assert set(fallen) == {(True, UPPER), (True, "bureau:water")}
    assert max(fallen.values()) < 0


def test_paper_cures_come_back_by_themselves_more_often(play: Callable[..., Any]) -> None:
    """What was only written down shows again within about a year; a true cure with its levers stays (K39)."""
    game = play()
    true, loose, paper = (
        problem(id="q-true", state="closed", done=60, used=("order",)),
        problem(id="q-loose", state="closed", done=60),
        problem(id="q-paper", state="closed", on_paper=True),
    )
    for row in (true, loose, paper):
        game.take(ev.ProblemOpened(problem=row))
    back = dict.fromkeys(("q-true", "q-loose", "q-paper"), 0)
    for day in range(7, 7 * 900, 7):
        game.take(ev.WeekBegun(day=day))
        for event in deadlines(game.state, game.draws):
            if isinstance(event, ev.Moved) and event.trigger == "rebound":
                back[event.id] += 1
    assert back["q-true"] == 0
    assert back["q-true"] <= back["q-loose"] < back["q-paper"]


def test_honest_checks_lower_formalism(play: Callable[..., Any]) -> None:
    """Visits to homes make paper a bad bargain; reading papers does not (K39, X6)."""
    ends = {}
    for depth in (0, 1, 2):
        game = play()
        game.revise("organs", UPPER, formalism=600)
        for _ in range(5):
            if depth:
                game.must(
                    "plan_visit",
                    squad="squad:upper",
                    township="upper",
                    day=game.state.day + 2,
                    announced=False,
                    depth=depth,
                )
            game.weeks()
        ends[depth] = game.state.organs[UPPER].formalism
    assert ends[2] < ends[1]
    assert ends[2] < ends[0]


def test_visits_are_remembered_by_their_depth() -> None:
    """Nobody fears the reading of papers; homes, and homes without notice, are feared more."""
    papers = caught((visit(depth=1),))
    homes = caught((visit(depth=2, announced=True),))
    assert caught(()) <= papers < homes < caught((visit(depth=2),)) < caught((visit(depth=3), visit(depth=3)))


def test_a_visit_finds_problems_without_any_inject(play: Callable[..., Any]) -> None:
    """Supervision has something to find: the true gaps of villages become rows of the ledger, with ids that hide how many."""
    game = play()
    for week in range(6):
        for town in ("upper", "lower"):
            game.must(
                "plan_visit",
                squad=f"squad:{town}",
                township=town,
                day=game.state.day + 2,
                announced=False,
                sample=15,
                depth=3,
            )
        del week
        game.weeks()
    rows = list(game.state.problems.values())
    assert rows
    assert all(p.state == "found" and p.source == "visit" and p.tasks and p.organs and p.hours > 0 for p in rows)
    assert all(len(p.id) == 10 and p.id.startswith("q-") for p in rows)
    assert len({(p.village, p.domain) for p in rows}) == len(rows)


# --- rectification ------------------------------------------------------------------------------------------------


def _rectified(
    play: Callable[..., Any], *, owner: str = "bureau:water", formalism: int = 0, weeks: int = 3, **changes: Any
) -> Problem:
    game = play()
    game.take(ev.ProblemOpened(problem=problem(state="assigned", owner=owner, hours=400, **changes)))
    for _ in range(weeks):  # what it is given to stays as it is: it would drift, and not alike in every county
        game.revise("organs", owner, formalism=formalism)
        game.weeks()
    return game.state.problems["q-x"]


def test_the_right_hands_cure_faster(play: Callable[..., Any]) -> None:
    """An owner that could cure the problem gets further than a stranger; a lever in use helps."""
    right = _rectified(play, owner="bureau:water", deadline=70)
    wrong = _rectified(play, owner="bureau:education", deadline=70)
    pulled = _rectified(play, owner="bureau:water", deadline=70, used=("order",))
    assert 0 < wrong.done < right.done < pulled.done


def test_money_bounds_the_cure(play: Callable[..., Any]) -> None:
    """Without the money it takes, no number of hours reaches the root."""
    broke = _rectified(play, owner="bureau:water", money=50_000_000, weeks=12, deadline=14, used=("order",))
    free = _rectified(play, owner="bureau:water", weeks=12, deadline=14, used=("order",))
    assert broke.done < broke.hours
    assert free.done >= free.hours
    assert free.state == "claimed"
    assert not free.on_paper


def test_a_formalistic_owner_claims_on_paper(play: Callable[..., Any]) -> None:
    """Given to formalism and near the deadline, an owner claims what it has not done; the ledger cannot tell (K14)."""
    row = _rectified(play, owner="bureau:education", formalism=1000, deadline=14)
    assert row.state == "claimed"
    assert row.on_paper
    assert row.progress == 1000
    assert row.done < row.hours


def test_an_honest_owner_never_claims_early(play: Callable[..., Any]) -> None:
    """No formalism, no paper: an owner that cannot finish falls overdue instead."""
    row = _rectified(play, owner="bureau:education", formalism=0, deadline=14, weeks=4)
    assert not row.on_paper
    assert row.state == "overdue"


def test_an_order_that_answers_a_problem_moves_it(play: Callable[..., Any]) -> None:
    """The order with the right task in the right place works on the root and pulls its lever."""
    game = play()
    game.take(ev.ProblemOpened(problem=problem(state="found", hours=60, owner="")))
    game.order(place="village:upper-01", amount=20, problem="q-x", deadline=28)
    game.weeks(4)
    row = game.state.problems["q-x"]
    assert "order" in row.used
    assert row.done > 20


# --- records ------------------------------------------------------------------------------------------------------


def test_paper_moves_the_record_and_not_the_truth(play: Callable[..., Any]) -> None:
    """Pressed into formalism, the county looks better than it is."""
    game = play()
    for organ in game.state.organs:
        game.revise("organs", organ, formalism=900)
    start = turn_record(game.state)
    for _ in range(6):
        game.order(amount=90, evidence="none", text="", lead="", money=0, fund="", deadline=game.state.day + 14)
        game.weeks()
    end = game.state.history[-1]
    record = start.shown["incidence_recorded_bp"] - end.shown["incidence_recorded_bp"]
    truth = start.true["incidence_true_bp"] - end.true["incidence_true_bp"]
    assert record > truth


def test_reports_lag_without_organs_and_not_with_them(play: Callable[..., Any]) -> None:
    """The county hears two turns late unless war rooms and a headquarters open the line (K19, K25)."""
    slow, quick = play(), play()
    for organ in ("leading-group", "front-hq", "post:upper", "post:lower"):
        quick.must("set_up_organ", organ=organ, leader="hq-director")
    quick.weeks(2)
    for town in ("upper", "lower"):
        quick.must("set_up_organ", organ=f"warrooms:{town}", leader="hq-director")
    quick.weeks(2)
    slow.weeks(4)
    assert {r.day for r in quick.state.reports["county"].values()} == {28}
    assert {r.day for r in slow.state.reports["county"].values()} == {14}


# --- contracts ----------------------------------------------------------------------------------------------------


def test_a_contract_is_kept_by_what_truly_changed(play: Callable[..., Any]) -> None:
    """At its end a contract stands or falls with true gaps and true closings, never with the record."""
    ends = {}
    for truly in (True, False):
        game = play()
        offered = {
            "holder": "township:upper",
            "contract_kind": "area",
            "object": "village:upper-01",
            "end": 7,
            "hours": 10,
        }
        game.must("offer_contract", **offered)
        game.revise("contracts", "c1", state="accepted", gaps_start=1)
        row = problem(state="closed", closed=3, done=60 if truly else 5, on_paper=not truly, used=("order",))
        game.take(ev.ProblemOpened(problem=row))
        game.weeks()
        ends[truly] = game.state.contracts["c1"].state
    assert ends == {True: "fulfilled", False: "breached"}
