"""Draw the desks from the hand-built view: python tests/ui/look.py OUT [--theme T] [--scale S] [desk …]."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

from importlib import import_module

from fakeview import guided, rich_view
from PySide6.QtWidgets import QApplication
from uihelp import FakePlay, settle

from game.ui.bridge import Bridge
from game.ui.main_window import MainWindow
from game.ui.theme import Theme
from game.ui.window.registry import DESKS


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("desks", nargs="*")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--guide", default="")
    chosen = parser.parse_intermixed_args()
    app = QApplication([])
    theme = Theme(chosen.theme, chosen.scale)
    theme.apply(app)
    view = rich_view(guide=guided(chosen.guide) if chosen.guide else None)
    classes = {}
    for name, module, cls in DESKS:
        try:
            classes[name] = getattr(import_module(module), cls)
        except (ImportError, AttributeError) as error:
            print("left out:", name, error)
    window = MainWindow(Bridge(FakePlay(view), theme), desks=classes)
    settle(window)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for desk in chosen.desks or window.desk_names():
        name, _, ref = desk.partition("@")
        window.show_desk(name, ref)
        settle(window)
        window.grab().save(str(chosen.out / f"{name}-{ref.replace(':', '_')}.png"))


if __name__ == "__main__":
    main()
