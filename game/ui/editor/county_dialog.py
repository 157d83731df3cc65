"""A county on its way into the draft: its two files chosen, its townships and villages looked at, then taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from game.scenario.files import COUNTY
from game.ui.editor.county_model import CountyPreview, preview
from game.ui.editor.import_dialog import ImportDialog
from game.ui.editor.import_lines import Line
from game.ui.icons import Icons
from game.ui.prompts import Prompts
from game.ui.theme import Theme
from game.ui.widgets import Elided, button, label, named, spaced
from game.ui.worker import Worker

_HIGH = 22
"""Lines of text that a screen has to have for the rows and what is said of one to stand below each other."""


class CountyDialog(ImportDialog):
    """Reads once both files are chosen."""

    def __init__(
        self,
        bundle: Mapping[str, str],
        theme: Theme,
        icons: Icons,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        single: bool = False,
        worker: Worker | None = None,
    ) -> None:
        """`bundle` are the draft's texts, `single` whether it is one file without room for a second."""
        heads = (
            (self.tr("文件"), 6.0),
            (self.tr("乡镇"), 6.0),
            (self.tr("村、安置点或项目"), -1.0),
            (self.tr("户数或数值"), 4.0),
        )
        super().__init__("editor.county", heads, theme, icons, parent, worker)
        self._bundle, self._prompts, self._single = dict(bundle), prompts, single
        self._map: Path | None = None
        self._table: Path | None = None
        self.found: CountyPreview | None = None
        """What was made of the files last."""
        self.setWindowTitle(self.tr("导入县情"))
        grid = spaced(QGridLayout(), theme, 0, 2)
        grid.setColumnStretch(1, 1)
        self.map_name, self.table_name = Elided(parent=self), Elided(parent=self)
        self.choose_map = button(
            self.tr("选择…"), icons, "map", name="editor.county.map", accessible=self.tr("选择乡镇边界（GeoJSON）")
        )
        self.choose_table = button(
            self.tr("选择…"), icons, "list", name="editor.county.table", accessible=self.tr("选择村表（xlsx 或 csv）")
        )
        self.name = named(QLineEdit(self), "editor.county.name", self.tr("县的名称"))
        self.name.setPlaceholderText(self.tr("不写就用文件里的"))
        self.name.setMaxLength(40)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (self.tr("乡镇边界（GeoJSON）"), self.map_name, self.choose_map),
            (self.tr("村表（xlsx 或 csv）"), self.table_name, self.choose_table),
            (self.tr("县的名称"), self.name, None),
        )
        for number, (word, field, choose) in enumerate(rows):
            grid.addWidget(label(word), number, 0)
            grid.addWidget(field, number, 1)
            if choose is not None:
                grid.addWidget(choose, number, 2)
        self.top.addLayout(grid)
        self.fit = named(
            QCheckBox(self.tr("同时改 scenario.yaml 的 county：用这个县的全部乡镇"), self),
            "editor.county.fit",
            self.tr("同时改 scenario.yaml 的 county：用这个县的全部乡镇"),
        )
        self.fit.setChecked(True)
        self.fit.setVisible(False)
        self.choices.addWidget(self.fit)
        if self.screen().availableSize().height() < theme.px(_HIGH):
            self.rows.setOrientation(Qt.Orientation.Horizontal)
        self.choose_map.clicked.connect(self._on_choose_map)
        self.choose_table.clicked.connect(self._on_choose_table)
        self.name.editingFinished.connect(self._on_named)
        self.fit.toggled.connect(self._on_fit)
        self._named = ""
        self.read()

    # Public methods

    def use_map(self, path: Path) -> None:
        """Take a map of townships."""
        self._map = path
        self.read()

    def use_table(self, path: Path) -> None:
        """Take a table of villages."""
        self._table = path
        self.read()

    def read(self) -> None:
        """Read both files, once there are both."""
        self.map_name.setText(self._map.name if self._map is not None else self.tr("还没有选"))
        self.table_name.setText(self._table.name if self._table is not None else self.tr("还没有选"))
        self.again.setEnabled(self._map is not None and self._table is not None)
        if self._map is None or self._table is None:
            self.refuse(self.tr("先选好乡镇边界和村表两个文件。"))
            return
        self._named = self.name.text().strip()
        map_path, table, name, bundle, single = self._map, self._table, self._named, self._bundle, self._single
        self.send(lambda: preview(map_path, table, name, bundle, single=single), self._on_seen)

    def place_of(self, line: Line) -> str:
        """Return where a line stands: a township of the map, or a row of the table."""
        if line.key[2] and self._map is not None and line.key[0] == self._map.name:
            return self.tr("要素 {number}").format(number=line.key[2])
        return super().place_of(line)

    # Slots

    def _on_choose_map(self) -> None:
        title, pattern = self.tr("选择乡镇边界"), self.tr("乡镇边界 (*.geojson *.json)")
        self._prompts.open_file(self, title, pattern, self.use_map)

    def _on_choose_table(self) -> None:
        title, pattern = self.tr("选择村表"), self.tr("村表 (*.xlsx *.csv)")
        self._prompts.open_file(self, title, pattern, self.use_table)

    def _on_named(self) -> None:
        if self.name.text().strip() != self._named:
            self.read()

    def _on_seen(self, found: CountyPreview) -> None:
        self.found = found
        towns = sum(line.key[0] == self.map_name.text() and line.key[2] > 0 for line in found.lines)
        rows = sum(line.key[0] == self.table_name.text() and line.key[2] > 0 for line in found.lines)
        self.show_lines(found.lines, self.tr("{towns} 个乡镇，{rows} 行").format(towns=towns, rows=rows))
        self.fit.setVisible(bool(found.fitted))
        self._on_fit()

    def _on_fit(self, *_: object) -> None:
        found = self.found
        if found is None:
            return
        if found.county is None:
            told = self.tr("还有 {count} 处错误，不能导入：改好文件存盘，再按“再读一遍”。什么也没有写。")
            self.refuse(told.format(count=found.errors))
            return
        fitted = bool(found.fitted) and self.fit.isChecked()
        faults = found.faults[1 if fitted else 0]
        why = self.tr("放进正在编辑的场景（county.yaml），可以撤销，保存以后才到盘上。")
        if COUNTY in self._bundle:
            why += self.tr("原来的 county.yaml 由它代替。")
        if faults:
            why += self.tr("放进以后场景有 {count} 处错误要改：席位、地点里写的乡镇和村要换成这个县的。").format(
                count=faults
            )
        self.offer(dict(found.fitted if fitted else found.texts), self.tr("导入这个县"), why)
