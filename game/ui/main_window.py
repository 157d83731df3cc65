"""A seat's window: the desks in the middle, what is common to them around."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from game.exercise.refusals import Refusal
from game.exercise.views.shape import View
from game.ui import glossary
from game.ui.bridge import Bridge
from game.ui.desk.base import Desk
from game.ui.slots import weak_slot
from game.ui.way_back import way_back
from game.ui.widgets import ShownStack, spaced
from game.ui.window.guide import Guide
from game.ui.window.limit import WARN_S, TurnLimit
from game.ui.window.nav import NavRail
from game.ui.window.palette import Entry, Palette
from game.ui.window.registry import TODO_DESK, desk_classes
from game.ui.window.toasts import Toasts
from game.ui.window.todo_panel import TodoPanel
from game.ui.window.topbar import TopBar


class MainWindow(QWidget):
    """One running exercise seen from one seat. Emits `asked` with home, settings, help or review.

    `limited` (minutes) says that the user has chosen another limit for a turn.
    """

    asked = Signal(str)
    limited = Signal(int)

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, desks: Mapping[str, type[Desk]] | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._desks: dict[str, Desk] = {}
        self._classes = dict(desk_classes() if desks is None else desks)
        self.setObjectName("main")
        self._build_ui()
        self._build_keys()
        self._connect()
        self._on_view_changed(bridge.view)
        self.limit.set_minutes(bridge.settings.turn_minutes)
        self.show_desk("inbox" if "inbox" in self._desks else next(iter(self._desks)))

    def _build_ui(self) -> None:
        theme = self.bridge.theme
        for name, cls in self._classes.items():
            self._desks[name] = cls(self.bridge, self)
        self.top = TopBar(self.bridge, self)
        self.nav = NavRail(self.bridge, [(n, d.title(), d.icon_name()) for n, d in self._desks.items()], self)
        self.stack = ShownStack(self)
        for desk in self._desks.values():
            self.stack.addWidget(desk)
        self.limit = TurnLimit(self.bridge, self)
        self.todo = TodoPanel(self.bridge, self)
        body = spaced(QHBoxLayout(), theme, 0, 0)
        body.addWidget(self.nav)
        # In large type on a small screen a desk may need more than there is: then it scrolls, the frame stays
        frame = QScrollArea(self)
        frame.setObjectName("window.frame")
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(self.stack)
        body.addWidget(frame, 1)
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        column.addWidget(self.top)
        column.addLayout(body, 1)
        self.toasts = Toasts(self.bridge, self, self.bridge.settings.notice_seconds, self.top.ribbon)
        self.palette_box = Palette(self.bridge, self)
        self.guide = Guide(self.bridge, self)

    def _build_keys(self) -> None:
        for number, name in enumerate(list(self._desks)[:9], 1):
            self._key(f"Ctrl+{number}").activated.connect(weak_slot(self.show_desk, name))
        if len(self._desks) > 9:
            self._key("Ctrl+0").activated.connect(weak_slot(self.show_desk, list(self._desks)[9]))
        self._key("Ctrl+K").activated.connect(self._on_search)
        self._key("Ctrl+Return").activated.connect(self.end_turn)
        self._key("Ctrl+Enter").activated.connect(self.end_turn)
        self._key("Ctrl+Z").activated.connect(self.undo)
        self._key("Ctrl+J").activated.connect(self._on_todo)
        self._key("Esc").activated.connect(self._on_escape)

    def _connect(self) -> None:
        bridge = self.bridge
        bridge.view_changed.connect(self._on_view_changed)
        bridge.refused.connect(self._on_refused)
        bridge.notice.connect(self._on_notice)
        bridge.focus_requested.connect(self.show_desk)
        bridge.turn_done.connect(self._on_turn_done)
        bridge.failed.connect(self._on_failed)
        self.nav.chosen.connect(self.show_desk)
        self.nav.asked.connect(self._on_asked)
        self.top.end_asked.connect(self.end_turn)
        self.top.todo_asked.connect(self._on_todo)
        self.top.undo_asked.connect(self.undo)
        self.limit.ticked.connect(self.top.show_left)
        self.limit.near.connect(self._on_time_near)
        self.limit.ran_out.connect(self._on_time_out)
        self.todo.limited.connect(self.limit.set_minutes)
        self.todo.limited.connect(self.limited)
        self.top.review_asked.connect(weak_slot(self._on_asked, "review"))
        self.todo.closed.connect(self.todo.put_away)
        self.todo.ended.connect(self._on_end_confirmed)
        self.todo.went.connect(self._on_went)
        self.palette_box.chosen.connect(self._on_entry)
        self.guide.lead.connect(self.show_desk)

    # Public methods

    def desk(self, name: str) -> Desk:
        """Return a desk; `KeyError` where there is none of that name."""
        return self._desks[name]

    def desk_names(self) -> tuple[str, ...]:
        """Return the ids of the desks in order."""
        return tuple(self._desks)

    @property
    def current(self) -> str:
        """Id of the desk shown."""
        return next((name for name, desk in self._desks.items() if desk is self.stack.currentWidget()), "")

    def show_desk(self, name: str, ref: str = "") -> None:
        """Show a desk, with `ref` focused on it. Unknown names leave the window as it is."""
        if name == "review":
            self._on_asked("review")
            return
        desk = self._desks.get(name)
        if desk is None:
            return
        self.stack.setCurrentWidget(desk)
        self.stack.updateGeometry()
        desk.ensure_fresh()
        self.nav.mark(name)
        if ref:
            desk.focus_on(ref)
        self.guide.place()

    def end_turn(self) -> None:
        """End the turn, asking once if something urgent is open."""
        view = self.bridge.view
        if self.bridge.busy or view.over:
            return
        urgent = sum(1 for todo in view.todo if todo.urgency >= 2)
        if urgent and self.bridge.settings.confirm_end:
            self.todo.refresh(view)
            self.todo.ask(urgent)
            self._place_todo()
            return
        self._on_end_confirmed()

    def undo(self) -> None:
        """Take the last command of this turn back, or say why that cannot be."""
        if self.bridge.submit("undo_last"):
            self.toasts.say(self.tr("已撤回上一步。"), tone="ok")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panel of what waits over the right edge: opening it must not squeeze the desks."""
        super().resizeEvent(event)
        self._place_todo()

    # Slots

    def _on_view_changed(self, view: View) -> None:
        self.top.refresh(view)
        for name, cls in self._classes.items():
            count, urgent = (0, False) if view.over else cls.badge(view)  # nothing waits once it is over
            self.nav.set_badge(name, count, urgent=urgent)
        if not self.todo.isHidden():
            self.todo.refresh(view)
        self.guide.refresh(view)

    def _on_turn_done(self, view: View) -> None:
        self.todo.put_away()
        if "report" in self._desks:
            self.show_desk("report")
        if view.over:
            self.toasts.say(self.tr("推演结束"), self.tr("点右上角“复盘”，看得分、当时所见与实际情况。"), "ok")

    def _on_failed(self, error: Exception) -> None:
        self.toasts.say(
            self.tr("这一回合没有走完"),
            self.tr("已确认的操作都已存盘。原因：{reason}").format(reason=str(error) or type(error).__name__),
            "overdue",
        )

    def _on_refused(self, refusal: Refusal) -> None:
        self.toasts.refuse(refusal)

    def _on_notice(self, text: str) -> None:
        self.toasts.say(text)

    def _on_end_confirmed(self) -> None:
        self.todo.put_away()
        self.bridge.advance()

    def _on_time_near(self) -> None:
        text = self.tr("时间一到，本回合自动结束，没办的事按“不办”处理。")
        self.toasts.say(self.tr("本回合还剩{seconds}秒").format(seconds=WARN_S), text, "warn")

    def _on_time_out(self) -> None:
        self.toasts.say(self.tr("时间到，本回合自动结束。"))
        self._on_end_confirmed()

    def _on_todo(self) -> None:
        if self.todo.isHidden():
            self.todo.refresh(self.bridge.view)
            self.todo.setVisible(True)
            self._place_todo()
        else:
            self.todo.put_away()

    def _on_went(self, kind: str, ref: str) -> None:
        self.show_desk(TODO_DESK.get(kind, "inbox"), ref)

    def _on_asked(self, what: str) -> None:
        if what == "search":
            self._on_search()
        else:
            self.asked.emit(what)

    def _on_search(self) -> None:
        words, icon = way_back(tried=self.bridge.tried)
        fixed = [Entry(d.title(), self.tr("桌面"), d.icon_name(), n, "") for n, d in self._desks.items()]
        fixed += [
            Entry(self.tr("结束本回合"), self.tr("动作"), "next", "", "end"),
            Entry(self.tr("看待办"), self.tr("动作"), "list", "", "todo"),
            Entry(self.tr("帮助"), self.tr("动作"), "help", "", "help"),
            Entry(self.tr("快捷键"), self.tr("动作"), "help", "", "help:keys"),
            Entry(self.tr("设置"), self.tr("动作"), "settings", "", "settings"),
            Entry(self.tr("撤回上一步"), self.tr("动作"), "undo", "", "undo"),
            Entry(words, self.tr("动作"), icon, "", "home"),
        ]
        lang = self.bridge.settings.lang
        terms = [
            Entry(t.word(lang), self.tr("名词"), "info", "", f"help:terms:{t.word(lang)}") for t in glossary.terms()
        ]
        self.palette_box.open(fixed, self.bridge.view, terms)

    def _on_entry(self, entry: Entry) -> None:
        if entry.desk:
            self.show_desk(entry.desk, entry.ref)
        elif entry.ref == "end":
            self.end_turn()
        elif entry.ref == "todo":
            self._on_todo()
        elif entry.ref == "undo":
            self.undo()
        else:
            self.asked.emit(entry.ref)

    def _on_escape(self) -> None:
        if self.palette_box.isVisible():
            self.palette_box.put_away()
        elif self.todo.isVisible():
            self.todo.put_away()

    def _place_todo(self) -> None:
        top = self.top.sizeHint().height() if self.top.height() == 0 else self.top.height()
        width = self.todo.width()
        self.todo.setGeometry(self.width() - width, top, width, self.height() - top)
        self.todo.raise_()

    def _key(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return shortcut
