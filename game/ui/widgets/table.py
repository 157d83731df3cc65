"""A table view over records with search, sort and a selection that survives a refresh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from game.ui.icons import Icons
from game.ui.models import RECORD_ROLE, Column, RecordFilter, RecordTableModel
from game.ui.theme import Theme
from game.ui.widgets.basic import named

T = TypeVar("T")


class RecordTable(QTableView, Generic[T]):
    """Rows of records. `picked` (record or None) follows the selection, `opened` (record) Enter and double click."""

    picked = Signal(object)
    opened = Signal(object)

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
        self.table_model: RecordTableModel[T] = RecordTableModel(columns, theme, icons, key, self)
        self.proxy = RecordFilter(self)
        self.proxy.setSourceModel(self.table_model)
        self.setModel(self.proxy)
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

    def set_records(self, records: Sequence[T]) -> None:
        """Show records; the selected one stays selected where it is still there."""
        self._keeping(lambda: self.table_model.set_records(records))
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

    def update_theme(self) -> None:
        """Take row height and column widths from the theme."""
        self.verticalHeader().setDefaultSectionSize(self._theme.px(1.5))
        self.verticalHeader().setMinimumSectionSize(self._theme.px(1.5))
        self.setIconSize(self._theme_icon())
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
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for number, column in enumerate(self.table_model.columns):
            if column.width < 0:
                header.setSectionResizeMode(number, mode.Stretch)
            elif column.width > 0:
                header.setSectionResizeMode(number, mode.Interactive)
                word = header.fontMetrics().horizontalAdvance(column.header) + self._theme.space(5)
                header.resizeSection(number, max(self._theme.px(column.width), word))
            else:
                header.setSectionResizeMode(number, mode.Interactive)
                wide = max(self.sizeHintForColumn(number), header.sectionSizeHint(number)) + self._theme.space(2)
                header.resizeSection(number, min(wide, self._theme.px(16)))

    def _on_selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._quiet:
            self.picked.emit(self.selected())

    def _on_activated(self, index: QModelIndex) -> None:
        # Reached by Tab a row is current but not selected yet, and in a list of one no arrow key would select it
        flags = self.selectionModel().SelectionFlag
        if not self.selectionModel().isSelected(index):
            self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        self.opened.emit(index.data(RECORD_ROLE))
