"""Passing notices over the phase ribbon, where no button is; they never take the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from game.exercise.refusals import Refusal
from game.ui.bridge import Bridge
from game.ui.slots import weak_slot
from game.ui.widgets import button, discard, label, named, spaced

_TONES = {"info": ("info", "accent"), "ok": ("ok", "ok"), "warn": ("warn", "warn"), "overdue": ("overdue", "overdue")}
_MOST = 4


class Toasts(QFrame):
    """A column of notices over its parent, from the top of `over`. `seconds` 0 keeps them until they are closed."""

    def __init__(self, bridge: Bridge, parent: QWidget, seconds: int, over: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._over = over
        self._seconds = seconds
        self._column = spaced(QVBoxLayout(self), bridge.theme, 0, 2)
        self.setFixedWidth(bridge.theme.wide(19))
        self.setVisible(False)
        parent.installEventFilter(self)

    def say(self, text: str, detail: str = "", tone: str = "info") -> None:
        """Show a notice."""
        while self._column.count() >= _MOST:
            self._drop(self._notes()[0])
        note = self._note(text, detail, tone)
        self._column.addWidget(note)
        if self._seconds:
            timer = QTimer(note)
            timer.setSingleShot(True)
            timer.timeout.connect(weak_slot(self._drop, note))
            timer.start(self._seconds * 1000 * (2 if detail else 1))
        self._place()

    def refuse(self, refusal: Refusal) -> None:
        """Show why a command was refused and what helps."""
        self.say(*self._bridge.explain(refusal), tone="warn")

    def texts(self) -> list[str]:
        """Return what is shown, oldest first."""
        return [note.accessibleName() for note in self._notes()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _note(self, text: str, detail: str, tone: str) -> QFrame:
        theme, icons = self._bridge.theme, self._bridge.icons
        icon, colour = _TONES[tone]
        note = QFrame(self)
        note.setProperty("card", {"info": "true"}.get(tone, tone))
        row = spaced(QHBoxLayout(note), theme, 2, 2)
        picture = QLabel(note)
        picture.setPixmap(icons.pixmap(icon, colour, theme.px(1.1)))
        words = spaced(QVBoxLayout(), theme, 0, 0)
        words.addWidget(label(text, "strong" if detail else "", wrap=True))
        if detail:
            words.addWidget(label(detail, wrap=True))
        shut = button("", icons, "close", kind="quiet", accessible=self.tr("关闭提示"))
        shut.clicked.connect(weak_slot(self._drop, note))
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(shut)
        return named(note, "toast", f"{text} {detail}".strip())

    def _notes(self) -> list[QWidget]:
        items = [self._column.itemAt(n) for n in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if widget is not None]

    def _drop(self, note: QWidget) -> None:
        self._column.removeWidget(note)
        discard(note)
        self._place()

    def _place(self) -> None:
        self.setVisible(self._column.count() > 0)
        parent = self.parentWidget()
        if self._column.count() and parent is not None:
            self._column.activate()
            height = self._column.totalHeightForWidth(self.width())
            self.resize(self.width(), height if height > 0 else self._column.totalSizeHint().height())
            top = self._over.mapTo(parent, QPoint(0, 0)).y()
            self.move((parent.width() - self.width()) // 2, top)
            self.raise_()
