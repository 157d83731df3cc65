"""The outline reads lines, so it must agree with the parser on whole files and go on where a file is broken."""

from __future__ import annotations

from collections import Counter

import pytest

from game.authoring.turn_keys import turn
from game.resources import list_scenarios, scenario_dir
from game.scenario.files import read_path
from game.session.library import load_scenario
from game.ui.editor.outline import outline


@pytest.mark.parametrize("name", list_scenarios())
@pytest.mark.parametrize("keys", ["en", "zh"])
def test_the_outline_has_every_id_of_a_shipped_scenario(name, keys):
    """Seats, campaigns, phases, injects and the rest are all there with ids and titles, in either language of keys."""
    bundle = dict(read_path(scenario_dir(name)).bundle)
    if keys == "zh":
        bundle |= turn(bundle, "zh").bundle
    found = outline(bundle)
    scenario = load_scenario(name).scenario
    assert scenario is not None
    phases = [phase for campaign in scenario.campaigns for phase in campaign.phases]
    wanted = {
        "seat": scenario.seats, "campaign": scenario.campaigns, "phase": phases, "inject": scenario.injects,
        "objective": scenario.objectives, "partner": scenario.partners, "criterion": scenario.rubric,
        "guide": scenario.guide,
    }  # fmt: skip
    for kind, things in wanted.items():
        assert Counter(e.id for e in found if e.kind == kind) == Counter(thing.id for thing in things), kind
    titles = {e.id: e.title for e in found if e.kind == "inject"}
    assert titles == {inject.id: inject.title for inject in scenario.injects}


def test_each_entry_stands_on_its_line():
    """The line of an entry is the one its item begins on."""
    bundle = read_path(scenario_dir("hundred-days")).bundle
    for entry in outline(bundle):
        lines = bundle[entry.file].split("\n")
        assert lines[entry.line - 1].lstrip().startswith("- ")
        assert entry.id in lines[entry.line - 1]


def test_a_broken_line_does_not_hide_what_follows():
    """After an open bracket, a tab or a full-width colon the ids below are still found."""
    bundle = read_path(scenario_dir("first-order")).bundle
    text = bundle["scenario.yaml"]
    whole = {(e.kind, e.id) for e in outline(bundle)}
    for bad in ("    to: [commander", "\t\tx", "    title：坏", '    sender: "没有关的引号', "  - "):
        broken = {"scenario.yaml": text.replace("    to: [commander, water-chief]", bad, 1)}
        assert {(e.kind, e.id) for e in outline(broken)} >= whole, bad


def test_words_in_a_text_are_no_entries():
    """What stands inside of a text of many lines, or in a comment, is not taken for an item."""
    text = "injects:\n  - id: a\n    text: |-\n      - id: not-me\n      injects:\n  # - id: nor-me\n  - id: b\n"

    assert [e.id for e in outline({"scenario.yaml": text})] == ["a", "b"]
