"""An event list on its way into the draft: its columns, chosen by hand where not recognised, then its events."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from game.authoring.events.columns import Mapping, read_mapping, write_mapping
from game.authoring.notes import Notes
from game.scenario.check import Checked
from game.ui.editor.events_model import EventList, Preview, Wish, preview, read_list
from game.ui.editor.import_dialog import ImportDialog
from game.ui.editor.mapping_panel import MappingPanel
from game.ui.editor.note_words import cure, said
from game.ui.errand import reason
from game.ui.i18n import language, listed
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.worker import Worker


class EventsDialog(ImportDialog):
    """Reads as soon as it is made, and again when a column is chosen."""

    def __init__(
        self,
        path: Path,
        there: Checked,
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        single: bool = False,
        worker: Worker | None = None,
    ) -> None:
        """`there` is the draft as it was checked, `single` whether it is one file without room for a second."""
        heads = ((self.tr("编号"), 7.0), (self.tr("时间"), 7.0), (self.tr("接收方"), 8.0), (self.tr("标题"), -1.0))
        super().__init__("editor.events", heads, theme, icons, parent, worker)
        self._path, self._there, self._prompts, self._single = path, there, prompts, single
        self._wish = Wish()
        self._read: EventList | None = None
        self.found: Preview | None = None
        """What was made of the list last."""
        self.setWindowTitle(self.tr("导入事件清单：{file}").format(file=path.name))
        self.panel = MappingPanel(theme, icons, self)
        self.split.insertWidget(0, self.panel)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([theme.wide(15), theme.wide(49)])
        self.panel.sheet_chosen.connect(self._on_sheet)
        self.panel.chosen.connect(self._on_mapping)
        self.panel.fetch_asked.connect(self._on_fetch)
        self.panel.keep_asked.connect(self._on_keep)
        self.read()

    def read(self) -> None:
        """Read the file again, as the columns are chosen now."""
        self._read = None
        self._look()

    # Slots

    def _on_seen(self, found: Preview) -> None:
        self.found, self._read = found, found.read
        brought, notes = found.brought, found.brought.notes
        sheets = [sheet.name for sheet in found.read.sheets]
        self.panel.show_mapping(sheets, found.sheet, found.headings, found.mapping)
        rows = sum(line.key[2] > 0 for line in found.lines)
        self.show_lines(found.lines, self.tr("{count} 件情况").format(count=rows))
        if brought.files:
            word = self.tr("导入 {count} 件情况").format(count=len(brought.events))
            why = self.tr("写进正在编辑的场景（{file}），可以撤销，保存以后才到盘上。").format(
                file=listed(brought.files)
            )
            if notes.found:
                why += self.tr("警告不妨碍导入，写明了程序怎么取舍。")
            self.offer(brought.files, word, why)
        elif brought.head is None and found.headings:
            self.refuse(self.tr("还不知道哪一列是什么：在左边选，或把表头改成提示里的词。什么也没有写。"))
        else:
            told = self.tr("还有 {count} 处错误，不能导入：改好清单存盘，再按“再读一遍”。什么也没有写。")
            self.refuse(told.format(count=notes.errors))

    def _on_sheet(self, name: str) -> None:
        self._wish = Wish(name)
        self._look()

    def _on_mapping(self, mapping: Mapping) -> None:
        self._wish = Wish(mapping.sheet, mapping)
        self._look()

    def _on_fetch(self) -> None:
        title, pattern = self.tr("取列对照"), self.tr("列对照文件 (*.json)")
        self._prompts.open_file(self, title, pattern, self.use_mapping)

    def _on_keep(self) -> None:
        title, pattern = self.tr("存列对照"), self.tr("列对照文件 (*.json)")
        self._prompts.save_file(self, title, pattern, f"{self._path.stem}.json", self.keep_mapping)

    # Public methods

    def use_mapping(self, path: Path) -> None:
        """Read the list by the mapping of a file; a file that is none is told."""
        notes = Notes()
        mapping = read_mapping(path, notes)
        if mapping is None:
            told = "\n".join(f"{said(note)} {cure(note)}" for note in notes.all())
            self._prompts.tell(self, self.tr("取列对照"), told)
            return
        self._wish = Wish(mapping.sheet, mapping)
        self._look()

    def keep_mapping(self, path: Path) -> None:
        """Keep what is chosen in a file; that it cannot be written is told."""
        if path.suffix.lower() != ".json":
            path = path.with_name(path.name + ".json")
        try:
            write_mapping(path, self.panel.mapping())
        except OSError as error:
            told = self.tr("不能写入 {path}：{reason}").format(path=path, reason=reason(error))
            self._prompts.tell(self, self.tr("存列对照"), told)

    # Helpers

    def _look(self) -> None:
        read, path, there, wish, single, lang = (
            self._read,
            self._path,
            self._there,
            self._wish,
            self._single,
            language(),
        )
        self.send(lambda: preview(read or read_list(path), there, wish, single=single, lang=lang), self._on_seen)
