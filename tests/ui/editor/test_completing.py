"""Completion: what may stand at a place, with what it means, and only that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from game.resources import county_text, scenario_dir
from game.scenario.about import parts
from game.scenario.files import read_path
from game.scenario.keys import words_of
from game.ui.editor.complete import Known, county_of, known_of, offer
from game.ui.editor.context import context
from game.ui.editor.outline import outline
from game.ui.editor.uses import uses
from game.ui.editor.vocabulary import NAMES


@pytest.fixture(scope="module")
def known() -> Known:
    """What the hundred days name."""
    bundle = read_path(scenario_dir("hundred-days")).bundle
    return known_of(uses(bundle), outline(bundle), county_of(county_text("t-county")))


def proposed(known: Known, written: str, name: str = "scenario.yaml", keys: str = "en") -> dict[str, str]:
    """Return what is proposed at `|` of a text: word -> meaning."""
    head, _, tail = written.partition("|")
    lines = (head + tail).split("\n")
    place = context(name, lines, head.count("\n"), len(head.rsplit("\n", 1)[-1]))
    return {c.text: c.about for c in offer(place, known, "zh", keys).candidates}


@pytest.fixture
def page(open_page, large):
    return open_page(large)


def test_keys_allowed_here_with_their_meaning(known):
    """The keys of the mapping that are not there yet, the required ones first, each with a line in Chinese."""
    found = proposed(known, "injects:\n  - id: a\n    title: x\n    |\n    form: slip\n")
    assert "trigger" in found
    assert "必填" in found["trigger"]
    assert "expect" in found
    assert "必填" not in found["expect"]
    assert not {"id", "title", "form", "seats"} & set(found)
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in about) for about in found.values())
    names = list(found)
    assert names.index("to") < names.index("variants")


@pytest.mark.parametrize(
    ("written", "has", "lacks"),
    [
        ("injects:\n  - domain: |", {"water", "housing"}, {"slip"}),
        ("injects:\n  - form: ci|", {"circular"}, {"slip"}),
        ("injects:\n  - noise: |", {"true", "false"}, {"water"}),
        ("injects:\n  - to: [secretary, |]", {"hq-director", "partner"}, {"taps-dry", "county"}),
        ("injects:\n  - to:\n      - |", {"hq-director"}, {"taps-dry"}),
        ("injects:\n  - objective: |", {"axis", "loop"}, {"secretary"}),
        ("injects:\n  - trigger: {after: |}", {"taps-dry"}, {"secretary"}),
        ("injects:\n  - trigger: {outcome: |}", {"resolved", "expired"}, {"secretary"}),
        ("injects:\n  - place: {village: |}", {"qingshan-04"}, {"qingshan"}),
        ("injects:\n  - place: {township: |}", {"qingshan"}, {"qingshan-04"}),
        ("injects:\n  - place: {pick: |}", {"worst", "random"}, {"water"}),
        ("injects:\n  - problem:\n      cure:\n        organs: [|]", {"bureau:water", "township"}, {"order"}),
        ("injects:\n  - problem:\n      cure:\n        tasks: [water|]", {"water_supply"}, {"housing"}),
        ("injects:\n  - problem:\n      cure:\n        levers: [|]", {"order", "market"}, {"water_supply"}),
        ("injects:\n  - expect:\n      - {id: a, command: issue|}", {"issue_order"}, {"pause"}),
        ("injects:\n  - options:\n      - {id: a, effects: [{on: |}]}", {"place", "partner:canglan"}, {"axis"}),
        ("seats:\n  - scope: zone|", {"zone:north"}, {"county"}),
        ("rubric:\n  - {measure: appr|}", {"approval"}, {"linkage"}),
        ("starting:\n  campaign: |", {"hundred-days"}, {"muster"}),
        ("county: {name: |}", {"t-county"}, {"qingshan"}),
        ("default_seat: |", {"secretary"}, {"muster"}),
        ("injects:\n  - trigger: {when: |}", {"day", "approval", "resolved", "not"}, {"secretary"}),
        ("injects:\n  - trigger: {when: 'resolved(\"|')}", {"taps-dry"}, {"day", "secretary"}),
        ('injects:\n  - trigger:\n      when: chose("vague-draft", "|', {"rewrite", "as-is"}, {"taps-dry"}),
        ('campaigns:\n  - phases:\n      - exit: phase("|', {"muster"}, {"taps-dry"}),
        ("campaigns:\n  - phases:\n      - exit: 疲|", {"fatigue"}, {"pressure"}),
    ],
)
def test_values_are_those_that_fit(known, written, has, lacks):
    """Words of closed lists, ids of the right kind, figures and functions of conditions, and nothing of another kind."""
    found = set(proposed(known, written))

    assert has <= found, found
    assert not lacks & found


def test_a_meaning_finds_its_word(known):
    """Who knows only the Chinese name finds the id by it."""
    assert "secretary" in proposed(known, "injects:\n  - to: [书记|]")
    assert "water_supply" in proposed(known, "injects:\n  - problem:\n      cure:\n        tasks: [供水|]")
    assert "water" in proposed(known, "injects:\n  - domain: 饮水|")


def test_a_file_with_chinese_keys_gets_chinese_keys(known):
    """Keys and words of closed lists are proposed in the language of the file."""
    assert "触发" in proposed(known, "情况:\n  - 编号: a\n    |", keys="zh")
    assert "编号" not in proposed(known, "情况:\n  - 编号: a\n    |", keys="zh")
    found = proposed(known, "情况:\n  - 编号: a\n    领域: |", keys="zh")
    assert found
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in word) for word in found)


def test_nothing_is_proposed_where_words_are_the_authors(known):
    """In texts, titles and comments the editor keeps quiet."""
    for written in (
        "injects:\n  - text: |-\n      wa|",
        "title: se|",
        "# se|",
        "seats:\n  - brief: |-\n      x\n      |",
    ):
        head, _, tail = written.rpartition("|")
        lines = (head + tail).split("\n")
        place = context("scenario.yaml", lines, head.count("\n"), len(head.rsplit("\n", 1)[-1]))
        assert offer(place, known, "zh").candidates == (), written
    assert proposed(known, "wa|", "briefs/secretary.md") == {}


def test_every_reference_of_the_model_is_known():
    """A field that names something, or holds a word of a closed list, is completed: none is forgotten."""
    known = {(model.__name__, key) for model in parts() for key in model.model_fields}
    assert set(NAMES) <= known
    for model in parts():
        for key, info in model.model_fields.items():
            if key in ("id", "type", "point") or (model.__name__, key) in NAMES or words_of(model, key) is not None:
                continue
            pattern = next((str(m.pattern) for m in info.metadata if getattr(m, "pattern", None)), "")
            assert not pattern or "19|20" in pattern, (model.__name__, key)


def test_typing_opens_the_list_and_enter_takes_a_word(qtbot, page):
    """The list opens while one types, arrows move in it, Enter writes the word, Escape closes it."""
    page.show_place("injects/01-muster.yaml", 5, 1)
    area, box = page.text.area, page.completing
    area.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    for _ in "water":
        QTest.keyClick(area, Qt.Key.Key_Backspace)
    QTest.keyClicks(area, "ro")
    qtbot.waitUntil(box.isVisible, timeout=2_000)
    assert box.candidates[0].text == "roads"
    assert area.textCursor().block().text() == "  domain: ro"
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert area.textCursor().block().text() == "  domain: roads"
    assert not box.isVisible()
    QTest.keyClick(area, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(area, Qt.Key.Key_Escape)
    assert not box.isVisible()
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClick(area, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert box.isVisible()
    first = box.list.currentRow()
    QTest.keyClick(area, Qt.Key.Key_Down)
    assert box.list.currentRow() == first + 1
    chosen = box.candidates[first + 1]
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert area.textCursor().block().text() == f"  {chosen.written}"
    assert chosen.about


def test_a_word_with_a_colon_is_quoted_once(page):
    """An organ inside of brackets gets its quotes, but not a second pair."""
    page.show_place("injects/01-muster.yaml", 25, 1)
    area, box = page.text.area, page.completing
    line = area.textCursor().block().text()
    assert "organs:" in line
    for written in ("      organs: [bureau:wat", '      organs: ["bureau:wat'):
        cursor = area.textCursor()
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        cursor.insertText(written)
        area.setTextCursor(cursor)
        assert box.open()
        box.take(0)
        assert area.textCursor().block().text().count('"bureau:water') == 1
        assert '""' not in area.textCursor().block().text()
