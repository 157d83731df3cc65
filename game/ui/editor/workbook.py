"""The texts of a scenario being edited: one document a file, each with its own undo; edits of several files are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from game.scenario.files import main_name
from game.scenario.findings import Fix
from game.ui.editor.patch import by_file
from game.ui.editor.places import column, units
from game.ui.slots import weak_slot

_GROUPS = 200
"""Edits of several files that can be undone together; older ones are undone file by file."""


@dataclass(slots=True)
class _Group:
    """An edit that touched several files, renamed one or added some."""

    after: dict[str, tuple[QTextDocument, int]]
    """File -> its document and its undo steps once the edit was made."""
    renamed: tuple[str, str] | None = None
    added: tuple[QTextDocument, ...] = ()
    gone: dict[str, QTextDocument] = field(default_factory=dict)
    """The added files that undoing took away, by the names they had then."""
    undone: dict[str, int] = field(default_factory=dict)
    """File -> its redo steps once the edit was undone; empty while it stands."""


class Workbook(QObject):
    """Holds the documents.

    Signals: `changed` (name) after an edit, `files_changed` after a file came, went or was renamed, `modified` (bool)
    when the first edit is made or the last one saved.
    """

    changed = Signal(str)
    files_changed = Signal()
    modified = Signal(bool)

    def __init__(self, texts: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[str, QTextDocument] = {}
        self._kept: dict[str, tuple[int, str]] = {}
        self._saved: dict[str, str] = {}
        self._groups: list[_Group] = []
        self._dirty = False
        self.version = 0
        """Grows with every change."""
        for name in sorted(texts, key=lambda n: (n != main_name(dict(texts)), n)):
            self._add(name, texts[name])
        self.mark_saved()

    # Reading

    @property
    def names(self) -> tuple[str, ...]:
        """The files, the main one first."""
        return tuple(self._documents)

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was saved last."""
        return self._dirty

    def document(self, name: str) -> QTextDocument:
        """Return a file's document; `KeyError` where there is none."""
        return self._documents[name]

    def name_of(self, document: QTextDocument) -> str:
        """Return the file of a document, "" where it is none of ours."""
        return next((name for name, found in self._documents.items() if found is document), "")

    def texts(self) -> dict[str, str]:
        """Return all texts as they stand, lines ended by a line feed."""
        return {name: self._text(name) for name in self._documents}

    def unsaved(self) -> dict[str, str | None]:
        """Return what saving would change: file -> its text, None where the file goes."""
        now = self.texts()
        changed: dict[str, str | None] = {name: text for name, text in now.items() if self._saved.get(name, "") != text}
        return changed | {name: None for name in self._saved if name not in now}

    def cursor(self, name: str, line: int, col: int, end_line: int = 0, end_col: int = 0) -> QTextCursor | None:
        """Return a cursor over a stretch, at its start where no end is given; None where there is no such place."""
        document = self._documents.get(name)
        if document is None:
            return None
        start = _position(document, line, col)
        end = _position(document, end_line, end_col) if end_line else start
        if start is None or end is None or end < start:
            return None
        made = QTextCursor(document)
        made.setPosition(start)
        made.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return made

    @staticmethod
    def place(cursor: QTextCursor) -> tuple[int, int]:
        """Return the line and column, from 1, at which a cursor's stretch begins."""
        block = cursor.document().findBlock(cursor.selectionStart())
        return block.blockNumber() + 1, column(block.text(), cursor.selectionStart() - block.position())

    # Writing

    def apply(self, fixes: Iterable[Fix], rename: tuple[str, str] | None = None, new: Iterable[str] = ()) -> bool:
        """Replace stretches, rename a file and add others, empty before their stretches, as one step of undo.

        False, with nothing changed, where a stretch is no place of the texts or a file cannot be named so.
        """
        fresh = tuple(new)
        if any(name in self._documents for name in fresh):
            return False
        for name in fresh:
            self._add(name, "")
        done = self._apply(fixes, rename, fresh)
        if not done:
            for name in fresh:
                del self._kept[name]
                self._documents.pop(name).deleteLater()
        elif fresh:
            self.files_changed.emit()
        return done

    def _apply(self, fixes: Iterable[Fix], rename: tuple[str, str] | None, fresh: tuple[str, ...]) -> bool:
        wanted: list[tuple[QTextDocument, list[tuple[QTextCursor, str]]]] = []
        for name, found in by_file(fixes).items():
            rows = []
            for fix in found:
                cursor = self.cursor(name, fix.line, fix.column, fix.end_line, fix.end_column)
                if cursor is None:
                    return False
                rows.append((cursor, fix.text))
            wanted.append((self._documents[name], rows))
        if rename is not None and (rename[0] not in self._documents or rename[1] in self._documents):
            return False
        for document, rows in wanted:
            edit = QTextCursor(document)
            edit.beginEditBlock()
            for cursor, text in rows:
                cursor.insertText(text)
            edit.endEditBlock()
        if rename is not None:
            self._rename(*rename)
        added = tuple(self._documents[name] for name in fresh)
        if len(wanted) > 1 or rename is not None or added:
            touched = (*(document for document, _ in wanted), *added)
            after = {self.name_of(document): (document, document.availableUndoSteps()) for document in touched}
            self._groups = [*self._groups[-_GROUPS:], _Group(after, rename, added)]
        return True

    def undo(self, name: str) -> None:
        """Undo the last step of a file, and of the others where that step was one with theirs."""
        self._step(name, back=True)

    def redo(self, name: str) -> None:
        """Do again what was undone last in a file; one with nothing of its own to do brings back a file that went."""
        self._step(name, back=False)

    def mark_saved(self) -> None:
        """Take the texts as they stand for saved."""
        self._saved = self.texts()
        for document in self._documents.values():
            document.setModified(False)
        self._look()

    # Helpers

    def _add(self, name: str, text: str) -> None:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setPlainText(text.replace("\r\n", "\n"))
        document.setModified(False)
        self._documents[name] = document
        self._kept[name] = (-1, "")
        document.contentsChanged.connect(weak_slot(self._on_contents, document))

    def _text(self, name: str) -> str:
        document = self._documents[name]
        kept, text = self._kept[name]
        if kept != document.revision():
            # Not toPlainText: it would turn hard blanks and line separators of the author's into others
            text = document.toRawText().replace("\u2029", "\n")
            self._kept[name] = (document.revision(), text)
        return text

    def _rename(self, old: str, new: str) -> None:
        self._documents = {new if name == old else name: doc for name, doc in self._documents.items()}
        self._kept[new] = self._kept.pop(old)
        self._touched(new)
        self.files_changed.emit()

    def _step(self, name: str, *, back: bool) -> None:
        if name not in self._documents:
            return
        document = self._documents[name]
        group = next((g for g in reversed(self._groups) if self._on_top(g, document, back=back)), None)
        if group is None and not back and not document.isRedoAvailable():
            group = next((g for g in self._groups if g.gone and self._undone_last(g)), None)
        if group is None:
            document.undo() if back else document.redo()
            return
        if not back:
            self._put_back(group)
        for other, _ in group.after.values():
            other.undo() if back else other.redo()
        if group.renamed is not None:
            old, new = group.renamed
            self._rename(*((new, old) if back else (old, new)))
        group.undone = {key: other.availableRedoSteps() for key, (other, _) in group.after.items()} if back else {}
        if back:
            self._take_away(group)
        if group.added:
            self._look()
            self.files_changed.emit()

    def _take_away(self, group: _Group) -> None:
        group.gone = {self.name_of(document): document for document in group.added}
        for name in group.gone:
            del self._documents[name], self._kept[name]
            self.version += 1

    def _put_back(self, group: _Group) -> None:
        for name, document in group.gone.items():
            self._documents[name], self._kept[name] = document, (-1, "")
            self.version += 1
        group.gone = {}

    def _on_top(self, group: _Group, document: QTextDocument, *, back: bool) -> bool:
        """Whether an edit of several files is the next to be undone, or done again, in all of them."""
        if not any(document is found for found, _ in group.after.values()) or bool(group.undone) is back:
            return False
        if back:
            return all(found.availableUndoSteps() == steps for found, steps in group.after.values())
        return self._undone_last(group)

    def _undone_last(self, group: _Group) -> bool:
        """Whether an edit that was undone can be done again: nothing was written since, and no name is taken."""
        kept = all(found.availableRedoSteps() == group.undone[key] for key, (found, _) in group.after.items())
        return kept and not any(name in self._documents for name in group.gone)

    def _on_contents(self, document: QTextDocument) -> None:
        name = self.name_of(document)
        if name and self._kept[name][0] != document.revision():
            self._touched(name)

    def _touched(self, name: str) -> None:
        self.version += 1
        self._look()
        self.changed.emit(name)

    def _look(self) -> None:
        # A file that came and was emptied again by undoing is as if it had never come
        there = {name for name, document in self._documents.items() if name in self._saved or not document.isEmpty()}
        dirty = set(self._saved) != there or any(d.isModified() for d in self._documents.values())
        if dirty is not self._dirty:
            self._dirty = dirty
            self.modified.emit(dirty)


def _position(document: QTextDocument, line: int, col: int) -> int | None:
    block = document.findBlockByNumber(line - 1)
    if not block.isValid() or col < 1:
        return None
    text = block.text()
    if col > len(text) + 1:
        return None
    return block.position() + units(text, col)
