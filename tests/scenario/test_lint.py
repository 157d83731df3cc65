"""Every lint rule speaks on the one line it is about, keeps still on a near miss, and can be silenced with a reason."""

from __future__ import annotations

import random
import time
import tomllib
from collections import Counter
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from game.scenario.check import Catalogues, Checked, check_bundle
from game.scenario.findings import catalogue
from game.scenario.keys import table
from game.scenario.lint import bounds
from game.scenario.placeholders import known as known_placeholders
from game.scenario.render import render_text

DATA = Path(__file__).parent / "data"
BASE = (DATA / "lint.yaml").read_text(encoding="utf-8")
CASES: list[dict[str, Any]] = tomllib.loads((DATA / "lint_cases.toml").read_text(encoding="utf-8"))["case"]
GROUPS = {
    "issue_order": ("order", {"task", "place", "amount", "fund"}),
    "plan_visit": ("supervise", {"township", "depth"}),
    "close_problem": ("supervise", {"problem"}),
    "cut_forms": ("fund", {"organ", "share"}),
    "offer_contract": ("contract", {"object"}),
    "set_up_organ": ("organise", {"organ"}),
    "reply_inject": ("talk", {"inject", "text"}),
    "choose_option": ("talk", {"inject", "option"}),
    "message_seat": ("talk", {"to", "text"}),
    "advance": ("talk", set()),
    "adjust": ("instruct", {"on", "add"}),
}
CATALOGUES = Catalogues(
    tasks=frozenset({"water_supply", "house_repair"}),
    posts=frozenset({"hq_director", "squad_leader", "bureau_chief"}),
    organs=frozenset({"bureau:water", "hq", "front-hq", "zone", "post", "taskforce"}),
    measures=frozenset(
        {"gates_passed", "grassroots_hours", "orders_on_time", "seat_goals", "linkage", "contracts_honoured"}
    ),
    commands=frozenset(GROUPS),
    powers={
        "hq_director": frozenset({"organise", "order", "supervise", "mobilise", "fund"}),
        "squad_leader": frozenset({"supervise"}),
        "bureau_chief": frozenset({"order", "fund", "mobilise"}),
    },
    attention={"hq_director": 16, "squad_leader": 14, "bureau_chief": 14},
    groups={command: group for command, (group, _) in GROUPS.items()},
    arguments={command: frozenset(names) for command, (_, names) in GROUPS.items()},
    scales={
        "gates_passed": ("outcome", 0, 4, 1),
        "grassroots_hours": ("burden", 650, 350, -1),
        "orders_on_time": ("action", 250, 850, 1),
        "seat_goals": ("seat", 0, 1000, 1),
    },
)


def county(name: str) -> str | None:
    path = DATA / f"{name}.yaml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def check(text: str, catalogues: Catalogues = CATALOGUES) -> Checked:
    return check_bundle({"scenario.yaml": text}, counties=county, catalogues=catalogues)


def edited(edits: list[list[str]]) -> str:
    text = BASE
    for find, put in edits:
        assert find in text, find
        text = text.replace(find, put, 1)
    return text


def named(case: dict[str, Any]) -> str:
    return f"{case['code']}-{case['line'][:20]}"


def test_the_base_is_silent():
    checked = check(BASE)
    assert [render_text(finding) for finding in checked.findings] == []
    assert checked.scenario is not None


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_rule_speaks_once_on_its_line_and_nothing_else_does(case):
    text = edited(case["bad"])
    found = check(text).findings
    assert Counter(finding.code for finding in found) == Counter([case["code"], *case.get("also", [])])
    finding = next(finding for finding in found if finding.code == case["code"])
    lines = text.split("\n")
    assert case["line"] in lines[finding.line - 1]
    for lang in ("zh", "en"):
        assert "{" not in render_text(replace(finding, excerpt=""), lang).replace("{village}", "").replace(
            "{problem}", ""
        )


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_near_miss_is_left_alone(case):
    checked = check(edited(case["near"]))
    assert not [finding for finding in checked.findings if finding.severity == "error"]
    assert case["code"] not in [finding.code for finding in checked.findings]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_it_is_silenced_by_a_comment_with_a_reason_above_its_line(case):
    text = edited(case["bad"])
    finding = next(finding for finding in check(text).findings if finding.code == case["code"])
    lines = text.split("\n")
    lines.insert(finding.line - 1, f"# 忽略 {case['code']}: 有意如此")
    codes = [found.code for found in check("\n".join(lines)).findings]
    assert case["code"] not in codes
    assert not {"TH591", "TH592", "TH593"} & set(codes)


def test_an_offered_edit_cures_its_finding_and_no_more():
    cured = set()
    for case in CASES:
        text = edited(case["bad"])
        finding = next(finding for finding in check(text).findings if finding.code == case["code"])
        for fix in finding.fixes:
            lines = text.split("\n")
            line = lines[fix.line - 1]
            lines[fix.line - 1] = line[: fix.column - 1] + fix.text + line[fix.end_column - 1 :]
            assert [found.code for found in check("\n".join(lines)).findings] == []
            cured.add(case["code"])
    assert cured == {"TH551", "TH579", "TH589"}


def test_every_lint_code_has_its_case():
    lint = {code for code in catalogue() if "TH530" <= code <= "TH590"}
    assert {case["code"] for case in CASES} == lint


def test_every_small_word_of_the_lint_texts_is_said_somewhere():
    """A reason misspelt in a rule would fail only where the finding is shown."""
    texts = tomllib.loads((files("game.scenario") / "texts" / "lint.toml").read_text(encoding="utf-8"))
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(bounds.__file__).parent.glob("*.py"))
    assert [word for word in texts["words"] if f'"{word}"' not in sources] == []


def test_guesses_are_advice_and_nothing_of_lint_keeps_a_scenario_from_being_played():
    assert {entry.severity for code, entry in catalogue().items() if "TH530" <= code <= "TH590"} == {
        "warning",
        "advice",
    }


@pytest.mark.parametrize("case", CASES, ids=named)
def test_what_is_broken_is_not_also_unreachable(case):
    """With an error in the file only the rules about texts go on; what hangs on the error is not spoken of."""
    text = edited(case["bad"]).replace("to: [chief]", "to: [cheif]", 1)
    codes = {finding.code for finding in check(text).findings}
    assert not {code for code in codes if "TH530" <= code <= "TH590"} - {
        "TH540",
        "TH551",
        "TH559",
        "TH588",
        "TH589",
        "TH590",
    }


def test_no_word_that_an_author_may_mean_is_a_placeholder():
    """The words of the closed lists, in either language, are chosen; none of them counts as not filled in."""
    chosen = {word for pairs in table()["values"].values() for pair in pairs.items() for word in pair}
    assert len(known_placeholders()) > 30
    assert not chosen & known_placeholders()


@pytest.mark.parametrize("word", sorted(known_placeholders()))
def test_every_placeholder_is_found_where_it_is_all_that_is_written(word):
    """Whatever of the product's own words was left, in either language, is said once; with more behind it, it is not.

    A whole sentence is found even so: nobody else writes it.
    """
    text = BASE.replace("text: 西镇说修好了，请来人看。", f'text: "{word}"', 1)
    assert [finding.code for finding in check(text).findings] == ["TH590"]
    longer = BASE.replace("text: 西镇说修好了，请来人看。", f'text: "{word}，也不是"', 1)
    assert ("TH590" in [finding.code for finding in check(longer).findings]) == word.endswith(("。", "."))


def test_without_catalogues_and_county_nothing_is_guessed():
    checked = check_bundle({"scenario.yaml": BASE}, counties=county, catalogues=Catalogues())
    assert [finding.code for finding in checked.findings] == []


def test_conditions_that_branch_without_end_cost_no_time():
    """Deciding whether a condition can hold stops at a number of steps; what it cannot tell it lets pass."""
    long = " and ".join(f"(day > {n} or turn > {n})" for n in range(12))
    goals = "".join(f"      - {{id: g{n}, text: 试, when: '{long} and fatigue > {n}'}}\n" for n in range(300))
    text = BASE.replace("    goals:\n", f"    goals:\n{goals}", 1)
    start = time.process_time()
    checked = check(text)
    assert time.process_time() - start < 3.0
    assert "TH581" not in [finding.code for finding in checked.findings]


def test_a_chain_of_a_thousand_injects_is_followed_without_recursion():
    links = "".join(
        f"  - {{id: c{n}, title: 第{n}环, form: call, domain: water, trigger: {{after: {f'c{n - 1}' if n else 'taps'}}}, "
        f"to: [chief], sender: 东镇, text: 第{n}条, objective: water}}\n"
        for n in range(1000)
    )
    assert check(BASE.replace("injects:\n", f"injects:\n{links}", 1)).scenario is not None


def test_edits_in_any_mixture_are_checked_to_the_end():
    """Whatever the rules meet together, they finish and speak in both languages."""
    edits = [edit for case in CASES for kind in ("bad", "near") for edit in case[kind]]
    draw = random.Random(11)
    for _ in range(60):
        text = BASE
        for find, put in draw.sample(edits, 7):
            text = text.replace(find, put, 1)
        for finding in check(text).findings:
            assert render_text(finding, "zh")
            assert render_text(finding, "en")


SURE = [
    ("day >= 10 and day < 10", False),
    ("day >= 10 and day <= 10", True),
    ("not (day < 10) and day < 10", False),
    ("day + 5 > 80", False),
    ("day * 2 >= 140", True),
    ("fatigue > 1000 or approval > 100", False),
    ("10 < day < 12", True),
    ("12 < day < 10", False),
    ('resolved("taps") and expired("taps")', False),
    ('resolved("taps") or expired("taps")', True),
    ('chose("forms", "refuse") and chose("forms", "comply")', False),
    ('phase("press") and phase("hold")', False),
    ("problems_found == problems_closed and problems_found > problems_closed", True),
    ("visits - visits > 0", True),
    ("day // 0 + day >= 70", None),
]


@pytest.mark.parametrize(("condition", "holds"), [pair for pair in SURE if pair[1] is not None])
def test_a_condition_is_called_impossible_only_where_it_surely_is(condition, holds):
    """`False` is certain, `True` may be ignorance: two figures that depend on each other are not followed."""
    text = BASE.replace("when: visits >= 3", f"when: '{condition}'", 1)
    codes = [finding.code for finding in check(text).findings]
    assert ("TH581" in codes) == (not holds)


def test_the_steps_are_bounded():
    assert bounds.MOST_STEPS <= 50_000
