"""What checks and exercises are made of, imported once and by one thread alone.

Python locks a module while it is imported. Two threads that import parts of one package in different orders come to
want each other's locks, and Python ends that with an error in one of them: an exercise begun while the library was
still being checked then never came. So whoever needs these parts calls `load` first, and the window's thread does so
before it imports a page or dialog that builds on them.
"""

from __future__ import annotations

from importlib import import_module
from threading import Lock

PARTS = (
    "game.scenario.title_page",
    "game.scenario.render",
    "game.scenario.check",
    "game.session.library",
    "game.authoring.certificate.kept",
    "game.session.session",
    "game.bots.table",
    "game.bots.parts",
    "game.bots.campaign",
    "game.bots.formalistic",
    "game.bots.integrated",
    "game.bots.routine",
    "game.ui.seal",
    "game.ui.play",
)
"""Modules that bring all the others with them; tests/ui/test_loading.py looks for any that is missing."""
_lock = Lock()


def load() -> None:
    """Import the parts, or wait for the thread that does. Takes most of a second the first time, nothing later."""
    with _lock:
        for name in PARTS:
            import_module(name)
