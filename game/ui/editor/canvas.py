"""A painted view that scrolls both ways: boxes that can be pointed at, chosen by keyboard and opened."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from game.ui.slots import weak_slot
from game.ui.theme import Theme
from game.ui.widgets import named


@dataclass(frozen=True, slots=True)
class Box:
    """Something on the canvas that can be chosen, where it lies, and what is said of it."""

    key: str
    rect: QRectF
    words: str


class Canvas(QAbstractScrollArea):
    """Subclasses lay out their boxes in `lay_out` and draw in `draw`; `head` and `side` pixels stay in sight.

    Signals: `opened` (key) by a double click, a click where `one_click`, or Enter; `chosen` (key) as the choice moves.
    """

    opened = Signal(str)
    chosen = Signal(str)
    one_click = True

    def __init__(self, theme: Theme, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.boxes: list[Box] = []
        self.size_needed = QSize(0, 0)
        self.head, self.side = 0, 0
        self.current = ""
        self._accessible = accessible
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        named(self, name, accessible)
        theme.changed.connect(weak_slot(self.refresh))

    # To be filled in

    def lay_out(self) -> None:
        """Set `boxes`, `size_needed`, `head` and `side` from what is shown."""
        raise NotImplementedError

    def draw(self, painter: QPainter, seen: QRectF) -> None:
        """Draw what lies in a stretch of the whole picture; the painter stands at the picture's corner."""
        raise NotImplementedError

    def draw_head(self, painter: QPainter, shift: QPointF, area: QRectF) -> None:
        """Draw what stays in sight within an area; `shift` is how far the picture is scrolled."""

    # Choosing

    def refresh(self) -> None:
        """Lay out and draw anew."""
        self.lay_out()
        if self.current and self.box(self.current) is None:
            self.current = ""
        self._bars()
        self._say()
        self.viewport().update()

    def box(self, key: str) -> Box | None:
        """Return the box of a key."""
        return next((box for box in self.boxes if box.key == key), None)

    def choose(self, key: str) -> None:
        """Choose a box and bring it into sight."""
        box = self.box(key)
        if box is None:
            return
        self.current = key
        self.bring(box.rect)
        self._say()
        self.chosen.emit(key)
        self.viewport().update()

    def bring(self, rect: QRectF) -> None:
        """Scroll until a rectangle is in sight."""
        room = self.viewport().size()
        gap = self.theme.space(3)
        for bar, start, end, shown in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), room.width() - self.side),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), room.height() - self.head),
        ):
            at = bar.value()
            if start < at + gap:
                bar.setValue(round(start - gap))
            elif end > at + shown - gap:
                bar.setValue(round(min(start - gap, end - shown + gap)))

    def at(self, spot: QPoint) -> Box | None:
        """Return the box at a point of the viewport."""
        if spot.x() < self.side or spot.y() < self.head:
            return None
        place = QPointF(spot) + self.shift()
        return next((box for box in reversed(self.boxes) if box.rect.contains(place)), None)

    def shift(self) -> QPointF:
        """Return what has to be added to a point of the viewport to make it one of the picture."""
        return QPointF(
            self.horizontalScrollBar().value() - self.side, self.verticalScrollBar().value() - self.head
        )  # fmt: skip

    def step(self, way: Qt.Key) -> None:
        """Choose the nearest box in a direction; the first where none is chosen."""
        now = self.box(self.current)
        if now is None:
            if self.boxes:
                self.choose(self.boxes[0].key)
            return
        middle = now.rect.center()
        found: list[tuple[float, str]] = []
        for box in self.boxes:
            gap = box.rect.center() - middle
            along, across = (gap.x(), gap.y()) if way in (Qt.Key.Key_Left, Qt.Key.Key_Right) else (gap.y(), gap.x())
            if way in (Qt.Key.Key_Left, Qt.Key.Key_Up):
                along = -along
            if box is not now and along > 1:
                found.append((along + 3 * abs(across), box.key))
        if found:
            self.choose(min(found)[1])

    # As a picture

    def whole(self) -> QSize:
        """Return the size of all that can be scrolled to, and of what stays in sight."""
        return self.size_needed + QSize(self.side, self.head)

    def draw_whole(self, painter: QPainter) -> None:
        """Draw all that can be scrolled to."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(QPointF(), self.whole()), QPointF(-self.side, -self.head))

    # Events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.viewport().rect()), self.shift())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed; with the right button for a menu of what can be done with it."""
        box = self.at(event.position().toPoint())
        if box is not None and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.choose(box.key)
            if self.one_click and event.button() is Qt.MouseButton.LeftButton:
                self.opened.emit(box.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is pressed twice."""
        box = self.at(event.position().toPoint())
        if box is not None and not self.one_click:
            self.opened.emit(box.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard there is always something chosen."""
        super().focusInEvent(event)
        if not self.current and self.boxes and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose(self.boxes[0].key)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self) if words else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def words_at(self, spot: QPoint) -> str:
        """Return what is said of a point of the viewport."""
        box = self.at(spot)
        return box.words if box is not None else ""

    # Helpers

    def _paint(self, painter: QPainter, area: QRectF, shift: QPointF) -> None:
        painter.fillRect(area, self.theme.color("surface"))
        painter.save()
        painter.setClipRect(area.adjusted(self.side, self.head, 0, 0))
        painter.translate(-shift)
        self.draw(painter, area.translated(shift))
        painter.restore()
        self.draw_head(painter, shift + QPointF(self.side, self.head), area)

    def _bars(self) -> None:
        room = self.viewport().size()
        across = max(0, self.size_needed.width() - (room.width() - self.side))
        down = max(0, self.size_needed.height() - (room.height() - self.head))
        self.horizontalScrollBar().setRange(0, across)
        self.verticalScrollBar().setRange(0, down)
        self.horizontalScrollBar().setPageStep(max(1, room.width() - self.side))
        self.verticalScrollBar().setPageStep(max(1, room.height() - self.head))
        self.horizontalScrollBar().setSingleStep(self.theme.px(1))
        self.verticalScrollBar().setSingleStep(self.theme.px(1))

    def _say(self) -> None:
        box = self.box(self.current)
        self.setAccessibleName(self._accessible)
        self.setAccessibleDescription(box.words if box is not None else "")
