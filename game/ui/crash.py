"""An unexpected error: the session is on disk already, so say what happened, keep it in a file, and go on."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from game import __version__
from game.ui.theme import Theme


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's."""

    _caught = Signal(str)

    def __init__(
        self, folder: Path, theme: Theme, window: Callable[[], QWidget | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._theme, self._window = folder, theme, window
        self._showing = False
        self._log: IO[str] | None = None
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """Take over the hooks for uncaught errors, and leave a trace of hard crashes in the folder."""
        sys.excepthook = self.handle
        threading.excepthook = self._on_thread
        try:
            self._log = (self._folder / "faults.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._log)
        except OSError:
            faulthandler.enable()

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep an error and show it; Ctrl+C ends the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        self._caught.emit(
            f"tonghe {__version__} · Python {platform.python_version()} · {platform.platform()}\n\n{words}"
        )

    def keep(self, text: str) -> str:
        """Write a crash file and return its path; empty where the folder cannot be written to."""
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        path = self._folder / f"crash-{stamp}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError:
            return ""
        return str(path)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_caught(self, text: str) -> None:
        kept = self.keep(text)
        print(text, file=sys.stderr)
        if self._showing:
            # An error while one is being shown would open dialog upon dialog
            return
        self._showing = True
        from game.ui.crash_dialog import CrashDialog

        dialog = CrashDialog(text, kept, self._theme, self._window())
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self, _code: int) -> None:
        self._showing = False
