"""A table view over records with search, sort and a selection that survives a refresh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from game.ui.icons import Icons
from game.ui.models import RECORD_ROLE, Column, RecordFilter, RecordTableModel
from game.ui.theme import Theme
from game.ui.widgets.basic import named

T = TypeVar("T")

_MEASURED = 60
"""Rows whose words decide how wide a column is."""
_WIDEST = 16
"""Most a column takes for its words, in lines; longer ones end in an ellipsis and stand in the tooltip."""
_LEAST = 7
"""Least the column that takes what is left keeps in a narrow table, in lines; the table scrolls sideways then."""


class ToneDelegate(QStyledItemDelegate):
    """Draws cells in the colour their column gives them, those of a selected row as well."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Keep the tone where the style would take the colour of selected text."""
        super().initStyleOption(option, index)
        if (tone := index.data(Qt.ItemDataRole.ForegroundRole)) is not None:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, tone)


class RecordTable(QTableView, Generic[T]):
    """Rows of records. `picked` (record or None) follows the selection, `opened` (record) Enter and double click.

    `fitted` follows a change of which columns there is room for, and of their widths.
    """

    picked = Signal(object)
    opened = Signal(object)
    fitted = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        theme: Theme,
        icons: Icons,
        *,
        name: str = "",
        accessible: str = "",
        key: Callable[[T], object] | None = None,
        multi: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._day = -1
        self.table_model: RecordTableModel[T] = RecordTableModel(columns, theme, icons, key, self)
        self.proxy = RecordFilter(self)
        self.proxy.setSourceModel(self.table_model)
        self.setModel(self.proxy)
        self.setItemDelegate(ToneDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multi else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.activated.connect(self._on_activated)
        named(self, name, accessible)
        self.update_theme()

    def set_records(self, records: Sequence[T], day: int = -1) -> None:
        """Show records; the selected one stays selected where it is still there.

        `day` is that of the view where what is said of a record hangs on nothing else.
        """
        fresh = tuple(records)
        if fresh and fresh == self.table_model.records:
            if day < 0 or day != self._day:
                self._day = day
                self.viewport().update()
            return
        alone, self._day = 0 <= day == self._day, day
        self._keeping(lambda: self.table_model.set_records(fresh, alone=alone))
        self._fit_columns()

    def selected(self) -> T | None:
        """Return the selected record."""
        chosen = self.selected_all()
        return chosen[0] if chosen else None

    def selected_all(self) -> list[T]:
        """Return the selected records in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.proxy.index(row, 0).data(RECORD_ROLE) for row in rows]

    def select(self, key: object) -> bool:
        """Select a record by its key and bring it into sight; False where it is not shown."""
        self.clearSelection()
        return self._select(key)

    def seek(self, text: str) -> None:
        """Keep rows that contain every word."""
        self._keeping(lambda: self.proxy.seek(text))

    def admit(self, predicate: Callable[[Any], bool] | None) -> None:
        """Keep records a predicate is true of."""
        self._keeping(lambda: self.proxy.admit(predicate))

    def shown(self) -> int:
        """Return how many rows the filters leave."""
        return self.proxy.rowCount()

    def told(self, index: QModelIndex) -> str:
        """Return what is said of a cell that is pointed at: also the columns that have no room."""
        record = index.data(RECORD_ROLE)
        spared = [c for n, c in enumerate(self.table_model.columns) if self.isColumnHidden(n)]
        own = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        return "\n".join([own, *(f"{c.header}  {c.text(record)}" for c in spared)]).strip()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of a row what its table has no room for."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid():
                QToolTip.showText(event.globalPos(), self.told(index), self.viewport(), self.visualRect(index))
                return True
        return super().viewportEvent(event)

    def update_theme(self) -> None:
        """Take row height and column widths from the theme."""
        self.verticalHeader().setDefaultSectionSize(self._theme.px(1.5))
        self.verticalHeader().setMinimumSectionSize(self._theme.px(1.5))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(1))
        self.setIconSize(self._theme_icon())
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit_columns()

    def _theme_icon(self) -> Any:
        from PySide6.QtCore import QSize

        side = self._theme.px(0.9)
        return QSize(side, side)

    def _keeping(self, change: Callable[[], object]) -> None:
        """Change the rows; who listens hears only of a selection that is gone."""
        keys = [self.table_model.key_of(record) for record in self.selected_all()]
        nested, self._quiet = self._quiet, True
        change()
        if keys and not self.selected_all():
            for key in keys:
                self._select(key)
        self._quiet = nested
        if keys and not nested and not self.selected_all():
            self.picked.emit(None)

    def _select(self, key: object) -> bool:
        row = self.table_model.row_of(key)
        index = self.proxy.mapFromSource(self.table_model.index(row, 0)) if row >= 0 else QModelIndex()
        if not index.isValid():
            return False
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().select(index, flags.Select | flags.Rows)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)
        return True

    def _fit_columns(self) -> None:
        """Give each column the width asked for or what its words need; what is left goes to those that take it."""
        header, columns, theme = self.horizontalHeader(), self.table_model.columns, self._theme
        room = self.viewport().width()
        needs = [min(self._need(number), theme.px(_WIDEST)) for number in range(len(columns))]
        wide = [max(need, theme.px(column.width)) for need, column in zip(needs, columns, strict=True)]
        extra = [number for number, column in enumerate(columns) if column.extra]
        if sum(wide) > room:
            for number in extra:
                needs[number] = wide[number] = 0
        gone = {number for number in extra if wide[number] == 0}
        if sum(wide) > room:
            wide = needs
        if sum(wide) > room:  # the longest words end in an ellipsis before the table scrolls sideways
            wide = [min(need, self._least(number)) for number, need in enumerate(needs)]
        for number in reversed(range(len(columns))):
            spared = columns[number].spare and sum(wide) > room
            self.setColumnHidden(number, spared or number in gone)
            if spared:
                needs[number] = wide[number] = 0
        # What the narrow ones still leave goes to those that were cut
        lack, left = [need - width for need, width in zip(needs, wide, strict=True)], room - sum(wide)
        if left > 0 and (missing := sum(max(0, one) for one in lack)) > 0:
            share = min(1.0, left / missing)
            wide = [width + int(max(0, one) * share) for width, one in zip(wide, lack, strict=True)]
        takers = [number for number, column in enumerate(columns) if column.width < 0]
        if takers and all(map(self.isColumnHidden, takers)):
            takers = [0]
        # First to those of them whose words were cut, then to all alike
        short = [max(0, self._need(number) - wide[number]) for number in takers]
        if (left := max(0, room - sum(wide))) > 0 and sum(short) > 0:
            share = min(1.0, left / sum(short))
            for number, lacking in zip(takers, short, strict=True):
                wide[number] += int(lacking * share)
        left = max(0, room - sum(wide))
        for place, number in enumerate(takers):
            wide[number] += left // len(takers) + (left % len(takers) if place == 0 else 0)
        for number, width in enumerate(wide):
            if self.isColumnHidden(number):
                continue
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, width)
        self.fitted.emit()

    def _least(self, number: int) -> int:
        """Return the width below which a column is not squeezed."""
        width = self.table_model.columns[number].width
        if width > 0:
            return max(self._theme.px(width), self._word(number))
        return self._theme.px(_LEAST if width < 0 else _WIDEST)

    def _word(self, number: int) -> int:
        """Return the width of a column's header."""
        header = self.horizontalHeader()
        return header.fontMetrics().horizontalAdvance(self.table_model.columns[number].header) + self._theme.space(5)

    def _need(self, number: int) -> int:
        """Return the width that a column's header and words need."""
        column, theme = self.table_model.columns[number], self._theme
        plain, strong = QFontMetrics(theme.font()), QFontMetrics(theme.font("body", bold=True))
        picture = self.iconSize().width() + theme.space(2)
        widest = 0
        for record in self.table_model.records[:_MEASURED]:
            metrics = strong if column.bold and column.bold(record) else plain
            words = metrics.horizontalAdvance(column.text(record))
            widest = max(widest, words + (picture if column.icon and column.icon(record) else 0))
        return max(self._word(number), widest + theme.space(4))

    def _on_selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._quiet:
            self.picked.emit(self.selected())

    def _on_activated(self, index: QModelIndex) -> None:
        # Reached by Tab a row is current but not selected yet, and in a list of one no arrow key would select it
        flags = self.selectionModel().SelectionFlag
        if not self.selectionModel().isSelected(index):
            self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        self.opened.emit(index.data(RECORD_ROLE))
