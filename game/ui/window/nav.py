"""The rail on the left: one button a desk, with the count of what waits there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.slots import weak_slot
from game.ui.way_back import way_back
from game.ui.widgets import Badge, Page, Rule, named, set_role, spaced
from game.ui.widgets.basic import button

_RULE = 1
"""Height of the line between the desks and the rest, pixels."""


class NavRail(QFrame):
    """Emits `chosen` (desk) and `asked` (home, search, settings, help)."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, bridge: Bridge, desks: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._buttons: dict[str, QPushButton] = {}
        self._badges: dict[str, Badge] = {}
        self._icons: dict[str, str] = {}
        self._loose = 0
        """Height of a row with its usual room, pixels."""
        self.setProperty("card", "rail")
        self._build_ui(desks)

    def _build_ui(self, desks: Sequence[tuple[str, str, str]]) -> None:
        column = spaced(QVBoxLayout(self), self._bridge.theme, 0, 0)
        column.setContentsMargins(0, self._bridge.theme.space(2), 0, self._bridge.theme.space(2))
        page = self._page = Page(self._bridge.theme, 0, 0)
        for number, (name, title, icon) in enumerate(desks, 1):
            key = self.tr("Ctrl+{number}").format(number=number % 10) if number <= 10 else ""
            made = self._button(name, title, icon, key)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(weak_slot(self._on_desk, name))
            badge = Badge(self._bridge.theme, made)
            row = QHBoxLayout(made)
            row.setContentsMargins(0, 0, self._bridge.theme.space(2), 0)
            row.addStretch(1)
            row.addWidget(badge)
            self._buttons[name], self._badges[name], self._icons[name] = made, badge, icon
            page.body.addWidget(made)
        page.body.addStretch(1)
        column.addWidget(page, 1)
        column.addWidget(Rule(self))
        self._foot = spaced(QBoxLayout(QBoxLayout.Direction.TopToBottom), self._bridge.theme, 0, 0)
        self._others: dict[QPushButton, tuple[str, str]] = {}
        """What is no desk, with its words and its key."""
        for name, title, icon, key in (
            ("search", self.tr("查找与命令"), "search", "Ctrl+K"),
            ("help", self.tr("帮助"), "help", "F1"),
            ("settings", self.tr("设置"), "settings", ""),
            ("home", *way_back(tried=self._bridge.tried), ""),
        ):
            made = self._button(name, title, icon, key)
            made.clicked.connect(weak_slot(self._on_asked, name))
            self._others[made] = (title, key)
            self._foot.addWidget(made)
        column.addLayout(self._foot)
        self.setFixedWidth(self._bridge.theme.px(8))

    def mark(self, name: str) -> None:
        """Show which desk is on."""
        for key, made in self._buttons.items():
            on = key == name
            made.setChecked(on)
            if on:
                self._page.ensureWidgetVisible(made, 0, 0)
            made.setIcon(self._bridge.icons.icon(self._icons[key], "accent" if on else "muted"))

    def set_badge(self, name: str, count: int, *, urgent: bool) -> None:
        """Show how many things wait on a desk."""
        self._badges[name].set_count(count, urgent=urgent)
        title = self._buttons[name].text()
        words = self.tr("{title}，{count}件待处理").format(title=title, count=count) if count else title
        self._buttons[name].setAccessibleName(words)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every desk in sight: in a low window the rest stands in one row without words, then rows move together.

        Both are decided from the height alone, which neither changes.
        """
        super().resizeEvent(event)
        if not self._loose:
            self._loose = max((made.sizeHint().height() for made in self._buttons.values()), default=0)
        room = self.height() - 2 * self._bridge.theme.space(2) - _RULE
        bare = room < self._loose * (len(self._buttons) + len(self._others))
        share = (room - self._loose) // max(1, len(self._buttons)) if bare else self._loose
        for made in self._buttons.values():
            set_role(made, "tight", share < self._loose)
            made.setMinimumHeight(min(share, self._loose))  # what its words need it has in any case
        for made, (title, key) in self._others.items():
            made.setText("" if bare else title)
            made.setToolTip("\n".join(part for part in (title, key) if part) if bare else key or title)
            set_role(made, "bare", bare)
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if bare else way.TopToBottom)

    def _button(self, name: str, title: str, icon: str, key: str) -> QPushButton:
        made = button(
            title, self._bridge.icons, icon, kind="nav", name=f"nav.{name}", tip=key or title, accessible=title
        )
        made.setIcon(self._bridge.icons.icon(icon, "muted"))
        return named(made, f"nav.{name}", title)

    def _on_desk(self, name: str) -> None:
        self.chosen.emit(name)

    def _on_asked(self, name: str) -> None:
        self.asked.emit(name)
