"""Find and replace in the file shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from game.ui.editor.code_area import CodeArea
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, set_role, spaced


class FindBar(QFrame):
    """Above the text; emits `closed` when it is put away."""

    closed = Signal()

    def __init__(self, area: CodeArea, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = area
        self.setProperty("card", "bar")
        column = spaced(QVBoxLayout(self), theme, 2, 1)
        first, second = spaced(QHBoxLayout(), theme, 0, 2), spaced(QHBoxLayout(), theme, 0, 2)
        self.sought = named(QLineEdit(self), "editor.find", self.tr("查找"))
        self.sought.setPlaceholderText(self.tr("查找"))
        self.new = named(QLineEdit(self), "editor.replace", self.tr("替换成"))
        self.new.setPlaceholderText(self.tr("替换成"))
        self.exact = named(QCheckBox(self.tr("区分大小写"), self), "editor.find.case", self.tr("区分大小写"))
        self.count = label("", "muted")
        before = button("", icons, "up", name="editor.find.before", tip=self.tr("上一处（Shift+F3）"))
        after = button("", icons, "down", name="editor.find.after", tip=self.tr("下一处（F3）"))
        one = button(self.tr("替换"), name="editor.replace.one")
        every = button(self.tr("全部替换"), name="editor.replace.all")
        shut = button("", icons, "close", kind="quiet", name="editor.find.close", tip=self.tr("收起（Esc）"))
        for part in (self.sought, before, after, self.exact, self.count):
            first.addWidget(part, 1 if part is self.sought else 0)
        first.addWidget(shut)
        for part in (self.new, one, every):
            second.addWidget(part, 1 if part is self.new else 0)
        second.addStretch(1)
        column.addLayout(first)
        column.addLayout(second)
        self.sought.textChanged.connect(self._on_sought)
        self.exact.toggled.connect(self._on_sought)
        before.clicked.connect(self.find_before)
        after.clicked.connect(self.find_after)
        one.clicked.connect(self.replace_one)
        every.clicked.connect(self.replace_all)
        shut.clicked.connect(self.put_away)
        self.hide()

    def open(self) -> None:
        """Show the bar, with what is selected as what is sought."""
        chosen = self._area.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.sought.setText(chosen)
        self.show()
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()
        self._say()

    def put_away(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_after(self) -> bool:
        """Select the next place, from the beginning again after the last one; False where there is none."""
        return self._seek(QTextDocument.FindFlag(0))

    def find_before(self) -> bool:
        """Select the place before."""
        return self._seek(QTextDocument.FindFlag.FindBackward)

    def replace_one(self) -> None:
        """Replace the place selected and go to the next."""
        cursor = self._area.textCursor()
        if self._same(cursor.selectedText()):
            cursor.insertText(self.new.text())
        self.find_after()

    def replace_all(self) -> int:
        """Replace every place of the file as one step of undo; return how many there were."""
        sought, document = self.sought.text(), self._area.document()
        if not sought:
            return 0
        edit = QTextCursor(document)
        edit.beginEditBlock()
        done, found = 0, document.find(sought, 0, self._flags())
        while not found.isNull():
            found.insertText(self.new.text())
            done += 1
            found = document.find(sought, found, self._flags())
        edit.endEditBlock()
        self.count.setText(self.tr("换了 {count} 处").format(count=done))
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds the next, with Shift the one before; Escape puts the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.new.hasFocus():
                self.replace_one()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.find_before()
            else:
                self.find_after()
        else:
            super().keyPressEvent(event)

    def _seek(self, way: QTextDocument.FindFlag) -> bool:
        sought, document = self.sought.text(), self._area.document()
        if not sought:
            return False
        flags = self._flags() | way
        found = document.find(sought, self._area.textCursor(), flags)
        if found.isNull():
            edge = QTextCursor(document)
            if way == QTextDocument.FindFlag.FindBackward:
                edge.movePosition(QTextCursor.MoveOperation.End)
            found = document.find(sought, edge, flags)
        if found.isNull():
            return False
        self._area.setTextCursor(found)
        self._area.centerCursor()
        return True

    def _flags(self) -> QTextDocument.FindFlag:
        return QTextDocument.FindFlag.FindCaseSensitively if self.exact.isChecked() else QTextDocument.FindFlag(0)

    def _same(self, text: str) -> bool:
        sought = self.sought.text()
        return bool(sought) and (text == sought or (not self.exact.isChecked() and text.lower() == sought.lower()))

    def _on_sought(self, *_: object) -> None:
        self._say()

    def _say(self) -> None:
        sought = self.sought.text()
        text = self._area.document().toRawText()
        if not self.exact.isChecked():
            text, sought = text.lower(), sought.lower()
        count = text.count(sought) if sought else 0
        self.count.setText(self.tr("{count} 处").format(count=count) if sought else "")
        set_role(self.sought, "bad", bool(sought) and not count)
