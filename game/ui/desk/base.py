"""What every desk of the window has in common: it refreshes when it is seen and the view is new."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.widgets import show_new


class Desk(QWidget):
    """Base of the desks. Subclasses set `name`, and override `title`, `icon_name`, `refresh`, and more as needed."""

    name: ClassVar[str] = ""
    """Id of the desk: what `focus_requested` and object names use."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setObjectName(self.name)
        self._shown: View | None = None
        bridge.view_changed.connect(self._on_view_changed)

    def title(self) -> str:
        """Name in the navigation."""
        raise NotImplementedError

    def icon_name(self) -> str:
        """Icon in the navigation."""
        raise NotImplementedError

    def refresh(self, view: View) -> None:
        """Show a view. Called when the desk is shown with a stale view, and when the view changes while it is shown."""
        raise NotImplementedError

    def update_theme(self) -> None:
        """Take new colours and sizes; the window rebuilds desks on a theme change unless they override this."""

    def focus_on(self, ref: str) -> None:
        """Show or preset what `ref` names: a record's id, a place, `inject:<id>` or `problem:<id>`."""

    @classmethod
    def badge(cls, view: View) -> tuple[int, bool]:
        """Return how many things wait here and whether one is urgent."""
        del view
        return 0, False

    def ensure_fresh(self) -> None:
        """Refresh now if the view shown is not the one in force."""
        view = self.bridge.view
        if self._shown is not view:
            self._shown = view
            self.refresh(view)
            show_new(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh a stale desk before it is seen."""
        self.ensure_fresh()
        super().showEvent(event)

    def _on_view_changed(self, _view: View) -> None:
        if self.isVisible():
            self.ensure_fresh()
