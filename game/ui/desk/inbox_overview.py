"""What the inbox shows before a paper is opened: the papers that press, the other matters, the phase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.views.shape import InjectView, TodoView, View
from game.ui.bridge import Bridge
from game.ui.desk.advice import advice
from game.ui.desk.advice_card import AdviceCard
from game.ui.desk.inbox_list import is_open, is_unread
from game.ui.icons import FORM_ICONS
from game.ui.kept import Kept
from game.ui.slots import weak_slot
from game.ui.widgets import Card, EmptyState, Page, button, clear, label, spaced
from game.ui.window.registry import TODO_DESK

_PAPERS, _MATTERS = 5, 4


class InboxOverview(Page):
    """Emits `opened` (id of a paper)."""

    opened = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.theme, 6, 3, parent)
        self._bridge = bridge
        self._built = Kept()

    def show_view(self, view: View) -> None:
        """Show what presses in a view."""
        theme, icons = self._bridge.theme, self._bridge.icons
        warnings = advice(view, self._bridge.names) if view.seat is not None and view.turn and not view.over else None
        if self._built.same(view.day, view.session, view.over, view.inbox, view.todo, view.phases, warnings):
            return
        clear(self.body)
        unread = [item for item in view.inbox if is_unread(item, view.viewer)]
        due = sorted((i for i in view.inbox if is_open(i) and i.days_left >= 0), key=lambda i: i.days_left)
        others = [todo for todo in view.todo if TODO_DESK.get(todo.kind, "inbox") != "inbox"]
        if not view.inbox and not others:
            hint = self.tr("上级、乡镇和群众的来文会出现在这里。")
            self.body.addWidget(EmptyState(theme, icons, "inbox", self.tr("还没有收文"), hint))
            self.body.addStretch(1)
            return
        self.body.addWidget(label(self.tr("今天的收文"), "title"))
        line = self.tr("{unread}份未读，{due}份限期答复。").format(unread=len(unread), due=len(due))
        self.body.addWidget(label(line, "muted", wrap=True))
        for item in (*due, *(i for i in unread if i not in due))[:_PAPERS]:
            self.body.addWidget(self._paper(item, view))
        if others:
            self.body.addWidget(label(self.tr("还有这些事在等你"), "heading"))
            card = Card(theme)
            for todo in others[:_MATTERS]:
                card.body.addLayout(self._matter(todo))
            if len(others) > _MATTERS:
                more = self.tr("还有{count}件，见右上角“待办”。").format(count=len(others) - _MATTERS)
                card.body.addWidget(label(more, "muted", wrap=True))
            self.body.addWidget(card)
        if warnings is not None:
            card = AdviceCard(self._bridge)
            card.show_view(view)
            self.body.addWidget(card)
        phase = next((p for p in view.phases if p.state == "now"), None)
        if phase is not None and phase.brief:
            self.body.addWidget(label(self.tr("本阶段：{name}").format(name=phase.name), "heading"))
            card = Card(theme, tone="flat")
            card.body.addWidget(label(phase.brief, wrap=True))
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _paper(self, item: InjectView, view: View) -> QWidget:
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        record = item.record
        card = Card(theme)
        row = spaced(QHBoxLayout(), theme, 0, 3)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(FORM_ICONS.get(record.form, "letter"), "accent", theme.px(1.2)))
        words = spaced(QVBoxLayout(), theme, 0, 1)
        words.addWidget(label(record.title, "strong", wrap=True))
        where = names.where(record.village, record.township)
        line = self.tr("{sender} · {where}").format(sender=record.sender, where=where)
        words.addWidget(label(line, "small", wrap=True))
        row.addWidget(picture)
        row.addLayout(words, 1)
        if item.days_left >= 0:
            late = record.reply_by < view.day
            row.addWidget(label(names.until(record.reply_by, view.day), "overdue" if late else "warn"))
        spoken = self.tr("打开：{title}").format(title=record.title)
        go = button(self.tr("打开"), icons, "arrow", kind="quiet", accessible=spoken)
        go.clicked.connect(weak_slot(self._on_open, record.id))
        row.addWidget(go)
        card.body.addLayout(row)
        return card

    def _matter(self, todo: TodoView) -> QHBoxLayout:
        theme, icons, names = self._bridge.theme, self._bridge.icons, self._bridge.names
        row = spaced(QHBoxLayout(), theme, 0, 3)
        words = spaced(QVBoxLayout(), theme, 0, 1)
        kind = self._bridge.say(f"todo.{todo.kind}")
        words.addWidget(
            label(self.tr("{kind}：{title}").format(kind=kind, title=names.task(todo.title)), "strong", wrap=True)
        )
        words.addWidget(label(self._bridge.say(todo.harm), "small", wrap=True))
        go = button(
            self.tr("去处理"),
            icons,
            "arrow",
            kind="quiet",
            accessible=self.tr("去处理：{title}").format(title=names.task(todo.title)),
        )
        go.clicked.connect(weak_slot(self._on_matter, todo.kind, todo.ref))
        row.addLayout(words, 1)
        row.addWidget(go)
        return row

    def _on_open(self, paper: str) -> None:
        self.opened.emit(paper)

    def _on_matter(self, kind: str, ref: str) -> None:
        self._bridge.focus(TODO_DESK[kind], ref)
