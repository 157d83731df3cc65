"""Adds an inject to the draft: one of the catalogue of typical problems, or a blank one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from game.authoring.typical import Setting, inject_lines, inject_of
from game.exercise.problem_types import ProblemType
from game.scenario.findings import Fix
from game.scenario.known import items, text
from game.ui.editor.catalogue_form import frame_of
from game.ui.editor.checking import Checking
from game.ui.editor.mending import Mending
from game.ui.editor.stubs import put_item, stub
from game.ui.editor.uses import tree_of
from game.ui.editor.workbook import Workbook
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button

_BLANK = "new-inject"


class Adding(QObject):
    """Signals: `said` (str) for the line of state, `place_asked` (file, line, column) of what was written."""

    said = Signal(str)
    place_asked = Signal(str, int, int)

    def __init__(
        self, workbook: Workbook, checking: Checking, mending: Mending, theme: Theme, icons: Icons, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window, self._workbook, self._checking, self._mending = window, workbook, checking, mending
        self._theme, self._icons = theme, icons
        self.near = ""
        """The file shown: what is added comes into it where it holds injects."""
        self.button: QPushButton = button(
            self.tr("加一条情况…"), icons, "plus", kind="nav", name="editor.add",
            tip=self.tr("从常见的问题里挑一条写进场景（Ctrl+I）"),
        )  # fmt: skip
        self.action = QAction(icons.icon("plus"), self.tr("加一条情况…"), window)
        self.action.setShortcut(QKeySequence("Ctrl+I"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(self.open)
        window.addAction(self.action)
        self.button.clicked.connect(self.open)

    def open(self) -> None:
        """Show the catalogue."""
        from game.ui.editor.catalogue_dialog import CatalogueDialog

        draft = self._checking.now()
        root = tree_of(draft.bundle)
        if root is None or root.kind != "map":
            self.said.emit(self.tr("正文现在读不成一个场景，先改掉语法错误再加。"))
            return
        dialog = CatalogueDialog(frame_of(root, self._checking.county), self._theme, self._icons, self._window)
        dialog.chosen.connect(self.add)
        dialog.blank_asked.connect(self.add_blank)
        dialog.open()

    def add(self, kind: ProblemType, setting: Setting) -> bool:
        """Write an inject of the catalogue in the window's language, with the keys of its file; one step of undo."""
        made = inject_of(kind, setting, language())
        bundle = self._checking.now().bundle
        fix = put_item(bundle, "inject", lambda keys: "\n".join(inject_lines(made, keys)), near=self.near)
        return self._put(fix, self.tr("已写进“{id}”，照你县里的情形改吧。").format(id=setting.id))

    def add_blank(self) -> bool:
        """Write the beginning of an inject."""
        bundle = self._checking.now().bundle
        root = tree_of(bundle)
        taken = {text(one, "id") for one in items(root, "injects")} if root is not None else set()
        ident = next(
            name for n in range(1, len(taken) + 2) if (name := _BLANK if n == 1 else f"{_BLANK}-{n}") not in taken
        )
        return self._put(stub(bundle, "inject", ident, language()), self.tr("已写好一个开头，请往下填。"))

    def _put(self, fix: Fix | None, said: str) -> bool:
        if fix is None:
            self.said.emit(self.tr("情况写在一对括号里，程序加不进去：请先把它们分行写。"))
            return False
        done = self._mending.put((fix,), said)
        if done:
            self.place_asked.emit(fix.file, fix.line + len(fix.text) - len(fix.text.lstrip("\n")), 1)
        return done
