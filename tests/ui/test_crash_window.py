"""An error nobody caught: kept in a file, shown once, survived."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from uihelp import assert_named

from game.ui.crash import CrashGuard
from game.ui.crash_dialog import CrashDialog


def test_an_uncaught_error_is_kept_shown_and_survived(qtbot, theme, tmp_path: Path):
    """An error writes a file and opens one dialog; a second one opens no second dialog."""
    host = QWidget()
    qtbot.addWidget(host)
    host.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    host.show()
    guard = CrashGuard(tmp_path, theme, lambda: host, host)
    for number in range(2):
        error = ValueError(f"意外{number}")
        guard.handle(type(error), error, None)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert_named(dialogs[0])
    dialogs[0].copy.click()
    text = QApplication.clipboard().text()
    dialogs[0].close()

    assert len(dialogs) == 1
    assert "意外0" in text
    assert len(list(tmp_path.glob("crash-*.txt"))) == 2


def test_errors_of_threads_reach_the_window(qtbot, theme, tmp_path: Path):
    """An error in another thread is shown in the window's."""
    host = QWidget()
    qtbot.addWidget(host)
    guard = CrashGuard(tmp_path, theme, lambda: host, host)

    def fail() -> None:
        error = OSError("线程里的错")
        guard.handle(type(error), error, None)

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: any(isinstance(w, CrashDialog) for w in QApplication.topLevelWidgets()))
    for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]:
        dialog.close()

    assert len(list(tmp_path.glob("crash-*.txt"))) == 1


def test_crash_dialog_without_a_file_says_nothing_of_one(qtbot, theme):
    """Where no file could be written the dialog claims none."""
    dialog = CrashDialog("x", "", theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.open()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.close()

    assert "已写入" not in words
