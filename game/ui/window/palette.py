"""Ctrl+K: one field that finds desks, actions, places and records."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.widgets import SearchBox, label, named, spaced

_MOST = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be jumped to or done."""

    text: str
    kind: str
    icon: str
    desk: str
    """Desk to show; empty for an action."""
    ref: str
    """Record or place to focus, or the action's name."""


class Palette(QFrame):
    """Floats over the window. `chosen` carries the Entry."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entries: list[Entry] = []
        self.setProperty("card", "true")
        self._build_ui()
        self.setVisible(False)

    def _build_ui(self) -> None:
        theme = self._bridge.theme
        column = spaced(QVBoxLayout(self), theme, 3, 2)
        self.field = SearchBox(
            self._bridge.icons, self.tr("找席位桌面、乡镇村、战令、问题，或要做的事"), "palette.field"
        )
        self.list = named(QListWidget(self), "palette.list", self.tr("查找结果"))
        self.list.setIconSize(self._bridge.icons.size())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(label(self.tr("↑ ↓ 选择 · Enter 前往 · Esc 关闭"), "small", wrap=True))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)

    def open(self, fixed: list[Entry], view: View, last: list[Entry]) -> None:
        """Show the palette over its parent: desks and actions first, then places and records, then what is left."""
        names = self._bridge.names
        self._entries = list(fixed)
        zones = {t.zone for t in view.townships}
        self._entries += [
            Entry(name, self.tr("战区"), "layers", "map", f"zone:{key}") for key, name in view.zones if key in zones
        ]
        self._entries += [Entry(t.name, self.tr("乡镇"), "map", "map", f"township:{t.id}") for t in view.townships]
        self._entries += [
            Entry(names.place(f"village:{v.id}", full=True), self.tr("村"), "map", "map", f"village:{v.id}")
            for v in view.villages
        ]
        self._entries += [
            Entry(f"{names.title(o.id)} {names.task(o.task)}", self.tr("战令"), "order", "order", o.id)
            for o in view.orders
        ]
        self._entries += [Entry(p.title, self.tr("问题"), "ledger", "supervision", p.id) for p in view.problems]
        self._entries += [Entry(i.record.title, self.tr("收文"), "inbox", "inbox", i.record.id) for i in view.inbox]
        self._entries += last
        parent = self.parentWidget()
        if parent is not None:
            width = min(self._bridge.theme.px(32), parent.width() - 40)
            top = min(self._bridge.theme.px(3), parent.height() // 10)
            height = min(self._bridge.theme.px(22), parent.height() - 2 * top)
            self.setGeometry((parent.width() - width) // 2, top, width, height)
        self.field.clear()
        self._on_text("")
        self.setVisible(True)
        self.raise_()
        self.field.setFocus()

    def put_away(self) -> None:
        """Close."""
        self.setVisible(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter takes, while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem() is not None:
                self._on_item(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        words = text.casefold().split()
        found = [e for e in self._entries if all(word in f"{e.text} {e.kind}".casefold() for word in words)]
        self.list.clear()
        for entry in found[:_MOST]:
            item = QListWidgetItem(self._bridge.icons.icon(entry.icon, "muted"), f"{entry.text}    {entry.kind}")
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _on_item(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        self.put_away()
        self.chosen.emit(entry)
