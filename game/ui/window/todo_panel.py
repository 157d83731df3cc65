"""What waits for the seat and what happens if it does nothing; the same panel asks before a turn ends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from game.exercise.views.shape import TodoView, View
from game.ui.bridge import Bridge
from game.ui.slots import weak_slot
from game.ui.widgets import (
    Card,
    EmptyState,
    FlowLayout,
    Page,
    Pill,
    button,
    clear,
    discard,
    label,
    named,
    show_new,
    spaced,
)
from game.ui.window.limit import MINUTES

MOST = 30
"""Matters that are laid out at once."""
_MARK = {3: ("overdue", "overdue"), 2: ("warn", "clock"), 1: ("muted", "list")}


class TodoPanel(QFrame):
    """A side panel. `went` (kind, ref) asks for a desk, `ended` ends the turn, `closed` puts the panel away.

    `limited` (minutes) gives every turn a limit of real time.
    """

    went = Signal(str, str)
    ended = Signal()
    closed = Signal()
    limited = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view: View | None = None
        self._laid = 0
        self._more: QPushButton | None = None
        self.setProperty("card", "side")
        self._build_ui()
        self.setVisible(False)

    def _build_ui(self) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        named(self, "turn.waiting", self.tr("待办清单"))
        column = spaced(QVBoxLayout(self), theme, 3, 3)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        head.addWidget(label(self.tr("等着我的事"), "heading"), 1)
        shut = button("", icons, "close", kind="quiet", name="turn.waiting.close", accessible=self.tr("关闭待办清单"))
        shut.setToolTip(self.tr("Esc"))
        shut.clicked.connect(self.closed)
        head.addWidget(shut)
        column.addLayout(head)

        self._ask = Card(theme, tone="warn")
        self._question = label("", wrap=True)
        buttons = QWidget()
        row = FlowLayout(theme.space(2), parent=buttons)
        anyway = button(self.tr("仍然结束"), icons, "next", name="turn.confirm")
        later = button(self.tr("先去处理"), kind="primary", name="turn.stay")
        anyway.setIcon(icons.icon("next"))
        anyway.clicked.connect(self.ended)
        later.clicked.connect(self._on_stay)
        row.addWidget(later)
        row.addWidget(anyway)
        self._ask.body.addWidget(self._question)
        self._ask.body.addWidget(buttons)
        self._ask.setVisible(False)
        self._later = later

        # The question scrolls with what it is about: in large type there may be no room for it above
        self._page = Page(theme, 0, 2)
        self._page.body.addWidget(self._ask)
        self._list = spaced(QVBoxLayout(), theme, 0, 2)
        self._page.body.addLayout(self._list, 1)
        column.addWidget(self._page, 1)
        clock = spaced(QHBoxLayout(), theme, 0, 2)
        clock.addWidget(label(self.tr("每回合限时"), "small"))
        self.limit = named(QComboBox(), "turn.limit", self.tr("每回合限时"))
        self.limit.setToolTip(self.tr("时间一到，回合自动结束，没办的事按“不办”处理。"))
        kept = self._bridge.settings.turn_minutes
        for minutes in sorted({*MINUTES, kept}):
            self.limit.addItem(
                self.tr("{minutes}分钟").format(minutes=minutes) if minutes else self.tr("不限时"), minutes
            )
        self.limit.setCurrentIndex(self.limit.findData(kept))
        self.limit.activated.connect(self._on_limit)
        clock.addWidget(self.limit, 1)
        column.addLayout(clock)
        self.setFixedWidth(theme.wide(18))  # as wide as the sheets it lies over

    def refresh(self, view: View) -> None:
        """Show what waits in a view, the most urgent first."""
        clear(self._list)
        self._laid = 0
        if not view.todo:
            self._ask.setVisible(False)
            self._list.addWidget(
                EmptyState(
                    self._bridge.theme,
                    self._bridge.icons,
                    "check",
                    self.tr("没有事情在等你"),
                    self.tr("可以主动下令、督战或走访，也可以结束本回合。"),
                )
            )
            return
        self._view = view
        self._show_more()

    def _show_more(self) -> None:
        """Lay out the next of what waits: hundreds at once would hold the window up, and nobody reads them."""
        view, body = self._view, self._list
        if view is None:
            return
        ranked = sorted(view.todo, key=lambda t: (-t.urgency, t.due if t.due >= 0 else 10_000))
        for todo in ranked[self._laid : self._laid + MOST]:
            body.addWidget(self._row(todo, view))
        self._laid = min(len(ranked), self._laid + MOST)
        left = len(ranked) - self._laid
        if left:
            self._more = button(
                self.tr("还有{count}件，再看{most}件").format(count=left, most=min(MOST, left)),
                self._bridge.icons, "down", kind="quiet", name="turn.more",
            )  # fmt: skip
            self._more.clicked.connect(self._on_more)
            body.addWidget(self._more)
        body.addStretch(1)
        show_new(self._page)

    def ask(self, urgent: int) -> None:
        """Open the panel with the question whether the turn may end all the same."""
        self._question.setText(
            self.tr("还有 {count} 件急事没有处理。现在结束本回合，下面写明的后果会发生。").format(count=urgent)
        )
        self._ask.setVisible(True)
        self.setVisible(True)
        self._page.verticalScrollBar().setValue(0)
        self._later.setFocus()

    def put_away(self) -> None:
        """Close the panel and drop the question."""
        self._ask.setVisible(False)
        self.setVisible(False)

    def _row(self, todo: TodoView, view: View) -> QWidget:
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        tone, icon = _MARK.get(todo.urgency, _MARK[1])
        card = Card(theme, tone="true")
        top = QWidget()
        head = FlowLayout(theme.space(2), parent=top)
        kind = Pill(theme, icons, self._bridge.say(f"todo.{todo.kind}"), tone, icon)
        head.addWidget(kind)
        if todo.due >= 0:
            head.addWidget(label(names.until(todo.due, view.day), "overdue" if todo.due < view.day else "small"))
        title = label(names.task(todo.title), "strong", wrap=True)
        harm = QLabel(self.tr("不办：{harm}").format(harm=self._bridge.say(todo.harm)))
        harm.setWordWrap(True)
        harm.setProperty("role", "small")
        go = button(
            self.tr("去处理"),
            icons,
            "arrow",
            kind="quiet",
            accessible=self.tr("去处理：{title}").format(title=todo.title),
        )
        go.clicked.connect(weak_slot(self._on_go, todo.kind, todo.ref))
        foot = spaced(QHBoxLayout(), theme, 0, 0)
        foot.addWidget(harm, 1)
        foot.addWidget(go)
        card.body.addWidget(top)
        card.body.addWidget(title)
        card.body.addLayout(foot)
        return card

    def _on_go(self, kind: str, ref: str) -> None:
        self.went.emit(kind, ref)

    def _on_more(self) -> None:
        body = self._list
        body.takeAt(body.count() - 1)  # the stretch
        if self._more is not None:
            body.removeWidget(self._more)
            discard(self._more)
            self._more = None
        self._show_more()

    def _on_limit(self, _place: int) -> None:
        self.limited.emit(int(self.limit.currentData()))

    def _on_stay(self) -> None:
        self._ask.setVisible(False)
