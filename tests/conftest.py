"""What every test gets: no display, a data folder of its own, and a look round afterwards for what was left behind."""

from __future__ import annotations

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["TONGHE_FAST"] = "0"  # the compiled week has tests of its own

import pytest
from hypothesis import settings

# The plain run tries the same examples every time, so that a change is judged by its own faults;
# `--hypothesis-profile=explore` looks for new ones
settings.register_profile("plain", derandomize=True, database=None)
settings.register_profile("explore", print_blob=True)
settings.load_profile("plain")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files instead of comparing")


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave what only CI runs out of the plain run too."""
    for item in items:
        if item.get_closest_marker("ci"):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def data_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the names of folders, each once; most tests never make theirs."""
    base = tmp_path_factory.mktemp("data")
    return (base / str(number) / "user-data" for number in count())


@pytest.fixture(autouse=True)
def data_folder(data_folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test its own user folder."""
    folder = next(data_folders)
    monkeypatch.setenv("TONGHE_DATA", str(folder))
    return folder


@pytest.fixture
def loud() -> None:
    """Let a test log warnings on purpose: ask for this fixture."""


@pytest.fixture(autouse=True)
def _quiet(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning nobody asked for."""
    yield
    if "loud" in request.fixturenames:
        return
    records = [r for phase in ("setup", "call") for r in caplog.get_records(phase) if r.levelno >= logging.WARNING]
    assert not records, f"unexpected log: {[r.getMessage() for r in records]}"


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Every test ends the threads it starts."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 3
    while left := [t for t in threading.enumerate() if t not in before and t.is_alive()]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left running: {[t.name for t in left]}")
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Whatever a test does to the collector, the next one finds it at work."""
    assert gc.isenabled(), "garbage is not collected before the test"
    yield
    collecting = gc.isenabled()
    gc.enable()
    assert collecting, "garbage is not collected after the test"


@pytest.fixture
def sparing() -> None:
    """Let a test set objects aside from collection as the program does: ask for this fixture."""


@pytest.fixture(autouse=True)
def _clean_qt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _collecting: None) -> Iterator[None]:
    """Every test leaves no widget, job, timer or posted deletion behind; garbage is collected in this thread only."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    gc.disable()  # as the program does: game/ui/collector.py
    gc.freeze()  # what is there already need not be looked at again
    if "sparing" not in request.fixturenames:
        for name in ("freeze", "unfreeze"):  # a program that ends would have all of it looked at once more
            monkeypatch.setattr(gc, name, lambda: None)
    yield
    assert QThreadPool.globalInstance().waitForDone(5000), "background jobs still running"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if isValid(w) and w.metaObject().className() != "QTipLabel"]
    names = [(type(w).__name__, w.objectName(), w.accessibleName()) for w in left]
    for widget in left:
        widget.deleteLater()  # what one test leaves must not fail the next
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    deadline = time.monotonic() + 2
    while timers := [o for o in gc.get_objects() if isinstance(o, QTimer) and isValid(o) and o.isActive()]:
        # A single shot of an object that is gone does nothing; it may run out
        if time.monotonic() > deadline or not all(timer.isSingleShot() for timer in timers):
            break
        QCoreApplication.processEvents()
        time.sleep(0.01)
    gc.enable()
    assert not names, f"windows left: {names}"
    assert not timers, f"timers left running: {[(t.parent(), t.interval()) for t in timers]}"
