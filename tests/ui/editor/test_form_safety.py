"""Nothing typed into the form is lost, and nothing changes that nobody meant to change."""

from __future__ import annotations

import pytest
from forms import MAIN, changed, now, pick, row, shown, write
from PySide6.QtWidgets import QApplication, QPushButton
from uihelp import bring_in_front, settle

from game.authoring.draft_tree import draft_tree
from game.scenario.findings import Fix
from game.ui.editor.form_choices import Offer
from game.ui.editor.form_model import sections
from game.ui.editor.form_whole import WHOLE, form_of
from game.ui.editor.page import EditorPage


@pytest.fixture
def page(open_page, large) -> EditorPage:
    return open_page(large)


def put(page, file: str, old: str, new: str) -> None:
    """Change words of a file as if somebody had written them there."""
    lines = page.workbook.texts()[file].split("\n")
    line = next(n for n, words in enumerate(lines, 1) if old in words)
    column = lines[line - 1].index(old) + 1
    assert page.workbook.apply([Fix(file, line, column, line, column + len(old), new)])


# What is still being typed


@pytest.mark.parametrize("way", ["save", "leave", "try_out"])
def test_what_is_being_typed_counts(page, way):
    """Saving, leaving and trying take the words that stand in the field, though the keyboard has not left it."""
    view = shown(page, "")
    view.show_subject("seat:secretary")
    field = row(view, "brief").input
    field.setPlainText(field.toPlainText() + "\n\n还没离开这一栏。")
    getattr(page, way)()
    assert "还没离开这一栏。" in page.workbook.texts()["briefs/secretary.md"]
    if way == "save":
        assert "还没离开这一栏。" in (page.project.path / "briefs" / "secretary.md").read_text(encoding="utf-8")


def test_the_window_knows_of_what_is_being_typed(shell, small):
    """Closing the window asks, though the words are in no file yet."""
    shell.edit(str(small))
    page = shell.page
    view = shown(page, "")
    view.show_subject("whole")
    assert not shell.editor.dirty
    row(view, "title").input.setText("改到一半")
    assert shell.editor.dirty
    page.project.discard()


def test_an_edit_goes_into_the_text_as_it_stands(page):
    """The text went on since the form was shown: the edit is worked out anew, and both are there."""
    view = shown(page, "subsidy-unpaid")
    put(page, "injects/03-assault-one.yaml", "- id: subsidy-unpaid", "# 一行\n# 两行\n- id: subsidy-unpaid")
    write(view, "title", "钱还没到")
    write(view, "sender", "四个村民")
    text = now(page)["injects/03-assault-one.yaml"]
    assert "title: 钱还没到" in text
    assert "sender: 四个村民" in text
    assert "# 两行\n- id: subsidy-unpaid" in text


def test_the_form_shows_what_was_just_written(page):
    """An inject that the last check has not seen yet is the one shown, not the one before it."""
    shown(page, "tap-video")
    page.show_view("")
    put(page, "injects/01-muster.yaml", "- id: taps-dry", "- id: late-news\n  title: 新来的\n\n- id: taps-dry")
    line = page.workbook.texts()["injects/01-muster.yaml"].split("\n").index("- id: late-news") + 1
    page.show_place("injects/01-muster.yaml", line, 3)
    page.show_view("form")
    assert page.views["form"].inject == "late-news"


def test_the_keyboard_goes_back_to_the_form(shell, small):
    """After a tried game keys go where the author was, never into a text that is out of sight."""
    shell.edit(str(small))
    page = shell.page
    view = shown(page, "")
    bring_in_front(shell)
    page.try_out()
    settle(shell)
    shell.show_home()
    settle(shell)
    assert shell.page is page
    focus = QApplication.focusWidget()
    assert focus is None or view.isAncestorOf(focus)
    assert not page.text.area.hasFocus()


# What nobody meant


def test_passing_through_changes_nothing(page):
    """Blanks at the ends of lines, which Markdown means something by, stay where nothing was typed."""
    put(page, "briefs/secretary.md", "你", "甲  \n你")
    view = shown(page, "")
    view.show_subject("seat:secretary")
    before = now(page)
    row(view, "brief").input.left.emit()
    view.commit()
    assert now(page) == before


@pytest.mark.parametrize("value", ["[2014, 水]", "['Smith, John', 李]", "[{甲: 乙}, 丙]", "[~, 丙]"])
def test_a_list_that_a_line_cannot_hold_is_left_to_the_text(page, value):
    """A number, an empty item or a comma within a word would not come back as it was."""
    put(page, MAIN, "authors: [县域治理教研组]", f"authors: {value}")
    view = shown(page, "")
    view.show_subject("whole")
    assert row(view, "authors").field.kind == "elsewhere"
    assert isinstance(row(view, "authors").input, QPushButton)


def test_two_of_one_id_are_not_mixed_up():
    """Of two options of one id only the first has fields: an edit of the other could not be told from its own."""
    option = "  - {{id: one, text: {0}, credit: 1, why: {0}}}\n"
    text = "injects:\n- id: x\n  title: 甲\n  options:\n" + option.format("前") + option.format("后")
    tree = draft_tree({MAIN: text})
    fields = [field for section in sections(tree, "x") for field in section.fields if field.path.endswith("[one].text")]
    assert [field.value for field in fields] == ["前"]
    aims = "objectives:\n- {id: one, text: 前}\n- {id: one, text: 后}\n"
    goals = "seats:\n- id: s\n  goals:\n  - {id: one, text: 前}\n  - {id: one, text: 后}\n"
    bundle = {MAIN: aims + goals}
    for key in (WHOLE, "seat:s"):
        shown_fields = [f for section in form_of(draft_tree(bundle), bundle, key, Offer()) for f in section.fields]
        assert [f.value for f in shown_fields if f.path.endswith("[one].text")] == ["前"]


def test_undo_takes_the_edits_back_in_order(page):
    """Edits of a form go into several files; each step back takes the one before, whichever file it is in."""
    view = shown(page, "")
    states = [now(page)]
    for subject, field, words in (
        ("seat:secretary", "name", "甲"), ("whole", "title", "乙"), ("seat:secretary", "name", "丙"),
    ):  # fmt: skip
        view.show_subject(subject)
        write(view, field, words)
        states.append(now(page))
    for state in reversed(states[:-1]):
        page.undoing.back()
        assert now(page) == state
    for state in states[1:]:
        page.undoing.on()
        assert now(page) == state


def test_a_choice_in_between_is_undone_too(page):
    """Choices are edits like any other."""
    view = shown(page, "subsidy-unpaid")
    before = now(page)
    pick(view, "form", "call")
    write(view, "title", "钱还没到")
    page.undoing.back()
    page.undoing.back()
    assert changed(before, now(page)) == ([], [])
