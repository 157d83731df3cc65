"""Lists that are filled again and again: their rows stay and take new words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from game.ui.widgets.basic import put_away

W = TypeVar("W", bound=QWidget)
_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def tell(target: QLabel, text: str) -> None:
    """Change the words of a label; without any it takes no room."""
    target.setText(text)
    target.setVisible(bool(text))


class Rows(Generic[W]):
    """Widgets of one kind, made when there are too few and hidden when there are too many.

    To give a row other words costs a tenth of making it. `make` adds each new row to its layout.
    """

    def __init__(self, make: Callable[[int], W]) -> None:
        self._make = make
        self.made: list[W] = []
        """Every row there is, in order."""
        self.shown = 0
        """How many of them are in use."""

    def take(self, count: int) -> list[W]:
        """Return so many rows in their order, all shown; the others are put away."""
        while len(self.made) < count:
            self.made.append(self._make(len(self.made)))
        for row in self.made[count:]:
            put_away(row)
        self.shown = count
        shown = self.made[:count]
        for row in shown:
            if row.isHidden() and row.testAttribute(_TOLD):  # a new one is shown with everything new
                row.show()
        return shown
