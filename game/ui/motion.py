"""The little that moves: a bar while the county works, and the guide on its way to the next step.

Nothing moves for its own sake, nothing longer than a fifth of a second, and whoever wants none switches it off.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from game.ui.theme import Theme

GLIDE_MS = 180


class Busy(QProgressBar):
    """Says that something is under way: it moves, or without motion it stands full."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(theme.space(1))
        if theme.motion:
            self.setRange(0, 0)
        else:
            self.setRange(0, 1)
            self.setValue(1)
        self.setVisible(False)


class Glide:
    """Moves a widget to where it belongs: at once where there is no motion or it was not seen before."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        self._theme, self._widget = theme, widget
        self._way = QPropertyAnimation(widget, b"pos", widget)
        self._way.setDuration(GLIDE_MS)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)

    def to(self, corner: QPoint, *, at_once: bool = False) -> None:
        """Go there."""
        if self._way.state() is QPropertyAnimation.State.Running and self._way.endValue() == corner:
            return
        self._way.stop()
        if at_once or not self._theme.motion or not self._widget.isVisible() or self._widget.pos() == corner:
            self._widget.move(corner)
            return
        self._way.setStartValue(self._widget.pos())
        self._way.setEndValue(corner)
        self._way.start()


def set_motion(app: QApplication, theme: Theme, *, on: bool) -> None:
    """Let things move or stand still, Qt's own included; pages built before keep their way until built anew."""
    theme.motion = on
    for effect in (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateTooltip):
        app.setEffectEnabled(effect, on)
    app.setCursorFlashTime(1000 if on else 0)
