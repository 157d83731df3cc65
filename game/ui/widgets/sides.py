"""Two sides of a desk: beside each other, or one at a time under two tabs where the window is too narrow for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from game.ui.theme import Theme
from game.ui.widgets.basic import NO_LIMIT, Segments, spaced


class Sides(QWidget):
    """A left and a right side. `fixed` gives the right one an unchanging width in pixels while both are shown."""

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        right: QWidget,
        words: tuple[str, str],
        name: str,
        accessible: str,
        *,
        sizes: Sequence[int] = (),
        fixed: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left, self._right, self._fixed = left, right, fixed
        self._sizes = list(sizes)
        """Widths in proportion, until a hand moves the border."""
        self._room = right.minimumWidth()
        self.narrow = False
        """Whether one side is shown at a time."""
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        self._bar = QFrame(self)
        self._bar.setProperty("card", "bar")
        line = spaced(QHBoxLayout(self._bar), theme, 2, 2)
        self.tabs = Segments(theme, [("left", words[0]), ("right", words[1])], name, accessible)
        line.addWidget(self.tabs)
        line.addStretch(1)
        self._bar.setVisible(False)
        column.addWidget(self._bar)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        if fixed:
            right.setFixedWidth(fixed)
        column.addWidget(self.split, 1)
        self.tabs.picked.connect(self._on_tab)
        self.split.splitterMoved.connect(self._on_moved)

    def show_left(self) -> None:
        """Bring the left side into sight."""
        self._turn_to(left=True)

    def show_right(self) -> None:
        """Bring the right side into sight."""
        self._turn_to(left=False)

    # Qt

    def minimumSizeHint(self) -> QSize:
        """One side is enough, with the tabs above it: in a narrow window the one that is shown."""
        right, bar = self._right.minimumSizeHint(), self._bar.minimumSizeHint()
        width = max(self._least(self._left), self._room or right.width(), bar.width())
        sides = [side for side in (self._left, self._right) if not (self.narrow and side.isHidden())]
        high = max((self._high(side) for side in sides), default=0)
        return QSize(width, high + bar.height() if self.narrow else high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both sides where they have room, else the one in use."""
        super().resizeEvent(event)
        self._lay_out()
        if self._sizes and not self.narrow:
            all_ = self.split.width() - self.split.handleWidth()
            left = all_ * self._sizes[0] // sum(self._sizes)
            self.split.setSizes([left, all_ - left])
        self.updateGeometry()  # rows may fold at the new width

    def event(self, event: QEvent) -> bool:
        """Look again when a side asks for another width."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_out()
        return done

    # Helpers

    def _on_moved(self, *_where: int) -> None:
        self._sizes = []

    def _on_tab(self, side: str) -> None:
        self._turn_to(left=side == "left")

    def _turn_to(self, *, left: bool) -> None:
        self.tabs.choose("left" if left else "right")
        if self.narrow:
            self._left.setVisible(left)
            self._right.setVisible(not left)
            self.updateGeometry()

    def _lay_out(self) -> None:
        right = self._fixed or self._room or self._least(self._right)
        narrow = self.width() < self._least(self._left) + self.split.handleWidth() + right
        if narrow is self.narrow:
            return
        self.narrow = narrow
        self._bar.setVisible(narrow)
        if self._fixed:
            self._right.setMinimumWidth(self._room if narrow else self._fixed)
            self._right.setMaximumWidth(NO_LIMIT if narrow else self._fixed)
        left = self.tabs.current == "left"
        self._left.setVisible(not narrow or left)
        self._right.setVisible(not narrow or not left)

    @staticmethod
    def _high(side: QWidget) -> int:
        """Return the least height of a side; at the width it has, where rows of it fold."""
        least, layout = max(side.minimumHeight(), side.minimumSizeHint().height()), side.layout()
        if isinstance(side, ShownStack):
            return max(least, side.heightForWidth(side.width()))
        if layout is None or not layout.hasHeightForWidth() or side.isHidden():
            return least
        return max(least, layout.totalMinimumHeightForWidth(side.width()))

    @staticmethod
    def _least(side: QWidget) -> int:
        return max(side.minimumWidth(), side.minimumSizeHint().width())


class ShownStack(QStackedWidget):
    """Pages of which only the one shown asks for room."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the page shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the least height of the page shown at a width; the others must not make a frame scroll."""
        shown = self.currentWidget()
        layout = shown.layout() if shown is not None else None
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalMinimumHeightForWidth(width)
        return self.minimumSizeHint().height()


def reveal(widget: QWidget | None) -> None:
    """Turn the sides around a widget so that it can be seen."""
    while widget is not None:
        above = widget.parentWidget()
        sides = above.parentWidget() if isinstance(above, QSplitter) else None
        if isinstance(sides, Sides):
            if widget is sides.split.widget(0):
                sides.show_left()
            else:
                sides.show_right()
        widget = above
