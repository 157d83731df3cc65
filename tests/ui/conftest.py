"""The window without a screen: bundled font, a fixed theme, no session, nothing left behind."""

# ruff: noqa: E402 - the platform and the path to our helpers are set before Qt and they are imported

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import pytest

pytest.register_assert_rewrite("uihelp")

from fakeview import rich_view as make_view
from uihelp import MINE, FakePlay, settle

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.icons import Icons
from game.ui.main_window import MainWindow
from game.ui.theme import Theme


@pytest.fixture
def theme(qapp) -> Theme:
    made = Theme("light", 100)
    made.apply(qapp)
    return made


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def rich_view() -> View:
    return make_view()


@pytest.fixture
def fake(rich_view: View) -> FakePlay:
    return FakePlay(rich_view)


@pytest.fixture
def bridge(fake: FakePlay, theme: Theme) -> Iterator[Bridge]:
    made = Bridge(fake, theme)
    yield made
    made.close()


@pytest.fixture
def window(qtbot, bridge: Bridge) -> MainWindow:
    """Return the frame with two desks."""
    made = MainWindow(bridge, desks=MINE)
    qtbot.addWidget(made)
    settle(made)
    return made
