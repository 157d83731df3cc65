"""Whether a window can be opened here."""

from __future__ import annotations

import os
import sys

from game.cli.output import CliError


def has_display() -> bool:
    """Whether there is something to show a window on; an explicit `QT_QPA_PLATFORM` counts as one."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform.startswith(("win", "darwin", "cygwin")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_missing(error: ImportError) -> CliError:
    """Return what to tell a user whose Qt cannot be loaded."""
    from game.cli.doctor import cures

    return CliError(
        "\n".join([f"打不开窗口：Qt 无法加载（{error}）。", *cures(), "装好后再试，或运行 doctor 做全面检查。"])
    )
