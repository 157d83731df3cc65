"""The text of one file at a time with what the checker found in it, and the list of all findings below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from game.scenario.findings import Finding
from game.ui.editor.checking import Checking
from game.ui.editor.code_area import CodeArea, Mark
from game.ui.editor.contract import Draft
from game.ui.editor.find_bar import FindBar
from game.ui.editor.findings_panel import FindingsPanel, Row, whole
from game.ui.editor.highlight import Highlighter
from game.ui.editor.outline import Entry
from game.ui.editor.places import column
from game.ui.editor.stubs import missing
from game.ui.editor.workbook import Workbook
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import spaced


class TextView(QWidget):
    """Signals: `file_shown` (name), `moved` (line, column) when the cursor stands elsewhere."""

    file_shown = Signal(str)
    moved = Signal(int, int)

    def __init__(
        self, workbook: Workbook, checking: Checking, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workbook, self._checking, self._theme = workbook, checking, theme
        self._highlighters: dict[str, Highlighter] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self.file = ""
        """The file shown."""
        self._gone = ""
        """The file that was shown when undoing took it away."""
        self.area = CodeArea(theme, icons, self)
        self.find_bar = FindBar(self.area, theme, icons, self)
        self.findings = FindingsPanel(theme, icons, self)
        upper = QWidget(self)
        column_ = spaced(QVBoxLayout(upper), theme, 0, 0)
        column_.addWidget(self.find_bar)
        column_.addWidget(self.area, 1)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(upper)
        self.split.addWidget(self.findings)
        self.split.setStretchFactor(0, 1)
        self.split.setCollapsible(0, False)
        self.split.setSizes([theme.px(26), theme.px(9)])
        outer = spaced(QVBoxLayout(self), theme, 0, 0)
        outer.addWidget(self.split)
        self.area.cursorPositionChanged.connect(self._on_moved)
        self.area.undo_asked.connect(self._on_undo)
        self.area.redo_asked.connect(self._on_redo)
        self.findings.place_asked.connect(self.go_to_row)
        checking.checked.connect(self.show_checked)
        workbook.files_changed.connect(self._on_files)
        if workbook.names:
            self.show_file(workbook.names[0])
        if checking.draft is not None:
            self.show_checked(checking.draft, ())

    # Public methods

    def show_file(self, name: str) -> None:
        """Show a file where it was left; unknown names change nothing."""
        if name == self.file or name not in self._workbook.names:
            return
        if self.file:
            self._places[self.file] = (self.area.textCursor().position(), self.area.verticalScrollBar().value())
        self.file = name
        document = self._workbook.document(name)
        self.area.show_document(document)
        if name not in self._highlighters:
            self._highlighters[name] = Highlighter(document, self._theme, markdown=name.endswith(".md"))
        self._mark()
        position, scroll = self._places.get(name, (0, 0))
        cursor = QTextCursor(document)
        cursor.setPosition(min(position, max(0, document.characterCount() - 1)))
        self.area.setTextCursor(cursor)
        self.area.verticalScrollBar().setValue(scroll)
        self.file_shown.emit(name)
        self._on_moved()

    def go_to(self, name: str, line: int, col: int) -> bool:
        """Show a place; False where there is none."""
        cursor = self._workbook.cursor(name, line, col) or self._workbook.cursor(name, line, 1)
        if cursor is None:
            return False
        self.show_file(name)
        self.area.go_to(cursor)
        return True

    def go_to_row(self, row: Row) -> None:
        """Show where a finding stands now; of a file that went meanwhile nothing."""
        if row.finding.file not in self._workbook.names:
            return
        if row.cursor is not None:
            self.show_file(row.finding.file)
            self.area.go_to(row.cursor)
        else:
            self.go_to(row.finding.file, 1, 1)

    def step(self, way: int) -> None:
        """Go to the next finding of the list, or with -1 to the one before, round and round."""
        rows = self.findings.rows()
        if not rows:
            return
        chosen = self.findings.chosen()
        at = next((n for n, row in enumerate(rows) if chosen is not None and row.number == chosen.number), None)
        at = (0 if way > 0 else len(rows) - 1) if at is None else (at + way) % len(rows)
        self.findings.choose(rows[at])
        self.go_to_row(rows[at])

    def place(self) -> tuple[str, int, int]:
        """Return file, line and column, from 1, of the cursor."""
        cursor = self.area.textCursor()
        return self.file, cursor.blockNumber() + 1, column(cursor.block().text(), cursor.positionInBlock())

    def finding_here(self) -> Finding | None:
        """Return the finding at the cursor, else the first of its line, those with a fix before those without."""
        at, block = self.area.textCursor().position(), self.area.textCursor().block()
        here: list[tuple[bool, bool, int, Finding]] = []
        for row in self.findings.rows():
            if row.cursor is None or row.finding.file != self.file:
                continue
            start, end = row.cursor.selectionStart(), row.cursor.selectionEnd()
            if self.area.document().findBlock(start) == block:
                here.append((not row.finding.fixes, not start <= at <= end, start, row.finding))
        return min(here, key=lambda one: one[:3])[3] if here else None

    def show_checked(self, draft: Draft, entries: tuple[Entry, ...]) -> None:
        """Show what a check found; where the text went on meanwhile the marks shown stay until the next."""
        if draft.version != self._workbook.version:
            return
        rows = []
        for number, finding in enumerate(draft.checked.findings):
            cursor = self._workbook.cursor(
                finding.file, finding.line, finding.column, finding.line, finding.end_column
            ) or self._workbook.cursor(finding.file, finding.line, finding.column)
            rows.append(Row(number, finding, finding.line, finding.column, cursor))
        may = [row for row in rows if row.finding.code.startswith(("TH3", "TH415"))]
        known = self._checking.uses
        self.findings.show_names(entries)
        self.findings.show_rows(rows, frozenset(r.number for r in may if missing(known, r.finding) is not None))
        self._mark()

    def retire(self) -> None:
        """Let go of the documents, which are another's: the text shown may be painted once more after they are gone."""
        self.area.let_go()
        self._workbook.files_changed.disconnect(self._on_files)
        for highlighter in self._highlighters.values():
            highlighter.setDocument(None)
            highlighter.deleteLater()
        self._highlighters = {}

    # Slots

    def _on_moved(self) -> None:
        _, line, col = self.place()
        self.moved.emit(line, col)

    def _on_undo(self) -> None:
        self._workbook.undo(self.file)

    def _on_redo(self) -> None:
        self._workbook.redo(self.file)

    def _on_files(self) -> None:
        book = self._workbook
        if self.file not in book.names:
            name = book.name_of(self.area.document())
            if name:  # renamed: its document is still the one shown
                if self.file in self._highlighters:
                    self._highlighters[name] = self._highlighters.pop(self.file)
                self.file = name
                self.file_shown.emit(name)
            else:
                self._gone = self.file
                self.show_file(book.names[0])
        elif self._gone in book.names:
            self.show_file(self._gone)
            self._gone = ""
        for name in [name for name in self._highlighters if name not in book.names]:
            highlighter = self._highlighters.pop(name)
            highlighter.setDocument(None)
            highlighter.deleteLater()

    # Helpers

    def _mark(self) -> None:
        self.area.set_marks(
            [
                Mark(row.finding.severity, row.cursor, whole(row.finding))
                for row in self.findings.rows()
                if row.cursor is not None and row.finding.file == self.file
            ]
        )
