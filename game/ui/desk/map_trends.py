"""How the figures of a place went: name, line and values in one row or, where that is too narrow, in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from game.ui.theme import Theme
from game.ui.widgets import Sparkline, label

_LINE = 4
"""Least a line is wide beside its name and figures, ems: a shorter one shows no course."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure's name, its course as (day, value), its first and last value in words, and all of it in a sentence."""

    name: str
    course: Sequence[tuple[int, int]]
    span: str
    words: str


class TrendRows(QWidget):
    """Trends below each other."""

    def __init__(self, theme: Theme, trends: Sequence[Trend], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[QLabel, Sparkline, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(0)
        for trend in trends:
            line = Sparkline(theme)
            line.set_course(trend.course, None, trend.words)
            line.setToolTip(trend.words)
            self._rows.append((label(trend.name, "small"), line, label(trend.span, "small")))
        self.stacked = False
        """Whether a line stands below its name and figures."""
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Return the size of what stands in two rows, which is the narrowest."""
        gap = self._grid.horizontalSpacing()
        width = max((a.sizeHint().width() + gap + c.sizeHint().width() for a, _, c in self._rows), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lines where they have room."""
        super().resizeEvent(event)
        stacked = self.width() < self._beside()
        if stacked is not self.stacked:
            self.stacked = stacked
            self._place()

    def _beside(self) -> int:
        """Return the width that names, lines and figures need beside each other."""
        names = max((name.sizeHint().width() for name, _, _ in self._rows), default=0)
        spans = max((span.sizeHint().width() for _, _, span in self._rows), default=0)
        return names + spans + 2 * self._grid.horizontalSpacing() + self._theme.px(_LINE)

    def _place(self) -> None:
        right, grid = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._grid
        for number, (name, line, span) in enumerate(self._rows):
            row = 2 * number
            grid.addWidget(name, row, 0)
            grid.addWidget(span, row, 2, right)
            if self.stacked:
                grid.addWidget(line, row + 1, 0, 1, 3)
            else:
                grid.addWidget(line, row, 1)
        grid.setColumnStretch(1, 1)
