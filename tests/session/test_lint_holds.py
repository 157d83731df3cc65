"""What lint says of a scenario is true of the game: what it calls unreachable never comes, its near miss can."""

from __future__ import annotations

import time
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.exercise.effects import effects_events
from game.resources import county_text
from game.scenario import check as checker
from game.scenario.check import check_bundle, check_path
from game.session.library import catalogues
from game.session.session import Session

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "scenario" / "data"
BASE = (DATA / "lint.yaml").read_text(encoding="utf-8")
COUNTY = (DATA / "tiny.yaml").read_text(encoding="utf-8")
CASES: list[dict[str, Any]] = tomllib.loads((DATA / "lint_cases.toml").read_text(encoding="utf-8"))["case"]
LAST = 70
NEVER = {"TH533": "again", "TH534": "late", "TH535": "late", "TH537": "rain", "TH541": "", "TH542": "again"}
"""Code -> the inject that its cases keep from coming; "" where the case says it by its line."""


def edited(edits: list[list[str]]) -> dict[str, str]:
    text = BASE
    for find, put in edits:
        text = text.replace(find, put, 1)
    return {"scenario.yaml": text, "county.yaml": COUNTY}


def played(bundle: dict[str, str], choose: str = "") -> dict[str, int]:
    """Play to the end with empty chairs, or with one choice in `forms`; return inject -> day of its delivery."""
    with Session.create(None, bundle, seed=3) as session:
        for kind in ("open_briefing", "start_play"):
            assert session.submit("clock", kind, {}, source="clock").accepted
        while session.state.session.state == "running":
            waiting = session.state.injects["forms"].state == "delivered"
            if choose and waiting:
                session.submit("director", "choose_option", {"inject": "forms", "option": choose}, source="human")
            assert session.submit("clock", "advance", {}, source="clock").accepted
        return {inject.id: inject.delivered for inject in session.state.injects.values()}


UNREACHED = [case for case in CASES if case["code"] in NEVER and case["line"] not in ("turn >= 11", "contracts >= 3")]


@pytest.mark.parametrize("case", UNREACHED, ids=lambda case: case["line"])
def test_what_is_called_unreachable_never_arrives(case):
    """On the last day everything is over: what comes then has come for nobody."""
    days = played(edited(case["bad"]), choose="comply")
    name = NEVER[case["code"]] or ("rain" if "until" in case["line"] else "late")
    assert days[name] in (-1, LAST)


@pytest.mark.parametrize(
    ("edits", "name", "day"),
    [
        ([["chance: 300, from_day: 14, until_day: 49", "chance: 1000, from_day: 15, until_day: 21"]], "rain", 21),
        ([["{when: problems_overdue >= 2 and day >= 21}", "{when: day >= 0, from_day: 63}"]], "late", 63),
        ([["outcome: comply, delay: 14", "outcome: comply, delay: 56"]], "again", 63),
        ([["{when: problems_overdue >= 2 and day >= 21}", "{when: 'not resolved(\"taps\")'}"]], "late", 7),
    ],
)
def test_the_near_miss_arrives_on_the_day_lint_reckons_with(edits, name, day):
    assert played(edited(edits), choose="comply")[name] == day


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["code"] in ("TH566", "TH567", "TH569")], ids=lambda case: case["line"]
)
def test_an_effect_that_is_called_idle_changes_nothing_and_its_near_miss_does(case):
    for kind, happens in (("bad", False), ("near", True)):
        bundle = edited(case[kind])
        with Session.create(None, bundle, seed=3) as session:
            for kind_ in ("open_briefing", "start_play"):
                assert session.submit("clock", kind_, {}, source="clock").accepted
            state = session.state
            injects = state.scenario.injects
            escalation = injects[0].escalate
            assert escalation is not None
            effects = escalation.effects if case["code"] == "TH569" else injects[1].options[0].effects
            events = effects_events(
                state, effects, place_village="", township="", seat="director", ref="forms", code="cause.option_chosen"
            )
            assert bool(events) == happens


@pytest.mark.parametrize("name", ["first-order", "hundred-days", "t-county-2014-2020"])
def test_a_scenario_of_the_program_is_silent(name):
    """What a rule is right about is mended or silenced with a reason in the file."""
    assert check_path(ROOT / "scenarios" / name, counties=county_text, catalogues=catalogues()).findings == ()


def test_the_catalogues_are_handed_down_whole():
    """A field that is left empty would silence its rules in the real program."""
    known = catalogues()
    assert all(getattr(known, field.name) for field in fields(known))
    assert known.groups["issue_order"] == "order"
    assert "task" in known.arguments["issue_order"]
    assert "supervise" in known.powers["squad_leader"]
    assert known.scales["grassroots_hours"][3] == -1


def test_lint_costs_a_part_of_what_parsing_costs(monkeypatch):
    """All rules together stay under a third of the time that a plain YAML load of the same text takes."""
    folder = ROOT / "scenarios" / "hundred-days"
    bundle = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    spent: list[float] = []
    rules = checker.check_lint

    def timed(*given: Any) -> None:
        start = time.process_time()
        rules(*given)
        spent.append(time.process_time() - start)

    monkeypatch.setattr(checker, "check_lint", timed)
    loads: list[float] = []
    for _ in range(7):
        check_bundle(bundle, counties=county_text, catalogues=catalogues())
        start = time.process_time()
        for text in bundle.values():
            yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        loads.append(time.process_time() - start)
    assert min(spent) < min(loads) / 3
