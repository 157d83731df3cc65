"""A row of controls in a narrow window: words give way to pictures, in an order, and come back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from uihelp import assert_named, settle

from game.ui.widgets import Elided, FoldingRow, Pill, button


def _set(row: FoldingRow, width: int) -> None:
    settle(row.parentWidget(), 600, 60)
    row.resize(width, 40)
    settle(row.parentWidget(), 600, 60)


def _row(qtbot, theme, icons) -> tuple[FoldingRow, list]:
    frame = QWidget()  # which has no layout: as wide as it is told to be
    qtbot.addWidget(frame)
    row = FoldingRow(theme, parent=frame)
    row.frame = frame  # held as long as the row
    parts = [
        button("查找", icons, "search", tip="Ctrl+F"),
        button("历史记录", icons, "review"),
        Pill(theme, icons, "没有保存", "warn", "edit"),
    ]
    for number, part in enumerate(parts, 1):
        row.add(part, fold=number)
    return row, parts


def test_words_give_way_in_their_order_and_come_back(qtbot, theme, icons):
    """Ever narrower, one after another loses its word and none is cut; wide again, all have theirs."""
    row, parts = _row(qtbot, theme, icons)
    _set(row, 600)
    whole = row.sizeHint().width()
    _set(row, whole)
    assert row.folded() == []
    seen = []
    for width in range(whole, row.minimumSizeHint().width() - 1, -1):
        _set(row, width)
        seen.append(len(row.folded()))
        assert row.folded() == parts[: len(row.folded())]
        assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
        assert max(part.geometry().right() for part in parts) < width
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2, 3}
    _set(row, whole)
    assert row.folded() == []
    assert (parts[0].text(), parts[0].toolTip()) == ("查找", "Ctrl+F")


def test_a_folded_control_still_says_what_it_is(qtbot, theme, icons):
    """Its name stays for a screen reader and its tooltip says the words; a pill tells its new state."""
    row, parts = _row(qtbot, theme, icons)
    _set(row, row.minimumSizeHint().width())
    assert row.folded() == parts
    assert_named(row)
    assert parts[0].toolTip() == "查找\nCtrl+F"
    assert parts[1].toolTip() == "历史记录"
    parts[2].set_state("已保存", "ok", "ok")
    assert parts[2].toolTip() == "已保存"


def test_a_title_is_read_before_the_words_of_what_has_a_picture(qtbot, theme, icons):
    """Where the title would be cut an ordinary control folds; a firm one keeps its word until it would be cut itself."""
    row, (plain, *_) = _row(qtbot, theme, icons)
    firm = button("试玩", icons, "play")
    title = Elided()
    title.setText("编辑：百日攻坚")
    row.add(title, 1)
    row.add(firm, fold=9, firm=True)
    _set(row, 900)
    whole = row.sizeHint().width()
    assert title.sizeHint().width() > title.minimumSizeHint().width()
    _set(row, whole)
    assert row.folded() == []
    _set(row, whole - 2)
    assert row.folded() == [plain]
    assert title.width() >= title.sizeHint().width()
    _set(row, row.minimumSizeHint().width() + firm.fontMetrics().horizontalAdvance("试玩"))
    assert firm not in row.folded()
