"""The form: every field writes its own lines alone, what it cannot show leads to the text, findings stand at fields."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from uihelp import bring_in_front, settle

from game.authoring.draft_tree import draft_tree
from game.authoring.turn_keys import turn
from game.scenario.findings import Finding, Fix
from game.scenario.placeholders import placeholder
from game.scenario.render import message
from game.ui.editor.checking import check
from game.ui.editor.contract import Draft
from game.ui.editor.form import FormView
from game.ui.editor.form_model import sections
from game.ui.editor.form_row import TextField
from game.ui.editor.patch import differences
from game.ui.editor.words import in_the_form


def shown(page, inject: str) -> FormView:
    page.resize(1280, 720)
    page.show()
    page.show_view("form")
    settle(page)
    page.checking.now()
    settle(page)
    view = page.views["form"]
    view.choose(inject)
    settle(page)
    return view


def changed(before: dict[str, str], after: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came, over all files."""
    gone, come = [], []
    for name, text in before.items():
        old, new = text.split("\n"), after[name].split("\n")
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                gone += old[a:b]
                come += new[c:d]
    return gone, come


def row(view: FormView, end: str):
    return view.rows[end]


def write(view: FormView, end: str, words: str) -> None:
    """Write into a field as a person does: all of it anew, then on to the next."""
    field = row(view, end).input
    field.setFocus()
    field.selectAll()
    if isinstance(field, TextField):
        field.setPlainText(words)
        field.left.emit()
    else:
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, words) if words.isascii() and words else field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)


def pick(view: FormView, end: str, value: object) -> None:
    combo = row(view, end).input
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def now(page) -> dict[str, str]:
    page.checking.now()
    settle(page)
    return dict(page.workbook.texts())


def test_each_field_changes_its_own_lines_alone(open_page, large):
    """A title, a number, a new key, seats, a list of words, a text, an option: the lines concerned and no other."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    before = now(page)
    write(view, "title", "钱还没到")
    after = now(page)
    assert changed(before, after) == (["  title: 房修好了，钱没到"], ["  title: 钱还没到"])
    write(view, "escalate.after", "28")
    later = now(page)
    assert changed(after, later) == (["    after: 21"], ["    after: 28"])
    write(view, "reply_within", "20")
    after = now(page)
    assert changed(later, after) == ([], ["  reply_within: 20"])
    write(view, "reply_within", "")
    assert now(page) == later
    chip = next(c for c in row(view, "to").chips() if c.property("seat") == "hq-director")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    after = now(page)
    assert changed(later, after) == (
        ["  to: [secretary, qingshan-commander]"], ["  to: [secretary, qingshan-commander, hq-director]"]
    )  # fmt: skip
    pick(view, "form", "call")
    later = now(page)
    assert changed(after, later) == (["  form: petition"], ["  form: call"])
    old = row(view, "text").field.value
    write(view, "text", old.replace("工钱", "工资"))
    gone, come = changed(later, now(page))
    assert [line.replace("工钱", "工资") for line in gone] == come
    assert len(come) == 1


@pytest.mark.ci
def test_what_starts_an_inject_is_changed_as_one_step(open_page, large):
    """The old start goes as the new one comes, the fields follow, and one undo takes it back."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    before = now(page)
    pick(view, "trigger", "after")
    gone, come = changed(before, now(page))
    assert gone == ["  trigger: {at: 21}"]
    assert come == ["  trigger: {after: taps-dry}"]
    assert isinstance(row(view, "trigger.after").input, QComboBox)
    write(view, "trigger.delay", "7")
    assert changed(before, now(page))[1] == ["  trigger: {after: taps-dry, delay: 7}"]
    pick(view, "trigger", "when")
    assert changed(before, now(page))[1] == ["  trigger: {when: day >= 7}"]
    for _ in range(3):
        page.workbook.undo("injects/03-assault-one.yaml")
    assert now(page) == before


@pytest.mark.ci
def test_options_are_added_changed_and_taken_away(open_page, large):
    """A new option comes behind the last; taking it away leaves the text as it was."""
    page = open_page(large)
    view = shown(page, "tap-video")
    before = now(page)
    view.add_item("options")
    after = now(page)
    gone, come = changed(before, after)
    assert gone == []
    assert come[0] == "    - id: option-1"
    left = [f.params["value"] for f in page.checking.now().checked.findings if f.code == "TH590"]
    assert left == [placeholder("here", "zh")] * 2, "both texts wait for the author, and the check says so"
    write(view, "options[option-1].credit", "300")
    assert changed(after, now(page)) == (["      credit: 500"], ["      credit: 300"])
    card = next(card for card, path in view._paths.items() if path.endswith("options[option-1]"))
    view.take_away(card)
    assert now(page) == before
    pick(view, "options[go-there].then", "taps-dry")
    assert changed(before, now(page)) == ([], ["      then: taps-dry"])


def test_an_inject_is_copied_and_deleted(open_page, large):
    """The copy is shown at once under an id of its own; deleting it leaves the text as it was."""
    page = open_page(large)
    view = shown(page, "tap-video")
    before = now(page)
    view.copy_inject()
    now(page)
    assert view.inject == "tap-video-2"
    assert view.list.currentItem().data(Qt.ItemDataRole.UserRole) == "tap-video-2"
    view.remove_inject()
    assert now(page) == before
    assert view.inject != "tap-video-2"


def test_a_new_inject_is_begun_and_shown(open_page, small):
    """The beginning that is written is the one shown, ready to be filled in."""
    page = open_page(small)
    view = shown(page, page.views["form"].inject)
    count = view.list.count()
    view.add_inject()
    now(page)
    assert view.list.count() == count + 1
    assert view.inject == "inject"


def test_what_the_form_has_no_field_for_leads_to_the_text(open_page, large):
    """The problem of an inject is shown as being in the text, with the way there."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    made = row(view, "problem")
    assert made.field.kind == "elsewhere"
    assert isinstance(made.input, QPushButton)
    made.input.click()
    assert page.stack.currentWidget() is page.text
    assert page.text.area.textCursor().block().text().strip() == "problem:"


def test_findings_stand_beside_their_field(open_page, large):
    """A seat that is not there and a number out of range are said at their fields; a good value takes the word away."""
    page = open_page(large)
    view = shown(page, "tap-video")
    write(view, "options[go-there].credit", "5000")
    now(page)
    made = row(view, "options[go-there].credit")
    assert made.findings.isVisible()
    assert "1000" in made.findings.text()
    assert not row(view, "title").findings.isVisible()
    write(view, "options[go-there].credit", "900")
    now(page)
    assert not made.findings.isVisible()


@pytest.mark.ci
def test_words_being_typed_are_not_taken_away_by_a_check(open_page, large, qtbot):
    """A check that ends while a field is half written leaves the words in it."""
    page = open_page(large)
    view = shown(page, "tap-video")
    bring_in_front(page)
    field = row(view, "sender").input
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("写到一半")
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# x\n")])
    now(page)
    assert row(view, "sender").input.text() == "写到一半"


@pytest.mark.ci
def test_words_that_yaml_would_read_otherwise_are_quoted(open_page, large):
    """A colon, a number, a leading sign typed into a title come out of the text as the same words."""
    page = open_page(large)
    view = shown(page, "tap-video")
    for words in ("甲: 乙", "12", "- 一", "#号", "“引”：‘号’", "{village}的", 'a"b'):
        write(view, "title", words)
        now(page)
        assert view.rows["title"].field.value == words


def test_a_file_of_chinese_keys_stays_chinese(open_page, small, qtbot, theme, icons):
    """New keys and words of lists are written in the language of the file."""
    page = open_page(small)
    book = page.workbook
    before = dict(book.texts())
    assert book.apply(differences(before, {**before, **turn(before, "zh").bundle}))
    text = now(page)
    ident = draft_tree(text).root.plain()["injects"][0]["id"]
    view = shown(page, ident)
    pick(view, "form", "news")
    write(view, "trap", "急着回答")
    _, come = changed(text, now(page))
    assert any("新闻" in line or "媒体" in line or "报道" in line for line in come), come
    assert all(line.isascii() is False for line in come)
    assert check(dict(book.texts())).errors == ()


def test_a_broken_text_is_not_edited_from_the_form(open_page, large):
    """While the text cannot be read the form shows what it last read and writes nothing."""
    page = open_page(large)
    view = shown(page, "tap-video")
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    before = now(page)
    assert view.stale
    write(view, "title", "别的")
    assert now(page) == before
    assert row(view, "title").input.text() != "别的"
    assert view.hint.text().startswith("没有改")


def test_a_scenario_without_injects_says_what_to_do(qtbot, theme, icons):
    """An empty scenario has a sentence in place of a form."""
    bundle = {"scenario.yaml": "format: 1\n"}
    view = FormView(theme, icons)
    qtbot.addWidget(view)
    view.show_draft(Draft(bundle, check(bundle), 1))
    assert view.stack.currentWidget() is view.nothing


def test_every_inject_of_a_scenario_has_a_form(large):
    """No shipped inject breaks the form, and each of its keys has a field or a way to the text."""
    from game.scenario.files import read_path

    tree = draft_tree(read_path(large).bundle)
    for inject in tree.root.plain()["injects"]:
        found = sections(tree, inject["id"])
        paths = [field.path for section in found for field in section.fields]
        assert len(paths) == len(set(paths))
        for key in inject:
            assert key == "id" or any(path.split(".")[1].split("[")[0] == key for path in paths), key


def test_another_inject_takes_over_the_fields_of_the_last(open_page, large):
    """What looks the same is not made anew, yet writes into the inject that is shown, never into the one before."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    title = row(view, "title")
    before = now(page)
    view.choose("tap-video")
    assert row(view, "title") is title
    assert title.input.text() == "十五秒的空龙头"
    write(view, "title", "空龙头")
    assert changed(before, now(page)) == (["  title: 十五秒的空龙头"], ["  title: 空龙头"])
    assert not any(key.startswith("expect[lead]") for key in view.rows)


# Places and commands by name


def test_places_and_commands_are_chosen_by_name(open_page, large):
    """Nobody has to know an id: townships and villages of the exercise and all commands have their names."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    township = row(view, "place.township").input
    assert township.currentText() == "青杉乡"
    towns = [township.itemText(n) for n in range(township.count())]
    assert towns[0] == "（不写）"
    assert "云岭镇" in towns
    assert not any(word.isascii() for word in towns)
    villages = row(view, "place.village").input
    assert villages.count() > 60
    assert any(villages.itemText(n).startswith("青杉乡 ") for n in range(villages.count()))
    expected = next(field for key, field in view.rows.items() if key.startswith("expect[") and key.endswith(".command"))
    assert not expected.input.currentText().isascii()
    offered = {expected.input.itemData(n) for n in range(expected.input.count())}
    assert {"issue_order", "offer_contract"} <= offered
    assert offered.isdisjoint({"fire_inject", "advance", "adjust"})


def test_a_place_is_found_by_part_of_its_name(open_page, large):
    """What is typed finds the village and its id is written; a place that is not to be written goes again."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    field = row(view, "place.village").input
    name = next(field.itemText(n) for n in range(field.count()) if field.itemText(n).startswith("云岭镇"))
    ident = field.itemData(field.findText(name))
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(name.split()[1])
    field.lineEdit().editingFinished.emit()
    after = now(page)
    place = "township: qingshan, pick: worst, by: water"
    assert changed(before, after) == ([f"  place: {{{place}}}"], [f"  place: {{{place}, village: {ident}}}"])
    assert row(view, "place.village").input.currentText() == name
    pick(view, "place.township", "")
    assert changed(before, now(page))[1] == [f"  place: {{pick: worst, by: water, village: {ident}}}"]


def test_a_place_that_is_not_there_stays_in_sight(open_page, large):
    """An id the county does not have is shown as it is written, with what the checker says of it."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "qingsan")])
    view = shown(page, "taps-dry")
    assert row(view, "place.township").input.currentText() == "qingsan"
    assert "qingsan" in row(view, "place.township").findings.text()


def test_what_somebody_looks_for_is_left_alone(open_page, large):
    """A check in the midst of typing does not put the old name back."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    bring_in_front(page)
    field = row(view, "place.village").input
    field.setFocus()
    settle(page)
    assert field.hasFocus()
    field.lineEdit().selectAll()
    QTest.keyClicks(field.lineEdit(), "zz")
    page.workbook.apply([Fix("injects/01-muster.yaml", 1, 1, 1, 1, "# 注\n")])
    page.checking.now()
    settle(page)
    assert field.lineEdit().text() == "zz"
    field.lineEdit().clear()


def typed(page, view: FormView, end: str, words: str) -> None:
    """Type into a list that is searched, and leave it."""
    field = row(view, end).input
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(words)
    field.lineEdit().editingFinished.emit()
    settle(page)


def test_only_what_is_meant_is_written(open_page, large):
    """Part of many names, nothing at all and a look round write nothing; an id is as good as a name."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    before = now(page)
    village, township = row(view, "place.village").input, row(view, "place.township").input
    typed(page, view, "place.village", "村")
    assert village.currentText() == "（不写）"
    typed(page, view, "place.township", "青杉乡")
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(township, turned)
    assert township.currentText() == "青杉乡"
    assert now(page) == before
    typed(page, view, "place.township", "yunling")
    assert changed(before, now(page))[1] == ["  place: {township: yunling, pick: worst, by: water}"]
    assert township.currentText() == "云岭镇"
    typed(page, view, "place.township", "")
    assert changed(before, now(page))[1] == ["  place: {pick: worst, by: water}"]


def test_a_name_in_place_of_an_id_is_not_mended_in_passing(open_page, large):
    """Whoever goes through the fields by Tab changes nothing; the finding stands beside the field."""
    page = open_page(large)
    text = page.workbook.texts()["injects/01-muster.yaml"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "{township: qingshan, pick: worst" in words)
    column = text.split("\n")[line - 1].index("qingshan") + 1
    page.workbook.apply([Fix("injects/01-muster.yaml", line, column, line, column + 8, "青杉乡")])
    view = shown(page, "taps-dry")
    before = now(page)
    row(view, "place.township").input.lineEdit().editingFinished.emit()
    assert now(page) == before


def test_a_choice_that_is_refused_goes_back(open_page, large):
    """Of a text that cannot be read nothing is changed, and the field does not say otherwise."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "[\n")])
    before = now(page)
    row(view, "place.township").input.setFocus()
    pick(view, "place.township", "yunling")
    assert now(page) == before
    assert row(view, "place.township").input.currentText() == "青杉乡"


def test_nothing_is_chosen_where_nothing_starts(open_page, large):
    """The blank line among the ways to start is no way to start."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    field = row(view, "trigger").field
    page.workbook.apply([Fix(*field.place[:2], 1, field.last + 1, 1, "")])
    now(page)
    before = page.workbook.texts()
    combo = row(view, "trigger").input
    assert combo.currentText() == "（不写）"
    combo.activated.emit(0)
    assert now(page) == before


def test_without_a_county_ids_are_written_by_hand(open_page, large):
    """Places of a county that the draft no longer names are not offered."""
    page = open_page(large)
    view = shown(page, "taps-dry")
    text = page.workbook.texts()["scenario.yaml"].split("\n")
    line = next(n for n, words in enumerate(text, 1) if words.strip().startswith("name: ") and "county" in text[n - 2])
    page.workbook.apply([Fix("scenario.yaml", line, 1, line, len(text[line - 1]) + 1, "  name: nowhere")])
    now(page)
    assert type(row(view, "place.village").input) is QLineEdit
    assert row(view, "place.township").input.text() == "qingshan"


def test_a_form_names_its_fields_and_no_keys():
    """A file of English keys is edited in a form of Chinese names: what is wrong is said by these."""
    finding = Finding("TH542", "error", "scenario.yaml", 1, 1, 2, params={"day": 9, "length": 7})
    assert "delay" in message(finding)
    assert "delay" not in in_the_form(finding)
