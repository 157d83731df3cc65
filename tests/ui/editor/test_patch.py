"""Stretches of text: where they are, what replacing them makes, and how two texts differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.resources import list_scenarios, scenario_dir
from game.scenario.files import read_path
from game.scenario.findings import Fix
from game.ui.editor.checking import check
from game.ui.editor.patch import BadPatch, apply, between, cure_all
from game.ui.editor.places import column, units

LINES = st.lists(st.text(alphabet="a甲𠀀 :-", max_size=6), max_size=8).map("\n".join)


@given(st.text(alphabet="a甲𠀀😀", max_size=12), st.integers(1, 13))
def test_columns_and_units_are_each_others_reverse(line, number):
    """A column in code points and Qt's position in UTF-16 units name the same place, wide characters included."""
    number = min(number, len(line) + 1)

    assert column(line, units(line, number)) == number
    assert units(line, number) == len(line[: number - 1].encode("utf-16-le")) // 2


@given(LINES, LINES)
def test_the_difference_of_two_texts_makes_one_of_the_other(old, new):
    """What `between` finds, put into the old text, is the new one; equal texts differ nowhere."""
    fixes = between("f", old, new)

    assert apply({"f": old}, fixes) == {"f": new}
    assert bool(fixes) == (old != new)


def test_a_stretch_outside_of_the_text_is_refused():
    """A place that is not there, an overlap or an unknown file changes nothing."""
    bundle = {"f": "one\ntwo"}
    bad = ((Fix("f", 9, 1, 9, 2, "x"),), (Fix("f", 1, 9, 1, 9, "x"),), (Fix("g", 1, 1, 1, 1, "x"),),
           (Fix("f", 1, 1, 1, 3, "x"), Fix("f", 1, 2, 1, 4, "y")))  # fmt: skip
    for fixes in bad:
        with pytest.raises(BadPatch):
            apply(bundle, fixes)
    assert bundle == {"f": "one\ntwo"}


SLIPS = (
    ("title: 第一道战令", "title：第一道战令"),
    ("level: starter", "level:starter"),
    ("    post: township_commander", "\tpost: township_commander"),
    ("to: [commander, water-chief]", "to: [白岩乡指挥长, water-chief]"),
)


def test_the_sure_fixes_together_give_the_text_back():
    """A full-width colon, a missing blank, a tab and a name for an id are all cured in one go, and nothing else."""
    whole = read_path(scenario_dir("first-order")).bundle
    text = whole["scenario.yaml"]
    for good, bad in SLIPS:
        assert good in text
        text = text.replace(good, bad, 1)
    broken = {"scenario.yaml": text}
    cured, count = cure_all(broken, check(broken), check)

    assert count >= len(SLIPS)
    assert check(cured).errors == ()
    assert cured == whole


def test_nothing_sure_is_found_in_a_clean_scenario():
    """A scenario without findings is left as it is."""
    for name in list_scenarios():
        if name == "t-county-2014-2020":
            continue
        bundle = read_path(scenario_dir(name)).bundle
        assert cure_all(bundle, check(bundle), check) == (bundle, 0)
