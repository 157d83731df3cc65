"""The hand of an instructor who writes: the mouse for what is seen, the keyboard for the text."""

from __future__ import annotations

from keys import Keys
from mouse import Mouse
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QTreeWidget, QWidget

from game.ui.editor.findings_panel import Row
from game.ui.editor.page import EditorPage

CONTROL = Qt.KeyboardModifier.ControlModifier


class Author(Mouse, Keys):
    """Clicks like the mouse and types like the keyboard."""

    @property
    def editor(self) -> EditorPage:
        """The editor's page."""
        page = self.shell.page
        assert isinstance(page, EditorPage), type(page).__name__
        return page

    # Writing

    def over(self, name: str, text: str) -> None:
        """Click into a field and write over what stands there."""
        field = self.see(name)
        self.click(field, field.rect().center())
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def instead(self, old: str, new: str) -> None:
        """Find words of the file in sight and write others over them."""
        self.key(Qt.Key.Key_F, CONTROL)
        assert self._focus() is self.see("editor.find")
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(old)
        self.key(Qt.Key.Key_Return)
        self.key(Qt.Key.Key_Escape)
        assert self._focus() is self.editor.text.area
        assert self.editor.text.area.textCursor().selectedText() == old
        self.write(new)
        self.key(Qt.Key.Key_Escape)  # what may be written is proposed; it is not wanted

    def paste(self, text: str) -> None:
        """Put the text of the clipboard where the cursor is."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CONTROL)

    # Looking

    def findings(self) -> list[Row]:
        """Return what the panel lists, once all that was written is checked."""
        page = self.editor
        self.until(lambda: page.checking.draft is not None and page.checking.draft.version == page.workbook.version)
        self.rest()
        return [*page.text.findings.rows()]

    def words(self) -> str:
        """Return all words in sight."""
        self.rest()
        root: QWidget = QApplication.activeModalWidget() or self.shell
        return "\n".join(w.text() for w in root.findChildren(QLabel) if w.isVisible())

    # Clicking

    def entry(self, name: str, words: str) -> None:
        """Click the entry of a list or a tree that contains the words."""
        view = self.see(name)
        if isinstance(view, QTreeWidget):
            found = view.findItems(words, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        else:
            assert isinstance(view, QListWidget)
            found = view.findItems(words, Qt.MatchFlag.MatchContains)
        assert found, words
        self.click(view.viewport(), view.visualItemRect(found[0]).center())

    def choose(self, name: str, words: str) -> None:
        """Open a button's menu and click the entry."""
        self.press(name)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if words in action.text())
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.rest()
