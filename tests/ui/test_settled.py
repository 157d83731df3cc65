"""A picture is taken when the window has come to rest, and not before."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from game.ui.settled import settle


def _window(qtbot) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root)
    QVBoxLayout(root)
    root.show()
    return root


def test_what_is_laid_out_late_is_waited_for(qtbot):
    """Parts that come one after another, later in all than any fixed time, are all there afterwards."""
    root = _window(qtbot)

    def more() -> None:
        root.layout().addWidget(QLabel("x", root))
        if root.layout().count() < 6:
            timer.start(90)

    timer = QTimer(root)
    timer.setSingleShot(True)
    timer.timeout.connect(more)
    timer.start(90)

    assert settle(root, quiet_ms=20)
    assert root.layout().count() == 6
    assert all(label.height() > 0 and label.isVisible() for label in root.findChildren(QLabel))


def test_what_moves_arrives_first(qtbot):
    """A widget on its way stands where it belongs."""
    root = _window(qtbot)
    mover = QWidget(root)
    way = QPropertyAnimation(mover, b"pos", mover)
    way.setDuration(300)
    way.setStartValue(QPoint(0, 0))
    way.setEndValue(QPoint(50, 50))
    way.start()

    assert settle(root, quiet_ms=1)
    assert mover.pos() == QPoint(50, 50)


def test_a_window_that_never_rests_is_not_waited_for_for_ever(qtbot):
    """The wait is bounded, and says that it ended without rest."""
    root = _window(qtbot)
    mover = QWidget(root)
    way = QPropertyAnimation(mover, b"pos", mover)
    way.setLoopCount(-1)
    way.setEndValue(QPoint(50, 50))
    way.start()

    assert not settle(root, most_ms=200)
    way.stop()
