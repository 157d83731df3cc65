"""The files on the left, and in each the ids it holds; it follows the text and leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from game.ui.editor.outline import Entry
from game.ui.editor.words import kind_word
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import named

_ICONS = {
    "objective": "target",
    "seat": "person",
    "campaign": "flag",
    "phase": "calendar",
    "inject": "inbox",
    "partner": "partners",
    "criterion": "star",
    "guide": "help",
}
_FILE, _LINE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class OutlinePanel(QTreeWidget):
    """Emits `place_asked` (file, line, column)."""

    place_asked = Signal(str, int, int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._shape: list[tuple[str, str, str, str]] = []
        self._files: tuple[str, ...] = ()
        self._changed: frozenset[str] = frozenset()
        self._rows: list[QTreeWidgetItem] = []
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIconSize(icons.size())
        self.setIndentation(theme.px(0.9))
        self.setProperty("plain", True)
        named(self, "editor.outline", self.tr("文件和提纲"))
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def show_outline(self, files: Sequence[str], entries: Sequence[Entry]) -> None:
        """Show files and their ids; where only lines moved the tree stays as it is."""
        shape = [(e.file, e.kind, e.id, e.title) for e in entries]
        if tuple(files) == self._files and shape == self._shape:
            for row, entry in zip(self._rows, entries, strict=True):
                row.setData(0, _LINE, entry.line)
            return
        first = not self._files
        open_before = {top.data(0, _FILE) for top in self._tops() if top.isExpanded()}
        at = self.verticalScrollBar().value()
        self._files, self._shape, self._rows = tuple(files), shape, []
        self.clear()
        for name in files:
            top = QTreeWidgetItem(self)
            top.setData(0, _FILE, name)
            top.setData(0, _LINE, 1)
            top.setIcon(0, self._icons.icon("ledger", "muted"))
            top.setToolTip(0, name)
            self._fill(top, [e for e in entries if e.file == name])
            top.setExpanded(name in open_before or (first and len(files) <= 3))
        self._label_files()
        self.verticalScrollBar().setValue(at)

    def mark_changed(self, names: Sequence[str]) -> None:
        """Mark the files whose changes are not saved yet."""
        if frozenset(names) != self._changed:
            self._changed = frozenset(names)
            self._label_files()

    def mark_here(self, name: str, line: int) -> None:
        """Select what the text cursor stands in."""
        best = next((top for top in self._tops() if top.data(0, _FILE) == name), None)
        if best is not None:
            best.setExpanded(True)
            for row in self._rows:
                if row.data(0, _FILE) == name and row.data(0, _LINE) <= line:
                    parent = row.parent()
                    best = row if parent is None or parent.isExpanded() else parent
        if best is not None and best is not self.currentItem():
            self.setCurrentItem(best)

    def place(self) -> tuple[str, int]:
        """Return file and line of the row chosen; no file where none is."""
        item = self.currentItem()
        return (item.data(0, _FILE), item.data(0, _LINE)) if item is not None else ("", 1)

    def _fill(self, top: QTreeWidgetItem, entries: Sequence[Entry]) -> None:
        campaign = top
        for entry in entries:
            row = QTreeWidgetItem(campaign if entry.kind == "phase" else top)
            if entry.kind == "campaign":
                campaign = row
            row.setText(0, f"{entry.id}  {entry.title}")
            row.setToolTip(0, f"{kind_word(entry.kind)} {entry.id}\n{entry.title}".strip())
            row.setIcon(0, self._icons.icon(_ICONS.get(entry.kind, "info"), "muted"))
            spoken = self.tr("{kind} {id} {title}").format(kind=kind_word(entry.kind), id=entry.id, title=entry.title)
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            row.setData(0, _FILE, entry.file)
            row.setData(0, _LINE, entry.line)
            row.setExpanded(True)
            self._rows.append(row)

    def _label_files(self) -> None:
        for top in self._tops():
            name = str(top.data(0, _FILE))
            font = self._theme.font(bold=name in self._changed)
            top.setFont(0, font)
            top.setText(0, self.tr("{name} ●").format(name=name) if name in self._changed else name)
            if name in self._changed:
                top.setData(0, Qt.ItemDataRole.AccessibleTextRole, self.tr("{name}，没有保存").format(name=name))
            else:
                top.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)

    def _tops(self) -> list[QTreeWidgetItem]:
        rows = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return [row for row in rows if row is not None]

    def _on_item(self, item: QTreeWidgetItem, _column: int) -> None:
        self.place_asked.emit(item.data(0, _FILE), item.data(0, _LINE), 1)
