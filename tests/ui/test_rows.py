"""Lists whose rows stay: what they show, and where the focus goes when a row goes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from game.ui.widgets import Rows, show_new


@pytest.fixture
def page(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def rows(page):
    def make(_number):
        row = QLineEdit()
        page.layout().addWidget(row)
        return row

    return Rows(make)


def test_rows_are_kept_and_shown_again(page, rows):
    """Three, one, three: the same three, of which as many are seen as were asked for."""
    first = rows.take(3)
    show_new(page)
    assert all(row.isVisible() for row in first)
    assert rows.take(1) == first[:1]
    assert [row.isVisible() for row in rows.made] == [True, False, False]
    assert rows.shown == 1
    assert rows.take(3) == first
    assert all(row.isVisible() for row in first)


def test_a_row_put_away_does_not_keep_the_focus(page, rows, qtbot):
    """Keys must not go to what is not seen, nor to the next row by chance."""
    first, second = rows.take(2)
    show_new(page)
    page.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    rows.take(1)
    assert not second.hasFocus()
    assert not first.hasFocus()
