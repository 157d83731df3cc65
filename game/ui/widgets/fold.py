"""A row of controls whose words give way to their pictures, one after another, where the row has no room for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from game.ui.theme import Theme
from game.ui.widgets.basic import Elided, Pill, spaced

_TITLE = 11
"""Width up to which a title is read whole before the words of controls that are known by their pictures, ems."""


class _Words:
    """The words of a button or a pill, shown or not; its name for a screen reader stays, its tooltip says them then."""

    def __init__(self, widget: QAbstractButton | Pill, *, firm: bool) -> None:
        self.widget, self.firm = widget, firm
        self.folded = False
        self._text = self._tip = ""

    def width(self) -> int:
        """Return how many pixels the words take, shown or not."""
        if isinstance(self.widget, Pill):
            return self.widget.words_width()
        return self.widget.fontMetrics().horizontalAdvance(self._text if self.folded else self.widget.text())

    def fold(self, *, on: bool) -> None:
        """Take the words away or put them back."""
        self.folded = on
        if isinstance(self.widget, Pill):
            self.widget.fold(on=on)
            return
        if on:
            self._text, self._tip = self.widget.text(), self.widget.toolTip()
        self.widget.setText("" if on else self._text)
        self.widget.setToolTip("\n".join(part for part in (self._text, self._tip) if part) if on else self._tip)


class FoldingRow(QWidget):
    """Controls beside each other. Those added with `fold` lose their words where there is no room, the lowest first."""

    def __init__(self, theme: Theme, margin: int = 0, gap: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = spaced(QHBoxLayout(self), theme, margin, gap)
        self._theme = theme
        self._words: list[tuple[int, _Words]] = []
        self._titles: list[Elided] = []

    def add(self, widget: QWidget, stretch: int = 0, *, fold: int = 0, firm: bool = False) -> None:
        """Take a control; with `fold` above 0 it has a picture that says the same as its words.

        The words of a `firm` one give way only where a control would be cut, those of others for a title as well.
        """
        self._row.addWidget(widget, stretch)
        if isinstance(widget, Elided):
            self._titles.append(widget)
        if fold and isinstance(widget, (QAbstractButton, Pill)):
            self._words.append((fold, _Words(widget, firm=firm)))
            self._words.sort(key=lambda one: one[0])

    def folded(self) -> list[QWidget]:
        """Return the controls whose words are not shown now."""
        return [words.widget for _, words in self._words if words.folded]

    def minimumSizeHint(self) -> QSize:
        """Return the room of the pictures alone."""
        size = super().minimumSizeHint()
        return QSize(size.width() - sum(words.width() for words in self._shown()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Look again when a control says something else."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_out()
        return done

    def _shown(self) -> list[_Words]:
        return [words for _, words in self._words if not words.folded and not words.widget.isHidden()]

    def _lay_out(self) -> None:
        hidden = [words for _, words in self._words if words.folded and not words.widget.isHidden()]
        need = super().minimumSizeHint().width() + sum(words.width() for words in hidden)
        titles = sum(
            max(0, min(one.sizeHint().width(), self._theme.px(_TITLE)) - one.minimumSizeHint().width())
            for one in self._titles
        )
        for _, words in self._words:
            folded = need + (0 if words.firm else titles) > self.width() and not words.widget.isHidden()
            if folded:
                need -= words.width()
            if folded is not words.folded:
                words.fold(on=folded)
