"""The bar on top: what is played, the clock, the attention left, what waits, and the end of the turn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.motion import Busy
from game.ui.names import YEARS
from game.ui.widgets import Elided, Pips, button, label, named, set_role, spaced
from game.ui.window.ribbon import PhaseRibbon


class TopBar(QFrame):
    """Emits `end_asked`, `todo_asked`, `undo_asked` and `review_asked`."""

    end_asked = Signal()
    todo_asked = Signal()
    undo_asked = Signal()
    review_asked = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setProperty("card", "bar")
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        outer.setSpacing(theme.space(2))
        row = self._row = spaced(QHBoxLayout(), theme, 0, 4)

        # What is played and who plays
        names = spaced(QVBoxLayout(), theme, 0, 0)
        self._title = Elided("heading")
        self._seat = Elided("small")
        names.addWidget(self._title)
        names.addWidget(self._seat)

        # Clock
        clock = spaced(QVBoxLayout(), theme, 0, 0)
        self._date = named(label("", "strong"), "turn.clock")
        self._turn = label("", "small")
        clock.addWidget(self._date)
        clock.addWidget(self._turn)

        # Attention
        purse = spaced(QVBoxLayout(), theme, 0, 0)
        self._attention = label("", "small")
        self._pips = named(Pips(theme), "turn.attention")
        purse.addWidget(self._attention)
        purse.addWidget(self._pips)

        # What waits, and the end of the turn
        self.todo = button(self.tr("待办"), icons, "list", name="turn.todo", tip=self.tr("等着我的事"))
        self.undo = button("", icons, "undo", name="turn.undo", accessible=self.tr("撤回上一步"))
        self.undo.setMinimumHeight(theme.px(1.9))
        self.undo.setVisible(False)
        self._left = -1
        self._tight = False
        self._words = ("", "")
        self.end = button(
            self.tr("结束本回合"),
            icons,
            "next",
            kind="primary",
            name="turn.end",
            tip=self.tr("Ctrl+Enter:县里过一回合"),
        )
        self.end.setMinimumHeight(theme.px(1.9))
        self.todo.setMinimumHeight(theme.px(1.9))
        self.review = button(self.tr("复盘"), icons, "review", kind="primary", name="turn.review")
        self.review.setVisible(False)

        row.addLayout(names, 1)
        for part in (clock, purse):
            row.addLayout(part)
        for control in (self.undo, self.todo, self.end, self.review):
            row.addWidget(control)
        self.ribbon = PhaseRibbon(self._bridge, self)
        self.busy = named(Busy(theme, self), "turn.busy", self.tr("正在推进"))
        outer.addLayout(row)
        outer.addWidget(self.ribbon)
        outer.addWidget(self.busy)

    def _connect(self) -> None:
        self.end.clicked.connect(self.end_asked)
        self.end.installEventFilter(self)
        self.todo.clicked.connect(self.todo_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.review.clicked.connect(self.review_asked)
        self._bridge.busy_changed.connect(self._on_busy_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take no second click of a double one: it was meant for what stood here before, or ends two turns for one."""
        if watched is self.end and event.type() is QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def refresh(self, view: View) -> None:
        """Show a view's head."""
        names = self._bridge.names
        self._title.setText(view.scenario_title)
        who = view.seat.name if view.seat else names.seat(view.viewer)
        campaign = "" if view.campaign_name == view.scenario_title else view.campaign_name
        line = [self.tr("席位：{seat}").format(seat=who), campaign, view.slogan]
        self._seat.setText(" · ".join(part for part in line if part))
        self._date.setText(names.date(view.day, week=not view.over))
        weeks = -(-view.last_day // 7)
        turn = {"turn": view.turn + (0 if view.over else 1), "turns": view.turns}
        if view.last_day > YEARS:
            text = self.tr("第{year}年，共{years}年 · 回合{turn}/{turns}").format(
                year=names.day_date(view.day).year - names.day_date(0).year + 1,
                years=names.day_date(view.last_day).year - names.day_date(0).year + 1,
                **turn,
            )
        else:
            text = self.tr("第{week}周，共{weeks}周 · 回合{turn}/{turns}").format(
                week=min(view.day // 7 + 1, weeks), weeks=weeks, **turn
            )
        self._turn.setText(text)
        self._date.setToolTip(text)
        self._show_attention(view)
        self._show_todo(view)
        self._show_undo(view)
        self._lay_out(again=True)
        self.ribbon.refresh(view)
        self.ribbon.setVisible(bool(view.phases))
        self.end.setVisible(not view.over)
        self.review.setVisible(view.over)

    def _show_attention(self, view: View) -> None:
        shown = view.seat is not None and not view.over
        self._attention.setVisible(shown)
        self._pips.setVisible(shown and not self._tight)
        if view.seat is not None:
            most = max(view.seat.attention_turn, view.seat.attention)
            self._attention.setText(self.tr("精力 {left}/{all}").format(left=view.seat.attention, all=most))
            self._pips.set_value(view.seat.attention, most)
            self._pips.setToolTip(self.tr("本回合还能分出的精力。发令、开会、下乡都要花精力，回合结束后恢复。"))

    def _show_todo(self, view: View) -> None:
        urgent = sum(1 for todo in view.todo if todo.urgency >= 2)
        text = self.tr("待办 {count}").format(count=len(view.todo)) if view.todo else self.tr("待办已清")
        if urgent:
            text = self.tr("待办 {count} · 急 {urgent}").format(count=len(view.todo), urgent=urgent)
        self._words = (text, str(len(view.todo)) if view.todo else "")
        self.todo.setAccessibleName(text)
        icon = ("warn", "warn") if urgent else ("list", "text") if view.todo else ("check", "ok")
        self.todo.setIcon(self._bridge.icons.icon(*icon))
        set_role(self.todo, "urgent", bool(urgent))

    def _show_undo(self, view: View) -> None:
        """Offer to take the last command back, as long as the rules allow it: in the turn in which it was given."""
        undo = view.seat.undo if view.seat is not None else None
        able = undo is not None and undo[2] == view.turn and not view.over
        self.undo.setVisible(able)
        if undo is not None and able:
            names = self._bridge.names
            what = f"{names.command(undo[0])} {names.title(undo[1])}".strip()
            words = self.tr("撤回上一步：{what}").format(what=what)
            self.undo.setAccessibleName(words)
            self.undo.setToolTip(self.tr("{words}（Ctrl+Z）。精力和钱都退回。").format(words=words))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the shortest form: a window must not be wider than its screen because of its head."""
        return QSize(self._needed(tight=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the short form where the long one has no room."""
        super().resizeEvent(event)
        self._lay_out()

    def _needed(self, *, tight: bool) -> int:
        """Return the width in pixels of the long or the short form, whichever is shown."""
        theme = self._bridge.theme
        gap, edge = self._gap(tight=tight), theme.space(4) + theme.space(3)
        title = self._title.minimumSizeHint().width()
        clock = self._date.sizeHint().width() if tight else max(
            self._date.sizeHint().width(), self._turn.sizeHint().width()
        )  # fmt: skip
        parts = [title, clock]
        if not self._attention.isHidden():
            words = self._attention.sizeHint().width()
            parts.append(words if tight else max(words, self._pips.sizeHint().width()))
        controls = (self.undo, self.todo, self.end, self.review)
        parts.extend(control.sizeHint().width() for control in controls if not control.isHidden())
        if not self.todo.isHidden():
            room = self.todo.fontMetrics()
            parts[0] += room.horizontalAdvance(self._words[tight]) - room.horizontalAdvance(self.todo.text())
        return sum(parts) + gap * (len(parts) - 1) + edge

    def _gap(self, *, tight: bool) -> int:
        return self._bridge.theme.space(2 if tight else 4)

    def _lay_out(self, *, again: bool = False) -> None:
        """Show all, or the date, the points left in figures and the count of what waits alone."""
        tight = self.width() < self._needed(tight=False)
        if tight is self._tight and not again:
            return
        self._tight = tight
        self.todo.setText(self._words[tight])
        self._turn.setVisible(not tight)
        self._pips.setVisible(not tight and not self._attention.isHidden())
        self._row.setSpacing(self._gap(tight=tight))

    def show_left(self, seconds: int) -> None:
        """Show how much real time the turn has left, -1 for no limit."""
        self._left = seconds
        self._show_end()

    def _show_end(self) -> None:
        busy = self._bridge.busy
        text = self.tr("正在推进…") if busy else self.tr("结束本回合")
        if self._left >= 0 and not busy:
            text = self.tr("{text} {minutes}:{seconds}").format(
                text=text, minutes=self._left // 60, seconds=f"{self._left % 60:02d}"
            )
        self.end.setText(text)

    def _on_busy_changed(self, busy: bool) -> None:
        self.busy.setVisible(busy)
        self.end.setEnabled(not busy)
        self._show_end()
