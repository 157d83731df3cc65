"""Words and their values in as many columns as have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from game.ui.theme import Theme
from game.ui.widgets.basic import NO_LIMIT, clear, label

_LONG = 12
"""Signs of a word that may be broken in large type."""
_SHORT = 9
"""Signs of a value that is never broken."""
_BROKEN = 7
"""Width in lines that a value needs which may break."""


class KeyValues(QWidget):
    """Pairs of a quiet word and its value, in one column or in as many of `columns` as have room."""

    def __init__(self, theme: Theme, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, columns
        self._pairs: tuple[tuple[str, ...], ...] = ()
        self._shape = (0, False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(1))

    def set_pairs(self, pairs: Sequence[tuple[str, str] | tuple[str, str, str]]) -> None:
        """Show (word, value) or (word, value, role) pairs."""
        self._pairs = tuple(pairs)
        self._fill(*self._fitting())

    def minimumSizeHint(self) -> QSize:
        """One column is enough, its long words broken: the others come below it."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._need(1, broken=True)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as have room."""
        super().resizeEvent(event)
        if (shape := self._fitting()) != self._shape:
            self._fill(*shape)

    def _fitting(self) -> tuple[int, bool]:
        """Return how many columns have room, and whether not even one has without breaking its words."""
        # Before a layout has given it a width nothing is known of the room
        room = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else NO_LIMIT
        for columns in range(self._columns, 0, -1):
            if self._need(columns) <= room:
                return columns, False
        return 1, True

    def _need(self, columns: int, *, broken: bool = False) -> int:
        """Return the width of so many columns, each as wide as its words; long values may break."""
        small, plain = QFontMetrics(self._theme.font("small")), QFontMetrics(self._theme.font())
        total = (2 * columns - 1) * self._theme.space(3)
        for column in range(columns):
            mine = self._pairs[column::columns]
            most = self._theme.px(_BROKEN)
            keys = [(pair[0], small.horizontalAdvance(pair[0])) for pair in mine]
            total += max((min(most, wide) if broken and len(key) > _LONG else wide for key, wide in keys), default=0)
            total += max((min(most, plain.horizontalAdvance(pair[1])) for pair in mine), default=0)
        return total

    def _fill(self, columns: int, tight: bool) -> None:
        self._shape = (columns, tight)
        clear(self._grid)
        for column in range(self._columns):
            self._grid.setColumnStretch(column * 2 + 1, int(column < columns))
        for number, pair in enumerate(self._pairs):
            row, column = divmod(number, columns)
            key = label(pair[0], "small", wrap=tight and len(pair[0]) > _LONG)
            # A number and its unit stay on one line
            value = label(pair[1], pair[2] if len(pair) == 3 else "", wrap=len(pair[1]) > _SHORT)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(key, row, column * 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, column * 2 + 1, Qt.AlignmentFlag.AlignTop)
