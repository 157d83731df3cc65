"""Event lists between the editor and Excel: into the draft once the author agrees, and out of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from game.authoring.events import Brought
from game.ui.editor.checking import Checking
from game.ui.editor.keeping import Keeping
from game.ui.editor.patch import between
from game.ui.editor.project import Project
from game.ui.editor.words import counted
from game.ui.errand import reason
from game.ui.i18n import listed
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.worker import Worker


class Tables(QObject):
    """Holds the actions of the menu. Emits `said` (str) for the line of state, `place_asked` (file, line, column)."""

    said = Signal(str)
    place_asked = Signal(str, int, int)

    def __init__(
        self,
        project: Project,
        checking: Checking,
        keeping: Keeping,
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._project, self._checking, self._keeping = window, project, checking, keeping
        self._theme, self._icons, self._prompts = theme, icons, prompts
        self.worker: Worker | None = None
        """Reads the tables; a thread of their own where it is None."""
        self.bring = QAction(icons.icon("plus"), self.tr("导入事件清单…"), self)
        self.bring.setObjectName("editor.events.import")
        self.send = QAction(icons.icon("send"), self.tr("导出事件清单…"), self)
        self.send.setObjectName("editor.events.export")
        self.bring.triggered.connect(self.ask_bring)
        self.send.triggered.connect(self.ask_send)

    @property
    def actions(self) -> tuple[QAction, ...]:
        """What the menu offers."""
        return self.bring, self.send

    def ask_bring(self) -> None:
        """Ask for a table, then show what would come of it."""
        if self._faulty(self.tr("先改掉错误再导入：{counts}")):
            return
        if self._project.store.single:
            self._prompts.confirm(
                self._window,
                self.tr("先存成文件夹"),
                self.tr("场景只有一个文件，导入的情况要另放一个文件。"),
                self.tr("存成我的副本，再导入"),
                self._on_folder,
            )
            return
        pattern = self.tr("表格 (*.xlsx *.csv)")
        self._prompts.open_file(self._window, self.tr("导入事件清单"), pattern, self._on_table)

    def ask_send(self) -> None:
        """Ask where to, then write the injects of the draft as an event list."""
        if self._faulty(self.tr("先改掉错误再导出：{counts}")):
            return
        name = f"{self._project.path.stem}.xlsx"
        pattern = self.tr("Excel 工作簿 (*.xlsx)")
        self._prompts.save_file(self._window, self.tr("导出事件清单"), pattern, name, self._on_target)

    # Slots

    def _on_folder(self, yes: bool) -> None:
        if yes and self._keeping.save_copy():
            self.ask_bring()

    def _on_table(self, table: Path) -> None:
        from game.ui.editor.events_dialog import EventsDialog

        there = self._checking.now().checked
        dialog = EventsDialog(table, there, self._theme, self._icons, self._window, worker=self.worker)
        dialog.taken.connect(self._on_taken)
        dialog.open()

    def _on_taken(self, brought: Brought) -> None:
        workbook = self._project.workbook
        for name, text in brought.files.items():
            if name not in workbook.names:
                workbook.add(name, "")  # then as an edit, which can be undone
            before = workbook.texts()[name]
            workbook.apply(between(name, before, text))
            self.place_asked.emit(name, before.rstrip("\n").count("\n") + 3 if before.strip() else 1, 1)
        told = self.tr("已导入 {count} 件情况到 {files}。存盘之前可以撤销。")
        self.said.emit(told.format(count=len(brought.events), files=listed(sorted(brought.files))))

    def _on_target(self, target: Path) -> None:
        from game.authoring.events import county_of, frame_of, write_events
        from game.authoring.events.export import left_out

        found = self._checking.now().checked
        if found.scenario is None:
            return
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
            if target.exists():  # nobody was asked about this one
                told = self.tr("{path} 已经有了，请换一个名字。").format(path=target)
                self._prompts.tell(self._window, self.tr("导出事件清单"), told)
                return
        try:
            count = write_events(found.scenario, frame_of(found.scenario, county_of(found)), target)
        except OSError as error:
            told = self.tr("没有写成：{reason}").format(reason=reason(error))
            self._prompts.tell(self._window, self.tr("导出事件清单"), told)
            return
        said = self.tr("已写出 {count} 件情况：{path}").format(count=count, path=target)
        if rest := left_out(found.scenario):
            names = {
                "problem": self.tr("问题"), "options": self.tr("选项"), "effects": self.tr("后果"),
                "escalate": self.tr("升级"), "variants": self.tr("别的写法"), "trap": self.tr("陷阱"),
            }  # fmt: skip
            parts = listed([self.tr("{part}（{count}件）").format(part=names[p], count=n) for p, n in rest.items()])
            text = self.tr("清单里没有这些内容，仍以场景文件为准：{parts}。").format(parts=parts)
            self._prompts.tell(self._window, self.tr("导出事件清单"), f"{said}\n{text}")
        self.said.emit(said)

    # Helpers

    def _faulty(self, told: str) -> bool:
        checked = self._checking.now().checked
        if checked.scenario is not None:
            return False
        self.said.emit(told.format(counts=counted(checked.findings)))
        return True
