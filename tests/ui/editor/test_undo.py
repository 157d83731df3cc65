"""Ctrl+Z and Ctrl+Y take back and do again wherever the keyboard is in the editor, above all after a quick fix."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from game.scenario.findings import Fix
from game.ui.editor.page import EditorPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, shell, small) -> EditorPage:
    """The editor in a window that can have the keyboard."""
    shell.hide()
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    shell.show()
    shell.activateWindow()
    shell.edit(str(small))
    made = shell.page
    assert isinstance(made, EditorPage)
    made.text.area.setFocus()
    qtbot.waitUntil(made.text.area.hasFocus, timeout=2_000)
    yield made
    made.project.discard()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, CONTROL)


def spoil(qtbot, page: EditorPage, old: str, new: str) -> str:
    """Write a slip far down in the text, and return the text with it."""
    lines = page.workbook.texts()["scenario.yaml"].split("\n")
    row = next(n for n, line in enumerate(lines, 1) if old in line)
    column = lines[row - 1].index(old) + 1
    assert page.workbook.apply([Fix("scenario.yaml", row, column, row, column + len(old), new)])
    page.checking.start()
    qtbot.waitUntil(lambda: bool(page.text.findings.rows()), timeout=5_000)
    return page.workbook.texts()["scenario.yaml"]


@pytest.mark.ci
@pytest.mark.parametrize(
    ("button", "old", "new"),
    [
        ("fix", "to: [commander, water-chief]", "to: [comander, water-chief]"),
        ("fix_all", "form: slip", "form：slip"),
        ("make", "to: [commander, water-chief]", "to: [commander, nobody-here]"),
    ],
)
def test_what_a_button_mended_is_taken_back_with_the_key(qtbot, page, button, old, new):
    """The keyboard is in the text, at the place mended, and Ctrl+Z and Ctrl+Y do as they promise."""
    slip = spoil(qtbot, page, old, new)
    control = getattr(page.text.findings, button)
    assert control.isEnabled()
    control.setFocus()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.workbook.texts()["scenario.yaml"] != slip, timeout=5_000)
    mended = page.workbook.texts()["scenario.yaml"]
    qtbot.waitUntil(lambda: page.checking.draft.version == page.workbook.version, timeout=5_000)
    assert page.text.area.hasFocus()
    assert page.text.place()[1] > 1, "the place mended is shown"
    press(Qt.Key.Key_Z)
    assert page.workbook.texts()["scenario.yaml"] == slip
    press(Qt.Key.Key_Y)
    assert page.workbook.texts()["scenario.yaml"] == mended


@pytest.mark.parametrize("where", ["back", "outline", "findings", "tabs", "find", "form"])
def test_the_keys_work_wherever_the_keyboard_is(qtbot, page, where):
    """On a button, in a list, in a field where nothing was typed: the last edit goes and comes back."""
    before = page.workbook.texts()
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    after = page.workbook.texts()
    if where == "find":
        page.open_find()
    if where == "form":
        page.show_view("form")
        qtbot.waitUntil(lambda: bool(page.views["form"].rows), timeout=5_000)
    part = {
        "back": page.back,
        "outline": page.outline,
        "findings": page.text.findings.list,
        "tabs": page.tabs,
        "find": page.text.find_bar.sought,
        "form": next(iter(page.views["form"].rows.values())).input if where == "form" else None,
    }[where]
    part.setFocus()
    qtbot.waitUntil(part.hasFocus, timeout=2_000)
    press(Qt.Key.Key_Z)
    assert page.workbook.texts() == before
    press(Qt.Key.Key_Y)
    assert page.workbook.texts() == after


def test_what_is_typed_into_a_field_is_taken_back_there(qtbot, page):
    """A field with something of its own to undo keeps the key to itself."""
    assert page.workbook.apply([Fix("scenario.yaml", 1, 1, 1, 1, "# 一\n")])
    page.open_find()
    page.text.find_bar.sought.setFocus()
    QTest.keyClicks(page.text.find_bar.sought, "abc")
    press(Qt.Key.Key_Z)
    assert page.text.find_bar.sought.text() != "abc"
    assert page.workbook.texts()["scenario.yaml"].startswith("# 一")
