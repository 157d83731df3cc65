"""The guide of a starter exercise: a callout beside the part of the window it speaks of, never over it.

A step that asks for several things says one at a time. Who takes the next one in hand without being told is followed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from game.exercise.views.shape import GuideView, View
from game.ui.bridge import Bridge
from game.ui.motion import Glide
from game.ui.widgets import MarkdownView, button, label, named, reveal, spaced
from game.ui.window.guide_beats import Beat, beats
from game.ui.window.guide_place import core, corner_for, in_use


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
        self._beats: tuple[Beat, ...] = ()
        self._beat = 0
        self._next_shut = False
        self._shown: tuple[str, int] | None = None
        self._place_named = ""
        self._folded = False
        self._dragged: QPoint | None = None
        self._watched: QWidget | None = None
        self._grip = QPoint()
        self._ring = _Ring(bridge, parent)
        # A desk is half built while it comes into sight: where its parts are is asked when it has come to rest
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)
        self._glide = Glide(bridge.theme, self)
        self.setProperty("card", "accent")
        self._build_ui()
        self.setVisible(False)
        parent.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

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
        # In large type two buttons with words and the count would not fit
        self.back = button("", icons, "back", kind="quiet", name="guide.back", accessible=self.tr("上一条"))
        self.back.clicked.connect(self._on_back)
        self.next = button(self.tr("下一条"), icons, "arrow", kind="primary", name="guide.next")
        self.next.clicked.connect(self._on_next)
        self._which = named(label("", "small"), "guide.beat")
        foot = spaced(QHBoxLayout(), theme, 0, 2)
        for control in (self.go, self.next, self.back):
            foot.addWidget(control)
        foot.addStretch(1)
        foot.addWidget(self._which)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addLayout(foot)
        self.setFixedWidth(theme.wide(17))

    @property
    def point(self) -> str:
        """Name of the part of the window that is spoken of now; empty where there is no guide."""
        return self._beats[self._beat].point if self._step is not None else ""

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
            self._beat, self._next_shut = 0, False
        self._step, self._beats = step, beats(step)
        self._place_named = self._named_in(step, view)
        self._count.setText(self.tr("{index}/{count}").format(index=step.index + 1, count=step.count))
        self._title.setText(step.title)
        self._tell()
        self._later.start()

    def _tell(self) -> None:
        """Say the one thing that is to be done now."""
        step, count = self._step, len(self._beats)
        if step is None:
            return
        self._beat = min(self._beat, count - 1)
        beat = self._beats[self._beat]
        self._text.set_markdown(beat.text)
        self._which.setText(self.tr("第{beat}条，共{count}条").format(beat=self._beat + 1, count=count))
        self.setAccessibleDescription(f"{step.title} {beat.text}")
        self.place()

    def place(self) -> None:
        """Stand beside the target, where the least is hidden."""
        step, parent = self._step, self.parentWidget()
        if step is None or parent is None:
            return
        if self._came_open():
            self._beat += 1
            self._tell()
            return
        point = self.point
        target = self._target(point)
        self._watch(target)
        there = target is not None and target.isVisible()
        if there and target is not None:
            self._bring(target, point)
        self._show_parts(there=there)
        fresh = self.isHidden()
        self.setVisible(True)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        spot = self._spot(target, point) if there and target is not None else self._nav_rect(point)
        dragged = self._dragged
        corner = self._held(dragged) if dragged is not None else self._beside(core(target, spot, parent), parent)
        self._glide.to(corner, at_once=fresh or dragged is not None)
        self._ring.setVisible(not spot.isEmpty())
        self._ring.setGeometry(spot.adjusted(-5, -5, 5, 5).intersected(parent.rect()))
        self._ring.raise_()
        self.raise_()

    def _show_parts(self, *, there: bool) -> None:
        """Show the buttons that have a use: there is one way on at a time."""
        many, last = len(self._beats) > 1, self._beat == len(self._beats) - 1
        # The map is there, but a village on it is one unnamed dot of many
        self.go.setText(self.tr("指给我看") if there else self.tr("带我去"))
        named_on_map = bool(self._place_named) and self.point == "map.view"
        self.go.setVisible((not there or named_on_map) and not self._folded)
        self.next.setVisible(many and not last and there and not self._folded)
        self.back.setVisible(many and self._beat > 0 and there and not self._folded)
        self._which.setVisible(many and not self._folded)
        self._text.setVisible(not self._folded)

    def _came_open(self) -> bool:
        """Whether the part of the next thing to do has just come into sight: then this one has been done."""
        if self._beat + 1 >= len(self._beats):
            return False
        here, coming = (self._target(self._beats[n].point) for n in (self._beat, self._beat + 1))
        seen = coming is not None and coming.isVisible() and coming is not here
        came = self._next_shut and seen
        self._next_shut = here is not None and here.isVisible() and not seen
        return came

    def _bring(self, target: QWidget, point: str) -> None:
        """Scroll to the target once: afterwards the page is the user's."""
        assert self._step is not None
        now = (self._step.id, self._beat)
        if now == self._shown:
            return
        self._shown = now
        for part in (*self._helpers(target, point), target):
            around = part.parentWidget()
            while around is not None:
                if isinstance(around, QScrollArea):
                    around.ensureWidgetVisible(part, 0, part.height())
                around = around.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and of what the step points at: a desk may be laid out only once it is seen."""
        around = watched is self.parentWidget() and event.type() is QEvent.Type.LayoutRequest
        if self._step is not None and (around or event.type() in (QEvent.Type.Resize, QEvent.Type.Move)):
            self._later.start()
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
        """Return the village that a step speaks of; empty where it names none."""
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
        seen = target.visibleRegion().boundingRect()
        return QRect(target.mapTo(parent, seen.topLeft()), seen.size()).intersected(parent.rect())

    def _spot(self, target: QWidget, point: str) -> QRect:
        """Return where the target is in sight, with the small buttons that belong to a field."""
        spot = self._seen_rect(target)
        for part in self._helpers(target, point):
            spot = spot.united(self._seen_rect(part))
        return spot

    def _helpers(self, target: QWidget, point: str) -> list[QWidget]:
        """Return the small buttons in sight that belong to a field: their names begin with its own."""
        parent = self.parentWidget()
        if parent is None or not isinstance(target, (QAbstractSpinBox, QComboBox)):
            return []
        own = QRegularExpression(f"^{QRegularExpression.escape(point)}\\.")
        return [part for part in parent.findChildren(QWidget, own) if part.isVisible()]

    def _beside(self, spot: QRect, parent: QWidget) -> QPoint:
        high = self.point.startswith("turn.")
        taken = in_use(parent, (self, self._ring))
        return corner_for(self.size(), spot, parent.rect(), taken, self._bridge.theme.space(4), high=high)

    # Slots

    def _on_go(self) -> None:
        if self._step is not None:
            desk = self.point.partition(".")[0]
            self.lead.emit(desk, self._place_named if desk == "map" else "")
            reveal(self._target(self.point))

    def _on_next(self) -> None:
        self._turn_to(self._beat + 1)
        target = self._target(self.point)
        if target is not None and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._turn_to(self._beat - 1)

    def _on_fold(self) -> None:
        self._folded = not self._folded
        self.place()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Follow whoever takes another of the step's things in hand; what opens for it may come into sight now."""
        if self._step is None or len(self._beats) < 2 or new is None or self.isAncestorOf(new):
            return
        name = new.objectName()
        fits = [n for n, beat in enumerate(self._beats) if name == beat.point or name.startswith(f"{beat.point}.")]
        if fits and self._beat not in fits:
            self._turn_to(fits[0])
        else:
            self._later.start()

    # Helpers

    def _turn_to(self, beat: int) -> None:
        self._beat, self._next_shut = max(0, min(beat, len(self._beats) - 1)), False
        self._tell()
