"""A new scenario: its title, what it begins as, and the language of its keys; its id is found for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from game import resources
from game.authoring.new import TEMPLATES, template_dir
from game.scenario.keys import Keys
from game.scenario.title_page import read_card
from game.ui.editor.store import TITLE_SIGNS, Beginning, free_name, good_name, name_for, one_line
from game.ui.i18n import language
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, set_role, spaced


class NewScenarioDialog(QDialog):
    """Emits `chosen` (Beginning)."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("新建场景"))
        self.setObjectName("editor.new")
        self._icons = icons
        self._own_title = self._own_name = False
        """Whether the user wrote them; else they follow the template and the title."""
        self._paths: list[Path | None] = []
        self._titles: list[str] = []
        column = spaced(QVBoxLayout(self), theme, 4, 2)
        column.addWidget(label(self.tr("标题"), "heading"))
        self.title = named(QLineEdit(self), "editor.new.title", self.tr("标题"))
        self.title.setPlaceholderText(self.tr("给场景起个名字，例如：云岭镇饮水攻坚"))
        column.addWidget(self.title)
        column.addWidget(label(self.tr("从哪一份开始"), "heading"))
        self.list = named(QListWidget(self), "editor.new.templates", self.tr("模板"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill()
        column.addWidget(self.list, 1)
        self.chinese = named(QCheckBox(self.tr("用中文的键写"), self), "editor.new.chinese", self.tr("用中文的键写"))
        self.chinese.setToolTip(self.tr("正文里写“标题”“席位”，不写 title、seats"))
        self.chinese.setChecked(language() == "zh")
        column.addWidget(self.chinese)
        row = spaced(QHBoxLayout(), theme, 0, 0)
        self.more = button(self.tr("编号（文件夹的名字）"), icons, "chevron", kind="quiet", name="editor.new.more")
        self.more.setCheckable(True)
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        self.name = named(QLineEdit(self), "editor.new.name", self.tr("编号"))
        self.name.hide()
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
        self.title.textEdited.connect(self._on_title_typed)
        self.name.textEdited.connect(self._on_name_typed)
        self.title.textChanged.connect(self._on_title)
        self.name.textChanged.connect(self._judge)
        self.more.toggled.connect(self._on_more)
        self.make.clicked.connect(self._on_make)
        shut.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        self.title.selectAll()
        self.title.setFocus()
        self.resize(QSize(theme.wide(26), theme.wide(25)))

    # Helpers

    def _fill(self) -> None:
        said = {
            "first": self.tr("一页起步：一个席位、四周，一件要办的事，一件要拿主意的事（练手用，规模小，认证通不过）"),
            "table": self.tr("三席桌面：县长、乡镇指挥长、督战队长，六周，事事要商量着定"),
            "campaign": self.tr("分阶段战役：四个席位、五个阶段、十二周，最后退出评估"),
        }
        self._add(None, self.tr("空白：一个席位、一条情况"), self.tr("未命名的场景"), "plus")
        for template in TEMPLATES:
            self._add(template_dir(template.name), said.get(template.name, template.zh), "", "order")
        for name in resources.list_scenarios():
            path = resources.scenario_dir(name)
            card = read_card(path)
            title = card.title if card is not None and card.title else name
            copy = self.tr("{title}（副本）").format(title=title)
            self._add(path, self.tr("照着“{title}”").format(title=title), copy, "flag")

    def _add(self, path: Path | None, said: str, title: str, icon: str) -> None:
        """Offer a beginning; without a title of its own it proposes the one it has in its text."""
        card = read_card(path) if path is not None and not title else None
        self._paths.append(path)
        self._titles.append(card.title if card is not None else title)
        self.list.addItem(QListWidgetItem(self._icons.icon(icon, "accent"), said))

    def _judge(self, *_: object) -> None:
        """Say what keeps the scenario from being made, and where."""
        title, name = one_line(self.title.text()), self.name.text()
        bad_title = bad_name = ""
        if not title:
            bad_title = self.tr("先写一个标题。")
        elif len(title) > TITLE_SIGNS:
            bad_title = self.tr("标题最多 {count} 个字。").format(count=TITLE_SIGNS)
        if not good_name(name):
            bad_name = self.tr("编号用小写字母开头，只含小写字母、数字、- 和 _，最多 48 个。")
        elif free_name(name) != name:
            bad_name = self.tr("已经有这个编号的场景了。")
        self.fault.setText(bad_title or bad_name)
        set_role(self.title, "bad", bool(bad_title))
        set_role(self.name, "bad", bool(bad_name))
        self.make.setEnabled(not bad_title and not bad_name)

    # Slots

    def _on_row(self, row: int) -> None:
        """Propose the beginning's title, as long as the user has not written one."""
        if not self._own_title and 0 <= row < len(self._titles):
            self.title.setText(self._titles[row])

    def _on_title_typed(self, _text: str) -> None:
        self._own_title = True

    def _on_name_typed(self, _text: str) -> None:
        self._own_name = True

    def _on_title(self, text: str) -> None:
        if not self._own_name:
            self.name.setText(name_for(one_line(text), datetime.now().astimezone().date()))
        self._judge()

    def _on_more(self, opened: bool) -> None:
        self.name.setVisible(opened)
        self.more.setIcon(self._icons.icon("unfold" if opened else "chevron", "accent"))

    def _on_make(self, *_: object) -> None:
        if self.make.isEnabled():
            template = self._paths[self.list.currentRow()]
            keys: Keys = "zh" if self.chinese.isChecked() else "en"
            self.chosen.emit(Beginning(one_line(self.title.text()), self.name.text(), template, keys))
            self.accept()
