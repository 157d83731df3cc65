"""Saving, leaving and taking back: what the editor asks and says about files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from game.scenario.findings import catalogue
from game.ui.editor.history import Version
from game.ui.editor.project import Project
from game.ui.editor.store import ChangedOutside
from game.ui.i18n import language, listed
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.slots import weak_slot
from game.ui.theme import Theme


class Keeping(QObject):
    """Emits `said` (str) for the line of state."""

    said = Signal(str)

    def __init__(self, project: Project, theme: Theme, icons: Icons, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._project, self._prompts = parent, project, prompts
        self._theme, self._icons = theme, icons
        self._then: Callable[[], object] | None = None
        project.autosaved.connect(self._on_autosaved)
        project.autosave_failed.connect(self._on_autosave_failed)

    def greet(self) -> None:
        """Say once what the user must know of the files: what could not be read or written, what was left unsaved."""
        QTimer.singleShot(0, self, self._greet)

    def save(self) -> bool:
        """Save; False where it did not come to that."""
        return self._save(over=False)

    def save_copy(self) -> bool:
        """Save as a new scenario of the user's own."""
        try:
            folder = self._project.save_copy()
        except OSError as error:
            self._refused(error, again=False)
            return False
        self.said.emit(self.tr("已存成副本：{path}").format(path=folder))
        return True

    def before_leaving(self, then: Callable[[], object]) -> None:
        """Go on at once where all is saved, else ask whether to save first."""
        if not self._project.workbook.dirty:
            self._project.close()
            then()
            return
        self._then = then
        self._prompts.choose(
            self._window,
            self.tr("有没保存的改动"),
            self.tr("“{title}”还没有保存。").format(title=self._project.title),
            (("save", self.tr("保存再离开"), "primary"), ("drop", self.tr("不保存"), "danger")),
            self._on_leave_chosen,
            detail=self.tr("不保存的话，这些改动仍留在“历史”里，以后可以取回。"),
        )

    def show_history(self) -> None:
        """Open the list of versions."""
        from game.ui.editor.history_dialog import HistoryDialog

        if self._project.history is None:
            self._prompts.tell(
                self._window,
                self.tr("没有历史"),
                self.tr("存放历史的文件夹打不开：{reason}").format(reason=self._project.history_fault),
            )
            return
        self._project.autosave()
        dialog = HistoryDialog(self._project, self._theme, self._icons, self._window)
        dialog.chosen.connect(self.restore)
        dialog.open()

    def restore(self, version: Version) -> None:
        """Bring a version back into the window."""
        if self._project.restore(version):
            self.said.emit(self.tr("已取回这个版本，还没有保存；Ctrl+Z 可以撤销。"))
        else:
            self._prompts.tell(self._window, self.tr("取不回来"), self.tr("这个版本的文件已经损坏，现在的文字没有动。"))

    # Slots

    def _greet(self) -> None:
        project = self._project
        if not project.store.texts:
            self._prompts.tell(
                self._window, self.tr("这个场景读不出来"), self._faults() or self.tr("里面没有可以编辑的文件。")
            )
            return
        if project.store.faults:
            self._prompts.tell(self._window, self.tr("有的文件读起来有问题"), self._faults())
        elif not project.writable:
            self._tell_read_only("")
        if project.history_fault:
            self._on_autosave_failed(project.history_fault)
        if project.lost is not None:
            when = project.lost.when.astimezone()
            self._prompts.confirm(
                self._window,
                self.tr("上次有没保存的改动"),
                self.tr("{when} 留下的改动没有保存过。要接着改吗？").format(when=f"{when:%Y-%m-%d %H:%M}"),
                self.tr("接着改"),
                self._on_lost,
                no=self.tr("不接着改"),
                detail=self.tr("不接着改的话，它仍留在“历史”里。"),
            )

    def _on_lost(self, yes: bool) -> None:
        lost, self._project.lost = self._project.lost, None
        if yes and lost is not None:
            self.restore(lost)

    def _on_leave_chosen(self, choice: str) -> None:
        then, self._then = self._then, None
        if choice == "drop":
            self._project.discard()
        elif choice != "save" or not self.save():
            return
        if then is not None:
            then()

    def _save(self, *, over: bool) -> bool:
        try:
            self._project.save(over=over)
        except ChangedOutside as error:
            self._prompts.confirm(
                self._window,
                self.tr("文件在别处改过"),
                self.tr("{names} 打开以后被别的程序改过。").format(names=listed(error.names)),
                self.tr("用这里的覆盖"),
                self._on_over,
                detail=self.tr("别处的那一份已经放进“历史”，不会丢。"),
                danger=True,
            )
            return False
        except OSError as error:
            self._refused(error, again=True)
            return False
        self.said.emit(self.tr("已保存，上一版在“历史”里。"))
        return True

    def _on_over(self, yes: bool) -> None:
        if yes:
            self._save(over=True)

    def _refused(self, error: OSError, *, again: bool) -> None:
        self._project.autosave()
        reason = error.strerror or str(error)
        if again:
            self._tell_read_only(reason)
        else:
            self._prompts.tell(
                self._window,
                self.tr("没有存下来"),
                self.tr("写不进去：{reason}。文字还在窗口里，请先不要关。").format(reason=reason),
            )

    def _tell_read_only(self, reason: str) -> None:
        text = (
            self.tr("没有存下来：{reason}。文字还在窗口里。").format(reason=reason)
            if reason
            else self.tr("这个文件夹只能读，改了存不回去：{path}").format(path=self._project.path)
        )
        self._prompts.confirm(
            self._window,
            self.tr("存不进去"),
            text,
            self.tr("存成我的副本"),
            self._on_copy,
            detail=self.tr("副本放在你自己的场景文件夹里，原来的不动。"),
        )

    def _on_copy(self, yes: bool) -> None:
        if yes:
            self.save_copy()

    def _on_autosaved(self) -> None:
        self.said.emit(self.tr("已自动留存一版。"))

    def _on_autosave_failed(self, reason: str) -> None:
        QTimer.singleShot(0, self, weak_slot(self._tell_autosave, reason))

    def _tell_autosave(self, reason: str) -> None:
        self._prompts.tell(
            self._window,
            self.tr("自动留存不成"),
            self.tr("留存版本的文件夹写不进去：{reason}。请及时按 Ctrl+S 保存。").format(reason=reason),
        )

    def _faults(self) -> str:
        lines = []
        for code, name, params in self._project.store.faults:
            entry = catalogue()[code]
            words = (entry.zh, entry.cure_zh) if language() == "zh" else (entry.en, entry.cure_en)
            lines.append(f"{name}: {code} " + " ".join(part.format_map(params) for part in words))
        return "\n".join(lines)
