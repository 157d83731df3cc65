"""The text itself: line numbers, indentation, marks under what the checker found; what it does not know it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from game.scenario.findings import Severity
from game.ui.editor.scan import indent, levels, opens_text
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import named

STEP = 2
"""Blanks of one step of indentation."""
LOOK: dict[Severity, tuple[str, str]] = {
    "error": ("overdue", "overdue"),
    "warning": ("warn", "warn"),
    "advice": ("info", "info"),
}
"""Severity -> icon and colour."""
_LINES = {
    "error": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "warning": QTextCharFormat.UnderlineStyle.DashUnderline,
    "advice": QTextCharFormat.UnderlineStyle.DotLine,
}
_GRAVITY = {"error": 2, "warning": 1, "advice": 0}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in the text; its cursor moves with the edits."""

    severity: Severity
    cursor: QTextCursor
    words: str
    """What is wrong, for the tooltip."""


class CodeArea(QPlainTextEdit):
    """Emits `undo_asked`, `redo_asked`, `goto_asked` (position) on a Ctrl-click, `escaped`, `typed` (str)."""

    undo_asked = Signal()
    redo_asked = Signal()
    goto_asked = Signal(int)
    escaped = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._marks: list[Mark] = []
        self._shapes: dict[int, Severity] = {}
        self._drawn_at = -1
        self._numbers = 0
        self._here = 0
        self.keys_first: object = None
        """An object with `take_key(event) -> bool` that may use a key before the text does."""
        self.gutter = _Gutter(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(False)
        self.setCenterOnScroll(False)
        self.setCursorWidth(max(1, theme.space(1) // 2))
        named(self, "editor.text", self.tr("场景正文"), self.tr("F6 转到下一部分，Ctrl+空格 补全，Alt+回车 改正"))
        self.blockCountChanged.connect(self._on_block_count)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)
        self._on_block_count(1)

    # Public methods

    def show_document(self, document: QTextDocument) -> None:
        """Show another file."""
        document.setDefaultFont(self._theme.font())
        self.setDocument(document)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * STEP)
        self._on_block_count(self.blockCount())

    def let_go(self) -> None:
        """Show nothing: the document shown is another's and may go before this."""
        self.set_marks(())
        empty = QTextDocument(self)
        empty.setDocumentLayout(QPlainTextDocumentLayout(empty))
        self.setDocument(empty)
        self.setReadOnly(True)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underline findings of the file shown."""
        self._marks = list(marks)
        rows = []
        for mark in marks:
            row = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(_LINES[mark.severity])
            look.setUnderlineColor(self._theme.color(LOOK[mark.severity][1]))
            row.cursor = mark.cursor
            row.format = look
            rows.append(row)
        self.setExtraSelections(rows)
        self._drawn_at = -1
        self.gutter.update()

    def marks(self) -> tuple[Mark, ...]:
        """Return the findings shown."""
        return tuple(self._marks)

    def shape_of(self, line: int) -> Severity | None:
        """Return the gravest severity found in a line, counted from 0."""
        if self._drawn_at != self.document().revision():
            self._drawn_at = self.document().revision()
            self._shapes = {}
            for mark in self._marks:
                number = self.document().findBlock(mark.cursor.selectionStart()).blockNumber()
                there = self._shapes.get(number)
                if there is None or _GRAVITY[mark.severity] > _GRAVITY[there]:
                    self._shapes[number] = mark.severity
        return self._shapes.get(line)

    def go_to(self, cursor: QTextCursor) -> None:
        """Show a place with some lines around it and take the keyboard there."""
        start = QTextCursor(self.document())
        start.setPosition(cursor.selectionStart())
        self.setTextCursor(start)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent as YAML wants it; undo goes through the workbook, which knows edits of several files."""
        taker = getattr(self.keys_first, "take_key", None)
        if taker is not None and taker(event):
            return
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif key == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._indent(+1)
        elif key == Qt.Key.Key_Backtab:
            self._indent(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._break_line()
        elif key == Qt.Key.Key_Backspace and not event.modifiers() and self._step_back():
            pass
        elif key == Qt.Key.Key_Tab:
            event.ignore()  # with Ctrl it turns to the next view
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            if event.text() and event.text().isprintable():
                self.typed.emit(event.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click go to where an id is defined."""
        super().mousePressEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.button() is Qt.MouseButton.LeftButton:
            self.goto_asked.emit(self.textCursor().position())

    def event(self, event: QEvent) -> bool:
        """Say what is wrong where the pointer rests on a mark."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
            words = [m.words for m in self._marks if m.cursor.selectionStart() <= at <= m.cursor.selectionEnd()]
            if words:
                QToolTip.showText(event.globalPos(), "\n\n".join(words), self)
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers at the left edge."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self.gutter.setGeometry(QRect(area.left(), area.top(), self.gutter_width(), area.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground the line the cursor is in, below the text."""
        rect = self.blockBoundingGeometry(self.textCursor().block()).translated(self.contentOffset())
        if rect.intersects(event.rect().toRectF()):
            painter = QPainter(self.viewport())
            area = QRect(0, round(rect.top()), self.viewport().width(), round(rect.height()))
            painter.fillRect(area.intersected(event.rect()), self._theme.color("sunken"))
            painter.end()
        super().paintEvent(event)

    # The gutter

    def gutter_width(self) -> int:
        """Return the room for the numbers and a sign of severity."""
        digits = max(3, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + self._theme.px(1) + self._theme.space(3)

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight, and the sign of what is wrong in them."""
        painter = QPainter(self.gutter)
        painter.fillRect(event.rect(), self._theme.color("sunken"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        here = self.textCursor().blockNumber()
        side, gap = self._theme.px(0.75), self._theme.space(1)
        painter.setFont(self._theme.font("small"))
        height = self.fontMetrics().height()
        width = self.gutter.width()
        while block.isValid() and top <= event.rect().bottom():
            tall = self.blockBoundingRect(block).height()
            if block.isVisible() and top + tall >= event.rect().top():
                number = block.blockNumber()
                shape = self.shape_of(number)
                if shape is not None:
                    icon, colour = LOOK[shape]
                    painter.drawPixmap(gap, round(top + (height - side) / 2), self._icons.pixmap(icon, colour, side))
                painter.setPen(self._theme.color("text" if number == here else "faint"))
                painter.drawText(
                    QRect(0, round(top), width - 2 * gap, height),
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                    str(number + 1),
                )
            block, top = block.next(), top + tall
        painter.end()

    def _on_block_count(self, _count: int) -> None:
        width = self.gutter_width()
        if width != self._numbers:
            self._numbers = width
            self.setViewportMargins(width, 0, 0, 0)
            self.gutter.resize(width, self.gutter.height())

    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self.gutter.scroll(0, dy)
        else:
            self.gutter.update(0, rect.y(), self.gutter.width(), rect.height())

    def _on_cursor(self) -> None:
        """Draw the line left and the line entered, not the whole page: this happens with every key."""
        here = self.textCursor().blockNumber()
        if here == self._here:
            return
        for number in (self._here, here):
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                rect = self.blockBoundingGeometry(block).translated(self.contentOffset()).toAlignedRect()
                self.viewport().update(0, rect.top(), self.viewport().width(), rect.height())
                self.gutter.update(0, rect.top(), self.gutter.width(), rect.height())
        self._here = here

    # Typing

    def _break_line(self) -> None:
        """Begin a line at the depth of the one before, deeper after a key without a value."""
        cursor = self.textCursor()
        block = cursor.block()
        line = block.text()[: cursor.selectionStart() - self.document().findBlock(cursor.selectionStart()).position()]
        if cursor.hasSelection():
            line = self.document().findBlock(cursor.selectionStart()).text()[: len(line)]
        depth = indent(line)
        stripped = line.split(" #")[0].rstrip()
        found = levels(line)
        above = opens_text(line)
        if above is not None:
            depth = above + STEP
        elif found and found[-1].kind == "key" and stripped.endswith((":", "：")):
            depth = found[-1].column + STEP
        elif found and found[0].kind == "dash" and found[-1].kind == "key":
            depth = found[-1].column
        cursor.beginEditBlock()
        cursor.insertText("\n" + " " * depth)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _indent(self, way: int) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first, last = self.document().findBlock(start), self.document().findBlock(end)
        if way > 0 and first == last:
            at = cursor.selectionStart() - first.position()
            cursor.insertText(" " * (STEP - at % STEP))
            self.setTextCursor(cursor)
            return
        cursor.beginEditBlock()
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            edit = QTextCursor(block)
            if way > 0 and block.text().strip():
                edit.insertText(" " * STEP)
            elif way < 0:
                spare = min(STEP, len(block.text()) - len(block.text().lstrip(" ")))
                edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, spare)
                edit.removeSelectedText()
            block = block.next()
        cursor.endEditBlock()

    def _step_back(self) -> bool:
        """Take back a whole step of indentation; False where the cursor does not stand in one."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if cursor.hasSelection() or len(before) < STEP or before.strip(" "):
            return False
        spare = len(before) % STEP or STEP
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, spare)
        cursor.removeSelectedText()
        return True


class _Gutter(QWidget):
    """Line numbers beside the text."""

    def __init__(self, area: CodeArea) -> None:
        super().__init__(area)
        self._area = area

    def sizeHint(self) -> QSize:
        """Room for the numbers."""
        return QSize(self._area.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        self._area.paint_gutter(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the beginning of the line clicked beside."""
        spot = QPoint(0, round(event.position().y()))
        cursor = self._area.cursorForPosition(spot)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self._area.setTextCursor(cursor)
        self._area.setFocus(Qt.FocusReason.MouseFocusReason)
