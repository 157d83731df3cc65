"""Adding an inject from the catalogue of typical problems: found, fitted to the scenario, written, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from uihelp import assert_named, assert_not_clipped, settle

from game.authoring.turn_keys import turn
from game.authoring.typical import Setting
from game.exercise.problem_types import load_problem_types
from game.scenario.findings import Fix
from game.scenario.tree import parse
from game.ui.editor.catalogue_dialog import CatalogueDialog

TYPES = load_problem_types()


@pytest.fixture
def page(open_page, small):
    made = open_page(small)
    yield made
    made.project.discard()


@pytest.fixture
def dialog(page):
    return opened(page)


def opened(page) -> CatalogueDialog:
    page.adding.action.trigger()
    (found,) = page.findChildren(CatalogueDialog)
    settle(found)
    return found


def injects(page) -> dict[str, object]:
    scenario = page.checking.now().checked.scenario
    assert scenario is not None, [f.code for f in page.checking.draft.checked.findings]
    return {inject.id: inject for inject in scenario.injects}


def test_all_are_offered_and_narrowed(dialog):
    """By field, and by any word of the problem or of who finds it."""
    model = dialog.list.model()
    assert model.rowCount() == len(TYPES)
    dialog.domain.setCurrentIndex(dialog.domain.findData("water"))
    dialog.domain.chosen.emit("water")
    assert model.rowCount() == sum(kind.domain == "water" for kind in TYPES.values())
    dialog.search.setText("水费")
    assert model.rowCount() == 1


def test_what_is_chosen_is_written_and_sound(page, dialog):
    """It stands behind the other injects, the checker finds nothing wrong with it, and the cursor is there."""
    before = set(injects(page))
    dialog.list.select("iW2")
    seats = tuple(seat for seat, tick in dialog.form.seats.items() if tick.isChecked())
    assert dialog.put.isEnabled()
    dialog.form.day.setValue(14)
    dialog.put.click()
    new = injects(page)
    (ident,) = set(new) - before
    made = new[ident]
    assert made.problem.type == "iW2"
    assert made.problem.title == TYPES["iW2"].zh.kind
    assert made.to == seats
    assert made.trigger.at == 14
    assert not [f for f in page.checking.draft.checked.findings if f.severity == "error"]
    file, line, _ = page.text.place()
    assert f"id: {ident}" in page.workbook.texts()[file].split("\n")[line - 1]
    assert ident in page.state.text()


def test_one_undo_takes_it_back(page, dialog):
    """Adding is one step."""
    before = page.workbook.texts()
    dialog.list.select("iJ3")
    dialog.put.click()
    assert page.workbook.texts() != before
    page.text.area.undo()
    assert page.workbook.texts() == before


def test_nothing_else_of_the_file_changes(page, dialog):
    """Comments and layout of what is there stay."""
    before = page.workbook.texts()["scenario.yaml"]
    dialog.list.select("iH1")
    dialog.put.click()
    after = page.workbook.texts()["scenario.yaml"].split("\n")
    kept = iter(after)
    assert all(line in kept for line in before.split("\n"))


def test_a_file_of_chinese_keys_gets_chinese_keys(open_page, small):
    """And the keys follow the file, not the window's language."""
    page = open_page(small)
    turned = turn(page.workbook.texts(), "zh").bundle
    old = page.workbook.texts()["scenario.yaml"].split("\n")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, len(old), len(old[-1]) + 1, turned["scenario.yaml"])])
    seat = next(iter(injects(page).values())).to[0]
    objective = next(iter(injects(page).values())).objective
    assert page.adding.add(TYPES["iD4"], Setting(id="d4", to=(seat,), objective=objective, day=7))
    text = page.workbook.texts()["scenario.yaml"]
    assert "问题类型: iD4" in text
    assert "type: iD4" not in text
    assert injects(page)["d4"].problem.type == "iD4"
    page.project.discard()


def test_an_id_that_is_taken_or_none_is_refused(page, dialog):
    """The reason stands below the form, and nothing can be written."""
    taken = next(iter(injects(page)))
    dialog.list.select("iW2")
    for wrong in (taken, "Ä", ""):
        dialog.form.ident.setText(wrong)
        assert dialog.form.fault.text()
        assert not dialog.put.isEnabled()
    dialog.form.ident.setText("fine")
    assert dialog.put.isEnabled()
    for tick in dialog.form.seats.values():
        tick.setChecked(False)
    dialog.form._on_seat()
    assert not dialog.put.isEnabled()


def test_seats_follow_the_problem_until_a_hand_chooses(open_page, large):
    """The water chief for water, the township's commander and his township; then as ticked."""
    page = open_page(large)
    dialog = opened(page)
    dialog.list.select("iW2")
    ticked = {seat for seat, tick in dialog.form.seats.items() if tick.isChecked()}
    assert "water-chief" in ticked
    dialog.list.select("iE1")
    ticked = {seat for seat, tick in dialog.form.seats.items() if tick.isChecked()}
    assert "education-chief" in ticked
    assert "water-chief" not in ticked
    dialog.form.seats["secretary"].click()
    before = {seat for seat, tick in dialog.form.seats.items() if tick.isChecked()}
    dialog.list.select("iW1")
    assert {seat for seat, tick in dialog.form.seats.items() if tick.isChecked()} == before
    dialog.put.click()
    made = injects(page)["w1"]
    assert set(made.to) == before
    assert all(set(expected.by) <= set(made.to) for expected in made.expect)
    assert not [f for f in page.checking.draft.checked.findings if f.severity == "error"]
    page.project.discard()


def test_by_hand_when_no_day_is_set(page, dialog):
    """The lowest day stands for the instructor's hand."""
    dialog.list.select("iF9")
    dialog.form.day.setValue(dialog.form.day.minimum())
    dialog.put.click()
    assert injects(page)["f9"].trigger.by_hand


def test_the_turn_that_receives_it_stands_below_its_day(page, dialog):
    """A day within a turn says both; by hand there is nothing to say; no day can be set that nobody lives to see."""
    form = dialog.form
    form.day.setValue(10)
    assert form.arrives.text() == "第10天；第3回合收到（第14天）"
    form.day.setValue(14)
    assert form.arrives.text() == "第3回合收到（第14天）"
    form.day.setValue(form.day.minimum())
    assert not form.arrives.isVisibleTo(form)
    form.day.setValue(10_000)
    scenario = page.checking.now().checked.scenario
    assert form.day.value() == scenario.turn.days * (scenario.turn.count - 1)
    assert "收不到" not in form.arrives.text()


def test_what_is_added_last_brings_no_finding(page, dialog):
    """On the last day that can be set every type asked here fits."""
    before = {f.code for f in page.checking.now().checked.findings}
    for code in ("iW2", "iH1", "iJ3"):
        dialog.list.select(code)
        dialog.form.day.setValue(10_000)
        page.adding.add(TYPES[code], dialog.form.setting())
    assert {f.code for f in page.checking.now().checked.findings} == before


def test_a_blank_one_can_be_had(page, dialog):
    """Whoever wants none of them gets the beginning of one, twice under two names."""
    before = set(injects(page))
    dialog.blank.click()
    assert set(injects(page)) - before == {"new-inject"}
    assert injects(page)["new-inject"].trigger.at is not None  # else nobody who plays alone ever sees it
    page.adding.add_blank()
    assert set(injects(page)) - before == {"new-inject", "new-inject-2"}


def test_a_text_that_cannot_be_read_says_so(page):
    """No dialog over a text that is no scenario."""
    old = page.workbook.texts()["scenario.yaml"].split("\n")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, len(old), len(old[-1]) + 1, "- 1\n- 2\n")])
    page.adding.button.click()
    assert page.findChildren(CatalogueDialog) == []
    assert "语法" in page.state.text()


def test_a_list_in_brackets_says_so(page):
    """What cannot be written line by line is not broken."""
    text = "format: 1\nid: x\nseats: [{id: a, post: secretary, name: b}]\nobjectives: [{id: o, text: t}]\ninjects: [{id: i}]\n"
    old = page.workbook.texts()["scenario.yaml"].split("\n")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, len(old), len(old[-1]) + 1, text)])
    assert not page.adding.add(TYPES["iW1"], Setting(id="w1", to=("a",), objective="o"))
    assert "括号" in page.state.text()
    assert page.workbook.texts()["scenario.yaml"] == text


@pytest.mark.parametrize(("lang", "scale"), [("zh", 100), ("en", 150), ("zh", 200)])
def test_the_dialog_can_be_read(open_page, small, looked, lang, scale):
    """In both languages and large type: nothing clipped, everything named."""
    looked(lang, scale)
    page = open_page(small)
    dialog = opened(page)
    dialog.list.select("iB9")
    for show in (dialog.sides.show_left, dialog.sides.show_right):
        show()
        settle(dialog)
        assert_not_clipped(dialog)
    assert_named(dialog)
    page.project.discard()


def put_in(page, text: str) -> None:
    """Write a whole new main file."""
    old = page.workbook.texts()["scenario.yaml"].split("\n")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, len(old), len(old[-1]) + 1, text)])


HEAD = "format: 1\nid: x\nseats:\n  - {id: a, post: secretary, name: b}\nobjectives:\n  - {id: o, text: t}\n"


@pytest.mark.parametrize("behind", ["injects:\n", "injects: []\n", "injects: []  # none yet\n", ""])
def test_the_first_inject_can_be_added(page, behind):
    """Nothing behind the key, an empty list, or no key at all."""
    put_in(page, f"{HEAD}{behind}")
    assert page.adding.add(TYPES["iW1"], Setting(id="w1", to=("a",), objective="o"))
    text = page.workbook.texts()["scenario.yaml"]
    assert text.count("injects:") == 1
    root = parse(text, "scenario.yaml").root
    assert root.get("injects").parts[0].get("id").text() == "w1"


@pytest.mark.parametrize("text", ["{id: x, format: 1}\n", f"{HEAD}...\n"])
def test_a_text_that_takes_no_more_lines_is_left_alone(page, text):
    """In braces, or behind the document's end, an added line would break it."""
    put_in(page, text)
    assert not page.adding.add(TYPES["iW1"], Setting(id="w1", to=("a",), objective="o"))
    assert page.workbook.texts()["scenario.yaml"] == text


def test_enter_writes_nothing_by_itself(page, dialog, qtbot):
    """In the list it leads on, in a field it stays there; only the button writes."""
    before = page.workbook.texts()
    for part in (dialog.search, dialog.form.ident, dialog.form.day, dialog.list):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert page.workbook.texts() == before


def test_what_a_hand_chose_stays(page, dialog):
    """Another problem brings other proposals, but not for what was chosen."""
    dialog.list.select("iW2")
    dialog.form.ident.clear()
    QTest.keyClicks(dialog.form.ident, "mine")
    town = dialog.form.township.itemData(dialog.form.township.count() - 1)
    dialog.form.township.set_value(town)
    dialog.form.township.chosen.emit(town)
    dialog.list.select("iH1")
    assert dialog.form.ident.text() == "mine"
    assert dialog.form.township.value() == town
    dialog.put.click()
    assert injects(page)["mine"].place.township == town


def test_a_search_always_shows_what_can_be_written(page, dialog):
    """The first that is found is chosen; nothing found, nothing to write."""
    dialog.list.select("iW2")
    dialog.search.setText("欠薪")
    assert dialog.list.selected().code == "iJ3"
    assert dialog.put.isEnabled()
    dialog.search.setText("没有这样的问题")
    assert not dialog.put.isEnabled()


def test_an_exercise_without_end_opens_the_catalogue(page):
    """A count that no exercise has is the checker's to tell; the catalogue opens all the same."""
    text = page.workbook.texts()["scenario.yaml"].split("\n")
    line = next(n for n, words in enumerate(text, 1) if words.startswith("turn:"))
    fix = Fix("scenario.yaml", line, 1, line, len(text[line - 1]) + 1, "turn: {days: 7, count: 999999999999}")
    assert page.workbook.apply([fix])
    assert opened(page).form.day.maximum() > 1_000
