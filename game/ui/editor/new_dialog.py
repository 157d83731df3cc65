"""A new scenario: its name, and what it begins as."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from game import resources
from game.authoring.new import TEMPLATES, TEMPLATES_FOLDER, template_dir
from game.scenario.title_page import read_card
from game.ui.editor.store import BLANK, free_name, good_name
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, set_role, spaced


class NewScenarioDialog(QDialog):
    """Emits `chosen` (name, path of the template or None for the blank one)."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("新建场景"))
        self.setObjectName("editor.new")
        column = spaced(QVBoxLayout(self), theme, 4, 2)
        column.addWidget(label(self.tr("从哪一份开始"), "heading"))
        self.list = named(QListWidget(self), "editor.new.templates", self.tr("模板"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paths: list[Path | None] = [None]
        self.list.addItem(QListWidgetItem(icons.icon("plus", "accent"), self.tr("空白：一个席位、一条情况")))
        said = {
            "first": self.tr("一页起步：一个席位、四周，一件要办的事，一件要拿主意的事（练手用，规模小，认证通不过）"),
            "table": self.tr("三席桌面：县长、乡镇指挥长、督战队长，六周，事事要商量着定"),
            "campaign": self.tr("分阶段战役：四个席位、五个阶段、十二周，最后退出评估"),
        }
        for template in TEMPLATES:
            self._paths.append(template_dir(template.name))
            self.list.addItem(QListWidgetItem(icons.icon("order", "accent"), said.get(template.name, template.zh)))
        for name in resources.list_scenarios():
            path = resources.scenario_dir(name)
            card = read_card(path)
            self._paths.append(path)
            title = card.title if card is not None and card.title else name
            self.list.addItem(
                QListWidgetItem(icons.icon("flag", "accent"), self.tr("照着“{title}”").format(title=title))
            )
        column.addWidget(self.list, 1)
        column.addWidget(label(self.tr("编号（也是文件夹的名字）"), "heading"))
        self.name = named(QLineEdit(free_name("my-scenario"), self), "editor.new.name", self.tr("编号"))
        column.addWidget(self.name)
        self.fault = label("", "overdue", wrap=True)
        column.addWidget(self.fault)
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        shut = button(self.tr("不建了"), name="editor.new.close")
        self.make = button(self.tr("新建"), icons, "edit", kind="primary", name="editor.new.make")
        self.make.setDefault(True)
        foot.addStretch(1)
        foot.addWidget(shut)
        foot.addWidget(self.make)
        column.addLayout(foot)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(self._on_make)
        self.name.textChanged.connect(self._on_name)
        self.make.clicked.connect(self._on_make)
        shut.clicked.connect(self.reject)
        self._typed = False
        self.name.textEdited.connect(self._on_typed)
        self.list.setCurrentRow(0)
        self.resize(QSize(theme.wide(26), theme.wide(22)))

    def _on_typed(self, _text: str) -> None:
        self._typed = True

    def _on_row(self, row: int) -> None:
        """Propose a name after the template, as long as the user has not written one."""
        if not self._typed and 0 <= row < len(self._paths):
            path = self._paths[row]
            beginning = path is None or path.parent.name == TEMPLATES_FOLDER
            stem = path.stem if path is not None else BLANK
            self.name.setText(free_name(f"my-{stem}" if beginning else stem))

    def _on_name(self, text: str) -> None:
        fault = ""
        if not good_name(text):
            fault = self.tr("编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。")
        elif free_name(text) != text:
            fault = self.tr("已经有这个名字的场景了。")
        self.fault.setText(fault)
        set_role(self.name, "bad", bool(fault))
        self.make.setEnabled(not fault)

    def _on_make(self, *_: object) -> None:
        if self.make.isEnabled():
            self.chosen.emit(self.name.text(), self._paths[self.list.currentRow()])
            self.accept()
