"""Writing: indentation, colours, search, and an undo that survives what the editor writes itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from game.scenario.findings import Fix
from game.ui.editor.code_area import CodeArea
from game.ui.editor.highlight import Highlighter
from game.ui.editor.workbook import Workbook
from game.ui.theme import THEMES, Theme, contrast


def area_with(qtbot, theme, icons, text: str) -> tuple[CodeArea, Workbook]:
    book = Workbook({"scenario.yaml": text})
    area = CodeArea(theme, icons)
    qtbot.addWidget(area)
    area.show_document(book.document("scenario.yaml"))
    area._book = book  # its documents must outlive the area
    return area, book


def at_end(area: CodeArea) -> None:
    area.moveCursor(QTextCursor.MoveOperation.End)


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("seats:", 2),
        ("title: x", 0),
        ("seats:\n  - id: a", 4),
        ("seats:\n  - id: a\n    goals:", 6),
        ("summary: |-", 2),
        ("  - text: |-", 6),
        ("    - {id: a}", 4),
        ("", 0),
    ],
)
def test_a_new_line_begins_where_yaml_wants_it(qtbot, theme, icons, text, depth):
    """After a key without a value the line begins deeper, after an item at the item's keys, else where it was."""
    area, book = area_with(qtbot, theme, icons, text)
    at_end(area)
    QTest.keyClick(area, Qt.Key.Key_Return)

    assert book.texts()["scenario.yaml"] == f"{text}\n{' ' * depth}"


def test_tab_writes_blanks_and_moves_blocks(qtbot, theme, icons):
    """Tab never writes a tab: it goes to the next step, indents what is selected, and Shift+Tab takes it back."""
    area, book = area_with(qtbot, theme, icons, "a:\nb: 1\n\nc: 2")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert book.texts()["scenario.yaml"].startswith("  a:")
    area.selectAll()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert book.texts()["scenario.yaml"] == "    a:\n  b: 1\n\n  c: 2"
    area.selectAll()
    QTest.keyClick(area, Qt.Key.Key_Backtab)
    assert book.texts()["scenario.yaml"] == "  a:\nb: 1\n\nc: 2"
    assert "\t" not in book.texts()["scenario.yaml"]


def test_backspace_takes_back_a_step_of_indentation(qtbot, theme, icons):
    """In the blanks a line begins with, one key takes a whole step; behind a word only one sign."""
    area, book = area_with(qtbot, theme, icons, "    ")
    at_end(area)
    QTest.keyClick(area, Qt.Key.Key_Backspace)
    assert book.texts()["scenario.yaml"] == "  "
    QTest.keyClicks(area, "ab")
    QTest.keyClick(area, Qt.Key.Key_Backspace)
    assert book.texts()["scenario.yaml"] == "  a"


def test_hard_blanks_and_line_separators_of_the_author_are_kept(qtbot):
    """What Word pastes is for the checker to name; the editor must not turn it into something else unasked."""
    text = "a: 甲\u00a0乙\u2028丙 𠀀\n"

    assert Workbook({"f": text}).texts() == {"f": text}


def test_undo_survives_a_fix(qtbot, theme, icons):
    """A fix is one step: undo takes it back and leaves what was typed before it."""
    area, book = area_with(qtbot, theme, icons, "title：x\n")
    at_end(area)
    QTest.keyClicks(area, "id: a")
    typed = book.texts()["scenario.yaml"]
    assert book.apply([Fix("scenario.yaml", 1, 6, 1, 7, ": ")])
    assert book.texts()["scenario.yaml"] == "title: x\nid: a"
    book.undo("scenario.yaml")
    assert book.texts()["scenario.yaml"] == typed
    book.redo("scenario.yaml")
    assert book.texts()["scenario.yaml"] == "title: x\nid: a"
    book.undo("scenario.yaml")
    book.undo("scenario.yaml")
    assert book.texts()["scenario.yaml"].startswith("title：x")


def test_an_edit_of_several_files_is_undone_in_all_of_them(qtbot):
    """A rename over two files and a file's name goes back, and forth again, with one step in either file."""
    book = Workbook({"scenario.yaml": "a: old\n", "briefs/old.md": "old words", "seats.yaml": "- id: old\n"})
    before = book.texts()
    fixes = [Fix("scenario.yaml", 1, 4, 1, 7, "new"), Fix("seats.yaml", 1, 7, 1, 10, "new")]
    assert book.apply(fixes, ("briefs/old.md", "briefs/new.md"))
    after = {"scenario.yaml": "a: new\n", "briefs/new.md": "old words", "seats.yaml": "- id: new\n"}
    assert book.texts() == after
    book.undo("seats.yaml")
    assert book.texts() == before
    book.redo("scenario.yaml")
    assert book.texts() == after


def test_undo_takes_an_added_file_away_and_redo_brings_it_back(qtbot):
    """A file that came with an edit goes with it, after what was typed in it since; redo works from any file left."""
    book = Workbook({"scenario.yaml": "a: 1\n", "injects.yaml": "- x\n"})
    before = book.texts()
    added = [Fix("scenario.yaml", 1, 4, 1, 5, "2"), Fix("more.yaml", 1, 1, 1, 1, "b: 3\n")]
    assert book.apply(added, new=("more.yaml",))
    made = {**before, "scenario.yaml": "a: 2\n", "more.yaml": "b: 3\n"}
    assert book.texts() == made
    assert book.apply([Fix("more.yaml", 1, 1, 1, 1, "# mine\n")])
    book.undo("more.yaml")
    assert book.texts() == made
    book.undo("more.yaml")
    assert (book.texts(), book.dirty, book.unsaved()) == (before, False, {})
    book.redo("injects.yaml")
    assert book.texts() == made
    assert book.unsaved() == {"scenario.yaml": "a: 2\n", "more.yaml": "b: 3\n"}
    book.mark_saved()
    book.undo("more.yaml")
    assert book.unsaved() == {"scenario.yaml": "a: 1\n", "more.yaml": None}
    book.redo("scenario.yaml")
    assert book.texts() == made


def test_files_come_back_in_the_order_they_came(qtbot):
    """Several added files are undone from the last, and done again from the first; a name taken meanwhile is left."""
    book = Workbook({"scenario.yaml": "a: 1\n"})
    for name in ("b.yaml", "c.yaml"):
        assert book.apply([Fix(name, 1, 1, 1, 1, f"{name}\n")], new=(name,))
    for name in ("c.yaml", "b.yaml"):
        book.undo(name)
    assert book.names == ("scenario.yaml",)
    book.redo("scenario.yaml")
    assert book.names == ("scenario.yaml", "b.yaml")
    assert book.apply([Fix("c.yaml", 1, 1, 1, 1, "another\n")], new=("c.yaml",))
    book.redo("scenario.yaml")
    assert book.texts()["c.yaml"] == "another\n"


def test_an_edit_that_fails_adds_no_file(qtbot):
    """A stretch that is no place leaves no file behind, and a file that is there is not added once more."""
    book = Workbook({"scenario.yaml": "a: 1\n"})
    assert not book.apply([Fix("scenario.yaml", 9, 1, 9, 1, "x")], new=("more.yaml",))
    assert book.names == ("scenario.yaml",)
    assert not book.apply([Fix("scenario.yaml", 1, 1, 1, 1, "x")], new=("scenario.yaml",))
    assert book.texts() == {"scenario.yaml": "a: 1\n"}


def test_an_edit_that_does_not_fit_changes_nothing(qtbot):
    """One stretch that is no place of the text keeps the others from being made."""
    book = Workbook({"a.yaml": "x: 1\n", "b.yaml": "y: 1\n"})
    before = book.texts()

    assert not book.apply([Fix("a.yaml", 1, 1, 1, 2, "z"), Fix("b.yaml", 7, 1, 7, 2, "z")])
    assert book.texts() == before
    assert not book.dirty


def formats(highlighter: Highlighter, line: int) -> dict[str, str]:
    """Return each coloured stretch of a line with its colour."""
    block = highlighter.document().findBlockByNumber(line)
    text = block.text()
    return {text[r.start : r.start + r.length]: r.format.foreground().color().name() for r in block.layout().formats()}


@pytest.mark.parametrize("name", THEMES)
def test_keys_texts_and_comments_have_colours_of_the_theme(qtbot, qapp, icons, name):
    """Keys, quoted words, comments, flags, and fields in texts are told apart, each readable on the theme's ground."""
    theme = Theme(name)
    text = '# why\ntitle: "甲"\nnoise: true\ntext: |-\n  去{village}看 # 不是注释\nid: a\n'
    _area, book = area_with(qtbot, theme, icons, text)
    highlighter = Highlighter(book.document("scenario.yaml"), theme)
    highlighter.rehighlight()
    colours = {
        "comment": formats(highlighter, 0)["# why"],
        "key": formats(highlighter, 1)["title:"],
        "quoted": formats(highlighter, 1)['"甲"'],
        "flag": formats(highlighter, 2)["true"],
        "field": formats(highlighter, 4)["{village}"],
    }
    assert len({colours[k] for k in ("comment", "key", "quoted")}) == 3
    assert "# 不是注释" not in formats(highlighter, 4)
    assert formats(highlighter, 5)["id:"] == colours["key"]
    for what, colour in colours.items():
        assert contrast(colour, theme.css("surface")) >= 4.5, what
    highlighter.setDocument(None)


def test_find_and_replace(open_page, small):
    """Search goes round the file, replace all is one step of undo, and what is not there is marked."""
    page = open_page(small)
    page.open_find()
    bar, book = page.text.find_bar, page.workbook
    before = book.texts()["scenario.yaml"]
    bar.sought.setText("commander")
    count = before.lower().count("commander")
    assert bar.count.text() == f"{count} 处"
    places = []
    for _ in range(count + 1):
        assert bar.find_after()
        places.append(page.text.area.textCursor().selectionStart())
    assert places[0] == places[-1]
    assert len(set(places)) == count
    bar.new.setText("leader")
    assert bar.replace_all() == count
    assert "commander" not in book.texts()["scenario.yaml"]
    book.undo("scenario.yaml")
    assert book.texts()["scenario.yaml"] == before
    bar.sought.setText("没有这个词")
    assert bar.sought.property("bad")
    assert not bar.find_after()
    bar.put_away()
    assert page.text.area.hasFocus() or not page.isActiveWindow()
