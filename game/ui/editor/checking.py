"""The checker beside the typing: 200 ms after the last key, in a thread of its own, only for the newest text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from game.county.place import County
from game.resources import county_text
from game.scenario.check import Checked, check_bundle
from game.scenario.memory import Memory
from game.ui.editor.complete import county_of
from game.ui.editor.contract import Draft
from game.ui.editor.outline import Entry, outline
from game.ui.editor.patch import cure_all
from game.ui.editor.uses import Use, uses_in
from game.ui.editor.workbook import Workbook
from game.ui.worker import Worker


@dataclass(frozen=True, slots=True)
class Reading:
    """What the checker's thread made of one text: all that would hold up the typing if the window did it."""

    draft: Draft
    entries: tuple[Entry, ...]
    uses: tuple[Use, ...]
    county: County | None


PAUSE = 200
"""Milliseconds after the last key."""
T = TypeVar("T")


def check(bundle: dict[str, str], memory: Memory | None = None) -> Checked:
    """Check texts against the library's counties and the exercise's catalogues. Never raises on what they say."""
    from game.session.library import catalogues

    return check_bundle(bundle, counties=county_text, catalogues=catalogues(), memory=memory)


def read(bundle: dict[str, str], version: int, memory: Memory | None = None) -> Reading:
    """Check texts and find their ids, reading only what is new to the memory. Never raises on what they say."""
    memory = memory or Memory()
    checked = check(bundle, memory)
    county = county_of(checked.county) if checked.county is not None else None
    return Reading(Draft(bundle, checked, version), outline(bundle), uses_in(memory.root), county)


class Checking(QObject):
    """Emits `checked` (Draft, tuple[Entry, ...]) in the window's thread, after `cure_all` `cured` (Draft, texts, n)."""

    checked = Signal(object, object)
    cured = Signal(object, object, int)
    _done = Signal(object)
    _broke = Signal(object)

    def __init__(self, workbook: Workbook, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._worker = worker or Worker("check")
        self._memory = Memory()
        """Of the worker's thread, in which all checks of this text are done one after the other."""
        self._running = False
        self._closed = False
        self.draft: Draft | None = None
        """The draft checked last."""
        self.uses: tuple[Use, ...] = ()
        """Its ids, where they are defined and named."""
        self.county: County | None = None
        """Its county, the one before where it has none that can be read."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.start)
        self._done.connect(self._on_done)
        self._broke.connect(self._on_broke)
        workbook.changed.connect(self._on_changed)

    @property
    def fresh(self) -> bool:
        """Whether the draft checked last is the text as it stands."""
        return self.draft is not None and self.draft.version == self._workbook.version

    def start(self) -> None:
        """Check the text as it stands; while a check runs the next one waits for it."""
        if self._running or self._closed:
            return
        self._running = True
        bundle, version = self._workbook.texts(), self._workbook.version

        def work() -> None:
            try:
                self._done.emit(read(bundle, version, self._memory))
            except Exception as error:  # noqa: BLE001 - a fault of ours must reach the window, not stop the checks
                self._broke.emit(error)

        self._worker.post(work)

    def now(self) -> Draft:
        """Return the draft of the text as it stands, waiting for its check where it is not there yet."""
        if self.draft is None or not self.fresh:
            bundle, version = self._workbook.texts(), self._workbook.version
            found = self._worker.call(lambda: read(bundle, version, self._memory))
            self._take(found)
            return found.draft
        return self.draft

    def cure_all(self) -> None:
        """Work out what the sure fixes make of the text; `cured` follows."""
        draft = self.now()

        def work() -> None:
            texts, count = cure_all(draft.bundle, draft.checked, check)
            self.cured.emit(draft, texts, count)

        self._worker.post(work)

    def call(self, work: Callable[[], T]) -> T:
        """Do something in the checker's thread and wait for it."""
        return self._worker.call(work)

    def close(self) -> None:
        """End the thread; nothing is emitted any more."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            self._worker.close()

    def _on_changed(self, _name: str) -> None:
        self._timer.start()

    def _on_done(self, found: Reading) -> None:
        self._running = False
        if self._closed:
            return
        if self.draft is None or found.draft.version >= self.draft.version:
            self._take(found)
        if found.draft.version != self._workbook.version and not self._timer.isActive():
            self._timer.start()

    def _on_broke(self, error: Exception) -> None:
        self._running = False
        raise error

    def _take(self, found: Reading) -> None:
        self.draft, self.uses = found.draft, found.uses
        self.county = found.county or self.county
        self.checked.emit(found.draft, found.entries)
