"""Where the user's files are kept, and what happens to them when another folder is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import folders


@pytest.fixture
def usual(tmp_path: Path, monkeypatch) -> Path:
    """The system's folder, in the test's own; nothing is fixed by the environment."""
    place = tmp_path / "usual"
    monkeypatch.delenv("TONGHE_DATA")
    monkeypatch.setattr(folders, "user_data_path", lambda *_args, **_more: place)
    folders._in_use.cache_clear()
    yield place
    folders._in_use.cache_clear()


def restart() -> None:
    folders._in_use.cache_clear()


def test_a_chosen_folder_serves_from_the_next_start(usual, tmp_path):
    """The files of a running program stay together; settings go along, and the way back is open."""
    folders.data_dir().joinpath("settings.toml").write_text("format = 1\n", encoding="utf-8")
    other = tmp_path / "stick" / "推演"
    folders.choose_dir(other)
    assert folders.data_dir() == usual
    restart()
    assert folders.data_dir() == other
    assert (other / "settings.toml").read_text(encoding="utf-8") == "format = 1\n"
    folders.choose_dir(None)
    restart()
    assert folders.data_dir() == usual


def test_a_lost_folder_is_told_and_the_usual_serves(usual, tmp_path):
    """A stick that was pulled out keeps nobody from starting."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    usual.mkdir()
    (usual / "elsewhere.txt").write_text(str(blocked / "below"), encoding="utf-8")

    assert folders.lost_dir() == blocked / "below"
    assert folders.data_dir() == usual


def test_a_folder_that_cannot_be_made_is_refused(usual, tmp_path):
    """The old choice stands where the new one cannot be."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(OSError, match=r"."):
        folders.choose_dir(blocked / "below")
    assert folders.chosen_dir() is None


def test_the_environment_goes_before_a_choice(usual, tmp_path, monkeypatch):
    """A classroom's own folder is not left by a choice in the window."""
    folders.choose_dir(tmp_path / "other")
    restart()
    monkeypatch.setenv("TONGHE_DATA", str(tmp_path / "room"))

    assert folders.fixed()
    assert folders.data_dir() == tmp_path / "room"
    assert folders.lost_dir() is None
