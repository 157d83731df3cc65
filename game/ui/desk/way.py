"""A button that leads from a line of text to the desk where one acts on it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from game.ui.bridge import Bridge
from game.ui.slots import weak_slot
from game.ui.widgets import put_away


class Way(QPushButton):
    """A button that leads to where one acts. Without words it is an arrow."""

    def __init__(self, bridge: Bridge, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._bridge = bridge
        self._desk = self._ref = ""
        self.setIcon(bridge.icons.icon("arrow", "text" if text else "accent"))
        self.setIconSize(bridge.icons.size())
        self.setProperty("icon_name", "arrow")
        self.setAutoDefault(False)
        if not text:
            self.setProperty("kind", "quiet")
            self.setToolTip(self.tr("去看"))
        self.clicked.connect(weak_slot(self._on_clicked))

    def lead(self, desk: str, ref: str, spoken: str) -> None:
        """Lead to a record on a desk; to no desk, the button is not shown."""
        self._desk, self._ref = desk, ref
        self.setAccessibleName(spoken)
        if desk:
            self.show()
        else:
            put_away(self)

    def _on_clicked(self) -> None:
        self._bridge.focus(self._desk, self._ref)
