"""The form: every field writes its own lines alone, what it cannot show leads to the text, findings stand at fields."""

from __future__ import annotations

import pytest
from forms import changed, now, pick, row, shown, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from uihelp import bring_in_front

from game.authoring.draft_tree import draft_tree
from game.authoring.turn_keys import turn
from game.scenario.findings import Fix
from game.scenario.placeholders import placeholder
from game.ui.editor.checking import check
from game.ui.editor.contract import Draft
from game.ui.editor.form import FormView
from game.ui.editor.form_model import sections
from game.ui.editor.patch import differences
from game.ui.editor.plan import plan


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
    assert view.list.currentItem().data(Qt.ItemDataRole.UserRole) == "inject:tap-video-2"
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
    assert row(view, "trigger").field.value == "at"
    days = page.checking.draft.checked.scenario.turn.days
    assert row(view, "trigger.at").field.value % days == 0
    assert row(view, "trigger.at").note.text().startswith(f"第{row(view, 'trigger.at').field.value // days + 1}回合")


def test_a_day_says_which_turn_receives_it(open_page, large):
    """Both days where it lies within a turn, else the turn; of a chain the earliest; too late, that nobody does."""
    page = open_page(large)
    view = shown(page, "subsidy-unpaid")
    for day, words in (
        ("21", "第4回合收到（第21天）"),
        ("17", "第17天；第4回合收到（第21天）"),
        ("0", "第1回合一开始就收到"),
        ("97", "收不到：推演到第98天就结束，最后一回合从第91天开始"),
    ):
        write(view, "trigger.at", day)
        now(page)
        assert row(view, "trigger.at").note.text() == words
    pick(view, "trigger", "after")
    now(page)
    write(view, "trigger.delay", "3")
    now(page)
    first = next(bar.start for bar in plan(draft_tree(page.workbook.texts())).bars if bar.id == "subsidy-unpaid")
    assert row(view, "trigger.delay").note.text() == f"最早第{first // 7 + 1}回合收到（第{first}天）"
    pick(view, "trigger", "by_hand")
    now(page)
    assert not any(one.note.isVisible() for one in view.rows.values())


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
    """While the text cannot be read the form shows what it last read, takes nothing and leads to what is wrong."""
    page = open_page(large)
    view = shown(page, "tap-video")
    assert not view.mend.isVisible()
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x: [\n")])
    row(view, "title").input.setText("还没查完时写的")
    row(view, "title").input.editingFinished.emit()
    text = now(page)
    assert "还没查完时写的" not in "".join(text.values())
    assert view.stale
    assert not row(view, "title").input.isEnabled()
    view.mend.click()
    assert page.stack.currentWidget() is page.text
    assert page.text.place()[0] == "scenario.yaml"
    page.workbook.undo("scenario.yaml")
    shown(page, "tap-video")
    assert row(view, "title").input.isEnabled()
    assert not view.mend.isVisible()


def test_a_scenario_without_anything_has_its_own_form(qtbot, theme, icons):
    """Title and seats can be written where there is nothing yet; of injects there is nothing to copy or to delete."""
    bundle = {"scenario.yaml": "format: 1\n"}
    view = FormView(theme, icons)
    qtbot.addWidget(view)
    asked = []
    view.edit_asked.connect(asked.append)
    view.show_draft(Draft(bundle, check(bundle), 1))
    assert [view.list.item(n).text() for n in range(view.list.count())] == ["这场推演"]
    assert not view.copy.isEnabled()
    assert not view.remove.isEnabled()
    write(view, "title", "第一课")
    assert [fix.text for fix in asked[0]] == ["\ntitle: 第一课"]


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
