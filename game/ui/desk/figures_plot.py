"""One figure's course in full: the whole width, a point for every turn, and the value under the hand or the keys.

Drawn with pyqtgraph, which is imported when the first such chart is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.desk.figures_labels import free_place
from game.ui.desk.figures_rows import Row
from game.ui.pictures import PictureButton
from game.ui.widgets import button, label, named, spaced


def _unlike(texts: Sequence[str]) -> list[str]:
    """Return the texts of an axis with those that repeat the one before left out."""
    return [text if number == 0 or text != texts[number - 1] else "" for number, text in enumerate(texts)]


class PlotPage(QWidget):
    """A large chart of a row of the figures. Left and right go from turn to turn, Escape leaves (`closed`)."""

    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._row: Row | None = None
        self._at = -1
        self.view: Any = None
        theme = bridge.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(self, "figures.plot", self.tr("走势图"), self.tr("左右方向键逐回合看数，滚轮缩放，拖动平移，0 看全程。"))
        self._column = spaced(QVBoxLayout(self), theme, 3, 2)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._title = label("", "heading")
        self.readout = named(label("", "strong"), "figures.plot.readout")
        self.pictures = PictureButton(bridge.icons, bridge.prompts, "figures.plot.picture", self.tr("走势图"))
        self.pictures.told.connect(bridge.notice)
        self.back = button(self.tr("回到数字一览"), bridge.icons, "back", name="figures.plot.back", tip=self.tr("Esc"))
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.readout)
        head.addWidget(self.pictures)
        self._column.addLayout(head)

    def show_row(self, row: Row) -> None:
        """Show a figure; the chart is made now if it is the first."""
        if self.view is None:
            self._build()
        if self._row == row:
            return
        fresh = self._row is None or self._row.id != row.id
        self._row = row
        days, values = [day for day, _ in row.course], [value for _, value in row.course]
        self._title.setText(row.name)
        self.pictures.title = row.name
        self._line.setData(days, values)
        self._target.setVisible(row.target_value is not None)
        if row.target_value is not None:
            self._target.setValue(row.target_value)
            self._target.label.setFormat(self.tr("目标 {value}").format(value=row.target))
            self._target.label.setPosition(free_place(row.course, row.target_value))
        self._texts(row)
        if fresh:
            self.fit()
        self.read(len(row.course) - 1)

    def fit(self) -> None:
        """Show the whole course with its target."""
        if self._row is None or not self._row.course:
            return
        values = [value for _, value in self._row.course]
        if self._row.target_value is not None:
            values.append(self._row.target_value)
        low, high = min(values), max(values)
        edge = max(1, (high - low) // 12)
        days = self._row.course[0][0], max(self._row.course[-1][0], self._row.course[0][0] + 1)
        self._box.setRange(xRange=days, yRange=(low - edge, high + edge), padding=0.02)

    def read(self, place: int) -> None:
        """Say the value of a turn and mark it; `place` counts the points of the course."""
        row = self._row
        if row is None or not row.course:
            return
        self._at = min(len(row.course) - 1, max(0, place))
        day, value = row.course[self._at]
        text = self.tr("{date}：{value}").format(date=self._bridge.names.date(day), value=row.say(value))
        self.readout.setText(text)
        self.readout.setAccessibleName(text)
        self._spot.setData([day], [value])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from turn to turn, show all, or leave."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.read(self._at + step)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Helpers

    def _build(self) -> None:
        import pyqtgraph as pg

        theme = self._bridge.theme
        ink, muted = theme.color("text"), theme.color("muted")
        self.view = pg.GraphicsView(parent=self, background=theme.color("surface"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys belong to the page
        self.view.setAntialiasing(True)
        named(self.view, "figures.plot.view", self.tr("走势图"))
        grid = pg.GraphicsLayout()
        self.view.setCentralItem(grid)
        self._box = pg.ViewBox(enableMenu=False)
        self._left = pg.AxisItem("left", pen=muted, textPen=ink)
        self._bottom = pg.AxisItem("bottom", pen=muted, textPen=ink)
        for axis in (self._left, self._bottom):
            axis.setStyle(tickFont=theme.font("small"), autoExpandTextSpace=True)
            axis.enableAutoSIPrefix(enable=False)
            axis.setGrid(40)
            axis.linkToView(self._box)
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        self._line = pg.PlotDataItem(
            pen=pg.mkPen(theme.color("accent"), width=2.4), symbol="o", symbolSize=6,
            symbolBrush=theme.color("surface"), symbolPen=pg.mkPen(theme.color("accent"), width=1.4),
        )  # fmt: skip
        self._spot = pg.PlotDataItem(pen=None, symbol="o", symbolSize=12, symbolBrush=theme.color("accent"))
        self._target = pg.InfiniteLine(
            angle=0, pen=pg.mkPen(theme.color("ok"), width=1.6, style=Qt.PenStyle.DashLine), label="",
            labelOpts={"position": 0.06, "color": theme.color("ok"), "anchors": [(0, 1), (0, 1)]},
        )  # fmt: skip
        for item in (self._line, self._target, self._spot):
            self._box.addItem(item)
        self.view.scene().sigMouseMoved.connect(self._on_moved)
        self.pictures.show_of(self.view)
        self._column.addWidget(self.view, 1)

    def _texts(self, row: Row) -> None:
        say, date = row.say, self._bridge.names.date

        def values(ticks: Sequence[float], _scale: float, _spacing: float) -> list[str]:
            return _unlike([say(round(tick)) for tick in ticks])

        def days(ticks: Sequence[float], _scale: float, _spacing: float) -> list[str]:
            return _unlike([date(round(tick), week=False) if tick >= 0 else "" for tick in ticks])

        self._say(self._left, values)
        self._say(self._bottom, days)

    @staticmethod
    def _say(axis: Any, words: Callable[..., list[str]]) -> None:
        axis.tickStrings = words
        axis.picture = None
        axis.update()

    def _on_moved(self, spot: QPointF) -> None:
        if self._row is None or not self._row.course:
            return
        day = self._box.mapSceneToView(spot).x()
        days = [one for one, _ in self._row.course]
        place = min(len(days) - 1, bisect_left(days, day))
        if place and day - days[place - 1] < days[place] - day:
            place -= 1
        if place != self._at:
            self.read(place)
