"""Tables of records: sound models, sorting, a selection that stays, columns that give way."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from uihelp import settle

from game.ui.models import Column
from game.ui.widgets import RecordTable


@dataclass(frozen=True)
class Row:
    id: str
    title: str
    count: int


def _columns() -> list[Column[Row]]:
    return [
        Column("名称", lambda r: r.title, width=-1),
        Column(
            "数",
            lambda r: str(r.count),
            lambda r: r.count,
            "right",
            icon=lambda r: ("warn", "warn") if r.count > 2 else None,
        ),
    ]


ROWS = (Row("a", "青杉乡", 3), Row("b", "云岭镇", 20), Row("c", "石禾乡", 1))


def test_record_model_is_a_sound_model(qtmodeltester, qtbot, theme, icons):
    """The generic model and its filter keep Qt's contract, before and after the rows change."""
    table = RecordTable(_columns(), theme, icons, name="t", accessible="表")
    qtbot.addWidget(table)
    table.set_records(ROWS)
    qtmodeltester.check(table.table_model)
    qtmodeltester.check(table.proxy)
    table.set_records(ROWS[1:])
    table.seek("云")
    qtmodeltester.check(table.proxy)

    assert table.shown() == 1


def test_numbers_sort_as_numbers(qtbot, theme, icons):
    """20 comes after 3 although its text comes before."""
    table = RecordTable(_columns(), theme, icons)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    assert [table.proxy.index(n, 1).data() for n in range(3)] == ["1", "3", "20"]


def test_selection_survives_a_refresh(qtbot, theme, icons):
    """New records with the same keys keep what the user selected, without telling again."""
    table = RecordTable(_columns(), theme, icons)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.select("b")
    heard: list[object] = []
    table.picked.connect(heard.append)
    table.set_records([ROWS[2], replace(ROWS[1], count=21)])

    assert table.selected() == Row("b", "云岭镇", 21)
    assert heard == []


def test_selection_lost_is_told(qtbot, theme, icons):
    """When the selected record is gone, whoever shows it hears of it."""
    table = RecordTable(_columns(), theme, icons)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.select("b")
    heard: list[object] = []
    table.picked.connect(heard.append)
    table.set_records([ROWS[0]])

    assert heard == [None]


def test_cells_speak(qtbot, theme, icons):
    """A screen reader hears the header with the value."""
    table = RecordTable(_columns(), theme, icons)
    qtbot.addWidget(table)
    table.set_records(ROWS)

    assert table.table_model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "数: 3"


# Widgets


def test_a_table_draws_only_the_rows_that_changed(qtbot, theme, icons):
    """Within a day equal records are left alone; on another day what is said of them may differ, so all are drawn."""
    table = RecordTable(_columns(), theme, icons)
    qtbot.addWidget(table)
    table.set_records(ROWS, 3)
    drawn: list[int] = []
    table.table_model.dataChanged.connect(lambda first, last: drawn.extend(range(first.row(), last.row() + 1)))
    changed = [ROWS[0], replace(ROWS[1], count=21), *ROWS[2:]]
    table.set_records(changed, 3)
    assert drawn == [1]
    assert table.table_model.record(1).count == 21
    table.set_records([*changed[:-1], replace(changed[-1], count=5)], 4)
    assert drawn == [1, *range(len(ROWS))]


def test_no_signal_is_left_connected_to_a_dead_table(qtbot, theme, icons):
    """A table that is gone leaves nothing behind that a signal could call."""
    table = RecordTable(_columns(), theme, icons)
    ref = weakref.ref(table)
    table.set_records(ROWS)
    table.deleteLater()
    del table
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert ref() is None


def test_a_spare_column_gives_way_before_the_table_scrolls_sideways(qtbot, theme, icons):
    """In a narrow table it is left out, its room goes to the first and the tip says it; in a wide one it is there."""
    first, second = _columns()
    day: Column[Row] = Column("截至", lambda _r: "2020年11月30日", width=-1, spare=True)
    table = RecordTable([replace(first, width=6), second, day], theme, icons, name="t", accessible="t")
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.resize(theme.px(60), theme.px(20))
    table.show()
    assert not table.isColumnHidden(2)
    table.resize(theme.px(9), theme.px(20))
    QCoreApplication.processEvents()
    assert table.isColumnHidden(2)
    assert table.horizontalScrollBar().maximum() == 0
    header = table.horizontalHeader()
    assert header.sectionSize(0) + header.sectionSize(1) == table.viewport().width()
    assert "截至  2020年11月30日" in table.told(table.proxy.index(0, 0))
    table.resize(theme.px(60), theme.px(20))
    assert not table.isColumnHidden(2)
    assert "截至" not in table.told(table.proxy.index(0, 0))


def test_the_selected_row_keeps_its_tones(qtbot, theme, icons):
    """A warning is red in the row that is chosen as in any other."""
    columns = [Column("名称", lambda r: r.title, width=-1, tone=lambda r: "overdue" if r.count > 9 else None)]
    table = RecordTable(columns, theme, icons, name="t", accessible="表")
    qtbot.addWidget(table)
    table.set_records(ROWS)
    settle(table, 300, 200)

    def drawn() -> set[str]:
        cell = table.visualRect(table.proxy.index(1, 0))
        image = table.viewport().grab(cell).toImage()
        return {
            image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
        }  # fmt: skip

    assert theme.css("overdue") in drawn()
    table.select("b")
    settle(table, 300, 200)
    assert theme.css("accent_soft") in drawn()
    assert theme.css("overdue") in drawn()
