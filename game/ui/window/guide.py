"""The guide of a starter exercise: a callout beside the part of the window it speaks of, never over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from game.exercise.views.shape import GuideView, View
from game.ui.bridge import Bridge
from game.ui.motion import Glide
from game.ui.widgets import MarkdownView, button, label, named, reveal, spaced


class _Ring(QWidget):
    """A ring around the target that lets every click through."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._bridge.theme.color("accent"), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


class Guide(QFrame):
    """The callout. `lead` (desk, place or nothing) asks the window to show where the step is done.

    Whoever wants to see what lies below drags it away; it stays there until the next step.
    """

    lead = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._step: GuideView | None = None
        self._place_named = ""
        self._folded = False
        self._dragged: QPoint | None = None
        self._watched: QWidget | None = None
        self._grip = QPoint()
        self._ring = _Ring(bridge, parent)
        self._glide = Glide(bridge.theme, self)
        self.setProperty("card", "accent")
        self._build_ui()
        self.setVisible(False)
        parent.installEventFilter(self)

    def _build_ui(self) -> None:
        theme, icons = self._bridge.theme, self._bridge.icons
        named(self, "guide", self.tr("引导"))
        column = spaced(QVBoxLayout(self), theme, 3, 2)
        head = spaced(QHBoxLayout(), theme, 0, 2)
        self._count = named(label("", "accent"), "guide.count")
        self._title = named(label("", "strong", wrap=True), "guide.title")
        for part in (self._count, self._title):
            part.setCursor(Qt.CursorShape.SizeAllCursor)
        fold = button("", icons, "minus", kind="quiet", name="guide.fold", accessible=self.tr("收起或展开引导"))
        fold.clicked.connect(self._on_fold)
        head.addWidget(self._count)
        head.addWidget(self._title, 1)
        head.addWidget(fold)
        self._text = named(MarkdownView(theme), "guide.text", self.tr("引导正文"))
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go = button(self.tr("带我去"), icons, "arrow", kind="primary", name="guide.go")
        self.go.clicked.connect(self._on_go)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(theme.wide(17))

    def refresh(self, view: View) -> None:
        """Show the step a view is at; nothing where there is none or the user wants none."""
        step = view.guide if self._bridge.settings.guide else None
        if step is None:
            self._step = None
            self.setVisible(False)
            self._ring.setVisible(False)
            return
        if self._step is None or self._step.id != step.id:
            self._folded, self._dragged = False, None
        self._step = step
        self._place_named = self._named_in(step, view)
        self._count.setText(self.tr("{index}/{count}").format(index=step.index + 1, count=step.count))
        self._title.setText(step.title)
        self._text.set_markdown(step.text)
        self.setAccessibleDescription(f"{step.title} {step.text}")
        self.place()
        # The desk the step points at may be laid out only now
        QTimer.singleShot(0, self, self.place)

    def place(self) -> None:
        """Stand beside the target, where there is most room."""
        step, parent = self._step, self.parentWidget()
        if step is None or parent is None:
            return
        target = self._target(step.point)
        self._watch(target)
        there = target is not None and target.isVisible()
        # The map is there, but a village on it is one unnamed dot of many
        self.go.setText(self.tr("指给我看") if there else self.tr("带我去"))
        self.go.setVisible((not there or bool(self._place_named)) and not self._folded)
        self._text.setVisible(not self._folded)
        fresh = self.isHidden()
        self.setVisible(True)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        spot = self._seen_rect(target) if there and target is not None else self._nav_rect(step.point)
        dragged = self._dragged
        corner = self._held(dragged) if dragged is not None else self._beside(spot, parent.rect())
        self._glide.to(corner, at_once=fresh or dragged is not None)
        self._ring.setVisible(not spot.isEmpty())
        self._ring.setGeometry(spot.adjusted(-5, -5, 5, 5).intersected(parent.rect()))
        self._ring.raise_()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and of what the step points at: a desk may be laid out only once it is seen."""
        if self._step is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        elif self._step is not None and event.type() is QEvent.Type.LayoutRequest and watched is self.parentWidget():
            QTimer.singleShot(0, self, self.place)  # a part came or went, and others move with it
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the callout."""
        self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        self._dragged = self._held(self.mapToParent(event.position().toPoint()) - self._grip)
        self._glide.to(self._dragged, at_once=True)

    def _held(self, corner: QPoint) -> QPoint:
        """Return the nearest corner at which the whole callout is in the window."""
        parent = self.parentWidget()
        if parent is None:
            return corner
        across, down = parent.width() - self.width(), parent.height() - self.height()
        return QPoint(max(0, min(corner.x(), across)), max(0, min(corner.y(), down)))

    def _watch(self, target: QWidget | None) -> None:
        if target is not self._watched:
            if self._watched is not None and isValid(self._watched):
                self._watched.removeEventFilter(self)
            if target is not None:
                target.installEventFilter(self)
            self._watched = target

    @staticmethod
    def _named_in(step: GuideView, view: View) -> str:
        """Return the village that a step on the map speaks of; empty where it names none."""
        if step.point.partition(".")[0] != "map":
            return ""
        words = f"{step.title} {step.text}"
        return next((f"village:{v.id}" for v in view.villages if v.name in words), "")

    def _target(self, point: str) -> QWidget | None:
        parent = self.parentWidget()
        if parent is None:
            return None
        while point:
            found = parent.findChild(QWidget, point)
            if isinstance(found, QWidget):
                return found
            point = point.rpartition(".")[0]
        return None

    def _nav_rect(self, point: str) -> QRect:
        parent = self.parentWidget()
        nav = parent.findChild(QWidget, f"nav.{point.partition('.')[0]}") if parent is not None else None
        return self._seen_rect(nav) if isinstance(nav, QWidget) else QRect()

    def _seen_rect(self, target: QWidget) -> QRect:
        parent = self.parentWidget()
        if parent is None:
            return QRect()
        return QRect(target.mapTo(parent, QPoint(0, 0)), target.size()).intersected(parent.rect())

    def _beside(self, spot: QRect, room: QRect) -> QPoint:
        gap = self._bridge.theme.space(4)
        width, height = self.width(), self.height()
        corners = [
            QPoint(room.right() - width - gap, room.bottom() - height - gap),
            QPoint(gap, room.bottom() - height - gap),
            QPoint(room.right() - width - gap, gap),
            QPoint(gap, gap),
        ]
        if spot.isEmpty():
            return corners[0]

        def held(low: int, wanted: int, high: int) -> int:
            return max(low, min(wanted, high))

        across = held(gap, spot.center().x() - width // 2, room.right() - width - gap)
        down = held(gap, spot.top(), room.bottom() - height - gap)
        large = spot.width() * spot.height() > room.width() * room.height() // 8
        below = QPoint(across, spot.bottom() + gap)
        high = self._step is not None and self._step.point.startswith("turn.")
        places: list[QPoint] = [
            # What stands in the bar on top is explained below it: the bar itself stays readable
            *((below,) if high else ()),
            # Beside a large part the callout would cover its neighbour: the ring shows it, the corner explains it
            *(corners[:2] if large else ()),
            QPoint(spot.right() + gap, down),
            QPoint(spot.left() - width - gap, down),
            below,
            QPoint(across, spot.top() - height - gap),
            *corners,
        ]
        around = spot.adjusted(-4, -4, 4, 4)
        for place in places:
            mine = QRect(place, self.size())
            if room.contains(mine) and not mine.intersects(around):
                return place
        # The target fills the window: stand where the least of it is hidden
        best, least = corners[0], -1
        for corner in corners:
            hidden = _area(QRect(corner, self.size()).intersected(spot))
            if least < 0 or hidden < least:
                best, least = corner, hidden
        return best

    def _on_go(self) -> None:
        if self._step is not None:
            self.lead.emit(self._step.point.partition(".")[0], self._place_named)
            reveal(self._target(self._step.point))

    def _on_fold(self) -> None:
        self._folded = not self._folded
        self.place()


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
