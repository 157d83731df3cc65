"""The editor reads and mends a scenario in Chinese keys as it does the same one in English keys."""

from __future__ import annotations

import re

import pytest

from game.authoring.changes import changes
from game.authoring.draft_tree import draft_tree
from game.authoring.new import TEMPLATES, template_dir
from game.authoring.turn_keys import turn
from game.resources import list_scenarios, scenario_dir
from game.scenario.files import read_path
from game.scenario.keys import table
from game.ui.editor.branches import branches
from game.ui.editor.catalogue_form import frame_of
from game.ui.editor.counts import counts
from game.ui.editor.outline import outline
from game.ui.editor.plan import plan
from game.ui.editor.states_canvas import steps
from game.ui.editor.store import Beginning, begin, make
from game.ui.editor.trying import inject_at
from game.ui.editor.uses import uses

PLACES = [*(template_dir(one.name) for one in TEMPLATES), *(scenario_dir(name) for name in list_scenarios())]
_COLUMNS = re.compile(r"(?:end_)?column=\d+|, \d+\)")
"""Where in its line a thing stands differs with the length of the keys."""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_view_says_the_same(place):
    """Timeline, graph, phases, figures, outline, names, the catalogue's form and what is tried from a line."""
    english = dict(read_path(place).bundle)
    chinese = english | turn(english, "zh").bundle
    one, other = draft_tree(english), draft_tree(chinese)
    for drawn in (plan, branches, steps):
        assert _COLUMNS.sub("", repr(drawn(one))) == _COLUMNS.sub("", repr(drawn(other)))
    assert _COLUMNS.sub("", repr(counts(english))) == _COLUMNS.sub("", repr(counts(chinese)))
    assert frame_of(one.root, None) == frame_of(other.root, None)
    assert [(u.kind, u.id, u.defines, u.span.line) for u in uses(english)] == [
        (u.kind, u.id, u.defines, u.span.line) for u in uses(chinese)
    ]
    assert [(e.kind, e.id, e.title, e.line) for e in outline(english)] == [
        (e.kind, e.id, e.title, e.line) for e in outline(chinese)
    ]
    assert changes(one, other) == ()
    for name, text in english.items():
        for line in range(1, text.count("\n") + 2, 3):
            assert inject_at(english, name, line) == inject_at(chinese, name, line)


@pytest.mark.parametrize("place", [None, *PLACES], ids=lambda place: place.name if place else "blank")
def test_no_comment_names_a_key(data_folder, place):
    """A comment is not turned with the keys below it: what it says must hold beside either."""
    english = {key.rpartition(".")[2] for key in table()["keys"]}
    texts = read_path(make(place, "copy")).bundle
    comments = [line.partition("#")[2] for text in texts.values() for line in text.split("\n") if " # " in f" {line}"]
    assert comments
    assert english.isdisjoint(re.findall(r"[a-z_]+", " ".join(comments)))


@pytest.mark.ci
def test_a_new_one_is_renamed_titled_and_added_to(open_page, answers, data_folder):
    """The window's title, a rename over all files and a situation of the catalogue, in a template of several files."""
    page = open_page(begin(Beginning("云岭饮水", "water", template_dir("table"), "zh")))
    assert page.title.text() == "编辑：云岭饮水"
    row = page.workbook.texts()["seats.yaml"].split("\n").index("- 编号: squad") + 1
    page.show_place("seats.yaml", row, 8)
    answers.text = "watch"
    page.rename_here()
    assert not [found for found in page.checking.now().checked.findings if found.severity == "error"]
    assert "watch" in {seat.id for seat in page.checking.now().checked.scenario.seats}
    page.show_place("seats.yaml", row, 8)
    page.go_to_definition()
    assert page.text.place()[:2] == ("seats.yaml", row)
    page.project.discard()
