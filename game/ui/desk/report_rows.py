"""Rows of the turn report: they stay from turn to turn and take new words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.views.shape import FigureView
from game.ui.bridge import Bridge
from game.ui.desk.way import Way
from game.ui.i18n import translate
from game.ui.widgets import Sparkline, label, set_role, spaced, tell


class NewsRow(QWidget):
    """A line of what else happened, with a heading above it where a group begins."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        column = spaced(QVBoxLayout(self), bridge.theme, 0, 1)
        self._heading = label(parent=self)
        column.addWidget(self._heading)
        row = spaced(QHBoxLayout(), bridge.theme, 0, 2)
        self._picture = QLabel(self)
        self._sentence = label(wrap=True, parent=self)
        self._way = Way(bridge, parent=self)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._way)
        column.addLayout(row)

    def show_line(self, sentence: str, look: tuple[str, str], heading: tuple[str, str], way: tuple[str, str]) -> None:
        """Show a sentence; `look` is its icon and colour, `heading` words and role, `way` desk and record."""
        tell(self._heading, heading[0])
        set_role(self._heading, "role", heading[1])
        self._picture.setPixmap(self._bridge.icons.pixmap(*look))
        self._sentence.setText(sentence)
        self._way.lead(*way, self.tr("去看：{what}").format(what=sentence))


class WaitingRow(QWidget):
    """A matter that waits: how urgent it is, what it is, its kind and date."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        row = spaced(QHBoxLayout(self), bridge.theme, 0, 2)
        self._picture = QLabel(self)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(QVBoxLayout(), bridge.theme, 0, 0)
        self._title = label(wrap=True, parent=self)
        self._facts = label("", "small", parent=self)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row.addLayout(words, 1)
        self._way = Way(bridge, parent=self)
        row.addWidget(self._way)

    def show_matter(self, title: str, facts: str, look: tuple[str, str], way: tuple[str, str]) -> None:
        """Show a matter; `look` is its icon and colour, `way` desk and record."""
        self._picture.setPixmap(self._bridge.icons.pixmap(*look))
        self._title.setText(title)
        self._facts.setText(facts)
        self._way.lead(*way, self.tr("去办：{what}").format(what=title))


class FigureRow:
    """A figure that moved, in a row of a grid: name, value, change, course and the way to its causes."""

    def __init__(self, bridge: Bridge, grid: QGridLayout, number: int, parent: QWidget) -> None:
        self._name = label(parent=parent)
        self._value = label("", "strong", parent=parent)
        self._change = label(parent=parent)
        self._course = Sparkline(bridge.theme, parent)
        self._way = Way(bridge, parent=parent)
        grid.addWidget(self._name, number, 0)
        grid.addWidget(self._value, number, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._change, number, 2)
        grid.addWidget(self._course, number, 3)
        grid.addWidget(self._way, number, 4)
        self.put_away()

    def show_figure(self, figure: FigureView, name: str, value: str, change: tuple[str, str]) -> None:
        """Show a figure; `change` is its words and their role."""
        self._name.setText(name)
        self._value.setText(value)
        self._change.setText(change[0])
        set_role(self._change, "role", change[1])
        spoken = translate("FigureRow", "{figure}走势，现为{value}").format(figure=name, value=value)
        self._course.set_course(figure.course, figure.target, spoken)
        for part in (self._name, self._value, self._change, self._course):
            part.show()
        self._way.lead("figures", figure.id, translate("FigureRow", "为什么：{figure}").format(figure=name))

    def put_away(self) -> None:
        """Leave the row empty."""
        for part in (self._name, self._value, self._change, self._course):
            part.hide()
        self._way.lead("", "", "")
