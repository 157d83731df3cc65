"""Tables into the draft and out of it: event lists and counties. What comes in stays unsaved until the author saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from game.authoring.stretches import stretch
from game.county.place import County
from game.scenario.check import Checked
from game.scenario.files import COUNTY
from game.ui.editor.checking import Checking
from game.ui.editor.contract import Draft
from game.ui.editor.project import Project
from game.ui.editor.words import counted
from game.ui.errand import Errand, reason
from game.ui.i18n import language, listed, translate
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.worker import Worker


class Tables(QObject):
    """Signals: `said` (str) for the line of state, `place_asked` (file, line, column)."""

    said = Signal(str)
    place_asked = Signal(str, int, int)

    def __init__(
        self, project: Project, checking: Checking, theme: Theme, icons: Icons, prompts: Prompts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window, self._project, self._checking = window, project, checking
        self._theme, self._icons, self._prompts = theme, icons, prompts
        self._errand: Errand | None = None
        self._draft: Draft | None = None
        """What the dialog that is open was made for."""
        self.worker: Worker | None = None
        """Does the work; a thread of its own where it is None."""

    def add_to(self, menu: QMenu) -> None:
        """Add what can be done to a menu."""
        icon = self._icons.icon
        menu.addAction(icon("list"), self.tr("导入事件清单…")).triggered.connect(self.import_events)
        menu.addAction(icon("plus"), self.tr("下载空白事件清单…")).triggered.connect(self.download_sample)
        menu.addAction(icon("ledger"), self.tr("导出事件清单…")).triggered.connect(self.export_events)
        menu.addAction(icon("map"), self.tr("导入县情…")).triggered.connect(self.import_county)
        menu.addAction(icon("map"), self.tr("导出县情…")).triggered.connect(self.export_county)

    def import_events(self) -> None:
        """Ask for an event list and show what it comes to."""
        if self._sound(self.tr("先改掉错误再导入：{counts}")) is None:
            return
        title, pattern = self.tr("导入事件清单"), self.tr("事件清单 (*.xlsx *.csv)")
        self._prompts.open_file(self._window, title, pattern, self.show_events)

    def show_events(self, path: Path) -> None:
        """Show what an event list comes to in the draft."""
        from game.ui.editor.events_dialog import EventsDialog

        self._draft = self._checking.now()
        dialog = EventsDialog(
            path,
            self._draft.checked,
            self._theme,
            self._icons,
            self._prompts,
            self._window,
            single=self._project.store.single,
            worker=self.worker,
        )
        dialog.taken.connect(self._on_events)
        dialog.open()

    def import_county(self) -> None:
        """Ask for a county's files and show what they come to; the draft may have errors, for want of its county."""
        from game.ui.editor.county_dialog import CountyDialog

        self._draft = self._checking.now()
        dialog = CountyDialog(
            self._draft.bundle,
            self._theme,
            self._icons,
            self._prompts,
            self._window,
            single=self._project.store.single,
            worker=self.worker,
        )
        dialog.taken.connect(self._on_county)
        dialog.open()

    def export_events(self) -> None:
        """Ask where to, then write the draft's injects as an event list."""
        checked = self._sound(self.tr("先改掉错误再导出：{counts}"))
        if checked is None or checked.scenario is None:
            return
        title, pattern = self.tr("导出事件清单"), self.tr("Excel 工作簿 (*.xlsx)")
        name = f"{checked.scenario.id}.xlsx"

        def chosen(path: Path) -> None:
            self._write(checked, path)

        self._prompts.save_file(self._window, title, pattern, name, chosen)

    def download_sample(self) -> None:
        """Ask where to, then write an empty event list with this scenario's seats, to be filled in and imported."""
        from game.authoring.events import sample_name

        checked = self._sound(self.tr("先改掉错误再下载：{counts}"))
        if checked is None:
            return
        title, pattern = self.tr("下载空白事件清单"), self.tr("Excel 工作簿 (*.xlsx)")

        def chosen(path: Path) -> None:
            self._write_sample(checked, path)

        self._prompts.save_file(self._window, title, pattern, sample_name(language()), chosen)

    def export_county(self) -> None:
        """Ask for a folder, then write the draft's county into it: a map and tables, to be changed and taken back."""
        county = self._checking.county
        if self._checking.now().checked.county is None or county is None:
            self.said.emit(self.tr("这个场景的县域现在读不出来，先改好 county 那一段。"))
            return

        def chosen(folder: Path) -> None:
            self._write_county(county, folder)

        self._prompts.open_folder(self._window, self.tr("把县情写进哪个文件夹"), self._project.path, chosen)

    def _write_county(self, county: County, folder: Path) -> None:
        from game.authoring.export import FILES, write_out

        title = self.tr("导出县情")
        taken = [name for name in FILES if (folder / name).exists()]
        if taken:  # nobody was asked about these
            told = self.tr("文件夹里已经有 {files}，请换一个文件夹。").format(files=listed(taken))
            self._prompts.tell(self._window, title, told)
            return
        try:
            files = write_out(county, folder)
        except OSError as error:
            told = self.tr("没有写出来：{reason}。请换一个可以写入的地方。").format(reason=reason(error))
            self._prompts.tell(self._window, title, told)
            return
        told = self.tr("已写出地图和村表：{files}。改好后用“导入县情…”取回。")
        self.said.emit(told.format(files=listed(file.name for file in files)))

    # Slots

    def _on_events(self, texts: Mapping[str, str]) -> None:
        name = next(iter(texts))
        before = self._project.workbook.texts().get(name, "")
        at = _first_new(before, texts[name])
        if self._put(texts):
            self.said.emit(
                self.tr("情况已加进 {file}，还没有保存；Ctrl+Z 可以撤销。").format(file=name),
            )
            self.place_asked.emit(name, at, 1)

    def _on_county(self, texts: Mapping[str, str]) -> None:
        if self._put(texts):
            told = self.tr("县情已放进 {file}，还没有保存；Ctrl+Z 可以撤销。").format(file=COUNTY)
            if len(texts) == 1:
                told += self.tr("scenario.yaml 的 county 里，townships 写这个县的乡镇编号，不写就是全县。")
            self.said.emit(told)
            self.place_asked.emit(COUNTY, 1, 1)

    def _on_written(self, found: tuple[Path, int, dict[str, int]]) -> None:
        path, count, rest = found
        told = self.tr("已写出 {count} 件情况：{path}").format(count=count, path=path)
        self.said.emit(told)
        if rest:
            names = _parts()
            parts = listed(
                self.tr("{part} {count} 件").format(part=names[part], count=many) for part, many in rest.items()
            )
            left = self.tr("清单里没有这些内容，仍以场景文件为准：{parts}。").format(parts=parts)
            self._prompts.tell(self._window, self.tr("导出事件清单"), f"{told}\n{left}")

    def _on_sample(self, path: Path) -> None:
        told = self.tr("已写出空白事件清单：{path}。填好后用“导入事件清单…”取回。").format(path=path)
        self.said.emit(told)

    def _on_failed(self, error: Exception) -> None:
        told = self.tr("没有写出来：{reason}。请换一个可以写入的地方。").format(reason=reason(error))
        self._prompts.tell(self._window, self.tr("写出事件清单"), told)

    # Helpers

    def _sound(self, told: str) -> Checked | None:
        """Return the draft where it has no errors; else say so."""
        checked = self._checking.now().checked
        if checked.scenario is None:
            self.said.emit(told.format(counts=counted(checked.findings)))
            return None
        return checked

    def _put(self, texts: Mapping[str, str]) -> bool:
        """Put texts into the draft as one step of undo, if it still is what the dialog was made for."""
        workbook = self._project.workbook
        if self._draft is None or self._draft.version != workbook.version:
            self.said.emit(self.tr("没有改：文字已经变了，请再试一次。"))
            return False
        now = workbook.texts()
        fixes = [fix for name, text in texts.items() for fix in stretch(name, now.get(name, ""), text)]
        done = workbook.apply(fixes, new=[name for name in texts if name not in now])
        self._checking.start()
        return done

    def _write(self, checked: Checked, chosen: Path) -> None:
        path = self._as_workbook(chosen)
        if path is None:
            return

        def work(_: Errand) -> tuple[Path, int, dict[str, int]]:
            from game.authoring.events import county_of, frame_of, write_events
            from game.authoring.events.export import left_out

            assert checked.scenario is not None
            count = write_events(checked.scenario, frame_of(checked.scenario, county_of(checked)), path)
            return path, count, left_out(checked.scenario)

        self._start(work, self._on_written)

    def _write_sample(self, checked: Checked, chosen: Path) -> None:
        path, lang = self._as_workbook(chosen), language()
        if path is None:
            return

        def work(_: Errand) -> Path:
            from game.authoring.events import county_of, frame_of, write_sample

            assert checked.scenario is not None
            write_sample(frame_of(checked.scenario, county_of(checked)), path, lang)
            return path

        self._start(work, self._on_sample)

    def _as_workbook(self, path: Path) -> Path | None:
        """Return the path with the ending of a workbook; None where that is another file, after saying so."""
        if path.suffix.lower() == ".xlsx":
            return path
        path = path.with_name(path.name + ".xlsx")
        if not path.exists():
            return path
        told = self.tr("{path} 已经有了，请换一个名字。").format(path=path)  # nobody was asked about this one
        self._prompts.tell(self._window, self.tr("写出事件清单"), told)
        return None

    def _start(self, work: Callable[[Errand], object], done: Callable[..., None]) -> None:
        self._errand = Errand("events", self.worker)
        self._errand.done.connect(done)
        self._errand.failed.connect(self._on_failed)
        self._errand.start(work)


def _first_new(before: str, after: str) -> int:
    """Return the first line, from 1, that a text has more than the one before and that says something."""
    old, new = before.split("\n"), after.split("\n")
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return next((at for at, line in enumerate(new[same:], same + 1) if line.strip()), 1)


def _parts() -> dict[str, str]:
    """Return what the parts are called that an event list has no column for."""
    return {
        "problem": translate("Tables", "问题"),
        "options": translate("Tables", "选项"),
        "effects": translate("Tables", "后果"),
        "escalate": translate("Tables", "升级"),
        "variants": translate("Tables", "别的写法"),
        "trap": translate("Tables", "陷阱"),
    }
