"""Tables of records: one model for every list in the window, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from game.ui.icons import Icons
from game.ui.theme import Theme

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = int(Qt.ItemDataRole.UserRole)
SORT_ROLE = RECORD_ROLE + 1
_NOWHERE = QModelIndex()

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: what it is called, what it shows, how it sorts."""

    header: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    """Sort key; the text when left out."""
    align: Literal["left", "right", "center"] = "left"
    width: float = 0
    """Width in line heights; 0 fits the contents, -1 takes what is left."""
    icon: Callable[[T], tuple[str, str] | None] | None = None
    """(icon name, semantic colour) before the text."""
    tone: Callable[[T], str | None] | None = None
    """Semantic colour of the text; never the only sign of a state."""
    bold: Callable[[T], bool] | None = None
    tip: Callable[[T], str] | None = None
    spoken: Callable[[T], str] | None = None
    """What a screen reader says; header and text when left out."""
    spare: bool = False
    """Left out where the table would else scroll sideways; the tip of the row says it then."""
    extra: bool = False
    """Left out already where words of other columns would be cut."""


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Rows of frozen records seen through columns; `key` names a record across refreshes."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        theme: Theme,
        icons: Icons,
        key: Callable[[T], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._theme = theme
        self._icons = icons
        self._key = key or (lambda record: getattr(record, "id", record))
        self._rows: tuple[T, ...] = ()

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The columns shown."""
        return self._columns

    @property
    def records(self) -> tuple[T, ...]:
        """The records in their own order."""
        return self._rows

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns of the same records."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def set_records(self, records: Sequence[T], *, alone: bool = False) -> bool:
        """Show other records; where the same keys come again only their data changes. True when rows were reset.

        `alone` says that a row's words hang on its record alone, so that those of equal records stay as they are.
        """
        fresh = tuple(records)
        if fresh and [self._key(r) for r in fresh] == [self._key(r) for r in self._rows]:
            before, self._rows = self._rows, fresh
            last = len(self._columns) - 1
            if alone:
                for row, (old, new) in enumerate(zip(before, fresh, strict=True)):
                    if old != new:
                        self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            else:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, last))
            return False
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()
        return True

    def record(self, row: int) -> T:
        """Return the record of a row."""
        return self._rows[row]

    def key_of(self, record: T) -> object:
        """Return what names a record across refreshes."""
        return self._key(record)

    def row_of(self, key: object) -> int:
        """Return the row of a key, -1 where there is none."""
        return next((row for row, record in enumerate(self._rows) if self._key(record) == key), -1)

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows: one per record."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns as described."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headers of the columns; rows have none."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[self._columns[section].align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says and sorts by."""
        if not index.isValid():
            return None
        record, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == RECORD_ROLE:
            return record
        if role == SORT_ROLE:
            return column.sort(record) if column.sort else column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(record) if column.tip else column.text(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(record) if column.spoken else f"{column.header}: {column.text(record)}"
        return self._look(record, column, role)

    def _look(self, record: T, column: Column[T], role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and column.tone and (tone := column.tone(record)):
            return self._theme.color(tone)
        if role == Qt.ItemDataRole.DecorationRole and column.icon and (drawn := column.icon(record)):
            return self._icons.pixmap(drawn[0], drawn[1])
        if role == Qt.ItemDataRole.FontRole and column.bold and column.bold(record):
            return self._theme.font("body", bold=True)
        return None


class RecordFilter(QSortFilterProxyModel):
    """Sorts by the columns' keys and keeps rows whose text contains every word sought and that a predicate admits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self._words: tuple[str, ...] = ()
        self._admits: Callable[[Any], bool] | None = None

    def seek(self, text: str) -> None:
        """Keep rows that contain every word of the text in some column."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def admit(self, predicate: Callable[[Any], bool] | None) -> None:
        """Keep records the predicate is true of."""
        self.beginFilterChange()
        self._admits = predicate
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row stays."""
        del source_parent
        model = self.sourceModel()
        if not isinstance(model, RecordTableModel):
            return True
        record = model.record(source_row)
        if self._admits is not None and not self._admits(record):
            return False
        if not self._words:
            return True
        line = " ".join(column.text(record) for column in model.columns).casefold()
        return all(word in line for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Compare by sort keys, which may be any values that compare."""
        left, right = source_left.data(SORT_ROLE), source_right.data(SORT_ROLE)
        return bool(left < right)


def mark(good: int) -> tuple[str, str]:
    """Return (icon, tone) for good, bad or neither: shape and colour always go together."""
    return {1: ("ok", "ok"), -1: ("warn", "warn")}.get(good, ("even", "muted"))
