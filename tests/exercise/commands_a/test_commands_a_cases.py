"""Every command of the organise, order, contract and fund groups: accepted, and refused for each of its reasons."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from game.exercise import commands, evolve, preview
from game.exercise.commands.base import REGISTRY
from game.exercise.decide import parse
from game.exercise.events import Accepted, decode, encode
from game.exercise.preview import Preview
from game.exercise.refusals import Refusal
from game.exercise.texts import has, say

TODAY = 28
GROUPS = ("organise", "order", "contract", "fund")
ORDER = {
    "task": "water_supply",
    "organs": ["township:qingshan", "bureau:water"],
    "place": "township:qingshan",
    "amount": 15,
    "deadline": 56,
    "lead": "bureau:water",
    "evidence": "household_check",
    "text": "逐户通水,村里盯到出水为止,每周报一次。",
}
"""A clear order."""
PROGRAMME = {
    "task": "water_supply",
    "place": "township:qingshan",
    "amount": 10,
    "money": 40_000,
    "fund": "main",
    "organ": "bureau:water",
    "weeks": 6,
}
OFFER = {"holder": "qingshan", "contract_kind": "area", "object": "village:qingshan-02", "end": 90, "hours": 10}

ACCEPTED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("director", "set_up_organ", {"organ": "hq", "leader": "director"}),
    ("director", "set_up_organ", {"organ": "zone:north", "leader": "north"}),
    ("director", "set_up_organ", {"organ": "post:qingshan", "leader": "township_commander"}),
    ("director", "set_up_organ", {"organ": "taskforce:water"}),
    ("director", "second_staff", {"organ": "front-hq", "from_organ": "bureau:water", "staff": 3}),
    ("director", "appoint_commander", {"place": "township:qingshan", "seat": "qingshan"}),
    ("director", "appoint_commander", {"place": "zone:south", "seat": "north"}),
    ("director", "name_lead", {"domain": "water", "organ": "bureau:water"}),
    ("director", "declare_priority", {"domain": "water"}),
    ("director", "hold_dispatch", {"organs": ["township:qingshan", "bureau:water"], "topic": "water"}),
    ("director", "issue_order", ORDER),
    (
        "north",
        "issue_order",
        {**ORDER, "money": 1000, "fund": "main", "hours": 20, "problem": "q-known", "inject": "call"},
    ),
    ("water", "issue_order", ORDER),
    ("director", "extend_order", {"order": "o1", "deadline": 120}),
    ("director", "extend_order", {"order": "o3", "deadline": 60}),
    ("director", "revoke_order", {"order": "o1", "reason": "重复"}),
    ("director", "return_order", {"order": "o2", "reason": "没到户"}),
    ("director", "accept_order", {"order": "o2"}),
    ("north", "accept_order", {"order": "o6"}),
    ("director", "offer_contract", OFFER),
    (
        "director",
        "offer_contract",
        {**OFFER, "holder": "bureau:housing", "contract_kind": "task", "object": "education"},
    ),
    ("qingshan", "answer_contract", {"contract": "c1", "accept": True}),
    ("qingshan", "answer_contract", {"contract": "c1", "accept": False, "reason": "人手不够"}),
    ("north", "hand_over_contract", {"contract": "c3", "to": "empty"}),
    ("director", "assess_contract", {"contract": "c2", "grade": "a", "evidence": ["v1"]}),
    ("director", "end_contract", {"contract": "c3"}),
    ("director", "allot_money", {"fund": "main", "organ": "township:yunling", "money": 1000}),
    ("director", "allot_money", {"fund": "main", "organ": "township:qingshan", "money": 1000}),
    ("director", "start_programme", PROGRAMME),
    (
        "director",
        "start_programme",
        {**PROGRAMME, "task": "industry_orders", "organ": "bureau:agriculture", "buyer": "mill"},
    ),
    ("director", "stop_programme", {"programme": "p1"}),
    ("director", "move_money", {"source": "pot-township-qingshan", "target": "main", "money": 100}),
    ("director", "cut_forms", {"organ": "county", "share": 300}),
    ("qingshan", "cut_forms", {"organ": "township:qingshan", "share": 500}),
    ("qingshan", "rotate_cadres", {"organ": "township:qingshan", "weeks": 3}),
)
"""Every command of the four groups, accepted: (seat, kind, arguments)."""

REFUSED: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("no_power", "mute", "declare_priority", {"domain": "water"}),
    ("no_seat", "nobody", "declare_priority", {"domain": "water"}),
    ("no_attention", "tired", "declare_priority", {"domain": "water"}),
    ("unknown_setup", "director", "set_up_organ", {"organ": "circus"}),
    ("unknown_domain", "director", "set_up_organ", {"organ": "taskforce:circus"}),
    ("unknown_place", "director", "set_up_organ", {"organ": "post:nowhere"}),
    ("organ_exists", "director", "set_up_organ", {"organ": "front-hq"}),
    ("needs_organ", "director", "set_up_organ", {"organ": "group-water"}),
    ("not_yet_allowed", "director", "set_up_organ", {"organ": "group-social"}),
    ("needs_organ", "director", "set_up_organ", {"organ": "warrooms:qingshan"}),
    ("unknown_seat", "director", "set_up_organ", {"organ": "hq", "leader": "nobody"}),
    ("out_of_scope", "north", "set_up_organ", {"organ": "hq"}),
    ("too_few_staff", "director", "second_staff", {"organ": "front-hq", "from_organ": "bureau:water", "staff": 11}),
    ("same_organ", "director", "second_staff", {"organ": "bureau:water", "from_organ": "bureau:water", "staff": 1}),
    ("unknown_organ", "director", "second_staff", {"organ": "hq", "from_organ": "bureau:water", "staff": 1}),
    ("unknown_organ", "director", "second_staff", {"organ": "front-hq", "from_organ": "bureau:x", "staff": 1}),
    (
        "out_of_scope",
        "qingshan",
        "second_staff",
        {"organ": "township:qingshan", "from_organ": "bureau:water", "staff": 1},
    ),
    ("wrong_place", "director", "appoint_commander", {"place": "county", "seat": "north"}),
    ("needs_organ", "director", "appoint_commander", {"place": "zone:north", "seat": "north"}),
    ("unknown_seat", "director", "appoint_commander", {"place": "zone:south", "seat": "nobody"}),
    ("nothing_changes", "director", "appoint_commander", {"place": "zone:south", "seat": "director"}),
    ("out_of_scope", "north", "appoint_commander", {"place": "zone:south", "seat": "north"}),
    ("unknown_domain", "director", "name_lead", {"domain": "x", "organ": "bureau:water"}),
    ("unknown_organ", "director", "name_lead", {"domain": "water", "organ": "bureau:x"}),
    ("organ_not_ready", "director", "name_lead", {"domain": "water", "organ": "group-policy"}),
    ("out_of_scope", "water", "name_lead", {"domain": "housing", "organ": "bureau:housing"}),
    ("unknown_domain", "director", "declare_priority", {"domain": "x"}),
    ("out_of_scope", "north", "declare_priority", {"domain": "water"}),
    ("named_twice", "director", "hold_dispatch", {"organs": ["bureau:water", "bureau:water"]}),
    ("unknown_domain", "director", "hold_dispatch", {"organs": ["bureau:water"], "topic": "x"}),
    ("unknown_organ", "director", "hold_dispatch", {"organs": ["bureau:x"]}),
    ("out_of_scope", "north", "hold_dispatch", {"organs": ["township:shihe"]}),
    ("unknown_task", "director", "issue_order", {**ORDER, "task": "x"}),
    ("unknown_organ", "director", "issue_order", {**ORDER, "organs": ["township:x"], "lead": ""}),
    ("organ_not_ready", "director", "issue_order", {**ORDER, "organs": ["group-policy"], "lead": ""}),
    ("cannot_execute", "director", "issue_order", {**ORDER, "organs": ["squad:qingshan"], "lead": ""}),
    ("organ_elsewhere", "director", "issue_order", {**ORDER, "place": "township:yunling"}),
    ("unknown_place", "director", "issue_order", {**ORDER, "place": "township:x"}),
    ("out_of_scope", "qingshan", "issue_order", ORDER),
    ("out_of_scope", "water", "issue_order", {**ORDER, "task": "house_repair", "lead": ""}),
    ("deadline_passed", "director", "issue_order", {**ORDER, "deadline": TODAY}),
    ("named_twice", "director", "issue_order", {**ORDER, "organs": ["bureau:water", "bureau:water"]}),
    ("lead_not_named", "director", "issue_order", {**ORDER, "lead": "bureau:housing"}),
    ("no_money", "director", "issue_order", {**ORDER, "money": 20_000_000, "fund": "main"}),
    ("unknown_fund", "director", "issue_order", {**ORDER, "money": 1, "fund": "x"}),
    ("wrong_earmark", "director", "issue_order", {**ORDER, "task": "school_return", "money": 1, "fund": "piped"}),
    (
        "fund_not_yours",
        "qingshan",
        "issue_order",
        {**ORDER, "organs": ["township:qingshan"], "lead": "", "money": 1, "fund": "main"},
    ),
    ("no_helpers", "director", "issue_order", {**ORDER, "hours": 9_999}),
    ("unknown_problem", "director", "issue_order", {**ORDER, "problem": "x"}),
    ("unknown_problem", "director", "issue_order", {**ORDER, "problem": "q-hidden"}),
    ("wrong_state", "director", "issue_order", {**ORDER, "problem": "q-closed"}),
    ("problem_elsewhere", "director", "issue_order", {**ORDER, "problem": "q-far"}),
    ("unknown_inject", "director", "issue_order", {**ORDER, "inject": "later"}),
    ("unknown_order", "director", "extend_order", {"order": "o99", "deadline": 90}),
    ("wrong_state", "director", "extend_order", {"order": "o4", "deadline": 190}),
    ("not_yours", "north", "extend_order", {"order": "o1", "deadline": 190}),
    ("not_later", "director", "extend_order", {"order": "o1", "deadline": 90}),
    ("deadline_passed", "director", "extend_order", {"order": "o3", "deadline": 25}),
    ("unknown_order", "director", "revoke_order", {"order": "o99"}),
    ("wrong_state", "director", "revoke_order", {"order": "o4"}),
    ("not_yours", "qingshan", "revoke_order", {"order": "o5"}),
    ("unknown_order", "director", "return_order", {"order": "o99"}),
    ("wrong_state", "director", "return_order", {"order": "o1"}),
    ("not_yours", "north", "return_order", {"order": "o2"}),
    ("unknown_order", "director", "accept_order", {"order": "o99"}),
    ("wrong_state", "director", "accept_order", {"order": "o1"}),
    ("not_yours", "north", "accept_order", {"order": "o2"}),
    ("unknown_holder", "director", "offer_contract", {**OFFER, "holder": "x"}),
    ("to_oneself", "director", "offer_contract", {**OFFER, "holder": "director"}),
    ("cannot_execute", "director", "offer_contract", {**OFFER, "holder": "squad:shihe"}),
    ("organ_not_ready", "director", "offer_contract", {**OFFER, "holder": "group-policy"}),
    ("out_of_scope", "north", "offer_contract", {**OFFER, "holder": "township:shihe"}),
    ("wrong_place", "director", "offer_contract", {**OFFER, "object": "county"}),
    ("unknown_domain", "director", "offer_contract", {**OFFER, "contract_kind": "task"}),
    ("deadline_passed", "director", "offer_contract", {**OFFER, "end": 5}),
    ("unknown_power", "director", "offer_contract", {**OFFER, "powers": ["instruct"]}),
    ("not_your_power", "plain", "offer_contract", {**OFFER, "powers": ["fund"]}),
    ("already_contracted", "director", "offer_contract", {**OFFER, "object": "village:qingshan-01"}),
    ("no_money", "director", "offer_contract", {**OFFER, "money": 20_000_000, "fund": "main"}),
    ("unknown_contract", "qingshan", "answer_contract", {"contract": "c99", "accept": True}),
    ("wrong_state", "qingshan", "answer_contract", {"contract": "c4", "accept": True}),
    ("not_yours", "director", "answer_contract", {"contract": "c1", "accept": True}),
    ("unknown_contract", "director", "hand_over_contract", {"contract": "c99", "to": "north"}),
    ("wrong_state", "director", "hand_over_contract", {"contract": "c1", "to": "north"}),
    ("not_yours", "qingshan", "hand_over_contract", {"contract": "c2", "to": "north"}),
    ("unknown_holder", "director", "hand_over_contract", {"contract": "c2", "to": "x"}),
    ("same_holder", "director", "hand_over_contract", {"contract": "c2", "to": "bureau:water"}),
    ("cannot_execute", "director", "hand_over_contract", {"contract": "c2", "to": "squad:shihe"}),
    ("out_of_scope", "north", "hand_over_contract", {"contract": "c3", "to": "township:shihe"}),
    ("unknown_contract", "director", "assess_contract", {"contract": "c99", "grade": "b"}),
    ("wrong_state", "director", "assess_contract", {"contract": "c1", "grade": "b"}),
    ("not_yours", "qingshan", "assess_contract", {"contract": "c3", "grade": "b"}),
    ("unknown_evidence", "director", "assess_contract", {"contract": "c2", "grade": "b", "evidence": ["x"]}),
    ("unknown_evidence", "director", "assess_contract", {"contract": "c2", "grade": "b", "evidence": ["q-hidden"]}),
    ("no_evidence", "director", "assess_contract", {"contract": "c2", "grade": "d"}),
    ("own_contract", "deputy", "assess_contract", {"contract": "c5", "grade": "b"}),
    ("unknown_contract", "director", "end_contract", {"contract": "c99"}),
    ("wrong_state", "director", "end_contract", {"contract": "c4"}),
    ("not_yours", "north", "end_contract", {"contract": "c3"}),
    ("unknown_fund", "director", "allot_money", {"fund": "x", "organ": "bureau:water", "money": 1}),
    ("no_money", "director", "allot_money", {"fund": "dry", "organ": "bureau:water", "money": 11}),
    ("unknown_organ", "director", "allot_money", {"fund": "main", "organ": "bureau:x", "money": 1}),
    (
        "same_fund",
        "director",
        "allot_money",
        {"fund": "pot-township-qingshan", "organ": "township:qingshan", "money": 1},
    ),
    ("wrong_earmark", "director", "allot_money", {"fund": "piped", "organ": "township:qingshan", "money": 1}),
    ("unknown_task", "director", "start_programme", {**PROGRAMME, "task": "x"}),
    (
        "task_builds_nothing",
        "director",
        "start_programme",
        {**PROGRAMME, "task": "register_check", "organ": "bureau:poverty"},
    ),
    ("unknown_place", "director", "start_programme", {**PROGRAMME, "place": "x"}),
    ("cannot_execute", "director", "start_programme", {**PROGRAMME, "organ": "squad:qingshan"}),
    ("unknown_partner", "director", "start_programme", {**PROGRAMME, "buyer": "x"}),
    ("partner_not_engaged", "director", "start_programme", {**PROGRAMME, "buyer": "shop"}),
    ("no_money", "director", "start_programme", {**PROGRAMME, "fund": "dry"}),
    (
        "wrong_earmark",
        "director",
        "start_programme",
        {**PROGRAMME, "task": "house_repair", "organ": "bureau:housing", "fund": "piped"},
    ),
    ("unknown_programme", "director", "stop_programme", {"programme": "p9"}),
    ("programme_over", "director", "stop_programme", {"programme": "p2"}),
    ("not_yours", "qingshan", "stop_programme", {"programme": "p1"}),
    ("unknown_fund", "director", "move_money", {"source": "main", "target": "x", "money": 1}),
    ("fund_not_yours", "qingshan", "move_money", {"source": "pot-township-qingshan", "target": "main", "money": 1}),
    ("same_fund", "director", "move_money", {"source": "main", "target": "main", "money": 1}),
    ("wrong_earmark", "director", "move_money", {"source": "piped", "target": "main", "money": 1}),
    ("no_money", "director", "move_money", {"source": "dry", "target": "main", "money": 11}),
    ("out_of_scope", "qingshan", "cut_forms", {"organ": "county", "share": 100}),
    ("not_a_township", "director", "cut_forms", {"organ": "bureau:water", "share": 100}),
    ("cut_too_deep", "director", "cut_forms", {"organ": "county", "share": 700}),
    ("nothing_changes", "director", "cut_forms", {"organ": "county", "share": 0}),
    ("unknown_organ", "director", "rotate_cadres", {"organ": "x", "weeks": 2}),
    ("relief_too_long", "director", "rotate_cadres", {"organ": "bureau:water", "weeks": 20}),
)
"""(code, seat, kind, arguments) of commands that must be refused."""


@pytest.mark.parametrize(("seat", "kind", "args"), ACCEPTED)
def test_an_accepted_command_heads_its_events_and_leaves_the_state_as_it_was(world, give, seat, kind, args):
    """A decision is pure: the same state and command give equal events, and nothing is written to the state."""
    before = repr(world)
    first = give(world, seat, kind, **args)
    assert not isinstance(first, Refusal), first
    head = first[0]
    assert isinstance(head, Accepted)
    assert (head.seq, head.seat, head.command, head.attention) == (51, seat, kind, REGISTRY[kind].attention)
    assert give(world, seat, kind, **args) == first
    assert repr(world) == before


@pytest.mark.parametrize(("seat", "kind", "args"), ACCEPTED)
def test_what_a_command_makes_happen_can_be_stored_and_applied(world, give, seat, kind, args):
    """Events survive the journal's JSON and lead to the same state from there."""
    events = give(world, seat, kind, **args)
    again = tuple(decode(encode(event)) for event in events)
    assert again == events
    after = evolve.evolve_all(world, events)
    assert after == evolve.evolve_all(world, again)
    assert after.seats[seat].gave == {kind: 1}


@pytest.mark.parametrize(("seat", "kind", "args"), ACCEPTED)
def test_every_cause_has_a_sentence_with_only_known_parameters(world, give, seat, kind, args):
    """A cause in the ledger can be read in both languages, with its source and its delta filled in."""
    for event in give(world, seat, kind, **args):
        cause = getattr(event, "cause", None)
        if cause is not None:
            assert has(cause.code), cause.code
            for lang in ("zh", "en"):
                assert "{" not in say(cause.code, lang, source="某事", delta=1)


@pytest.mark.parametrize(("seat", "kind", "args"), ACCEPTED)
def test_a_preview_says_what_the_command_then_costs(world, give, ctx, seat, kind, args):
    """Preview and command agree on attention and money, and the preview names no hidden figure."""
    events = give(world, seat, kind, **args)
    seen = preview.preview(world, parse(kind, args), ctx(seat))
    assert isinstance(seen, Preview)
    after = evolve.evolve_all(world, events)
    assert seen.attention_left == after.seats[seat].attention
    if seen.fund:
        fund = after.funds[seen.fund]
        assert seen.money_left == fund.given - fund.reserved - fund.spent
    assert all(move.figure != "formalism" for move in seen.moves)
    for code in (*seen.warnings, *(c.code for c in seen.conflicts), *(code for code, _ in seen.vague)):
        assert has(code), code


@pytest.mark.parametrize(("code", "seat", "kind", "args"), REFUSED)
def test_a_refused_command_says_why(world, give, ctx, code, seat, kind, args):
    """Each reason to refuse answers with its own code, in the command and in its preview alike."""
    before = repr(world)
    refusal = give(world, seat, kind, **args)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert preview.preview(world, parse(kind, args), ctx(seat)) == refusal
    assert repr(world) == before
    for lang in ("zh", "en"):
        assert "{" not in say(f"refusal.{code}", lang, **refusal.params)


def test_every_command_of_the_groups_is_accepted_somewhere():
    """No command of the groups goes untried, and each has its name in the texts."""
    kinds = {kind for kind, spec in REGISTRY.items() if spec.group in GROUPS or kind == "answer_contract"}
    assert kinds == {kind for _, kind, _ in ACCEPTED}
    assert all(has(f"command.{kind}") for kind in kinds)


def test_every_refusal_of_the_groups_is_tried():
    """Each refusal code written in the modules of these groups is met by a case of the table."""
    folder = Path(commands.__file__).parent
    written = set()
    for name in (*GROUPS[1:], "organise", "scope", "effects"):
        path = folder / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                written.update(a.value for a in node.args[:1] if isinstance(a, ast.Constant))
    assert written - {code for code, *_ in REFUSED} == {"no_staff", "already_relieved"}, "tried in their own tests"
