"""F1: how a turn goes, what each desk is for, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from game.ui.theme import Theme
from game.ui.widgets import MarkdownView, button, label, named, spaced


class HelpDialog(QDialog):
    """One page of help that stays open beside the work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("帮助"))
        self.setObjectName("help")
        column = spaced(QVBoxLayout(self), theme, 6, 3)
        column.addWidget(label(self.tr("怎么推演"), "title"))
        text = MarkdownView(theme, grow=False)
        text.set_markdown(self._words())
        column.addWidget(named(text, "help.text", self.tr("帮助正文")), 1)
        row = spaced(QHBoxLayout(), theme, 0, 0)
        shut = button(self.tr("关闭"), kind="primary", name="help.close")
        shut.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(shut)
        column.addLayout(row)
        self.resize(theme.px(34), theme.px(30))

    def _words(self) -> str:
        parts = [
            self.tr(
                "### 一个回合\n\n"
                "1. **读**：先看右上角“待办”和收文，弄清谁、在哪、多少户、几天。\n"
                "2. **派**：写一道能量得出的战令，或者把一片、一项包给一个人。\n"
                "3. **看**：派人到现场去看。报上来的是记录，看到的才是真。\n"
                "4. **核**：申请销号的先复核，核过再销号，过一阵回头看。\n"
                "5. **结束本回合**：县里过完这几天，回来看回合报告里的“为什么”。"
            ),
            self.tr(
                "### 心里要有数\n\n"
                "- 每道令、每次会、每张表、每次检查都占基层工时。派得越多，做成的不一定越多。\n"
                "- 牵头不清、数量含糊、要求的证据太弱，账上会好看，地上没变。\n"
                "- 精力每回合恢复一次，用不完不结转。\n"
                "- 每一步都自动存盘，随时可以关掉，下次从“继续上次推演”接着来。"
            ),
            self.tr(
                "### 快捷键\n\n"
                "| 按键 | 作用 |\n|---|---|\n"
                "| F1 | 帮助 |\n| Ctrl+1 … Ctrl+9、Ctrl+0 | 换桌面 |\n| Ctrl+K | 查找桌面、地方、战令、问题 |\n"
                "| Ctrl+J | 打开或收起待办 |\n| Ctrl+Enter | 结束本回合 |\n| Esc | 关掉浮层 |\n"
                "| 地图：方向键、加减号、0 | 换地方、缩放、看全图 |"
            ),
        ]
        return "\n\n".join(parts)
