"""The one door between the window and a running exercise: commands in, views and refusals out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from game.exercise.refusals import Refusal
from game.exercise.views.shape import View
from game.ui.english import worded
from game.ui.icons import Icons
from game.ui.names import NameBook
from game.ui.prompts import Prompts
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.trail import Course, Told, Trail
from game.ui.worker import Direct, Worker

if TYPE_CHECKING:
    from game.exercise.preview import Preview


PART = 400
"""Commands whose reports are read in one go."""


class Answer(Protocol):
    """What a submitted command comes back with."""

    @property
    def accepted(self) -> bool:
        """Whether it was carried out."""

    @property
    def refusal(self) -> Refusal | None:
        """Why not."""


class Play(Protocol):
    """One seat's hold on a running exercise: a local session with bots, or a room on another machine."""

    @property
    def seat(self) -> str:
        """The seat played, `instructor` or `review`."""

    def submit(self, kind: str, args: Mapping[str, Any]) -> Answer:
        """Give a command for the seat."""

    def preview(self, kind: str, args: Mapping[str, Any]) -> Preview | Refusal:
        """Say what a command would do."""

    def view(self) -> View:
        """Return what the seat sees now."""

    def advance(self) -> Answer | None:
        """End the turn: bots act, the clock moves."""

    def told(self, first: int, last: int) -> tuple[list[Told], bool]:
        """Return what the seat's level was told within some commands, and whether commands follow."""

    def close(self) -> None:
        """Let go of files and connections."""


class Bridge(QObject):
    """Carries commands to the exercise and tells the screens what changed.

    Signals: `view_changed` (View) after anything changed; `refused` (Refusal); `notice` (str) a passing word;
    `focus_requested` (desk, ref) asks the window to show a desk with something preset; `busy_changed` (bool) while a
    turn is computed; `turn_done` (View) after a turn, before its `view_changed`; `failed` (exception) when a turn broke
    off; `past_read` once courses reach back to the first day.
    """

    view_changed = Signal(object)
    refused = Signal(object)
    notice = Signal(str)
    focus_requested = Signal(str, str)
    busy_changed = Signal(bool)
    turn_done = Signal(object)
    failed = Signal(object)
    past_read = Signal()
    _turned = Signal(object, object, object)
    _told = Signal(object, int)

    def __init__(
        self,
        play: Play,
        theme: Theme,
        *,
        settings: Settings | None = None,
        worker: Worker | None = None,
        prompts: Prompts | None = None,
        tried: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tried = tried
        """Whether an author tries a draft, so that the way out leads back to the editor."""
        self._play = play
        self._worker = worker or Direct()
        self.theme = theme
        self.icons = Icons(theme)
        self.settings = settings or Settings()
        self.prompts = prompts or Prompts(self)
        self.last: Answer | None = None
        """Answer to the last command."""
        self._busy = False
        self._closed = False
        self._view: View = worded(self._worker.call(play.view), self.settings.lang)
        self._names = NameBook(self._view, self.say, self.settings.lang)
        self.trail = Trail()
        self.trail.take(self._view)
        self._asked_past = self._asking = False
        self._turned.connect(self._on_turned)
        self._told.connect(self._on_told)

    # Properties

    @property
    def seat(self) -> str:
        """The seat played."""
        return self._play.seat

    @property
    def play(self) -> Play:
        """What stands behind the bridge; the review needs its session."""
        return self._play

    @property
    def view(self) -> View:
        """What the seat sees now."""
        return self._view

    @property
    def names(self) -> NameBook:
        """Names and number formats for the view in force."""
        return self._names

    @property
    def busy(self) -> bool:
        """Whether a turn is being computed; commands are refused meanwhile."""
        return self._busy

    # Public methods

    def say(self, code: str, **params: str | int) -> str:
        """Return a text of the catalogue in the window's language; the code itself where there is none."""
        from game.exercise.texts import say

        return say(code, self.settings.lang, **params)

    def explain(self, refusal: Refusal) -> tuple[str, str]:
        """Return a refusal's sentence and its cure."""
        from game.exercise.texts import cure

        code = f"refusal.{refusal.code}"
        params = {key: self._spoken(key, value) for key, value in refusal.params.items()}
        return self.say(code, **params), cure(code, self.settings.lang, **params)

    def submit(self, kind: str, **args: Any) -> bool:
        """Give a command; screens hear of the new view, or of the refusal, by signal."""
        if self._busy:
            self.notice.emit(self.tr("这一回合正在推进，请稍候。"))
            return False
        answer = self._worker.call(lambda: self._play.submit(kind, args))
        self.last = answer
        if not answer.accepted:
            if answer.refusal is not None:
                self.refused.emit(answer.refusal)
            return False
        self.refresh()
        return True

    def preview(self, kind: str, **args: Any) -> Preview | Refusal:
        """Say what a command would do, without doing it."""
        if self._busy:
            return Refusal("busy")
        return self._worker.call(lambda: self._play.preview(kind, args))

    def advance(self) -> None:
        """End the turn without holding up the window; `turn_done` or `failed` follows."""
        if self._busy:
            return
        self._busy = True
        self.busy_changed.emit(True)
        self._worker.post(self._turn)

    def refresh(self) -> None:
        """Read the view anew and tell the screens."""
        self._take(self._worker.call(self._play.view))

    def course(self, place: str, figure: str) -> Course:
        """Return (day, value) of a township's or zone's reported figure since the first day, as far as it is read.

        The first who asks sets the reading going; `past_read` follows unless the answer was there at once.
        """
        if not self._asked_past:
            self._asked_past = self._asking = True
            self._worker.post(lambda: self._read_past(0))
            self._asking = False
        return self.trail.course(place, figure)

    def focus(self, desk: str, ref: str = "") -> None:
        """Ask the window to show a desk; `ref` is a record's id or a place, or `inject:<id>` / `problem:<id>`."""
        self.focus_requested.emit(desk, ref)

    def close(self) -> None:
        """Let go of the session. Everything acknowledged is already on disk."""
        if not self._closed:
            self._closed = True
            self._worker.call(self._play.close)
            self._worker.close()

    # Private

    def _turn(self) -> None:
        """Run in the worker: compute a turn and post the outcome back to the window's thread."""
        answer: Answer | None = None
        view: View | None = None
        error: Exception | None = None
        try:
            answer = self._play.advance()
            view = self._play.view()
        except Exception as caught:  # noqa: BLE001 - whatever broke off the turn must reach the window
            error = caught
        self._turned.emit(answer, view, error)

    def _read_past(self, first: int) -> None:
        """Run in the worker: read a part of the past, short enough that a command given meanwhile hardly waits."""
        told, more = self._play.told(first, first + PART - 1)
        self._told.emit(told, first + PART if more else -1)

    def _on_told(self, told: list[Told], following: int) -> None:
        for one in told:
            self.trail.take_past(one)
        if self._closed:
            return
        if following >= 0:
            self._worker.post(lambda: self._read_past(following))
        else:
            self.trail.version += 1
            if not self._asking:  # whoever asks is still building what the signal would have built anew
                self.past_read.emit()

    def _on_turned(self, answer: Answer | None, view: View | None, error: Exception | None) -> None:
        self._busy = False
        self.last = answer
        if view is not None:
            self._hold(view)
            if error is None and (answer is None or answer.accepted):
                # First, so that the desk in sight is not drawn anew for the report to take its place
                self.turn_done.emit(self._view)
            self.view_changed.emit(self._view)
        self.busy_changed.emit(False)
        if error is not None:
            self.failed.emit(error)
        elif answer is not None and answer.refusal is not None and not answer.accepted:
            self.refused.emit(answer.refusal)

    def _take(self, view: View) -> None:
        self._hold(view)
        self.view_changed.emit(self._view)

    def _hold(self, view: View) -> None:
        before = self._view
        self._view = worded(view, self.settings.lang)
        if before.day != view.day or before.townships != view.townships:
            self.trail.take(self._view)
        self._names = NameBook(self._view, self.say, self.settings.lang)

    def _spoken(self, key: str, value: str | int) -> str | int:
        """Ids in a refusal read as names; `township:x` is a place or its government, as the parameter says."""
        if not isinstance(value, str) or not value:
            return value
        if key in ("place", "object", "scope") and ":" in value:
            return self._names.place(value)
        return self._names.title(value)
