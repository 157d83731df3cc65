"""The way into the review and out of it, and an instructor's way into an exercise that goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from game.ui.bridge import Bridge
from game.ui.loading import load
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.worker import Worker

if TYPE_CHECKING:
    from game.session.session import Session
    from game.ui.review.page import ReviewPage


class ReviewDoor(QObject):
    """Signals: `shown` (page), `left` back to the desks, `home`, `busy` (str, empty at its end).

    The session an instructor looks at is opened for reading alone: looking changes nothing.
    """

    shown = Signal(object)
    left = Signal()
    home = Signal()
    busy = Signal(str)
    _opened = Signal(object)
    _refused = Signal(str)

    def __init__(self, theme: Theme, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._theme, self._prompts = parent, theme, prompts
        self.settings = Settings()
        self.worker: Worker | None = None
        """Opens sessions; a thread of its own where it is None."""
        self._session: Session | None = None
        """The one looked at."""
        self._page: ReviewPage | None = None
        self._opened.connect(self._on_opened)
        self._refused.connect(self._on_refused)

    def review(self, bridge: Bridge) -> None:
        """Show the review of the session in play; back leads to its desks."""
        from game.ui.play import LocalPlay
        from game.ui.review import open_review

        if not isinstance(bridge.play, LocalPlay):
            return
        session = bridge.play.table.session
        page = open_review(
            session, self._theme, self.settings, self._prompts, bridge.seat, desks=True, tried=bridge.tried
        )
        page.left.connect(self._on_left)
        self._show(page)

    def ask(self, path: Path) -> None:
        """Say what is about to be shown, then show a session to an instructor."""
        text = self.tr("教员看盘会把账面和真实的情况都摆出来。")
        detail = self.tr("还要接着推演的学员，看了就练不出来了。只看，不改：推演停在原处。")
        self._prompts.confirm(
            self._window, self.tr("教员看盘"), text, self.tr("打开看盘"),
            lambda yes: self.look(path) if yes else None, detail=detail,
        )  # fmt: skip

    def look(self, path: Path) -> None:
        """Open a session file for reading and show it, recorded beside true; nobody's score before it is over."""
        self.busy.emit(self.tr("正在打开推演…"))
        worker = self.worker or Worker("look")
        worker.post(lambda: self._open(path))
        worker.retire()

    def close(self) -> None:
        """Let go of the page, before its session is closed, and of the session looked at."""
        if self._page is not None:
            self._page.retire()
            self._page = None
        if self._session is not None:
            self._session.close()
            self._session = None

    # In the worker

    def _open(self, path: Path) -> None:
        load()
        from game.session.errors import SessionError
        from game.session.session import Session

        try:
            session = Session.open(path, reading=True)
        except (SessionError, OSError) as error:
            self._refused.emit(str(error) or type(error).__name__)
            return
        except Exception:
            self._refused.emit(self.tr("这个文件打不开。"))
            raise  # a fault of ours: the crash guard is to know
        self._opened.emit(session)

    # Slots

    def _on_refused(self, reason: str) -> None:
        self.busy.emit("")
        self._prompts.tell(self._window, self.tr("打不开"), reason)

    def _on_opened(self, session: Session) -> None:
        from game.ui.review import open_review

        self.busy.emit("")
        self.close()
        self._session = session
        over = session.view("review").over
        self._show(open_review(session, self._theme, self.settings, self._prompts, over=over))
        if session.damage:
            self._prompts.tell(self._window, self.tr("推演文件有损坏"), session.damage)

    def _show(self, page: ReviewPage) -> None:
        self._page = page
        page.home.connect(self.home)
        self.shown.emit(page)

    def _on_left(self) -> None:
        self.close()
        self.left.emit()
