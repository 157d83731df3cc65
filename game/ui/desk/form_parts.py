"""Parts that the sheets of several desks share: an entity's diary, and what it moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from game.exercise.entities import Step
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.widgets import clear, label

CAUSES = 6


class DiaryList(QWidget):
    """The steps of an entity, the newest first."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(bridge.theme.space(3))
        self._grid.setVerticalSpacing(bridge.theme.space(1))
        self._grid.setColumnStretch(2, 1)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show steps: day, what, who and the note."""
        clear(self._grid)
        names = self._bridge.names
        for row, step in enumerate(reversed(steps)):
            self._grid.addWidget(label(names.date(step.day, week=False), "small"), row, 0)
            self._grid.addWidget(label(self._bridge.say(f"step.{step.what}"), "strong"), row, 1)
            note = names.title(step.note) if step.note else ""
            who = names.who(step.by) if step.by else ""
            words = self.tr("{who}：{note}").format(who=who, note=note) if who and note else who or note
            self._grid.addWidget(label(words, wrap=True), row, 2)
        if not steps:
            self._grid.addWidget(label(self.tr("还没有记录。"), "muted"), 0, 0, 1, 3)


def cause_lines(bridge: Bridge, view: View, ref: str) -> list[str]:
    """Return the figures that an entity moved, in the sentences of the catalogue, the newest first."""
    names = bridge.names
    found: list[str] = []
    for _turn, cause in view.causes:
        if cause.ref != ref or not cause.delta:
            continue
        figure = view.figures.get(cause.figure)
        unit = figure.unit if figure else "hours" if cause.figure.startswith("hours") else "permille"
        unit = "fen" if cause.figure == "funds_left" else unit
        change = ("+" if cause.delta > 0 else "-") + names.value(abs(cause.delta), unit)
        why = bridge.say(cause.code, source=names.title(ref), scope=names.title(cause.scope))
        found.append(f"{names.title(cause.scope)} {_word(bridge, cause.figure)} {change}  {why}")
    return found[:CAUSES]


def _word(bridge: Bridge, figure: str) -> str:
    """Name of a figure, or of a quantity where it is none."""
    code = f"quantity.{figure}"
    said = bridge.say(code)
    return said if said != code else bridge.names.figure(figure)
