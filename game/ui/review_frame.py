"""The bar above the review: what is reviewed, and the ways back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from game.ui.bridge import Bridge
from game.ui.widgets import button, label, spaced


class ReviewFrame(QWidget):
    """Emits `left` (back to the desks) and `home`."""

    left = Signal()
    home = Signal()

    def __init__(self, page: QWidget, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        theme, icons = bridge.theme, bridge.icons
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        bar = QFrame(self)
        bar.setProperty("card", "bar")
        row = spaced(QHBoxLayout(bar), theme, 3, 2)
        row.addWidget(label(self.tr("复盘：{title}").format(title=bridge.view.scenario_title), "heading"), 1)
        back = button(self.tr("回到桌面"), icons, "back", name="review.back")
        home = button(self.tr("回主页"), icons, "home", name="review.home")
        row.addWidget(back)
        row.addWidget(home)
        column.addWidget(bar)
        column.addWidget(page, 1)
        back.clicked.connect(self.left)
        home.clicked.connect(self.home)
