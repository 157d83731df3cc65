"""Every command of supervision, mobilising, talk and the instructor: once accepted, and refused for each reason."""

from __future__ import annotations

import copy
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from game.exercise.commands.base import REGISTRY
from game.exercise.entities import SessionState
from game.exercise.events import decode, encode
from game.exercise.evolve import evolve_all
from game.exercise.refusals import CHECKS, Refusal
from game.exercise.texts import codes, refusal_check, say

HERE = ("supervise", "ledger", "inquiry", "mobilise", "masses", "talk", "table", "instructor", "judging")
MINE = sorted(kind for kind, spec in REGISTRY.items() if spec.decide.__module__.rpartition(".")[2] in HERE)
HOT = {"title": "急件", "form": "call", "domain": "water", "to": ["qingshan"], "sender": "省里", "text": "请报情况"}

# kind, seat, arguments, session state
ACCEPTED = [
    ("plan_visit", "director", {"squad": "squad:qingshan", "township": "qingshan", "day": 35}, "running"),
    (
        "plan_visit",
        "shihe",
        {
            "squad": "squad:shihe",
            "township": "shihe",
            "day": 40,
            "villages": ["shihe-01"],
            "announced": False,
            "sample": 20,
            "depth": 3,
            "focus": "water",
        },
        "running",
    ),
    ("register_finding", "director", {"problem": "q-found", "owner": "bureau:water", "deadline": 42}, "running"),
    ("issue_slip", "director", {"to": "bureau:water", "problems": ["q-assigned"], "deadline": 40}, "running"),
    ("send_letter", "director", {"to": "secretary", "problems": ["q-overdue"], "deadline": 40}, "running"),
    ("verify_problem", "director", {"problem": "q-claimed", "depth": 1}, "running"),
    ("verify_problem", "director", {"problem": "q-claimed"}, "running"),
    ("close_problem", "director", {"problem": "q-verified"}, "running"),
    ("return_problem", "director", {"problem": "q-claimed", "reason": "水没到户"}, "running"),
    ("plan_look_back", "director", {"problems": ["q-closed", "q-shihe"], "day": 40}, "running"),
    ("hold_inquiry", "director", {"townships": ["qingshan", "shihe"], "topic": "water"}, "running"),
    ("apply_ladder", "director", {"organ": "bureau:water", "rung": 1, "problem": "q-overdue"}, "running"),
    ("approach_partner", "director", {"partner": "city", "manner": "invite"}, "running"),
    ("approach_partner", "director", {"partner": "city", "manner": "press"}, "running"),
    ("agree_terms", "director", {"partner": "shop", "linkage": 300, "money": 100_000, "jobs": 10}, "running"),
    ("export_labour", "qingshan", {"place": "township:qingshan", "workers": 10, "partner": "mill"}, "running"),
    ("export_labour", "director", {"place": "county", "workers": 20}, "running"),
    ("guarantee_loans", "director", {"place": "township:qingshan", "money": 10_000, "fund": "main"}, "running"),
    ("hold_mass_meeting", "village", {"place": "village:qingshan-01", "topic": "water"}, "running"),
    ("organise_visits", "qingshan", {"place": "township:qingshan", "households": 30}, "running"),
    ("explain_policy", "qingshan", {"place": "village:qingshan-02"}, "running"),
    ("acknowledge_inject", "director", {"inject": "plain"}, "running"),
    ("acknowledge_inject", "director", {"inject": "plain"}, "paused"),
    ("reply_inject", "director", {"inject": "plain", "text": "马上去办"}, "running"),
    ("choose_option", "director", {"inject": "choice", "option": "tankers"}, "running"),
    ("message_seat", "director", {"to": ["qingshan"], "text": "路通了吗"}, "briefing"),
    ("ask_report", "director", {"organ": "township:qingshan", "topic": "water"}, "running"),
    ("field_visit", "director", {"village": "qingshan-01"}, "running"),
    ("delegate_power", "director", {"power": "supervise", "to": "mute"}, "running"),
    ("recall_power", "secretary", {"power": "supervise", "seat": "mute"}, "running"),
    ("set_ready", "director", {"ready": True}, "running"),
    ("advance", "director", {}, "running"),
    ("advance", "clock", {}, "running"),
    ("open_briefing", "director", {}, "lobby"),
    ("start_play", "director", {}, "briefing"),
    ("fire_inject", "instructor", {"inject": "later"}, "running"),
    ("hold_inject", "instructor", {"inject": "later"}, "paused"),
    ("skip_inject", "instructor", {"inject": "later"}, "running"),
    ("write_inject", "instructor", {**HOT, "reply_within": 7}, "running"),
    ("pause", "instructor", {}, "running"),
    ("resume", "instructor", {}, "paused"),
    ("set_speed", "instructor", {"speed": 2}, "running"),
    (
        "adjust",
        "instructor",
        {"on": "organ:bureau:water", "quantity": "pressure", "add": 50, "reason": "补偿"},
        "running",
    ),
    ("take_note", "instructor", {"text": "指挥清楚", "seat": "director", "evidence": [3]}, "debrief"),
    ("rate_seat", "instructor", {"seat": "director", "grade": "a", "text": "好", "evidence": [3]}, "debrief"),
    ("hand_over_seat", "instructor", {"seat": "village", "holder": "human"}, "lobby"),
    ("broadcast", "instructor", {"text": "休息十分钟"}, "paused"),
    ("freeze", "instructor", {"reason": "停电"}, "running"),
    ("thaw", "instructor", {}, "frozen"),
    ("end_exercise", "instructor", {}, "running"),
    ("archive", "instructor", {}, "debrief"),
]


def session(state, name):
    return replace(state, session=SessionState(name))


def revised(table, key, **changes):
    def bend(state):
        rows = getattr(state, table)
        return replace(state, **{table: {**rows, key: replace(rows[key], **changes)}})

    return bend


def same(state):
    return state


VISIT = {"squad": "squad:qingshan", "township": "qingshan", "day": 35}
TERMS = {"partner": "shop", "linkage": 300, "money": 100_000, "jobs": 10}
LOAN = {"place": "township:qingshan", "money": 10_000, "fund": "main"}
ADJUST = {"on": "county", "quantity": "pressure", "add": 5, "reason": "试"}
RATE = {"seat": "director", "grade": "a", "evidence": [3]}

# code, seat, kind, arguments, what is different
REFUSED = [
    ("unknown_place", "director", "plan_visit", {**VISIT, "township": "nowhere"}, same),
    ("out_of_scope", "shihe", "plan_visit", VISIT, same),
    ("unknown_domain", "director", "plan_visit", {**VISIT, "focus": "x"}, same),
    ("named_twice", "director", "plan_visit", {**VISIT, "villages": ["qingshan-01", "qingshan-01"]}, same),
    ("unknown_village", "director", "plan_visit", {**VISIT, "villages": ["shihe-01"]}, same),
    ("unknown_organ", "director", "plan_visit", {**VISIT, "squad": "squad:x"}, same),
    ("not_a_squad", "director", "plan_visit", {**VISIT, "squad": "bureau:water"}, same),
    ("squad_busy", "director", "plan_visit", {**VISIT, "sample": 60, "depth": 3}, same),
    ("deadline_passed", "director", "plan_visit", {**VISIT, "day": 28}, same),
    ("too_far", "director", "plan_visit", {**VISIT, "day": 200}, same),
    ("no_attention", "tired", "plan_visit", VISIT, same),
    ("no_power", "mute", "hold_mass_meeting", {"place": "village:qingshan-01"}, same),
    (
        "unknown_problem",
        "director",
        "register_finding",
        {"problem": "q-latent", "owner": "bureau:water", "deadline": 40},
        same,
    ),
    (
        "wrong_state",
        "director",
        "register_finding",
        {"problem": "q-closed", "owner": "bureau:water", "deadline": 40},
        same,
    ),
    ("unknown_organ", "director", "register_finding", {"problem": "q-found", "owner": "x", "deadline": 40}, same),
    (
        "deadline_passed",
        "director",
        "register_finding",
        {"problem": "q-found", "owner": "bureau:water", "deadline": 3},
        same,
    ),
    (
        "unknown_seat",
        "director",
        "register_finding",
        {"problem": "q-found", "owner": "bureau:water", "deadline": 40, "person": "x"},
        same,
    ),
    (
        "problem_not_open",
        "director",
        "issue_slip",
        {"to": "bureau:water", "problems": ["q-found"], "deadline": 40},
        same,
    ),
    (
        "named_twice",
        "director",
        "issue_slip",
        {"to": "bureau:water", "problems": ["q-assigned"] * 2, "deadline": 40},
        same,
    ),
    (
        "not_its_problem",
        "director",
        "issue_slip",
        {"to": "bureau:health", "problems": ["q-assigned"], "deadline": 40},
        same,
    ),
    (
        "deadline_passed",
        "director",
        "issue_slip",
        {"to": "bureau:water", "problems": ["q-assigned"], "deadline": 1},
        same,
    ),
    (
        "letter_to_self",
        "secretary",
        "send_letter",
        {"to": "secretary", "problems": ["q-overdue"], "deadline": 40},
        same,
    ),
    ("not_a_leader", "director", "send_letter", {"to": "maker", "problems": ["q-overdue"], "deadline": 40}, same),
    ("not_answerable", "director", "send_letter", {"to": "shihe", "problems": ["q-overdue"], "deadline": 40}, same),
    ("unknown_seat", "director", "send_letter", {"to": "x", "problems": ["q-overdue"], "deadline": 40}, same),
    (
        "problem_not_open",
        "director",
        "send_letter",
        {"to": "secretary", "problems": ["q-closed"], "deadline": 40},
        same,
    ),
    ("wrong_state", "director", "verify_problem", {"problem": "q-assigned"}, same),
    ("visit_planned", "director", "verify_problem", {"problem": "q-pending"}, same),
    ("not_a_squad", "director", "verify_problem", {"problem": "q-claimed", "squad": "bureau:water"}, same),
    ("wrong_state", "director", "close_problem", {"problem": "q-claimed"}, same),
    ("out_of_scope", "shihe", "close_problem", {"problem": "q-verified"}, same),
    ("wrong_state", "director", "return_problem", {"problem": "q-assigned"}, same),
    ("wrong_state", "director", "plan_look_back", {"problems": ["q-verified"], "day": 40}, same),
    ("deadline_passed", "director", "plan_look_back", {"problems": ["q-closed"], "day": 3}, same),
    ("unknown_place", "director", "hold_inquiry", {"townships": ["x"]}, same),
    ("named_twice", "director", "hold_inquiry", {"townships": ["shihe", "shihe"]}, same),
    ("rung_jump", "director", "apply_ladder", {"organ": "bureau:water", "rung": 2}, same),
    (
        "no_reason",
        "director",
        "apply_ladder",
        {"organ": "bureau:water", "rung": 3},
        lambda s: replace(s, counters={**s.counters, "rung:bureau:water": 2}),
    ),
    ("problem_not_open", "director", "apply_ladder", {"organ": "bureau:water", "rung": 1, "problem": "q-closed"}, same),
    (
        "not_its_problem",
        "director",
        "apply_ladder",
        {"organ": "bureau:health", "rung": 1, "problem": "q-overdue"},
        same,
    ),
    ("unknown_partner", "director", "approach_partner", {"partner": "x", "manner": "invite"}, same),
    ("out_of_scope", "maker", "approach_partner", {"partner": "city", "manner": "invite"}, same),
    ("partner_state", "director", "approach_partner", {"partner": "mill", "manner": "press"}, same),
    ("partner_distrusts", "director", "approach_partner", {"partner": "sour", "manner": "invite"}, same),
    ("partner_state", "director", "agree_terms", {**TERMS, "partner": "city"}, same),
    ("over_cap", "director", "agree_terms", {**TERMS, "jobs": 51}, same),
    ("below_paid", "director", "agree_terms", TERMS, revised("partners", "shop", money_paid=10**8)),
    ("empty_terms", "director", "agree_terms", {**TERMS, "money": 0, "jobs": 0}, same),
    ("linkage_refused", "director", "agree_terms", {**TERMS, "linkage": 900}, same),
    ("nothing_changes", "director", "agree_terms", {"partner": "mill", "linkage": 300, "jobs": 20}, same),
    ("no_jobs", "director", "export_labour", {"place": "county", "workers": 21, "partner": "mill"}, same),
    ("no_workers", "director", "export_labour", {"place": "village:qingshan-01", "workers": 13}, same),
    ("partner_state", "director", "export_labour", {"place": "county", "workers": 2, "partner": "shop"}, same),
    ("no_firms", "director", "guarantee_loans", LOAN, revised("partners", "mill", state="withdrawn")),
    ("no_money", "director", "guarantee_loans", {**LOAN, "money": 60_000_000}, same),
    ("unknown_fund", "director", "guarantee_loans", {**LOAN, "fund": "x"}, same),
    ("wrong_earmark", "director", "guarantee_loans", {**LOAN, "fund": "piped"}, same),
    ("wrong_place", "director", "hold_mass_meeting", {"place": "county"}, same),
    (
        "no_hours",
        "director",
        "hold_mass_meeting",
        {"place": "township:qingshan"},
        revised("organs", "township:qingshan", debt_hours=1750),
    ),
    ("too_many_households", "director", "organise_visits", {"place": "village:qingshan-01", "households": 41}, same),
    ("out_of_scope", "village", "explain_policy", {"place": "village:shihe-01"}, same),
    ("unknown_inject", "director", "acknowledge_inject", {"inject": "later"}, same),
    ("not_addressed", "shihe", "acknowledge_inject", {"inject": "plain"}, same),
    ("wrong_state", "director", "acknowledge_inject", {"inject": "old"}, same),
    (
        "already_acknowledged",
        "director",
        "acknowledge_inject",
        {"inject": "plain"},
        revised("injects", "plain", state="acknowledged", acknowledged=("director",)),
    ),
    (
        "already_replied",
        "director",
        "reply_inject",
        {"inject": "plain", "text": "好"},
        revised("injects", "plain", reply="x"),
    ),
    ("needs_choice", "director", "reply_inject", {"inject": "choice", "text": "好"}, same),
    ("empty_text", "director", "reply_inject", {"inject": "plain", "text": "  "}, same),
    (
        "already_chosen",
        "director",
        "choose_option",
        {"inject": "choice", "option": "wait"},
        revised("injects", "choice", choice="wait"),
    ),
    (
        "wrong_state",
        "director",
        "choose_option",
        {"inject": "choice", "option": "wait"},
        revised("injects", "choice", state="expired"),
    ),
    ("unknown_option", "director", "choose_option", {"inject": "choice", "option": "x"}, same),
    ("option_closed", "director", "choose_option", {"inject": "choice", "option": "wait"}, same),
    ("no_money", "director", "choose_option", {"inject": "choice", "option": "palace"}, same),
    ("message_to_self", "director", "message_seat", {"to": ["director"], "text": "x"}, same),
    ("unknown_seat", "director", "message_seat", {"to": ["x"], "text": "x"}, same),
    ("unknown_organ", "director", "ask_report", {"organ": "x"}, same),
    ("out_of_scope", "village", "field_visit", {"village": "shihe-01"}, same),
    ("unknown_place", "director", "field_visit", {"village": "x"}, same),
    ("unknown_power", "director", "delegate_power", {"power": "talk", "to": "mute"}, same),
    ("not_your_power", "mute", "delegate_power", {"power": "supervise", "to": "shihe"}, same),
    ("already_holds", "director", "delegate_power", {"power": "order", "to": "shihe"}, same),
    ("not_lent", "director", "recall_power", {"power": "supervise", "seat": "mute"}, same),
    ("nothing_to_undo", "director", "undo_last", {}, same),
    ("undo_too_late", "director", "undo_last", {}, revised("seats", "director", undo=("plan_visit", "v2", 1))),
    ("undo_too_late", "director", "undo_last", {}, revised("seats", "director", undo=("plan_visit", "v1", 4))),
    ("turn_running", "director", "advance", {}, lambda s: replace(s, stages=("work",))),
    ("exercise_over", "director", "advance", {}, lambda s: replace(s, turn=30)),
    ("others_not_ready", "director", "advance", {}, revised("seats", "shihe", state="human")),
    ("no_power", "director", "pause", {}, same),
    ("unknown_inject", "instructor", "fire_inject", {"inject": "x"}, same),
    ("wrong_state", "instructor", "fire_inject", {"inject": "plain"}, same),
    ("wrong_state", "instructor", "hold_inject", {"inject": "plain"}, same),
    ("nothing_changes", "instructor", "hold_inject", {"inject": "later", "hold": False}, same),
    ("wrong_state", "instructor", "skip_inject", {"inject": "plain"}, same),
    ("unknown_seat", "instructor", "write_inject", {**HOT, "to": ["x"]}, same),
    ("nothing_changes", "instructor", "set_speed", {"speed": 1}, same),
    ("unknown_target", "instructor", "adjust", {**ADJUST, "on": "village:x"}, same),
    ("wrong_quantity", "instructor", "adjust", {**ADJUST, "on": "partner:mill"}, same),
    ("nothing_changes", "instructor", "adjust", {**ADJUST, "add": 0}, same),
    ("empty_text", "instructor", "adjust", {**ADJUST, "reason": " "}, same),
    ("unknown_evidence", "instructor", "rate_seat", {**RATE, "evidence": [51]}, same),
    ("rating_needs_evidence", "instructor", "rate_seat", {**RATE, "evidence": []}, same),
    ("wrong_state", "instructor", "hand_over_seat", {"seat": "director", "holder": "human"}, same),
    ("turn_running", "instructor", "end_exercise", {}, lambda s: replace(s, stages=("work",))),
    ("session_closed", "instructor", "resume", {}, same),
    ("paused", "director", "field_visit", {"village": "qingshan-01"}, lambda s: session(s, "paused")),
]


def texts_of(name):
    return tomllib.loads((files("game.exercise") / "texts" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "seat", "args", "play"), ACCEPTED)
def test_accepted(world, give, kind, seat, args, play):
    """A command in its place is accepted, leaves the old state alone, and its events apply and can be stored."""
    state = session(world, play)
    before = copy.deepcopy({name: getattr(state, name) for name in ("organs", "problems", "seats", "funds", "pending")})
    events = give(state, seat, kind, **args)
    assert not isinstance(events, Refusal), events
    assert events[0].kind == "accepted"
    assert len(events) > 1
    assert {name: getattr(state, name) for name in before} == before
    assert events == give(state, seat, kind, **args)
    stored = tuple(decode(encode(event)) for event in events)
    assert evolve_all(state, stored) == evolve_all(state, events)


@pytest.mark.parametrize(("code", "seat", "kind", "args", "bend"), REFUSED)
def test_refused(world, give, code, seat, kind, args, bend):
    """A command out of place is refused with the code of what is wrong first."""
    refusal = give(bend(world), seat, kind, **args)
    assert isinstance(refusal, Refusal), refusal
    assert refusal.code == code


def test_every_command_is_accepted_somewhere():
    """No command of these groups goes untested; undoing has tests of its own."""
    assert {kind for kind, *_ in ACCEPTED} | {"undo_last"} == set(MINE)


def test_every_refusal_of_these_groups_happens():
    """Each refusal text is earned by some command."""
    assert set(texts_of("refusals_b.toml")["refusal"]) <= {code for code, *_ in REFUSED}


@pytest.mark.parametrize(("code", "seat", "kind", "args", "bend"), REFUSED)
def test_refusals_speak(world, give, code, seat, kind, args, bend):
    """A refusal has a sentence and a cure in both languages, with all their blanks filled."""
    refusal = give(bend(world), seat, kind, **args)
    for lang in ("zh", "en"):
        assert "{" not in say(f"refusal.{code}", lang, **refusal.params)
        assert say(f"refusal.{code}", lang) != f"refusal.{code}"
    assert refusal_check(code) in CHECKS


@pytest.mark.parametrize("kind", MINE)
def test_commands_are_named(kind):
    """Every command has a name and an explanation in both languages."""
    entry = texts_of("commands_b.toml")["command"][kind]
    assert all(entry[key] for key in ("zh", "en", "zh_help", "en_help"))


@pytest.mark.parametrize(("kind", "seat", "args", "play"), ACCEPTED)
def test_causes_are_told(world, give, kind, seat, args, play):
    """Every cause a command leaves in the ledger has its sentence, and its figure a name."""
    known = {*codes("cause"), *codes("figure")}
    for event in give(session(world, play), seat, kind, **args):
        cause = getattr(event, "cause", None)
        if cause is not None:
            assert {cause.code, f"figure.{cause.figure.partition(':')[0]}"} <= known, cause
