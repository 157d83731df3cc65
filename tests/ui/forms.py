"""The form as a hand uses it: fields found, written, picked; and which lines of the text that changed."""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from uihelp import settle

from game.ui.editor.form import FormView
from game.ui.editor.form_row import TextField

MAIN = "scenario.yaml"


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


def typed(page, view: FormView, end: str, words: str) -> None:
    """Type into a list that is searched, and leave it."""
    field = row(view, end).input
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().setText(words)
    field.lineEdit().editingFinished.emit()
    settle(page)
