"""Tab reaches what is in sight, whatever was chosen by other means in between."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from game.ui.focus_order import step
from game.ui.widgets import Segments, named


class Window(QMainWindow):
    """Goes by our order, as the program's window does."""

    def focusNextPrevChild(self, next):  # noqa: A002 - Qt's name
        return step(self, forward=next)


def test_a_row_of_buttons_is_reached_after_another_was_chosen(qtbot, theme):
    """Qt keeps Tab for the button that was down when the focus came; ours goes to the one that is down now."""
    window = Window()
    qtbot.addWidget(window)
    body = QWidget()
    column = QVBoxLayout(body)
    parts = Segments(theme, [("a", "甲"), ("b", "乙")], "parts", "部分")
    first, last = named(QLineEdit(), "first"), named(QLineEdit(), "last")
    for part in (first, parts, last):
        column.addWidget(part)
    window.setCentralWidget(body)
    window.show()
    window.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "parts.a"
    parts.choose("b")
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert window.focusWidget().objectName() == "parts.b"
