"""What an author does with a whole scenario from the editor: certify it, pack it for others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from game.ui.editor.checking import Checking
from game.ui.editor.keeping import Keeping
from game.ui.editor.project import Project
from game.ui.editor.tables import Tables
from game.ui.editor.words import counted
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.widgets import button, named
from game.ui.worker import Worker


class Tools(QObject):
    """Holds the button with the menu. Emits `said` (str) for the line of state, `certified` once there is a new one."""

    said = Signal(str)
    certified = Signal()

    def __init__(
        self,
        project: Project,
        checking: Checking,
        keeping: Keeping,
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        window: QWidget,
        extra: Sequence[QAction] = (),
    ) -> None:
        """`extra` are what others do with the scenario, at the end of the menu."""
        super().__init__(window)
        self._window, self._project, self._checking, self._keeping = window, project, checking, keeping
        self._theme, self._icons, self._prompts = theme, icons, prompts
        self.worker: Worker | None = None
        """Does the work of the dialogs; a thread of their own where it is None."""
        self.button: QPushButton = button(
            self.tr("工具"), icons, "list", name="editor.tools", tip=self.tr("认证、打包、试推、导入和导出表格")
        )
        self.menu = named(QMenu(self.button), "editor.tools.menu", self.tr("工具"))
        self.menu.addAction(icons.icon("star"), self.tr("认证…")).triggered.connect(self.certify)
        self.menu.addAction(icons.icon("send"), self.tr("打包…")).triggered.connect(self.pack)
        self.tables = Tables(project, checking, theme, icons, prompts, window)
        self.tables.add_to(self.menu)
        self.tables.said.connect(self.said)
        self.menu.addActions(list(extra))
        self.button.setMenu(self.menu)

    def certify(self) -> None:
        """Show the certificate of the scenario, and make a new one; what is not saved must be saved first."""
        if self._checking.now().checked.scenario is None:
            self._faulty()
        elif self._project.workbook.dirty:
            self._prompts.confirm(
                self._window,
                self.tr("先保存再认证"),
                self.tr("认证书只对存盘的文字有效，现在有没保存的改动。"),
                self.tr("保存并认证"),
                self._on_save,
            )
        else:
            self._certify()

    def pack(self) -> None:
        """Ask where to, then pack the scenario as it stands in the window."""
        from game.ui.packing import ask_pack

        ask_pack(self._project.path, self._checking.now().checked, self._prompts, self._window, self.said.emit)

    def _on_save(self, yes: bool) -> None:
        if yes and self._keeping.save():
            self._certify()

    def _certify(self) -> None:
        from game.ui.certify_dialog import CertifyDialog
        from game.ui.seal import seal_of

        checked, path = self._checking.now().checked, self._project.path
        dialog = CertifyDialog(
            self._project.title,
            path,
            checked.bundle,
            seal_of(path, checked),
            self._theme,
            self._icons,
            self._window,
            worker=self.worker,
        )
        dialog.certified.connect(self.certified)
        dialog.open()

    def _faulty(self) -> None:
        findings = self._checking.now().checked.findings
        self.said.emit(self.tr("先改掉错误再认证：{counts}").format(counts=counted(findings)))
