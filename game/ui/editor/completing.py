"""The list of what may be written, below the cursor: it opens while one types or on Ctrl+Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from game.ui.editor.checking import Checking
from game.ui.editor.complete import Candidate, Known, Offer, known_of, offer
from game.ui.editor.context import context, language_of
from game.ui.editor.contract import Draft
from game.ui.editor.outline import Entry
from game.ui.editor.places import units
from game.ui.editor.text_view import TextView
from game.ui.i18n import language
from game.ui.theme import Theme
from game.ui.widgets import Elided, named, spaced

_PAUSE = 60
"""Milliseconds after a key: the sign typed is drawn first."""
_ROWS = 8
_WORD_ENDS = frozenset(" ,[{:\"'(（“")


class Completing(QFrame):
    """Proposes for one text; takes Up, Down, Enter, Tab and Escape while it is open."""

    def __init__(self, view: TextView, checking: Checking, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._area, self._theme = view, view.area, theme
        self._checking = checking
        self._known = Known()
        self._offer = Offer()
        self._block = self._area.textCursor().block()
        self.setProperty("card", "true")
        column = spaced(QVBoxLayout(self), theme, 1, 1)
        self.list = named(QListWidget(self), "editor.complete", self.tr("可以写的"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = Elided("small", self)
        column.addWidget(self.list)
        column.addWidget(self.about)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_pause)
        self._area.keys_first = self
        self._area.typed.connect(self._on_typed)
        self._area.cursorPositionChanged.connect(self._on_moved)
        self._area.installEventFilter(self)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemClicked.connect(self._on_clicked)
        checking.checked.connect(self.learn)
        if checking.draft is not None:
            self.learn(checking.draft, ())

    # Public methods

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What is proposed now; nothing while the list is closed."""
        return self._offer.candidates if self.isVisibleTo(self._view) else ()

    def learn(self, _draft: Draft, entries: tuple[Entry, ...]) -> None:
        """Take the ids of a draft that was checked."""
        self._known = known_of(self._checking.uses, entries, self._checking.county)

    def open(self) -> bool:
        """Show what may be written at the cursor; False where there is nothing to propose."""
        return self._show(asked=True)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that moves in the list, chooses or closes."""
        key = event.key()
        if key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open()
            return True
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        if (step := steps.get(Qt.Key(key))) is not None:
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.take(self.list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        else:
            return False
        return True

    def take(self, row: int) -> None:
        """Write a candidate in place of the word begun."""
        if not 0 <= row < len(self._offer.candidates):
            return
        chosen, start = self._offer.candidates[row], self._offer.start
        cursor = self._area.textCursor()
        line = cursor.block().text()
        first = cursor.block().position() + units(line, start + 1)
        written = chosen.written
        rest = line[cursor.positionInBlock() :]
        if written.rstrip().endswith(":") and rest.lstrip().startswith((":", "：")):
            written = written.rstrip(": ")
        if written.startswith('"') and rest.startswith('"') and line[start - 1 : start] == '"':
            written = written.strip('"')
        self.put_away()
        cursor.beginEditBlock()
        cursor.setPosition(first, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(written)
        cursor.endEditBlock()
        self._area.setTextCursor(cursor)
        if written.endswith((": ", '("')):
            self._timer.start()

    def put_away(self) -> None:
        """Close the list."""
        self._timer.stop()
        self.hide()

    # Qt

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Close when the text loses the keyboard."""
        if watched is self._area and event.type() is QEvent.Type.FocusOut:
            self.put_away()
        return False

    # Slots

    def _on_typed(self, text: str) -> None:
        if text[-1:].isalnum() or text[-1:] in "_-" or text[-1:] in _WORD_ENDS:
            self._timer.start()
        else:
            self.put_away()

    def _on_pause(self) -> None:
        self._show(asked=False)

    def _on_moved(self) -> None:
        """Close when the cursor leaves the word; typing opens it anew a moment later."""
        if self.isVisible():
            cursor = self._area.textCursor()
            if cursor.block() != self._block or cursor.positionInBlock() < self._offer.start:
                self.put_away()

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._offer.candidates):
            self.about.setText(self._offer.candidates[row].about)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.take(self.list.row(item))

    # Helpers

    def _show(self, *, asked: bool) -> bool:
        area = self._area
        cursor = area.textCursor()
        if cursor.hasSelection():
            self.put_away()
            return False
        block = cursor.block()
        lines = area.document().toRawText().split("\u2029")
        file, _, column = self._view.place()
        place = context(file, lines, block.blockNumber(), column - 1)
        if not asked and place.slot == "key" and not place.prefix:
            self.put_away()
            return False
        self._offer = offer(place, self._known, language(), language_of(lines))
        if not self._offer.candidates:
            self.put_away()
            return False
        self._block = block
        self.list.clear()
        for one in self._offer.candidates:
            row = QListWidgetItem(f"{one.text}   {one.about}" if one.about else one.text)
            row.setToolTip(one.about)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self._place(cursor)
        self.show()
        self.raise_()
        return True

    def _place(self, cursor: QTextCursor) -> None:
        """Stand below the cursor, above it where there is no room."""
        area, theme = self._area, self._theme
        rows = min(_ROWS, self.list.count())
        height = rows * (self.list.sizeHintForRow(0) + 1) + self.about.sizeHint().height() + theme.space(8)
        size = QSize(min(theme.wide(30), self._view.width()), height)
        rect = area.cursorRect(cursor)
        spot = area.viewport().mapTo(self._view, rect.bottomLeft())
        x = max(0, min(spot.x(), self._view.width() - size.width()))
        y = spot.y() + theme.space(1)
        if y + size.height() > self._view.height():
            y = max(0, area.viewport().mapTo(self._view, rect.topLeft()).y() - size.height())
        self.resize(size)
        self.move(QPoint(x, y))
