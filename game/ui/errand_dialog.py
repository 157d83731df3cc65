"""The frame of a dialog that has long work done: how far it has come, what there is to say, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from game.ui.errand import Errand
from game.ui.icons import Icons
from game.ui.theme import Theme
from game.ui.widgets import button, label, named, spaced
from game.ui.worker import Worker


class ErrandDialog(QDialog):
    """Does one errand at a time and outlives none: closed while it runs, it hears nothing of it any more.

    Whoever derives from it lays out `bar`, `said` and `stop`, shows in `_show_state` what means something now, and
    says in `_told` and `_failed` what it hears.
    """

    def __init__(
        self,
        name: str,
        title: str,
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
        worker: Worker | None,
        *,
        progress: str,
        stop_tip: str = "",
    ) -> None:
        """`name` is that of the window, before those of its parts; `progress` what a screen reader calls the bar."""
        super().__init__(parent)
        self._theme, self._icons, self._worker = theme, icons, worker
        self._errand: Errand | None = None
        self._heard: Callable[..., object] | None = None
        """What gets the result of the errand that is under way."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setObjectName(name)
        self.bar = named(QProgressBar(self), f"{name}.progress", progress)
        self.bar.setTextVisible(False)
        self.said = named(label("", "small", wrap=True), f"{name}.said")
        self.stop = button(self.tr("停下"), icons, "pause", name=f"{name}.stop", tip=stop_tip)
        self.stop.clicked.connect(self._on_stop)
        self.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether an errand is under way."""
        return self._errand is not None

    def _column(self) -> QVBoxLayout:
        return spaced(QVBoxLayout(self), self._theme, 4, 2)

    def _fit(self, wide: int, high: int) -> None:
        """Take so many letters of room, at most what the screen has."""
        most = self.screen().availableSize() * 0.95
        self.resize(QSize(self._theme.wide(wide), self._theme.wide(high)).boundedTo(most))

    def _begin(
        self, said: str, work: Callable[[Errand], object], done: Callable[..., object], *, steps: int = 0
    ) -> None:
        """Have `work` done and its result given to `done`; `steps` is how many there are, 0 where nobody knows yet."""
        self._errand = errand = Errand(self.objectName(), self._worker)
        self._heard = done
        errand.told.connect(self._on_told)
        errand.done.connect(self._on_done)
        errand.failed.connect(self._on_failed)
        self.bar.setRange(0, steps)
        self.bar.setValue(0)
        self.said.setText(said)
        self._show_state()
        errand.start(work)

    # For whoever derives from it

    def _show_state(self) -> None:
        """Show the parts that mean something now."""
        raise NotImplementedError

    def _told(self, done: int, of: int) -> str:
        """Return what to say when so many of so many steps are done."""
        raise NotImplementedError

    def _failed(self, error: Exception) -> None:
        """Hear that the work did not come about; it is under way no more."""
        raise NotImplementedError

    # Slots

    def _on_told(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.said.setText(self._told(done, of))

    def _on_done(self, found: object) -> None:
        heard, self._errand, self._heard = self._heard, None, None
        if heard is not None:
            heard(found)

    def _on_failed(self, error: Exception) -> None:
        self._errand = self._heard = None
        self._failed(error)

    def _on_stop(self) -> None:
        if self._errand is not None:
            self._errand.stop()
            self.stop.setEnabled(False)
            self.said.setText(self.tr("正在停下…"))

    def _on_finished(self, _code: int) -> None:
        if self._errand is not None:
            self._errand.drop()
