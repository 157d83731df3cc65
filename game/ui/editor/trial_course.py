"""What happened after an inject, turn by turn: decisions, what became of papers and problems, the rest counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from game.ui.i18n import listed
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import named

_ICONS = {"choice": "person", "adjust": "edit", "inject": "inbox", "problem": "warn", "phase": "flag"}


class Course(QTreeWidget):
    """A turn is a branch of the tree, what came in it its leaves."""

    def __init__(self, seats: Mapping[str, str], theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats, self._theme, self._icons = dict(seats), theme, icons
        self.setHeaderHidden(True)
        self.setIconSize(icons.size())
        self.setIndentation(theme.px(0.8))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(self, "editor.trial.course", self.tr("后来发生的"))

    def show_turns(self, turns: Sequence[Mapping[str, Any]]) -> None:
        """Show what came, every turn opened."""
        self.clear()
        for turn in turns:
            top = QTreeWidgetItem(self)
            top.setText(0, self.tr("第{turn}回合，到第{day}天").format(turn=turn["turn"], day=turn["day"]))
            top.setFont(0, self._theme.font(bold=True))
            for line in turn["lines"]:
                who = self._seats.get(line["seat"], line["who"])
                self._leaf(top, self.tr("{who}：{what}").format(who=who, what=line["text"]) if who else line["text"],
                           _ICONS.get(line["kind"], "info"))  # fmt: skip
            if turn["commands"]:
                counted = listed(f"{name} {count}" for name, count in turn["commands"].items())
                self._leaf(top, self.tr("指令：{commands}").format(commands=counted), "order")
            if not turn["lines"] and not turn["commands"]:
                self._leaf(top, self.tr("没有什么发生。"), "info")
            top.setExpanded(True)

    def _leaf(self, top: QTreeWidgetItem, text: str, icon: str) -> None:
        leaf = QTreeWidgetItem(top)
        leaf.setText(0, text)
        leaf.setToolTip(0, text)
        leaf.setIcon(0, self._icons.icon(icon, "muted"))
