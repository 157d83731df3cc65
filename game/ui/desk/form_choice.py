"""One of several: a list that opens, shows whole words and may be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)

from game.ui.desk.form_open import OpensOnClick
from game.ui.widgets import named

_INNER = 2
"""Pixels that Qt leaves between the edge of a line and its words."""


class EndsInDots(QLineEdit):
    """A line that says by an ellipsis that there is more than it shows, until one types in it."""

    def shown(self) -> str:
        """Return the words that have room."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._area().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, or as many of them as have room."""
        if self.hasFocus() or (words := self.shown()) == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._area(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _area(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return area.marginsRemoved(self.textMargins()).adjusted(_INNER, 0, -_INNER, 0)


class Choice(QComboBox):
    """One of several, by id; `chosen` carries the id. With `search` one may type any part of the words."""

    chosen = Signal(str)

    def __init__(self, name: str, accessible: str, *, search: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        named(self, name, accessible)
        self._options: tuple[tuple[str, str], ...] = ()
        if search:
            self.setEditable(True)
            self.setLineEdit(EndsInDots(self))
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            if (completer := self.completer()) is not None:
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            if (line := self.lineEdit()) is not None:
                line.editingFinished.connect(self._on_left)
                line.textEdited.connect(self.widen)
                OpensOnClick(self, line).opening.connect(self.widen)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (id, words) pairs; the chosen one stays where it is still offered."""
        fresh = tuple(options)
        if fresh == self._options:
            return
        keep = self.value()
        self._options = fresh
        self.blockSignals(True)
        self.clear()
        for key, words in fresh:
            self.addItem(words, key)
        self.blockSignals(False)
        self.set_value(keep)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words with an ellipsis where there is no room for all of them."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ComboBox
        field = self.style().subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        room = field.width() - (option.iconSize.width() + 4 if not option.currentIcon.isNull() else 0)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room - 4)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Show the list as wide as its words, as far as the window reaches."""
        self.widen()
        super().showPopup()

    def widen(self, *_typed: str) -> None:
        """Give the lists that open the width of their longest words."""
        completer = self.completer() if self.isEditable() else None
        room = self.window().width() - self.mapTo(self.window(), QPoint()).x()
        for shown in (self.view(), completer.popup() if completer is not None else None):
            if shown is not None:
                words = max((shown.fontMetrics().horizontalAdvance(text) for _, text in self._options), default=0)
                edge = shown.verticalScrollBar().sizeHint().width() + 2 * shown.fontMetrics().height()
                shown.setMinimumWidth(max(0, min(words + edge, room)))

    def value(self) -> str:
        """Return the id chosen, empty where there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> bool:
        """Choose by id without telling; the first one where the id is not offered (False)."""
        place = self.findData(key)
        self.blockSignals(True)
        self.setCurrentIndex(max(0, place) if self.count() else -1)
        self.blockSignals(False)
        self._show_words()
        return place >= 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_activated(self, _row: int) -> None:
        self._show_words()
        self.chosen.emit(self.value())

    def _on_left(self) -> None:
        """Take what was typed if it means one of the options alone, else put the chosen one back."""
        row = self._meant(self.currentText().strip())
        if row >= 0 and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.chosen.emit(self.value())
        self._show_words()

    def _meant(self, typed: str) -> int:
        """Return the row of an option by its words, its id or a part of its words that no other has; -1 for none."""
        if typed == self.itemText(self.currentIndex()).strip():
            return self.currentIndex()
        if not typed:
            return self.findData("")
        for row in (self.findText(typed, Qt.MatchFlag.MatchFixedString), self.findData(typed)):
            if row >= 0:
                return row
        found = [row for row, (_, words) in enumerate(self._options) if typed.casefold() in words.casefold()]
        return found[0] if len(found) == 1 else -1

    def _show_words(self) -> None:
        """Show the chosen words from their beginning, all of them in the tooltip."""
        self.setToolTip(self.itemText(self.currentIndex()))
        if (line := self.lineEdit()) is not None:
            line.setText(self.itemText(self.currentIndex()))
            line.setCursorPosition(0)
