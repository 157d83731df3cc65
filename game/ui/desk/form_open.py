"""A field one may type into shows what there is to choose from as soon as it is clicked, as every other list does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QLineEdit


class OpensOnClick(QObject):
    """Watches the line of an editable list: the click that enters it opens the whole list and marks the words.

    Whoever types then overwrites them and sees the list shrink to what fits. `opening` says that the list comes.
    """

    opening = Signal()

    def __init__(self, combo: QComboBox, line: QLineEdit) -> None:
        super().__init__(combo)
        self._combo, self._line = combo, line
        self._entering = False
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the click that enters the field from those that put the cursor somewhere."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._entering = not self._line.hasFocus() or self._line.text() == self._combo.itemText(
                    self._combo.currentIndex()
                )
            elif event.type() is QEvent.Type.MouseButtonRelease and self._entering:
                self._open()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        completer = self._combo.completer()
        if completer is not None and not self._line.hasSelectedText():
            self._line.selectAll()
            self.opening.emit()
            completer.setCompletionPrefix("")
            completer.complete()
