"""The tabs of the editor's views: closer together where else some would be out of sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from game.ui.widgets import named, set_role


class ViewTabs(QTabBar):
    """A row of tabs; not a QTabWidget: its bar comes after its pages for the keyboard, against reading."""

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loose = 0
        """Width that all tabs need as they stand in a wide window, pixels."""
        self.setDrawBase(False)
        self.setExpanding(False)
        named(self, "editor.tabs", accessible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the tabs together or apart."""
        super().resizeEvent(event)
        if not self.property("tight"):
            self._loose = self.sizeHint().width()
        tight = self.width() < self._loose
        if tight is not bool(self.property("tight")):
            set_role(self, "tight", tight)
            # The bar measures its tabs anew when its style changes, and a property is none
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
