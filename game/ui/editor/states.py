"""The phases of the campaigns and what leads from one to the next, a tab of the editor."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from game.authoring.draft_tree import DraftTree
from game.ui.editor.graphic import GraphicView
from game.ui.editor.states_canvas import StatesCanvas, steps
from game.ui.icons import Icons
from game.ui.theme import Theme


class StatesView(GraphicView):
    """A press on a phase or a condition goes to its place in the text."""

    name: ClassVar[str] = "states"

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.chart = StatesCanvas(theme, self.stack)
        self.set_picture(self.chart)
        self.chart.opened.connect(self.open)

    def title(self) -> str:
        """Return the tab's title."""
        return self.tr("阶段图")

    def show_tree(self, tree: DraftTree) -> bool:
        """Show the phases of a draft."""
        found = steps(tree)
        if not found:
            self.show_nothing(self.tr("还没有阶段"), self.tr("在正文里写一个战役和它的阶段，这里就画出来。"))
            return False
        days = sum(step.days for step in found)
        self.hint.setText(
            self.tr("{count} 个阶段，计划共{days}天；点一下看正文，上下键走，回车打开。").format(
                count=len(found), days=days
            )
        )
        self.chart.show_steps(found)
        return True

    def open(self, key: str) -> None:
        """Show a phase or its condition in the text."""
        self.place_asked.emit(*self.chart.place(key))
