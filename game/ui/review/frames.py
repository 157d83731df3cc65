"""The county at the end of each turn, worked out in a thread of its own so that the scrubber never waits long."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from game.exercise.views.memo import Memo
from game.exercise.views.project import glance
from game.exercise.views.shape import View
from game.exercise.views.truth import Truth, truth_of
from game.session.session import Session
from game.ui.worker import Worker


@dataclass(frozen=True, slots=True)
class Frame:
    """The county at the end of one turn: its figures, its places as reported, and as they truly are."""

    turn: int
    day: int
    shown: dict[str, int]
    true: dict[str, int]
    view: View
    """The view of the review with the places and problems of that day."""
    truth: Truth


class Frames(QObject):
    """Emits `ready` (Frame) for each turn that was worked out: those asked for first, then the others in order."""

    ready = Signal(object)
    _made = Signal(object)

    def __init__(
        self,
        session: Session,
        view: View,
        make_worker: Callable[[], Worker] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._make_worker = make_worker or (lambda: Worker("replay"))
        self._memo = Memo()
        self._records = {record.turn: record for record in session.state.history}
        self._frames: dict[int, Frame] = {}
        self._wanted, self._lock = -1, threading.Lock()
        self._going = self._stopped = False
        self._made.connect(self._on_made)
        if self._records:  # where the exercise stands costs no way back: the page is whole when it opens
            self._frames[max(self._records)] = self._frame(max(self._records))

    @property
    def whole(self) -> bool:
        """Whether every turn is there."""
        return len(self._frames) == len(self._records)

    def get(self, turn: int) -> Frame | None:
        """Return a turn that is there; one that is not is worked out next."""
        if turn in self._frames or turn not in self._records:
            return self._frames.get(turn)
        with self._lock:
            self._wanted = turn
        self.start()
        return self._frames.get(turn)

    def start(self) -> None:
        """Work out what is missing."""
        self._stopped = False
        if not self._going and not self.whole:
            self._going = True
            worker = self._make_worker()
            worker.post(self._work)
            worker.retire()

    def stop(self) -> None:
        """Begin nothing more; what runs is finished."""
        self._stopped = True

    # In the worker

    def _work(self) -> None:
        done = set(self._frames)
        try:
            while not self._stopped and (turn := self._next(done)) is not None:
                done.add(turn)
                frame = self._frame(turn)
                if self._stopped:
                    break
                with contextlib.suppress(RuntimeError):  # the page may have gone meanwhile
                    self._made.emit(frame)
        except Exception:
            if not self._stopped:  # else the page has gone, and its session with it
                self._stopped = True
                raise
        finally:
            self._going = False
            if not self._stopped:  # nothing is told to a page that may be going
                with contextlib.suppress(RuntimeError):
                    self._made.emit(None)

    def _next(self, done: set[int]) -> int | None:
        with self._lock:
            wanted, self._wanted = self._wanted, -1
        if wanted in self._records and wanted not in done:
            return wanted
        return next((turn for turn in self._records if turn not in done), None)

    def _frame(self, turn: int) -> Frame:
        record, session = self._records[turn], self._session
        state = session.state_at(record.day) if turn < session.state.turn else session.state
        past = glance(state, "review", self._memo)
        view = replace(
            self._view, day=state.day, turn=state.turn, townships=past.townships, villages=past.villages,
            problems=past.problems,
        )  # fmt: skip
        return Frame(turn, record.day, dict(record.shown), dict(record.true), view, truth_of(state))

    # In the window's thread

    def _on_made(self, frame: Frame | None) -> None:
        if frame is not None:
            self._frames[frame.turn] = frame
            self.ready.emit(frame)
            return
        if not self._stopped and not self.whole:
            self.start()
