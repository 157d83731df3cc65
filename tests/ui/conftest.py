"""The window without a screen: bundled font, a fixed theme, no session, nothing left behind."""

# ruff: noqa: E402 - the platform and the path to our helpers are set before Qt and they are imported

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import pytest

pytest.register_assert_rewrite("uihelp")

from fakeview import rich_view as make_view
from uihelp import FakePlay

from game.exercise.views.shape import View
from game.ui.bridge import Bridge
from game.ui.icons import Icons
from game.ui.theme import Theme


@pytest.fixture(autouse=True)
def _clean_qt(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test keeps its files to itself and leaves no widget, job or posted deletion behind."""
    monkeypatch.setenv("TONGHE_DATA", str(tmp_path / "data"))
    yield
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    assert QThreadPool.globalInstance().waitForDone(2000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [w for w in QApplication.topLevelWidgets() if w.metaObject().className() != "QTipLabel"]
    names = [(type(w).__name__, w.objectName(), w.accessibleName()) for w in left]
    for widget in left:
        # What one test leaves must not fail the next
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert names == []


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
