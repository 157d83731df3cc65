"""Messages between seats: the words of a thread and a line to write in; the desk puts the list of threads beside."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from game.exercise.entities import Message
from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.models import Column
from game.ui.widgets import EmptyState, Page, RecordTable, RefusalBar, button, clear, label, named, spaced

_BESIDE = 30
"""Width, ems, from which whom a message goes to stands beside its line."""


@dataclass(frozen=True, slots=True)
class Thread:
    """All words exchanged with one counterpart, oldest first."""

    id: str
    """Counterpart's seat; `all` for what everybody got."""
    messages: tuple[Message, ...]


def threads(view: View) -> tuple[Thread, ...]:
    """Sort a view's messages by counterpart, the latest thread first."""
    found: dict[str, list[Message]] = {}
    for message in view.messages:
        if message.kind == "broadcast":
            key = "all"
        elif message.sender == view.viewer:
            key = message.to[0] if message.to else "all"
        else:
            key = message.sender
        found.setdefault(key, []).append(message)
    made = [Thread(key, tuple(sorted(rows, key=lambda m: m.day))) for key, rows in found.items()]
    return tuple(sorted(made, key=lambda t: (-t.messages[-1].day, t.id)))


class MessagesPane(QWidget):
    """Threads and a compose line."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._build_ui()

    def _build_ui(self) -> None:
        theme, icons, bridge = self._bridge.theme, self._bridge.icons, self._bridge
        row = spaced(QHBoxLayout(self), theme, 0, 0)
        everyone = self.tr("全体通知")
        columns: list[Column[Thread]] = [
            Column(
                self.tr("往来"),
                lambda t: everyone if t.id == "all" else bridge.names.who(t.id),
                width=-1,
                icon=lambda t: ("notice" if t.id == "all" else "person", "muted"),
            ),
            Column(
                self.tr("最近"),
                lambda t: bridge.names.date(t.messages[-1].day, week=False),
                lambda t: t.messages[-1].day,
            ),
        ]
        self.list: RecordTable[Thread] = RecordTable(
            columns, theme, icons, name="inbox.threads", accessible=self.tr("往来消息")
        )
        self.list.setAlternatingRowColors(False)

        side = QWidget()
        column = spaced(QVBoxLayout(side), theme, 4, 3)
        self._title = label("", "heading")
        self._page = Page(theme, 0, 2)
        self._compose = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 2)
        self.to = named(QComboBox(), "inbox.message_to", self.tr("发给谁"))
        self.text = named(QLineEdit(), "inbox.message_text", self.tr("消息内容"))
        self.text.setPlaceholderText(self.tr("写一句话，不费精力"))
        self.text.setMaxLength(1000)
        self.send = button(self.tr("发送"), icons, "send", kind="primary", name="inbox.message_send")
        line = spaced(QHBoxLayout(), theme, 0, 2)
        line.addWidget(self.text, 1)
        line.addWidget(self.send)
        self._compose.addWidget(self.to)
        self._compose.addLayout(line, 1)
        self.refusal = RefusalBar(bridge, "inbox.message_refusal")
        column.addWidget(self._title)
        column.addWidget(self._page, 1)
        column.addWidget(self.refusal)
        column.addLayout(self._compose)
        row.addWidget(side, 1)
        self.list.picked.connect(self._on_picked)
        self.send.clicked.connect(self._on_send)
        self.text.returnPressed.connect(self._on_send)
        self.text.textChanged.connect(self._on_typed)
        self._on_typed()

    def seek(self, text: str) -> None:
        """Keep the threads with somebody of that name, or in which all the words were written."""
        words = text.casefold().split()

        def holds(thread: Thread) -> bool:
            who = self._bridge.names.who(thread.id)
            said = " ".join((who, *(message.text for message in thread.messages))).casefold()
            return all(word in said for word in words)

        self.list.admit(holds if words else None)

    def refresh(self, view: View) -> None:
        """Show a view's messages."""
        chosen = self.to.currentData()
        self.to.clear()
        for seat in view.seats:
            if seat.id != view.viewer:
                self.to.addItem(self._bridge.icons.icon("person", "muted"), seat.name, seat.id)
        if (index := self.to.findData(chosen)) >= 0:
            self.to.setCurrentIndex(index)
        rows = threads(view)
        self.list.set_records(rows)
        picked = self.list.selected()
        if picked is None and rows:
            self.list.select(rows[0].id)
        else:
            self._show(picked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put whom it goes to above the line where beside it there would be no room to write."""
        super().resizeEvent(event)
        beside, way = self.width() >= self._bridge.theme.px(_BESIDE), QBoxLayout.Direction
        self._compose.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _show(self, thread: Thread | None) -> None:
        body, theme, names = self._page.body, self._bridge.theme, self._bridge.names
        clear(body)
        if thread is None:
            self._title.setText("")
            body.addWidget(
                EmptyState(
                    theme,
                    self._bridge.icons,
                    "chat",
                    self.tr("还没有往来消息"),
                    self.tr("在下面选一个席位，写一句话。"),
                )
            )
            return
        self._title.setText(self.tr("全体通知") if thread.id == "all" else names.who(thread.id))
        for message in thread.messages:
            mine = message.sender == self._bridge.seat
            bubble = QFrame()
            bubble.setProperty("card", "accent" if mine else "true")
            inner = spaced(QVBoxLayout(bubble), theme, 2, 0)
            head = f"{names.seat(message.sender)} · {names.date(message.day, week=False)}"
            inner.addWidget(label(head, "small"))
            words = label(message.text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inner.addWidget(words)
            bubble.setMinimumWidth(theme.px(14))
            row = spaced(QHBoxLayout(), theme, 0, 0)
            row.addStretch(1) if mine else None
            row.addWidget(bubble, 3)
            row.addStretch(1) if not mine else None
            body.addLayout(row)
        body.addStretch(1)

    def _on_picked(self, thread: Thread | None) -> None:
        self._show(thread)
        if thread is not None and (index := self.to.findData(thread.id)) >= 0:
            self.to.setCurrentIndex(index)

    def _on_typed(self) -> None:
        self.send.setEnabled(bool(self.text.text().strip()))

    def _on_send(self) -> None:
        text, seat = self.text.text().strip(), self.to.currentData()
        if not text or not seat:
            return
        self.refusal.clear()
        if self._bridge.submit("message_seat", to=(seat,), text=text):
            self.text.clear()
        elif self._bridge.last is not None and self._bridge.last.refusal is not None:
            self.refusal.show_refusal(self._bridge.last.refusal)
