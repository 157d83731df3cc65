"""Opening the window from the command line."""

from __future__ import annotations

import gc
import sys
from types import SimpleNamespace

import pytest

from game.cli.desktop import open_window


def test_collecting_waits_for_the_window_and_is_given_back_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a start imports stays: looking it through for garbage would only hold the window up."""
    assert gc.isenabled()
    try:
        monkeypatch.setitem(sys.modules, "game.ui.app", SimpleNamespace(run_app=lambda **_: int(gc.isenabled())))
        assert open_window() == 0
        assert gc.isenabled()
        monkeypatch.setitem(sys.modules, "game.ui.app", None)
        with pytest.raises(ImportError):
            open_window()
        assert gc.isenabled()
    finally:
        gc.enable()
