"""A scenario under edit: its files, its documents and its history; it outlives the page that shows it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from game.scenario.findings import Fix
from game.scenario.tree import parse
from game.session.folders import scenarios_dir
from game.ui.editor.history import DamagedVersion, History, Kind, Version
from game.ui.editor.outline import either
from game.ui.editor.patch import differences
from game.ui.editor.store import ChangedOutside, Store, free_name
from game.ui.editor.workbook import Workbook

AUTOSAVE = 20_000
"""Milliseconds from the first change until a version is kept in the user's folder."""
_TITLE = re.compile(rf"(?m)^(?:{either('title')})[ ]*:[ ]+(?P<title>\S.*?)[ ]*$")


class Project(QObject):
    """Signals: `saved` () once all is on the disk, `autosaved` () once a version is kept, `autosave_failed` (str).

    The scenario's own files are written by `save` alone; what is kept meanwhile lies in the user's folder.
    """

    saved = Signal()
    autosaved = Signal()
    autosave_failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None, *, keep: bool = True) -> None:
        """Open a scenario; without `keep` no versions are kept, for pictures."""
        super().__init__(parent)
        self.store = Store.open(path)
        self.workbook = Workbook(self.store.texts, self)
        self.history: History | None = None
        self.lost: Version | None = None
        """A version kept while editing that was never saved, for the user to take back or leave."""
        self.history_fault = ""
        """Why no versions can be kept; empty where they can."""
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE)
        self._timer.timeout.connect(self.autosave)
        self.workbook.changed.connect(self._on_changed)
        if not keep:
            self._told = True
            return
        try:
            self.history = History.of(path)
            self.lost = self.history.unsaved(self.store.texts)
            self.history.record(self.store.texts, "opened")
        except OSError as error:
            self.history_fault = error.strerror or str(error)

    @property
    def path(self) -> Path:
        """Where the scenario lies."""
        return self.store.path

    @property
    def title(self) -> str:
        """The scenario's title as it stands in the text, its file's name where it has none."""
        texts = self.workbook.texts()
        for name in self.workbook.names:
            found = _TITLE.search(texts[name]) if name.endswith((".yaml", ".yml")) else None
            if found:
                return _said(found["title"])
        return self.path.stem

    @property
    def writable(self) -> bool:
        """Whether the scenario's files look as if they could be written; the disk has the last word."""
        folder = self.path.parent if self.store.single else self.path
        files = [self.store.place(name) for name in self.store.texts]
        return os.access(folder, os.W_OK) and all(os.access(f, os.W_OK) for f in files if f.exists())

    def save(self, *, over: bool = False) -> None:
        """Write what changed; the version before is in the history.

        `ChangedOutside` where another program changed a file meanwhile: its version is kept in the history first, and
        `over` writes all the same. `OSError` where the disk refuses; the work then stays in the window.
        """
        changes = self.workbook.unsaved()
        texts = self.workbook.texts()
        for code, name, _ in self.store.faults:
            if code == "TH107" and name in texts:  # read as GBK: saving is what makes it UTF-8
                changes[name] = texts[name]
        try:
            self.store.save(changes, over=over)
        except ChangedOutside:
            self._keep(Store.open(self.path).texts, "outside")
            raise
        self._keep(self.store.texts, "saved")
        self._timer.stop()
        self.store.faults = [fault for fault in self.store.faults if fault[0] != "TH107"]
        self.workbook.mark_saved()
        self.saved.emit()

    def save_copy(self) -> Path:
        """Write all texts as a new scenario of the user's own and go on with that; `OSError` where that cannot be."""
        folder = scenarios_dir() / free_name(self.path.stem)
        folder.mkdir(parents=True)
        texts = self.workbook.texts()
        store = Store(folder)
        names = {name: "scenario.yaml" if self.store.single else name for name in texts}
        store.save({names[name]: text for name, text in texts.items()}, over=True)
        self.store = store
        if set(names.values()) != set(names):
            for old, new in names.items():
                self.workbook.apply((), rename=(old, new))
        self.history = History.of(folder)
        self._keep(self.store.texts, "saved")
        self.workbook.mark_saved()
        self.saved.emit()
        return folder

    def autosave(self) -> None:
        """Keep a version of the work where the last one says something else."""
        self._timer.stop()
        if self.history is None:
            if not self._told:
                self._told = True
                self.autosave_failed.emit(self.history_fault)
            return
        try:
            if self.history.record(self.workbook.texts(), "auto"):
                self.autosaved.emit()
            self._told = False
        except OSError as error:
            if not self._told:  # said once: the timer would say it all day
                self._told = True
                self.autosave_failed.emit(error.strerror or str(error))

    def discard(self) -> None:
        """Leave the work unsaved on purpose; it stays in the history but is not offered at the next opening."""
        self.autosave()
        self._timer.stop()
        self._keep(self.store.texts, "replaced")

    def restore(self, version: Version) -> bool:
        """Bring a version back into the window as one step of undo, not yet saved; False where it cannot be read."""
        if self.history is None:
            return False
        try:
            wanted = self.history.read(version)
        except DamagedVersion:
            return False
        now = self.workbook.texts()
        new = sorted(set(wanted) - set(now))
        whole = (Fix(name, 1, 1, 1, 1, wanted[name]) for name in new)
        return self.workbook.apply([*differences(now, wanted), *whole], new=new)

    def close(self) -> None:
        """Keep what is not saved, and stop."""
        if self.workbook.dirty:
            self.autosave()
        self._timer.stop()

    def _keep(self, texts: dict[str, str], kind: Kind) -> None:
        """Keep a version; that it cannot be must not keep the work from being saved."""
        if self.history is None:
            return
        try:
            self.history.record(texts, kind)
        except OSError as error:
            if not self._told:
                self._told = True
                self.autosave_failed.emit(error.strerror or str(error))

    def _on_changed(self, _name: str) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _said(written: str) -> str:
    """Return a title as it is meant; while it is being written it may lack a quote."""
    root = parse(written, "").root
    return (root.text() if root is not None else None) or written.strip("\"'")
